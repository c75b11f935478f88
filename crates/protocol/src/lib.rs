//! What crosses Retake's borders: the words that shell, engine, sidebar and page share.
//!
//! Plain data with serde, nothing else: no behaviour beyond small derivations, no I/O. It builds
//! for wasm, so the sidebar reads the very types that the backend writes. The rules live in
//! `retake-session`, the rows in `retake-store`.
//!
//! In the order in which data flows:
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`id`] | the ids, one type each, so that a post can't be taken for an image |
//! | [`observer`] | what the page script tells the backend |
//! | [`words`] | the words of `docs/spec.md` as enums: outcomes, layers, kinds and states of actions |
//! | [`command`] | what the sidebar asks for, and how a refusal looks |
//! | [`view`] | what the sidebar shows of the page and its session |
//! | [`log`] | what an image's log says, as data |
//! | [`history`] | what the sidebar shows of everything that was |
//! | [`download`] | what the page itself downloads |
//! | [`health`] | what the page script finds on the page |
//! | [`page`] | where the page is, and where the sidebar has it go |
//! | [`machine`] | what this machine brings for the webviews |
//! | [`statistics`] | what the history adds up to |
//! | [`library`] | what the library window asks for and shows |
//! | [`prompts`] | the prompts that were used, and those that the user keeps |
//! | [`queue`] | images that are queued |
//! | [`settings`] | the settings as the sidebar shows them |
//! | [`maintenance`] | what the sidebar does with all of it |

pub mod command;
pub mod download;
pub mod enums;
pub mod health;
pub mod history;
pub mod id;
pub mod library;
pub mod log;
pub mod machine;
pub mod maintenance;
pub mod observer;
pub mod page;
pub mod prompt;
pub mod prompts;
pub mod queue;
mod refusal;
pub mod settings;
pub mod shell;
pub mod statistics;
pub mod view;

pub use enums::{
    ActionKind, ActionState, AttemptOutcome, Certainty, DerivedKind, DiagnosticKind, ImageKind,
    Layer, LayerSource, LibraryField, LibraryKind, Pick, Preferences, PressState, Refusal,
    SessionOutcome, Source, VideoQuality,
};
pub use id::{ActionId, AttemptId, MediaId, PostId, QueueEntryId, SessionId, is_uuid};
pub use prompt::Prompt;

/// A moment or a span in milliseconds. Moments count from the Unix epoch in the app, and from
/// the start of the recording in `retake replay`.
pub type Millis = i64;

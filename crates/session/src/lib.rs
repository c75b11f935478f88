//! The session state machine: events and a time in, changes and page actions out (spec B, C).
//!
//! Pure: no I/O, no clock, no threads, no randomness. The caller says what happened and what
//! time it is; time never goes backwards. What comes out is data, and the caller must have stored
//! the changes before it hands an action to the page (spec C9). Timers are data too:
//! [`Machine::next_wakeup`] says when to come back. Memory holds only the images met so far;
//! what the machine lacks for an event it asks for by [`Machine::lookups`].
//!
//! A rule of `docs/spec.md` is one function, named in its doc:
//!
//! | module | rules |
//! | --- | --- |
//! | [`machine`] | the one door: `handle`, and which part takes which event |
//! | [`event`] | what goes in, and why a command may be refused |
//! | [`output`] | what comes out |
//! | [`record`] | the rows that are kept |
//! | `image` | C1–C20: the machine of one image; its own table names the rules |
//! | `attribution` | A8, A9: to which image an attempt belongs |
//! | `presses`, `hearing` | C9, H3–H8: requests, their answers, and records |
//! | `page` | B1–B3, C16: which image the page shows |
//! | `queue` | M1–M7: images that wait for their turn, and when the page is brought to the next |
//! | `video_settings` | U1–U3: whether a retry would run with another length or resolution |
//! | `clicks` | C8, C9: the one click at a time |
//! | [`importing`] | E2, E4: what the extension left |
//! | `forgetting`, `suppressed` | D6: the database changed under the machine |
//! | [`merging`] | D6: how a history from a file joins the one here |
//! | `budget` | how much new the page may have kept |
//! | `timers` | when to come back |
//! | `context` | what every image's machine shares for the length of an event |
//! | `log`, `diagnostics`, `panel` | what is told, what was odd, what is shown |

mod attribution;
mod budget;
mod clicks;
mod context;
mod diagnostics;
pub mod event;
mod forgetting;
mod hearing;
mod image;
pub mod importing;
mod log;
pub mod machine;
pub mod merging;
pub mod output;
mod page;
mod panel;
mod presses;
mod queue;
pub mod record;
pub mod settings;
mod suppressed;
mod timers;
mod video_settings;

pub use event::{CommandRefused, Event, Lookup, OwnedId, Start, StoredOwner};
pub use machine::Machine;
pub use output::Output;
pub use settings::{Settings, SettingsError};

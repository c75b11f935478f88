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
//! | `state` | what lies across images; its own table names the rules |
//! | `image` | C1–C20: the machine of one image; its own table names the rules |
//! | `presses` | C9, H3–H5: what the page asked for in this load, and how it ended |
//! | `video_settings` | U1–U3: whether a retry would run with another length or resolution |
//! | `clicks` | C8, C9: the one click at a time |
//! | [`importing`] | E2, E4: what the extension left |
//! | `suppressed` | D6: what the user deleted and the page still holds |
//! | [`merging`] | D6: how a history from a file joins the one here |
//! | `budget` | how much new the page may have kept |
//! | `context` | what every image's machine shares for the length of an event |
//! | `log`, `diagnostics` | what is logged, what was odd |

mod budget;
mod clicks;
mod context;
mod diagnostics;
pub mod event;
mod image;
pub mod importing;
mod log;
pub mod machine;
pub mod merging;
pub mod output;
mod presses;
pub mod record;
pub mod settings;
mod state;
mod suppressed;
mod video_settings;

pub use event::{CommandRefused, Event, Lookup, OwnedId, Start, StoredOwner};
pub use machine::Machine;
pub use output::Output;
pub use settings::{Settings, SettingsError};

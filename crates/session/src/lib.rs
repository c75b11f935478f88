//! The session state machine: events and a time in, changes and page actions out (spec B, C).
//!
//! Pure: no I/O, no clock, no threads, no randomness. The caller says what happened and what
//! time it is; time never goes backwards. What comes out is data, and the caller must have stored
//! the changes before it hands an action to the page (spec C9). Timers are data too:
//! [`Machine::next_wakeup`] says when to come back. Memory holds only the images met so far;
//! what the machine lacks for an event it asks for by [`Machine::next_want`].
//!
//! A rule of the spec is one function, named in its doc:
//!
//! | module | rules |
//! | --- | --- |
//! | [`machine`] | the one door: `handle`, and which part takes which event |
//! | [`event`] | what goes in, and why a command may be refused |
//! | [`output`] | what comes out |
//! | [`record`] | the rows that are kept |
//! | `page` | B1–B3, C16: which image the page shows |
//! | `commands` | C1, C12, C13 (resume), C17: what the user asks for |
//! | `counting` | A7, C2–C5, C7: what a snapshot means |
//! | `streaming` | C5, and beyond: what the generation's stream says before the store does |
//! | `making` | whether a retry would run with another length or resolution |
//! | `comparing` | D4: Grok's entries beside what is known here |
//! | `deciding` | C6, C15: one decision after a batch |
//! | `acting` | C8, C9, C16: when an action goes out, and what its answer means |
//! | `ending` | C10–C14, C18: how a session ends |
//! | [`importing`] | E2, E4: what the extension left |
//! | `forgetting` | D6: the database changed under the machine |
//! | [`joining`] | D6: how a history from a file joins the one here |
//! | `queue` | images that are lined up, and when the page is brought to the next |
//! | `timers` | when to come back |
//! | `image`, `log`, `diagnostics`, `panel` | the state, its log, what was odd, what is shown |

mod acting;
mod commands;
mod comparing;
mod counting;
mod deciding;
mod diagnostics;
mod ending;
pub mod event;
mod forgetting;
mod image;
pub mod importing;
pub mod joining;
mod log;
pub mod machine;
mod making;
pub mod output;
mod page;
mod panel;
mod queue;
pub mod record;
pub mod settings;
mod streaming;
mod timers;

pub use event::{CommandRefused, Event, Start, Want};
pub use machine::Machine;
pub use output::Output;
pub use settings::{Settings, SettingsError};

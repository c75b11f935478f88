//! What the machine wants kept: plain rows, each whole, so that storing one twice changes nothing.
//!
//! The machine emits a [`Change`] for each row that differs after an event; `retake-store` writes
//! all changes of an event in one transaction and gives the same rows back when an image is
//! loaded. Nothing here knows SQL. The same rows, as JSON, are the body of an export (spec D6): who
//! renames a field here raises the version of the export's format in `retake-engine`.

mod attempt;
mod change;
mod image;
mod quota;
mod session;
mod stored;

pub use attempt::{Announcement, AttemptRecord, Counted, Decision, Derived};
pub use change::Change;
pub use image::{ImageFacts, ImageHistory};
pub use quota::VideoQuota;
pub use session::{
    ActionRecord, Counters, LogRecord, PressRecord, QueueDone, QueueEntry, SessionRecord,
};
pub use stored::{LastPress, StoredImage, StoredState};

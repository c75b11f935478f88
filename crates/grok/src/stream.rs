//! The answer to a request for a video as the page receives it, read beside the page (spec H3).
//!
//! Both addresses that a request goes to answer with JSON objects, in several framings and nestings.
//! The readers tell what is said and decide nothing: what is an end, and whether anything counts, is for
//! `retake-session` to say.

mod answer;
mod frame;
mod objects;

pub use answer::{AnswerStream, StreamEvent};
pub(crate) use frame::is_moderated;
pub use frame::{Pixels, SeenFrame};
pub use objects::MAX_OBJECT_BYTES;

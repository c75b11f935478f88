//! What Grok's page holds and hears, as it is found: tolerant reading, post to image, splices.
//!
//! Grok changes its page often and documents nothing, so everything here takes what it can use
//! and passes over the rest (spec A). It decides nothing: what an attempt means for a session is
//! `retake-session`'s. No I/O, no clock.
//!
//! Each source of spec H has its reader. In the order in which data flows:
//!
//! | module | what it does |
//! | --- | --- |
//! | [`splice`] | keeps the snapshot's text current from whole texts and splices |
//! | [`reading`] | the text to a [`StoreReading`], with remarks on what was passed over |
//! | `attempt`, `image` | one entry each, in both of Grok's shapes |
//! | `favorites` | the part that is only walked over until an image of it is asked for |
//! | [`post`] | a path to a post id, a post id to its image |
//! | [`request`] | what the page asks for |
//! | [`stream`] | the answer to it, as the page receives it |
//! | [`refusal`] | an answer or an error that is no video |
//! | [`record`], `turn` | what the page fetches of files and conversations |
//! | [`quota`] | what is left, as Grok told the page |
//! | [`notice`] | what the page shows in words |
//! | [`extension`] | what the browser extension left |
//!
//! and below them what they are made with:
//!
//! | module | what it does |
//! | --- | --- |
//! | [`browser_json`], `lenient_json`, `fields` | JSON that may be of any type |
//! | `ids`, `create_time` | ids in addresses, moments in every form |
//! | `phrases`, `folding` | whole phrases in any language, from `data/phrases.json` |
//! | `until`, `times` | when a limit ends, from `data/times.json` |

mod attempt;
pub mod browser_json;
mod create_time;
pub mod extension;
mod favorites;
mod fields;
mod folding;
mod ids;
mod image;
mod joining;
mod lenient_json;
pub mod notice;
mod phrases;
pub mod post;
pub mod quota;
pub mod reading;
pub mod record;
pub mod refusal;
pub mod request;
pub mod splice;
pub mod stream;
mod times;
mod turn;
mod until;

pub use attempt::{Derivation, SeenAttempt, text_bytes};
pub use favorites::{Favorite, Favorites};
pub use ids::uuid_of_path;
pub use image::SeenImage;
pub use notice::NoticeReading;
pub use quota::Quota;
pub use reading::{Remark, RemarkKind, SeenContainer, StoreProblem, StoreReading};
pub use record::{Lineage, Records};
pub use refusal::RefusalReading;
pub use request::{VideoKind, VideoRequest};
pub use stream::{AnswerStream, StreamEvent};
pub use turn::{Attachment, SeenTurn, Sender};
pub use until::Until;

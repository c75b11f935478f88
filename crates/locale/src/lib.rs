//! Retake's texts in every language (spec L7).
//!
//! The texts are Fluent files, `ui/locales/<language>/*.ftl`. The build makes one function of each English
//! message in [`text`], with its variables as arguments: a key that is missing or an argument too few does not
//! compile. What such a function answers is a [`Text`], a key with its arguments, which can be sent and
//! stored; [`Texts`] words it in one language. A language's files are joined and made simpler before that
//! (`compile`), so that the sidebar needs no reader of Fluent.
//!
//! Nothing here reads a file or asks the system: who shows texts hands them in. That all languages have the
//! same keys and variables is the lint's (`xtask/src/tidy/languages.rs`).

#[cfg(feature = "compile")]
pub mod compile;
mod language;
#[cfg(feature = "plurals")]
pub mod plurals;
pub mod text;
mod texts;

pub use language::{Direction, Language};
pub use text::{Text, Value};
pub use texts::{Numbers, Texts};

//! A text as data: which message, with which arguments. The functions, one a message, are made by the build
//! from the English files (`build.rs`).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A message of the language files and what it is said with; [`crate::Texts::say`] words it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// The message's id in the files.
    pub(crate) key: Cow<'static, str>,
    /// In the order in which the English text has its variables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) arguments: Vec<Value>,
}

/// What stands in a variable's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A number, which is written as the language does, and which plurals go by.
    Number(f64),
    /// Stands as it is: a name, a path, or what the caller has already written as the language does.
    Words(String),
    /// Another text, worded in the same language.
    Text(Box<Text>),
}

impl Text {
    // Not inlined: hundreds of places make texts, and the sidebar's program is to be small.
    #[inline(never)]
    fn new<const N: usize>(key: &'static str, arguments: [Value; N]) -> Self {
        Self { key: Cow::Borrowed(key), arguments: arguments.into() }
    }

    /// The message's id in the files.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// Words that no language file has, as the system's own for an error: they stand as they are.
impl From<String> for Text {
    fn from(words: String) -> Self {
        crate::text::plain(words)
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        crate::text::plain(words)
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Text(Box::new(text))
    }
}

/// A number that plurals go by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(f64);

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        Self(number)
    }
}

impl From<u8> for Number {
    fn from(number: u8) -> Self {
        Self(number.into())
    }
}

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

impl From<usize> for Number {
    fn from(number: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "people read no number above 2^53")]
        Self(number as f64)
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "people read no number above 2^53")]
        Self(number as f64)
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "people read no number above 2^53")]
        Self(number as f64)
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value {
            fn from(number: $kind) -> Self {
                Self::Number(Number::from(number).0)
            }
        }
    )*};
}

numbers!(f64, u8, u32, usize, i64, u64);

include!(concat!(env!("OUT_DIR"), "/text.rs"));

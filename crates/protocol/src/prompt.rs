//! The text of a prompt, kept out of logs by its type.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What the user typed. `Debug` prints its length alone, so that no log line or panic message
/// ever carries it by accident; code that needs the text asks for [`Prompt::as_str`].
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Prompt(String);

impl Prompt {
    /// Takes the text as it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to type (spec C1: a blank prompt is allowed).
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for Prompt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Prompt({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_does_not_carry_the_text() {
        assert_eq!(format!("{:?}", Prompt::new("a mountain lake")), "Prompt(15 bytes)");
    }
}

//! The ids, one type each.
//!
//! Taking a post for an image is the bug that this project exists to end, so it must not compile.
//! Text ids are Grok's and opaque, except that UUIDs are compared without regard to case (spec A1);
//! numbers are Retake's own and count from 1.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The longest id taken from the page, in bytes. Grok's are UUIDs of 36.
pub const MAX_ID_BYTES: usize = 128;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            /// Takes `text` as an id; a UUID in lower case (spec A1). `None` where it is blank or
            /// longer than [`MAX_ID_BYTES`].
            pub fn new(text: impl Into<String>) -> Option<Self> {
                let mut text = text.into();
                if text.trim().is_empty() || text.len() > MAX_ID_BYTES {
                    return None;
                }
                if is_uuid(&text) {
                    text.make_ascii_lowercase();
                }
                Some(Self(text))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                Self::new(text).ok_or(NotAnId)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Self::new(text).ok_or(NotAnId)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

/// Whether `text` has a UUID's form: 8-4-4-4-12 hexadecimal digits, in any case.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// A text from outside is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an id has 1 to {MAX_ID_BYTES} bytes and is not blank")
    }
}

impl std::error::Error for NotAnId {}

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

text_id! {
    /// Grok's id of the original image: the only key that anything is stored under.
    MediaId
}
text_id! {
    /// The id in a page's url `/imagine/post/<post_id>`; a new one for every video, never a key.
    PostId
}
text_id! {
    /// Grok's id of one video generation; one attempt may have several (spec A1).
    AttemptId
}
number_id! {
    /// Retake's number of an image that is queued.
    QueueEntryId
}
number_id! {
    /// Retake's number of a session, counted from 1 over all images.
    SessionId
}
number_id! {
    /// Retake's number of an action, counted from 1 over all images.
    ActionId
}

impl PostId {
    /// The image that this post would be, where the post turns out to be an image's own page.
    pub fn as_image(&self) -> MediaId {
        MediaId(self.0.clone())
    }

    /// The attempt that this post would be, where the post turns out to be a video's page.
    pub fn as_attempt(&self) -> AttemptId {
        AttemptId(self.0.clone())
    }
}

impl AttemptId {
    /// What a video is kept under that nothing ties to an image (spec A8).
    pub fn as_image(&self) -> MediaId {
        MediaId(self.0.clone())
    }

    /// The video's own page.
    pub fn as_post(&self) -> PostId {
        PostId(self.0.clone())
    }
}

impl MediaId {
    /// The image's own page, which is what the history opens.
    pub fn as_post(&self) -> PostId {
        PostId(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_neither_empty_nor_longer_than_128_bytes() {
        assert!(MediaId::new("").is_none());
        assert!(MediaId::new("a".repeat(MAX_ID_BYTES)).is_some());
        assert!(MediaId::new("a".repeat(MAX_ID_BYTES + 1)).is_none());
    }

    #[test]
    fn a1_a_uuid_is_the_same_id_in_any_case_and_no_other_text_is() {
        let uuid = |text: &str| MediaId::new(text).unwrap();
        assert_eq!(
            uuid("11111111-AAAA-4AAA-8AAA-00000000000F"),
            uuid("11111111-aaaa-4aaa-8aaa-00000000000f")
        );
        assert_ne!(uuid("Lake"), uuid("lake"));
        for odd in ["1111111-AAAA-4AAA-8AAA-00000000000FA", "11111111-AAAA-4AAA-8AAA-00000000000G"]
        {
            assert_eq!(uuid(odd).as_str(), odd);
        }
    }

    #[test]
    fn an_id_from_outside_is_no_longer_either() {
        assert!(serde_json::from_str::<MediaId>("\"lake\"").is_ok());
        for text in [String::new(), "   ".to_owned(), "a".repeat(MAX_ID_BYTES + 1)] {
            let json = serde_json::to_string(&text).unwrap();
            assert!(serde_json::from_str::<MediaId>(&json).is_err(), "{} bytes", text.len());
        }
    }
}

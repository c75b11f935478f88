//! JSON whose type is not known beforehand, read in one pass and without an error.
//!
//! A field of an unexpected type must never hide its neighbours (spec A4), so fields are taken as
//! raw text first and converted one by one; what does not fit is `None`.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A type that is read from the entries of a JSON object.
pub(crate) trait FromObject<'de>: Sized {
    /// Reads all entries of `map`.
    fn from_object<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// An object, or whatever else stood in its place.
pub(crate) enum ObjectOrOther<T> {
    Object(T),
    Other,
}

impl<T> ObjectOrOther<T> {
    pub(crate) fn object(self) -> Option<T> {
        match self {
            Self::Object(value) => Some(value),
            Self::Other => None,
        }
    }
}

impl<'de, T: FromObject<'de>> Deserialize<'de> for ObjectOrOther<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ObjectVisitor(PhantomData))
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

/// Answers `Other` for every scalar, so that a visitor has only objects and lists to spell out.
macro_rules! scalars_are_other {
    ($other:expr) => {
        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("any JSON value")
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($other)
        }
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($other)
        }
        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok($other)
        }
        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok($other)
        }
        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok($other)
        }
        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok($other)
        }
    };
}

impl<'de, T: FromObject<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = ObjectOrOther<T>;

    scalars_are_other!(ObjectOrOther::Other);

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::from_object(map).map(ObjectOrOther::Object)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(ObjectOrOther::Other)
    }
}

/// A list of objects, or a single one in a list's place (spec A2).
pub(crate) struct ObjectList<T> {
    pub(crate) items: Vec<T>,
    /// Elements that were no objects: holes, numbers, text.
    pub(crate) others: usize,
}

impl<'de, T: FromObject<'de>> Deserialize<'de> for ObjectList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: FromObject<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = ObjectList<T>;

    scalars_are_other!(ObjectList { items: Vec::new(), others: 1 });

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Ok(ObjectList { items: vec![T::from_object(map)?], others: 0 })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut read = ObjectList { items: Vec::new(), others: 0 };
        while let Some(element) = list.next_element::<ObjectOrOther<T>>()? {
            match element {
                ObjectOrOther::Object(item) => read.items.push(item),
                ObjectOrOther::Other => read.others += 1,
            }
        }
        Ok(read)
    }
}

/// The key of a map, borrowed where it holds no escapes.
pub(crate) struct Key<'de>(pub(crate) Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;
            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a key")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}

/// A field's value as it stood in the text, converted on demand.
#[derive(Clone, Copy, Default)]
pub(crate) struct Field<'de>(Option<&'de str>);

impl<'de> Field<'de> {
    /// Takes the value of the entry that `map` stands at.
    pub(crate) fn take<A: MapAccess<'de>>(map: &mut A) -> Result<Self, A::Error> {
        map.next_value::<&'de RawValue>().map(|raw| Self(Some(raw.get())))
    }

    /// The text, where it is a string. A lone surrogate becomes U+FFFD.
    pub(crate) fn text(self) -> Option<String> {
        let raw = self.0.filter(|raw| raw.starts_with('"'))?;
        serde_json::from_str::<String>(raw).ok().or_else(|| {
            let mut deserializer = serde_json::Deserializer::from_str(raw);
            deserializer.deserialize_bytes(LossyVisitor).ok()
        })
    }

    /// The text, where it is a string that is not empty.
    pub(crate) fn filled_text(self) -> Option<String> {
        self.text().filter(|text| !text.is_empty())
    }

    /// The number, where it is a finite one.
    pub(crate) fn number(self) -> Option<f64> {
        self.0?.parse::<f64>().ok().filter(|number| number.is_finite())
    }

    /// Whether it is the literal `true`.
    pub(crate) fn is_true(self) -> bool {
        self.0 == Some("true")
    }
}

struct LossyVisitor;

impl Visitor<'_> for LossyVisitor {
    type Value = String;
    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a string")
    }
    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<String, E> {
        Ok(String::from_utf8_lossy(bytes).into_owned())
    }
}

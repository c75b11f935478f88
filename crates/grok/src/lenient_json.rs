//! JSON whose type is not known beforehand, read in one pass and without an error.
//!
//! A field of an unexpected type must never hide its neighbours (spec A4), so fields are taken as
//! raw text first and converted one by one; what does not fit is `None`. The text must have passed
//! [`crate::browser_json::well_formed`].

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A type that is read from the fields of a JSON object.
pub(crate) trait FromObject<'de>: Default {
    /// The field of this name; `None`: it is of no interest.
    fn field(&mut self, name: &str) -> Option<&mut Field<'de>>;

    /// Whether it has a field that only an entry has, such as an id: it is no list whose elements
    /// stand under their index.
    fn is_entry(&self) -> bool;

    /// Takes the key that the entry stood under in an object in a list's place.
    fn take_key(&mut self, _key: &str) {}
}

/// An object whose fields are each read by a type of their own.
pub(crate) trait FromMap<'de>: Sized {
    /// Reads all entries of `map`.
    fn from_map<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
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

impl<'de, T: FromMap<'de>> Deserialize<'de> for ObjectOrOther<T> {
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

impl<'de, T: FromMap<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = ObjectOrOther<T>;

    scalars_are_other!(ObjectOrOther::Other);

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::from_map(map).map(ObjectOrOther::Object)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(ObjectOrOther::Other)
    }
}

/// The fields of one entry.
pub(crate) struct Entry<T>(pub(crate) T);

impl<'de, T: FromObject<'de>> FromMap<'de> for Entry<T> {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut fields = T::default();
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            match fields.field(&name) {
                Some(field) => *field = Field::take(&mut map)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Self(fields))
    }
}

/// A list of entries in any of its forms (spec A2): a list, an object whose keys are indices or ids,
/// or a single entry in the list's place.
#[derive(Default)]
pub(crate) struct EntryList<T> {
    pub(crate) entries: Vec<T>,
    /// Elements that were no objects: holes, numbers, text.
    pub(crate) others: usize,
}

impl<'de, T: FromObject<'de>> Deserialize<'de> for EntryList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: FromObject<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = EntryList<T>;

    scalars_are_other!(EntryList { entries: Vec::new(), others: 1 });

    /// Whether it is one entry or a list is known only at its end: until then the objects that no
    /// field of an entry takes are kept as their text.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut single = T::default();
        let mut elements: Vec<(Cow<'de, str>, Field<'de>)> = Vec::new();
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            match single.field(&name) {
                Some(field) => *field = Field::take(&mut map)?,
                None => elements.push((name, Field::take(&mut map)?)),
            }
        }
        let is_list = !single.is_entry() && elements.iter().any(|(_, value)| value.is_object());
        if !is_list {
            return Ok(EntryList { entries: vec![single], others: 0 });
        }
        let mut list = EntryList { entries: Vec::new(), others: 0 };
        for (key, value) in elements {
            match value.object::<T>() {
                Some(mut entry) => {
                    entry.take_key(&key);
                    list.entries.push(entry);
                }
                None => list.others += 1,
            }
        }
        Ok(list)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut list = EntryList { entries: Vec::new(), others: 0 };
        while let Some(element) = elements.next_element::<ObjectOrOther<Entry<T>>>()? {
            match element {
                ObjectOrOther::Object(Entry(entry)) => list.entries.push(entry),
                ObjectOrOther::Other => list.others += 1,
            }
        }
        Ok(list)
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

    /// A value that stood in `text`.
    pub(crate) fn of(text: &'de str) -> Self {
        Self(Some(text.trim()))
    }

    /// The text, where it is a string.
    pub(crate) fn text(self) -> Option<String> {
        let raw = self.0.filter(|raw| raw.starts_with('"'))?;
        serde_json::from_str(raw).ok()
    }

    /// The text, where it is a string that is not empty.
    pub(crate) fn filled_text(self) -> Option<String> {
        self.text().filter(|text| !text.is_empty())
    }

    /// An id: a string, or a whole number.
    pub(crate) fn id(self) -> Option<String> {
        let digits = self.0.filter(|raw| raw.bytes().all(|byte| byte.is_ascii_digit()));
        digits.map(str::to_owned).or_else(|| self.text())
    }

    /// The number, where it is a finite one or the text of one, as `61`, `"61"` or `"61%"` (spec A2).
    pub(crate) fn number(self) -> Option<f64> {
        let number = match self.text() {
            Some(text) => text.trim().trim_end_matches('%').trim_end().parse::<f64>(),
            None => self.0?.parse::<f64>(),
        };
        number.ok().filter(|number| number.is_finite())
    }

    /// Whether it is true: as a literal, its text, or 1 (spec A2).
    pub(crate) fn is_true(self) -> bool {
        self.0.is_some_and(|raw| {
            let raw = raw.trim_matches('"');
            raw.eq_ignore_ascii_case("true") || raw == "1"
        })
    }

    /// Whether it is true, where it says so in one of these forms or that it is false.
    pub(crate) fn flag(self) -> Option<bool> {
        let raw = self.0?.trim_matches('"');
        let is_false = raw.eq_ignore_ascii_case("false") || raw == "0";
        (self.is_true() || is_false).then(|| self.is_true())
    }

    /// The number without its fraction, where it is not negative; of one that is too large, the
    /// largest.
    pub(crate) fn whole(self) -> Option<i64> {
        #[expect(clippy::cast_possible_truncation, reason = "a saturating cast is meant")]
        self.number().filter(|number| *number >= 0.0).map(|number| number as i64)
    }

    /// The value as it stood.
    pub(crate) fn json(self) -> &'de str {
        self.0.unwrap_or("null")
    }

    /// The first element, where it is a list that has one.
    pub(crate) fn first(self) -> Option<Field<'de>> {
        self.elements().first().copied()
    }

    /// The elements, where it is a list.
    pub(crate) fn elements(self) -> Vec<Field<'de>> {
        let list = self.0.filter(|raw| raw.starts_with('['));
        let elements = list.and_then(|raw| serde_json::from_str::<Vec<&'de RawValue>>(raw).ok());
        elements.unwrap_or_default().into_iter().map(|raw| Self(Some(raw.get()))).collect()
    }

    /// The entry, where it is an object.
    pub(crate) fn object<T: FromObject<'de>>(self) -> Option<T> {
        let read: ObjectOrOther<Entry<T>> = serde_json::from_str(self.0?).ok()?;
        read.object().map(|Entry(entry)| entry)
    }

    /// The entries, where it is a list in any of its forms.
    pub(crate) fn entries<T: FromObject<'de>>(self) -> Option<Vec<T>> {
        let list: EntryList<T> = serde_json::from_str(self.0?).ok()?;
        Some(list.entries)
    }

    pub(crate) fn is_object(self) -> bool {
        self.0.is_some_and(|raw| raw.starts_with('{'))
    }

    pub(crate) fn is_scalar(self) -> bool {
        self.0.is_some_and(|raw| !raw.starts_with(['{', '[']) && raw != "null")
    }
}

//! Objects that are searched rather than read field by field, for what may stand at any depth.

use std::borrow::Cow;

use retake_protocol::PostId;
use serde::de::MapAccess;

use crate::ids::id_of_reference;
use crate::lenient_json::{Field, FromMap, Key, ObjectOrOther};

/// The fields of an object, in its order.
#[derive(Default)]
pub(crate) struct Fields<'de>(Vec<(Cow<'de, str>, Field<'de>)>);

impl<'de> FromMap<'de> for Fields<'de> {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut fields = Vec::new();
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            fields.push((name, Field::take(&mut map)?));
        }
        Ok(Self(fields))
    }
}

impl<'de> Fields<'de> {
    /// The field `name`; an absent one where there is none. As for `JSON.parse`, the last of two equal
    /// names counts.
    pub(crate) fn get(&self, name: &str) -> Field<'de> {
        let mut fields = self.0.iter().rev();
        fields.find_map(|(key, field)| (key == name).then_some(*field)).unwrap_or_default()
    }

    /// The first of the fields `names` from which `read` makes something.
    pub(crate) fn first<T>(
        &self,
        names: &[&str],
        read: impl Fn(Field<'de>) -> Option<T>,
    ) -> Option<T> {
        names.iter().find_map(|name| read(self.get(name)))
    }

    /// The first of the fields `names` that is a text and not empty.
    pub(crate) fn filled_text(&self, names: &[&str]) -> Option<String> {
        self.first(names, Field::filled_text)
    }

    /// Each name with its field.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Field<'de>)> {
        self.0.iter().map(|(name, field)| (&**name, *field))
    }
}

/// How many entries of a list of ids are read; Grok's lists have a handful.
const MOST_IDS: usize = 64;

impl<'de> Field<'de> {
    /// The fields, where it is an object.
    pub(crate) fn fields(self) -> Option<Fields<'de>> {
        let json = self.is_object().then(|| self.json())?;
        serde_json::from_str::<ObjectOrOther<Fields<'de>>>(json).ok()?.object()
    }

    /// The field `name` of the object, unless that is null.
    pub(crate) fn field_of(self, name: &str) -> Option<Field<'de>> {
        let field = self.fields()?.get(name);
        (!field.is_absent()).then_some(field)
    }

    /// What stands under `name` in the object, or in one inside it, at most `levels` further down.
    pub(crate) fn find(self, name: &str, levels: usize) -> Option<Field<'de>> {
        let found = self.field_of(name);
        if found.is_some() || levels == 0 {
            return found;
        }
        self.inside().into_iter().find_map(|inner| inner.find(name, levels - 1))
    }

    /// What stands in the object or the list and may itself hold something.
    pub(crate) fn inside(self) -> Vec<Field<'de>> {
        let mut inside = self.items();
        inside.retain(|field| !field.is_absent() && !field.is_scalar());
        inside
    }

    /// The entries of a list in any of its forms (spec A2): a list, an object by index or id, or a
    /// single entry in the list's place.
    pub(crate) fn items(self) -> Vec<Field<'de>> {
        if let Some(fields) = self.fields() {
            return fields.iter().map(|(_, field)| field).collect();
        }
        if self.is_scalar() { vec![self] } else { self.elements() }
    }

    /// The elements where it is a list, else itself.
    pub(crate) fn list_or_one(self) -> Vec<Field<'de>> {
        if self.json().starts_with('[') { self.elements() } else { vec![self] }
    }

    /// The ids that a list names, each once and in its order: ids, addresses or paths.
    pub(crate) fn ids(self) -> Vec<PostId> {
        let mut ids = Vec::new();
        for item in self.items().into_iter().take(MOST_IDS) {
            let id = item.id().and_then(|text| id_of_reference(&text));
            ids.extend(id.filter(|id| !ids.contains(id)));
        }
        ids
    }

    /// Whether it is something else than nothing in one of JSON's forms.
    pub(crate) fn says_something(self) -> bool {
        !self.is_absent() && !matches!(self.json(), "false" | "0" | "\"\"" | "{}" | "[]")
    }

    fn is_absent(self) -> bool {
        self.json() == "null"
    }
}

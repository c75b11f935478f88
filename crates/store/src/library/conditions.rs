//! A filter of the library as SQL: one condition a field, and one a word that is searched for. Values are
//! bound, never written into the text.

use retake_protocol::library::LibraryFilter;
use retake_protocol::{LibraryField, LibraryKind};
use rusqlite::ToSql;

use crate::history::{Term, term_name};

/// What is true of every item that a filter leaves.
pub(crate) struct Conditions {
    kind: LibraryKind,
    sql: String,
    /// Name and value of each parameter.
    bound: Vec<(String, String)>,
}

impl Conditions {
    /// Those of `filter`; the field `except` leaves nothing out.
    pub(crate) fn of(filter: &LibraryFilter, except: Option<LibraryField>, terms: &[Term]) -> Self {
        let LibraryFilter { kind, search: _, choices } = filter;
        let mut conditions =
            Self { kind: *kind, sql: every_item(*kind).to_owned(), bound: Vec::new() };
        for (field, values) in choices {
            if Some(*field) != except && !values.is_empty() {
                conditions.add_choice(*field, values);
            }
        }
        conditions.add_search(terms);
        conditions
    }

    pub(crate) fn kind(&self) -> LibraryKind {
        self.kind
    }

    pub(crate) fn sql(&self) -> &str {
        &self.sql
    }

    /// The parameters of the conditions, after those of the query itself.
    pub(crate) fn parameters<'a>(
        &'a self,
        own: &[(&'a str, &'a dyn ToSql)],
    ) -> Vec<(&'a str, &'a dyn ToSql)> {
        let bound = self.bound.iter().map(|(name, value)| (name.as_str(), value as &dyn ToSql));
        own.iter().copied().chain(bound).collect()
    }

    fn add_choice(&mut self, field: LibraryField, values: &[String]) {
        let name = format!(":{}", field.as_str());
        let among = format!("IN (SELECT value FROM json_each({name}))");
        let condition = match (field, self.kind) {
            (LibraryField::Tag, LibraryKind::Images) => {
                format!("number IN (SELECT image FROM image_tags WHERE tag {among})")
            }
            (LibraryField::Tag, LibraryKind::Videos) => {
                format!("number IN (SELECT attempt FROM attempt_tags WHERE tag {among})")
            }
            (field, kind) => match value_of(field, kind) {
                Some(value) => format!("{value} {among}"),
                // Images have no length: what was chosen for videos leaves them all.
                None => return,
            },
        };
        self.sql += " AND ";
        self.sql += &condition;
        self.bound.push((name, serde_json::Value::from(values).to_string()));
    }

    fn add_search(&mut self, terms: &[Term]) {
        if terms.is_empty() {
            return;
        }
        let words: String =
            terms.iter().enumerate().map(|(number, term)| term.sql(number)).collect();
        let condition = match self.kind {
            LibraryKind::Images => words,
            LibraryKind::Videos => {
                format!(" AND media_id IN (SELECT media_id FROM images WHERE true {words})")
            }
        };
        self.sql += &condition;
        let bound = terms.iter().enumerate();
        self.bound.extend(bound.map(|(number, term)| (term_name(number), term.bound())));
    }
}

/// As in the indexes of the two grids, which is what lets `SQLite` use them.
fn every_item(kind: LibraryKind) -> &'static str {
    match kind {
        LibraryKind::Images => "kind = 'image' AND (attempts > 0 OR sessions > 0)",
        LibraryKind::Videos => "outcome = 'completed'",
    }
}

/// The value of a field as SQL, as text. `None`: items of this kind have none, or several.
pub(super) fn value_of(field: LibraryField, kind: LibraryKind) -> Option<&'static str> {
    use LibraryField as Field;
    use LibraryKind::{Images, Videos};
    Some(match (field, kind) {
        (Field::Rating, _) => "CAST(rating AS TEXT)",
        (Field::Pick, _) => "pick",
        (Field::Outcome, Images) => {
            "CASE WHEN active_sessions > 0 THEN 'running' WHEN completed > 0 THEN 'completed'
                  WHEN moderated > 0 THEN 'moderated' WHEN failed > 0 THEN 'failed' ELSE 'none' END"
        }
        (Field::Length, Videos) => "CAST(CAST(round(length_seconds) AS INTEGER) AS TEXT)",
        (Field::Resolution, Images) => "width || ' × ' || height",
        (Field::Resolution, Videos) => "resolution",
        (Field::Saved, _) => "CASE WHEN saved > 0 THEN 'yes' ELSE 'no' END",
        (Field::Resumable, Images) => {
            "CASE WHEN last_outcome IN
                 ('timed_out', 'rate_limited', 'cancelled', 'stale', 'interrupted')
             THEN 'yes' ELSE 'no' END"
        }
        (Field::Resumable, Videos) => {
            "CASE WHEN media_id IN (SELECT media_id FROM images WHERE last_outcome IN
                 ('timed_out', 'rate_limited', 'cancelled', 'stale', 'interrupted'))
             THEN 'yes' ELSE 'no' END"
        }
        (Field::Queued, _) => {
            "CASE WHEN media_id IN (SELECT media_id FROM queue_entries WHERE outcome IS NULL) THEN 'yes' ELSE 'no' END"
        }
        (Field::Prompt, Images) => "coalesce(original_prompt, prompt)",
        (Field::Prompt, Videos) => "prompt",
        (Field::Tag, _) | (Field::Outcome, Videos) | (Field::Length, Images) => return None,
    })
}

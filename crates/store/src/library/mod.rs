//! What the library window asks for (spec K1, K3): how many items each day has, the items of a day, and
//! the values of each field with their counts. How a filter becomes SQL is `conditions`'; every query
//! here has its plan asserted in `plans`.
//!
//! A day's bounds are the key of a page: nothing outside of the day is read, so the last page of a long
//! history comes as soon as the first.

mod conditions;

use retake_protocol::library::{
    Facet, FacetValue, ItemId, LibraryDay, LibraryDays, LibraryFilter, LibraryItem, LibraryQuery,
    MOST_ITEMS,
};
use retake_protocol::{LibraryField, LibraryKind, Millis};
use rusqlite::{Connection, Result, Row, ToSql};

use crate::CalendarDay;
use crate::history::terms;
use crate::table::{column, kept_videos, marks};
pub(crate) use conditions::Conditions;

/// How many values a field shows at most.
const MOST_VALUES: u32 = 50;

/// Where an item's queue and its last session are looked up; outcomes as in
/// `SessionOutcome::is_resumable`.
pub(crate) const RESUMABLE: &str =
    "('timed_out', 'rate_limited', 'cancelled', 'stale', 'interrupted')";

pub(crate) fn table(kind: LibraryKind) -> &'static str {
    match kind {
        LibraryKind::Images => "images",
        LibraryKind::Videos => "attempts",
    }
}

pub(crate) fn days_sql(conditions: &Conditions) -> String {
    let (table, all) = (table(conditions.kind()), conditions.sql());
    format!("SELECT made_at FROM {table} WHERE {all} ORDER BY made_at DESC, number DESC")
}

pub(crate) fn page_sql(conditions: &Conditions) -> String {
    let (table, all) = (table(conditions.kind()), conditions.sql());
    // The items are found by an index alone, and only those that are shown are read.
    let found = format!(
        "SELECT number FROM {table}
         WHERE {all} AND made_at >= :from AND made_at < :until
         ORDER BY made_at DESC, number DESC LIMIT :limit OFFSET :skip"
    );
    match conditions.kind() {
        LibraryKind::Images => format!(
            "SELECT i.media_id, NULL AS attempt_id, i.made_at,
                    coalesce(i.original_prompt, i.prompt) AS prompt, i.rating, i.pick, i.note,
                    (SELECT json_group_array(tag ORDER BY tag) FROM image_tags t
                     WHERE t.image = i.number) AS tags,
                    i.width, i.height, NULL AS length_seconds, NULL AS resolution,
                    i.completed AS videos, i.active_sessions,
                    i.last_outcome IN {RESUMABLE} AS is_resumable,
                    EXISTS (SELECT 1 FROM queue_entries q WHERE q.media_id = i.media_id
                              AND q.outcome IS NULL) AS is_queued,
                    0 AS has_video, NULL AS asked_at, NULL AS path, NULL AS quality, NULL AS bytes,
                    NULL AS saved_at, NULL AS failure
             FROM images i WHERE i.number IN ({found})
             ORDER BY i.made_at DESC, i.number DESC"
        ),
        LibraryKind::Videos => format!(
            "SELECT a.media_id, a.attempt_id, a.made_at, a.prompt, a.rating, a.pick, a.note,
                    (SELECT json_group_array(tag ORDER BY tag) FROM attempt_tags t
                     WHERE t.attempt = a.number) AS tags,
                    NULL AS width, NULL AS height, a.length_seconds, a.resolution,
                    i.completed AS videos, i.active_sessions,
                    i.last_outcome IN {RESUMABLE} AS is_resumable,
                    EXISTS (SELECT 1 FROM queue_entries q WHERE q.media_id = a.media_id
                              AND q.outcome IS NULL) AS is_queued,
                    coalesce(a.video_url, '') <> '' AS has_video,
                    k.asked_at, k.path, k.quality, k.bytes, k.saved_at, k.failure
             FROM attempts a
             JOIN images i ON i.media_id = a.media_id
             LEFT JOIN kept_videos k ON k.media_id = a.media_id AND k.attempt_id = a.attempt_id
             WHERE a.number IN ({found})
             ORDER BY a.made_at DESC, a.number DESC"
        ),
    }
}

/// `None`: items of this kind have no such field.
pub(crate) fn facet_sql(conditions: &Conditions, field: LibraryField) -> Option<String> {
    let (kind, all) = (conditions.kind(), conditions.sql());
    let (table, value) = match (field, kind) {
        (LibraryField::Tag, LibraryKind::Images) => {
            ("images JOIN image_tags t ON t.image = images.number", "t.tag")
        }
        (LibraryField::Tag, LibraryKind::Videos) => {
            ("attempts JOIN attempt_tags t ON t.attempt = attempts.number", "t.tag")
        }
        (field, kind) => (table(kind), conditions::value_of(field, kind)?),
    };
    Some(format!(
        "SELECT {value} AS value, count(*) AS count FROM {table}
         WHERE {all} AND {value} <> '' GROUP BY 1 ORDER BY count DESC, 1 LIMIT {MOST_VALUES}"
    ))
}

/// How many items each day has. `day_of` gives the calendar's day of a moment; of one that no calendar
/// has, `None`, and it is left out.
pub(crate) fn days(
    connection: &Connection,
    filter: &LibraryFilter,
    day_of: impl Fn(Millis) -> Option<CalendarDay>,
) -> Result<LibraryDays> {
    let conditions = Conditions::of(filter, None, &terms(connection, &filter.search)?);
    let mut query = connection.prepare_cached(&days_sql(&conditions))?;
    let mut rows = query.query(&*conditions.parameters(&[]))?;
    let mut days: Vec<LibraryDay> = Vec::new();
    while let Some(row) = rows.next()? {
        let made_at: Millis = row.get(0)?;
        match days.last_mut() {
            Some(day) if made_at >= day.from => day.count += 1,
            _ => {
                if let Some(CalendarDay { date, from, until }) = day_of(made_at) {
                    days.push(LibraryDay { date, from, until, count: 1 });
                }
            }
        }
    }
    Ok(LibraryDays { days })
}

pub(crate) fn page(connection: &Connection, query: &LibraryQuery) -> Result<Vec<LibraryItem>> {
    let LibraryQuery { filter, from, until, skip, limit } = query;
    let conditions = Conditions::of(filter, None, &terms(connection, &filter.search)?);
    let limit = (*limit).clamp(1, MOST_ITEMS);
    let own: [(&str, &dyn ToSql); 4] =
        [(":from", from), (":until", until), (":skip", skip), (":limit", &limit)];
    connection
        .prepare_cached(&page_sql(&conditions))?
        .query_map(&*conditions.parameters(&own), item_of)?
        .collect()
}

/// The fields that items of this kind have, each with the values of the items that the other fields
/// leave.
pub(crate) fn facets(connection: &Connection, filter: &LibraryFilter) -> Result<Vec<Facet>> {
    let mut facets = Vec::new();
    for field in LibraryField::ALL {
        let terms = terms(connection, &filter.search)?;
        let conditions = Conditions::of(filter, Some(*field), &terms);
        let Some(sql) = facet_sql(&conditions, *field) else { continue };
        let values = connection
            .prepare_cached(&sql)?
            .query_map(&*conditions.parameters(&[]), |row| {
                Ok(FacetValue { value: row.get("value")?, count: row.get("count")? })
            })?
            .collect::<Result<_>>()?;
        facets.push(Facet { field: *field, values });
    }
    Ok(facets)
}

fn item_of(row: &Row<'_>) -> Result<LibraryItem> {
    let size: (Option<u32>, Option<u32>) = (row.get("width")?, row.get("height")?);
    Ok(LibraryItem {
        id: ItemId {
            media_id: column::media_id(row, "media_id")?,
            attempt_id: column::optional_string_enum(row, "attempt_id", |text| {
                retake_protocol::AttemptId::new(text)
            })?,
        },
        made_at: row.get("made_at")?,
        prompt: column::optional_prompt(row, "prompt")?,
        mark: marks::mark_of(row)?,
        size: size.0.zip(size.1),
        length_seconds: row.get("length_seconds")?,
        resolution: row.get("resolution")?,
        videos: row.get("videos")?,
        video: kept_videos::view_of(row)?,
        is_running: row.get::<_, u32>("active_sessions")? > 0,
        is_resumable: row.get::<_, Option<bool>>("is_resumable")?.unwrap_or_default(),
        is_queued: row.get("is_queued")?,
    })
}

#[cfg(test)]
mod tests {
    use retake_protocol::SessionOutcome;

    use super::*;

    #[test]
    fn k3_the_resumable_outcomes_are_those_of_the_rules() {
        let words = SessionOutcome::ALL.iter().filter(|outcome| outcome.is_resumable());
        let words: Vec<_> = words.map(|outcome| format!("'{}'", outcome.as_str())).collect();
        assert_eq!(format!("({})", words.join(", ")), RESUMABLE);
    }
}

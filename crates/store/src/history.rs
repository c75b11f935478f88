//! What the sidebar asks for: pages of images, searched or not, and one image whole. Every query
//! here has its plan asserted in `plans`.

use retake_protocol::history::{HistoryCursor, HistoryPage, HistoryQuery, ImageCard, ImageDetail};
use retake_protocol::view::{Activity, SessionView};
use retake_protocol::{MediaId, Millis, Prompt};
use retake_session::record::SessionRecord;
use rusqlite::{Connection, Result, ToSql};

use crate::table::{attempts, images, log_lines, preferences, sessions};

/// How many attempts [`crate::Store::image_detail`] gives at most.
pub const MAX_DETAIL_ATTEMPTS: u32 = 500;

/// How many sessions [`crate::Store::image_detail`] gives at most.
pub const MAX_DETAIL_SESSIONS: u32 = 200;

/// How many log lines [`crate::Store::image_detail`] gives at most, for each session and for those
/// outside of sessions.
pub const MAX_DETAIL_LOG_LINES: u32 = 500;

/// How many cards a page may have.
const PAGE_CARDS: std::ops::RangeInclusive<u32> = 1..=200;

/// What counts of a search text, in characters.
const SEARCHED_CHARACTERS: usize = 300;

/// The search index holds runs of three characters; a shorter text is looked for by reading.
const INDEXED_CHARACTERS: usize = 3;

// The three pages differ in one condition. `attempts > 0 OR sessions > 0` stands as in the index
// `images_by_activity`, which is what lets `SQLite` use it.
pub(crate) const PAGE: &str = "
    SELECT media_id, coalesce(original_prompt, prompt) AS title, attempts, completed, moderated,
           failed, sessions, active_sessions, last_active_at
    FROM images
    WHERE (attempts > 0 OR sessions > 0)
        AND (last_active_at, media_id) < (:after_time, :after_media_id)
    ORDER BY last_active_at DESC, media_id DESC LIMIT :limit";

pub(crate) const PAGE_BY_INDEX: &str = "
    SELECT media_id, coalesce(original_prompt, prompt) AS title, attempts, completed, moderated,
           failed, sessions, active_sessions, last_active_at
    FROM images
    WHERE (attempts > 0 OR sessions > 0)
        AND (last_active_at, media_id) < (:after_time, :after_media_id)
        AND number IN (
            SELECT image FROM search_texts WHERE number IN (
                SELECT rowid FROM search_index WHERE search_index MATCH :search))
    ORDER BY last_active_at DESC, media_id DESC LIMIT :limit";

pub(crate) const PAGE_BY_READING: &str = r"
    SELECT media_id, coalesce(original_prompt, prompt) AS title, attempts, completed, moderated,
           failed, sessions, active_sessions, last_active_at
    FROM images
    WHERE (attempts > 0 OR sessions > 0)
        AND (last_active_at, media_id) < (:after_time, :after_media_id)
        AND EXISTS (
            SELECT 1 FROM search_texts
            WHERE search_texts.image = images.number AND text LIKE :search ESCAPE '\')
    ORDER BY last_active_at DESC, media_id DESC LIMIT :limit";

pub(crate) fn page(connection: &Connection, query: &HistoryQuery) -> Result<HistoryPage> {
    let limit = query.limit.clamp(*PAGE_CARDS.start(), *PAGE_CARDS.end());
    // One more than asked for tells whether there is a next page.
    let mut cards = cards(connection, query, limit + 1)?;
    let has_more = cards.len() > limit as usize;
    cards.truncate(limit as usize);
    let next = cards.last().filter(|_| has_more).map(|card| HistoryCursor {
        last_active_at: card.last_active_at,
        media_id: card.media_id.clone(),
    });
    Ok(HistoryPage { cards, next })
}

fn cards(connection: &Connection, query: &HistoryQuery, limit: u32) -> Result<Vec<ImageCard>> {
    // No card is as late as the end of time, so that place stands before the first one.
    let (after_time, after_media_id) = match &query.after {
        Some(cursor) => (cursor.last_active_at, cursor.media_id.as_str()),
        None => (Millis::MAX, ""),
    };
    let (sql, search) = match Search::of(&query.search) {
        Search::Nothing => (PAGE, None),
        Search::Index(phrase) => (PAGE_BY_INDEX, Some(phrase)),
        Search::Reading(pattern) => (PAGE_BY_READING, Some(pattern)),
    };
    let mut parameters: Vec<(&str, &dyn ToSql)> = vec![
        (":after_time", &after_time),
        (":after_media_id", &after_media_id),
        (":limit", &limit),
    ];
    if let Some(search) = &search {
        parameters.push((":search", search));
    }
    connection.prepare_cached(sql)?.query_map(&*parameters, images::card_of)?.collect()
}

/// How a search text is looked for.
enum Search {
    Nothing,
    /// A quoted FTS5 phrase.
    Index(String),
    /// A LIKE pattern with `\` as its escape.
    Reading(String),
}

impl Search {
    /// Takes the text as it was typed: what FTS5 or LIKE would read as syntax is quoted. A NUL ends
    /// FTS5's reading, so a text holds none.
    fn of(text: &str) -> Self {
        let text: String =
            text.trim().chars().filter(|&c| c != '\0').take(SEARCHED_CHARACTERS).collect();
        match text.chars().count() {
            0 => Self::Nothing,
            1..INDEXED_CHARACTERS => {
                let quoted = text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
                Self::Reading(format!("%{quoted}%"))
            }
            _ => Self::Index(format!("\"{}\"", text.replace('"', "\"\""))),
        }
    }
}

pub(crate) fn detail(connection: &Connection, media_id: &MediaId) -> Result<Option<ImageDetail>> {
    let Some(card) = images::card(connection, media_id)? else {
        return Ok(None);
    };
    let sessions = sessions::newest_of_image(connection, media_id, MAX_DETAIL_SESSIONS)?
        .into_iter()
        .map(|session| session_view(connection, session, card.original_prompt.as_ref()))
        .collect::<Result<_>>()?;
    Ok(Some(ImageDetail {
        sessions,
        preferences: preferences::read(connection, media_id)?.unwrap_or_default(),
        attempts: attempts::newest_of_image(connection, media_id, MAX_DETAIL_ATTEMPTS)?,
        log: log_lines::outside_sessions(connection, media_id, MAX_DETAIL_LOG_LINES)?,
        card,
    }))
}

fn session_view(
    connection: &Connection,
    session: SessionRecord,
    original_prompt: Option<&Prompt>,
) -> Result<SessionView> {
    let counters = session.counters;
    Ok(SessionView {
        session_id: session.session_id,
        original_prompt: original_prompt.cloned(),
        prompt: session.prompt,
        max_retries: session.max_retries,
        video_goal: session.video_goal,
        failures: counters.failures(),
        retry_count: counters.retry_count(session.max_retries),
        videos_generated: counters.videos_generated,
        credits_used: counters.credits_used(),
        layer1_failures: counters.layer1_failures,
        layer2_failures: counters.layer2_failures,
        layer3_failures: counters.layer3_failures,
        current_post_id: session.current_post_id,
        outcome: session.outcome,
        started_at: session.started_at,
        ended_at: session.ended_at,
        // The store can't know what an active session waits for; the panel shows that.
        activity: if session.ended_at.is_some() { Activity::Ended } else { Activity::Quiet },
        log: log_lines::of_session(connection, session.session_id, MAX_DETAIL_LOG_LINES)?,
        media_id: session.media_id,
    })
}

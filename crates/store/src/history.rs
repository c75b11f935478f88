//! What the sidebar asks for: pages of images, searched or not, and one image whole. Every query
//! here has its plan asserted in `plans`.

use retake_protocol::history::{
    HistoryCursor, HistoryFilter, HistoryOrder, HistoryOutcome, HistoryPage, HistoryQuery,
    ImageCard, ImageDetail,
};
use retake_protocol::view::{Activity, SessionView};
use retake_protocol::{MediaId, Millis, Prompt, SessionOutcome};
use retake_session::record::SessionRecord;
use rusqlite::{Connection, Result, ToSql, named_params};

use crate::search::{FOLD, Word, words};
use crate::table::{actions, attempts, images, log_lines, posts, preferences, sessions};

/// How many attempts [`crate::Store::image_detail`] gives at most.
pub const MAX_DETAIL_ATTEMPTS: u32 = 500;

/// How many sessions [`crate::Store::image_detail`] gives at most.
pub const MAX_DETAIL_SESSIONS: u32 = 200;

/// How many actions [`crate::Store::image_detail`] gives at most.
pub const MAX_DETAIL_ACTIONS: u32 = 1_000;

/// How many log lines [`crate::Store::image_detail`] gives at most, for each session and for those
/// outside of sessions.
pub const MAX_DETAIL_LOG_LINES: u32 = 500;

/// How many cards a page may have.
const PAGE_CARDS: std::ops::RangeInclusive<u32> = 1..=200;

/// From so many matches on, the list is read along instead.
const MANY_MATCHES: u32 = 2_000;

const MATCHES: &str = "
    SELECT count(*) FROM (
        SELECT 1 FROM search_index WHERE search_index MATCH :word LIMIT :most)";

pub(crate) fn page(connection: &Connection, query: &HistoryQuery) -> Result<HistoryPage> {
    let limit = query.limit.clamp(*PAGE_CARDS.start(), *PAGE_CARDS.end());
    // One more than asked for tells whether there is a next page.
    let mut cards = cards(connection, query, limit + 1)?;
    let has_more = cards.len() > limit as usize;
    cards.truncate(limit as usize);
    let last = cards.last().filter(|_| has_more);
    let next = last.map(|(rank, card)| {
        let media_id = card.media_id.clone();
        HistoryCursor { rank: *rank, media_id }
    });
    Ok(HistoryPage { cards: cards.into_iter().map(|(_, card)| card).collect(), next })
}

/// The cards, each with what it is ordered by.
fn cards(
    connection: &Connection,
    query: &HistoryQuery,
    limit: u32,
) -> Result<Vec<(i64, ImageCard)>> {
    // No card ranks as high as the largest number, so that place stands before the first one.
    let (after_rank, after_media_id) = match &query.after {
        Some(cursor) => (cursor.rank, cursor.media_id.as_str()),
        None => (i64::MAX, ""),
    };
    let HistoryFilter { outcome, since, before } = &query.filter;
    let terms = terms(connection, &query.search)?;
    let dates = since.is_some() || before.is_some();
    let dates = if dates { Dates::Bounded } else { Dates::Any };
    let sql = page_sql(query.order, *outcome, &terms, dates);
    let (since, before) = (since.unwrap_or(Millis::MIN), before.unwrap_or(Millis::MAX));
    let mut parameters: Vec<(&str, &dyn ToSql)> = vec![
        (":after_rank", &after_rank),
        (":after_media_id", &after_media_id),
        (":limit", &limit),
    ];
    if dates == Dates::Bounded {
        parameters.extend([(":since", &since as &dyn ToSql), (":before", &before)]);
    }
    let names: Vec<String> = (0..terms.len()).map(term_name).collect();
    let values: Vec<String> = terms.iter().map(Term::bound).collect();
    let bound = names.iter().zip(&values);
    parameters.extend(bound.map(|(name, value)| (name.as_str(), value as &dyn ToSql)));
    connection
        .prepare_cached(&sql)?
        .query_map(&*parameters, |row| Ok((row.get("rank")?, images::card_of(row)?)))?
        .collect()
}

/// Whether a page is of some time alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dates {
    Any,
    Bounded,
}

pub(crate) fn term_name(number: usize) -> String {
    format!(":word{number}")
}

/// The query of a page. `attempts > 0 OR sessions > 0` stands as in the indexes of the orders,
/// which is what lets `SQLite` use them.
pub(crate) fn page_sql(
    order: HistoryOrder,
    outcome: Option<HistoryOutcome>,
    terms: &[Term],
    dates: Dates,
) -> String {
    let rank = match order {
        HistoryOrder::Recent => "last_active_at",
        HistoryOrder::MostVideos => "completed",
        HistoryOrder::BestRate => "rate_floor",
    };
    let is_running = outcome == Some(HistoryOutcome::Running);
    // The plus keeps a filter from choosing the index: the order has it.
    let outcome = match outcome {
        None => "",
        Some(HistoryOutcome::Completed) => "AND +completed > 0",
        Some(HistoryOutcome::WithoutVideo) => "AND +completed = 0",
        Some(HistoryOutcome::Moderated) => "AND +moderated > 0",
        Some(HistoryOutcome::Failed) => "AND +failed > 0",
        Some(HistoryOutcome::Running) => "AND active_sessions > 0",
        Some(HistoryOutcome::Resumable) => &format!("AND last_outcome IN ({})", resumable()),
    };
    let dates = match (dates, order) {
        (Dates::Any, _) => "",
        (Dates::Bounded, HistoryOrder::Recent) => {
            "AND last_active_at >= :since AND last_active_at < :before"
        }
        (Dates::Bounded, _) => "AND +last_active_at >= :since AND +last_active_at < :before",
    };
    let search: String = terms.iter().enumerate().map(|(number, term)| term.sql(number)).collect();
    // The handful of running images is found by its own index, and then put in order.
    let table = if is_running { "images INDEXED BY images_running" } else { "images" };
    format!(
        "SELECT {rank} AS rank, media_id, kind, coalesce(original_prompt, prompt) AS title, attempts,
                completed, moderated, failed, sessions, active_sessions, last_active_at,
                (SELECT outcome FROM sessions WHERE sessions.media_id = images.media_id
                 ORDER BY started_at DESC, session_id DESC LIMIT 1) AS last_outcome
         FROM {table}
         WHERE (attempts > 0 OR sessions > 0)
             AND ({rank}, media_id) < (:after_rank, :after_media_id)
             {outcome} {dates} {search}
         ORDER BY {rank} DESC, media_id DESC LIMIT :limit"
    )
}

/// The outcomes of sessions that can be resumed (spec C13), as SQL has them.
fn resumable() -> String {
    let outcomes = SessionOutcome::ALL.iter().filter(|outcome| outcome.is_resumable());
    outcomes.map(|outcome| format!("'{}'", outcome.as_str())).collect::<Vec<_>>().join(", ")
}

/// One word, and how it is looked for: an image has it where any text of its has it.
pub(crate) enum Term {
    /// In the search index.
    Index(Word),
    /// In each text, along the list.
    Reading(Word),
}

impl Term {
    pub(crate) fn sql(&self, number: usize) -> String {
        let name = term_name(number);
        match self {
            Self::Index(_) => format!(
                " AND number IN (
                    SELECT image FROM search_texts WHERE number IN (
                        SELECT rowid FROM search_index WHERE search_index MATCH {name}))"
            ),
            Self::Reading(_) => format!(
                r" AND EXISTS (
                    SELECT 1 FROM search_texts
                    WHERE search_texts.image = images.number
                        AND {FOLD}(text) LIKE {name} ESCAPE '\')"
            ),
        }
    }

    pub(crate) fn bound(&self) -> String {
        match self {
            Self::Index(word) => word.phrase(),
            Self::Reading(word) => word.pattern(),
        }
    }
}

/// How each word that was typed is looked for. Where very many texts hold all of the words, the first
/// of them are found sooner by reading along the list.
pub(crate) fn terms(connection: &Connection, typed: &str) -> Result<Vec<Term>> {
    let words = words(typed).into_iter();
    let terms = words.map(|word| {
        if !word.is_indexed() {
            return Ok(Term::Reading(word));
        }
        let parameters = named_params! { ":word": word.phrase(), ":most": MANY_MATCHES };
        let matches: u32 =
            connection.prepare_cached(MATCHES)?.query_row(parameters, |row| row.get(0))?;
        Ok(if matches < MANY_MATCHES { Term::Index(word) } else { Term::Reading(word) })
    });
    terms.collect()
}

pub(crate) fn detail(connection: &Connection, media_id: &MediaId) -> Result<Option<ImageDetail>> {
    let (Some(card), Some(facts)) =
        (images::card(connection, media_id)?, images::facts(connection, media_id)?)
    else {
        return Ok(None);
    };
    let sessions = sessions::newest_of_image(connection, media_id, MAX_DETAIL_SESSIONS)?
        .into_iter()
        .map(|session| session_view(connection, session, card.original_prompt.as_ref()))
        .collect::<Result<_>>()?;
    Ok(Some(ImageDetail {
        size: facts.width.zip(facts.height),
        create_time: facts.create_time,
        first_seen_at: facts.first_seen_at,
        posts: posts::of_image(connection, media_id)?,
        preferences: preferences::read(connection, media_id)?.unwrap_or_default(),
        layers: attempts::layers_of_image(connection, media_id)?,
        sessions,
        attempts: attempts::newest_of_image(connection, media_id, MAX_DETAIL_ATTEMPTS)?,
        actions: actions::newest_of_image(connection, media_id, MAX_DETAIL_ACTIONS)?,
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
        can_resume: session.outcome.is_resumable(),
        started_at: session.started_at,
        ended_at: session.ended_at,
        // The store can't know what an active session waits for; the panel shows that.
        activity: if session.ended_at.is_some() { Activity::Ended } else { Activity::Quiet },
        log: log_lines::of_session(connection, session.session_id, MAX_DETAIL_LOG_LINES)?,
        media_id: session.media_id,
    })
}

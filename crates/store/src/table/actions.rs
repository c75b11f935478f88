//! `actions`: one row a click that was decided on, from before it is issued (spec C9).

use retake_protocol::history::ActionView;
use retake_protocol::{ActionId, ActionKind, ActionState, MediaId, Millis, Refusal, SessionId};
use retake_session::record::{ActionRecord, LastPress};
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO actions (action_id, session_id, media_id, kind, prompt, due_at, issued_at,
                         answered_at, state, refusal)
    VALUES (:action_id, :session_id, :media_id, :kind, :prompt, :due_at, :issued_at,
            :answered_at, :state, :refusal)
    ON CONFLICT (action_id) DO UPDATE SET
        kind = excluded.kind,
        prompt = excluded.prompt,
        due_at = excluded.due_at,
        issued_at = excluded.issued_at,
        answered_at = excluded.answered_at,
        state = excluded.state,
        refusal = excluded.refusal";

// Both are written out for the indexes of the same conditions.
pub(crate) const OPEN: &str =
    "SELECT * FROM actions WHERE state IN ('scheduled', 'issued') ORDER BY action_id";

pub(crate) const LAST_ANSWERED_CLICK: &str =
    "SELECT max(answered_at) AS at FROM actions WHERE state = 'clicked'";

pub(crate) const LAST_UNANSWERED_ISSUE: &str = "
    SELECT max(issued_at) AS at FROM actions
    WHERE state IN ('scheduled', 'issued') AND answered_at IS NULL";

// UNION, not UNION ALL: sessions of a file from outside may go on from each other.
pub(crate) const LAST_PRESS_OF_SESSION: &str = "
    WITH RECURSIVE chain (session_id, resumed_from) AS (
        SELECT session_id, resumed_from FROM sessions WHERE session_id = :session_id
        UNION
        SELECT s.session_id, s.resumed_from FROM chain c JOIN sessions s ON s.session_id = c.resumed_from
    )
    SELECT a.session_id, a.issued_at AS at FROM chain c JOIN actions a ON a.session_id = c.session_id
    WHERE a.state IN ('clicked', 'issued') AND a.issued_at IS NOT NULL
    UNION ALL
    SELECT p.begins_session, p.pressed_at FROM chain c CROSS JOIN presses p
    ON p.begins_session = c.session_id
    ORDER BY at DESC LIMIT 1";

const ALL: &str = "SELECT * FROM actions ORDER BY action_id";

pub(crate) const OF_IMAGE: &str =
    "SELECT * FROM actions WHERE media_id = :media_id ORDER BY action_id";

pub(crate) const NEWEST_OF_IMAGE: &str = "
    SELECT action_id, session_id, kind, state, due_at, issued_at, answered_at, refusal
    FROM actions WHERE media_id = :media_id ORDER BY action_id DESC LIMIT :limit";

// AUTOINCREMENT's own book: it also knows the numbers of actions that were deleted.
const LAST_ID: &str = "SELECT seq FROM sqlite_sequence WHERE name = 'actions'";

pub(crate) fn write(connection: &Connection, action: &ActionRecord) -> Result<()> {
    let ActionRecord {
        action_id,
        session_id,
        media_id,
        kind,
        prompt,
        due_at,
        issued_at,
        answered_at,
        state,
        refusal,
    } = action;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":action_id": action_id.0,
        ":session_id": session_id.0,
        ":media_id": media_id.as_str(),
        ":kind": kind.as_str(),
        ":prompt": prompt.as_str(),
        ":due_at": due_at,
        ":issued_at": issued_at,
        ":answered_at": answered_at,
        ":state": state.as_str(),
        ":refusal": refusal.map(Refusal::as_str),
    })?;
    Ok(())
}

/// The actions that are scheduled, or issued without an answer, in order of scheduling.
pub(crate) fn open(connection: &Connection) -> Result<Vec<ActionRecord>> {
    connection.prepare_cached(OPEN)?.query_map([], record_of)?.collect()
}

/// All actions, in order of scheduling.
pub(crate) fn all(connection: &Connection) -> Result<Vec<ActionRecord>> {
    connection.prepare_cached(ALL)?.query_map([], record_of)?.collect()
}

/// All actions of an image, in order of scheduling.
pub(crate) fn of_image(connection: &Connection, media_id: &MediaId) -> Result<Vec<ActionRecord>> {
    connection
        .prepare_cached(OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, record_of)?
        .collect()
}

/// The newest actions of an image, newest first.
pub(crate) fn newest_of_image(
    connection: &Connection,
    media_id: &MediaId,
    limit: u32,
) -> Result<Vec<ActionView>> {
    connection
        .prepare_cached(NEWEST_OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str(), ":limit": limit }, view_of)?
        .collect()
}

/// When the page was last clicked, or was last asked to click and has not answered: then it may
/// have clicked, and the cooldown (spec C8) counts from there.
pub(crate) fn last_click_at(connection: &Connection) -> Result<Option<Millis>> {
    let at = |row: &Row<'_>| row.get::<_, Option<Millis>>("at");
    let answered = connection.prepare_cached(LAST_ANSWERED_CLICK)?.query_row([], at)?;
    let unanswered = connection.prepare_cached(LAST_UNANSWERED_ISSUE)?.query_row([], at)?;
    Ok(answered.max(unanswered))
}

/// When a session, or one that it goes on from, last pressed or may have; or the press that it began at.
pub(crate) fn last_press_of_session(
    connection: &Connection,
    session_id: SessionId,
) -> Result<Option<LastPress>> {
    connection
        .prepare_cached(LAST_PRESS_OF_SESSION)?
        .query_row(named_params! { ":session_id": session_id.0 }, |row| {
            let session_id = SessionId(row.get("session_id")?);
            Ok(LastPress { session_id, at: row.get("at")? })
        })
        .optional()
}

/// The highest number that an action was ever given.
pub(crate) fn last_id(connection: &Connection) -> Result<Option<ActionId>> {
    connection.prepare_cached(LAST_ID)?.query_row([], |row| row.get("seq").map(ActionId)).optional()
}

fn record_of(row: &Row<'_>) -> Result<ActionRecord> {
    Ok(ActionRecord {
        action_id: ActionId(row.get("action_id")?),
        session_id: SessionId(row.get("session_id")?),
        media_id: column::media_id(row, "media_id")?,
        kind: column::string_enum(row, "kind", ActionKind::from_text)?,
        prompt: column::prompt(row, "prompt")?,
        due_at: row.get("due_at")?,
        issued_at: row.get("issued_at")?,
        answered_at: row.get("answered_at")?,
        state: column::string_enum(row, "state", ActionState::from_text)?,
        refusal: column::optional_string_enum(row, "refusal", Refusal::from_text)?,
    })
}

fn view_of(row: &Row<'_>) -> Result<ActionView> {
    Ok(ActionView {
        action_id: ActionId(row.get("action_id")?),
        session_id: SessionId(row.get("session_id")?),
        kind: column::string_enum(row, "kind", ActionKind::from_text)?,
        state: column::string_enum(row, "state", ActionState::from_text)?,
        due_at: row.get("due_at")?,
        issued_at: row.get("issued_at")?,
        answered_at: row.get("answered_at")?,
        refusal: column::optional_string_enum(row, "refusal", Refusal::from_text)?,
    })
}

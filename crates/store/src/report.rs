//! Everything that was counted, whole and in order: what `retake replay` prints (spec F7). It is
//! meant for the small databases of recordings; the sidebar reads pages instead.

use std::collections::BTreeSet;

use retake_protocol::{AttemptId, AttemptOutcome, MediaId, SessionId, Source};
use retake_session::record::{ActionRecord, Decision, SessionRecord};
use rusqlite::{Connection, Result};

use crate::table::{actions, attempts, images, sessions};

/// What [`crate::Store::report`] gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The images with an attempt or a session, in order of first sight.
    pub images: Vec<ImageCount>,
    /// All sessions in order of start, each with the attempts it counted, in counting order.
    pub sessions: Vec<(SessionRecord, Vec<AttemptId>)>,
    /// All actions, in order of scheduling.
    pub actions: Vec<ActionRecord>,
    /// All attempts, in order of first sight.
    pub attempts: Vec<ToldAttempt>,
}

/// Which sources reported an attempt, and what decided it (spec H1, H2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldAttempt {
    /// Its id.
    pub attempt_id: AttemptId,
    /// Its image; `None`: nothing ties it to one (spec A8).
    pub media_id: Option<MediaId>,
    /// How it stands or ended.
    pub outcome: AttemptOutcome,
    /// The sources that reported it.
    pub told_by: BTreeSet<Source>,
    /// What its end was learned from; `None`: it has not ended.
    pub decided: Option<Decision>,
    /// The session that counted it.
    pub counted_in: Option<SessionId>,
}

/// How many attempts an image had, by outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageCount {
    /// The image.
    pub media_id: MediaId,
    /// All of them, finished or not.
    pub attempts: u32,
    /// Finished videos that were not moderated.
    pub completed: u32,
    /// Moderated by Grok.
    pub moderated: u32,
    /// Failed for a technical reason.
    pub failed: u32,
}

pub(crate) fn read(connection: &Connection) -> Result<Report> {
    let sessions = sessions::all(connection)?
        .into_iter()
        .map(|session| {
            let counted = attempts::counted_in(connection, session.session_id)?;
            Ok((session, counted))
        })
        .collect::<Result<_>>()?;
    Ok(Report {
        images: images::counts(connection)?,
        sessions,
        actions: actions::all(connection)?,
        attempts: attempts::all_told(connection)?,
    })
}

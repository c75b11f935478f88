//! Everything that was counted, whole and in order: what `retake replay` prints (spec F7). It is
//! meant for the small databases of recordings; the sidebar reads pages instead.

use retake_protocol::{AttemptId, MediaId};
use retake_session::record::{ActionRecord, SessionRecord};
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
    Ok(Report { images: images::counts(connection)?, sessions, actions: actions::all(connection)? })
}

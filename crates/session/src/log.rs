//! The log of an image: what happened and why, in sentences for people.

use retake_protocol::{AttemptId, MediaId};

use crate::machine::Machine;
use crate::record::{Change, LogRecord};
use retake_protocol::view::LogLine;

/// How many lines of a session are kept for the panel; the store keeps all.
const PANEL_LINES: usize = 50;

/// How much of an attempt's id a log line shows, in characters.
const SHORT_ID: usize = 8;

/// The start of an id: enough to tell attempts apart by eye.
pub(crate) fn short(attempt_id: &AttemptId) -> String {
    attempt_id.as_str().chars().take(SHORT_ID).collect()
}

/// A span in words: `8 s`, `1.5 s`.
pub(crate) fn seconds(span: retake_protocol::Millis) -> String {
    let (whole, tenths) = (span / 1000, span % 1000 / 100);
    if tenths == 0 { format!("{whole} s") } else { format!("{whole}.{tenths} s") }
}

impl Machine {
    /// Appends a line to the image's log, and to its active session's.
    pub(crate) fn log(&mut self, media_id: &MediaId, about: Option<&AttemptId>, message: String) {
        let line = LogLine { at: self.now, message, attempt_id: about.cloned() };
        let session = self.images.get_mut(media_id).and_then(|image| image.session.as_mut());
        let session_id = session.as_ref().map(|session| session.record.session_id);
        if let Some(session) = session {
            if session.log.len() == PANEL_LINES {
                session.log.remove(0);
            }
            session.log.push(line.clone());
        }
        self.output.put(Change::Log(LogRecord {
            media_id: media_id.clone(),
            session_id,
            attempt_id: line.attempt_id,
            at: line.at,
            message: line.message,
        }));
    }
}

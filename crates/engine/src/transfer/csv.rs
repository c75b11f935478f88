//! The CSV form: one row an attempt, times as people and spreadsheets read them (UTC).
//!
//! It begins with a byte order mark: without one, Excel takes UTF-8 for the system's own code page
//! (spec D6). A text that a spreadsheet would take for a formula gets an apostrophe in front, as
//! OWASP's advice on CSV injection has it: prompts come from a page. So does what follows a
//! character by which another locale, or a user, may split the cell.

use std::io::{self, Write};

use csv::Writer;
use jiff::Timestamp;
use retake_protocol::{Layer, LayerSource, Millis, Prompt, SessionId};
use retake_session::record::{AttemptRecord, ImageHistory};

use super::ExportWriter;

const COLUMNS: [&str; 17] = [
    "media_id",
    "attempt_id",
    "outcome",
    "layer",
    "layer_source",
    "percent",
    "session_id",
    "created_at",
    "first_seen_at",
    "ended_at",
    "prompt",
    "original_prompt",
    "length_seconds",
    "resolution",
    "mode",
    "video_url",
    "thumbnail_url",
];

pub(super) struct Export<W: Write> {
    rows: Writer<W>,
}

impl<W: Write> Export<W> {
    pub(super) fn start(mut file: W) -> io::Result<Self> {
        file.write_all("\u{feff}".as_bytes())?;
        let mut rows = Writer::from_writer(file);
        rows.write_record(COLUMNS)?;
        Ok(Self { rows })
    }
}

impl<W: Write> ExportWriter for Export<W> {
    fn add(&mut self, history: &ImageHistory) -> io::Result<()> {
        for attempt in &history.attempts {
            self.rows.write_record(row(history, attempt).map(|cell| as_text(&cell)))?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.rows.flush()
    }
}

/// In the order of [`COLUMNS`].
fn row(history: &ImageHistory, attempt: &AttemptRecord) -> [String; 17] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    let prompt = |prompt: &Option<Prompt>| {
        prompt.as_ref().map(|prompt| prompt.as_str().to_owned()).unwrap_or_default()
    };
    let session: Option<SessionId> = attempt.counted.map(|counted| counted.session_id);
    [
        attempt.media_id.to_string(),
        attempt.attempt_id.to_string(),
        attempt.outcome.as_str().to_owned(),
        attempt.layer.map(Layer::as_str).unwrap_or_default().to_owned(),
        attempt.layer_source.map(LayerSource::as_str).unwrap_or_default().to_owned(),
        number(attempt.percent),
        session.map(|session_id| session_id.to_string()).unwrap_or_default(),
        time(attempt.create_time),
        time(Some(attempt.first_seen_at)),
        time(attempt.ended_at),
        prompt(&attempt.prompt),
        prompt(&history.image.original_prompt),
        number(attempt.length_seconds),
        text(&attempt.resolution),
        text(&attempt.mode),
        text(&attempt.video_url),
        text(&attempt.thumbnail_url),
    ]
}

/// As `2026-11-21T10:00:00Z`; empty where there is none, or none that a calendar has.
fn time(at: Option<Millis>) -> String {
    let at = at.and_then(|at| Timestamp::from_millisecond(at).ok());
    at.map(|at| at.to_string()).unwrap_or_default()
}

fn as_text(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len() + 1);
    let mut begins_cell = true;
    for character in cell.chars() {
        if begins_cell && may_begin_formula(character) {
            text.push('\'');
        }
        text.push(character);
        begins_cell = match character {
            ';' | ',' | '|' | '\t' | '\r' | '\n' => true,
            ' ' | '"' | '\u{a0}' | '\u{3000}' => begins_cell,
            _ => false,
        };
    }
    text
}

/// The signs of OWASP's list, and their full-width forms, which some spreadsheets take for them.
fn may_begin_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d6_what_a_spreadsheet_would_take_for_a_formula_is_text() {
        for (cell, text) in [
            ("slow pan", "slow pan"),
            ("a-b = c", "a-b = c"),
            ("=1+1", "'=1+1"),
            (" =1", " '=1"),
            ("\t=1", "'\t'=1"),
            ("x;=1", "x;'=1"),
            ("x; \"-1", "x; \"'-1"),
            ("x\n@sum", "x\n'@sum"),
            ("x\t+1", "x\t'+1"),
            ("＝1", "'＝1"),
        ] {
            assert_eq!(as_text(cell), text, "{cell:?}");
        }
    }
}

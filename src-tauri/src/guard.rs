//! What the page may say: size, rate and shape, checked before the engine hears of it.
//!
//! The page is not trusted. What is refused is counted, and the count goes to the diagnostics at
//! most once a second, as a problem of the piece `guard`.

use retake_protocol::Millis;
use retake_protocol::health::{Found, MAX_SELECTOR_BYTES};
use retake_protocol::id::MAX_ID_BYTES;
use retake_protocol::observer::{
    Answer, FullSnapshot, MAX_ANSWER_BYTES, MAX_NOTICE_BYTES, MAX_RECORD_BYTES, MAX_REQUEST_BYTES,
    MAX_SNAPSHOT_BYTES, MAX_STREAM_PIECE_BYTES, Signal, Splice, StreamPiece,
};

/// How many messages a second the page may send for long.
const PER_SECOND: u32 = 50;
/// How many it may send at once.
const BURST: u32 = 200;
/// The least time between two counts in the diagnostics.
const REPORT_EVERY: Millis = 1000;

/// The longest path of a url, in bytes.
const MAX_PATH_BYTES: usize = 2048;
/// How many headers of an answer can be told.
const MAX_HEADERS: usize = 16;
/// The latest date that JavaScript knows, in ms since the Unix epoch.
const LATEST_DATE: Millis = 8_640_000_000_000_000;
/// The longest name of a piece, in bytes: a file of `injected/`.
const MAX_PIECE_BYTES: usize = 128;
/// The longest text of what the extension left, in bytes: the page script sends a million
/// characters at most.
const MAX_EXTENSION_BYTES: usize = 4_000_000;
/// What the extension left is kept until its image is known, so the page could fill the disk with it: so
/// much of it may come within an hour, in bytes. An honest page sends the same few at each load.
const MOST_EXTENSION_BYTES_AN_HOUR: usize = 64_000_000;
const HOUR: Millis = 3_600_000;
/// The longest picture, in bytes of base64: 192 KiB of a picture.
const MAX_PICTURE_BYTES: usize = 262_144;
/// How many pieces of the page can be reported at once.
const MAX_FOUND: usize = 32;
/// The longest message of a problem, in bytes.
const MAX_MESSAGE_BYTES: usize = 2000;

/// Why a message of the page was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    /// Occurs when messages come faster than any honest page sends them.
    #[error("the page sends more than {PER_SECOND} messages a second")]
    TooMany,
    /// Occurs when a text is longer than it can honestly be.
    #[error("{what} is longer than {limit} bytes")]
    TooLong {
        /// Which text.
        what: &'static str,
        /// In bytes.
        limit: usize,
    },
    /// Occurs when more comes within an hour than an honest page has.
    #[error("{what} comes to more than {limit} bytes within an hour")]
    TooMuch {
        /// Which text.
        what: &'static str,
        /// In bytes.
        limit: usize,
    },
    /// Occurs when a value is not what its name says.
    #[error("{what} is not well-formed")]
    Malformed {
        /// Which value.
        what: &'static str,
    },
}

/// Counts what the page sends and what was refused of it.
#[derive(Debug)]
pub(crate) struct Guard {
    bucket: Bucket,
    extension: Hour,
    refused: u32,
    last_refusal: Option<Refused>,
    reported_at: Option<Millis>,
}

impl Guard {
    /// A guard that has seen nothing yet.
    pub(crate) fn new(now: Millis) -> Self {
        Self {
            bucket: Bucket::full(now),
            extension: Hour::default(),
            refused: 0,
            last_refusal: None,
            reported_at: None,
        }
    }

    /// Lets a signal pass or says what is wrong with it.
    pub(crate) fn check_signal(&mut self, signal: &Signal, now: Millis) -> Result<(), Refused> {
        self.check(now, || signal_shape(signal))
    }

    /// Lets a question to be admitted pass or says what is wrong with it.
    pub(crate) fn check_hello(&mut self, now: Millis) -> Result<(), Refused> {
        self.check(now, || Ok(()))
    }

    /// Lets a whole text pass or says what is wrong with it.
    pub(crate) fn check_text(&mut self, text: &FullSnapshot, now: Millis) -> Result<(), Refused> {
        let text = text.text.as_deref().unwrap_or_default();
        self.check(now, || within("the snapshot", text, MAX_SNAPSHOT_BYTES))
    }

    /// Lets a splice pass or says what is wrong with it.
    pub(crate) fn check_splice(&mut self, splice: &Splice, now: Millis) -> Result<(), Refused> {
        self.check(now, || {
            within("the splice", &splice.middle, MAX_SNAPSHOT_BYTES)?;
            let is_plausible = splice.length <= MAX_SNAPSHOT_BYTES;
            is_plausible.then_some(()).ok_or(Refused::Malformed { what: "the splice's length" })
        })
    }

    /// Lets a piece of a stream pass or says what is wrong with it.
    pub(crate) fn check_stream(&mut self, piece: &StreamPiece, now: Millis) -> Result<(), Refused> {
        self.check(now, || within("a piece of a stream", &piece.text, MAX_STREAM_PIECE_BYTES))
    }

    /// Lets what the extension left pass or says what is wrong with it.
    pub(crate) fn check_extension(&mut self, entries: &str, now: Millis) -> Result<(), Refused> {
        let what = "what the extension left";
        let limit = MOST_EXTENSION_BYTES_AN_HOUR;
        let is_within = self.extension.takes(entries.len(), limit, now);
        self.check(now, || {
            within(what, entries, MAX_EXTENSION_BYTES)?;
            is_within.then_some(()).ok_or(Refused::TooMuch { what, limit })
        })
    }

    /// Lets an answer to a question for a picture pass or says what is wrong with it.
    pub(crate) fn check_picture(&mut self, base64: &str, now: Millis) -> Result<(), Refused> {
        self.check(now, || within("a picture", base64, MAX_PICTURE_BYTES))
    }

    /// Lets what was found on the page pass or says what is wrong with it.
    pub(crate) fn check_found(&mut self, found: &[Found], now: Millis) -> Result<(), Refused> {
        self.check(now, || {
            let is_short = found.len() <= MAX_FOUND;
            is_short
                .then_some(())
                .ok_or(Refused::Malformed { what: "the list of what is found" })?;
            found.iter().try_for_each(|one| {
                within("the name of a piece", &one.piece, MAX_PIECE_BYTES)?;
                within("what was found", one.how.as_deref().unwrap_or_default(), MAX_MESSAGE_BYTES)
            })
        })
    }

    /// Lets the selector of a control pass or says what is wrong with it.
    pub(crate) fn check_selector(&mut self, selector: &str, now: Millis) -> Result<(), Refused> {
        self.check(now, || within("a selector", selector, MAX_SELECTOR_BYTES))
    }

    /// What to tell the diagnostics of refusals since the last report; `None`: nothing, or it was
    /// told less than a second ago.
    pub(crate) fn report(&mut self, now: Millis) -> Option<Signal> {
        let is_early = self.reported_at.is_some_and(|at| now - at < REPORT_EVERY);
        let refusal = self.last_refusal.filter(|_| !is_early)?;
        let count = std::mem::take(&mut self.refused);
        self.last_refusal = None;
        self.reported_at = Some(now);
        Some(Signal::Problem {
            piece: "guard".into(),
            message: format!("Refused {count} message(s) of the page; the last because {refusal}."),
        })
    }

    fn check(
        &mut self,
        now: Millis,
        shape: impl FnOnce() -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let checked = if self.bucket.take(now) { shape() } else { Err(Refused::TooMany) };
        if let Err(refusal) = checked {
            self.refused = self.refused.saturating_add(1);
            self.last_refusal = Some(refusal);
        }
        checked
    }
}

fn signal_shape(signal: &Signal) -> Result<(), Refused> {
    match signal {
        // That an id, a refusal or a result is one was settled when it was read.
        Signal::PageLoad
        | Signal::RateLimited
        | Signal::ModerationSeen
        | Signal::UserActive
        | Signal::UserPress { .. }
        | Signal::MainPicture { .. }
        | Signal::AccessRefused { .. }
        | Signal::ActionResult { .. } => Ok(()),
        Signal::Route { path, conversation } => {
            within("the path", path, MAX_PATH_BYTES)?;
            within("the conversation", conversation.as_deref().unwrap_or_default(), MAX_ID_BYTES)?;
            let is_path = path.starts_with('/');
            is_path.then_some(()).ok_or(Refused::Malformed { what: "the path" })
        }
        Signal::Progress { percent, .. } => {
            let is_percent = (0.0..=100.0).contains(percent);
            is_percent.then_some(()).ok_or(Refused::Malformed { what: "the percent" })
        }
        Signal::Notice { text, .. } => within("a notice", text, MAX_NOTICE_BYTES),
        Signal::Request { body, .. } => {
            within("a request", body.as_deref().unwrap_or_default(), MAX_REQUEST_BYTES)
        }
        Signal::Answer(answer) => answer_shape(answer),
        Signal::Record { body } => within("a record", body, MAX_RECORD_BYTES),
        Signal::Clock { grok_ms } => {
            let is_date = (0..=LATEST_DATE).contains(grok_ms);
            is_date.then_some(()).ok_or(Refused::Malformed { what: "Grok's clock" })
        }
        Signal::Problem { piece, message } => {
            within("the piece's name", piece, MAX_PIECE_BYTES)?;
            within("the problem's message", message, MAX_MESSAGE_BYTES)
        }
    }
}

fn answer_shape(answer: &Answer) -> Result<(), Refused> {
    within("the path", &answer.path, MAX_PATH_BYTES)?;
    let is_few = answer.headers.len() <= MAX_HEADERS;
    is_few.then_some(()).ok_or(Refused::Malformed { what: "the list of headers" })?;
    for (name, value) in &answer.headers {
        within("the name of a header", name, MAX_PIECE_BYTES)?;
        within("a header", value, MAX_MESSAGE_BYTES)?;
    }
    within("an answer", &answer.body, MAX_ANSWER_BYTES)
}

fn within(what: &'static str, text: &str, limit: usize) -> Result<(), Refused> {
    (text.len() <= limit).then_some(()).ok_or(Refused::TooLong { what, limit })
}

/// How many bytes came within the hour that began with the first of them.
#[derive(Debug, Default)]
struct Hour {
    began_at: Option<Millis>,
    bytes: usize,
}

impl Hour {
    /// Whether `bytes` more stay within `limit` at `now`; then they count.
    fn takes(&mut self, bytes: usize, limit: usize, now: Millis) -> bool {
        if self.began_at.is_none_or(|at| now - at >= HOUR) {
            (self.began_at, self.bytes) = (Some(now), 0);
        }
        let is_within = self.bytes.saturating_add(bytes) <= limit;
        if is_within {
            self.bytes += bytes;
        }
        is_within
    }
}

/// A token bucket; a token is a thousandth here, so that no fraction is lost.
#[derive(Debug)]
struct Bucket {
    thousandths: i64,
    filled_at: Millis,
}

impl Bucket {
    const CAPACITY: i64 = BURST as i64 * 1000;

    fn full(now: Millis) -> Self {
        Self { thousandths: Self::CAPACITY, filled_at: now }
    }

    fn take(&mut self, now: Millis) -> bool {
        let gained = (now - self.filled_at).saturating_mul(i64::from(PER_SECOND));
        self.thousandths = self.thousandths.saturating_add(gained).min(Self::CAPACITY);
        self.filled_at = now;
        let is_there = self.thousandths >= 1000;
        if is_there {
            self.thousandths -= 1000;
        }
        is_there
    }
}

#[cfg(test)]
mod tests {
    use retake_protocol::AttemptId;

    use super::*;

    fn route(path: &str) -> Signal {
        Signal::Route { path: path.into(), conversation: None }
    }

    fn progress(percent: f64) -> Signal {
        Signal::Progress { percent, attempt_id: None }
    }

    fn problem(piece: usize, message: usize) -> Signal {
        Signal::Problem { piece: "p".repeat(piece), message: "m".repeat(message) }
    }

    fn notice(length: usize) -> Signal {
        Signal::Notice { text: "n".repeat(length), visible: true }
    }

    fn request(length: usize) -> Signal {
        Signal::Request { stream: 1, body: Some("r".repeat(length)) }
    }

    fn answer(headers: usize, body: usize) -> Signal {
        let header = |number: usize| (number.to_string(), "x".to_owned());
        Signal::Answer(Answer {
            stream: Some(1),
            path: "/rest/app-chat/conversations/new".into(),
            status: 429,
            headers: (0..headers).map(header).collect(),
            body: "b".repeat(body),
        })
    }

    #[test]
    fn honest_signals_pass() {
        for signal in [
            Signal::PageLoad,
            Signal::RateLimited,
            Signal::UserActive,
            route("/imagine/post/11111111-aaaa"),
            progress(0.0),
            progress(100.0),
            Signal::Progress { percent: 3.0, attempt_id: AttemptId::new("a".repeat(128)) },
            notice(MAX_NOTICE_BYTES),
            request(MAX_REQUEST_BYTES),
            answer(MAX_HEADERS, MAX_ANSWER_BYTES),
            Signal::Clock { grok_ms: LATEST_DATE },
            problem(128, 2000),
        ] {
            assert_eq!(Guard::new(0).check_signal(&signal, 0), Ok(()), "{signal:?}");
        }
    }

    #[test]
    fn signals_out_of_shape_are_refused() {
        for signal in [
            route("imagine"),
            route(""),
            route(&format!("/{}", "a".repeat(2048))),
            progress(-0.1),
            progress(100.1),
            progress(f64::NAN),
            notice(MAX_NOTICE_BYTES + 1),
            request(MAX_REQUEST_BYTES + 1),
            answer(MAX_HEADERS + 1, 0),
            answer(0, MAX_ANSWER_BYTES + 1),
            Signal::Record { body: "r".repeat(MAX_RECORD_BYTES + 1) },
            Signal::Clock { grok_ms: -1 },
            Signal::Clock { grok_ms: LATEST_DATE + 1 },
            problem(129, 1),
            problem(1, 2001),
        ] {
            assert!(Guard::new(0).check_signal(&signal, 0).is_err(), "{signal:?}");
        }
    }

    #[test]
    fn a_snapshot_holds_16_mib_at_most() {
        let text = |length| FullSnapshot::of_session(1, Some("x".repeat(length)));
        let splice = |middle, length| Splice {
            sequence: 2,
            kept_head: 0,
            kept_tail: 0,
            middle: "x".repeat(middle),
            length,
        };
        let mut guard = Guard::new(0);
        assert_eq!(guard.check_text(&FullSnapshot::of_session(1, None), 0), Ok(()));
        assert_eq!(guard.check_text(&text(MAX_SNAPSHOT_BYTES), 0), Ok(()));
        assert!(guard.check_text(&text(MAX_SNAPSHOT_BYTES + 1), 0).is_err());
        assert_eq!(guard.check_splice(&splice(10, 10), 0), Ok(()));
        assert!(guard.check_splice(&splice(MAX_SNAPSHOT_BYTES + 1, 10), 0).is_err());
        assert!(guard.check_splice(&splice(10, MAX_SNAPSHOT_BYTES + 1), 0).is_err());
    }

    #[test]
    fn a_burst_of_200_passes_then_50_a_second() {
        let mut guard = Guard::new(0);
        let mut passed =
            |now| (0..300).filter(|_| guard.check_signal(&Signal::PageLoad, now).is_ok()).count();
        assert_eq!(passed(0), 200);
        assert_eq!(passed(10), 0);
        assert_eq!(passed(1000), 50);
        assert_eq!(passed(1_000_000), 200);
    }

    #[test]
    fn refusals_are_reported_once_a_second_with_their_count() {
        let mut guard = Guard::new(0);
        assert_eq!(guard.report(0), None);
        let refuse = |guard: &mut Guard, now| guard.check_signal(&progress(200.0), now).is_err();
        assert!(refuse(&mut guard, 0));
        assert!(guard.report(0).is_some());
        assert!(refuse(&mut guard, 10) && refuse(&mut guard, 20));
        assert_eq!(guard.report(999), None);
        assert_eq!(
            guard.report(1000),
            Some(Signal::Problem {
                piece: "guard".into(),
                message: "Refused 2 message(s) of the page; the last because \
                          the percent is not well-formed."
                    .into()
            })
        );
        assert_eq!(guard.report(5000), None);
    }

    #[test]
    fn a_piece_of_a_stream_is_short() {
        let piece = |length| StreamPiece { stream: 1, text: "x".repeat(length), end: None };
        let mut guard = Guard::new(0);
        assert_eq!(guard.check_stream(&piece(MAX_STREAM_PIECE_BYTES), 0), Ok(()));
        assert!(guard.check_stream(&piece(MAX_STREAM_PIECE_BYTES + 1), 0).is_err());
    }

    #[test]
    fn what_is_found_and_pointed_at_is_short() {
        let mut guard = Guard::new(0);
        let found =
            |how: usize| Found { piece: "store".into(), how: Some("x".repeat(how)), ago: None };
        assert_eq!(guard.check_found(&[found(2000)], 0), Ok(()));
        assert!(guard.check_found(&[found(2001)], 0).is_err());
        assert!(guard.check_found(&vec![found(1); 33], 0).is_err());
        assert_eq!(guard.check_selector(&"x".repeat(500), 0), Ok(()));
        assert!(guard.check_selector(&"x".repeat(501), 0).is_err());
    }

    #[test]
    fn what_the_extension_left_fills_no_disk() {
        let mut guard = Guard::new(0);
        let entries = "x".repeat(MAX_EXTENSION_BYTES);
        let taken = |guard: &mut Guard, from: Millis| {
            (0..100).filter(|n| guard.check_extension(&entries, from + n * 1_000).is_ok()).count()
        };
        assert_eq!(taken(&mut guard, 0), MOST_EXTENSION_BYTES_AN_HOUR / MAX_EXTENSION_BYTES);
        assert_eq!(taken(&mut guard, HOUR), MOST_EXTENSION_BYTES_AN_HOUR / MAX_EXTENSION_BYTES);
    }
}

//! The machine of one image: its facts, its attempts and its session. Nothing else changes them; what
//! lies outside of it comes and goes by the [`Context`].
//!
//! | module | rules |
//! | --- | --- |
//! | `attempt`, `attempts` | A1: an attempt; all of them, by all their ids |
//! | `facts` | A6: what is known of the image itself |
//! | `observing` | A7, C2–C5, C7: what a snapshot says of them |
//! | `joining` | A1, H5: two attempts that are one |
//! | `counting` | C3, C4, C7: an attempt that has ended |
//! | `progress`, `showing` | C5, C10: how far a generation has come, before the store says so |
//! | `hearing` | A1, H3, H8: what streams and records say of its attempts |
//! | `announced` | H1, H2: ends that wait for the store to tell one too |
//! | `pressing` | C6, C9, H5, H9, H12: requests that have no end yet |
//! | `under_way` | C6, C10, H12: the presses under way |
//! | `pairing` | H5: two videos of one press |
//! | `tally` | C4, H5: what a session's attempts add up to |
//! | `deciding` | C6, C15, C20: one decision after a batch |
//! | `acting` | C8, C9, C16: when an action goes out, and what its answer means |
//! | `starting` | C1, C13, C17: what the user asks for |
//! | `own_press` | C22: a session that begins at the user's own press |
//! | `ending` | C10–C14, C18: how a session ends |
//! | `generations` | H11: which sources reported the last ones |
//! | `panel` | what the sidebar shows of it |

mod acting;
mod announced;
mod attempt;
mod attempts;
mod counting;
mod deciding;
mod ending;
mod facts;
mod generations;
mod hearing;
mod joining;
mod observing;
mod own_press;
mod pairing;
mod panel;
mod pressing;
mod progress;
mod session;
mod showing;
mod starting;
mod tally;
mod under_way;

use std::collections::BTreeSet;

use retake_protocol::log::{LogEvent, LogLine};
use retake_protocol::{
    AttemptId, ImageKind, MediaId, Millis, PostId, Preferences, Prompt, SessionId,
};

use crate::budget::Claim;
use crate::context::Context;
use crate::record::{AttemptRecord, Change, ImageFacts, LogRecord, StoredImage};
use attempt::Attempt;
use attempts::Attempts;
use progress::NamedAttempts;
use session::{EndedSession, PanelLines, Session};
use under_way::UnderWay;

pub(crate) use attempt::Attempt as ImageAttempt;
pub(crate) use ending::Presence;
pub(crate) use generations::newest_of;
pub(crate) use hearing::Heard;
pub(crate) use observing::Observed;
pub(crate) use own_press::OwnPress;
pub(crate) use pressing::{REQUEST_WITHIN_MS, unnamed_attempt};
pub(crate) use progress::{Display, Progress, ProgressSource};
pub(crate) use under_way::NewPress;

/// See the module.
#[derive(Clone, Debug)]
pub(crate) struct ImageMachine {
    facts: ImageFacts,
    kept: Kept,
    /// What the user set; `None`: nothing yet, the settings say what a new image has.
    preferences: Option<Preferences>,
    /// Posts of it that the page showed.
    posts: BTreeSet<PostId>,
    attempts: Attempts,
    /// What the page displays: of the next attempt to end (spec C5).
    display: Option<Display>,
    named: NamedAttempts,
    /// When a notice reported a moderation that nothing more has reported.
    hinted_at: Option<Millis>,
    under_way: UnderWay,
    /// Other ids of the picture: requests for its videos named them (spec C9).
    other_names: BTreeSet<MediaId>,
    /// Attempts that Grok gave another outcome than is known here (spec D4).
    disagreed: BTreeSet<AttemptId>,
    session: Option<Session>,
    last_session: Option<EndedSession>,
}

/// Whether there is a row of the image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// There is none.
    Not,
    /// There is one, and more is known now.
    Outdated,
    /// It says all that is known.
    Current,
}

impl ImageMachine {
    /// An image, or what stands for one, that nothing is stored of.
    pub(crate) fn new(media_id: MediaId, kind: ImageKind, cx: &Context) -> Self {
        Self::with_facts(ImageFacts::of_kind(kind, media_id, cx.now()))
    }

    fn with_facts(facts: ImageFacts) -> Self {
        Self {
            facts,
            kept: Kept::Not,
            preferences: None,
            posts: BTreeSet::new(),
            attempts: Attempts::default(),
            display: None,
            named: NamedAttempts::default(),
            hinted_at: None,
            under_way: UnderWay::default(),
            other_names: BTreeSet::new(),
            disagreed: BTreeSet::new(),
            session: None,
            last_session: None,
        }
    }

    /// An image as it is stored. Its last session has ended: the start of the app saw to that.
    pub(crate) fn loaded(stored: StoredImage, cx: &mut Context) -> Self {
        let mut image = Self::with_facts(stored.facts);
        image.kept = Kept::Current;
        image.preferences = stored.preferences;
        image.posts = stored.posts.into_iter().collect();
        image.under_way = UnderWay::loaded(stored.presses, cx.now());
        let pictures = stored.pictures.iter().map(PostId::as_image);
        image.other_names = pictures.filter(|name| *name != image.facts.media_id).collect();
        for post_id in &image.posts {
            cx.set_image_of_post(post_id.clone(), image.facts.media_id.clone());
        }
        for record in stored.attempts {
            let is_known = |alias: &&AttemptId| cx.owner(alias).is_none();
            let new: Vec<AttemptId> = record.aliases.iter().filter(is_known).cloned().collect();
            for alias in new {
                cx.set_owner(alias, image.facts.media_id.clone());
            }
            image.attempts.insert(Attempt::loaded(AttemptRecord {
                // A clock that was ahead must not have it wait longer.
                announced: record.announced.map(|announced| announced.until(cx.now())),
                ..record
            }));
        }
        image.last_session = stored.last_session.map(|record| {
            let open_press = stored.last_press.and_then(|press| image.open_press_of(press));
            EndedSession { record, log: PanelLines::default(), open_press }
        });
        image
    }

    pub(crate) fn media_id(&self) -> &MediaId {
        &self.facts.media_id
    }

    /// Whether it is an image, and so may have sessions (spec B4).
    pub(crate) fn is_image(&self) -> bool {
        self.facts.kind == ImageKind::Image
    }

    /// Whether it stands for a video from text alone (spec B4).
    pub(crate) fn is_text_video(&self) -> bool {
        self.facts.kind == ImageKind::TextVideo
    }

    /// Whether its rows are in the database.
    pub(crate) fn is_stored(&self) -> bool {
        self.kept == Kept::Current
    }

    /// Whether it has a row, be it an older one.
    pub(crate) fn has_row(&self) -> bool {
        self.kept != Kept::Not
    }

    /// Whether nothing is kept of it: not even attempts.
    pub(crate) fn is_empty(&self) -> bool {
        self.attempts.is_empty() && self.session.is_none() && self.last_session.is_none()
    }

    pub(crate) fn has_session(&self) -> bool {
        self.session.is_some()
    }

    /// The session that is active on it.
    pub(crate) fn session_id(&self) -> Option<SessionId> {
        self.session.as_ref().map(Session::id)
    }

    /// Its last session, where none is active.
    pub(crate) fn last_session_id(&self) -> Option<SessionId> {
        self.last_session.as_ref().map(|last| last.record.session_id)
    }

    /// What it is called: Grok's `originalPrompt`, or its `prompt`.
    pub(crate) fn original_prompt(&self) -> Option<Prompt> {
        self.facts.original_prompt.clone().or_else(|| self.facts.prompt.clone())
    }

    /// What the user set for it, or what the settings say of a new one.
    pub(crate) fn preferences(&self, cx: &Context) -> Preferences {
        self.preferences.clone().unwrap_or_else(|| Preferences {
            max_retries: cx.settings().default_max_retries,
            video_goal: cx.settings().default_video_goal,
            ..Preferences::default()
        })
    }

    /// Whether Retake may schedule actions for it (spec C15).
    fn is_auto_retry_on(&self) -> bool {
        self.preferences.as_ref().is_none_or(|preferences| preferences.auto_retry)
    }

    fn claim(&self) -> Claim {
        if self.has_session() { Claim::OfSession } else { Claim::OfPage }
    }

    /// Its attempt that goes by any of these names.
    pub(crate) fn attempt(&self, aliases: &[AttemptId]) -> Option<&AttemptRecord> {
        let key = self.attempts.find(aliases)?;
        self.attempts.get(key).map(|attempt| &attempt.record)
    }

    /// Takes an attempt out, to be given to another image (spec A8). One that was counted stays.
    pub(crate) fn take_attempt(
        &mut self,
        aliases: &[AttemptId],
        cx: &mut Context,
    ) -> Option<ImageAttempt> {
        let key = self.attempts.find(aliases)?;
        if self.attempts.get(key)?.record.counted.is_some() {
            return None;
        }
        let attempt = self.attempts.remove(key)?;
        for alias in &attempt.record.aliases {
            cx.forget_owner(alias);
        }
        Some(attempt)
    }

    /// Takes an attempt that another image had (spec A8). It is taken for one that is under way, so
    /// that its end counts where it belongs when it is observed here.
    pub(crate) fn adopt(&mut self, mut attempt: ImageAttempt, cx: &mut Context) {
        self.keep(cx);
        let from = std::mem::replace(&mut attempt.record.media_id, self.facts.media_id.clone());
        let id = attempt.record.attempt_id.clone();
        attempt.reopen();
        attempt.record.seen_in = self.session_of_new(&attempt.record, cx);
        for alias in &attempt.record.aliases {
            cx.set_owner(alias.clone(), self.facts.media_id.clone());
        }
        let by = (self.facts.media_id.clone(), id.clone());
        cx.put(Change::Attempt(attempt.record.clone()));
        cx.put(Change::AttemptReplaced { media_id: from, attempt_id: id, by });
        self.attempts.insert(attempt);
    }

    /// The queue began its session.
    pub(crate) fn log_turn(&mut self, cx: &mut Context) {
        self.log(cx, None, LogEvent::TurnCame);
    }

    /// The page was loaded again.
    pub(crate) fn page_loaded(&mut self) {
        self.attempts.forget_what_the_store_said();
        if let Some(session) = &mut self.session {
            session.missing_since = None;
            session.percent = None;
            session.is_reloaded = true;
        }
    }

    /// Appends a line to the image's log, and to its active session's.
    fn log(&mut self, cx: &mut Context, about: Option<&AttemptId>, event: LogEvent) {
        let line = LogLine { at: cx.now(), event, attempt_id: about.cloned() };
        let session_id = self.session_id();
        if let Some(session) = &mut self.session {
            session.log.push(line.clone());
        }
        cx.put(Change::Log(LogRecord {
            media_id: self.facts.media_id.clone(),
            session_id,
            attempt_id: line.attempt_id,
            at: line.at,
            event: line.event,
        }));
    }
}

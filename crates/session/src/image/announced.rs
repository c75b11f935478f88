//! What a generation's stream, or a notice on the page, tells of an attempt before Grok's store does:
//! exact progress (spec C5), and a fate that the store is to confirm (spec T1). Nothing here counts an
//! attempt.

use retake_grok::stream::{SeenGeneration, Stage};
use retake_protocol::{AttemptId, AttemptOutcome, Millis};

use super::ImageMachine;
use super::progress::{Progress, ProgressSource};
use super::session::Step;
use crate::context::Context;
use crate::log::short;

/// How far apart the page's notice and its store may tell of one attempt, in ms (spec T2, T3).
const CONFIRM_WITHIN_MS: Millis = 10_000;

/// How many announcements are kept.
const MOST_ANNOUNCED: usize = 16;

/// A fate that the stream or a notice told of.
#[derive(Clone, Debug)]
pub(super) struct Announced {
    /// The attempt's names in the stream; none where a notice told of it.
    aliases: Vec<AttemptId>,
    pub(super) outcome: AttemptOutcome,
    at: Millis,
}

impl ImageMachine {
    /// A piece of a generation's stream that is of this image (spec T4).
    pub(crate) fn generation_seen(&mut self, seen: &SeenGeneration, cx: &mut Context) {
        match seen.stage {
            Stage::Progress { percent } => self.stream_progress(seen, percent, cx),
            Stage::Over(outcome) => self.announce(seen, outcome, cx),
        }
        self.note_activity(cx);
    }

    fn stream_progress(&mut self, seen: &SeenGeneration, percent: f64, cx: &mut Context) {
        let order = cx.next_progress();
        let progress = Progress { percent, order, source: ProgressSource::Stream };
        for alias in &seen.aliases {
            self.progress_of_attempt(alias.clone(), progress, cx);
        }
        if let Some(session) = &mut self.session {
            session.percent = Some(percent);
            session.is_reloaded = false;
        }
    }

    /// Keeps that the stream ended an attempt which the store has not ended yet.
    fn announce(&mut self, seen: &SeenGeneration, outcome: AttemptOutcome, cx: &mut Context) {
        let known = self.attempts.find(&seen.aliases).and_then(|key| self.attempts.get(key));
        if known.is_some_and(|attempt| attempt.record.outcome.is_terminal()) {
            return;
        }
        self.keep_announced(Announced { aliases: seen.aliases.clone(), outcome, at: cx.now() });
        if self.session.is_some() {
            let id = short(&seen.aliases[0]);
            let line = format!(
                "The stream says that attempt {id} is {}; it counts when Grok's store says so too",
                outcome.as_str()
            );
            self.log(cx, None, line);
        }
    }

    /// The oldest gives way.
    fn keep_announced(&mut self, announced: Announced) {
        self.announced.retain(|other| !is_about(other, &announced.aliases));
        if self.announced.len() == MOST_ANNOUNCED {
            self.announced.remove(0);
        }
        self.announced.push(announced);
    }

    /// A notice speaks of a moderation: of the attempt that the session waits for, where the stream
    /// has not named it already. The page shows it about when it writes its store, so one that comes
    /// soon after a moderated attempt was counted is of that one, even if the next is under way.
    pub(crate) fn moderation_seen(&mut self, cx: &mut Context) {
        let Some(session) = &self.session else { return };
        let is_of_counted = session.last_counted.is_some_and(|last| {
            last.outcome == AttemptOutcome::Moderated && cx.now() - last.at < CONFIRM_WITHIN_MS
        });
        let waits = matches!(session.step, Step::AwaitingOutcome);
        if waits && !is_of_counted && self.announced.is_empty() {
            let (outcome, at) = (AttemptOutcome::Moderated, cx.now());
            self.keep_announced(Announced { aliases: Vec::new(), outcome, at });
            self.note_activity(cx);
        }
    }

    /// When the next announcement has waited too long for the store.
    pub(crate) fn confirm_deadline(&self) -> Option<Millis> {
        self.announced.iter().map(|announced| announced.at + CONFIRM_WITHIN_MS).min()
    }

    /// Tells of announcements that the store did not confirm in time; the count goes on waiting.
    pub(crate) fn report_unconfirmed(&mut self, cx: &mut Context) {
        let now = cx.now();
        let is_late = |announced: &mut Announced| announced.at + CONFIRM_WITHIN_MS <= now;
        for Announced { aliases, outcome, .. } in self.announced.extract_if(.., is_late) {
            let outcome = outcome.as_str();
            let told = match aliases.first() {
                Some(id) => format!("the stream said that attempt {} is {outcome}", short(id)),
                None => format!("a notice on the page said that an attempt is {outcome}"),
            };
            cx.note("not_confirmed", format!("{told}, and Grok's store does not"));
        }
    }
}

/// Whether an announcement is of the attempt with these names. One without a name is of the next.
pub(super) fn is_about(announced: &Announced, aliases: &[AttemptId]) -> bool {
    announced.aliases.is_empty() || announced.aliases.iter().any(|alias| aliases.contains(alias))
}

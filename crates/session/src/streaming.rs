//! What the generation's stream, or a toast, says before Grok's store does: exact progress (spec C5), and a fate that
//! the store is to confirm. Nothing here counts an attempt: that is for `counting`, from the store alone.

use retake_grok::stream::{SeenGeneration, Stage};
use retake_protocol::{AttemptId, AttemptOutcome, MediaId, Millis};

use crate::image::{Announced, Progress, ProgressSource, Step};
use crate::log::short;
use crate::machine::Machine;

/// How far apart the page's notice and its store may tell of one attempt, in ms.
const CONFIRM_WITHIN_MS: Millis = 10_000;

impl Machine {
    /// A piece of a generation's stream.
    pub(crate) fn generation_seen(&mut self, seen: &SeenGeneration) {
        let Some(media_id) = self.image_of_generation(seen) else { return };
        match seen.stage {
            Stage::Progress { percent } => self.stream_progress(&media_id, seen, percent),
            Stage::Over(outcome) => self.announce(&media_id, seen, outcome),
        }
        self.sign_of_life(&media_id);
    }

    /// The image that a generation is of: that of its attempt, of its parent, or the one on the page
    /// where it names no other.
    fn image_of_generation(&self, seen: &SeenGeneration) -> Option<MediaId> {
        let owner = seen.aliases.iter().find_map(|alias| self.owner_of_attempt(alias));
        owner.or_else(|| match &seen.parent_post_id {
            Some(parent) if self.page.post_id.as_ref() != Some(parent) => {
                self.image_of_post(parent)
            }
            _ => self.shown().cloned(),
        })
    }

    fn stream_progress(&mut self, media_id: &MediaId, seen: &SeenGeneration, percent: f64) {
        let progress =
            Progress { percent, order: self.next_progress_order(), source: ProgressSource::Stream };
        for alias in &seen.aliases {
            self.progress_of_attempt(media_id, alias.clone(), progress);
        }
        if let Some(session) = &mut self.image_mut(media_id).session {
            session.percent = Some(percent);
        }
    }

    /// Keeps that the stream ended an attempt which the store has not ended yet.
    fn announce(&mut self, media_id: &MediaId, seen: &SeenGeneration, outcome: AttemptOutcome) {
        let at = self.now;
        let image = self.image_mut(media_id);
        let known = image.find_attempt(&seen.aliases);
        if known.is_some_and(|index| image.attempts[index].record.outcome.is_terminal()) {
            return;
        }
        image.announce(Announced { aliases: seen.aliases.clone(), outcome, at });
        if image.session.is_some() {
            let id = short(&seen.aliases[0]);
            let line = format!(
                "The stream says that attempt {id} is {}; it counts when Grok's store says so too",
                outcome.as_str()
            );
            self.log(media_id, None, line);
        }
    }

    /// A toast speaks of a moderation: of the attempt that the session on the page waits for, where the
    /// stream has not named it already. The page shows it about when it writes its store, so one that
    /// comes soon after a moderated attempt was counted is of that one, even if the next is under way.
    pub(crate) fn moderation_seen(&mut self) {
        let Some(media_id) = self.shown().cloned() else { return };
        let at = self.now;
        let image = self.image_mut(&media_id);
        let Some(session) = &image.session else { return };
        let is_of_counted = session.last_counted.is_some_and(|last| {
            last.outcome == AttemptOutcome::Moderated && at - last.at < CONFIRM_WITHIN_MS
        });
        let waits = session.step == Step::AwaitingOutcome;
        if waits && !is_of_counted && image.announced.is_empty() {
            let outcome = AttemptOutcome::Moderated;
            image.announce(Announced { aliases: Vec::new(), outcome, at });
            self.sign_of_life(&media_id);
        }
    }

    /// When the next announcement has waited too long for the store.
    pub(crate) fn confirm_deadline(&self) -> Option<Millis> {
        let announced = self.images.values().flat_map(|image| &image.announced);
        announced.map(|announced| announced.at + CONFIRM_WITHIN_MS).min()
    }

    /// Tells of announcements that the store did not confirm in time; the count goes on waiting.
    pub(crate) fn tell_unconfirmed(&mut self) {
        let now = self.now;
        let mut late = Vec::new();
        for image in self.images.values_mut() {
            let is_late = |announced: &Announced| announced.at + CONFIRM_WITHIN_MS <= now;
            late.extend(image.announced.extract_if(.., |announced| is_late(announced)));
        }
        for Announced { aliases, outcome, .. } in late {
            let outcome = outcome.as_str();
            let told = match aliases.first() {
                Some(id) => format!("the stream said that attempt {} is {outcome}", short(id)),
                None => format!("a notice on the page said that an attempt is {outcome}"),
            };
            self.note("not_confirmed", format!("{told}, and Grok's store does not"));
        }
    }
}

/// Whether an announcement is of the attempt with these names. One without a name is of the next.
pub(crate) fn is_about(announced: &Announced, aliases: &[AttemptId]) -> bool {
    announced.aliases.is_empty() || announced.aliases.iter().any(|alias| aliases.contains(alias))
}

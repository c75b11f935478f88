//! When an action goes out, and what its answer means (spec C8, C9, C16).

use retake_protocol::observer::{ActionResult, PageAction};
use retake_protocol::{ActionId, ActionKind, ActionState, MediaId, Millis, Refusal};

use crate::image::Step;
use crate::machine::Machine;
use crate::record::{ActionRecord, Change};

/// How long after a refusal the action that follows it is due, in ms (spec C9).
const REFUSAL_PAUSE_MS: Millis = 1_000;

/// How many actions may follow a refused one before the session waits (spec C9).
const MOST_FOLLOW_UPS: u32 = 3;

impl Machine {
    /// The earliest moment for the next click on any image (spec C8). An action that was issued
    /// and not answered may have been a click: it counts as one until the page says otherwise.
    pub(crate) fn click_allowed_at(&self) -> Millis {
        let issued = self.open_actions.values().filter_map(|action| action.issued_at);
        let last = issued.chain(self.last_click_at).max();
        last.map_or(Millis::MIN, |last| last + self.settings.cooldown_ms)
    }

    /// The scheduled action of the image on the page, and when it may be issued (spec C16).
    pub(crate) fn next_issue(&self) -> Option<(ActionId, Millis)> {
        let session = self.images.get(self.shown()?)?.session.as_ref()?;
        let Step::Scheduled(action_id) = session.step else { return None };
        let action = self.open_actions.get(&action_id)?;
        Some((action_id, action.due_at.max(self.click_allowed_at())))
    }

    /// Issues the action of the image on the page, if it is due. It is in the output as stored
    /// and as handed over: the caller commits before it hands over.
    pub(crate) fn issue_what_is_due(&mut self) {
        let Some((action_id, due_at)) = self.next_issue() else { return };
        let (Some(post_id), true) = (self.page.post_id.clone(), due_at <= self.now) else { return };
        let now = self.now;
        let Some(action) = self.open_actions.get_mut(&action_id) else { return };
        action.state = ActionState::Issued;
        action.issued_at = Some(now);
        let action = action.clone();
        let session = self.image_mut(&action.media_id).session.as_mut();
        let settings = session.and_then(|session| {
            session.step = Step::Issued { action_id, counted_meanwhile: false };
            // From here on the page may click: no answer at all is no sign of life either.
            session.sign_of_life = Some(now);
            session.percent = None;
            session.making.wanted()
        });
        let prompt = action.prompt.clone();
        self.output.actions.push(PageAction { action_id, post_id, prompt, settings });
        self.output.put(Change::Action(action));
    }

    /// The page answered. An answer to anything but an action that was issued and not answered
    /// is passed over, so that a doubled message does nothing.
    pub(crate) fn action_answered(&mut self, action_id: ActionId, result: ActionResult) {
        let state = self.open_actions.get(&action_id).map(|action| action.state);
        let open = (state == Some(ActionState::Issued))
            .then(|| self.open_actions.remove(&action_id))
            .flatten();
        let Some(mut action) = open else {
            return self.note("action_result", format!("no answer to action {action_id} was due"));
        };
        action.answered_at = Some(self.now);
        match result {
            ActionResult::Clicked => {
                action.state = ActionState::Clicked;
                self.last_click_at = Some(self.now);
            }
            ActionResult::Refused(refusal) => {
                action.state = ActionState::Refused;
                action.refusal = Some(refusal);
            }
        }
        self.output.put(Change::Action(action.clone()));
        let Some(session) = &self.image_mut(&action.media_id).session else { return };
        let Step::Issued { action_id: issued, counted_meanwhile } = session.step else { return };
        if issued != action_id {
            return;
        }
        match result {
            ActionResult::Clicked => self.clicked(&action, counted_meanwhile),
            ActionResult::Refused(refusal) => self.refused(&action, refusal),
        }
    }

    fn clicked(&mut self, action: &ActionRecord, counted_meanwhile: bool) {
        let media_id = &action.media_id;
        let now = self.now;
        if let Some(session) = &mut self.image_mut(media_id).session {
            session.refusals = 0;
            session.step = if counted_meanwhile { Step::Quiet } else { Step::AwaitingOutcome };
            session.sign_of_life = (!counted_meanwhile).then_some(now);
        }
        let line = match action.kind {
            ActionKind::First => "Clicked: first try",
            ActionKind::Retry => "Clicked: retry after a failure",
            ActionKind::Next => "Clicked: next video",
        };
        self.log(media_id, None, line.to_owned());
        if counted_meanwhile {
            self.decide(media_id);
        }
    }

    /// A refused action is followed by a new one of its kind, up to three of them; then the
    /// session waits for the user (spec C9).
    fn refused(&mut self, action: &ActionRecord, refusal: Refusal) {
        let media_id = &action.media_id;
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        session.sign_of_life = None;
        session.step = Step::Quiet;
        session.refusals += 1;
        if refusal == Refusal::OtherVideoSettings {
            // The page script has tried already, and pressing on would make what nobody wanted.
            self.wait_for_user(media_id, refusal, refusal.in_words());
        } else if session.refusals <= MOST_FOLLOW_UPS {
            self.log(media_id, None, format!("Not clicked: {}", refusal.in_words()));
            self.schedule(media_id, action.kind, self.now + REFUSAL_PAUSE_MS);
        } else {
            session.step = Step::NeedsUser(refusal);
            let line = format!("Not clicked: {}. {}", refusal.in_words(), what_to_do(refusal));
            self.log(media_id, None, line);
        }
    }

    /// Grok refused a generation until the user does something on the page: the sessions that it can
    /// have been for wait, and press nothing more.
    pub(crate) fn access_refused(&mut self, refusal: Refusal) {
        self.note("access_refused", refusal.in_words());
        for media_id in self.active_images() {
            let is_shown = !self.is_elsewhere(&media_id);
            let Some(session) = &self.image_mut(&media_id).session else { continue };
            // An answer that is still out comes before anything that its click led to.
            let is_issued = matches!(session.step, Step::Issued { .. });
            if (is_shown && !is_issued) || session.step == Step::AwaitingOutcome {
                self.drop_scheduled(&media_id);
                self.wait_for_user(&media_id, refusal, refusal.in_words());
            }
        }
    }

    /// The session waits until the user says to go on, or something new of it is counted.
    pub(crate) fn wait_for_user(&mut self, media_id: &MediaId, refusal: Refusal, why: &str) {
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        session.step = Step::NeedsUser(refusal);
        session.sign_of_life = None;
        self.log(media_id, None, format!("Waits for you: {why}. {}", what_to_do(refusal)));
    }

    /// Whether `media_id`'s session waits because the page shows something else (spec C16).
    pub(crate) fn is_elsewhere(&self, media_id: &MediaId) -> bool {
        self.shown() != Some(media_id)
    }
}

/// What the user can do where the page refused too often (spec C9).
pub(crate) fn what_to_do(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotThisImage => "Open the image in the page, then press Go on.",
        Refusal::GenerationUnderWay => "When the generation has ended, Retake goes on.",
        Refusal::ControlMissing | Refusal::ControlDisabled => {
            "Check that the page can make a video of this image, then press Go on."
        }
        Refusal::PromptNotAccepted => "Check the prompt box in the page, then press Go on.",
        Refusal::SignInNeeded => "Sign in to Grok in the page, then press Go on.",
        Refusal::CloudflareCheck => {
            "Pass the check by Cloudflare in the page (reload it if none shows), then press Go on."
        }
        Refusal::OtherVideoSettings => {
            "Set length and resolution in the page as you want them, then press Go on."
        }
        Refusal::Other => "Look at the page, then press Go on.",
    }
}

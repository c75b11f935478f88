//! When an action goes out, and what its answer means (spec C8, C9, C16, C20).

use retake_protocol::log::{LogEvent, SettingsChange};
use retake_protocol::observer::{ActionResult, PageAction};
use retake_protocol::{ActionId, ActionKind, ActionState, MediaId, Millis, PostId, Refusal};

use super::ImageMachine;
use super::session::{LastClick, Refusals, Step};
use crate::context::Context;
use crate::record::{ActionRecord, Change};

/// How long after a refusal the action that follows it is due, in ms (spec C9).
const REFUSAL_PAUSE_MS: Millis = 1_000;

/// How long the page has to be left alone before it is brought to another mode or post, in ms (spec C9;
/// `HANDS_OFF` of the page script).
const HANDS_OFF_MS: Millis = 10_000;

/// How many actions may follow a refused one before the session waits (spec C9).
const MOST_FOLLOW_UPS: u32 = 3;

impl ImageMachine {
    /// When its scheduled action may be issued, while the page shows the image (spec C16, C21).
    pub(crate) fn issue_deadline(&self, cx: &Context) -> Option<Millis> {
        let Step::Scheduled(action) = &self.session.as_ref()?.step else { return None };
        if self.is_generating() {
            return None;
        }
        cx.shows(self.media_id()).then(|| cx.deadline(action.due_at.max(cx.click_allowed_at())))
    }

    /// Its id, and every other that it goes by.
    fn names(&self) -> Vec<MediaId> {
        std::iter::once(self.media_id()).chain(&self.other_names).cloned().collect()
    }

    /// Issues its action, if it is due. It is in the output as stored and as handed over: the caller
    /// commits before it hands over.
    pub(crate) fn issue_due(&mut self, cx: &mut Context) {
        let now = cx.now();
        if self.issue_deadline(cx).is_none_or(|due_at| due_at > now) {
            return;
        }
        let (Some(shown), Some(session)) = (cx.shown().cloned(), &mut self.session) else { return };
        let Step::Scheduled(action) = &session.step else { return };
        let action =
            ActionRecord { state: ActionState::Issued, issued_at: Some(now), ..action.clone() };
        let (action_id, kind) = (action.action_id, action.kind);
        session.begins_to_press(LastClick {
            issued_at: Some(now),
            action_id: Some(action_id),
            expects_request: cx.sees_requests(),
            ..LastClick::default()
        });
        let settings = session.video_settings.wanted();
        session.step = Step::Issued { action_id, kind, at: now, counted_since: false };
        cx.forget_user_press();
        cx.clicks_mut().issue(action.clone());
        cx.output().actions.push(PageAction {
            action_id: action.action_id,
            post_id: shown.post_id,
            image_ids: self.names(),
            prompt: action.prompt.clone(),
            settings,
        });
        cx.put(Change::Action(action));
    }

    /// The page answered an action of this image. One of a session that has ended changes nothing.
    pub(crate) fn answered(&mut self, action_id: ActionId, result: ActionResult, cx: &mut Context) {
        let Some(session) = &self.session else { return };
        let Step::Issued { action_id: issued, kind, at, counted_since } = session.step else {
            return;
        };
        if issued != action_id {
            return;
        }
        match result {
            ActionResult::Clicked => self.clicked(kind, at, counted_since, cx),
            ActionResult::Refused(refusal) => self.refused(kind, refusal, cx),
        }
    }

    fn clicked(
        &mut self,
        kind: ActionKind,
        issued_at: Millis,
        counted_since: bool,
        cx: &mut Context,
    ) {
        let now = cx.now();
        if let Some(session) = &mut self.session {
            session.refusals = Refusals::default();
            session.step = if counted_since { Step::Idle } else { Step::AwaitingOutcome };
            session.last_activity_at = (!counted_since).then_some(now);
            session.open_press = (!counted_since).then_some(issued_at);
        }
        self.log(cx, None, LogEvent::Clicked { action: kind });
        if counted_since {
            self.decide(cx);
        }
    }

    /// A refused action is followed by a new one of its kind, up to three of them; then the
    /// session waits for the user. One that leaves the page to its user is tried again once it may have
    /// been left alone for long enough (spec C9).
    fn refused(&mut self, kind: ActionKind, refusal: Refusal, cx: &mut Context) {
        if refusal == Refusal::PromptNeeded {
            cx.set_needs_prompt(true);
        }
        let Some(session) = &mut self.session else { return };
        session.last_activity_at = None;
        session.step = Step::Idle;
        session.presses = session.presses.saturating_sub(1);
        let before = session.refusals.last.replace(refusal);
        if refusal == Refusal::UserBusy {
            // However long: this is no refusal, and the log says it once.
            if before != Some(refusal) {
                self.log(cx, None, LogEvent::NotClicked { refusal });
            }
            return self.schedule(kind, cx.now() + HANDS_OFF_MS, cx);
        }
        session.refusals.count += 1;
        if refusal == Refusal::OtherVideoSettings {
            // The page script has tried already, and pressing on would make what nobody wanted.
            self.wait_since_settings_changed(None, cx);
        } else if session.refusals.count <= MOST_FOLLOW_UPS {
            self.log(cx, None, LogEvent::NotClicked { refusal });
            self.schedule(kind, cx.now() + REFUSAL_PAUSE_MS, cx);
        } else {
            self.wait_for_user(refusal, cx);
        }
    }

    /// Grok refused a generation until the user does something on the page: a session that it can
    /// have been for waits, and presses nothing more.
    pub(crate) fn access_refused(
        &mut self,
        refusal: Refusal,
        words: &str,
        of: Option<Millis>,
        cx: &mut Context,
    ) {
        let is_shown = cx.shows(self.media_id());
        let Some(session) = &mut self.session else { return };
        let can_be_for = of.is_some_and(|press| session.last_click.press == Some(press))
            || match session.step {
                Step::AwaitingOutcome => true,
                // An answer that is still out comes before anything that its click led to.
                Step::Issued { .. } => false,
                Step::Idle | Step::Scheduled(_) | Step::NeedsUser(_) => is_shown,
            };
        if can_be_for {
            session.grok_says = Some(words.to_owned()).filter(|words| !words.is_empty());
            self.drop_scheduled(cx);
            self.wait_for_user(refusal, cx);
        }
    }

    /// The picture that Grok makes the video of is this image under another id, as the user says: what
    /// it makes is awaited (spec C9).
    fn accept_name(&mut self, post_id: PostId, cx: &mut Context) {
        let now = cx.now();
        if let Some(session) = &mut self.session {
            session.step = Step::AwaitingOutcome;
            session.last_activity_at = Some(now);
        }
        let media_id = self.facts.media_id.clone();
        self.other_names.insert(post_id.as_image());
        cx.set_image_of_post(post_id.clone(), media_id.clone());
        cx.name_accepted(post_id.clone(), media_id.clone());
        self.log(cx, None, LogEvent::NameAccepted);
        if self.posts.insert(post_id.clone()) {
            self.store_facts(cx);
            cx.put(Change::Post { media_id, post_id });
        }
    }

    /// The session waits until the user says to go on, or something new of it is counted.
    pub(super) fn wait_for_user(&mut self, refusal: Refusal, cx: &mut Context) {
        self.wait_and_log(refusal, None, cx);
    }

    /// The same, since the next video would have another length or resolution (spec U3).
    pub(super) fn wait_since_settings_changed(
        &mut self,
        change: Option<SettingsChange>,
        cx: &mut Context,
    ) {
        self.wait_and_log(Refusal::OtherVideoSettings, change, cx);
    }

    fn wait_and_log(&mut self, refusal: Refusal, change: Option<SettingsChange>, cx: &mut Context) {
        let Some(session) = &mut self.session else { return };
        session.step = Step::NeedsUser(refusal);
        session.last_activity_at = None;
        self.log(cx, None, LogEvent::NeedsUser { refusal, change });
    }

    /// Whether its session waits for the user (spec C9).
    pub(crate) fn waits_for_user(&self) -> bool {
        self.session.as_ref().is_some_and(|s| matches!(s.step, Step::NeedsUser(_)))
    }

    /// The user has done what the session waited for.
    pub(crate) fn go_on(&mut self, cx: &mut Context) {
        let Some(session) = &mut self.session else { return };
        if matches!(session.step, Step::NeedsUser(Refusal::PressesUsedUp)) {
            session.allow_one_more_press();
        }
        session.grok_says = None;
        session.video_settings.accept();
        if let Some(post_id) = session.asked_about.take() {
            return self.accept_name(post_id, cx);
        }
        self.log(cx, None, LogEvent::Continued);
        self.schedule_what_follows(cx);
    }
}

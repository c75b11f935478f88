//! What the panel says at its top: one word, and one line on what happens next.

use retake_locale::text;
use retake_protocol::shell::ShellView;
use retake_protocol::view::{Activity, PageView, PanelView, SessionView};
use retake_protocol::{ActionKind, SessionOutcome};

use crate::format;
use crate::words::say;
use crate::words::session::needs_user;

/// The status, as one of a few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing runs, nothing ended.
    Idle,
    /// The image of the post is not known yet.
    Loading,
    /// The page can't be loaded, or does not come.
    Unreachable,
    /// A session waits for the user.
    NeedsUser,
    /// A session acts.
    Running,
    /// A session waits for its image or for the user.
    Waiting,
    /// Auto-retry is off.
    Paused,
    /// The last session has ended.
    Ended(SessionOutcome),
}

impl Status {
    /// That of the session on show, else of the page.
    pub fn of(panel: &PanelView, shell: &ShellView) -> Self {
        if let Some(session) = &panel.session {
            return Self::of_session(session);
        }
        match panel.page {
            _ if shell.unreachable.is_some() => Self::Unreachable,
            PageView::Loading { .. } => Self::Loading,
            _ if !panel.elsewhere.is_empty() => Self::Waiting,
            _ => Self::Idle,
        }
    }

    /// What a session's status is.
    pub fn of_session(session: &SessionView) -> Self {
        match session.activity {
            Activity::Ended => Self::Ended(session.outcome),
            Activity::Elsewhere => Self::Waiting,
            Activity::NeedsUser { .. } => Self::NeedsUser,
            Activity::Paused => Self::Paused,
            Activity::Countdown { .. }
            | Activity::Clicking
            | Activity::Generating { .. }
            | Activity::Reloaded
            | Activity::Confirming { .. }
            | Activity::Quiet => Self::Running,
        }
    }

    /// The word that stands in the sidebar.
    pub fn word(self) -> String {
        let word = match self {
            Self::Idle => text::status_idle(),
            Self::Loading => text::loading(),
            Self::Unreachable => text::status_unreachable(),
            Self::NeedsUser => text::status_needs_user(),
            Self::Running => text::status_running(),
            Self::Waiting => text::status_waiting(),
            Self::Paused => text::status_paused(),
            Self::Ended(outcome) => format::session_outcome(outcome),
        };
        say(word)
    }

    /// The word of the spec, for `data-outcome`; empty while nothing has ended.
    pub fn outcome(self) -> &'static str {
        match self {
            Self::Ended(outcome) => outcome.as_str(),
            _ => "",
        }
    }

    /// Which of the few colours it has.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Running | Self::Loading => "accent",
            Self::Ended(SessionOutcome::Success) => "success",
            Self::Unreachable | Self::Ended(SessionOutcome::TimedOut) => "failed",
            Self::Waiting
            | Self::NeedsUser
            | Self::Paused
            | Self::Ended(
                SessionOutcome::MaxRetries
                | SessionOutcome::RateLimited
                | SessionOutcome::Stale
                | SessionOutcome::Interrupted,
            ) => "moderated",
            Self::Idle | Self::Ended(_) => "quiet",
        }
    }
}

/// What an active session is doing, in a few words.
pub fn activity(session: &SessionView) -> String {
    match &session.activity {
        Activity::Countdown { kind: ActionKind::First, .. } => say(text::activity_first()),
        Activity::Countdown { kind: ActionKind::Retry, .. } => say(text::activity_retry()),
        Activity::Countdown { kind: ActionKind::Next, .. } => say(text::activity_next()),
        Activity::Clicking => say(text::activity_clicking()),
        Activity::Generating { .. } => say(text::activity_generating()),
        Activity::Reloaded => say(text::activity_reloaded()),
        Activity::Confirming { outcome } => {
            say(text::activity_confirming(format::attempt_outcome(*outcome)))
        }
        Activity::Elsewhere => say(text::activity_elsewhere()),
        Activity::Paused => say(text::activity_paused()),
        Activity::NeedsUser { refusal, grok_says } => {
            say(needs_user(*refusal, grok_says.as_deref()))
        }
        Activity::Quiet => say(text::activity_quiet()),
        Activity::Ended => say(format::outcome_sentence(session.outcome)),
    }
}

#[cfg(test)]
mod tests {
    use retake_protocol::view::NoImageReason;
    use retake_protocol::{MediaId, PostId, Prompt, Refusal, SessionId};

    use super::*;

    fn session(activity: Activity, outcome: SessionOutcome) -> SessionView {
        SessionView {
            session_id: SessionId(1),
            media_id: MediaId::new("lake").unwrap(),
            original_prompt: None,
            prompt: Prompt::default(),
            max_retries: 3,
            video_goal: 1,
            failures: 0,
            retry_count: 0,
            videos_generated: 0,
            credits_used: 0,
            layer1_failures: 0,
            layer2_failures: 0,
            layer3_failures: 0,
            current_post_id: None,
            outcome,
            can_resume: false,
            started_at: 0,
            ended_at: None,
            activity,
            log: Vec::new(),
        }
    }

    fn panel(page: PageView, session: Option<SessionView>) -> PanelView {
        PanelView { page, session, ..PanelView::default() }
    }

    #[test]
    fn the_status_is_one_of_the_words_that_tests_rely_on() {
        let post_id = PostId::new("lake").unwrap();
        let pending = SessionOutcome::Pending;
        let needs_user = Activity::NeedsUser { refusal: Refusal::ControlMissing, grok_says: None };
        let cases = [
            (panel(PageView::NoPost, None), "Idle"),
            (panel(PageView::Loading { post_id: post_id.clone() }, None), "Loading…"),
            (
                panel(
                    PageView::NoImage { post_id, why: NoImageReason::NotTold, sources: Vec::new() },
                    None,
                ),
                "Idle",
            ),
            (panel(PageView::NoPost, Some(session(Activity::Clicking, pending))), "Running"),
            (panel(PageView::NoPost, Some(session(needs_user, pending))), "Needs you"),
            (panel(PageView::NoPost, Some(session(Activity::Paused, pending))), "Paused"),
            (
                panel(PageView::NoPost, Some(session(Activity::Ended, SessionOutcome::MaxRetries))),
                "Max retries",
            ),
        ];
        for (panel, expected) in cases {
            let status = Status::of(&panel, &ShellView::default());
            assert_eq!(status.word(), expected, "{:?}", panel.page);
        }
    }

    #[test]
    fn a_page_that_cannot_be_loaded_is_said_unless_a_session_is_shown() {
        let unreachable = Some(text::page_silent("grok.com"));
        let shell = ShellView { unreachable, ..ShellView::default() };
        assert_eq!(Status::of(&panel(PageView::NoPost, None), &shell).word(), "No page");
        let running = session(Activity::Quiet, SessionOutcome::Pending);
        let running = panel(PageView::NoPost, Some(running));
        assert_eq!(Status::of(&running, &shell), Status::Running);
    }

    #[test]
    fn c16_a_page_without_an_image_shows_that_a_session_waits_elsewhere() {
        let mut panel = panel(PageView::NoPost, None);
        panel.elsewhere.push(session(Activity::Elsewhere, SessionOutcome::Pending));
        assert_eq!(Status::of(&panel, &ShellView::default()), Status::Waiting);
    }
}

//! What a desktop shows of a session while the user looks elsewhere: the window's title, the dock's
//! progress, and a word when a session ends or needs somebody (spec W1, W2). Showing it is left to `window`.

use std::collections::HashMap;

use retake_locale::{Text, text};
use retake_protocol::page::PageSite;
use retake_protocol::shell::ShellView;
use retake_protocol::view::{Activity, PanelView, SessionView};
use retake_protocol::{MediaId, SessionId, SessionOutcome};

/// What the window shows of itself.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WindowStatus {
    /// The window's title.
    pub(crate) title: Text,
    /// How much of the video goals of all running sessions is reached, in percent; `None`: none runs.
    pub(crate) percent: Option<u64>,
}

impl WindowStatus {
    /// That of the session on the page, else of the first one elsewhere.
    pub(crate) fn of(panel: &PanelView, shell: &ShellView) -> Self {
        let running: Vec<_> = running(panel).collect();
        // Who types a password must see whose page it is.
        if let Some(address) = shell.address.as_ref().filter(|one| one.site == PageSite::SignIn) {
            return Self { title: text::title_sign_in(address.host.as_str()), percent: None };
        }
        if let Some(waiting) = running.iter().find(|one| needs_user(one)) {
            let SessionView { videos_generated, video_goal, .. } = waiting;
            let percent = Some(u64::from(videos_generated * 100 / (*video_goal).max(1)));
            return Self { title: text::title_needs_user(), percent };
        }
        let Some(first) = running.first() else {
            return Self { title: text::title_idle(), percent: None };
        };
        let SessionView { retry_count, max_retries, videos_generated, video_goal, .. } = first;
        let (done, wanted) = running.iter().fold((0, 0), |(done, wanted), session| {
            (done + u64::from(session.videos_generated), wanted + u64::from(session.video_goal))
        });
        Self {
            title: text::title_running(
                text::videos_of_goal(*videos_generated, *video_goal),
                text::retries_of_limit(*retry_count, *max_retries),
            ),
            percent: Some((done * 100).checked_div(wanted).unwrap_or(0)),
        }
    }
}

fn needs_user(session: &SessionView) -> bool {
    matches!(session.activity, Activity::NeedsUser { .. })
}

fn running(panel: &PanelView) -> impl Iterator<Item = &SessionView> {
    let shown = panel.session.iter().filter(|session| session.activity != Activity::Ended);
    shown.chain(&panel.elsewhere)
}

/// A word to the user.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    /// In a few words.
    pub(crate) title: Text,
    /// A sentence more.
    pub(crate) body: Text,
}

/// Remembers which sessions ran and which waited for the user, to announce each change once.
#[derive(Debug, Default)]
pub(crate) struct Attention {
    running: HashMap<SessionId, Known>,
}

#[derive(Debug)]
struct Known {
    media_id: MediaId,
    needs_user: bool,
}

impl Attention {
    /// What is to be told after the panel changed. `outcome_of` looks up how a session that is no
    /// longer in the panel has ended.
    pub(crate) fn notices(
        &mut self,
        panel: &PanelView,
        outcome_of: impl Fn(&MediaId, SessionId) -> Option<SessionOutcome>,
    ) -> Vec<Notice> {
        let mut now = HashMap::new();
        let mut notices = Vec::new();
        for session in running(panel) {
            let before = self.running.remove(&session.session_id);
            let needs_user = matches!(session.activity, Activity::NeedsUser { .. });
            if let Activity::NeedsUser { refusal, .. } = &session.activity
                && !before.is_some_and(|before| before.needs_user)
            {
                let title = text::notification_needs_user();
                notices.push(Notice { title, body: refusal.needs_user() });
            }
            let media_id = session.media_id.clone();
            now.insert(session.session_id, Known { media_id, needs_user });
        }
        for (session_id, ended) in std::mem::replace(&mut self.running, now) {
            let shown = panel.session.as_ref().filter(|session| session.session_id == session_id);
            let outcome = shown.map(|session| session.outcome);
            let outcome = outcome.or_else(|| outcome_of(&ended.media_id, session_id));
            if let Some(title) = outcome.and_then(title_of) {
                notices.push(Notice { title, body: body_of(shown) });
            }
        }
        notices
    }
}

/// What the user has stopped needs no telling, nor what the app's own end cut off.
fn title_of(outcome: SessionOutcome) -> Option<Text> {
    Some(match outcome {
        SessionOutcome::Success => text::notification_success(),
        SessionOutcome::MaxRetries => text::notification_max_retries(),
        SessionOutcome::TimedOut => text::notification_timed_out(),
        SessionOutcome::RateLimited => text::notification_rate_limited(),
        SessionOutcome::Stale => text::notification_stale(),
        SessionOutcome::Pending | SessionOutcome::Cancelled | SessionOutcome::Interrupted => {
            return None;
        }
    })
}

/// Numbers alone: a notification may be read by others, and stays in the system's list.
fn body_of(session: Option<&SessionView>) -> Text {
    let Some(session) = session else { return text::notification_no_numbers() };
    text::notification_numbers(
        text::videos_of_goal(session.videos_generated, session.video_goal),
        text::retries_of_limit(session.retry_count, session.max_retries),
        text::credits_count(session.credits_used),
    )
}

#[cfg(test)]
mod tests {
    use retake_locale::plurals::english;
    use retake_protocol::{Prompt, Refusal};

    use super::*;

    fn said(text: &Text) -> String {
        english().say(text)
    }

    fn session(number: i64, activity: Activity, outcome: SessionOutcome) -> SessionView {
        SessionView {
            session_id: SessionId(number),
            media_id: MediaId::new("lake").unwrap(),
            original_prompt: None,
            prompt: Prompt::new("slow pan across a mountain lake"),
            max_retries: 5,
            video_goal: 3,
            failures: 2,
            retry_count: 2,
            videos_generated: 1,
            credits_used: 3,
            layer1_failures: 2,
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

    fn panel(session: Option<SessionView>, elsewhere: Vec<SessionView>) -> PanelView {
        PanelView { session, elsewhere, ..PanelView::default() }
    }

    fn status(panel: &PanelView) -> WindowStatus {
        WindowStatus::of(panel, &ShellView::default())
    }

    fn runs(number: i64) -> SessionView {
        session(number, Activity::Quiet, SessionOutcome::Pending)
    }

    #[test]
    fn w1_the_title_tells_retries_and_videos_of_what_runs() {
        let headline = status(&panel(Some(runs(1)), Vec::new()));
        assert_eq!(said(&headline.title), "1/3 videos · 2/5 retries – Retake");
        assert_eq!(headline.percent, Some(33));
        let ended = session(1, Activity::Ended, SessionOutcome::Success);
        let idle = WindowStatus { title: text::title_idle(), percent: None };
        assert_eq!(status(&panel(Some(ended), Vec::new())), idle);
    }

    #[test]
    fn w2_an_end_is_told_once_and_without_the_prompt() {
        let mut notifications = Attention::default();
        let none = |_: &MediaId, _: SessionId| None;
        assert!(notifications.notices(&panel(Some(runs(1)), Vec::new()), none).is_empty());
        let ended = panel(Some(session(1, Activity::Ended, SessionOutcome::Success)), Vec::new());
        let told = notifications.notices(&ended, none);
        assert_eq!(told.len(), 1);
        assert_eq!(said(&told[0].title), "Goal reached");
        assert_eq!(said(&told[0].body), "1/3 videos, 2/5 retries, 3 credits");
        assert!(notifications.notices(&ended, none).is_empty());
    }

    #[test]
    fn w2_an_end_elsewhere_is_told_and_a_stop_is_not() {
        for (outcome, times) in [(SessionOutcome::RateLimited, 1), (SessionOutcome::Cancelled, 0)] {
            let mut notifications = Attention::default();
            notifications.notices(&panel(None, vec![runs(4)]), |_, _| None);
            let told = notifications.notices(&panel(None, Vec::new()), |_, _| Some(outcome));
            assert_eq!(told.len(), times, "{outcome:?}");
        }
    }

    #[test]
    fn c9_a_session_that_needs_the_user_says_so_once() {
        let mut notifications = Attention::default();
        let activity = Activity::NeedsUser { refusal: Refusal::ControlMissing, grok_says: None };
        let waits = panel(Some(session(1, activity, SessionOutcome::Pending)), Vec::new());
        let [told] = &notifications.notices(&waits, |_, _| None)[..] else { panic!("one notice") };
        assert!(said(&told.body).contains("wasn't found"), "{told:?}");
        assert!(notifications.notices(&waits, |_, _| None).is_empty());
    }
}

//! What happened in a session, in order: decisions and their results. Words and places only;
//! how it looks is left to `components::timeline`.

use retake_locale::text;
use retake_protocol::history::{ActionView, AttemptView};
use retake_protocol::{ActionKind, ActionState, Millis, SessionId};

use crate::words::intl::duration;
use crate::words::say;

/// A click that comes this much later than it was due, in ms, waited for something else than its time.
const LATE_MS: Millis = 3_000;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// It was decided to click.
    Decision {
        /// What was decided, and the result.
        what: String,
        /// Why it happened then and not sooner; `None`: at once.
        why: Option<String>,
    },
    /// A generation began.
    Attempt(Box<AttemptView>),
}

/// What happened in a session, each with how long after its start in ms, the newest first.
pub fn steps(
    session_id: SessionId,
    started_at: Millis,
    attempts: &[AttemptView],
    actions: &[ActionView],
) -> Vec<(Millis, Step)> {
    let own = attempts.iter().filter(|attempt| attempt.session_id == Some(session_id));
    // By this machine's clock, as the clicks are: Grok's may be another. Lists are newest first; of
    // one moment, what was seen comes before what was decided on it.
    let seen = own.rev().map(|one| (one.first_seen_at, Step::Attempt(Box::new(one.clone()))));
    let mut steps: Vec<(Millis, Step)> = seen.collect();
    steps.extend(decisions(session_id, actions));
    steps.sort_by_key(|(at, _)| *at);
    steps.reverse();
    steps.into_iter().map(|(at, step)| ((at - started_at).max(0), step)).collect()
}

/// The decisions of a session, oldest first.
fn decisions(session_id: SessionId, actions: &[ActionView]) -> Vec<(Millis, Step)> {
    let mut last_click = None;
    let mut steps = Vec::new();
    for action in actions.iter().rev().filter(|action| action.session_id == session_id) {
        let at = action.issued_at.unwrap_or(action.due_at);
        let decision = Step::Decision { what: what(action), why: why(action, last_click) };
        steps.push((at, decision));
        if action.state == ActionState::Clicked {
            last_click = action.answered_at;
        }
    }
    steps
}

fn what(action: &ActionView) -> String {
    let kind = match action.kind {
        ActionKind::First => text::step_first(),
        ActionKind::Retry => text::step_retry(),
        ActionKind::Next => text::step_next(),
    };
    say(match (action.state, action.refusal) {
        (ActionState::Scheduled, _) => text::step_waiting(kind),
        (ActionState::Issued, _) => text::step_unanswered(kind),
        (ActionState::Clicked, _) => text::step_clicked(kind),
        (ActionState::Refused, Some(refusal)) => text::step_not_clicked(refusal.reason()),
        (ActionState::Refused, None) => text::step_not_clicked(kind),
        (ActionState::Dropped, _) => text::step_dropped(kind),
    })
}

fn why(action: &ActionView, last_click: Option<Millis>) -> Option<String> {
    let planned = last_click
        .filter(|click| action.due_at > *click)
        .map(|click| say(text::step_pause(duration(action.due_at - click))));
    let late = action.issued_at.map_or(0, |issued_at| issued_at - action.due_at);
    let waited = (late >= LATE_MS).then(|| say(text::step_late(duration(late))));
    let parts: Vec<String> = planned.into_iter().chain(waited).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

#[cfg(test)]
mod tests {
    use retake_protocol::history::VideoView;
    use retake_protocol::{ActionId, AttemptId, AttemptOutcome, Pick, Refusal};

    use super::*;

    const SESSION: SessionId = SessionId(1);

    fn action(number: i64, state: ActionState, due_at: Millis) -> ActionView {
        let kind = if number == 1 { ActionKind::First } else { ActionKind::Retry };
        let answered_at = (state == ActionState::Clicked).then_some(due_at + 100);
        ActionView {
            action_id: ActionId(number),
            session_id: SESSION,
            kind,
            state,
            due_at,
            issued_at: answered_at.map(|_| due_at),
            answered_at,
            refusal: None,
        }
    }

    fn attempt(id: &str, at: Millis) -> AttemptView {
        AttemptView {
            attempt_id: AttemptId::new(id).unwrap(),
            session_id: Some(SESSION),
            outcome: AttemptOutcome::Moderated,
            layer: None,
            layer_source: None,
            percent: None,
            prompt: None,
            create_time: Some(at - 500),
            length_seconds: None,
            resolution: None,
            derived: None,
            video: VideoView::None,
            pick: Pick::None,
            first_seen_at: at,
            ended_at: None,
        }
    }

    fn read(steps: &[(Millis, Step)]) -> Vec<String> {
        let words = |(at, step): &(Millis, Step)| match step {
            Step::Decision { what, why } => {
                format!(
                    "{at} {what}{}",
                    why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default()
                )
            }
            Step::Attempt(attempt) => format!("{at} {}", attempt.attempt_id.as_str()),
        };
        steps.iter().map(words).collect()
    }

    #[test]
    fn d3_clicks_and_what_they_began_are_told_in_their_order_with_the_reason_for_each_wait() {
        let actions =
            [action(2, ActionState::Clicked, 9_100), action(1, ActionState::Clicked, 1_000)];
        let elsewhere = AttemptView { session_id: Some(SessionId(2)), ..attempt("other", 3_000) };
        let attempts = [attempt("two", 9_200), elsewhere, attempt("one", 1_100)];
        assert_eq!(
            read(&steps(SESSION, 1_000, &attempts, &actions)),
            [
                "8200 two",
                "8100 Clicked: retry (after a pause of 8 s)",
                "100 one",
                "0 Clicked: first attempt",
            ]
        );
    }

    #[test]
    fn d3_an_attempt_comes_before_the_click_that_was_decided_in_the_moment_it_was_seen() {
        let told =
            steps(SESSION, 0, &[attempt("one", 9_100)], &[action(2, ActionState::Clicked, 9_100)]);
        assert_eq!(read(&told), ["9100 Clicked: retry", "9100 one"]);
    }

    #[test]
    fn d3_what_was_not_clicked_says_why() {
        let refused = ActionView {
            state: ActionState::Refused,
            issued_at: Some(1_000),
            answered_at: Some(1_200),
            refusal: Some(Refusal::ControlDisabled),
            ..action(1, ActionState::Scheduled, 1_000)
        };
        let dropped = action(2, ActionState::Dropped, 2_200);
        let told = read(&steps(SESSION, 0, &[], &[dropped, refused]));
        assert_eq!(
            told,
            [
                "2200 Canceled before it ran: retry",
                "1000 Not clicked: Grok's button to make a video is disabled",
            ]
        );
    }

    #[test]
    fn c16_a_click_that_waited_for_its_image_says_so() {
        let first = action(1, ActionState::Clicked, 0);
        let late = ActionView {
            issued_at: Some(68_100),
            answered_at: Some(68_200),
            ..action(2, ActionState::Clicked, 8_100)
        };
        let told = read(&steps(SESSION, 0, &[], &[late, first]));
        assert!(told[0].contains("1 min late"), "{told:?}");
    }
}

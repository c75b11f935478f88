//! The rules, as assertions after each step.

use std::collections::{BTreeSet, HashMap, HashSet};

use retake_protocol::view::Activity;
use retake_protocol::{ActionState, AttemptOutcome, Millis, PressState, SessionId, SessionOutcome};
use retake_session::Output;
use retake_session::record::{AttemptRecord, Change, SessionRecord};

use super::{COOLDOWN_MS, IDLE_MS, LONGEST_CLOCK_MS, World};

impl World {
    /// The queue acts only while no session runs, and leaves the page to who touched it.
    fn check_queue(&self, output: &Output, started: &[SessionId], at: Millis) {
        if output.show.is_none() && started.is_empty() {
            return;
        }
        let is_free = self.touched_at.is_none_or(|touched_at| at - touched_at >= IDLE_MS);
        assert!(is_free, "the queue acted {at} after a touch at {:?}", self.touched_at);
        let others_run = (self.rows.sessions.values())
            .any(|session| session.ended_at.is_none() && !started.contains(&session.session_id));
        assert!(!others_run, "the queue took the page from a session");
    }

    /// The sessions that the queue starts by this output.
    fn started_by_queue(&self, output: &Output) -> Vec<SessionId> {
        let entries = output.changes.iter().filter_map(|change| match change {
            Change::Queued(entry) => entry.session_id,
            _ => None,
        });
        entries.filter(|session_id| !self.rows.sessions.contains_key(session_id)).collect()
    }

    pub(super) fn take(&mut self, output: Output, at: Millis) {
        let started = self.started_by_queue(&output);
        for change in &output.changes {
            self.rows.write(change.clone());
        }
        self.check_queue(&output, &started, at);
        for action in output.actions {
            assert!(!self.is_unloaded, "c21: nothing is pressed without a page");
            assert!(!self.is_limited, "h invariant 12: nothing is clicked after a limit");
            let row = &self.rows.actions[&action.action_id];
            assert_eq!(row.state, ActionState::Issued, "c9: stored before it is handed over");
            assert!(self.handed_over.insert(action.action_id), "c9: handed over once");
            let is_checked = self
                .rows
                .attempts
                .iter()
                .any(|attempt| attempt.media_id == row.media_id && attempt.announced.is_some());
            assert!(!is_checked, "h invariant 3: an end of the image is being checked");
            let is_pressed =
                self.rows.presses.values().any(|press| {
                    press.media_id == row.media_id && press.state == PressState::UnderWay
                });
            assert!(!is_pressed, "h invariant 3: a press of the image is under way");
            let session = &self.rows.sessions[&row.session_id];
            assert_eq!(session.outcome, SessionOutcome::Pending, "nothing after the end");
            let may_be_clicks =
                self.unanswered.iter().filter_map(|id| self.rows.actions[id].issued_at);
            let last = self.clicks.iter().copied().chain(may_be_clicks).max();
            assert!(last.is_none_or(|last| at - last >= COOLDOWN_MS), "c8: the cooldown");
            self.unanswered.push(action.action_id);
        }
    }

    /// H invariant 10: a session that runs has a clock, or words for the user.
    pub(super) fn check_clocks(&mut self) {
        for session in self.rows.sessions.values() {
            let allowed = self.allowed.entry(session.session_id).or_default();
            *allowed = (*allowed).max(session.video_goal + session.max_retries);
        }
        let wakeup = self.machine.next_wakeup();
        let is_near = wakeup.is_none_or(|at| at - self.now <= LONGEST_CLOCK_MS);
        assert!(is_near, "h invariant 10: {wakeup:?} is far from {}", self.now);
        if wakeup.is_none() {
            let session = self.machine.panel(self.now).session;
            let is_stuck = session.is_some_and(|session| session.activity == Activity::Quiet);
            assert!(!is_stuck, "h invariant 10: a session waits for nothing");
        }
    }

    /// H invariant 1: a video counts at most once, whatever images it was shown under.
    fn check_counted_once(&self) {
        let counted = self.rows.attempts.iter().filter(|attempt| attempt.counted.is_some());
        let mut names = HashSet::new();
        for attempt in counted {
            for alias in &attempt.aliases {
                assert!(names.insert(alias), "h invariant 1: {alias} counts twice");
            }
        }
    }

    pub(super) fn check(&self) {
        self.check_counted_once();
        let mut counted: HashMap<SessionId, Vec<&AttemptRecord>> = HashMap::new();
        for attempt in &self.rows.attempts {
            if let Some(place) = attempt.counted {
                counted.entry(place.session_id).or_default().push(attempt);
                assert_eq!(attempt.seen_in, Some(place.session_id), "c2");
            }
        }
        let mut active_images = HashSet::new();
        for session in self.rows.sessions.values() {
            let counters = &session.counters;
            let here = counted.get(&session.session_id).map_or(0, Vec::len);
            let sum = counters.moderated + counters.failed + counters.videos_generated;
            assert_eq!(sum as usize, here, "c3: each counted attempt counts once");
            let layers =
                counters.layer1_failures + counters.layer2_failures + counters.layer3_failures;
            assert_eq!(layers, counters.failures(), "c4: each failure has one layer");
            let is_active = session.outcome == SessionOutcome::Pending;
            assert_eq!(is_active, session.ended_at.is_none(), "c19");
            if is_active {
                let of_session = counted.get(&session.session_id).cloned().unwrap_or_default();
                let failed = failed_tries(&of_session);
                assert!(counters.failures() <= failed, "h5: a press fails once");
                assert!(active_images.insert(&session.media_id), "c16: one session an image");
                assert!(counters.videos_generated < session.video_goal, "c19: below the goal");
                assert!(counters.failures() <= session.max_retries, "c19: retries are left");
            }
            self.check_actions(session, here);
        }
    }

    /// Never more clicks than decisions: the start is one, each counted attempt and each change
    /// of the preferences may be one more.
    fn check_actions(&self, session: &SessionRecord, counted: usize) {
        let of_session = |state: ActionState| {
            let actions = self.rows.actions.values();
            let own = actions.filter(|action| action.session_id == session.session_id);
            own.filter(|action| action.state == state).count()
        };
        let clicked = of_session(ActionState::Clicked);
        let pressed = clicked + of_session(ActionState::Issued);
        let bounds = session.video_goal + session.max_retries;
        let bounds = self.allowed.get(&session.session_id).map_or(bounds, |most| bounds.max(*most));
        // The user's own press is one of them (C22).
        let own = usize::from(self.own_presses.contains(&session.session_id));
        let most = usize::try_from(bounds).expect("a small number") + self.go_ons - own;
        assert!(pressed <= most, "h invariant 2: {pressed} presses, and {most} at most");
        let decisions = 1 + counted + self.decisions - own;
        assert!(clicked <= decisions, "{clicked} clicks for {decisions} decisions");
        let outstanding = of_session(ActionState::Scheduled);
        let most = usize::from(session.outcome == SessionOutcome::Pending);
        assert!(outstanding <= most, "c8, c12: at most one, and none after the end");
    }
}

/// How many tries failed: one a press, and only where no video came of it.
fn failed_tries(counted: &[&AttemptRecord]) -> u32 {
    let is_video = |attempt: &&&AttemptRecord| attempt.outcome == AttemptOutcome::Completed;
    let presses: BTreeSet<_> = counted.iter().filter_map(|attempt| attempt.pressed_at).collect();
    let alone = counted.iter().filter(|one| one.pressed_at.is_none() && !is_video(one)).count();
    let together = presses.iter().filter(|press| {
        !counted.iter().filter(|one| one.pressed_at == Some(**press)).any(|one| is_video(&one))
    });
    u32::try_from(alone + together.count()).expect("a small number")
}

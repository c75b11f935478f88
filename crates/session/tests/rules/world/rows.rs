//! The rows as a database would hold them.

use std::collections::{BTreeMap, BTreeSet};

use retake_protocol::{
    ActionId, ActionState, AttemptOutcome, Certainty, MediaId, Millis, PostId, Preferences,
    PressState, SessionId, SessionOutcome,
};
use retake_session::record::{
    ActionRecord, AttemptRecord, Change, Decision, ImageFacts, LastPress, PressRecord, QueueEntry,
    SessionRecord, StoredImage, StoredState,
};
use retake_session::{OwnedId, StoredOwner};

/// H invariant 6: told is never replaced by inferred, and a video takes the place of a failure only with
/// a url. H invariant 7: what counted stays where it counted.
fn check_succession(known: &AttemptRecord, new: &AttemptRecord) {
    let is = |decided: Option<Decision>, certainty| {
        decided.is_some_and(|decision| decision.certainty == certainty)
    };
    assert!(
        !(is(known.decided, Certainty::Told) && is(new.decided, Certainty::Inferred)),
        "h invariant 6: {known:?} became {new:?}"
    );
    let had_failed = matches!(known.outcome, AttemptOutcome::Moderated | AttemptOutcome::Failed);
    assert!(
        !had_failed || new.outcome != AttemptOutcome::Completed || new.video_url.is_some(),
        "h invariant 6: {known:?} became {new:?}"
    );
    let is_lost = known.outcome.is_terminal() && new.outcome == AttemptOutcome::Unknown;
    assert!(!is_lost, "h9: {known:?} became {new:?}");
    let counted_elsewhere = known.counted.zip(new.counted).is_some_and(|(one, other)| one != other);
    assert!(!counted_elsewhere, "h invariant 7: {known:?} became {new:?}");
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "a filter hands over a reference")]
fn is_under_way(press: &&PressRecord) -> bool {
    press.state == PressState::UnderWay
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    facts: BTreeMap<MediaId, ImageFacts>,
    preferences: BTreeMap<MediaId, Preferences>,
    pub(crate) attempts: Vec<AttemptRecord>,
    pub(crate) sessions: BTreeMap<SessionId, SessionRecord>,
    pub(crate) actions: BTreeMap<ActionId, ActionRecord>,
    posts: Vec<(MediaId, PostId)>,
    pub(crate) presses: BTreeMap<(MediaId, Millis), PressRecord>,
    pub(crate) queue: Vec<QueueEntry>,
}

impl Rows {
    pub(crate) fn write(&mut self, change: Change) {
        match change {
            Change::Image(facts) => {
                self.facts.insert(facts.media_id.clone(), facts);
            }
            Change::Preferences { media_id, preferences } => {
                self.preferences.insert(media_id, preferences);
            }
            Change::Attempt(attempt) => self.write_attempt(attempt),
            Change::Session(session) => {
                let known = self.sessions.get(&session.session_id);
                let ended = known.filter(|known| known.ended_at.is_some());
                assert!(ended.is_none_or(|known| *known == session), "h invariant 8: {session:?}");
                self.sessions.insert(session.session_id, session);
            }
            Change::Action(action) => {
                self.actions.insert(action.action_id, action);
            }
            Change::Press(press) => {
                assert!(self.facts.contains_key(&press.media_id), "the image's row comes first");
                self.presses.insert((press.media_id.clone(), press.pressed_at), press);
            }
            Change::Post { media_id, post_id } => self.posts.push((media_id, post_id)),
            Change::Queued(entry) => {
                self.queue.retain(|known| known.entry_id != entry.entry_id);
                self.queue.push(entry);
                self.queue.sort_by_key(|entry| entry.position);
            }
            Change::Unqueued { entry_id, .. } => {
                self.queue.retain(|entry| entry.entry_id != entry_id);
            }
            Change::AttemptReplaced { media_id, attempt_id, .. } => {
                self.attempts.retain(|attempt| {
                    attempt.media_id != media_id || attempt.attempt_id != attempt_id
                });
            }
            Change::ImageGone { media_id } => {
                self.facts.remove(&media_id);
            }
            Change::Log(_) | Change::Mark { .. } | Change::VideoQuota(_) => {}
        }
    }

    fn write_attempt(&mut self, attempt: AttemptRecord) {
        assert!(self.facts.contains_key(&attempt.media_id), "the image's row comes first");
        let known = self.attempts.iter_mut().find(|known| {
            known.media_id == attempt.media_id && known.attempt_id == attempt.attempt_id
        });
        match known {
            Some(known) => {
                check_succession(known, &attempt);
                *known = attempt;
            }
            None => self.attempts.push(attempt),
        }
    }

    pub(crate) fn load_image(&self, media_id: &MediaId) -> Option<StoredImage> {
        let attempts = self.attempts.iter().filter(|attempt| attempt.media_id == *media_id);
        let posts = self.posts.iter().filter(|(owner, _)| owner == media_id);
        let mut sessions = self.sessions.values().rev();
        let last_session = sessions.find(|session| session.media_id == *media_id).cloned();
        let last_press = last_session.as_ref().and_then(|last| self.last_press(last));
        let presses = self.presses.values().filter(|press| press.media_id == *media_id);
        let pictures: BTreeSet<PostId> =
            presses.clone().filter_map(|press| press.picture.clone()).collect();
        Some(StoredImage {
            facts: self.facts.get(media_id)?.clone(),
            preferences: self.preferences.get(media_id).cloned(),
            attempts: attempts.cloned().collect(),
            last_session,
            last_press,
            posts: posts.map(|(_, post)| post.clone()).collect(),
            presses: presses.filter(is_under_way).cloned().collect(),
            pictures: pictures.into_iter().collect(),
        })
    }

    fn last_press(&self, session: &SessionRecord) -> Option<LastPress> {
        let pressed = self.actions.values().filter(|action| {
            let is_press = matches!(action.state, ActionState::Clicked | ActionState::Issued);
            is_press && action.session_id == session.session_id
        });
        let session_id = session.session_id;
        let of_user =
            self.presses.values().filter(|press| press.begins_session == Some(session_id));
        let of_user = of_user.map(|press| press.pressed_at);
        let own = pressed.filter_map(|action| action.issued_at).chain(of_user).max();
        let earlier = || self.last_press(&self.sessions[&session.resumed_from?]);
        own.map(|at| LastPress { session_id, at }).or_else(earlier)
    }

    pub(crate) fn load_state(&self) -> StoredState {
        let clicks = self.actions.values().filter_map(|action| match action.state {
            ActionState::Clicked => action.answered_at,
            ActionState::Issued => action.issued_at,
            _ => None,
        });
        let began = self.presses.values().filter(|press| press.begins_session.is_some());
        let of_users = began.map(|press| press.pressed_at);
        let is_open = |action: &&ActionRecord| {
            matches!(action.state, ActionState::Scheduled | ActionState::Issued)
        };
        let is_active = |session: &&SessionRecord| session.outcome == SessionOutcome::Pending;
        StoredState {
            last_session_id: self.sessions.keys().next_back().copied(),
            last_action_id: self.actions.keys().next_back().copied(),
            last_click_at: clicks.chain(of_users).max(),
            active_sessions: self.sessions.values().filter(is_active).cloned().collect(),
            open_actions: self.actions.values().filter(is_open).cloned().collect(),
            queue: self.queue.clone(),
            video_quota: None,
            pressed_images: {
                let pressed = self.presses.values().filter(is_under_way);
                let images: BTreeSet<MediaId> = pressed.map(|one| one.media_id.clone()).collect();
                images.into_iter().collect()
            },
        }
    }

    pub(crate) fn owner_of(&self, post_id: &PostId) -> Option<StoredOwner> {
        let owner = |of, media_id: &MediaId| StoredOwner { media_id: media_id.clone(), of };
        let id = post_id.as_attempt();
        let attempt = self.attempts.iter().find(|attempt| attempt.aliases.contains(&id));
        let itself = || self.facts.get_key_value(&post_id.as_image());
        let shown = || self.posts.iter().find(|(_, post)| post == post_id);
        (attempt.map(|attempt| owner(OwnedId::Attempt, &attempt.media_id)))
            .or_else(|| itself().map(|(media_id, _)| owner(OwnedId::Image, media_id)))
            .or_else(|| shown().map(|(media_id, _)| owner(OwnedId::Post, media_id)))
    }
}

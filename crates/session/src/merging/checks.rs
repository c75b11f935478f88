//! What of a file's history can't be right, or has no room here (spec D6).

use std::collections::BTreeSet;

use retake_protocol::library::{ImageMarks, Mark, MarkChange};
use retake_protocol::{Millis, Preferences, SessionOutcome};

use super::{HIGHEST_NUMBER, InvalidHistory, MOST_COUNTED};
use crate::record::{Counters, ImageHistory, SessionRecord};

/// Refuses what no Retake has written: taken over, it would break rules that everything else here
/// rests on.
pub(super) fn check(file: &ImageHistory) -> Result<(), InvalidHistory> {
    let media_id = &file.image.media_id;
    let unfit = |problem: String| InvalidHistory { media_id: media_id.clone(), problem };
    let rows = (file.sessions.iter().map(|session| &session.media_id))
        .chain(file.attempts.iter().map(|attempt| &attempt.media_id))
        .chain(file.actions.iter().map(|action| &action.media_id))
        .chain(file.log.iter().map(|line| &line.media_id));
    if let Some(other) = rows.into_iter().find(|other| *other != media_id) {
        return Err(unfit(format!("a row in it is of image {other}")));
    }
    let mut sessions = BTreeSet::new();
    for session in &file.sessions {
        check_session(session).map_err(unfit)?;
        if !sessions.insert(session.session_id) {
            return Err(unfit(format!("session {} is in it twice", session.session_id)));
        }
    }
    let named = (file.attempts.iter().filter_map(|attempt| attempt.seen_in))
        .chain(file.attempts.iter().filter_map(|attempt| Some(attempt.counted?.session_id)))
        .chain(file.actions.iter().map(|action| action.session_id))
        .chain(file.log.iter().filter_map(|line| line.session_id));
    if let Some(missing) = named.into_iter().find(|id| !sessions.contains(id)) {
        return Err(unfit(format!("session {missing} is named in it and is not there")));
    }
    check_numbers(file).map_err(unfit)?;
    check_marks(&file.marks).map_err(unfit)?;
    check_times(file).map_err(unfit)?;
    let mut aliases = BTreeSet::new();
    for attempt in &file.attempts {
        let id = &attempt.attempt_id;
        if attempt.aliases.first() != Some(id) {
            return Err(unfit(format!("the first alias of attempt {id} is not its id")));
        }
        if !attempt.aliases.iter().all(|alias| aliases.insert(alias)) {
            return Err(unfit(format!("attempt {id} shares a name with another one")));
        }
    }
    Ok(())
}

fn check_marks(marks: &ImageMarks) -> Result<(), String> {
    for mark in marks.videos.values().chain([&marks.image]) {
        let Mark { rating, pick: _, note, tags } = mark;
        let tags = tags.iter().cloned().map(|tag| MarkChange::Tag { tag });
        let parts =
            [MarkChange::Rating { rating: *rating }, MarkChange::Note { note: note.clone() }];
        for part in parts.into_iter().chain(tags) {
            if part.clone().checked()? != part {
                return Err("a tag or note in it has blanks around it".to_owned());
            }
        }
    }
    Ok(())
}

/// Clocks count from the times of a history: one beyond every calendar would hold a session up for good,
/// or overflow. What is wrong, as the rest of a sentence.
pub fn check_times(file: &ImageHistory) -> Result<(), String> {
    let of_sessions = file.sessions.iter().flat_map(|session| {
        [Some(session.started_at), session.ended_at, session.last_failure_time]
    });
    let of_attempts = file.attempts.iter().flat_map(|attempt| {
        let announced = attempt.announced.map(|announced| announced.at);
        [Some(attempt.first_seen_at), attempt.ended_at, attempt.pressed_at, announced]
    });
    let of_actions = file
        .actions
        .iter()
        .flat_map(|action| [Some(action.due_at), action.issued_at, action.answered_at]);
    let of_log = file.log.iter().map(|line| Some(line.at));
    let times = of_sessions.chain(of_attempts).chain(of_actions).chain(of_log).flatten();
    let mut times = times.chain([file.image.first_seen_at]);
    times.try_for_each(check_time)
}

/// The same of one time, in ms.
pub fn check_time(at: Millis) -> Result<(), String> {
    if (-HIGHEST_NUMBER..=HIGHEST_NUMBER).contains(&at) {
        return Ok(());
    }
    Err(format!("a time in it is {at} ms, which no calendar has"))
}

fn check_numbers(file: &ImageHistory) -> Result<(), String> {
    let mut numbers = (file.sessions.iter().map(|session| ("session", session.session_id.0)))
        .chain(file.actions.iter().map(|action| ("action", action.action_id.0)));
    match numbers.find(|(_, number)| *number > HIGHEST_NUMBER) {
        Some((what, number)) => Err(format!("{what} {number} is over number {HIGHEST_NUMBER}")),
        None => Ok(()),
    }
}

fn check_session(session: &SessionRecord) -> Result<(), String> {
    let id = session.session_id;
    for (name, value) in [("max_retries", session.max_retries), ("video_goal", session.video_goal)]
    {
        if !Preferences::RANGE.contains(&value) {
            let (from, to) = Preferences::RANGE.into_inner();
            return Err(format!("{name} of session {id} is {value}, not {from} to {to}"));
        }
    }
    let Counters {
        moderated,
        failed,
        videos_generated,
        layer1_failures,
        layer2_failures,
        layer3_failures,
        beside,
    } = session.counters;
    let layers = [layer1_failures, layer2_failures, layer3_failures];
    let counters = [[moderated, failed, videos_generated], layers, [beside, 0, 0]].concat();
    if counters.iter().any(|counter| *counter > MOST_COUNTED) {
        return Err(format!("a counter of session {id} is over {MOST_COUNTED}"));
    }
    if (session.outcome == SessionOutcome::Pending) != session.ended_at.is_none() {
        return Err(format!("session {id} must have an end exactly when it is not `pending`"));
    }
    Ok(())
}

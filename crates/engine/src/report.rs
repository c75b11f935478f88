//! The JSON object that a replay prints (spec F7).

use std::collections::BTreeSet;

use retake_protocol::queue::QueueView;
use retake_protocol::view::Diagnostic;
use retake_protocol::{
    ActionId, ActionKind, ActionState, AttemptId, AttemptOutcome, Certainty, MediaId, Millis,
    PostId, Prompt, SessionId, SessionOutcome, Source,
};
use retake_session::record::{ActionRecord, SessionRecord};
use retake_store::report::ToldAttempt;
use serde::Serialize;

use crate::recording::CutLine;

/// What a recording came to. Field names as in spec F7.
#[derive(Debug, Serialize)]
pub struct Report {
    images: Vec<ImageReport>,
    sessions: Vec<SessionReport>,
    actions: Vec<ActionReport>,
    queue: QueueView,
    diagnostics: Vec<Diagnostic>,
    attempts: Vec<AttemptReport>,
    /// Where the recording broke off; the printed object lists it among the diagnostics.
    #[serde(skip)]
    pub cut: Option<CutLine>,
}

#[derive(Debug, Serialize)]
struct ImageReport {
    media_id: MediaId,
    attempts: u32,
    completed: u32,
    moderated: u32,
    failed: u32,
}

#[derive(Debug, Serialize)]
struct SessionReport {
    media_id: MediaId,
    outcome: SessionOutcome,
    is_active: bool,
    failures: u32,
    retry_count: u32,
    videos_generated: u32,
    credits_used: u32,
    layer1_failures: u32,
    layer2_failures: u32,
    layer3_failures: u32,
    current_post_id: Option<PostId>,
    processed_attempt_ids: Vec<AttemptId>,
    max_retries: u32,
    video_goal: u32,
    prompt: Prompt,
    started_at: Millis,
    ended_at: Option<Millis>,
}

#[derive(Debug, Serialize)]
struct ActionReport {
    action_id: ActionId,
    media_id: MediaId,
    kind: ActionKind,
    prompt: Prompt,
    due_at: Millis,
    issued_at: Option<Millis>,
    state: ActionState,
}

#[derive(Debug, Serialize)]
struct AttemptReport {
    attempt_id: AttemptId,
    media_id: Option<MediaId>,
    outcome: AttemptOutcome,
    told_by: BTreeSet<Source>,
    decided_by: Option<Source>,
    certainty: Option<Certainty>,
    counted_in: Option<SessionId>,
}

impl Report {
    pub(crate) fn new(
        rows: retake_store::report::Report,
        queue: QueueView,
        diagnostics: Vec<Diagnostic>,
        cut: Option<CutLine>,
    ) -> Self {
        Self {
            images: rows
                .images
                .into_iter()
                .map(|image| ImageReport {
                    media_id: image.media_id,
                    attempts: image.attempts,
                    completed: image.completed,
                    moderated: image.moderated,
                    failed: image.failed,
                })
                .collect(),
            sessions: rows.sessions.into_iter().map(session_report).collect(),
            actions: rows.actions.into_iter().map(action_report).collect(),
            queue,
            diagnostics,
            attempts: rows.attempts.into_iter().map(attempt_report).collect(),
            cut,
        }
    }
}

fn attempt_report(attempt: ToldAttempt) -> AttemptReport {
    AttemptReport {
        attempt_id: attempt.attempt_id,
        media_id: attempt.media_id,
        outcome: attempt.outcome,
        told_by: attempt.told_by,
        decided_by: attempt.decided.map(|decision| decision.by),
        certainty: attempt.decided.map(|decision| decision.certainty),
        counted_in: attempt.counted_in,
    }
}

fn session_report((session, attempt_ids): (SessionRecord, Vec<AttemptId>)) -> SessionReport {
    let counters = session.counters;
    SessionReport {
        media_id: session.media_id,
        outcome: session.outcome,
        is_active: session.outcome == SessionOutcome::Pending,
        failures: counters.failures(),
        retry_count: counters.retry_count(session.max_retries),
        videos_generated: counters.videos_generated,
        credits_used: counters.credits_used(),
        layer1_failures: counters.layer1_failures,
        layer2_failures: counters.layer2_failures,
        layer3_failures: counters.layer3_failures,
        current_post_id: session.current_post_id,
        processed_attempt_ids: attempt_ids,
        max_retries: session.max_retries,
        video_goal: session.video_goal,
        prompt: session.prompt,
        started_at: session.started_at,
        ended_at: session.ended_at,
    }
}

fn action_report(action: ActionRecord) -> ActionReport {
    ActionReport {
        action_id: action.action_id,
        media_id: action.media_id,
        kind: action.kind,
        prompt: action.prompt,
        due_at: action.due_at,
        issued_at: action.issued_at,
        state: action.state,
    }
}

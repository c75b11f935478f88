//! The one door of the crate: an event and a time in, an [`Output`] out. Which part takes which event,
//! and in which order things are done for every event; nothing is decided here.

use std::collections::BTreeSet;

use retake_protocol::view::PanelView;
use retake_protocol::{ActionId, MediaId, Millis, PostId, SessionId, SessionOutcome};

use crate::event::{Event, Lookup, StoredOwner};
use crate::output::Output;
use crate::record::{StoredImage, StoredState};
use crate::settings::Settings;
use crate::state::State;

/// The state machine of all sessions. One owner, no locks.
///
/// Before each event, ask [`Machine::lookups`] until it answers none, giving what it asks for.
#[derive(Clone, Debug)]
pub struct Machine {
    state: State,
}

impl Machine {
    /// Starts from what is stored. Sessions that were active when the app last ended become
    /// `interrupted` (spec C14): the output holds their rows.
    pub fn start(settings: Settings, stored: StoredState, now: Millis) -> (Self, Output) {
        let mut state = State::start(settings, stored, now);
        let output = state.take_output();
        (Self { state }, output)
    }

    /// What must be looked up before `event` can be handled, each once; empty: nothing more.
    pub fn lookups(&self, event: &Event) -> BTreeSet<Lookup> {
        self.state.lookups(event)
    }

    /// Gives what is stored of an image; `None`: nothing.
    pub fn load_image(&mut self, media_id: &MediaId, stored: Option<StoredImage>) {
        self.state.load_image(media_id, stored);
    }

    /// Gives what a stored id belongs to; `None`: nothing.
    pub fn load_owner(&mut self, id: &PostId, owner: Option<StoredOwner>) {
        self.state.load_owner(id, owner);
    }

    /// Handles one event. `now` must not be smaller than at the call before; if it is, the
    /// earlier time is kept. A caller lets the timers that are due by `now` pass first.
    pub fn handle(&mut self, event: Event, now: Millis) -> Output {
        self.state.advance(now);
        self.dispatch(event);
        let state = &mut self.state;
        // Whatever the source: a store, a record or an answer.
        state.let_go_of_what_is_not_kept();
        state.take_accepted_names();
        state.expire_streams();
        state.expire_images();
        state.queue_sees_ends();
        state.advance_queue();
        state.issue_due();
        state.take_output()
    }

    fn dispatch(&mut self, event: Event) {
        let state = &mut self.state;
        match event {
            Event::PageUnloaded => state.page_unloaded(),
            Event::PageLoaded => {
                state.page_is_there();
                state.store_stands();
                state.page_loaded();
            }
            Event::RouteChanged { post_id, conversation } => {
                // Some systems tell late that the page before is gone.
                state.page_is_there();
                if let Some(conversation) = conversation {
                    state.conversation_named(conversation);
                }
                state.route_changed(post_id);
            }
            Event::MainPictureSeen { post_id } => state.main_picture_seen(post_id),
            Event::SnapshotRead(reading) => state.snapshot_read(&reading),
            Event::SnapshotUnreadable(problem) => state.snapshot_unreadable(&problem),
            Event::ProgressSeen { percent, attempt_id } => state.progress_seen(percent, attempt_id),
            Event::ActionAnswered { action_id, result } => state.action_answered(action_id, result),
            Event::RequestSeen { stream, request } => state.request_seen(stream, request),
            Event::StreamSaid { stream, said } => state.stream_said(stream, said),
            Event::AnswerSeen { stream, reading } => state.answer_seen(stream, reading),
            Event::RecordsRead(records) => state.records_read(&records),
            Event::QuotaHeard(quota) => state.quota_heard(quota),
            Event::UserPressed { by } => state.user_pressed(by),
            Event::ModerationSeen => {
                state.moderation_seen();
            }
            Event::LimitSeen { until } => state.limit_seen(until),
            Event::AccessRefused { stream, reason, words } => {
                state.access_refused(stream, reason, &words);
            }
            Event::PageProblem { piece, message } => {
                state.page_problem(&piece, &message);
            }
            Event::Slept { ms } => state.slept(ms),
            Event::GrokClockHeard { grok_now } => state.grok_clock_heard(grok_now),
            Event::Start(start) => state.command(|state| state.start_session(start)),
            Event::Stop { media_id } => {
                state.command(|state| state.stop_session(media_id.as_ref()));
            }
            Event::Resume { media_id } => {
                state.command(|state| state.resume_session(media_id.as_ref()));
            }
            Event::SetPreferences(change) => {
                state.command(|state| state.set_preferences(&change));
            }
            Event::ChangeQueue(change) => {
                state.command(|state| state.change_queue(change));
            }
            Event::UserActive => state.user_active(),
            Event::TimePassed => {}
        }
    }

    /// Forgets an image, or with `None` every one, none of which may have an active session. Grok's
    /// page still holds their attempts: those are passed over until the app ends, or they would be
    /// back with the next snapshot.
    pub fn forget(&mut self, media_id: Option<&MediaId>) {
        self.state.forget(media_id);
    }

    /// Takes up what is stored now. What it holds of images without a running session is dropped;
    /// sessions that came as running ones run nowhere, and become `interrupted` (spec C14). The
    /// caller tells it the page's route and store again.
    pub fn refresh(&mut self, stored: StoredState) -> Output {
        self.state.refresh(stored)
    }

    /// The earliest deadline; `None`: nothing changes until the next event. The caller then calls
    /// [`Machine::handle`] with [`Event::TimePassed`] and that time.
    pub fn next_wakeup(&self) -> Option<Millis> {
        self.state.next_wakeup()
    }

    /// Everything that the session panel shows at `now`.
    pub fn panel(&self, now: Millis) -> PanelView {
        self.state.panel(now)
    }

    /// The images of those of `posts` that the page's store, as last read, knows (spec B1).
    pub fn images_of<'a>(
        &self,
        posts: impl IntoIterator<Item = &'a PostId>,
    ) -> Vec<(&'a PostId, MediaId)> {
        self.state.images_of(posts)
    }

    /// The id that the next action gets.
    pub fn next_action_id(&self) -> ActionId {
        self.state.next_action_id()
    }

    /// Goes by other settings from now on.
    pub fn set_settings(&mut self, settings: Settings) {
        self.state.set_settings(settings);
    }

    /// How a session of an image in memory has ended; `None`: it runs, or is not the image's last one.
    pub fn outcome_of(&self, media_id: &MediaId, session_id: SessionId) -> Option<SessionOutcome> {
        self.state.outcome_of(media_id, session_id)
    }

    /// The images with an active session.
    pub fn active_images(&self) -> Vec<MediaId> {
        self.state.active_images()
    }

    /// Writes all of the state that decides what happens next: two machines that write the same
    /// text behave the same. For searches through states; diagnostics are left out.
    #[doc(hidden)]
    pub fn write_state(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        self.state.write_state(out)
    }
}

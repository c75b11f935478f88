//! The one door of the crate: an event and a time in, an [`Output`] out.
//!
//! The rules themselves stand in the modules that `lib.rs` lists; here is only which part takes
//! which event, and in which order things are done for every event.

use std::collections::{BTreeMap, BTreeSet};

use retake_grok::stream::SeenGeneration;
use retake_protocol::queue::QueueChange;
use retake_protocol::{ActionId, AttemptId, MediaId, Millis, PostId, Preferences};

use crate::diagnostics::Diagnostics;
use crate::event::{Event, Want};
use crate::image::Image;
use crate::output::Output;
use crate::page::Page;
use crate::queue::Queue;
use crate::record::{ActionRecord, ImageRecall, StartRecall};
use crate::settings::Settings;

/// The state machine of all sessions. One owner, no locks.
///
/// Before each event, ask [`Machine::next_want`] until it answers `None`, giving what it wants.
#[derive(Clone, Debug)]
pub struct Machine {
    pub(crate) settings: Settings,
    pub(crate) now: Millis,
    pub(crate) page: Page,
    pub(crate) images: BTreeMap<MediaId, Image>,
    /// Answers to [`Want::Owner`], kept until the next route change.
    pub(crate) owners: BTreeMap<PostId, Option<MediaId>>,
    /// Actions that are scheduled, or issued and not answered.
    pub(crate) open_actions: BTreeMap<ActionId, ActionRecord>,
    pub(crate) last_click_at: Option<Millis>,
    pub(crate) last_session_id: i64,
    pub(crate) last_action_id: i64,
    pub(crate) last_queue_entry_id: i64,
    pub(crate) queue: Queue,
    /// When the user last touched page or sidebar, as far as that was told.
    pub(crate) user_active_at: Option<Millis>,
    /// Counts progresses, to tell which of two came later.
    pub(crate) progress_order: u64,
    pub(crate) diagnostics: Diagnostics,
    /// Images of which the user had the history forgotten since the app's start.
    pub(crate) forgotten: BTreeMap<MediaId, Forgotten>,
    /// What the event being handled has led to so far.
    pub(crate) output: Output,
}

/// What is passed over of an image whose history was forgotten.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forgotten {
    /// The names of the attempts that Grok's page held then.
    pub(crate) attempts: BTreeSet<AttemptId>,
    /// Until something new happens, not even the image's facts are kept.
    pub(crate) is_whole: bool,
}

impl Machine {
    /// Starts from what is stored. Sessions that were active when the app last ended become
    /// `interrupted` (spec C14): the output holds their rows.
    pub fn start(settings: Settings, recall: StartRecall, now: Millis) -> (Self, Output) {
        let mut machine = Self {
            settings,
            now,
            page: Page::default(),
            images: BTreeMap::new(),
            owners: BTreeMap::new(),
            open_actions: BTreeMap::new(),
            // A click of tomorrow, from a clock that was wrong, must not hold all others up.
            last_click_at: recall.last_click_at.map(|at| at.min(now)),
            last_session_id: recall.last_session_id.map_or(0, |id| id.0),
            last_action_id: recall.last_action_id.map_or(0, |id| id.0),
            last_queue_entry_id: recall
                .queue
                .iter()
                .map(|entry| entry.entry_id.0)
                .max()
                .unwrap_or(0),
            queue: Queue::recalled(recall.queue),
            user_active_at: None,
            progress_order: 0,
            diagnostics: Diagnostics::default(),
            forgotten: BTreeMap::new(),
            output: Output::default(),
        };
        machine.interrupt(recall.active_sessions, recall.open_actions);
        let output = std::mem::take(&mut machine.output);
        (machine, output)
    }

    /// What must be recalled before `event` can be handled; `None`: nothing more.
    pub fn next_want(&self, event: &Event) -> Option<Want> {
        match event {
            Event::RouteChanged { post_id: Some(post_id) } => {
                self.want_for_post(post_id, self.page.reading.as_ref())
            }
            Event::GenerationSeen(SeenGeneration { parent_post_id: Some(parent), .. }) => {
                self.want_for_post(parent, self.page.reading.as_ref())
            }
            Event::ChangeQueue(QueueChange::Add { media_id: Some(media_id), .. }) => {
                (!self.images.contains_key(media_id)).then(|| Want::Image(media_id.clone()))
            }
            Event::SnapshotRead(reading) => {
                let seen = reading.videos.iter().map(|videos| &videos.media_id);
                let seen = seen.chain(reading.images.iter().map(|image| &image.media_id));
                let unknown = seen.into_iter().find(|media_id| !self.images.contains_key(media_id));
                unknown
                    .map(|media_id| Want::Image(media_id.clone()))
                    .or_else(|| self.want_for_post(self.page.post_id.as_ref()?, Some(reading)))
            }
            _ => None,
        }
    }

    /// Gives what is stored of an image; `None`: nothing.
    pub fn recall_image(&mut self, media_id: &MediaId, recall: Option<ImageRecall>) {
        let now = self.now;
        self.images.entry(media_id.clone()).or_insert_with(|| match recall {
            Some(recall) => Image::recalled(recall),
            None => Image::new(media_id.clone(), now),
        });
    }

    /// Gives the image that a stored post, attempt or image belongs to; `None`: none.
    pub fn recall_owner(&mut self, post_id: &PostId, owner: Option<MediaId>) {
        self.owners.insert(post_id.clone(), owner);
    }

    /// Handles one event. `now` must not be smaller than at the call before; if it is, the
    /// earlier time is kept. A caller lets the timers that are due by `now` pass first.
    pub fn handle(&mut self, event: Event, now: Millis) -> Output {
        self.now = self.now.max(now);
        self.dispatch(event);
        self.end_what_is_over();
        self.tell_unconfirmed();
        self.advance_queue();
        self.issue_what_is_due();
        std::mem::take(&mut self.output)
    }

    fn dispatch(&mut self, event: Event) {
        match event {
            Event::PageLoaded => self.page_loaded(),
            Event::RouteChanged { post_id } => self.route_changed(post_id),
            Event::SnapshotRead(reading) => self.snapshot_read(reading),
            Event::SnapshotUnreadable(problem) => self.snapshot_unreadable(&problem),
            Event::ProgressSeen { percent, attempt_id } => self.progress_seen(percent, attempt_id),
            Event::ActionAnswered { action_id, result } => self.action_answered(action_id, result),
            Event::GenerationSeen(seen) => self.generation_seen(&seen),
            Event::ModerationSeen => self.moderation_seen(),
            Event::RateLimitSeen => self.rate_limit_seen(),
            Event::AccessRefused(refusal) => self.access_refused(refusal),
            Event::PageProblem { piece, message } => {
                self.note("page_script", format!("{piece}: {message}"));
            }
            Event::Start(start) => self.command(|machine| machine.start_session(start)),
            Event::Stop => self.command(Self::stop_session),
            Event::Resume => self.command(Self::resume_session),
            Event::SetPreferences(change) => {
                self.command(|machine| machine.set_preferences(&change));
            }
            Event::ChangeQueue(change) => {
                self.command(|machine| machine.change_queue(change));
            }
            Event::UserActive => self.user_active(),
            Event::TimePassed => {}
        }
    }

    /// The id that the next action gets.
    pub fn next_action_id(&self) -> ActionId {
        ActionId(self.last_action_id + 1)
    }

    /// Goes by other settings from now on.
    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// What the user set for an image, or what the settings say of a new one.
    pub(crate) fn preferences(&self, media_id: &MediaId) -> Preferences {
        let set = self.images.get(media_id).and_then(|image| image.preferences.clone());
        set.unwrap_or_else(|| Preferences {
            max_retries: self.settings.default_max_retries,
            video_goal: self.settings.default_video_goal,
            ..Preferences::default()
        })
    }

    /// Writes all of the state that decides what happens next: two machines that write the same
    /// text behave the same. For searches through states; diagnostics are left out.
    pub fn write_state(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        let Self { now, page, images, open_actions, last_click_at, .. } = self;
        write!(out, "{now}{page:?}{images:?}{open_actions:?}{last_click_at:?}")?;
        write!(out, "{:?}{:?}", self.queue, self.user_active_at)
    }

    /// Notes something odd for the diagnostics.
    pub(crate) fn note(&mut self, kind: &str, message: impl Into<String>) {
        self.diagnostics.note(self.now, kind, message, 1);
    }

    /// The image that the page shows, once it is known.
    pub(crate) fn shown(&self) -> Option<&MediaId> {
        self.page.image.as_ref()
    }

    /// The image `media_id`, which must have been recalled.
    pub(crate) fn image_mut(&mut self, media_id: &MediaId) -> &mut Image {
        let now = self.now;
        (self.images.entry(media_id.clone())).or_insert_with(|| Image::new(media_id.clone(), now))
    }

    /// The images with an active session.
    pub fn active_images(&self) -> Vec<MediaId> {
        let active = self.images.iter().filter(|(_, image)| image.session.is_some());
        active.map(|(media_id, _)| media_id.clone()).collect()
    }
}

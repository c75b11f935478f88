//! The one door of the crate: an event and a time in, an [`Output`] out.
//!
//! What concerns one image is that image's machine's ([`crate::image`]). Here is what lies across
//! images: which part takes which event, what has to be looked up first, and in which order things
//! are done for every event.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use retake_grok::{Quota, StoreProblem, StoreReading, StreamEvent, Until};
use retake_protocol::command::SetPreferences;
use retake_protocol::observer::ActionResult;
use retake_protocol::queue::{QueueChange, QueuePause};
use retake_protocol::{
    ActionId, ActionState, AttemptId, ImageKind, MediaId, Millis, PostId, SessionId, SessionOutcome,
};

use crate::clicks::Clicks;
use crate::context::{Context, Ids, StoreNews};
use crate::event::{CommandRefused, Event, Lookup, OwnedId, Start, StoredOwner};
use crate::image::{Display, ImageMachine, Presence, Progress, ProgressSource};
use crate::log;
use crate::output::Output;
use crate::page::Page;
use crate::presses::Presses;
use crate::queue::Queue;
use crate::record::{ActionRecord, Change, LogRecord, SessionRecord, StoredImage, StoredState};
use crate::settings::Settings;

/// A limit of Grok's (spec C11).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Limit {
    /// When it was met.
    pub(crate) since: Millis,
    /// When it ends, where that was said.
    pub(crate) until: Option<Until>,
}

/// The state machine of all sessions. One owner, no locks.
///
/// Before each event, ask [`Machine::lookups`] until it answers none, giving what it asks for.
#[derive(Clone, Debug)]
pub struct Machine {
    images: BTreeMap<MediaId, ImageMachine>,
    cx: Context,
    page: Page,
    queue: Queue,
    /// Sessions that the app's last end cut off (spec C14), oldest first.
    interrupted: Vec<SessionRecord>,
    /// What this page load asked for, and what came of it.
    presses: Presses,
    /// What the page was told is left (spec H10).
    quota: Option<Quota>,
    /// The limit that was met last (spec C11).
    limit: Option<Limit>,
    /// Answers to [`Lookup::Owner`], as the database had them.
    stored_owners: BTreeMap<PostId, Option<StoredOwner>>,
}

impl Machine {
    /// Starts from what is stored. Sessions that were active when the app last ended become
    /// `interrupted` (spec C14): the output holds their rows.
    pub fn start(settings: Settings, recall: StoredState, now: Millis) -> (Self, Output) {
        let entry_ids = recall.queue.iter().map(|entry| entry.entry_id.0);
        let ids = Ids {
            session: recall.last_session_id.map_or(0, |id| id.0),
            action: recall.last_action_id.map_or(0, |id| id.0),
            queue_entry: entry_ids.max().unwrap_or(0),
        };
        let clicks = Clicks::after(recall.last_click_at, now);
        let mut machine = Self {
            images: BTreeMap::new(),
            cx: Context::new(settings, clicks, ids, now),
            page: Page::default(),
            queue: Queue::loaded(recall.queue),
            interrupted: Vec::new(),
            presses: Presses::default(),
            quota: None,
            limit: None,
            stored_owners: BTreeMap::new(),
        };
        machine.interrupt(recall.active_sessions, recall.open_actions);
        let output = machine.cx.take_output();
        (machine, output)
    }

    /// What must be looked up before `event` can be handled, each once; empty: nothing more.
    pub fn lookups(&self, event: &Event) -> BTreeSet<Lookup> {
        let mut lookups = BTreeSet::new();
        match event {
            Event::RouteChanged { post_id: Some(post_id), .. } => {
                lookups.extend(self.lookup_of_shown(post_id));
            }
            Event::MainPictureSeen { post_id } => {
                lookups.extend(self.lookup_of_picture(post_id));
            }
            Event::RequestSeen { request, .. } => lookups.extend(self.lookups_of_request(request)),
            Event::StreamSaid { said: StreamEvent::Frame(frame), .. } => {
                lookups.extend(self.lookups_of_frame(frame));
            }
            Event::RecordsRead(records) => lookups.extend(self.lookups_of_records(records)),
            Event::ChangeQueue(QueueChange::Add { media_id: Some(media_id), .. })
            | Event::SetPreferences(SetPreferences { media_id: Some(media_id), .. }) => {
                lookups.extend(self.lookup_of_image(media_id));
            }
            Event::SnapshotRead(reading) => self.lookups_of_snapshot(reading, &mut lookups),
            _ => {}
        }
        lookups
    }

    fn lookups_of_snapshot(&self, reading: &StoreReading, lookups: &mut BTreeSet<Lookup>) {
        for container in &reading.containers {
            match self.image_of_container(container) {
                Some(image) => lookups.extend(self.lookup_of_image(image)),
                None => lookups.extend(self.lookup_of_id(&container.key)),
            }
            for seen in &container.attempts {
                let before = lookups.len();
                let aliases = seen.aliases.iter().map(AttemptId::as_post);
                lookups.extend(aliases.filter_map(|id| self.lookup_of_id(&id)));
                let origins = seen.made_from.iter().filter(|origin| !reading.is_image(origin));
                lookups.extend(origins.filter_map(|id| self.lookup_of_id(id)));
                if lookups.len() == before
                    && let Some(home) = self.home_in(seen, container, reading)
                {
                    lookups.extend(self.lookup_of_image(&home));
                }
            }
        }
        for image in &reading.images {
            lookups.extend(self.lookup_of_image(&image.media_id));
        }
        if let Some(post_id) = &self.page.post_id {
            lookups.extend(self.lookup_of_post(post_id, Some(reading)));
        }
    }

    fn lookup_of_image(&self, media_id: &MediaId) -> Option<Lookup> {
        (!self.images.contains_key(media_id)).then(|| Lookup::Image(media_id.clone()))
    }

    /// What is lacking to know whose id this is: who it belongs to, and then that image.
    pub(crate) fn lookup_of_id(&self, id: &PostId) -> Option<Lookup> {
        if self.cx.owner(&id.as_attempt()).is_some() || self.images.contains_key(&id.as_image()) {
            return None;
        }
        match self.stored_owners.get(id) {
            None => Some(Lookup::Owner(id.clone())),
            Some(Some(owner)) if owner.of != OwnedId::Post => self.lookup_of_image(&owner.media_id),
            Some(_) => None,
        }
    }

    /// Gives what is stored of an image; `None`: nothing.
    pub fn load_image(&mut self, media_id: &MediaId, recall: Option<StoredImage>) {
        if self.images.contains_key(media_id) {
            return;
        }
        let image = match recall {
            Some(recall) => ImageMachine::loaded(recall, &mut self.cx),
            None => ImageMachine::new(media_id.clone(), ImageKind::Image, &self.cx),
        };
        self.images.insert(media_id.clone(), image);
    }

    /// Gives what a stored id belongs to; `None`: nothing.
    pub fn load_owner(&mut self, id: &PostId, owner: Option<StoredOwner>) {
        self.stored_owners.insert(id.clone(), owner);
    }

    /// Handles one event. `now` must not be smaller than at the call before; if it is, the
    /// earlier time is kept. A caller lets the timers that are due by `now` pass first.
    pub fn handle(&mut self, event: Event, now: Millis) -> Output {
        self.cx.advance(now);
        self.dispatch(event);
        // Whatever the source: a store, a record or an answer.
        if self.cx.take_over_budget() {
            self.let_go_of_what_is_not_kept();
        }
        self.take_accepted_names();
        self.expire_streams();
        for image in self.images.values_mut() {
            image.settle_announced(&mut self.cx);
            image.expire_presses(&mut self.cx);
            image.expire(&mut self.cx);
            image.report_unconfirmed(&mut self.cx);
        }
        for (session_id, outcome) in self.cx.take_ended() {
            self.queue_sees_end(session_id, outcome);
        }
        self.advance_queue();
        if let Some(image) = self.shown_mut() {
            let (image, cx) = image;
            image.issue_due(cx);
        }
        let output = self.cx.take_output();
        if !output.actions.is_empty() {
            self.limit = None;
        }
        output
    }

    fn dispatch(&mut self, event: Event) {
        match event {
            Event::PageLoaded => {
                self.cx.set_store_news(StoreNews::Standing);
                self.page_loaded();
            }
            Event::RouteChanged { post_id, conversation } => {
                if let Some(conversation) = conversation {
                    self.cx.add_no_image(conversation);
                }
                self.route_changed(post_id);
            }
            Event::MainPictureSeen { post_id } => self.main_picture_seen(post_id),
            Event::SnapshotRead(reading) => self.snapshot_read(&reading),
            Event::SnapshotUnreadable(problem) => self.snapshot_unreadable(&problem),
            Event::ProgressSeen { percent, attempt_id } => self.progress_seen(percent, attempt_id),
            Event::ActionAnswered { action_id, result } => self.action_answered(action_id, result),
            Event::RequestSeen { stream, request } => self.request_seen(stream, request),
            Event::StreamSaid { stream, said } => self.stream_said(stream, said),
            Event::AnswerSeen { stream, reading } => self.answer_seen(stream, reading),
            Event::RecordsRead(records) => self.records_read(&records),
            Event::QuotaHeard(quota) => self.quota = Some(quota),
            Event::UserPressed => self.user_pressed(),
            Event::ModerationSeen => {
                if let Some((image, cx)) = self.shown_mut() {
                    image.moderation_seen(cx);
                }
            }
            Event::LimitSeen { until } => self.limit_seen(until),
            Event::AccessRefused { stream, reason, words } => {
                self.access_refused(stream, reason, &words);
            }
            Event::PageProblem { piece, message } => {
                self.cx.note("page_script", format!("{piece}: {message}"));
            }
            Event::Slept { ms } => self.slept(ms),
            Event::GrokClockHeard { grok_now } => self.cx.set_grok_clock(grok_now),
            Event::Start(start) => self.command(|machine| machine.start_session(start)),
            Event::Stop { media_id } => {
                self.command(|machine| machine.stop_session(media_id.as_ref()));
            }
            Event::Resume { media_id } => {
                self.command(|machine| machine.resume_session(media_id.as_ref()));
            }
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

    /// Carries out a command; a refusal is answered, and noted in diagnostics (spec F8).
    fn command(&mut self, run: impl FnOnce(&mut Self) -> Result<(), CommandRefused>) {
        if let Err(refused) = run(self) {
            self.cx.note("command_refused", refused.to_string());
            self.cx.output().refused = Some(refused);
        }
    }

    /// Spec C1.
    fn start_session(&mut self, start: Start) -> Result<(), CommandRefused> {
        let media_id = start.media_id.clone();
        self.begin_on_page(media_id.as_ref(), |image, cx| image.start(start, cx))
    }

    /// Begins a session on the image on the page, which must be the one that is meant, where one is.
    pub(crate) fn begin_on_page(
        &mut self,
        meant: Option<&MediaId>,
        begin: impl FnOnce(&mut ImageMachine, &mut Context) -> Result<(), CommandRefused>,
    ) -> Result<(), CommandRefused> {
        let shown = self.cx.shown().map(|shown| &shown.media_id);
        let is_in_store = shown.is_some_and(|media_id| self.is_in_store(media_id));
        let (image, cx) = self.on_page(meant)?;
        begin(image, cx)?;
        if is_in_store {
            image.note_presence(Presence::There, cx);
        }
        Ok(())
    }

    /// Whether the store as last read holds the image's key or an attempt of it.
    fn is_in_store(&self, media_id: &MediaId) -> bool {
        let containers = self.page.reading.iter().flat_map(|reading| &reading.containers);
        containers.into_iter().any(|container| {
            let mut aliases = container.attempts.iter().flat_map(|attempt| &attempt.aliases);
            self.image_of_container(container) == Some(media_id)
                || aliases.any(|alias| self.cx.owner(alias) == Some(media_id))
        })
    }

    /// Spec C13, and C9: a session that waits for the user goes on.
    fn resume_session(&mut self, media_id: Option<&MediaId>) -> Result<(), CommandRefused> {
        let (image, cx) = self.on_page(media_id)?;
        if image.waits_for_user() {
            image.go_on(cx);
            return Ok(());
        }
        self.begin_on_page(media_id, ImageMachine::resume)
    }

    /// Spec C12, B3: Stop works wherever a session runs.
    fn stop_session(&mut self, media_id: Option<&MediaId>) -> Result<(), CommandRefused> {
        let on_panel = || self.image_on_panel(self.cx.now()).map(ImageMachine::media_id);
        let running = || {
            let mut running = self.images.values().filter(|image| image.has_session());
            running.next().filter(|_| running.next().is_none()).map(ImageMachine::media_id)
        };
        let is_unresolved = self.page.post_id.is_some() && self.cx.shown().is_none();
        let meant = media_id.or_else(on_panel);
        let meant = meant.or_else(|| is_unresolved.then(running).flatten()).cloned();
        let image = self.images.get_mut(&meant.ok_or(CommandRefused::NoImage)?);
        image.ok_or(CommandRefused::NotActive)?.stop(&mut self.cx)
    }

    fn set_preferences(&mut self, change: &SetPreferences) -> Result<(), CommandRefused> {
        let on_panel = || self.image_on_panel(self.cx.now()).map(ImageMachine::media_id);
        let media_id = change.media_id.as_ref().or_else(on_panel).cloned();
        let image = media_id.and_then(|media_id| self.images.get_mut(&media_id));
        let image = image.filter(|image| image.is_image()).ok_or(CommandRefused::NoImage)?;
        image.set_preferences(change, &mut self.cx)
    }

    /// The image on the page, which must be the one that is meant, where one is.
    fn on_page(
        &mut self,
        meant: Option<&MediaId>,
    ) -> Result<(&mut ImageMachine, &mut Context), CommandRefused> {
        let shown = self.cx.shown().map(|shown| shown.media_id.clone());
        let shown = shown.ok_or(CommandRefused::NoImage)?;
        if meant.is_some_and(|meant| *meant != shown) {
            return Err(CommandRefused::OtherImage);
        }
        let image = self.images.get_mut(&shown).ok_or(CommandRefused::NoImage)?;
        Ok((image, &mut self.cx))
    }

    fn snapshot_read(&mut self, reading: &Arc<StoreReading>) {
        self.note_remarks(reading);
        for conversation in reading.conversations() {
            self.cx.add_no_image(conversation.clone());
        }
        for seen in &reading.images {
            if let Some(image) = self.images.get_mut(&seen.media_id) {
                image.learn(seen, &mut self.cx);
            }
        }
        let attributed = self.attribute(reading);
        let held: Vec<MediaId> = (self.images.values().filter(|image| image.has_session()))
            .map(|image| image.media_id().clone())
            .collect();
        for media_id in held {
            let presence =
                if attributed.holds(&media_id) { Presence::There } else { Presence::Missing };
            if let Some(image) = self.images.get_mut(&media_id)
                && (presence == Presence::There || reading.has_videos)
            {
                image.note_presence(presence, &self.cx);
            }
        }
        // The store that is read now says whose post this is, before its attempts are counted.
        self.page.reading = Some(Arc::clone(reading));
        self.resolve_post();
        for (media_id, entries) in attributed.images() {
            if let Some(image) = self.images.get_mut(media_id) {
                image.observe(entries, &mut self.cx);
            }
        }
        self.cx.set_store_news(StoreNews::Spoken);
        self.cx.refill_budget();
    }

    /// What did not fit into the budget takes no memory either: it is met again with a later snapshot.
    fn let_go_of_what_is_not_kept(&mut self) {
        let cx = &self.cx;
        self.images.retain(|media_id, image| {
            image.has_row() || image.has_session() || !image.is_empty() || cx.shows(media_id)
        });
        self.stored_owners.retain(|_, owner| owner.is_some());
    }

    /// A text that is no store changes nothing (spec A5). Right after a load Grok's page has none
    /// yet, which is no problem.
    fn snapshot_unreadable(&mut self, problem: &StoreProblem) {
        if *problem != StoreProblem::Absent || self.page.reading.is_some() {
            self.cx.note("store_unreadable", problem.to_string());
        }
    }

    fn note_remarks(&mut self, reading: &StoreReading) {
        use retake_grok::RemarkKind::{
            AmbiguousAliases, OtherVersion, SkippedEntries, UnknownStatus, UnusableKeys,
        };
        for remark in &reading.remarks {
            let (kind, message) = match &remark.kind {
                SkippedEntries => ("skipped_entries", "entries without a usable id".to_owned()),
                UnknownStatus(status) => ("unknown_status", format!("status `{status}`")),
                UnusableKeys => ("unusable_keys", "keys that can't be an image's id".to_owned()),
                AmbiguousAliases => {
                    ("ambiguous_ids", "ids that would make one attempt of several".to_owned())
                }
                OtherVersion => ("other_version", "the store has a new version".to_owned()),
            };
            self.cx.note_many(kind, message, remark.count);
        }
    }

    /// The page's progress display (spec C5, C10).
    fn progress_seen(&mut self, percent: f64, attempt_id: Option<AttemptId>) {
        if !(0.0..=100.0).contains(&percent) {
            return self.cx.note("progress", "a progress that is not between 0 and 100 percent");
        }
        let order = self.cx.next_progress();
        let progress = Progress { percent, order, source: ProgressSource::Page };
        // An id that is an image's names no attempt (spec A1).
        let is_image = |id: &AttemptId| {
            self.images.get(&id.as_image()).is_some_and(super::image::ImageMachine::is_image)
        };
        let attempt_id = attempt_id.filter(|id| !is_image(id));
        let owner = attempt_id.as_ref().and_then(|attempt_id| self.cx.owner(attempt_id));
        let shown = || self.cx.shown().map(|shown| &shown.media_id);
        let Some(media_id) = owner.or_else(shown).cloned() else {
            let display = Display::after(self.page.display, progress, self.cx.now());
            self.page.display = Some(display);
            return;
        };
        let Some(image) = self.images.get_mut(&media_id) else { return };
        match attempt_id {
            None => image.displayed(progress, &mut self.cx),
            Some(attempt_id) => image.displayed_of(attempt_id, progress, &mut self.cx),
        }
    }

    fn action_answered(&mut self, action_id: ActionId, result: ActionResult) {
        let now = self.cx.now();
        let Some(action) = self.cx.clicks_mut().answer(action_id, result, now) else {
            let message = format!("no answer to action {action_id} was due");
            return self.cx.note("action_result", message);
        };
        let media_id = action.media_id.clone();
        self.cx.put(Change::Action(action));
        if let Some(image) = self.images.get_mut(&media_id) {
            image.answered(action_id, result, &mut self.cx);
        }
    }

    /// A limit ends every active session at once (spec C11).
    pub(crate) fn end_all_for_limit(&mut self, until: Option<Until>) {
        self.limit = Some(Limit { since: self.cx.now(), until });
        for image in self.images.values_mut() {
            image.end_session(SessionOutcome::RateLimited, &mut self.cx);
        }
        self.pause_queue(QueuePause::RateLimited);
    }

    /// Time that the machine slept counts for no clock (spec C21).
    fn slept(&mut self, ms: Millis) {
        for image in self.images.values_mut() {
            image.slept(ms);
        }
        self.page.slept(ms);
        self.presses.slept(ms);
        self.cx.wake();
    }

    /// Sessions that were active when the app last ended (spec C14).
    pub(crate) fn interrupt(
        &mut self,
        sessions: Vec<SessionRecord>,
        open_actions: Vec<ActionRecord>,
    ) {
        for action in open_actions {
            if action.state == ActionState::Scheduled {
                let dropped = ActionRecord { state: ActionState::Dropped, ..action };
                self.cx.put(Change::Action(dropped));
            }
        }
        let now = self.cx.now();
        for mut record in sessions {
            record.outcome = SessionOutcome::Interrupted;
            record.ended_at = Some(now.max(record.started_at));
            self.cx.put(Change::Log(LogRecord {
                media_id: record.media_id.clone(),
                session_id: Some(record.session_id),
                attempt_id: None,
                at: now,
                event: log::summary(&record),
            }));
            self.interrupted.push(record.clone());
            self.cx.put(Change::Session(record));
        }
    }

    /// The id that the next action gets.
    pub fn next_action_id(&self) -> ActionId {
        ActionId(self.cx.ids().action + 1)
    }

    /// Goes by other settings from now on.
    pub fn set_settings(&mut self, settings: Settings) {
        self.cx.set_settings(settings);
    }

    /// How a session of an image in memory has ended; `None`: it runs, or is not the image's last one.
    pub fn outcome_of(&self, media_id: &MediaId, session_id: SessionId) -> Option<SessionOutcome> {
        self.images.get(media_id)?.outcome_of(session_id)
    }

    /// The images with an active session.
    pub fn active_images(&self) -> Vec<MediaId> {
        let active = self.images.values().filter(|image| image.has_session());
        active.map(|image| image.media_id().clone()).collect()
    }

    /// Writes all of the state that decides what happens next: two machines that write the same
    /// text behave the same. For searches through states; diagnostics are left out.
    #[doc(hidden)]
    pub fn write_state(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        self.cx.write_state(out)?;
        write!(out, "{:?}{:?}{:?}{:?}", self.images, self.page, self.queue, self.presses)
    }
}

/// What the modules beside this one see of the machine.
impl Machine {
    pub(crate) fn cx(&self) -> &Context {
        &self.cx
    }

    /// The images, and what they share.
    pub(crate) fn parts(&mut self) -> (&mut BTreeMap<MediaId, ImageMachine>, &mut Context) {
        (&mut self.images, &mut self.cx)
    }

    pub(crate) fn cx_mut(&mut self) -> &mut Context {
        &mut self.cx
    }

    pub(crate) fn presses(&self) -> &Presses {
        &self.presses
    }

    pub(crate) fn presses_mut(&mut self) -> &mut Presses {
        &mut self.presses
    }

    pub(crate) fn quota(&self) -> Option<Quota> {
        self.quota
    }

    /// The limit that was met last, until something is pressed again.
    pub(crate) fn limit(&self) -> Option<Limit> {
        self.limit
    }

    pub(crate) fn image_mut(&mut self, media_id: &MediaId) -> Option<&mut ImageMachine> {
        self.images.get_mut(media_id)
    }

    pub(crate) fn images(&self) -> impl Iterator<Item = &ImageMachine> {
        self.images.values()
    }

    pub(crate) fn image(&self, media_id: &MediaId) -> Option<&ImageMachine> {
        self.images.get(media_id)
    }

    /// The image that the page shows.
    fn shown_mut(&mut self) -> Option<(&mut ImageMachine, &mut Context)> {
        let shown = self.cx.shown()?.media_id.clone();
        Some((self.images.get_mut(&shown)?, &mut self.cx))
    }

    /// Has a row stand for a video that nothing ties to an image. An image itself is never made here:
    /// it was loaded, or the entry is passed over.
    pub(crate) fn ensure_stand_in(&mut self, media_id: &MediaId) {
        if !self.images.contains_key(media_id) {
            let image = ImageMachine::new(media_id.clone(), ImageKind::Unknown, &self.cx);
            self.images.insert(media_id.clone(), image);
        }
    }

    /// The same for a video that is known to have no image.
    pub(crate) fn ensure_kind(&mut self, media_id: &MediaId, kind: ImageKind) {
        if !self.images.contains_key(media_id) {
            let image = ImageMachine::new(media_id.clone(), kind, &self.cx);
            self.images.insert(media_id.clone(), image);
        }
    }

    /// What was stored when the app started, or when it was last refreshed.
    pub(crate) fn stored_owner(&self, id: &PostId) -> Option<&StoredOwner> {
        self.stored_owners.get(id)?.as_ref()
    }

    pub(crate) fn has_looked_up(&self, id: &PostId) -> bool {
        self.stored_owners.contains_key(id)
    }

    pub(crate) fn drop_interrupted(&mut self, is_meant: impl Fn(&MediaId) -> bool) {
        self.interrupted.retain(|record| !is_meant(&record.media_id));
    }

    pub(crate) fn interrupted(&self) -> &[SessionRecord] {
        &self.interrupted
    }

    pub(crate) fn page(&self) -> &Page {
        &self.page
    }

    pub(crate) fn page_mut(&mut self) -> &mut Page {
        &mut self.page
    }

    pub(crate) fn queue(&self) -> &Queue {
        &self.queue
    }

    pub(crate) fn queue_mut(&mut self) -> &mut Queue {
        &mut self.queue
    }

    /// The rows changed: what is not being worked on is loaded when it is met again.
    pub(crate) fn drop_images_without_session(&mut self) {
        self.images.retain(|_, image| image.has_session());
        self.stored_owners.clear();
        self.cx.keep_owners_of(|media_id| self.images.contains_key(media_id));
    }
}

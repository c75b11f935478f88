//! What lies across images: all of them, what they share, the page, the presses and the queue. What
//! concerns one image is that image's machine's ([`crate::image`]); which event goes where is
//! [`crate::machine`]'s.
//!
//! | module | rules |
//! | --- | --- |
//! | `lookups` | what has to be looked up before an event |
//! | `snapshot` | A5, B1, C13: what the page's store says |
//! | `attribution` | A8, A9: to which image an attempt belongs |
//! | `hearing`, `records` | C9, H3–H5, H8: requests, their answers, and records |
//! | `limit` | C11, H6: limits and refusals |
//! | `page` | B1–B3, C16: which image the page shows |
//! | `commands` | C1, C12, C13, C17: which image the user means |
//! | `acting` | C9, C14, C21: what is done for every event |
//! | `queue` | M1–M7: images that wait for their turn, and when the page is brought to the next |
//! | `forgetting` | D6: the database changed under the machine |
//! | `timers`, `panel` | when to come back, what is shown |

mod acting;
mod attribution;
mod commands;
mod forgetting;
mod hearing;
mod limit;
mod lookups;
mod page;
mod panel;
mod queue;
mod records;
mod snapshot;
mod timers;

use std::collections::BTreeMap;

use retake_grok::Quota;
use retake_protocol::{
    ActionId, DiagnosticKind, ImageKind, MediaId, Millis, PostId, SessionId, SessionOutcome,
};

use crate::clicks::Clicks;
use crate::context::{Context, Ids, StoreNews};
use crate::event::StoredOwner;
use crate::image::ImageMachine;
use crate::presses::Presses;
use crate::record::{Change, SessionRecord, StoredImage, StoredState, VideoQuota};
use crate::settings::Settings;
use limit::Limit;
use page::Page;
use queue::Queue;

/// See the module.
#[derive(Clone, Debug)]
pub(crate) struct State {
    images: BTreeMap<MediaId, ImageMachine>,
    cx: Context,
    page: Page,
    queue: Queue,
    /// Sessions that the app's last end cut off (spec C14), oldest first.
    interrupted: Vec<SessionRecord>,
    /// What this page load asked for, and how it ended.
    presses: Presses,
    /// How many videos the page was told are left (spec H10).
    quota: Option<VideoQuota>,
    /// The limit that was met last, until something is pressed again (spec C11).
    limit: Option<Limit>,
    /// Images with a press under way when the app started: loaded with the first event, so that the
    /// press ends or is given up (spec H12).
    pressed_images: Vec<MediaId>,
    /// Answers to [`crate::Lookup::Owner`], as the database had them.
    stored_owners: BTreeMap<PostId, Option<StoredOwner>>,
}

impl State {
    /// Starts from what is stored. Sessions that were active when the app last ended become
    /// `interrupted` (spec C14).
    pub(crate) fn start(settings: Settings, stored: StoredState, now: Millis) -> Self {
        let entry_ids = stored.queue.iter().map(|entry| entry.entry_id.0);
        let ids = Ids {
            session: stored.last_session_id.map_or(0, |id| id.0),
            action: stored.last_action_id.map_or(0, |id| id.0),
            queue_entry: entry_ids.max().unwrap_or(0),
        };
        let clicks = Clicks::after(stored.last_click_at, now);
        let mut state = Self {
            images: BTreeMap::new(),
            cx: Context::new(settings, clicks, ids, now),
            page: Page::default(),
            queue: Queue::loaded(stored.queue),
            interrupted: Vec::new(),
            presses: Presses::default(),
            quota: stored.video_quota,
            limit: None,
            pressed_images: stored.pressed_images,
            stored_owners: BTreeMap::new(),
        };
        state.interrupt(stored.active_sessions, stored.open_actions);
        state
    }

    /// Gives what is stored of an image; `None`: nothing.
    pub(crate) fn load_image(&mut self, media_id: &MediaId, stored: Option<StoredImage>) {
        if self.images.contains_key(media_id) {
            return;
        }
        let image = match stored {
            Some(stored) => {
                let pressed = stored.attempts.iter().filter_map(|attempt| attempt.pressed_at);
                let pressed = pressed.chain(stored.presses.iter().map(|press| press.pressed_at));
                if let Some(last) = pressed.max() {
                    self.presses.note_earlier(last.min(self.cx.now()));
                }
                ImageMachine::loaded(stored, &mut self.cx)
            }
            None => ImageMachine::new(media_id.clone(), ImageKind::Image, &self.cx),
        };
        self.images.insert(media_id.clone(), image);
    }

    /// Gives what a stored id belongs to; `None`: nothing.
    pub(crate) fn load_owner(&mut self, id: &PostId, owner: Option<StoredOwner>) {
        self.stored_owners.insert(id.clone(), owner);
    }

    /// An event comes at this moment; an earlier one than before is passed over.
    pub(crate) fn advance(&mut self, now: Millis) {
        self.cx.advance(now);
    }

    /// The page was loaded: what its store says next stood there before.
    pub(crate) fn store_stands(&mut self) {
        self.cx.set_store_news(StoreNews::Standing);
    }

    /// An id was said to be a conversation's: it is never an image (spec B1).
    pub(crate) fn conversation_named(&mut self, id: PostId) {
        self.cx.add_no_image(id);
    }

    /// The page was told what is left (spec H10). What it is told again and again is stored once.
    pub(crate) fn quota_heard(&mut self, quota: Quota) {
        let Some(left) = quota.video else { return };
        let now = self.cx.now();
        let is_known = |known: VideoQuota| known.left == left && known.holds_at(now);
        if !self.quota.is_some_and(is_known) {
            let quota = VideoQuota { left, since: now };
            self.quota = Some(quota);
            self.cx.put(Change::VideoQuota(quota));
        }
    }

    /// Grok's clock at this moment (spec C2).
    pub(crate) fn grok_clock_heard(&mut self, grok_now: Millis) {
        self.cx.set_grok_clock(grok_now);
    }

    /// A piece of the page script failed.
    pub(crate) fn page_problem(&mut self, piece: &str, message: &str) {
        self.cx.note(DiagnosticKind::PageScript, format!("{piece}: {message}"));
    }

    /// The id that the next action gets.
    pub(crate) fn next_action_id(&self) -> ActionId {
        ActionId(self.cx.ids().action + 1)
    }

    /// Goes by other settings from now on.
    pub(crate) fn set_settings(&mut self, settings: Settings) {
        self.cx.set_settings(settings);
    }

    /// How a session of an image in memory has ended; `None`: it runs, or is not the image's last one.
    pub(crate) fn outcome_of(
        &self,
        media_id: &MediaId,
        session_id: SessionId,
    ) -> Option<SessionOutcome> {
        self.images.get(media_id)?.outcome_of(session_id)
    }

    /// The images with an active session.
    pub(crate) fn active_images(&self) -> Vec<MediaId> {
        let active = self.images.values().filter(|image| image.has_session());
        active.map(|image| image.media_id().clone()).collect()
    }

    /// Writes all of the state that decides what happens next: two machines that write the same
    /// text behave the same. For searches through states; diagnostics are left out.
    pub(crate) fn write_state(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        self.cx.write_state(out)?;
        write!(out, "{:?}{:?}{:?}{:?}", self.images, self.page, self.queue, self.presses)
    }

    /// Has a row stand for a video that nothing ties to an image, or that has none. An image itself is
    /// never made here: it was loaded, or the entry is passed over.
    fn ensure_stand_in(&mut self, media_id: &MediaId, kind: ImageKind) {
        if !self.images.contains_key(media_id) {
            let image = ImageMachine::new(media_id.clone(), kind, &self.cx);
            self.images.insert(media_id.clone(), image);
        }
    }

    /// The image that the page shows.
    fn shown_mut(&mut self) -> Option<(&mut ImageMachine, &mut Context)> {
        let shown = self.cx.shown()?.media_id.clone();
        Some((self.images.get_mut(&shown)?, &mut self.cx))
    }

    fn images(&self) -> impl Iterator<Item = &ImageMachine> {
        self.images.values()
    }

    fn image(&self, media_id: &MediaId) -> Option<&ImageMachine> {
        self.images.get(media_id)
    }

    /// What was stored when the app started, or when it was last refreshed.
    fn stored_owner(&self, id: &PostId) -> Option<&StoredOwner> {
        self.stored_owners.get(id)?.as_ref()
    }

    fn has_looked_up(&self, id: &PostId) -> bool {
        self.stored_owners.contains_key(id)
    }

    fn cx(&self) -> &Context {
        &self.cx
    }

    fn cx_mut(&mut self) -> &mut Context {
        &mut self.cx
    }

    /// The images, and what they share.
    fn parts(&mut self) -> (&mut BTreeMap<MediaId, ImageMachine>, &mut Context) {
        (&mut self.images, &mut self.cx)
    }
}

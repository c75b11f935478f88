//! What every image's machine shares for the length of an event: the time, the settings, what the page
//! shows, the one click at a time, and what the event has led to so far.
//!
//! The rules that read and write it stand in the image's modules and in `page`, `queue` and `machine`.

mod known;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use retake_protocol::view::Diagnostic;
use retake_protocol::{
    ActionId, AttemptId, DiagnosticKind, MediaId, Millis, PostId, QueueEntryId, SessionId,
    SessionOutcome,
};

use crate::budget::{Budget, Claim};
use crate::clicks::Clicks;
use crate::diagnostics::Diagnostics;
use crate::output::Output;
use crate::record::Change;
use crate::settings::Settings;
use crate::suppressed::Suppressed;

pub(crate) use time::NEVER;

/// Said in Health where the budget is spent.
const TOO_MUCH: &str = "Grok's page lists more that is new than a person can make: \
    Retake reads it little by little, and keeps all that it has";

/// See the module.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    now: Millis,
    settings: Settings,
    /// Grok's clock minus this one, in ms; `None`: not known.
    grok_ahead: Option<Millis>,
    /// When the machine last woke.
    woke_at: Option<Millis>,
    /// Since when there is no page; `None`: there is one.
    unloaded_since: Option<Millis>,
    shown: Option<Shown>,
    store_news: StoreNews,
    page_load: PageLoad,
    /// Until a request takes it up.
    user_press: Option<UserPress>,
    clicks: Clicks,
    /// The image of each attempt in memory, by alias.
    owners: BTreeMap<AttemptId, MediaId>,
    /// Ids that were said to be a conversation's or a video's: none is ever an image (spec B1).
    not_images: BTreeSet<PostId>,
    /// Ids that a request or a record said are an image's (spec B1).
    told_images: BTreeSet<PostId>,
    /// The image of each post that the page showed in this run, or that came with a loaded image.
    posts: BTreeMap<PostId, MediaId>,
    ids: Ids,
    suppressed: Suppressed,
    /// No search through states comes near its end, so it is none of [`Context::write_state`]'s.
    budget: Budget,
    /// Whether something of this event did not fit into the budget.
    is_over_budget: bool,
    /// Counts progresses, to tell which of two came later.
    progresses: u64,
    diagnostics: Diagnostics,
    /// Sessions that the event has ended.
    ended: Vec<(SessionId, SessionOutcome)>,
    /// Pictures that the user said are an image under another id (spec C9).
    accepted_names: Vec<(PostId, MediaId)>,
    output: Output,
}

/// What was learned in this page load.
#[derive(Clone, Copy, Debug, Default)]
struct PageLoad {
    /// Whether its store let an end pass (spec H2).
    is_store_silent: bool,
    /// Whether requests were seen (spec H9).
    sees_requests: bool,
    /// Whether it has said that it makes no video without a prompt (spec C9).
    needs_prompt: bool,
}

/// The user pressed the page's own control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UserPress {
    /// The image on show.
    pub(crate) media_id: MediaId,
    pub(crate) at: Millis,
}

/// The image that the page shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    pub(crate) media_id: MediaId,
    /// The post of it in the url.
    pub(crate) post_id: PostId,
    /// Since when the page has shown a post of the image without a break.
    pub(crate) since: Millis,
}

/// Whether what the store says is news (spec H1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum StoreNews {
    /// The text stood there when the page was loaded: it may end what was open and corrects nothing.
    #[default]
    Standing,
    /// The page wrote it since.
    Spoken,
}

/// The highest numbers given out.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ids {
    pub(crate) session: i64,
    pub(crate) action: i64,
    pub(crate) queue_entry: i64,
}

impl Context {
    pub(crate) fn new(settings: Settings, clicks: Clicks, ids: Ids, now: Millis) -> Self {
        Self {
            now,
            settings,
            grok_ahead: None,
            woke_at: None,
            unloaded_since: None,
            shown: None,
            store_news: StoreNews::default(),
            page_load: PageLoad::default(),
            user_press: None,
            clicks,
            owners: BTreeMap::new(),
            not_images: BTreeSet::new(),
            told_images: BTreeSet::new(),
            posts: BTreeMap::new(),
            ended: Vec::new(),
            accepted_names: Vec::new(),
            ids,
            suppressed: Suppressed::default(),
            budget: Budget::default(),
            is_over_budget: false,
            progresses: 0,
            diagnostics: Diagnostics::default(),
            output: Output::default(),
        }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// Whether requests were seen in this page load.
    pub(crate) fn sees_requests(&self) -> bool {
        self.page_load.sees_requests
    }

    pub(crate) fn set_sees_requests(&mut self, sees_requests: bool) {
        self.page_load.sees_requests = sees_requests;
    }

    /// Whether this page makes no video without a prompt, as it has said.
    pub(crate) fn needs_prompt(&self) -> bool {
        self.page_load.needs_prompt
    }

    pub(crate) fn set_needs_prompt(&mut self, needs_prompt: bool) {
        self.page_load.needs_prompt = needs_prompt;
    }

    /// A press of the user's that a session may begin at (spec C22).
    pub(crate) fn user_press(&self) -> Option<&UserPress> {
        self.user_press.as_ref()
    }

    pub(crate) fn set_user_press(&mut self, press: UserPress) {
        self.user_press = Some(press);
    }

    /// What comes next is of no press of the user's.
    pub(crate) fn forget_user_press(&mut self) {
        self.user_press = None;
    }

    pub(crate) fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// Whether the page shows this image (spec C16).
    pub(crate) fn shows(&self, media_id: &MediaId) -> bool {
        self.is_loaded() && self.shown.as_ref().is_some_and(|shown| shown.media_id == *media_id)
    }

    pub(crate) fn show(&mut self, media_id: MediaId, post_id: PostId) {
        let since = match &self.shown {
            Some(shown) if shown.media_id == media_id => shown.since,
            _ => self.now,
        };
        self.shown = Some(Shown { media_id, post_id, since });
    }

    pub(crate) fn show_nothing(&mut self) {
        self.shown = None;
    }

    pub(crate) fn store_news(&self) -> StoreNews {
        self.store_news
    }

    pub(crate) fn set_store_news(&mut self, news: StoreNews) {
        self.store_news = news;
    }

    pub(crate) fn clicks(&self) -> &Clicks {
        &self.clicks
    }

    pub(crate) fn clicks_mut(&mut self) -> &mut Clicks {
        &mut self.clicks
    }

    /// The earliest moment for the next click on any image (spec C8).
    pub(crate) fn click_allowed_at(&self) -> Millis {
        self.clicks.allowed_at(self.settings.cooldown_ms)
    }

    pub(crate) fn session_ended(&mut self, session_id: SessionId, outcome: SessionOutcome) {
        self.ended.push((session_id, outcome));
    }

    pub(crate) fn take_ended(&mut self) -> Vec<(SessionId, SessionOutcome)> {
        std::mem::take(&mut self.ended)
    }

    pub(crate) fn next_session_id(&mut self) -> SessionId {
        self.ids.session += 1;
        SessionId(self.ids.session)
    }

    pub(crate) fn next_action_id(&mut self) -> ActionId {
        self.ids.action += 1;
        ActionId(self.ids.action)
    }

    pub(crate) fn next_queue_entry_id(&mut self) -> QueueEntryId {
        self.ids.queue_entry += 1;
        QueueEntryId(self.ids.queue_entry)
    }

    pub(crate) fn ids(&self) -> Ids {
        self.ids
    }

    /// Gives out no number that was given out before.
    pub(crate) fn raise_ids(&mut self, ids: Ids) {
        self.ids.session = self.ids.session.max(ids.session);
        self.ids.action = self.ids.action.max(ids.action);
        self.ids.queue_entry = self.ids.queue_entry.max(ids.queue_entry);
    }

    /// What is passed over since the user deleted it.
    pub(crate) fn suppressed(&self) -> &Suppressed {
        &self.suppressed
    }

    pub(crate) fn suppressed_mut(&mut self) -> &mut Suppressed {
        &mut self.suppressed
    }

    /// Whether the page may have one more row kept of an image, with texts of so many bytes.
    pub(crate) fn takes_row(&mut self, media_id: &MediaId, bytes: usize, claim: Claim) -> bool {
        let is_taken = self.budget.takes_row(media_id, bytes, claim, self.now);
        self.noted_budget(is_taken)
    }

    /// Whether the texts of a row that is kept may grow by so many bytes.
    pub(crate) fn takes_growth(&mut self, media_id: &MediaId, bytes: usize, claim: Claim) -> bool {
        let is_taken = self.budget.takes_growth(media_id, bytes, claim, self.now);
        self.noted_budget(is_taken)
    }

    fn noted_budget(&mut self, is_taken: bool) -> bool {
        if !is_taken {
            self.is_over_budget = true;
        }
        is_taken
    }

    /// Drops what is remembered of budgets that are full again.
    pub(crate) fn refill_budget(&mut self) {
        self.budget.forget_full(self.now);
    }

    /// Whether something did not fit since this was asked last; then Health says so.
    pub(crate) fn take_over_budget(&mut self) -> bool {
        let is_over = std::mem::take(&mut self.is_over_budget);
        if is_over {
            self.note(DiagnosticKind::TooMuchAtOnce, TOO_MUCH);
        }
        is_over
    }

    pub(crate) fn next_progress(&mut self) -> u64 {
        self.progresses += 1;
        self.progresses
    }

    /// Notes something odd for the diagnostics.
    pub(crate) fn note(&mut self, kind: DiagnosticKind, message: impl Into<String>) {
        self.note_many(kind, message, 1);
    }

    pub(crate) fn note_many(
        &mut self,
        kind: DiagnosticKind,
        message: impl Into<String>,
        count: u32,
    ) {
        self.diagnostics.note(self.now, kind, message, count);
    }

    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        self.diagnostics.list()
    }

    /// A row to be written.
    pub(crate) fn put(&mut self, change: Change) {
        self.output.put(change);
    }

    pub(crate) fn output(&mut self) -> &mut Output {
        &mut self.output
    }

    pub(crate) fn take_output(&mut self) -> Output {
        std::mem::take(&mut self.output)
    }

    /// Writes what decides what happens next: see [`crate::Machine::write_state`].
    pub(crate) fn write_state(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        let Self { now, shown, clicks, woke_at, grok_ahead, store_news, settings, .. } = self;
        write!(out, "{now}{shown:?}{clicks:?}{woke_at:?}{grok_ahead:?}{store_news:?}{settings:?}")?;
        let Self { page_load, unloaded_since, not_images, told_images, posts, suppressed, .. } =
            self;
        write!(out, "{page_load:?}{unloaded_since:?}{not_images:?}{told_images:?}{posts:?}")?;
        write!(out, "{suppressed:?}{:?}", self.user_press)
    }
}

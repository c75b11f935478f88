//! Handles one input at a time, and commits before it answers (spec C9, R6).

use std::ops::ControlFlow;

use retake_protocol::command::{CommandError, SetPreferences};
use retake_protocol::observer::{Signal, SnapshotReply};
use retake_protocol::view::PanelView;
use retake_protocol::{ActionId, MediaId, Millis, Preferences, SessionId, SessionOutcome};
use retake_session::{Event, Lookup, Machine, Output, Settings, Start};
use retake_store::{Store, StoreError};

use crate::input::{Effect, Handled, Input};
use crate::known_page::KnownPage;
use crate::maintenance::{Maintenance, MaintenanceResult, Waiting};
use crate::recording::{Line, Recorded, Tap};
use crate::sources::{self, Streams, conversation_of};

/// The engine: one owner, one input at a time.
#[derive(Debug)]
pub struct Engine {
    pub(crate) machine: Machine,
    pub(crate) store: Store,
    settings: Settings,
    pub(crate) now: Millis,
    page: KnownPage,
    streams: Streams,
    memory: Memory,
    pub(crate) waiting: Waiting,
    tap: Tap,
}

/// How the machine's memory stands to the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Memory {
    /// What it holds is committed.
    Sound,
    /// A commit failed: it must start again from what is stored before it handles anything.
    Ahead,
}

/// Why an input was not handled. Nothing of it was handed to the page.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// Occurs when the database could not be read or written. What was not committed is forgotten:
    /// the engine goes on from what is stored.
    #[error("failed to keep what happened in the database")]
    Store(#[from] StoreError),
}

impl Engine {
    /// Starts from what is stored. Sessions that were active when the app last ended become
    /// `interrupted` (spec C14). `now` in ms, as in every call.
    pub fn open(store: Store, settings: Settings, now: Millis) -> Result<Self, EngineError> {
        let machine = start_machine(&store, &settings, now)?;
        let waiting = Waiting::of(&store)?;
        let (page, memory) = (KnownPage::default(), Memory::Sound);
        let (streams, tap) = (Streams::default(), Tap::default());
        Ok(Self { machine, store, settings, now, page, streams, memory, waiting, tap })
    }

    /// Ends and starts again on the same database, as a restart of the app does.
    pub fn restart(&mut self, now: Millis) -> Result<(), EngineError> {
        self.now = self.now.max(now);
        self.page.clear();
        self.streams.clear();
        self.memory = Memory::Sound;
        self.machine = start_machine(&self.store, &self.settings, self.now)?;
        Ok(())
    }

    /// Handles `input`. Blocks until what it led to is committed; only then the effects are
    /// answered. Timers due by `now` pass first, each at its own time. An earlier `now` than at
    /// the call before counts as that one.
    pub fn handle(&mut self, input: Input, now: Millis) -> Result<Handled, EngineError> {
        let mut handled = Handled::default();
        self.recover(&mut handled)?;
        // No timer runs out while the machine sleeps (spec C21).
        let asleep = if let Input::Slept(ms) = input { ms } else { 0 };
        self.pass_timers(now.saturating_sub(asleep), &mut handled)?;
        self.now = self.now.max(now);
        self.tap.take(self.now, || Recorded::of_input(&input));
        if let Input::Stream(piece) = &input {
            for event in self.streams.read(piece) {
                self.step(event, self.now, &mut handled)?;
            }
            return Ok(handled);
        }
        let Some(event) = self.event_of(input, &mut handled) else { return Ok(handled) };
        let is_snapshot = matches!(event, Event::SnapshotRead(_));
        self.step(event, self.now, &mut handled)?;
        if is_snapshot {
            self.retry_waiting(&mut handled)?;
        }
        Ok(handled)
    }

    /// Does `work` with what is kept (spec D6, E). Timers pass first, as in [`Engine::handle`].
    pub fn run_maintenance(
        &mut self,
        work: Maintenance,
        now: Millis,
    ) -> Result<MaintenanceResult, EngineError> {
        let mut handled = Handled::default();
        self.recover(&mut handled)?;
        self.pass_timers(now, &mut handled)?;
        self.now = self.now.max(now);
        let outcome = match work {
            Maintenance::Import(file) => self.import(file, &mut handled)?,
            Maintenance::Forget(what) => self.forget(&what, &mut handled)?,
            Maintenance::Restore { backup, settings } => {
                self.restore(&backup, &settings, &mut handled)?
            }
            Maintenance::ImportExtension(text) => self.import_extension(&text, &mut handled)?,
        };
        Ok(MaintenanceResult { effects: handled.effects, outcome })
    }

    /// Goes by other settings from now on.
    pub fn set_settings(&mut self, settings: Settings) {
        self.tap.take(self.now, || Some(Recorded::Settings { values: settings.clone() }));
        self.machine.set_settings(settings.clone());
        self.settings = settings;
    }

    /// What it goes by.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The id that the next action gets.
    pub fn next_action_id(&self) -> ActionId {
        self.machine.next_action_id()
    }

    /// When to call [`Engine::handle`] with [`Input::TimePassed`] at the latest.
    pub fn next_wakeup(&self) -> Option<Millis> {
        self.machine.next_wakeup()
    }

    /// What the session panel shows at `now`.
    pub fn panel(&self, now: Millis) -> PanelView {
        self.machine.panel(now.max(self.now))
    }

    /// Has `take` handed every line of a recording from now on (spec F6), each before the engine acts
    /// on it, until it breaks off. First come the settings, the next action's id, and what the engine
    /// knows of the page.
    pub fn start_recording(
        &mut self,
        take: impl FnMut(Line) -> ControlFlow<()> + Send + 'static,
        now: Millis,
    ) {
        self.now = self.now.max(now);
        self.tap = Tap::open(take);
        let mut known = vec![
            Recorded::Settings { values: self.settings.clone() },
            Recorded::ActionsFrom { action_id: self.next_action_id() },
        ];
        // Nothing is known of the page before its first message.
        if self.page.is_known() {
            known.extend(self.known_of_page());
        }
        for event in known {
            self.tap.take(self.now, || Some(event));
        }
    }

    /// Hands no more lines.
    pub fn stop_recording(&mut self) {
        self.tap.close();
    }

    /// Whether lines are still taken.
    pub fn is_recording(&self) -> bool {
        self.tap.is_open()
    }

    /// What another engine must be told to know of the page what this one does.
    fn known_of_page(&self) -> Vec<Recorded> {
        let mut known = self.page.recorded();
        known.extend(self.panel(self.now).image.map(|image| {
            let Preferences { max_retries, video_goal, auto_retry, .. } = image.preferences;
            Recorded::Preferences(SetPreferences {
                media_id: None,
                max_retries: Some(max_retries),
                video_goal: Some(video_goal),
                auto_retry: Some(auto_retry),
            })
        }));
        known
    }

    /// How a session of an image has ended; `None`: it runs, or is not the image's last one.
    pub fn outcome_of(&self, media_id: &MediaId, session_id: SessionId) -> Option<SessionOutcome> {
        self.machine.outcome_of(media_id, session_id)
    }

    /// The page's path as last heard; `None`: nothing was heard since it was loaded.
    pub fn path(&self) -> Option<&str> {
        Some(self.page.path.as_str()).filter(|path| !path.is_empty())
    }

    /// The store, for queries.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// After a failed commit: starts the machine again from what is stored. Fails as long as the
    /// database does.
    fn recover(&mut self, handled: &mut Handled) -> Result<(), EngineError> {
        if self.memory == Memory::Sound {
            return Ok(());
        }
        self.start_again(handled)
    }

    /// Starts the machine again on what is stored, and tells it what the page shows.
    pub(crate) fn start_again(&mut self, handled: &mut Handled) -> Result<(), EngineError> {
        self.machine = start_machine(&self.store, &self.settings, self.now)?;
        self.memory = Memory::Sound;
        self.tell_page(handled)
    }

    /// Tells the machine what the page shows, since the page would not repeat itself.
    pub(crate) fn tell_page(&mut self, handled: &mut Handled) -> Result<(), EngineError> {
        self.step(self.page.route(), self.now, handled)?;
        self.step(self.page.store(), self.now, handled)
    }

    fn pass_timers(&mut self, now: Millis, handled: &mut Handled) -> Result<(), EngineError> {
        while let Some(due) = self.machine.next_wakeup().filter(|due| *due <= now) {
            self.now = self.now.max(due);
            self.step(Event::TimePassed, self.now, handled)?;
            if self.machine.next_wakeup() == Some(due) {
                // A deadline that stays where it was would keep this loop for ever.
                tracing::error!(due, "a timer did not pass");
                break;
            }
        }
        Ok(())
    }

    /// A splice is recorded here, as the text that it makes; one that does not fit is no part of what
    /// happened.
    fn event_of(&mut self, input: Input, handled: &mut Handled) -> Option<Event> {
        Some(match input {
            Input::Signal(signal) => return self.event_of_signal(signal),
            Input::FullSnapshot(whole) => {
                self.page.from = whole.from;
                self.page.text.replace(whole);
                handled.snapshot_reply = Some(SnapshotReply::Accepted);
                self.page.store()
            }
            Input::Splice(splice) => match self.page.text.apply(&splice) {
                Ok(()) => {
                    handled.snapshot_reply = Some(SnapshotReply::Accepted);
                    self.tap.take(self.now, || Some(self.page.snapshot()));
                    self.page.store()
                }
                Err(mismatch) => {
                    tracing::debug!(%mismatch, "asking the page for the whole text");
                    handled.snapshot_reply = Some(SnapshotReply::SendFullSnapshot);
                    return None;
                }
            },
            Input::Request { stream, request } => Event::RequestSeen { stream, request },
            Input::Start(start) => Event::Start(Start {
                media_id: start.media_id,
                prompt: start.prompt,
                max_retries: start.max_retries,
                video_goal: start.video_goal,
            }),
            Input::Stop(media_id) => Event::Stop { media_id },
            Input::Resume(media_id) => Event::Resume { media_id },
            Input::SetPreferences(change) => Event::SetPreferences(change),
            Input::ChangeQueue(change) => Event::ChangeQueue(change),
            Input::UserActive => Event::UserActive,
            Input::PageUnloaded => Event::PageUnloaded,
            Input::Slept(ms) => Event::Slept { ms },
            Input::TimePassed => Event::TimePassed,
            // One piece may be several events: `handle` saw to it.
            Input::Stream(_) => return None,
        })
    }

    fn event_of_signal(&mut self, signal: Signal) -> Option<Event> {
        match signal {
            Signal::PageLoad => {
                self.page.clear();
                self.streams.clear();
            }
            Signal::Route { path, conversation } => {
                self.page.path = path;
                self.page.conversation = conversation_of(conversation);
                return Some(self.page.route());
            }
            _ => {}
        }
        sources::event_of(signal)
    }

    fn step(
        &mut self,
        event: Event,
        now: Millis,
        handled: &mut Handled,
    ) -> Result<(), EngineError> {
        loop {
            let lookups = self.machine.lookups(&event);
            if lookups.is_empty() {
                break;
            }
            for lookup in lookups {
                self.look_up(&lookup)?;
            }
        }
        let output = self.machine.handle(event, now);
        self.commit(output, handled)
    }

    fn look_up(&mut self, lookup: &Lookup) -> Result<(), StoreError> {
        match lookup {
            Lookup::Image(media_id) => {
                let stored = self.store.load_image(media_id)?;
                self.machine.load_image(media_id, stored);
            }
            Lookup::Owner(post_id) => {
                let owner = self.store.owner_of(post_id)?;
                self.machine.load_owner(post_id, owner);
            }
        }
        Ok(())
    }

    pub(crate) fn commit(
        &mut self,
        output: Output,
        handled: &mut Handled,
    ) -> Result<(), EngineError> {
        let touched = output.touched_images();
        if let Err(error) = write(&self.store, &output.changes) {
            self.memory = Memory::Ahead;
            return Err(error);
        }
        handled.refused = output.refused.map(CommandError::from);
        handled.effects.extend(output.actions.into_iter().map(Effect::Issue));
        handled.effects.extend(output.show.map(Effect::Show));
        handled.effects.push(Effect::PanelChanged);
        handled.effects.extend(touched.into_iter().map(Effect::HistoryChanged));
        Ok(())
    }
}

fn start_machine(store: &Store, settings: &Settings, now: Millis) -> Result<Machine, EngineError> {
    let stored = store.load_state()?;
    let (machine, output) = Machine::start(settings.clone(), stored, now);
    write(store, &output.changes)?;
    Ok(machine)
}

/// One transaction; none where there is nothing to write.
fn write(store: &Store, changes: &[retake_session::record::Change]) -> Result<(), EngineError> {
    if !changes.is_empty() {
        store.apply(changes)?;
    }
    Ok(())
}

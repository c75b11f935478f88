//! The thread that owns the engine: one input after another, and between them sleep until the
//! engine wants to be woken.
//!
//! The engine blocks until its transaction is committed, so it has a thread of its own; nothing
//! else waits for it but who asked. Effects are carried out here, after the commit.

mod handle;
mod showing;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use retake_engine::maintenance::{Maintenance, Outcome};
use retake_engine::{Effect, Engine, Handled, Input};
use retake_locale::Text;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::download::DownloadView;
use retake_protocol::observer::{ActionResult, PageAction, Signal};
use retake_protocol::page::AddressView;
use retake_protocol::shell::ShellView;
use retake_protocol::view::{PanelView, Update};
use retake_protocol::{MediaId, Millis, Refusal};
use tauri::ipc::Channel;
use tokio::sync::mpsc;

pub(crate) use handle::{EngineHandle, Inbox, MarkedIn, Recording, channel};
use handle::{Message, Subscription};

use crate::clock::Clock;
use crate::notifications::{Attention, Notice, WindowStatus};
use crate::recorder::Recorder;

/// The longest sleep: timers stand still while the machine is suspended, the clock does not.
const LONGEST_SLEEP: Millis = 15_000;
/// How long a failed wake-up waits before the next.
const AFTER_FAILURE: Millis = 1000;

/// The page, as far as the engine needs it.
pub(crate) trait Page: Send + 'static {
    /// Hands the action to the page script. An error means that it surely did not arrive.
    fn act(&self, action: &PageAction) -> anyhow::Result<()>;
    /// Brings the page to this image.
    fn bring(&self, media_id: &MediaId) -> anyhow::Result<()>;
    /// Something of this image was stored.
    fn image_changed(&self, media_id: &MediaId);
    /// Shows how things stand where the window is not looked into.
    fn show(&self, headline: &WindowStatus);
    /// Tells the user, unless they are looking.
    fn tell(&self, notice: &Notice);
}

/// What the thread starts with.
pub(crate) struct EngineTask<P> {
    pub(crate) engine: Engine,
    pub(crate) clock: Arc<Clock>,
    pub(crate) page: P,
    /// The file that the engine's lines go to, where it was asked to record.
    pub(crate) recording: Option<PathBuf>,
    /// Why the database can't be written; then the engine keeps what it sees in memory alone, and
    /// nothing that ought to last is begun.
    pub(crate) storage_problem: Option<String>,
}

impl<P: Page> EngineTask<P> {
    /// Starts the thread; it ends when the last handle is gone.
    pub(crate) fn start(self, inbox: Inbox) -> anyhow::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .context("preparing the engine's timers")?;
        let work = Work {
            task: self,
            sidebar: None,
            library: None,
            sent: None,
            unreachable: None,
            downloads: Vec::new(),
            is_close_asked: false,
            address: None,
            hold_until: Millis::MIN,
            headline: None,
            notifications: Attention::default(),
        };
        std::thread::Builder::new()
            .name("engine".into())
            .spawn(move || runtime.block_on(work.run(inbox.0)))
            .context("starting the engine's thread")?;
        Ok(())
    }
}

/// Has `recorder` write every input of `engine` from now on.
pub(crate) fn start_recording(engine: &mut Engine, mut recorder: Recorder, now: Millis) {
    engine.start_recording(move |line| recorder.take(line), now);
}

struct Work<P> {
    task: EngineTask<P>,
    sidebar: Option<Channel<Update>>,
    /// Hears of changes of the history alone.
    library: Option<Channel<Update>>,
    /// What the sidebar was sent last.
    sent: Option<(PanelView, ShellView)>,
    unreachable: Option<Text>,
    downloads: Vec<DownloadView>,
    is_close_asked: bool,
    address: Option<AddressView>,
    hold_until: Millis,
    /// As last shown.
    headline: Option<WindowStatus>,
    notifications: Attention,
}

impl<P: Page> Work<P> {
    async fn run(mut self, mut inbox: mpsc::Receiver<Message>) {
        loop {
            tokio::select! {
                biased;
                message = inbox.recv() => match message {
                    Some(message) => self.take(message),
                    None => break,
                },
                () = self.sleep() => self.wake_up(),
            }
        }
        tracing::debug!("the engine ends");
    }

    /// Until the engine's next wake-up, or for good where there is none.
    fn sleep(&self) -> impl Future<Output = ()> + use<P> {
        let of_engine = self.task.engine.next_wakeup().map(|at| at.max(self.hold_until));
        let pause = of_engine.map(|at| {
            let left = at.saturating_sub(self.task.clock.now());
            Duration::from_millis(left.clamp(0, LONGEST_SLEEP).unsigned_abs())
        });
        async move {
            match pause {
                Some(pause) => tokio::time::sleep(pause).await,
                None => std::future::pending().await,
            }
        }
    }

    fn wake_up(&mut self) {
        self.tell_of_sleep();
        let now = self.task.clock.now();
        let due = self.task.engine.next_wakeup().is_some_and(|at| at.max(self.hold_until) <= now);
        if due && self.handle(Input::TimePassed).is_err() {
            self.hold_until = now + AFTER_FAILURE;
        }
    }

    /// Before anything else is handled: no clock runs out for time asleep (spec C21).
    fn tell_of_sleep(&mut self) {
        let slept = self.task.clock.take_slept();
        if slept > 0 {
            tracing::info!(slept, "the machine slept");
            // An error was logged, and the next wake-up tries again what is due.
            let _ = self.handle(Input::Slept(slept));
        }
    }

    fn take(&mut self, message: Message) {
        self.tell_of_sleep();
        match message {
            Message::Handle(input, reply) => {
                // The caller may have been dropped; the work is done either way.
                let _ = reply.send(self.handle(input));
            }
            Message::RunMaintenance(work, reply) => {
                let _ = reply.send(self.run_maintenance(work));
            }
            Message::Record(recording, reply) => {
                let _ = reply.send(self.record(recording));
                self.send_state();
            }
            Message::Subscribe(Subscription(channel)) => {
                self.sidebar = Some(channel);
                self.sent = None;
                self.send_state();
            }
            Message::WatchHistory(Subscription(channel)) => self.library = Some(channel),
            Message::HistoryChanged(media_id) => self.send(Update::HistoryChanged { media_id }),
            Message::MarksChanged(marked_in) => self.send_marks(marked_in),
            Message::Settings(settings) => {
                self.task.engine.set_settings(settings);
                self.send_state();
                self.send(Update::SettingsChanged);
            }
            Message::PageAt(address) => {
                self.address = Some(address);
                self.refresh();
            }
            Message::PageLoaded => self.set_unreachable(None),
            Message::PageUnloaded => self.page_is_gone(),
            Message::PageUnreachable(message) => {
                self.page_is_gone();
                self.set_unreachable(Some(message));
            }
            Message::CloseAsked(is_asked) => {
                self.is_close_asked = is_asked;
                self.send_state();
            }
            Message::Downloads(downloads) => {
                self.downloads = downloads;
                self.send_state();
            }
        }
    }

    fn page_is_gone(&mut self) {
        // An error was logged; the page says that it was loaded either way.
        let _ = self.handle(Input::PageUnloaded);
    }

    fn set_unreachable(&mut self, unreachable: Option<Text>) {
        if self.unreachable != unreachable {
            self.unreachable = unreachable;
            self.send_state();
        }
    }

    fn handle(&mut self, input: Input) -> Result<Handled, String> {
        if let Some(problem) = self.task.storage_problem.clone()
            && matches!(
                input,
                Input::Start(_)
                    | Input::Resume(_)
                    | Input::SetPreferences(_)
                    | Input::ChangeQueue(_)
            )
        {
            return Ok(Handled { refused: Some(without_storage(problem)), ..Handled::default() });
        }
        let now = self.task.clock.now();
        let handled = self.task.engine.handle(input, now).map_err(|error| {
            let reason = format!("{:#}", anyhow::Error::from(error));
            tracing::error!("an input was not handled: {reason}");
            reason
        })?;
        for effect in &handled.effects {
            self.carry_out(effect);
        }
        Ok(handled)
    }

    fn run_maintenance(&mut self, work: Maintenance) -> Result<Outcome, String> {
        if let Some(problem) = self.task.storage_problem.clone() {
            return Ok(Outcome::Refused(problem));
        }
        let now = self.task.clock.now();
        let done = self.task.engine.run_maintenance(work, now).map_err(|error| {
            let reason = format!("{:#}", anyhow::Error::from(error));
            tracing::error!("maintenance failed: {reason}");
            reason
        })?;
        for effect in &done.effects {
            self.carry_out(effect);
        }
        Ok(done.outcome)
    }

    fn record(&mut self, recording: Recording) -> Result<PathBuf, String> {
        match (recording, self.recording_file()) {
            (Recording::Begin(_), Some(file)) => {
                Err(format!("Retake is already recording to {}.", file.display()))
            }
            (Recording::Begin(path), None) => {
                let now = self.task.clock.now();
                let recorder = Recorder::open(&path, now).map_err(|error| format!("{error:#}."))?;
                start_recording(&mut self.task.engine, recorder, now);
                self.task.recording = Some(path.clone());
                Ok(path)
            }
            (Recording::End, Some(file)) => {
                self.task.engine.stop_recording();
                Ok(file)
            }
            (Recording::End, None) => Err("Nothing is being recorded.".into()),
        }
    }

    /// Where the recording under way goes.
    fn recording_file(&self) -> Option<PathBuf> {
        self.task.recording.clone().filter(|_| self.task.engine.is_recording())
    }

    fn carry_out(&mut self, effect: &Effect) {
        match effect {
            Effect::Issue(action) => self.issue(action),
            Effect::Show(media_id) => {
                tracing::info!("the page goes to the next image of the queue");
                // It stands still by itself where the page shows nothing within its time.
                if let Err(error) = self.task.page.bring(media_id) {
                    tracing::warn!("the page is not brought to the next image: {error:#}");
                }
            }
            Effect::PanelChanged => self.refresh(),
            Effect::HistoryChanged(media_id) => {
                self.task.page.image_changed(media_id);
                self.send(Update::HistoryChanged { media_id: media_id.clone() });
            }
            Effect::HistoryReplaced => self.send(Update::HistoryReplaced),
        }
    }

    fn issue(&mut self, action: &PageAction) {
        tracing::info!(action = action.action_id.0, "an action goes to the page");
        if let Err(error) = self.task.page.act(action) {
            tracing::warn!(action = action.action_id.0, "it did not arrive: {error:#}");
            let refusal = Signal::ActionResult {
                action_id: action.action_id,
                result: ActionResult::Refused(Refusal::PageNotThere),
            };
            // An error was logged, and the action then counts as issued without an answer.
            let _ = self.handle(Input::Signal(refusal));
        }
    }
}

/// What the user asked for would be lost at the next start.
fn without_storage(problem: String) -> CommandError {
    CommandError::refused(problem).with_remedy(Remedy::OpenDataFolder)
}

//! How everything else reaches the engine's thread: what it can be asked and told, and how what it answers
//! reads in plain words. The thread itself is the parent module's.

use std::path::PathBuf;

use retake_engine::maintenance::{Maintenance, Outcome};
use retake_engine::{Handled, Input, Settings};
use retake_locale::{Text, text};
use retake_protocol::MediaId;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::download::DownloadView;
use retake_protocol::page::AddressView;
use retake_protocol::view::Update;
use tauri::ipc::Channel;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

/// How many messages may wait; the sender of one more waits until there is room.
pub(super) const WAITING_MESSAGES: usize = 256;

/// What the thread reads.
#[derive(Debug)]
pub(super) enum Message {
    Handle(Input, oneshot::Sender<Result<Handled, String>>),
    RunMaintenance(Maintenance, oneshot::Sender<Result<Outcome, String>>),
    Record(Recording, oneshot::Sender<Result<PathBuf, String>>),
    Settings(Settings),
    HistoryChanged(MediaId),
    MarksChanged(MarkedIn),
    Subscribe(Subscription),
    WatchHistory(Subscription),
    PageAt(AddressView),
    PageLoaded,
    PageUnloaded,
    PageUnreachable(Text),
    Downloads(Vec<DownloadView>),
    CloseAsked(bool),
}

/// What is to become of the recording (spec F6).
#[derive(Debug)]
pub(crate) enum Recording {
    /// Begins one in this file, which must not be there.
    Begin(PathBuf),
    /// Ends the one under way.
    End,
}

/// The window in which the user marked something (spec K3, L2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkedIn {
    /// It shows marks as they are stored.
    Sidebar,
    /// It keeps its own items up to date, so that none leaves a filtered list while the user goes through it.
    Library,
}

/// `Channel` has no `Debug`.
pub(super) struct Subscription(pub(super) Channel<Update>);

impl std::fmt::Debug for Subscription {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Subscription")
    }
}

/// How everything else reaches the engine. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct EngineHandle(mpsc::Sender<Message>);

/// What the engine's thread will read; from [`channel`].
#[derive(Debug)]
pub(crate) struct Inbox(pub(super) mpsc::Receiver<Message>);

/// A handle, and the inbox to start the thread with.
pub(crate) fn channel() -> (EngineHandle, Inbox) {
    let (sender, receiver) = mpsc::channel(WAITING_MESSAGES);
    (EngineHandle(sender), Inbox(receiver))
}

impl EngineHandle {
    /// Has the engine handle `input`. What it decided is stored when this returns.
    pub(crate) async fn handle(&self, input: Input) -> Result<Handled, CommandError> {
        let (reply, answer) = oneshot::channel();
        // Where nobody receives, nobody answers either.
        let _ = self.0.send(Message::Handle(input, reply)).await;
        answered(answer).await
    }

    /// Hands the engine `input` before this returns, so that what is handed over after it comes after
    /// it; the future waits for the result. For the window's own thread, which must not wait.
    pub(crate) fn handle_in_turn(
        &self,
        input: Input,
    ) -> impl Future<Output = Result<Handled, CommandError>> + use<> {
        let (reply, answer) = oneshot::channel();
        if let Err(TrySendError::Full(Message::Handle(_, reply))) =
            self.0.try_send(Message::Handle(input, reply))
        {
            let _ = reply.send(Err("the engine has more to do than it can keep up with".into()));
        }
        answered(answer)
    }

    /// Has the engine do something with the whole history. It is done when this returns.
    pub(crate) async fn run_maintenance(&self, work: Maintenance) -> Result<Outcome, CommandError> {
        let (reply, answer) = oneshot::channel();
        let sent = self.0.send(Message::RunMaintenance(work, reply)).await;
        let answer = if sent.is_ok() { answer.await.ok() } else { None };
        let done = answer.unwrap_or_else(|| Err("the engine has stopped".into()));
        done.map_err(|reason| {
            let error = CommandError::failed(text::maintenance_failed(reason));
            error.with_remedy(Remedy::OpenDataFolder)
        })
    }

    /// Begins or ends a recording, and answers its file.
    pub(crate) async fn record(&self, recording: Recording) -> Result<PathBuf, CommandError> {
        let (reply, answer) = oneshot::channel();
        let sent = self.0.send(Message::Record(recording, reply)).await;
        let answer = if sent.is_ok() { answer.await.ok() } else { None };
        let done = answer.unwrap_or_else(|| Err("The engine has stopped.".into()));
        done.map_err(|reason| CommandError::refused(reason).with_remedy(Remedy::OpenDataFolder))
    }

    /// Tells `channel` of every change of the history from now on, and no other one (spec K1).
    pub(crate) async fn watch_history(&self, channel: Channel<Update>) -> Result<(), CommandError> {
        let message = Message::WatchHistory(Subscription(channel));
        self.0.send(message).await.map_err(|_| stopped())
    }

    /// Sends the state to `channel` now and whenever it changes, and to no other from then on.
    pub(crate) async fn subscribe(&self, channel: Channel<Update>) -> Result<(), CommandError> {
        self.0.send(Message::Subscribe(Subscription(channel))).await.map_err(|_| stopped())
    }

    /// The engine uses these settings from now on.
    pub(crate) fn set_settings(&self, settings: Settings) {
        self.tell(Message::Settings(settings));
    }

    /// Something beside the engine's own rows is known of this image: a picture, a saved video.
    pub(crate) fn history_changed(&self, media_id: &MediaId) {
        self.tell(Message::HistoryChanged(media_id.clone()));
    }

    /// What the user thinks of some items is stored.
    pub(crate) fn marks_changed(&self, marked_in: MarkedIn) {
        self.tell(Message::MarksChanged(marked_in));
    }

    /// The page has gone somewhere.
    pub(crate) fn page_at(&self, address: AddressView) {
        self.tell(Message::PageAt(address));
    }

    /// Whether the user is to be asked if the window closes.
    pub(crate) fn close_asked(&self, is_asked: bool) {
        self.tell(Message::CloseAsked(is_asked));
    }

    /// What the page downloads has changed.
    pub(crate) fn downloads_changed(&self, downloads: Vec<DownloadView>) {
        self.tell(Message::Downloads(downloads));
    }

    /// The page was loaded.
    pub(crate) fn page_loaded(&self) {
        self.tell(Message::PageLoaded);
    }

    /// Another document takes the page's place, which tells by its script where it is Grok's (spec C21).
    pub(crate) fn page_unloaded(&self) {
        self.tell(Message::PageUnloaded);
    }

    /// The page can't be loaded; `message` says why.
    pub(crate) fn page_unreachable(&self, message: Text) {
        self.tell(Message::PageUnreachable(message));
    }

    /// For the window's own thread, which must not wait.
    fn tell(&self, message: Message) {
        if let Err(error) = self.0.try_send(message) {
            tracing::warn!("the engine does not hear of the page's state: {error}");
        }
    }
}

/// What the engine says to an input, put in plain words where it failed.
async fn answered(
    answer: oneshot::Receiver<Result<Handled, String>>,
) -> Result<Handled, CommandError> {
    let handled = answer.await.unwrap_or_else(|_| Err("the engine has stopped".into()));
    handled.map_err(|reason| {
        CommandError::failed(text::engine_not_stored(reason)).with_remedy(Remedy::OpenDataFolder)
    })
}

/// Nothing answers any more.
fn stopped() -> CommandError {
    CommandError::failed(text::engine_stopped()).with_remedy(Remedy::CloseRetake)
}

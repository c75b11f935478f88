//! What the engine takes and what it answers.

use retake_grok::VideoRequest;
use retake_protocol::command::{CommandError, SetPreferences, StartSession};
use retake_protocol::observer::{
    FullSnapshot, PageAction, Signal, SnapshotReply, Splice, StreamPiece,
};
use retake_protocol::queue::QueueChange;
use retake_protocol::{MediaId, Millis};

/// One thing from the page, from the sidebar, or from the clock.
#[derive(Clone, Debug)]
pub enum Input {
    /// The page script saw something.
    Signal(Signal),
    /// The store's text, whole.
    FullSnapshot(FullSnapshot),
    /// A change of the store's text.
    Splice(Splice),
    /// The page asked for a video, as it was read already.
    Request {
        /// The stream that answers it.
        stream: u32,
        /// What it asks for.
        request: VideoRequest,
    },
    /// A piece of a generation's stream.
    Stream(StreamPiece),
    /// Start a session for the image on the page.
    Start(StartSession),
    /// Stop the session of this image; `None`: of the one on the page.
    Stop(Option<MediaId>),
    /// Resume the last session of the image on the page, which must be this one where one is named.
    Resume(Option<MediaId>),
    /// Change preferences of the image on the page.
    SetPreferences(SetPreferences),
    /// Change the queue.
    ChangeQueue(QueueChange),
    /// The user has touched the sidebar.
    UserActive,
    /// The page is gone until it says that it was loaded.
    PageUnloaded,
    /// The machine slept for so many ms, and woke just now.
    Slept(Millis),
    /// The moment that [`crate::Engine::next_wakeup`] named has come.
    TimePassed,
}

/// What is to be done now that the changes are committed.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hand this to the page, once.
    Issue(PageAction),
    /// Bring the page to this image: its turn in the queue has come.
    Show(MediaId),
    /// The panel has something new to show.
    PanelChanged,
    /// Something of this image was stored.
    HistoryChanged(MediaId),
    /// The history is another one: a part was forgotten, or one was imported.
    HistoryReplaced,
}

/// The answer to an input.
#[derive(Clone, Debug, Default)]
pub struct Handled {
    /// In the order in which they are to be done.
    pub effects: Vec<Effect>,
    /// Set for texts and splices.
    pub snapshot_reply: Option<SnapshotReply>,
    /// A command that was refused: what was wrong and what to do. It changed nothing.
    pub refused: Option<CommandError>,
}

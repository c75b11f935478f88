//! The thread, with an engine in memory and a page that only listens.

use std::sync::mpsc as std_mpsc;

use retake_engine::Settings;
use retake_protocol::command::StartSession;
use retake_protocol::observer::{FullSnapshot, SnapshotReply, Splice};
use retake_protocol::shell::ShellView;
use retake_protocol::view::{Activity, PageView, PanelView};
use retake_protocol::{ActionId, PostId, Prompt};
use retake_store::Store;
use tauri::ipc::InvokeResponseBody;

use super::handle::WAITING_MESSAGES;
use super::*;

fn said(text: &Text) -> String {
    retake_locale::plurals::english().say(text)
}

/// Tells the test of every action, and fails once nobody listens.
struct TestPage(std_mpsc::Sender<PageAction>);

impl Page for TestPage {
    fn act(&self, action: &PageAction) -> anyhow::Result<()> {
        Ok(self.0.send(action.clone())?)
    }

    fn bring(&self, _: &MediaId) -> anyhow::Result<()> {
        Ok(())
    }

    fn image_changed(&self, _: &MediaId) {}

    fn show(&self, _: &WindowStatus) {}

    fn tell(&self, _: &Notice) {}
}

fn started() -> EngineHandle {
    started_with_page().0
}

fn started_with_page() -> (EngineHandle, std_mpsc::Receiver<PageAction>) {
    started_with(None)
}

fn started_with(storage_problem: Option<String>) -> (EngineHandle, std_mpsc::Receiver<PageAction>) {
    let (sender, actions) = std_mpsc::channel();
    let clock = Arc::new(Clock::new());
    let store = Store::in_memory().unwrap();
    let engine = Engine::open(store, Settings::default(), clock.now()).unwrap();
    let (handle, inbox) = channel();
    let page = TestPage(sender);
    EngineTask { engine, clock, page, recording: None, storage_problem }.start(inbox).unwrap();
    (handle, actions)
}

/// Has the page show an image, and starts a session for it.
async fn start_session(handle: &EngineHandle) {
    let store = r#"{"state":{"imageByMediaId":{"p1":[{"id":"p1"}]}},"version":1}"#;
    let request = StartSession {
        media_id: None,
        prompt: Prompt::new("slow pan across a mountain lake"),
        max_retries: None,
        video_goal: None,
    };
    for input in [
        Input::Signal(Signal::PageLoad),
        Input::Signal(Signal::Route { path: "/imagine/post/p1".into(), conversation: None }),
        Input::FullSnapshot(FullSnapshot::of_session(1, Some(store.into()))),
        Input::Start(request),
    ] {
        assert_eq!(handle.handle(input).await.unwrap().refused, None);
    }
}

/// A channel, and the updates that went through it.
fn sidebar() -> (Channel<Update>, Updates) {
    let (sender, updates) = std_mpsc::channel();
    let channel = Channel::new(move |body| {
        let InvokeResponseBody::Json(text) = body else { panic!("updates are JSON") };
        // A sidebar that is gone hears nothing.
        let _ = sender.send(serde_json::from_str(&text).unwrap());
        Ok(())
    });
    (channel, Updates(updates))
}

/// What the sidebar hears, in order.
struct Updates(std_mpsc::Receiver<Update>);

impl Updates {
    /// The next state of the panel; what comes before it is skipped.
    fn panel(&self) -> PanelView {
        let panel = self.0.iter().find_map(|update| match update {
            Update::Panel(panel) => Some(*panel),
            _ => None,
        });
        panel.expect("a panel comes")
    }

    /// The next state of the shell; what comes before it is skipped.
    fn shell(&self) -> ShellView {
        let shell = self.0.iter().find_map(|update| match update {
            Update::Shell(shell) => Some(*shell),
            _ => None,
        });
        shell.expect("a state of the shell comes")
    }
}

#[tokio::test]
async fn a_new_subscriber_hears_the_state_at_once() {
    let handle = started();
    let (channel, updates) = sidebar();
    handle.subscribe(channel).await.unwrap();
    assert_eq!(updates.shell(), ShellView::default());
    assert_eq!(updates.panel().page, PageView::NoPost);
}

#[tokio::test]
async fn l2_a_mark_is_shown_in_both_windows_and_moves_nothing_in_the_library_that_set_it() {
    let handle = started();
    let ((channel, sidebar), (library_channel, library)) = (sidebar(), sidebar());
    handle.subscribe(channel).await.unwrap();
    handle.watch_history(library_channel).await.unwrap();
    handle.marks_changed(MarkedIn::Library);
    handle.marks_changed(MarkedIn::Sidebar);
    // The thread takes messages in order: once this is answered, both were sent.
    handle.handle(Input::Signal(Signal::PageLoad)).await.unwrap();
    let marks = |updates: Updates| {
        updates.0.try_iter().filter(|update| *update == Update::MarksChanged).count()
    };
    assert_eq!((marks(sidebar), marks(library)), (2, 1));
}

#[tokio::test]
async fn an_unreachable_page_shows_until_it_is_loaded() {
    let handle = started();
    let (channel, updates) = sidebar();
    handle.subscribe(channel).await.unwrap();
    assert_eq!(updates.shell().unreachable, None);
    let message = Text::from("there is no way to grok.com");
    handle.page_unreachable(message.clone());
    assert_eq!(updates.shell().unreachable, Some(message));
    handle.page_loaded();
    assert_eq!(updates.shell().unreachable, None);
}

#[tokio::test]
async fn c1_a_start_hands_one_action_to_the_page() {
    let (handle, actions) = started_with_page();
    start_session(&handle).await;
    let action = PageAction {
        action_id: ActionId(1),
        post_id: PostId::new("p1").unwrap(),
        image_ids: vec![MediaId::new("p1").unwrap()],
        prompt: Prompt::new("slow pan across a mountain lake"),
        settings: None,
    };
    assert_eq!(actions.try_iter().collect::<Vec<_>>(), [action]);
}

#[tokio::test]
async fn c9_an_action_that_surely_did_not_arrive_counts_as_refused() {
    let (handle, actions) = started_with_page();
    drop(actions);
    start_session(&handle).await;
    let (channel, updates) = sidebar();
    handle.subscribe(channel).await.unwrap();
    let activity = updates.panel().session.unwrap().activity;
    assert!(matches!(activity, Activity::Countdown { .. }), "{activity:?}");
}

#[tokio::test]
async fn without_storage_nothing_is_started_and_the_sidebar_is_told_why() {
    let problem = "the disk is gone".to_owned();
    let (handle, actions) = started_with(Some(problem.clone()));
    let refused = handle.handle(Input::Resume(None)).await.unwrap().refused;
    let told = CommandError::refused(problem.as_str()).with_remedy(Remedy::OpenDataFolder);
    assert_eq!(refused, Some(told), "l5: with what helps");
    assert!(actions.try_recv().is_err(), "nothing went to the page");
    let (channel, updates) = sidebar();
    handle.subscribe(channel).await.unwrap();
    assert_eq!(updates.shell().storage_problem, Some(problem));
}

#[tokio::test]
async fn an_input_is_answered() {
    let handle = started();
    let handled = handle.handle(Input::Signal(Signal::PageLoad)).await.unwrap();
    assert_eq!(handled.refused, None);
}

/// The splice that turns `{"n":1}` with one digit into the same with another.
fn splice(sequence: u64, digit: u64) -> Input {
    let middle = digit.to_string();
    Input::Splice(Splice { sequence, kept_head: 5, kept_tail: 1, middle, length: 7 })
}

#[tokio::test]
async fn what_is_handed_over_in_turn_is_handled_in_that_order_though_nobody_waited() {
    let handle = started();
    let whole = FullSnapshot::of_session(1, Some(r#"{"n":1}"#.into()));
    handle.handle(Input::FullSnapshot(whole)).await.unwrap();
    let answers: Vec<_> =
        (2..=9).map(|number| handle.handle_in_turn(splice(number, number))).collect();
    for answer in answers {
        let handled = answer.await.unwrap();
        assert_eq!(handled.snapshot_reply, Some(SnapshotReply::Accepted));
    }
}

#[tokio::test]
async fn an_engine_that_can_not_keep_up_refuses_what_would_have_to_wait() {
    let (handle, _nobody_reads) = channel();
    let mut waiting: Vec<_> =
        (0..=WAITING_MESSAGES).map(|_| handle.handle_in_turn(splice(2, 2))).collect();
    let refusal = waiting.pop().unwrap().await.unwrap_err();
    assert!(said(&refusal.message).contains("more to do than it can keep up with"), "{refusal:?}");
}

#[tokio::test]
async fn an_engine_that_has_stopped_refuses_what_is_handed_over_in_turn() {
    let (handle, inbox) = channel();
    drop(inbox);
    let refusal = handle.handle_in_turn(splice(2, 2)).await.unwrap_err();
    assert!(said(&refusal.message).contains("the engine has stopped"), "{refusal:?}");
}

//! Renders a part as the browser would first see it, and reads the markup.

use std::rc::Rc;

use dom_query::Document;
use retake_protocol::command::CommandError;
use retake_protocol::history::{AttemptView, ImageCard, VideoView};
use retake_protocol::queue::{QueueFile, QueueView};
use retake_protocol::shell::ShellView;
use retake_protocol::statistics::Pace;
use retake_protocol::view::{
    Activity, ImageView, PageView, PanelView, QuotaView, SessionView, Totals,
};
use retake_protocol::{
    AttemptId, AttemptOutcome, ImageKind, MediaId, Pick, PostId, Preferences, Prompt, SessionId,
    SessionOutcome,
};
use retake_ui::commands::Dispatcher;
use retake_ui::components::head::Head;
use retake_ui::components::image_card::Card;
use retake_ui::components::make::Make;
use retake_ui::components::notices::{Notices, ShownIn};
use retake_ui::components::queue::Queue;
use retake_ui::components::queue::import::Preview;
use retake_ui::components::result_tile::ResultTile;
use retake_ui::drafts::{DraftField, Drafts};
use retake_ui::state::State;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// What was rendered.
pub(crate) struct Markup(Document);

impl Markup {
    /// The text of the element of this `data-testid`; `None`: there is none.
    pub(crate) fn text(&self, test_id: &str) -> Option<String> {
        let found = self.0.select(&format!("[data-testid=\"{test_id}\"]"));
        found.exists().then(|| found.text().trim().to_owned())
    }

    /// An attribute of it.
    pub(crate) fn attribute(&self, test_id: &str, name: &str) -> Option<String> {
        let found = self.0.select(&format!("[data-testid=\"{test_id}\"]"));
        found.attr(name).map(|value| value.to_string())
    }

    /// Where it stands among all the others; `None`: nowhere.
    pub(crate) fn place(&self, test_id: &str) -> Option<usize> {
        let all = self.0.select("[data-testid]");
        all.iter().position(|one| one.attr("data-testid").as_deref() == Some(test_id))
    }

    /// Whether it is there and can be used.
    pub(crate) fn is_enabled(&self, test_id: &str) -> bool {
        self.text(test_id).is_some() && self.attribute(test_id, "disabled").is_none()
    }
}

/// What stands beside the panel.
#[derive(Clone, Default, PartialEq)]
struct Around {
    shell: Rc<ShellView>,
    drafts: Rc<Drafts>,
    pace: Option<Pace>,
}

#[derive(PartialEq, Properties)]
struct StandProps {
    panel: Rc<PanelView>,
    around: Around,
}

/// Head and the tab below it, as in the app.
#[component]
fn Stand(props: &StandProps) -> Html {
    let state = use_reducer(State::default);
    let image = props.panel.image.as_ref();
    let around = &props.around;
    let draft = image.map(|image| around.drafts.of(&image.media_id)).unwrap_or_default();
    html! {
        <ContextProvider<Dispatcher> context={state.dispatcher()}>
            <Head panel={props.panel.clone()} shell={around.shell.clone()} received_at={0.0}
                draft={draft.clone()} revision={0} pace={around.pace} />
            <Make panel={props.panel.clone()} shell={around.shell.clone()} {draft} revision={0} />
        </ContextProvider<Dispatcher>>
    }
}

/// Head and tab of a state.
pub(crate) fn panel(panel: PanelView) -> Markup {
    stand(panel, Around::default())
}

/// The same, where the newest sessions took this.
pub(crate) fn paced(panel: PanelView, pace: Pace) -> Markup {
    stand(panel, Around { pace: Some(pace), ..Around::default() })
}

/// The same, where the app says this beside.
pub(crate) fn panel_in(panel: PanelView, shell: ShellView) -> Markup {
    stand(panel, Around { shell: Rc::new(shell), ..Around::default() })
}

/// The same, with something typed for its image.
pub(crate) fn typed(panel: PanelView, field: DraftField, text: &str) -> Markup {
    let mut drafts = Drafts::default();
    if let Some(image) = &panel.image {
        drafts.set(&image.media_id, field, Some(text.to_owned()));
    }
    stand(panel, Around { drafts: Rc::new(drafts), ..Around::default() })
}

fn stand(panel: PanelView, around: Around) -> Markup {
    let props = StandProps { panel: Rc::new(panel), around };
    let renderer = LocalServerRenderer::<Stand>::with_props(props).hydratable(false);
    Markup(Document::from(futures_executor::block_on(renderer.render())))
}

#[derive(PartialEq, Properties)]
struct QueueStandProps {
    queue: Rc<QueueView>,
    pace: Option<Pace>,
}

#[component]
fn QueueStand(props: &QueueStandProps) -> Html {
    let state = use_reducer(State::default);
    html! {
        <ContextProvider<Dispatcher> context={state.dispatcher()}>
            <Queue queue={props.queue.clone()} now={0} received_at={0.0} revision={0}
                quota={None::<QuotaView>} pace={props.pace} />
        </ContextProvider<Dispatcher>>
    }
}

/// The queue's tab.
pub(crate) fn queue(queue: QueueView, pace: Option<Pace>) -> Markup {
    let props = QueueStandProps { queue: Rc::new(queue), pace };
    let renderer = LocalServerRenderer::<QueueStand>::with_props(props).hydratable(false);
    Markup(Document::from(futures_executor::block_on(renderer.render())))
}

#[derive(PartialEq, Properties)]
struct PreviewStandProps {
    found: QueueFile,
}

#[component]
fn PreviewStand(props: &PreviewStandProps) -> Html {
    let state = use_reducer(State::default);
    html! {
        <ContextProvider<Dispatcher> context={state.dispatcher()}>
            <Preview found={props.found.clone()} close={Callback::noop()} />
        </ContextProvider<Dispatcher>>
    }
}

/// What is shown of a file for the queue.
pub(crate) fn preview(found: QueueFile) -> Markup {
    let renderer = LocalServerRenderer::<PreviewStand>::with_props(PreviewStandProps { found });
    Markup(Document::from(futures_executor::block_on(renderer.hydratable(false).render())))
}

#[derive(PartialEq, Properties)]
struct TileStandProps {
    attempt: AttemptView,
    is_playing: bool,
}

#[component]
fn TileStand(props: &TileStandProps) -> Html {
    let state = use_reducer(State::default);
    html! {
        <ContextProvider<Dispatcher> context={state.dispatcher()}>
            <ResultTile media_id={lake()} attempt={props.attempt.clone()} is_playing={props.is_playing}
                onplay={Callback::noop()} revision={0} />
        </ContextProvider<Dispatcher>>
    }
}

/// The tile of a finished video.
pub(crate) fn result_tile(video: VideoView, pick: Pick, is_playing: bool) -> Markup {
    let attempt = AttemptView {
        attempt_id: AttemptId::new("pan").expect("an id"),
        session_id: Some(SessionId(1)),
        outcome: AttemptOutcome::Completed,
        layer: None,
        layer_source: None,
        percent: None,
        prompt: None,
        create_time: None,
        length_seconds: Some(6.0),
        resolution: Some("480p".to_owned()),
        derived: None,
        first_seen_at: 0,
        ended_at: Some(9_000),
        video,
        pick,
    };
    let props = TileStandProps { attempt, is_playing };
    let renderer = LocalServerRenderer::<TileStand>::with_props(props).hydratable(false);
    Markup(Document::from(futures_executor::block_on(renderer.render())))
}

#[derive(PartialEq, Properties)]
struct NoticesStandProps {
    error: CommandError,
    shown_in: ShownIn,
}

#[component]
fn NoticesStand(props: &NoticesStandProps) -> Html {
    let state = use_reducer(State::default);
    let told = Rc::new(State::default()).reduce(props.error.clone().into());
    html! {
        <ContextProvider<Dispatcher> context={state.dispatcher()}>
            <Notices shown_in={props.shown_in} notices={told.notices.clone()} downloads={Vec::new()}
                shown={None::<MediaId>} />
        </ContextProvider<Dispatcher>>
    }
}

/// What a window shows of an error.
pub(crate) fn error_in(shown_in: ShownIn, error: CommandError) -> Markup {
    let props = NoticesStandProps { error, shown_in };
    let renderer = LocalServerRenderer::<NoticesStand>::with_props(props).hydratable(false);
    Markup(Document::from(futures_executor::block_on(renderer.render())))
}

#[derive(PartialEq, Properties)]
struct CardStandProps {
    card: ImageCard,
}

#[component]
fn CardStand(props: &CardStandProps) -> Html {
    let state = use_reducer(State::default);
    html! {
        <ContextProvider<Dispatcher> context={state.dispatcher()}>
            <Card card={props.card.clone()} is_open=false toggle={Callback::noop()} now={0} revision={0} />
        </ContextProvider<Dispatcher>>
    }
}

/// The history's card of what is kept under this kind of row.
pub(crate) fn card(kind: ImageKind) -> Markup {
    let card = ImageCard {
        media_id: lake(),
        kind,
        original_prompt: None,
        totals: Totals { attempts: 1, completed: 1, ..Totals::default() },
        sessions: 0,
        is_running: false,
        can_resume: false,
        last_active_at: 0,
    };
    let renderer = LocalServerRenderer::<CardStand>::with_props(CardStandProps { card });
    Markup(Document::from(futures_executor::block_on(renderer.hydratable(false).render())))
}

/// The page shows this image; nothing has run yet.
pub(crate) fn an_image() -> PanelView {
    let image = ImageView {
        media_id: lake(),
        original_prompt: Some(Prompt::new("mountain lake")),
        preferences: Preferences::default(),
        totals: Totals::default(),
    };
    let page = PageView::Image { post_id: PostId::new("lake").expect("an id") };
    PanelView { page, image: Some(image), ..PanelView::default() }
}

/// The page shows the image, and its session does this. 2 of 3 retries are used up, and 1 of 2 videos
/// is made.
pub(crate) fn a_session(activity: Activity) -> PanelView {
    let session = SessionView {
        session_id: SessionId(1),
        media_id: lake(),
        original_prompt: None,
        prompt: Prompt::new("slow pan"),
        max_retries: 3,
        video_goal: 2,
        failures: 2,
        retry_count: 2,
        videos_generated: 1,
        credits_used: 3,
        layer1_failures: 1,
        layer2_failures: 1,
        layer3_failures: 0,
        current_post_id: None,
        outcome: SessionOutcome::Pending,
        can_resume: false,
        started_at: 0,
        ended_at: None,
        activity,
        log: Vec::new(),
    };
    PanelView { session: Some(session), ..an_image() }
}

/// The same, ended.
pub(crate) fn an_end(outcome: SessionOutcome, can_resume: bool) -> PanelView {
    let mut panel = a_session(Activity::Ended);
    if let Some(session) = &mut panel.session {
        session.outcome = outcome;
        session.can_resume = can_resume;
        session.ended_at = Some(60_000);
    }
    panel
}

pub(crate) fn lake() -> MediaId {
    MediaId::new("lake").expect("an id")
}

//! The session panel: what the page shows, what runs, and the controls for it.

use std::rc::Rc;

use retake_protocol::page::PageMove;
use retake_protocol::view::{Activity, ImageView, PageView, PanelView, SessionView};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::allowance::Allowance;
use crate::components::bounds::{Bounds, running};
use crate::components::icon::Icon;
use crate::components::log::Log;
use crate::components::prompt::Controls;
use crate::components::session_stats::SessionStats;
use crate::components::summary::Summary;
use crate::drafts::Drafts;
use crate::status::Status;

/// The engine's state, and when it came.
#[derive(PartialEq, Properties)]
pub struct PanelProps {
    /// What the engine told last.
    pub panel: Rc<PanelView>,
    /// When, by the sidebar's clock in ms.
    pub received_at: f64,
    /// What the user has typed and not sent.
    pub drafts: Rc<Drafts>,
}

/// The panel.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let dispatcher = use_dispatcher();
    let panel = &props.panel;
    let status = Status::of(panel);
    let session = panel.session.clone();
    html! {
        <section class="panel" aria-label="Session">
            <header class="panel-head">
                <span class={classes!("status", format!("tone-{}", status.tone()))} role="status"
                    data-testid="status" data-outcome={status.outcome()}>{ status.word() }</span>
                if let Some(image) = &panel.image {
                    { image_name(image) }
                }
            </header>
            if let Some(session) = &session {
                <SessionStats session={session.clone()} now={panel.now} received_at={props.received_at} />
            }
            { page_hint(&dispatcher, props) }
            if let Some(session) = ended(session.as_ref()) {
                <Summary {session} />
            }
            { controls(props) }
            if running(session.as_ref()).is_none() {
                <Allowance limit={panel.limit.clone()} quota={panel.quota} now={panel.now} />
            }
            if let Some(session) = session {
                <Log lines={session.log} now={panel.now} />
            }
        </section>
    }
}

fn image_name(image: &ImageView) -> Html {
    let prompt = image.original_prompt.as_ref().map(|prompt| prompt.as_str().to_owned());
    html! {
        <div class="image-name">
            <span class="image-prompt">
                { prompt.unwrap_or_else(|| "Image without a prompt".to_owned()) }
            </span>
            <code class="id" data-testid="image-id">{ image.media_id.as_str() }</code>
        </div>
    }
}

fn ended(session: Option<&SessionView>) -> Option<SessionView> {
    session.filter(|session| session.activity == Activity::Ended).cloned()
}

/// What to do where the page shows no image.
fn page_hint(dispatcher: &Dispatcher, props: &PanelProps) -> Html {
    let retry = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_| run(&dispatcher, backend::move_page(PageMove::Reload)))
    };
    match &props.panel.page {
        PageView::NoPost => html! {
            <p class="hint">{ "Open an image on the page to make videos from it." }</p>
        },
        PageView::Loading { .. } => html! {
            <p class="hint">{ "Looking for the image of this page." }</p>
        },
        PageView::NoImage { .. } => html! {
            <p class="hint" role="status">
                { "This page shows no image that Retake can find. Open one of your images, or \
                   reload the page." }
                <button class="button" onclick={retry}>{ "Reload the page" }</button>
            </p>
        },
        PageView::Unreachable { message } => html! {
            <p class="hint" role="status" data-testid="page-problem">
                { format!("{message}. The history below works on.") }
                <button class="button" onclick={retry}>
                    { Icon::Rotate.html() }{ "Try again" }
                </button>
            </p>
        },
        PageView::Image { .. } => Html::default(),
    }
}

fn controls(props: &PanelProps) -> Html {
    let panel = &props.panel;
    let is_shown = matches!(panel.page, PageView::Image { .. } | PageView::Loading { .. });
    if !is_shown {
        return Html::default();
    }
    let image = panel.image.clone();
    let draft = image.as_ref().map(|image| props.drafts.of(&image.media_id)).unwrap_or_default();
    // Another image's question is not this one's.
    let key = image.as_ref().map(|image| image.media_id.to_string()).unwrap_or_default();
    html! {
        <>
            <Bounds key={format!("bounds {key}")} image={image.clone()}
                session={panel.session.clone()} draft={draft.clone()} />
            <Controls key={format!("controls {key}")} {image} session={panel.session.clone()}
                {draft} />
        </>
    }
}

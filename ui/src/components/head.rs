//! The head, which never scrolls away: the state in letters that can be read at two metres, the one
//! button that fits it, what comes next, the numbers and the image (spec L1).

use std::rc::Rc;

use retake_locale::{Text, text};
use retake_protocol::MediaId;
use retake_protocol::page::PageMove;
use retake_protocol::shell::ShellView;
use retake_protocol::statistics::Pace;
use retake_protocol::view::{Activity, ImageView, PageView, PanelView, SessionView};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::actions::Actions;
use crate::components::allowance::Allowance;
use crate::components::copy::Copy;
use crate::components::icon::Icon;
use crate::components::next::Next;
use crate::components::picture::Picture;
use crate::drafts::{Draft, running};
use crate::format::{image_name, outcome_sentence};
use crate::status::{Status, activity};
use crate::words::intl;
use crate::words::say;
use crate::words::session::no_image;

/// The state of session and app, and when it came.
#[derive(PartialEq, Properties)]
pub struct HeadProps {
    /// What the session machine knows.
    pub panel: Rc<PanelView>,
    /// What the app around it knows.
    pub shell: Rc<ShellView>,
    /// When, by the sidebar's clock in ms.
    pub received_at: f64,
    /// What the user has typed for the image and not sent.
    pub draft: Draft,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// What the newest sessions took, once that is known.
    pub pace: Option<Pace>,
}

/// The head.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let dispatcher = use_dispatcher();
    let HeadProps { panel, shell, .. } = props;
    let status = Status::of(panel, shell);
    let session = panel.session.as_ref();
    html! {
        <section class={classes!("head", format!("head-{}", status.tone()))} aria-label={say(text::session())}>
            <p class={classes!("status", format!("tone-{}", status.tone()))} data-testid="status"
                data-outcome={status.outcome()}>{ status.word() }</p>
            <p class="unseen" role="status" data-testid="announcement">{ announcement(panel, status) }</p>
            <Actions image={panel.image.clone()} session={panel.session.clone()}
                draft={props.draft.clone()} pace={props.pace}
                is_loading={matches!(panel.page, PageView::Loading { .. })} />
            <div class="head-more">
                if let Some(session) = session {
                    <Next session={session.clone()} now={panel.now} received_at={props.received_at} />
                }
                { page_hint(&dispatcher, panel, shell, props.revision) }
                if running(session).is_none() {
                    <Allowance limit={panel.limit.clone()} quota={panel.quota} now={panel.now}
                        received_at={props.received_at} />
                }
                if let Some(session) = session {
                    { numbers(session) }
                }
                if let Some(image) = &panel.image {
                    { name(image, props.revision) }
                }
            </div>
        </section>
    }
}

/// What a screen reader says when the state changes: no countdown and no percent, which would never end.
fn announcement(panel: &PanelView, status: Status) -> String {
    let word = status.word();
    match panel.session.as_ref().map(|session| (session, &session.activity)) {
        Some((session, Activity::Ended)) => {
            format!("{word}. {}", say(outcome_sentence(session.outcome)))
        }
        Some((session, Activity::NeedsUser { .. })) => format!("{word}. {}", activity(session)),
        _ => word,
    }
}

fn numbers(session: &SessionView) -> Html {
    let number = |name: Text, test_id: &'static str, value: String| {
        html! {
            <div class="number"><dt>{ say(name) }</dt><dd data-testid={test_id}>{ value }</dd></div>
        }
    };
    html! {
        <dl class="numbers">
            { number(text::session_videos(), "videos-count",
                of(session.videos_generated, session.video_goal)) }
            { number(text::session_retries(), "retry-count",
                of(session.retry_count, session.max_retries)) }
            { number(text::session_credits(), "credits-used", intl::number(session.credits_used)) }
        </dl>
    }
}

/// `1/3`.
fn of(some: u32, all: u32) -> String {
    format!("{}/{}", intl::number(some), intl::number(all))
}

/// Which image this is: its picture and prompt; its id is for the clipboard.
fn name(image: &ImageView, revision: u32) -> Html {
    let media_id = image.media_id.as_str().to_owned();
    html! {
        <div class="head-image">
            <Picture class="head-picture" media_id={image.media_id.clone()} {revision} />
            <span class="image-prompt grow">{ image_name(image.original_prompt.as_ref()) }</span>
            <code class="unseen" data-testid="image-id">{ media_id.clone() }</code>
            <Copy text={media_id} label={say(text::copy_id())} test_id="copy-id" />
        </div>
    }
}

/// One of the images that a video was made of, to be opened (spec B4).
fn source(dispatcher: &Dispatcher, media_id: &MediaId, number: u32, revision: u32) -> Html {
    let onclick = {
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        Callback::from(move |_: MouseEvent| {
            let media_id = media_id.clone();
            run(&dispatcher, async move { backend::open_image(&media_id).await });
        })
    };
    html! {
        <button class="button" key={media_id.as_str().to_owned()} data-testid="open-source" {onclick}>
            <Picture class="head-picture" media_id={media_id.clone()} {revision} />
            { say(text::hint_open_image(number)) }
        </button>
    }
}

/// What to do where the page shows no image.
fn page_hint(dispatcher: &Dispatcher, panel: &PanelView, shell: &ShellView, revision: u32) -> Html {
    let retry = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| run(&dispatcher, backend::move_page(PageMove::Reload)))
    };
    if let Some(message) = &shell.unreachable {
        return html! {
            <div class="next-line" role="status" data-testid="page-problem">
                <p>{ say(text::hint_unreachable(message.clone())) }</p>
                <button class="button" data-testid="try-page-again" onclick={retry}>
                    { Icon::Rotate.html() }{ say(text::hint_try_again()) }
                </button>
            </div>
        };
    }
    match &panel.page {
        PageView::NoPost => html! {
            <p class="next-line">{ say(text::hint_no_post()) }</p>
        },
        PageView::Loading { .. } => {
            html! { <p class="next-line">{ say(text::hint_looking()) }</p> }
        }
        PageView::NoImage { why, sources, .. } => html! {
            <div class="next-line" role="status">
                <p>{ say(no_image(*why)) }</p>
                if sources.is_empty() {
                    <button class="button" data-testid="reload-page" onclick={retry}>
                        { Icon::Rotate.html() }{ say(text::hint_reload()) }
                    </button>
                } else {
                    <div class="head-sources">{ for (1..).zip(sources).map(|(number, media_id)| {
                        source(dispatcher, media_id, number, revision)
                    }) }</div>
                }
            </div>
        },
        PageView::Image { .. } => html! { <></> },
    }
}

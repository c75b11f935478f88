//! The tab in which videos are made: limits, prompt, results of the last session, its log, and the
//! sessions of other images.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::shell::ShellView;
use retake_protocol::view::{Activity, PageView, PanelView};
use yew::prelude::*;

use crate::components::bounds::Bounds;
use crate::components::elsewhere::Elsewhere;
use crate::components::log::Log;
use crate::components::prompt::PromptBox;
use crate::components::results::Results;
use crate::drafts::Draft;
use crate::words::say;

/// The state of session and app.
#[derive(PartialEq, Properties)]
pub struct MakeProps {
    /// What the session machine knows.
    pub panel: Rc<PanelView>,
    /// What the app around it knows.
    pub shell: Rc<ShellView>,
    /// What the user has typed for the image and not sent.
    pub draft: Draft,
    /// Counts changes of what is stored.
    pub revision: u32,
}

/// The tab.
#[component]
pub fn Make(props: &MakeProps) -> Html {
    let panel = &props.panel;
    let session = panel.session.clone();
    let ended = session.clone().filter(|session| session.activity == Activity::Ended);
    html! {
        <>
            <div class="part">
                if let Some(session) = ended {
                    <Results key={session.session_id.0} session={session.clone()}
                        revision={props.revision} />
                }
            </div>
            <div class="part">{ controls(props) }</div>
            <div class="part">
                if let Some(session) = session {
                    <Log lines={session.log} now={panel.now} />
                }
            </div>
            <div class="part"><Elsewhere sessions={panel.elsewhere.clone()} /></div>
        </>
    }
}

fn controls(props: &MakeProps) -> Html {
    let panel = &props.panel;
    let has_post = matches!(panel.page, PageView::Image { .. } | PageView::Loading { .. });
    if !has_post || props.shell.unreachable.is_some() {
        return html! {
            <p class="hint">{ say(text::make_empty()) }</p>
        };
    }
    let image = panel.image.clone();
    // Another image's question is not this one's.
    let key = image.as_ref().map(|image| image.media_id.to_string()).unwrap_or_default();
    html! {
        <div class="controls" {key}>
            <Bounds image={image.clone()} session={panel.session.clone()}
                draft={props.draft.clone()} />
            <PromptBox {image} session={panel.session.clone()} draft={props.draft.clone()} />
        </div>
    }
}

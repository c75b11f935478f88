//! Sessions of images that are not on the page: they wait, and say so (spec C16).

use retake_locale::text;
use retake_protocol::view::SessionView;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::icon::Icon;
use crate::words::say;

/// The waiting sessions.
#[derive(PartialEq, Properties)]
pub struct ElsewhereProps {
    /// Each of another image.
    pub sessions: Vec<SessionView>,
}

/// The list; nothing where none waits.
#[component]
pub fn Elsewhere(props: &ElsewhereProps) -> Html {
    let dispatcher = use_dispatcher();
    if props.sessions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="elsewhere" aria-label={say(text::waiting_label())}>
            <h2>{ say(text::waiting_title()) }</h2>
            <ul>{ for props.sessions.iter().map(|session| waiting(&dispatcher, session)) }</ul>
        </section>
    }
}

fn waiting(dispatcher: &Dispatcher, session: &SessionView) -> Html {
    let name = session.original_prompt.as_ref().unwrap_or(&session.prompt).as_str().to_owned();
    let onclick = {
        let (dispatcher, media_id) = (dispatcher.clone(), session.media_id.clone());
        Callback::from(move |_: MouseEvent| {
            let media_id = media_id.clone();
            run(&dispatcher, async move { backend::open_image(&media_id).await });
        })
    };
    let stop = {
        let (dispatcher, media_id) = (dispatcher.clone(), session.media_id.clone());
        Callback::from(move |_: MouseEvent| {
            let media_id = media_id.clone();
            run(&dispatcher, async move { backend::stop_session(Some(&media_id)).await });
        })
    };
    html! {
        <li key={session.media_id.as_str().to_owned()}>
            { Icon::Pause.html() }
            <span class="grow ellipsis">{ name }</span>
            <span class="figures">
                { say(text::videos_of_goal(session.videos_generated, session.video_goal)) }
            </span>
            <button class="button button-plain" {onclick}>{ say(text::open()) }</button>
            <button class="button button-plain" data-testid="stop-elsewhere" onclick={stop}>
                { Icon::Square.html() }{ say(text::stop()) }
            </button>
        </li>
    }
}

//! What stands above everything until the user has decided: a window that is to close in mid-session,
//! sessions that were cut off.

use retake_locale::text;
use retake_protocol::view::SessionView;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::format::image_name;
use crate::hooks::use_shortcuts::CLOSE;
use crate::state::{About, Action, Named};
use crate::words::say;

/// What there is to decide.
#[derive(PartialEq, Properties)]
pub struct BannersProps {
    /// Whether the window is to close while a session runs.
    pub is_close_asked: bool,
    /// Sessions that the app's last end cut off, newest first.
    pub interrupted: Vec<SessionView>,
}

/// The banners; nothing where there is nothing to decide.
#[component]
pub fn Banners(props: &BannersProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_dismissed = use_state(|| false);
    let dismiss = {
        let is_dismissed = is_dismissed.clone();
        Callback::from(move |_| is_dismissed.set(true))
    };
    html! {
        <>
            if props.is_close_asked {
                { close_question(&dispatcher) }
            }
            if !props.interrupted.is_empty() && !*is_dismissed {
                { interrupted(&dispatcher, props, dismiss) }
            }
        </>
    }
}

fn close_question(dispatcher: &Dispatcher) -> Html {
    let press = |close: bool| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| {
            run(&dispatcher, async move {
                if close { backend::close_window().await } else { backend::keep_open().await }
            });
        })
    };
    html! {
        <div class="question" role="alertdialog" aria-label={say(text::close_title())} data-testid="close-question">
            <p>{ say(text::close_question()) }</p>
            <button class="button" data-testid="keep-open" onclick={press(false)}
                aria-keyshortcuts={CLOSE}>{ say(text::close_no()) }</button>
            <button class="button button-danger" data-testid="close-window" onclick={press(true)}>
                { say(text::close_yes()) }
            </button>
        </div>
    }
}

fn interrupted(
    dispatcher: &Dispatcher,
    props: &BannersProps,
    dismiss: Callback<MouseEvent>,
) -> Html {
    let number = u32::try_from(props.interrupted.len()).unwrap_or(u32::MAX);
    let row = |session: &SessionView| {
        let image = Named {
            media_id: session.media_id.clone(),
            name: image_name(session.original_prompt.as_ref().or(Some(&session.prompt))),
        };
        let name = image.name.clone();
        let dispatcher = dispatcher.clone();
        let onclick = Callback::from(move |_| {
            dispatcher.dispatch(Action::Notify(About::Resuming(image.clone())));
        });
        html! {
            <li key={session.session_id.0}>
                <span class="grow ellipsis">{ name }</span>
                <span class="figures">
                    { say(text::videos_of_goal(session.videos_generated, session.video_goal)) }
                </span>
                <button class="button button-plain" data-testid="resume-interrupted" {onclick}>
                    { say(text::resume()) }
                </button>
            </li>
        }
    };
    html! {
        <section class="elsewhere" aria-label={say(text::interrupted_label())} data-testid="interrupted">
            <div class="queue-head">
                <h2>{ say(text::interrupted_title(number)) }</h2>
                <button class="button button-plain" data-testid="dismiss-interrupted" onclick={dismiss}>
                    { say(text::dismiss()) }
                </button>
            </div>
            <ul>{ for props.interrupted.iter().map(row) }</ul>
        </section>
    }
}

//! What the user is to read, in one stack at the top: refusals, what was done, deletions that can be
//! undone, resumes that wait for the page. None hides another, and each says what it is about.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use retake_locale::{Text, text};
use retake_protocol::MediaId;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::download::DownloadView;
use yew::prelude::*;

use crate::backend;
use crate::browser;
use crate::commands::{run, run_and_tell, use_dispatcher};
use crate::components::downloads::Downloads;
use crate::components::remedy::ErrorRemedyButton;
use crate::hooks::use_now::{Ticking, use_now};
use crate::state::{About, Action, Named, Notice, Undo};
use crate::words::intl;
use crate::words::say;

/// How long one sentence about what was done stays, in ms. A list stays until it is closed.
const SHORT_MS: u32 = 10_000;
/// How long a deletion can be undone, in ms.
const UNDO_MS: u32 = 10_000;
/// How long the page may take to show an image that is to be resumed, in ms.
const PATIENCE_MS: u32 = 30_000;

/// Which window the stack stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownIn {
    /// The sidebar, which has the tabs.
    Sidebar,
    /// The library.
    Library,
}

impl ShownIn {
    /// Whether a remedy can be pressed there.
    fn has(self, remedy: &Remedy) -> bool {
        self == Self::Sidebar || *remedy != Remedy::ShowQueue
    }
}

/// The stack.
#[derive(PartialEq, Properties)]
pub struct NoticesProps {
    /// Where it stands.
    pub shown_in: ShownIn,
    /// Oldest first.
    pub notices: Rc<Vec<Notice>>,
    /// What the page downloads.
    pub downloads: Vec<DownloadView>,
    /// The image that the page shows now.
    pub shown: Option<MediaId>,
}

/// The notices, newest last.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let dispatcher = use_dispatcher();
    let one = |notice: &Notice| {
        let seen = {
            let (dispatcher, number) = (dispatcher.clone(), notice.number);
            Callback::from(move |()| dispatcher.dispatch(Action::Seen(number)))
        };
        let key = notice.number;
        match &notice.about {
            About::Refused(message, remedy) => html! {
                <Refused {key} message={message.clone()} {seen}
                    remedy={remedy.clone().filter(|remedy| props.shown_in.has(remedy))} />
            },
            About::Done(lines) => html! { <Done {key} lines={lines.clone()} {seen} /> },
            About::Forgetting(image) => html! {
                <Forgetting {key} image={image.clone()} {seen} />
            },
            About::Removed(words, undo) => html! {
                <Removed {key} words={words.clone()} undo={undo.clone()} {seen} />
            },
            About::Resuming(image) => html! {
                <Resuming {key} image={image.clone()}
                    is_shown={props.shown.as_ref() == Some(&image.media_id)} {seen} />
            },
        }
    };
    html! {
        <div class="notices" data-testid="notices">
            { for props.notices.iter().map(one) }
            <Downloads downloads={props.downloads.clone()} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct RefusedProps {
    message: Text,
    remedy: Option<Remedy>,
    seen: Callback<()>,
}

#[component]
fn Refused(props: &RefusedProps) -> Html {
    html! {
        <div class="notice" role="alert" data-testid="refusal">
            <span>{ say(props.message.clone()) }</span>
            if let Some(remedy) = props.remedy.clone() {
                <ErrorRemedyButton {remedy} onpress={props.seen.clone()} />
            }
            <button class="button button-plain" onclick={props.seen.reform(|_| ())}>{ say(text::ok()) }</button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct DoneProps {
    lines: Vec<Text>,
    seen: Callback<()>,
}

#[component]
fn Done(props: &DoneProps) -> Html {
    {
        let seen = props.seen.clone();
        use_effect_with(props.lines.len() <= 2, move |is_short| {
            let timeout = is_short.then(|| Timeout::new(SHORT_MS, move || seen.emit(())));
            move || drop(timeout)
        });
    }
    html! {
        <div class="notice notice-done" role="status" data-testid="told">
            <span>{ for props.lines.iter().map(|line| html! { <p>{ say(line.clone()) }</p> }) }</span>
            <button class="button button-plain" data-testid="told-seen"
                onclick={props.seen.reform(|_| ())}>{ say(text::ok()) }</button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct RemovedProps {
    words: Text,
    undo: Undo,
    seen: Callback<()>,
}

/// It is gone already; the button brings it back.
#[component]
fn Removed(props: &RemovedProps) -> Html {
    let dispatcher = use_dispatcher();
    {
        let seen = props.seen.clone();
        use_effect_with((), move |()| {
            let timeout = Timeout::new(SHORT_MS, move || seen.emit(()));
            move || drop(timeout)
        });
    }
    let onclick = {
        let (undo, seen) = (props.undo.clone(), props.seen.clone());
        Callback::from(move |_: MouseEvent| {
            seen.emit(());
            let (of_undo, undo) = (dispatcher.clone(), undo.clone());
            run(&dispatcher, async move {
                bring_back(undo).await?;
                of_undo.dispatch(Action::BroughtBack);
                Ok(())
            });
        })
    };
    html! {
        <div class="notice notice-done" role="status" data-testid="removed">
            <span>{ say(props.words.clone()) }</span>
            <button class="button" data-testid="removed-undo" {onclick}>{ say(text::notice_undo()) }</button>
        </div>
    }
}

async fn bring_back(undo: Undo) -> Result<(), CommandError> {
    match undo {
        Undo::Queue(entries) => {
            for entry in &entries {
                backend::change_queue(entry).await?;
            }
            Ok(())
        }
        Undo::Prompt(kept) => backend::keep_prompt(&kept).await,
    }
}

#[derive(PartialEq, Properties)]
struct ForgettingProps {
    image: Named,
    seen: Callback<()>,
}

/// Ten seconds to think again. The history is deleted when they have passed; where Retake is closed
/// before, it stays.
#[component]
fn Forgetting(props: &ForgettingProps) -> Html {
    let dispatcher = use_dispatcher();
    let go = {
        let (dispatcher, seen) = (dispatcher.clone(), props.seen.clone());
        let media_id = props.image.media_id.clone();
        Callback::from(move |()| {
            let (media_id, seen) = (media_id.clone(), seen.clone());
            run_and_tell(&dispatcher, async move {
                let outcome = backend::forget_history(Some(&media_id)).await;
                seen.emit(());
                outcome
            });
        })
    };
    {
        let go = go.clone();
        use_effect_with((), move |()| {
            let timeout = Timeout::new(UNDO_MS, move || go.emit(()));
            move || drop(timeout)
        });
    }
    let began_at = use_state(browser::clock);
    let passed = use_now(Ticking::On) - *began_at;
    let left = ((f64::from(UNDO_MS) - passed) / 1000.0).ceil().max(0.0);
    html! {
        <div class="notice" role="status" data-testid="forgetting">
            <span>{ say(text::notice_deleting(props.image.name.as_str())) }</span>
            <button class="button" data-testid="forget-undo"
                onclick={props.seen.reform(|_| ())}>
                { say(text::notice_undo()) }<span class="figures" aria-hidden="true">{ format!(" ({left})") }</span>
            </button>
            <button class="button button-danger" data-testid="forget-now"
                onclick={go.reform(|_| ())}>{ say(text::notice_delete_now()) }</button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ResumingProps {
    image: Named,
    /// Whether the page shows it now.
    is_shown: bool,
    seen: Callback<()>,
}

/// Resuming is for the image on the page (spec C13), so the image is opened first. Who opens another
/// one, or waits too long, resumes nothing.
#[component]
fn Resuming(props: &ResumingProps) -> Html {
    let dispatcher = use_dispatcher();
    {
        let (dispatcher, seen) = (dispatcher.clone(), props.seen.clone());
        let Named { media_id, name } = props.image.clone();
        use_effect_with((), move |()| {
            run(&dispatcher, async move { backend::open_image(&media_id).await });
            let timeout = Timeout::new(PATIENCE_MS, move || {
                seen.emit(());
                dispatcher.dispatch(Action::refused(say(text::notice_not_resumed(
                    name,
                    intl::duration(PATIENCE_MS.into()),
                ))));
            });
            move || drop(timeout)
        });
    }
    {
        let (dispatcher, seen) = (dispatcher.clone(), props.seen.clone());
        let media_id = props.image.media_id.clone();
        use_effect_with(props.is_shown, move |is_shown| {
            if *is_shown {
                seen.emit(());
                run(&dispatcher, async move { backend::resume_session(Some(&media_id)).await });
            }
        });
    }
    html! {
        <div class="notice notice-done" role="status">
            <span>{ say(text::notice_resuming(props.image.name.as_str())) }</span>
            <button class="button" onclick={props.seen.reform(|_| ())}>{ say(text::cancel()) }</button>
        </div>
    }
}

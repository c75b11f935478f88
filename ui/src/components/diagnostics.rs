//! Health: what Retake finds on the page and how, what was not as expected, and what the user can do
//! about it: point at a control that was not found, or copy a report (spec P1–P3). It ends with which
//! Retake this is (spec G5).

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::health::{About, ControlPiece, Found};
use retake_protocol::view::{Diagnostic, GenerationView};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::about::use_about;
use crate::components::copy::Copy;
use crate::components::generations::Generations;
use crate::components::icon::Icon;
use crate::components::machine::MachineHealth;
use crate::components::when::When;
use crate::health::{name_of, report};
use crate::hooks::use_turns::use_turns;
use crate::state::{About as Message, Action};
use crate::words::intl::ago;
use crate::words::{self, say};

/// The problems.
#[derive(PartialEq, Properties)]
pub struct DiagnosticsProps {
    /// Whether the section can be seen: the page is asked only then.
    pub is_shown: bool,
    /// Newest first.
    pub problems: Rc<Vec<Diagnostic>>,
    /// The last generations of the image on the page, newest first.
    pub generations: Vec<GenerationView>,
    /// The file that a recording is being written to.
    pub recording: Option<String>,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// The section.
#[component]
pub fn Diagnostics(props: &DiagnosticsProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_open = props.is_shown;
    let found = use_state(|| None::<Rc<Vec<Found>>>);
    // Counts the looks: the page is asked once for each.
    let looks = use_state(|| 0_u32);
    let is_pointing = use_state(|| false);
    let turns = use_turns();
    {
        let (found, dispatcher) = (found.clone(), dispatcher.clone());
        use_effect_with((is_open, *looks), move |(is_open, _)| {
            if !is_open {
                return;
            }
            let take = move |all| found.set(Some(Rc::new(all)));
            turns.ask(&dispatcher, backend::page_health(), take);
        });
    }
    let look = {
        let looks = looks.clone();
        Callback::from(move |()| looks.set(*looks + 1))
    };
    let point = {
        let (dispatcher, look, is_pointing) =
            (dispatcher.clone(), look.clone(), is_pointing.clone());
        Callback::from(move |piece: ControlPiece| {
            is_pointing.set(true);
            let (dispatcher, look, is_pointing) =
                (dispatcher.clone(), look.clone(), is_pointing.clone());
            spawn_local(async move {
                let outcome = backend::pick_control(piece).await;
                is_pointing.set(false);
                look.emit(());
                dispatcher.dispatch(match outcome {
                    Ok(done) => Action::Notify(Message::Done(done.lines)),
                    Err(error) => error.into(),
                });
            });
        })
    };
    let about = use_about();
    let problems = &props.problems;
    html! {
        <div data-testid="diagnostics">
            if *is_pointing {
                { pointing(&dispatcher) }
            }
            <h3>{ say(text::health_on_page()) }</h3>
            if let Some(found) = &*found {
                <ul class="rows">{ for found.iter().map(|one| piece(one, &point)) }</ul>
            }
            <MachineHealth />
            <h3>{ say(text::health_last_videos()) }</h3>
            <Generations generations={props.generations.clone()} now={props.now} />
            <h3>{ say(text::health_problems()) }</h3>
            if problems.is_empty() {
                <p class="hint">{ say(text::health_fine()) }</p>
            }
            <ul class="rows">{ for problems.iter().map(|one| problem(one, props.now)) }</ul>
            { tools(&dispatcher, props, about.as_ref(), found.as_deref(), &look) }
        </div>
    }
}

/// What to do now, and a way out: the page has the pointer.
fn pointing(dispatcher: &Dispatcher) -> Html {
    let dispatcher = dispatcher.clone();
    let stop = Callback::from(move |_| run(&dispatcher, backend::stop_picking()));
    html! {
        <div class="notice notice-done" role="status">
            <span>{ say(text::health_pick_hint()) }</span>
            <button class="button" data-testid="stop-picking" onclick={stop}>{ say(text::cancel()) }</button>
        </div>
    }
}

fn piece(found: &Found, point: &Callback<ControlPiece>) -> Html {
    let (icon, tone, how) = match (&found.how, found.ago) {
        (Some(how), _) => (Icon::Check, "tone-success", how.clone()),
        (None, Some(span)) => {
            (Icon::Minus, "tone-quiet", say(text::health_missing_since(ago(-span, 0))))
        }
        (None, None) => (Icon::Minus, "tone-quiet", say(text::health_missing())),
    };
    let control = match found.piece.as_str() {
        "prompt_box" => Some(ControlPiece::PromptBox),
        "generate_control" => Some(ControlPiece::GenerateControl),
        _ => None,
    };
    html! {
        <li class="row" data-testid="piece" data-piece={found.piece.clone()}
            data-outcome={if found.how.is_some() { "found" } else { "missing" }}>
            <span class={tone}>{ icon.html() }</span>
            <span class="grow">
                { name_of(&found.piece) }
                <code class="id piece-how">
                    { how }
                </code>
            </span>
            if let Some(control) = control {
                <button class="button button-plain" data-testid="pick"
                    onclick={point.reform(move |_| control)}>{ say(text::health_pick()) }</button>
            }
        </li>
    }
}

fn problem(problem: &Diagnostic, now: Millis) -> Html {
    html! {
        <li class="row">
            <span class="grow">
                { say(words::problem::problem(problem.kind)) }
                <code class="id piece-how">{ &problem.message }</code>
            </span>
            if problem.count > 1 {
                <span class="figures">{ format!("{}×", problem.count) }</span>
            }
            <When at={problem.at} {now} />
        </li>
    }
}

fn tools(
    dispatcher: &Dispatcher,
    props: &DiagnosticsProps,
    about: Option<&About>,
    found: Option<&Vec<Found>>,
    look: &Callback<()>,
) -> Html {
    let found = found.map(Vec::as_slice).unwrap_or_default();
    html! {
        <div class="card-tools">
            <button class="button button-plain" data-testid="look-again"
                onclick={look.reform(|_| ())}>{ say(text::health_look_again()) }</button>
            <Copy text={report(about, found, &props.problems)} label={say(text::health_copy_report())} test_id="copy-report" />
            { recording(dispatcher, props) }
            <span class="hint">
                { say(text::health_report_hint()) }
            </span>
        </div>
    }
}

/// A recording runs until it is ended here, or with the app.
fn recording(dispatcher: &Dispatcher, props: &DiagnosticsProps) -> Html {
    let is_on = props.recording.is_some();
    let dispatcher = dispatcher.clone();
    let onclick = Callback::from(move |_| {
        let dispatcher = dispatcher.clone();
        spawn_local(async move {
            let call = if is_on {
                backend::stop_recording().await
            } else {
                backend::start_recording().await
            };
            dispatcher.dispatch(match call {
                Ok(done) => Action::Notify(Message::Done(done.lines)),
                Err(error) => error.into(),
            });
        });
    });
    html! {
        <button class="button button-plain" data-testid="record" {onclick}>
            { say(if is_on { text::health_record_stop() } else { text::health_record() }) }
        </button>
    }
}

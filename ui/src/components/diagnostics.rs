//! What was not as expected on the page or in a command, newest first.

use std::rc::Rc;

use retake_protocol::view::Diagnostic;
use yew::prelude::*;

use crate::components::icon::Icon;

/// The problems.
#[derive(PartialEq, Properties)]
pub struct DiagnosticsProps {
    /// Newest first.
    pub problems: Rc<Vec<Diagnostic>>,
}

/// The list, folded away.
#[component]
pub fn Diagnostics(props: &DiagnosticsProps) -> Html {
    let problems = &props.problems;
    html! {
        <details class="fold" name="fold" data-testid="diagnostics">
            <summary>
                { Icon::Chevron.html() }{ "Health" }
                if !problems.is_empty() {
                    <span class="badge">{ problems.len() }</span>
                }
            </summary>
            if problems.is_empty() {
                <p class="hint">{ "Everything is as expected." }</p>
            }
            <ul class="rows">
                { for problems.iter().map(|problem| html! {
                    <li class="row">
                        <span class="grow">{ &problem.message }</span>
                        <span class="figures">{ format!("{}×", problem.count) }</span>
                    </li>
                }) }
            </ul>
        </details>
    }
}

//! Nothing can be stored: why, and a look at the folder where it fails (spec R5, L5).

use retake_locale::text;
use yew::prelude::*;

use crate::backend;
use crate::commands::{run, use_dispatcher};
use crate::words::say;

/// The problem.
#[derive(PartialEq, Properties)]
pub struct StorageProblemProps {
    /// Why, in plain words, without a full stop.
    pub problem: String,
}

/// The notice.
#[component]
pub fn StorageProblem(props: &StorageProblemProps) -> Html {
    let dispatcher = use_dispatcher();
    let onclick =
        Callback::from(move |_: MouseEvent| run(&dispatcher, backend::open_data_folder()));
    html! {
        <div class="notice" role="alert" data-testid="storage-problem">
            <span>
                { say(text::storage_problem(props.problem.as_str())) }
            </span>
            <button class="button" data-testid="open-folder" {onclick}>{ say(text::data_show()) }</button>
        </div>
    }
}

//! Nothing can be stored: why, and a look at the folder where it fails (spec R5, L5).

use yew::prelude::*;

use crate::backend;
use crate::commands::{run, use_dispatcher};

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
                { format!("Can't save to disk: {}. What is shown below is what could be read; \
                    sessions can't be started.", props.problem) }
            </span>
            <button class="button" data-testid="open-folder" {onclick}>{ "Open folder" }</button>
        </div>
    }
}

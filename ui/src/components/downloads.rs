//! What the page itself downloads: how far it is, where it went, or why it did not come.

use retake_protocol::download::{DownloadState, DownloadView};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::format::bytes;

/// The downloads.
#[derive(PartialEq, Properties)]
pub struct DownloadsProps {
    /// Oldest first.
    pub downloads: Vec<DownloadView>,
}

/// One notice each.
#[component]
pub fn Downloads(props: &DownloadsProps) -> Html {
    let dispatcher = use_dispatcher();
    html! { <>{ for props.downloads.iter().map(|one| notice(&dispatcher, one)) }</> }
}

fn notice(dispatcher: &Dispatcher, download: &DownloadView) -> Html {
    let number = download.number;
    let press = |label: &'static str, test_id: &'static str, what: Press| {
        let dispatcher = dispatcher.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            run(&dispatcher, async move {
                match what {
                    Press::Cancel => backend::cancel_download(number).await,
                    Press::Show => backend::show_download(number).await,
                    Press::Dismiss => backend::dismiss_download(number).await,
                }
            });
        });
        html! { <button class="button button-plain" data-testid={test_id} {onclick}>{ label }</button> }
    };
    let seen = || press("OK", "download-seen", Press::Dismiss);
    let name = &download.name;
    let (tone, words, buttons) = match &download.state {
        DownloadState::Running { bytes: come, of } => {
            let of = of.map(|of| format!(" of {}", bytes(of))).unwrap_or_default();
            let words = format!("Saving {name}: {}{of}", bytes(*come));
            (true, words, press("Cancel", "download-cancel", Press::Cancel))
        }
        DownloadState::Saved { path } => (
            true,
            format!("Saved to {path}"),
            html! { <>{ press("Show", "download-show", Press::Show) }{ seen() }</> },
        ),
        DownloadState::Refused { reason } | DownloadState::Failed { reason } => {
            (false, format!("{name} was not saved. {reason}"), seen())
        }
    };
    html! {
        <div key={number.0} class={classes!("notice", tone.then_some("notice-done"))} role="status"
            data-testid="download">
            <span>{ words }</span>{ buttons }
        </div>
    }
}

#[derive(Clone, Copy)]
enum Press {
    Cancel,
    Show,
    Dismiss,
}

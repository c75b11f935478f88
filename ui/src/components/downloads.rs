//! What the page itself downloads: how far it is, where it went, or why it did not come.

use retake_locale::{Text, text};
use retake_protocol::download::{DownloadState, DownloadView};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::words::intl::bytes;
use crate::words::say;

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
    let press = |label: Text, test_id: &'static str, what: Press| {
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
        html! { <button class="button button-plain" data-testid={test_id} {onclick}>{ say(label) }</button> }
    };
    let seen = || press(text::ok(), "download-seen", Press::Dismiss);
    let name = &download.name;
    let (tone, words, buttons) = match &download.state {
        DownloadState::Running { bytes: come, of } => {
            let (name, come) = (name.as_str(), bytes(*come));
            let words = match of {
                Some(all) => text::download_running_of(name, come, bytes(*all)),
                None => text::download_running(name, come),
            };
            (true, words, press(text::cancel(), "download-cancel", Press::Cancel))
        }
        DownloadState::Saved { path } => (
            true,
            text::download_saved(path.as_str()),
            html! { <>{ press(text::data_show(), "download-show", Press::Show) }{ seen() }</> },
        ),
        DownloadState::Refused { reason } | DownloadState::Failed { reason } => {
            (false, text::download_failed(name.as_str(), reason.as_str()), seen())
        }
    };
    html! {
        <div key={number.0} class={classes!("notice", tone.then_some("notice-done"))} role="status"
            data-testid="download">
            <span>{ say(words) }</span>{ buttons }
        </div>
    }
}

#[derive(Clone, Copy)]
enum Press {
    Cancel,
    Show,
    Dismiss,
}

//! What the rest of Retake asks of Grok's page: questions to the page script, and what the engine has done
//! there. Where the page goes, and how large it is, is the parent's.

use anyhow::Context as _;
use retake_protocol::MediaId;
use retake_protocol::observer::PageAction;
use serde::Serialize;
use serde_json::Value;
use tauri::window::{ProgressBarState, ProgressBarStatus};
use tauri::{AppHandle, Manager as _};

use super::{GROK, MAIN, show_page};
use crate::closing::Closing;
use crate::engine_task::Page;
use crate::grok_url::GrokUrl;
use crate::notifications::{Notice, WindowStatus};
use crate::pictures::{Pictures, Wanted};
use crate::settings::SettingsStore;
use crate::spoken::say;
use crate::videos::{VideoFetcher, Videos, fetch};

/// The page, as the engine reaches it.
pub(crate) struct GrokPage {
    pub(crate) app: AppHandle,
    pub(crate) grok_url: GrokUrl,
    pub(crate) pictures: Pictures,
    pub(crate) videos: Videos,
}

/// Asks the page script for something, by the name of its function. A page of another site that the
/// webview shows at the moment hears nothing of it, and could not give itself out as the page script.
pub(crate) fn ask_page(
    app: &AppHandle,
    what: &str,
    question: &impl Serialize,
) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    page.eval(question_of(app, what, question)?)
        .with_context(|| format!("asking the page for its {what}"))
}

/// Asks the page script for something that it answers by yes or no.
#[cfg(target_os = "linux")]
pub(super) fn ask_page_whether(
    app: &AppHandle,
    what: &str,
    question: &impl Serialize,
    told: tokio::sync::oneshot::Sender<bool>,
) -> anyhow::Result<()> {
    super::tell_whether(app, question_of(app, what, question)?, told)
        .with_context(|| format!("asking the page for its {what}"))
}

/// As a script whose value is the answer.
fn question_of(app: &AppHandle, what: &str, question: &impl Serialize) -> anyhow::Result<String> {
    let question = serde_json::to_string(question).context("writing the question as JSON")?;
    let origin = Value::from(app.state::<GrokUrl>().origin());
    Ok(format!(
        "location.origin === {origin} ? \
         window[Symbol.for('retake.observer')]?.{what}({question}) : undefined"
    ))
}

/// Tells the page script the user's own selectors.
pub(crate) fn push_overrides(app: &AppHandle, keeper: &SettingsStore) {
    if let Err(error) = ask_page(app, "override", &keeper.selectors()) {
        tracing::warn!("the page does not know the user's selectors: {error:#}");
    }
}

/// Asks the page for a picture.
pub(crate) fn ask_for_picture(app: &AppHandle, wanted: &Wanted) -> anyhow::Result<()> {
    ask_page(app, "picture", wanted)
}

/// Has the page's webview fetch a video.
pub(crate) fn fetch_video(
    app: &AppHandle,
    wanted: &fetch::Wanted,
    ended: fetch::Ended,
) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    app.state::<VideoFetcher>().fetch(&page, wanted, ended)
}

impl Page for GrokPage {
    fn act(&self, action: &PageAction) -> anyhow::Result<()> {
        ask_page(&self.app, "act", action)
    }

    fn bring(&self, media_id: &MediaId) -> anyhow::Result<()> {
        show_page(&self.app, self.grok_url.post_of(media_id))
    }

    fn image_changed(&self, media_id: &MediaId) {
        self.pictures.image_changed(media_id);
        self.videos.image_changed(media_id);
    }

    fn show(&self, headline: &WindowStatus) {
        self.app.state::<Closing>().set_running(headline.percent.is_some());
        let Some(window) = self.app.get_window(MAIN) else { return };
        let status = match headline.percent {
            Some(_) => ProgressBarStatus::Normal,
            None => ProgressBarStatus::None,
        };
        let bar = ProgressBarState { status: Some(status), progress: headline.percent };
        let shown = window
            .set_title(&say(&self.app, &headline.title))
            .and_then(|()| window.set_progress_bar(bar));
        if let Err(error) = shown {
            tracing::debug!("the window does not show how things stand: {error}");
        }
    }

    fn tell(&self, notice: &Notice) {
        let is_looking = self.app.get_window(MAIN).is_some_and(|window| {
            window.is_focused().unwrap_or(false) && !window.is_minimized().unwrap_or(false)
        });
        if is_looking || !self.app.state::<SettingsStore>().notifies() {
            return;
        }
        let mut shown = notify_rust::Notification::new();
        shown.appname("Retake");
        shown.summary(&say(&self.app, &notice.title)).body(&say(&self.app, &notice.body));
        // It waits for the system's answer, and the engine must not.
        tauri::async_runtime::spawn_blocking(move || {
            if let Err(error) = shown.show() {
                tracing::warn!("the system shows no notification: {error}");
            }
        });
    }
}

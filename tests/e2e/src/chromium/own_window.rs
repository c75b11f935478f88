//! A window of the app's own: the sidebar, or the library.

use anyhow::Result;
use retake_protocol::view::Update;
use serde_json::{Value, json};

use super::devtools::Devtools;
use super::{saved_videos, sidebar_files};

/// What WebView2 calls itself: by this the sidebar knows how the system's webview plays videos.
const USER_AGENT: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 \
    (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";

/// See the module.
pub(super) struct OwnWindow {
    pub(super) session: String,
    /// Where it hears of changes, and how many it was sent.
    channel: Option<(u64, u64)>,
}

impl OwnWindow {
    /// Has the webview of `session`, which is prepared, show `path` of the sidebar's files.
    pub(super) async fn open(
        devtools: &mut Devtools,
        session: String,
        path: &str,
        (width, height): (u32, u32),
    ) -> Result<Self> {
        let patterns = [sidebar_files::ORIGIN, "http://picture.localhost", saved_videos::ORIGIN];
        let patterns = patterns.map(|origin| json!({ "urlPattern": format!("{origin}/*") }));
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false
        });
        for (method, params) in [
            ("Fetch.enable", json!({ "patterns": patterns })),
            ("Emulation.setUserAgentOverride", json!({ "userAgent": USER_AGENT })),
            ("Emulation.setDeviceMetricsOverride", size),
        ] {
            devtools.call(&session, method, params).await?;
        }
        let start = format!("{}/{path}", sidebar_files::ORIGIN);
        devtools.send(&session, "Page.navigate", json!({ "url": start })).await?;
        Ok(Self { session, channel: None })
    }

    /// It hears of changes under this number from now on.
    pub(super) fn subscribe(&mut self, number: u64) {
        self.channel = Some((number, 0));
    }

    /// Tells it of a change.
    pub(super) async fn push(&mut self, devtools: &mut Devtools, update: &Update) -> Result<()> {
        let Some((number, index)) = &mut self.channel else { return Ok(()) };
        let message: Value = json!({ "index": index, "message": update });
        let expression = format!("window[Symbol.for('retake.bridge')]?.({number}, {message})");
        *index += 1;
        let params = json!({ "expression": expression });
        devtools.send(&self.session, "Runtime.evaluate", params).await.map(drop)
    }
}

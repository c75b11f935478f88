//! The image on the clipboard, given to the page when the user presses the sidebar's button for it (spec
//! W9). On Linux alone: WebKitGTK's paste brings the page no image (`WebKit`'s bug 218519), and in WebView2
//! and WKWebView Ctrl+V does.

#![cfg_attr(
    not(target_os = "linux"),
    allow(dead_code, reason = "elsewhere the page's own paste works")
)]

use tauri::AppHandle;

/// Its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// The page has it.
    Taken,
    /// The clipboard holds no image.
    NoImage,
    /// It is larger than may be.
    TooLarge,
    /// The page shows no field that takes one.
    NoField,
}

/// The largest image that is given, as a PNG, in bytes; what Grok takes is less.
pub(crate) const MOST_BYTES: usize = 25_000_000;

/// Whether the sidebar has a button for it.
pub(crate) const IS_NEEDED: bool = cfg!(target_os = "linux");

/// Nothing is needed here.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unused_async, reason = "on Linux the clipboard is awaited")]
pub(crate) async fn give(_app: &AppHandle) -> anyhow::Result<Given> {
    anyhow::bail!("paste the image into the page instead")
}

/// Reads the clipboard and hands its image to the page.
#[cfg(target_os = "linux")]
pub(crate) async fn give(app: &AppHandle) -> anyhow::Result<Given> {
    use anyhow::Context as _;
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use serde_json::json;
    use tokio::sync::oneshot;

    let (read, image) = oneshot::channel();
    app.run_on_main_thread(move || linux::read(read)).context("reaching the main thread")?;
    let Some(png) = image.await.context("reading the clipboard")?? else {
        return Ok(Given::NoImage);
    };
    if png.len() > MOST_BYTES {
        return Ok(Given::TooLarge);
    }
    let image = json!({ "name": "clipboard.png", "png": STANDARD.encode(png) });
    let (told, taken) = oneshot::channel();
    super::grok_page::ask_page_whether(app, "giveImage", &image, told)?;
    let taken = tokio::time::timeout(super::PAGE_PATIENCE, taken).await;
    let is_taken = taken.ok().and_then(Result::ok).context("the page does not answer")?;
    Ok(if is_taken { Given::Taken } else { Given::NoField })
}

#[cfg(target_os = "linux")]
mod linux {
    use anyhow::Context as _;
    use gtk::gdk;
    use tokio::sync::oneshot;

    /// What the clipboard holds, as a PNG; `None`: no image.
    type Read = anyhow::Result<Option<Vec<u8>>>;

    /// Reads it without holding up the main thread: another program has to answer.
    pub(super) fn read(read: oneshot::Sender<Read>) {
        gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD).request_image(move |_, image| {
            let png = image.map(|image| image.save_to_bufferv("png", &[]));
            // Who asked may have given up.
            let _ = read.send(png.transpose().context("writing the clipboard's image as a PNG"));
        });
    }
}

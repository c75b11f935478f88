//! What a page on a loopback address may call: the observer's commands, as grok.com may by
//! `capabilities/grok.json`. Only a run with such a `--grok-url` gets it.

use anyhow::Context as _;
use tauri::Manager;
use tauri::ipc::CapabilityBuilder;

use crate::grok_url::{GrokUrl, Site};
use crate::window::GROK;

/// Lets the page of `grok_url` call the observer's commands, where no file does so already.
pub(crate) fn admit_page<R: tauri::Runtime>(
    app: &impl Manager<R>,
    grok_url: &GrokUrl,
) -> anyhow::Result<()> {
    if grok_url.site() == Site::Grok {
        return Ok(());
    }
    let capability = CapabilityBuilder::new("grok-loopback")
        .local(false)
        .remote(format!("{}/*", grok_url.origin()))
        .webview(GROK)
        .permission("allow-observer-hello")
        .permission("allow-observer-signal")
        .permission("allow-observer-text")
        .permission("allow-observer-splice")
        .permission("allow-observer-stream")
        .permission("allow-observer-extension")
        .permission("allow-observer-picture")
        .permission("allow-observer-health")
        .permission("allow-observer-picked");
    app.add_capability(capability)
        .with_context(|| format!("admitting the page at {}", grok_url.origin()))
}

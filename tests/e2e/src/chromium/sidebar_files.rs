//! The sidebar's files as WebView2 gets them from Tauri: under an origin that no server stands behind.

use std::path::PathBuf;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

/// What Tauri calls itself on Windows.
pub(super) const ORIGIN: &str = "http://tauri.localhost";

/// The answer to a request that the browser holds back: a file of the sidebar's, or that there is none.
pub(super) fn answer(request: &Value) -> Value {
    let url = request["request"]["url"].as_str().unwrap_or_default();
    let name = url.strip_prefix(ORIGIN).unwrap_or_default().trim_start_matches('/');
    let name = name.split(['?', '#']).next().unwrap_or_default();
    let id = &request["requestId"];
    let file = (!name.is_empty() && !name.contains("..")).then(|| built().join(name));
    let Some(bytes) = file.and_then(|file| std::fs::read(file).ok()) else {
        return json!({ "requestId": id, "responseCode": 404 });
    };
    json!({
        "requestId": id,
        "responseCode": 200,
        "responseHeaders": [
            { "name": "content-type", "value": type_of(name) },
            { "name": "content-security-policy", "value": policy() },
        ],
        "body": BASE64_STANDARD.encode(bytes),
    })
}

/// Where `cargo xtask ui` puts them.
fn built() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist")
}

/// The app's own policy.
fn policy() -> String {
    let config = include_str!("../../../../tauri.conf.json");
    let config: Value = serde_json::from_str(config).unwrap_or_default();
    config["app"]["security"]["csp"].as_str().unwrap_or_default().to_owned()
}

fn type_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

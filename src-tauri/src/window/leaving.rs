//! What becomes of a page that leaves its own site to sign in: it stays where it is, and the other
//! site's page opens in a window to sign in, whose title names it (spec O3).
//!
//! On Linux it is asked when the other site has answered, because only then `WebKit` tells a page from a
//! frame, and with the url that redirects led to: a url that is good for one time alone has been followed by
//! then. A page that shows nothing yet gets a message in its place, with a way to open the window again.
//! What the page sends (a form's `POST`) can't be opened again, and stays in the page's webview.
//!
//! On Windows it is asked before the page goes there: WebView2 asks for pages alone, also at each redirect,
//! and does not say what a form sends. On macOS nothing tells pages from frames, so signing in goes on in the
//! page's webview, and title and sidebar name its host. Neither has been run by us.

#[cfg(target_os = "linux")]
use anyhow::Context as _;
use tauri::{AppHandle, Webview};
use url::Url;

use super::sign_in;
use crate::navigation::Sites;

/// Watches where `page` goes.
#[cfg(target_os = "linux")]
pub(super) fn watch(app: &AppHandle, page: &Webview, sites: &Sites) -> anyhow::Result<()> {
    let (app, sites) = (app.clone(), sites.clone());
    page.with_webview(move |platform| linux::watch(&platform.inner(), app, sites))
        .context("watching where the page goes")
}

/// Whether the page must not go to `url`, because a window to sign in opens there instead.
pub(super) fn leads_away(app: &AppHandle, sites: &Sites, url: &Url) -> bool {
    let leads_away = cfg!(windows) && sites.is_sign_in(url);
    if leads_away {
        let (app, sites, url) = (app.clone(), sites.clone(), url.clone());
        // Not while the webview is asking: WebView2 opens no other one meanwhile.
        tauri::async_runtime::spawn(async move {
            if let Err(error) = sign_in::take_over(&app, &sites, &url) {
                tracing::warn!("no window to sign in: {error:#}");
            }
        });
    }
    leads_away
}

/// Nothing more is to be watched here.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "on Linux the webview may be gone")]
pub(super) fn watch(_app: &AppHandle, _page: &Webview, _sites: &Sites) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::Cell;
    use std::rc::Rc;

    use gtk::glib;
    use tauri::AppHandle;
    use url::Url;
    use webkit2gtk::glib::object::Cast as _;
    use webkit2gtk::{
        LoadEvent, PolicyDecision, PolicyDecisionExt as _, PolicyDecisionType,
        ResponsePolicyDecision, ResponsePolicyDecisionExt as _, URIRequestExt as _, WebView,
        WebViewExt as _,
    };

    use crate::navigation::Sites;
    use crate::page_errors::sign_in_page;
    use crate::spoken;
    use crate::window::sign_in;

    pub(super) fn watch(view: &WebView, app: AppHandle, sites: Sites) {
        let shows_something = Rc::new(Cell::new(false));
        let shown = Rc::clone(&shows_something);
        view.connect_load_changed(move |_, event| {
            shown.set(shown.get() || event == LoadEvent::Committed);
        });
        view.connect_decide_policy(move |view, decision, kind| {
            let url = (kind == PolicyDecisionType::Response).then(|| page_of(decision)).flatten();
            let Some(url) = url.filter(|url| sites.is_sign_in(url)) else { return false };
            // Without a window the page's own webview is still better than no way to sign in.
            if let Err(error) = sign_in::take_over(&app, &sites, &url) {
                tracing::warn!("signing in goes on in the page's own webview: {error:#}");
                return false;
            }
            decision.ignore();
            if !shows_something.get() {
                let (view, app) = (view.clone(), app.clone());
                let start = sites.grok().start().to_string();
                // Not while it is asking about another page.
                glib::idle_add_local_once(move || {
                    let page = sign_in_page(&spoken::texts(&app), &start);
                    view.load_alternate_html(&page, &start, None);
                });
            }
            true
        });
    }

    /// The page that has answered, if it was asked for without sending anything; `None`: a frame, a file
    /// of a page, or the answer to a form.
    fn page_of(decision: &PolicyDecision) -> Option<Url> {
        let response = decision.dynamic_cast_ref::<ResponsePolicyDecision>()?;
        let request = response.request().filter(|_| response.is_main_frame_main_resource())?;
        let is_get = request.http_method().is_none_or(|method| method == "GET");
        request.uri().filter(|_| is_get).and_then(|uri| Url::parse(&uri).ok())
    }
}

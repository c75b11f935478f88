//! The windows to sign in: those that the page opens, and those that it would have left its own site for.
//! They share its profile, show in their title whose page they hold (`title`), can call nothing of
//! Retake's, and close when the flow is done (spec O2).
//!
//! A flow that the page went away for ends at a url of the page's own site, which belongs to the page: what
//! it keeps for the end of the flow, it keeps in the storage of its own tab.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use tauri::webview::{
    NewWindowFeatures, NewWindowResponse, PageLoadEvent, PageLoadPayload, PermissionResponse,
};
use tauri::{
    AppHandle, LogicalPosition, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry,
};
use url::Url;

#[cfg(target_os = "linux")]
use super::context_menu;
use super::title::Holds;
use crate::data_folder::DataFolder;
use crate::navigation::{Sites, Verdict, WindowVerdict, judge, judge_window};
use crate::settings::SettingsStore;
use crate::spoken::say;

/// How their labels begin; no capability names one of them.
const LABEL: &str = "sign-in-";
/// Of the one that opens instead of the page; beside those, which are numbered.
const INSTEAD_OF_PAGE: &str = "sign-in-page";
/// In logical pixels.
const SIZE: (f64, f64) = (520.0, 720.0);
/// How many may be open at once: a flow needs one, or two with an account elsewhere.
const MOST: usize = 3;
/// How long a window that came back to the page's own site may take to close itself: its last page
/// tells the one that opened it first.
const CLOSES_WITHIN: Duration = Duration::from_secs(3);

/// Opens `url` in a window of its own, as the page asked for.
pub(super) fn open(
    app: &AppHandle,
    sites: &Sites,
    url: &Url,
    features: NewWindowFeatures,
) -> NewWindowResponse<Wry> {
    match build(app, sites, url, Origin::OpenedByPage(features)) {
        Ok(window) => NewWindowResponse::Create { window },
        Err(error) => {
            tracing::warn!("no window to sign in: {error:#}");
            NewWindowResponse::Deny
        }
    }
}

/// Opens `url`, which the page was about to go to, in a window of its own instead. A page that tries again
/// gets the same window.
pub(super) fn take_over(app: &AppHandle, sites: &Sites, url: &Url) -> anyhow::Result<()> {
    let Some(window) = app.get_webview_window(INSTEAD_OF_PAGE) else {
        return build(app, sites, url, Origin::InsteadOfPage).map(drop);
    };
    window.navigate(url.clone()).context("leading the window to sign in again")?;
    window.set_focus().context("bringing the window to sign in to front")
}

/// Where a window comes from.
enum Origin {
    /// The page asked for it, leads it to its url, and learns of its end.
    OpenedByPage(NewWindowFeatures),
    /// The page would have gone to the url itself, and knows nothing of the window.
    InsteadOfPage,
}

/// Closes all of them, as the main window has closed.
pub(super) fn close_all(app: &AppHandle) {
    for window in windows(app) {
        close(&window);
    }
}

fn windows(app: &AppHandle) -> Vec<WebviewWindow> {
    let all = app.webview_windows().into_iter();
    all.filter(|(label, _)| label.starts_with(LABEL)).map(|(_, window)| window).collect()
}

fn close(window: &WebviewWindow) {
    if let Err(error) = window.destroy() {
        tracing::debug!("a window to sign in is gone already: {error}");
    }
}

fn build(
    app: &AppHandle,
    sites: &Sites,
    url: &Url,
    origin: Origin,
) -> anyhow::Result<WebviewWindow> {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    ensure!(windows(app).len() < MOST, "more of them than signing in can need are open");
    // One that the page asked for begins empty: the page leads it to its url.
    let nothing = "about:blank".parse().context("reading the empty page's url")?;
    let (label, begin, features) = match origin {
        Origin::OpenedByPage(features) => {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            (format!("{LABEL}{number}"), nothing, Some(features))
        }
        Origin::InsteadOfPage => (INSTEAD_OF_PAGE.to_owned(), url.clone(), None),
    };
    let returns_to_page = features.is_none();
    let (inside, beside, followed) = (sites.clone(), sites.clone(), sites.clone());
    let (returning, opening) = (app.clone(), app.clone());
    let mut builder = WebviewWindowBuilder::new(app, label, WebviewUrl::External(begin))
        .title(say(app, &Holds::Nothing.title()))
        .inner_size(SIZE.0, SIZE.1)
        .data_directory(app.state::<DataFolder>().profile())
        .additional_browser_args(super::BROWSER_ARGUMENTS)
        .disable_drag_drop_handler()
        .devtools(cfg!(debug_assertions))
        .on_navigation(move |url| {
            let ends_here = returns_to_page && inside.is_own(url);
            if ends_here {
                return_to_page(returning.clone(), url.clone());
            }
            !ends_here && judge(&inside, url) == Verdict::Stay
        })
        // Signing in with an account elsewhere may take a window more.
        .on_new_window(move |url, features| match judge_window(&beside, &url) {
            WindowVerdict::SignIn => open(&opening, &beside, &url, features),
            WindowVerdict::Page | WindowVerdict::Elsewhere(_) => NewWindowResponse::Deny,
        })
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_page_load(move |window, payload| page_loads(&window, &followed, &payload));
    if let Some(position) = over_the_middle(app) {
        builder = builder.position(position.x, position.y);
    }
    // Where the page says a place and a size, those it is.
    if let Some(features) = features {
        builder = builder.window_features(features);
    }
    if let Some(user_agent) = app.state::<SettingsStore>().user_agent() {
        builder = builder.user_agent(&user_agent);
    }
    let window = builder.build().context("opening a window to sign in")?;
    #[cfg(target_os = "linux")]
    {
        linux::watch(&window, sites)?;
        context_menu::watch(window.as_ref(), context_menu::MenuOf::Texts)?;
    }
    Ok(window)
}

/// Where a window has to stand to be over the middle of the main one; `None`: the platform does not say
/// where that is, and chooses.
fn over_the_middle(app: &AppHandle) -> Option<LogicalPosition<f64>> {
    let main = app.get_window(super::MAIN)?;
    let scale = main.scale_factor().ok()?;
    let corner = main.outer_position().ok()?.to_logical::<f64>(scale);
    let size = main.outer_size().ok()?.to_logical::<f64>(scale);
    let middle = |from: f64, main: f64, own: f64| from + ((main - own) / 2.0).max(0.0);
    Some(LogicalPosition::new(
        middle(corner.x, size.width, SIZE.0),
        middle(corner.y, size.height, SIZE.1),
    ))
}

/// Has the page go on at `url`, and closes the window that came to it; not at once, because the window is
/// in the middle of asking.
fn return_to_page(app: AppHandle, url: Url) {
    tauri::async_runtime::spawn(async move {
        if let Err(error) = super::show_page(&app, url) {
            tracing::warn!("the page does not hear that somebody signed in: {error:#}");
        }
        if let Some(window) = app.get_webview_window(INSTEAD_OF_PAGE) {
            close(&window);
        }
    });
}

fn page_loads(window: &WebviewWindow, sites: &Sites, payload: &PageLoadPayload<'_>) {
    let url = payload.url();
    // Begun is what the webview calls it when the first bytes are there; on Linux `linux` says it.
    #[cfg(not(target_os = "linux"))]
    if payload.event() == PageLoadEvent::Started {
        show_title(window, &Holds::of(sites, Some(url), Some(url)));
    }
    if payload.event() == PageLoadEvent::Finished && sites.is_own(url) {
        close_soon(window.clone(), sites.clone());
    }
}

fn show_title(window: &WebviewWindow, holds: &Holds) {
    if let Err(error) = window.set_title(&say(window.app_handle(), &holds.title())) {
        tracing::debug!("a window to sign in keeps its title: {error}");
    }
}

/// A flow that came back to the page's own site is done. Where its last page does not close the
/// window, nobody told the page that opened it, which is then loaded again.
fn close_soon(window: WebviewWindow, sites: Sites) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(CLOSES_WITHIN).await;
        let app = window.app_handle().clone();
        let is_open = app.get_webview_window(window.label()).is_some();
        let is_back = window.url().is_ok_and(|url| sites.is_own(&url));
        if is_open && is_back {
            close(&window);
            if let Err(error) = super::reload_page(&app, sites.grok()) {
                tracing::warn!("the page does not hear that somebody signed in: {error:#}");
            }
        }
    });
}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::RefCell;
    use std::rc::Rc;

    use anyhow::Context as _;
    use gtk::prelude::WidgetExt as _;
    use tauri::WebviewWindow;
    use url::Url;
    use webkit2gtk::{LoadEvent, WebView, WebViewExt as _};

    use super::{close, show_title};
    use crate::navigation::Sites;
    use crate::window::full_screen;
    use crate::window::title::Holds;

    /// Keeps the title true, and takes the window away with its page.
    pub(super) fn watch(window: &WebviewWindow, sites: &Sites) -> anyhow::Result<()> {
        let (window_of_page, sites) = (window.clone(), sites.clone());
        window
            .with_webview(move |platform| {
                let view = platform.inner();
                follow_title(&view, window_of_page.clone(), sites);
                full_screen::refuse(&view);
                // `window.close()` destroys the view, and with it every handler of its signal `close`.
                view.connect_destroy(move |_| close(&window_of_page));
            })
            .context("watching a window to sign in")
    }

    /// A url alone says nothing: it is that of a load which may never come. What has committed counts, and
    /// a url that goes back to the page's takes a host away, as after `document.write` of the page's.
    fn follow_title(view: &WebView, window: WebviewWindow, sites: Sites) {
        let committed = Rc::new(RefCell::new(None));
        let (shown, of_load) = (window, Rc::clone(&committed));
        let tell = Rc::new(move |view: &WebView| {
            let holds = Holds::of(&sites, committed.borrow().as_ref(), url_of(view).as_ref());
            show_title(&shown, &holds);
        });
        let of_url = Rc::clone(&tell);
        view.connect_load_changed(move |view, event| {
            if event == LoadEvent::Committed {
                *of_load.borrow_mut() = url_of(view);
                tell(view);
            }
        });
        view.connect_uri_notify(move |view| of_url(view));
    }

    fn url_of(view: &WebView) -> Option<Url> {
        view.uri().and_then(|url| Url::parse(&url).ok())
    }
}

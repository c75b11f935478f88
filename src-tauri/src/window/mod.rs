//! The one window: the page, and the sidebar at its right.
//!
//! How the two share the window is `layout`'s: a native splitter on Linux, bounds elsewhere.

#[cfg(target_os = "linux")]
mod context_menu;
mod folder_dialog;
#[cfg(target_os = "linux")]
mod full_screen;
mod given_image;
mod grok_page;
#[cfg(target_os = "linux")]
mod keys;
#[cfg_attr(target_os = "linux", path = "layout_linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "layout_bounds.rs")]
mod layout;
mod leaving;
pub(crate) mod library;
mod settings;
mod sign_in;
mod signing_out;
#[cfg(target_os = "linux")]
mod spelling;
mod title;
#[cfg(target_os = "linux")]
mod touch;

pub(crate) use folder_dialog::choose as choose_folder;
pub(crate) use given_image::{Given, IS_NEEDED as GIVES_IMAGES, give as give_image};
pub(crate) use grok_page::{GrokPage, ask_for_picture, ask_page, fetch_video, push_overrides};
pub(crate) use library::open as open_library;
pub(crate) use settings::apply_settings;
pub(crate) use signing_out::{Departure, clear_page_data};

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use retake_protocol::page::{FindDirection, PageMove};
use tauri::utils::config::BackgroundThrottlingPolicy;
use tauri::webview::{NewWindowResponse, PageLoadEvent, WebviewBuilder};
use tauri::window::WindowBuilder;
use tauri::{
    AppHandle, LogicalPosition, LogicalSize, Manager, PhysicalPosition, PhysicalSize, WebviewUrl,
    Window, WindowEvent, Wry,
};
use tokio::sync::oneshot;
use url::Url;

use crate::closing::{Close, Closing};
use crate::data_folder::DataFolder;
use crate::downloads::Downloads;
use crate::engine_task::EngineHandle;
use crate::grok_url::GrokUrl;
use crate::load_watch::LoadWatch;
use crate::navigation::{Sites, Verdict, WindowVerdict, judge, judge_window};
use crate::outside::Outside;
use crate::page_script::page_script;
use crate::pictures::Pictures;
use crate::settings::SettingsStore;
use crate::videos::VideoFetcher;
use crate::window_state::{Area, WindowStateStore};
use crate::{page_errors, permissions};

/// The window's label.
const MAIN: &str = "main";
/// The label of the sidebar's webview.
pub(crate) const SIDEBAR: &str = "sidebar";
/// The label of the library's window and webview.
pub(crate) const LIBRARY: &str = "library";
/// The label of the page's webview.
pub(crate) const GROK: &str = "grok";

/// The window's size at the first start, in logical pixels.
const FIRST_SIZE: (f64, f64) = (1360.0, 860.0);
/// The smallest window, in logical pixels.
const LEAST_SIZE: (f64, f64) = (760.0, 480.0);

/// What WebView2 is started with: what wry itself asks for, and a page that goes on at its pace while the
/// window is minimised or covered. All webviews of one profile need the same. Windows alone reads it.
pub(super) const BROWSER_ARGUMENTS: &str = "--disable-features=msWebOOUI,msPdfOOUI,\
    msSmartScreenProtection --disable-background-timer-throttling --disable-renderer-backgrounding \
    --disable-backgrounding-occluded-windows";

/// How long the page may take to answer what the user asked it for.
pub(crate) const PAGE_PATIENCE: Duration = Duration::from_secs(5);

/// Fails where no window can be opened; for before anything else is.
pub(crate) fn find_display() -> anyhow::Result<()> {
    layout::find_display()
}

/// Opens the window with both webviews.
pub(crate) fn open(
    app: &AppHandle,
    folder: &DataFolder,
    sites: &Sites,
    engine: &EngineHandle,
    keeper: &WindowStateStore,
) -> anyhow::Result<()> {
    let window = WindowBuilder::new(app, MAIN)
        .title("Retake")
        .inner_size(FIRST_SIZE.0, FIRST_SIZE.1)
        .min_inner_size(LEAST_SIZE.0, LEAST_SIZE.1)
        // The first one fits the screen; a larger one is the user's own doing.
        .prevent_overflow()
        .visible(false)
        .build()
        .context("opening the window")?;
    put_in_place(&window, keeper).context("putting the window where it was")?;
    // Both share one profile: WebKitWebDriver shows only webviews of the first one's context.
    let origin = LogicalPosition::new(0, 0);
    let size = LogicalSize::new(FIRST_SIZE.0, FIRST_SIZE.1);
    let sidebar = with_downloads(app, sidebar_builder(folder));
    let sidebar =
        window.add_child(sidebar, origin, size).context("opening the sidebar's webview")?;
    let page = with_downloads(app, page_builder(app, folder, sites, engine));
    let page = window.add_child(page, origin, size).context("opening the page's webview")?;
    #[cfg(target_os = "linux")]
    {
        crate::downloads::watch(&page, &app.state::<Downloads>())?;
        let touched = app.clone();
        touch::watch(&page, move || user_acted(&touched))?;
        keys::forward(app, &page)?;
        spelling::check(&page)?;
        context_menu::watch(&page, context_menu::MenuOf::Page)?;
        context_menu::watch(&sidebar, context_menu::MenuOf::Texts)?;
    }
    #[cfg(not(target_os = "linux"))]
    drop(sidebar);
    page_errors::watch(&page, engine.clone())?;
    leaving::watch(app, &page, sites)?;
    let of_app = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. }
            if of_app.state::<Closing>().requested() == Close::Ask =>
        {
            api.prevent_close();
            of_app.state::<EngineHandle>().close_asked(true);
        }
        WindowEvent::Destroyed => {
            sign_in::close_all(&of_app);
            library::close(&of_app);
        }
        _ => {}
    });
    layout::arrange(&window, keeper).context("arranging the page and the sidebar")?;
    remember_place(&window, keeper);
    window.show().context("showing the window")
}

fn sidebar_builder(folder: &DataFolder) -> WebviewBuilder<Wry> {
    WebviewBuilder::new(SIDEBAR, WebviewUrl::App("index.html".into()))
        .data_directory(folder.profile())
        .additional_browser_args(BROWSER_ARGUMENTS)
        .disable_drag_drop_handler()
        .focused(false)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_of_sidebar)
        .on_new_window(|_, _| NewWindowResponse::Deny)
}

/// Every webview that shares the page's profile reports downloads; see `downloads`.
pub(super) fn with_downloads(app: &AppHandle, builder: WebviewBuilder<Wry>) -> WebviewBuilder<Wry> {
    let downloads = app.state::<Downloads>().inner().clone();
    app.state::<VideoFetcher>().watched(builder, move |event| downloads.take(event))
}

/// Whether `url` is one of the sidebar's own files, as Tauri serves them on this platform.
fn is_of_sidebar(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => !cfg!(any(windows, target_os = "android")),
        ("http" | "https", Some("tauri.localhost")) => cfg!(any(windows, target_os = "android")),
        _ => false,
    }
}

fn page_builder(
    app: &AppHandle,
    folder: &DataFolder,
    sites: &Sites,
    engine: &EngineHandle,
) -> WebviewBuilder<Wry> {
    let (inside, beside, followed) = (sites.clone(), sites.clone(), sites.clone());
    let (opening, asked, engine) = (app.clone(), app.clone(), engine.clone());
    let grok_url = sites.grok();
    let (outside, also_outside, loaded) = (app.clone(), app.clone(), app.clone());
    let left = app.clone();
    let loading = app.state::<LoadWatch>().inner().clone();
    loading.expect(&grok_url.start());
    let builder = WebviewBuilder::new(GROK, WebviewUrl::External(grok_url.start()))
        .data_directory(folder.profile())
        .additional_browser_args(BROWSER_ARGUMENTS)
        .background_throttling(BackgroundThrottlingPolicy::Disabled)
        // Tauri's own handler takes every file that is dropped, and its webview never hears of it.
        .disable_drag_drop_handler()
        .devtools(cfg!(debug_assertions))
        .initialization_script(page_script(&grok_url.origin()))
        .on_navigation(move |url| {
            let verdict = judge(&inside, url);
            if verdict == Verdict::Stay && leaving::leads_away(&left, &inside, url) {
                return false;
            }
            let stays = verdict == Verdict::Stay;
            if !stays {
                outside.state::<Outside>().open(verdict, url);
            }
            stays
        })
        .on_new_window(move |url, features| match judge_window(&beside, &url) {
            WindowVerdict::SignIn => sign_in::open(&opening, &beside, &url, features),
            WindowVerdict::Page => {
                if let Err(error) = show_page(&opening, url) {
                    tracing::warn!("the page does not follow its own link: {error:#}");
                }
                NewWindowResponse::Deny
            }
            WindowVerdict::Elsewhere(verdict) => {
                also_outside.state::<Outside>().open(verdict, &url);
                NewWindowResponse::Deny
            }
        })
        .on_permission_request(move |_, kind| {
            permissions::answer(&asked.state::<SettingsStore>(), kind)
        })
        .on_page_load(move |_, payload| {
            // A load that came to nothing finishes as well, and a refused one leaves a blank page.
            let is_page = payload.url().scheme() != "about";
            // Elsewhere than on Linux a page of the webview's own may stand in for one that failed,
            // under its url: then the page's own script has to greet (`page_greeted`).
            let is_sure = cfg!(target_os = "linux") || !followed.is_own(payload.url());
            if payload.event() == PageLoadEvent::Started {
                engine.page_unloaded();
                loaded.state::<Outside>().page_loaded();
                loaded.state::<Pictures>().page_loaded();
                loaded.state::<Departure>().committed(payload.url());
                if is_page && is_sure {
                    loading.arrived();
                    #[cfg(not(target_os = "linux"))]
                    engine.page_loaded();
                }
            }
            if let Some(address) = followed.address(payload.url()) {
                engine.page_at(address);
            }
        });
    match app.state::<SettingsStore>().user_agent() {
        Some(user_agent) => builder.user_agent(&user_agent),
        None => builder,
    }
}

fn put_in_place(window: &Window, keeper: &WindowStateStore) -> tauri::Result<()> {
    let place = keeper.place();
    let screens: Vec<_> = window.available_monitors()?.iter().map(area_of).collect();
    if let Some((width, height)) = place.size_on(&screens) {
        window.set_size(PhysicalSize::new(width, height))?;
    }
    if let Some((left, top)) = place.position_on(&screens) {
        window.set_position(PhysicalPosition::new(left, top))?;
    }
    if place.maximized {
        window.maximize()?;
    }
    Ok(())
}

fn area_of(screen: &tauri::Monitor) -> Area {
    let (position, size) = (screen.position(), screen.size());
    Area { position: (position.x, position.y), size: (size.width, size.height) }
}

fn remember_place(window: &Window, keeper: &WindowStateStore) {
    let (of_window, keeper) = (window.clone(), keeper.clone());
    window.on_window_event(move |event| {
        if !matches!(event, WindowEvent::Moved(_) | WindowEvent::Resized(_)) {
            return;
        }
        let maximized = of_window.is_maximized().unwrap_or_default();
        keeper.change(|place| {
            place.maximized = maximized;
            match event {
                WindowEvent::Moved(at) if !maximized => place.position = Some((at.x, at.y)),
                WindowEvent::Resized(to) if !maximized => place.size = Some((to.width, to.height)),
                _ => {}
            }
        });
    });
}

/// Closes the window for good: the user was asked.
pub(crate) fn close(app: &AppHandle) -> anyhow::Result<()> {
    let window = app.get_window(MAIN).context("finding the window")?;
    window.destroy().context("closing the window")
}

/// Brings the window to front, as a further start of Retake asks for.
pub(crate) fn bring_to_front(app: &AppHandle) {
    let brought = app.get_window(MAIN).context("finding the window").and_then(|window| {
        window.unminimize()?;
        window.show()?;
        Ok(window.set_focus()?)
    });
    if let Err(error) = brought {
        tracing::warn!("the window does not come to front: {error:#}");
    }
}

/// The page's own script is there, so the page is.
pub(crate) fn page_greeted(app: &AppHandle) {
    app.state::<LoadWatch>().arrived();
    #[cfg(not(target_os = "linux"))]
    app.state::<EngineHandle>().page_loaded();
}

/// The user touched the page: what needs a touch may follow.
pub(crate) fn user_acted(app: &AppHandle) {
    app.state::<Downloads>().user_acted();
    app.state::<Outside>().user_acted();
}

/// Shows the sidebar larger or smaller; 1.0 is its own size.
fn scale_sidebar(app: &AppHandle, scale: f64) -> anyhow::Result<()> {
    let sidebar = app.get_webview(SIDEBAR).context("finding the sidebar's webview")?;
    sidebar.set_zoom(scale).context("setting the sidebar's text size")
}

/// Makes the sidebar wider by so many logical pixels, where it has a grip of its own.
pub(crate) fn widen_sidebar(app: &AppHandle, by: i32) -> anyhow::Result<()> {
    let window = app.get_window(MAIN).context("finding the window")?;
    layout::widen_sidebar(&window, &app.state::<WindowStateStore>(), by)
}

/// Opens `url` in the page's webview.
pub(crate) fn show_page(app: &AppHandle, url: Url) -> anyhow::Result<()> {
    navigate(app, url).context("opening a page")
}

/// Every load that Retake begins is awaited.
fn navigate(app: &AppHandle, url: Url) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    app.state::<LoadWatch>().expect(&url);
    Ok(page.navigate(url)?)
}

/// Shows the page larger or smaller; 1.0 is its own size.
pub(crate) fn scale_page(app: &AppHandle, scale: f64) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    page.set_zoom(scale).context("setting the page's size")
}

/// Has the page take one step.
pub(crate) fn move_page(app: &AppHandle, grok_url: &GrokUrl, to: PageMove) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    match to {
        PageMove::Back => page.eval("history.back()").context("going back"),
        PageMove::Forward => page.eval("history.forward()").context("going forward"),
        PageMove::Home => navigate(app, grok_url.start()).context("going home"),
        PageMove::Reload => reload_page(app, grok_url),
    }
}

/// Selects the next place on the page that has this text, from the top again after the last; `told`
/// hears whether there is one.
pub(crate) fn find(
    app: &AppHandle,
    text: &str,
    direction: FindDirection,
    told: oneshot::Sender<bool>,
) -> anyhow::Result<()> {
    let text = serde_json::Value::from(text);
    let is_back = direction == FindDirection::Previous;
    tell_whether(app, format!("window.find({text}, false, {is_back}, true)"), told)
        .context("finding a text")
}

/// Has `told` hear whether `script` says true in the page.
fn tell_whether(
    app: &AppHandle,
    script: String,
    told: oneshot::Sender<bool>,
) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    let told = Mutex::new(Some(told));
    page.eval_with_callback(script, move |found| {
        let told = told.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(told) = told {
            // Who asked may have given up.
            let _ = told.send(found.trim() == "true");
        }
    })?;
    Ok(())
}

/// Loads the page again: where it is, or at its start if it is nowhere.
pub(crate) fn reload_page(app: &AppHandle, grok_url: &GrokUrl) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    let current = page.url().ok().filter(|url| grok_url.is_origin_of(url));
    navigate(app, current.unwrap_or_else(|| grok_url.start())).context("loading the page again")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_sidebar_never_leaves_its_own_files() {
        for (url, is_its_own) in [
            ("tauri://localhost/index.html", true),
            ("tauri://localhost", true),
            ("tauri://example.com/", false),
            ("https://tauri.localhost/", false),
            ("https://grok.com/", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_of_sidebar(&url.parse().unwrap()), is_its_own, "{url}");
        }
    }
}

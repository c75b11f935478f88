//! What shows in place of a page that can't be loaded, or not before somebody has signed in: a calm message
//! with a way to try again, made here and without any script; the sidebar works on, and says so too.
//!
//! On Linux alone, because Tauri reports no failed load: elsewhere the platform's webview shows a message of
//! its own, and the sidebar says what `load_watch` notices: that the page's script does not greet.

#[cfg(target_os = "linux")]
use anyhow::Context as _;
#[cfg(any(target_os = "linux", test))]
use retake_locale::{Text, Texts, text};
#[cfg(target_os = "linux")]
use tauri::Manager as _;
use tauri::Webview;

use crate::engine_task::EngineHandle;

/// Puts the message in place of `page` whenever it can't be loaded, and tells the engine.
#[cfg(target_os = "linux")]
pub(crate) fn watch(page: &Webview, engine: EngineHandle) -> anyhow::Result<()> {
    let app = page.app_handle().clone();
    page.with_webview(move |platform| linux::watch(&platform.inner(), &engine, &app))
        .context("watching for pages that can't be loaded")
}

/// Nothing reports a failed load here.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "on Linux the webview may be gone")]
pub(crate) fn watch(_page: &Webview, _engine: EngineHandle) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::Cell;
    use std::rc::Rc;
    use std::sync::Arc;

    use retake_locale::{Text, Texts, text};
    use tauri::AppHandle;
    use webkit2gtk::{LoadEvent, NetworkError, PolicyError, WebView, WebViewExt as _};

    use super::{host_of, message_page};
    use crate::engine_task::EngineHandle;
    use crate::spoken;

    pub(super) fn watch(view: &WebView, engine: &EngineHandle, app: &AppHandle) {
        let (texts, texts_of_end) = (spoken_in(app), spoken_in(app));
        // The message is a load as well: its commit must not pass for the page's.
        let message_is_due = Rc::new(Cell::new(false));

        let (failed, due) = (engine.clone(), Rc::clone(&message_is_due));
        view.connect_load_failed(move |view, _, url, error| {
            let is_meant = error.matches(NetworkError::Cancelled)
                || error.matches(PolicyError::FrameLoadInterruptedByPolicyChange);
            if !is_meant {
                due.set(true);
                show_message(&texts(), view, url, error.message().into(), &failed);
            }
            !is_meant
        });

        let (ended, due) = (engine.clone(), Rc::clone(&message_is_due));
        view.connect_web_process_terminated(move |view, _| {
            let url = view.uri().unwrap_or_default();
            due.set(true);
            show_message(&texts_of_end(), view, &url, text::page_process_ended(), &ended);
        });

        let loaded = engine.clone();
        view.connect_load_changed(move |_, event| {
            if event == LoadEvent::Committed && !message_is_due.replace(false) {
                loaded.page_loaded();
            }
        });
    }

    /// The texts of the language that is spoken when they are asked for.
    fn spoken_in(app: &AppHandle) -> impl Fn() -> Arc<Texts> + use<> {
        let app = app.clone();
        move || spoken::texts(&app)
    }

    fn show_message(texts: &Texts, view: &WebView, url: &str, reason: Text, engine: &EngineHandle) {
        let host = host_of(url);
        tracing::warn!("{host} can't be loaded: {}", texts.say(&reason));
        view.load_alternate_html(&message_page(texts, url, &reason), url, None);
        engine.page_unreachable(text::page_unloadable_why(host, reason));
    }
}

/// What to call the page in a message.
#[cfg(any(target_os = "linux", test))]
fn host_of(url: &str) -> String {
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| "The page".into())
}

/// The message of a page that can't be loaded.
#[cfg(any(target_os = "linux", test))]
fn message_page(texts: &Texts, url: &str, reason: &Text) -> String {
    let heading = text::page_unloadable(host_of(url));
    let paragraphs = [texts.say(reason), texts.say(&text::page_unloadable_advice())];
    page_with(texts, &heading, &paragraphs, (&text::page_try_again(), url))
}

/// What shows while there is nothing of a page before somebody has signed in; `url` leads there.
#[cfg(target_os = "linux")]
pub(crate) fn sign_in_page(texts: &Texts, url: &str) -> String {
    let paragraphs = [text::page_sign_in_why(), text::page_sign_in_advice()];
    let paragraphs = paragraphs.map(|paragraph| texts.say(&paragraph));
    page_with(texts, &text::page_sign_in(), &paragraphs, (&text::page_sign_in_button(), url))
}

/// A calm page without any script; its button is a link, so nothing has to run in it.
#[cfg(any(target_os = "linux", test))]
fn page_with(
    texts: &Texts,
    heading: &Text,
    paragraphs: &[String],
    (button, url): (&Text, &str),
) -> String {
    let (heading, button) = (escape(&texts.say(heading)), escape(&texts.say(button)));
    let (language, url) = (texts.language(), escape(url));
    let (tag, direction) = (language.tag(), language.direction().as_str());
    let paragraphs = paragraphs.iter().map(|text| format!("<p>{}</p>", escape(text)));
    let paragraphs = paragraphs.collect::<Vec<_>>().join("\n  ");
    format!(
        r#"<!doctype html>
<html lang="{tag}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="dark light">
<title>{heading}</title>
<style>
  body {{ margin: 0; min-height: 100vh; display: grid; place-items: center;
         font: 15px/1.5 system-ui, sans-serif; background: #141414; color: #e8e8ea; }}
  main {{ max-width: 26rem; padding: 2rem; }}
  h1 {{ margin: 0 0 .75rem; font-size: 20px; font-weight: 600; }}
  p {{ margin: 0 0 1rem; color: #a8a9b0; overflow-wrap: anywhere; }}
  a {{ display: inline-block; padding: .5rem 1.25rem; border-radius: 8px; font-weight: 600;
      background: #8fb8ff; color: #10131a; text-decoration: none; }}
  a:focus-visible {{ outline: 2px solid #e8e8ea; outline-offset: 2px; }}
  @media (prefers-color-scheme: light) {{
    body {{ background: #f6f6f8; color: #1b1c20; }}
    p {{ color: #55565e; }}
    a {{ background: #2f5fd0; color: #fff; }}
    a:focus-visible {{ outline-color: #1b1c20; }}
  }}
</style>
</head>
<body>
<main>
  <h1>{heading}</h1>
  {paragraphs}
  <a id="retry" href="{url}">{button}</a>
</main>
</body>
</html>
"#
    )
}

#[cfg(any(target_os = "linux", test))]
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use retake_locale::plurals::english;

    use super::*;

    #[test]
    fn p5_the_message_names_the_host_and_links_to_the_url() {
        let texts = english();
        let url = "https://grok.com/imagine?a=1&b=2";
        let page = message_page(&texts, url, &"No route to host".into());
        assert!(page.contains("<h1>grok.com can't be loaded</h1>"));
        assert!(page.contains("<p>No route to host</p>"));
        assert!(page.contains(r#"href="https://grok.com/imagine?a=1&amp;b=2""#));
        assert!(!page.contains("<script"));
    }

    #[test]
    fn nothing_in_the_message_is_taken_as_markup() {
        let url = "https://grok.com/\"><script>";
        let page = message_page(&english(), url, &"<script>x</script>".into());
        assert!(!page.contains("<script"));
    }
}

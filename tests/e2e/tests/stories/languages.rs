//! The languages of the sidebar (spec L7): every text comes from their files, has its room, and runs the way
//! its language is written; another language holds at once, and in the next run.

use anyhow::Result;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::accessibility::{has_its_room, in_every_view, press};

/// What stands in the sidebar and is no text of Retake's: ids, addresses, what a user wrote, names of
/// languages, numbers with their units.
const NOT_OURS: &str = "code, kbd, time, textarea, .address, .row-prompt, .image-prompt, .card-name, .prompt-name, \
    [data-testid=original-prompt], option[lang], .ellipsis, .summary dd, .figures, .countdown, .step-at, \
    [data-testid=about], .setting-text input";

async fn speaks(stage: &mut Stage, language: &str) -> Result<()> {
    stage.launch.settings.push(format!("language={language}"));
    stage.restart().await
}

/// In the language for tests, every text of the files stands in brackets.
async fn comes_from_the_files(stage: &Stage, view: &str) -> Result<()> {
    let look = format!(
        "const without = (text) => {{
          let rest = text;
          while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
          // Dates are the webview's, ids are the page's.
          return rest.replace(/([A-Z][a-z]+day, )?[A-Z][a-z]+ \\d+(, \\d+)?|[0-9a-f-]{{36}}/g, '');
        }};
        const isOurs = (one) => !one.closest('{NOT_OURS}');
        // Pieces of one element belong together.
        const texts = [...document.querySelectorAll('main *')].filter(isOurs).map((one) =>
          [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.data).join(''));
        const attributes = ['title', 'aria-label', 'placeholder'].flatMap((name) =>
          [...document.querySelectorAll(`main [${{name}}]`)].filter(isOurs)
            .map((one) => one.getAttribute(name)));
        const names = ['Retake', 'mp4', 'px', 'min', 'sec', 'byte', 'kB', 'MB', 'GB', 's', 'p',
          'Ctrl', 'Alt', 'Esc', 'Enter'];
        const isName = (word) => names.includes(word);
        // A single letter is a key's.
        const words = (text) => without(text).match(/[A-Za-z]{{2,}}/g) ?? [];
        return [...texts, ...attributes].filter((text) => !words(text).every(isName));"
    );
    let strangers = stage.app().sidebar_script(&look).await?;
    assert_eq!(strangers, json!([]), "{view}");
    Ok(())
}

/// Every tab, every section of the settings, and the list of commands.
pub(crate) async fn in_every_place(
    stage: &Stage,
    check: impl AsyncFn(&Stage, &str) -> Result<()>,
) -> Result<()> {
    let openers = "return [...document.querySelectorAll('[role=tab]')].map((tab) => tab.id);";
    let openers = stage.app().sidebar_script(openers).await?;
    for opener in openers.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let press = format!("document.getElementById('{opener}').click(); return true;");
        stage.app().sidebar_script(&press).await?;
        check(stage, opener).await?;
    }
    press(stage, "open-commands").await?;
    check(stage, "commands").await?;
    stage.app().press_in_focus(Key::Escape).await
}

#[tokio::test]
async fn l7_every_text_comes_from_the_language_files_and_has_its_room() -> Result<()> {
    Stage::play("l7_every_text_comes_from_the_language_files", async |stage| {
        speaks(stage, "en-XA").await?;
        let check = async |stage: &Stage, view: &str| {
            comes_from_the_files(stage, view).await?;
            has_its_room(stage, view).await
        };
        in_every_view(stage, check).await?;
        in_every_place(stage, check).await?;
        in_the_library(stage, check).await
    })
    .await
}

/// Its filters and one item large, with its facts.
pub(crate) async fn in_the_library(
    stage: &Stage,
    check: impl AsyncFn(&Stage, &str) -> Result<()>,
) -> Result<()> {
    let app = stage.app();
    app.open_library().await?;
    check(stage, "the library").await?;
    press(stage, "library-filters-toggle").await?;
    until("the filters are there", async || {
        Ok((!app.text("library-filters").await?.is_empty()).then_some(()))
    })
    .await?;
    check(stage, "the library's filters").await?;
    let open = "document.querySelector('[data-testid=tile]').dispatchEvent(
        new MouseEvent('dblclick', { bubbles: true })); return true;";
    app.sidebar_script(open).await?;
    press(stage, "lightbox-facts").await?;
    check(stage, "facts").await?;
    press(stage, "lightbox-close").await?;
    app.leave_library();
    Ok(())
}

#[tokio::test]
async fn l7_arabic_runs_from_right_to_left_and_has_its_room() -> Result<()> {
    Stage::play("l7_arabic_runs_from_right_to_left", async |stage| {
        speaks(stage, "ar").await?;
        in_every_view(stage, has_its_room).await?;
        in_every_place(stage, has_its_room).await?;
        in_the_library(stage, has_its_room).await?;
        let sides = "const place = (id) =>
              document.querySelector(`[data-testid=${id}]`).getBoundingClientRect().left;
            return [document.documentElement.dir, place('page-back') > place('page-home')];";
        assert_eq!(stage.app().sidebar_script(sides).await?, json!(["rtl", true]));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn l7_another_language_holds_at_once_and_in_the_next_run() -> Result<()> {
    Stage::play("l7_another_language_holds_at_once", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.unfold("settings").await?;
        app.choose("language", "de").await?;
        app.reads("status", "Bereit").await?;
        stage.restart().await?;
        let app = stage.app();
        app.reads("status", "Bereit").await?;
        let tag = "return document.documentElement.lang;";
        assert_eq!(app.sidebar_script(tag).await?, json!("de"));
        app.unfold("settings").await?;
        app.choose("language", "system").await?;
        app.reads("status", "Idle").await
    })
    .await
}

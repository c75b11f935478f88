//! Every view of the sidebar as axe-core sees it, in light and dark.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until, window};
use serde_json::json;
use thirtyfour::Key;

use crate::languages::{in_every_place, in_the_library};

async fn is_clean(stage: &Stage, view: &str) -> Result<()> {
    for theme in ["light", "dark"] {
        let app = stage.app();
        let choose = format!("document.documentElement.setAttribute('data-theme', '{theme}');");
        app.sidebar_script(&choose).await?;
        let violations = app.violations().await?;
        assert!(violations.is_empty(), "{view}, {theme}: {violations:#?}");
    }
    Ok(())
}

/// Nothing may stand over the edge, no number be pressed out by the buttons beside it, and the two bounds
/// take the whole line.
pub(crate) async fn has_its_room(stage: &Stage, view: &str) -> Result<()> {
    let look = "const edge = document.documentElement.clientWidth + 1;
        const isOver = (one) => one.getBoundingClientRect().right > edge
          || one.getBoundingClientRect().left < -1;
        // What is cut with an ellipsis is not over the edge: its place is within.
        const isCut = (one) => getComputedStyle(one).overflowX === 'hidden' && !isOver(one);
        const places = (one) => one.matches('main') ? [] : [one, ...places(one.parentElement)];
        const isSeen = (one) => one.checkVisibility() && !one.closest('.unseen');
        const seen = [...document.querySelectorAll('main *')].filter(isSeen);
        const over = seen.filter((one) => isOver(one) && !places(one).some(isCut));
        const numbers = seen.filter((one) => one.matches('[type=number]') && one.clientWidth < 24);
        const { scrollWidth, clientWidth } = document.documentElement;
        const sideways = scrollWidth > clientWidth ? [document.documentElement] : [];
        const isLeft = document.documentElement.dir === 'rtl';
        const right = (one) => one.getBoundingClientRect()[isLeft ? 'left' : 'right'];
        const isShort = (one) => one.matches('.bounds') && ![...one.querySelectorAll('.field')]
          .some((field) => Math.abs(right(field) - right(one)) < 1);
        const short = seen.filter(isShort);
        return [...sideways, ...over, ...numbers, ...short].map((one) => `${one.tagName}.${one.className}: ${one.textContent}`);";
    let pressed = stage.app().sidebar_script(look).await?;
    assert_eq!(pressed, json!([]), "{view}");
    Ok(())
}

/// The driver's own click misses where the text is larger.
pub(crate) async fn press(stage: &Stage, test_id: &str) -> Result<()> {
    let press = format!("document.querySelector('[data-testid={test_id}]').click();");
    stage.app().sidebar_script(&press).await.map(drop)
}

/// Goes through the sidebar as a first session shows it, and has `check` look at each view. It reads no word,
/// so that it does for every language.
pub(crate) async fn in_every_view(
    stage: &Stage,
    check: impl AsyncFn(&Stage, &str) -> Result<()>,
) -> Result<()> {
    let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
    stage.simulator.script(script).await?;
    let app = stage.app();
    until("the panel is there", async || Ok((!app.text("status").await?.is_empty()).then_some(())))
        .await?;
    check(stage, "nothing yet").await?;
    app.open_image(1).await?;
    app.reads("image-id", &image_id(1)).await?;
    check(stage, "an image").await?;
    press(stage, "start").await?;
    until("it runs", async || Ok((!app.text("stop").await?.is_empty()).then_some(()))).await?;
    check(stage, "a running session").await?;
    until("it has ended", async || {
        let outcomes = app.all("status", "data-outcome").await?;
        Ok((outcomes == ["success"]).then_some(()))
    })
    .await?;
    app.open_card(&image_id(1)).await?;
    until("the card is filled", async || {
        Ok((app.all("attempt", "data-outcome").await?.len() == 2).then_some(()))
    })
    .await?;
    check(stage, "an opened card").await?;
    press(stage, "forget").await?;
    check(stage, "a question").await?;
    for fold in ["statistics", "prompts", "settings", "data", "help", "diagnostics"] {
        app.unfold(fold).await?;
        check(stage, fold).await?;
    }
    Ok(())
}

#[tokio::test]
async fn no_view_of_the_sidebar_has_a_violation() -> Result<()> {
    Stage::play("no_view_of_the_sidebar_has_a_violation", async |stage| {
        in_every_view(stage, is_clean).await
    })
    .await
}

#[tokio::test]
async fn large_text_has_its_room_in_every_view() -> Result<()> {
    text_has_its_room_in_every_view("large_text", 200).await
}

/// Small text is as a wide sidebar.
#[tokio::test]
async fn small_text_has_its_room_in_every_view() -> Result<()> {
    text_has_its_room_in_every_view("small_text", 75).await
}

async fn text_has_its_room_in_every_view(name: &str, percent: u32) -> Result<()> {
    Stage::play(name, async |stage| {
        stage.launch.settings.push(format!("text_size={percent}"));
        stage.restart().await?;
        in_every_view(stage, has_its_room).await?;
        in_every_place(stage, has_its_room).await?;
        in_the_library(stage, has_its_room).await
    })
    .await
}

async fn focus_is(stage: &Stage, test_id: &str) -> Result<()> {
    let focused = async || {
        let focused = "return document.activeElement?.dataset.testid ?? null;";
        stage.app().sidebar_script(focused).await
    };
    until_equal("what has the focus", &json!(test_id), focused).await
}

/// Arrows go through the tabs and open them; the Tab key stops at one of them.
#[tokio::test]
async fn l1_the_tabs_are_one_stop_and_arrows_go_through_them() -> Result<()> {
    Stage::play("l1_the_tabs_are_one_stop", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.click("tab-queue").await?;
        app.press_in_focus(Key::Right).await?;
        focus_is(stage, "tab-history").await?;
        let seen = "return [...document.querySelectorAll('[role=tabpanel]:not([hidden])')]
            .filter((one) => one.checkVisibility()).map((one) => one.id);";
        assert_eq!(app.sidebar_script(seen).await?, json!(["panel-history"]));
        let stops = "return document.querySelectorAll('.tab-strip [tabindex=\"0\"]').length;";
        assert_eq!(app.sidebar_script(stops).await?, json!(1));
        app.press_in_focus(Key::End).await?;
        focus_is(stage, "tab-statistics").await
    })
    .await
}

/// What is on top closes at Escape, and the focus is where it was.
#[tokio::test]
async fn l6_the_list_of_commands_filters_acts_and_gives_the_focus_back() -> Result<()> {
    Stage::play("l6_the_list_of_commands", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.click("tab-queue").await?;
        app.press_in_focus(Key::Control + "k").await?;
        focus_is(stage, "commands-search").await?;
        app.press_in_focus(Key::Escape).await?;
        focus_is(stage, "tab-queue").await?;

        app.press_in_focus(Key::Control + "k").await?;
        focus_is(stage, "commands-search").await?;
        app.type_into("[data-testid=commands-search]", "data").await?;
        assert_eq!(app.all("palette-entry", "aria-selected").await?, ["true"]);
        app.press_in_focus(Key::Enter).await?;
        until("the section is there", async || {
            Ok(app.text("data").await?.contains("Database").then_some(()))
        })
        .await?;
        app.press_in_focus(Key::Escape).await?;
        focus_is(stage, "open-settings").await
    })
    .await
}

/// The page has the focus, and its script presses the same keys first: that starts nothing.
#[tokio::test]
async fn l6_keys_pressed_in_the_page_reach_the_sidebar_and_no_page_can_press_them() -> Result<()> {
    Stage::play("l6_keys_pressed_in_the_page", async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let forged = "for (const target of [window, document.body]) target.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true }));
            return 1;";
        app.page_script(forged).await?;
        assert_eq!(app.text("status").await?, "Idle");
        // The driver's keys do not pass the widget; these are the system's.
        window::press_in_page(&[window::CONTROL, window::K])?;
        until("the list of commands is open", async || {
            Ok((!app.all("palette-entry", "id").await?.is_empty()).then_some(()))
        })
        .await?;
        assert_eq!(app.text("status").await?, "Idle", "what the page's script pressed is nobody's");
        app.press_in_focus(Key::Escape).await?;
        window::press_in_page(&[window::CONTROL, window::ENTER])?;
        app.reads("status", "Running").await?;
        window::press_in_page(&[window::CONTROL, window::PERIOD])?;
        app.reads("status", "Cancelled").await
    })
    .await
}

#[tokio::test]
async fn a_session_is_started_and_stopped_by_the_keyboard() -> Result<()> {
    Stage::play("a_session_is_started_by_the_keyboard", async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.press("/").await?;
        focus_is(stage, "history-search").await?;
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.press_with_control(thirtyfour::Key::Enter).await?;
        app.reads("status", "Running").await?;
        app.press_with_control('.').await?;
        app.reads("status", "Cancelled").await
    })
    .await
}

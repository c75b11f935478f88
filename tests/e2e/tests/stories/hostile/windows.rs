//! A page that wants a window to look like somebody else's.

use anyhow::Result;
use retake_e2e::app::run_script;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::window::WishesToWindowManager;
use retake_e2e::{Simulator, Stage, until};
use serde_json::json;
use thirtyfour::By;

use super::works_as_ever;
use crate::sign_in::{
    open_windows, page_has, press_in_page, sees, signs_in_at, title_is, titles_with,
    window_to_sign_in,
};

/// Puts a button into a page that does `what` at a press of the user's.
fn button(what: &str) -> String {
    format!(
        "const button = document.createElement('button');
         button.id = button.textContent = 'lure';
         button.style = 'position: fixed; inset: auto auto 80px 80px; z-index: 99';
         button.onclick = () => {{ {what} }};
         document.body.append(button);
         return 1;"
    )
}

async fn all_titles_begin(whose: &str) -> Result<()> {
    until_equal(&format!("every window to sign in is called {whose}"), &true, async || {
        let titles = titles_with("sign in")?;
        Ok(!titles.is_empty() && titles.iter().all(|title| title.starts_with(whose)))
    })
    .await
}

#[tokio::test]
async fn a_title_names_a_host_only_after_a_committed_load() -> Result<()> {
    Stage::play("a_title_names_a_host_only", async |stage| {
        let other = Simulator::start()?;
        let at = signs_in_at(stage, &other, "window").await?;
        page_has(stage, "sign-in").await?;
        let url = format!("{at}/sign-in?back=http%3A%2F%2F127.0.0.1%2F");
        let lure = format!(
            "window.lured = window.open('{url}', 'lure');
             lured.document.write('<h1>Sign in to localhost</h1><input type=password>');"
        );
        let app = stage.app();
        app.page_script(&button(&lure)).await?;
        press_in_page(stage, "lure").await?;
        let window = window_to_sign_in(stage).await?;
        app.driver.switch_to_window(window).await?;
        let is_there = "return document.querySelector('input[type=password]') !== null;";
        sees(stage, "the page's own form is there", is_there).await?;
        let called = titles_with("sign in")?;
        assert_eq!(called.len(), 1, "{called:?}");
        assert!(!called[0].contains("localhost"), "{called:?}");

        app.page_script(&format!("lured.location = '{url}'; return 1;")).await?;
        title_is("localhost – sign in").await?;
        app.page_script("lured.location = 'about:blank'; return 1;").await?;
        all_titles_begin("An empty page").await?;
        works_as_ever(stage, 2).await
    })
    .await
}

#[tokio::test]
async fn a_window_to_sign_in_that_is_closed_frees_its_place() -> Result<()> {
    Stage::play("a_window_that_is_closed", async |stage| {
        let other = Simulator::start()?;
        let at = signs_in_at(stage, &other, "window").await?;
        page_has(stage, "sign-in").await?;
        let app = stage.app();
        app.page_script(
            "const { open } = window; window.mine = [];
             window.open = (...how) => { const one = open.apply(window, how); if (one) mine.push(one); return one; };
             return 1;",
        )
        .await?;
        for round in 0..2 {
            assert_eq!(open_windows(stage, &at, 3).await?, json!(3), "round {round}");
            until("their windows are gone from the screen", async || {
                // WebKit drops the word where a window's first page is about to come.
                app.page_script("for (const one of mine) one.close(); return 1;").await?;
                Ok(titles_with("sign in")?.is_empty().then_some(()))
            })
            .await?;
            app.page_script("mine.length = 0; return 1;").await?;
            app.page_script("document.getElementById('opener').remove(); return 1;").await?;
        }
        Ok(())
    })
    .await
}

/// The page may: a video is watched so, and the sidebar stays beside it with the address.
#[tokio::test]
async fn full_screen_hides_no_origin() -> Result<()> {
    let lure = button("document.documentElement.requestFullscreen();");
    let is_full = "return Boolean(document.fullscreenElement);";
    Stage::play("full_screen_hides_no_origin", async |stage| {
        let other = Simulator::start()?;
        signs_in_at(stage, &other, "window").await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.page_script(&lure).await?;
        // Where nothing manages windows, WebKit drops a request now and then.
        until("the page is full screen", async || {
            press_in_page(stage, "lure").await?;
            let answer = run_script(&app.driver, is_full, Vec::new()).await?;
            Ok((answer == json!(true)).then_some(()))
        })
        .await?;
        let shown = "return document.querySelector('[data-testid=address]').checkVisibility() && innerWidth > 200;";
        assert_eq!(app.sidebar_script(shown).await?, json!(true), "the sidebar says where it is");
        app.page_script("await document.exitFullscreen(); return 1;").await?;

        press_in_page(stage, "sign-in").await?;
        let window = window_to_sign_in(stage).await?;
        app.driver.switch_to_window(window).await?;
        until("the sign-in page is there", async || {
            Ok(app.driver.find(By::Id("continue")).await.ok().map(drop))
        })
        .await?;
        app.driver.execute(&lure, Vec::new()).await?;
        let wishes = WishesToWindowManager::listen()?;
        app.driver.find(By::Id("lure")).await?.click().await?;
        // Whatever the press led to has happened two frames later.
        let frames = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done(1)));";
        app.driver.execute_async(frames, Vec::new()).await?;
        assert!(!wishes.has_full_screen()?, "the window to sign in asked for it");
        Ok(())
    })
    .await
}

//! What happened is reported: sessions that were cut off, pages that do not come, windows that close
//! (spec L4, P5, W3).

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::mpsc;

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::window::ask_to_close;
use retake_e2e::{PageLoad, Stage, until};
use serde_json::json;

use crate::accessibility::has_its_room;

async fn reads_in(stage: &Stage, test_id: &str, words: &str) -> Result<()> {
    until(&format!("`{test_id}` tells of {words:?}"), async || {
        Ok(stage.app().text(test_id).await?.contains(words).then_some(()))
    })
    .await
}

/// A session whose attempt never ends.
async fn endless(stage: &Stage) -> Result<()> {
    stage.simulator.script(json!([{"kind": "hang"}, {"kind": "completed"}])).await?;
    stage.start_session(1, "slow pan").await?;
    reads_in(stage, "activity", "Generating").await
}

#[tokio::test]
async fn l4_a_session_that_was_cut_off_is_offered_again_after_the_next_start() -> Result<()> {
    Stage::play("l4_a_session_that_was_cut_off", async |stage| {
        endless(stage).await?;
        stage.give_up_presses_after(8_000);
        stage.restart().await?;
        reads_in(stage, "interrupted", "1 session was interrupted").await?;
        has_its_room(stage, "the banner").await?;
        let app = stage.app();
        app.click("resume-interrupted").await?;
        app.reads("status", "Success").await?;
        until("nothing is offered any more", async || {
            Ok(app.text("interrupted").await?.is_empty().then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn w12_a_sidebar_that_fails_starts_again_and_says_so_when_it_fails_again() -> Result<()> {
    Stage::play("w12_a_sidebar_that_fails", async |stage| {
        endless(stage).await?;
        let app = stage.app();
        // A module whose only function is a trap, run at start: what a fault of the program is to the page.
        let fail =
            "setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
            0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 3,2,1,0, 8,1,0, 10,5,1,3,0,0,11]))));";
        app.sidebar_script(&format!("window.isOld = true; {fail}")).await?;
        until("the sidebar has started again", async || {
            let is_old = app.sidebar_script("return window.isOld === true;").await;
            Ok(is_old.is_ok_and(|is_old| is_old == false).then_some(()))
        })
        .await?;
        app.reads("status", "Running").await?;
        app.sidebar_script(fail).await?;
        until("the sidebar says that it has failed", async || {
            let text = app.sidebar_script("return document.body.innerText;").await?;
            let is_said = text.as_str().is_some_and(|text| text.contains("has failed twice"));
            Ok(is_said.then_some(()))
        })
        .await?;
        has_its_room(stage, "what is said of it").await?;
        let faults = faults_in(&stage.launch.data_dir.join("logs"))?;
        assert_eq!(faults, 2, "the log has both");
        app.sidebar_script("document.querySelector('button').click();").await?;
        app.reads("status", "Running").await
    })
    .await
}

/// How often the logs tell of a fault of a window's program.
fn faults_in(logs: &Path) -> Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(logs)? {
        count += fs::read_to_string(entry?.path())?.matches("RuntimeError").count();
    }
    Ok(count)
}

#[tokio::test]
async fn closing_the_window_in_mid_session_asks_first() -> Result<()> {
    Stage::play("closing_the_window", async |stage| {
        endless(stage).await?;
        ask_to_close()?;
        reads_in(stage, "close-question", "A session is running").await?;
        stage.app().click("keep-open").await?;
        until("it is no longer asked", async || {
            Ok(stage.app().text("close-question").await?.is_empty().then_some(()))
        })
        .await?;
        stage.app().reads("status", "Running").await
    })
    .await
}

#[tokio::test]
async fn a_page_that_does_not_answer_is_told_of_and_the_history_works_on() -> Result<()> {
    Stage::play("a_page_that_does_not_answer", async |stage| {
        stage.start_session(1, "slow pan").await?;
        stage.app().reads("status", "Success").await?;
        // A server that takes connections and says nothing.
        let silent = TcpListener::bind("127.0.0.1:0")?;
        stage.launch.grok_url = format!("http://{}", silent.local_addr()?);
        stage.launch.page_load = PageLoad::NotAwaited;
        let (held, _kept) = mpsc::channel::<TcpStream>();
        std::thread::spawn(move || {
            silent.incoming().flatten().try_for_each(|stream| held.send(stream))
        });
        stage.restart().await?;
        stage.app().reads("status", "No page").await?;
        reads_in(stage, "page-problem", "doesn't answer").await?;
        stage.app().open_card(&image_id(1)).await
    })
    .await
}

#[tokio::test]
async fn an_address_that_the_webview_refuses_is_told_of() -> Result<()> {
    Stage::play("an_address_that_the_webview_refuses", async |stage| {
        stage.launch.grok_url = "http://127.0.0.1:1".to_owned();
        stage.launch.page_load = PageLoad::NotAwaited;
        stage.restart().await?;
        stage.app().reads("status", "No page").await
    })
    .await
}

#[tokio::test]
async fn a_text_that_is_not_on_the_page_is_said_not_to_be() -> Result<()> {
    Stage::play("a_text_that_is_not_on_the_page", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.click("page-tools").await?;
        app.fill("find", "no such words").await?;
        app.click("find-next").await?;
        app.reads("find-result", "No matches").await?;
        app.fill("find", "Simulated").await?;
        app.click("find-next").await?;
        app.reads("find-result", "").await
    })
    .await
}

//! What Retake does not press and does not count: other pictures, and what the page makes beside videos of an
//! image (spec A9, C9).

use anyhow::{Context, Result};
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::{PROMPT, forbidden_presses};

/// Waits until the panel says `words` somewhere.
async fn says(stage: &Stage, words: &str) -> Result<()> {
    until(&format!("the sidebar says {words:?}"), async || {
        let panel = stage.app().in_sidebar().await?.source().await?;
        Ok(panel.contains(words).then_some(()))
    })
    .await
}

async fn generations(stage: &Stage, form: &str) -> Result<usize> {
    let all = stage.simulator.generations().await?;
    Ok(all.iter().filter(|one| one["form"] == json!(form)).count())
}

/// How often each control was pressed that was pressed at all.
async fn pressed(stage: &Stage) -> Result<Value> {
    let mut pressed = stage.simulator.state().await?["pressed"].clone();
    let controls = pressed.as_object_mut().context("it counts what is pressed")?;
    controls.retain(|_, count| *count != json!(0));
    Ok(pressed)
}

#[tokio::test]
async fn c9_a_request_that_names_another_picture_stops_the_session() -> Result<()> {
    Stage::play_autumn("autumn_another_picture", json!({"names": "another"}), async |stage| {
        let app = stage.app();
        // The picture that the page will name is known.
        app.open_image(2).await?;
        app.reads("image-id", &image_id(2)).await?;
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.fill("prompt", PROMPT).await?;
        app.click("start").await?;
        app.reads("status", "Needs you").await?;
        says(stage, "Grok would use another picture").await?;
        app.open_card(&image_id(2)).await?;
        until("the video is there, with the picture that it is of", async || {
            Ok((app.all("attempt", "data-outcome").await? == ["completed"]).then_some(()))
        })
        .await?;
        app.reads("status", "Needs you").await?;
        app.reads("retry-count", "0/3").await?;
        app.reads("videos-count", "0/1").await?;
        assert_eq!(generations(stage, "imageToVideo").await?, 1, "nothing more is pressed");
        assert_eq!(forbidden_presses(stage).await?, json!(0));

        stage.simulator.options(json!({"names": "shown"})).await?;
        app.open_image(1).await?;
        app.click("resume").await?;
        app.reads("status", "Success").await?;
        app.reads("videos-count", "1/1").await
    })
    .await
}

#[tokio::test]
async fn c9_a_request_of_a_picture_that_nothing_knows_waits_for_the_user() -> Result<()> {
    // What the page asks for by itself would tell of that picture.
    let options = json!({"names": "another", "passive": false});
    Stage::play_autumn("autumn_unknown_picture", options, async |stage| {
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Needs you").await?;
        says(stage, "a picture that Retake doesn").await?;
        app.reads("retry-count", "0/3").await?;
        app.click("stop").await?;
        app.reads("status", "Cancelled").await?;
        assert_eq!(generations(stage, "imageToVideo").await?, 1, "nothing more is pressed");
        Ok(())
    })
    .await
}

/// Presses what `css` finds in the page, as soon as it is there.
async fn press(stage: &Stage, css: &str) -> Result<()> {
    let page = stage.app().in_page().await?;
    until(&format!("{css} can be pressed"), async || {
        let Some(found) = page.find_all(By::Css(css)).await?.into_iter().next() else {
            return Ok(None);
        };
        found.click().await?;
        Ok(Some(()))
    })
    .await
}

/// Types into the page's form and submits it.
async fn submit(stage: &Stage, words: &str) -> Result<()> {
    press(stage, "form .ProseMirror").await?;
    let page = stage.app().in_page().await?;
    page.find(By::Css("form .ProseMirror")).await?.send_keys(words).await?;
    press(stage, "form button[type=submit]:enabled").await
}

/// Goes to a path of the page, without a load. What is pressed next is pressed there.
async fn go(stage: &Stage, path: &str) -> Result<()> {
    stage.simulator.page(json!({"do": "navigate", "path": path})).await?;
    until(&format!("the page is at {path}"), async || {
        Ok((stage.app().page_path().await? == path).then_some(()))
    })
    .await
}

/// Opens the menu and chooses; on a busy machine it may close again before it is chosen from.
async fn choose_upscale(stage: &Stage) -> Result<()> {
    let page = stage.app().in_page().await?;
    until("the menu of Upscale is chosen from", async || {
        let items = page.find_all(By::Css("[role=menuitem]")).await?;
        if let Some(item) = items.into_iter().next() {
            return Ok(item.click().await.is_ok().then_some(()));
        }
        let closed = By::Css("[aria-label=Upscale][aria-expanded=false]");
        if let Some(trigger) = page.find_all(closed).await?.into_iter().next() {
            trigger.click().await?;
        }
        Ok(None)
    })
    .await
}

/// A page that has just loaded may put its composer back once more.
async fn choose_image_mode(stage: &Stage) -> Result<()> {
    until("the composer makes images", async || {
        let page = stage.app().in_page().await?;
        let chosen = By::Css("[role=radio][aria-label=Image][aria-checked=true]");
        if !page.find_all(chosen).await?.is_empty() {
            return Ok(Some(()));
        }
        let choice = By::Css("[role=radio][aria-label=Image]");
        if let Some(choice) = page.find_all(choice).await?.into_iter().next() {
            choice.click().await?;
        }
        Ok(None)
    })
    .await
}

/// The user makes something else of `video` and of `image`, in every way that the page offers.
async fn everything_else(stage: &Stage, image: &str, video: &str) -> Result<()> {
    go(stage, &format!("/imagine/post/{video}")).await?;
    press(stage, "[aria-label=Extend]").await?;
    submit(stage, "the boat sails on").await?;
    until("the clip is extended", async || {
        Ok((generations(stage, "videoExtension").await? == 1).then_some(()))
    })
    .await?;
    go(stage, &format!("/imagine/post/{video}")).await?;
    choose_upscale(stage).await?;
    until("the clip is larger", async || {
        Ok((stage.simulator.state().await?["asked"]["upscale"] == json!(1)).then_some(()))
    })
    .await?;
    go(stage, &format!("/imagine/post/{image}")).await?;
    choose_image_mode(stage).await?;
    submit(stage, "at night").await?;
    until("the picture is edited", async || {
        Ok((generations(stage, "imageToImage").await? == 1).then_some(()))
    })
    .await?;
    let of_the_image = format!("/imagine/post/{image}");
    until("the page has gone to the edited picture", async || {
        Ok((stage.app().page_path().await? != of_the_image).then_some(()))
    })
    .await?;
    press(stage, "[role=radio][aria-label=Agent]").await?;
    until("the agent's canvas is open", async || {
        Ok(stage.app().page_path().await?.starts_with("/imagine/agent/").then_some(()))
    })
    .await
}

#[tokio::test]
async fn a9_extension_edit_upscale_and_agent_count_nowhere_and_are_never_pressed() -> Result<()> {
    let options = json!({"query": "never"});
    Stage::play_autumn("autumn_everything_else", options, async |stage| {
        let app = stage.app();
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Success").await?;
        let video = stage.simulator.generations().await?[0]["attempt_id"].clone();
        let video = video.as_str().context("the video has an id")?;

        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        stage.start_session(1, PROMPT).await?;
        until("a try is under way", async || {
            Ok((generations(stage, "imageToVideo").await? == 2).then_some(()))
        })
        .await?;
        everything_else(stage, &image_id(1), video).await?;
        app.reads("status", "Waiting").await?;
        go(stage, "/imagine").await?;
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.reads("status", "Running").await?;
        app.reads("retry-count", "0/3").await?;
        app.reads("videos-count", "0/1").await?;
        let mut pressed = pressed(stage).await?;
        let upscale = pressed.as_object_mut().and_then(|pressed| pressed.remove("upscale"));
        assert!(upscale.is_some(), "the menu was opened, maybe more than once");
        let of_the_user = json!({
            "make_video": 2, "extend": 1, "extend_submit": 1,
            "mode_image": 1, "edit": 1, "agent": 1,
        });
        assert_eq!(pressed, of_the_user, "Retake presses what makes a video, once for each try");
        app.click("stop").await?;
        app.reads("status", "Cancelled").await?;
        app.reads("videos-count", "0/1").await
    })
    .await
}

#[tokio::test]
async fn c9_nothing_is_pressed_where_the_page_extends_a_video() -> Result<()> {
    Stage::play_autumn("autumn_extending", json!({}), async |stage| {
        let app = stage.app();
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Success").await?;
        press(stage, "[aria-label=Extend]").await?;
        app.click("start").await?;
        app.reads("status", "Needs you").await?;
        says(stage, "about to edit or extend").await?;
        let made = stage.simulator.generations().await?.len();
        assert_eq!(made, 1, "nothing was made");
        assert_eq!(pressed(stage).await?, json!({"make_video": 1, "extend": 1}));
        Ok(())
    })
    .await
}

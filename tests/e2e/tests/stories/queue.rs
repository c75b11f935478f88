//! Images that are queued: the page is brought to the next when one is done
//! (spec M1–M7).

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::json;

/// How long the stories' user must leave the page alone, in ms.
const IDLE_MS: u32 = 2500;

async fn plays(name: &str, body: impl AsyncFnOnce(&mut Stage) -> Result<()>) -> Result<()> {
    Stage::play(name, async |stage| {
        stage.launch.settings.push(format!("queue_idle_ms={IDLE_MS}"));
        stage.restart().await?;
        body(stage).await
    })
    .await
}

async fn enqueue(stage: &Stage, image: u32, prompt: &str) -> Result<()> {
    let app = stage.app();
    app.open_image(image).await?;
    app.reads("image-id", &image_id(image)).await?;
    app.fill("prompt", prompt).await?;
    app.click("enqueue").await
}

async fn queue_is(stage: &Stage, images: &[u32]) -> Result<()> {
    let expected: Vec<_> = images.iter().map(|image| image_id(*image)).collect();
    let lined_up = async || stage.app().all("queue-entry", "data-media-id").await;
    until_equal("what is queued", &expected, lined_up).await
}

/// The prompts of the generations so far, each with the number of its image.
async fn made(stage: &Stage) -> Result<Vec<(u32, String)>> {
    let generations = stage.simulator.generations().await?;
    let number = |id: &str| (1..20).find(|number| image_id(*number) == id).unwrap_or_default();
    let told = generations.iter().map(|one| {
        let text = |name: &str| one[name].as_str().unwrap_or_default();
        (number(text("media_id")), text("prompt").to_owned())
    });
    Ok(told.collect())
}

#[tokio::test]
async fn the_page_is_brought_to_each_image_and_its_session_runs_there() -> Result<()> {
    plays("the_page_is_brought_to_each_image", async |stage| {
        let script = json!([
            {"kind": "completed"}, {"kind": "moderated", "at_percent": 40}, {"kind": "completed"},
            {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        for (image, prompt) in [(3, "the third"), (1, "the first"), (2, "the second")] {
            enqueue(stage, image, prompt).await?;
        }
        let app = stage.app();
        until_equal("all are done, in their order", &3, async || {
            Ok(made(stage)
                .await?
                .iter()
                .map(|(image, _)| image)
                .collect::<std::collections::BTreeSet<_>>()
                .len())
        })
        .await?;
        queue_is(stage, &[]).await?;
        app.reads("image-id", &image_id(2)).await?;
        app.reads("status", "Success").await?;
        let expected = [(3, "the third"), (1, "the first"), (1, "the first"), (2, "the second")];
        let expected = expected.map(|(image, prompt)| (image, prompt.to_owned()));
        assert_eq!(
            made(stage).await?,
            expected,
            "one click for each decision, each with its prompt"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_rate_limit_pauses_the_queue_over_a_restart_and_the_image_it_met_keeps_its_turn()
-> Result<()> {
    plays("a_rate_limit_has_the_queue_stand_still", async |stage| {
        let script = json!([{"kind": "rate_limited"}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        enqueue(stage, 1, "the first").await?;
        enqueue(stage, 2, "the second").await?;
        let app = stage.app();
        app.reads("queue-next", "Paused: you reached Grok's rate limit").await?;
        queue_is(stage, &[1, 2]).await?;
        stage.restart().await?;
        let app = stage.app();
        queue_is(stage, &[1, 2]).await?;
        app.reads("queue-next", "Paused: Retake restarted").await?;
        assert_eq!(made(stage).await?.len(), 1);
        app.click("queue-go-on").await?;
        app.reads("image-id", &image_id(2)).await?;
        app.reads("status", "Success").await?;
        queue_is(stage, &[]).await?;
        let expected = [(1, "the first"), (1, "the first"), (2, "the second")];
        assert_eq!(made(stage).await?, expected.map(|(image, prompt)| (image, prompt.to_owned())));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_uses_the_page_keeps_it() -> Result<()> {
    plays("who_uses_the_page_keeps_it", async |stage| {
        enqueue(stage, 1, "the first").await?;
        let app = stage.app();
        app.open_image(4).await?;
        app.reads("image-id", &image_id(4)).await?;
        // Each key is as real as a user's, and nearer to the one before than the queue waits.
        let page = app.in_page().await?;
        let text = page.find(thirtyfour::By::Css("textarea")).await?;
        until("somebody has typed for twice as long as the queue waits", async || {
            text.send_keys("a").await?;
            let clock = "window.typingSince ??= performance.now();
                return performance.now() - window.typingSince;";
            let typed = retake_e2e::app::run_script(page, clock, Vec::new()).await?;
            Ok(typed.as_f64().filter(|typed| *typed > f64::from(IDLE_MS) * 2.0))
        })
        .await?;
        assert!(made(stage).await?.is_empty(), "nothing began while somebody typed");
        assert!(app.page_path().await?.ends_with(&image_id(4)), "and the page is where it was");
        app.reads("status", "Success").await?;
        assert_eq!(made(stage).await?, [(1, "the first".to_owned())], "but later it did");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn images_change_places_leave_the_queue_and_are_lined_up_from_the_history() -> Result<()> {
    Stage::play("images_change_places", async |stage| {
        stage.start_session(4, "slow pan").await?;
        let app = stage.app();
        app.reads("status", "Success").await?;
        for image in [1, 2, 3] {
            enqueue(stage, image, "slow pan").await?;
        }
        app.click("queue-pause").await?;
        app.reads("queue-next", "Paused by you").await?;
        queue_is(stage, &[1, 2, 3]).await?;
        app.sidebar_script(
            "[...document.querySelectorAll('[data-testid=queue-sooner]')].pop().click();",
        )
        .await?;
        queue_is(stage, &[1, 3, 2]).await?;
        app.click("queue-remove").await?;
        queue_is(stage, &[3, 2]).await?;
        app.open_card(&image_id(4)).await?;
        app.click("enqueue-image").await?;
        queue_is(stage, &[3, 2, 4]).await?;
        app.click("queue-clear").await?;
        queue_is(stage, &[]).await?;
        assert_eq!(made(stage).await?, [(4, "slow pan".to_owned())], "nothing of it was begun");
        Ok(())
    })
    .await
}

/// What is done, with its outcomes.
async fn done_is(stage: &Stage, outcomes: &[&str]) -> Result<()> {
    let expected: Vec<String> = outcomes.iter().map(|one| (*one).to_owned()).collect();
    let done = async || stage.app().all("queue-done-entry", "data-outcome").await;
    until_equal("what is done", &expected, done).await
}

#[tokio::test]
async fn m9_what_failed_is_retried_by_one_press_and_nothing_is_queued_twice_unasked() -> Result<()>
{
    plays("m9_what_failed_is_retried", async |stage| {
        let moderated = json!({"kind": "moderated", "at_percent": 40});
        let script = json!([moderated, moderated, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.fill("max-retries", "1").await?;
        app.fill("prompt", "the first").await?;
        app.click("enqueue").await?;
        done_is(stage, &["max_retries"]).await?;
        app.click("queue-retry-failed").await?;
        done_is(stage, &["success"]).await?;
        assert_eq!(made(stage).await?.len(), 3);

        app.click("enqueue").await?;
        app.click("queue-pause").await?;
        queue_is(stage, &[1]).await?;
        app.fill("prompt", "another").await?;
        app.click("enqueue").await?;
        app.click("queue-twice-keep").await?;
        queue_is(stage, &[1]).await?;
        app.click("queue-clear-done").await?;
        done_is(stage, &[]).await?;
        app.click("removed-undo").await?;
        done_is(stage, &["success"]).await
    })
    .await
}

#[tokio::test]
async fn m6_entries_are_edited_and_moved_where_they_stand() -> Result<()> {
    Stage::play("m6_entries_are_edited_and_moved", async |stage| {
        for image in [1, 2, 3] {
            enqueue(stage, image, "slow pan").await?;
        }
        let app = stage.app();
        app.click("queue-pause").await?;
        queue_is(stage, &[1, 2, 3]).await?;
        // The first two change places twice: the focus stays at the entry that moves.
        app.sidebar_script("document.querySelector('[data-testid=queue-grip]').focus();").await?;
        app.press_in_focus(thirtyfour::Key::Down).await?;
        queue_is(stage, &[2, 1, 3]).await?;
        app.press_in_focus(thirtyfour::Key::Down).await?;
        queue_is(stage, &[2, 3, 1]).await?;
        let sidebar = app.in_sidebar().await?;
        let grips = sidebar.find_all(thirtyfour::By::Css("[data-testid=queue-grip]")).await?;
        sidebar.action_chain().drag_and_drop_element(&grips[2], &grips[0]).perform().await?;
        queue_is(stage, &[1, 2, 3]).await?;

        app.click("queue-edit").await?;
        app.fill("queue-prompt", "slow tilt").await?;
        app.fill("queue-video-goal", "2").await?;
        app.click("queue-save").await?;
        until("the entry has its new goal", async || {
            Ok(app.text("queue-entry").await?.contains("2 videos").then_some(()))
        })
        .await?;
        assert!(made(stage).await?.is_empty(), "nothing was begun");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn m10_a_csv_is_queued_after_its_preview() -> Result<()> {
    Stage::play("m10_a_csv_is_queued", async |stage| {
        enqueue(stage, 1, "slow pan").await?;
        let app = stage.app();
        app.click("queue-remove").await?;
        queue_is(stage, &[]).await?;
        let file = stage.launch.data_dir.join("queue.csv");
        let rows = format!("image,prompt,goal\n{},slow tilt,2\nunknown,slow pan,1\n", image_id(1));
        std::fs::write(&file, rows)?;
        app.choose_file("queue-import", &file).await?;
        app.reads("queue-import-take", "Add 1 image").await?;
        until("the row that can't be taken is named", async || {
            Ok(app.text("queue-import-refused").await?.contains("Line 3").then_some(()))
        })
        .await?;
        queue_is(stage, &[]).await?;
        app.click("queue-import-take").await?;
        queue_is(stage, &[1]).await
    })
    .await
}

//! Nothing that a user typed is lost by what is pressed next, and nothing holds before it was meant.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{App, Stage, until};
use serde_json::json;

const RETRIES: &str = "[data-testid=max-retries]";
const GOAL: &str = "[data-testid=video-goal]";

/// A session of image 1 with two failures behind it, whose third attempt never ends.
async fn two_failures(stage: &Stage) -> Result<()> {
    let moderated = json!({"kind": "moderated", "at_percent": 40});
    stage.simulator.script(json!([moderated, moderated, {"kind": "hang"}])).await?;
    let app = stage.app();
    app.open_image(1).await?;
    app.reads("image-id", &image_id(1)).await?;
    app.type_into(RETRIES, "5\u{e007}").await?;
    app.fill("prompt", "slow pan").await?;
    app.click("start").await?;
    app.reads("retry-count", "2/5").await
}

#[tokio::test]
async fn c17_a_number_holds_when_it_is_whole_and_one_that_ends_the_session_asks() -> Result<()> {
    Stage::play("c17_a_number_holds", async |stage| {
        two_failures(stage).await?;
        let app = stage.app();
        app.type_into(RETRIES, "12").await?;
        app.reads("status", "Running").await?;
        assert_eq!(app.text("retry-count").await?, "2/5", "a digit is not a number yet");
        app.click_on("[data-testid=prompt]").await?;
        app.reads("retry-count", "2/12").await?;

        app.type_into(RETRIES, "1\u{e007}").await?;
        until("it is asked", async || {
            let question = app.text("bounds-question").await?;
            Ok(question.contains("This ends the session now").then_some(()))
        })
        .await?;
        app.click("bounds-keep").await?;
        app.reads("status", "Running").await?;
        app.reads("retry-count", "2/12").await?;
        assert_eq!(app.value("max-retries").await?, "12");

        app.type_into(RETRIES, "1\u{e007}").await?;
        app.click("bounds-end").await?;
        app.reads("status", "Max retries").await
    })
    .await
}

#[tokio::test]
async fn c17_a_box_without_a_number_keeps_start_and_queue_shut() -> Result<()> {
    Stage::play("c17_a_box_without_a_number", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        for wrong in ["51", "0", "\u{e003}"] {
            app.type_into(GOAL, wrong).await?;
            app.reads("start-hint", "Correct the limits to start.").await?;
            let shut = "return ['start', 'enqueue'].every((name) =>
                document.querySelector(`[data-testid=${name}]`).disabled);";
            assert_eq!(app.sidebar_script(shut).await?, json!(true), "{wrong:?}");
        }
        app.type_into(GOAL, "2").await?;
        // What stands in the box is what starts, also where it was not left before.
        app.click("start").await?;
        app.reads("videos-count", "2/2").await
    })
    .await
}

#[tokio::test]
async fn l3_what_is_typed_for_an_image_is_kept_for_it_and_a_used_prompt_is_for_it_alone()
-> Result<()> {
    Stage::play("l3_what_is_typed", async |stage| {
        let app = stage.app();
        let shows = async |image: u32, prompt: &str| -> Result<()> {
            app.open_image(image).await?;
            app.reads("image-id", &image_id(image)).await?;
            let prompt = prompt.to_owned();
            until_equal("the prompt's box", &prompt, async || app.value("prompt").await).await
        };
        stage.start_session(1, "prompt of one").await?;
        app.reads("status", "Success").await?;
        shows(2, "").await?;
        app.fill("prompt", "typed for two").await?;
        app.click("page-home").await?;
        app.reads("status", "Idle").await?;
        shows(2, "typed for two").await?;
        shows(3, "").await?;
        app.unfold("prompts").await?;
        app.click("use-prompt").await?;
        until_equal("it is put in", &"prompt of one".to_owned(), async || {
            app.value("prompt").await
        })
        .await?;
        shows(4, "").await?;
        shows(2, "typed for two").await?;
        shows(3, "prompt of one").await
    })
    .await
}

#[tokio::test]
async fn of_two_deletions_each_is_named_and_can_be_undone() -> Result<()> {
    Stage::play("of_two_deletions", async |stage| {
        let app = stage.app();
        for image in [1, 2] {
            stage.start_session(image, "slow pan").await?;
            app.reads("status", "Success").await?;
        }
        for image in [1, 2] {
            app.open_card(&image_id(image)).await?;
            app.click_on("[data-testid=forget]").await?;
            app.click_on("[data-testid=forget-confirm]").await?;
        }
        let places =
            "return [...document.querySelectorAll('[data-testid=forgetting]')].map((one) => {
            const { top, bottom } = one.getBoundingClientRect(); return [top, bottom]; });";
        let places = app.sidebar_script(places).await?;
        let edge = |notice: usize, side: usize| places[notice][side].as_f64().unwrap_or_default();
        assert!(edge(1, 0) >= edge(0, 1), "one stands under the other: {places}");
        let text = app.text("notices").await?;
        assert!(text.contains("Deleting “") && text.contains("Undo ("), "{text}");
        app.click_on("[data-testid=forgetting] [data-testid=forget-undo]").await?;
        app.click_on("[data-testid=forgetting] [data-testid=forget-undo]").await?;
        until("both are back", async || {
            let cards = app.all("image-card", "data-media-id").await?;
            Ok((cards.len() == 2).then_some(()))
        })
        .await
    })
    .await
}

/// Has the answers to changed settings wait until they are let go.
async fn hold_answers(app: &App) -> Result<()> {
    // A call is a `fetch` of an address that ends in the command's name.
    app.sidebar_script(
        "const real = window.fetch;
         window.letGo = [];
         window.fetch = async (...call) => {
           const answer = await real(...call);
           if (String(call[0]).endsWith('set_setting')) await new Promise((go) => letGo.push(go));
           return answer;
         };",
    )
    .await
    .map(drop)
}

/// What failed once on a busy machine: the answer about one setting came while another was typed.
#[tokio::test]
async fn what_is_typed_stands_while_answers_about_other_boxes_come_in() -> Result<()> {
    Stage::play("what_is_typed_stands", async |stage| {
        let app = stage.app();
        app.unfold("settings").await?;
        hold_answers(app).await?;
        app.turn_switch("setting-keep_videos").await?;
        app.type_into("[data-testid=setting-video_name] input", "{date} of mine").await?;
        until("the first answer waits", async || {
            let waiting = app.sidebar_script("return window.letGo.length;").await?;
            Ok((waiting == json!(1)).then_some(()))
        })
        .await?;
        app.sidebar_script("window.letGo.forEach((go) => go());").await?;
        app.click_on("[data-testid=settings] h2").await?;
        app.setting_is("video_name", "{date} of mine").await?;
        app.setting_is("keep_videos", "on").await
    })
    .await
}

#[tokio::test]
async fn nothing_typed_in_a_setting_is_lost_by_what_is_pressed_next() -> Result<()> {
    Stage::play("nothing_typed_in_a_setting", async |stage| {
        // What the command line says for this run can't be typed.
        stage.launch.settings.clear();
        stage.restart().await?;
        let app = stage.app();
        let boxes = [
            ("text_size", "110", "110"),
            ("page_zoom", "90", "90"),
            ("default_max_retries", "7", "7"),
            ("default_video_goal", "4", "4"),
            ("cooldown_ms", "9", "9000"),
            ("queue_idle_ms", "12", "12000"),
            ("video_name", "{date} {number}", "{date} {number}"),
            ("user_agent", "Mozilla/5.0 (of mine)", "Mozilla/5.0 (of mine)"),
            ("prompt_box_selector", "textarea", "textarea"),
        ];
        // The neighbours: the heading, another section, the search, the way back, what stands above.
        let neighbours = [
            "[data-testid=settings] h2",
            "[data-testid=section-data]",
            "[data-testid=settings-search]",
            "[data-testid=close-settings]",
            "[data-testid=page-tools]",
        ];
        for (round, (name, typed, stored)) in boxes.into_iter().enumerate() {
            app.unfold("settings").await?;
            app.type_into(&format!("[data-testid=setting-{name}] input"), typed).await?;
            app.click_on(neighbours[round % neighbours.len()]).await?;
            app.setting_is(name, stored).await?;
        }
        Ok(())
    })
    .await
}

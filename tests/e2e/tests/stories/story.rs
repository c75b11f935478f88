//! The main job: from Grok's page through the engine to the sidebar, and back as a click.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

const PROMPT: &str = "slow pan across a mountain lake";

fn prompts(generations: &[Value]) -> Vec<&str> {
    generations.iter().filter_map(|generation| generation["prompt"].as_str()).collect()
}

#[tokio::test]
async fn two_moderated_attempts_and_a_finished_video() -> Result<()> {
    Stage::play("two_moderated_attempts_and_a_finished_video", async |stage| {
        let script = json!([
            {"kind": "moderated", "at_percent": 40},
            {"kind": "moderated", "at_percent": 95},
            {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        let app = stage.app();
        app.reads("status", "Idle").await?;
        stage.start_session(1, PROMPT).await?;

        app.reads("status", "Success").await?;
        app.reads("retry-count", "2/3").await?;
        app.reads("videos-count", "1/1").await?;
        app.reads("credits-used", "3").await?;
        let generations = stage.simulator.generations().await?;
        assert_eq!(prompts(&generations), [PROMPT; 3], "c9: one click each, the same prompt");

        app.open_card(&image_id(1)).await?;
        let outcomes = async || app.all("attempt", "data-outcome").await;
        let newest_first = ["completed", "moderated", "moderated"].map(str::to_owned).to_vec();
        until_equal("the card lists the attempts", &newest_first, outcomes).await?;
        assert_eq!(app.all("session", "data-outcome").await?, ["success"]);
        assert!(app.text("log").await?.contains("Moderated"), "the log tells what happened");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn l1_a_session_pauses_after_the_video_under_way_and_continues_when_told() -> Result<()> {
    Stage::play("l1_a_session_pauses", async |stage| {
        let moderated = json!({"kind": "moderated", "at_percent": 40});
        let mut script = vec![moderated; 9];
        script.push(json!({"kind": "completed"}));
        stage.simulator.script(json!(script)).await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.fill("max-retries", "9").await?;
        stage.start_session(1, PROMPT).await?;
        app.click("pause").await?;
        app.reads("status", "Paused").await?;
        let made = until("what was made is counted", async || {
            let made = stage.simulator.generations().await?.len();
            let counted = app.text("retry-count").await?;
            Ok((counted == format!("{made}/9")).then_some(made))
        })
        .await?;
        app.click("go-on").await?;
        app.reads("status", "Success").await?;
        assert_eq!(stage.simulator.generations().await?.len(), 10);
        assert!(made < 10, "it was paused before its end");
        Ok(())
    })
    .await
}

/// Spec B3: a tool that keeps its session under a post's id loses it when the route goes on to a new
/// post.
#[tokio::test]
async fn a_route_through_three_post_ids_is_one_session() -> Result<()> {
    Stage::play("a_route_through_three_post_ids_is_one_session", async |stage| {
        let script = json!([
            {"kind": "moderated", "at_percent": 40},
            {"kind": "moderated", "at_percent": 40},
            {"kind": "moderated", "at_percent": 40},
            {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        stage.start_session(2, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Running").await?;
        let watch = "
            window.words = new Set();
            const look = () =>
              words.add(document.querySelector('[data-testid=status]')?.textContent ?? '');
            new MutationObserver(look).observe(document.body,
              { childList: true, subtree: true, characterData: true });";
        app.sidebar_script(watch).await?;
        let mut paths = vec![app.page_path().await?];
        until("the session ends", async || {
            let path = app.page_path().await?;
            if !paths.contains(&path) {
                paths.push(path);
            }
            Ok((app.text("status").await? == "Success").then_some(()))
        })
        .await?;
        assert!(paths.len() >= 3, "b3: the page went through several posts: {paths:?}");
        let words = app.sidebar_script("return [...words];").await?;
        assert_eq!(words, json!(["Running", "Success"]), "b2: the panel keeps showing the image");
        app.reads("image-id", &image_id(2)).await?;
        app.reads("retry-count", "3/3").await?;
        app.reads("videos-count", "1/1").await?;
        app.open_card(&image_id(2)).await?;
        let sessions = async || app.all("session", "data-outcome").await;
        until_equal("one session holds them all", &vec!["success".to_owned()], sessions).await
    })
    .await
}

/// A button that moves with each turn of the session is missed, and something else is pressed.
#[tokio::test]
async fn stop_stays_in_its_place_while_a_session_goes_on() -> Result<()> {
    Stage::play("stop_stays_in_its_place", async |stage| {
        // Longer than a generation on a busy machine, so that there is a pause before the retry.
        stage.launch.settings.push("cooldown_ms=6000".into());
        stage.restart().await?;
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        let app = stage.app();
        let watch = "
            window.places = new Map();
            const look = () => {
              const stop = document.querySelector('[data-testid=stop]');
              const what = document.querySelector('[data-testid=activity]')?.textContent;
              if (stop && what) places.set(what, stop.getBoundingClientRect().top);
            };
            new MutationObserver(look).observe(document.body,
              { childList: true, subtree: true, characterData: true });";
        app.sidebar_script(watch).await?;
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Success").await?;
        let places = app.sidebar_script("return Object.fromEntries(places);").await?;
        let places = places.as_object().expect("each thing that happens next has a place");
        assert!(
            places.contains_key("Generating") && places.contains_key("Retrying in"),
            "{places:?}"
        );
        assert!(places.values().all(|place| Some(place) == places.values().next()), "{places:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn d1_a_restart_keeps_the_history() -> Result<()> {
    Stage::play("d1_a_restart_keeps_the_history", async |stage| {
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        stage.start_session(3, PROMPT).await?;
        stage.app().reads("status", "Success").await?;
        stage.restart().await?;
        let app = stage.app();
        app.open_card(&image_id(3)).await?;
        let outcomes = async || app.all("attempt", "data-outcome").await;
        let kept = ["completed", "moderated"].map(str::to_owned).to_vec();
        until_equal("the attempts are there", &kept, outcomes).await?;
        assert_eq!(app.all("session", "data-outcome").await?, ["success"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c14_a_session_that_ran_when_the_app_was_closed_is_interrupted() -> Result<()> {
    Stage::play("c14_interrupted", async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        stage.start_session(4, PROMPT).await?;
        until("the generation runs", async || {
            Ok((stage.simulator.generations().await?.len() == 1).then_some(()))
        })
        .await?;
        stage.app().reads("status", "Running").await?;
        stage.give_up_presses_after(8_000);
        stage.restart().await?;
        let app = stage.app();
        app.open_image(4).await?;
        app.reads("status", "Interrupted").await?;
        stage.simulator.script(json!([{"kind": "completed"}])).await?;
        app.click("resume").await?;
        app.reads("status", "Success").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c16_two_images_keep_separate_sessions() -> Result<()> {
    Stage::play("c16_two_images", async |stage| {
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Success").await?;
        app.reads("retry-count", "1/3").await?;

        stage.simulator.script(json!([{"kind": "completed"}])).await?;
        stage.start_session(2, "slow zoom out").await?;
        app.reads("status", "Success").await?;
        app.reads("retry-count", "0/3").await?;

        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.reads("retry-count", "1/3").await?;
        let cards = async || app.all("image-card", "data-media-id").await;
        let newest_first = vec![image_id(2), image_id(1)];
        until_equal("each image has its card", &newest_first, cards).await
    })
    .await
}

#[tokio::test]
async fn b3_a_session_of_another_image_is_stopped_from_the_list() -> Result<()> {
    Stage::play("b3_stop_from_the_list", async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Running").await?;
        app.open_image(2).await?;
        app.reads("image-id", &image_id(2)).await?;
        app.click("stop-elsewhere").await?;
        app.open_image(1).await?;
        app.reads("status", "Cancelled").await
    })
    .await
}

#[tokio::test]
async fn c11_a_rate_limit_ends_the_session_and_nothing_more_is_clicked() -> Result<()> {
    Stage::play("c11_rate_limit", async |stage| {
        stage.simulator.script(json!([{"kind": "rate_limited"}])).await?;
        stage.start_session(5, PROMPT).await?;
        stage.app().reads("status", "Rate limited").await?;
        let after = stage.simulator.generations().await?.len();
        assert!(after <= 1, "{after} generations");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c12_stop_cancels() -> Result<()> {
    Stage::play("c12_stop_cancels", async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        stage.start_session(6, PROMPT).await?;
        let app = stage.app();
        // The panel has its final height once the bar is there: a button that moves is not hit.
        app.reads("attempt-progress", "100%").await?;
        app.click("stop").await?;
        app.reads("status", "Cancelled").await
    })
    .await
}

#[tokio::test]
async fn c9_a_missing_control_is_refused_and_the_user_is_told() -> Result<()> {
    Stage::play("c9_missing_control", async |stage| {
        stage.simulator.options(json!({"button": "missing"})).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Needs you").await?;
        assert!(stage.simulator.generations().await?.is_empty(), "nothing was clicked");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c17_a_number_outside_1_to_50_is_refused_with_the_range() -> Result<()> {
    Stage::play("c17_out_of_range", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.fill("max-retries", "51").await?;
        until("the range is named", async || {
            let panel = app.in_sidebar().await?.source().await?;
            Ok(panel.contains("from 1 to 50").then_some(()))
        })
        .await?;
        app.fill("max-retries", "12").await?;
        app.fill("video-goal", "2").await?;
        app.click("start").await?;
        app.reads("retry-count", "0/12").await?;
        app.reads("videos-count", "2/2").await
    })
    .await
}

#[tokio::test]
async fn the_prompt_of_the_image_is_taken_over() -> Result<()> {
    Stage::play("the_prompt_of_the_image", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.click("take-over-prompt").await?;
        app.click("start").await?;
        app.reads("status", "Success").await?;
        let generations = stage.simulator.generations().await?;
        assert_eq!(prompts(&generations), ["mountain lake at dawn"]);
        Ok(())
    })
    .await
}

/// Keys that come faster than the engine answers: the second is added to the first, not to the
/// number that was there before.
#[tokio::test]
async fn a_number_typed_fast_is_the_number_that_counts() -> Result<()> {
    Stage::play("a_number_typed_fast", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.fill("max-retries", "41").await?;
        app.click("start").await?;
        app.reads("retry-count", "0/41").await
    })
    .await
}

/// Spec B2: a page without a post, and one whose post is not known yet.
#[tokio::test]
async fn b2_until_the_image_is_known_start_says_loading() -> Result<()> {
    Stage::play("b2_loading", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.page_script(
            "history.pushState({}, '', '/imagine/post/99999999-aaaa-4aaa-8aaa-000000000000');",
        )
        .await?;
        app.reads("start", "Loading…").await?;
        let is_enabled = app.in_sidebar().await?;
        let start = is_enabled.find(thirtyfour::By::Css("[data-testid=\"start\"]")).await?;
        assert!(!start.is_enabled().await?, "start can't be pressed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn d3_statistics_adds_up() -> Result<()> {
    Stage::play("d3_statistics_adds_up", async |stage| {
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Success").await?;
        app.unfold("statistics").await?;
        app.reads("statistics-rate", "50%").await?;
        assert!(app.text("statistics").await?.contains("About 2 attempts per video"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c11_a_toast_alone_tells_of_a_rate_limit() -> Result<()> {
    Stage::play("c11_a_toast_alone", async |stage| {
        stage.simulator.script(json!([{"kind": "limit_toast"}])).await?;
        stage.start_session(1, "slow pan").await?;
        stage.app().reads("status", "Rate limited").await?;
        assert_eq!(stage.simulator.generations().await?.len(), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c4_a_failed_attempt_is_tried_again_and_a_store_that_is_none_changes_nothing() -> Result<()>
{
    Stage::play("c4_a_failed_attempt", async |stage| {
        stage.simulator.script(json!([{"kind": "failed"}, {"kind": "completed"}])).await?;
        stage.start_session(1, "slow pan").await?;
        let app = stage.app();
        app.reads("retry-count", "1/3").await?;
        for text in ["", "{", "[1, 2]", "\u{0}"] {
            stage.simulator.page(json!({ "do": "write_store", "text": text })).await?;
        }
        app.reads("status", "Success").await?;
        app.reads("videos-count", "1/1").await?;
        app.reads("retry-count", "1/3").await?;
        app.reads("credits-used", "1").await
    })
    .await
}

/// A format of the webview's is 100 KB that its collector of garbage does not see.
#[tokio::test]
async fn dates_are_written_without_a_format_for_each() -> Result<()> {
    Stage::play("dates_are_written", async |stage| {
        stage.simulator.script(json!([{"kind": "completed"}, {"kind": "completed"}])).await?;
        stage.start_session(1, PROMPT).await?;
        stage.app().reads("status", "Success").await?;
        let watch = "window.formats = 0;
            for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
              const own = Date.prototype[name];
              Date.prototype[name] = function (...words) {
                window.formats += 1;
                return own.apply(this, words);
              };
            }
            Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
              construct: (own, words) => { window.formats += 1; return new own(...words); },
            });";
        stage.app().sidebar_script(watch).await?;
        stage.start_session(2, PROMPT).await?;
        stage.app().reads("status", "Success").await?;
        let formats = stage.app().sidebar_script("return window.formats;").await?;
        assert!(formats.as_u64().is_some_and(|made| made <= 3), "{formats} formats were made");
        Ok(())
    })
    .await
}

//! The whole main job on every variant of Grok's page that the simulator plays: two moderated attempts,
//! then a video, with one click and the very prompt each. One start of the app for a family.

use anyhow::{Context, Result};
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

const PROMPT: &str = "slow pan across the picture, \"quoted\" & more";

/// Everything as it is without a variant.
fn defaults() -> Value {
    json!({
        "shape": "a", "route_change": "end", "keep_failed": "latest",
        "empty_prompt_after_moderation": true, "toast": "on", "button": "normal", "locale": "en",
        "input": "textarea", "label": "text", "route_by": "history", "progress": "pill",
        "odd_store": false, "writes_per_second": 0, "late_moderation_ms": 0, "side_by_side": 1,
        "queues": false, "stays_on_moderated": false, "quota": 0, "stream": "lines",
    })
}

async fn the_main_job(stage: &Stage, image: u32, variant: Value) -> Result<()> {
    let mut options = defaults();
    for (name, value) in variant.as_object().into_iter().flatten() {
        options[name] = value.clone();
    }
    stage.simulator.options(options).await?;
    stage.main_job(image, PROMPT).await?;
    is_in_force(stage, &variant).await
}

/// That the page really is the variant: else its story would tell nothing.
async fn is_in_force(stage: &Stage, variant: &Value) -> Result<()> {
    let look = "const text = sessionStorage.getItem('useMediaStore') ?? '';
        return {
          tiptap: document.querySelector('.tiptap-place .ProseMirror') !== null,
          odd: text.includes('a later page') && text.includes('null'),
          icon: document.querySelector('.bg-button-filled').textContent === '',
        };";
    let seen = stage.app().page_script(look).await?["value"].clone();
    let expected = json!({
        "tiptap": variant["input"] == "tiptap",
        "odd": variant["odd_store"] == true,
        "icon": variant["label"] == "icon",
    });
    anyhow::ensure!(seen == expected, "the page is {seen} and ought to be {expected}");
    Ok(())
}

/// Each variant on an image of its own, one after another in one app.
async fn family(name: &str, variants: Vec<Value>) -> Result<()> {
    Stage::play(name, async |stage| {
        stage.app().reads("status", "Idle").await?;
        for (image, variant) in (1..).zip(variants) {
            let done = the_main_job(stage, image, variant.clone()).await;
            done.with_context(|| format!("the variant {variant}"))?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_main_job_with_every_prompt_box() -> Result<()> {
    family(
        "the_main_job_with_every_prompt_box",
        vec![
            json!({"input": "prosemirror"}),
            json!({"input": "tiptap"}),
            json!({"input": "tiptap", "empty_prompt_after_moderation": false}),
            json!({"input": "textarea", "empty_prompt_after_moderation": false}),
        ],
    )
    .await
}

/// Prompts that an editor could change on their way: several lines, one of them empty; spaces in a row
/// and at both ends, and markup; writing from right to left, an accent apart from its letter, and a family
/// that is one sign of several.
const PROMPTS: [&str; 3] = [
    "a calm lake at dawn\nthe camera rises\n\nbirds cross the sky",
    "  a   boat -- <b>slowly</b> & \"softly\" turning {1} \\n  ",
    "\u{05d0}\u{05d2}\u{05dd} \u{0627}\u{0644}\u{0641}\u{062c}\u{0631} cafe\u{0301} \u{1f469}\u{200d}\u{1f467} \u{65e5}\u{306e}\u{51fa}",
];

#[tokio::test]
async fn c9_a_prompt_arrives_as_it_was_written_in_every_prompt_box() -> Result<()> {
    Stage::play("c9_a_prompt_arrives_as_it_was_written", async |stage| {
        let app = stage.app();
        let mut image = 0;
        for input in ["textarea", "prosemirror", "tiptap"] {
            let mut options = defaults();
            options["input"] = json!(input);
            stage.simulator.options(options).await?;
            for prompt in PROMPTS {
                image += 1;
                stage.simulator.script(json!([{"kind": "completed"}])).await?;
                app.open_image(image).await?;
                app.reads("image-id", &image_id(image)).await?;
                app.paste("prompt", prompt).await?;
                app.click("start").await?;
                let ended = app.reads("status", "Success").await;
                ended.with_context(|| format!("{prompt:?} in a {input}"))?;
                let generations = stage.simulator.generations().await?;
                let arrived = generations.last().and_then(|one| one["prompt"].as_str());
                // An editable field may keep a line end after its last line.
                let arrived = arrived.map(|text| text.trim_end_matches('\n'));
                assert_eq!(arrived, Some(prompt), "in a {input}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_main_job_with_every_name_of_the_button() -> Result<()> {
    let locales = ["es", "zh-CN", "it", "de", "ja", "ar"];
    let mut variants: Vec<_> = locales.iter().map(|locale| json!({"locale": locale})).collect();
    variants.push(json!({"label": "icon"}));
    family("the_main_job_with_every_name_of_the_button", variants).await
}

/// The languages of Grok's whose words only peers have translated.
const TRANSLATED: [&str; 22] = [
    "fr", "pt", "nl", "sv", "pl", "cs", "hu", "ro", "ru", "uk", "tr", "fa", "hi", "mr", "bn", "ta",
    "te", "id", "vi", "fil", "ko", "zh-TW",
];

async fn in_the_languages(name: &str, languages: &[&str]) -> Result<()> {
    let variant = |language: &&str| json!({"locale": language, "speed_ms": 150});
    family(name, languages.iter().map(variant).collect()).await
}

#[tokio::test]
async fn the_main_job_in_the_translated_languages() -> Result<()> {
    for (part, languages) in TRANSLATED.chunks(8).enumerate() {
        in_the_languages(&format!("the_main_job_in_language_{part}"), languages).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_main_job_with_every_stream_and_with_views_that_stay() -> Result<()> {
    family(
        "the_main_job_with_every_stream",
        vec![
            json!({"stream": "cut", "progress": "none"}),
            json!({"stream": "joined"}),
            json!({"stream": "data"}),
            json!({"stays_on_moderated": true}),
            json!({"stays_on_moderated": true, "input": "tiptap", "route_change": "start"}),
        ],
    )
    .await
}

#[tokio::test]
async fn the_main_job_with_every_store() -> Result<()> {
    family(
        "the_main_job_with_every_store",
        vec![
            json!({"shape": "b"}),
            json!({"shape": "b", "odd_store": true}),
            json!({"keep_failed": "all"}),
            json!({"odd_store": true}),
            json!({"writes_per_second": 20}),
        ],
    )
    .await
}

#[tokio::test]
async fn the_main_job_with_every_way_of_the_route_and_of_the_signs() -> Result<()> {
    family(
        "the_main_job_with_every_way_of_the_route",
        vec![
            json!({"route_change": "start"}),
            json!({"route_change": "start", "shape": "b", "keep_failed": "all"}),
            json!({"toast": "off"}),
            json!({"toast": "late"}),
            json!({"progress": "overlay"}),
            json!({"progress": "none"}),
            json!({"route_by": "load"}),
        ],
    )
    .await
}

#[tokio::test]
async fn c7_an_attempt_that_looks_like_a_video_first_and_is_moderated_then_is_no_video()
-> Result<()> {
    Stage::play("c7_an_attempt_that_looks_like_a_video", async |stage| {
        let app = stage.app();
        stage.simulator.options(json!({ "late_moderation_ms": 300, "keep_failed": "all" })).await?;
        let script = json!([
            {"kind": "moderated", "at_percent": 95}, {"kind": "completed"}, {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.fill("video-goal", "2").await?;
        app.fill("prompt", PROMPT).await?;
        app.click("start").await?;
        app.reads("videos-count", "1/2").await?;
        app.reads("retry-count", "1/3").await?;
        app.reads("status", "Success").await?;
        app.reads("videos-count", "2/2").await?;
        assert_eq!(stage.simulator.generations().await?.len(), 3);
        Ok(())
    })
    .await
}

/// A store of the largest size: a click and its outcome are still seen in it.
#[tokio::test]
async fn the_main_job_with_a_store_of_4_6_mb() -> Result<()> {
    Stage::play("the_main_job_with_a_store_of_4_6_mb", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        stage.simulator.favorites(4_600_000).await?;
        until("the store is large", async || {
            let size = "return sessionStorage.getItem('useMediaStore')?.length ?? 0;";
            let size = app.page_script(size).await?["value"].as_u64();
            Ok(size.filter(|size| *size > 4_000_000))
        })
        .await?;
        the_main_job(stage, 1, json!({})).await
    })
    .await
}

/// One click makes two videos, whose entries come in one write: each counts, and one decision follows.
#[tokio::test]
async fn h5_two_videos_of_one_click_are_two_attempts_and_one_try() -> Result<()> {
    Stage::play("c6_two_videos_of_one_click", async |stage| {
        let app = stage.app();
        stage.simulator.options(json!({ "side_by_side": 2, "keep_failed": "all" })).await?;
        let script = json!([
            {"kind": "moderated", "at_percent": 12}, {"kind": "moderated", "at_percent": 95},
            {"kind": "moderated", "at_percent": 40}, {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Success").await?;
        app.reads("retry-count", "1/3").await?;
        app.reads("videos-count", "1/1").await?;
        app.reads("credits-used", "4").await?;
        assert_eq!(stage.simulator.generations().await?.len(), 4, "two clicks, two videos each");
        Ok(())
    })
    .await
}

/// Grok queues: what the user began on another image runs first, and the session's own waits for it.
#[tokio::test]
async fn the_main_job_while_generations_of_the_user_run_and_are_queued() -> Result<()> {
    Stage::play("the_main_job_while_generations_are_queued", async |stage| {
        let app = stage.app();
        let options = json!({ "queues": true, "speed_ms": 1500 });
        stage.simulator.options(options.clone()).await?;
        app.open_image(2).await?;
        app.reads("image-id", &image_id(2)).await?;
        // Twice: the second waits in Grok's own queue.
        let make = "document.querySelector('button[aria-label=\"Make video\"]').click();";
        app.page_script(&format!("{make}{make}")).await?;
        until("the first of them runs", async || {
            Ok((!stage.simulator.generations().await?.is_empty()).then_some(()))
        })
        .await?;
        let outcomes = json!([
            {"kind": "completed"}, {"kind": "moderated", "at_percent": 40}, {"kind": "completed"},
        ]);
        stage.simulator.script(outcomes).await?;
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Success").await?;
        app.reads("retry-count", "1/3").await?;
        app.reads("videos-count", "1/1").await?;
        let generations = stage.simulator.generations().await?;
        let prompts: Vec<_> = generations.iter().filter_map(|one| one["prompt"].as_str()).collect();
        assert_eq!(prompts, ["", "", PROMPT, PROMPT], "the user's own first, then one each");
        Ok(())
    })
    .await
}

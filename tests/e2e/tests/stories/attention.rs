//! What the user may have Retake do so that it is noticed, or not seen by others (spec L8).

use anyhow::Result;
use retake_e2e::Stage;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use serde_json::json;

/// Counts how often a sound is begun.
const COUNTS_SOUNDS: &str = "
    window.sounds = 0;
    const create = AudioContext.prototype.createGain;
    AudioContext.prototype.createGain = function () {
      window.sounds += 1;
      return create.call(this);
    };
    return true;";

#[tokio::test]
async fn l8_a_sound_tells_of_a_sessions_end_where_the_user_wants_it() -> Result<()> {
    Stage::play("a_sound_tells", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.sidebar_script(COUNTS_SOUNDS).await?;
        let sounds = async || app.sidebar_script("return window.sounds;").await;
        stage.start_session(1, "slow pan across a mountain lake").await?;
        app.reads("status", "Success").await?;
        assert_eq!(sounds().await?, json!(0), "it is off at first");

        app.unfold("settings").await?;
        app.click("section-notifications").await?;
        app.turn_switch("setting-sound").await?;
        app.unfold("make").await?;
        stage.start_session(2, "slow pan across a mountain lake").await?;
        app.reads("status", "Success").await?;
        until_equal("one sound was begun", &json!(1), sounds).await
    })
    .await
}

#[tokio::test]
async fn l8_pictures_are_blurred_where_the_user_wants_it() -> Result<()> {
    Stage::play("pictures_are_blurred", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let filter = async || {
            let script = "const picture = document.querySelector('img.head-picture');
                return picture && getComputedStyle(picture).filter;";
            app.sidebar_script(script).await
        };
        until_equal("the picture is plain", &json!("none"), filter).await?;
        app.unfold("settings").await?;
        app.click("section-look").await?;
        app.turn_switch("setting-blur_pictures").await?;
        until_equal("it is blurred", &json!("blur(12px)"), filter).await?;
        app.turn_switch("setting-blur_pictures").await?;
        until_equal("it is plain again", &json!("none"), filter).await
    })
    .await
}

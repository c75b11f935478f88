//! Markup and script in every text that the page's store can carry: shown as text, never run.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::json;

use super::works_as_ever;

const MARKUP: &str = "<img src=x onerror='window.hacked=1'><script>window.hacked=2</script>{{7*7}}";

#[tokio::test]
async fn markup_in_prompts_ids_and_addresses_is_shown_as_text_and_never_runs() -> Result<()> {
    Stage::play("markup_in_prompts", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let store = json!({ "state": {
            "imageByMediaId": { image_id(1): [{
                "id": image_id(1), "prompt": MARKUP, "originalPrompt": MARKUP,
                "mediaUrl": "javascript:window.hacked=3",
            }] },
            "videoByMediaId": { image_id(1): [{
                "id": "<b onclick=alert(1)>", "status": MARKUP, "prompt": MARKUP,
                "videoUrl": "data:text/html,<script>parent.hacked=4</script>",
                "thumbnailUrl": "file:///etc/passwd", "resolutionName": MARKUP,
            }] },
        }, "version": 1 });
        let write =
            format!("sessionStorage.setItem('useMediaStore', JSON.stringify({store})); return 1;");
        app.page_script(&write).await?;
        app.open_card(&image_id(1)).await?;
        until("the prompt stands there as it is", async || {
            Ok((app.text("original-prompt").await? == MARKUP).then_some(()))
        })
        .await?;
        until_equal("its attempt is there", &vec!["<b onclick=alert(1)>".to_owned()], async || {
            app.all("attempt", "data-attempt-id").await
        })
        .await?;
        app.unfold("diagnostics").await?;
        let hacked = "return [typeof window.hacked, document.scripts.length,
            document.querySelectorAll('b, [onerror], [onclick]').length];";
        assert_eq!(app.sidebar_script(hacked).await?, json!(["undefined", 1, 0]));
        works_as_ever(stage, 2).await
    })
    .await
}

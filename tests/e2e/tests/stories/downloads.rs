//! What the page itself downloads is reported, bounded, and goes where the user wants it
//! (spec S1–S3).

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};

/// Has the page offer a file of its own making; `then` does something with the link.
fn offer(name: &str, then: &str) -> String {
    format!(
        "const link = document.createElement('a');
         link.href = URL.createObjectURL(new Blob(['a mountain lake']));
         link.download = '{name}';
         link.id = 'offered';
         link.textContent = 'Save it';
         link.style = 'position: fixed; top: 0; left: 0; z-index: 9999; background: white;';
         document.body.append(link);
         {then}"
    )
}

async fn is_told(stage: &Stage, words: &str) -> Result<String> {
    until(&format!("the sidebar tells of {words:?}"), async || {
        let told = stage.app().text("download").await?;
        Ok(told.contains(words).then_some(told))
    })
    .await
}

#[tokio::test]
async fn a_download_of_the_pages_is_told_with_its_place_and_one_nobody_asked_for_is_refused()
-> Result<()> {
    Stage::play("a_download_of_the_pages", async |stage| {
        let folder = stage.launch.data_dir.join("mine");
        let setting = format!("download_folder={}", folder.display());
        stage.launch.settings.push(setting);
        stage.restart().await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        // The page's own word for a touch is none.
        let forged = "{signal: {type: 'user_active'}}";
        crate::hostile::invoke_from_page(stage, "observer_signal", forged).await?;
        app.page_script(&offer("grok.desktop", "link.click();")).await?;
        is_told(stage, "without a click of yours").await?;
        app.click("download-seen").await?;

        app.page_script("document.querySelector('#offered').remove();").await?;
        app.page_script(&offer("lake.txt", "")).await?;
        app.touch_in_page("#offered").await?;
        let saved = folder.join("lake.txt");
        is_told(stage, &format!("Saved to {}", saved.display())).await?;
        assert_eq!(std::fs::read_to_string(&saved)?, "a mountain lake");
        app.click("download-seen").await?;
        until("it is no longer told", async || {
            Ok(app.text("download").await?.is_empty().then_some(()))
        })
        .await?;
        let files = std::fs::read_dir(&folder)?.count();
        assert_eq!(files, 1, "the refused one left nothing");
        Ok(())
    })
    .await
}

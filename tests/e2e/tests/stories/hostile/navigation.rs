//! A page that wants to be elsewhere, to open windows, or not to leave.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Simulator, Stage};
use serde_json::json;

use super::{sidebar_answers_in, works_as_ever};

#[tokio::test]
async fn the_page_goes_to_no_file_no_script_no_data_and_no_other_site() -> Result<()> {
    Stage::play("the_page_goes_to_no_file", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        let other = Simulator::start()?;
        for url in [
            "file:///etc/passwd",
            "data:text/html,<h1>elsewhere</h1>",
            "javascript:document.body.textContent='elsewhere'",
            "tauri://localhost/index.html",
            "picture://localhost/x/image",
            &other.url,
        ] {
            app.page_script(&format!("location.href = {}; return 1;", json!(url))).await?;
            // A click and a frame are other ways to the same place.
            let around = format!(
                "const link = document.createElement('a');
                 link.href = {0}; document.body.append(link); link.click();
                 const frame = document.createElement('iframe');
                 frame.src = {0}; document.body.append(frame);
                 return [location.protocol, document.querySelector('main') !== null];",
                json!(url)
            );
            let stayed = app.page_script(&around).await?;
            assert_eq!(stayed["value"], json!(["http:", true]), "{url}");
            assert_eq!(app.page_path().await?, format!("/imagine/post/{}", image_id(1)), "{url}");
        }
        works_as_ever(stage, 2).await
    })
    .await
}

#[tokio::test]
async fn windows_opened_in_a_loop_open_nothing_in_the_app() -> Result<()> {
    Stage::play("windows_opened_in_a_loop", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        let before = app.driver.windows().await?.len();
        app.page_script(
            "for (let number = 0; number < 200; number += 1) {
               window.open(`http://127.0.0.1:1/${number}`);
               window.open(`file:///tmp/${number}`);
               window.open('about:blank');
             }
             return 1;",
        )
        .await?;
        println!(
            "meanwhile the sidebar answered within {:.0} ms",
            sidebar_answers_in(stage).await?
        );
        assert_eq!(app.driver.windows().await?.len(), before);
        works_as_ever(stage, 2).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_does_not_want_to_be_left_is_left_and_the_app_closes() -> Result<()> {
    Stage::play("a_page_that_does_not_want_to_be_left", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.page_script(
            "window.stays = true;
             addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'stay'; });
             return 1;",
        )
        .await?;
        let reload = "return window.__TAURI_INTERNALS__.invoke('move_page', { to: 'reload' }).then(() => 1);";
        app.sidebar_script(reload).await?;
        until_equal("the page was loaded anew", &json!(null), async || {
            Ok(app.page_script("return window.stays ?? null;").await?["value"].clone())
        })
        .await?;
        // Ends the app while the trap is set again; it hangs here if that does not work.
        stage
            .app()
            .page_script("addEventListener('beforeunload', (event) => { event.preventDefault(); }); return 1;")
            .await?;
        stage.restart().await?;
        works_as_ever(stage, 2).await
    })
    .await
}

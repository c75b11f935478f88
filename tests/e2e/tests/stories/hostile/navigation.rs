//! A page that wants to be elsewhere, to open windows, or not to leave.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Simulator, Stage, until};
use serde_json::json;
use tempfile::TempDir;

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
        until_equal("the page was loaded again", &json!(null), async || {
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

/// What opens a link for the user, here: it writes down what it was asked for.
fn browser_that_writes_down(folder: &TempDir) -> Result<std::path::PathBuf> {
    let (program, opened) = (folder.path().join("xdg-open"), folder.path().join("opened"));
    fs::write(&program, format!("#!/bin/sh\necho \"$# $1\" >> '{}'\n", opened.display()))?;
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755))?;
    Ok(opened)
}

#[tokio::test]
async fn the_browser_is_opened_after_a_touch_of_the_users_and_never_by_a_frame_alone() -> Result<()>
{
    Stage::play("the_browser_is_opened_after_a_touch", async |stage| {
        let folder = TempDir::new()?;
        let opened = browser_that_writes_down(&folder)?;
        stage.launch.programs = Some(folder.path().to_owned());
        stage.restart().await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        super::invoke_from_page(stage, "observer_signal", "{signal: {type: 'user_active'}}")
            .await?;
        app.page_script(
            "for (let number = 0; number < 40; number += 1) {
               const frame = document.createElement('iframe');
               frame.hidden = true;
               frame.src = `https://example.com/frame/${number}`;
               document.body.append(frame);
             }
             location.href = 'https://example.com/page';
             const link = document.createElement('a');
             link.id = link.textContent = 'touched';
             link.href = 'https://example.com/touched?$(id);`id`|id&id';
             link.style = 'position: fixed; inset: auto auto 80px 80px; z-index: 99';
             document.body.append(link);
             return 1;",
        )
        .await?;
        app.touch_in_page("#touched").await?;
        let asked = async || Ok(fs::read_to_string(&opened).ok().filter(|asked| !asked.is_empty()));
        let asked = until("the browser is asked for the link", asked).await?;
        // One argument, and no shell has looked into it.
        assert_eq!(asked, "1 https://example.com/touched?$(id);`id`|id&id\n");
        works_as_ever(stage, 2).await
    })
    .await
}

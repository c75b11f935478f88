//! A page that does not want to be forgotten.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::json;

use super::works_as_ever;

/// Writes in every way that a page has, now, ever again and at its end.
const WRITES_ON: &str = "
    window.isOld = true;
    await navigator.serviceWorker.register('/sim/worker.js', { scope: '/' });
    const database = await new Promise((resolve, reject) => {
      const open = indexedDB.open('evil');
      open.onupgradeneeded = () => open.result.createObjectStore('evil');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const write = () => {
      document.cookie = 'evil=1; Max-Age=3600; Path=/';
      localStorage.setItem('evil', String(Math.random()));
      sessionStorage.setItem('evil', String(Math.random()));
      database.transaction('evil', 'readwrite').objectStore('evil').put(Math.random(), 'evil');
      void caches.open('evil').then((cache) => cache.put('/evil', new Response('evil')));
    };
    for (const event of ['pagehide', 'unload', 'beforeunload', 'visibilitychange', 'freeze']) {
      addEventListener(event, write);
      document.addEventListener(event, write);
    }
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentWindow.setInterval(write, 1);
    setInterval(write, 1);
    write();
    return true;";

/// What of it is there, by name.
const IS_LEFT: &str = "
    const left = [];
    if (document.cookie.includes('evil')) left.push('cookie');
    if (localStorage.getItem('evil') !== null) left.push('localStorage');
    if (sessionStorage.getItem('evil') !== null) left.push('sessionStorage');
    if ((await indexedDB.databases()).some(({ name }) => name === 'evil')) left.push('IndexedDB');
    if ((await caches.keys()).length > 0) left.push('caches');
    if ((await navigator.serviceWorker.getRegistrations()).length > 0) left.push('service worker');
    return left;";

async fn is_new(stage: &Stage) -> Result<()> {
    until("the page's start is there again", async || {
        let script = "return !window.isOld && document.querySelector('main, textarea') !== null;";
        let answer = stage.app().page_script(script).await?;
        Ok((answer["value"] == json!(true)).then_some(()))
    })
    .await
}

#[tokio::test]
async fn a_page_that_writes_on_in_every_way_leaves_nothing_when_the_user_signs_out() -> Result<()> {
    Stage::play("a_page_that_writes_on", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let begun = app.page_script(WRITES_ON).await?;
        assert_eq!(begun["value"], json!(true), "{begun}");
        let all = json!([
            "cookie",
            "localStorage",
            "sessionStorage",
            "IndexedDB",
            "caches",
            "service worker"
        ]);
        until_equal("the page has written in every way", &all, async || {
            Ok(app.page_script(IS_LEFT).await?["value"].clone())
        })
        .await?;
        app.unfold("settings").await?;
        app.click("sign-out").await?;
        app.click("sign-out-confirm").await?;
        until("the sidebar says so", async || {
            let said = app.sidebar_script("return document.body.textContent;").await?;
            Ok(said.as_str().is_some_and(|said| said.contains("You are signed out")).then_some(()))
        })
        .await?;
        is_new(stage).await?;
        assert_eq!(app.page_script(IS_LEFT).await?["value"], json!([]));
        // Going back, over the empty page, brings no document of before, which would write again.
        app.page_script("window.isOld = true; history.go(-2); return 1;").await?;
        is_new(stage).await?;
        assert_eq!(app.page_script(IS_LEFT).await?["value"], json!([]));
        works_as_ever(stage, 2).await
    })
    .await
}

/// A page that hangs can't be asked to go.
#[tokio::test]
async fn a_page_that_hangs_is_ended_when_the_user_signs_out() -> Result<()> {
    Stage::play("a_page_that_hangs", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.page_script(
            "window.isOld = true; localStorage.setItem('evil', '1');
             setTimeout(() => { for (;;) localStorage.setItem('evil', '2'); }, 200); return 1;",
        )
        .await?;
        let documents = stage.simulator.documents().await?;
        app.unfold("settings").await?;
        app.click("sign-out").await?;
        app.click("sign-out-confirm").await?;
        until("the page's start is asked for again", async || {
            Ok((stage.simulator.documents().await? > documents).then_some(()))
        })
        .await?;
        stage.reopen().await?;
        is_new(stage).await?;
        assert_eq!(stage.app().page_script(IS_LEFT).await?["value"], json!([]));
        Ok(())
    })
    .await
}

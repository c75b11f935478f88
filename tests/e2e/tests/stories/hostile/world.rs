//! A page that changes the world that the page script lives in.

use anyhow::Result;
use retake_e2e::Stage;
use retake_e2e::page::image_id;

use super::{sidebar_answers_in, works_as_ever};

/// What a page may redefine, after the page script has run: it runs first in every document.
const CHANGES: &str = "
    const throwing = () => { throw new Error('redefined'); };
    const own = { setItem: Storage.prototype.setItem, fetch: window.fetch };
    Storage.prototype.setItem = function (key, value) { return own.setItem.call(this, key, value); };
    window.fetch = (...args) => own.fetch.apply(window, args);
    Storage.prototype.getItem = throwing;
    Element.prototype.closest = throwing;
    Element.prototype.matches = throwing;
    Document.prototype.createRange = throwing;
    HTMLElement.prototype.click = throwing;
    MutationObserver.prototype.takeRecords = throwing;
    window.AbortController = throwing;
    window.requestIdleCallback = throwing;
    try {
      Object.defineProperty(window, '__TAURI_INTERNALS__', { value: { invoke: throwing } });
      return 'took the entry to the backend';
    } catch {
      return 'changed the rest';
    }";

#[tokio::test]
async fn a_page_that_redefines_what_the_page_script_uses_does_not_stop_it() -> Result<()> {
    Stage::play("a_page_that_redefines", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let changed = app.page_script(CHANGES).await?;
        assert_eq!(changed["value"], "changed the rest");
        works_as_ever(stage, 2).await
    })
    .await
}

/// Every text that crosses is JSON; a page can change what `JSON.stringify` makes of it.
#[tokio::test]
async fn a_page_that_spoils_its_own_messages_spoils_nothing_else() -> Result<()> {
    Stage::play("a_page_that_spoils", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.page_script(
            "Object.prototype.toJSON = () => 'spoilt'; Array.prototype.toJSON = () => 'spoilt'; return 1;",
        )
        .await?;
        app.page_script("history.pushState({}, '', '/imagine'); return 1;").await?;
        println!("meanwhile the sidebar answered within {:.0} ms", sidebar_answers_in(stage).await?);
        app.page_script("delete Object.prototype.toJSON; delete Array.prototype.toJSON; return 1;").await?;
        works_as_ever(stage, 2).await
    })
    .await
}

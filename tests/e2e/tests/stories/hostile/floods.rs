//! Too much of everything: calls, bytes, depth; and texts that are none.

use anyhow::Result;
use retake_e2e::{Stage, until};
use serde_json::json;

use super::{invoke_from_page, sidebar_answers_in, steal_pass, works_as_ever};

/// As many calls at once as the page can make, of every command that it may call.
const FLOOD: &str = "
    const pass = window.stolenPass;
    const invoke = (command, payload) => window.__TAURI_INTERNALS__.invoke(command, { ...payload, pass });
    const calls = [];
    for (let number = 0; number < 10000; number += 1) {
      calls.push(invoke('observer_signal', { signal: { type: 'progress', percent: number % 100, attempt_id: null } }));
    }
    for (let number = 0; number < 500; number += 1) {
      calls.push(invoke('observer_text', { snapshot: { sequence: number, text: '{}' } }));
      // Of a length that it has not: one that fits is not answered.
      calls.push(invoke('observer_splice', { splice: { sequence: number, kept_head: 1, kept_tail: 1, middle: 'x', length: 4 } }));
      calls.push(invoke('observer_picture', { number, picture: null }));
      calls.push(invoke('observer_health', { number, found: [] }));
      calls.push(invoke('observer_picked', { number, selector: 'body' }));
      calls.push(invoke('observer_extension', { entries: '{}' }));
    }
    window.flooded = 'running';
    Promise.allSettled(calls).then((all) => {
      window.flooded = all.filter((one) => one.status === 'rejected').length;
    });
    return true;";

#[tokio::test]
async fn thirteen_thousand_calls_at_once_are_refused_and_the_sidebar_answers_meanwhile()
-> Result<()> {
    Stage::play("thirteen_thousand_calls", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &retake_e2e::page::image_id(1)).await?;
        steal_pass(stage).await?;
        app.page_script(FLOOD).await?;
        let mut longest: f64 = 0.0;
        let refused = until("the flood is over", async || {
            longest = longest.max(sidebar_answers_in(stage).await?);
            Ok(app.page_script("return window.flooded;").await?["value"].as_u64())
        })
        .await?;
        // A figure to read, and no limit: machines differ.
        println!("{refused} calls were refused; the sidebar answered within {longest:.0} ms");
        assert!(refused > 10_000, "{refused} of 13,000 were refused");
        works_as_ever(stage, 2).await
    })
    .await
}

#[tokio::test]
async fn what_is_too_long_too_deep_or_no_text_is_refused_or_means_nothing() -> Result<()> {
    Stage::play("what_is_too_long", async |stage| {
        let app = stage.app();
        app.open_image(2).await?;
        app.reads("status", "Idle").await?;
        for (what, command, arguments, expected) in [
            (
                "64 MB of text",
                "observer_text",
                "{snapshot: {sequence: 1, text: 'x'.repeat(64 << 20)}}",
                "longer than",
            ),
            (
                "a splice longer than any store",
                "observer_splice",
                "{splice: {sequence: 1, kept_head: 0, kept_tail: 0, middle: '', length: 1e12}}",
                "not well-formed",
            ),
            (
                "a negative number",
                "observer_splice",
                "{splice: {sequence: -1, kept_head: -5, kept_tail: 0, middle: '', length: 1}}",
                "invalid",
            ),
            (
                "an id of 1 MB",
                "observer_signal",
                "{signal: {type: 'progress', percent: 5, attempt_id: 'x'.repeat(1 << 20)}}",
                "id",
            ),
            (
                "a percent that is none",
                "observer_signal",
                "{signal: {type: 'progress', percent: 1e9, attempt_id: null}}",
                "not well-formed",
            ),
            (
                "a path that is none",
                "observer_signal",
                "{signal: {type: 'route', path: 'file:///etc/passwd'}}",
                "not well-formed",
            ),
            (
                "JSON of a great depth",
                "observer_signal",
                "JSON.parse('{\"signal\":'.repeat(3000) + '1' + '}'.repeat(3000))",
                "",
            ),
            (
                "store text of a great depth",
                "observer_text",
                "{snapshot: {sequence: 1, text: '['.repeat(2e6)}}",
                "",
            ),
            (
                "a lone surrogate",
                "observer_text",
                "{snapshot: {sequence: 1, text: '{\"a\":\"\\ud800\"}'}}",
                "",
            ),
            ("NUL", "observer_text", "{snapshot: {sequence: 1, text: 'a\\0b'}}", ""),
        ] {
            let answer = invoke_from_page(stage, command, arguments).await?;
            assert!(answer.contains(expected), "{what}: {answer}");
            let longest = sidebar_answers_in(stage).await?;
            println!("after {what} the sidebar answered within {longest:.0} ms");
        }
        assert_eq!(app.all("session", "data-outcome").await?, Vec::<String>::new());
        // The page's own text is reported again at its next change.
        stage.simulator.script(json!([])).await?;
        works_as_ever(stage, 1).await
    })
    .await
}

#[tokio::test]
async fn the_sidebar_answers_while_the_page_hangs() -> Result<()> {
    Stage::play("the_sidebar_answers_while_the_page_hangs", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &retake_e2e::page::image_id(1)).await?;
        // Not before this answer is out.
        app.page_script("setTimeout(() => { for (;;); }, 100); return 1;").await?;
        for _ in 0..60 {
            let waited = sidebar_answers_in(stage).await?;
            assert!(waited < 1_000.0, "{waited} ms");
        }
        Ok(())
    })
    .await
}

//! Which commands the page may call: the observer's, and those only with what they take.

use anyhow::Result;
use retake_e2e::Stage;

use super::invoke_from_page;

/// The list that the app is built from: a command that is added is asked for here by itself.
const LIST: &str = include_str!("../../../../../src-tauri/src/commands/list.rs");

/// Commands of Tauri and of its plugins that a page would like to have.
const OF_PLUGINS: [&str; 14] = [
    "plugin:webview|create_webview",
    "plugin:webview|webview_close",
    "plugin:window|create",
    "plugin:window|close",
    "plugin:window|set_title",
    "plugin:path|resolve_directory",
    "plugin:event|listen",
    "plugin:event|emit",
    "plugin:app|version",
    "plugin:image|from_path",
    "plugin:menu|new",
    "plugin:tray|new",
    "plugin:resources|close",
    "plugin:notification|notify",
];

fn commands() -> impl Iterator<Item = &'static str> {
    let paths = LIST.lines().filter_map(|line| line.trim().strip_suffix(',')?.split_once("::"));
    paths.map(|(_module, command)| command).chain(["observer_splice"])
}

fn sidebar_commands() -> Vec<&'static str> {
    commands().filter(|name| !name.starts_with("observer_")).collect()
}

/// Where Tauri keeps what a channel sends until its webview fetches it. It needs no permission, and an answer
/// is kept by webview: the page gets none.
const OF_CHANNELS: &str = "plugin:__TAURI_CHANNEL__|fetch";

/// Without what the shell gave to the page script: as from a window that the page opened.
#[tokio::test]
async fn an_observer_command_without_the_pass_is_refused() -> Result<()> {
    Stage::play("an_observer_command_without_the_pass", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("status", "Idle").await?;
        let observer = commands().filter(|name| name.starts_with("observer_"));
        let others: Vec<_> = observer.filter(|name| *name != "observer_hello").collect();
        assert!(others.len() > 6, "{others:?}");
        for command in others {
            let script = format!(
                "return await window.__TAURI_INTERNALS__
                   .invoke('{command}', {{ pass: 'x'.repeat(32), signal: {{ type: 'rate_limited' }} }})
                   .then(() => 'done', (error) => error.message);"
            );
            let answer = app.page_script(&script).await?["value"].to_string();
            assert!(answer.contains("not the page"), "{command}: {answer}");
        }
        app.reads("image-id", &retake_e2e::page::image_id(1)).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_calls_a_sidebar_command_is_refused() -> Result<()> {
    Stage::play("a_page_that_calls_a_sidebar_command", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("status", "Idle").await?;
        let commands = sidebar_commands();
        assert!(commands.contains(&"forget_history") && commands.len() > 25, "{commands:?}");
        for command in commands.into_iter().chain(OF_PLUGINS) {
            let answer = invoke_from_page(stage, command, "{}").await?;
            assert!(answer.contains("not allowed"), "{command}: {answer}");
        }
        app.reads("status", "Idle").await?;
        assert!(stage.simulator.generations().await?.is_empty(), "nothing was started");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn forged_observer_messages_change_nothing_and_the_sidebar_still_answers() -> Result<()> {
    Stage::play("forged_observer_messages", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("status", "Idle").await?;
        for arguments in [
            "{signal: {type: 'action_result', action_id: 1, result: 'clicked'}}",
            "{signal: {type: 'no such signal'}}",
            "{signal: null}",
            "{}",
        ] {
            invoke_from_page(stage, "observer_signal", arguments).await?;
        }
        let splice = "{splice: {sequence: 99, kept_head: 5, kept_tail: 5, middle: '', length: 1}}";
        let answer = invoke_from_page(stage, "observer_splice", splice).await?;
        assert!(answer.contains("send_full_snapshot"), "{answer}");
        app.reads("status", "Idle").await?;
        assert!(app.all("session", "data-outcome").await?.is_empty());
        Ok(())
    })
    .await
}

/// Tauri gives this command to every webview, whatever its capabilities.
#[tokio::test]
async fn the_page_gets_nothing_of_what_the_sidebar_is_sent() -> Result<()> {
    Stage::play("the_page_gets_nothing_of_the_sidebars_channel", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &retake_e2e::page::image_id(1)).await?;
        let ask = format!(
            "const got = [];
             for (let id = 0; id < 300; id += 1) {{
               const headers = {{ 'Tauri-Channel-Id': String(id) }};
               await window.__TAURI_INTERNALS__.invoke('{OF_CHANNELS}', null, {{ headers }})
                 .then((data) => got.push(data), () => undefined);
             }}
             return got;"
        );
        // Meanwhile the sidebar is sent panels: each image that is opened changes it.
        for image in 2..4 {
            app.open_image(image).await?;
            assert_eq!(app.page_script(&ask).await?["value"], serde_json::json!([]));
        }
        Ok(())
    })
    .await
}

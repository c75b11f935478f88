//! The page is not trusted: what it may not do.

use anyhow::Result;
use retake_e2e::Stage;

async fn invoke_from_page(stage: &Stage, command: &str, arguments: &str) -> Result<String> {
    let script =
        format!("return await window.__TAURI_INTERNALS__.invoke('{command}', {arguments});");
    Ok(stage.app().page_script(&script).await?.to_string())
}

#[tokio::test]
async fn a_page_that_calls_a_sidebar_command_is_refused() -> Result<()> {
    Stage::play("a_page_that_calls_a_sidebar_command", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("status", "Idle").await?;
        for (command, arguments) in [
            ("start_session", "{request: {prompt: 'x', max_retries: null, video_goal: null}}"),
            ("stop_session", "{}"),
            ("set_preferences", "{request: {auto_retry: false}}"),
            ("history_page", "{query: {search: '', after: null, limit: 10}}"),
            ("image_detail", "{media: '11111111-aaaa-4aaa-8aaa-000000000001'}"),
            ("open_image", "{media: 'x'}"),
            ("forget_history", "{media: null}"),
            ("export_history", "{form: 'json', media: null}"),
            ("import_history", "{text: '{}'}"),
            ("restore_backup", "{name: 'x.db'}"),
            ("back_up_history", "{}"),
            ("save_video", "{media: '11111111-aaaa-4aaa-8aaa-000000000001', attempt: 'x'}"),
            ("show_video", "{media: '11111111-aaaa-4aaa-8aaa-000000000001', attempt: 'x'}"),
            ("insight", "{}"),
            ("page_health", "{}"),
            ("pick_control", "{piece: 'prompt_box'}"),
            ("stop_picking", "{}"),
            ("prompts", "{search: ''}"),
            ("keep_prompt", "{kept: {prompt: 'x', name: null}}"),
            ("drop_prompt", "{prompt: 'x'}"),
            ("export_prompts", "{}"),
            ("data_folder", "{}"),
            ("open_data_folder", "{}"),
            ("settings", "{}"),
            ("set_setting", "{name: 'cooldown_ms', value: '3000'}"),
            ("subscribe", "{channel: '__CHANNEL__:1'}"),
            ("resume_session", "{}"),
            ("reload_page", "{}"),
            ("plugin:webview|create_webview", "{}"),
            ("plugin:window|close", "{}"),
        ] {
            let answer = invoke_from_page(stage, command, arguments).await?;
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
        assert!(answer.contains("send_whole_text"), "{answer}");
        app.reads("status", "Idle").await?;
        assert!(app.all("session", "data-outcome").await?.is_empty());
        Ok(())
    })
    .await
}

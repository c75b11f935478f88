//! Whoever means harm, by where he sits: the page (one file a family), a file that the user is talked into
//! opening, and another user of the machine. SECURITY.md says what is expected of each and names the story.

mod commands;
mod files;
mod floods;
mod markup;
mod navigation;
mod other_user;
mod signing_out;
mod windows;
mod world;

use anyhow::{Context, Result, ensure};
use retake_e2e::Stage;
use retake_e2e::app::binary;
use serde_json::json;
use std::process::Command;
use tempfile::TempDir;

/// What the page gets for a call of a command, as text; `no answer` after a while: what Tauri can't read
/// as JSON it does not answer.
pub(crate) async fn invoke_from_page(
    stage: &Stage,
    command: &str,
    arguments: &str,
) -> Result<String> {
    steal_pass(stage).await?;
    // Less than the driver waits for a script, and enough for 64 MB on a busy machine: 5 s were not.
    let script = format!(
        "const patience = new Promise((resolve) => setTimeout(() => resolve('no answer'), 20000));
         const call = Object.assign({arguments}, {{ pass: window.stolenPass }});
         return await Promise.race([window.__TAURI_INTERNALS__.invoke('{command}', call), patience]);"
    );
    Ok(stage.app().page_script(&script).await?.to_string())
}

/// Has the page overhear what the page script shows with its calls, and keep it as `stolenPass`: a page that
/// means harm can, so nothing else may rest on it.
async fn steal_pass(stage: &Stage) -> Result<()> {
    let steal = "
        const { stringify } = JSON;
        window.stolenPass ??= await new Promise((resolve) => {
          JSON.stringify = function (value) {
            const pass = value?.pass ?? value?.payload?.pass;
            if (pass) resolve(pass);
            return stringify.apply(this, arguments);
          };
          sessionStorage.setItem('useMediaStore', `${sessionStorage.getItem('useMediaStore')} `);
        });
        JSON.stringify = stringify;
        return window.stolenPass.length;";
    let length = stage.app().page_script(steal).await?["value"].clone();
    ensure!(length == json!(32), "no pass was overheard: {length}");
    Ok(())
}

/// How long the sidebar waits for a page of its history, in ms: what a user would feel.
async fn sidebar_answers_in(stage: &Stage) -> Result<f64> {
    let script = "
        const done = arguments[arguments.length - 1];
        const began = performance.now();
        const query = { search: '', after: null, limit: 20 };
        window.__TAURI_INTERNALS__.invoke('history_page', { query })
          .then(() => done(performance.now() - began), (error) => done(String(error?.message)));";
    let answer = stage.app().in_sidebar().await?.execute_async(script, Vec::new()).await?;
    answer.json().as_f64().with_context(|| format!("the sidebar got {}", answer.json()))
}

/// After all that, Retake does its work, and its database is sound: a copy of it is taken for a
/// backup, which is checked from end to end.
async fn works_as_ever(stage: &Stage, image: u32) -> Result<()> {
    let app = stage.app();
    stage.simulator.script(json!([{"kind": "completed"}])).await?;
    stage.start_session(image, "slow pan across a mountain lake").await?;
    app.reads("status", "Success").await?;
    let place = TempDir::new()?;
    let copy = place.path().join("copy.db");
    let retake = |arguments: &[&std::ffi::OsStr]| {
        let done =
            Command::new(binary()).args(arguments).output().context("failed to run retake")?;
        ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Ok(())
    };
    let data_dir = stage.launch.data_dir.as_os_str();
    retake(&["backup".as_ref(), copy.as_os_str(), "--data-dir".as_ref(), data_dir])?;
    let other = place.path().join("other");
    retake(&["restore".as_ref(), copy.as_os_str(), "--data-dir".as_ref(), other.as_os_str()])
}

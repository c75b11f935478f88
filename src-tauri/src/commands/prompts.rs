//! What the sidebar's list of prompts asks for.

use std::sync::Arc;

use retake_locale::text;
use retake_protocol::Prompt;
use retake_protocol::command::CommandError;
use retake_protocol::maintenance::Done;
use retake_protocol::prompts::{KeptPrompt, PromptView};
use retake_store::Store;
use tauri::State;

use super::maintenance::{blocking, in_data_folder};
use super::refused;
use crate::clock::Clock;
use crate::data_files::{self, Kind};
use crate::data_folder::DataFolder;
use crate::transfer;

/// The prompts that hold a text; blank: all.
#[tauri::command]
pub(crate) async fn prompts(
    search: String,
    store: State<'_, Store>,
) -> Result<Vec<PromptView>, CommandError> {
    let store = store.inner().clone();
    blocking(move || Ok(store.prompts(&search)?)).await
}

/// Keeps a prompt, or renames a kept one.
#[tauri::command]
pub(crate) async fn keep_prompt(
    kept: KeptPrompt,
    store: State<'_, Store>,
    clock: State<'_, Arc<Clock>>,
) -> Result<(), CommandError> {
    let kept = kept.checked().map_err(|problem| refused(format!("Not kept: {problem}.")))?;
    let (store, now) = (store.inner().clone(), clock.now());
    blocking(move || Ok(store.keep_prompts(&[kept], now)?)).await
}

/// Keeps a prompt no longer.
#[tauri::command]
pub(crate) async fn drop_prompt(
    prompt: Prompt,
    store: State<'_, Store>,
) -> Result<(), CommandError> {
    let store = store.inner().clone();
    blocking(move || Ok(store.drop_prompt(&prompt)?)).await
}

/// Writes the kept prompts to the data folder's exports.
#[tauri::command]
pub(crate) async fn export_prompts(
    store: State<'_, Store>,
    folder: State<'_, DataFolder>,
    clock: State<'_, Arc<Clock>>,
) -> Result<Done, CommandError> {
    let (store, folder, now) = (store.inner().clone(), folder.inner().clone(), clock.now());
    in_data_folder(move || {
        let file = data_files::new_file(&folder, Kind::Prompts, now)?;
        transfer::export_prompts_to(&store, &file)?;
        Ok(Done { lines: vec![text::prompts_exported(file.display().to_string())] })
    })
    .await
}

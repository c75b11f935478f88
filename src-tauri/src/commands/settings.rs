//! What the sidebar's settings page asks for.

use retake_locale::{Language, text};
use retake_protocol::command::CommandError;
use retake_protocol::settings::SettingView;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, State};

use super::{failed, refused};
use crate::engine_task::EngineHandle;
use crate::settings::SettingsStore;
use crate::spoken;
use crate::videos::Videos;
use crate::window;

/// All settings.
#[tauri::command]
pub(crate) async fn settings(
    keeper: State<'_, SettingsStore>,
) -> Result<Vec<SettingView>, CommandError> {
    let keeper = keeper.inner().clone();
    spawn_blocking(move || keeper.view()).await.map_err(|error| failed(error.to_string()))
}

/// The language of every text: the one chosen, else the system's.
#[tauri::command]
pub(crate) async fn language(keeper: State<'_, SettingsStore>) -> Result<Language, CommandError> {
    let keeper = keeper.inner().clone();
    spawn_blocking(move || keeper.language()).await.map_err(|error| failed(error.to_string()))
}

/// Sets one, and has the engine go by it at once. Answers all of them as they are then.
#[tauri::command]
pub(crate) async fn set_setting(
    name: String,
    value: String,
    app: AppHandle,
    keeper: State<'_, SettingsStore>,
    engine: State<'_, EngineHandle>,
    videos: State<'_, Videos>,
) -> Result<Vec<SettingView>, CommandError> {
    let keeper = keeper.inner().clone();
    let set = spawn_blocking(move || {
        keeper.set(&name, &value)?;
        Ok::<_, anyhow::Error>(keeper)
    });
    let set = set.await.map_err(|error| failed(error.to_string()))?;
    let keeper = set.map_err(|error| refused(format!("{error:#}")))?;
    engine.set_settings(keeper.engine());
    spoken::speak(&app, keeper.language());
    window::library::language_changed(&app);
    window::apply_settings(&app, &keeper).map_err(|error| failed(format!("{error:#}")))?;
    window::push_overrides(&app, &keeper);
    videos.settings_changed();
    Ok(keeper.view())
}

/// Has the user choose a folder for a setting, in the system's dialog. Answers its path, which is not set yet;
/// `None`: the user chose none.
#[tauri::command]
pub(crate) async fn choose_folder(
    name: String,
    app: AppHandle,
    keeper: State<'_, SettingsStore>,
) -> Result<Option<String>, CommandError> {
    let keeper = keeper.inner().clone();
    let start = spawn_blocking(move || keeper.folder(&name));
    let start = start.await.map_err(|error| failed(error.to_string()))?;
    let start = start.map_err(|error| refused(format!("{error:#}")))?;
    let title = spoken::say(&app, &text::choose_folder());
    let chosen = window::choose_folder(&app, title, start).await;
    let Some(folder) = chosen.map_err(|error| failed(format!("{error:#}.")))? else {
        return Ok(None);
    };
    match folder.to_str() {
        Some(path) => Ok(Some(path.to_owned())),
        None => Err(refused(format!(
            "The name of {} can't be read as text: choose another folder.",
            folder.display()
        ))),
    }
}

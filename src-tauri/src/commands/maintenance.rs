//! What the sidebar may do with the whole history (spec D6, E1). Files go to the data folder, under
//! names of Retake's own: the sidebar names none but a backup in the list.

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands commands their arguments by value")]

use std::sync::Arc;

use retake_engine::maintenance::{Maintenance, Outcome};
use retake_locale::text;
use retake_protocol::MediaId;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::maintenance::{DataFolderView, Done, ExportForm, SettingDifference};
use retake_store::{Backup, Scope, Store};
use tauri::State;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{InvokeBody, Request};

use super::{failed, refused};
use crate::clock::Clock;
use crate::data_files::{self, Kind};
use crate::data_folder::DataFolder;
use crate::engine_task::EngineHandle;
use crate::settings::SettingsStore;
use crate::transfer::{self, Work};
use crate::{files, text_file, videos};

/// Where everything is, and what backups there are.
#[tauri::command]
pub(crate) async fn data_folder(
    folder: State<'_, DataFolder>,
    store: State<'_, Store>,
) -> Result<DataFolderView, CommandError> {
    let (folder, store) = (folder.inner().clone(), store.inner().clone());
    // What can't be read is no reason to hide where the folder is.
    blocking(move || {
        let kept = store.kept_bytes().ok();
        Ok(DataFolderView { kept, ..data_files::view(&folder)? })
    })
    .await
}

/// Opens the data folder in the system's file manager.
#[tauri::command]
pub(crate) async fn open_data_folder(folder: State<'_, DataFolder>) -> Result<(), CommandError> {
    let folder = folder.inner().clone();
    blocking(move || files::show_folder(folder.root())).await
}

/// Writes an export of one image, or of all.
#[tauri::command]
pub(crate) async fn export_history(
    form: ExportForm,
    media_id: Option<MediaId>,
    store: State<'_, Store>,
    folder: State<'_, DataFolder>,
    clock: State<'_, Arc<Clock>>,
) -> Result<Done, CommandError> {
    let which = Scope::from(media_id);
    let kind = match form {
        ExportForm::Json => Kind::Json,
        ExportForm::Csv => Kind::Csv,
    };
    let (store, folder, now) = (store.inner().clone(), folder.inner().clone(), clock.now());
    in_data_folder(move || {
        let file = data_files::new_file(&folder, kind, now)?;
        transfer::export_to(&store, &which, &file)?;
        Ok(Done { lines: vec![text::exported_to(file.display().to_string())] })
    })
    .await
}

/// Adds an export, what the extension left, or prompts to what is here. The body is the file as it
/// is: which encoding its text has is found out here, as for the command line.
#[tauri::command]
pub(crate) async fn import_history(
    request: Request<'_>,
    engine: State<'_, EngineHandle>,
    store: State<'_, Store>,
    clock: State<'_, Arc<Clock>>,
) -> Result<Done, CommandError> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(refused("an import is the bytes of a file"));
    };
    let bytes = bytes.clone();
    match blocking(move || transfer::work_of(text_file::decode(bytes)?)).await? {
        Work::History(work) => run_maintenance(&engine, work).await,
        Work::Prompts(prompts) => {
            let (store, now) = (store.inner().clone(), clock.now());
            let kept = blocking(move || transfer::keep_all(&store, &prompts, now)).await?;
            Ok(Done { lines: vec![kept] })
        }
    }
}

/// Copies the database to the data folder's backups.
#[tauri::command]
pub(crate) async fn back_up_history(
    store: State<'_, Store>,
    folder: State<'_, DataFolder>,
    clock: State<'_, Arc<Clock>>,
) -> Result<Done, CommandError> {
    let (store, folder, now) = (store.inner().clone(), folder.inner().clone(), clock.now());
    in_data_folder(move || {
        let file = data_files::new_file(&folder, Kind::Backup, now)?;
        store.back_up(&file)?;
        Ok(Done { lines: vec![text::backed_up_to(file.display().to_string())] })
    })
    .await
}

/// The settings that a backup of the list has otherwise, and that may come along with it.
#[tauri::command]
pub(crate) async fn backup_settings(
    name: String,
    folder: State<'_, DataFolder>,
    keeper: State<'_, SettingsStore>,
) -> Result<Vec<SettingDifference>, CommandError> {
    let (folder, keeper) = (folder.inner().clone(), keeper.inner().clone());
    blocking(move || {
        let from = data_files::backup(&folder, &name)?;
        Ok(keeper.differences(&Backup::settings_of(&from)?))
    })
    .await
}

/// Puts a backup of the list in the history's place, after a backup of what is there. The named
/// settings come along.
#[tauri::command]
pub(crate) async fn restore_backup(
    name: String,
    settings: Vec<String>,
    engine: State<'_, EngineHandle>,
    store: State<'_, Store>,
    folder: State<'_, DataFolder>,
    keeper: State<'_, SettingsStore>,
    clock: State<'_, Arc<Clock>>,
) -> Result<Done, CommandError> {
    let (store, folder, now) = (store.inner().clone(), folder.inner().clone(), clock.now());
    let keeper = keeper.inner().clone();
    let (backup, settings, kept) = in_data_folder(move || {
        let from = data_files::backup(&folder, &name)?;
        let videos = videos::folder::open(&keeper.video_folder(), &folder).ok();
        let backup = Backup::read(&from, &folder.database(), videos.as_deref())?;
        let differing = keeper.differences(backup.settings()).into_iter();
        let chosen = differing.filter(|one| settings.contains(&one.name));
        let chosen = chosen.map(|one| (one.name, one.there)).collect();
        let kept = data_files::new_file(&folder, Kind::Backup, now)?;
        store.back_up(&kept)?;
        Ok((backup, chosen, kept))
    })
    .await?;
    let mut done = run_maintenance(&engine, Maintenance::Restore { backup, settings }).await?;
    done.lines.push(text::restore_kept(kept.display().to_string()));
    Ok(done)
}

/// Deletes the history of one image, or of all.
#[tauri::command]
pub(crate) async fn forget_history(
    media_id: Option<MediaId>,
    engine: State<'_, EngineHandle>,
) -> Result<Done, CommandError> {
    let mut done = run_maintenance(&engine, Maintenance::Forget(media_id.into())).await?;
    done.lines.push(text::files_stay());
    Ok(done)
}

async fn run_maintenance(engine: &EngineHandle, work: Maintenance) -> Result<Done, CommandError> {
    match engine.run_maintenance(work).await? {
        Outcome::Refused(reason) => Err(refused(reason)),
        outcome => Ok(Done { lines: transfer::in_words(&outcome) }),
    }
}

/// Files may keep a thread waiting, so they have one of their own.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> Result<T, CommandError> {
    let answer = spawn_blocking(work).await;
    let answer = answer.map_err(anyhow::Error::from).and_then(|answer| answer);
    answer.map_err(|error| failed(format!("{error:#}.")))
}

/// The same, for what is written into the data folder: where that fails, a look at it helps.
pub(super) async fn in_data_folder<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> Result<T, CommandError> {
    blocking(work).await.map_err(|error| error.with_remedy(Remedy::OpenDataFolder))
}

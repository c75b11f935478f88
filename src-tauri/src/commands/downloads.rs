//! What the sidebar asks for of the page's downloads.

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands commands their arguments by value")]

use retake_protocol::command::CommandError;
use retake_protocol::download::DownloadNumber;
use tauri::{AppHandle, State};

use super::maintenance::blocking;
use super::refused;
use crate::downloads::{self, Downloads};
use crate::files;

/// Ends a download that is under way.
#[tauri::command]
pub(crate) fn cancel_download(app: AppHandle, number: DownloadNumber) -> Result<(), CommandError> {
    downloads::cancel(&app, number).map_err(|error| refused(format!("{error:#}.")))
}

/// Opens the folder of a file that was saved.
#[tauri::command]
pub(crate) async fn show_download(
    number: DownloadNumber,
    downloads: State<'_, Downloads>,
) -> Result<(), CommandError> {
    let downloads = downloads.inner().clone();
    blocking(move || files::show_folder(&downloads.folder_of(number)?)).await
}

/// The user has seen how a download ended.
#[tauri::command]
pub(crate) fn dismiss_download(number: DownloadNumber, downloads: State<'_, Downloads>) {
    downloads.dismiss(number);
}

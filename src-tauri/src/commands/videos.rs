//! What the sidebar asks for of videos.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use retake_locale::text;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::maintenance::Done;
use retake_protocol::{AttemptId, MediaId};
use tauri::State;
use tauri::async_runtime::spawn_blocking;

use super::{failed, refused};
use crate::files;
use crate::videos::{Video, Videos};

/// Has the video of an attempt saved; the history tells how it goes.
#[tauri::command]
pub(crate) async fn save_video(
    media_id: MediaId,
    attempt_id: AttemptId,
    videos: State<'_, Videos>,
) -> Result<(), CommandError> {
    let (video, videos) = (Video { media_id, attempt_id }, videos.inner().clone());
    let asked = spawn_blocking(move || videos.save(video)).await;
    match asked.map_err(anyhow::Error::from).and_then(|asked| Ok(asked?)) {
        Ok(true) => Ok(()),
        Ok(false) => Err(refused(text::video_none())),
        Err(error) => Err(failed(text::video_not_saved_why(format!("{error:#}")))
            .with_remedy(Remedy::OpenDataFolder)),
    }
}

/// Opens the folder of a saved video in the system's file manager.
#[tauri::command]
pub(crate) async fn show_video(
    media_id: MediaId,
    attempt_id: AttemptId,
    videos: State<'_, Videos>,
) -> Result<(), CommandError> {
    let (video, videos) = (Video { media_id, attempt_id }, videos.inner().clone());
    let shown = spawn_blocking(move || files::show_folder(&videos.folder_of(video)?)).await;
    let shown = shown.map_err(anyhow::Error::from).and_then(|shown| shown);
    shown.map_err(|error| failed(format!("{error:#}.")))
}

/// Looks at the files of all saved videos.
#[tauri::command]
pub(crate) async fn check_files(videos: State<'_, Videos>) -> Result<Done, CommandError> {
    let videos = videos.inner().clone();
    let checked = spawn_blocking(move || videos.check_files()).await;
    match checked.map_err(anyhow::Error::from).and_then(|checked| Ok(checked?)) {
        Ok(lines) => Ok(Done { lines }),
        Err(error) => Err(failed(format!("The files could not be checked: {error:#}."))),
    }
}

/// Saves a frame of a saved video, a PNG in base64, as a picture beside it.
#[tauri::command]
pub(crate) async fn save_frame(
    media_id: MediaId,
    attempt_id: AttemptId,
    png: String,
    videos: State<'_, Videos>,
) -> Result<Done, CommandError> {
    let (video, videos) = (Video { media_id, attempt_id }, videos.inner().clone());
    let png = BASE64_STANDARD.decode(png).map_err(|_| refused("The frame is not in base64."))?;
    let saved = spawn_blocking(move || videos.save_frame(&video, &png)).await;
    match saved.map_err(anyhow::Error::from).and_then(|saved| saved) {
        Ok(path) => Ok(Done { lines: vec![text::frame_saved(path.display().to_string())] }),
        Err(error) => Err(failed(format!("The frame was not saved: {error:#}."))),
    }
}

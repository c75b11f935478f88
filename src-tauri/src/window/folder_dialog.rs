//! The system's own dialog for choosing a folder, above the app's window (spec W13).
//!
//! On Linux it is GTK's: `rfd`, which stands for it elsewhere, would run GTK on a thread of its own there.
//! Tauri's plugin for dialogs adds a script to every webview, Grok's page too, so it is not used.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use tauri::{AppHandle, Manager as _};

use super::MAIN;

/// Has the user choose a folder, from `start` on; `None`: the user chose none.
pub(crate) async fn choose(
    app: &AppHandle,
    title: String,
    start: Option<PathBuf>,
) -> Result<Option<PathBuf>> {
    let window = app.get_window(MAIN).context("finding the window")?;
    platform::ask(window, title, start).await
}

#[cfg(not(target_os = "linux"))]
mod platform {
    use super::{PathBuf, Result};

    pub(super) async fn ask(
        window: tauri::Window,
        title: String,
        start: Option<PathBuf>,
    ) -> Result<Option<PathBuf>> {
        let dialog = rfd::AsyncFileDialog::new().set_title(title).set_parent(&window);
        let dialog = match start {
            Some(start) => dialog.set_directory(start),
            None => dialog,
        };
        Ok(dialog.pick_folder().await.map(|folder| folder.path().to_owned()))
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use anyhow::Context as _;
    use gtk::prelude::{FileChooserExt as _, NativeDialogExt as _, NativeDialogExtManual as _};
    use gtk::{FileChooserAction, FileChooserNative, ResponseType, glib};
    use tauri::Window;
    use tokio::sync::oneshot;

    use super::{PathBuf, Result};

    pub(super) async fn ask(
        window: Window,
        title: String,
        start: Option<PathBuf>,
    ) -> Result<Option<PathBuf>> {
        let (told, chosen) = oneshot::channel();
        let of_window = window.clone();
        window
            .run_on_main_thread(move || show(&of_window, &title, start, told))
            .context("reaching the main thread")?;
        chosen.await.context("the dialog did not open")
    }

    /// Shows the dialog; `told` hears what was chosen, and is dropped where there is no window to show it.
    fn show(
        window: &Window,
        title: &str,
        start: Option<PathBuf>,
        told: oneshot::Sender<Option<PathBuf>>,
    ) {
        let Ok(parent) = window.gtk_window() else { return };
        // Without labels the buttons speak the system's language.
        let action = FileChooserAction::SelectFolder;
        let dialog = FileChooserNative::new(Some(title), Some(&parent), action, None, None);
        dialog.set_modal(true);
        dialog.set_create_folders(true);
        if let Some(start) = start {
            dialog.set_current_folder(start);
        }
        glib::MainContext::default().spawn_local(async move {
            let is_chosen = dialog.run_future().await == ResponseType::Accept;
            let folder = dialog.filename().filter(|_| is_chosen);
            dialog.destroy();
            // Who asked may be gone.
            let _ = told.send(folder);
        });
    }
}

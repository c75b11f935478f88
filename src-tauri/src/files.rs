//! Folders shown in the system's file manager.

use std::path::Path;

use anyhow::{Context as _, ensure};

/// Opens a folder. A system that has nothing to show it with is said in words, with the folder's path.
pub(crate) fn show_folder(folder: &Path) -> anyhow::Result<()> {
    let shown = folder.display();
    ensure!(folder.is_dir(), "the folder {shown} is no longer there");
    open::that_detached(folder)
        .inspect_err(|error| tracing::warn!("{shown}: {error}"))
        .with_context(|| {
            format!("this system shows no folders from here; the files are in {shown}")
        })
}

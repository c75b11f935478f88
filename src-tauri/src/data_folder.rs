//! Where everything of a user is kept: the database, the page's profile, the logs (spec G3).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use directories::ProjectDirs;

/// A data folder that exists. Two of them know nothing of each other.
#[derive(Clone, Debug)]
pub(crate) struct DataFolder {
    root: PathBuf,
}

impl DataFolder {
    /// Opens `wanted`, or the platform's data folder, and creates what is missing.
    pub(crate) fn open(wanted: Option<&Path>) -> anyhow::Result<Self> {
        let root = match wanted {
            Some(root) => root.to_owned(),
            None => ProjectDirs::from("app", "retake", "Retake")
                .context("finding the platform's data folder: name one with --data-dir")?
                .data_dir()
                .to_owned(),
        };
        create_private(&root)?;
        // Windows' own form of a whole path, `\\\\?\\C:\\…`, is one that few programs take.
        let root = dunce::canonicalize(&root)
            .with_context(|| format!("resolving the data folder {}", root.display()))?;
        let folder = Self { root };
        create_private(&folder.profile())?;
        create_private(&folder.logs())?;
        Ok(folder)
    }

    /// The folder itself, as an absolute path without links.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The database.
    pub(crate) fn database(&self) -> PathBuf {
        self.root.join("retake.db")
    }

    /// Cookies and storage of the webviews.
    pub(crate) fn profile(&self) -> PathBuf {
        self.root.join("profile")
    }

    /// One file a day.
    pub(crate) fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// Copies of the database that the sidebar asked for.
    pub(crate) fn backups(&self) -> anyhow::Result<PathBuf> {
        self.folder("backups")
    }

    /// Exports that the sidebar asked for.
    pub(crate) fn exports(&self) -> anyhow::Result<PathBuf> {
        self.folder("exports")
    }

    /// Recordings that the sidebar asked for.
    pub(crate) fn recordings(&self) -> anyhow::Result<PathBuf> {
        self.folder("recordings")
    }

    /// Videos that were saved, unless the user chose another folder.
    pub(crate) fn videos(&self) -> anyhow::Result<PathBuf> {
        self.folder("videos")
    }

    /// A folder in it that is made when it is first needed.
    fn folder(&self, name: &str) -> anyhow::Result<PathBuf> {
        let folder = self.root.join(name);
        create_private(&folder)?;
        Ok(folder)
    }

    /// Where the window and its splitter were.
    pub(crate) fn window_place(&self) -> PathBuf {
        self.root.join("window.json")
    }

    /// Locked while a Retake uses the folder.
    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("retake.lock")
    }
}

/// Prompts and a signed-in profile are the user's alone; a folder that was there stays as it was.
fn create_private(folder: &Path) -> anyhow::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).with_context(|| {
        format!("creating the folder {}: choose another one with --data-dir", folder.display())
    })
}

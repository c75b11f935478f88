//! Where everything of a user is kept: the database, the page's profile, the logs (spec G3).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use directories::ProjectDirs;

/// The folders in it that Retake makes.
#[cfg(unix)]
const FOLDERS: &[&str] =
    &["profile", "logs", "backups", "exports", "recordings", "videos", "unfinished"];

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
        #[cfg(unix)]
        folder.close_to_others();
        Ok(folder)
    }

    /// A folder may have been made before, by hand or by an earlier version, so that others can enter.
    #[cfg(unix)]
    fn close_to_others(&self) {
        let within = FOLDERS.iter().map(|name| self.root.join(name));
        for folder in std::iter::once(self.root.clone()).chain(within) {
            if let Err(error) = close_to_others(&folder) {
                // No log yet; some file systems know no owners, and that is no reason not to start.
                let told = format!("others may be able to read {}: {error}", folder.display());
                eprintln!("retake: {}", crate::terminal::escaped(&told));
            }
        }
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

    /// What is not there whole yet, and means nothing once the app has ended.
    pub(crate) fn unfinished(&self) -> anyhow::Result<PathBuf> {
        self.folder("unfinished")
    }

    /// Removes what an earlier run left unfinished.
    pub(crate) fn clear_unfinished(&self) {
        match fs::remove_dir_all(self.root.join("unfinished")) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => tracing::warn!("what an earlier run left was not removed: {error}"),
        }
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

    /// Where a further start of Retake calls, on Unix and where the path is short enough.
    #[cfg(unix)]
    pub(crate) fn socket(&self) -> PathBuf {
        self.root.join("retake.sock")
    }

    /// Locked while a Retake uses the folder.
    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("retake.lock")
    }
}

/// Takes every right of others from a folder of this user's. What is not there, a link to elsewhere and a
/// folder that many share (as `/tmp`) stay as they are: those somebody made so on purpose.
#[cfg(unix)]
fn close_to_others(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    let about = match fs::symlink_metadata(folder) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let mode = about.permissions().mode();
    let is_shared = mode & STICKY != 0 || about.uid() != rustix::process::geteuid().as_raw();
    if !about.is_dir() || is_shared || mode & OTHERS == 0 {
        return Ok(());
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(mode & !OTHERS & 0o7777))
}

/// Every right of those who are not the owner.
#[cfg(unix)]
pub(crate) const OTHERS: u32 = 0o077;

/// The mode of a folder whose files only their owners may delete.
#[cfg(unix)]
const STICKY: u32 = 0o1000;

/// Prompts and a signed-in profile are the user's alone.
fn create_private(folder: &Path) -> anyhow::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).with_context(|| {
        format!("creating the folder {}: choose another one with --data-dir", folder.display())
    })
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn make(folder: &Path, mode: u32) {
        fs::create_dir_all(folder).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn mode(folder: &Path) -> u32 {
        fs::metadata(folder).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn folders_that_others_could_enter_are_closed_at_the_start() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("data");
        for folder in [root.clone(), root.join("logs"), root.join("backups"), root.join("profile")]
        {
            make(&folder, 0o755);
        }
        let folder = DataFolder::open(Some(&root)).unwrap();
        for folder in [folder.root(), &folder.logs(), &folder.profile(), &folder.backups().unwrap()]
        {
            assert_eq!(mode(folder), 0o700, "{}", folder.display());
        }
        assert!(!root.join("exports").exists(), "nothing is made that is not needed");
    }

    #[test]
    fn a_folder_that_many_share_and_one_behind_a_link_keep_their_modes() {
        let place = tempfile::tempdir().unwrap();
        let (root, chosen) = (place.path().join("shared"), place.path().join("chosen"));
        make(&root, 0o1777);
        make(&chosen, 0o755);
        std::os::unix::fs::symlink(&chosen, root.join("videos")).unwrap();
        DataFolder::open(Some(&root)).unwrap();
        assert_eq!((mode(&root), mode(&chosen)), (0o1777, 0o755));
    }
}

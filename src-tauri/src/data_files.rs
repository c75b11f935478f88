//! What the sidebar has written to the data folder: backups and exports, each under a name that
//! says when it was made. What stands in them is left to `transfer` and `retake-store`.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context as _, ensure};
use jiff::Timestamp;
use retake_protocol::Millis;
use retake_protocol::maintenance::{BackupView, DataFolderView};

use crate::data_folder::DataFolder;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Backup,
    Json,
    Csv,
    Prompts,
    Recording,
}

/// A file that is not there yet, in its kind's folder, which is.
pub(crate) fn new_file(folder: &DataFolder, kind: Kind, now: Millis) -> anyhow::Result<PathBuf> {
    let at = Timestamp::from_millisecond(now).context("naming a file by the time")?;
    // A colon is no part of a file's name everywhere.
    let at = at.strftime("%Y-%m-%dT%H-%M-%SZ");
    let (place, what, ending) = match kind {
        Kind::Backup => (folder.backups()?, "retake", "db"),
        Kind::Json => (folder.exports()?, "retake", "json"),
        Kind::Csv => (folder.exports()?, "retake", "csv"),
        Kind::Prompts => (folder.exports()?, "prompts", "json"),
        Kind::Recording => (folder.recordings()?, "recording", "jsonl"),
    };
    let named = |number: u32| match number {
        1 => place.join(format!("{what}-{at}.{ending}")),
        number => place.join(format!("{what}-{at}-{number}.{ending}")),
    };
    (1..1000).map(named).find(|file| !file.exists()).context("finding a free name for the file")
}

/// A backup of the list, by its name.
pub(crate) fn backup(folder: &DataFolder, name: &str) -> anyhow::Result<PathBuf> {
    let parts: Vec<_> = Path::new(name).components().collect();
    ensure!(
        matches!(parts[..], [Component::Normal(part)] if part == name) && is_database(name),
        "there is no backup of this name"
    );
    let file = folder.backups()?.join(name);
    ensure!(file.is_file(), "the backup {} is no longer there", file.display());
    Ok(file)
}

fn is_database(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "db")
}

/// Where everything is, and what backups there are.
pub(crate) fn view(folder: &DataFolder) -> anyhow::Result<DataFolderView> {
    let place = folder.backups()?;
    let mut backups = Vec::new();
    for file in fs::read_dir(&place).with_context(|| format!("reading {}", place.display()))? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        let about = file.metadata()?;
        if is_database(&name) && about.is_file() {
            let made = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
            let made_at = Millis::try_from(made.as_millis()).unwrap_or_default();
            backups.push(BackupView { name, bytes: about.len(), made_at });
        }
    }
    backups.sort_by(|a, b| (b.made_at, &b.name).cmp(&(a.made_at, &a.name)));
    let size = |path: PathBuf| fs::metadata(path).map_or(0, |about| about.len());
    Ok(DataFolderView {
        path: folder.root().display().to_string(),
        // What was written last stands in the log beside it.
        database_bytes: ["", "-wal"]
            .map(|ending| {
                let mut name = folder.database().into_os_string();
                name.push(ending);
                size(name.into())
            })
            .iter()
            .sum(),
        kept: None,
        backups,
    })
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn folder() -> (TempDir, DataFolder) {
        let place = TempDir::new().unwrap();
        let folder = DataFolder::open(Some(place.path())).unwrap();
        (place, folder)
    }

    #[test]
    fn d6_two_files_of_one_second_have_two_names() {
        let (_place, folder) = folder();
        let first = new_file(&folder, Kind::Json, 0).unwrap();
        assert!(first.ends_with("exports/retake-1970-01-01T00-00-00Z.json"), "{first:?}");
        fs::write(&first, "{}").unwrap();
        assert_ne!(new_file(&folder, Kind::Json, 0).unwrap(), first);
    }

    #[test]
    fn d6_backups_are_listed_the_newest_first_and_found_by_name() {
        let (_place, folder) = folder();
        for second in [1, 2] {
            fs::write(new_file(&folder, Kind::Backup, second * 1000).unwrap(), "x").unwrap();
        }
        let backups = view(&folder).unwrap().backups;
        assert_eq!(backups.len(), 2);
        assert_eq!(backups[0].name, "retake-1970-01-01T00-00-02Z.db");
        assert!(backup(&folder, &backups[0].name).is_ok());
    }

    #[test]
    fn the_databases_size_is_that_of_its_log_too() {
        let (_place, folder) = folder();
        fs::write(folder.database(), "x".repeat(5)).unwrap();
        let mut log = folder.database().into_os_string();
        log.push("-wal");
        fs::write(log, "x".repeat(7)).unwrap();
        assert_eq!(view(&folder).unwrap().database_bytes, 12);
    }

    #[test]
    fn d6_no_other_file_is_taken_for_a_backup() {
        let (place, folder) = folder();
        fs::write(place.path().join("secret.db"), "x").unwrap();
        for name in ["../secret.db", "/etc/passwd", "", ".", "nothing.db", "a/../../secret.db"] {
            assert!(backup(&folder, name).is_err(), "{name:?}");
        }
    }
}

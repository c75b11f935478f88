//! `retake backup`, `restore` and `forget`: what is done with a whole history, from the command
//! line (spec D6). What each does to the database is `retake-store`'s; here is which file, what is
//! asked first, and what is said afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use retake_engine::{Engine, Settings};
use retake_protocol::MediaId;
use retake_store::{Store, Which, check_backup};

use crate::clock::Clock;
use crate::command_line::{BackupOptions, ForgetOptions, RestoreOptions};
use crate::data_folder::DataFolder;
use crate::{single_instance, terminal};

/// Copies the database to a file that is not there yet. Works while the app runs.
pub(crate) fn backup(options: &BackupOptions) -> anyhow::Result<()> {
    let database = existing(&DataFolder::open(options.data_dir.as_deref())?)?;
    // Reading alone: the app may be writing, and nothing is to be migrated for a copy.
    Store::open_read_only(&database)?.back_up(&options.file)?;
    terminal::say(&format!("The history is backed up in {}.", options.file.display()))
}

/// Puts a backup in the database's place; what was there stays beside it.
pub(crate) fn restore(options: &RestoreOptions) -> anyhow::Result<()> {
    let folder = DataFolder::open(options.data_dir.as_deref())?;
    let _alone = single_instance::hold(&folder)?;
    check_backup(&options.file)?;
    let database = folder.database();
    let kept = put_aside(&database)?;
    let copied = copy(&options.file, &database);
    if let (Err(_), Some(kept)) = (&copied, &kept) {
        fs::rename(kept, &database)
            .with_context(|| format!("putting {} back in the database's place", kept.display()))?;
    }
    copied?;
    terminal::say(&format!("The history is that of {} now.", options.file.display()))?;
    if let Some(kept) = kept {
        terminal::say(&format!("What was there before is kept in {}.", kept.display()))?;
    }
    Ok(())
}

/// Deletes the history of one image, or of all.
pub(crate) fn forget(options: &ForgetOptions) -> anyhow::Result<()> {
    let what = match (&options.media_id, options.all) {
        (Some(text), _) => {
            let media_id = MediaId::new(text.as_str());
            Which::Image(media_id.context("an image's id has 1 to 128 bytes")?)
        }
        (None, true) => Which::Everything,
        (None, false) => bail!("say what to forget: --media-id ID, or --all"),
    };
    let folder = DataFolder::open(options.data_dir.as_deref())?;
    let database = existing(&folder)?;
    let name = match &what {
        Which::Image(media_id) => format!("the history of image {media_id}"),
        Which::Everything => format!("the history of every image in {}", database.display()),
    };
    ensure!(options.yes, "this deletes {name} for good: say --yes if you mean it");
    let _alone = single_instance::hold(&folder)?;
    let store = Store::open(&database)?;
    // A session that ran when the app died is none that runs: this ends it, as a start does.
    drop(Engine::open(store.clone(), Settings::default(), Clock::new().now())?);
    let forgotten = store.forget(what)?;
    ensure!(forgotten > 0, "there is nothing to forget: {name} is empty");
    terminal::say(&format!("Forgotten: {name}."))
}

/// The database of a folder that has one.
pub(crate) fn existing(folder: &DataFolder) -> anyhow::Result<PathBuf> {
    let database = folder.database();
    if !database.exists() {
        bail!(
            "there is no history in {}: name its folder with --data-dir",
            folder.root().display()
        );
    }
    Ok(database)
}

/// `retake.db` → `retake.db.before-restore-1`, or the next number that is free. The write-ahead
/// log goes with it: it belongs to the old file.
fn put_aside(database: &Path) -> anyhow::Result<Option<PathBuf>> {
    if !database.exists() {
        return Ok(None);
    }
    // Opening and closing works off the log, where the file is sound; a damaged one goes as it is.
    drop(Store::open(database));
    let named = |number: u32| {
        let mut name = database.as_os_str().to_owned();
        name.push(format!(".before-restore-{number}"));
        PathBuf::from(name)
    };
    let kept = (1..10_000)
        .map(named)
        .find(|path| !path.exists())
        .context("too many databases were put aside here: remove old ones")?;
    for ending in ["-wal", "-shm"] {
        let part = |of: &Path| {
            let mut name = of.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        if part(database).exists() {
            rename(&part(database), &part(&kept))?;
        }
    }
    rename(database, &kept)?;
    Ok(Some(kept))
}

fn rename(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::rename(from, to).with_context(|| format!("renaming {} to {}", from.display(), to.display()))
}

/// Copies under another name first: a file of the database's name is always a whole one.
fn copy(from: &Path, database: &Path) -> anyhow::Result<()> {
    let partial = database.with_extension("db.partial");
    fs::copy(from, &partial)
        .with_context(|| format!("copying {} to {}", from.display(), partial.display()))?;
    rename(&partial, database)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A data folder with one image in its history.
    fn history(media_id: &str) -> (TempDir, PathBuf) {
        let place = TempDir::new().unwrap();
        let folder = DataFolder::open(Some(place.path())).unwrap();
        let store = Store::open(&folder.database()).unwrap();
        let mut engine = Engine::open(store, Settings::default(), 0).unwrap();
        let text = format!(
            r#"{{"state":{{"videoByMediaId":{{"{media_id}":[{{"id":"v1"}}]}}}},"version":1}}"#
        );
        let whole = retake_protocol::observer::FullSnapshot::of_session(1, Some(text));
        engine.handle(retake_engine::Input::FullSnapshot(whole), 1).unwrap();
        let database = folder.database();
        (place, database)
    }

    fn images(database: &Path) -> Vec<String> {
        let report = Store::open_read_only(database).unwrap().report().unwrap();
        report.images.iter().map(|image| image.media_id.to_string()).collect()
    }

    #[test]
    fn d6_a_backup_is_restored_and_what_was_there_is_kept() {
        let (lake, lake_database) = history("lake");
        let (hill, hill_database) = history("hill");
        let file = lake.path().join("copy.db");
        let data_dir = |place: &TempDir| Some(place.path().to_owned());
        backup(&BackupOptions { file: file.clone(), data_dir: data_dir(&lake) }).unwrap();
        assert_eq!(images(&lake_database), ["lake"], "a backup changes nothing");
        restore(&RestoreOptions { file, data_dir: data_dir(&hill) }).unwrap();
        assert_eq!(images(&hill_database), ["lake"]);
        assert_eq!(images(&hill.path().join("retake.db.before-restore-1")), ["hill"]);
    }

    #[test]
    fn d6_what_is_no_backup_is_refused_and_the_history_stays() {
        let (lake, database) = history("lake");
        let file = lake.path().join("no backup");
        fs::write(&file, "slow pan across a mountain lake").unwrap();
        let options = RestoreOptions { file, data_dir: Some(lake.path().to_owned()) };
        restore(&options).unwrap_err();
        assert_eq!(images(&database), ["lake"]);
    }

    #[test]
    fn d6_nothing_is_restored_or_forgotten_while_the_app_runs() {
        let (lake, database) = history("lake");
        let folder = DataFolder::open(Some(lake.path())).unwrap();
        let _app = single_instance::hold(&folder).unwrap();
        let data_dir = Some(lake.path().to_owned());
        let options = ForgetOptions { media_id: None, all: true, yes: true, data_dir };
        let forgotten = forget(&options);
        let sentence = format!("{:#}", forgotten.unwrap_err());
        assert!(sentence.contains("end it"), "{sentence}");
        assert_eq!(images(&database), ["lake"]);
    }

    #[test]
    fn d6_forgetting_asks_first_and_names_what_goes() {
        let (lake, database) = history("lake");
        let options = |media_id: Option<&str>, yes| ForgetOptions {
            media_id: media_id.map(str::to_owned),
            all: media_id.is_none(),
            yes,
            data_dir: Some(lake.path().to_owned()),
        };
        let asked = forget(&options(Some("lake"), false)).unwrap_err().to_string();
        assert!(asked.contains("lake") && asked.contains("--yes"), "{asked}");
        forget(&options(Some("hill"), true)).unwrap_err();
        assert_eq!(images(&database), ["lake"]);
        forget(&options(Some("lake"), true)).unwrap();
        assert!(images(&database).is_empty());
    }
}

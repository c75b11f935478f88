//! `retake backup`, `restore` and `forget`: what is done with a whole history, from the command
//! line (spec D6). What each does to the database is `retake-store`'s; here is which file, what is
//! asked first, and what is said afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use retake_engine::{Engine, Settings};
use retake_protocol::maintenance::SettingDifference;
use retake_store::{Backup, Scope, Store};

use crate::clock::Clock;
use crate::command_line::{BackupOptions, ForgetOptions, RestoreOptions};
use crate::data_folder::DataFolder;
use crate::settings::{Overrides, SettingsStore};
use crate::{single_instance, terminal, videos};

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
    let database = folder.database();
    // Of the backup first: where it is none, nothing here changes.
    let videos = video_folder(&folder, &database);
    let backup = Backup::read(&options.file, &database, videos.as_deref())?;
    let (kept, store) = set_aside(&database)?;
    let settings = SettingsStore::new(store.clone(), Overrides::default());
    let differing = settings.differences(backup.settings());
    let (chosen, left): (Vec<_>, Vec<_>) =
        differing.into_iter().partition(|one| options.with_settings.contains(&one.name));
    check_chosen(&options.with_settings, &chosen)?;
    let chosen: Vec<_> = chosen.into_iter().map(|one| (one.name, one.there)).collect();
    store.restore(&backup, &chosen)?;
    terminal::say(&format!("The history is now that of {}.", options.file.display()))?;
    if let Some(kept) = kept {
        terminal::say(&format!("What was there before is kept in {}.", kept.display()))?;
    }
    for SettingDifference { name, here, there } in left {
        terminal::say(&format!(
            "The setting {name} stays {here:?}; the backup has {there:?} (--with-setting {name})."
        ))?;
    }
    Ok(())
}

/// Where the videos of this machine are; `None`: nowhere yet.
fn video_folder(folder: &DataFolder, database: &Path) -> Option<PathBuf> {
    let store = Store::open_read_only(database).ok();
    let setting = store.map(|store| SettingsStore::new(store, Overrides::default()).video_folder());
    videos::folder::open(&setting.unwrap_or_default(), folder).ok()
}

/// A name that is no setting of the backup is a slip of the user's: it is said before anything is done.
fn check_chosen(wanted: &[String], chosen: &[SettingDifference]) -> anyhow::Result<()> {
    match wanted.iter().find(|name| chosen.iter().all(|one| one.name != **name)) {
        Some(name) => bail!(
            "the backup has no setting {name} that differs from here and may come along; nothing was \
             changed"
        ),
        None => Ok(()),
    }
}

/// Keeps what is in the database in a file beside it, and answers that file and a database to restore
/// into. One that can't be opened, as it is damaged, goes aside as it is.
fn set_aside(database: &Path) -> anyhow::Result<(Option<PathBuf>, Store)> {
    if !database.exists() {
        return Ok((None, Store::open(database)?));
    }
    let kept = free_name(database)?;
    match Store::open(database) {
        Ok(store) => {
            store.back_up(&kept)?;
            Ok((Some(kept), store))
        }
        Err(error) => {
            tracing::warn!("the database is set aside as it is: {error}");
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
            Ok((Some(kept), Store::open(database)?))
        }
    }
}

/// `retake.db` → `retake.db.before-restore-1`, or the next number that is free.
fn free_name(database: &Path) -> anyhow::Result<PathBuf> {
    let named = |number: u32| {
        let mut name = database.as_os_str().to_owned();
        name.push(format!(".before-restore-{number}"));
        PathBuf::from(name)
    };
    (1..10_000)
        .map(named)
        .find(|path| !path.exists())
        .context("too many databases were set aside here: remove old ones")
}

fn rename(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::rename(from, to).with_context(|| format!("renaming {} to {}", from.display(), to.display()))
}

/// Deletes the history of one image, or of all.
pub(crate) fn forget(options: &ForgetOptions) -> anyhow::Result<()> {
    ensure!(
        options.media_id.is_some() || options.all,
        "say what to forget: --media-id ID, or --all"
    );
    let what = Scope::from(options.media_id.clone());
    let folder = DataFolder::open(options.data_dir.as_deref())?;
    let database = existing(&folder)?;
    let name = match &what {
        Scope::Image(media_id) => format!("the history of image {media_id}"),
        Scope::All => format!("the history of every image in {}", database.display()),
    };
    ensure!(options.yes, "this deletes {name} for good: say --yes if you mean it");
    let _alone = single_instance::hold(&folder)?;
    let store = Store::open(&database)?;
    // A session that ran when the app died is none that runs: this ends it, as a start does.
    drop(Engine::open(store.clone(), Settings::default(), Clock::new().now())?);
    let forgotten = store.forget(&what)?;
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

#[cfg(test)]
mod tests {
    use retake_protocol::observer::FullSnapshot;
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
        let whole = FullSnapshot::of_session(1, Some(text));
        engine.handle(retake_engine::Input::FullSnapshot(whole), 1).unwrap();
        let database = folder.database();
        (place, database)
    }

    fn images(database: &Path) -> Vec<String> {
        let report = Store::open_read_only(database).unwrap().report().unwrap();
        report.images.iter().map(|image| image.media_id.to_string()).collect()
    }

    fn restore_options(file: PathBuf, place: &TempDir) -> RestoreOptions {
        let data_dir = Some(place.path().to_owned());
        RestoreOptions { file, with_settings: Vec::new(), data_dir }
    }

    fn set(database: &Path, name: &str, value: &str) {
        Store::open(database).unwrap().set_setting(name, value).unwrap();
    }

    fn setting(database: &Path, name: &str) -> Option<String> {
        Store::open(database).unwrap().setting(name).unwrap()
    }

    #[test]
    fn d6_a_restore_keeps_the_settings_here_but_for_those_that_are_named() {
        let (lake, lake_database) = history("lake");
        let (hill, hill_database) = history("hill");
        for (name, value) in [
            ("cooldown_ms", "9000"),
            ("stale_grace_ms", "9000"),
            ("allow_camera", "on"),
            ("generate_control_selector", "#delete"),
            ("user_agent", "another"),
            ("video_folder", "/somewhere/else"),
        ] {
            set(&lake_database, name, value);
        }
        set(&hill_database, "text_size", "120");
        let file = lake.path().join("copy.db");
        let data_dir = Some(lake.path().to_owned());
        backup(&BackupOptions { file: file.clone(), data_dir }).unwrap();
        let mut options = restore_options(file, &hill);
        options.with_settings = vec!["allow_camera".into()];
        let refused = restore(&options).unwrap_err().to_string();
        assert!(refused.contains("allow_camera"), "{refused}");
        options.with_settings = vec!["cooldown_ms".into()];
        restore(&options).unwrap();
        assert_eq!(images(&hill_database), ["lake"]);
        assert_eq!(setting(&hill_database, "cooldown_ms").as_deref(), Some("9000"));
        assert_eq!(setting(&hill_database, "text_size").as_deref(), Some("120"));
        for name in [
            "stale_grace_ms",
            "allow_camera",
            "generate_control_selector",
            "user_agent",
            "video_folder",
        ] {
            assert_eq!(setting(&hill_database, name), None, "{name}");
        }
    }

    /// A copy that somebody made by hand of a folder in use: its newest rows stand in the log beside it.
    #[test]
    fn d6_the_rows_in_a_copys_write_ahead_log_are_restored_too() {
        let (lake, database) = history("lake");
        let (hill, hill_database) = history("hill");
        let store = Store::open(&database).unwrap();
        let mut engine = Engine::open(store, Settings::default(), 0).unwrap();
        let text = r#"{"state":{"videoByMediaId":{"rose":[{"id":"v2"}]}},"version":1}"#;
        let whole = FullSnapshot::of_session(1, Some(text.into()));
        engine.handle(retake_engine::Input::FullSnapshot(whole), 2).unwrap();
        let copy = |ending: &str| {
            let from = lake.path().join(format!("retake.db{ending}"));
            fs::copy(from, lake.path().join(format!("copy.db{ending}"))).unwrap();
        };
        copy("");
        copy("-wal");
        restore(&restore_options(lake.path().join("copy.db"), &hill)).unwrap();
        assert_eq!(images(&hill_database), ["lake", "rose"]);
    }

    #[test]
    fn d6_a_damaged_database_is_set_aside_and_the_backup_takes_its_place() {
        let (lake, _) = history("lake");
        let (hill, hill_database) = history("hill");
        let file = lake.path().join("copy.db");
        let data_dir = Some(lake.path().to_owned());
        backup(&BackupOptions { file: file.clone(), data_dir }).unwrap();
        fs::write(&hill_database, "no database at all".repeat(100)).unwrap();
        restore(&restore_options(file, &hill)).unwrap();
        assert_eq!(images(&hill_database), ["lake"]);
        let aside = fs::read(hill.path().join("retake.db.before-restore-1")).unwrap();
        assert!(aside.starts_with(b"no database"));
    }

    #[cfg(unix)]
    #[test]
    fn d6_what_is_restored_is_its_owners_alone_whatever_the_backup_was() {
        use std::os::unix::fs::PermissionsExt as _;
        let (lake, _) = history("lake");
        let hill = TempDir::new().unwrap();
        let file = lake.path().join("copy.db");
        let data_dir = Some(lake.path().to_owned());
        backup(&BackupOptions { file: file.clone(), data_dir }).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o666)).unwrap();
        restore(&restore_options(file, &hill)).unwrap();
        let mode = fs::metadata(hill.path().join("retake.db")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }

    #[test]
    fn r2_a_backup_is_restored_and_what_was_there_is_kept() {
        let (lake, lake_database) = history("lake");
        let (hill, hill_database) = history("hill");
        let file = lake.path().join("copy.db");
        let data_dir = |place: &TempDir| Some(place.path().to_owned());
        backup(&BackupOptions { file: file.clone(), data_dir: data_dir(&lake) }).unwrap();
        assert_eq!(images(&lake_database), ["lake"], "a backup changes nothing");
        restore(&restore_options(file, &hill)).unwrap();
        assert_eq!(images(&hill_database), ["lake"]);
        assert_eq!(images(&hill.path().join("retake.db.before-restore-1")), ["hill"]);
    }

    #[test]
    fn d6_what_is_no_backup_is_refused_and_the_history_stays() {
        let (lake, database) = history("lake");
        let file = lake.path().join("no backup");
        fs::write(&file, "slow pan across a mountain lake").unwrap();
        restore(&restore_options(file, &lake)).unwrap_err();
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
            media_id: media_id.and_then(retake_protocol::MediaId::new),
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

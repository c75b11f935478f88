//! A backup in the place of what is stored (spec D6, R2). A backup is a file from outside, and so it is
//! data and nothing else: the rows of the tables that Retake knows go, checked, into a database that
//! is made afresh here. No schema, trigger, view or path of the file comes along.
//!
//! | module | what it does |
//! | --- | --- |
//! | `foreign` | reads the file as one that may be hostile |
//! | `rows` | copies its rows into the fresh database |

mod foreign;
mod rows;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use retake_session::merging::{check_time, check_times};
use rusqlite::{Connection, MAIN_DB};
use tempfile::TempPath;

use foreign::Finding;

use crate::maintenance::partial_of;
use crate::table::{presses, settings, video_quota};
use crate::transfer::Scope;
use crate::{StoreError, connection, extension, load, schema, transfer};

const IS_RUNNING: &str = "SELECT EXISTS (SELECT 1 FROM sessions WHERE outcome = 'pending')";

/// A backup that was read and found to be sound: a database of this program's own making, beside the
/// one that it is to replace. It goes when it is dropped.
#[derive(Debug)]
pub struct Backup {
    from: PathBuf,
    file: TempPath,
    settings: BTreeMap<String, String>,
}

impl Backup {
    /// Reads the backup `from`, which is only read, into a file that is the owner's alone in the folder
    /// of `database`. A saved video is known again where a file of its name lies in `video_folder`.
    ///
    /// # Errors
    ///
    /// Where the file is none of Retake's, of a newer version, damaged, or made so that reading it
    /// would not end.
    pub fn read(
        from: &Path,
        database: &Path,
        video_folder: Option<&Path>,
    ) -> Result<Self, StoreError> {
        let foreign = foreign::Foreign::open(from)?;
        let failed = |source| StoreError::CopyName { path: from.to_owned(), source };
        let file = partial_of(database).map_err(failed)?;
        let mut fresh = open_fresh(&file)?;
        schema::migrate_to(&mut fresh, foreign.version(), from)?;
        rows::copy(&foreign, &mut fresh, video_folder)?;
        let settings = foreign.settings()?;
        drop(foreign);
        schema::migrate(&mut fresh, from)?;
        rows::replace_nothing(&fresh).map_err(|error| damaged(from, &error.into()))?;
        check(&fresh).map_err(|finding| damaged(from, &finding))?;
        close(fresh)?;
        Ok(Self { from: from.to_owned(), file, settings })
    }

    /// The settings in a backup, by name; they are looked at, and none is taken over.
    pub fn settings_of(from: &Path) -> Result<BTreeMap<String, String>, StoreError> {
        foreign::Foreign::open(from)?.settings()
    }

    /// The settings that were in the file, by name.
    pub fn settings(&self) -> &BTreeMap<String, String> {
        &self.settings
    }
}

/// Replaces all content by that of `backup`. What Grok said is left and the settings stay as they are
/// here, but for those that `chosen` sets. All of it happens or, where it fails, nothing.
pub(crate) fn restore(
    connection: &mut Connection,
    backup: &Backup,
    chosen: &[(String, String)],
) -> Result<(), StoreError> {
    let failed = |source| StoreError::Write { what: "the backup in the history's place", source };
    let is_running: bool =
        connection.query_row(IS_RUNNING, [], |row| row.get(0)).map_err(failed)?;
    if is_running {
        return Err(StoreError::SessionRunning);
    }
    let fresh = open_fresh(&backup.file)?;
    let here = settings::all(connection).map_err(failed)?;
    for (name, value) in here.iter().chain(chosen) {
        settings::write(&fresh, name, value).map_err(failed)?;
    }
    // What is left is the account's, and of today.
    if let Some(quota) = video_quota::read(connection).map_err(failed)? {
        video_quota::write(&fresh, &quota).map_err(failed)?;
    }
    close(fresh)?;
    tracing::info!(from = %backup.from.display(), "a backup takes the history's place");
    // SQLite's backup, the other way round: all of it or, where it breaks off, nothing.
    connection.restore(MAIN_DB, &*backup.file, None::<fn(_)>).map_err(failed)
}

/// Reads everything that will ever be read, by the very functions that will read it: a row of known
/// types may still hold an unknown word.
fn check(fresh: &Connection) -> Result<(), Finding> {
    let mut found = None;
    transfer::read(fresh, &Scope::All, |history| match check_times(&history) {
        Ok(()) => ControlFlow::Continue(()),
        Err(what) => {
            found = Some(foreign::unfit("attempts", format!("can't be trusted: {what}")));
            ControlFlow::Break(())
        }
    })?;
    if let Some(finding) = found {
        return Err(finding);
    }
    for press in presses::all(fresh)? {
        check_time(press.pressed_at)
            .map_err(|what| foreign::unfit("presses", format!("can't be trusted: {what}")))?;
    }
    load::start(fresh)?;
    extension::waiting(fresh)?;
    let broken: i64 =
        fresh.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    let check: String = fresh.query_row("PRAGMA integrity_check (1)", [], |row| row.get(0))?;
    if broken == 0 && check == "ok" { Ok(()) } else { Err(Finding::Broken { broken, check }) }
}

fn damaged(path: &Path, finding: &Finding) -> StoreError {
    StoreError::Damaged { path: path.to_owned(), finding: finding.to_string() }
}

fn open_fresh(file: &Path) -> Result<Connection, StoreError> {
    let failed = |source| StoreError::Open { path: file.to_owned(), source };
    let fresh = connection::open_for_writing(file).map_err(failed)?;
    connection::set_up_writing(&fresh).map_err(failed)?;
    Ok(fresh)
}

/// Closed, it is one tidy file.
fn close(fresh: Connection) -> Result<(), StoreError> {
    let what = "the backup's rows in a fresh database";
    fresh.close().map_err(|(_, source)| StoreError::Write { what, source })
}

//! The advisories of `RustSec` against the lock file. Which of them are excepted, and why, stands in `deny.toml`.
//!
//! They change without any change here, so they are fetched each time. Where that can't be done, the last
//! copy on this machine serves and its age is printed; where there is none, that is said and nothing else:
//! a machine without a network must still be able to lint.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;

use crate::workspace::{cargo, check, output_of};

const A_DAY: Duration = Duration::from_hours(24);

/// Where the advisories are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// They were fetched just now.
    Fetched,
    /// A copy that was fetched so many days ago.
    Copy { days: u64 },
    /// There are none here.
    Nowhere,
}

impl Source {
    /// `age` is that of the copy, if there is one.
    fn of(is_fetched: bool, age: Option<Duration>) -> Self {
        match (is_fetched, age) {
            (true, Some(_)) => Self::Fetched,
            (false, Some(age)) => Self::Copy { days: age.as_secs() / A_DAY.as_secs() },
            (_, None) => Self::Nowhere,
        }
    }

    /// What to tell; `None`: nothing, all is as it should be.
    fn in_words(self) -> Option<String> {
        match self {
            Self::Fetched => None,
            Self::Copy { days } => Some(format!(
                "RustSec's advisories can't be fetched: the copy of {days} days ago is used."
            )),
            Self::Nowhere => Some(
                "Advisories were NOT checked: RustSec's can't be fetched, and no copy is here."
                    .to_owned(),
            ),
        }
    }
}

/// Checks what can be checked, and says what could not.
pub(crate) fn check_lock_file() -> Result<()> {
    let fetched = output_of(cargo().args(["deny", "fetch", "db"]));
    let source = Source::of(fetched.is_ok(), copy_age());
    if let Some(words) = source.in_words() {
        println!("{words}");
    }
    if source == Source::Nowhere {
        return Ok(());
    }
    let offline = (source != Source::Fetched).then_some("--offline");
    check(cargo().args(["deny", "--workspace"]).args(offline).args(["check", "advisories"]))
}

/// How old the newest copy is; `None`: there is none.
fn copy_age() -> Option<Duration> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    newest_of(&cargo_home.join("advisory-dbs"))
}

/// A clone that was broken off has a folder, and nothing in it that was fetched.
fn newest_of(folder: &Path) -> Option<Duration> {
    let copies = fs::read_dir(folder).ok()?.flatten();
    let ages = copies.filter_map(|copy| {
        let git = copy.path().join(".git");
        let fetched = ["FETCH_HEAD", "packed-refs", "index"].map(|name| git.join(name));
        let times = fetched.iter().filter_map(|file| fs::metadata(file).ok()?.modified().ok());
        times.max()?.elapsed().ok()
    });
    ages.min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_told_by_its_age_and_none_at_all_is_told_plainly() {
        let days = |days: u32| Some(A_DAY * days + Duration::from_mins(1));
        assert_eq!(Source::of(true, days(0)).in_words(), None);
        let copy = Source::of(false, days(97)).in_words().unwrap();
        assert!(copy.contains("97 days ago"), "{copy}");
        let nowhere = Source::of(false, None).in_words().unwrap();
        assert!(nowhere.contains("NOT checked"), "{nowhere}");
    }

    #[test]
    fn a_clone_that_was_broken_off_is_no_copy() {
        let folder = env::temp_dir().join(format!("retake-advisories-{}", std::process::id()));
        let git = folder.join("advisory-db-1").join(".git");
        fs::create_dir_all(&git).unwrap();
        assert_eq!(newest_of(&folder), None);
        fs::write(git.join("FETCH_HEAD"), "").unwrap();
        assert!(newest_of(&folder).unwrap() < A_DAY);
        fs::remove_dir_all(&folder).unwrap();
    }
}

//! The folder that videos are saved in: the user's choice, or one in the data folder. It is made
//! where it is missing, and tried out before anything is fetched for it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::data_folder::DataFolder;

/// The longest path taken, in bytes.
pub(crate) const LONGEST_PATH: usize = 1000;

/// Refuses what can't be a folder's path; an empty text stands for the one in the data folder.
pub(crate) fn check(text: &str) -> Result<()> {
    ensure!(
        text.is_empty() || (Path::new(text).is_absolute() && !text.contains('\0')),
        "files can't be saved in `{text}`: give the whole path of a folder, from the root on, or \
         nothing for the usual folder"
    );
    Ok(())
}

/// Makes the folder, and sees whether it can be written to.
pub(crate) fn prepare(folder: &Path) -> Result<()> {
    let try_out = || {
        fs::create_dir_all(folder)?;
        tempfile::Builder::new().prefix(".retake-").tempfile_in(folder).map(drop)
    };
    try_out().with_context(|| {
        format!(
            "files can't be saved in {}: choose another folder in the settings, or make this one \
             writable",
            folder.display()
        )
    })
}

/// The folder that the setting means, ready to be written to.
pub(crate) fn open(setting: &str, data: &DataFolder) -> Result<PathBuf> {
    let folder = if setting.is_empty() { data.videos()? } else { PathBuf::from(setting) };
    ensure!(
        folder.to_str().is_some(),
        "videos can't be saved in {}, whose name is no text: choose another folder in the settings",
        folder.display()
    );
    prepare(&folder)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_from_the_root_on() {
        for text in ["videos", "~/Videos", "../x", "./x"] {
            let refused = check(text).unwrap_err().to_string();
            assert!(refused.contains(text) && refused.contains("whole path"), "{refused}");
        }
        check("").unwrap();
        check(&std::env::temp_dir().display().to_string()).unwrap();
    }

    #[test]
    fn a_missing_folder_is_made_and_nothing_is_left_in_it() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("of/mine");
        prepare(&folder).unwrap();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_can_not_be_made_is_refused_with_what_to_do() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("file");
        fs::write(&file, "x").unwrap();
        let refused = prepare(&file.join("videos")).unwrap_err().to_string();
        assert!(refused.contains("choose another folder"), "{refused}");
    }

    #[test]
    fn without_a_choice_it_is_a_folder_of_the_data_folder() {
        let place = tempfile::tempdir().unwrap();
        let data = DataFolder::open(Some(place.path())).unwrap();
        assert!(open("", &data).unwrap().ends_with("videos"));
        let chosen = place.path().join("chosen");
        assert_eq!(open(&chosen.display().to_string(), &data).unwrap(), chosen);
    }
}

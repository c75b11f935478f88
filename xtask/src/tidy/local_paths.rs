//! Nothing in the repository names a place that only one machine has.
//!
//! That is a folder beside the repository, or a mirror of a package registry, which npm likes to
//! write into its lock file. Where crates may come from is checked by cargo-deny.

use std::path::Path;

/// Folders beside the repository on one machine. Split, so that this file passes its own rule.
const FOLDERS: [&str; 3] =
    [concat!("..", "/shared"), concat!("..", "/.library"), concat!("/wo", "rk")];

/// What to do about the first such name in a file, if there is one.
pub(super) fn finding(path: &str, text: &str) -> Option<String> {
    let name = Path::new(path).file_name()?.to_str()?;
    let line_rule = match name {
        "package-lock.json" => lock_line,
        ".npmrc" => settings_line,
        _ => text_line,
    };
    text.lines().enumerate().find_map(|(index, line)| {
        line_rule(line).map(|advice| format!("line {}: {advice}", index + 1))
    })
}

fn lock_line(line: &str) -> Option<String> {
    line.contains("\"resolved\": \"http").then(|| {
        "make the lock file again by `npm install --omit-lockfile-registry-resolved`, so that it \
         names no registry's host"
            .to_owned()
    })
}

fn settings_line(line: &str) -> Option<String> {
    line.contains("registry=").then(|| "take the registry out: it is each machine's own".to_owned())
}

fn text_line(line: &str) -> Option<String> {
    let folder = FOLDERS.into_iter().find(|folder| stands_alone(line, folder))?;
    Some(format!("take out `{folder}`: nobody else has that folder"))
}

/// Whether the folder's name is there as such, not as a part of a longer path or word.
fn stands_alone(line: &str, folder: &str) -> bool {
    let part_of_word = |letter: char| letter.is_alphanumeric() || "._-".contains(letter);
    line.match_indices(folder).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + folder.len()..].chars().next();
        // A path from the root has no word before its first slash.
        let begins = !folder.starts_with('/') || !before.is_some_and(part_of_word);
        begins && !after.is_some_and(|letter| letter.is_alphanumeric() || "_-".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &str) -> Option<String> {
        finding("docs/notes.md", line)
    }

    #[test]
    fn a_folder_beside_the_repository_is_found_with_its_line() {
        let advice = text(&format!("one\nsee {}/design.md\n", FOLDERS[0])).unwrap();
        assert!(advice.starts_with("line 2: take out"), "{advice}");
        assert!(text(&format!("cd {}/main", FOLDERS[2])).is_some());
        assert!(text(&format!("`{}`", FOLDERS[2])).is_some());
    }

    #[test]
    fn a_longer_word_is_no_such_folder() {
        assert_eq!(text(&format!("{}er/{}space", FOLDERS[2], FOLDERS[2])), None);
        assert_eq!(text(&format!("home{}/main", FOLDERS[2])), None);
        assert_eq!(text(&format!("{}-styles.css", FOLDERS[0])), None);
    }

    #[test]
    fn a_lock_file_names_no_host() {
        let line = "  \"resolved\": \"https://packages.example/react-19.0.0.tgz\",\n";
        assert!(finding("injected/package-lock.json", line).is_some());
        assert_eq!(finding("injected/package-lock.json", "\"integrity\": \"sha512-\"\n"), None);
    }

    #[test]
    fn a_registry_is_each_machines_own() {
        assert!(finding("injected/.npmrc", "registry=https://packages.example/\n").is_some());
        assert_eq!(finding("injected/.npmrc", "fund=false\n"), None);
    }
}

//! Licences of npm packages: `cargo deny` does not know them, and the lock files name each.
//!
//! Nothing of npm ships: the packages check and test the page script and build the simulator. The list
//! is that of `deny.toml` and three more of its kind.

use serde_json::Value;

/// Permissive ones, and MPL-2.0, which is file by file.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unlicense",
    "Zlib",
];

/// The first package of a lock file that has another licence, or none.
pub(super) fn finding(path: &str, text: &str) -> Option<String> {
    if !path.ends_with("package-lock.json") {
        return None;
    }
    let Ok(lock) = serde_json::from_str::<Value>(text) else {
        return Some("make it JSON again: run `npm install` in its folder".to_owned());
    };
    let packages = lock["packages"].as_object()?;
    // The one without a name is the folder itself.
    let mut strange =
        packages.iter().filter(|(name, _)| !name.is_empty()).filter_map(|(name, of)| {
            let licence = of["license"].as_str().unwrap_or("no licence");
            (!ALLOWED.contains(&licence)).then(|| {
                format!(
                    "{name} has {licence}: choose another package, or allow it in \
                 xtask/src/tidy/npm_licences.rs with a word on why it fits"
                )
            })
        });
    strange.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(licence: &str) -> String {
        format!(
            r#"{{"packages":{{"":{{"name":"x"}},"node_modules/a":{{"license":"MIT"}},
                "node_modules/b":{{{licence}}}}}}}"#
        )
    }

    #[test]
    fn a_package_with_a_licence_that_is_not_allowed_or_with_none_is_found() {
        let path = "injected/package-lock.json";
        assert_eq!(finding(path, &lock(r#""license":"ISC""#)), None);
        for (licence, named) in [(r#""license":"GPL-3.0""#, "GPL-3.0"), ("", "no licence")] {
            let found = finding(path, &lock(licence)).unwrap();
            assert!(found.starts_with(&format!("node_modules/b has {named}")), "{found}");
        }
        assert_eq!(finding("injected/package.json", "{}"), None);
    }
}

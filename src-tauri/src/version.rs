//! Which Retake this is: its version, the commit that it was built from, and the webview that it runs
//! in (spec G5).

use std::sync::LazyLock;

use retake_protocol::health::About;

/// The commit, where `build.rs` found a git checkout. A tarball has none.
const COMMIT: Option<&str> = option_env!("RETAKE_COMMIT");

/// What the system's webview is called.
const WEBVIEW: &str = if cfg!(windows) {
    "WebView2"
} else if cfg!(target_os = "linux") {
    "WebKitGTK"
} else {
    "WebKit"
};

/// All three.
pub(crate) fn about() -> About {
    About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        commit: COMMIT.map(str::to_owned),
        // On Windows it may not be installed yet.
        webview: tauri::webview_version().ok().map(|version| format!("{WEBVIEW} {version}")),
    }
}

/// What `retake --version` prints after the name.
pub(crate) fn lines() -> &'static str {
    static LINES: LazyLock<String> = LazyLock::new(|| as_lines(&about()));
    &LINES
}

fn as_lines(about: &About) -> String {
    let commit = about.commit.as_ref().map(|commit| format!("commit {commit}"));
    let parts = [Some(about.version.clone()), commit, about.webview.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g5_the_version_has_its_commit_and_webview() {
        let about = About {
            version: "1.2.3".into(),
            commit: Some("0123456789ab".into()),
            webview: Some("WebKitGTK 2.50.0".into()),
        };
        assert_eq!(as_lines(&about), "1.2.3\ncommit 0123456789ab\nWebKitGTK 2.50.0");
    }

    #[test]
    fn g5_what_is_not_known_is_left_out() {
        let about = About { version: "1.2.3".into(), commit: None, webview: None };
        assert_eq!(as_lines(&about), "1.2.3");
    }
}

//! What a package of Retake holds of its command line: man pages and completions of the shells, made
//! from the very definition that `command_line` parses by.

use std::fs;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::command_line::{CommandLine, PapersOptions};

/// Writes them into the folder, which is made where it is missing.
pub(crate) fn write(options: &PapersOptions) -> anyhow::Result<()> {
    let folder = &options.folder;
    let doing = || format!("writing man pages and completions to {}", folder.display());
    fs::create_dir_all(folder).with_context(doing)?;
    // The webview here is not the reader's.
    let command = CommandLine::command().long_version(None::<&str>);
    clap_mangen::generate_to(command.clone(), folder).with_context(doing)?;
    for shell in [Shell::Bash, Shell::Fish, Shell::Zsh] {
        clap_complete::generate_to(shell, &mut command.clone(), "retake", folder)
            .with_context(doing)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g1_every_command_has_a_man_page_that_names_its_options() {
        let folder = tempfile::tempdir().unwrap();
        write(&PapersOptions { folder: folder.path().to_owned() }).unwrap();
        let page = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(page("retake.1").contains("grok\\-url"), "{}", page("retake.1"));
        assert!(page("retake-replay.1").contains("no\\-auto\\-confirm"));
        assert!(page("retake-forget.1").contains("media\\-id"));
        assert!(!folder.path().join("retake-papers.1").exists());
    }

    #[test]
    fn g1_shells_complete_the_commands() {
        let folder = tempfile::tempdir().unwrap();
        write(&PapersOptions { folder: folder.path().to_owned() }).unwrap();
        for name in ["retake.bash", "retake.fish", "_retake"] {
            let text = fs::read_to_string(folder.path().join(name)).unwrap();
            assert!(text.contains("replay") && text.contains("data-dir"), "{name}");
        }
    }
}

//! Retake's shell: the window, its two webviews, and the way from their commands to the engine.
//!
//! It decides nothing about sessions (that is `retake-session`, behind `retake-engine`) and draws
//! nothing (that is `ui`). In the order of a start:
//!
//! | module | what it does |
//! | --- | --- |
//! | `command_line` | what `retake` takes, and what it refuses |
//! | `machine` | what the webview needs of this machine |
//! | `grok_url` | which page may be loaded, and its urls |
//! | `data_folder` | where everything is kept |
//! | `logging` | the log file and stderr |
//! | `single_instance` | one Retake for a data folder; the second brings the first to front |
//! | `clock` | the only place that reads the clock |
//! | `app` | puts the following together |
//! | `settings` | which settings there are, and where their values come from |
//! | `window_state` | where the window and its splitter were |
//! | `window` | the window, and the page beside the sidebar |
//! | `page_script` | `injected/` as one script |
//! | `navigation` | where the page may go |
//! | `outside` | links that the user's browser opens |
//! | `permissions` | what the page may have of the machine |
//! | `load_watch` | pages that do not come |
//! | `calendar` | the user's own days |
//! | `closing` | closing the window in mid-session asks |
//! | `page_errors` | what shows in place of a page that can't be loaded |
//! | `capability` | what a page on a loopback address may call |
//! | `guard` | size, rate and shape of what the page says |
//! | `commands` | from a webview to the engine, nothing but translation |
//! | `engine_task` | the thread that owns the engine |
//! | `pictures` | small pictures: asked of the page, kept, shown in the sidebar |
//! | `notifications` | title, dock and notifications while the user looks elsewhere |
//! | `recorder` | `--record FILE` |
//! | `downloads` | what the page itself downloads |
//! | `media_address` | where pictures and videos may be fetched from |
//! | `videos` | videos saved as files of the user's |
//! | `maintenance` | `backup`, `restore`, `forget` |
//! | `data_files` | backups and exports in the data folder |
//! | `files` | folders shown in the file manager |
//! | `transfer` | `export`, `import` |
//! | `text_file` | texts that the user hands over, in the forms that editors save |
//! | `terminal` | what is printed |
//! | `version` | which Retake this is |
//! | `papers` | man pages and completions, for packages |

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod app;
mod calendar;
mod capability;
mod clock;
mod closing;
mod command_line;
mod commands;
mod data_files;
mod data_folder;
mod downloads;
mod engine_task;
mod files;
mod grok_url;
mod guard;
mod load_watch;
mod logging;
mod machine;
mod maintenance;
mod media_address;
mod navigation;
mod notifications;
mod outside;
mod page_errors;
mod page_requests;
mod page_script;
mod page_token;
mod papers;
mod permissions;
mod pictures;
mod recorder;
mod saved_videos;
mod settings;
mod single_instance;
mod spoken;
mod terminal;
mod text_file;
mod transfer;
mod version;
mod videos;
mod window;
mod window_state;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;

use command_line::{Command, CommandLine, ReplayOptions};

fn main() -> ExitCode {
    keep_files_private();
    let command_line = CommandLine::parse();
    let done = match command_line.command {
        Some(Command::Replay(options)) => replay(&options),
        Some(Command::Backup(options)) => maintenance::backup(&options),
        Some(Command::Restore(options)) => maintenance::restore(&options),
        Some(Command::Forget(options)) => maintenance::forget(&options),
        Some(Command::Export(options)) => transfer::export(&options),
        Some(Command::Import(options)) => transfer::import(&options),
        Some(Command::Papers(options)) => papers::write(&options),
        None => app::run(&command_line.app),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The log writes to stderr too, but it may not have been started yet.
            if tracing::dispatcher::has_been_set() {
                tracing::error!("{error:#}");
            } else {
                eprintln!("retake: {}", terminal::escaped(&format!("{error:#}")));
            }
            ExitCode::FAILURE
        }
    }
}

/// Prompts, cookies and recordings are the user's alone: every file and folder that is made from here on
/// is closed to others, whatever the umask was.
fn keep_files_private() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Prints what the engine makes of a recording (spec F1). Needs no display.
fn replay(options: &ReplayOptions) -> anyhow::Result<()> {
    let file = options.file.display();
    let recording = text_file::read(&options.file)?;
    let answer =
        retake_engine::replay::replay(&recording, options.settings.effective(), options.confirm())
            .with_context(|| format!("replaying {file}"))?;
    if let Some(cut) = &answer.cut {
        eprintln!("retake: {file}: {cut}");
    }
    let answer = serde_json::to_string_pretty(&answer).context("printing the answer")?;
    terminal::say(&answer)
}

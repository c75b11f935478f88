//! What `retake` takes on its command line (spec F4, G1–G5).
//!
//! Everything is checked here, before a window or a database is opened. The comments on
//! arguments are what `--help` prints, so they are written for a terminal.

#![allow(clippy::doc_markdown, reason = "backticks have no place in the output of --help")]

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand};
use retake_engine::Settings;
use retake_engine::replay::Confirm;
use retake_protocol::MediaId;

use crate::grok_url::GrokUrl;
use crate::machine::graphics::SafeGraphics;
use crate::settings::{self, Overrides};
use crate::version;

/// A desktop companion for Grok Imagine.
#[derive(Debug, Parser)]
#[command(
    name = "retake",
    version,
    long_version = version::lines(),
    args_conflicts_with_subcommands = true
)]
pub(crate) struct CommandLine {
    /// Without one, the app starts.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) app: AppOptions,
}

/// What Retake does besides being an app.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a recording through the engine and print the result, as JSON
    Replay(ReplayOptions),
    /// Copy the history to a file; the app may be running
    Backup(BackupOptions),
    /// Put a backup in the history's place; what was there is kept beside it
    Restore(RestoreOptions),
    /// Delete the history of one image, or of all
    Forget(ForgetOptions),
    /// Write the history to a .json file, to be imported again, or to a .csv file
    Export(ExportOptions),
    /// Add a .json export to the history, or what the browser extension left
    Import(ImportOptions),
    /// Write man pages and shell completions into a folder, for packages
    #[command(hide = true)]
    Papers(PapersOptions),
}

/// Where man pages and completions go.
#[derive(Debug, Args)]
pub(crate) struct PapersOptions {
    /// A folder; it is made where it is missing
    pub(crate) folder: PathBuf,
}

/// Where an export goes, and of what it is.
#[derive(Debug, Args)]
pub(crate) struct ExportOptions {
    /// Its ending, .json or .csv, says the form; a file that exists is not replaced
    pub(crate) file: PathBuf,
    /// Of this image alone [default: of every one]
    #[arg(long, value_name = "ID")]
    pub(crate) media_id: Option<MediaId>,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

/// What is imported.
#[derive(Debug, Args)]
pub(crate) struct ImportOptions {
    /// A file of `retake export`, or of the extension's keys and values
    pub(crate) file: PathBuf,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

/// Where a copy goes.
#[derive(Debug, Args)]
pub(crate) struct BackupOptions {
    /// The copy; a file that exists is not replaced
    pub(crate) file: PathBuf,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

/// What is put in the history's place.
#[derive(Debug, Args)]
pub(crate) struct RestoreOptions {
    /// A copy that `retake backup` made
    pub(crate) file: PathBuf,
    /// A setting of the copy that comes along; may be repeated [default: the settings here stay]
    #[arg(long = "with-setting", value_name = "NAME")]
    pub(crate) with_settings: Vec<String>,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

/// What is deleted.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub(crate) struct ForgetOptions {
    /// The image whose history goes
    #[arg(long, value_name = "ID", group = "what")]
    pub(crate) media_id: Option<MediaId>,
    /// The history of every image goes
    #[arg(long, group = "what")]
    pub(crate) all: bool,
    /// Do it: without this it only says what would go
    #[arg(long)]
    pub(crate) yes: bool,
    /// The data folder [default: the platform's]
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

/// How the app starts.
#[derive(Debug, Args)]
pub(crate) struct AppOptions {
    /// The page: https://grok.com, or a loopback address such as a simulator's
    #[arg(long, value_name = "URL", default_value = "https://grok.com")]
    pub(crate) grok_url: GrokUrl,
    /// A loopback address that the simulator signs in at; may be repeated
    #[arg(long, value_name = "URL", hide = true)]
    pub(crate) sign_in_url: Vec<GrokUrl>,
    /// Holds the database, the page's profile and the logs [default: the platform's data folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
    /// For a window that stays blank: do without the graphics driver's buffers, or without the driver
    #[arg(long, value_enum, value_name = "WITHOUT", num_args = 0..=1, require_equals = true,
        default_missing_value = "buffers")]
    pub(crate) safe_graphics: Option<SafeGraphics>,
    #[command(flatten)]
    pub(crate) settings: SettingOptions,
    /// Write a recording for `retake replay`; it holds the prompts as they are
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Option<PathBuf>,
}

/// How a recording is replayed.
#[derive(Debug, Args)]
pub(crate) struct ReplayOptions {
    /// The recording: one JSON object a line
    pub(crate) file: PathBuf,
    /// Leave it to the recording whether an action was clicked
    #[arg(long)]
    no_auto_confirm: bool,
    #[command(flatten)]
    pub(crate) settings: SettingOptions,
}

impl ReplayOptions {
    /// Whether actions without an answer count as clicked.
    pub(crate) fn confirm(&self) -> Confirm {
        if self.no_auto_confirm { Confirm::FromRecording } else { Confirm::Automatic }
    }
}

/// Settings for this run alone.
#[derive(Debug, Args)]
pub(crate) struct SettingOptions {
    /// Override a setting for this run, such as cooldown_ms=3000; may be repeated
    #[arg(long = "setting", value_name = "NAME=VALUE")]
    overrides: Vec<SettingOverride>,
}

impl SettingOptions {
    /// What was said of settings, in its order.
    pub(crate) fn overrides(&self) -> Overrides {
        Overrides(self.overrides.iter().map(|one| (one.name.clone(), one.value.clone())).collect())
    }

    /// The settings of a replay: the defaults with the overrides, in their order.
    pub(crate) fn effective(&self) -> Settings {
        let mut settings = Settings::default();
        let is_engines = |one: &&SettingOverride| Settings::NAMES.contains(&one.name.as_str());
        for one in self.overrides.iter().filter(is_engines) {
            // Each was tried on its own while parsing; no setting depends on another.
            if let Err(refusal) = settings.set(&one.name, &one.value) {
                tracing::warn!("--setting {}: {refusal}", one.name);
            }
        }
        settings
    }
}

/// One `NAME=VALUE` that the engine takes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SettingOverride {
    name: String,
    value: String,
}

impl FromStr for SettingOverride {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, value) = text
            .split_once('=')
            .ok_or("a setting is written NAME=VALUE, such as cooldown_ms=3000")?;
        settings::check_override(name, value).map_err(|error| error.to_string())?;
        Ok(Self { name: name.into(), value: value.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<CommandLine, clap::Error> {
        CommandLine::try_parse_from([&["retake"], arguments].concat())
    }

    #[test]
    fn the_definition_is_consistent() {
        use clap::CommandFactory as _;
        CommandLine::command().debug_assert();
    }

    #[test]
    fn g1_without_arguments_the_app_opens_grok() {
        let command_line = parse(&[]).unwrap();
        assert!(command_line.command.is_none());
        assert_eq!(command_line.app.grok_url.origin(), "https://grok.com");
        assert_eq!(command_line.app.data_dir, None);
        assert_eq!(command_line.app.record, None);
        assert_eq!(command_line.app.settings.effective(), Settings::default());
    }

    #[test]
    fn g4_settings_of_this_run_override_the_defaults() {
        let command_line =
            parse(&["--setting", "cooldown_ms=1200", "--setting", "stale_grace_ms=500"]).unwrap();
        let mut expected = Settings::default();
        expected.set("cooldown_ms", "1200").unwrap();
        expected.set("stale_grace_ms", "500").unwrap();
        assert_eq!(command_line.app.settings.effective(), expected);
    }

    #[test]
    fn w8_safe_graphics_are_asked_for_in_two_degrees() {
        for (arguments, expected) in [
            (&[][..], None),
            (&["--safe-graphics"], Some(SafeGraphics::Buffers)),
            (&["--safe-graphics=driver"], Some(SafeGraphics::Driver)),
        ] {
            assert_eq!(parse(arguments).unwrap().app.safe_graphics, expected, "{arguments:?}");
        }
        assert!(parse(&["--safe-graphics=fast"]).is_err());
    }

    #[test]
    fn g5_the_version_is_asked_for_in_short_and_in_full() {
        for (argument, lines) in [("-V", 1), ("--version", version::lines().lines().count())] {
            let answer = parse(&[argument]).unwrap_err().to_string();
            assert!(
                answer.starts_with(&format!("retake {}", env!("CARGO_PKG_VERSION"))),
                "{answer}"
            );
            assert_eq!(answer.lines().count(), lines, "{answer}");
        }
    }

    #[test]
    fn f4_replay_confirms_actions_unless_told_otherwise() {
        for (arguments, confirm) in [
            (&["replay", "lake.jsonl"][..], Confirm::Automatic),
            (&["replay", "lake.jsonl", "--no-auto-confirm"][..], Confirm::FromRecording),
            (
                &["replay", "--no-auto-confirm", "lake.jsonl", "--setting", "cooldown_ms=1"][..],
                Confirm::FromRecording,
            ),
        ] {
            let Some(Command::Replay(options)) = parse(arguments).unwrap().command else {
                panic!("{arguments:?} is a replay");
            };
            assert_eq!(options.confirm(), confirm, "{arguments:?}");
            assert_eq!(options.file, PathBuf::from("lake.jsonl"));
        }
    }

    #[test]
    fn d6_forgetting_names_one_image_or_all() {
        for (arguments, media_id) in [
            (&["forget", "--media-id", "lake", "--yes"][..], Some("lake")),
            (&["forget", "--all"][..], None),
        ] {
            let Some(Command::Forget(options)) = parse(arguments).unwrap().command else {
                panic!("{arguments:?} forgets");
            };
            assert_eq!(options.media_id.as_ref().map(MediaId::as_str), media_id, "{arguments:?}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for arguments in [
            &["--grok-url", "https://example.com"][..],
            &["--setting", "cooldown_ms"],
            &["--no-auto-confirm"],
            &["replay"],
            &["replay", "lake.jsonl", "--grok-url", "https://grok.com"],
            &["lake.jsonl"],
            &["forget"],
            &["forget", "--all", "--media-id", "lake"],
            &["backup"],
        ] {
            assert!(parse(arguments).is_err(), "{arguments:?}");
        }
    }
}

//! The log: a file a day in the data folder, and stderr. `RETAKE_LOG` filters both, as in
//! `RETAKE_LOG=debug` or `RETAKE_LOG=retake=trace`. Prompts and ids appear at debug only.

use std::io::IsTerminal as _;

use anyhow::Context as _;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, fmt};

use crate::data_folder::DataFolder;

/// How many days of logs are kept.
const KEPT_FILES: usize = 14;

/// Starts logging; what is returned writes the last lines when it is dropped.
pub(crate) fn start(folder: &DataFolder) -> anyhow::Result<WorkerGuard> {
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("retake")
        .filename_suffix("log")
        .max_log_files(KEPT_FILES)
        .build(folder.logs())
        .with_context(|| format!("opening a log file in {}", folder.logs().display()))?;
    let (file, guard) = tracing_appender::non_blocking(file);
    let filter = EnvFilter::try_from_env("RETAKE_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::registry()
        .with(filter)
        .with(fmt::layer().with_writer(file).with_ansi(false))
        .with(fmt::layer().with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal()))
        .try_init()
        .context("starting the log")?;
    Ok(guard)
}

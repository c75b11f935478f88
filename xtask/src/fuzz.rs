//! `cargo xtask fuzz`: the targets of `fuzz/`, built with coverage on stable Rust and run for a
//! while, each from a corpus of the recordings and of `fuzz/seeds`.
//!
//! libFuzzer finds its way by coverage, which is a pass of LLVM that stable Rust can be asked for;
//! only the sanitizers need a nightly one, and this workspace has no unsafe code to sanitize. What
//! crashed stays in the target folder and is named.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::workspace::{cargo, check, output_of, program, root, target_folder};

/// The targets; each is a file of `fuzz/targets`.
const TARGETS: [&str; 12] = [
    "snapshot",
    "splice",
    "recording",
    "extension",
    "import",
    "request",
    "answer",
    "refusal",
    "record",
    "quota",
    "notice",
    "restore",
];

/// The longest input, in bytes.
const MOST_BYTES: u32 = 16_384;

/// What libFuzzer needs of every crate: where the code went, and what it compared.
const COVERAGE: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];

/// What can be said after `cargo xtask fuzz`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How long in all, in seconds, shared evenly by the targets
    #[arg(long, default_value_t = 60)]
    pub(crate) seconds: u32,
}

/// Builds the targets and runs each in turn. Fails at the first crash.
pub(crate) fn run(options: &Options) -> Result<()> {
    let binaries = build()?;
    let place = target_folder()?.join("fuzz");
    let seconds = (options.seconds / u32::try_from(TARGETS.len())?).max(1);
    for target in TARGETS {
        let corpus = place.join("corpus").join(target);
        seed(target, &corpus)?;
        let crashes = place.join("crashes").join(target);
        fs::create_dir_all(&crashes).context("making a folder for crashes")?;
        let executions = run_target(&binaries.join(target), &corpus, &crashes, seconds)?;
        println!("{target}: {executions} executions in {seconds} s, no crash");
    }
    Ok(())
}

fn build() -> Result<PathBuf> {
    let host = output_of(program("rustc").arg("-vV"))?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("`rustc -vV` names no host")?;
    let folder = target_folder()?.join("fuzz");
    // A target that is named keeps the flags from build scripts and macros.
    check(
        cargo()
            .args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
            .args(["--target", host, "--target-dir"])
            .arg(&folder)
            .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}")),
    )?;
    Ok(folder.join(host).join("release"))
}

fn run_target(binary: &Path, corpus: &Path, crashes: &Path, seconds: u32) -> Result<u64> {
    let name = binary.display();
    let mut artifacts = OsString::from("-artifact_prefix=");
    artifacts.push(crashes.join(""));
    let output = program(&binary.to_string_lossy())
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={MOST_BYTES}"))
        .args(["-print_final_stats=1", "-verbosity=1", "-timeout=10", "-rss_limit_mb=2048"])
        .arg(artifacts)
        .arg(corpus)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("failed to start {name}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        let last: Vec<_> = said.lines().rev().take(30).collect();
        let last: Vec<_> = last.into_iter().rev().collect();
        bail!(
            "{name} found an input that crashes; it lies in {}. Make it a test of the crate that \
             it crashes, then mend that.\n{}",
            crashes.display(),
            last.join("\n")
        );
    }
    executions(&said).with_context(|| format!("{name} does not say how often it ran"))
}

fn executions(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    line?.trim().parse().ok()
}

/// Puts the seeds of a target into its corpus, beside what earlier runs found.
fn seed(target: &str, corpus: &Path) -> Result<()> {
    fs::create_dir_all(corpus).context("making a folder for the corpus")?;
    let own = root().join("fuzz").join("seeds").join(target);
    for file in files(&own)? {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, corpus.join(name)).context("copying a seed")?;
    }
    if matches!(target, "recording" | "snapshot") {
        for (number, recording) in recordings()?.into_iter().enumerate() {
            let text = fs::read_to_string(&recording).context("reading a recording")?;
            let seeds = if target == "recording" { vec![text] } else { stores(&text) };
            for (line, seed) in seeds.into_iter().enumerate() {
                let file = corpus.join(format!("recording-{number}-{line}"));
                fs::write(file, seed).context("writing a seed")?;
            }
        }
    }
    Ok(())
}

/// The texts of Grok's store that a recording holds.
fn stores(recording: &str) -> Vec<String> {
    let lines = recording.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let text = |line: Value| match line["raw"].as_str() {
        Some(raw) => Some(raw.to_owned()),
        None => line.get("store").map(Value::to_string),
    };
    lines.filter_map(text).collect()
}

fn recordings() -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in ["conformance", "rules"] {
        found.extend(files(&root().join("tests").join("recordings").join(folder))?);
    }
    found.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    found.sort();
    Ok(found)
}

/// The files of a folder; none where there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_its_file_and_every_file_its_target() {
        let found = files(&root().join("fuzz").join("targets")).unwrap();
        let mut found: Vec<_> =
            found.iter().filter_map(|file| file.file_stem()?.to_str()).collect();
        let mut expected = TARGETS.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_number_of_executions_is_read_from_the_last_words() {
        let said = "Done 12 runs\nstat::number_of_executed_units: 12\nstat::peak_rss_mb: 40\n";
        assert_eq!(executions(said), Some(12));
        assert_eq!(executions("it crashed"), None);
    }

    #[test]
    fn the_stores_of_a_recording_are_seeds() {
        let recording = "{\"at\":1,\"type\":\"snapshot\",\"store\":{\"a\":1}}\n\
                         {\"at\":2,\"type\":\"snapshot\",\"raw\":\"{\"}\n\
                         {\"at\":3,\"type\":\"tick\"}";
        assert_eq!(stores(recording), [r#"{"a":1}"#, "{"]);
        assert!(recordings().unwrap().len() > 100);
    }
}

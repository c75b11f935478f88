//! `cargo xtask windows`: Windows' program, made here and tried under Wine as far as it has no window.
//!
//! The program is linked by Debian's mingw-w64. Under Wine it replays every recording, and imports, exports,
//! backs up, forgets and restores a history; each answer has to be what this system's own program gives. Its
//! window is not tried: Wine has no WebView2.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::other_systems::{self, WINDOWS};
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{self, cargo, check, program};

/// What Rust's programs ask the system for random bytes, and Wine 8 lacks.
const MISSING_LIBRARY: &str = "bcryptprimitives";

/// Makes the program and tries it.
pub(crate) fn run() -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!(
            "this tries Windows' program under Wine, on a Linux; on Windows itself run the tests"
        );
    }
    let mut steps = Steps::new();
    steps.step("set-up", || {
        setup::ensure(&[Need::BuildPackages, Need::WasmTarget, Need::WindowsTarget, Need::Wine])
    })?;
    steps.step("sidebar", || crate::ui::build(crate::PROFILE))?;
    other_systems::steps(&mut steps)?;
    let own = steps.step("this system's program", workspace::build_app)?;
    steps.step("Windows' program", || {
        check(cargo().args([
            "build",
            "--package",
            "retake",
            "--bin",
            "retake",
            "--target",
            WINDOWS,
        ]))
    })?;
    let target = workspace::target_folder()?;
    let windows = target.join(WINDOWS).join("debug").join("retake.exe");
    steps.step("what Wine lacks", || stand_in(&windows))?;
    let trial = Trial::begin(&target, own, windows)?;
    steps.step("recordings", || trial.replay_all())?;
    steps.step("import, export, backup, forgetting and restore", || trial.keep_a_history())
}

/// Compiles a library with the one function that Wine lacks, beside the program.
fn stand_in(windows: &Path) -> Result<()> {
    let folder = windows.parent().context("the program has no folder")?;
    let source = folder.join(format!("{MISSING_LIBRARY}.c"));
    fs::write(
        &source,
        "#include <windows.h>\n\
         BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);\n\
         __declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {\n\
         return SystemFunction036(data, (ULONG)length);\n\
         }\n",
    )
    .with_context(|| format!("failed to write {}", source.display()))?;
    let library = folder.join(format!("{MISSING_LIBRARY}.dll"));
    let mut compiler = program("x86_64-w64-mingw32-gcc");
    check(compiler.arg("-shared").arg("-o").arg(library).arg(source).arg("-ladvapi32"))
}

/// Both programs, and a folder for what they write.
struct Trial {
    own: PathBuf,
    windows: PathBuf,
    wine: PathBuf,
    folder: PathBuf,
}

/// One of the two programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Own,
    Windows,
}

impl System {
    const BOTH: [Self; 2] = [Self::Own, Self::Windows];

    fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Windows => "windows",
        }
    }
}

/// A history of the extension's, which an import takes.
const HISTORY: &str = r#"{"useGrokRetryVideoSessions_store":{"state":{
  "sessionByMediaId":{"11111111-aaaa-4aaa-8aaa-000000000001":{"videosGenerated":2,"retryCount":3}},
  "persistentByMediaId":{"11111111-aaaa-4aaa-8aaa-000000000001":{"maxRetries":5,"videoGoal":2}}
},"version":1}}"#;

impl Trial {
    fn begin(target: &Path, own: PathBuf, windows: PathBuf) -> Result<Self> {
        let folder = target.join("windows-trial");
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("failed to remove {}", folder.display()))?;
        }
        fs::create_dir_all(&folder)
            .with_context(|| format!("failed to make {}", folder.display()))?;
        // Its server makes none by itself.
        let wine = target.join("wine");
        fs::create_dir_all(&wine).with_context(|| format!("failed to make {}", wine.display()))?;
        let trial = Self { own, windows, wine, folder };
        // Without it Wine's server ends after each program, and one that starts meanwhile may fail.
        check(trial.of_wine("wineserver").arg("--persistent"))?;
        // Its services stay, and would keep open what the first program that starts them writes to.
        let mut boot = trial.of_wine("wine");
        boot.args(["wineboot", "--init"]);
        boot.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        check(&mut boot)?;
        Ok(trial)
    }

    /// Replays every recording by both.
    fn replay_all(&self) -> Result<()> {
        let recordings = recordings()?;
        for recording in &recordings {
            let words = self.words_for(recording)?;
            let words: Vec<_> = words.iter().map(String::as_str).collect();
            let [own, windows] = System::BOTH.map(|system| self.answer(system, &words));
            let is_same = own? == windows?;
            ensure!(is_same, "{} is replayed otherwise on Windows", recording.display());
        }
        println!("{} recordings are replayed as here", recordings.len());
        Ok(())
    }

    /// What has a program replay a recording. One that is replayed with options names them in its first line,
    /// which is for tests alone.
    fn words_for(&self, recording: &Path) -> Result<Vec<String>> {
        let text = fs::read_to_string(recording)
            .with_context(|| format!("failed to read {}", recording.display()))?;
        let (first, rest) = text.split_once('\n').context("a recording has lines")?;
        let first: Value = serde_json::from_str(first).context("failed to read its first line")?;
        let Some(options) = first["options"].as_array() else {
            return Ok(vec!["replay".into(), recording.to_string_lossy().into_owned()]);
        };
        let events = self.folder.join("events.jsonl");
        fs::write(&events, rest).context("failed to write a recording without its options")?;
        let file = events.to_string_lossy().into_owned();
        let options = options.iter().filter_map(Value::as_str).map(str::to_owned);
        Ok(["replay".into(), file].into_iter().chain(options).collect())
    }

    /// Takes a history through everything that the command line does with one.
    fn keep_a_history(&self) -> Result<()> {
        let history = self.folder.join("history.json");
        fs::write(&history, HISTORY).context("failed to write a history")?;
        let mut exports = Vec::new();
        for system in System::BOTH {
            let file = |name: &str| self.folder.join(format!("{}-{name}", system.name()));
            let at = |name: &str| file(name).to_string_lossy().into_owned();
            let data = at("data");
            let from = history.to_string_lossy();
            let ask =
                |words: &[&str]| self.answer(system, &[words, &["--data-dir", &data]].concat());
            ask(&["import", &from])?;
            ask(&["export", &at("all.json")])?;
            ask(&["export", &at("all.csv")])?;
            ask(&["backup", &at("all.db")])?;
            ask(&["forget", "--all", "--yes"])?;
            // Nothing is left to export, and a program says so.
            let words = ["export", &at("forgotten.json"), "--data-dir", &data];
            let refusal = self.refusal(system, &words)?;
            ask(&["restore", &at("all.db")])?;
            ask(&["export", &at("restored.json")])?;
            let texts = ["all.json", "all.csv", "restored.json"]
                .map(|name| fs::read_to_string(file(name)).map(|text| without_moments(&text)));
            let [all, sheet, restored] = texts;
            let (all, restored) = (all?, restored?);
            ensure!(all == restored, "what was restored differs from what was backed up");
            exports.push([all, sheet?, refusal]);
        }
        ensure!(exports[0] == exports[1], "Windows' exports differ; see {}", self.folder.display());
        println!("a history comes through as here");
        Ok(())
    }

    /// What a program prints; fails where it does.
    fn answer(&self, system: System, arguments: &[&str]) -> Result<String> {
        let mut command = self.program_of(system);
        Ok(workspace::output_of(command.args(arguments))?.replace("\r\n", "\n"))
    }

    /// Why a program refuses; fails where it does not.
    fn refusal(&self, system: System, arguments: &[&str]) -> Result<String> {
        let output = self.program_of(system).args(arguments).output();
        let output = output.with_context(|| format!("failed to run {}", system.name()))?;
        ensure!(!output.status.success(), "{} has to be refused", arguments.join(" "));
        Ok(String::from_utf8_lossy(&output.stderr).replace("\r\n", "\n"))
    }

    fn program_of(&self, system: System) -> Command {
        match system {
            System::Own => program(&self.own.to_string_lossy()),
            System::Windows => self.wine(),
        }
    }

    fn wine(&self) -> Command {
        let mut wine = self.of_wine("wine");
        wine.arg(&self.windows);
        wine
    }

    /// A program of Wine's, which knows no Windows but the trial's.
    fn of_wine(&self, name: &str) -> Command {
        let mut wine = program(name);
        wine.env("WINEPREFIX", &self.wine)
            .env("WINEDEBUG", "-all")
            // Neither is needed, and each would be fetched.
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        wine
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        // Where it does not end, it stays until the machine goes down, and does nothing.
        let _ = check(self.of_wine("wineserver").arg("--kill"));
    }
}

fn recordings() -> Result<Vec<PathBuf>> {
    let root = workspace::root().join("tests").join("recordings");
    let mut found = Vec::new();
    for folder in ["conformance", "rules"] {
        let folder = root.join(folder);
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("failed to read {}", folder.display()))?;
        for entry in entries {
            found.push(entry?.path());
        }
    }
    found.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    found.sort();
    Ok(found)
}

/// Leaves out the numbers that are moments of this run, in ms since 1970: 13 digits that begin with a 1.
fn without_moments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for piece in text.split_inclusive(|one: char| !one.is_ascii_digit()) {
        let digits = piece.trim_end_matches(|one: char| !one.is_ascii_digit());
        let is_moment = digits.len() == 13 && digits.starts_with('1');
        kept.push_str(if is_moment { "(moment)" } else { digits });
        kept.push_str(&piece[digits.len()..]);
    }
    kept.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_left_out_and_everything_else_stays() {
        assert_eq!(
            without_moments("{\"at\":1780000000000,\"of\":12}"),
            "{\"at\":(moment),\"of\":12}"
        );
        assert_eq!(without_moments("2780000000000\r\n"), "2780000000000\n");
        assert_eq!(without_moments("178000000000"), "178000000000");
    }

    #[test]
    fn there_are_recordings_to_replay() {
        assert!(recordings().unwrap().len() > 100);
    }
}

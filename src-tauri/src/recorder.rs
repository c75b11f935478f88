//! `--record FILE`: the file of a recording for `retake replay` (spec F6). What its lines say is
//! `retake_engine::recording`'s. Prompts stand in it as they are.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, ErrorKind, Seek as _, SeekFrom, Write as _};
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::{Context as _, bail};
use retake_engine::recording::{self, Line, Recorded};
use retake_protocol::Millis;

/// A recording that lines are added to.
#[derive(Debug)]
pub(crate) struct Recorder {
    file: File,
    /// How much later its lines are than the clock, in ms: an earlier run's clock was ahead by so
    /// much, and times in a recording never get smaller.
    ahead_ms: Millis,
}

/// What stands in a file already.
struct Existing {
    /// Time of its last whole line, in ms.
    last_at: Millis,
    /// Up to the end of its last whole line.
    whole_bytes: u64,
    /// Whether that line has its line break.
    has_break: bool,
}

impl Recorder {
    /// Opens a new file, or a recording, which then goes on with a restart. Any other file is refused
    /// and stays as it is.
    pub(crate) fn open(path: &Path, now: Millis) -> anyhow::Result<Self> {
        let opening = || format!("opening the recording {}", path.display());
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path).with_context(opening)?;
        let Some(existing) = existing(&file).with_context(opening)? else {
            return Ok(Self { file, ahead_ms: 0 });
        };
        // A line that an earlier run did not finish holds nothing that could be read.
        file.set_len(existing.whole_bytes).with_context(opening)?;
        file.seek(SeekFrom::End(0)).with_context(opening)?;
        if !existing.has_break {
            file.write_all(b"\n").with_context(opening)?;
        }
        let ahead_ms = existing.last_at.saturating_sub(now).max(0);
        let mut recorder = Self { file, ahead_ms };
        recorder.append(Line { at: now, event: Recorded::Restart }).with_context(opening)?;
        Ok(recorder)
    }

    /// Adds a line, and ends the recording where that fails.
    pub(crate) fn take(&mut self, line: Line) -> ControlFlow<()> {
        match self.append(line) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                tracing::error!("the recording ends here: {error:#}");
                ControlFlow::Break(())
            }
        }
    }

    /// One write a line, so that a crash leaves whole lines.
    fn append(&mut self, mut line: Line) -> anyhow::Result<()> {
        line.at = line.at.saturating_add(self.ahead_ms);
        let mut text = recording::write(&line)?;
        text.push('\n');
        self.file.write_all(text.as_bytes()).context("writing to the recording")
    }
}

/// `None`: the file is empty.
fn existing(file: &File) -> anyhow::Result<Option<Existing>> {
    let mut found: Option<Existing> = None;
    let mut reader = BufReader::new(file);
    let mut line = String::new();
    let mut read = 0;
    loop {
        line.clear();
        let bytes = match reader.read_line(&mut line) {
            Ok(0) => break,
            Ok(bytes) => bytes,
            // A cut inside a character: nothing whole can follow.
            Err(error) if error.kind() == ErrorKind::InvalidData && found.is_some() => break,
            Err(error) if error.kind() == ErrorKind::InvalidData => return Err(no_recording()),
            Err(error) => return Err(error.into()),
        };
        read += bytes as u64;
        if line.trim().is_empty() {
            continue;
        }
        if found.is_none() && !recording::is_recording(&line) {
            return Err(no_recording());
        }
        match recording::time_of(&line) {
            Some(last_at) => {
                let has_break = line.ends_with('\n');
                found = Some(Existing { last_at, whole_bytes: read, has_break });
            }
            None if line.ends_with('\n') => bail!(no_recording()),
            None => break,
        }
    }
    Ok(found)
}

fn no_recording() -> anyhow::Error {
    anyhow::anyhow!("it is no recording, and is left as it is; name a new file")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::*;

    fn place(text: &[u8]) -> (TempDir, PathBuf) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("lake.jsonl");
        fs::write(&path, text).unwrap();
        (folder, path)
    }

    fn tick(at: Millis) -> Line {
        Line { at, event: Recorded::Tick }
    }

    /// Times and types of the file's lines.
    fn lines(path: &Path) -> Vec<(Millis, String)> {
        let text = fs::read_to_string(path).unwrap();
        let value = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
        let row = |line: &str| {
            let line = value(line);
            (line["at"].as_i64().unwrap(), line["type"].as_str().unwrap().to_owned())
        };
        text.lines().map(row).collect()
    }

    fn rows(expected: &[(Millis, &str)]) -> Vec<(Millis, String)> {
        expected.iter().map(|(at, kind)| (*at, (*kind).to_owned())).collect()
    }

    #[test]
    fn f6_a_recording_goes_on_with_a_restart() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("lake.jsonl");
        assert!(Recorder::open(&path, 1).unwrap().take(tick(2)).is_continue());
        assert!(Recorder::open(&path, 3).unwrap().take(tick(4)).is_continue());
        assert_eq!(lines(&path), rows(&[(2, "tick"), (3, "restart"), (4, "tick")]));
    }

    #[test]
    fn f6_times_go_on_from_the_last_where_the_clock_was_ahead() {
        let (_folder, path) = place(b"{\"at\":9000,\"type\":\"tick\"}\n");
        assert!(Recorder::open(&path, 1000).unwrap().take(tick(1500)).is_continue());
        assert_eq!(lines(&path), rows(&[(9000, "tick"), (9000, "restart"), (9500, "tick")]));
    }

    #[test]
    fn f6_a_line_that_was_not_finished_gives_way_and_a_whole_one_gets_its_break() {
        for unfinished in
            [&b"{\"at\":7,\"ty"[..], b"{\"at\":7,\"type\":\"start\",\"prompt\":\"\xc3"]
        {
            let (_folder, path) = place(&[b"{\"at\":5,\"type\":\"tick\"}\n", unfinished].concat());
            Recorder::open(&path, 6).unwrap();
            assert_eq!(lines(&path), rows(&[(5, "tick"), (6, "restart")]));
        }
        let (_folder, path) = place(b"{\"at\":5,\"type\":\"tick\"}");
        Recorder::open(&path, 6).unwrap();
        assert_eq!(lines(&path), rows(&[(5, "tick"), (6, "restart")]));
    }

    #[test]
    fn f6_a_file_that_is_no_recording_is_refused_and_stays() {
        let middle = b"{\"at\":5,\"type\":\"tick\"}\nmilk, bread\n{\"at\":6,\"type\":\"tick\"}\n";
        for text in [&b"milk, bread\n"[..], b"{\"a\":1}", b"\xff\xfe", b"PK\x03\x04", middle] {
            let (_folder, path) = place(text);
            let error = format!("{:#}", Recorder::open(&path, 6).unwrap_err());
            assert!(error.contains("lake.jsonl") && error.contains("name a new file"), "{error}");
            assert_eq!(fs::read(&path).unwrap(), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn p4_a_recording_holds_prompts_and_so_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("lake.jsonl");
        Recorder::open(&path, 1).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

//! The engine as a process of its own: reads recorded lines from standard input, and answers each
//! on standard output once `Engine::handle` has returned, with the actions that it would hand to
//! the page. The crash test kills it; nothing else runs it.

use std::io::{BufRead, Write, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

use retake_engine::{Effect, Engine, Settings, recording};
use retake_store::Store;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("engine-process: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let database = arguments.next().ok_or("say which database: engine-process FILE AT")?;
    let started_at: i64 = arguments.next().ok_or("say at which time, in ms")?.parse()?;
    let mut engine =
        Engine::open(Store::open(Path::new(&database))?, Settings::default(), started_at)?;
    let mut answers = stdout().lock();
    // One answer before any line: the engine is open, and what it interrupted is committed.
    writeln!(answers, "[]")?;
    answers.flush()?;
    for (number, line) in stdin().lock().lines().enumerate() {
        for recorded in recording::read(&line?)?.lines {
            let sequence = u64::try_from(number)?;
            let Some(input) = recorded.event.into_input(sequence) else { continue };
            let handled = engine.handle(input, recorded.at)?;
            let issued = handled.effects.iter().filter_map(|effect| match effect {
                Effect::Issue(action) => Some(action.action_id.0),
                _ => None,
            });
            writeln!(answers, "{:?}", issued.collect::<Vec<_>>())?;
            answers.flush()?;
        }
    }
    Ok(())
}

//! The steps of a long command: a heading before each, and at the end how long each took.
//!
//! What a step does is for its caller. The table is printed when the list goes out of scope, so a
//! failed command shows how far it came.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The steps done so far.
pub(crate) struct Steps {
    started: Instant,
    done: Vec<Step>,
}

/// One line of the table.
struct Step {
    title: &'static str,
    fate: Fate,
    took: Duration,
}

/// How a step went.
enum Fate {
    Passed,
    Failed,
}

impl Steps {
    /// An empty list; the total counts from here.
    pub(crate) fn new() -> Self {
        Self { started: now(), done: Vec::new() }
    }

    /// Does one step. A failure carries the step's title and ends the command.
    pub(crate) fn step<T>(
        &mut self,
        title: &'static str,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        println!("\n== {title}");
        let started = now();
        let result = work();
        let fate = if result.is_ok() { Fate::Passed } else { Fate::Failed };
        self.done.push(Step { title, fate, took: started.elapsed() });
        result.context(title)
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        println!();
        for step in &self.done {
            println!("{}", line(step));
        }
        println!("{:>7.1} s  total", self.started.elapsed().as_secs_f64());
    }
}

fn line(step: &Step) -> String {
    let mark = match step.fate {
        Fate::Passed => "",
        Fate::Failed => ": FAILED",
    };
    format!("{:>7.1} s  {}{mark}", step.took.as_secs_f64(), step.title)
}

#[expect(clippy::disallowed_methods, reason = "xtask times its own steps; nothing is tested by it")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn a_failed_step_is_named_in_the_error_and_in_the_table() {
        let mut steps = Steps::new();
        let result: Result<()> = steps.step("format", || bail!("one file differs"));
        assert_eq!(format!("{:#}", result.unwrap_err()), "format: one file differs");
        assert!(line(&steps.done[0]).ends_with("s  format: FAILED"));
    }

    #[test]
    fn a_step_hands_on_what_it_made() {
        assert_eq!(Steps::new().step("build", || Ok(7)).unwrap(), 7);
    }
}

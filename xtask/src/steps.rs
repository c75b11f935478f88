//! The steps of a long command: a heading before each, and at the end how long each took and how long
//! it may take.
//!
//! What a step does is for its caller. The table is printed when the list goes out of scope, so a
//! failed command shows how far it came. A step that takes too long is marked and fails nothing: the
//! machine may be busy.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The steps done so far.
pub(crate) struct Steps {
    started: Instant,
    /// How long all of them together may take.
    budget: Option<Duration>,
    done: Vec<Step>,
}

/// One line of the table.
struct Step {
    title: &'static str,
    outcome: Outcome,
    took: Duration,
    /// How long it may take on a machine that does nothing else.
    budget: Option<Duration>,
}

/// How a step went.
enum Outcome {
    Passed,
    Failed,
}

impl Steps {
    /// An empty list; the total counts from here.
    pub(crate) fn new() -> Self {
        Self { started: now(), budget: None, done: Vec::new() }
    }

    /// The same, for steps that together may take `budget`.
    pub(crate) fn within(budget: Duration) -> Self {
        Self { started: now(), budget: Some(budget), done: Vec::new() }
    }

    /// Does one step that may take `budget`.
    pub(crate) fn step_within<T>(
        &mut self,
        title: &'static str,
        budget: Duration,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let result = self.step(title, work);
        if let Some(step) = self.done.last_mut() {
            step.budget = Some(budget);
        }
        result
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
        let outcome = if result.is_ok() { Outcome::Passed } else { Outcome::Failed };
        self.done.push(Step { title, outcome, took: started.elapsed(), budget: None });
        result.context(title)
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        println!();
        for step in &self.done {
            println!("{}", line(step));
        }
        println!("{}", row(self.started.elapsed(), self.budget, "total"));
    }
}

fn line(step: &Step) -> String {
    let mark = match step.outcome {
        Outcome::Passed => "",
        Outcome::Failed => ": FAILED",
    };
    format!("{}{mark}", row(step.took, step.budget, step.title))
}

/// What it took, what it may take, and what it was.
fn row(took: Duration, budget: Option<Duration>, title: &str) -> String {
    let may = budget.map(|budget| format!("of {} s", budget.as_secs())).unwrap_or_default();
    let mark = if budget.is_some_and(|budget| took > budget) { ": over its budget" } else { "" };
    format!("{:>7.1} s {may:<9} {title}{mark}", took.as_secs_f64())
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
        assert!(line(&steps.done[0]).ends_with(" format: FAILED"));
    }

    #[test]
    fn a_step_hands_on_what_it_made() {
        assert_eq!(Steps::new().step("build", || Ok(7)).unwrap(), 7);
    }

    #[test]
    fn a_step_shows_what_it_took_and_what_it_may_take() {
        let seconds = Duration::from_secs;
        assert_eq!(row(seconds(3), Some(seconds(10)), "format"), "    3.0 s of 10 s   format");
        assert_eq!(row(seconds(3), None, "format"), "    3.0 s           format");
        assert!(row(seconds(11), Some(seconds(10)), "format").ends_with(": over its budget"));
    }

    #[test]
    fn a_step_within_a_budget_is_a_step() {
        let mut steps = Steps::within(Duration::from_secs(9));
        assert_eq!(steps.step_within("build", Duration::from_secs(5), || Ok(7)).unwrap(), 7);
        assert_eq!(steps.done[0].budget, Some(Duration::from_secs(5)));
    }
}

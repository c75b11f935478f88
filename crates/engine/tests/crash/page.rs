//! A scripted page and user: makes up events, tells them to an engine process, and remembers what
//! was acknowledged and what was handed over, across all of the process's lives.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// How much time passes between two events, in ms: more than a cooldown in every third.
const STEP_MS: i64 = 3_000;

/// How many attempts the page's store shows at most; older ones are forgotten, as Grok does.
const MOST_SHOWN: usize = 12;

/// Numbers that look random and follow from a seed (xorshift64).
pub(crate) struct Random {
    pub(crate) seed: u64,
    state: u64,
}

impl Random {
    /// Another seed in each run, or the one in `RETAKE_SEED`.
    pub(crate) fn seeded() -> Self {
        let given = std::env::var("RETAKE_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| RandomState::new().hash_one(1) | 1);
        Self { seed, state: seed }
    }

    /// From 0 to `limit - 1`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % limit
    }
}

/// When a process is killed. Counted in answers, so that a slow machine kills no sooner.
pub(crate) struct Death {
    pub(crate) after_answers: u64,
    pub(crate) then: Duration,
}

pub(crate) struct Page {
    pub(crate) random: Random,
    /// Every attempt that an acknowledged snapshot showed.
    pub(crate) acknowledged_attempts: BTreeSet<String>,
    /// Every action that was handed over, over all lives.
    pub(crate) issued: BTreeSet<i64>,
    at: i64,
    attempts: Vec<Value>,
    made: u32,
    unanswered: Vec<i64>,
}

impl Page {
    pub(crate) fn new(random: Random) -> Self {
        Self {
            random,
            acknowledged_attempts: BTreeSet::new(),
            issued: BTreeSet::new(),
            at: 0,
            attempts: Vec::new(),
            made: 0,
            unanswered: Vec::new(),
        }
    }

    /// Starts an engine, tells it events, and kills it at `moment`. Answers how many events it
    /// acknowledged.
    pub(crate) fn live(&mut self, database: &Path, moment: &Death) -> Result<u64> {
        let mut process = Command::new(env!("CARGO_BIN_EXE_engine-process"))
            .arg(database)
            .arg(self.at.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("failed to start the engine's process")?;
        let mut tell = process.stdin.take().context("no input")?;
        let answers = BufReader::new(process.stdout.take().context("no output")?);
        let (its_time_has_come, time) = channel();
        let then = moment.then;
        let death = thread::spawn(move || {
            // A page that gives up talking is an end as well.
            let _told = time.recv();
            thread::sleep(then);
            // Its end is what this test is about; it can't have ended before.
            let killed = process.kill();
            process.wait_with_output().map(|output| (killed, output.stderr))
        });
        self.unanswered.clear();
        let acknowledged =
            self.converse(&mut tell, answers, moment.after_answers, &its_time_has_come)?;
        drop(its_time_has_come);
        let (outcome, stderr) = death.join().expect("the killer does not panic")?;
        let stderr = String::from_utf8_lossy(&stderr).into_owned();
        ensure!(outcome.is_ok() && stderr.is_empty(), "the engine ended by itself: {stderr}");
        Ok(acknowledged)
    }

    /// Tells one event after the other until the process no longer answers.
    fn converse(
        &mut self,
        tell: &mut impl Write,
        answers: impl BufRead,
        most: u64,
        its_time_has_come: &Sender<()>,
    ) -> Result<u64> {
        let mut answers = answers.lines();
        let knock = |answered: u64| {
            if answered == most {
                its_time_has_come.send(()).context("the killer has gone")?;
            }
            anyhow::Ok(())
        };
        knock(0)?;
        if answers.next().is_none() {
            return Ok(0);
        }
        let opening = [
            json!({"type": "page_load"}),
            json!({"type": "route", "post_id": "lake"}),
            self.snapshot(),
        ];
        let mut acknowledged = 0;
        for number in 0.. {
            let event = opening.get(number).cloned().unwrap_or_else(|| self.next_event());
            let Some(issued) = self.say(tell, &mut answers, &event) else { break };
            acknowledged += 1;
            knock(acknowledged)?;
            if event["type"] == "snapshot" {
                self.acknowledge();
            }
            for action_id in issued {
                ensure!(self.issued.insert(action_id), "action {action_id} was handed over twice");
                self.unanswered.push(action_id);
            }
        }
        Ok(acknowledged)
    }

    /// Tells one event; `None`: the process died before it answered.
    fn say(
        &mut self,
        tell: &mut impl Write,
        answers: &mut impl Iterator<Item = std::io::Result<String>>,
        event: &Value,
    ) -> Option<Vec<i64>> {
        self.at += STEP_MS;
        let mut line = event.clone();
        line["at"] = json!(self.at);
        if writeln!(tell, "{line}").is_err() {
            return None;
        }
        let answer = answers.next()?.ok()?;
        // A line that the kill cut short is no answer.
        serde_json::from_str(&answer).ok()
    }

    fn next_event(&mut self) -> Value {
        match self.random.below(10) {
            0..=2 => self.new_attempt(),
            3..=5 => match self.unanswered.pop() {
                Some(action_id) => {
                    json!({"type": "action_result", "action_id": action_id, "result": "clicked"})
                }
                None => json!({"type": "tick"}),
            },
            6 => json!({"type": "start", "prompt": "slow pan", "max_retries": 9, "video_goal": 9}),
            7 => json!({"type": "progress", "percent": self.random.below(101)}),
            8 => json!({"type": "preferences", "max_retries": 2 + self.random.below(9)}),
            _ => json!({"type": "tick"}),
        }
    }

    fn new_attempt(&mut self) -> Value {
        self.made += 1;
        let moderated = self.random.below(3) > 0;
        self.attempts.push(json!({
            "id": format!("v{}", self.made), "status": "completed", "moderated": moderated,
        }));
        if self.attempts.len() > MOST_SHOWN {
            self.attempts.remove(0);
        }
        self.snapshot()
    }

    fn snapshot(&self) -> Value {
        let state = json!({
            "videoByMediaId": {"lake": self.attempts},
            "imageByMediaId": {"lake": [{"id": "lake", "prompt": "a mountain lake"}]},
        });
        json!({"type": "snapshot", "store": {"state": state, "version": 1}})
    }

    fn acknowledge(&mut self) {
        let ids = self.attempts.iter().filter_map(|attempt| attempt["id"].as_str());
        self.acknowledged_attempts.extend(ids.map(str::to_owned));
    }
}

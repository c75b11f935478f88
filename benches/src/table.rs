//! Medians, and the table that they are printed as.

use std::time::{Duration, Instant};

/// One printed line.
struct Row {
    what: String,
    figure: String,
    ratio: Option<f64>,
    most: Option<f64>,
}

/// What was measured so far.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// A figure alone.
    pub(crate) fn figure(&mut self, what: impl Into<String>, figure: impl Into<String>) {
        let (what, figure) = (what.into(), figure.into());
        self.0.push(Row { what, figure, ratio: None, most: None });
    }

    /// A time beside its floor; `most` is the target for their ratio, where there is one.
    pub(crate) fn ratio(
        &mut self,
        what: impl Into<String>,
        time: Duration,
        floor: Duration,
        most: Option<f64>,
    ) {
        let ratio = Some(time.as_secs_f64() / floor.as_secs_f64());
        self.0.push(Row { what: what.into(), figure: millis(time), ratio, most });
    }

    /// A median and a 99th percentile, each beside the most that it may be, in ms.
    pub(crate) fn limits(
        &mut self,
        what: impl Into<String>,
        median: Duration,
        slowest: Duration,
        (most, most_slow): (f64, f64),
    ) {
        let in_ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let is_met = in_ms(median) <= most && in_ms(slowest) <= most_slow;
        let figure = format!("{}, p99 {}", millis(median), millis(slowest));
        let verdict = if is_met { "met" } else { "MISSED" };
        let what = format!("{} [<= {most}, p99 <= {most_slow} ms: {verdict}]", what.into());
        self.figure(what, figure);
    }

    pub(crate) fn print(&self) {
        println!("{:<58} {:>12} {:>8}  target", "what", "median", "ratio");
        for Row { what, figure, ratio, most } in &self.0 {
            let shown = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
            let target = most.zip(*ratio).map(|(most, ratio)| {
                format!("<= {most}: {}", if ratio <= most { "met" } else { "MISSED" })
            });
            println!("{what:<58} {figure:>12} {shown:>8}  {}", target.unwrap_or_default());
        }
    }
}

/// `1.234 ms`.
pub(crate) fn millis(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1000.0)
}

/// The medians of `runs` times that each of several works takes, one after another in every run, so
/// that what the machine does beside hits all of them alike. The first tenth is warm-up.
pub(crate) fn medians<const N: usize>(
    runs: u32,
    mut works: [&mut dyn FnMut(u32); N],
) -> [Duration; N] {
    let mut times = [(); N].map(|()| Vec::new());
    for number in 0..runs {
        for (work, times) in works.iter_mut().zip(&mut times) {
            #[expect(clippy::disallowed_methods, reason = "measuring time is what benches are for")]
            let started = Instant::now();
            work(number);
            if number >= runs / 10 {
                times.push(started.elapsed());
            }
        }
    }
    times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    })
}

/// The median of `runs` times that `run` takes; each gets its number.
pub(crate) fn median(runs: u32, mut run: impl FnMut(u32)) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|number| {
            #[expect(clippy::disallowed_methods, reason = "measuring time is what benches are for")]
            let started = Instant::now();
            run(number);
            started.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

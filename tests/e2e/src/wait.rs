//! Waiting for a condition.

use std::fmt::Debug;
use std::time::Duration;

use anyhow::{Result, bail};

/// How often a condition is asked, in attempts; with [`PAUSE`] between them about 40 s.
const ATTEMPTS: u32 = 800;
const PAUSE: Duration = Duration::from_millis(50);

/// Asks `look` until it answers `Ok(Some(_))`. `what` names the condition in the error, which
/// also carries the last failure.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let mut last_error = None;
    for _ in 0..ATTEMPTS {
        match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => {}
            Err(error) => last_error = Some(error),
        }
        tokio::time::sleep(PAUSE).await;
    }
    match last_error {
        Some(error) => Err(error.context(format!("waited without success until {what}"))),
        None => bail!("waited without success until {what}"),
    }
}

/// Asks `read` until it answers `expected`; the error tells what it answered instead.
pub async fn until_equal<T: PartialEq + Debug>(
    what: &str,
    expected: &T,
    mut read: impl AsyncFnMut() -> Result<T>,
) -> Result<()> {
    let mut last = None;
    let seen = until(what, async || {
        let value = read().await?;
        let is_equal = value == *expected;
        last = Some(value);
        Ok(is_equal.then_some(()))
    });
    let outcome = seen.await;
    outcome.map_err(|error| error.context(format!("expected {expected:?}, last saw {last:?}")))
}

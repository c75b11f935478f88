//! What sessions to come will likely take, from what the newest ones took (spec M8).

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::statistics::Pace;

use crate::components::bounds::InForce;
use crate::words::intl::duration;
use crate::words::say;

/// Of fewer attempts nothing is said.
const ATTEMPTS_NEEDED: u32 = 20;

/// What these sessions will likely take together, in words; `None`: too little is known.
pub fn estimate(pace: Option<Pace>, sessions: impl Iterator<Item = InForce>) -> Option<String> {
    let pace = pace.filter(|pace| pace.attempts >= ATTEMPTS_NEEDED && pace.videos > 0)?;
    let rate = f64::from(pace.videos) / f64::from(pace.attempts);
    let attempts: f64 = sessions.map(|limits| attempts_of(limits, rate)).sum();
    if attempts <= 0.0 {
        return None;
    }
    let credits = (attempts * f64::from(pace.credits) / f64::from(pace.attempts)).round();
    let rounded = text::attempts_count(attempts.round());
    Some(say(match pace.attempt_ms {
        Some(one) => {
            text::estimate_time(rounded, text::credits_count(credits), span(attempts, one))
        }
        None => text::estimate(rounded, text::credits_count(credits)),
    }))
}

/// How many attempts a session makes on average that ends at its goal, or with one failure more than it
/// may retry, where each attempt becomes a video at `rate`.
fn attempts_of(limits: InForce, rate: f64) -> f64 {
    // By videos that are still wanted, for as many failures as the loop has run: first none are left.
    let mut expected = vec![0.0; limits.video_goal as usize + 1];
    for _ in 0..=limits.max_retries {
        for wanted in 1..expected.len() {
            expected[wanted] = 1.0 + rate * expected[wanted - 1] + (1.0 - rate) * expected[wanted];
        }
    }
    expected.last().copied().unwrap_or_default()
}

/// So many attempts of `one` ms each, no finer than it is known: to 10 s, to a minute, above an hour to 5.
fn span(attempts: f64, one: Millis) -> String {
    #[expect(clippy::cast_precision_loss, reason = "sessions do not last for aeons")]
    let minutes = attempts * one as f64 / 60_000.0;
    let step = match minutes {
        ..2.0 => 1.0 / 6.0,
        ..60.0 => 1.0,
        _ => 5.0,
    };
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds, few enough")]
    let rounded = ((minutes / step).ceil() * step * 60.0).round() as Millis;
    duration(rounded * 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: Pace = Pace { attempts: 40, videos: 20, credits: 40, attempt_ms: Some(60_000) };

    fn words(pace: Pace, sessions: &[(u32, u32)]) -> Option<String> {
        let limits = |&(video_goal, max_retries): &(u32, u32)| InForce { max_retries, video_goal };
        estimate(Some(pace), sessions.iter().map(limits))
    }

    #[test]
    fn m8_a_session_makes_on_average_as_many_attempts_as_its_limits_and_the_rate_allow() {
        let expected =
            |video_goal, max_retries, rate| attempts_of(InForce { max_retries, video_goal }, rate);
        let is_near = |left: f64, right: f64| (left - right).abs() < 1e-9;
        assert!(is_near(expected(1, 3, 0.5), 1.875), "1 + 1/2 + 1/4 + 1/8");
        assert!(is_near(expected(3, 5, 1.0), 3.0), "each attempt is a video");
        assert!(is_near(expected(3, 5, 0.0), 6.0), "the first try and five more");
        let most = expected(50, 50, 0.5);
        assert!((50.0..100.0).contains(&most), "no more than the limits allow: {most}");
    }

    #[test]
    fn m8_the_estimate_of_several_sessions_is_told_in_attempts_credits_and_time() {
        let told = "About 12 attempts, 12 credits, 12 min.";
        assert_eq!(words(HALF, &[(3, 50), (3, 50)]).as_deref(), Some(told));
        let unpaced = Pace { attempt_ms: None, credits: 20, ..HALF };
        let told = "About 2 attempts, 1 credit.";
        assert_eq!(words(unpaced, &[(1, 3)]).as_deref(), Some(told), "failures cost nothing");
    }

    #[test]
    fn m8_of_too_few_attempts_or_without_a_video_nothing_is_said() {
        assert_eq!(words(Pace { attempts: 19, videos: 9, ..HALF }, &[(1, 3)]), None);
        assert_eq!(words(Pace { videos: 0, ..HALF }, &[(1, 3)]), None);
        assert_eq!(words(HALF, &[]), None, "nothing is queued");
        assert_eq!(estimate(None, std::iter::empty()), None);
    }

    #[test]
    fn a_span_is_told_no_finer_than_it_is_known() {
        for (attempts, one, told) in [
            (1.0, 14_000, "20 s"),
            (1.875, 60_000, "2 min"),
            (12.0, 61_000, "13 min"),
            (61.0, 61_000, "1 h 5 min"),
        ] {
            assert_eq!(span(attempts, one), told, "{attempts} attempts of {one} ms");
        }
    }
}

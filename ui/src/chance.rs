//! How sure a success rate is, and what it says of attempts to come.

use crate::words::say;
use retake_locale::text;

/// The 95 % quantile of the normal distribution, two-sided.
const Z: f64 = 1.96;

/// The Wilson interval of a rate at 95 %: honest also for few attempts. `None`: there were none.
pub fn interval(successes: u32, attempts: u32) -> Option<(f64, f64)> {
    if attempts == 0 {
        return None;
    }
    let (successes, attempts) = (f64::from(successes), f64::from(attempts));
    let rate = successes / attempts;
    let weight = Z * Z / attempts;
    let middle = (rate + weight / 2.0) / (1.0 + weight);
    let spread =
        Z / (1.0 + weight) * (rate * (1.0 - rate) / attempts + weight / (4.0 * attempts)).sqrt();
    Some(((middle - spread).max(0.0), (middle + spread).min(1.0)))
}

/// How many attempts a video takes, in words.
pub fn attempts_per_video(successes: u32, attempts: u32) -> String {
    let Some((low, high)) = interval(successes, attempts) else {
        return say(text::chance_none());
    };
    let most = (1.0 / low.max(0.01)).round();
    let least = (1.0 / high).round().max(1.0);
    if successes == 0 {
        return say(text::chance_no_video(text::attempts_count(least)));
    }
    let typical = f64::from(attempts) / f64::from(successes);
    if (most - least).abs() < 1.0 {
        return say(text::chance_about(tenths(typical)));
    }
    say(text::chance_between(tenths(typical), least, most))
}

/// How many attempts a goal of so many videos will likely take, in words; `None`: too little is known.
pub fn attempts_for_goal(successes: u32, attempts: u32, goal: u32) -> Option<String> {
    let (low, high) = interval(successes, attempts)?;
    if successes == 0 || goal == 0 {
        return None;
    }
    let goal_f = f64::from(goal);
    let (least, most) = ((goal_f / high).round().max(goal_f), (goal_f / low.max(0.01)).round());
    Some(say(if (most - least).abs() < 1.0 {
        text::chance_goal(text::videos_count(goal), text::attempts_count(least))
    } else {
        text::chance_goal_between(text::videos_count(goal), least, most)
    }))
}

/// To one digit behind the sign.
fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_attempts_are_little_proof() {
        let (low, high) = interval(1, 2).unwrap();
        assert!(low < 0.15 && high > 0.85, "{low} to {high}");
        let (low, high) = interval(500, 1000).unwrap();
        assert!(low > 0.46 && high < 0.54, "{low} to {high}");
        assert_eq!(interval(0, 0), None);
        // Wilson, E. B. (1927): 8 of 10 at 95 % are 0.490 to 0.943.
        let (low, high) = interval(8, 10).unwrap();
        assert!((low - 0.490).abs() < 0.001 && (high - 0.943).abs() < 0.001, "{low} to {high}");
    }

    #[test]
    fn d3_a_goal_is_told_in_attempts_and_never_in_fewer_than_videos() {
        let words = |successes, attempts, goal| attempts_for_goal(successes, attempts, goal);
        let expected = "Likely needed for 3 videos: 5 to 14 attempts.";
        assert_eq!(words(8, 20, 3).as_deref(), Some(expected));
        let certain = "Likely needed for 1 video: about 1 attempt.";
        assert_eq!(words(1000, 1000, 1).as_deref(), Some(certain));
        assert_eq!(words(0, 6, 2), None, "nothing is promised where nothing came");
        assert_eq!(words(0, 0, 2), None);
    }

    #[test]
    fn the_attempts_to_come_are_told_in_words() {
        assert_eq!(attempts_per_video(8, 20), "About 2.5 attempts per video, likely 2 to 5.");
        assert_eq!(attempts_per_video(5000, 11_000), "About 2.2 attempts per video.");
        assert!(attempts_per_video(0, 4).contains("at least 2"));
        assert!(attempts_per_video(0, 0).contains("No attempt"));
    }
}

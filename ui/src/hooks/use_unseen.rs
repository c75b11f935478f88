//! How many problems nobody has looked at.

use retake_protocol::Millis;
use retake_protocol::view::Diagnostic;
use yew::prelude::*;

/// The problems that came since the user last saw them; `is_shown`: they are seen now.
#[hook]
pub fn use_unseen(problems: &[Diagnostic], is_shown: bool, now: Millis) -> usize {
    let seen_at = use_state(|| Millis::MIN);
    {
        let seen_at = seen_at.clone();
        let newest = problems.iter().map(|problem| problem.at).max();
        use_effect_with((is_shown, newest), move |(is_shown, _)| {
            if *is_shown {
                seen_at.set(now);
            }
        });
    }
    problems.iter().filter(|problem| problem.at > *seen_at).count()
}

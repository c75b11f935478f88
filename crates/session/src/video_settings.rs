//! Length and resolution of a session's attempts. Grok may fall back to shorter or smaller videos by
//! itself; a retry would then make something else than the user asked for. So every retry asks for what
//! the first attempt had, and where one still has something else, the page is asked to put it
//! right before the next click. Where that does not help, the session waits (spec U1–U3).

use retake_protocol::log::{Change, SettingsChange};
use retake_protocol::observer::{Required, Strictness, VideoSettings};

use crate::record::AttemptRecord;

/// What a video is made with, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
struct Settings {
    /// Seconds.
    length: Option<f64>,
    resolution: Option<String>,
}

/// What a session's attempts were made with.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SettingsTracker {
    first: Settings,
    last: Settings,
    remedy: Remedy,
}

/// What was done about another length or resolution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Remedy {
    #[default]
    None,
    /// The page was asked to put it right before the next click.
    Asked,
}

/// What is to follow the last attempt.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NextStep {
    /// It was made as the first one, as far as that is known.
    Proceed,
    /// It was not; the page can be asked to put it right.
    Correct(SettingsChange),
    /// It was not, though the page had been asked.
    AskUser(SettingsChange),
}

impl SettingsTracker {
    /// Takes over what a counted attempt was made with; the first that tells it sets the measure.
    pub(crate) fn observe(&mut self, attempt: &AttemptRecord) {
        let length = attempt.length_seconds.filter(|seconds| *seconds > 0.0);
        let resolution = attempt.resolution.clone().filter(|name| !name.is_empty());
        self.learn_settings(Settings { length, resolution });
    }

    fn learn_settings(&mut self, last: Settings) {
        self.first.length = self.first.length.or(last.length);
        self.first.resolution = self.first.resolution.take().or_else(|| last.resolution.clone());
        self.last = last;
    }

    /// What follows the last attempt. Where it says to put something right, that counts as asked for.
    pub(crate) fn course(&mut self) -> NextStep {
        let Some(change) = self.change() else {
            self.remedy = Remedy::None;
            return NextStep::Proceed;
        };
        match std::mem::replace(&mut self.remedy, Remedy::Asked) {
            Remedy::None => NextStep::Correct(change),
            Remedy::Asked => NextStep::AskUser(change),
        }
    }

    /// What the next video is to be made with; `None`: nothing is known of it yet. What has changed has to
    /// be made sure of; for all else it is enough that the page shows nothing otherwise.
    pub(crate) fn wanted(&self) -> Option<VideoSettings> {
        let strictness =
            |has_changed| if has_changed { Strictness::Mandatory } else { Strictness::BestEffort };
        let of_length = strictness(self.changed_length().is_some());
        let of_resolution = strictness(self.changed_resolution().is_some());
        let Settings { length, resolution } = self.first.clone();
        let length = length.map(|value| Required { value, strictness: of_length });
        let resolution = resolution.map(|value| Required { value, strictness: of_resolution });
        (length.is_some() || resolution.is_some()).then_some(VideoSettings { length, resolution })
    }

    /// What changed since the first attempt; `None`: nothing that is known.
    fn change(&self) -> Option<SettingsChange> {
        let length = self.changed_length();
        let length_s =
            length.map(|(first, last)| Change { wanted: whole(first), made: whole(last) });
        let resolution = self.changed_resolution();
        let resolution = resolution
            .map(|(first, last)| Change { wanted: first.to_owned(), made: last.to_owned() });
        let has_changed = length_s.is_some() || resolution.is_some();
        has_changed.then_some(SettingsChange { length_s, resolution })
    }

    /// The first length and the last (s), where they differ.
    fn changed_length(&self) -> Option<(f64, f64)> {
        let lengths = self.first.length.zip(self.last.length);
        lengths.filter(|(first, last)| (first - last).abs() >= 0.5)
    }

    /// The first resolution and the last, where they differ.
    fn changed_resolution(&self) -> Option<(&str, &str)> {
        let resolutions = self.first.resolution.as_deref().zip(self.last.resolution.as_deref());
        resolutions.filter(|(first, last)| first != last)
    }

    /// The user has seen to it: the next attempt sets the measure.
    pub(crate) fn accept(&mut self) {
        *self = Self::default();
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "above 0, and short")]
fn whole(seconds: f64) -> u32 {
    seconds.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a session has learned of attempts of these lengths (s) and one resolution.
    fn after(lengths: &[f64]) -> SettingsTracker {
        let mut making = SettingsTracker::default();
        for length in lengths {
            making.learn_settings(of_length(*length));
        }
        making
    }

    fn of_length(seconds: f64) -> Settings {
        Settings { length: Some(seconds), resolution: Some("720p".into()) }
    }

    fn ten_seconds(strictness: Strictness) -> VideoSettings {
        VideoSettings {
            length: Some(Required { value: 10.0, strictness }),
            resolution: Some(Required { value: "720p".into(), strictness: Strictness::BestEffort }),
        }
    }

    #[test]
    fn nothing_is_wanted_before_anything_is_known() {
        assert_eq!(SettingsTracker::default().wanted(), None);
        assert_eq!(SettingsTracker::default().course(), NextStep::Proceed);
    }

    #[test]
    fn u1_what_the_first_attempt_had_is_wanted_and_surely_what_another_had_otherwise() {
        assert_eq!(after(&[10.0]).wanted(), Some(ten_seconds(Strictness::BestEffort)));
        assert_eq!(after(&[10.0, 6.0]).wanted(), Some(ten_seconds(Strictness::Mandatory)));
        assert_eq!(after(&[10.0, 6.0, 10.0]).wanted(), Some(ten_seconds(Strictness::BestEffort)));
    }

    #[test]
    fn u2_it_is_corrected_once_and_again_only_after_it_was_right() {
        let mut making = after(&[10.0, 6.0]);
        let length_s = Some(Change { wanted: 10, made: 6 });
        let change = SettingsChange { length_s, resolution: None };
        assert_eq!(making.course(), NextStep::Correct(change));
        assert!(matches!(making.course(), NextStep::AskUser(_)));
        making.learn_settings(of_length(10.0));
        assert_eq!(making.course(), NextStep::Proceed);
        making.learn_settings(of_length(6.0));
        assert!(matches!(making.course(), NextStep::Correct(_)));
    }
}

//! Length and resolution of a session's attempts. Grok may fall back to shorter or smaller videos by
//! itself; a retry would then make something else than the user asked for, so the session waits.

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
pub(crate) struct Making {
    first: Settings,
    last: Settings,
}

impl Making {
    /// Takes over what a counted attempt was made with; the first that tells it sets the measure.
    pub(crate) fn learn(&mut self, attempt: &AttemptRecord) {
        let length = attempt.length_seconds.filter(|seconds| *seconds > 0.0);
        let resolution = attempt.resolution.clone().filter(|name| !name.is_empty());
        self.first.length = self.first.length.or(length);
        self.first.resolution = self.first.resolution.take().or_else(|| resolution.clone());
        self.last = Settings { length, resolution };
    }

    /// What changed since the first attempt, for people; `None`: nothing that is known.
    pub(crate) fn change(&self) -> Option<String> {
        let lengths = self.first.length.zip(self.last.length);
        let resolutions = self.first.resolution.as_ref().zip(self.last.resolution.as_ref());
        let length = lengths
            .filter(|(first, last)| (first - last).abs() >= 0.5)
            .map(|(first, last)| format!("{last:.0} s instead of {first:.0} s"));
        let resolution = resolutions
            .filter(|(first, last)| first != last)
            .map(|(first, last)| format!("{last} instead of {first}"));
        let changes: Vec<_> = length.into_iter().chain(resolution).collect();
        (!changes.is_empty())
            .then(|| format!("Grok made the last attempt with {}", changes.join(" and ")))
    }

    /// The user has seen to it: the next attempt sets the measure.
    pub(crate) fn accept(&mut self) {
        *self = Self::default();
    }
}

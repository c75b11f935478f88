//! The spans that the rules speak of, and what a new image starts with. Each may be overridden for a
//! run (spec G4).

use retake_protocol::{Millis, Preferences};

/// Spans are in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The least time between two clicks, and between a success and the next video (spec C8).
    pub cooldown_ms: Millis,
    /// No sign of life for so long after a click ends a session (spec C10).
    pub attempt_timeout_ms: Millis,
    /// A store that lacks the image for so long ends its session (spec C13).
    pub stale_grace_ms: Millis,
    /// A post that matches nothing for so long is said to show no image (spec B2).
    pub unresolved_after_ms: Millis,
    /// The page is brought to the next image of the queue once nobody has touched it for so long.
    pub queue_idle_ms: Millis,
    /// Max retries of an image for which none were set: 1–50.
    pub default_max_retries: u32,
    /// The video goal of an image for which none was set: 1–50.
    pub default_video_goal: u32,
    /// Whether the user's own press on the page begins a session (spec C22).
    pub start_at_press: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            cooldown_ms: 8_000,
            attempt_timeout_ms: 120_000,
            stale_grace_ms: 10_000,
            unresolved_after_ms: 10_000,
            queue_idle_ms: 10_000,
            default_max_retries: Preferences::default().max_retries,
            default_video_goal: Preferences::default().video_goal,
            start_at_press: false,
        }
    }
}

/// Why a setting was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Occurs when no setting has this name.
    #[error("there is no setting `{0}`; there are: {names}", names = Settings::NAMES.join(", "))]
    UnknownName(String),
    /// Occurs when the setting does not take the value.
    #[error("`{value}` is no value for `{name}`: it takes {takes}")]
    BadValue {
        /// The setting.
        name: String,
        /// As given.
        value: String,
        /// What it takes, in words.
        takes: &'static str,
    },
}

impl Settings {
    /// All names, as `--setting NAME=VALUE` takes them.
    pub const NAMES: [&str; 8] = [
        "cooldown_ms",
        "attempt_timeout_ms",
        "stale_grace_ms",
        "unresolved_after_ms",
        "queue_idle_ms",
        "default_max_retries",
        "default_video_goal",
        "start_at_press",
    ];

    /// Each by its name, as `set` takes them; spans in ms, a switch as 1 or 0.
    pub fn values(&self) -> [(&'static str, i64); 8] {
        [
            ("cooldown_ms", self.cooldown_ms),
            ("attempt_timeout_ms", self.attempt_timeout_ms),
            ("stale_grace_ms", self.stale_grace_ms),
            ("unresolved_after_ms", self.unresolved_after_ms),
            ("queue_idle_ms", self.queue_idle_ms),
            ("default_max_retries", self.default_max_retries.into()),
            ("default_video_goal", self.default_video_goal.into()),
            ("start_at_press", self.start_at_press.into()),
        ]
    }

    /// Sets one by name. Range of spans: 0 to 3,600,000 ms (an hour).
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), SettingsError> {
        let bad_value = |takes| SettingsError::BadValue {
            name: name.to_owned(),
            value: value.to_owned(),
            takes,
        };
        if name == "start_at_press" {
            self.start_at_press = match value {
                "on" | "1" => true,
                "off" | "0" => false,
                _ => return Err(bad_value("`on` or `off`")),
            };
            return Ok(());
        }
        let count = match name {
            "default_max_retries" => Some(&mut self.default_max_retries),
            "default_video_goal" => Some(&mut self.default_video_goal),
            _ => None,
        };
        if let Some(field) = count {
            let count = value.parse().ok().filter(|count| Preferences::RANGE.contains(count));
            *field = count.ok_or_else(|| bad_value("a whole number, 1 to 50"))?;
            return Ok(());
        }
        let field = match name {
            "cooldown_ms" => &mut self.cooldown_ms,
            "attempt_timeout_ms" => &mut self.attempt_timeout_ms,
            "stale_grace_ms" => &mut self.stale_grace_ms,
            "unresolved_after_ms" => &mut self.unresolved_after_ms,
            "queue_idle_ms" => &mut self.queue_idle_ms,
            _ => return Err(SettingsError::UnknownName(name.to_owned())),
        };
        let span = value.parse::<Millis>().ok().filter(|span| (0..=3_600_000).contains(span));
        *field = span.ok_or_else(|| bad_value("a whole number, 0 to 3600000"))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g4_what_each_setting_is_makes_the_same_settings_again() {
        let settings = Settings {
            cooldown_ms: 21,
            attempt_timeout_ms: 22,
            stale_grace_ms: 23,
            unresolved_after_ms: 24,
            queue_idle_ms: 25,
            default_max_retries: 26,
            default_video_goal: 27,
            start_at_press: true,
        };
        let mut again = Settings::default();
        for (name, value) in settings.values() {
            again.set(name, &value.to_string()).unwrap();
        }
        assert_eq!(again, settings);
        assert_eq!(settings.values().map(|(name, _)| name), Settings::NAMES);
    }

    #[test]
    fn g4_a_setting_is_overridden_by_name_and_a_bad_one_says_what_is_allowed() {
        let mut settings = Settings::default();
        settings.set("cooldown_ms", "250").unwrap();
        assert_eq!(settings.cooldown_ms, 250);
        let unknown = settings.set("cooldown", "1").unwrap_err().to_string();
        assert!(unknown.contains("cooldown_ms"), "{unknown}");
        for value in ["", "-1", "1.5", "soon", "3600001"] {
            let refused = settings.set("cooldown_ms", value).unwrap_err().to_string();
            assert!(refused.contains("0 to 3600000"), "{refused}");
        }
        assert_eq!(settings.cooldown_ms, 250, "a refused value changes nothing");
    }

    #[test]
    fn c22_the_switch_takes_on_and_off() {
        let mut settings = Settings::default();
        assert!(!settings.start_at_press, "off at first");
        for (value, expected) in [("on", true), ("off", false), ("1", true), ("0", false)] {
            settings.set("start_at_press", value).unwrap();
            assert_eq!(settings.start_at_press, expected, "{value}");
        }
        let refused = settings.set("start_at_press", "yes").unwrap_err().to_string();
        assert!(refused.contains("`on` or `off`"), "{refused}");
    }
}

//! The settings: which there are, what each takes, and where its value comes from: `--setting` for
//! this run, else the database, else the default. What the engine's spans mean is `retake-session`'s.

use anyhow::{Result, bail, ensure};
use retake_engine::Settings;
use retake_protocol::settings::{SettingKind, SettingView};
use retake_store::Store;

/// Whether the extension's keys are removed from the page once they are taken over (spec E4).
const CLEAN_UP_EXTENSION: &str = "clean_up_extension";
/// Whether the system tells of a session's end while the window is not looked at.
const NOTIFICATIONS: &str = "notifications";

/// How large the sidebar's text is, in percent of its own size.
const TEXT_SIZE: &str = "text_size";

struct Known {
    name: &'static str,
    default: &'static str,
    kind: SettingKind,
}

const fn span(name: &'static str, default: &'static str, from: i64, to: i64) -> Known {
    Known { name, default, kind: SettingKind::Span { from, to } }
}

const fn count(name: &'static str, default: &'static str) -> Known {
    Known { name, default, kind: SettingKind::Count { from: 1, to: 50 } }
}

const fn percent(name: &'static str, default: &'static str, from: i64, to: i64) -> Known {
    Known { name, default, kind: SettingKind::Percent { from, to } }
}

const fn switch(name: &'static str, default: &'static str) -> Known {
    Known { name, default, kind: SettingKind::Switch }
}

/// In the order in which the sidebar shows them. The spans are those that are safe on Grok's own
/// page; `--setting`, which is for tests and trials, takes more.
const KNOWN: [Known; 10] = [
    percent(TEXT_SIZE, "100", 75, 200),
    count("default_max_retries", "3"),
    count("default_video_goal", "1"),
    span("cooldown_ms", "8000", 3_000, 600_000),
    span("attempt_timeout_ms", "120000", 30_000, 3_600_000),
    span("stale_grace_ms", "10000", 2_000, 600_000),
    span("unresolved_after_ms", "10000", 2_000, 600_000),
    switch(KEEP_PICTURES, "on"),
    switch(NOTIFICATIONS, "on"),
    switch(CLEAN_UP_EXTENSION, "off"),
];

/// Whether small pictures are kept (spec D2).
const KEEP_PICTURES: &str = "keep_pictures";

/// What `--setting` said, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Overrides(pub(crate) Vec<(String, String)>);

/// All settings of this run.
#[derive(Clone, Debug)]
pub(crate) struct SettingsKeeper {
    store: Store,
    overrides: Overrides,
}

impl SettingsKeeper {
    pub(crate) const fn new(store: Store, overrides: Overrides) -> Self {
        Self { store, overrides }
    }

    /// All of them, for the sidebar.
    pub(crate) fn view(&self) -> Vec<SettingView> {
        let view = |known: &Known| SettingView {
            name: known.name.to_owned(),
            value: self.value(known),
            default: known.default.to_owned(),
            kind: known.kind.clone(),
            is_overridden: self.overridden(known.name).is_some(),
        };
        KNOWN.iter().map(view).collect()
    }

    /// Sets one for good. It holds at once, unless the command line has the say for this run.
    pub(crate) fn set(&self, name: &str, value: &str) -> Result<()> {
        let Some(known) = KNOWN.iter().find(|known| known.name == name) else {
            bail!("there is no setting `{name}`");
        };
        check(known, value)?;
        Ok(self.store.set_setting(name, value)?)
    }

    /// What the engine goes by.
    pub(crate) fn engine(&self) -> Settings {
        let mut settings = Settings::default();
        for known in KNOWN.iter().filter(|known| Settings::NAMES.contains(&known.name)) {
            if let Err(refusal) = settings.set(known.name, &self.value(known)) {
                tracing::warn!("the setting {}: {refusal}", known.name);
            }
        }
        settings
    }

    /// How large the sidebar is shown: 1.0 is its own size.
    pub(crate) fn text_scale(&self) -> f64 {
        let known = KNOWN.iter().find(|known| known.name == TEXT_SIZE);
        known.and_then(|known| self.value(known).parse::<f64>().ok()).unwrap_or(100.0) / 100.0
    }

    /// Whether small pictures are kept.
    pub(crate) fn keeps_pictures(&self) -> bool {
        self.is_on(KEEP_PICTURES)
    }

    /// Whether the system may tell of a session's end.
    pub(crate) fn notifies(&self) -> bool {
        self.is_on(NOTIFICATIONS)
    }

    /// Whether the extension's keys are removed from the page (spec E4).
    pub(crate) fn cleans_up_extension(&self) -> bool {
        self.is_on(CLEAN_UP_EXTENSION)
    }

    fn is_on(&self, name: &str) -> bool {
        KNOWN.iter().find(|known| known.name == name).is_some_and(|known| self.value(known) == "on")
    }

    fn overridden(&self, name: &str) -> Option<&str> {
        let ours = self.overrides.0.iter().rev().find(|(overridden, _)| overridden == name);
        ours.map(|(_, value)| value.as_str())
    }

    /// A stored value that no longer fits counts as none.
    fn value(&self, known: &Known) -> String {
        if let Some(value) = self.overridden(known.name) {
            return value.to_owned();
        }
        let stored = self.store.setting(known.name).unwrap_or_else(|error| {
            tracing::warn!("the setting {} could not be read: {error}", known.name);
            None
        });
        stored
            .filter(|value| check(known, value).is_ok())
            .unwrap_or_else(|| known.default.to_owned())
    }
}

/// Refuses what `--setting` can't take.
pub(crate) fn check_override(name: &str, value: &str) -> Result<()> {
    // The engine takes more of its own than the sidebar offers.
    match KNOWN.iter().find(|known| known.name == name) {
        Some(known) if !Settings::NAMES.contains(&name) => check(known, value),
        Some(_) => Ok(Settings::default().set(name, value)?),
        None => {
            let names: Vec<_> = KNOWN.iter().map(|known| known.name).collect();
            bail!("there is no setting `{name}`; there are: {}", names.join(", "))
        }
    }
}

fn check(known: &Known, value: &str) -> Result<()> {
    let (from, to, unit) = match known.kind {
        SettingKind::Switch => {
            ensure!(
                matches!(value, "on" | "off"),
                "{} is `on` or `off`, not `{value}`",
                known.name
            );
            return Ok(());
        }
        SettingKind::Span { from, to } => (from, to, " ms"),
        SettingKind::Count { from, to } => (from, to, ""),
        SettingKind::Percent { from, to } => (from, to, " percent"),
    };
    let is_within = value.parse::<i64>().is_ok_and(|number| (from..=to).contains(&number));
    ensure!(
        is_within,
        "{} takes a whole number from {from} to {to}{unit}, not `{value}`",
        known.name
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keeper(overrides: &[(&str, &str)]) -> SettingsKeeper {
        let overrides = overrides.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        SettingsKeeper::new(Store::in_memory().unwrap(), Overrides(overrides.collect()))
    }

    #[test]
    fn g_the_defaults_are_those_of_the_engine() {
        assert_eq!(keeper(&[]).engine(), Settings::default());
        for name in Settings::NAMES {
            assert!(KNOWN.iter().any(|known| known.name == name), "{name} is shown");
        }
        for known in &KNOWN {
            check(known, known.default).unwrap();
        }
    }

    #[test]
    fn g_what_was_set_stays_and_the_command_line_wins_for_its_run() {
        let keeper = keeper(&[("stale_grace_ms", "1")]);
        keeper.set("cooldown_ms", "9000").unwrap();
        keeper.set("stale_grace_ms", "5000").unwrap();
        let settings = keeper.engine();
        assert_eq!((settings.cooldown_ms, settings.stale_grace_ms), (9000, 1));
        let of_next_run = SettingsKeeper::new(keeper.store.clone(), Overrides::default());
        assert_eq!(of_next_run.engine().stale_grace_ms, 5000);
        assert!(keeper.view().iter().any(|view| view.is_overridden));
    }

    #[test]
    fn a_value_out_of_range_is_refused_with_the_range() {
        let keeper = keeper(&[]);
        for (name, value, expected) in [
            ("cooldown_ms", "0", "3000 to 600000"),
            ("cooldown_ms", "soon", "whole number"),
            ("default_max_retries", "51", "1 to 50"),
            ("text_size", "20", "75 to 200 percent"),
            ("clean_up_extension", "yes", "`on` or `off`"),
            ("no_such", "1", "no setting"),
        ] {
            let error = keeper.set(name, value).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        assert_eq!(keeper.engine(), Settings::default());
    }

    #[test]
    fn e4_the_extensions_keys_stay_unless_the_user_wants_them_removed() {
        let keeper = keeper(&[]);
        assert!(!keeper.cleans_up_extension());
        keeper.set(CLEAN_UP_EXTENSION, "on").unwrap();
        assert!(keeper.cleans_up_extension());
    }
}

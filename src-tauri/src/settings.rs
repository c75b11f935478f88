//! The settings: where the value of each comes from: `--setting` for this run, else the database,
//! else the default. Which there are and what each takes is `known`'s, and what the engine's spans
//! mean is `retake-session`'s.

mod known;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use retake_engine::Settings;
use retake_locale::Language;
use retake_protocol::health::ControlPiece;
use retake_protocol::maintenance::SettingDifference;
use retake_protocol::page::ZoomStep;
use retake_protocol::settings::{SettingKind, SettingView};
use retake_store::Store;

use crate::videos::name::Pattern;
use known::{
    ALLOW_CAMERA, ALLOW_LOCATION, ALLOW_MICROPHONE, ALLOW_NOTIFICATIONS, ALWAYS_ON_TOP,
    CLEAN_UP_EXTENSION, DOWNLOAD_FOLDER, GENERATE_CONTROL_SELECTOR, KEEP_IMAGE_FILES,
    KEEP_PICTURES, KEEP_VIDEOS, KNOWN, Known, LANGUAGE, MUTE_PAGE, NOTIFICATIONS, OF_THIS_MACHINE,
    PAGE_ZOOM, PROMPT_BOX_SELECTOR, REPLACE_VIDEOS, TEXT_SIZE, USER_AGENT, VIDEO_FOLDER,
    VIDEO_NAME,
};

/// What `--setting` said, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Overrides(pub(crate) Vec<(String, String)>);

/// All settings of this run.
#[derive(Clone, Debug)]
pub(crate) struct SettingsStore {
    store: Store,
    overrides: Overrides,
}

impl SettingsStore {
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
        known.check(value)?;
        (known.try_out)(value)?;
        Ok(self.store.set_setting(name, value)?)
    }

    /// The settings that a backup has otherwise and that may come along with it, in the sidebar's order.
    /// A value that does not fit is left out.
    pub(crate) fn differences(&self, there: &BTreeMap<String, String>) -> Vec<SettingDifference> {
        let offered = KNOWN.iter().filter(|known| !OF_THIS_MACHINE.contains(&known.name));
        let differing = offered.filter_map(|known| {
            let there = there.get(known.name).map_or(known.default, String::as_str);
            let here = self.stored(known);
            let is_offered = there != here && known.check(there).is_ok();
            let name = known.name.to_owned();
            is_offered.then(|| SettingDifference { name, here, there: there.to_owned() })
        });
        differing.collect()
    }

    /// The engine's settings.
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
        self.scale_of(TEXT_SIZE)
    }

    /// How large the page is shown: 1.0 is its own size.
    pub(crate) fn page_scale(&self) -> f64 {
        self.scale_of(PAGE_ZOOM)
    }

    /// Shows the page one step larger or smaller from now on, or in its own size.
    pub(crate) fn step_page_zoom(&self, step: ZoomStep) -> Result<()> {
        let now = self.value_of(PAGE_ZOOM).parse().unwrap_or(100);
        self.set(PAGE_ZOOM, &known::stepped_zoom(now, step).to_string())
    }

    fn scale_of(&self, name: &str) -> f64 {
        self.value_of(name).parse::<f64>().unwrap_or(100.0) / 100.0
    }

    /// The language of every text: the one chosen, else the system's (spec L7).
    pub(crate) fn language(&self) -> Language {
        Language::with_tag(&self.value_of(LANGUAGE)).unwrap_or_else(|| {
            let wanted: Vec<String> = sys_locale::get_locales().collect();
            Language::best_for(wanted.iter().map(String::as_str))
        })
    }

    /// What the page's webview calls itself; `None`: as the platform does.
    pub(crate) fn user_agent(&self) -> Option<String> {
        Some(self.value_of(USER_AGENT)).filter(|text| !text.is_empty())
    }

    /// Whether the page may listen.
    pub(crate) fn allows_microphone(&self) -> bool {
        self.is_on(ALLOW_MICROPHONE)
    }

    /// Whether the page may look.
    pub(crate) fn allows_camera(&self) -> bool {
        self.is_on(ALLOW_CAMERA)
    }

    /// Whether the page may know where the machine is.
    pub(crate) fn allows_location(&self) -> bool {
        self.is_on(ALLOW_LOCATION)
    }

    /// Whether the page may show notifications of its own.
    pub(crate) fn allows_notifications(&self) -> bool {
        self.is_on(ALLOW_NOTIFICATIONS)
    }

    /// The user's own selectors, as the page script takes them.
    pub(crate) fn selectors(&self) -> serde_json::Value {
        serde_json::json!({
            "prompt_box": self.value_of(PROMPT_BOX_SELECTOR),
            "generate_control": self.value_of(GENERATE_CONTROL_SELECTOR),
        })
    }

    /// Has a control found by this selector from now on.
    pub(crate) fn set_selector(&self, piece: ControlPiece, selector: &str) -> Result<()> {
        let name = match piece {
            ControlPiece::PromptBox => PROMPT_BOX_SELECTOR,
            ControlPiece::GenerateControl => GENERATE_CONTROL_SELECTOR,
        };
        self.set(name, selector)
    }

    /// Whether small pictures are kept.
    pub(crate) fn keeps_pictures(&self) -> bool {
        self.is_on(KEEP_PICTURES)
    }

    /// Whether a notification may announce a session's end.
    pub(crate) fn notifies(&self) -> bool {
        self.is_on(NOTIFICATIONS)
    }

    /// Whether the window stays above all others.
    pub(crate) fn is_always_on_top(&self) -> bool {
        self.is_on(ALWAYS_ON_TOP)
    }

    /// Whether the page makes no sound.
    pub(crate) fn mutes_page(&self) -> bool {
        self.is_on(MUTE_PAGE)
    }

    /// Whether the extension's keys are removed from the page (spec E4).
    pub(crate) fn cleans_up_extension(&self) -> bool {
        self.is_on(CLEAN_UP_EXTENSION)
    }

    /// Whether every finished video is saved.
    pub(crate) fn keeps_videos(&self) -> bool {
        self.is_on(KEEP_VIDEOS)
    }

    /// Whether a better file that Grok names later takes a saved one's place (spec N9).
    pub(crate) fn replaces_videos(&self) -> bool {
        self.is_on(REPLACE_VIDEOS)
    }

    /// Whether the image's own file is kept beside a saved video (spec K2).
    pub(crate) fn keeps_image_files(&self) -> bool {
        self.is_on(KEEP_IMAGE_FILES)
    }

    /// Where videos are saved: an absolute path, or nothing for a folder in the data folder.
    pub(crate) fn video_folder(&self) -> String {
        self.value_of(VIDEO_FOLDER)
    }

    /// Where the page's downloads go: an absolute path, or nothing for the system's folder.
    pub(crate) fn download_folder(&self) -> String {
        self.value_of(DOWNLOAD_FOLDER)
    }

    /// The folder that a setting names; `None`: it names none, or none that is there. An error where the
    /// setting is not one of a folder.
    pub(crate) fn folder(&self, name: &str) -> Result<Option<PathBuf>> {
        let known = KNOWN.iter().find(|known| known.name == name);
        let known = known.filter(|known| matches!(known.kind, SettingKind::Folder { .. }));
        let known = known.with_context(|| format!("there is no folder to choose for `{name}`"))?;
        Ok(Some(PathBuf::from(self.value(known))).filter(|folder| folder.is_dir()))
    }

    /// How saved videos are called.
    pub(crate) fn video_name(&self) -> Pattern {
        self.value_of(VIDEO_NAME).parse().unwrap_or_default()
    }

    fn is_on(&self, name: &str) -> bool {
        self.value_of(name) == "on"
    }

    fn value_of(&self, name: &str) -> String {
        KNOWN.iter().find(|known| known.name == name).map_or_else(String::new, |k| self.value(k))
    }

    fn overridden(&self, name: &str) -> Option<&str> {
        let ours = self.overrides.0.iter().rev().find(|(overridden, _)| overridden == name);
        ours.map(|(_, value)| value.as_str())
    }

    /// A stored value that no longer fits counts as none.
    fn value(&self, known: &Known) -> String {
        self.overridden(known.name).map_or_else(|| self.stored(known), str::to_owned)
    }

    /// The value without what the command line says for this run.
    fn stored(&self, known: &Known) -> String {
        let stored = self.store.setting(known.name).unwrap_or_else(|error| {
            tracing::warn!("the setting {} could not be read: {error}", known.name);
            None
        });
        stored
            .filter(|value| known.check(value).is_ok())
            .unwrap_or_else(|| known.default.to_owned())
    }
}

/// Refuses what `--setting` can't take.
pub(crate) fn check_override(name: &str, value: &str) -> Result<()> {
    // The engine takes more of its own than the sidebar offers.
    match KNOWN.iter().find(|known| known.name == name) {
        Some(known) if !Settings::NAMES.contains(&name) => known.check(value),
        Some(_) => Ok(Settings::default().set(name, value)?),
        None => {
            let names: Vec<_> = KNOWN.iter().map(|known| known.name).collect();
            bail!("there is no setting `{name}`; there are: {}", names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keeper(overrides: &[(&str, &str)]) -> SettingsStore {
        let overrides = overrides.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        SettingsStore::new(Store::in_memory().unwrap(), Overrides(overrides.collect()))
    }

    #[test]
    fn g4_the_defaults_are_those_of_the_engine() {
        assert_eq!(keeper(&[]).engine(), Settings::default());
        for name in Settings::NAMES {
            assert!(KNOWN.iter().any(|known| known.name == name), "{name} is shown");
        }
        for known in KNOWN {
            known.check(known.default).unwrap();
        }
    }

    #[test]
    fn g4_what_was_set_stays_and_the_command_line_wins_for_its_run() {
        let keeper = keeper(&[("stale_grace_ms", "1")]);
        keeper.set("cooldown_ms", "9000").unwrap();
        keeper.set("stale_grace_ms", "5000").unwrap();
        let settings = keeper.engine();
        assert_eq!((settings.cooldown_ms, settings.stale_grace_ms), (9000, 1));
        let of_next_run = SettingsStore::new(keeper.store.clone(), Overrides::default());
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
            ("video_name", "{day}", "video_name can't be `{day}`: there is no {day}"),
            ("video_folder", "Videos", "whole path"),
            ("video_folder", &format!("/{}", "x".repeat(1000)), "longer than 1000 bytes"),
            ("prompt_box_selector", "#a\n#b", "one line"),
            ("language", "tlh", "`system` or `en`, `de`"),
            ("no_such", "1", "no setting"),
        ] {
            let error = keeper.set(name, value).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        assert_eq!(keeper.engine(), Settings::default());
    }

    #[test]
    fn videos_are_kept_only_where_the_user_wants_it_and_named_as_the_user_says() {
        let keeper = keeper(&[]);
        assert!(!keeper.keeps_videos());
        assert_eq!(keeper.video_name(), Pattern::default());
        keeper.set(KEEP_VIDEOS, "on").unwrap();
        keeper.set(VIDEO_NAME, "{attempt}").unwrap();
        assert!(keeper.keeps_videos());
        assert_eq!(keeper.video_name(), "{attempt}".parse().unwrap());
    }

    #[test]
    fn w13_the_dialog_for_a_folder_begins_in_the_one_that_is_set() {
        let (keeper, place) = (keeper(&[]), tempfile::tempdir().unwrap());
        assert_eq!(keeper.folder(VIDEO_FOLDER).unwrap(), None, "none is set");
        keeper.set(VIDEO_FOLDER, &place.path().display().to_string()).unwrap();
        assert_eq!(keeper.folder(VIDEO_FOLDER).unwrap(), Some(place.path().to_owned()));
        place.close().unwrap();
        assert_eq!(keeper.folder(VIDEO_FOLDER).unwrap(), None, "it is no longer there");
        for name in [VIDEO_NAME, "no_such"] {
            let refused = keeper.folder(name).unwrap_err().to_string();
            assert!(refused.contains(name), "{refused}");
        }
    }

    #[test]
    fn n9_saved_videos_are_replaced_until_the_user_turns_that_off() {
        let keeper = keeper(&[]);
        assert!(keeper.replaces_videos());
        keeper.set(REPLACE_VIDEOS, "off").unwrap();
        assert!(!keeper.replaces_videos());
    }

    #[test]
    fn a_folder_for_videos_is_tried_out_when_it_is_set() {
        let (keeper, place) = (keeper(&[]), tempfile::tempdir().unwrap());
        let folder = place.path().join("mine").display().to_string();
        keeper.set(VIDEO_FOLDER, &folder).unwrap();
        assert!(place.path().join("mine").is_dir());
        std::fs::write(place.path().join("file"), "x").unwrap();
        let file = place.path().join("file").display().to_string();
        let refused = keeper.set(VIDEO_FOLDER, &file).unwrap_err().to_string();
        assert!(refused.contains("choose another folder"), "{refused}");
        assert_eq!(keeper.video_folder(), folder, "it stays as it was");
    }

    #[test]
    fn e4_the_extensions_keys_stay_unless_the_user_wants_them_removed() {
        let keeper = keeper(&[]);
        assert!(!keeper.cleans_up_extension());
        keeper.set(CLEAN_UP_EXTENSION, "on").unwrap();
        assert!(keeper.cleans_up_extension());
    }
}

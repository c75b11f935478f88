//! Which settings there are, and what each takes. Their values are the parent module's.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use retake_locale::Language;
use retake_protocol::health::MAX_SELECTOR_BYTES;
use retake_protocol::page::ZoomStep;
use retake_protocol::settings::{SYSTEM_LANGUAGE, SettingKind};

use crate::videos::folder;
use crate::videos::name::{self, Pattern};

/// The language of every text (spec L7): a tag, or [`SYSTEM_LANGUAGE`].
pub(super) const LANGUAGE: &str = "language";
/// How large the sidebar's text is, in percent of its own size.
pub(super) const TEXT_SIZE: &str = "text_size";
/// Whether the user's own press on the page begins a session (spec C22).
pub(super) const START_AT_PRESS: &str = "start_at_press";
/// Whether small pictures are kept (spec D2).
pub(super) const KEEP_PICTURES: &str = "keep_pictures";
/// Whether a notification announces a session's end while the window is in the background.
pub(super) const NOTIFICATIONS: &str = "notifications";
/// Whether the extension's keys are removed from the page once they are taken over (spec E4).
pub(super) const CLEAN_UP_EXTENSION: &str = "clean_up_extension";
/// Whether every finished video is saved.
pub(super) const KEEP_VIDEOS: &str = "keep_videos";
/// Whether the image's own file is kept beside a saved video (spec K2).
pub(super) const KEEP_IMAGE_FILES: &str = "keep_image_files";
/// Whether a better file that Grok names later takes a saved one's place (spec N9).
pub(super) const REPLACE_VIDEOS: &str = "replace_videos";
/// Where videos are saved.
pub(super) const VIDEO_FOLDER: &str = "video_folder";
/// Where the page's downloads go; empty: the system's folder for them.
pub(super) const DOWNLOAD_FOLDER: &str = "download_folder";
/// What the user's prompt box is found by; empty: as Retake knows it.
pub(super) const PROMPT_BOX_SELECTOR: &str = "prompt_box_selector";
/// What the user's generate control is found by; empty: as Retake knows it.
pub(super) const GENERATE_CONTROL_SELECTOR: &str = "generate_control_selector";
/// How large the page is shown, in percent of its own size.
pub(super) const PAGE_ZOOM: &str = "page_zoom";
/// What the page's webview calls itself; empty: as the platform does.
pub(super) const USER_AGENT: &str = "user_agent";
/// Whether the page may listen.
pub(super) const ALLOW_MICROPHONE: &str = "allow_microphone";
/// Whether the page may look.
pub(super) const ALLOW_CAMERA: &str = "allow_camera";
/// Whether the page may know where the machine is.
pub(super) const ALLOW_LOCATION: &str = "allow_location";
/// Whether the page may show notifications of its own.
pub(super) const ALLOW_NOTIFICATIONS: &str = "allow_notifications";
/// Whether a sound plays when a session ends or needs the user (spec L8).
pub(super) const SOUND: &str = "sound";
/// Whether the window stays above all others (spec L8).
pub(super) const ALWAYS_ON_TOP: &str = "always_on_top";
/// Whether the page makes no sound (spec L8). Only the webview of Linux can be told so.
pub(super) const MUTE_PAGE: &str = "mute_page";
/// Whether pictures are blurred until they are pointed at (spec L8).
pub(super) const BLUR_PICTURES: &str = "blur_pictures";
/// How saved videos are called.
pub(super) const VIDEO_NAME: &str = "video_name";

/// What a file from outside never sets: what the page may have of this machine, what
/// is pressed in it, as whom, and where files go (spec D6).
pub(super) const OF_THIS_MACHINE: [&str; 9] = [
    ALLOW_MICROPHONE,
    ALLOW_CAMERA,
    ALLOW_LOCATION,
    ALLOW_NOTIFICATIONS,
    PROMPT_BOX_SELECTOR,
    GENERATE_CONTROL_SELECTOR,
    USER_AGENT,
    VIDEO_FOLDER,
    DOWNLOAD_FOLDER,
];

/// How small and how large the page may be, in percent.
const ZOOM_RANGE: std::ops::RangeInclusive<i64> = 30..=300;
/// What one step adds to the page's size, in percent.
const ZOOM_STEP: i64 = 10;

/// In bytes.
const LONGEST_USER_AGENT: usize = 500;

/// One setting.
pub(super) struct Known {
    pub(super) name: &'static str,
    pub(super) default: &'static str,
    pub(super) kind: SettingKind,
    /// Whether a text fits, by its look alone.
    fits: fn(&str) -> Result<()>,
    /// What is tried once when the user sets it.
    pub(super) try_out: fn(&str) -> Result<()>,
}

/// In the order in which the sidebar shows them. The spans are those that are safe on Grok's own
/// page; `--setting`, which is for tests and trials, takes more.
pub(super) const KNOWN: &[Known] = &[
    of_kind(LANGUAGE, SYSTEM_LANGUAGE, SettingKind::Language),
    of_kind(TEXT_SIZE, "100", SettingKind::Percent { from: 75, to: 200 }),
    of_kind(
        PAGE_ZOOM,
        "100",
        SettingKind::Percent { from: *ZOOM_RANGE.start(), to: *ZOOM_RANGE.end() },
    ),
    count("default_max_retries", "3"),
    count("default_video_goal", "1"),
    switch(START_AT_PRESS, "off"),
    span("cooldown_ms", "8000", 3_000, 600_000),
    span("attempt_timeout_ms", "120000", 30_000, 3_600_000),
    span("stale_grace_ms", "10000", 2_000, 600_000),
    span("unresolved_after_ms", "10000", 2_000, 600_000),
    span("queue_idle_ms", "10000", 5_000, 600_000),
    switch(BLUR_PICTURES, "off"),
    switch(KEEP_PICTURES, "on"),
    switch(KEEP_VIDEOS, "off"),
    switch(REPLACE_VIDEOS, "on"),
    switch(KEEP_IMAGE_FILES, "on"),
    folder_of_user(VIDEO_FOLDER),
    Known { fits: is_pattern, ..text(VIDEO_NAME, name::DEFAULT, name::LONGEST_PATTERN) },
    folder_of_user(DOWNLOAD_FOLDER),
    switch(NOTIFICATIONS, "on"),
    switch(SOUND, "off"),
    switch(ALWAYS_ON_TOP, "off"),
    #[cfg(target_os = "linux")]
    switch(MUTE_PAGE, "off"),
    switch(CLEAN_UP_EXTENSION, "off"),
    Known { fits: is_selector, ..text(PROMPT_BOX_SELECTOR, "", MAX_SELECTOR_BYTES) },
    Known { fits: is_selector, ..text(GENERATE_CONTROL_SELECTOR, "", MAX_SELECTOR_BYTES) },
    Known { fits: is_user_agent, ..text(USER_AGENT, "", LONGEST_USER_AGENT) },
    switch(ALLOW_MICROPHONE, "off"),
    switch(ALLOW_CAMERA, "off"),
    switch(ALLOW_LOCATION, "off"),
    switch(ALLOW_NOTIFICATIONS, "off"),
];

const fn of_kind(name: &'static str, default: &'static str, kind: SettingKind) -> Known {
    Known { name, default, kind, fits: anything, try_out: anything }
}

const fn span(name: &'static str, default: &'static str, from: i64, to: i64) -> Known {
    of_kind(name, default, SettingKind::Span { from, to })
}

const fn count(name: &'static str, default: &'static str) -> Known {
    of_kind(name, default, SettingKind::Count { from: 1, to: 50 })
}

const fn switch(name: &'static str, default: &'static str) -> Known {
    of_kind(name, default, SettingKind::Switch)
}

const fn text(name: &'static str, default: &'static str, longest: usize) -> Known {
    of_kind(name, default, SettingKind::Text { longest })
}

const fn folder_of_user(name: &'static str) -> Known {
    Known {
        fits: folder::check,
        try_out: try_out_folder,
        ..of_kind(name, "", SettingKind::Folder { longest: folder::LONGEST_PATH })
    }
}

#[allow(clippy::unnecessary_wraps, reason = "it stands where others refuse")]
fn anything(_: &str) -> Result<()> {
    Ok(())
}

fn is_pattern(text: &str) -> Result<()> {
    match text.parse::<Pattern>() {
        Ok(_) => Ok(()),
        Err(refusal) => bail!("{VIDEO_NAME} can't be `{text}`: {refusal}"),
    }
}

/// Whether it matches anything is the page's to find out; Health shows that.
fn is_selector(text: &str) -> Result<()> {
    ensure!(!text.chars().any(char::is_control), "a selector is one line of text");
    Ok(())
}

/// It becomes a line of a request's head.
fn is_user_agent(text: &str) -> Result<()> {
    let is_line = text.chars().all(|one| one.is_ascii_graphic() || one == ' ');
    ensure!(is_line, "a user agent is one line of plain ASCII letters, digits and signs");
    Ok(())
}

/// The tags of the languages that there are.
fn tags() -> String {
    let tags: Vec<_> = Language::OFFERED.iter().map(|one| format!("`{}`", one.tag())).collect();
    tags.join(", ")
}

fn try_out_folder(text: &str) -> Result<()> {
    if text.is_empty() { Ok(()) } else { folder::prepare(Path::new(text)) }
}

/// The page's size after a step, in percent.
pub(super) fn stepped_zoom(percent: i64, step: ZoomStep) -> i64 {
    let wanted = match step {
        ZoomStep::Larger => percent + ZOOM_STEP,
        ZoomStep::Smaller => percent - ZOOM_STEP,
        ZoomStep::OwnSize => 100,
    };
    wanted.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end())
}

impl Known {
    /// Refuses what the setting does not take, and says what it does.
    pub(super) fn check(&self, value: &str) -> Result<()> {
        let name = self.name;
        let (from, to, unit) = match self.kind {
            SettingKind::Switch => {
                let is_switch = matches!(value, "on" | "off");
                ensure!(is_switch, "{name} is `on` or `off`, not `{value}`");
                return Ok(());
            }
            SettingKind::Language => {
                let is_language = value == SYSTEM_LANGUAGE || Language::with_tag(value).is_some();
                ensure!(is_language, "{name} is `{SYSTEM_LANGUAGE}` or {}, not `{value}`", tags());
                return Ok(());
            }
            SettingKind::Text { longest } | SettingKind::Folder { longest } => {
                ensure!(value.len() <= longest, "{name} is longer than {longest} bytes");
                return (self.fits)(value);
            }
            SettingKind::Span { from, to } => (from, to, " ms"),
            SettingKind::Count { from, to } => (from, to, ""),
            SettingKind::Percent { from, to } => (from, to, " percent"),
        };
        let is_within = value.parse::<i64>().is_ok_and(|number| (from..=to).contains(&number));
        ensure!(is_within, "{name} takes a whole number from {from} to {to}{unit}, not `{value}`");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w6_the_pages_size_goes_by_steps_and_stays_within_its_bounds() {
        for (percent, step, expected) in [
            (100, ZoomStep::Larger, 110),
            (100, ZoomStep::Smaller, 90),
            (300, ZoomStep::Larger, 300),
            (35, ZoomStep::Smaller, 30),
            (170, ZoomStep::OwnSize, 100),
        ] {
            assert_eq!(stepped_zoom(percent, step), expected, "{percent} {step:?}");
        }
    }
}

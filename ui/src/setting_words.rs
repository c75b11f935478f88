//! What each setting is called, what it does, and in which section it stands.

use crate::place::Section;
use crate::words::say;
use retake_locale::{Text, text};

/// What the sidebar says of a setting.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingWords {
    /// What it is called.
    pub label: Text,
    /// What it does, where its name does not say.
    pub hint: Option<Text>,
    /// Where it stands.
    pub section: Section,
}

/// What a setting is called.
pub fn setting_label(name: &str) -> String {
    say(words(name).label)
}

/// What a setting is called, what it does, and where it stands.
pub fn words(name: &str) -> SettingWords {
    let (section, label, hint) = match name {
        "blur_pictures" | "always_on_top" | "mute_page" | "sound" => beside_others(name),
        "text_size" => (Section::Look, text::setting_text_size(), None),
        "page_zoom" => (Section::Look, text::setting_page_zoom(), None),
        "language" => (Section::Look, text::setting_language(), None),
        "keep_pictures" => {
            (Section::Look, text::setting_pictures(), Some(text::setting_pictures_hint()))
        }
        "default_max_retries" => (
            Section::NewImages,
            text::setting_max_retries(),
            Some(text::setting_max_retries_hint()),
        ),
        "default_video_goal" => {
            (Section::NewImages, text::setting_video_goal(), Some(text::setting_video_goal_hint()))
        }
        "start_at_press" => (
            Section::Page,
            text::setting_start_at_press(),
            Some(text::setting_start_at_press_hint()),
        ),
        "cooldown_ms" => {
            (Section::Timing, text::setting_cooldown(), Some(text::setting_cooldown_hint()))
        }
        "attempt_timeout_ms" => {
            (Section::Timing, text::setting_timeout(), Some(text::setting_timeout_hint()))
        }
        "stale_grace_ms" => {
            (Section::Timing, text::setting_grace(), Some(text::setting_grace_hint()))
        }
        "unresolved_after_ms" => {
            (Section::Timing, text::setting_unresolved(), Some(text::setting_unresolved_hint()))
        }
        "queue_idle_ms" => {
            (Section::Timing, text::setting_queue_idle(), Some(text::setting_queue_idle_hint()))
        }
        "keep_videos" => {
            (Section::Saving, text::setting_videos(), Some(text::setting_videos_hint()))
        }
        "replace_videos" => (
            Section::Saving,
            text::setting_replace_videos(),
            Some(text::setting_replace_videos_hint()),
        ),
        "keep_image_files" => {
            (Section::Saving, text::setting_image_files(), Some(text::setting_image_files_hint()))
        }
        "video_folder" => {
            (Section::Saving, text::setting_video_folder(), Some(text::setting_video_folder_hint()))
        }
        "video_name" => {
            (Section::Saving, text::setting_video_name(), Some(text::setting_video_name_hint()))
        }
        "download_folder" => (
            Section::Saving,
            text::setting_download_folder(),
            Some(text::setting_download_folder_hint()),
        ),
        "notifications" => (
            Section::Notifications,
            text::setting_notifications(),
            Some(text::setting_notifications_hint()),
        ),
        "allow_notifications" => (
            Section::Notifications,
            text::setting_page_notifications(),
            Some(text::setting_page_notifications_hint()),
        ),
        "allow_microphone" => (Section::Page, text::setting_microphone(), None),
        "allow_camera" => (Section::Page, text::setting_camera(), None),
        "allow_location" => (Section::Page, text::setting_location(), None),
        "user_agent" => {
            (Section::Advanced, text::setting_user_agent(), Some(text::setting_user_agent_hint()))
        }
        "prompt_box_selector" => {
            (Section::Advanced, text::setting_prompt_box(), Some(text::setting_selector_hint()))
        }
        "generate_control_selector" => (
            Section::Advanced,
            text::setting_generate_control(),
            Some(text::setting_selector_hint()),
        ),
        "clean_up_extension" => {
            (Section::Advanced, text::setting_extension(), Some(text::setting_extension_hint()))
        }
        _ => (Section::Advanced, text::settings_other(), None),
    };
    SettingWords { label, hint, section }
}

/// The settings for who works beside others (spec L8).
fn beside_others(name: &str) -> (Section, Text, Option<Text>) {
    match name {
        "blur_pictures" => (Section::Look, text::setting_blur(), Some(text::setting_blur_hint())),
        "always_on_top" => {
            (Section::Look, text::setting_on_top(), Some(text::setting_on_top_hint()))
        }
        "mute_page" => (Section::Look, text::setting_mute(), None),
        _ => (Section::Notifications, text::setting_sound(), Some(text::setting_sound_hint())),
    }
}

/// What a section is called.
pub fn section_label(section: Section) -> Text {
    match section {
        Section::Look => text::section_look(),
        Section::NewImages => text::section_new_images(),
        Section::Timing => text::section_timing(),
        Section::Saving => text::section_saving(),
        Section::Notifications => text::section_notifications(),
        Section::Page => text::section_page(),
        Section::Advanced => text::section_advanced(),
        Section::Data => text::data(),
        Section::Health => text::health(),
        Section::Shortcuts => text::shortcuts(),
        Section::About => text::section_about(),
    }
}

/// What else a section is found by.
fn section_keywords(section: Section) -> String {
    say(match section {
        Section::Look => text::section_look_words(),
        Section::Page => text::section_page_words(),
        Section::Data => text::section_data_words(),
        Section::Health => text::section_health_words(),
        Section::Shortcuts => text::section_shortcuts_words(),
        Section::About => text::section_about_words(),
        Section::NewImages
        | Section::Timing
        | Section::Saving
        | Section::Notifications
        | Section::Advanced => return String::new(),
    })
}

/// Whether every word of a search stands in what a setting or its section is called.
pub fn setting_matches(name: &str, search: &str) -> bool {
    let SettingWords { label, hint, section } = words(name);
    let hint = hint.map(say).unwrap_or_default();
    holds_all(&[&say(label), &hint, name, &say(section_label(section))], search)
}

/// The same for a section as a whole.
pub fn section_matches(section: Section, search: &str) -> bool {
    holds_all(&[&say(section_label(section)), &section_keywords(section)], search)
}

fn holds_all(texts: &[&str], search: &str) -> bool {
    let text = texts.join(" ").to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l1_a_search_finds_settings_by_all_its_words_in_any_order() {
        assert!(setting_matches("cooldown_ms", "clicks pause"));
        assert!(setting_matches("cooldown_ms", "  TIMING "));
        assert!(!setting_matches("cooldown_ms", "pause folder"));
        assert!(section_matches(Section::Data, "backup"));
        assert!(!section_matches(Section::Look, "backup"));
    }
}

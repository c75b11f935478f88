//! What each setting is called, what it does, and in which section it stands.

use crate::place::Section;

/// What the sidebar says of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettingWords {
    /// What it is called.
    pub label: &'static str,
    /// What it does.
    pub hint: &'static str,
    /// Where it stands.
    pub section: Section,
}

/// What a setting is called.
pub fn setting_label(name: &str) -> &'static str {
    words(name).label
}

/// What a setting is called, what it does, and where it stands.
pub fn words(name: &str) -> SettingWords {
    let (section, label, hint) = match name {
        "blur_pictures" | "always_on_top" | "mute_page" | "sound" => beside_others(name),
        "text_size" => (Section::Look, "Text size", "The sidebar's text."),
        "page_zoom" => (Section::Look, "Page size", "Grok's page."),
        "keep_pictures" => (
            Section::Look,
            "Keep small pictures",
            "So that the history shows them when Grok's links have expired.",
        ),
        "default_max_retries" => {
            (Section::NewImages, "Default max retries", "How many failures a new image accepts.")
        }
        "default_video_goal" => {
            (Section::NewImages, "Default video goal", "How many videos a new image is to give.")
        }
        "cooldown_ms" => (
            Section::Timing,
            "Pause between clicks",
            "Shorter pauses meet Grok's rate limit sooner.",
        ),
        "attempt_timeout_ms" => (
            Section::Timing,
            "Time out after",
            "A session ends when nothing is heard for so long after a click.",
        ),
        "stale_grace_ms" => (
            Section::Timing,
            "Grace period after reload",
            "How long Grok may lack the image before the session ends.",
        ),
        "unresolved_after_ms" => {
            (Section::Timing, "Wait for an image", "How long a page may take to show an image.")
        }
        "queue_idle_ms" => (
            Section::Timing,
            "Queue idle delay",
            "The queue waits this long after your last click or key press.",
        ),
        "keep_videos" => (
            Section::Saving,
            "Save every finished video",
            "Saves each new video with a JSON file of its details. Earlier videos aren't affected.",
        ),
        "video_folder" => (
            Section::Saving,
            "Folder of saved videos",
            "Full path. Leave empty for the videos folder in Retake's data.",
        ),
        "video_name" => (
            Section::Saving,
            "Names of saved videos",
            "From {date}, {time}, {image}, {attempt} and {number}, which counts the image's videos.",
        ),
        "download_folder" => (
            Section::Saving,
            "Folder of the page's downloads",
            "Full path. Leave empty for the system's download folder.",
        ),
        "notifications" => (
            Section::Notifications,
            "Notify me",
            "When a session ends or needs you while Retake is in the background.",
        ),
        "allow_notifications" => (
            Section::Notifications,
            "Let the page notify me",
            "Grok's own notifications, beside Retake's.",
        ),
        "allow_microphone" => (Section::Page, "Microphone", "Let the page use it when it asks."),
        "allow_camera" => (Section::Page, "Camera", "Let the page use it when it asks."),
        "allow_location" => (Section::Page, "Location", "Let the page know it when it asks."),
        "user_agent" => (
            Section::Advanced,
            "User agent",
            "Leave empty for the default. Takes effect after a restart.",
        ),
        "prompt_box_selector" => (
            Section::Advanced,
            "Custom prompt box selector",
            "Set from Health. Leave empty for the default.",
        ),
        "generate_control_selector" => (
            Section::Advanced,
            "Custom Generate button selector",
            "Set from Health. Leave empty for the default.",
        ),
        "clean_up_extension" => (
            Section::Advanced,
            "Remove the extension's entries from the page",
            "Once Retake has imported them. Grok has no use for them.",
        ),
        _ => (Section::Advanced, "Another setting", ""),
    };
    SettingWords { label, hint, section }
}

/// The settings for who works beside others (spec L8).
fn beside_others(name: &str) -> (Section, &'static str, &'static str) {
    match name {
        "blur_pictures" => {
            (Section::Look, "Blur pictures", "Until you point at them or they have the focus.")
        }
        "always_on_top" => {
            (Section::Look, "Keep on top", "The window stays above all other windows.")
        }
        "mute_page" => (Section::Look, "Mute the page", "Grok's page makes no sound."),
        _ => (Section::Notifications, "Play a sound", "When a session ends or needs you."),
    }
}

/// What a section is called.
pub fn section_label(section: Section) -> &'static str {
    match section {
        Section::Look => "Look",
        Section::NewImages => "New images",
        Section::Timing => "Timing",
        Section::Saving => "Saving",
        Section::Notifications => "Notifications",
        Section::Page => "Page",
        Section::Advanced => "Advanced",
        Section::Data => "Data",
        Section::Health => "Health",
        Section::Shortcuts => "Shortcuts",
        Section::About => "About",
    }
}

/// What else a section is found by.
fn section_keywords(section: Section) -> &'static str {
    match section {
        Section::Look => "theme dark light colours",
        Section::Page => "permissions sign out cookies",
        Section::Data => "backup restore export import delete database folder",
        Section::Health => "problems report recording pick button diagnostics",
        Section::Shortcuts => "keys keyboard",
        Section::About => "version licence",
        Section::NewImages
        | Section::Timing
        | Section::Saving
        | Section::Notifications
        | Section::Advanced => "",
    }
}

/// Whether every word of a search stands in what a setting or its section is called.
pub fn setting_matches(name: &str, search: &str) -> bool {
    let SettingWords { label, hint, section } = words(name);
    holds_all(&[label, hint, name, section_label(section)], search)
}

/// The same for a section as a whole.
pub fn section_matches(section: Section, search: &str) -> bool {
    holds_all(&[section_label(section), section_keywords(section)], search)
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

//! Everything that can be done, for the list that Ctrl+K opens (spec L6): a place to go to, and a control
//! to press there, by its `data-testid`.

use crate::hooks::use_shortcuts::{
    BACK, FIND, FORWARD, HELP, RELOAD, SEARCH, SETTINGS, START, STOP, TABS,
};
use crate::place::{Section, Step, Tab};
use crate::setting_words::section_label;
use crate::words::say;
use retake_locale::{Text, text};

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteEntry {
    /// What it is called.
    pub label: String,
    /// Where it is done; `None`: wherever the user is.
    pub step: Option<Step>,
    /// What is pressed, or gets the focus; it must be there and enabled.
    pub target: Option<&'static str>,
    /// Its shortcut.
    pub keys: Option<&'static str>,
}

/// All of them, the most wanted first.
pub fn all() -> Vec<PaletteEntry> {
    let press = |label: Text, target, keys| PaletteEntry {
        label: say(label),
        step: None,
        target: Some(target),
        keys,
    };
    let at = |label: Text, tab, target, keys| PaletteEntry {
        step: Some(Step::Tab(tab)),
        ..press(label, target, keys)
    };
    let go =
        |label: String, step, keys| PaletteEntry { label, step: Some(step), target: None, keys };
    let mut entries = vec![
        press(text::start_hint(), "start", Some(START)),
        press(text::palette_resume(), "resume", Some(START)),
        press(text::shortcut_stop(), "stop", Some(STOP)),
        press(text::palette_pause(), "pause", None),
        press(text::palette_go_on(), "go-on", Some(START)),
        press(text::palette_enqueue(), "enqueue", None),
        at(text::palette_prompt(), Tab::Make, "prompt", None),
        at(text::prompt_from_image(), Tab::Make, "take-over-prompt", None),
        at(text::shortcut_search(), Tab::History, "history-search", Some(SEARCH)),
        at(text::palette_queue_pause(), Tab::Queue, "queue-pause", None),
        at(text::palette_queue_go_on(), Tab::Queue, "queue-go-on", None),
        press(text::palette_copy_id(), "copy-id", None),
        press(text::hint_reload(), "page-reload", Some(RELOAD)),
        press(text::palette_back(), "page-back", Some(BACK)),
        press(text::palette_forward(), "page-forward", Some(FORWARD)),
        press(text::palette_home(), "page-home", None),
        press(text::page_find(), "page-tools", Some(FIND)),
    ];
    for (tab, keys) in Tab::ALL.into_iter().zip(TABS) {
        entries.push(go(say(text::palette_go(tab_name(tab))), Step::Tab(tab), Some(keys)));
    }
    for section in Section::ALL {
        let keys = match section {
            Section::Look => Some(SETTINGS),
            Section::Shortcuts => Some(HELP),
            _ => None,
        };
        let label = say(text::palette_settings(section_label(section)));
        entries.push(go(label, Step::Section(section), keys));
    }
    entries
}

/// Those whose names hold every word of a search, in any order.
pub fn matching(entries: &[PaletteEntry], search: &str) -> Vec<PaletteEntry> {
    let search = search.to_lowercase();
    let holds = |entry: &&PaletteEntry| {
        let label = entry.label.to_lowercase();
        search.split_whitespace().all(|word| label.contains(word))
    };
    entries.iter().filter(holds).cloned().collect()
}

/// What a tab is called.
pub fn tab_name(tab: Tab) -> Text {
    match tab {
        Tab::Make => text::tab_make(),
        Tab::Queue => text::queue(),
        Tab::History => text::history(),
        Tab::Prompts => text::prompts(),
        Tab::Statistics => text::statistics(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l6_what_is_typed_is_looked_for_word_by_word() {
        let names = |search| -> Vec<String> {
            matching(&all(), search).into_iter().map(|entry| entry.label).collect()
        };
        assert_eq!(names("history search"), ["Search history"]);
        assert_eq!(names("DATA"), ["Settings: Data"]);
        assert!(names("unicorn").is_empty());
        assert_eq!(names("").len(), all().len());
    }

    #[test]
    fn l6_every_tab_and_every_section_is_in_the_list() {
        let steps: Vec<Step> = all().into_iter().filter_map(|entry| entry.step).collect();
        for tab in Tab::ALL {
            assert!(steps.contains(&Step::Tab(tab)), "{tab:?}");
        }
        for section in Section::ALL {
            assert!(steps.contains(&Step::Section(section)), "{section:?}");
        }
    }
}

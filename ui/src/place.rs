//! Where the user is in the sidebar: one of the tabs, or a section of the settings over them (spec L1).

/// A tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Limits, prompt, results and log of the image on the page.
    #[default]
    Make,
    /// The images that wait.
    Queue,
    /// Every image that there ever was.
    History,
    /// The prompts.
    Prompts,
    /// What it all adds up to.
    Statistics,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 5] =
        [Self::Make, Self::Queue, Self::History, Self::Prompts, Self::Statistics];

    /// The name in ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Make => "make",
            Self::Queue => "queue",
            Self::History => "history",
            Self::Prompts => "prompts",
            Self::Statistics => "statistics",
        }
    }
}

/// A section of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// Theme and sizes.
    #[default]
    Look,
    /// What a new image begins with.
    NewImages,
    /// Pauses and patience.
    Timing,
    /// Videos and pictures as files.
    Saving,
    /// When Retake calls.
    Notifications,
    /// What the page may do, and signing out.
    Page,
    /// What hardly anybody needs.
    Advanced,
    /// Backups, export, import, deleting.
    Data,
    /// What is found on the page, and what went wrong.
    Health,
    /// The keys.
    Shortcuts,
    /// Which Retake this is.
    About,
}

impl Section {
    /// All of them, in their order.
    pub const ALL: [Self; 11] = [
        Self::Look,
        Self::NewImages,
        Self::Timing,
        Self::Saving,
        Self::Notifications,
        Self::Page,
        Self::Advanced,
        Self::Data,
        Self::Health,
        Self::Shortcuts,
        Self::About,
    ];

    /// The name in ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::NewImages => "new-images",
            Self::Timing => "timing",
            Self::Saving => "saving",
            Self::Notifications => "notifications",
            Self::Page => "page",
            Self::Advanced => "advanced",
            Self::Data => "data",
            Self::Health => "health",
            Self::Shortcuts => "shortcuts",
            Self::About => "about",
        }
    }
}

/// Where the user is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The tab that is shown, or that closing the settings goes back to.
    pub tab: Tab,
    /// The section that is shown, or that opening the settings goes back to.
    pub section: Section,
    /// Whether the settings cover the tabs.
    pub is_in_settings: bool,
}

impl Place {
    /// The tab that can be seen; `None`: the settings cover it.
    pub fn shown_tab(self) -> Option<Tab> {
        (!self.is_in_settings).then_some(self.tab)
    }

    /// The section that can be seen.
    pub fn shown_section(self) -> Option<Section> {
        self.is_in_settings.then_some(self.section)
    }
}

/// A step to another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a tab.
    Tab(Tab),
    /// Into the settings, to the section of last time.
    Settings,
    /// Into the settings, to this section.
    Section(Section),
    /// Back to the tabs.
    Back,
}

impl Place {
    /// The place after a step.
    #[must_use]
    pub fn after(self, step: Step) -> Self {
        match step {
            Step::Tab(tab) => Self { tab, is_in_settings: false, ..self },
            Step::Settings => Self { is_in_settings: true, ..self },
            Step::Section(section) => Self { section, is_in_settings: true, ..self },
            Step::Back => Self { is_in_settings: false, ..self },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l1_the_settings_lead_back_to_the_tab_and_remember_their_section() {
        let history = Place::default().after(Step::Tab(Tab::History));
        let health = history.after(Step::Section(Section::Health));
        assert_eq!((health.shown_tab(), health.shown_section()), (None, Some(Section::Health)));
        let back = health.after(Step::Back);
        assert_eq!((back.shown_tab(), back.shown_section()), (Some(Tab::History), None));
        assert_eq!(back.after(Step::Settings).shown_section(), Some(Section::Health));
    }
}

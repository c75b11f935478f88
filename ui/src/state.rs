//! What the sidebar knows: a reducer without a DOM.

use std::rc::Rc;

use retake_locale::{Text, text};
use retake_protocol::MediaId;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::prompts::KeptPrompt;
use retake_protocol::queue::QueueChange;
use retake_protocol::shell::ShellView;
use retake_protocol::view::{PanelView, Update};
use yew::Reducible;

use crate::drafts::{DraftField, Drafts, prompt_in_box};
use crate::place::{Place, Step, Tab};

/// All that the components share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the session machine knows, as it came last; `None`: nothing came yet.
    pub panel: Option<Rc<PanelView>>,
    /// What the app around it knows, as it came last: before the first panel.
    pub shell: Rc<ShellView>,
    /// The sidebar's own clock when `panel` came, in ms; countdowns go on from here.
    pub received_at: f64,
    /// Counts changes of the history, so that a list knows when to ask again.
    pub history_revision: u32,
    /// Counts how often the whole history became another one.
    pub replacements: u32,
    /// The image that changed last.
    pub last_changed: Option<MediaId>,
    /// What the user is to read, oldest first.
    pub notices: Rc<Vec<Notice>>,
    /// What the user has typed and not sent.
    pub drafts: Rc<Drafts>,
    /// Where the user is.
    pub place: Place,
    /// Counts changes of the settings.
    pub settings_revision: u32,
    /// Counts how often a session ended or came to need the user.
    pub attention: u32,
    next_notice: u32,
}

/// One thing that the user is to read, until it was seen or is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Tells it from the others.
    pub number: u32,
    /// What it says.
    pub about: About,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// A command was refused: why, and what a press can do about it.
    Refused(Text, Option<Remedy>),
    /// Something was done: one sentence each, the first sums up.
    Done(Vec<Text>),
    /// The history of an image is about to be deleted, while that can be undone.
    Forgetting(Named),
    /// Something was removed: what, and how it comes back.
    Removed(Text, Undo),
    /// The last session of an image is resumed as soon as the page shows it.
    Resuming(Named),
}

/// How what was removed comes back.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// These go into the queue again, in this order, at its end.
    Queue(Vec<QueueChange>),
    /// This prompt is kept again.
    Prompt(KeptPrompt),
}

/// An image, and what people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The image.
    pub media_id: MediaId,
    /// Its prompt, else words for an image without one.
    pub name: String,
}

/// What may happen to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A message came, at a time of the sidebar's own clock in ms.
    Received(Update, f64),
    /// The user is to read this.
    Notify(About),
    /// A notice was seen, or is over.
    Seen(u32),
    /// The user goes on: an old refusal is no longer shown.
    RefusalsSeen,
    /// The user typed into a box of an image; `None`: what is in force stands there again.
    Drafted(MediaId, DraftField, Option<String>),
    /// The user goes somewhere in the sidebar.
    Go(Step),
    /// What was removed is there again: lists that show it ask again.
    BroughtBack,
    /// The user wants this prompt in the prompt's box of the image on the page.
    UsePrompt(String),
    /// The user wants this text added to what stands in that box.
    AddToPrompt(String),
}

impl Action {
    /// Something was refused, and only the words tell what helps.
    pub fn refused(message: impl Into<Text>) -> Self {
        Self::Notify(About::Refused(message.into(), None))
    }
}

impl From<CommandError> for Action {
    /// A command was refused.
    fn from(error: CommandError) -> Self {
        Self::Notify(About::Refused(error.message, error.remedy))
    }
}

impl State {
    /// Images whose history is about to be deleted.
    pub fn forgetting(&self) -> Vec<MediaId> {
        let forgetting = self.notices.iter().filter_map(|notice| match &notice.about {
            About::Forgetting(image) => Some(image.media_id.clone()),
            _ => None,
        });
        forgetting.collect()
    }

    fn notify(&mut self, about: About) {
        let notices = Rc::make_mut(&mut self.notices);
        // Said again, it is no second thing to read; of resumes only the last is meant.
        let replaces = |old: &About| match (old, &about) {
            (About::Resuming(_), About::Resuming(_)) => true,
            (About::Forgetting(old), About::Forgetting(new)) => old.media_id == new.media_id,
            (old, new) => old == new,
        };
        notices.retain(|notice| !replaces(&notice.about));
        notices.push(Notice { number: self.next_notice, about });
        self.next_notice = self.next_notice.wrapping_add(1);
    }

    fn forget_notices(&mut self, is_over: impl Fn(&Notice) -> bool) {
        if self.notices.iter().any(&is_over) {
            Rc::make_mut(&mut self.notices).retain(|notice| !is_over(notice));
        }
    }

    /// Puts into the box of the image on the page what `wanted` makes of what stands there.
    fn use_prompt(&mut self, wanted: impl FnOnce(String) -> String) {
        let shown = self.panel.clone();
        let shown = shown.as_ref().and_then(|panel| Some((panel.image.as_ref()?, panel)));
        let Some((shown, panel)) = shown else {
            return self
                .notify(About::Refused(text::prompt_no_image(), Some(Remedy::OpenStartPage)));
        };
        let image = &shown.media_id;
        // While a session runs, its prompt stands in the box, and what was typed stays for later.
        let draft = self.drafts.of(image);
        let standing = draft
            .prompt
            .clone()
            .unwrap_or_else(|| prompt_in_box(Some(shown), panel.session.as_ref(), &draft));
        let prompt = Some(wanted(standing));
        Rc::make_mut(&mut self.drafts).set(image, DraftField::Prompt, prompt);
        // It is seen where it was put.
        self.place = self.place.after(Step::Tab(Tab::Make));
    }
}

/// What a part of a prompt may end with: no comma follows it.
const ENDS_OF_PARTS: [char; 14] =
    [',', '.', ';', ':', '!', '?', '…', '،', '、', '，', '。', '；', '！', '？'];

/// A prompt with a snippet behind it, as one would type them.
fn joined(prompt: &str, snippet: &str) -> String {
    match prompt.trim_end() {
        "" => snippet.to_owned(),
        prompt if prompt.ends_with(ENDS_OF_PARTS) => format!("{prompt} {snippet}"),
        prompt => format!("{prompt}, {snippet}"),
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Received(Update::Panel(panel), at) => {
                state.panel = Some(Rc::new(*panel));
                state.received_at = at;
            }
            Action::Received(Update::Shell(shell), _) => state.shell = Rc::new(*shell),
            Action::Received(Update::HistoryChanged { media_id }, _) => {
                state.history_revision = state.history_revision.wrapping_add(1);
                state.last_changed = Some(media_id);
            }
            Action::Received(Update::HistoryReplaced, _) => {
                state.history_revision = state.history_revision.wrapping_add(1);
                state.replacements = state.replacements.wrapping_add(1);
                state.settings_revision = state.settings_revision.wrapping_add(1);
                state.last_changed = None;
            }
            Action::Received(Update::SettingsChanged, _) => {
                state.settings_revision = state.settings_revision.wrapping_add(1);
            }
            Action::Received(Update::Attention, _) => {
                state.attention = state.attention.wrapping_add(1);
            }
            Action::Notify(about) => {
                if matches!(about, About::Done(_)) {
                    state.forget_notices(|notice| matches!(notice.about, About::Refused(..)));
                }
                state.notify(about);
            }
            Action::Seen(number) => state.forget_notices(|notice| notice.number == number),
            Action::RefusalsSeen => {
                state.forget_notices(|notice| matches!(notice.about, About::Refused(..)));
            }
            Action::Drafted(media_id, field, text) => {
                Rc::make_mut(&mut state.drafts).set(&media_id, field, text);
            }
            Action::Received(Update::MarksChanged, _) | Action::BroughtBack => {
                state.history_revision = state.history_revision.wrapping_add(1);
            }
            Action::Go(step) => state.place = state.place.after(step),
            Action::UsePrompt(prompt) => state.use_prompt(|_| prompt),
            Action::AddToPrompt(snippet) => {
                state.use_prompt(|standing| joined(&standing, &snippet));
            }
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use retake_protocol::view::{ImageView, PageView, Totals};
    use retake_protocol::{PostId, Preferences};

    use super::*;

    fn media(id: &str) -> MediaId {
        MediaId::new(id).unwrap()
    }

    fn named(id: &str) -> Named {
        Named { media_id: media(id), name: id.to_owned() }
    }

    /// A state in which the page shows this image.
    fn showing(id: &str) -> Rc<State> {
        let image = ImageView {
            media_id: media(id),
            original_prompt: None,
            preferences: Preferences::default(),
            totals: Totals::default(),
        };
        let page = PageView::Image { post_id: PostId::new(id).unwrap() };
        let panel = PanelView { page, image: Some(image), ..PanelView::default() };
        Rc::new(State { panel: Some(Rc::new(panel)), ..State::default() })
    }

    fn reduce(state: Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        actions.into_iter().fold(state, Reducible::reduce)
    }

    #[test]
    fn a_refusal_stays_until_it_was_seen_and_changes_nothing_else() {
        let state = Rc::new(State { history_revision: 3, ..State::default() });
        let refused = state.reduce(Action::refused("no image"));
        let [notice] = &refused.notices[..] else { panic!("one notice: {refused:?}") };
        assert_eq!(notice.about, About::Refused("no image".into(), None));
        let number = notice.number;
        let seen = refused.reduce(Action::Seen(number));
        assert!(seen.notices.is_empty());
        assert_eq!(seen.history_revision, 3);
    }

    #[test]
    fn of_two_deletions_each_can_be_undone() {
        let forget = |id| Action::Notify(About::Forgetting(named(id)));
        let both = reduce(Rc::new(State::default()), [forget("lake"), forget("hill")]);
        assert_eq!(both.forgetting(), [media("lake"), media("hill")]);
        let first = both.notices[0].number;
        assert_eq!(both.reduce(Action::Seen(first)).forgetting(), [media("hill")]);
    }

    #[test]
    fn a_notice_that_is_said_again_is_one_notice() {
        let twice = [Action::refused("no image"), Action::refused("no image")];
        assert_eq!(reduce(Rc::new(State::default()), twice).notices.len(), 1);
        let resume = |id| Action::Notify(About::Resuming(named(id)));
        let state = reduce(Rc::new(State::default()), [resume("lake"), resume("hill")]);
        assert_eq!(state.notices.len(), 1, "of two resumes the last is meant");
    }

    #[test]
    fn l3_a_prompt_that_is_used_is_put_into_the_image_on_the_page_and_no_other() {
        let used = showing("lake").reduce(Action::UsePrompt("slow pan".into()));
        assert_eq!(used.drafts.of(&media("lake")).prompt.as_deref(), Some("slow pan"));
        assert_eq!(used.drafts.of(&media("hill")).prompt, None);
        let none = Rc::new(State::default()).reduce(Action::UsePrompt("slow pan".into()));
        assert!(
            matches!(&none.notices[0].about, About::Refused(why, _) if why == &text::prompt_no_image())
        );
    }

    #[test]
    fn q3_a_prompt_is_added_to_what_stands_in_the_box() {
        for (standing, added) in [
            (None, "slow pan"),
            (Some("mountain lake"), "mountain lake, slow pan"),
            (Some("mountain lake, "), "mountain lake, slow pan"),
            (Some("A mountain lake."), "A mountain lake. slow pan"),
            (Some("山の湖。"), "山の湖。 slow pan"),
        ] {
            let typed = standing.map(|text| {
                Action::Drafted(media("lake"), DraftField::Prompt, Some(text.to_owned()))
            });
            let actions = typed.into_iter().chain([Action::AddToPrompt("slow pan".into())]);
            let state = reduce(showing("lake"), actions);
            assert_eq!(state.drafts.of(&media("lake")).prompt.as_deref(), Some(added));
        }
    }

    #[test]
    fn l5_what_helps_after_an_error_stays_with_it() {
        let error = CommandError::failed("busy").with_remedy(Remedy::ReloadPage);
        let told = Rc::new(State::default()).reduce(error.into());
        let about = &told.notices[0].about;
        assert_eq!(*about, About::Refused("busy".into(), Some(Remedy::ReloadPage)));
    }

    #[test]
    fn a_changed_history_counts_up() {
        let update = Update::HistoryChanged { media_id: media("lake") };
        let state = Rc::new(State::default()).reduce(Action::Received(update, 5.0));
        assert_eq!((state.history_revision, state.last_changed.clone()), (1, Some(media("lake"))));
    }
}

//! The bounds that the user sets: max retries, video goal, auto-retry. A change takes effect at
//! once, also in a running session; one that would end the session asks first (spec C17).

use retake_locale::text;
use retake_protocol::command::SetPreferences;
use retake_protocol::view::{ImageView, SessionView};
use retake_protocol::{MediaId, Preferences};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::stepper::Stepper;
use crate::drafts::{Draft, DraftField, running};
use crate::format::bound;
use crate::hooks::use_shortcuts::CLOSE;
use crate::state::Action;
use crate::words::say;

/// The image that the bounds are for.
#[derive(PartialEq, Properties)]
pub struct BoundsProps {
    /// `None`: not known yet, and nothing can be changed (spec B2).
    pub image: Option<ImageView>,
    /// Its session: a running one has bounds of its own, as after a resume.
    pub session: Option<SessionView>,
    /// What was typed for the image.
    pub draft: Draft,
}

/// Max retries and video goal in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// 1–50.
    pub max_retries: u32,
    /// 1–50.
    pub video_goal: u32,
}

impl InForce {
    /// Those of the running session, else the image's preferences.
    pub fn of(image: Option<&ImageView>, session: Option<&SessionView>) -> Self {
        let default = Preferences::default();
        let preferences = image.map_or(&default, |image| &image.preferences);
        match running(session) {
            Some(session) => {
                Self { max_retries: session.max_retries, video_goal: session.video_goal }
            }
            None => {
                Self { max_retries: preferences.max_retries, video_goal: preferences.video_goal }
            }
        }
    }

    /// With what was typed for them; `None`: a box holds no number that could hold.
    pub fn with(self, draft: &Draft) -> Option<Self> {
        let typed = |text: &Option<String>, in_force: u32| match text {
            Some(text) => bound(text).ok(),
            None => Some(in_force),
        };
        Some(Self {
            max_retries: typed(&draft.max_retries, self.max_retries)?,
            video_goal: typed(&draft.video_goal, self.video_goal)?,
        })
    }

    /// Whether a running session would end at once by these (spec C6).
    fn end(self, session: &SessionView) -> bool {
        session.videos_generated >= self.video_goal || session.failures > self.max_retries
    }
}

/// The bounds.
#[component]
pub fn Bounds(props: &BoundsProps) -> Html {
    let dispatcher = use_dispatcher();
    // The change that would end the session, until the user has answered.
    let asked = use_state(|| None::<(DraftField, u32)>);
    let media_id = props.image.as_ref().map(|image| image.media_id.clone());
    let in_force = InForce::of(props.image.as_ref(), props.session.as_ref());
    let auto_retry = props.image.as_ref().is_none_or(|image| image.preferences.auto_retry);
    let disabled = media_id.is_none();
    let change = |field: DraftField| {
        let (asked, session) = (asked.clone(), running(props.session.as_ref()).cloned());
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        Callback::from(move |number: u32| {
            let Some(media_id) = media_id.clone() else { return };
            let would_end = session.as_ref().is_some_and(|session| {
                !in_force.end(session) && changed(in_force, field, number).end(session)
            });
            if would_end {
                asked.set(Some((field, number)));
            } else {
                asked.set(None);
                set(&dispatcher, media_id, field, number);
            }
        })
    };
    let ondraft = |field: DraftField| {
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        Callback::from(move |text: Option<String>| {
            if let Some(media_id) = media_id.clone() {
                dispatcher.dispatch(Action::Drafted(media_id, field, text));
            }
        })
    };
    let set_auto_retry = {
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        Callback::from(move |event: Event| {
            let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let change = SetPreferences {
                media_id: media_id.clone(),
                auto_retry: Some(is_on),
                ..SetPreferences::default()
            };
            run(&dispatcher, async move { backend::set_preferences(&change).await });
        })
    };
    let number = |label: String, test_id: &'static str, field: DraftField, value: u32| {
        let draft = props.draft.get(field).map(str::to_owned);
        html! {
            <Stepper {label} {test_id} {value} {draft} {disabled} ondraft={ondraft(field)}
                onchange={change(field)} />
        }
    };
    html! {
        <div class="bounds">
            { number(say(text::max_retries()), "max-retries", DraftField::MaxRetries, in_force.max_retries) }
            { number(say(text::video_goal()), "video-goal", DraftField::VideoGoal, in_force.video_goal) }
            <label class="switch">
                <input type="checkbox" role="switch" data-testid="auto-retry" {disabled}
                    checked={auto_retry && !disabled} onchange={set_auto_retry} />
                <span>{ say(text::auto_retry()) }</span>
            </label>
            if let (Some((field, number)), Some(media_id)) = (*asked, media_id) {
                { question(&dispatcher, &asked, media_id, field, number) }
            }
        </div>
    }
}

fn changed(in_force: InForce, field: DraftField, number: u32) -> InForce {
    match field {
        DraftField::MaxRetries => InForce { max_retries: number, ..in_force },
        DraftField::VideoGoal => InForce { video_goal: number, ..in_force },
        DraftField::Prompt => in_force,
    }
}

/// Has a bound hold. One that is refused gives its box back to what is in force.
fn set(dispatcher: &Dispatcher, media_id: MediaId, field: DraftField, number: u32) {
    let mut change =
        SetPreferences { media_id: Some(media_id.clone()), ..SetPreferences::default() };
    match field {
        DraftField::MaxRetries => change.max_retries = Some(number),
        DraftField::VideoGoal => change.video_goal = Some(number),
        DraftField::Prompt => return,
    }
    let dispatcher = dispatcher.clone();
    spawn_local(async move {
        match backend::set_preferences(&change).await {
            Ok(()) => dispatcher.dispatch(Action::RefusalsSeen),
            Err(error) => {
                dispatcher.dispatch(Action::Drafted(media_id, field, None));
                dispatcher.dispatch(error.into());
            }
        }
    });
}

fn question(
    dispatcher: &Dispatcher,
    asked: &UseStateHandle<Option<(DraftField, u32)>>,
    media_id: MediaId,
    field: DraftField,
    number: u32,
) -> Html {
    let keep = {
        let (dispatcher, asked, media_id) = (dispatcher.clone(), asked.clone(), media_id.clone());
        Callback::from(move |_: MouseEvent| {
            asked.set(None);
            dispatcher.dispatch(Action::Drafted(media_id.clone(), field, None));
        })
    };
    let end = {
        let (dispatcher, asked) = (dispatcher.clone(), asked.clone());
        Callback::from(move |_: MouseEvent| {
            asked.set(None);
            set(&dispatcher, media_id.clone(), field, number);
        })
    };
    let words = match field {
        DraftField::VideoGoal => say(text::limits_end_goal(number)),
        _ => say(text::limits_end_retries(number)),
    };
    html! {
        <div class="question" role="alertdialog" aria-label={say(text::limits_end_title())}
            data-testid="bounds-question">
            <p>{ words }</p>
            <button class="button" data-testid="bounds-keep" onclick={keep}
                aria-keyshortcuts={CLOSE}>{ say(text::limits_end_no()) }</button>
            <button class="button button-danger" data-testid="bounds-end" onclick={end}>
                { say(text::limits_end_yes()) }
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c17_a_box_that_holds_no_number_has_nothing_in_force() {
        let in_force = InForce { max_retries: 3, video_goal: 1 };
        let draft = |text: &str| Draft { max_retries: Some(text.into()), ..Draft::default() };
        assert_eq!(in_force.with(&Draft::default()), Some(in_force));
        assert_eq!(in_force.with(&draft("12")).map(|typed| typed.max_retries), Some(12));
        for text in ["", "51", "three"] {
            assert_eq!(in_force.with(&draft(text)), None, "{text:?}");
        }
    }
}

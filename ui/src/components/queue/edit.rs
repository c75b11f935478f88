//! The boxes in which an entry of the queue is edited where it stands (spec M6). Nothing changes before
//! they are saved.

use retake_locale::{Text, text};
use retake_protocol::Prompt;
use retake_protocol::queue::{QueueChange, QueueEntryView};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::backend;
use crate::commands::use_dispatcher;
use crate::components::stepper::Stepper;
use crate::format::bound;
use crate::hooks::use_shortcuts::CLOSE;
use crate::words::say;

/// The entry.
#[derive(PartialEq, Properties)]
pub(super) struct EditProps {
    /// As it was when it was opened.
    pub(super) entry: QueueEntryView,
    /// Called when it was saved or left as it was.
    pub(super) close: Callback<()>,
}

/// What stands in the boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed {
    prompt: String,
    max_retries: String,
    video_goal: String,
}

impl Typed {
    fn of(entry: &QueueEntryView) -> Self {
        Self {
            prompt: entry.prompt.as_str().to_owned(),
            max_retries: entry.max_retries.to_string(),
            video_goal: entry.video_goal.to_string(),
        }
    }

    /// What it changes an entry to; `None`: a box holds no number that could hold.
    fn change(&self, entry: &QueueEntryView) -> Option<QueueChange> {
        Some(QueueChange::Edit {
            entry_id: entry.entry_id,
            prompt: Prompt::new(self.prompt.as_str()),
            max_retries: bound(&self.max_retries).ok()?,
            video_goal: bound(&self.video_goal).ok()?,
        })
    }
}

/// The boxes.
#[component]
pub(super) fn Edit(props: &EditProps) -> Html {
    let dispatcher = use_dispatcher();
    let typed = use_state(|| Typed::of(&props.entry));
    let first = use_node_ref();
    {
        let first = first.clone();
        use_effect_with((), move |()| {
            if let Some(first) = first.cast::<HtmlElement>() {
                let _focused = first.focus();
            }
        });
    }
    let change = typed.change(&props.entry);
    let can_save = change.is_some();
    let save = {
        let close = props.close.clone();
        Callback::from(move |_: MouseEvent| {
            let (Some(change), close) = (change.clone(), close.clone()) else { return };
            let dispatcher = dispatcher.clone();
            spawn_local(async move {
                match backend::change_queue(&change).await {
                    Ok(()) => close.emit(()),
                    Err(error) => dispatcher.dispatch(error.into()),
                }
            });
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let prompt = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            typed.set(Typed { prompt, ..(*typed).clone() });
        })
    };
    let cancel = props.close.reform(|_: MouseEvent| ());
    html! {
        <div class="queue-edit" role="group" aria-label={say(text::queue_edit())}>
            <label class="unseen" for="queue-prompt">{ say(text::prompt()) }</label>
            <textarea id="queue-prompt" data-testid="queue-prompt" rows="3" ref={first} {oninput}
                value={typed.prompt.clone()} placeholder={say(text::prompt_empty())} />
            { number(&typed, text::max_retries(), "queue-max-retries", |one| &mut one.max_retries) }
            { number(&typed, text::video_goal(), "queue-video-goal", |one| &mut one.video_goal) }
            if props.entry.goes_on {
                <p class="hint">{ say(text::queue_edit_starts_over()) }</p>
            }
            <div class="buttons">
                <button class="button button-main" data-testid="queue-save" onclick={save}
                    disabled={!can_save}>{ say(text::prompt_name_save()) }</button>
                <button class="button" data-testid="queue-cancel" onclick={cancel}
                    aria-keyshortcuts={CLOSE}>{ say(text::cancel()) }</button>
            </div>
        </div>
    }
}

/// One of the numbers; `text_of` finds its box's text.
fn number(
    typed: &UseStateHandle<Typed>,
    label: Text,
    test_id: &'static str,
    text_of: fn(&mut Typed) -> &mut String,
) -> Html {
    let text = text_of(&mut (**typed).clone()).clone();
    let set = {
        let typed = typed.clone();
        move |text: String| {
            let mut next = (*typed).clone();
            *text_of(&mut next) = text;
            typed.set(next);
        }
    };
    let value = bound(&text).unwrap_or(1);
    let ondraft = {
        let set = set.clone();
        Callback::from(move |text: Option<String>| text.into_iter().for_each(&set))
    };
    let onchange = Callback::from(move |number: u32| set(number.to_string()));
    html! {
        <Stepper label={say(label)} {test_id} {value} draft={text} disabled=false {ondraft} {onchange} />
    }
}

#[cfg(test)]
mod tests {
    use retake_protocol::{MediaId, QueueEntryId};

    use super::*;

    #[test]
    fn m6_what_is_out_of_range_can_not_be_saved() {
        let entry = QueueEntryView {
            entry_id: QueueEntryId(4),
            media_id: MediaId::new("lake").unwrap(),
            original_prompt: None,
            prompt: Prompt::new("slow pan"),
            max_retries: 3,
            video_goal: 1,
            goes_on: false,
        };
        let typed = Typed { video_goal: "2".into(), ..Typed::of(&entry) };
        let expected = QueueChange::Edit {
            entry_id: QueueEntryId(4),
            prompt: Prompt::new("slow pan"),
            max_retries: 3,
            video_goal: 2,
        };
        assert_eq!(typed.change(&entry), Some(expected));
        for text in ["", "0", "51", "two"] {
            let typed = Typed { max_retries: text.into(), ..Typed::of(&entry) };
            assert_eq!(typed.change(&entry), None, "{text:?}");
        }
    }
}

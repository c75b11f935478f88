//! A number from 1 to 50 with a button on each side. What is being typed is not a number yet: it holds
//! on Enter, on leaving the box, or by a step. What is out of range is refused in place, with the range,
//! and the last good value stays in force (spec C17).

use retake_locale::text;
use retake_protocol::Preferences;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::format::bound;
use crate::words::say;

/// One number.
#[derive(PartialEq, Properties)]
pub struct StepperProps {
    /// What it is called.
    pub label: AttrValue,
    /// The name that tests rely on.
    pub test_id: AttrValue,
    /// The value in force.
    pub value: u32,
    /// What stands in the box instead, where the user has typed or stepped.
    pub draft: Option<String>,
    /// Whether it can't be changed now.
    pub disabled: bool,
    /// Called with what stands in the box; `None`: the value in force again.
    pub ondraft: Callback<Option<String>>,
    /// Called with each good number that holds from now on.
    pub onchange: Callback<u32>,
}

/// The number and its buttons.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    {
        // What was entered is in force by now: the box shows that.
        let ondraft = props.ondraft.clone();
        let is_in_force = props.draft.as_deref().and_then(|text| bound(text).ok());
        let is_in_force = is_in_force == Some(props.value);
        use_effect_with((is_in_force, props.value), move |(is_in_force, _)| {
            if *is_in_force {
                ondraft.emit(None);
            }
        });
    }
    let oninput = props.ondraft.reform(|event: InputEvent| {
        Some(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let hold = {
        let (ondraft, onchange) = (props.ondraft.clone(), props.onchange.clone());
        move |text: String| {
            if let Ok(number) = bound(&text) {
                onchange.emit(number);
            }
            ondraft.emit(Some(text));
        }
    };
    let onchange = {
        let hold = hold.clone();
        Callback::from(move |event: Event| {
            hold(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let text = props.draft.clone().unwrap_or_else(|| props.value.to_string());
    let number = bound(&text).unwrap_or(props.value);
    let message = bound(&text).err();
    let step = |by: i64| {
        let hold = hold.clone();
        let next = i64::from(number) + by;
        Callback::from(move |_: MouseEvent| hold(next.to_string()))
    };
    let (least, most) = Preferences::RANGE.into_inner();
    let hint_id = format!("{}-hint", props.test_id);
    html! {
        <div class="field stepper-field">
            <label for={props.test_id.clone()}>{ &props.label }</label>
            <div class="stepper">
                <button class="stepper-button" type="button" onclick={step(-1)}
                    aria-label={say(text::number_fewer(props.label.as_str()))}
                    disabled={props.disabled || number <= least}>{ Icon::Minus.html() }</button>
                <input id={props.test_id.clone()} data-testid={props.test_id.clone()} type="number"
                    inputmode="numeric" min={least.to_string()} max={most.to_string()} step="1"
                    value={text} {oninput} {onchange} disabled={props.disabled}
                    aria-invalid={message.is_some().to_string()}
                    aria-describedby={hint_id.clone()} />
                <button class="stepper-button" type="button" onclick={step(1)}
                    aria-label={say(text::number_more(props.label.as_str()))}
                    disabled={props.disabled || number >= most}>{ Icon::Plus.html() }</button>
            </div>
            <span id={hint_id} class="field-error" role="alert">{ message.unwrap_or_default() }</span>
        </div>
    }
}

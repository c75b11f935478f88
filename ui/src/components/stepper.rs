//! A number from 1 to 50 with a button on each side. What is out of range is refused in place,
//! with the range, and the last good value stays in force (spec C17).

use retake_protocol::Preferences;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::format::bound;

/// One number.
#[derive(PartialEq, Properties)]
pub struct StepperProps {
    /// What it is called.
    pub label: AttrValue,
    /// The name that tests rely on.
    pub test_id: AttrValue,
    /// The value in force.
    pub value: u32,
    /// Whether it can't be changed now.
    pub disabled: bool,
    /// Called with each new good value.
    pub onchange: Callback<u32>,
}

/// The number and its buttons.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    // What was typed or stepped to, until the engine's answer brings the same. Without it a
    // keystroke that comes before the answer would be added to the old number.
    let entered = use_state(|| None::<String>);
    {
        let entered = entered.clone();
        use_effect_with(props.value, move |value| {
            if entered.as_ref().and_then(|text| bound(text).ok()) == Some(*value) {
                entered.set(None);
            }
        });
    }
    let enter = {
        let entered = entered.clone();
        let onchange = props.onchange.clone();
        move |text: String| {
            if let Ok(number) = bound(&text) {
                onchange.emit(number);
            }
            entered.set(Some(text));
        }
    };
    let oninput = {
        let enter = enter.clone();
        Callback::from(move |event: InputEvent| {
            enter(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let text = entered.as_ref().map_or_else(|| props.value.to_string(), Clone::clone);
    let number = bound(&text).unwrap_or(props.value);
    let message = bound(&text).err();
    let step = |by: i64| {
        let enter = enter.clone();
        let next = i64::from(number) + by;
        Callback::from(move |_: MouseEvent| enter(next.to_string()))
    };
    let (least, most) = Preferences::RANGE.into_inner();
    let hint_id = format!("{}-hint", props.test_id);
    html! {
        <div class="field stepper-field">
            <label for={props.test_id.clone()}>{ &props.label }</label>
            <div class="stepper">
                <button class="stepper-button" type="button" onclick={step(-1)}
                    aria-label={format!("Fewer: {}", props.label)}
                    disabled={props.disabled || number <= least}>{ Icon::Minus.html() }</button>
                <input id={props.test_id.clone()} data-testid={props.test_id.clone()} type="number"
                    inputmode="numeric" min={least.to_string()} max={most.to_string()} step="1"
                    value={text} {oninput} disabled={props.disabled}
                    aria-invalid={message.is_some().to_string()}
                    aria-describedby={hint_id.clone()} />
                <button class="stepper-button" type="button" onclick={step(1)}
                    aria-label={format!("More: {}", props.label)}
                    disabled={props.disabled || number >= most}>{ Icon::Plus.html() }</button>
            </div>
            <span id={hint_id} class="field-error" role="alert">{ message.unwrap_or_default() }</span>
        </div>
    }
}

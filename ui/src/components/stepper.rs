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
    // What is typed and not good; a good text is the value itself.
    let refused = use_state(|| None::<(String, String)>);
    {
        let refused = refused.clone();
        use_effect_with(props.value, move |_| refused.set(None));
    }
    let take = {
        let refused = refused.clone();
        let onchange = props.onchange.clone();
        let value = props.value;
        move |text: String| match bound(&text) {
            Ok(number) => {
                refused.set(None);
                if number != value {
                    onchange.emit(number);
                }
            }
            Err(message) => refused.set(Some((text, message))),
        }
    };
    let oninput = {
        let take = take.clone();
        Callback::from(move |event: InputEvent| {
            take(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let step = |by: i64| {
        let take = take.clone();
        let next = i64::from(props.value) + by;
        Callback::from(move |_: MouseEvent| take(next.to_string()))
    };
    let (least, most) = Preferences::RANGE.into_inner();
    let hint_id = format!("{}-hint", props.test_id);
    let text = refused.as_ref().map_or_else(|| props.value.to_string(), |(text, _)| text.clone());
    let message = refused.as_ref().map(|(_, message)| message.clone());
    html! {
        <div class="field stepper-field">
            <label for={props.test_id.clone()}>{ &props.label }</label>
            <div class="stepper">
                <button class="stepper-button" type="button" onclick={step(-1)}
                    aria-label={format!("Fewer: {}", props.label)}
                    disabled={props.disabled || props.value <= least}>{ Icon::Minus.html() }</button>
                <input id={props.test_id.clone()} data-testid={props.test_id.clone()} type="number"
                    inputmode="numeric" min={least.to_string()} max={most.to_string()} step="1"
                    value={text} {oninput} disabled={props.disabled}
                    aria-invalid={message.is_some().to_string()}
                    aria-describedby={hint_id.clone()} />
                <button class="stepper-button" type="button" onclick={step(1)}
                    aria-label={format!("More: {}", props.label)}
                    disabled={props.disabled || props.value >= most}>{ Icon::Plus.html() }</button>
            </div>
            <span id={hint_id} class="field-error" role="alert">{ message.unwrap_or_default() }</span>
        </div>
    }
}

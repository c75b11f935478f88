//! A button for what can't be taken back: it asks first, and names what goes.

use retake_locale::text;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::hooks::use_shortcuts::CLOSE;
use crate::words::say;

/// The button and its question.
#[derive(PartialEq, Properties)]
pub struct ConfirmProps {
    /// What the button says.
    pub label: AttrValue,
    /// The name that tests rely on; the answer's is `<test_id>-confirm`.
    pub test_id: AttrValue,
    /// What is asked.
    pub question: AttrValue,
    /// What the button that does it says.
    pub confirm: AttrValue,
    /// What stands before that.
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Whether it can't be done now.
    #[prop_or_default]
    pub disabled: bool,
    /// Called when the question is asked.
    #[prop_or_default]
    pub onask: Callback<()>,
    /// What else the user decides with it.
    #[prop_or_default]
    pub children: Html,
    /// Called when the user means it.
    pub action: Callback<()>,
}

/// The button; pressed, the question with its two answers.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let is_asking = use_state(|| false);
    let keep = use_node_ref();
    {
        let keep = keep.clone();
        use_effect_with(*is_asking, move |is_asking| {
            // The harmless answer has the focus.
            if *is_asking && let Some(button) = keep.cast::<web_sys::HtmlElement>() {
                let _focused = button.focus();
            }
        });
    }
    let ask = {
        let is_asking = is_asking.clone();
        let onask = props.onask.clone();
        Callback::from(move |_: MouseEvent| {
            is_asking.set(true);
            onask.emit(());
        })
    };
    let no = {
        let is_asking = is_asking.clone();
        Callback::from(move |_: MouseEvent| is_asking.set(false))
    };
    let yes = {
        let is_asking = is_asking.clone();
        let action = props.action.clone();
        Callback::from(move |_: MouseEvent| {
            is_asking.set(false);
            action.emit(());
        })
    };
    if !*is_asking {
        return html! {
            <button class="button button-plain button-danger" data-testid={props.test_id.clone()}
                onclick={ask} disabled={props.disabled}>
                if let Some(icon) = props.icon {
                    { icon.html() }
                }
                { &props.label }
            </button>
        };
    }
    html! {
        <div class="question" role="group" aria-label={props.question.clone()}>
            <p>{ &props.question }</p>
            { props.children.clone() }
            <button class="button" ref={keep} onclick={no} aria-keyshortcuts={CLOSE}>{ say(text::cancel()) }</button>
            <button class="button button-danger" onclick={yes}
                data-testid={format!("{}-confirm", props.test_id)}>{ &props.confirm }</button>
        </div>
    }
}

//! A box for a text or a number that holds on Enter or on leaving it.
//!
//! What is typed stands until then, whatever else the sidebar draws until then: without that, an answer
//! about another box would put the old value back under the user's fingers.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The box.
#[derive(PartialEq, Properties)]
pub struct TextBoxProps {
    /// For its label.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The name that tests rely on.
    #[prop_or_default]
    pub test_id: Option<AttrValue>,
    /// `text` or `number`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// The value in force.
    pub value: AttrValue,
    /// Called with a text that holds from now on.
    pub onchange: Callback<String>,
    /// What else the input is given.
    #[prop_or_default]
    pub class: Classes,
    /// What a screen reader calls it, where no label does.
    #[prop_or_default]
    pub aria_label: Option<AttrValue>,
    /// What shows while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The longest text, in characters.
    #[prop_or_default]
    pub maxlength: Option<AttrValue>,
    /// Of a number: the least.
    #[prop_or_default]
    pub min: Option<AttrValue>,
    /// Of a number: the greatest.
    #[prop_or_default]
    pub max: Option<AttrValue>,
    /// Of a number: one step.
    #[prop_or_default]
    pub step: Option<AttrValue>,
    /// Whether it can't be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// What was typed since the value in force was shown.
#[derive(Clone, Debug, Default, PartialEq)]
enum Typed {
    #[default]
    Nothing,
    /// It does not hold yet.
    Open(String),
    /// It was handed on; a value that is refused stays in its box.
    Handed(String),
}

/// The box.
#[component]
pub fn TextBox(props: &TextBoxProps) -> Html {
    let typed = use_state(Typed::default);
    // The cleanup below must see what is typed at that moment.
    let latest = use_mut_ref(Typed::default);
    let onchange = use_mut_ref(|| props.onchange.clone());
    (*onchange.borrow_mut()).clone_from(&props.onchange);
    let set = {
        let (typed, latest) = (typed.clone(), latest.clone());
        move |to: Typed| {
            (*latest.borrow_mut()).clone_from(&to);
            typed.set(to);
        }
    };
    {
        let (set, latest) = (set.clone(), latest.clone());
        use_effect_with(props.value.clone(), move |_| {
            if matches!(*latest.borrow(), Typed::Handed(_)) {
                set(Typed::Nothing);
            }
        });
    }
    {
        let (latest, onchange) = (latest, onchange.clone());
        use_effect_with((), move |()| {
            move || {
                // The box goes while the user is in it: what was typed still holds.
                if let Typed::Open(text) = &*latest.borrow() {
                    onchange.borrow().emit(text.clone());
                }
            }
        });
    }
    let text_of = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| set(Typed::Open(text_of(&event))))
    };
    let hold = Callback::from(move |event: Event| {
        let text = text_of(&event);
        set(Typed::Handed(text.clone()));
        onchange.borrow().emit(text);
    });
    let text = match &*typed {
        Typed::Nothing => props.value.clone(),
        Typed::Open(text) | Typed::Handed(text) => AttrValue::from(text.clone()),
    };
    html! {
        <input id={props.id.clone()} data-testid={props.test_id.clone()} type={props.kind.clone()}
            class={props.class.clone()} aria-label={props.aria_label.clone()}
            placeholder={props.placeholder.clone()} maxlength={props.maxlength.clone()}
            min={props.min.clone()} max={props.max.clone()} step={props.step.clone()} value={text}
            spellcheck="false" autocomplete="off" disabled={props.disabled} {oninput}
            onchange={hold} />
    }
}

//! One setting: its name, its box, what it does, and the way back to its default. A change holds at
//! once; a value that is refused stays in its box, with the reason.

use retake_protocol::settings::{SettingKind, SettingView};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::components::text_box::TextBox;
use crate::setting_words::{SettingWords, words};

/// One of the settings.
#[derive(PartialEq, Properties)]
pub struct SettingProps {
    /// The setting.
    pub setting: SettingView,
    /// Called with all settings after a change.
    pub took: Callback<Vec<SettingView>>,
}

/// Its row.
#[component]
pub fn Setting(props: &SettingProps) -> Html {
    let refusal = use_state(|| None::<String>);
    let set = {
        let (refusal, took, name) =
            (refusal.clone(), props.took.clone(), props.setting.name.clone());
        Callback::from(move |value: String| {
            let (refusal, took, name) = (refusal.clone(), took.clone(), name.clone());
            spawn_local(async move {
                match backend::set_setting(&name, &value).await {
                    Ok(all) => {
                        refusal.set(None);
                        took.emit(all);
                    }
                    Err(error) => refusal.set(Some(error.message)),
                }
            });
        })
    };
    let setting = &props.setting;
    let SettingWords { label, hint, .. } = words(&setting.name);
    let id = format!("setting-{}", setting.name);
    html! {
        <div class="setting" data-testid={id.clone()}>
            { match setting.kind {
                SettingKind::Switch => switch(setting, label, &set),
                SettingKind::Count { from, to } | SettingKind::Percent { from, to } => {
                    number(setting, &id, label, (from, to, 1), &set)
                }
                SettingKind::Text { longest } => text(setting, &id, label, longest, &set),
                SettingKind::Span { from, to } => {
                    number(setting, &id, label, (from, to, MS_IN_SECOND), &set)
                }
            } }
            <p class="hint">
                { hint }
                if setting.value != setting.default && !setting.is_overridden {
                    { reset(setting, label, &set) }
                }
            </p>
            if setting.name == "video_name" {
                <p class="hint" data-testid="name-preview">{ name_preview(&setting.value) }</p>
            }
            if setting.is_overridden {
                <p class="hint">{ "Set on the command line for this run." }</p>
            }
            if let Some(refusal) = &*refusal {
                <p class="field-error" role="alert">{ refusal }</p>
            }
        </div>
    }
}

/// Back to what a fresh Retake has.
fn reset(setting: &SettingView, label: &'static str, set: &Callback<String>) -> Html {
    let default = setting.default.clone();
    let onclick = set.reform(move |_: MouseEvent| default.clone());
    html! {
        <button class="button button-plain setting-reset" {onclick} aria-label={format!("Reset {label}")}
            data-testid={format!("reset-{}", setting.name)} title="Back to the default">
            { "Reset" }
        </button>
    }
}

/// What a video would be called now: the first of an image whose id begins like this.
fn name_preview(pattern: &str) -> String {
    let pairs = [
        ("{date}", "2026-11-26"),
        ("{time}", "14-03-21"),
        ("{image}", "3f2a9c1e"),
        ("{attempt}", "b71d04aa"),
        ("{number}", "1"),
    ];
    let name = pairs.iter().fold(pattern.to_owned(), |name, (key, value)| name.replace(key, value));
    format!("For example: {name}.mp4")
}

/// Spans are kept in ms and shown in seconds.
const MS_IN_SECOND: i64 = 1000;

fn switch(setting: &SettingView, label: &'static str, set: &Callback<String>) -> Html {
    let onchange = set.reform(|event: Event| {
        let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
        (if is_on { "on" } else { "off" }).to_owned()
    });
    html! {
        <label class="switch">
            <input type="checkbox" role="switch" checked={setting.value == "on"}
                disabled={setting.is_overridden} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

/// A box for a text; where nothing is set, it shows what then holds.
fn text(
    setting: &SettingView,
    id: &str,
    label: &'static str,
    longest: usize,
    set: &Callback<String>,
) -> Html {
    html! {
        <div class="setting-text">
            <label for={id.to_owned()}>{ label }</label>
            <TextBox id={id.to_owned()} maxlength={longest.to_string()}
                value={setting.value.clone()} placeholder={setting.default.clone()}
                disabled={setting.is_overridden} onchange={set} />
        </div>
    }
}

/// A box for a number, shown as its value divided by `unit`.
fn number(
    setting: &SettingView,
    id: &str,
    label: &'static str,
    (from, to, unit): (i64, i64, i64),
    set: &Callback<String>,
) -> Html {
    let shown = |value: &str| scaled_down(value, unit);
    let onchange = set.reform(move |text: String| scaled_up(&text, unit));
    let step = if unit == 1 { "1" } else { "0.5" };
    html! {
        <div class="setting-number">
            <label for={id.to_owned()}>{ label }</label>
            <TextBox id={id.to_owned()} kind="number" min={shown(&from.to_string())}
                max={shown(&to.to_string())} {step} value={shown(&setting.value)}
                disabled={setting.is_overridden} {onchange} />
            <span class="figures">{ sign_of(&setting.kind) }</span>
        </div>
    }
}

fn sign_of(kind: &SettingKind) -> &'static str {
    match kind {
        SettingKind::Span { .. } => "s",
        SettingKind::Percent { .. } => "%",
        SettingKind::Count { .. } | SettingKind::Switch | SettingKind::Text { .. } => "",
    }
}

/// `8000` ms → `8` s. What is no number stays as it is.
fn scaled_down(value: &str, unit: i64) -> String {
    match value.parse::<f64>() {
        #[expect(clippy::cast_precision_loss, reason = "a unit is 1 or 1000")]
        Ok(number) => (number / unit as f64).to_string(),
        Err(_) => value.to_owned(),
    }
}

/// `8` s → `8000` ms. What is no number goes as it is, and is refused by its name.
fn scaled_up(text: &str, unit: i64) -> String {
    match text.trim().parse::<f64>() {
        #[expect(clippy::cast_precision_loss, reason = "a unit is 1 or 1000")]
        Ok(number) => (number * unit as f64).round().to_string(),
        Err(_) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_shown_in_seconds_and_kept_in_ms() {
        assert_eq!(scaled_down("8500", MS_IN_SECOND), "8.5");
        assert_eq!(scaled_up("8.5", MS_IN_SECOND), "8500");
        assert_eq!(scaled_up("soon", MS_IN_SECOND), "soon");
        assert_eq!(scaled_up("3", 1), "3");
    }
}

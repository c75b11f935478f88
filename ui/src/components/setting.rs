//! One setting: its name, its box, what it does, and the way back to its default. A change holds at
//! once; a value that is refused stays in its box, with the reason.

use retake_locale::{Language, Text, text};
use retake_protocol::settings::{SYSTEM_LANGUAGE, SettingKind, SettingView};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::backend;
use crate::components::text_box::TextBox;
use crate::setting_words::{SettingWords, words};
use crate::words::say;

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
    let refusal = use_state(|| None::<Text>);
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
    let choose = {
        let (refusal, set, name) = (refusal.clone(), set.clone(), props.setting.name.clone());
        Callback::from(move |_: MouseEvent| {
            let (refusal, set, name) = (refusal.clone(), set.clone(), name.clone());
            spawn_local(async move {
                match backend::choose_folder(&name).await {
                    Ok(Some(folder)) => set.emit(folder),
                    Ok(None) => {}
                    Err(error) => refusal.set(Some(error.message)),
                }
            });
        })
    };
    let setting = &props.setting;
    let SettingWords { label, hint, .. } = words(&setting.name);
    let label = say(label);
    let id = format!("setting-{}", setting.name);
    html! {
        <div class="setting" data-testid={id.clone()}>
            { match setting.kind {
                SettingKind::Language => language(setting, &id, &label, &set),
                SettingKind::Switch => switch(setting, &label, &set),
                SettingKind::Count { from, to } | SettingKind::Percent { from, to } => {
                    number(setting, &id, &label, (from, to, 1), &set)
                }
                SettingKind::Text { longest } => text_box(setting, &id, &label, longest, &set),
                SettingKind::Folder { longest } => {
                    let path = text_box(setting, &id, &label, longest, &set);
                    folder(setting, &label, path, choose)
                }
                SettingKind::Span { from, to } => {
                    number(setting, &id, &label, (from, to, MS_IN_SECOND), &set)
                }
            } }
            <p class="hint">
                { hint.map(say) }
                if setting.value != setting.default && !setting.is_overridden {
                    { reset(setting, &label, &set) }
                }
            </p>
            if setting.name == "video_name" {
                <p class="hint" data-testid="name-preview">{ name_preview(&setting.value) }</p>
            }
            if setting.is_overridden {
                <p class="hint">{ say(text::settings_overridden()) }</p>
            }
            if let Some(refusal) = &*refusal {
                <p class="field-error" role="alert">{ say(refusal.clone()) }</p>
            }
        </div>
    }
}

/// Back to what a fresh Retake has.
fn reset(setting: &SettingView, label: &str, set: &Callback<String>) -> Html {
    let default = setting.default.clone();
    let onclick = set.reform(move |_: MouseEvent| default.clone());
    html! {
        <button class="button button-plain setting-reset" {onclick} aria-label={say(text::setting_reset_label(label))}
            data-testid={format!("reset-{}", setting.name)} title={say(text::setting_reset_hint())}>
            { say(text::setting_reset()) }
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
    say(text::setting_name_preview(format!("{name}.mp4")))
}

/// Spans are kept in ms and shown in seconds.
const MS_IN_SECOND: i64 = 1000;

fn switch(setting: &SettingView, label: &str, set: &Callback<String>) -> Html {
    let onchange = set.reform(|event: Event| {
        let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
        (if is_on { "on" } else { "off" }).to_owned()
    });
    html! {
        <label class="switch">
            <input type="checkbox" role="switch" checked={setting.value == "on"}
                disabled={setting.is_overridden} {onchange} />
            <span>{ label.to_owned() }</span>
        </label>
    }
}

/// The languages, each as its speakers call it.
fn language(setting: &SettingView, id: &str, label: &str, set: &Callback<String>) -> Html {
    let onchange =
        set.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <div class="setting-text">
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            <select id={id.to_owned()} data-testid={setting.name.clone()} disabled={setting.is_overridden} {onchange}>
                <option value={SYSTEM_LANGUAGE} selected={setting.value == SYSTEM_LANGUAGE}>
                    { say(text::setting_language_system()) }
                </option>
                { for Language::OFFERED.iter().map(|one| html! {
                    <option value={one.tag()} lang={one.tag()} selected={setting.value == one.tag()}>
                        { one.own_name() }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// A box for a text; where nothing is set, it shows what then holds.
fn text_box(
    setting: &SettingView,
    id: &str,
    label: &str,
    longest: usize,
    set: &Callback<String>,
) -> Html {
    html! {
        <div class="setting-text">
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            <TextBox id={id.to_owned()} maxlength={longest.to_string()}
                value={setting.value.clone()} placeholder={setting.default.clone()}
                disabled={setting.is_overridden} onchange={set} />
        </div>
    }
}

/// The box of a folder's path, and the system's dialog to choose it in.
fn folder(setting: &SettingView, label: &str, path: Html, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <div class="setting-folder">
            { path }
            <button class="button" disabled={setting.is_overridden} {onclick}
                data-testid={format!("choose-{}", setting.name)}
                aria-label={say(text::setting_choose_label(label))}>
                { say(text::setting_choose()) }
            </button>
        </div>
    }
}

/// A box for a number, shown as its value divided by `unit`.
fn number(
    setting: &SettingView,
    id: &str,
    label: &str,
    (from, to, unit): (i64, i64, i64),
    set: &Callback<String>,
) -> Html {
    let shown = |value: &str| scaled_down(value, unit);
    let onchange = set.reform(move |text: String| scaled_up(&text, unit));
    let step = if unit == 1 { "1" } else { "0.5" };
    html! {
        <div class="setting-number">
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            <TextBox id={id.to_owned()} kind="number" min={shown(&from.to_string())}
                max={shown(&to.to_string())} {step} value={shown(&setting.value)}
                disabled={setting.is_overridden} {onchange} />
            <span class="figures">{ sign_of(&setting.kind) }</span>
        </div>
    }
}

fn sign_of(kind: &SettingKind) -> String {
    match kind {
        SettingKind::Span { .. } => say(text::unit_seconds()),
        SettingKind::Percent { .. } => say(text::unit_percent()),
        SettingKind::Count { .. }
        | SettingKind::Language
        | SettingKind::Switch
        | SettingKind::Folder { .. }
        | SettingKind::Text { .. } => String::new(),
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

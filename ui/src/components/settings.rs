//! The settings: what the backend keeps, and the theme, which is the sidebar's own. A change holds
//! at once; a value that is refused stays in its box, with the reason.

use std::rc::Rc;

use retake_protocol::settings::{SettingKind, SettingView};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run_and_tell, use_dispatcher};
use crate::components::confirm::Confirm;
use crate::components::icon::Icon;
use crate::components::text_box::TextBox;
use crate::hooks::use_theme::{Theme, keep_theme, use_theme};
use crate::state::Action;

/// Where refusals go.
#[derive(PartialEq, Properties)]
pub struct SettingsProps {
    /// Counts how often the whole history, and settings with it, became another one.
    pub replacements: u32,
}

/// The settings, folded away.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let dispatcher = use_dispatcher();
    let settings = use_state(|| Rc::new(Vec::<SettingView>::new()));
    {
        let settings = settings.clone();
        let dispatcher = dispatcher.clone();
        use_effect_with(props.replacements, move |_| {
            spawn_local(async move {
                match backend::settings().await {
                    Ok(all) => settings.set(Rc::new(all)),
                    Err(error) => dispatcher.dispatch(Action::refused(error.message)),
                }
            });
        });
    }
    let took = {
        let settings = settings.clone();
        Callback::from(move |all| settings.set(Rc::new(all)))
    };
    html! {
        <details class="fold" name="fold" data-testid="settings">
            <summary>{ Icon::Chevron.html() }{ "Settings" }</summary>
            <ThemeChoice />
            { for settings.iter().map(|setting| html! {
                <Setting key={setting.name.clone()} setting={setting.clone()} took={took.clone()} />
            }) }
            { sign_out(&dispatcher) }
        </details>
    }
}

/// Both webviews keep their data in one place, so the sidebar's theme is kept again afterwards.
fn sign_out(dispatcher: &Dispatcher) -> Html {
    let dispatcher = dispatcher.clone();
    let action = Callback::from(move |()| {
        run_and_tell(&dispatcher, async {
            let done = backend::clear_page_data().await;
            keep_theme();
            done
        });
    });
    html! {
        <div class="setting">
            <Confirm label="Sign out and clear the page's data" test_id="sign-out"
                question="Grok's cookies and everything else that the page keeps on this machine goes. \
                          Your history in Retake stays."
                confirm="Sign out" {action} />
        </div>
    }
}

#[component]
fn ThemeChoice() -> Html {
    let (theme, choose) = use_theme();
    let option = |offered: Theme| {
        let choose = choose.clone();
        let onchange = Callback::from(move |_: Event| choose.emit(offered));
        let label = match offered {
            Theme::System => "As the system",
            Theme::Dark => "Dark",
            Theme::Light => "Light",
        };
        html! {
            <label class="choice">
                <input type="radio" name="theme" value={offered.name()}
                    checked={theme == offered} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices">
            <legend>{ "Theme" }</legend>
            { for Theme::ALL.into_iter().map(option) }
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct SettingProps {
    setting: SettingView,
    /// Called with all settings after a change.
    took: Callback<Vec<SettingView>>,
}

#[component]
fn Setting(props: &SettingProps) -> Html {
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
    let (label, hint) = words(&setting.name);
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
            <p class="hint">{ hint }</p>
            if setting.is_overridden {
                <p class="hint">{ "Set on the command line for this run." }</p>
            }
            if let Some(refusal) = &*refusal {
                <p class="field-error" role="alert">{ refusal }</p>
            }
        </div>
    }
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

/// What a setting is called.
pub fn setting_label(name: &str) -> &'static str {
    words(name).0
}

/// What a setting is called, and what it does.
fn words(name: &str) -> (&'static str, &'static str) {
    match name {
        "text_size" => ("Text size", "Of this sidebar."),
        "page_zoom" => ("Size of the page", "Of Grok's page."),
        "user_agent" => (
            "The browser that the page sees",
            "The user agent. Empty: the platform's own. Holds from the next start of Retake.",
        ),
        "allow_microphone" => ("The page may use the microphone", "When it asks."),
        "allow_camera" => ("The page may use the camera", "When it asks."),
        "allow_location" => ("The page may know where you are", "When it asks."),
        "allow_notifications" => {
            ("The page may show its own notifications", "Retake's are another setting.")
        }
        "default_max_retries" => ("Max retries of a new image", "How many failures are accepted."),
        "default_video_goal" => ("Video goal of a new image", "How many videos are wanted."),
        "cooldown_ms" => ("Pause between clicks", "Shorter pauses meet Grok's rate limit sooner."),
        "attempt_timeout_ms" => (
            "Give up without a sign of life",
            "A session ends when nothing is heard after a click.",
        ),
        "stale_grace_ms" => ("Patience with a reload", "How long Grok may lack the image."),
        "unresolved_after_ms" => {
            ("Patience with a new page", "How long a page may take to show an image.")
        }
        "queue_idle_ms" => (
            "Leave me the page for",
            "The queue waits so long after you last touched the page or this sidebar.",
        ),
        "keep_pictures" => (
            "Keep small pictures",
            "Of images and videos, so that the history shows them when Grok's links have expired.",
        ),
        "keep_videos" => (
            "Save every finished video",
            "As a file of yours, with its prompt and times beside it. Those of before stay as they \
             are.",
        ),
        "video_folder" => (
            "Folder of saved videos",
            "The whole path. Empty: the folder `videos` in Retake's data folder.",
        ),
        "video_name" => (
            "Names of saved videos",
            "From {date}, {time}, {image}, {attempt} and {number}, which counts the image's videos.",
        ),
        "download_folder" => (
            "Folder of the page's downloads",
            "The whole path. Empty: the system's folder for downloads.",
        ),
        "notifications" => {
            ("Notify me", "When a session ends or needs you, unless you look at this window.")
        }
        "prompt_box_selector" => (
            "Own selector of the prompt box",
            "Set by pointing at it under Health; empty: as Retake knows it.",
        ),
        "generate_control_selector" => (
            "Own selector of the generate button",
            "Set by pointing at it under Health; empty: as Retake knows it.",
        ),
        "clean_up_extension" => (
            "Remove the extension's entries from the page",
            "Once Retake has taken them over. They are of no use to Grok.",
        ),
        _ => ("Another setting", ""),
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

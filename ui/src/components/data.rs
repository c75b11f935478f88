//! What can be done with the whole history: where it lies, backups, export, import, deleting it
//! (spec D6). Everything is done by the backend; here are the buttons.

use js_sys::Uint8Array;
use retake_locale::{Text, text};
use retake_protocol::Millis;
use retake_protocol::maintenance::{BackupView, DataFolderView, ExportForm, SettingDifference};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, run_and_tell, use_dispatcher};
use crate::components::confirm::Confirm;
use crate::components::icon::Icon;
use crate::hooks::use_turns::use_turns;
use crate::setting_words::setting_label;
use crate::state::Action;
use crate::words::intl::{ago, bytes};
use crate::words::say;

/// What the section asks again for.
#[derive(PartialEq, Properties)]
pub struct DataProps {
    /// Whether it can be seen: it asks only then.
    pub is_shown: bool,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// The section.
#[component]
pub fn Data(props: &DataProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_open = props.is_shown;
    let folder = use_state(|| None::<DataFolderView>);
    // Counts what was done here: a backup changes the list and not the history.
    let done = use_state(|| 0_u32);
    let turns = use_turns();
    {
        let folder = folder.clone();
        let dispatcher = dispatcher.clone();
        use_effect_with((is_open, props.revision, *done), move |(is_open, _, _)| {
            if *is_open {
                let take = move |found| folder.set(Some(found));
                turns.ask(&dispatcher, backend::data_folder(), take);
            }
        });
    }
    html! {
        <div class="pane" data-testid="data">
            if let Some(folder) = &*folder {
                { place(&dispatcher, folder) }
                { files(&dispatcher, &done) }
                { backups(props, &done, &folder.backups) }
                { end(&dispatcher) }
            }
        </div>
    }
}

fn place(dispatcher: &Dispatcher, folder: &DataFolderView) -> Html {
    let dispatcher = dispatcher.clone();
    let onclick = Callback::from(move |_| run(&dispatcher, backend::open_data_folder()));
    html! {
        <div class="data-row">
            <span class="grow">
                <code class="id">{ &folder.path }</code>
                <span class="figures" data-testid="data-size">{ sizes(folder) }</span>
            </span>
            <button class="button button-plain" {onclick}>{ Icon::External.html() }{ say(text::data_show()) }</button>
        </div>
    }
}

/// What takes how much; what takes nothing is left out (spec R7).
fn sizes(folder: &DataFolderView) -> String {
    let kept = folder.kept.unwrap_or_default();
    let backups = folder.backups.iter().map(|backup| backup.bytes).sum::<u64>();
    let beside = [
        (kept.pictures, text::data_size_pictures as fn(String) -> Text),
        (kept.videos, text::data_size_videos),
        (backups, text::data_size_backups),
    ];
    let beside = beside.into_iter().filter(|(size, _)| *size > 0);
    let mut said = vec![say(text::data_size(bytes(folder.database_bytes)))];
    said.extend(beside.map(|(size, words)| say(words(bytes(size)))));
    said.join(" · ")
}

fn files(dispatcher: &Dispatcher, done: &UseStateHandle<u32>) -> Html {
    let export = |form: ExportForm| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_| {
            run_and_tell(&dispatcher, async move { backend::export_history(form, None).await });
        })
    };
    let back_up = {
        let (dispatcher, done) = (dispatcher.clone(), done.clone());
        Callback::from(move |_| {
            let done = done.clone();
            run_and_tell(&dispatcher, async move {
                let outcome = backend::back_up_history().await;
                done.set(*done + 1);
                outcome
            });
        })
    };
    let import = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let file = input.files().and_then(|files| files.get(0));
            if let Some(file) = file {
                import_file(&dispatcher, file);
            }
            // The same file may be chosen again.
            input.set_value("");
        })
    };
    html! {
        <div class="data-tools">
            <button class="button" data-testid="back-up" onclick={back_up}>{ say(text::data_back_up()) }</button>
            <button class="button" data-testid="export-json" onclick={export(ExportForm::Json)}>
                { say(text::data_export_json()) }
            </button>
            <button class="button" data-testid="export-csv" onclick={export(ExportForm::Csv)}>
                { say(text::data_export_csv()) }
            </button>
            <label class="button file-button">
                { say(text::data_import()) }
                <input type="file" accept=".json,.txt,application/json,text/plain" data-testid="import"
                    onchange={import} />
            </label>
            <p class="hint">
                { say(text::data_import_hint()) }
            </p>
        </div>
    }
}

fn import_file(dispatcher: &Dispatcher, file: web_sys::File) {
    let dispatcher = dispatcher.clone();
    spawn_local(async move {
        let blob: &web_sys::Blob = file.unchecked_ref();
        let Ok(buffer) = JsFuture::from(blob.array_buffer()).await else {
            let name = file.name();
            let message = say(text::data_unreadable(name));
            return dispatcher.dispatch(Action::refused(message));
        };
        run_and_tell(&dispatcher, async move {
            backend::import_history(Uint8Array::new(&buffer)).await
        });
    });
}

fn backups(props: &DataProps, done: &UseStateHandle<u32>, backups: &[BackupView]) -> Html {
    if backups.is_empty() {
        return Html::default();
    }
    let restored = {
        let done = done.clone();
        Callback::from(move |()| done.set(*done + 1))
    };
    let row = |backup: &BackupView| {
        html! {
            <li class="row data-backup" key={backup.name.clone()} data-testid="backup">
                <span class="grow">
                    <code class="id">{ &backup.name }</code>
                    <span class="figures">
                        { format!("{} · {}", bytes(backup.bytes), ago(backup.made_at, props.now)) }
                    </span>
                </span>
                <Restore name={backup.name.clone()} restored={restored.clone()} />
            </li>
        }
    };
    html! {
        <>
            <h3>{ say(text::data_backups()) }</h3>
            <ul class="rows">{ for backups.iter().map(row) }</ul>
        </>
    }
}

/// One backup to be put in the history's place.
#[derive(PartialEq, Properties)]
struct RestoreProps {
    name: String,
    /// Called when it was tried.
    restored: Callback<()>,
}

/// The button; pressed, the question, and which settings of the backup come along.
#[component]
fn Restore(props: &RestoreProps) -> Html {
    let dispatcher = use_dispatcher();
    let differences = use_state(Vec::<SettingDifference>::new);
    let chosen = use_state(Vec::<String>::new);
    let onask = {
        let (name, differences, chosen) = (props.name.clone(), differences.clone(), chosen.clone());
        let dispatcher = dispatcher.clone();
        Callback::from(move |()| {
            let (name, differences) = (name.clone(), differences.clone());
            let dispatcher = dispatcher.clone();
            chosen.set(Vec::new());
            spawn_local(async move {
                match backend::backup_settings(&name).await {
                    Ok(found) => differences.set(found),
                    Err(error) => dispatcher.dispatch(error.into()),
                }
            });
        })
    };
    let action = {
        let (name, chosen) = (props.name.clone(), chosen.clone());
        let (dispatcher, restored) = (dispatcher.clone(), props.restored.clone());
        Callback::from(move |()| {
            let (name, chosen, restored) = (name.clone(), chosen.clone(), restored.clone());
            run_and_tell(&dispatcher, async move {
                let outcome = backend::restore_backup(&name, &chosen).await;
                restored.emit(());
                outcome
            });
        })
    };
    html! {
        <Confirm label={say(text::data_restore())} test_id="restore" confirm={say(text::data_restore_yes())} {onask} {action}
            question={say(text::data_restore_question())}>
            if !differences.is_empty() {
                <fieldset class="choices restore-settings">
                    <legend>{ say(text::data_restore_settings()) }</legend>
                    { for differences.iter().map(|one| offered_setting(one, &chosen)) }
                </fieldset>
            }
        </Confirm>
    }
}

fn offered_setting(offered: &SettingDifference, chosen: &UseStateHandle<Vec<String>>) -> Html {
    let is_chosen = chosen.contains(&offered.name);
    let onchange = {
        let (name, chosen) = (offered.name.clone(), chosen.clone());
        Callback::from(move |_: Event| {
            let mut names = (*chosen).clone();
            match names.iter().position(|one| *one == name) {
                Some(place) => drop(names.remove(place)),
                None => names.push(name.clone()),
            }
            chosen.set(names);
        })
    };
    let SettingDifference { name, here, there } = offered;
    html! {
        <label class="choice" key={name.clone()} data-testid={format!("restore-{name}")}>
            <input type="checkbox" checked={is_chosen} {onchange} />
            <span>{ say(text::data_restore_setting(setting_label(name), there.as_str(), here.as_str())) }</span>
        </label>
    }
}

fn end(dispatcher: &Dispatcher) -> Html {
    let dispatcher = dispatcher.clone();
    let forget = Callback::from(move |()| {
        run_and_tell(&dispatcher, async { backend::forget_history(None).await });
    });
    html! {
        <Confirm label={say(text::data_delete_all())} icon={Icon::Trash} test_id="forget-all" confirm={say(text::data_delete_all_yes())}
            action={forget}
            question={say(text::data_delete_all_question())} />
    }
}

#[cfg(test)]
mod tests {
    use retake_protocol::maintenance::KeptBytes;

    use super::*;

    #[test]
    fn r7_what_takes_place_is_told_with_its_size_and_what_takes_none_is_not() {
        let backup = |bytes| BackupView { name: "retake.db".into(), bytes, made_at: 0 };
        let folder = DataFolderView {
            path: "/home/user/retake".into(),
            database_bytes: 9_000_000,
            kept: Some(KeptBytes { pictures: 7_000_000, videos: 1_200_000_000 }),
            backups: vec![backup(2_000_000), backup(1_000_000)],
        };
        let all = "Database: 9 MB · Pictures in it: 7 MB · Saved videos: 1.2 GB · Backups: 3 MB";
        assert_eq!(sizes(&folder), all);
        let bare = DataFolderView { kept: None, backups: Vec::new(), ..folder };
        assert_eq!(sizes(&bare), "Database: 9 MB");
    }
}

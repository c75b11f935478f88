//! The one door to Tauri: commands out, one channel in.
//!
//! It speaks to `window.__TAURI_INTERNALS__` directly: the sidebar needs two calls of Tauri's
//! JavaScript package, and would otherwise carry a bundler for them. A channel's messages are
//! numbered and may come out of order; they are put in order here.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use retake_locale::{Language, text};
use retake_protocol::command::{CommandError, SetPreferences, StartSession};
use retake_protocol::download::DownloadNumber;
use retake_protocol::health::{About, ControlPiece, Found};
use retake_protocol::history::{HistoryPage, HistoryQuery, ImageDetail};
use retake_protocol::library::{
    Facet, ItemId, LibraryDays, LibraryFilter, LibraryItem, LibraryQuery, MarkChange, NamedFilter,
};
use retake_protocol::machine::Machine;
use retake_protocol::maintenance::{DataFolderView, Done, ExportForm, SettingDifference};
use retake_protocol::page::{FindDirection, PageMove, ZoomStep};
use retake_protocol::prompts::{KeptPrompt, PromptView};
use retake_protocol::queue::{QueueChange, QueueFile};
use retake_protocol::settings::SettingView;
use retake_protocol::statistics::{Pace, Statistics};
use retake_protocol::view::Update;
use retake_protocol::{AttemptId, MediaId, Prompt};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "__TAURI_INTERNALS__"], catch)]
    fn invoke(command: &str, arguments: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = transformCallback, catch)]
    fn transform_callback(callback: &Function) -> Result<JsValue, JsValue>;
}

/// Starts a session for the image on the page.
pub async fn start_session(request: &StartSession) -> Result<(), CommandError> {
    call("start_session", &json!({ "request": request })).await
}

/// Stops the session of an image; `None`: of the one on the page.
pub async fn stop_session(media_id: Option<&MediaId>) -> Result<(), CommandError> {
    call("stop_session", &json!({ "mediaId": media_id })).await
}

/// Resumes the last session of an image, or has one that waits go on. It is refused unless the page
/// shows that image.
pub async fn resume_session(media_id: Option<&MediaId>) -> Result<(), CommandError> {
    call("resume_session", &json!({ "mediaId": media_id })).await
}

/// Changes preferences of an image.
pub async fn set_preferences(request: &SetPreferences) -> Result<(), CommandError> {
    call("set_preferences", &json!({ "request": request })).await
}

/// A page of the history.
pub async fn history_page(query: &HistoryQuery) -> Result<HistoryPage, CommandError> {
    call("history_page", &json!({ "query": query })).await
}

/// One image whole; `None`: nothing is stored of it.
pub async fn image_detail(media_id: &MediaId) -> Result<Option<ImageDetail>, CommandError> {
    call("image_detail", &json!({ "mediaId": media_id })).await
}

/// Opens an image in Grok's page.
pub async fn open_image(media_id: &MediaId) -> Result<(), CommandError> {
    call("open_image", &json!({ "mediaId": media_id })).await
}

/// Changes the queue.
pub async fn change_queue(change: &QueueChange) -> Result<(), CommandError> {
    call("change_queue", &json!({ "change": change })).await
}

/// What of a CSV can be queued: the bytes of the file. Nothing is queued.
pub async fn read_queue_file(bytes: Uint8Array) -> Result<QueueFile, CommandError> {
    answer_of(invoke("read_queue_file", &bytes)).await
}

/// The user is using the sidebar.
pub async fn user_active() -> Result<(), CommandError> {
    call("user_active", &json!({})).await
}

/// Which Retake this is.
pub async fn about() -> Result<About, CommandError> {
    call("about", &json!({})).await
}

/// What the page script finds on the page at this moment.
pub async fn page_health() -> Result<Vec<Found>, CommandError> {
    call("page_health", &json!({})).await
}

/// Has the user choose a folder for a setting in the system's dialog; `None`: the user chose none.
pub async fn choose_folder(name: &str) -> Result<Option<String>, CommandError> {
    call("choose_folder", &json!({ "name": name })).await
}

/// Has the user point at a control in the page; answers when that has happened.
pub async fn pick_control(piece: ControlPiece) -> Result<Done, CommandError> {
    call("pick_control", &json!({ "piece": piece })).await
}

/// The user no longer wants to point at anything.
pub async fn stop_picking() -> Result<(), CommandError> {
    call("stop_picking", &json!({})).await
}

/// Begins a recording for a bug report.
pub async fn start_recording() -> Result<Done, CommandError> {
    call("start_recording", &json!({})).await
}

/// Ends the recording under way.
pub async fn stop_recording() -> Result<Done, CommandError> {
    call("stop_recording", &json!({})).await
}

/// Has Grok's page take one step.
pub async fn move_page(to: PageMove) -> Result<(), CommandError> {
    call("move_page", &json!({ "to": to })).await
}

/// Shows Grok's page larger or smaller from now on; answers all settings.
pub async fn zoom_page(step: ZoomStep) -> Result<Vec<SettingView>, CommandError> {
    call("zoom_page", &json!({ "step": step })).await
}

/// Makes the sidebar wider by so many logical pixels.
pub async fn widen_sidebar(by: i32) -> Result<(), CommandError> {
    call("widen_sidebar", &json!({ "by": by })).await
}

/// Gives the page the image that is on the clipboard.
pub async fn give_image() -> Result<Done, CommandError> {
    call("give_image", &json!({})).await
}

/// What this machine brings for the webviews.
pub async fn machine() -> Result<Machine, CommandError> {
    call("machine", &json!({})).await
}

/// Looks for a text on the page; answers whether there is one.
pub async fn find_on_page(text: &str, direction: FindDirection) -> Result<bool, CommandError> {
    call("find_on_page", &json!({ "text": text, "direction": direction })).await
}

/// Closes the window in mid-session.
pub async fn close_window() -> Result<(), CommandError> {
    call("close_window", &json!({})).await
}

/// The window stays open.
pub async fn keep_open() -> Result<(), CommandError> {
    call("keep_open", &json!({})).await
}

/// Signs out, and deletes what the page keeps on this machine.
pub async fn clear_page_data() -> Result<Done, CommandError> {
    call("clear_page_data", &json!({})).await
}

/// What the history adds up to.
pub async fn statistics() -> Result<Statistics, CommandError> {
    call("statistics", &json!({})).await
}

/// What the newest sessions took (spec M8).
pub async fn pace() -> Result<Pace, CommandError> {
    call("pace", &json!({})).await
}

/// The prompts that hold a text or whose names do; blank: all.
pub async fn prompts(search: &str) -> Result<Vec<PromptView>, CommandError> {
    call("prompts", &json!({ "search": search })).await
}

/// Keeps a prompt, or renames a kept one.
pub async fn keep_prompt(kept: &KeptPrompt) -> Result<(), CommandError> {
    call("keep_prompt", &json!({ "kept": kept })).await
}

/// Keeps a prompt no longer.
pub async fn drop_prompt(prompt: &Prompt) -> Result<(), CommandError> {
    call("drop_prompt", &json!({ "prompt": prompt })).await
}

/// Writes the kept prompts to a file.
pub async fn export_prompts() -> Result<Done, CommandError> {
    call("export_prompts", &json!({})).await
}

/// Where everything is, and what backups there are.
pub async fn data_folder() -> Result<DataFolderView, CommandError> {
    call("data_folder", &json!({})).await
}

/// Opens the data folder in the system's file manager.
pub async fn open_data_folder() -> Result<(), CommandError> {
    call("open_data_folder", &json!({})).await
}

/// Writes an export of one image, or of all.
pub async fn export_history(
    form: ExportForm,
    media_id: Option<&MediaId>,
) -> Result<Done, CommandError> {
    call("export_history", &json!({ "form": form, "mediaId": media_id })).await
}

/// Adds an export, or what the extension left, to the history: the bytes of the file.
pub async fn import_history(bytes: Uint8Array) -> Result<Done, CommandError> {
    answer_of(invoke("import_history", &bytes)).await
}

/// Copies the database to the data folder's backups.
pub async fn back_up_history() -> Result<Done, CommandError> {
    call("back_up_history", &json!({})).await
}

/// The settings that a backup has otherwise, and that may come along with it.
pub async fn backup_settings(name: &str) -> Result<Vec<SettingDifference>, CommandError> {
    call("backup_settings", &json!({ "name": name })).await
}

/// Puts a backup in the history's place; the named settings come along.
pub async fn restore_backup(name: &str, settings: &[String]) -> Result<Done, CommandError> {
    call("restore_backup", &json!({ "name": name, "settings": settings })).await
}

/// Deletes the history of one image, or of all.
pub async fn forget_history(media_id: Option<&MediaId>) -> Result<Done, CommandError> {
    call("forget_history", &json!({ "mediaId": media_id })).await
}

/// Has the video of an attempt saved.
pub async fn save_video(media_id: &MediaId, attempt_id: &AttemptId) -> Result<(), CommandError> {
    call("save_video", &json!({ "mediaId": media_id, "attemptId": attempt_id })).await
}

/// Ends a download of the page's that is under way.
pub async fn cancel_download(number: DownloadNumber) -> Result<(), CommandError> {
    call("cancel_download", &json!({ "number": number })).await
}

/// Opens the folder of a file that the page has saved.
pub async fn show_download(number: DownloadNumber) -> Result<(), CommandError> {
    call("show_download", &json!({ "number": number })).await
}

/// The user has seen how a download ended.
pub async fn dismiss_download(number: DownloadNumber) -> Result<(), CommandError> {
    call("dismiss_download", &json!({ "number": number })).await
}

/// Opens the folder of a saved video in the system's file manager.
pub async fn show_video(media_id: &MediaId, attempt_id: &AttemptId) -> Result<(), CommandError> {
    call("show_video", &json!({ "mediaId": media_id, "attemptId": attempt_id })).await
}

/// The language that the user chose, or the system has.
pub async fn language() -> Result<Language, CommandError> {
    call("language", &json!({})).await
}

/// A file beside the sidebar's own page.
pub async fn own_file(name: &str) -> Result<String, JsValue> {
    let window = crate::browser::window().ok_or_else(|| JsValue::from("there is no window"))?;
    let response: Response = JsFuture::from(window.fetch_with_str(name)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(format!("{name} is not there")));
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}

/// All settings.
pub async fn settings() -> Result<Vec<SettingView>, CommandError> {
    call("settings", &json!({})).await
}

/// Sets one, and answers all.
pub async fn set_setting(name: &str, value: &str) -> Result<Vec<SettingView>, CommandError> {
    call("set_setting", &json!({ "name": name, "value": value })).await
}

/// Opens the library, or brings it to front.
pub async fn open_library() -> Result<(), CommandError> {
    call("open_library", &json!({})).await
}

/// How many items of the library each day has.
pub async fn library_days(filter: &LibraryFilter) -> Result<LibraryDays, CommandError> {
    call("library_days", &json!({ "filter": filter })).await
}

/// Some items of a day.
pub async fn library_page(query: &LibraryQuery) -> Result<Vec<LibraryItem>, CommandError> {
    call("library_page", &json!({ "query": query })).await
}

/// What the library can be filtered by, with counts.
pub async fn library_facets(filter: &LibraryFilter) -> Result<Vec<Facet>, CommandError> {
    call("library_facets", &json!({ "filter": filter })).await
}

/// Changes what the user thinks of items.
pub async fn mark_items(items: &[ItemId], change: &MarkChange) -> Result<(), CommandError> {
    call("mark_items", &json!({ "items": items, "change": change })).await
}

/// The filters that are kept under a name.
pub async fn library_filters() -> Result<Vec<NamedFilter>, CommandError> {
    call("library_filters", &json!({})).await
}

/// Keeps a filter under a name.
pub async fn keep_filter(kept: &NamedFilter) -> Result<(), CommandError> {
    call("keep_filter", &json!({ "kept": kept })).await
}

/// Keeps the filter of a name no longer.
pub async fn drop_filter(name: &str) -> Result<(), CommandError> {
    call("drop_filter", &json!({ "name": name })).await
}

/// Looks at the files of all saved videos.
pub async fn check_files() -> Result<Done, CommandError> {
    call("check_files", &json!({})).await
}

/// Saves a frame of a saved video, a PNG in base64, beside it.
pub async fn save_frame(
    media_id: &MediaId,
    attempt_id: &AttemptId,
    png: &str,
) -> Result<Done, CommandError> {
    call("save_frame", &json!({ "mediaId": media_id, "attemptId": attempt_id, "png": png })).await
}

/// Has the log say which fault this program has. No answer is waited for: nothing runs after a fault.
pub fn report_fault(message: &str) {
    let _ = js_of(&json!({ "message": message }))
        .and_then(|arguments| invoke("report_fault", &arguments));
}

/// Has every update handed to `receive`, in order, from now on.
pub async fn subscribe(receive: impl Fn(Update) + 'static) -> Result<(), CommandError> {
    listen("subscribe", receive).await
}

/// Has every change of the history handed to `receive`, in order, from now on.
pub async fn watch_library(receive: impl Fn(Update) + 'static) -> Result<(), CommandError> {
    listen("watch_library", receive).await
}

async fn listen(
    command: &'static str,
    receive: impl Fn(Update) + 'static,
) -> Result<(), CommandError> {
    let ordered = RefCell::new(Ordered::default());
    let callback = Closure::<dyn FnMut(JsValue)>::new(move |message: JsValue| {
        let Some((index, body)) = part_of(&message) else { return };
        let ready = ordered.borrow_mut().take(index, body);
        for body in ready {
            if let Ok(update) = serde_json::from_str(&body) {
                receive(update);
            }
        }
    });
    let id =
        transform_callback(callback.as_ref().unchecked_ref()).map_err(|error| failed(&error))?;
    // The channel lives as long as the sidebar.
    callback.forget();
    let id = id.as_f64().unwrap_or_default();
    call(command, &json!({ "channel": format!("__CHANNEL__:{id}") })).await
}

/// The number and the JSON of one of a channel's messages; `None`: of what is none.
fn part_of(message: &JsValue) -> Option<(u32, String)> {
    let part = |name: &str| Reflect::get(message, &name.into()).ok();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "Tauri counts from 0"
    )]
    let index = part("index")?.as_f64()? as u32;
    Some((index, json_of(&part("message")?).ok()?))
}

/// Messages that came before their turn, as JSON.
#[derive(Default)]
struct Ordered {
    next: u32,
    early: BTreeMap<u32, String>,
}

impl Ordered {
    fn take(&mut self, index: u32, body: String) -> Vec<String> {
        self.early.insert(index, body);
        let mut ready = Vec::new();
        while let Some(body) = self.early.remove(&self.next) {
            ready.push(body);
            self.next += 1;
        }
        ready
    }
}

async fn call<T: DeserializeOwned>(command: &str, arguments: &Value) -> Result<T, CommandError> {
    let arguments = js_of(arguments).map_err(|error| failed(&error))?;
    answer_of(invoke(command, &arguments)).await
}

async fn answer_of<T: DeserializeOwned>(
    promise: Result<Promise, JsValue>,
) -> Result<T, CommandError> {
    let answer = answered(promise).await?;
    serde_json::from_str(&answer).map_err(|error| failed(&error.to_string().into()))
}

/// The answer, as JSON. Not generic: each of sixty commands would compile a copy of it.
async fn answered(promise: Result<Promise, JsValue>) -> Result<String, CommandError> {
    let promise = promise.map_err(|error| failed(&error))?;
    let answer = JsFuture::from(promise).await.map_err(|error| refusal(&error))?;
    json_of(&answer).map_err(|error| failed(&error))
}

fn js_of(value: &Value) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&value.to_string())
}

/// `undefined` has no JSON; a command without an answer gives it.
fn json_of(value: &JsValue) -> Result<String, JsValue> {
    if value.is_undefined() {
        return Ok("null".to_owned());
    }
    js_sys::JSON::stringify(value).map(String::from)
}

/// What a command was refused with, or what went wrong on the way.
fn refusal(error: &JsValue) -> CommandError {
    let told = json_of(error).ok().and_then(|json| serde_json::from_str(&json).ok());
    told.unwrap_or_else(|| failed(error))
}

fn failed(error: &JsValue) -> CommandError {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|text| text.as_string());
    let what = message.or_else(|| error.as_string()).unwrap_or_else(|| "unknown".to_owned());
    CommandError::failed(text::no_answer(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_put_in_order() {
        let mut ordered = Ordered::default();
        assert!(ordered.take(1, "b".into()).is_empty());
        assert_eq!(ordered.take(0, "a".into()), ["a", "b"]);
        assert_eq!(ordered.take(2, "c".into()), ["c"]);
    }
}

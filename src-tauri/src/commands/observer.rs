//! What the page script may call. Nothing of it is trusted: the guard comes first.
//!
//! The script waits for each answer before it calls again, so what it saw arrives in order. Splices
//! alone are not waited for: they are handed to the engine as they arrive, and an accepted one is not
//! answered, because every answer wakes the page (figures in ARCHITECTURE.md).

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use retake_engine::maintenance::{EntryStatus, KeyReport, KeyStatus, Maintenance, Outcome};
use retake_engine::{Handled, Input};
use retake_locale::Texts;
use retake_locale::plurals::english;
use retake_protocol::Millis;
use retake_protocol::command::{CommandError, ErrorCode};
use retake_protocol::health::Found;
use retake_protocol::observer::{FullSnapshot, Signal, SnapshotReply, Splice, StreamPiece};
use serde::{Deserialize as _, Serialize};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{Invoke, InvokeBody};
use tauri::{AppHandle, Manager as _, State};

use super::refused;
use crate::clock::Clock;
use crate::engine_task::EngineHandle;
use crate::guard::{Guard, Refused};
use crate::page_requests::PageRequests;
use crate::page_token::PageToken;
use crate::pictures::Pictures;
use crate::settings::SettingsStore;
use crate::window;

/// The guard, its clock, and where to pass on what it lets through.
pub(crate) struct Gate {
    guard: Mutex<Guard>,
    clock: Arc<Clock>,
    engine: EngineHandle,
}

impl Gate {
    /// A gate that nothing has passed yet.
    pub(crate) fn new(clock: Arc<Clock>, engine: EngineHandle) -> Self {
        Self { guard: Mutex::new(Guard::new(clock.now())), clock, engine }
    }

    /// Passes on what `check` lets through, and tells the diagnostics of refusals.
    async fn pass(
        &self,
        check: impl FnOnce(&mut Guard, Millis) -> Result<Input, Refused>,
    ) -> Result<Handled, CommandError> {
        let input = self.check(check).await?;
        unless_refused(self.engine.handle(input).await?)
    }

    /// As [`Gate::pass`], but the engine has the input when this returns.
    fn pass_in_turn<Check: FnOnce(&mut Guard, Millis) -> Result<Input, Refused>>(
        &self,
        check: Check,
    ) -> impl Future<Output = Result<Handled, CommandError>> + use<Check> {
        let (checked, report) = self.look(check);
        let reported = report.map(|report| self.engine.handle_in_turn(Input::Signal(report)));
        let handled = checked.map(|input| self.engine.handle_in_turn(input));
        async move {
            if let Some(reported) = reported {
                reported.await?;
            }
            unless_refused(handled.map_err(|refusal| refused(refusal.to_string()))?.await?)
        }
    }

    async fn check<T>(
        &self,
        check: impl FnOnce(&mut Guard, Millis) -> Result<T, Refused>,
    ) -> Result<T, CommandError> {
        let (checked, report) = self.look(check);
        if let Some(report) = report {
            self.engine.handle(Input::Signal(report)).await?;
        }
        checked.map_err(|refusal| refused(refusal.to_string()))
    }

    /// What the guard says, and what it wants to know.
    fn look<T>(
        &self,
        check: impl FnOnce(&mut Guard, Millis) -> Result<T, Refused>,
    ) -> (Result<T, Refused>, Option<Signal>) {
        let now = self.clock.now();
        let mut guard = self.guard.lock().unwrap_or_else(PoisonError::into_inner);
        (check(&mut guard, now), guard.report(now))
    }
}

/// What the engine did not want is an error for who asked.
fn unless_refused(handled: Handled) -> Result<Handled, CommandError> {
    handled.refused.clone().map_or(Ok(handled), Err)
}

/// Why a call of the page script was refused, in English: it is read in Health and in logs.
#[derive(Debug, Serialize)]
pub(crate) struct PageError {
    code: ErrorCode,
    message: String,
}

impl From<CommandError> for PageError {
    fn from(error: CommandError) -> Self {
        static ENGLISH: LazyLock<Texts> = LazyLock::new(english);
        Self { code: error.code, message: ENGLISH.say(&error.message) }
    }
}

/// The page script asks for its token; the answer is evaluated in the page, not given to the caller.
#[tauri::command]
pub(crate) async fn observer_hello(
    app: AppHandle,
    gate: State<'_, Gate>,
    page_token: State<'_, PageToken>,
) -> Result<(), PageError> {
    gate.check(Guard::check_hello).await?;
    Ok(page_token.admit(&app).map_err(|error| refused(format!("{error:#}")))?)
}

/// One thing that the page script saw.
#[tauri::command]
pub(crate) async fn observer_signal(
    signal: Signal,
    app: AppHandle,
    gate: State<'_, Gate>,
    keeper: State<'_, SettingsStore>,
) -> Result<(), PageError> {
    let is_new_page = signal == Signal::PageLoad;
    // On Linux the webview itself reports a touch, which the page can't forge.
    let is_touch = cfg!(not(target_os = "linux")) && signal == Signal::UserActive;
    gate.pass(|guard, now| {
        guard.check_signal(&signal, now)?;
        Ok(Input::Signal(signal))
    })
    .await?;
    if is_touch {
        window::user_acted(&app);
    }
    if is_new_page {
        window::page_greeted(&app);
        window::push_overrides(&app, &keeper);
    }
    Ok(())
}

/// The store's text, whole.
#[tauri::command]
pub(crate) async fn observer_text(
    snapshot: FullSnapshot,
    gate: State<'_, Gate>,
) -> Result<SnapshotReply, PageError> {
    let handled = gate.pass(|guard, now| {
        guard.check_text(&snapshot, now)?;
        Ok(Input::FullSnapshot(snapshot))
    });
    Ok(reply_of(&handled.await?))
}

/// What Tauri says where a call came as a request, which must be answered, and not as a message.
const OF_A_REQUEST: &str = "Tauri-Callback";

/// What changed in the store's text. Tauri has looked into the capabilities already, as for every
/// command; it is none of Tauri's own because those are always answered, and run in no order.
pub(crate) fn observer_splice(invoke: Invoke) {
    let Invoke { message, resolver, .. } = invoke;
    let splice = match splice_of(message.payload()) {
        Ok(splice) => splice,
        Err(error) => return resolver.reject(PageError::from(refused(error))),
    };
    let gate = message.webview_ref().state::<Gate>();
    let handled = gate.pass_in_turn(|guard, now| {
        guard.check_splice(&splice, now)?;
        Ok(Input::Splice(splice))
    });
    let is_request = message.headers().contains_key(OF_A_REQUEST);
    tauri::async_runtime::spawn(async move {
        match handled.await.map(|handled| reply_of(&handled)) {
            Ok(SnapshotReply::Accepted) if !is_request => {}
            Ok(reply) => resolver.resolve(reply),
            Err(error) => resolver.reject(PageError::from(error)),
        }
    });
}

/// The splice that a call carries, or what is wrong with it.
fn splice_of(payload: &InvokeBody) -> Result<Splice, String> {
    let InvokeBody::Json(payload) = payload else { return Err("a splice is JSON".into()) };
    let splice = payload.get("splice").ok_or("the splice is missing")?;
    Splice::deserialize(splice).map_err(|error| format!("invalid splice: {error}"))
}

/// The next piece of a generation's stream.
#[tauri::command]
pub(crate) async fn observer_stream(
    piece: StreamPiece,
    gate: State<'_, Gate>,
) -> Result<(), PageError> {
    let handled = gate.pass(|guard, now| {
        guard.check_stream(&piece, now)?;
        Ok(Input::Stream(piece))
    });
    handled.await?;
    Ok(())
}

/// What is found on the page, as the sidebar asked.
#[tauri::command]
pub(crate) async fn observer_health(
    number: u32,
    found: Vec<Found>,
    gate: State<'_, Gate>,
    page_requests: State<'_, PageRequests>,
) -> Result<(), PageError> {
    gate.check(|guard, now| guard.check_found(&found, now)).await?;
    page_requests.found().answered(number, found);
    Ok(())
}

/// The control that the user points at, as the sidebar asked; `None`: none.
#[tauri::command]
pub(crate) async fn observer_picked(
    number: u32,
    selector: Option<String>,
    gate: State<'_, Gate>,
    page_requests: State<'_, PageRequests>,
) -> Result<(), PageError> {
    let text = selector.as_deref().unwrap_or_default();
    gate.check(|guard, now| guard.check_selector(text, now)).await?;
    page_requests.picked().answered(number, selector);
    Ok(())
}

/// What the browser extension left in the page's storage, as JSON text of keys and values (spec E1).
/// Answers the keys that the page is to remove: none, unless the user wants that (spec E4).
#[tauri::command]
pub(crate) async fn observer_extension(
    entries: String,
    gate: State<'_, Gate>,
    keeper: State<'_, SettingsStore>,
) -> Result<Vec<String>, PageError> {
    gate.check(|guard, now| guard.check_extension(&entries, now)).await?;
    let outcome = gate.engine.run_maintenance(Maintenance::ImportExtension(entries)).await?;
    let Outcome::ExtensionImported(report) = outcome else { return Ok(Vec::new()) };
    let keeper = keeper.inner().clone();
    let is_wanted = spawn_blocking(move || keeper.cleans_up_extension()).await;
    Ok(if is_wanted.unwrap_or(false) { settled_keys(report) } else { Vec::new() })
}

/// A picture that the page was asked for; `None`: it can't be had (spec D2).
#[tauri::command]
pub(crate) async fn observer_picture(
    number: u32,
    picture: Option<String>,
    gate: State<'_, Gate>,
    pictures: State<'_, Pictures>,
) -> Result<(), PageError> {
    let text = picture.as_deref();
    gate.check(|guard, now| guard.check_picture(text.unwrap_or_default(), now)).await?;
    pictures.answered(number, text);
    Ok(())
}

/// The keys that nothing waits for. Those of the store by image hold several entries, and go when
/// all of them are settled.
fn settled_keys(report: Vec<KeyReport>) -> Vec<String> {
    let mut settled = BTreeMap::new();
    for KeyReport { key, outcome } in report {
        let top = key.split('/').next().unwrap_or_default().to_owned();
        let is_settled =
            matches!(outcome, KeyStatus::Kept(EntryStatus::Taken(_) | EntryStatus::Unchanged));
        *settled.entry(top).or_insert(true) &= is_settled;
    }
    settled.into_iter().filter_map(|(key, is_settled)| is_settled.then_some(key)).collect()
}

/// Without an answer of the engine it is safer to have the whole text.
fn reply_of(handled: &Handled) -> SnapshotReply {
    handled.snapshot_reply.unwrap_or(SnapshotReply::SendFullSnapshot)
}

#[cfg(test)]
mod tests {
    use retake_protocol::MediaId;

    use super::*;

    #[test]
    fn a_page_is_refused_in_plain_words() {
        let error = PageError::from(refused("a path is longer than 2048 bytes"));
        let told = serde_json::to_value(error).unwrap();
        assert_eq!(told["message"], "a path is longer than 2048 bytes");
        assert_eq!(told["code"], "refused");
    }

    #[test]
    fn e4_only_keys_that_nothing_waits_in_are_removed() {
        let report = |key: &str, outcome| KeyReport { key: key.into(), outcome };
        let taken = || KeyStatus::Kept(EntryStatus::Taken(MediaId::new("lake").unwrap()));
        let settled = settled_keys(vec![
            report("grokRetrySession_a", taken()),
            report("grokRetrySession_b", KeyStatus::Kept(EntryStatus::Waits)),
            report("grokRetrySession_c", KeyStatus::Malformed("its value is no JSON object")),
            report("grokRetrySession_d", KeyStatus::Kept(EntryStatus::Unchanged)),
            report("useGrokRetryVideoSessions_store/sessionByMediaId/lake", taken()),
            report(
                "useGrokRetryVideoSessions_store/sessionByMediaId/x",
                KeyStatus::Kept(EntryStatus::Waits),
            ),
        ]);
        assert_eq!(settled, ["grokRetrySession_a", "grokRetrySession_d"]);
    }
}

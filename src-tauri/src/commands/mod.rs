//! The commands: each translates one call of a webview for the engine or the store, and its
//! answer back. Who may call which stands in `capabilities/`.

pub(crate) mod downloads;
pub(crate) mod health;
pub(crate) mod library;
mod list;
pub(crate) mod maintenance;
pub(crate) mod observer;
pub(crate) mod page;
pub(crate) mod prompts;
pub(crate) mod settings;
pub(crate) mod sidebar;
#[cfg(test)]
mod tests;
pub(crate) mod videos;

use retake_locale::{Text, text};
use retake_protocol::command::{CommandError, Remedy};
use tauri::ipc::Invoke;

use self::list::{SPLICE, with_commands};
use crate::page_token::PageToken;

/// Carries out one call of a webview; Tauri has looked into the capabilities already.
pub(crate) fn answer(invoke: Invoke) -> bool {
    if !PageToken::allows(&invoke) {
        invoke.resolver.reject(observer::PageError::from(refused("this document is not the page")));
        return true;
    }
    if invoke.message.command() == SPLICE {
        observer::observer_splice(invoke);
        return true;
    }
    let others: fn(Invoke) -> bool = with_commands!(tauri::generate_handler);
    others(invoke)
}

/// A command that was understood and not carried out.
pub(crate) fn refused(message: impl Into<Text>) -> CommandError {
    CommandError::refused(message)
}

/// The page did not answer in time.
fn page_busy() -> CommandError {
    failed(text::page_busy()).with_remedy(Remedy::ReloadPage)
}

/// A command that could not be carried out.
fn failed(message: impl Into<Text>) -> CommandError {
    CommandError::failed(message)
}

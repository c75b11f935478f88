//! Whether a call of the observer's comes from the page itself.
//!
//! A window that the page opens shares its scripts and its way to the shell on Linux (`WebKit` gives a
//! related view the same content manager), so the webview's label does not tell them apart. What does is
//! a pass, made at random for each run, which the shell evaluates in the page's webview alone.

use anyhow::Context as _;
use serde_json::Value;
use tauri::ipc::{Invoke, InvokeBody};
use tauri::{AppHandle, Manager as _};

use crate::window;

/// How the names of the observer's commands begin.
const OBSERVER: &str = "observer_";
/// The one that needs no pass: it asks for one.
const HELLO: &str = "observer_hello";

/// What the page script shows with every call.
pub(crate) struct PageToken(String);

impl PageToken {
    /// A new pass of 32 hexadecimal digits.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let mut random = [0_u8; 16];
        getrandom::fill(&mut random)
            .map_err(|error| anyhow::anyhow!("{error}"))
            .context("asking the system for random bytes")?;
        Ok(Self(format!("{:032x}", u128::from_ne_bytes(random))))
    }

    /// Gives the pass to the page's own document, wherever the question came from.
    pub(crate) fn admit(&self, app: &AppHandle) -> anyhow::Result<()> {
        window::ask_page(app, "admit", &self.0)
    }

    /// Whether a call needs no pass, or shows it.
    pub(crate) fn allows(invoke: &Invoke) -> bool {
        let command = invoke.message.command();
        let is_observer = command.starts_with(OBSERVER) && command != HELLO;
        !is_observer || invoke.message.webview_ref().state::<Self>().fits(invoke.message.payload())
    }

    fn fits(&self, payload: &InvokeBody) -> bool {
        let InvokeBody::Json(payload) = payload else { return false };
        payload.get("pass").and_then(Value::as_str) == Some(self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_pass_of_this_run_fits() {
        let (page_token, other) = (PageToken::new().unwrap(), PageToken::new().unwrap());
        let fits = |pass: Value| page_token.fits(&InvokeBody::Json(json!({ "pass": pass })));
        assert_eq!(page_token.0.len(), 32);
        assert!(fits(json!(page_token.0)));
        for wrong in [json!(other.0), json!(""), json!(null), json!([page_token.0]), json!(7)] {
            assert!(!fits(wrong.clone()), "{wrong}");
        }
        assert!(!page_token.fits(&InvokeBody::Json(json!({}))));
        assert!(!page_token.fits(&InvokeBody::Raw(page_token.0.clone().into_bytes())));
    }
}

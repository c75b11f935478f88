//! Tells the backend that the user is using the sidebar, so that the queue leaves the page as it is.

use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::browser::{self, clock};

/// How often it is reported at most, in ms.
const TELL_EVERY_MS: f64 = 1000.0;

/// Whether anybody wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listening {
    /// Something is queued.
    On,
    /// Nothing is: nobody listens.
    Off,
}

/// Listens while `listening` is on.
#[hook]
pub fn use_activity(listening: Listening) {
    let told = use_mut_ref(|| f64::MIN);
    use_effect_with(listening, move |listening| {
        let window = (*listening == Listening::On).then(browser::window).flatten();
        let listeners: Vec<_> = window
            .iter()
            .flat_map(|window| {
                ["pointerdown", "keydown", "wheel", "input"].map(|kind| (window, kind))
            })
            .map(|(window, kind)| {
                let told = told.clone();
                EventListener::new(window, kind, move |_| {
                    let now = clock();
                    if now - *told.borrow() >= TELL_EVERY_MS {
                        *told.borrow_mut() = now;
                        // Where it does not arrive, the engine has stopped, and the queue with it.
                        spawn_local(async { drop(backend::user_active().await) });
                    }
                })
            })
            .collect();
        move || drop(listeners)
    });
}

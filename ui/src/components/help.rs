//! The list of keyboard shortcuts.

use yew::prelude::*;

use crate::hooks::use_shortcuts::{SHORTCUTS, Shortcut};
use crate::words::say;

/// The list.
#[component]
pub fn Help() -> Html {
    html! {
        <dl class="keys" data-testid="help">
                { for SHORTCUTS.iter().map(|shortcut| html! {
                    <div><dt><kbd>{ Shortcut::shown(shortcut.keys) }</kbd></dt><dd>{ say((shortcut.does)()) }</dd></div>
                }) }
            </dl>
    }
}

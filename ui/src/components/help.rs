//! The list of keyboard shortcuts, folded away.

use yew::prelude::*;

use crate::components::icon::Icon;
use crate::hooks::use_shortcuts::{HELP, SHORTCUTS};

/// The list.
#[component]
pub fn Help() -> Html {
    html! {
        <details class="fold" name="fold" data-testid="help">
            <summary aria-keyshortcuts={HELP}>{ Icon::Chevron.html() }{ "Keys" }</summary>
            <dl class="keys">
                { for SHORTCUTS.iter().map(|shortcut| html! {
                    <div><dt><kbd>{ shortcut.keys }</kbd></dt><dd>{ shortcut.does }</dd></div>
                }) }
            </dl>
        </details>
    }
}

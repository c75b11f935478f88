//! Whether a section that is folded away is open: what it shows is asked for only then.

use web_sys::Element;
use yew::prelude::*;

/// Whether the `details` that gets the callback as its `ontoggle` is open.
#[hook]
pub fn use_unfolded() -> (bool, Callback<Event>) {
    let is_open = use_state(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            let details = event.target_dyn_into::<Element>();
            is_open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    (*is_open, ontoggle)
}

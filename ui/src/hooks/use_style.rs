//! A style that depends on data. The sidebar's content security policy takes no `style` attribute,
//! so it is set on the element itself.

use web_sys::HtmlElement;
use yew::prelude::*;

/// Keeps `property` of `place` at `value`.
#[hook]
pub fn use_style(place: &NodeRef, property: &'static str, value: String) {
    let place = place.clone();
    use_effect_with(value, move |value| {
        if let Some(element) = place.cast::<HtmlElement>() {
            // A property that can't be set is a misspelt one: the picture shows it.
            let _set = element.style().set_property(property, value);
        }
    });
}

//! How high an element is, told whenever that changes: what is in it may come later.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

/// The listener; the height is in pixels.
pub type Heard = Option<Callback<f64>>;

/// Tells `heard` the height of `place`, now and after every change; with `None` nothing is watched.
#[hook]
pub fn use_height(place: &NodeRef, heard: Heard) {
    let latest = use_mut_ref(|| None);
    latest.borrow_mut().clone_from(&heard);
    let place = place.clone();
    use_effect_with(heard.is_some(), move |is_wanted| {
        let observed =
            is_wanted.then(|| place.cast::<HtmlElement>()).flatten().and_then(|element| {
                let seen = element.clone();
                let tell = Closure::<dyn FnMut()>::new(move || {
                    let heard: Heard = latest.borrow().clone();
                    if let Some(heard) = heard {
                        heard.emit(f64::from(seen.offset_height()));
                    }
                });
                let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
                observer.observe(&element);
                Some((observer, tell))
            });
        move || {
            if let Some((observer, _tell)) = observed {
                observer.disconnect();
            }
        }
    });
}

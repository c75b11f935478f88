//! The grip at the sidebar's edge that its width is dragged by, where the window has no splitter of its own
//! (Windows and macOS; spec W5).

use retake_locale::text;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use crate::backend;
use crate::browser;
use crate::words::say;

/// What a press of an arrow key adds or takes, in logical pixels.
const STEP: i32 = 20;

/// How much wider the sidebar becomes by a pointer that moves along the screen, in logical pixels. It lies
/// at the right, so left is wider.
fn wider_by(from: i32, to: i32) -> i32 {
    from - to
}

/// The grip, or an empty element where the window has a splitter.
#[component]
pub fn Grip() -> Html {
    let is_needed = use_state(|| false);
    {
        let is_needed = is_needed.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                is_needed.set(backend::machine().await.is_ok_and(|machine| machine.needs_grip));
            });
        });
    }
    // Where the pointer was last on the screen; `None`: nothing is dragged.
    let dragged = use_mut_ref(|| None::<i32>);
    // What a screen reader says when it comes here.
    let width = use_state(own_width);
    let onfocus = {
        let width = width.clone();
        Callback::from(move |_: FocusEvent| width.set(own_width()))
    };
    if !*is_needed {
        return html! { <div hidden=true /> };
    }
    let onpointerdown = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            let grip = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            // Without it a fast pointer leaves the grip behind.
            let _caught = grip.map(|grip| grip.set_pointer_capture(event.pointer_id()));
            *dragged.borrow_mut() = Some(event.screen_x());
        })
    };
    let onpointermove = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            let mut dragged = dragged.borrow_mut();
            if let Some(from) = dragged.replace(event.screen_x()).filter(|_| event.buttons() == 1) {
                widen(wider_by(from, event.screen_x()));
            }
        })
    };
    let onpointerup = Callback::from(move |_: PointerEvent| *dragged.borrow_mut() = None);
    let onkeydown = Callback::from(|event: KeyboardEvent| match event.key().as_str() {
        "ArrowLeft" => widen(STEP),
        "ArrowRight" => widen(-STEP),
        _ => {}
    });
    html! {
        <div class="grip" role="separator" aria-orientation="vertical" tabindex="0" data-testid="grip"
            aria-label={say(text::grip())} aria-valuenow={width.to_string()} {onfocus}
            {onpointerdown} {onpointermove} {onpointerup} {onkeydown} />
    }
}

/// How wide the sidebar is, in its own pixels.
fn own_width() -> i32 {
    let width = browser::window().and_then(|window| window.inner_width().ok()?.as_f64());
    #[allow(clippy::cast_possible_truncation, reason = "no screen is that wide")]
    let width = width.unwrap_or_default().round() as i32;
    width
}

fn widen(by: i32) {
    // Where it is refused, the sidebar stays as it is, which shows.
    spawn_local(async move { drop(backend::widen_sidebar(by).await) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w5_the_sidebar_grows_to_the_left() {
        assert_eq!(wider_by(900, 800), 100);
        assert_eq!(wider_by(900, 960), -60);
    }
}

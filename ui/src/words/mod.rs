//! The language that the sidebar speaks now: its texts, and numbers, spans, sizes and dates as it writes them
//! (spec L7); and what the engine tells as data, said in it, one module a kind of data.
//!
//! Which one that is, the backend says: the system's or the one chosen. The texts of
//! each are a file beside the program.

use std::cell::RefCell;
use std::rc::Rc;

use retake_locale::{Direction, Language, Text, Texts};

pub mod intl;
pub mod log;
pub mod problem;
pub mod session;

thread_local! {
    static TEXTS: RefCell<Rc<Texts>> =
        RefCell::new(Rc::new(at_first()));
}

/// In the webview the texts are a file, English ones too; tests have no such file.
fn at_first() -> Texts {
    if cfg!(target_arch = "wasm32") {
        Texts::of(Language::English, "", intl::NUMBERS)
    } else {
        Texts::english(intl::NUMBERS)
    }
}

/// A text in the language of the sidebar.
// By value: each of the hundreds of callers would have to drop it.
#[expect(clippy::needless_pass_by_value, reason = "see above")]
#[inline(never)]
pub fn say(text: Text) -> String {
    let texts = TEXTS.with_borrow(Rc::clone);
    texts.say(&text)
}

/// The language that the sidebar speaks.
pub fn language() -> Language {
    TEXTS.with_borrow(|texts| texts.language())
}

/// A key as it reads where text runs from left to right: in Arabic the left arrow leads on.
pub fn key_in_reading_order(key: &str) -> &str {
    match (language().direction(), key) {
        (Direction::RightToLeft, "ArrowLeft") => "ArrowRight",
        (Direction::RightToLeft, "ArrowRight") => "ArrowLeft",
        (_, key) => key,
    }
}

/// Speaks `texts` from now on. What is on the screen has to be drawn again by the caller.
pub fn speak(texts: Texts) {
    let language = texts.language();
    intl::forget_formats();
    TEXTS.set(Rc::new(texts));
    let root = crate::browser::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // A page that can't be marked stays one that reads from left to right.
        let _marked = root.set_attribute("lang", language.tag());
        let _turned = root.set_attribute("dir", language.direction().as_str());
    }
}

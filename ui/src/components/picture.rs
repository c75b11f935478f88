//! A small picture that Retake keeps (spec D2), or a calm placeholder where there is none.

use std::cell::RefCell;
use std::collections::HashMap;

use retake_protocol::MediaId;
use yew::prelude::*;

use crate::browser::{self, url_part};
use crate::components::icon::Icon;

/// Which picture.
#[derive(PartialEq, Properties)]
pub struct PictureProps {
    /// The image.
    pub media_id: MediaId,
    /// `image`, or the id of one of its attempts.
    #[prop_or(AttrValue::Static("image"))]
    pub attempt: AttrValue,
    /// Counts changes of what is stored: a picture that was missing may have come.
    pub revision: u32,
    /// How it is shown.
    pub class: Classes,
}

thread_local! {
    /// The revisions in the addresses of the pictures that were shown.
    static SHOWN: RefCell<HashMap<(MediaId, AttrValue), u32>> = RefCell::default();
}

/// One request for a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Request {
    media_id: MediaId,
    attempt: AttrValue,
    /// The revision when it was made. The address holds it, for the webview remembers what failed.
    revision: u32,
    is_missing: bool,
}

impl Request {
    /// A picture that was shown before has the address that it had then: at another one the webview would
    /// fetch and decode it again, and keep both.
    fn of(props: &PictureProps) -> Self {
        let PictureProps { media_id, attempt, .. } = props;
        let (media_id, attempt) = (media_id.clone(), attempt.clone());
        let shown =
            SHOWN.with_borrow(|shown| shown.get(&(media_id.clone(), attempt.clone())).copied());
        Self { media_id, attempt, revision: shown.unwrap_or(props.revision), is_missing: false }
    }

    /// Remembers the address of a picture that is there.
    fn is_shown(&self) {
        let key = (self.media_id.clone(), self.attempt.clone());
        SHOWN.with_borrow_mut(|shown| shown.insert(key, self.revision));
    }

    /// What is left of a request whose picture is not there, or no longer.
    fn failed(&self) -> Self {
        SHOWN.with_borrow_mut(|shown| shown.remove(&(self.media_id.clone(), self.attempt.clone())));
        Self { is_missing: true, ..self.clone() }
    }

    /// What follows it: another picture is another request, and what was missing is asked for again as soon
    /// as something changed since that request was made.
    fn next(&self, wanted: Self) -> Option<Self> {
        let is_same = self.media_id == wanted.media_id && self.attempt == wanted.attempt;
        let is_done = is_same && (!self.is_missing || self.revision == wanted.revision);
        (!is_done).then_some(wanted)
    }
}

/// The picture. It repeats what stands beside it, so it has no text of its own.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let made = use_state(|| Request::of(props));
    let request = made.next(Request::of(props)).unwrap_or_else(|| (*made).clone());
    {
        let made = made.clone();
        use_effect_with(request.clone(), move |request| {
            if *made != *request {
                made.set(request.clone());
            }
        });
    }
    if request.is_missing {
        return html! {
            <span class={classes!(props.class.clone(), "picture-none")}>{ Icon::Image.html() }</span>
        };
    }
    let src = source(&request);
    let onload = {
        let request = request.clone();
        Callback::from(move |_: Event| request.is_shown())
    };
    let onerror = Callback::from(move |_: Event| made.set(request.failed()));
    html! {
        <img class={props.class.clone()} {src} {onload} {onerror} alt="" loading="lazy" decoding="async"
            data-testid="picture" />
    }
}

fn source(request: &Request) -> String {
    let Request { media_id, attempt, revision, .. } = request;
    let (image, key) = (url_part(media_id.as_str()), url_part(attempt));
    let windows = browser::window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol.starts_with("http"));
    let origin = if windows { "http://picture.localhost" } else { "picture://localhost" };
    format!("{origin}/{image}/{key}?{revision}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(id: &str, revision: u32) -> Request {
        let media_id = MediaId::new(id).unwrap();
        Request { media_id, attempt: "image".into(), revision, is_missing: false }
    }

    #[test]
    fn d2_a_picture_that_came_while_an_older_request_failed_is_asked_for_again() {
        let failed = Request { is_missing: true, ..request("lake", 5) };
        assert_eq!(failed.next(request("lake", 6)), Some(request("lake", 6)));
        assert_eq!(failed.next(request("lake", 5)), None, "nothing changed since");
    }

    #[test]
    fn d2_a_picture_that_is_shown_is_not_asked_for_at_every_change() {
        assert_eq!(request("lake", 5).next(request("lake", 9)), None);
    }

    #[test]
    fn d2_a_picture_keeps_its_address_until_it_is_gone() {
        let props = |revision| PictureProps {
            media_id: MediaId::new("shown before").unwrap(),
            attempt: "image".into(),
            revision,
            class: Classes::new(),
        };
        Request::of(&props(5)).is_shown();
        assert_eq!(Request::of(&props(9)).revision, 5);
        let gone = Request::of(&props(9)).failed();
        assert_eq!(gone.next(Request::of(&props(10))).map(|next| next.revision), Some(10));
    }

    #[test]
    fn d2_another_picture_is_another_request() {
        let failed = Request { is_missing: true, ..request("lake", 5) };
        assert_eq!(failed.next(request("hill", 5)), Some(request("hill", 5)));
    }
}

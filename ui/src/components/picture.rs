//! A small picture that Retake keeps (spec D2), or a calm placeholder where there is none.

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
    fn of(props: &PictureProps) -> Self {
        let PictureProps { media_id, attempt, revision, .. } = props;
        let (media_id, attempt) = (media_id.clone(), attempt.clone());
        Self { media_id, attempt, revision: *revision, is_missing: false }
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
    let onerror =
        Callback::from(move |_: Event| made.set(Request { is_missing: true, ..request.clone() }));
    html! {
        <img class={props.class.clone()} {src} {onerror} alt="" loading="lazy" decoding="async"
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
    fn d2_another_picture_is_another_request() {
        let failed = Request { is_missing: true, ..request("lake", 5) };
        assert_eq!(failed.next(request("hill", 5)), Some(request("hill", 5)));
    }
}

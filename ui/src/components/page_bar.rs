//! What a browser has above a page: back and forward, reload, home, whose page it is; and one step
//! away, finding a text and the page's size.

use retake_locale::{Text, text};
use retake_protocol::page::{AddressView, FindDirection, PageMove, PageSite, ZoomStep};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::commands::{run, use_dispatcher};
use crate::components::give_image::GiveImage;
use crate::components::icon::Icon;
use crate::components::palette::Palette;
use crate::hooks::use_shortcuts::{
    BACK, FIND, FORWARD, LARGER, LIBRARY, OWN_SIZE, RELOAD, SMALLER, titled, with_keys,
};
use crate::words::intl;
use crate::words::say;

/// The setting that is the page's size.
const ZOOM: &str = "page_zoom";

/// Where the page is.
#[derive(PartialEq, Properties)]
pub struct PageBarProps {
    /// `None`: nothing has loaded yet.
    pub address: Option<AddressView>,
}

/// The bar.
#[component]
pub fn PageBar(props: &PageBarProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    let onclick = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_| run(&dispatcher, backend::open_library()))
    };
    let step = |icon: Icon, label: Text, test_id: &'static str, to: PageMove, keys| {
        let dispatcher = dispatcher.clone();
        let onclick = Callback::from(move |_| run(&dispatcher, backend::move_page(to)));
        tool(icon, label, test_id, keys, onclick)
    };
    html! {
        <nav class="page-bar" aria-label={say(text::page_bar())}>
            <div class="page-row">
                { step(Icon::Back, text::page_back(), "page-back", PageMove::Back, Some(BACK)) }
                { step(Icon::Forward, text::page_forward(), "page-forward", PageMove::Forward, Some(FORWARD)) }
                { step(Icon::Rotate, text::page_reload(), "page-reload", PageMove::Reload, Some(RELOAD)) }
                { step(Icon::Home, text::page_home(), "page-home", PageMove::Home, None) }
                { address(props.address.as_ref()) }
                <button class="button button-plain page-tool" data-testid="open-library"
                    aria-label={say(text::library())} title={titled(text::library(), LIBRARY)} aria-keyshortcuts={LIBRARY} {onclick}>
                    { Icon::Grid.html() }
                </button>
                <button class="button button-plain page-tool" data-testid="page-tools" aria-controls="page-tools"
                    aria-label={say(text::page_tools())} title={titled(text::page_tools(), FIND)} aria-keyshortcuts={FIND}
                    aria-expanded={is_open.to_string()} onclick={toggle}>
                    { Icon::Search.html() }
                </button>
                <Palette />
            </div>
            <div class="page-row" id="page-tools" hidden={!*is_open}>
                if *is_open { <Find /> } else { <span hidden=true /> }
                <GiveImage />
                <Zoom is_shown={*is_open} />
            </div>
        </nav>
    }
}

fn tool(
    icon: Icon,
    label: Text,
    test_id: &'static str,
    keys: Option<&'static str>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let label = say(label);
    let title = keys.map_or_else(|| label.clone(), |keys| with_keys(&label, keys));
    html! {
        <button class="button button-plain page-tool" data-testid={test_id} aria-label={label}
            {title} aria-keyshortcuts={keys} {onclick}>{ icon.html() }</button>
    }
}

/// The host is what matters: on a page of somebody else it stands out.
fn address(address: Option<&AddressView>) -> Html {
    let Some(AddressView { host, path, site }) = address else {
        return html! { <span class="address" data-testid="address">{ say(text::loading()) }</span> };
    };
    let tone = (*site == PageSite::SignIn).then_some("tone-moderated");
    html! {
        <span class="address" data-testid="address" title={format!("{host}{path}")}>
            <strong class={classes!(tone)}>{ host }</strong>{ path }
        </span>
    }
}

#[component]
fn Find() -> Html {
    let dispatcher = use_dispatcher();
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _focused = input.focus();
            }
        });
    }
    let is_missing = use_state(|| false);
    let find = {
        let (input, dispatcher) = (input.clone(), dispatcher.clone());
        let is_missing = is_missing.clone();
        Callback::from(move |direction: FindDirection| {
            let text = input.cast::<HtmlInputElement>().map(|input| input.value());
            let Some(text) = text.filter(|text| !text.is_empty()) else { return };
            let (dispatcher, is_missing) = (dispatcher.clone(), is_missing.clone());
            spawn_local(async move {
                match backend::find_on_page(&text, direction).await {
                    Ok(is_found) => is_missing.set(!is_found),
                    Err(error) => dispatcher.dispatch(error.into()),
                }
            });
        })
    };
    let oninput = {
        let is_missing = is_missing.clone();
        Callback::from(move |_: InputEvent| is_missing.set(false))
    };
    let onkeydown = {
        let find = find.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                let is_back = event.shift_key();
                find.emit(if is_back { FindDirection::Previous } else { FindDirection::Next });
            }
        })
    };
    let previous = find.reform(|_| FindDirection::Previous);
    let next = find.reform(|_| FindDirection::Next);
    html! {
        <>
            <input class="grow find" type="text" ref={input} data-testid="find" {onkeydown} {oninput}
                aria-invalid={is_missing.to_string()}
                aria-label={say(text::page_find())} placeholder={say(text::page_find())} maxlength="200" />
            <span class="field-error" role="status" data-testid="find-result">
                { is_missing.then(|| say(text::page_find_none())) }
            </span>
            { tool(Icon::Up, text::page_find_previous(), "find-previous", None, previous) }
            { tool(Icon::Down, text::page_find_next(), "find-next", None, next) }
        </>
    }
}

/// How the size of the page is shown and changed (spec W6). It stands in the document also while it is hidden, for its
/// keys.
#[derive(PartialEq, Properties)]
struct ZoomProps {
    is_shown: bool,
}

#[component]
fn Zoom(props: &ZoomProps) -> Html {
    let dispatcher = use_dispatcher();
    let percent = use_state(|| 100_i64);
    {
        let percent = percent.clone();
        use_effect_with(props.is_shown, move |is_shown| {
            if *is_shown {
                spawn_local(async move {
                    if let Ok(settings) = backend::settings().await {
                        percent.set(percent_of(&settings).unwrap_or(100));
                    }
                });
            }
        });
    }
    let change = {
        let (percent, dispatcher) = (percent.clone(), dispatcher.clone());
        Callback::from(move |step: ZoomStep| {
            let (percent, dispatcher) = (percent.clone(), dispatcher.clone());
            spawn_local(async move {
                match backend::zoom_page(step).await {
                    Ok(settings) => percent.set(percent_of(&settings).unwrap_or(100)),
                    Err(error) => dispatcher.dispatch(error.into()),
                }
            });
        })
    };
    let to = |step| change.reform(move |_: MouseEvent| step);
    html! {
        <>
            { tool(Icon::Minus, text::page_zoom_out(), "zoom-out", Some(SMALLER), to(ZoomStep::Smaller)) }
            <button class="button button-plain figures" data-testid="zoom"
                aria-label={say(text::page_own_size())} title={titled(text::page_own_size(), OWN_SIZE)}
                aria-keyshortcuts={OWN_SIZE} onclick={to(ZoomStep::OwnSize)}>
                { intl::percent(as_share(*percent)) }
            </button>
            { tool(Icon::Plus, text::page_zoom_in(), "zoom-in", Some(LARGER), to(ZoomStep::Larger)) }
        </>
    }
}

/// Of 1.
fn as_share(percent: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a zoom is below 1000 percent")]
    let percent = percent as f64;
    percent / 100.0
}

fn percent_of(settings: &[retake_protocol::settings::SettingView]) -> Option<i64> {
    settings.iter().find(|one| one.name == ZOOM)?.value.parse().ok()
}

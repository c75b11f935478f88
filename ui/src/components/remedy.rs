//! What helps, as a button: a session that waits for the user, or after an error (spec L5).

use retake_locale::{Text, text};
use retake_protocol::command::{Remedy as ErrorRemedy, SetPreferences};
use retake_protocol::health::ControlPiece;
use retake_protocol::page::PageMove;
use retake_protocol::{MediaId, Refusal};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, run_and_tell, use_dispatcher};
use crate::place::{Step, Tab};
use crate::state::{About, Action};
use crate::words::say;

/// What the session waits for.
#[derive(PartialEq, Properties)]
pub struct RemedyProps {
    /// Its image.
    pub media_id: MediaId,
    /// Why the page did not click.
    pub refusal: Refusal,
}

/// The button; nothing where only the user knows what helps.
#[component]
pub fn Remedy(props: &RemedyProps) -> Html {
    let dispatcher = use_dispatcher();
    let (label, onclick) = match props.refusal {
        Refusal::ControlMissing | Refusal::ControlDisabled => (
            label_of(ControlPiece::GenerateControl),
            Callback::from(move |_: MouseEvent| {
                point(&dispatcher, ControlPiece::GenerateControl);
            }),
        ),
        Refusal::PromptNotAccepted => (
            label_of(ControlPiece::PromptBox),
            Callback::from(move |_: MouseEvent| point(&dispatcher, ControlPiece::PromptBox)),
        ),
        Refusal::PageOutOfDate | Refusal::CloudflareCheck | Refusal::PageNotThere => (
            text::remedy_reload(),
            Callback::from(move |_: MouseEvent| {
                run(&dispatcher, backend::move_page(PageMove::Reload));
            }),
        ),
        Refusal::NotThisImage | Refusal::StaysOnVideo => {
            let media_id = props.media_id.clone();
            let open = Callback::from(move |_: MouseEvent| {
                let media_id = media_id.clone();
                run(&dispatcher, async move { backend::open_image(&media_id).await });
            });
            (text::remedy_open(), open)
        }
        _ => return html! { <></> },
    };
    html! { <button class="button" data-testid="remedy" {onclick}>{ say(label) }</button> }
}

/// An error's remedy.
#[derive(PartialEq, Properties)]
pub struct ErrorRemedyProps {
    /// What helps.
    pub remedy: ErrorRemedy,
    /// Called when it is pressed: the error has been read.
    pub onpress: Callback<()>,
}

/// The button beside an error.
#[component]
pub fn ErrorRemedyButton(props: &ErrorRemedyProps) -> Html {
    let dispatcher = use_dispatcher();
    let label = say(match &props.remedy {
        ErrorRemedy::OpenStartPage => text::palette_home(),
        ErrorRemedy::OpenImage { .. } => text::remedy_open(),
        ErrorRemedy::ReloadPage => text::remedy_reload(),
        ErrorRemedy::PickControl { piece } => label_of(*piece),
        ErrorRemedy::TurnOnAutoRetry { .. } => text::remedy_auto_retry(),
        ErrorRemedy::ShowQueue => text::palette_go(text::queue()),
        ErrorRemedy::OpenDataFolder => text::remedy_data_folder(),
        ErrorRemedy::CloseRetake => text::close_yes(),
    });
    let (remedy, onpress) = (props.remedy.clone(), props.onpress.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        onpress.emit(());
        apply(&dispatcher, remedy.clone());
    });
    html! { <button class="button" data-testid="error-remedy" {onclick}>{ label }</button> }
}

fn apply(dispatcher: &Dispatcher, remedy: ErrorRemedy) {
    match remedy {
        ErrorRemedy::OpenStartPage => run(dispatcher, backend::move_page(PageMove::Home)),
        ErrorRemedy::OpenImage { media_id } => {
            run(dispatcher, async move { backend::open_image(&media_id).await });
        }
        ErrorRemedy::ReloadPage => run(dispatcher, backend::move_page(PageMove::Reload)),
        ErrorRemedy::PickControl { piece } => point(dispatcher, piece),
        ErrorRemedy::TurnOnAutoRetry { media_id } => run(dispatcher, async move {
            let on = SetPreferences {
                media_id: Some(media_id),
                auto_retry: Some(true),
                ..SetPreferences::default()
            };
            backend::set_preferences(&on).await
        }),
        ErrorRemedy::ShowQueue => dispatcher.dispatch(Action::Go(Step::Tab(Tab::Queue))),
        ErrorRemedy::OpenDataFolder => run(dispatcher, backend::open_data_folder()),
        ErrorRemedy::CloseRetake => run(dispatcher, backend::close_window()),
    }
}

fn label_of(piece: ControlPiece) -> Text {
    match piece {
        ControlPiece::PromptBox => text::point_prompt_box(),
        ControlPiece::GenerateControl => text::point_button(),
    }
}

/// Has the user point at a control in the page, and says what to do there.
fn point(dispatcher: &Dispatcher, piece: ControlPiece) {
    let words = match piece {
        ControlPiece::PromptBox => text::pick_prompt_box(),
        ControlPiece::GenerateControl => text::pick_button(),
    };
    dispatcher.dispatch(Action::Notify(About::Done(vec![words])));
    run_and_tell(dispatcher, backend::pick_control(piece));
}

//! What stands beside an error: a button for what helps (spec L5).

use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::health::ControlPiece;
use retake_ui::components::notices::ShownIn;

use crate::render::{error_in, lake};

fn button(shown_in: ShownIn, remedy: impl Into<Option<Remedy>>) -> Option<String> {
    let shown = error_in(shown_in, CommandError::refused("It can't.").with_remedy(remedy));
    let text = shown.text("refusal").expect("the error is shown");
    assert!(text.starts_with("It can't."), "{text}");
    shown.text("error-remedy")
}

#[test]
fn l5_an_error_carries_what_helps_as_a_button() {
    for (remedy, label) in [
        (Remedy::OpenStartPage, "Go to Grok's start page"),
        (Remedy::OpenImage { media_id: lake() }, "Open image"),
        (Remedy::ReloadPage, "Reload page"),
        (Remedy::PickControl { piece: ControlPiece::PromptBox }, "Show me the prompt box"),
        (Remedy::PickControl { piece: ControlPiece::GenerateControl }, "Show me the button"),
        (Remedy::TurnOnAutoRetry { media_id: lake() }, "Turn on auto-retry"),
        (Remedy::ShowQueue, "Go to Queue"),
        (Remedy::OpenDataFolder, "Open data folder"),
        (Remedy::CloseRetake, "Close Retake"),
    ] {
        assert_eq!(button(ShownIn::Sidebar, remedy).as_deref(), Some(label));
    }
    assert_eq!(button(ShownIn::Sidebar, None), None, "no press helps");
}

#[test]
fn l5_the_library_offers_no_tab_of_the_sidebars() {
    assert_eq!(button(ShownIn::Library, Remedy::ShowQueue), None);
    assert!(button(ShownIn::Library, Remedy::OpenDataFolder).is_some());
}

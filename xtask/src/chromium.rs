//! Some of the stories once more in Chromium, the engine of WebView2, with a bridge in the shell's place
//! (`tests/e2e/src/chromium`): what the page script and the sidebar do must not depend on the engine.

use std::time::Duration;

use anyhow::{Result, ensure};

use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{app_binary, cargo, check, output_of, target_folder};

/// What it may take on a machine that does nothing else.
const WITHIN: Duration = Duration::from_mins(4);

/// The main job on both versions of the page, every prompt box, a hostile page, and what a screen reader
/// finds in each view of the sidebar; the library with playing videos; a session that begins by hand. A
/// page that spoils its own JSON is left out: it spoils the driver's.
const STORIES: [&str; 17] = [
    "story::two_moderated_attempts_and_a_finished_video",
    "autumn::h_the_main_job_on_the_autumn_page",
    "autumn::h5_two_requests_of_one_press_are_one_try",
    "autumn::left_alone::c9_nothing_is_pressed",
    "variants::c9_a_prompt_arrives_as_it_was_written_in_every_prompt_box",
    "variants::the_main_job_with_every_prompt_box",
    "hostile::world::a_page_that_redefines",
    "accessibility::no_view_of_the_sidebar_has_a_violation",
    "accessibility::a_session_is_started_and_stopped_by_the_keyboard",
    "boxes::l3_",
    "library::k1_the_library",
    "library::k1_days",
    "library::k2_",
    "library::k3_",
    "library::k4_",
    "library::k5_",
    "own_press::",
];

/// Plays them where Chromium and its driver are to be had.
pub(crate) fn steps(steps: &mut Steps) -> Result<()> {
    if !setup::has_chromium() {
        println!(
            "\nThe stories in Chromium are left out: this system has no package chromium-driver."
        );
        return Ok(());
    }
    steps.step("Chromium", || setup::ensure(&[Need::Chromium]))?;
    steps.step_within("stories in Chromium", WITHIN, || play(&STORIES))
}

/// Plays the stories whose names contain one of `filters`.
pub(crate) fn play(filters: &[&str]) -> Result<()> {
    let test = ["test", "--package", "retake-e2e", "--test", "stories", "--no-fail-fast"];
    let mut command = cargo();
    let names = output_of(cargo().args(test).args(["--", "--list"]))?;
    let gone: Vec<_> = filters.iter().filter(|filter| !names.contains(*filter)).collect();
    ensure!(gone.is_empty(), "no story is named so any more: {gone:?}; edit xtask/src/chromium.rs");
    command.args(test).args(["--", "--test-threads=1"]).args(filters);
    command.env("RETAKE_WEBVIEW", "chromium").env("RETAKE_SIM", Folder::Simulator.path());
    // A story may look with the program at what was stored.
    command.env("RETAKE_BINARY", app_binary(&target_folder()?));
    check(&mut command)
}

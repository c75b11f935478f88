//! `cargo xtask pictures`: draws the pictures of the README and the guide from the built app, so that they
//! show what it looks like now. What is in them is `tests/e2e/examples/pictures.rs`.

use anyhow::Result;

use crate::stage;
use crate::steps::Steps;
use crate::workspace::{self, root};
use crate::xvfb::drive_app;

/// Builds everything, and writes them to `docs`. Look at each before it is committed.
pub(crate) fn draw() -> Result<()> {
    let mut steps = Steps::new();
    stage::prepare(&mut steps)?;
    let binary = steps.step("the app", workspace::build_app)?;
    steps.step("pictures", || {
        let folder = root().join("docs");
        let folder = folder.to_string_lossy();
        drive_app(
            &binary,
            &["run", "--package", "retake-e2e", "--example", "pictures", "--", &folder],
        )
    })
}

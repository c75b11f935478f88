//! What a user does in Grok's page.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::app::{App, run_script};
use crate::wait::until;

/// The id of the simulator's image `number`, from 1.
pub fn image_id(number: u32) -> String {
    format!("11111111-aaaa-4aaa-8aaa-{number:012}")
}

impl App {
    /// Opens an image's post, as a click on its card does: without a page load.
    pub async fn open_image(&self, number: u32) -> Result<()> {
        let path = format!("/imagine/post/{}", image_id(number));
        let page = self.in_page().await?;
        until("the gallery or a post is shown", async || {
            let is_ready = page.find_all(By::Css("main, form")).await?.len();
            Ok((is_ready > 0).then_some(()))
        })
        .await?;
        run_script(
            page,
            "history.pushState({}, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'));",
            vec![json!(path)],
        )
        .await?;
        until("the post is shown", async || {
            let boxes = page.find_all(By::Css("textarea, .ProseMirror, .tiptap")).await?;
            Ok((!boxes.is_empty()).then_some(()))
        })
        .await
    }

    /// Presses what `selector` finds with the pointer of the display, as a hand does. A press of the driver's
    /// reaches the page by a way of its own, and is no touch to the system.
    pub async fn touch_in_page(&self, selector: &str) -> Result<()> {
        let place = format!(
            "const place = document.querySelector({}).getBoundingClientRect();
             return [place.x + place.width / 2, place.y + place.height / 2];",
            json!(selector)
        );
        let place = self.page_script(&place).await?["value"].clone();
        let at = |index: usize| place[index].as_f64().context("it has no place on the page");
        // Without a window manager the window stands in the corner, and the page is at its left.
        let mut press = Command::new("xdotool");
        press.args(["mousemove", &at(0)?.round().to_string(), &at(1)?.round().to_string()]);
        let pressed =
            press.args(["click", "1"]).status().context("xdotool is part of the set-up")?;
        ensure!(pressed.success(), "the pointer could not be moved");
        Ok(())
    }

    /// The path that the page shows.
    pub async fn page_path(&self) -> Result<String> {
        Ok(self.in_page().await?.current_url().await?.path().to_owned())
    }

    /// Runs `script` in the page and answers what it returns; it may return a promise.
    pub async fn page_script(&self, script: &str) -> Result<serde_json::Value> {
        let page = self.in_page().await?;
        let wrapped = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {script} }})().then(
               (value) => done({{ value: value ?? null }}),
               (error) => done({{ error: String(error?.message ?? error) }}));"
        );
        Ok(page.execute_async(wrapped, Vec::new()).await?.json().clone())
    }
}

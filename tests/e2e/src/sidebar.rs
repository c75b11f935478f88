//! What a user does and reads in the sidebar, by the `data-testid` names of the design.

use std::path::Path;

use anyhow::Result;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::app::{App, run_script};
use crate::wait::{until, until_equal};

fn by(test_id: &str) -> By {
    By::Css(format!("[data-testid=\"{test_id}\"]"))
}

/// Shows a place: presses what controls each thing that hides it, from the outermost inwards.
const REVEAL: &str = "
    const reveal = (element) => {
      for (;;) {
        const hiding = [];
        for (let one = element; one; one = one.parentElement) if (one.hidden) hiding.push(one);
        const outermost = hiding.pop();
        if (!outermost) return true;
        document.querySelector(`[aria-controls=\"${outermost.id}\"]`).click();
        if (outermost.hidden) return false;
      }
    };
    const element = document.querySelector(arguments[0]);
    return element !== null && reveal(element);";

/// The tab or the section of the settings that a part of the sidebar stands in.
fn opener(part: &str) -> Option<String> {
    let name = match part {
        "queue" | "history" | "prompts" | "statistics" | "make" => format!("tab-{part}"),
        "data" => "section-data".to_owned(),
        "help" => "section-shortcuts".to_owned(),
        "diagnostics" => "section-health".to_owned(),
        _ => return None,
    };
    Some(name)
}

impl App {
    /// Waits until the element of a selector is there, and goes to its tab or section.
    pub async fn reveal(&self, css: &str) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        until(&format!("{css} can be seen"), async || {
            let is_seen = run_script(sidebar, REVEAL, vec![json!(css)]).await?;
            Ok((is_seen == json!(true)).then_some(()))
        })
        .await
    }

    async fn reveal_named(&self, test_id: &str) -> Result<()> {
        self.reveal(&format!("[data-testid=\"{test_id}\"]")).await
    }

    /// The text of an element as it stands; empty where it is not shown.
    pub async fn text(&self, test_id: &str) -> Result<String> {
        let sidebar = self.in_sidebar().await?;
        let script = "return document.querySelector(arguments[0])?.textContent?.trim() ?? '';";
        let selector = format!("[data-testid=\"{test_id}\"]");
        let text = run_script(sidebar, script, vec![json!(selector)]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until an element reads `expected`.
    pub async fn reads(&self, test_id: &str, expected: &str) -> Result<()> {
        let what = format!("`{test_id}` reads {expected:?}");
        until_equal(&what, &expected.to_owned(), async || self.text(test_id).await).await
    }

    /// Clicks an element as soon as it is enabled.
    pub async fn click(&self, test_id: &str) -> Result<()> {
        self.reveal_named(test_id).await?;
        let sidebar = self.in_sidebar().await?;
        until(&format!("`{test_id}` can be clicked"), async || {
            let element = sidebar.find(by(test_id)).await?;
            if !element.is_enabled().await? {
                return Ok(None);
            }
            element.scroll_into_view().await?;
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Replaces what an input holds, as by selecting all and typing.
    pub async fn fill(&self, test_id: &str, text: &str) -> Result<()> {
        self.reveal_named(test_id).await?;
        let sidebar = self.in_sidebar().await?;
        until(&format!("`{test_id}` can be filled"), async || {
            let element = sidebar.find(by(test_id)).await?;
            if !element.is_enabled().await? {
                return Ok(None);
            }
            element.send_keys(Key::Control + "a").await?;
            element.send_keys(text).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Replaces what an input holds all at once: of what is typed key by key, the driver loses line ends
    /// and signs beyond the first plane of Unicode.
    pub async fn paste(&self, test_id: &str, text: &str) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        let script = "const field = document.querySelector(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        let selector = format!("[data-testid=\"{test_id}\"]");
        run_script(sidebar, script, vec![json!(selector), json!(text)]).await.map(drop)
    }

    /// The value of an input.
    pub async fn value(&self, test_id: &str) -> Result<String> {
        let sidebar = self.in_sidebar().await?;
        Ok(sidebar.find(by(test_id)).await?.value().await?.unwrap_or_default())
    }

    /// The values of `attribute` of all elements named `test_id`, in their order.
    pub async fn all(&self, test_id: &str, attribute: &str) -> Result<Vec<String>> {
        let sidebar = self.in_sidebar().await?;
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map((element) => element.getAttribute(arguments[1]) ?? '');";
        let selector = format!("[data-testid=\"{test_id}\"]");
        let values = run_script(sidebar, script, vec![json!(selector), json!(attribute)]).await?;
        let values = values.as_array().cloned().unwrap_or_default();
        Ok(values.iter().filter_map(|value| value.as_str()).map(str::to_owned).collect())
    }

    /// Opens the history card of an image.
    pub async fn open_card(&self, media_id: &str) -> Result<()> {
        self.reveal_named("history").await?;
        let sidebar = self.in_sidebar().await?;
        let card = format!("[data-testid=\"image-card\"][data-media-id=\"{media_id}\"]");
        until("the image's card is open", async || {
            let script = "const card = document.querySelector(arguments[0]);
                if (!card) return false;
                const toggle = card.matches('[aria-expanded]')
                  ? card : card.querySelector('[aria-expanded]');
                if (toggle.getAttribute('aria-expanded') === 'true') return true;
                toggle.click();
                return false;";
            let is_open = run_script(sidebar, script, vec![json!(card)]).await?;
            Ok((is_open == json!(true)).then_some(()))
        })
        .await
    }

    /// Goes to a part of the sidebar: a tab, the settings or a section of them, a log.
    pub async fn unfold(&self, test_id: &str) -> Result<()> {
        if let Some(opener) = opener(test_id) {
            self.reveal_named(&opener).await?;
            return self.press_named(&opener).await;
        }
        self.reveal_named(test_id).await?;
        let sidebar = self.in_sidebar().await?;
        let selector = format!(
            "[data-testid=\"{test_id}\"]:not([open]) > summary, details:not([open]):has(> \
             [data-testid=\"{test_id}\"]) > summary"
        );
        let script = "document.querySelector(arguments[0])?.click();";
        run_script(sidebar, script, vec![json!(selector)]).await.map(drop)
    }

    /// Presses an element whatever lies over it.
    async fn press_named(&self, test_id: &str) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        let script = "document.querySelector(arguments[0]).click();";
        let selector = format!("[data-testid=\"{test_id}\"]");
        run_script(sidebar, script, vec![json!(selector)]).await.map(drop)
    }

    /// Chooses a file, as in the system's dialog.
    pub async fn choose_file(&self, test_id: &str, file: &Path) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        let input = until("the file's input is there", async || {
            Ok(sidebar.find_all(by(test_id)).await?.pop())
        })
        .await?;
        Ok(input.send_keys(file.to_string_lossy()).await?)
    }

    /// Types a value into the setting named `test_id`, and leaves its box.
    pub async fn set_setting(&self, test_id: &str, text: &str) -> Result<()> {
        self.reveal_named(test_id).await?;
        let sidebar = self.in_sidebar().await?;
        let input = until("the setting's box is there", async || {
            let inside = By::Css(format!("[data-testid=\"{test_id}\"] input"));
            Ok(sidebar.find_all(inside).await?.pop())
        })
        .await?;
        input.send_keys(Key::Control + "a").await?;
        Ok(input.send_keys(format!("{text}{}", Key::Tab.value())).await?)
    }

    /// What a setting is by now, as the backend has it.
    pub async fn stored_setting(&self, name: &str) -> Result<String> {
        let script = "const [wanted] = arguments;
            return window.__TAURI_INTERNALS__.invoke('settings', {})
                .then((all) => all.find(({ name }) => name === wanted).value);";
        let sidebar = self.in_sidebar().await?;
        let value = run_script(sidebar, script, vec![json!(name)]).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a setting is `expected`.
    pub async fn setting_is(&self, name: &str, expected: &str) -> Result<()> {
        let what = format!("the setting {name}");
        until_equal(&what, &expected.to_owned(), async || self.stored_setting(name).await).await
    }

    /// Types into a box in place of what it holds, and stays in it.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        self.reveal(css).await?;
        let sidebar = self.in_sidebar().await?;
        until(&format!("{css} can be typed into"), async || {
            let Some(element) = sidebar.find_all(By::Css(css)).await?.pop() else {
                return Ok(None);
            };
            element.scroll_into_view().await?;
            element.click().await?;
            element.send_keys(Key::Control + "a").await?;
            element.send_keys(text).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Clicks the first element of a selector, as a user does.
    pub async fn click_on(&self, css: &str) -> Result<()> {
        self.reveal(css).await?;
        let sidebar = self.in_sidebar().await?;
        until(&format!("{css} can be pressed"), async || {
            let Some(element) = sidebar.find_all(By::Css(css)).await?.into_iter().next() else {
                return Ok(None);
            };
            element.scroll_into_view().await?;
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Turns the switch of the setting named `test_id`.
    pub async fn turn_switch(&self, test_id: &str) -> Result<()> {
        self.reveal_named(test_id).await?;
        let sidebar = self.in_sidebar().await?;
        let switch = By::Css(format!("[data-testid=\"{test_id}\"] label"));
        until("the setting's switch is there", async || {
            let Some(switch) = sidebar.find_all(switch.clone()).await?.pop() else {
                return Ok(None);
            };
            switch.scroll_into_view().await?;
            switch.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Chooses an option of a list by its value.
    pub async fn choose(&self, test_id: &str, value: &str) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        let script = "const list = document.querySelector(arguments[0]);
            list.value = arguments[1];
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        let selector = format!("[data-testid=\"{test_id}\"]");
        run_script(sidebar, script, vec![json!(selector), json!(value)]).await.map(drop)
    }

    /// Runs `script` in the sidebar and answers what it returns.
    pub async fn sidebar_script(&self, script: &str) -> Result<serde_json::Value> {
        let sidebar = self.in_sidebar().await?;
        run_script(sidebar, script, Vec::new()).await
    }

    /// Has the sidebar note the moment at which a card of the history says `text`.
    pub async fn note_when_a_card_says(&self, text: &str) -> Result<()> {
        let watch = "
            window.notedAt = null;
            const look = () => {
              const card = document.querySelector('[data-testid=\"image-card\"]');
              if (card?.textContent.includes(arguments[0]) && window.notedAt === null) {
                window.notedAt = performance.timeOrigin + performance.now();
              }
            };
            const kinds = { childList: true, subtree: true, characterData: true };
            new MutationObserver(look).observe(document.body, kinds);";
        self.in_sidebar().await?.execute(watch, vec![json!(text)]).await?;
        Ok(())
    }

    /// The moment that was noted, in ms on the clock that both webviews share.
    pub async fn noted_at(&self) -> Result<f64> {
        until("it is noted", async || {
            Ok(self.sidebar_script("return window.notedAt;").await?.as_f64())
        })
        .await
    }

    /// Presses a key in the sidebar, wherever the focus is.
    pub async fn press(&self, key: &str) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        Ok(sidebar.find(By::Css("body")).await?.send_keys(key).await?)
    }

    /// Presses a key where the focus is.
    pub async fn press_in_focus(&self, keys: impl Into<TypingData>) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        Ok(sidebar.active_element().await?.send_keys(keys).await?)
    }

    /// Presses a key with Control in the sidebar.
    pub async fn press_with_control(&self, key: impl Into<char>) -> Result<()> {
        let sidebar = self.in_sidebar().await?;
        let keys: String = [char::from(Key::Control), key.into()].iter().collect();
        Ok(sidebar.find(By::Css("body")).await?.send_keys(keys).await?)
    }
}

//! The shell's place between the two webviews and the engine: it hands on what the page script sees and what
//! the sidebar asks for, and carries out what the engine decides.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use retake_engine::{Effect, Engine, Handled, Input, Settings};
use retake_protocol::command::CommandError;
use retake_protocol::library::{ItemId, MarkChange};
use retake_protocol::observer::{Signal, SnapshotReply};
use retake_protocol::view::{PanelView, Update};
use retake_store::Store;
use serde::Serialize;
use serde_json::{Value, json};

use super::commands::{self, Asked, PageStep, field};
use super::devtools::Devtools;
use super::own_window::OwnWindow;
use super::{saved_videos, sidebar_files};
use crate::Launch;

/// What the page script shows with every call.
const PASS: &str = "the pass of this run";

/// What Tauri puts into each webview.
const INTERNALS: &str = include_str!("internals.js");

/// Of a command's answer: where it goes.
#[derive(Clone)]
struct Caller {
    session: String,
    /// The document that asked.
    context: Value,
    callback: Value,
    error: Value,
}

/// See the module.
pub(super) struct Bridge {
    devtools: Devtools,
    page: String,
    sidebar: OwnWindow,
    library: Option<OwnWindow>,
    grok_url: String,
    data_dir: PathBuf,
    engine: Engine,
    sent: Option<PanelView>,
    /// Settings that were set by the sidebar or at the start, the latest last.
    chosen: Vec<(String, String)>,
    /// Who waits for what is found on the page, by the question's number.
    asked_health: Vec<Caller>,
}

impl Bridge {
    /// Opens the database, and takes charge of the webviews of `page` and `sidebar`, which it opens.
    pub(super) async fn open(
        port: u16,
        (page, sidebar): (&str, &str),
        launch: &Launch,
    ) -> Result<Self> {
        std::fs::create_dir_all(&launch.data_dir)?;
        let store = Store::open(&launch.data_dir.join("retake.db"))?;
        let mut settings = Settings::default();
        let mut chosen = Vec::new();
        for one in &launch.settings {
            let (name, value) = one.split_once('=').context("NAME=VALUE")?;
            if Settings::NAMES.contains(&name) {
                settings.set(name, value)?;
            }
            chosen.push((name.to_owned(), value.to_owned()));
        }
        let engine = Engine::open(store, settings, now())?;
        let mut devtools = Devtools::connect(port).await?;
        let grok_url = launch.grok_url.clone();
        let script = super::page_script(&grok_url)?;
        let page = attach(&mut devtools, page, &format!("{INTERNALS}\n{script}")).await?;
        let session = attach(&mut devtools, sidebar, INTERNALS).await?;
        let sidebar = OwnWindow::open(&mut devtools, session, "index.html", (380, 900)).await?;
        let start = format!("{grok_url}/imagine");
        devtools.send(&page, "Page.navigate", json!({ "url": start })).await?;
        Ok(Self {
            devtools,
            page,
            sidebar,
            library: None,
            grok_url,
            data_dir: launch.data_dir.clone(),
            engine,
            sent: None,
            chosen,
            asked_health: Vec::new(),
        })
    }

    /// Opens the library. Its window stays open, as the app's does until the user closes it.
    async fn open_library(&mut self) -> Result<()> {
        if self.library.is_some() {
            return Ok(());
        }
        let blank = json!({ "url": "about:blank" });
        let made = self.devtools.call("", "Target.createTarget", blank).await?;
        let target = made["targetId"].as_str().context("the library has no target")?;
        let session = attach(&mut self.devtools, target, INTERNALS).await?;
        let start = "index.html#library";
        let window = OwnWindow::open(&mut self.devtools, session, start, (1200, 900)).await?;
        self.library = Some(window);
        Ok(())
    }

    /// Goes on until `stop` says so, or the browser is gone.
    pub(super) async fn run(mut self, mut stop: tokio::sync::oneshot::Receiver<()>) -> Result<()> {
        loop {
            let pause = self.engine.next_wakeup().map(|at| {
                Duration::from_millis(at.saturating_sub(now()).clamp(0, 15_000).unsigned_abs())
            });
            let timer = async {
                match pause {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                _ = &mut stop => return Ok(()),
                told = self.devtools.next() => self.take(&told?).await?,
                () = timer => self.handle(Input::TimePassed).await.map(drop)?,
            }
        }
    }

    /// What the browser tells.
    async fn take(&mut self, told: &Value) -> Result<()> {
        let params = &told["params"];
        match told["method"].as_str() {
            Some("Fetch.requestPaused") => {
                let url = params["request"]["url"].as_str().unwrap_or_default();
                let answer = if url.starts_with(saved_videos::ORIGIN) {
                    saved_videos::answer(self.engine.store(), params)
                } else {
                    sidebar_files::answer(params)
                };
                let session = told["sessionId"].as_str().unwrap_or_default();
                self.devtools.send(session, "Fetch.fulfillRequest", answer).await.map(drop)
            }
            Some("Runtime.bindingCalled") if params["name"] == json!("retakeSend") => {
                let text = params["payload"].as_str().unwrap_or_default();
                let Ok(message) = serde_json::from_str::<Value>(text) else { return Ok(()) };
                let caller = Caller {
                    session: told["sessionId"].as_str().unwrap_or_default().to_owned(),
                    context: params["executionContextId"].clone(),
                    callback: message["callback"].clone(),
                    error: message["error"].clone(),
                };
                let command = message["cmd"].as_str().unwrap_or_default();
                if caller.session == self.page {
                    self.of_page(caller, command, &message["payload"]).await
                } else {
                    self.of_own_window(caller, command, &message["payload"]).await
                }
            }
            _ => Ok(()),
        }
    }

    async fn of_page(&mut self, caller: Caller, command: &str, given: &Value) -> Result<()> {
        if command == "observer_hello" {
            self.ask_page("admit", &PASS).await?;
            return self.answer(&caller, Ok(json!(null))).await;
        }
        if given["pass"] != json!(PASS) {
            let refusal = commands::refused("this document is not the page");
            return self.answer(&caller, Err(refusal)).await;
        }
        if matches!(command, "observer_health") && !self.asked_health.is_empty() {
            let asked = self.asked_health.remove(0);
            self.answer(&asked, Ok(given["found"].clone())).await?;
        }
        let input = match command {
            "observer_signal" => Input::Signal(field(given, "signal")?),
            "observer_text" => Input::FullSnapshot(field(given, "snapshot")?),
            "observer_splice" => Input::Splice(field(given, "splice")?),
            "observer_stream" => Input::Stream(field(given, "piece")?),
            "observer_extension" => return self.answer(&caller, Ok(json!([]))).await,
            _ => return self.answer(&caller, Ok(json!(null))).await,
        };
        let is_load = matches!(input, Input::Signal(Signal::PageLoad));
        let answer = self.handle(input).await?;
        if is_load {
            self.ask_page("override", &json!({})).await?;
        }
        // An accepted splice is not answered: every answer wakes the page.
        let is_accepted = answer.snapshot_reply == Some(SnapshotReply::Accepted);
        if command == "observer_splice" && is_accepted {
            return Ok(());
        }
        self.answer(&caller, refused_or(&answer, json!(answer.snapshot_reply))).await
    }

    async fn of_own_window(&mut self, caller: Caller, command: &str, given: &Value) -> Result<()> {
        let store = self.engine.store().clone();
        let asked = commands::read(command, given, &store, now())
            .unwrap_or_else(|error| Asked::Answer(Err(commands::refused(format!("{error:#}")))));
        let answer = match asked {
            Asked::Answer(answer) => answer,
            Asked::Tell(input) => {
                let handled = self.handle(input).await?;
                refused_or(&handled, json!(null))
            }
            Asked::Work(work) => {
                let done = self.engine.run_maintenance(work, now())?;
                self.carry_out(&done.effects).await?;
                commands::done(&done.outcome)
            }
            Asked::Subscribe(number) => {
                self.sidebar.subscribe(number);
                self.sent = None;
                self.send_panel().await?;
                Ok(json!(null))
            }
            Asked::WatchLibrary(number) => {
                if let Some(library) = &mut self.library {
                    library.subscribe(number);
                }
                Ok(json!(null))
            }
            Asked::OpenLibrary => self.open_library().await.map(|()| Ok(json!(null)))?,
            Asked::SaveVideo { media_id, attempt_id } => {
                let video = (&media_id, &attempt_id);
                saved_videos::save(&store, &self.data_dir, video, now())?;
                self.push(&Update::HistoryChanged { media_id }).await?;
                Ok(json!(null))
            }
            Asked::Mark(items, change) => self.mark(&caller, &items, change).await?,
            Asked::Go(step) => self.go(&step).await.map(|()| Ok(json!(null)))?,
            Asked::Health => {
                self.asked_health.push(caller);
                return self.ask_page("health", &json!({ "number": 1 })).await;
            }
            Asked::Set(name, value) => self.set(name, value),
            Asked::Settings => Ok(json!(commands::settings(&self.chosen))),
        };
        self.answer(&caller, answer).await
    }

    /// Changes marks, and tells the windows that the app tells.
    async fn mark(
        &mut self,
        caller: &Caller,
        items: &[ItemId],
        change: MarkChange,
    ) -> Result<Result<Value, CommandError>> {
        let store = self.engine.store().clone();
        let marked = change
            .checked()
            .and_then(|change| store.mark_items(items, &change).map_err(|error| error.to_string()));
        if let Err(refusal) = marked {
            return Ok(Err(commands::refused(refusal)));
        }
        if caller.session == self.sidebar.session {
            self.push(&Update::MarksChanged).await?;
        } else {
            self.sidebar.push(&mut self.devtools, &Update::MarksChanged).await?;
        }
        Ok(Ok(json!(null)))
    }

    /// Sets a setting; the engine goes by its own at once.
    fn set(&mut self, name: String, value: String) -> Result<Value, CommandError> {
        if Settings::NAMES.contains(&name.as_str()) {
            let mut settings = self.engine.settings().clone();
            settings.set(&name, &value).map_err(|error| commands::refused(error.to_string()))?;
            self.engine.set_settings(settings);
        }
        self.chosen.push((name, value));
        Ok(json!(commands::settings(&self.chosen)))
    }

    async fn handle(&mut self, input: Input) -> Result<Handled> {
        let handled = self.engine.handle(input, now())?;
        self.carry_out(&handled.effects).await?;
        Ok(handled)
    }

    async fn carry_out(&mut self, effects: &[Effect]) -> Result<()> {
        for effect in effects {
            match effect {
                Effect::Issue(action) => self.ask_page("act", action).await?,
                Effect::Show(media_id) => {
                    self.go(&PageStep::Image(media_id.as_str().to_owned())).await?;
                }
                Effect::PanelChanged => self.send_panel().await?,
                Effect::HistoryChanged(media_id) => {
                    self.push(&Update::HistoryChanged { media_id: media_id.clone() }).await?;
                }
                Effect::HistoryReplaced => self.push(&Update::HistoryReplaced).await?,
            }
        }
        Ok(())
    }

    async fn go(&mut self, step: &PageStep) -> Result<()> {
        let page = self.page.clone();
        let (method, params) = match step {
            PageStep::Image(id) => {
                ("Page.navigate", json!({ "url": format!("{}/imagine/post/{id}", self.grok_url) }))
            }
            PageStep::Move(to) if to == "reload" => ("Page.reload", json!({})),
            PageStep::Move(to) if to == "home" => {
                ("Page.navigate", json!({ "url": format!("{}/imagine", self.grok_url) }))
            }
            PageStep::Move(to) => {
                ("Runtime.evaluate", json!({ "expression": format!("history.{to}()") }))
            }
        };
        self.devtools.send(&page, method, params).await.map(drop)
    }

    /// As the shell does: the page script's handle is called in the page's own document.
    async fn ask_page(&mut self, what: &str, question: &(impl Serialize + Sync)) -> Result<()> {
        let question = serde_json::to_string(question)?;
        let expression = format!("window[Symbol.for('retake.observer')]?.{what}({question})");
        let page = self.page.clone();
        let params = json!({ "expression": expression });
        self.devtools.send(&page, "Runtime.evaluate", params).await.map(drop)
    }

    async fn answer(&mut self, caller: &Caller, answer: Result<Value, CommandError>) -> Result<()> {
        let (number, value) = match answer {
            Ok(value) => (&caller.callback, value),
            Err(error) => (&caller.error, json!(error)),
        };
        let expression = format!("window[Symbol.for('retake.bridge')]?.({number}, {value})");
        let params = json!({ "expression": expression, "contextId": caller.context });
        self.devtools.send(&caller.session, "Runtime.evaluate", params).await.map(drop)
    }

    /// Sends the panel where it says something new.
    async fn send_panel(&mut self) -> Result<()> {
        let panel = self.engine.panel(now());
        if let Some(sent) = &mut self.sent {
            sent.now = panel.now;
            if *sent == panel {
                return Ok(());
            }
        }
        self.sent = Some(panel.clone());
        self.sidebar.push(&mut self.devtools, &Update::Panel(Box::new(panel))).await
    }

    /// Tells both windows of a change of the history.
    async fn push(&mut self, update: &Update) -> Result<()> {
        self.sidebar.push(&mut self.devtools, update).await?;
        match &mut self.library {
            Some(library) => library.push(&mut self.devtools, update).await,
            None => Ok(()),
        }
    }
}

fn refused_or(handled: &Handled, answer: Value) -> Result<Value, CommandError> {
    handled.refused.clone().map_or(Ok(answer), Err)
}

/// Takes charge of a webview, whose documents run `source` before their own scripts; the answer is its
/// session.
async fn attach(devtools: &mut Devtools, target: &str, source: &str) -> Result<String> {
    let params = json!({ "targetId": target, "flatten": true });
    let attached = devtools.call("", "Target.attachToTarget", params).await?;
    let session = attached["sessionId"].as_str().context("the webview has no session")?;
    for (method, params) in [
        ("Page.enable", json!({})),
        ("Runtime.enable", json!({})),
        ("Runtime.addBinding", json!({ "name": "retakeSend" })),
        ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })),
        ("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })),
    ] {
        devtools.call(session, method, params).await?;
    }
    Ok(session.to_owned())
}

/// Milliseconds since the Unix epoch.
#[expect(
    clippy::disallowed_methods,
    reason = "the bridge stands for the shell, which has the clock"
)]
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

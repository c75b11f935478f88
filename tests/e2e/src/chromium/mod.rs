//! The page script, the sidebar and the library in Chromium, the engine of WebView2: windows of one browser,
//! and in the shell's place a bridge between them and the engine of the app. What needs the app's own window, files
//! or the system is not there.

mod bridge;
mod commands;
mod devtools;
mod own_window;
mod saved_videos;
mod sidebar_files;

use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::Command;
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;
use tokio::sync::oneshot;

use crate::app::{Launch, Opened, free_port};
use crate::child::Process;
use crate::wait::until;
use bridge::Bridge;

/// Whether the stories are to be played in Chromium.
pub(crate) fn is_wanted() -> bool {
    std::env::var_os("RETAKE_WEBVIEW").is_some_and(|name| name == "chromium")
}

/// What stands in the app's place.
#[derive(Debug)]
pub(crate) struct Shell {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<Result<()>>,
    _profile: TempDir,
}

/// Starts the browser, and has both windows load.
pub(crate) async fn open(launch: &Launch) -> Result<Opened> {
    let (driver_port, tools_port) = (free_port()?, free_port()?);
    let profile = TempDir::new().context("failed to make a profile for Chromium")?;
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={driver_port}"));
    let driver_process = Process::start("chromedriver", &mut command)?;
    let url = format!("http://127.0.0.1:{driver_port}");
    let driver = until("chromedriver answers", async || {
        let capabilities = capabilities(tools_port, profile.path().to_string_lossy().as_ref())?;
        Ok(Some(WebDriver::new(&url, capabilities).await?))
    })
    .await?;
    let page = driver.window().await?;
    let sidebar = driver.new_window().await?;
    let (stop, stopped) = oneshot::channel();
    let (ready, is_ready) = oneshot::channel();
    let (launch, targets) = (launch.clone(), (page.to_string(), sidebar.to_string()));
    // The engine blocks until its transaction is committed.
    let thread = std::thread::Builder::new().name("bridge".into()).spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let bridge = Bridge::open(tools_port, (&targets.0, &targets.1), &launch).await?;
            // Who waits for it may have given up.
            let _ = ready.send(());
            bridge.run(stopped).await
        })
    })?;
    if is_ready.await.is_err() {
        let why = thread.join().map_err(|_| anyhow!("the bridge panicked"))?;
        return Err(why.err().unwrap_or_else(|| anyhow!("the bridge ended")));
    }
    let shell = Shell { stop, thread, _profile: profile };
    driver.switch_to_window(sidebar.clone()).await?;
    until("the sidebar is there", async || {
        Ok(driver.find_all(By::Css("[data-testid=status]")).await?.pop())
    })
    .await?;
    Ok(Opened { driver, sidebar, page, shell: Some(shell), driver_process })
}

impl Shell {
    /// Ends the bridge, and with it the engine; tells what went wrong in it.
    pub(crate) fn close(self) -> Result<()> {
        // One that has ended by itself says why below.
        let _ = self.stop.send(());
        self.thread.join().map_err(|_| anyhow!("the bridge panicked"))?.context("in the bridge")
    }
}

fn capabilities(tools_port: u16, profile: &str) -> Result<Capabilities> {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        format!("--remote-debugging-port={tools_port}"),
        format!("--user-data-dir={profile}"),
        "--window-size=1200,900".to_owned(),
        // Both are seen at once in the app.
        "--disable-background-timer-throttling".to_owned(),
        "--disable-backgrounding-occluded-windows".to_owned(),
        "--disable-renderer-backgrounding".to_owned(),
    ];
    // Chromium has no sandbox for root, and wants to be told that this is known.
    if std::fs::metadata("/proc/self")?.uid() == 0 {
        arguments.push("--no-sandbox".to_owned());
    }
    let mut options = json!({ "args": arguments });
    if let Some(binary) = binary() {
        options["binary"] = json!(binary);
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "chrome")?;
    capabilities.set::<Value>("goog:chromeOptions", options)?;
    Ok(capabilities)
}

/// Debian's name of the program.
fn binary() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join("chromium")).find(|file| file.is_file())
}

/// The page script for a page at `origin`, joined as the shell does.
fn page_script(origin: &str) -> Result<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../injected");
    let read = |name: &str| {
        let file = folder.join(name);
        std::fs::read_to_string(&file).with_context(|| format!("failed to read {}", file.display()))
    };
    let parts: Vec<String> = read("files.txt")?.lines().map(read).collect::<Result<_>>()?;
    let (selectors, origin) = (read("selectors.json")?, json!(origin));
    Ok(format!(
        "(() => {{\n\"use strict\";\nconst RETAKE_SELECTORS = {selectors};\n\
         const RETAKE_ORIGIN = {origin};\n{}\n}})();\n",
        parts.join("\n")
    ))
}

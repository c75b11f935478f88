//! The built app under WebKitWebDriver: both webviews are window handles of one session.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, WindowHandle};

use crate::child::Process;
use crate::chromium::{self, Shell};
use crate::snapshot;
use crate::wait::until;
use crate::window::ask_to_close;

/// How the app is started.
#[derive(Clone, Debug)]
pub struct Launch {
    /// `--grok-url`.
    pub grok_url: String,
    /// `--data-dir`.
    pub data_dir: PathBuf,
    /// `--sign-in-url`, each.
    pub sign_in_urls: Vec<String>,
    /// `--setting NAME=VALUE`, each.
    pub settings: Vec<String>,
    /// A folder whose programs the app finds before the system's.
    pub programs: Option<PathBuf>,
    /// Environment variables of the app, beside this process's own.
    pub environment: Vec<(String, String)>,
    /// Whether the driver holds every command back while a page is loading.
    pub page_load: PageLoad,
}

/// What `pageLoadStrategy` is to the driver.
#[derive(Clone, Copy, Debug)]
pub enum PageLoad {
    /// Commands wait until the page is loaded.
    Awaited,
    /// Commands go out at once: for a page that never comes.
    NotAwaited,
}

/// A running app.
#[derive(Debug)]
pub struct App {
    /// Talks to whichever webview was chosen last.
    pub driver: WebDriver,
    sidebar: WindowHandle,
    page: WindowHandle,
    /// The library's window, while the words for the sidebar mean it.
    library: Mutex<Option<WindowHandle>>,
    data_dir: PathBuf,
    /// What stands in the app's place where the stories are played in Chromium.
    shell: Option<Shell>,
    _driver_process: Process,
}

/// What was opened: the app, or what stands in its place.
pub(crate) struct Opened {
    pub(crate) driver: WebDriver,
    pub(crate) sidebar: WindowHandle,
    pub(crate) page: WindowHandle,
    pub(crate) shell: Option<Shell>,
    pub(crate) driver_process: Process,
}

/// The built program.
pub fn binary() -> PathBuf {
    std::env::var_os("RETAKE_BINARY").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/debug/retake"),
        PathBuf::from,
    )
}

impl App {
    /// Starts the app and waits until both webviews answer.
    pub async fn start(launch: &Launch) -> Result<Self> {
        let opened = if chromium::is_wanted() {
            chromium::open(launch).await?
        } else {
            open(launch).await?
        };
        let Opened { driver, sidebar, page, shell, driver_process } = opened;
        Ok(Self {
            driver,
            sidebar,
            page,
            library: Mutex::default(),
            data_dir: launch.data_dir.clone(),
            shell,
            _driver_process: driver_process,
        })
    }

    /// Sidebar and page.
    pub fn webviews(&self) -> [WindowHandle; 2] {
        [self.sidebar.clone(), self.page.clone()]
    }

    /// Opens the library from the sidebar. What is pressed and read from then on is in its window.
    pub async fn open_library(&self) -> Result<()> {
        // The driver's own click misses where the text is larger.
        let press = "const button = document.querySelector('[data-testid=open-library]');
            button?.click(); return button !== null;";
        until("the button of the library is there", async || {
            Ok((self.sidebar_script(press).await? == true).then_some(()))
        })
        .await?;
        let handle = until("the library is there", async || {
            for handle in self.driver.windows().await? {
                self.driver.switch_to_window(handle.clone()).await?;
                if self.driver.current_url().await?.fragment() == Some("library") {
                    return Ok(Some(handle));
                }
            }
            Ok(None)
        })
        .await?;
        *self.library.lock().unwrap_or_else(PoisonError::into_inner) = Some(handle);
        until("the library has looked for its items", async || {
            Ok((!self.text("library-count").await?.is_empty()).then_some(()))
        })
        .await
    }

    /// What is pressed and read from now on is in the sidebar again.
    pub fn leave_library(&self) {
        *self.library.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Turns to the sidebar, or to the library where that was opened.
    pub async fn in_sidebar(&self) -> Result<&WebDriver> {
        let library = self.library.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.driver.switch_to_window(library.unwrap_or_else(|| self.sidebar.clone())).await?;
        Ok(&self.driver)
    }

    /// Turns to Grok's page.
    pub async fn in_page(&self) -> Result<&WebDriver> {
        self.driver.switch_to_window(self.page.clone()).await?;
        Ok(&self.driver)
    }

    /// Ends the app, and waits until its process is gone.
    pub async fn close(self) -> Result<()> {
        let Self { driver, data_dir, shell, _driver_process, .. } = self;
        let ended = shell.map_or(Ok(()), Shell::close);
        driver.quit().await?;
        ended?;
        is_gone(&data_dir).await
    }

    /// Kills the app's process, and waits until it is gone.
    pub async fn kill(self) -> Result<()> {
        for process in processes_with(&self.data_dir)? {
            Command::new("kill").args(["-KILL", &process.to_string()]).status()?;
        }
        is_gone(&self.data_dir).await?;
        self.driver.leak()?;
        Ok(())
    }

    /// Ends the app by its window, as a user does, and waits until its process is gone. The driver is
    /// asked nothing: it answers no more once a page's process was ended under it on a busy machine.
    pub async fn close_window(self) -> Result<()> {
        ask_to_close()?;
        is_gone(&self.data_dir).await?;
        self.driver.leak()?;
        Ok(())
    }
}

/// Starts the built program under its driver.
async fn open(launch: &Launch) -> Result<Opened> {
    let port = free_port()?;
    let mut command = Command::new("WebKitWebDriver");
    command.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
    // Xvfb has no graphics card, and root no sandbox.
    command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
    command.env("NO_AT_BRIDGE", "1").env("FONTCONFIG_FILE", snapshot::FONTS);
    // The stories read English, whatever this machine speaks.
    command.env("LC_ALL", "C.UTF-8").env_remove("LANGUAGE");
    command.envs(launch.environment.iter().map(|(name, value)| (name, value)));
    if let Some(programs) = &launch.programs {
        let system = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(programs.clone()).chain(std::env::split_paths(&system));
        command.env("PATH", std::env::join_paths(all)?);
    }
    let driver_process = Process::start("WebKitWebDriver", &mut command)?;
    let url = format!("http://127.0.0.1:{port}");
    let driver = until("WebKitWebDriver answers", async || {
        Ok(Some(WebDriver::new(&url, capabilities(launch)?).await?))
    })
    .await?;
    let (sidebar, page) =
        until("both webviews are there", async || webviews(&driver).await).await?;
    Ok(Opened { driver, sidebar, page, shell: None, driver_process })
}

async fn is_gone(data_dir: &Path) -> Result<()> {
    until("the app's process is gone", async || {
        Ok(processes_with(data_dir)?.is_empty().then_some(()))
    })
    .await
}

fn capabilities(launch: &Launch) -> Result<Capabilities> {
    let mut arguments = vec![
        "--grok-url".to_owned(),
        launch.grok_url.clone(),
        "--data-dir".to_owned(),
        launch.data_dir.to_string_lossy().into_owned(),
    ];
    for url in &launch.sign_in_urls {
        arguments.extend(["--sign-in-url".to_owned(), url.clone()]);
    }
    for setting in &launch.settings {
        arguments.extend(["--setting".to_owned(), setting.clone()]);
    }
    let options = json!({ "binary": binary(), "args": arguments });
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", options)?;
    if let PageLoad::NotAwaited = launch.page_load {
        capabilities.set("pageLoadStrategy", "none")?;
    }
    Ok(capabilities)
}

/// The handles of sidebar and page, once both show something.
async fn webviews(driver: &WebDriver) -> Result<Option<(WindowHandle, WindowHandle)>> {
    let (mut sidebar, mut page) = (None, None);
    for handle in driver.windows().await? {
        driver.switch_to_window(handle.clone()).await?;
        let url = driver.current_url().await?;
        // A page that can't be loaded has another url than its own.
        let is_sidebar = url.scheme() == "tauri";
        // Another host's page, in a window to sign in.
        if url.host_str() == Some("localhost") && !is_sidebar {
            continue;
        }
        *(if is_sidebar { &mut sidebar } else { &mut page }) = Some(handle);
    }
    Ok(sidebar.zip(page))
}

/// A port of this machine that nothing listens on.
pub fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}

/// The ids of processes that were started with `folder` on their command line, as the app is.
pub fn processes_with(folder: &Path) -> Result<Vec<u32>> {
    let folder = folder.to_string_lossy().into_owned();
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").context("no /proc to look for processes in")? {
        let entry = entry?;
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // A process may end while it is looked at.
        let command_line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        let is_app = String::from_utf8_lossy(&command_line)
            .split('\0')
            .zip(String::from_utf8_lossy(&command_line).split('\0').skip(1))
            .any(|(name, value)| name == "--data-dir" && value == folder);
        if is_app {
            found.push(id);
        }
    }
    Ok(found)
}

/// Runs `script`, whose last statement returns a value, in the webview chosen last.
pub async fn run_script(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Result<Value> {
    Ok(driver.execute(script, arguments).await?.json().clone())
}

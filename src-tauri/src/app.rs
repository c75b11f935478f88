//! Puts the app together: one line for each part, in the order in which they need each other.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use retake_engine::Engine;
use retake_protocol::{MediaId, Millis};
use retake_store::Store;
use tauri::http::Response;
use tauri::{App, Manager as _};

use crate::clock::Clock;
use crate::closing::Closing;
use crate::command_line::AppOptions;
use crate::commands::{self, observer};
use crate::data_folder::DataFolder;
use crate::downloads::Downloads;
use crate::engine_task::{EngineHandle, EngineTask, Inbox};
use crate::load_watch::LoadWatch;
use crate::machine::graphics;
use crate::navigation::Sites;
use crate::outside::Outside;
use crate::page_requests::PageRequests;
use crate::page_token::PageToken;
use crate::pictures::{self, Pictures, Wanted};
use crate::recorder::Recorder;
use crate::settings::SettingsStore;
use crate::single_instance::Start;
use crate::spoken::{self, Spoken};
use crate::videos::{Callbacks, Dependencies, VideoFetcher, Videos};
use crate::window_state::WindowStateStore;
use crate::{capability, engine_task, logging, saved_videos, single_instance, window};

/// Runs the app until its window is closed.
pub(crate) fn run(options: &AppOptions) -> anyhow::Result<()> {
    // Before anything is opened: it may start the program again.
    graphics::prepare(options.safe_graphics)?;
    let folder = DataFolder::open(options.data_dir.as_deref())?;
    let mut first = match single_instance::claim(&folder)? {
        Start::First(first) => first,
        Start::Second => {
            eprintln!(
                "retake: Retake already uses {}: it is in front now",
                folder.root().display()
            );
            return Ok(());
        }
    };
    let _log = logging::start(&folder)?;
    window::find_display()?;
    tracing::info!(version = env!("CARGO_PKG_VERSION"), page = %options.grok_url.origin(), "start");
    let parts = Parts::open(options, &folder)?;
    let (engine, inbox) = engine_task::channel();
    let app = build(options, &folder, &parts, &engine)?;
    start(&app, options, &folder, parts, &engine, inbox)?;
    let (clock, handle) = (app.state::<Arc<Clock>>().inner().clone(), app.handle().clone());
    first.listen(clock, move || window::bring_to_front(&handle))?;
    let code = app.run_return(|_, _| {});
    tracing::info!(code, "end");
    Ok(())
}

/// What does not need a display.
struct Parts {
    clock: Arc<Clock>,
    /// What the history shows.
    store: Store,
    engine: Engine,
    recording: Option<PathBuf>,
    storage_problem: Option<String>,
}

impl Parts {
    fn open(options: &AppOptions, folder: &DataFolder) -> anyhow::Result<Self> {
        let clock = Arc::new(Clock::new());
        let storage = Storage::open(options, &folder.database(), clock.now())?;
        let Storage { store, mut engine, problem: storage_problem } = storage;
        let recording = options.record.clone();
        if let Some(file) = &recording {
            eprintln!("retake: recording to {}, with prompts as they are", file.display());
            let now = clock.now();
            engine_task::start_recording(&mut engine, Recorder::open(file, now)?, now);
        }
        Ok(Self { clock, store, engine, recording, storage_problem })
    }
}

/// The database, and the engine on it.
struct Storage {
    store: Store,
    engine: Engine,
    problem: Option<String>,
}

impl Storage {
    /// A database that can't be used is left as it is, and the app still opens: with the
    /// history as far as it can be read, and an engine that keeps what it sees in memory.
    fn open(options: &AppOptions, path: &Path, now: Millis) -> anyhow::Result<Self> {
        let keeper =
            |store: &Store| SettingsStore::new(store.clone(), options.settings.overrides());
        let usable = Store::open(path).map_err(anyhow::Error::from).and_then(|store| {
            let settings = keeper(&store).engine();
            let engine = Engine::open(store.clone(), settings, now)?;
            Ok(Self { store, engine, problem: None })
        });
        usable.or_else(|error| {
            let problem = format!("{error:#}");
            tracing::error!("the database can't be used: {problem}");
            let memory = Store::in_memory().context("starting without the database")?;
            let store = Store::open_read_only(path).unwrap_or_else(|error| {
                tracing::error!("it can't be read either: {error}");
                memory.clone()
            });
            let settings = keeper(&store).engine();
            let engine = Engine::open(memory, settings, now).context("starting the engine")?;
            Ok(Self { store, engine, problem: Some(problem) })
        })
    }
}

fn build(
    options: &AppOptions,
    folder: &DataFolder,
    parts: &Parts,
    engine: &EngineHandle,
) -> anyhow::Result<App> {
    tauri::Builder::default()
        .register_uri_scheme_protocol(pictures::SCHEME, {
            let store = parts.store.clone();
            move |context, request| {
                // The page could show them too, and read whether an image is known here.
                if is_own(context.webview_label()) {
                    pictures::serve(&store, &request)
                } else {
                    Response::default()
                }
            }
        })
        .register_asynchronous_uri_scheme_protocol(saved_videos::SCHEME, {
            let store = parts.store.clone();
            move |context, request, responder| {
                if !is_own(context.webview_label()) {
                    return responder.respond(Response::<Vec<u8>>::default());
                }
                let store = store.clone();
                // Reading a file may wait for the disk.
                tauri::async_runtime::spawn_blocking(move || {
                    responder.respond(saved_videos::serve(&store, &request));
                });
            }
        })
        .manage(engine.clone())
        .manage(observer::Gate::new(Arc::clone(&parts.clock), engine.clone()))
        .manage(parts.store.clone())
        .manage(folder.clone())
        .manage(Arc::clone(&parts.clock))
        .manage(SettingsStore::new(parts.store.clone(), options.settings.overrides()))
        .manage(Spoken::english())
        .manage(PageToken::new()?)
        .manage(PageRequests::default())
        .manage(Closing::default())
        .manage(window::Departure::default())
        .manage(LoadWatch::new({
            let engine = engine.clone();
            move |message| engine.page_unreachable(message)
        }))
        .manage(options.grok_url.clone())
        .invoke_handler(commands::answer)
        .build(tauri::generate_context!("../tauri.conf.json"))
        .context("starting the user interface")
}

/// Whether a webview shows the app's own files, and not the page.
fn is_own(label: &str) -> bool {
    matches!(label, window::SIDEBAR | window::LIBRARY)
}

fn start(
    app: &App,
    options: &AppOptions,
    folder: &DataFolder,
    parts: Parts,
    engine: &EngineHandle,
    inbox: Inbox,
) -> anyhow::Result<()> {
    let handle = app.handle();
    let Parts { clock, store, engine: machine, recording, storage_problem } = parts;
    let asking = handle.clone();
    let settings = SettingsStore::new(store.clone(), options.settings.overrides());
    spoken::speak(handle, settings.language());
    let ask = Box::new(move |wanted: &Wanted| window::ask_for_picture(&asking, wanted));
    let telling = engine.clone();
    let tell = Box::new(move |media_id: &MediaId| telling.history_changed(media_id));
    let dependencies = pictures::Dependencies {
        store: store.clone(),
        clock: Arc::clone(&clock),
        settings: settings.clone(),
        grok: options.grok_url.clone(),
    };
    let pictures = Pictures::start(dependencies, pictures::Callbacks { ask, tell })?;
    app.manage(pictures.clone());
    let telling = engine.clone();
    app.manage(Downloads::new(
        Arc::clone(&clock),
        SettingsStore::new(store.clone(), options.settings.overrides()),
        move |shown| telling.downloads_changed(shown),
    ));
    let videos = start_videos(app, options, folder, store, Arc::clone(&clock), engine)?;
    let page = window::GrokPage {
        app: handle.clone(),
        grok_url: options.grok_url.clone(),
        pictures,
        videos: videos.clone(),
    };
    app.manage(Outside::new(Arc::clone(&clock)));
    EngineTask { engine: machine, clock, page, recording, storage_problem }.start(inbox)?;
    capability::admit_page(app, &options.grok_url)?;
    let keeper = WindowStateStore::start(folder.window_place())?;
    app.manage(keeper.clone());
    let sites = Sites::new(options.grok_url.clone(), options.sign_in_url.clone())?;
    window::open(handle, folder, &sites, engine, &keeper)?;
    window::apply_settings(handle, &settings)?;
    videos.go_on();
    Ok(())
}

fn start_videos(
    app: &App,
    options: &AppOptions,
    folder: &DataFolder,
    store: Store,
    clock: Arc<Clock>,
    engine: &EngineHandle,
) -> anyhow::Result<Videos> {
    let (fetching, telling) = (app.handle().clone(), engine.clone());
    let callbacks = Callbacks {
        fetch: Box::new(move |wanted, ended| window::fetch_video(&fetching, &wanted, ended)),
        tell: Box::new(move |media_id| telling.history_changed(media_id)),
    };
    let dependencies = Dependencies {
        settings: SettingsStore::new(store.clone(), options.settings.overrides()),
        store,
        clock,
        folder: folder.clone(),
        grok: options.grok_url.clone(),
    };
    let videos = Videos::start(dependencies, callbacks)?;
    app.manage(VideoFetcher::default());
    app.manage(videos.clone());
    Ok(videos)
}

//! What the library's window asks for (spec K), and opening it.

use retake_locale::text;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::library::{
    Facet, ItemId, LONGEST_FILTER_NAME, LibraryDays, LibraryFilter, LibraryItem, LibraryQuery,
    MarkChange, NamedFilter,
};
use retake_protocol::view::Update;
use retake_store::{Store, StoreError};
use tauri::ipc::Channel;
use tauri::{AppHandle, State, Webview};

use super::sidebar::{attempt, read};
use super::{failed, refused};
use crate::engine_task::{EngineHandle, MarkedIn};
use crate::{calendar, window};

/// Opens the library, or brings it to front.
#[tauri::command]
pub(crate) async fn open_library(app: AppHandle) -> Result<(), CommandError> {
    window::open_library(&app)
        .map_err(|error| failed(format!("The library did not open: {error:#}.")))
}

/// Tells `channel` of every change of the history from now on, and no other one.
#[tauri::command]
pub(crate) async fn watch_library(
    channel: Channel<Update>,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    engine.watch_history(channel).await
}

/// How many items each day has.
#[tauri::command]
pub(crate) async fn library_days(
    filter: LibraryFilter,
    store: State<'_, Store>,
) -> Result<LibraryDays, CommandError> {
    read(&store, move |store| store.library_days(&filter, calendar::day_of)).await
}

/// Some items of a day.
#[tauri::command]
pub(crate) async fn library_page(
    query: LibraryQuery,
    store: State<'_, Store>,
) -> Result<Vec<LibraryItem>, CommandError> {
    read(&store, move |store| store.library_page(&query)).await
}

/// What the library can be filtered by.
#[tauri::command]
pub(crate) async fn library_facets(
    filter: LibraryFilter,
    store: State<'_, Store>,
) -> Result<Vec<Facet>, CommandError> {
    read(&store, move |store| store.library_facets(&filter)).await
}

/// Changes what the user thinks of items.
#[tauri::command]
pub(crate) async fn mark_items(
    items: Vec<ItemId>,
    change: MarkChange,
    webview: Webview,
    store: State<'_, Store>,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    let change = change.checked().map_err(refused)?;
    write(&store, move |store| store.mark_items(&items, &change)).await?;
    engine.marks_changed(match webview.label() {
        window::LIBRARY => MarkedIn::Library,
        _ => MarkedIn::Sidebar,
    });
    Ok(())
}

/// The filters that the user keeps.
#[tauri::command]
pub(crate) async fn library_filters(
    store: State<'_, Store>,
) -> Result<Vec<NamedFilter>, CommandError> {
    read(&store, Store::library_filters).await
}

/// Keeps a filter under a name.
#[tauri::command]
pub(crate) async fn keep_filter(
    kept: NamedFilter,
    store: State<'_, Store>,
) -> Result<(), CommandError> {
    let name = kept.name.trim().to_owned();
    if name.is_empty() {
        return Err(refused(text::filter_needs_name()));
    }
    if name.chars().count() > LONGEST_FILTER_NAME {
        return Err(refused(text::filter_name_too_long(LONGEST_FILTER_NAME)));
    }
    write(&store, move |store| store.keep_filter(&NamedFilter { name, ..kept })).await
}

/// Keeps a filter no longer.
#[tauri::command]
pub(crate) async fn drop_filter(name: String, store: State<'_, Store>) -> Result<(), CommandError> {
    write(&store, move |store| store.drop_filter(&name)).await
}

async fn write(
    store: &Store,
    change: impl FnOnce(&Store) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), CommandError> {
    attempt(store, change).await.map_err(|error| {
        failed(text::not_kept(format!("{error:#}"))).with_remedy(Remedy::OpenDataFolder)
    })
}

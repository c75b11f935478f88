//! The commands of the sidebar and the library that need no window, as `src-tauri` carries them out.

use anyhow::{Context, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use retake_engine::Input;
use retake_engine::maintenance::{Maintenance, Outcome};
use retake_engine::transfer;
use retake_locale::Language;
use retake_protocol::command::CommandError;
use retake_protocol::health::About;
use retake_protocol::library::{ItemId, MarkChange};
use retake_protocol::maintenance::{DataFolderView, Done};
use retake_protocol::settings::{SettingKind, SettingView};
use retake_protocol::{AttemptId, MediaId};
use retake_store::{CalendarDay, Store};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const DAY_MS: i64 = 86_400_000;

/// What a command comes to.
pub(super) enum Asked {
    /// It is answered at once.
    Answer(Result<Value, CommandError>),
    /// The engine hears of it, and may refuse it.
    Tell(Input),
    /// The engine does this with the whole history.
    Work(Maintenance),
    /// The sidebar hears of changes under this number from now on.
    Subscribe(u64),
    /// The library hears of changes of the history under this number from now on.
    WatchLibrary(u64),
    /// The library's window opens.
    OpenLibrary,
    /// A video is saved.
    SaveVideo {
        /// Its image.
        media_id: MediaId,
        /// The video.
        attempt_id: AttemptId,
    },
    /// What the user thinks of items changes.
    Mark(Vec<ItemId>, MarkChange),
    /// The page goes there.
    Go(PageStep),
    /// The page is asked what is found on it.
    Health,
    /// A setting is set.
    Set(String, String),
    /// All settings.
    Settings,
}

/// One step of the page.
pub(super) enum PageStep {
    /// To an image.
    Image(String),
    /// As the sidebar's buttons say: `back`, `forward`, `reload`, `home`.
    Move(String),
}

/// Reads a command.
pub(super) fn read(command: &str, given: &Value, store: &Store, now: i64) -> Result<Asked> {
    Ok(match command {
        "subscribe" => Asked::Subscribe(channel_of(given)?),
        "start_session" => Asked::Tell(Input::Start(field(given, "request")?)),
        "stop_session" => Asked::Tell(Input::Stop(field(given, "mediaId")?)),
        "resume_session" => Asked::Tell(Input::Resume(field(given, "mediaId")?)),
        "set_preferences" => Asked::Tell(Input::SetPreferences(field(given, "request")?)),
        "change_queue" => Asked::Tell(Input::ChangeQueue(field(given, "change")?)),
        "user_active" => Asked::Tell(Input::UserActive),
        "history_page" => answer(store.history_page(&field(given, "query")?)?)?,
        "image_detail" => answer(store.image_detail(&field(given, "mediaId")?)?)?,
        "statistics" => answer(store.statistics(|_| Vec::new())?)?,
        "pace" => answer(store.pace()?)?,
        "prompts" => answer(store.prompts(given["search"].as_str().unwrap_or_default())?)?,
        "keep_prompt" => answer(store.keep_prompts(&[field(given, "kept")?], now)?)?,
        "drop_prompt" => answer(store.drop_prompt(&field(given, "prompt")?)?)?,
        "forget_history" => {
            let media_id: Option<MediaId> = field(given, "mediaId")?;
            Asked::Work(Maintenance::Forget(media_id.into()))
        }
        "import_history" => {
            let text = given["text"].as_str().context("the text of a file")?;
            Asked::Work(Maintenance::Import(transfer::read(text)?))
        }
        "open_image" => Asked::Go(PageStep::Image(field(given, "mediaId")?)),
        "move_page" => Asked::Go(PageStep::Move(field(given, "to")?)),
        "page_health" => Asked::Health,
        "language" => answer(Language::English)?,
        "settings" => Asked::Settings,
        "set_setting" => Asked::Set(field(given, "name")?, field(given, "value")?),
        "about" => answer(About { version: "0".into(), commit: None, webview: None })?,
        "data_folder" => answer(DataFolderView {
            path: "/home/user/retake".into(),
            database_bytes: 4096,
            kept: Some(store.kept_bytes()?),
            backups: Vec::new(),
        })?,
        _ => return read_of_library(command, given, store),
    })
}

/// Reads a command that only the library's window has, or both.
fn read_of_library(command: &str, given: &Value, store: &Store) -> Result<Asked> {
    Ok(match command {
        "open_library" => Asked::OpenLibrary,
        "watch_library" => Asked::WatchLibrary(channel_of(given)?),
        "library_days" => answer(store.library_days(&field(given, "filter")?, day_of)?)?,
        "library_page" => answer(store.library_page(&field(given, "query")?)?)?,
        "library_facets" => answer(store.library_facets(&field(given, "filter")?)?)?,
        "library_filters" => answer(store.library_filters()?)?,
        "keep_filter" => answer(store.keep_filter(&field(given, "kept")?)?)?,
        "drop_filter" => answer(store.drop_filter(&field::<String>(given, "name")?)?)?,
        "mark_items" => Asked::Mark(field(given, "items")?, field(given, "change")?),
        "save_video" => Asked::SaveVideo {
            media_id: field(given, "mediaId")?,
            attempt_id: field(given, "attemptId")?,
        },
        _ => Asked::Answer(Err(refused(format!("the tests' bridge has no {command}")))),
    })
}

/// The number of the channel that a window hears of changes by.
fn channel_of(given: &Value) -> Result<u64> {
    let channel = given["channel"].as_str().context("a channel")?;
    Ok(channel.rsplit(':').next().context("a channel's number")?.parse()?)
}

/// The day at UTC that has a moment (ms).
fn day_of(moment: i64) -> Option<CalendarDay> {
    let from = moment - moment.rem_euclid(DAY_MS);
    let date = Timestamp::from_millisecond(from).ok()?.to_zoned(TimeZone::UTC).date();
    Some(CalendarDay { date: date.to_string(), from, until: from + DAY_MS })
}

/// What the history's work came to, for the sidebar.
pub(super) fn done(outcome: &Outcome) -> Result<Value, CommandError> {
    match outcome {
        Outcome::Refused(reason) => Err(refused(reason.clone())),
        _ => Ok(json!(Done { lines: vec!["It is done.".into()] })),
    }
}

/// A command that was understood and not carried out.
pub(super) fn refused(message: impl Into<retake_locale::Text>) -> CommandError {
    CommandError::refused(message)
}

/// One setting of each kind, with what was set of them.
pub(super) fn settings(set: &[(String, String)]) -> Vec<SettingView> {
    let known = [
        ("text_size", "100", SettingKind::Percent { from: 75, to: 200 }),
        ("default_max_retries", "3", SettingKind::Count { from: 1, to: 50 }),
        ("start_at_press", "off", SettingKind::Switch),
        ("cooldown_ms", "8000", SettingKind::Span { from: 3_000, to: 600_000 }),
        ("keep_pictures", "on", SettingKind::Switch),
        ("keep_videos", "off", SettingKind::Switch),
        ("video_name", "{date} {number}", SettingKind::Text { longest: 200 }),
        ("notifications", "on", SettingKind::Switch),
        ("user_agent", "", SettingKind::Text { longest: 500 }),
        ("allow_camera", "off", SettingKind::Switch),
    ];
    let of = |name: &str| set.iter().rev().find(|(one, _)| one == name).map(|(_, value)| value);
    let view = |(name, default, kind): (&str, &str, SettingKind)| SettingView {
        name: name.into(),
        value: of(name).map_or(default, String::as_str).into(),
        default: default.into(),
        kind,
        is_overridden: false,
    };
    known.into_iter().map(view).collect()
}

fn answer(value: impl Serialize) -> Result<Asked> {
    Ok(Asked::Answer(Ok(serde_json::to_value(value)?)))
}

/// What a call carries under `name`; what is absent is null.
pub(super) fn field<T: DeserializeOwned>(given: &Value, name: &str) -> Result<T> {
    serde_json::from_value(given[name].clone()).with_context(|| name.to_owned())
}

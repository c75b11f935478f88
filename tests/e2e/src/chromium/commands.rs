//! The sidebar's commands that need no window, as `src-tauri` carries them out.

use anyhow::{Context, Result};
use retake_engine::Input;
use retake_engine::maintenance::{Maintenance, Outcome};
use retake_locale::Language;
use retake_protocol::MediaId;
use retake_protocol::command::CommandError;
use retake_protocol::health::About;
use retake_protocol::maintenance::{DataFolderView, Done};
use retake_protocol::settings::{SettingKind, SettingView};
use retake_store::Store;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// What a command of the sidebar comes to.
pub(super) enum Asked {
    /// It is answered at once.
    Answer(Result<Value, CommandError>),
    /// The engine hears of it, and may refuse it.
    Tell(Input),
    /// The engine does this with the whole history.
    Work(Maintenance),
    /// The sidebar hears of changes under this number from now on.
    Subscribe(u64),
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

/// Reads a command of the sidebar's.
pub(super) fn read(command: &str, given: &Value, store: &Store, now: i64) -> Result<Asked> {
    Ok(match command {
        "subscribe" => {
            let channel = given["channel"].as_str().context("a channel")?;
            let number = channel.rsplit(':').next().context("a channel's number")?;
            Asked::Subscribe(number.parse()?)
        }
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
        _ => Asked::Answer(Err(refused(format!("the tests' bridge has no {command}")))),
    })
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

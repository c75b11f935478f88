//! What the browser extension left: its keys, read tolerantly (spec E1). Which image an entry is of
//! and how entries merge is left to `retake-session`.

use retake_protocol::{MediaId, Millis, PostId, Prompt};
use serde::de::MapAccess;
use serde_json::value::RawValue;

use crate::browser_json::well_formed;
use crate::lenient_json::{Field, FromMap, Key, ObjectOrOther};

/// What the key of one session begins with; the rest is its post id.
pub const SESSION_PREFIX: &str = "grokRetrySession_";

/// The key that holds all sessions by image.
pub const STORE_KEY: &str = "useGrokRetryVideoSessions_store";

/// Everything that was found, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExtensionReading {
    /// What could be read.
    pub entries: Vec<LegacyEntry>,
    /// What could not, by key.
    pub malformed: Vec<Malformed>,
}

/// A key that could not be read; its neighbours are still taken (spec E3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The key, with the way to the part of it that is meant.
    pub key: String,
    /// What was wrong.
    pub reason: &'static str,
}

/// One entry of the extension.
#[derive(Clone, Debug, PartialEq)]
pub struct LegacyEntry {
    /// Its key.
    pub key: String,
    /// What it is stored under.
    pub owner: OldOwner,
    /// Its fields.
    pub fields: OldFields,
    /// The entry as it stood, to be kept.
    object: RawObject,
}

impl LegacyEntry {
    fn new(key: String, owner: OldOwner, object: RawObject) -> Self {
        Self { key, owner, fields: OldFields::of(&object), object }
    }

    /// The entry as JSON text, from which [`LegacyEntry::from_kept`] makes the same one.
    pub fn kept(&self) -> String {
        self.object.to_json()
    }

    /// An entry that was kept. `None`: the text is no JSON object.
    pub fn from_kept(key: String, owner: OldOwner, kept: &str) -> Option<Self> {
        Some(Self::new(key, owner, RawObject::read(&well_formed(kept))?))
    }

    /// Takes the preferences over from the other half of a stored image.
    fn take_preferences(&mut self, half: &RawObject) {
        for name in ["maxRetries", "videoGoal", "autoRetryEnabled", "lastPromptValue"] {
            if let Some(value) = half.get(name) {
                self.object.set(name, value);
            }
        }
        self.fields = OldFields::of(&self.object);
    }
}

/// What the extension stored an entry under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OldOwner {
    /// A post, yet to be resolved to its image (spec B1).
    Post(PostId),
    /// The image itself, as its newest versions did.
    Image(MediaId),
}

/// The fields of an entry, in the words of the extension. One that is absent or of another type
/// has its default: 0, false, empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OldFields {
    /// `isActive` or `isSessionActive`.
    pub is_active: bool,
    /// `canRetry`.
    pub can_retry: bool,
    /// `retryCount`.
    pub retry_count: u32,
    /// `videosGenerated`.
    pub videos_generated: u32,
    /// `creditsUsed`.
    pub credits_used: u32,
    /// `layer1Failures`, `layer2Failures`, `layer3Failures`.
    pub layer_failures: [u32; 3],
    /// `lastAttemptTime`; 0: never.
    pub last_attempt_time: Millis,
    /// `lastFailureTime`; 0: never.
    pub last_failure_time: Millis,
    /// `outcome` or `lastSessionOutcome`.
    pub outcome: Option<String>,
    /// `logs`.
    pub logs: Vec<String>,
    /// `attemptProgress`, each as its JSON text.
    pub attempt_progress: Vec<String>,
    /// `currentPostId`.
    pub current_post_id: Option<PostId>,
    /// `processedAttemptIds`.
    pub post_ids: Vec<PostId>,
    /// `maxRetries`.
    pub max_retries: Option<u32>,
    /// `videoGoal`.
    pub video_goal: Option<u32>,
    /// `autoRetryEnabled`.
    pub auto_retry: Option<bool>,
    /// `lastPromptValue`.
    pub last_prompt: Option<Prompt>,
}

/// Why a file is none of the extension's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this holds no data of the browser extension: give a JSON object of its keys, as \
     {{\"grokRetrySession_…\": {{…}}}}, or what the browser's developer tools copy of them"
)]
pub struct NotExtensionData;

/// Whether a file holds a key of the extension, rather than being something else.
pub fn is_extension_file(text: &str) -> bool {
    read_file(text).is_ok()
}

/// Reads a file of the extension's keys and values, in any of the forms that they are saved in: an
/// object of them, such an object under `sessionStorage` or `localStorage`, a list of keys with their
/// values, or lines of both with a tab between. Foreign keys are passed over.
pub fn read_file(text: &str) -> Result<ExtensionReading, NotExtensionData> {
    let text = well_formed(text.trim_start_matches('\u{feff}').trim());
    let pairs = pairs_of(&text).ok_or(NotExtensionData)?;
    let mut reading = ExtensionReading::default();
    for (key, value) in pairs {
        if key == STORE_KEY {
            reading.take_store(&value);
        } else if let Some(post) = key.strip_prefix(SESSION_PREFIX) {
            let post_id = PostId::new(post).map(OldOwner::Post);
            reading.take(key.clone(), post_id, object_of(&value));
        }
    }
    if reading == ExtensionReading::default() { Err(NotExtensionData) } else { Ok(reading) }
}

/// A key, and its value as JSON text.
type Pair = (String, Box<str>);

fn pairs_of(text: &str) -> Option<Vec<Pair>> {
    match text.chars().next()? {
        '{' => RawObject::read(text).map(|object| object.or_storage().0),
        '[' => {
            let elements: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            Some(elements.into_iter().filter_map(|element| pair_of(element.get())).collect())
        }
        _ => Some(text.lines().filter_map(pair_of_line).collect()),
    }
}

/// `{"key": …, "value": …}`, or a list of both.
fn pair_of(element: &str) -> Option<Pair> {
    if let Ok((key, value)) = serde_json::from_str::<(String, Box<RawValue>)>(element) {
        return Some((key, value.get().into()));
    }
    let object = RawObject::read(element)?;
    Some((object.field("key").text()?, object.get("value")?.into()))
}

/// A line that the developer tools' table copies: the value stands as it is, without quotes.
fn pair_of_line(line: &str) -> Option<Pair> {
    let (key, value) = line.split_once('\t')?;
    Some((key.trim().to_owned(), value.trim().into()))
}

impl ExtensionReading {
    fn take(&mut self, key: String, owner: Option<OldOwner>, object: Option<RawObject>) {
        match (owner, object) {
            (Some(owner), Some(object)) => {
                self.entries.push(LegacyEntry::new(key, owner, object));
            }
            (None, _) => self.malformed.push(Malformed { key, reason: "its key names no id" }),
            (_, None) => {
                self.malformed.push(Malformed { key, reason: "its value is no JSON object" });
            }
        }
    }

    /// The store by image. A session and its preferences stand in two maps of the same keys and
    /// are one entry, so that the preferences are those of the first (spec E2).
    fn take_store(&mut self, value: &str) {
        let state = object_of(value).and_then(|object| match object.get("state") {
            Some(state) => object_of(state),
            None => Some(object),
        });
        let Some(state) = state else {
            self.take(STORE_KEY.to_owned(), MediaId::new(STORE_KEY).map(OldOwner::Image), None);
            return;
        };
        for part in ["sessionByMediaId", "persistentByMediaId"] {
            let Some(value) = state.get(part) else { continue };
            let key = format!("{STORE_KEY}/{part}");
            let Some(images) = object_of(value) else {
                self.malformed.push(Malformed { key, reason: "its value is no JSON object" });
                continue;
            };
            for (image, value) in images.0 {
                self.take_image(format!("{key}/{image}"), image, &value);
            }
        }
    }

    fn take_image(&mut self, key: String, image: String, value: &str) {
        let owner = MediaId::new(image).map(OldOwner::Image);
        let object = object_of(value);
        let session = (self.entries.iter_mut())
            .find(|entry| is_of_store(entry) && Some(&entry.owner) == owner.as_ref());
        match (session, &object) {
            (Some(session), Some(object)) => session.take_preferences(object),
            _ => self.take(key, owner, object),
        }
    }
}

fn is_of_store(entry: &LegacyEntry) -> bool {
    entry.key.starts_with(STORE_KEY)
}

impl OldFields {
    fn of(object: &RawObject) -> Self {
        let field = |name: &str| object.field(name);
        let count = |name: &str| field(name).whole().and_then(|n| u32::try_from(n).ok());
        let time = |name: &str| field(name).whole().unwrap_or(0);
        let texts = |name: &str| field(name).elements().into_iter().filter_map(Field::text);
        Self {
            is_active: (field("isActive").flag().or_else(|| field("isSessionActive").flag()))
                .unwrap_or(false),
            can_retry: field("canRetry").flag().unwrap_or(false),
            retry_count: count("retryCount").unwrap_or(0),
            videos_generated: count("videosGenerated").unwrap_or(0),
            credits_used: count("creditsUsed").unwrap_or(0),
            layer_failures: ["layer1Failures", "layer2Failures", "layer3Failures"]
                .map(|name| count(name).unwrap_or(0)),
            last_attempt_time: time("lastAttemptTime"),
            last_failure_time: time("lastFailureTime"),
            outcome: field("outcome").text().or_else(|| field("lastSessionOutcome").text()),
            logs: texts("logs").collect(),
            attempt_progress: (field("attemptProgress").elements().into_iter())
                .map(|element| element.json().to_owned())
                .collect(),
            current_post_id: field("currentPostId").id().and_then(PostId::new),
            post_ids: (field("processedAttemptIds").elements().into_iter())
                .filter_map(|element| PostId::new(element.id()?))
                .collect(),
            max_retries: count("maxRetries"),
            video_goal: count("videoGoal"),
            auto_retry: field("autoRetryEnabled").flag(),
            last_prompt: field("lastPromptValue").text().map(Prompt::new),
        }
    }
}

/// An object, or the JSON text of one.
fn object_of(value: &str) -> Option<RawObject> {
    if value.starts_with('{') {
        return RawObject::read(value);
    }
    let text = Field::of(value).text()?;
    RawObject::read(&well_formed(text.trim()))
}

/// A JSON object whose values are not taken apart: what is nested in them, however deep, can't hide
/// its neighbours. The order decides what is first (spec E2).
#[derive(Clone, Debug, PartialEq)]
struct RawObject(Vec<Pair>);

impl RawObject {
    fn read(json: &str) -> Option<Self> {
        let read: ObjectOrOther<Self> = serde_json::from_str(json).ok()?;
        read.object()
    }

    /// What stands under `sessionStorage` or `localStorage`, where these are what the object holds.
    fn or_storage(self) -> Self {
        let storages: Vec<Pair> = ["sessionStorage", "localStorage"]
            .into_iter()
            .filter_map(|name| object_of(self.get(name)?))
            .flat_map(|storage| storage.0)
            .collect();
        if storages.is_empty() { self } else { Self(storages) }
    }

    fn get(&self, name: &str) -> Option<&str> {
        // As for JSON.parse, the last of two equal names counts.
        let mut fields = self.0.iter().rev();
        fields.find_map(|(key, value)| (key == name).then_some(&**value))
    }

    fn field(&self, name: &str) -> Field<'_> {
        self.get(name).map(Field::of).unwrap_or_default()
    }

    fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(key, _)| key != name);
        self.0.push((name.to_owned(), value.into()));
    }

    fn to_json(&self) -> String {
        let field =
            |(key, value): &Pair| format!("{}:{value}", serde_json::Value::from(key.as_str()));
        let fields: Vec<String> = self.0.iter().map(field).collect();
        format!("{{{}}}", fields.join(","))
    }
}

impl<'de> FromMap<'de> for RawObject {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut fields = Vec::new();
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            let value = map.next_value::<&'de RawValue>()?.get();
            fields.push((key.into_owned(), value.into()));
        }
        Ok(Self(fields))
    }
}

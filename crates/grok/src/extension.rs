//! What the browser extension left: its keys, read tolerantly (spec E1). Which image an entry is of
//! and how entries merge is left to `retake-session`.

use retake_protocol::{MediaId, Millis, PostId, Prompt};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

/// What the key of one session begins with; the rest is its post id.
pub const SESSION_PREFIX: &str = "grokRetrySession_";

/// The key that holds all sessions by image.
pub const STORE_KEY: &str = "useGrokRetryVideoSessions_store";

/// Everything that was found, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExtensionReading {
    /// What could be read.
    pub entries: Vec<OldEntry>,
    /// What could not, by key.
    pub malformed: Vec<Malformed>,
}

/// A key that could not be read; its neighbours are taken all the same (spec E3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The key, with the way to the part of it that is meant.
    pub key: String,
    /// What was wrong.
    pub reason: &'static str,
}

/// One entry of the extension.
#[derive(Clone, Debug, PartialEq)]
pub struct OldEntry {
    /// Its key.
    pub key: String,
    /// What it is stored under.
    pub owner: OldOwner,
    /// Its fields.
    pub fields: OldFields,
    /// The entry as it stood, to be kept.
    object: Map<String, Value>,
}

impl OldEntry {
    fn new(key: String, owner: OldOwner, object: Map<String, Value>) -> Self {
        Self { key, owner, fields: OldFields::of(&object), object }
    }

    /// The entry as JSON text, from which [`OldEntry::from_kept`] makes the same one.
    pub fn kept(&self) -> String {
        Value::Object(self.object.clone()).to_string()
    }

    /// An entry that was kept. `None`: the text is no JSON object.
    pub fn from_kept(key: String, owner: OldOwner, kept: &str) -> Option<Self> {
        let object = serde_json::from_str(kept).ok()?;
        Some(Self::new(key, owner, object))
    }

    /// Takes the preferences over from the other half of a stored image.
    fn take_preferences(&mut self, half: &Map<String, Value>) {
        for name in ["maxRetries", "videoGoal", "autoRetryEnabled", "lastPromptValue"] {
            if let Some(value) = half.get(name) {
                self.object.insert(name.to_owned(), value.clone());
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
    /// `attemptProgress`, as it stood.
    pub attempt_progress: Vec<Value>,
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

/// Whether a file's top level holds a key of the extension, rather than being something else.
pub fn is_extension_file(text: &str) -> bool {
    serde_json::from_str::<Pairs>(text).is_ok_and(|Pairs(pairs)| {
        pairs.iter().any(|(key, _)| key == STORE_KEY || key.starts_with(SESSION_PREFIX))
    })
}

/// Reads a file of `{key: value}`. `None`: it is no JSON object. Foreign keys are passed over.
pub fn read_file(text: &str) -> Option<ExtensionReading> {
    let Pairs(pairs) = serde_json::from_str(text).ok()?;
    let mut reading = ExtensionReading::default();
    for (key, value) in pairs {
        if key == STORE_KEY {
            reading.take_store(value);
        } else if let Some(post) = key.strip_prefix(SESSION_PREFIX) {
            let post_id = PostId::new(post).map(OldOwner::Post);
            reading.take(key.clone(), post_id, object_of(value));
        }
    }
    Some(reading)
}

impl ExtensionReading {
    fn take(&mut self, key: String, owner: Option<OldOwner>, object: Option<Map<String, Value>>) {
        match (owner, object) {
            (Some(owner), Some(object)) => {
                self.entries.push(OldEntry::new(key, owner, object));
            }
            (None, _) => self.malformed.push(Malformed { key, reason: "its key names no id" }),
            (_, None) => {
                self.malformed.push(Malformed { key, reason: "its value is no JSON object" });
            }
        }
    }

    /// The store by image. A session and its preferences stand in two maps of the same keys and
    /// are one entry, so that the preferences are those of the first (spec E2).
    fn take_store(&mut self, value: Value) {
        let state = object_of(value)
            .and_then(|mut object| object.remove("state").map_or(Some(object), object_of));
        let Some(mut state) = state else {
            self.take(STORE_KEY.to_owned(), MediaId::new(STORE_KEY).map(OldOwner::Image), None);
            return;
        };
        for part in ["sessionByMediaId", "persistentByMediaId"] {
            let Some(value) = state.remove(part) else { continue };
            let key = format!("{STORE_KEY}/{part}");
            let Some(images) = object_of(value) else {
                self.malformed.push(Malformed { key, reason: "its value is no JSON object" });
                continue;
            };
            for (image, value) in images {
                let key = format!("{key}/{image}");
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
    }
}

fn is_of_store(entry: &OldEntry) -> bool {
    entry.key.starts_with(STORE_KEY)
}

impl OldFields {
    fn of(object: &Map<String, Value>) -> Self {
        let flag = |name: &str| object.get(name).and_then(Value::as_bool);
        let time = |name: &str| object.get(name).and_then(whole).unwrap_or(0);
        let count = |name: &str| object.get(name).and_then(whole).and_then(|n| n.try_into().ok());
        let text = |name: &str| object.get(name).and_then(Value::as_str).map(str::to_owned);
        let list = |name: &str| object.get(name).and_then(Value::as_array).into_iter().flatten();
        let texts = |name: &str| list(name).filter_map(Value::as_str).map(str::to_owned);
        Self {
            is_active: flag("isActive").or_else(|| flag("isSessionActive")).unwrap_or(false),
            can_retry: flag("canRetry").unwrap_or(false),
            retry_count: count("retryCount").unwrap_or(0),
            videos_generated: count("videosGenerated").unwrap_or(0),
            credits_used: count("creditsUsed").unwrap_or(0),
            layer_failures: ["layer1Failures", "layer2Failures", "layer3Failures"]
                .map(|name| count(name).unwrap_or(0)),
            last_attempt_time: time("lastAttemptTime"),
            last_failure_time: time("lastFailureTime"),
            outcome: text("outcome").or_else(|| text("lastSessionOutcome")),
            logs: texts("logs").collect(),
            attempt_progress: list("attemptProgress").cloned().collect(),
            current_post_id: text("currentPostId").and_then(PostId::new),
            post_ids: texts("processedAttemptIds").filter_map(PostId::new).collect(),
            max_retries: count("maxRetries"),
            video_goal: count("videoGoal"),
            auto_retry: flag("autoRetryEnabled"),
            last_prompt: text("lastPromptValue").map(Prompt::new),
        }
    }
}

/// A number that is not negative, without its fraction.
#[allow(clippy::cast_possible_truncation, reason = "a float's cast saturates, which is wanted")]
fn whole(value: &Value) -> Option<i64> {
    value.as_f64().filter(|number| *number >= 0.0).map(|number| number as i64)
}

/// An object, or the JSON text of one.
fn object_of(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(object) => Some(object),
        Value::String(text) => match serde_json::from_str(&text) {
            Ok(Value::Object(object)) => Some(object),
            _ => None,
        },
        _ => None,
    }
}

/// The entries of an object in their order, which decides what is first (spec E2).
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs;
            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}

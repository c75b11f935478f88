//! One turn of a conversation (spec H8): what somebody asked Grok for, or what Grok answered. Streams
//! bring turns as they come, and the page fetches those that were.

use retake_protocol::{Millis, PostId};

use crate::create_time::create_time;
use crate::fields::Fields;
use crate::ids::uuid_of_path;
use crate::lenient_json::Field;
use crate::notice::NoticeReading;
use crate::refusal::{RefusalReading, message};
use crate::request::VideoRequest;

/// A turn.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenTurn {
    /// Grok's `responseId`.
    pub response: Option<PostId>,
    /// Grok's `parentResponseId`: the turn that this one answers.
    pub parent: Option<PostId>,
    /// Grok's `sender`. Only what an [`Sender::Assistant`] attached was made by the turn; a person's
    /// turn names the inputs.
    pub sender: Sender,
    /// The video that the turn asks for or made, where it says so.
    pub request: Option<VideoRequest>,
    /// Grok's `fileAttachments`, each file once. A turn of spring 2026 names a moderated video, too.
    pub attachments: Vec<Attachment>,
    /// Grok's `partial`: more of the turn is to come.
    pub is_partial: bool,
    /// What Grok's own `message` says, or an error that speaks of a moderation; of a person's turn
    /// [`NoticeReading::Other`].
    pub words: NoticeReading,
    /// Grok's other `streamErrors` and `error`, none of them [`RefusalReading::Nothing`].
    pub errors: Vec<RefusalReading>,
    /// Grok's `createTime`. Of a person's turn in a stream it is the moment of the press by Grok's
    /// clock (spec C2).
    pub create_time: Option<Millis>,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The user's.
    Human,
    /// Grok's.
    Assistant,
    /// It is not said, or in an unknown word.
    Unknown,
}

/// A file that is attached to a turn: at least one of the two is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The file's id.
    pub id: Option<PostId>,
    /// The file's path or address, where the turn names it.
    pub path: Option<String>,
}

/// How many attachments of a turn are read.
const MOST_ATTACHMENTS: usize = 64;

impl SeenTurn {
    /// Reads a turn; `sender`: what its own field need not say.
    pub(crate) fn of(turn: Field<'_>, sender: Option<Sender>) -> Option<Self> {
        let fields = turn.fields()?;
        let sender = sender.unwrap_or_else(|| Sender::of(fields.get("sender")));
        let mut words = match fields.get("message").text() {
            Some(message) if sender == Sender::Assistant => NoticeReading::of(&message),
            _ => NoticeReading::Other,
        };
        let mut errors = Vec::new();
        for error in errors_of(&fields) {
            // Words of a moderation are one, whatever code stands beside them.
            if speaks_of_moderation(error) {
                words = NoticeReading::Moderated;
            } else {
                errors.push(RefusalReading::of_error(error));
            }
        }
        let id = |name: &str| fields.get(name).id().and_then(PostId::new);
        Some(Self {
            response: id("responseId"),
            parent: id("parentResponseId"),
            sender,
            request: match sender {
                Sender::Assistant => VideoRequest::of_made(turn),
                Sender::Human | Sender::Unknown => VideoRequest::of(turn),
            },
            attachments: attachments(&fields),
            is_partial: fields.get("partial").is_true(),
            words,
            errors,
            create_time: create_time(fields.get("createTime")),
        })
    }

    /// The attachment that is the file `id`.
    pub fn attachment(&self, id: &PostId) -> Option<&Attachment> {
        self.attachments.iter().find(|attachment| attachment.id.as_ref() == Some(id))
    }
}

impl Sender {
    fn of(field: Field<'_>) -> Self {
        let sender = field.text().unwrap_or_default().to_ascii_lowercase();
        match sender.rsplit('_').next() {
            Some("human" | "user") => Self::Human,
            Some("assistant" | "model" | "grok") => Self::Assistant,
            _ => Self::Unknown,
        }
    }
}

fn attachments(fields: &Fields<'_>) -> Vec<Attachment> {
    let mut attachments: Vec<Attachment> = Vec::new();
    let named = ["fileAttachments", "fileUris"].map(|name| fields.get(name).items());
    let named = named.into_iter().flatten().filter_map(|item| Attachment::of_name(&item.id()?));
    let records = fields.get("fileAttachmentAssetMetadata").list_or_one().into_iter();
    let records = records.filter_map(Attachment::of_record);
    for one in named.chain(records).take(MOST_ATTACHMENTS) {
        let same = |other: &&mut Attachment| one.id.is_some() && other.id == one.id;
        match attachments.iter_mut().find(same) {
            Some(known) => known.path = known.path.take().or(one.path),
            None => attachments.push(one),
        }
    }
    attachments
}

impl Attachment {
    /// From an id, a path or an address.
    fn of_name(name: &str) -> Option<Self> {
        if name.contains('/') {
            return Some(Self { id: uuid_of_path(name), path: Some(name.to_owned()) });
        }
        Some(Self { id: Some(PostId::new(name)?), path: None })
    }

    fn of_record(record: Field<'_>) -> Option<Self> {
        let fields = record.fields()?;
        let id = PostId::new(fields.get("assetId").id()?)?;
        Some(Self { id: Some(id), path: fields.filled_text(&["key"]) })
    }
}

/// How many errors of a turn are read.
const MOST_ERRORS: usize = 16;

fn errors_of<'de>(fields: &Fields<'de>) -> impl Iterator<Item = Field<'de>> {
    let listed = fields.get("streamErrors").list_or_one();
    let errors = listed.into_iter().chain([fields.get("error")]);
    errors.filter(|error| error.says_something()).take(MOST_ERRORS)
}

/// Whether an error is a moderation in other words.
pub(crate) fn speaks_of_moderation(error: Field<'_>) -> bool {
    message(error).is_some_and(|words| NoticeReading::of(&words) == NoticeReading::Moderated)
}

//! Reads the answer to one request for a video, piece by piece.

use retake_protocol::PostId;
use retake_protocol::observer::{MAX_NOTICE_BYTES, StreamEnd};

use super::frame::SeenFrame;
use super::objects::Objects;
use crate::browser_json::well_formed;
use crate::lenient_json::Field;
use crate::notice::NoticeReading;
use crate::refusal::RefusalReading;
use crate::turn::{SeenTurn, Sender, speaks_of_moderation};

/// What a stream says, in its order. Each is a fact; none is a decision.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamEvent {
    /// The conversation that the answer belongs to; its id is never an image's (spec B1).
    Conversation(PostId),
    /// A frame of a video that it names.
    Frame(SeenFrame),
    /// A frame, or words of Grok's, that name no video: of the stream's press (spec H3).
    Unnamed {
        /// Percent, 0–100.
        progress: Option<f64>,
        /// Whether it speaks of a moderation.
        is_moderated: bool,
    },
    /// A turn: first the user's, which repeats the request, then Grok's with the files that it made.
    Turn(SeenTurn),
    /// A limit or an error. The same one is given once, though several places speak of it.
    Error {
        /// What it is; never [`RefusalReading::Nothing`].
        reading: RefusalReading,
    },
    /// Nothing more comes.
    Ended(StreamEnd),
}

/// Reads one stream. Where it is cut into pieces changes nothing of what it tells.
#[derive(Clone, Debug, Default)]
pub struct AnswerStream {
    objects: Objects,
    conversation: Option<PostId>,
    /// What Grok has said in `token`s since it last stopped; the beginning of it.
    spoken: String,
    told: Option<RefusalReading>,
    is_moderation_told: bool,
}

/// How deep an object is searched for what is known.
const MOST_LEVELS: usize = 8;

impl AnswerStream {
    /// Takes the next piece of the text.
    pub fn read(&mut self, text: &str) -> Vec<StreamEvent> {
        let mut events = Vec::new();
        for object in self.objects.take(text) {
            self.search(Field::of(&well_formed(&object)), MOST_LEVELS, &mut events);
        }
        events
    }

    /// Takes the end of the stream. An object that is not whole by then says nothing.
    pub fn end(&mut self, end: StreamEnd) -> Vec<StreamEvent> {
        let mut events = Vec::new();
        self.take_spoken(&mut events);
        events.push(StreamEvent::Ended(end));
        events
    }

    /// Looks for what is known under its name, in `field` and at most `levels` further down. Images
    /// and chats are passed over.
    fn search(&mut self, field: Field<'_>, levels: usize, events: &mut Vec<StreamEvent>) {
        let Some(fields) = field.fields() else {
            return self.search_inside(field, levels, events);
        };
        for (name, value) in fields.iter() {
            match name {
                "conversationId" => self.take_conversation(value, events),
                "streamingVideoGenerationResponse" => self.take_frames(value, events),
                "userResponse" => events.extend(turn(value, Sender::Human)),
                "modelResponse" => self.take_answer(value, events),
                "error" => self.take_error(value, events),
                "streamErrors" => {
                    for error in value.list_or_one() {
                        self.take_error(error, events);
                    }
                }
                "cardAttachment" => self.take_card(value, events),
                "token" => self.hear(&value.text().unwrap_or_default()),
                "streamingImageGenerationResponse" | "mediaGenInput" => {}
                _ => self.search_inside(value, levels, events),
            }
        }
        if fields.get("isSoftStop").is_true() {
            self.take_spoken(events);
        }
    }

    fn search_inside(&mut self, field: Field<'_>, levels: usize, events: &mut Vec<StreamEvent>) {
        if levels == 0 {
            return;
        }
        if field.is_object() {
            return self.search(field, levels - 1, events);
        }
        for element in field.inside() {
            self.search(element, levels - 1, events);
        }
    }

    fn take_conversation(&mut self, id: Field<'_>, events: &mut Vec<StreamEvent>) {
        let id = id.id().and_then(PostId::new);
        if id.is_some() && id != self.conversation {
            self.conversation.clone_from(&id);
            events.extend(id.map(StreamEvent::Conversation));
        }
    }

    /// One frame, or a list of them. The conversation's id is none of the video's (spec A1).
    fn take_frames(&self, field: Field<'_>, events: &mut Vec<StreamEvent>) {
        for fields in field.list_or_one().into_iter().filter_map(Field::fields) {
            let Some(mut frame) = SeenFrame::of(&fields) else { continue };
            frame.ids.retain(|id| self.conversation != Some(id.as_post()));
            events.push(if frame.ids.is_empty() {
                let SeenFrame { progress, is_moderated, .. } = frame;
                StreamEvent::Unnamed { progress, is_moderated }
            } else {
                StreamEvent::Frame(frame)
            });
        }
    }

    /// Grok's turn: what it says and what went wrong come before the files.
    fn take_answer(&mut self, field: Field<'_>, events: &mut Vec<StreamEvent>) {
        self.take_spoken(events);
        let Some(turn) = SeenTurn::of(field, Some(Sender::Assistant)) else { return };
        self.take_words(turn.words, events);
        for reading in &turn.errors {
            self.tell(reading.clone(), events);
        }
        events.push(StreamEvent::Turn(turn));
    }

    fn take_error(&mut self, error: Field<'_>, events: &mut Vec<StreamEvent>) {
        if !error.says_something() {
            return;
        }
        if speaks_of_moderation(error) {
            self.take_words(NoticeReading::Moderated, events);
        } else {
            self.tell(RefusalReading::of_error(error), events);
        }
    }

    /// A card holds JSON as text; one of an image can name a limit.
    fn take_card(&mut self, card: Field<'_>, events: &mut Vec<StreamEvent>) {
        let json = card.field_of("jsonData").and_then(Field::text);
        let json = json.as_deref().map(well_formed);
        let data = json.as_deref().map_or(card, Field::of);
        let code = data.find("systemErrCode", MOST_LEVELS).and_then(Field::text);
        if code.is_some_and(|code| code.to_ascii_lowercase().contains("rate_limit")) {
            self.tell(RefusalReading::Limited { until: None }, events);
        }
    }

    /// Keeps what is said, until more is said than a notice has.
    fn hear(&mut self, token: &str) {
        let room = MAX_NOTICE_BYTES.saturating_sub(self.spoken.len());
        self.spoken.push_str(&token[..token.floor_char_boundary(room)]);
    }

    /// A limit may come as a spoken answer.
    fn take_spoken(&mut self, events: &mut Vec<StreamEvent>) {
        let spoken = std::mem::take(&mut self.spoken);
        self.take_words(NoticeReading::of(&spoken), events);
    }

    fn take_words(&mut self, words: NoticeReading, events: &mut Vec<StreamEvent>) {
        match words {
            NoticeReading::Limited { until } => {
                self.tell(RefusalReading::Limited { until }, events);
            }
            NoticeReading::Moderated if !self.is_moderation_told => {
                self.is_moderation_told = true;
                events.push(StreamEvent::Unnamed { progress: None, is_moderated: true });
            }
            _ => {}
        }
    }

    fn tell(&mut self, reading: RefusalReading, events: &mut Vec<StreamEvent>) {
        if self.told.as_ref() != Some(&reading) {
            self.told = Some(reading.clone());
            events.push(StreamEvent::Error { reading });
        }
    }
}

fn turn(field: Field<'_>, sender: Sender) -> Option<StreamEvent> {
    SeenTurn::of(field, Some(sender)).map(StreamEvent::Turn)
}

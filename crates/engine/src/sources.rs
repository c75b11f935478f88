//! What the page script tells, as the machine takes it: each source of spec H becomes facts here, by the
//! readers of `retake-grok`. What they mean is the machine's to say.

use std::sync::Arc;

use retake_grok::{AnswerStream, NoticeReading, Quota, Records, RefusalReading, VideoRequest};
use retake_protocol::PostId;
use retake_protocol::observer::{Answer, Signal, StreamPiece};
use retake_session::Event;

use std::collections::BTreeMap;

/// How many answers are read at once; Grok runs a handful side by side.
const MOST_STREAMS: usize = 16;

/// Every answer that has not ended, by the page script's number of it.
#[derive(Debug, Default)]
pub(crate) struct Streams(BTreeMap<u32, AnswerStream>);

impl Streams {
    /// Takes the next piece of an answer. One too many makes the oldest give way.
    pub(crate) fn read(&mut self, piece: &StreamPiece) -> Vec<Event> {
        let stream = piece.stream;
        let reader = self.0.entry(stream).or_default();
        let mut said = reader.read(&piece.text);
        if let Some(end) = piece.end {
            said.extend(reader.end(end));
            self.0.remove(&stream);
        }
        if self.0.len() > MOST_STREAMS {
            self.0.pop_first();
        }
        said.into_iter().map(|said| Event::StreamSaid { stream, said }).collect()
    }

    /// The page is gone, and its streams with it.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

/// What a signal tells the machine; `None`: nothing.
pub(crate) fn event_of(signal: Signal) -> Option<Event> {
    Some(match signal {
        Signal::PageLoad => Event::PageLoaded,
        Signal::MainPicture { post_id } => Event::MainPictureSeen { post_id },
        Signal::Progress { percent, attempt_id } => Event::ProgressSeen { percent, attempt_id },
        Signal::RateLimited => Event::LimitSeen { until: None },
        Signal::ModerationSeen => Event::ModerationSeen,
        Signal::Notice { text, visible } => return event_of_notice(&text, visible),
        Signal::UserActive => Event::UserActive,
        Signal::UserPress { by } => Event::UserPressed { by },
        Signal::AccessRefused { reason } => {
            Event::AccessRefused { stream: None, reason, words: String::new() }
        }
        Signal::Request { stream, body } => {
            Event::RequestSeen { stream, request: VideoRequest::read(body.as_deref()) }
        }
        Signal::Answer(answer) => return event_of_answer(&answer),
        Signal::Record { body } => Event::RecordsRead(Arc::new(Records::read(&body))),
        Signal::Clock { grok_ms } => Event::GrokClockHeard { grok_now: grok_ms },
        Signal::ActionResult { action_id, result } => Event::ActionAnswered { action_id, result },
        Signal::Problem { piece, message } => Event::PageProblem { piece, message },
        // The engine keeps the address.
        Signal::Route { .. } => return None,
    })
}

/// One that nobody sees says nothing (spec C11).
fn event_of_notice(text: &str, is_visible: bool) -> Option<Event> {
    match NoticeReading::of(text) {
        _ if !is_visible => None,
        NoticeReading::Limited { until } => Some(Event::LimitSeen { until }),
        NoticeReading::Moderated => Some(Event::ModerationSeen),
        NoticeReading::OnlyTells | NoticeReading::Other => None,
    }
}

/// An answer to a request for a video, or one about quotas (spec H6, H10).
fn event_of_answer(answer: &Answer) -> Option<Event> {
    let Some(stream) = answer.stream else {
        return Quota::read(&answer.body).map(Event::QuotaHeard);
    };
    let reading = RefusalReading::of_answer(answer);
    (reading != RefusalReading::Nothing).then_some(Event::AnswerSeen { stream, reading })
}

/// A conversation's id, as the page's address names it.
pub(crate) fn conversation_of(text: Option<String>) -> Option<PostId> {
    PostId::new(text?)
}

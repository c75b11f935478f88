//! Why a request for a video was not taken (spec H6): by the words of the answer before its codes, and
//! by those before its status. Grok says "code 7" of four things, a missing sign-in not among them.
//! What follows for sessions is for others to say.

use std::borrow::Cow;

use retake_protocol::Refusal;
use retake_protocol::observer::{Answer, MAX_ANSWER_BYTES};

use crate::browser_json::well_formed;
use crate::create_time::create_time;
use crate::lenient_json::Field;
use crate::phrases::{PHRASES, Text};
use crate::until::Until;

/// What an answer or an error refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusalReading {
    /// Nothing that is known, or it leaves it open.
    Nothing,
    /// A limit is reached (spec C11).
    Limited {
        /// When it ends, where the answer says so.
        until: Option<Until>,
    },
    /// Grok takes no video until the user does something.
    Refused {
        /// Why: `refused_by_grok`, `page_out_of_date`, `account_blocked`, `sign_in_needed` or
        /// `cloudflare_check`.
        reason: Refusal,
        /// What Grok says of it, at most [`MOST_WORDS`] characters; empty where it says nothing.
        words: String,
    },
    /// A server failed, or no answer came: the video may still come.
    ServerError,
}

/// The longest words of Grok that are kept, in characters.
pub const MOST_WORDS: usize = 300;

/// How deep an error is searched for its words.
const MOST_LEVELS: usize = 8;

/// The codes of gRPC that tell something here.
const PERMISSION_DENIED: u16 = 7;
const RESOURCE_EXHAUSTED: u16 = 8;
const UNAUTHENTICATED: u16 = 16;

/// A limit or a refusal, before its circumstances are known.
#[derive(Clone, Copy)]
enum Told {
    Limited,
    Refused(Refusal),
}

impl RefusalReading {
    /// Reads the answer to a request for a video; any other answer says nothing of videos.
    pub fn of_answer(answer: &Answer) -> Self {
        if answer.stream.is_none() {
            return Self::Nothing;
        }
        let json = well_formed(&answer.body);
        let body = Body::of(Field::of(&json));
        if matches!(answer.status, 200..=299) {
            return body.error().map_or(Self::Nothing, Self::of_error);
        }
        let retry_after = answer.headers.get("retry-after").map(String::as_str);
        let until = || retry_after.and_then(Until::of_retry_after).or_else(|| body.until());
        match told_by(answer, &body) {
            Some(Told::Limited) => Self::Limited { until: until() },
            Some(Told::Refused(reason)) => Self::Refused { reason, words: body.words() },
            None if matches!(answer.status, 0 | 500..) => Self::ServerError,
            None => Self::Nothing,
        }
    }

    /// Reads an error inside a stream. One that says nothing known is a server's.
    pub(crate) fn of_error(error: Field<'_>) -> Self {
        let body = Body::of(error);
        match body.told_by_words().or_else(|| by_code(body.code()?)) {
            Some(Told::Limited) => Self::Limited { until: body.until() },
            Some(Told::Refused(reason)) => Self::Refused { reason, words: body.words() },
            None => Self::ServerError,
        }
    }
}

fn told_by(answer: &Answer, body: &Body<'_>) -> Option<Told> {
    let is_challenge = answer
        .headers
        .get("cf-mitigated")
        .is_some_and(|header| header.trim().eq_ignore_ascii_case("challenge"));
    if is_challenge || (answer.status == 403 && body.speaks_of_check()) {
        return Some(Told::Refused(Refusal::CloudflareCheck));
    }
    let by_status = || match answer.status {
        429 => Some(Told::Limited),
        401 | 403 => Some(Told::Refused(Refusal::SignInNeeded)),
        _ => None,
    };
    body.told_by_words().or_else(|| by_code(body.code()?)).or_else(by_status)
}

fn by_code(code: u16) -> Option<Told> {
    match code {
        RESOURCE_EXHAUSTED => Some(Told::Limited),
        PERMISSION_DENIED => Some(Told::Refused(Refusal::RefusedByGrok)),
        UNAUTHENTICATED => Some(Told::Refused(Refusal::SignInNeeded)),
        _ => None,
    }
}

/// An answer's body or an error: as it stood, and the message in it.
struct Body<'a> {
    field: Field<'a>,
    /// With each character that JSON writes by its number in its place.
    text: Cow<'a, str>,
    message: Option<String>,
}

impl<'a> Body<'a> {
    fn of(field: Field<'a>) -> Self {
        let text = spelled_out(beginning(field.json()));
        let message = message(field).map(|message| beginning(&message).to_owned());
        Self { field, text, message }
    }

    fn error(&self) -> Option<Field<'a>> {
        self.field.field_of("error").filter(|error| error.says_something())
    }

    /// The message says it more surely than the text around it, which may be a page.
    fn told_by_words(&self) -> Option<Told> {
        let message = self.message.as_deref().and_then(told_in);
        message.or_else(|| told_in(&self.text))
    }

    fn speaks_of_check(&self) -> bool {
        let text = self.text.to_lowercase();
        PHRASES.cloudflare_check.iter().any(|known| text.contains(known))
    }

    /// The number behind the first `"code":`; it is looked for in the text, which may be cut.
    fn code(&self) -> Option<u16> {
        self.text.match_indices("\"code\"").find_map(|(at, key)| {
            let rest = self.text[at + key.len()..].trim_start().strip_prefix(':')?.trim_start();
            let rest = rest.strip_prefix('"').unwrap_or(rest);
            let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let is_whole = !rest[end..].starts_with(|letter: char| letter.is_alphanumeric());
            rest[..end].parse().ok().filter(|_| is_whole)
        })
    }

    fn until(&self) -> Option<Until> {
        let field = self.field.find("nextAvailableAt", MOST_LEVELS);
        let moment = field.and_then(create_time).map(|ms| Until::Moment { ms });
        moment.or_else(|| Until::of_words(self.message.as_deref()?))
    }

    fn words(&self) -> String {
        self.message.iter().flat_map(|message| message.chars()).take(MOST_WORDS).collect()
    }
}

/// What of a text is looked at.
fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_ANSWER_BYTES)]
}

fn told_in(text: &str) -> Option<Told> {
    let text = Text::of(text);
    let reasons = [
        (&PHRASES.page_out_of_date, Refusal::PageOutOfDate),
        (&PHRASES.account_blocked, Refusal::AccountBlocked),
        (&PHRASES.refused_by_grok, Refusal::RefusedByGrok),
    ];
    let refused = reasons.into_iter().find(|(list, _)| list.is_in(&text));
    refused
        .map(|(_, reason)| Told::Refused(reason))
        .or_else(|| PHRASES.limit.is_in_error(&text).then_some(Told::Limited))
}

/// What an error says in words: itself, or what stands under one of the names that Grok uses.
pub(crate) fn message(error: Field<'_>) -> Option<String> {
    message_within(error, MOST_LEVELS)
}

fn message_within(error: Field<'_>, levels: usize) -> Option<String> {
    if let Some(text) = error.filled_text() {
        return Some(text);
    }
    let fields = error.fields().filter(|_| levels > 0)?;
    let names = ["message", "error", "detail"];
    names.into_iter().find_map(|name| message_within(fields.get(name), levels - 1))
}

/// `text` with each `\u2019` as the character that it means.
fn spelled_out(text: &str) -> Cow<'_, str> {
    if !text.contains("\\u") {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split("\\u");
    let mut spelled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let number = part.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        if let Some(number) = number {
            spelled.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
            spelled.push_str(&part[4..]);
        } else {
            spelled.push_str("\\u");
            spelled.push_str(part);
        }
    }
    Cow::Owned(spelled)
}

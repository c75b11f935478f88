//! How a history from an export joins the one that is here (spec D6). What is here stays as it is;
//! what only the file has is added; where both have a row and differ, that is reported. Pure: reading
//! the file is `retake-engine`'s, reading and writing rows `retake-store`'s.
//!
//! What is the same: an image and an attempt by their ids (an attempt by any of its names, spec
//! A1); a session by its start, since an image has one at a time; a log line by all it says. So
//! joining a file twice changes nothing.

mod checks;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use retake_protocol::library::{ImageMarks, ItemId, Mark, MarkChange};
use retake_protocol::{ActionId, AttemptId, MediaId, Pick, PostId, Preferences, SessionId};

use crate::record::{
    ActionRecord, AttemptRecord, Change, Counted, ImageFacts, ImageHistory, LogRecord,
    SessionRecord,
};

pub use checks::{check_time, check_times};

/// More than any session can have counted; a larger number in a file is a mistake.
pub(crate) const MOST_COUNTED: u32 = 1_000_000;

/// The highest number that a session or action of a file may have. It leaves more numbers above it
/// than can ever be given out; beyond `i64::MAX` a new row would take the place of an old one.
const HIGHEST_NUMBER: i64 = (1 << 53) - 1;

/// What joining a file came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Images that were not known before.
    pub new_images: u32,
    /// Attempts that were added.
    pub new_attempts: u32,
    /// Sessions that were added.
    pub new_sessions: u32,
    /// Where the file says something else than what is here, which stays: one sentence each.
    pub differences: Vec<String>,
}

/// Why the history of an image can't be taken. Nothing of the file is then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the history of image {media_id} can't be taken: {problem}")]
pub struct InvalidHistory {
    /// The image.
    pub media_id: MediaId,
    /// What was wrong with it.
    pub problem: String,
}

/// The numbers of sessions and actions. One of a file is kept where it was never given out here, so
/// that an export into an empty database comes out as it went in; else it gets the next free one.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    sessions: Numbering,
    actions: Numbering,
}

#[derive(Clone, Debug, Default)]
struct Numbering {
    /// The highest number given out before the file.
    given_out: i64,
    taken: BTreeSet<i64>,
}

impl Numbering {
    fn take(&mut self, wanted: i64) -> i64 {
        let free = wanted > self.given_out && !self.taken.contains(&wanted);
        let highest = || self.taken.last().copied().unwrap_or(0).max(self.given_out);
        let number = if free { wanted } else { highest() + 1 };
        self.taken.insert(number);
        number
    }
}

impl Numbers {
    /// After the highest numbers that were ever given out here, and what the whole file will keep.
    pub fn after(session_id: Option<SessionId>, action_id: Option<ActionId>) -> Self {
        let numbering = |given_out| Numbering { given_out, taken: BTreeSet::new() };
        Self {
            sessions: numbering(session_id.map_or(0, |id| id.0)),
            actions: numbering(action_id.map_or(0, |id| id.0)),
        }
    }
}

/// The rows to be written for `file` to join `here`, which is the same image's history so far. The
/// `owned_posts` are those of the file that belong to an image already: the page showed them for it since,
/// and they stay.
pub fn join(
    here: Option<&ImageHistory>,
    file: ImageHistory,
    owned_posts: &BTreeSet<PostId>,
    numbers: &mut Numbers,
    tally: &mut Tally,
) -> Result<Vec<Change>, InvalidHistory> {
    checks::check(&file)?;
    let is_new = here.is_none();
    let nothing = ImageHistory::empty(file.image.clone());
    let here = here.unwrap_or(&nothing);
    tally.new_images += u32::from(is_new);
    let changes = Vec::new();
    let of_file = HashMap::new();
    let mut joining = Joining { here, is_new, numbers, tally, changes, of_file };
    joining.image(&file.image);
    joining.preferences(file.preferences);
    joining.sessions(file.sessions);
    joining.actions(file.actions);
    let marks = joining.marks(file.marks, &file.attempts);
    joining.attempts(file.attempts);
    joining.changes.extend(marks);
    let posts = file.posts.into_iter().filter(|post_id| !owned_posts.contains(post_id));
    let media_id = &here.image.media_id;
    joining
        .changes
        .extend(posts.map(|post_id| Change::Post { media_id: media_id.clone(), post_id }));
    joining.log(file.log);
    Ok(joining.changes)
}

/// The outcome of merging a session of the file.
#[derive(Clone, Copy)]
enum Session {
    /// It was here: what it counted was counted here.
    Here(SessionId),
    /// It is added, under this number.
    Added(SessionId),
}

impl Session {
    fn id(self) -> SessionId {
        match self {
            Self::Here(session_id) | Self::Added(session_id) => session_id,
        }
    }
}

struct Joining<'a> {
    here: &'a ImageHistory,
    is_new: bool,
    numbers: &'a mut Numbers,
    tally: &'a mut Tally,
    changes: Vec<Change>,
    /// By their numbers in the file.
    of_file: HashMap<SessionId, Session>,
}

impl Joining<'_> {
    fn differs(&mut self, what: &str) {
        let media_id = &self.here.image.media_id;
        self.tally.differences.push(format!("image {media_id}: {what} here stays as it is"));
    }

    /// A fact that is lacking here is taken over.
    fn image(&mut self, file: &ImageFacts) {
        let here = &self.here.image;
        let joined = filled_up(here, file);
        if filled_up(file, here) != joined {
            self.differs("what Grok says of it");
        }
        if self.is_new || joined != *here {
            self.changes.push(Change::Image(joined));
        }
    }

    fn preferences(&mut self, file: Option<Preferences>) {
        let Some(preferences) = file else { return };
        match &self.here.preferences {
            None => {
                let media_id = self.here.image.media_id.clone();
                self.changes.push(Change::Preferences { media_id, preferences });
            }
            Some(here) if *here != preferences => self.differs("what you set for it"),
            Some(_) => {}
        }
    }

    fn sessions(&mut self, file: Vec<SessionRecord>) {
        let mut same_start: BTreeMap<i64, usize> = BTreeMap::new();
        for session in file {
            let before = same_start.entry(session.started_at).or_default();
            let here = (self.here.sessions.iter())
                .filter(|here| here.started_at == session.started_at)
                .nth(*before);
            *before += 1;
            let in_file = session.session_id;
            let session_id = match here {
                Some(here) => {
                    if (SessionRecord { session_id: here.session_id, ..session }) != *here {
                        self.differs(&format!("session {}", here.session_id));
                    }
                    Session::Here(here.session_id)
                }
                None => Session::Added(self.add_session(session)),
            };
            self.of_file.insert(in_file, session_id);
        }
    }

    fn add_session(&mut self, session: SessionRecord) -> SessionId {
        self.tally.new_sessions += 1;
        let session_id = SessionId(self.numbers.sessions.take(session.session_id.0));
        let resumed_from = session.resumed_from.and_then(|from| self.of_file.get(&from));
        let resumed_from = resumed_from.map(|session| session.id());
        self.changes.push(Change::Session(SessionRecord { session_id, resumed_from, ..session }));
        session_id
    }

    /// A session that was here has its actions here; those of an added one come with it.
    fn actions(&mut self, file: Vec<ActionRecord>) {
        for action in file {
            if let Some(Session::Added(session_id)) = self.of_file.get(&action.session_id).copied()
            {
                let action_id = ActionId(self.numbers.actions.take(action.action_id.0));
                let action = ActionRecord { action_id, session_id, ..action };
                self.changes.push(Change::Action(action));
            }
        }
    }

    fn attempts(&mut self, file: Vec<AttemptRecord>) {
        let by_alias: HashMap<&AttemptId, &AttemptRecord> = (self.here.attempts.iter())
            .flat_map(|attempt| attempt.aliases.iter().map(move |alias| (alias, attempt)))
            .collect();
        for attempt in file {
            let here = attempt.aliases.iter().find_map(|alias| by_alias.get(alias)).copied();
            let attempt = self.renumbered(attempt);
            match here {
                None => {
                    self.tally.new_attempts += 1;
                    self.changes.push(Change::Attempt(attempt));
                }
                // Its end is news. Whether it was counted here, the session here knows.
                Some(here) if !here.outcome.is_terminal() && attempt.outcome.is_terminal() => {
                    self.changes.push(Change::Attempt(AttemptRecord {
                        attempt_id: here.attempt_id.clone(),
                        aliases: here.aliases.clone(),
                        seen_in: here.seen_in,
                        counted: here.counted,
                        ..attempt
                    }));
                }
                Some(here) => {
                    let (seen_in, counted) = (here.seen_in, here.counted);
                    if (AttemptRecord { seen_in, counted, ..attempt }) != *here {
                        self.differs(&format!("attempt {}", here.attempt_id));
                    }
                }
            }
        }
    }

    /// With the numbers that its sessions have here. A session that was here has counted what it
    /// counted: an attempt that it does not know is no part of its counters.
    fn renumbered(&self, attempt: AttemptRecord) -> AttemptRecord {
        let session = |session_id: SessionId| self.of_file.get(&session_id).copied();
        let seen_in = attempt.seen_in.and_then(session).map(Session::id);
        let counted = attempt.counted.and_then(|counted| match session(counted.session_id)? {
            Session::Added(session_id) => Some(Counted { session_id, ..counted }),
            Session::Here(_) => None,
        });
        AttemptRecord { seen_in, counted, ..attempt }
    }

    /// What the user thinks here stays (spec K3); where they said nothing, the file says it.
    fn marks(&self, file: ImageMarks, attempts: &[AttemptRecord]) -> Vec<Change> {
        let media_id = &self.here.image.media_id;
        let of_video = file.videos.into_iter().filter_map(|(attempt_id, mark)| {
            let in_file = attempts.iter().find(|attempt| attempt.attempt_id == attempt_id)?;
            // The same video may go by another of its names here.
            let here = self
                .here
                .attempts
                .iter()
                .find(|here| here.aliases.iter().any(|alias| in_file.aliases.contains(alias)));
            let attempt_id = here.map_or(attempt_id, |here| here.attempt_id.clone());
            Some((Some(attempt_id), mark))
        });
        let marks = std::iter::once((None, file.image)).chain(of_video);
        let changed = marks.filter_map(|(attempt_id, mark)| {
            let here = match &attempt_id {
                None => self.here.marks.image.clone(),
                Some(id) => self.here.marks.videos.get(id).cloned().unwrap_or_default(),
            };
            let joined = joined_mark(&here, mark);
            let item = ItemId { media_id: media_id.clone(), attempt_id };
            (joined != here).then_some(Change::Mark { item, mark: joined })
        });
        changed.collect()
    }

    /// A line has no key of its own: of equal ones as many are added as the file has more.
    fn log(&mut self, file: Vec<LogRecord>) {
        let mut here: HashMap<&LogRecord, usize> = HashMap::new();
        for line in &self.here.log {
            *here.entry(line).or_default() += 1;
        }
        for line in file {
            let session_id = line.session_id.and_then(|id| self.of_file.get(&id)).map(|s| s.id());
            let line = LogRecord { session_id, ..line };
            match here.get_mut(&line) {
                Some(left) if *left > 0 => *left -= 1,
                _ => self.changes.push(Change::Log(line)),
            }
        }
    }
}

/// What the user thinks here, with what is lacking taken from elsewhere.
pub fn joined_mark(here: &Mark, file: Mark) -> Mark {
    let mut joined = Mark {
        rating: if here.rating == 0 { file.rating } else { here.rating },
        pick: if here.pick == Pick::None { file.pick } else { here.pick },
        note: if here.note.is_empty() { file.note } else { here.note.clone() },
        tags: here.tags.clone(),
    };
    for tag in file.tags {
        MarkChange::Tag { tag }.apply_to(&mut joined);
    }
    joined
}

/// The facts of `first`, and where they are lacking those of `other`.
fn filled_up(first: &ImageFacts, other: &ImageFacts) -> ImageFacts {
    ImageFacts {
        media_id: first.media_id.clone(),
        kind: first.kind,
        original_prompt: first.original_prompt.clone().or(other.original_prompt.clone()),
        prompt: first.prompt.clone().or(other.prompt.clone()),
        image_url: first.image_url.clone().or(other.image_url.clone()),
        width: first.width.or(other.width),
        height: first.height.or(other.height),
        create_time: first.create_time.or(other.create_time),
        first_seen_at: first.first_seen_at.min(other.first_seen_at),
    }
}

//! What the machine holds of one image: its attempts, its preferences, its session.

use std::collections::{BTreeMap, BTreeSet};

use retake_grok::SeenImage;
use retake_protocol::view::{LogLine, Totals};
use retake_protocol::{
    ActionId, AttemptId, AttemptOutcome, MediaId, Millis, PostId, Preferences, Refusal, SessionId,
};

use crate::making::Making;
use crate::record::{AttemptRecord, ImageFacts, ImageRecall, SessionRecord};
use crate::streaming::is_about;

/// How many attempts that the store does not know yet are kept for an image.
const MOST_NAMED: usize = 16;

#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub(crate) facts: ImageFacts,
    /// Whether the facts were ever written.
    pub(crate) is_stored: bool,
    /// What the user set; `None`: nothing yet, the settings say what a new image has.
    pub(crate) preferences: Option<Preferences>,
    pub(crate) attempts: Vec<Attempt>,
    by_alias: BTreeMap<AttemptId, usize>,
    /// A progress without an attempt id: of the next attempt to become terminal (spec C5).
    pub(crate) loose_progress: Option<Progress>,
    /// Attempts that were named, and that no snapshot has shown yet.
    named: Vec<Named>,
    /// Fates that the stream told of and the store has not confirmed yet.
    pub(crate) announced: Vec<Announced>,
    /// Attempts of which Grok said another fate than is known here (spec D4).
    pub(crate) disagreed: BTreeSet<AttemptId>,
    pub(crate) session: Option<ActiveSession>,
    pub(crate) last_session: Option<EndedSession>,
    pub(crate) posts: BTreeSet<PostId>,
}

/// An attempt, and when its progress was seen relative to others.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) record: AttemptRecord,
    /// The order number of `record.percent`; 0: none was seen.
    pub(crate) progress_order: u64,
    /// Where `record.percent` is from.
    pub(crate) progress_source: ProgressSource,
}

/// What is known of an attempt before a snapshot shows it.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    attempt_id: AttemptId,
    pub(crate) progress: Progress,
    /// The session that was active when it was first named: a later one has no part in it (spec C2).
    pub(crate) seen_in: Option<SessionId>,
}

/// Where a progress was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ProgressSource {
    /// The page's display, or an entry of the store: each may lag behind.
    #[default]
    Page,
    /// The generation's stream, which names its attempt: nothing else is as exact (spec C5).
    Stream,
}

/// A fate that the stream told of.
#[derive(Clone, Debug)]
pub(crate) struct Announced {
    /// The attempt's names in the stream; none where a toast told of it.
    pub(crate) aliases: Vec<AttemptId>,
    pub(crate) outcome: AttemptOutcome,
    pub(crate) at: Millis,
}

/// One progress, with a number that tells which of two came later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Progress {
    pub(crate) percent: f64,
    pub(crate) order: u64,
    pub(crate) source: ProgressSource,
}

/// A session that has not ended: its row, and what matters only while it runs.
#[derive(Clone, Debug)]
pub(crate) struct ActiveSession {
    pub(crate) record: SessionRecord,
    pub(crate) step: Step,
    /// The last sign of life since the last click; `None`: the clock of spec C10 stands.
    pub(crate) sign_of_life: Option<Millis>,
    /// How many attempts were counted; the next one's position.
    pub(crate) counted: u32,
    pub(crate) last_counted: Option<LastCounted>,
    /// Refusals since the last click or decision (spec C9).
    pub(crate) refusals: u32,
    /// Whether the image's key was in the store during the session (spec C13).
    pub(crate) key_seen: bool,
    /// Since when a well-formed store lacks the key.
    pub(crate) key_lacking_since: Option<Millis>,
    /// The progress of the generation under way, for the sidebar.
    pub(crate) percent: Option<f64>,
    /// Length and resolution of its attempts, and whether they changed.
    pub(crate) making: Making,
    pub(crate) log: Vec<LogLine>,
}

/// What a session is at. An enum, so that an action can't be both outstanding and awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing outstanding, nothing under way that it clicked for.
    Quiet,
    /// An action is scheduled.
    Scheduled(ActionId),
    /// An action was handed to the page, which has not answered.
    Issued {
        action_id: ActionId,
        /// Whether an attempt was counted meanwhile: then the answer brings a decision.
        counted_meanwhile: bool,
    },
    /// The page clicked; the outcome was not seen yet.
    AwaitingOutcome,
    /// The page refused too often; waits for the user (spec C9).
    NeedsUser(Refusal),
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct LastCounted {
    pub(crate) position: u32,
    pub(crate) outcome: AttemptOutcome,
    pub(crate) at: Millis,
}

/// The newest session that has ended.
#[derive(Clone, Debug)]
pub(crate) struct EndedSession {
    pub(crate) record: SessionRecord,
    pub(crate) log: Vec<LogLine>,
}

impl ActiveSession {
    pub(crate) fn new(record: SessionRecord) -> Self {
        Self {
            record,
            step: Step::Quiet,
            sign_of_life: None,
            counted: 0,
            last_counted: None,
            refusals: 0,
            key_seen: false,
            key_lacking_since: None,
            percent: None,
            making: Making::default(),
            log: Vec::new(),
        }
    }
}

impl Image {
    /// An image that nothing is stored of.
    pub(crate) fn new(media_id: MediaId, now: Millis) -> Self {
        Self::with_facts(ImageFacts::unknown(media_id, now))
    }

    fn with_facts(facts: ImageFacts) -> Self {
        Self {
            facts,
            is_stored: false,
            preferences: None,
            attempts: Vec::new(),
            by_alias: BTreeMap::new(),
            loose_progress: None,
            named: Vec::new(),
            announced: Vec::new(),
            disagreed: BTreeSet::new(),
            session: None,
            last_session: None,
            posts: BTreeSet::new(),
        }
    }

    /// Whether Retake may schedule actions for it (spec C15).
    pub(crate) fn is_auto_retry_on(&self) -> bool {
        self.preferences.as_ref().is_none_or(|preferences| preferences.auto_retry)
    }

    /// An image as it is stored. Its last session has ended: the start of the app saw to that.
    pub(crate) fn recalled(recall: ImageRecall) -> Self {
        let mut image = Self::with_facts(recall.facts);
        image.is_stored = true;
        image.preferences = recall.preferences;
        image.posts = recall.posts.into_iter().collect();
        image.last_session =
            recall.last_session.map(|record| EndedSession { record, log: Vec::new() });
        for record in recall.attempts {
            let (progress_order, progress_source) = (0, ProgressSource::Page);
            image.add_attempt(Attempt { record, progress_order, progress_source });
        }
        image
    }

    /// The session that is active on it.
    pub(crate) fn session_id(&self) -> Option<SessionId> {
        self.session.as_ref().map(|session| session.record.session_id)
    }

    pub(crate) fn add_attempt(&mut self, attempt: Attempt) -> usize {
        let index = self.attempts.len();
        for alias in &attempt.record.aliases {
            self.by_alias.entry(alias.clone()).or_insert(index);
        }
        self.attempts.push(attempt);
        index
    }

    /// Makes `alias` another name of the attempt at `index`, unless another attempt has it.
    pub(crate) fn add_alias(&mut self, index: usize, alias: &AttemptId) -> bool {
        if self.by_alias.contains_key(alias) {
            return false;
        }
        self.by_alias.insert(alias.clone(), index);
        self.attempts[index].record.aliases.push(alias.clone());
        true
    }

    /// The attempt that goes by any of these names (spec A1).
    pub(crate) fn find_attempt(&self, aliases: &[AttemptId]) -> Option<usize> {
        aliases.iter().find_map(|alias| self.by_alias.get(alias)).copied()
    }

    /// Keeps a progress of an attempt that no snapshot has shown yet; the oldest gives way.
    pub(crate) fn keep_named(&mut self, attempt_id: AttemptId, progress: Progress) {
        let known = self.named.iter().position(|named| named.attempt_id == attempt_id);
        let seen_in = match known {
            Some(index) => self.named.remove(index).seen_in,
            None => self.session_id(),
        };
        if self.named.len() == MOST_NAMED {
            self.named.remove(0);
        }
        self.named.push(Named { attempt_id, progress, seen_in });
    }

    /// Keeps a fate that the stream told of; the oldest gives way.
    pub(crate) fn announce(&mut self, announced: Announced) {
        self.announced.retain(|other| !is_about(other, &announced.aliases));
        if self.announced.len() == MOST_NAMED {
            self.announced.remove(0);
        }
        self.announced.push(announced);
    }

    /// What was known by these names, all of one attempt, before a snapshot showed them: the latest progress,
    /// and the first session.
    pub(crate) fn take_named(&mut self, aliases: &[AttemptId]) -> Option<Named> {
        let taken = self.named.extract_if(.., |named| aliases.contains(&named.attempt_id));
        taken.reduce(|one, other| {
            let seen_in = one.seen_in.min(other.seen_in);
            let latest = if one.progress.order < other.progress.order { other } else { one };
            Named { seen_in, ..latest }
        })
    }

    /// Takes over what a snapshot says of the image; a field that it lacks stays as it was.
    /// Whether anything changed (spec A6).
    pub(crate) fn learn(&mut self, seen: &SeenImage) -> bool {
        let known = &self.facts;
        let learned = ImageFacts {
            media_id: known.media_id.clone(),
            original_prompt: seen.original_prompt.clone().or(known.original_prompt.clone()),
            prompt: seen.prompt.clone().or(known.prompt.clone()),
            image_url: seen.image_url.clone().or(known.image_url.clone()),
            width: seen.width.or(known.width),
            height: seen.height.or(known.height),
            create_time: seen.create_time.or(known.create_time),
            first_seen_at: known.first_seen_at,
        };
        let changed = learned != self.facts;
        self.facts = learned;
        changed
    }

    /// Its attempts by outcome.
    pub(crate) fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for attempt in &self.attempts {
            totals.attempts += 1;
            match attempt.record.outcome {
                AttemptOutcome::Completed => totals.completed += 1,
                AttemptOutcome::Moderated => totals.moderated += 1,
                AttemptOutcome::Failed => totals.failed += 1,
                AttemptOutcome::Pending | AttemptOutcome::Processing => {}
            }
        }
        totals
    }
}

//! Recognises whole phrases in a text, in any language, case and spacing (spec C11, H6). What the
//! phrases are stands in `data/phrases.json`; what follows from one is for others to say.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::folding::{bare, fold, is_unspaced, is_whole_at, squeeze};

/// Every phrase known.
pub(crate) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let data: Data = serde_json::from_str(include_str!("../data/phrases.json"))
        .expect("data/phrases.json has the form of `Data`: each test reads it");
    Phrases::of(&data)
});

/// The phrases by what they tell.
pub(crate) struct Phrases {
    /// That a limit is reached.
    pub(crate) limit: Limit,
    /// That a video was moderated.
    pub(crate) moderation: List,
    /// That the page must be loaded again.
    pub(crate) page_out_of_date: List,
    /// That the account is blocked.
    pub(crate) account_blocked: List,
    /// That Grok's rules refuse the request.
    pub(crate) refused_by_grok: List,
    /// That Cloudflare checks who is there, in lower case; parts of its page, not phrases.
    pub(crate) cloudflare_check: Vec<String>,
}

/// What speaks of a limit, and what rules that out.
pub(crate) struct Limit {
    phrases: List,
    alone: List,
    in_errors: List,
    not: List,
}

impl Limit {
    /// Whether a notice says that a limit is reached.
    pub(crate) fn is_in(&self, text: &Text) -> bool {
        (self.phrases.is_in(text) || self.alone.is_all_of(text)) && !self.not.is_in(text)
    }

    /// Whether an error of Grok's says so: fewer words are enough.
    pub(crate) fn is_in_error(&self, text: &Text) -> bool {
        self.is_in(text) || (self.in_errors.is_in(text) && !self.not.is_in(text))
    }

    /// Whether `text` has words that make it one of a change, of another limit, or of one that is not
    /// reached or has gone.
    pub(crate) fn is_another_in(&self, text: &Text) -> bool {
        self.not.is_in(text)
    }
}

/// A text, folded once for all comparisons.
pub(crate) struct Text {
    folded: String,
    squeezed: String,
}

impl Text {
    pub(crate) fn of(text: &str) -> Self {
        let folded = fold(text);
        Self { squeezed: squeeze(&folded), folded }
    }
}

/// Phrases; one is enough. All of them are looked for at once: there are hundreds, and the
/// page may show many texts.
pub(crate) struct List {
    spaced: AhoCorasick,
    /// Without spaces.
    unspaced: AhoCorasick,
}

impl List {
    fn of<'a>(phrases: impl IntoIterator<Item = &'a String>) -> Self {
        let folded = phrases.into_iter().map(|phrase| fold(phrase));
        let (unspaced, spaced): (Vec<_>, Vec<_>) = folded.partition(|phrase| is_unspaced(phrase));
        let unspaced: Vec<_> = unspaced.iter().map(|phrase| squeeze(phrase)).collect();
        Self { spaced: searcher(&spaced), unspaced: searcher(&unspaced) }
    }

    fn of_languages(languages: &Languages) -> Self {
        Self::of(languages.values().flatten())
    }

    pub(crate) fn is_in(&self, text: &Text) -> bool {
        let mut found = self.spaced.find_overlapping_iter(&text.folded);
        found.any(|one| is_whole_at(&text.folded, one.range()))
            || self.unspaced.is_match(&text.squeezed)
    }

    /// Whether a phrase is all that the text says.
    fn is_all_of(&self, text: &Text) -> bool {
        let is_all = |searcher: &AhoCorasick, text: &str| {
            searcher.find_overlapping_iter(text).any(|one| one.range() == (0..text.len()))
        };
        is_all(&self.spaced, bare(&text.folded)) || is_all(&self.unspaced, bare(&text.squeezed))
    }
}

fn searcher(phrases: &[String]) -> AhoCorasick {
    AhoCorasick::new(phrases).expect("a few hundred phrases are not too many")
}

/// Texts by language.
type Languages = BTreeMap<String, Vec<String>>;

/// `data/phrases.json`.
#[derive(Deserialize)]
struct Data {
    limit: LimitData,
    moderation: ModerationData,
    refusals: RefusalData,
    cloudflare_check: CheckData,
}

#[derive(Deserialize)]
struct LimitData {
    phrases: Languages,
    alone: Languages,
    in_errors: Languages,
    not: Languages,
}

#[derive(Deserialize)]
struct ModerationData {
    phrases: Languages,
}

#[derive(Deserialize)]
struct RefusalData {
    page_out_of_date: Vec<String>,
    account_blocked: Vec<String>,
    refused_by_grok: Vec<String>,
}

#[derive(Deserialize)]
struct CheckData {
    texts: Vec<String>,
}

impl Phrases {
    fn of(data: &Data) -> Self {
        Self {
            limit: Limit {
                phrases: List::of_languages(&data.limit.phrases),
                alone: List::of_languages(&data.limit.alone),
                in_errors: List::of_languages(&data.limit.in_errors),
                not: List::of_languages(&data.limit.not),
            },
            moderation: List::of_languages(&data.moderation.phrases),
            page_out_of_date: List::of(&data.refusals.page_out_of_date),
            account_blocked: List::of(&data.refusals.account_blocked),
            refused_by_grok: List::of(&data.refusals.refused_by_grok),
            cloudflare_check: data.cloudflare_check.texts.clone(),
        }
    }
}

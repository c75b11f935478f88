//! The columns and the search texts that triggers keep, against a count made again: after any
//! sequence of changes they say the same.

use std::collections::BTreeMap;

use proptest::prelude::*;
use retake_protocol::{AttemptId, AttemptOutcome, MediaId, Prompt, SessionId, SessionOutcome};
use retake_session::record::{AttemptRecord, Change, ImageFacts, SessionRecord};
use retake_store::Store;
use rusqlite::Connection;

use crate::support::*;

const IMAGES: [&str; 3] = ["lake", "river", "hill"];
const PROMPTS: [&str; 5] = ["", "slow pan", "wide shot", "slow zoom", "snow falls"];

fn prompts() -> impl Strategy<Value = Option<Prompt>> {
    proptest::option::of(proptest::sample::select(&PROMPTS[..]).prop_map(Prompt::new))
}

fn image_changes() -> impl Strategy<Value = Change> {
    (proptest::sample::select(&IMAGES[..]), prompts(), prompts()).prop_map(
        |(image, original_prompt, prompt)| {
            Change::Image(ImageFacts { original_prompt, prompt, ..facts(image) })
        },
    )
}

fn attempt_changes() -> impl Strategy<Value = Change> {
    let outcome = proptest::sample::select(AttemptOutcome::ALL);
    (proptest::sample::select(&IMAGES[..]), 0..4, 0..3, outcome, prompts(), 0_i64..99).prop_map(
        |(image, number, aliases, outcome, prompt, at)| {
            let id = format!("attempt-{number}");
            let more = (0..aliases).map(|alias| attempt_id(&format!("alias-{number}-{alias}")));
            Change::Attempt(AttemptRecord {
                aliases: std::iter::once(attempt_id(&id)).chain(more).collect(),
                outcome,
                prompt,
                ended_at: outcome.is_terminal().then_some(at + 10),
                first_seen_at: at,
                ..attempt(image, &id)
            })
        },
    )
}

/// A session never changes its image, so its number tells it.
fn session_changes() -> impl Strategy<Value = Change> {
    let outcome = proptest::sample::select(SessionOutcome::ALL);
    (0_usize..6, outcome, prompts(), 0_i64..99).prop_map(|(number, outcome, prompt, at)| {
        let image = IMAGES[number % IMAGES.len()];
        let ended_at = (outcome != SessionOutcome::Pending).then_some(at + 5);
        Change::Session(SessionRecord {
            outcome,
            prompt: prompt.unwrap_or_default(),
            started_at: at,
            ended_at,
            ..session(image, i64::try_from(number).unwrap() + 1)
        })
    })
}

fn other_changes() -> impl Strategy<Value = Change> {
    let image = || proptest::sample::select(&IMAGES[..]);
    prop_oneof![
        (image(), 0_i64..120).prop_map(|(image, at)| log(image, None, at, "seen")),
        (image(), 0..4).prop_map(|(image, number)| post_of(image, &format!("post-{number}"))),
        image().prop_map(preferences),
    ]
}

fn events() -> impl Strategy<Value = Vec<Vec<Change>>> {
    let change =
        prop_oneof![image_changes(), attempt_changes(), session_changes(), other_changes()];
    proptest::collection::vec(proptest::collection::vec(change, 1..6), 1..12)
}

/// What was last reported about each attempt and session.
#[derive(Default)]
struct Told {
    facts: BTreeMap<MediaId, ImageFacts>,
    attempts: BTreeMap<(MediaId, AttemptId), AttemptRecord>,
    sessions: BTreeMap<SessionId, SessionRecord>,
}

impl Told {
    fn take(&mut self, change: &Change) {
        match change.clone() {
            Change::Image(facts) => {
                self.facts.insert(facts.media_id.clone(), facts);
            }
            Change::Attempt(attempt) => {
                let key = (attempt.media_id.clone(), attempt.attempt_id.clone());
                self.attempts.insert(key, attempt);
            }
            Change::Session(session) => {
                self.sessions.insert(session.session_id, session);
            }
            _ => {}
        }
    }

    fn assert_recalled_from(&self, store: &Store) {
        for (media_id, facts) in &self.facts {
            let loaded = store.load_image(media_id).unwrap().unwrap();
            assert_eq!(&loaded.facts, facts);
            let told: Vec<_> =
                self.attempts.values().filter(|one| &one.media_id == media_id).collect();
            let mut kept: Vec<_> = loaded.attempts.iter().collect();
            kept.sort_by_key(|one| &one.attempt_id);
            assert_eq!(kept, told);
            let sessions = self.sessions.values().filter(|one| &one.media_id == media_id);
            let last = sessions.max_by_key(|one| (one.started_at, one.session_id));
            assert_eq!(loaded.last_session.as_ref(), last);
        }
    }
}

/// Rows of a column that triggers keep that differ from what they stand for.
fn drifted(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare(
            "SELECT 'totals of ' || media_id FROM images i WHERE
                 (attempts, completed, moderated, failed, sessions, active_sessions) IS NOT (
                     (SELECT count(*) FROM attempts a WHERE a.media_id = i.media_id),
                     (SELECT count(*) FROM attempts a
                      WHERE a.media_id = i.media_id AND a.outcome = 'completed'),
                     (SELECT count(*) FROM attempts a
                      WHERE a.media_id = i.media_id AND a.outcome = 'moderated'),
                     (SELECT count(*) FROM attempts a
                      WHERE a.media_id = i.media_id AND a.outcome = 'failed'),
                     (SELECT count(*) FROM sessions s WHERE s.media_id = i.media_id),
                     (SELECT count(*) FROM sessions s
                      WHERE s.media_id = i.media_id AND s.outcome = 'pending'))
             UNION ALL SELECT 'totals of all' FROM history_totals
                 WHERE (completed, moderated, failed) IS NOT (
                     (SELECT count(*) FROM attempts WHERE outcome = 'completed'),
                     (SELECT count(*) FROM attempts WHERE outcome = 'moderated'),
                     (SELECT count(*) FROM attempts WHERE outcome = 'failed'))
             UNION ALL SELECT 'last outcome of ' || media_id FROM images i WHERE last_outcome IS NOT
                 (SELECT outcome FROM sessions s WHERE s.media_id = i.media_id
                  ORDER BY started_at DESC, session_id DESC LIMIT 1)
             UNION ALL SELECT 'when made: ' || media_id FROM images
                 WHERE made_at <> coalesce(create_time, first_seen_at)
             UNION ALL SELECT 'when made: ' || attempt_id FROM attempts
                 WHERE made_at <> coalesce(create_time, first_seen_at)
             UNION ALL SELECT 'kept too long: ' || text FROM (
                 SELECT image, text, uses FROM search_texts
                 EXCEPT SELECT image, text, count(*) FROM searchable_texts GROUP BY image, text)
             UNION ALL SELECT 'not searchable: ' || text FROM (
                 SELECT image, text, count(*) FROM searchable_texts GROUP BY image, text
                 EXCEPT SELECT image, text, uses FROM search_texts)",
        )
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// FTS5's own comparison of the index with the texts; it fails where they differ.
fn check_index(connection: &Connection) {
    connection
        .execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)", [])
        .expect("the search index holds what search_texts holds");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn d5_what_triggers_keep_equals_a_recount(events in events()) {
        let place = Place::new();
        let store = place.open();
        let mut told = Told::default();
        let mut latest = BTreeMap::new();
        let first: Vec<_> = IMAGES.iter().map(|image| Change::Image(facts(image))).collect();
        for event in std::iter::once(first).chain(events) {
            for change in &event {
                told.take(change);
                note_time(&mut latest, change);
            }
            store.apply(&event).unwrap();
        }
        told.assert_recalled_from(&store);
        let connection = Connection::open(&place.path).unwrap();
        prop_assert_eq!(drifted(&connection), Vec::<String>::new());
        check_index(&connection);
        for card in page(&store, "").cards {
            prop_assert_eq!(card.last_active_at, latest[&card.media_id]);
        }
    }
}

/// The latest time that a change of an image named.
fn note_time(latest: &mut BTreeMap<MediaId, i64>, change: &Change) {
    let (media_id, at) = match change {
        Change::Attempt(one) => (&one.media_id, one.ended_at.unwrap_or(one.first_seen_at)),
        Change::Session(one) => (&one.media_id, one.ended_at.unwrap_or(one.started_at)),
        Change::Log(line) => (&line.media_id, line.at),
        _ => return,
    };
    let known = latest.entry(media_id.clone()).or_insert(at);
    *known = at.max(*known);
}

#[test]
fn d6_deleting_an_image_takes_all_that_hangs_on_it() {
    let place = Place::new();
    let store = place.open();
    for (number, image) in (1..).zip(["lake", "river"]) {
        store
            .apply(&[
                Change::Image(facts(image)),
                preferences(image),
                Change::Session(session(image, number)),
                Change::Attempt(full_attempt(image, &format!("{image}-one"), SessionId(number))),
                Change::Action(action(image, number, number)),
                post_of(image, &format!("{image}-post")),
                log(image, Some(number), 50, "started"),
            ])
            .unwrap();
    }
    let connection = Connection::open(&place.path).unwrap();
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    connection.execute("DELETE FROM images WHERE media_id = 'river'", []).unwrap();

    assert_eq!(drifted(&connection), Vec::<String>::new());
    check_index(&connection);
    assert_eq!(found(&store, ""), ["lake"]);
    assert_eq!(found(&store, "river"), Vec::<String>::new());
    assert_eq!(store.owner_of(&post("river-one")).unwrap(), None);
    assert_eq!(store.report().unwrap().actions, [action("lake", 1, 1)]);
    let start = store.load_state().unwrap();
    assert_eq!(start.last_session_id, Some(SessionId(2)), "its number does not come back");

    connection.execute("DELETE FROM attempts WHERE media_id = 'lake'", []).unwrap();
    assert_eq!(drifted(&connection), Vec::<String>::new(), "nor does one attempt leave a trace");
    check_index(&connection);
}

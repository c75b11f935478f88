//! The list of prompts (spec D3), and those that the user keeps.

use retake_protocol::Prompt;
use retake_protocol::prompts::{KeptPrompt, PromptTotals};
use retake_session::record::{Change, Counters, SessionRecord};
use retake_store::{Scope, Store};

use crate::support::*;

fn session_with(number: i64, prompt: &str, videos: u32) -> Change {
    let counters = Counters {
        moderated: 2,
        failed: 1,
        videos_generated: videos,
        layer1_failures: 1,
        layer2_failures: 0,
        layer3_failures: 2,
        beside: 0,
    };
    let prompt = Prompt::new(prompt);
    let started_at = number * 10;
    Change::Session(SessionRecord {
        started_at,
        ended_at: Some(started_at),
        outcome: retake_protocol::SessionOutcome::Success,
        prompt,
        counters,
        ..session("lake", number)
    })
}

fn kept(prompt: &str, name: Option<&str>) -> KeptPrompt {
    KeptPrompt { prompt: Prompt::new(prompt), name: name.map(str::to_owned) }
}

fn used() -> Store {
    let store = Store::in_memory().unwrap();
    store
        .apply(&[
            Change::Image(facts("lake")),
            session_with(1, "slow pan", 1),
            session_with(2, "slow tilt", 2),
            session_with(3, "slow pan", 4),
            session_with(4, "", 1),
        ])
        .unwrap();
    store
}

fn listed(store: &Store, search: &str) -> Vec<String> {
    let prompts = store.prompts(search).unwrap();
    prompts.into_iter().map(|one| one.prompt.as_str().to_owned()).collect()
}

#[test]
fn d3_a_prompt_tells_what_its_sessions_came_to() {
    let prompts = used().prompts("").unwrap();
    let [pan, tilt] = &prompts[..] else { panic!("the blank one is none: {prompts:?}") };
    assert_eq!((pan.prompt.as_str(), pan.sessions, pan.last_used_at), ("slow pan", 2, Some(30)));
    let totals = PromptTotals { videos: 5, moderated: 4, failed: 2, layers: [2, 0, 4] };
    assert_eq!(pan.totals, totals);
    assert_eq!((tilt.prompt.as_str(), tilt.totals.videos, tilt.is_kept), ("slow tilt", 2, false));
}

#[test]
fn q1_kept_prompts_come_first_by_name_or_text_and_used_or_not() {
    let store = used();
    store.keep_prompts(&[kept("slow tilt", None), kept("zoom out", Some("ending"))], 5).unwrap();
    assert_eq!(listed(&store, ""), ["slow tilt", "zoom out", "slow pan"]);
    assert_eq!(listed(&store, "SLOW"), ["slow tilt", "slow pan"], "whatever the case");
    assert_eq!(listed(&store, "endi"), ["zoom out"], "a name is found too");
    assert_eq!(listed(&store, "%"), [""; 0], "no sign has a meaning of its own");
    let never_used = &store.prompts("zoom").unwrap()[0];
    assert_eq!((never_used.sessions, never_used.last_used_at), (0, None));
}

#[test]
fn keeping_again_renames_and_dropping_leaves_what_was_used() {
    let store = used();
    store.keep_prompts(&[kept("slow pan", None)], 5).unwrap();
    store.keep_prompts(&[kept("slow pan", Some("the lake"))], 6).unwrap();
    assert_eq!(store.kept_prompts().unwrap(), [kept("slow pan", Some("the lake"))]);
    store.drop_prompt(&Prompt::new("slow pan")).unwrap();
    assert_eq!(store.kept_prompts().unwrap(), []);
    assert_eq!(listed(&store, ""), ["slow pan", "slow tilt"], "it was still used");
}

#[test]
fn q4_forgetting_an_image_leaves_kept_prompts_and_forgetting_everything_takes_them() {
    let store = used();
    store.keep_prompts(&[kept("slow pan", None)], 5).unwrap();
    store.forget(&Scope::Image(media("lake"))).unwrap();
    assert_eq!(store.kept_prompts().unwrap().len(), 1);
    store.forget(&Scope::All).unwrap();
    assert_eq!(store.kept_prompts().unwrap(), []);
}

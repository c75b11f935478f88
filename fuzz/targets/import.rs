//! An export is read and joined whatever the file holds (spec D6): a file that is taken comes out
//! again as it went in, importing it twice changes nothing, and the engine plays on upon it.

#![no_main]

use std::ops::ControlFlow;
use std::sync::mpsc::channel;

use libfuzzer_sys::fuzz_target;
use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay_into};
use retake_engine::transfer::{self, Form};
use retake_session::record::ImageHistory;
use retake_store::{Scope, Store};

/// A session of an image that the seeds know too, from before and after most of their times.
const STORY: &str = r#"{"at":0,"type":"route","post_id":"lake"}
{"at":0,"type":"snapshot","store":{"state":{"imageByMediaId":{"lake":[{"id":"lake"}]},"videoByMediaId":{"lake":[{"id":"old","moderated":true}]}},"version":1}}
{"at":0,"type":"start","prompt":"slow pan across a mountain lake"}
{"at":60000,"type":"tick"}
"#;

fuzz_target!(|text: &str| {
    let Ok(histories) = transfer::read(text) else { return };
    let store = Store::in_memory().expect("a store");
    let Ok(tally) = store.import(histories.clone()) else { return };
    let before = all(&store);
    let count = |of: fn(&ImageHistory) -> usize| before.iter().map(of).sum::<usize>();
    assert_eq!(count(|history| history.sessions.len()), tally.new_sessions as usize);
    assert_eq!(count(|history| history.attempts.len()), tally.new_attempts as usize);
    store.import(histories).expect("what was taken once is taken again");
    assert_eq!(all(&store), before);
    for form in [Form::Json, Form::Csv] {
        transfer::export(&store, Scope::All, form, Vec::new()).expect("it can be exported");
    }
    replay_into(&store, STORY, Settings::default(), Confirm::Automatic).expect("it plays on");
});

fn all(store: &Store) -> Vec<ImageHistory> {
    let (sender, receiver) = channel();
    let take = move |history| {
        sender.send(history).expect("somebody listens");
        ControlFlow::Continue(())
    };
    store.histories(Scope::All, take).expect("it can be read");
    receiver.try_iter().collect()
}

//! An export is read and joined whatever the file holds (spec D6): a file that is taken comes out
//! again as it went in, and importing it twice changes nothing.

#![no_main]

use std::ops::ControlFlow;
use std::sync::mpsc::channel;

use libfuzzer_sys::fuzz_target;
use retake_engine::transfer;
use retake_engine::{Engine, Settings};
use retake_session::record::ImageHistory;
use retake_store::{Store, Which};

fuzz_target!(|text: &str| {
    let Ok(histories) = transfer::read(text) else { return };
    let store = Store::in_memory().expect("a store");
    if store.import(histories.clone()).is_err() {
        return;
    }
    let before = all(&store);
    store.import(histories).expect("what was taken once is taken again");
    assert_eq!(all(&store), before);
    Engine::open(store, Settings::default(), 0).expect("an engine starts on it");
});

fn all(store: &Store) -> Vec<ImageHistory> {
    let (sender, receiver) = channel();
    let take = move |history| {
        sender.send(history).expect("somebody listens");
        ControlFlow::Continue(())
    };
    store.histories(Which::Everything, take).expect("it can be read");
    receiver.try_iter().collect()
}

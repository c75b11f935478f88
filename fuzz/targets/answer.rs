//! The answer to a request for a video takes any text, cut anywhere: it never panics, where it is cut
//! changes nothing of what it tells, and what it tells can be relied on (spec H3).

#![no_main]

use libfuzzer_sys::fuzz_target;
use retake_grok::RefusalReading;
use retake_grok::stream::{AnswerStream, StreamEvent};
use retake_protocol::observer::StreamEnd;

fuzz_target!(|input: (&str, Vec<u16>)| {
    let (text, cuts) = input;
    let whole = read(&[text]);
    let mut at: Vec<usize> = cuts.into_iter().map(usize::from).collect();
    at.retain(|cut| text.is_char_boundary(*cut));
    at.extend([0, text.len()]);
    at.sort_unstable();
    let pieces: Vec<_> = at.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
    assert_eq!(read(&pieces), whole, "a cut is no change");
    for event in &whole {
        match event {
            StreamEvent::Frame(frame) => {
                assert!(!frame.ids.is_empty());
                assert!(frame.progress.is_none_or(|percent| (0.0..=100.0).contains(&percent)));
                assert!(frame.size.is_none_or(|size| size.width > 0 && size.height > 0));
            }
            StreamEvent::Unnamed { progress, .. } => {
                assert!(progress.is_none_or(|percent| (0.0..=100.0).contains(&percent)));
            }
            StreamEvent::Error { reading } => assert_ne!(*reading, RefusalReading::Nothing),
            StreamEvent::Conversation(_) | StreamEvent::Turn(_) | StreamEvent::Ended(_) => {}
        }
    }
    assert_eq!(whole.last(), Some(&StreamEvent::Ended(StreamEnd::Closed)));
});

fn read(pieces: &[&str]) -> Vec<StreamEvent> {
    let mut stream = AnswerStream::default();
    let mut events: Vec<_> = pieces.iter().flat_map(|piece| stream.read(piece)).collect();
    events.extend(stream.end(StreamEnd::Closed));
    events
}

//! The splice protocol: a splice as the page makes it yields exactly the page's text, and any other
//! leaves the text as it was.

#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use retake_grok::splice::SnapshotText;
use retake_protocol::observer::{Splice, WholeText};

#[derive(Debug, Arbitrary)]
struct Input {
    first: String,
    then: Vec<Step>,
}

#[derive(Debug, Arbitrary)]
enum Step {
    /// The page's text becomes this.
    Page(String),
    /// Somebody forges a splice.
    Forged { sequence: u64, kept_head: usize, kept_tail: usize, middle: String, length: usize },
}

fuzz_target!(|input: Input| {
    let mut held = SnapshotText::default();
    held.replace(WholeText { sequence: 1, text: Some(input.first.clone()) });
    let (mut page, mut sequence) = (input.first, 1);
    for step in input.then {
        match step {
            Step::Page(text) => {
                sequence += 1;
                let splice = diff(&page, &text, sequence);
                assert_eq!(held.apply(&splice), Ok(()), "{splice:?}");
                page = text;
            }
            Step::Forged { sequence: number, kept_head, kept_tail, middle, length } => {
                let splice = Splice { sequence: number, kept_head, kept_tail, middle, length };
                if held.apply(&splice).is_ok() {
                    let text = held.text().expect("a splice builds on a text");
                    assert_eq!(text.encode_utf16().count(), length);
                    (page, sequence) = (text.to_owned(), number);
                }
            }
        }
        assert_eq!(held.text(), Some(page.as_str()));
    }
});

/// As `injected/splice.js` has it: the common head and tail, in UTF-16 units, no pair cut in two.
fn diff(old: &str, new: &str, sequence: u64) -> Splice {
    let is_high = |unit: u16| (0xD800..0xDC00).contains(&unit);
    let is_low = |unit: u16| (0xDC00..0xE000).contains(&unit);
    let (old, new): (Vec<u16>, Vec<u16>) =
        (old.encode_utf16().collect(), new.encode_utf16().collect());
    let mut head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    if head > 0 && is_high(old[head - 1]) {
        head -= 1;
    }
    let most = old.len().min(new.len()) - head;
    let from_end = old.iter().rev().zip(new.iter().rev());
    let mut tail = from_end.take(most).take_while(|(a, b)| a == b).count();
    if tail > 0 && is_low(old[old.len() - tail]) {
        tail -= 1;
    }
    let middle = String::from_utf16(&new[head..new.len() - tail]).expect("no pair is cut in two");
    Splice { sequence, kept_head: head, kept_tail: tail, middle, length: new.len() }
}

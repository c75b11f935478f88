//! The splice protocol: a splice as the page makes it yields exactly the page's text, and any other
//! leaves the text as it was. One whose number and length fit is taken exactly when its cuts go
//! through no character.

#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use retake_grok::splice::SnapshotText;
use retake_protocol::observer::{FullSnapshot, Splice};

#[derive(Debug, Arbitrary)]
struct Input {
    first: String,
    then: Vec<Step>,
}

#[derive(Debug, Arbitrary)]
enum Step {
    /// The page's text becomes this.
    Page(String),
    /// A splice with the expected number and length, whose cuts may lie anywhere. Chance alone
    /// hardly ever makes a forged one that gets as far.
    Fitting { kept_head: u8, kept_tail: u8, middle: String },
    /// Somebody forges a splice.
    Forged { sequence: u64, kept_head: usize, kept_tail: usize, middle: String, length: usize },
}

fuzz_target!(|input: Input| {
    let mut held = SnapshotText::default();
    held.replace(FullSnapshot::of_session(1, Some(input.first.clone())));
    let (mut page, mut sequence) = (input.first, 1);
    for step in input.then {
        match step {
            Step::Page(text) => {
                sequence += 1;
                let splice = diff(&page, &text, sequence);
                assert_eq!(held.apply(&splice), Ok(()), "{splice:?}");
                page = text;
            }
            Step::Fitting { kept_head, kept_tail, middle } => {
                let (head, tail) = (usize::from(kept_head), usize::from(kept_tail));
                let length = head + tail + middle.encode_utf16().count();
                let expected = joined(&page, head, &middle, tail);
                let number = sequence + 1;
                let splice =
                    Splice { sequence: number, kept_head: head, kept_tail: tail, middle, length };
                assert_eq!(held.apply(&splice).is_ok(), expected.is_some(), "{splice:?}");
                if let Some(text) = expected {
                    (page, sequence) = (text, number);
                }
            }
            Step::Forged { sequence: number, kept_head, kept_tail, middle, length } => {
                let splice = Splice { sequence: number, kept_head, kept_tail, middle, length };
                if held.apply(&splice).is_ok() {
                    let text = held.text().expect("a splice builds on a text");
                    assert_eq!(text.encode_utf16().count(), length);
                    (page, sequence) = (text.as_str().to_owned(), number);
                }
            }
        }
        assert_eq!(held.text().map(|text| text.as_str()), Some(page.as_str()));
    }
});

/// What a splice comes to, counted in UTF-16 units from end to end. `None`: it does not fit, or cuts
/// a character in two.
fn joined(old: &str, head: usize, middle: &str, tail: usize) -> Option<String> {
    let units: Vec<u16> = old.encode_utf16().collect();
    let tail_start = units.len().checked_sub(tail).filter(|start| head <= *start)?;
    let head = String::from_utf16(&units[..head]).ok()?;
    let tail = String::from_utf16(&units[tail_start..]).ok()?;
    Some(head + middle + &tail)
}

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

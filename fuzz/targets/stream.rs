//! A generation's stream takes any text, cut anywhere: it never panics, its numbers can be relied on, and
//! where it is cut changes nothing of what it comes to.

#![no_main]

use libfuzzer_sys::fuzz_target;
use retake_grok::stream::{GenerationStream, SeenGeneration, Stage};

fuzz_target!(|input: (&str, Vec<u16>)| {
    let (text, cuts) = input;
    let whole = last(&GenerationStream::default().read(text));
    let mut stream = GenerationStream::default();
    let mut seen = Vec::new();
    let mut from = 0;
    let mut at: Vec<usize> = cuts.into_iter().map(usize::from).collect();
    at.push(text.len());
    at.sort_unstable();
    for cut in at.into_iter().filter(|cut| text.is_char_boundary(*cut)) {
        seen.extend(stream.read(&text[from..cut]));
        from = cut;
    }
    for one in &seen {
        assert!(!one.aliases.is_empty());
        if let Stage::Progress { percent } = one.stage {
            assert!((0.0..=100.0).contains(&percent));
        }
    }
    assert_eq!(last(&seen), whole, "a cut is no change");
});

fn last(seen: &[SeenGeneration]) -> Option<SeenGeneration> {
    seen.last().cloned()
}

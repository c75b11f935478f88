//! The rules in `docs/spec.md` and those who cite them keep together, both ways.
//!
//! Every rule that is cited is defined, once. Every rule that is not `(planned)` is cited by a source
//! file and by a test or a recording. What a rule says, and whether the code does it, is for reviewers to judge.
//!
//! | module | what it reads |
//! | --- | --- |
//! | `rule` | an id such as C6, and lists and ranges of them |
//! | `spec` | what `docs/spec.md` defines |
//! | `citations` | where a file cites a rule |

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Finding};
use citations::{Citation, Place};
use rule::Rule;
use spec::Definition;

mod citations;
mod rule;
mod spec;

/// Where the rules live.
const SPEC: &str = "docs/spec.md";
/// These modules are about ids that nobody defines.
const OWN: &str = "xtask/src/tidy/rules";
/// Each recording is named after the rule that it shows.
const RECORDINGS: &str = "tests/recordings/";

/// What does not fit together.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let text = files.iter().find(|file| file.path == SPEC).map_or("", |file| &file.text);
    let definitions = spec::definitions(text);
    let known: BTreeSet<Rule> = definitions.iter().map(|definition| definition.rule).collect();
    let scanned = files.iter().filter(|file| !file.path.starts_with(OWN));
    let cited: Vec<(&File, Vec<Citation>)> = scanned
        .map(|file| (file, citations::of_file(&file.path, &file.text, &spec::sections(&known))))
        .collect();
    let mut found = doubled(&definitions);
    for (file, citations) in &cited {
        found.extend(undefined(file, citations, &known));
        found.extend(unnumbered(file, citations));
    }
    let all = cited.iter().flat_map(|(_, citations)| citations);
    found.extend(uncited(&definitions, &all.copied().collect::<Vec<_>>()));
    found
}

fn finding(file: &str, advice: String) -> Finding {
    Finding { file: file.to_owned(), advice }
}

fn doubled(definitions: &[Definition]) -> Vec<Finding> {
    let mut lines: BTreeMap<Rule, Vec<String>> = BTreeMap::new();
    for definition in definitions {
        lines.entry(definition.rule).or_default().push(definition.line.to_string());
    }
    let doubled = lines.into_iter().filter(|(_, lines)| lines.len() > 1);
    let advice = |(rule, lines): (Rule, Vec<String>)| {
        finding(SPEC, format!("define {rule} once; it stands in lines {}", lines.join(" and ")))
    };
    doubled.map(advice).collect()
}

fn undefined(file: &File, citations: &[Citation], known: &BTreeSet<Rule>) -> Vec<Finding> {
    let unknown = citations.iter().filter(|citation| !known.contains(&citation.rule));
    let advice = |citation: &Citation| {
        let Citation { rule, line, .. } = citation;
        let place = if *line == 0 { "the name".to_owned() } else { format!("line {line}") };
        finding(
            &file.path,
            format!("{place} cites {rule}: put the rule's right id, or define it in {SPEC}"),
        )
    };
    unknown.map(advice).collect()
}

fn unnumbered(file: &File, citations: &[Citation]) -> Option<Finding> {
    let is_recording = citations::recording(&file.path).is_some();
    let advice = "begin the recording's name with the id of the rule that it shows, such as `c6-`";
    (is_recording && citations.is_empty()).then(|| finding(&file.path, advice.to_owned()))
}

fn uncited(definitions: &[Definition], citations: &[Citation]) -> Vec<Finding> {
    let by = |place| -> BTreeSet<Rule> {
        let here = citations.iter().filter(|citation| citation.place == place);
        here.map(|citation| citation.rule).collect()
    };
    let (sources, tests) = (by(Place::Source), by(Place::Test));
    let mut found = Vec::new();
    for Definition { rule, .. } in definitions.iter().filter(|definition| !definition.is_planned) {
        if !sources.contains(rule) {
            let advice = format!(
                "no source file cites {rule}: write `spec {rule}` where it is implemented, or mark \
                 the rule `(planned)`"
            );
            found.push(finding(SPEC, advice));
        }
        if !tests.contains(rule) {
            let name = rule.to_string().to_lowercase();
            let advice = format!(
                "no test cites {rule}: name a test `{name}_…` or a recording `{name}-….jsonl`, or \
                 mark the rule `(planned)`"
            );
            found.push(finding(SPEC, advice));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    /// What is found where the rules are C1 and C2, and H1 is planned.
    fn check(files: &[(&str, &str)]) -> Vec<String> {
        let spec = file(SPEC, "- **C1** Start.\n- **C2** Stop.\n- **H1** (planned) Sources.\n");
        let mut all = vec![spec];
        all.extend(files.iter().map(|(path, text)| file(path, text)));
        findings(&all).iter().map(ToString::to_string).collect()
    }

    const SOURCE: (&str, &str) = ("a/src/lib.rs", "//! Begins and ends (spec C1, C2).\n");
    const TEST: (&str, &str) = ("a/tests/all.rs", "fn c1_a_start() {}\n");
    const RECORDING: (&str, &str) = ("tests/recordings/c2-a-stop.jsonl", "");

    #[test]
    fn rules_with_code_and_a_test_or_recording_pass() {
        assert_eq!(check(&[SOURCE, TEST, RECORDING]), [""; 0]);
    }

    #[test]
    fn a_rule_without_a_test_is_found() {
        let found = check(&[SOURCE, TEST]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("docs/spec.md: no test cites C2"), "{found:?}");
    }

    #[test]
    fn a_rule_without_code_is_found() {
        let found = check(&[("a/src/lib.rs", "//! Begins (spec C1).\n"), TEST, RECORDING]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("docs/spec.md: no source file cites C2"), "{found:?}");
    }

    #[test]
    fn a_rule_that_nobody_defined_is_found_where_it_is_cited() {
        let found = check(&[SOURCE, TEST, RECORDING, ("a/src/end.rs", "// One.\n// spec C9\n")]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("a/src/end.rs: line 2 cites C9"), "{found:?}");
    }

    #[test]
    fn a_rule_that_is_defined_twice_is_found() {
        let spec = file(SPEC, "- **H1** (planned) One.\n- **H1** (planned) Two.\n");
        let found: Vec<_> = findings(&[spec]).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["docs/spec.md: define H1 once; it stands in lines 1 and 2"]);
    }

    #[test]
    fn a_recording_is_named_after_a_rule() {
        let unnumbered = ("tests/recordings/a-stop.jsonl", "");
        let found = check(&[SOURCE, TEST, RECORDING, unnumbered]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("tests/recordings/a-stop.jsonl: begin"), "{found:?}");
    }

    #[test]
    fn without_the_spec_every_citation_is_found() {
        let found = findings(&[file("a/src/lib.rs", "//! Begins (spec C1).\n")]);
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

//! What `docs/spec.md` defines: a rule is an item of a list, `- **C6** …`; one that is not built yet
//! is `- **H5** (planned) …`.

use std::collections::BTreeSet;

use super::rule::Rule;

/// A rule as it is defined.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Definition {
    pub(super) rule: Rule,
    /// Whether neither code nor a test is asked for yet.
    pub(super) is_planned: bool,
    /// From 1.
    pub(super) line: usize,
}

/// Every definition, in the order of the page.
pub(super) fn definitions(text: &str) -> Vec<Definition> {
    let lines = text.lines().enumerate();
    lines.filter_map(|(index, line)| definition(line, index + 1)).collect()
}

fn definition(text: &str, line: usize) -> Option<Definition> {
    let (rule, rest) = Rule::at_start(text.strip_prefix("- **")?)?;
    let rest = rest.strip_prefix("**")?;
    Some(Definition { rule, is_planned: rest.starts_with(" (planned)"), line })
}

/// The letters of the sections that have rules.
pub(super) fn sections(rules: &BTreeSet<Rule>) -> BTreeSet<char> {
    rules.iter().map(|rule| rule.section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_begins_with_its_id_is_a_rule() {
        let found = definitions(
            "# Rules\n\n- **C6** One decision.\n  - A point.\n- **H5** (planned) Two.\n",
        );
        let found: Vec<_> =
            found.iter().map(|one| (one.rule.to_string(), one.is_planned, one.line)).collect();
        assert_eq!(found, [("C6".to_owned(), false, 3), ("H5".to_owned(), true, 5)]);
    }

    #[test]
    fn a_planned_point_leaves_its_rule_built() {
        let found = definitions("- **C6** One decision (planned: two).\n  - (planned) A point.\n");
        assert!(found.iter().all(|one| !one.is_planned), "{found:?}");
    }
}

//! Makes of Fluent files what [`crate::Texts`] reads: one line a message, with its variables numbered as the
//! English text has them. The build and `cargo xtask` do this; the program knows no Fluent.
//!
//! A line is `key=pattern`. In a pattern `{0}` is a variable, and `{0|one|…|other|…}` a choice by its plural,
//! whose last form is what else there is. `\` stands before a `{`, `|`, `}` or `\` that is text.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser::parse;

/// The names of each message's variables, in the order in which the English text has them.
pub type Arguments = BTreeMap<String, Vec<Variable>>;

/// A variable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name in the files.
    pub name: String,
    /// Whether plurals go by it.
    pub is_number: bool,
}

/// The variables of the English messages. Fails on what is no Fluent file.
pub fn arguments(english: &str) -> Result<Arguments, String> {
    let messages = messages(english)?;
    let of = |(key, pattern): (String, Pattern<String>)| {
        let mut variables = Vec::new();
        collect(&pattern, &mut variables);
        (key, variables)
    };
    Ok(messages.into_iter().map(of).collect())
}

/// The lines of a language's files, sorted by their keys. Fails on what the lines have no form for, and on a variable
/// that the English has not.
pub fn compile(files: &str, arguments: &Arguments) -> Result<String, String> {
    let mut lines = BTreeMap::new();
    for (key, pattern) in messages(files)? {
        let Some(variables) = arguments.get(&key) else { continue };
        let mut line = String::new();
        write(&pattern, variables, &mut line).map_err(|why| format!("`{key}`: {why}"))?;
        lines.insert(key, line);
    }
    let lines: Vec<String> = lines.iter().map(|(key, line)| format!("{key}={line}\n")).collect();
    Ok(lines.concat())
}

fn messages(files: &str) -> Result<Vec<(String, Pattern<String>)>, String> {
    let resource = parse(files.to_owned()).map_err(|(_, errors)| format!("{errors:?}"))?;
    let message = |entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value?)),
        _ => None,
    };
    Ok(resource.body.into_iter().filter_map(message).collect())
}

fn collect(pattern: &Pattern<String>, variables: &mut Vec<Variable>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                if let InlineExpression::VariableReference { id } = inline {
                    add(&id.name, false, variables);
                }
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                if let InlineExpression::VariableReference { id } = selector {
                    add(&id.name, true, variables);
                }
                for variant in variants {
                    collect(&variant.value, variables);
                }
            }
        }
    }
}

fn add(name: &str, is_number: bool, variables: &mut Vec<Variable>) {
    match variables.iter_mut().find(|known| known.name == name) {
        Some(known) => known.is_number |= is_number,
        None => variables.push(Variable { name: name.to_owned(), is_number }),
    }
}

fn write(
    pattern: &Pattern<String>,
    variables: &[Variable],
    line: &mut String,
) -> Result<(), String> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => escape(value, line),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => escape(value, line),
                inline => {
                    line.push('{');
                    *line += &place(inline, variables)?;
                    line.push('}');
                }
            },
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                line.push('{');
                *line += &place(selector, variables)?;
                // What else there is stands last, whatever its place in the file.
                let (default, others): (Vec<_>, Vec<_>) =
                    variants.iter().partition(|variant| variant.default);
                for variant in others.into_iter().chain(default) {
                    let VariantKey::Identifier { name } = &variant.key else {
                        return Err("a choice goes by a plural, not by a number".to_owned());
                    };
                    line.extend(["|", name, "|"]);
                    write(&variant.value, variables, line)?;
                }
                line.push('}');
            }
        }
    }
    Ok(())
}

fn place(inline: &InlineExpression<String>, variables: &[Variable]) -> Result<String, String> {
    let InlineExpression::VariableReference { id } = inline else {
        return Err("texts have variables, plurals and quoted text, and no more".to_owned());
    };
    let place = variables.iter().position(|known| known.name == id.name);
    place.map(|place| place.to_string()).ok_or(format!("the English has no `{}`", id.name))
}

fn escape(text: &str, line: &mut String) {
    for letter in text.chars() {
        match letter {
            '{' | '}' | '|' | '\\' => line.extend(['\\', letter]),
            // A message of several lines is one sentence, wrapped.
            '\n' => line.push(' '),
            _ => line.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "made = { $count ->\n    [one] { $count } video of { $name }\n   *[other] { $count } videos of { $name }\n}\nraw = Made of {\"{date}\"} | more\n";

    #[test]
    fn l7_a_message_becomes_a_line_with_numbered_variables() {
        let known = arguments(ENGLISH).unwrap();
        let number = Variable { name: "count".into(), is_number: true };
        assert_eq!(known["made"], [number, Variable { name: "name".into(), is_number: false }]);
        assert_eq!(
            compile(ENGLISH, &known).unwrap(),
            "made={0|one|{0} video of {1}|other|{0} videos of {1}}\nraw=Made of \\{date\\} \\| more\n"
        );
        let german = "made = Aus { $name }: { $count } Videos\n";
        assert_eq!(compile(german, &known).unwrap(), "made=Aus {1}: {0} Videos\n");
    }

    #[test]
    fn l7_what_a_line_has_no_form_for_is_refused() {
        let known = arguments(ENGLISH).unwrap();
        for bad in ["made = { $other }\n", "made = { DATETIME($count) }\n", "made = { other }\n"] {
            assert!(compile(bad, &known).unwrap_err().contains("`made`"), "{bad}");
        }
    }
}

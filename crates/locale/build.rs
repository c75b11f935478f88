//! Makes a function of each English message, and embeds the English files.
//!
//! A message's variables become arguments in the order in which the English text has them. One that plurals
//! go by, or that stands in `NUMBER(…)`, is a number; any other is whatever can stand in a text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../ui/locales/en");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, Failure>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    let mut code = String::new();
    for path in &files {
        println!("cargo::rerun-if-changed={}", path.display());
        let source = fs::read_to_string(path)?;
        code += &functions(&source).map_err(|why| format!("{}: {why}", path.display()))?;
    }
    code += "/// The English files, whole.\n#[cfg(feature = \"say\")]\npub(crate) const ENGLISH: &[&str] = &[\n";
    for path in &files {
        let path = path.canonicalize()?.display().to_string();
        writeln!(code, "    include_str!({path:?}),")?;
    }
    code += "];\n";
    fs::write(Path::new(&env::var("OUT_DIR")?).join("text.rs"), code)?;
    Ok(())
}

/// The functions of one file.
fn functions(source: &str) -> Result<String, Failure> {
    let resource = parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut code = String::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = message.value else { continue };
        let mut variables = Variables::default();
        variables.of_pattern(&pattern);
        let english =
            source.lines().find(|line| line.starts_with(&format!("{} =", message.id.name)));
        code += &function(message.id.name, &variables, english.unwrap_or_default())?;
    }
    Ok(code)
}

fn function(key: &str, variables: &Variables<'_>, english: &str) -> Result<String, Failure> {
    let mut code = String::new();
    // The English as its documentation; backquotes keep brackets from being links.
    let english = english.replace('`', "'");
    writeln!(code, "/// `{}`", english.trim())?;
    let (mut declared, mut given) = (Vec::new(), Vec::new());
    for name in &variables.order {
        let argument = name.replace('-', "_");
        let kind = if variables.is_number[name] { "Number" } else { "Value" };
        declared.push(format!("{argument}: impl Into<{kind}>"));
        let value = match kind {
            "Number" => format!("Value::Number({argument}.into().0)"),
            _ => format!("{argument}.into()"),
        };
        given.push(format!("(Cow::Borrowed({name:?}), {value})"));
    }
    let name = key.replace('-', "_");
    writeln!(code, "pub fn {name}({}) -> Text {{", declared.join(", "))?;
    writeln!(code, "    Text::new({key:?}, vec![{}])\n}}\n", given.join(", "))?;
    Ok(code)
}

/// The variables of a message.
#[derive(Default)]
struct Variables<'a> {
    order: Vec<&'a str>,
    is_number: BTreeMap<&'a str, bool>,
}

impl<'a> Variables<'a> {
    fn of_pattern(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.of_expression(expression);
            }
        }
    }

    fn of_expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.of_inline(inline, false),
            Expression::Select { selector, variants } => {
                let plurals = ["zero", "one", "two", "few", "many"];
                let is_plural = variants.iter().any(|variant| match &variant.key {
                    fluent_syntax::ast::VariantKey::NumberLiteral { .. } => true,
                    fluent_syntax::ast::VariantKey::Identifier { name } => plurals.contains(name),
                });
                self.of_inline(selector, is_plural);
                for variant in variants {
                    self.of_pattern(&variant.value);
                }
            }
        }
    }

    fn of_inline(&mut self, inline: &InlineExpression<&'a str>, is_number: bool) {
        match inline {
            InlineExpression::VariableReference { id } => {
                if !self.order.contains(&id.name) {
                    self.order.push(id.name);
                }
                *self.is_number.entry(id.name).or_default() |= is_number;
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.of_inline(argument, true);
                }
            }
            InlineExpression::Placeable { expression } => self.of_expression(expression),
            _ => {}
        }
    }
}

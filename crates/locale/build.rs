//! Makes a function of each English message, and embeds the English texts.
//!
//! A message's variables become arguments in the order in which the English text has them. One that plurals
//! go by is a number; any other is whatever can stand in a text.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(
    dead_code,
    unreachable_pub,
    reason = "the crate's own module, of which the build needs a part"
)]
#[path = "src/compile.rs"]
mod compile;

use compile::Variable;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../ui/locales/en");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, Failure>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    let mut english = String::new();
    for path in &files {
        println!("cargo::rerun-if-changed={}", path.display());
        english += &fs::read_to_string(path)?;
        english.push('\n');
    }
    let arguments = compile::arguments(&english)?;
    let mut code = String::new();
    for (key, variables) in &arguments {
        let source = english.lines().find(|line| line.starts_with(&format!("{key} =")));
        code += &function(key, variables, source.unwrap_or_default())?;
    }
    let lines = compile::compile(&english, &arguments)?;
    writeln!(code, "/// The English texts.\npub(crate) const ENGLISH: &str = {lines:?};")?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("text.rs"), code)?;
    Ok(())
}

fn function(key: &str, variables: &[Variable], english: &str) -> Result<String, Failure> {
    let mut code = String::new();
    // The English as its documentation; backquotes keep brackets from being links.
    let english = english.replace('`', "'");
    writeln!(code, "/// `{}`", english.trim())?;
    let (mut declared, mut given) = (Vec::new(), Vec::new());
    for variable in variables {
        let argument = variable.name.replace('-', "_");
        let kind = if variable.is_number { "Number" } else { "Value" };
        declared.push(format!("{argument}: impl Into<{kind}>"));
        given.push(if variable.is_number {
            format!("Value::Number({argument}.into().0)")
        } else {
            format!("{argument}.into()")
        });
    }
    let name = key.replace('-', "_");
    writeln!(code, "pub fn {name}({}) -> Text {{", declared.join(", "))?;
    writeln!(code, "    Text::new({key:?}, [{}])\n}}\n", given.join(", "))?;
    Ok(code)
}

//! The file of the prompts that the user keeps: to carry them to another machine, or to share them.

use retake_protocol::Prompt;
use retake_protocol::prompts::KeptPrompt;
use serde::{Deserialize, Serialize};

/// What a file of prompts says that it is.
const FORMAT: &str = "retake-prompts";

/// Raised when a field changes its name or meaning.
const VERSION: u32 = 1;

/// Why a file of prompts can't be imported. Nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum PromptsError {
    /// Occurs when the file says that it is one of prompts, and is in no form of them.
    #[error("the file of prompts can't be read: {0}; choose a file that Retake wrote")]
    Form(#[from] serde_json::Error),
    /// Occurs when a newer Retake has written the file.
    #[error(
        "the file is of version {0} of the form of prompts, and this Retake knows {VERSION}: import \
         it with the newer Retake that wrote it"
    )]
    Newer(u32),
    /// Occurs when a prompt of the file can't be kept.
    #[error("prompt {number} of the file can't be kept: {problem}")]
    InvalidHistory {
        /// Which one, from 1.
        number: usize,
        /// What is wrong with it.
        problem: String,
    },
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    prompts: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    prompt: Prompt,
    #[serde(default)]
    name: Option<String>,
}

/// Whether the text says that it is a file of prompts.
pub fn is_prompts_file(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Head {
        format: String,
    }
    serde_json::from_str::<Head>(text).is_ok_and(|head| head.format == FORMAT)
}

/// Reads a file of prompts whole.
pub fn read_prompts(text: &str) -> Result<Vec<KeptPrompt>, PromptsError> {
    let file: File = serde_json::from_str(text)?;
    if file.version != VERSION {
        return Err(PromptsError::Newer(file.version));
    }
    let entries = file.prompts.into_iter().enumerate();
    entries
        .map(|(place, Entry { prompt, name })| {
            KeptPrompt { prompt, name }
                .checked()
                .map_err(|problem| PromptsError::InvalidHistory { number: place + 1, problem })
        })
        .collect()
}

/// A file of these prompts.
pub fn prompts_file(prompts: Vec<KeptPrompt>) -> Result<String, serde_json::Error> {
    let entries = prompts.into_iter().map(|KeptPrompt { prompt, name }| Entry { prompt, name });
    let file = File { format: FORMAT.to_owned(), version: VERSION, prompts: entries.collect() };
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(prompt: &str, name: Option<&str>) -> KeptPrompt {
        KeptPrompt { prompt: Prompt::new(prompt), name: name.map(str::to_owned) }
    }

    #[test]
    fn prompts_that_were_exported_are_imported_again() {
        let prompts = vec![kept("slow pan", Some("the lake")), kept("zoom\nout", None)];
        let text = prompts_file(prompts.clone()).unwrap();
        assert!(is_prompts_file(&text));
        assert_eq!(read_prompts(&text).unwrap(), prompts);
    }

    #[test]
    fn a_file_that_does_not_fit_is_refused_by_what_is_wrong() {
        assert!(!is_prompts_file(r#"{"format":"retake-history","version":1,"images":[]}"#));
        let file = |version, prompts: &str| {
            format!(r#"{{"format":"retake-prompts","version":{version},"prompts":{prompts}}}"#)
        };
        let error = |text: &str| read_prompts(text).unwrap_err().to_string();
        assert!(error(&file(2, "[]")).contains("version 2"));
        assert!(error(&file(1, r#"[{"prompt":"a"},{"prompt":" "}]"#)).contains("prompt 2"));
        assert!(error(&file(1, r#"[{"name":"a"}]"#)).contains("`prompt`"));
    }
}

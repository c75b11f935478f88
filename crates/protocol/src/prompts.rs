//! The prompts that the user has used, with their results, and those that the user keeps
//! (spec Q1, Q2).

use serde::{Deserialize, Serialize};

use crate::{Millis, Prompt};

/// The longest name of a kept prompt, in characters.
pub const MAX_NAME_CHARACTERS: usize = 80;

/// The longest prompt that is kept, in characters: more than any prompt box takes.
pub const MAX_PROMPT_CHARACTERS: usize = 20_000;

/// One prompt: of the newest sessions, or kept by the user, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptView {
    /// The prompt.
    pub prompt: Prompt,
    /// Whether the user keeps it.
    pub is_kept: bool,
    /// What the user calls it.
    pub name: Option<String>,
    /// How many of the newest sessions had it.
    pub sessions: u32,
    /// What these sessions counted.
    pub totals: PromptTotals,
    /// When it was last used, in ms; `None`: not in the newest sessions.
    pub last_used_at: Option<Millis>,
}

/// What sessions with one prompt came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptTotals {
    /// Finished videos.
    pub videos: u32,
    /// Moderated attempts.
    pub moderated: u32,
    /// Failed attempts.
    pub failed: u32,
    /// Failures by layer (spec C5): at 0–24, 25–87, 88–100 %.
    pub layers: [u32; 3],
}

/// A prompt that the user keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptPrompt {
    /// The prompt.
    pub prompt: Prompt,
    /// What the user calls it.
    pub name: Option<String>,
}

impl KeptPrompt {
    /// The prompt with its name tidied: without spaces around it, and none where nothing is left.
    /// The error says what is wrong, in plain words.
    pub fn checked(self) -> Result<Self, String> {
        if self.prompt.is_blank() {
            return Err("there is no prompt to keep: it is empty".to_owned());
        }
        if self.prompt.as_str().chars().count() > MAX_PROMPT_CHARACTERS {
            return Err(format!("a prompt has at most {MAX_PROMPT_CHARACTERS} characters"));
        }
        let name = self.name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        match &name {
            Some(long) if long.chars().count() > MAX_NAME_CHARACTERS => {
                Err(format!("a prompt's name has at most {MAX_NAME_CHARACTERS} characters"))
            }
            _ => Ok(Self { prompt: self.prompt, name }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn q2_a_kept_prompt_has_something_to_type_and_a_short_name_or_none() {
        let kept = |prompt: &str, name: &str| {
            KeptPrompt { prompt: Prompt::new(prompt), name: Some(name.to_owned()) }.checked()
        };
        assert_eq!(kept("slow pan", "  lake ").unwrap().name.as_deref(), Some("lake"));
        assert_eq!(kept("slow pan", "  ").unwrap().name, None);
        assert!(kept(" \n", "lake").unwrap_err().contains("empty"));
        assert!(kept("slow pan", &"x".repeat(81)).unwrap_err().contains("80"));
        assert!(kept(&"x".repeat(20_001), "lake").unwrap_err().contains("20000"));
    }
}

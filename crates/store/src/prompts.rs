//! The list of prompts: those that the user keeps first, then those of the newest sessions, each with
//! its results (spec D3, Q1, Q3).

use retake_protocol::prompts::{PromptTotals, PromptView};
use rusqlite::{Connection, Result, Row};

use crate::search::words;
use crate::table::column;

/// Counted are the newest 2,000 sessions, so that the list stays fast however long the history is.
pub(crate) const LIST: &str = r"
    WITH used AS (
        SELECT prompt, count(*) AS sessions, sum(videos_generated) AS videos,
               sum(moderated) AS moderated, sum(failed) AS failed, sum(layer1_failures) AS first,
               sum(layer2_failures) AS second, sum(layer3_failures) AS third,
               max(started_at) AS last_used_at
        FROM (SELECT * FROM sessions ORDER BY started_at DESC LIMIT 2000)
        WHERE prompt <> '' GROUP BY prompt)
    SELECT coalesce(kept_prompts.prompt, used.prompt) AS prompt, kept_prompts.name AS name,
           kept_prompts.prompt IS NOT NULL AS is_kept, coalesce(sessions, 0) AS sessions,
           coalesce(videos, 0) AS videos, coalesce(moderated, 0) AS moderated,
           coalesce(failed, 0) AS failed, coalesce(first, 0) AS first,
           coalesce(second, 0) AS second, coalesce(third, 0) AS third, last_used_at
    FROM used FULL JOIN kept_prompts ON kept_prompts.prompt = used.prompt
    ORDER BY is_kept DESC, last_used_at DESC NULLS LAST, kept_at DESC";

/// How many prompts are listed.
const MOST_LISTED: usize = 100;

/// The prompts whose text or name holds all words that were typed (spec D5).
pub(crate) fn list(connection: &Connection, typed: &str) -> Result<Vec<PromptView>> {
    let words = words(typed);
    let mut query = connection.prepare_cached(LIST)?;
    let mut listed = Vec::new();
    for view in query.query_map([], view_of)? {
        let view = view?;
        let texts = [view.prompt.as_str(), view.name.as_deref().unwrap_or_default()];
        if words.iter().all(|word| word.is_in(&texts)) {
            listed.push(view);
        }
        if listed.len() == MOST_LISTED {
            break;
        }
    }
    Ok(listed)
}

fn view_of(row: &Row<'_>) -> Result<PromptView> {
    Ok(PromptView {
        prompt: column::prompt(row, "prompt")?,
        is_kept: row.get("is_kept")?,
        name: row.get("name")?,
        sessions: row.get("sessions")?,
        totals: PromptTotals {
            videos: row.get("videos")?,
            moderated: row.get("moderated")?,
            failed: row.get("failed")?,
            layers: [row.get("first")?, row.get("second")?, row.get("third")?],
        },
        last_used_at: row.get("last_used_at")?,
    })
}

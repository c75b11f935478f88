//! What is found on the page, in words, and the report that a user can copy for a bug report: in English,
//! whatever the sidebar speaks, without prompts, and with every id left out.

use crate::words::say;
use std::fmt::Write as _;

use retake_locale::text;
use retake_protocol::health::{About, Found};
use retake_protocol::view::Diagnostic;

/// What a piece of the page is called; one that this version does not know by the name it has.
pub fn name_of(piece: &str) -> String {
    let name = match piece {
        "route" => text::piece_route(),
        "store" => text::piece_store(),
        "memory_store" => text::piece_memory_store(),
        "composer_mode" => text::piece_composer_mode(),
        "request" => text::piece_request(),
        "record" => text::piece_record(),
        "post" => text::piece_post(),
        "prompt_box" => text::piece_prompt_box(),
        "generate_control" => text::piece_generate_control(),
        "video_settings" => text::piece_video_settings(),
        "progress" => text::piece_progress(),
        "toasts" => text::piece_toasts(),
        "stream" => text::piece_stream(),
        other => return other.to_owned(),
    };
    say(name)
}

/// The report, as text. It begins with which Retake this is (spec G5), as far as that is known.
pub fn report(about: Option<&About>, found: &[Found], problems: &[Diagnostic]) -> String {
    let own = || format!("Retake {}", env!("CARGO_PKG_VERSION"));
    let mut report = format!("{}\n\nOn the page:\n", about.map_or_else(own, About::line));
    for one in found {
        let how = one.how.as_deref().unwrap_or("not there");
        // Writing to a text can't fail.
        let _ = writeln!(report, "- {}: {}", one.piece, without_ids(how));
    }
    let _ = writeln!(report, "\nProblems, newest first:");
    for problem in problems {
        let message = without_ids(&problem.message);
        let _ = writeln!(report, "- {} ({}×): {message}", problem.kind.as_str(), problem.count);
    }
    report
}

/// Leaves out what looks like an id: words of 12 and more characters with a digit in them.
fn without_ids(text: &str) -> String {
    let is_part = |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_');
    let mut kept = String::new();
    for piece in text.split_inclusive(|one: char| !is_part(one)) {
        let word = piece.trim_end_matches(|one: char| !is_part(one));
        let is_id = word.len() >= 12 && word.chars().any(|one| one.is_ascii_digit());
        kept += if is_id { "…" } else { word };
        kept += &piece[word.len()..];
    }
    kept
}

#[cfg(test)]
mod tests {
    use retake_protocol::DiagnosticKind;

    use super::*;

    #[test]
    fn p3_a_report_has_what_is_found_and_no_id() {
        let found = [
            Found {
                piece: "prompt_box".into(),
                how: Some("textarea[aria-label=\"x\"]".into()),
                ago: Some(0),
            },
            Found { piece: "toasts".into(), how: None, ago: Some(65_000) },
        ];
        let problems = [Diagnostic {
            at: 0,
            count: 3,
            kind: DiagnosticKind::UnknownStatus,
            message: "Image 11111111-aaaa-4aaa-8aaa-000000000001: the status \"queued\" is new."
                .into(),
        }];
        let about = About {
            version: "1.2.3".into(),
            commit: Some("0123456789ab".into()),
            webview: Some("WebKitGTK 2.50.0".into()),
        };
        let report = report(Some(&about), &found, &problems);
        assert!(report.starts_with("Retake 1.2.3 (0123456789ab), WebKitGTK 2.50.0\n"), "{report}");
        assert!(report.contains("- prompt_box: textarea[aria-label=\"x\"]"), "{report}");
        assert!(report.contains("- toasts: not there"), "{report}");
        assert!(
            report.contains("unknown_status (3×): Image …: the status \"queued\" is new."),
            "{report}"
        );
    }
}

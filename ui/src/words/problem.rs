//! What was not as expected, in words, by its kind; the details that come with it are technical, and stay as
//! they are.

use retake_locale::{Text, text};
use retake_protocol::DiagnosticKind;

/// What a problem of this kind is called.
pub fn problem(kind: DiagnosticKind) -> Text {
    match kind {
        DiagnosticKind::Queue => text::problem_queue(),
        DiagnosticKind::PageScript => text::problem_page_script(),
        DiagnosticKind::CommandRefused => text::problem_command_refused(),
        DiagnosticKind::StoreUnreadable => text::problem_store_unreadable(),
        DiagnosticKind::Progress => text::problem_progress(),
        DiagnosticKind::ActionResult => text::problem_action_result(),
        DiagnosticKind::AmbiguousIds => text::problem_ambiguous_ids(),
        DiagnosticKind::NotConfirmed => text::problem_not_confirmed(),
        DiagnosticKind::AccessRefused => text::problem_access_refused(),
        DiagnosticKind::TooMuchAtOnce => text::problem_too_much(),
        DiagnosticKind::CountsDiffer => text::problem_counts_differ(),
        DiagnosticKind::SkippedEntries => text::problem_skipped_entries(),
        DiagnosticKind::UnknownStatus => text::problem_unknown_status(),
        DiagnosticKind::UnusableKeys => text::problem_unusable_keys(),
        DiagnosticKind::OtherVersion => text::problem_other_version(),
        DiagnosticKind::RecordingCut => text::problem_other(),
    }
}

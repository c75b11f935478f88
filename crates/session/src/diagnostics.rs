//! What was not as expected: the latest kinds of problems, each once, with a count.

use retake_protocol::view::Diagnostic;
use retake_protocol::{DiagnosticKind, Millis};

/// How many different problems are kept.
const MOST: usize = 50;

#[derive(Clone, Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Notes a problem; one that was noted before moves to the front and is counted.
    pub(crate) fn note(
        &mut self,
        at: Millis,
        kind: DiagnosticKind,
        message: impl Into<String>,
        count: u32,
    ) {
        let message = message.into();
        let known = self.0.iter().position(|known| known.kind == kind && known.message == message);
        let earlier = known.map_or(0, |index| self.0.remove(index).count);
        let count = earlier.saturating_add(count);
        self.0.insert(0, Diagnostic { at, count, kind, message });
        self.0.truncate(MOST);
    }

    /// Newest first.
    pub(crate) fn list(&self) -> &[Diagnostic] {
        &self.0
    }
}

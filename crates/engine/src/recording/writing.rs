//! From what the engine takes to lines. Each is handed on before the engine acts on it, so that a
//! recording of a crash holds what led to it.

use std::fmt;
use std::ops::ControlFlow;

use retake_protocol::Millis;
use serde::Serialize;

use super::{Line, Recorded};

/// The line as text, without a line break.
pub fn write(line: &Line) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Written<'a> {
        at: Millis,
        #[serde(flatten)]
        event: &'a Recorded,
    }
    serde_json::to_string(&Written { at: line.at, event: &line.event })
}

/// Who is handed each line; none where nothing is recorded.
#[derive(Default)]
pub(crate) struct Tap(Option<Box<dyn FnMut(Line) -> ControlFlow<()> + Send>>);

impl Tap {
    pub(crate) fn open(take: impl FnMut(Line) -> ControlFlow<()> + Send + 'static) -> Self {
        Self(Some(Box::new(take)))
    }

    pub(crate) fn close(&mut self) {
        self.0 = None;
    }

    /// `event` is only made where somebody takes it.
    pub(crate) fn take(&mut self, at: Millis, event: impl FnOnce() -> Option<Recorded>) {
        if let Some(take) = &mut self.0
            && let Some(event) = event()
            && take(Line { at, event }).is_break()
        {
            self.close();
        }
    }

    pub(crate) fn is_open(&self) -> bool {
        self.0.is_some()
    }
}

impl fmt::Debug for Tap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Tap").field(&self.0.is_some()).finish()
    }
}

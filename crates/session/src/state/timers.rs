//! When to come back: the earliest moment at which something changes by time alone.

use retake_protocol::Millis;

use super::State;
use crate::context::NEVER;

impl State {
    /// The earliest deadline; `None`: nothing changes until the next event. The caller then calls
    /// [`crate::Machine::handle`] with [`crate::Event::TimePassed`] and that time.
    pub(crate) fn next_wakeup(&self) -> Option<Millis> {
        let cx = self.cx();
        let of_images = self.images().flat_map(|image| {
            [
                image.end_deadline(cx),
                image.issue_deadline(cx),
                image.confirm_deadline(cx),
                image.press_deadline(cx),
            ]
        });
        // The panel changes at these moments; before them the machine has nothing to do.
        let of_panel =
            self.unresolved_deadlines().map(|deadline| deadline.filter(|at| *at > cx.now()));
        let others = [self.queue_deadline(), self.silent_stream_deadline()];
        let all = of_images.chain(of_panel).chain(others).flatten();
        all.min().filter(|at| *at < NEVER)
    }
}

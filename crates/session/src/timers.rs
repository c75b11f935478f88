//! When to come back: the earliest moment at which something changes by time alone.

use retake_protocol::Millis;

use crate::machine::Machine;

impl Machine {
    /// The earliest deadline; `None`: nothing changes until the next event. The caller then calls
    /// [`Machine::handle`] with [`crate::Event::TimePassed`] and that time.
    pub fn next_wakeup(&self) -> Option<Millis> {
        let sessions = self.images.iter().filter_map(|(media_id, image)| {
            let session = image.session.as_ref()?;
            let ends = [self.timeout_deadline(session), self.stale_deadline(media_id, session)];
            ends.into_iter().flatten().min()
        });
        let issue = self.next_issue().map(|(_, due_at)| due_at);
        // The panel changes at this moment; before it the machine has nothing to do.
        let unresolved = self.unresolved_deadline().filter(|deadline| *deadline > self.now);
        sessions
            .chain(issue)
            .chain(unresolved)
            .chain(self.confirm_deadline())
            .chain(self.queue_deadline())
            .min()
    }
}

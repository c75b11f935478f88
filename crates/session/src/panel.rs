//! What the sidebar shows of the machine's state. Reads only.

use retake_protocol::Millis;
use retake_protocol::view::{PanelView, SessionView};

use crate::machine::Machine;

impl Machine {
    /// Everything that the session panel shows at `now`.
    pub fn panel(&self, now: Millis) -> PanelView {
        let image = self.image_on_panel(now);
        PanelView {
            now,
            storage_problem: None,
            recording: None,
            downloads: Vec::new(),
            address: None,
            page: self.page_view(now),
            image: image.map(|image| image.view(self.cx())),
            session: image.and_then(|image| image.session_view(self.cx())),
            elsewhere: self.background_sessions(now),
            queue: self.queue_view(),
            diagnostics: self.cx().diagnostics().to_vec(),
        }
    }

    /// Sessions of images that the panel does not show (spec C16).
    fn background_sessions(&self, now: Millis) -> Vec<SessionView> {
        let shown = self.image_on_panel(now).map(super::image::ImageMachine::media_id);
        let hidden = self.images().filter(|image| Some(image.media_id()) != shown);
        hidden.filter_map(|image| image.active_view(self.cx())).collect()
    }
}

//! What the engine's thread shows: the panel in the sidebar, changes of the history, the window's status
//! and notices.

use retake_protocol::page::PageSite;
use retake_protocol::view::{LimitEnd, PageView, PanelView, Update};
use retake_protocol::{MediaId, Millis};

use super::{Page, Work};
use crate::calendar::next_time;
use crate::notifications::WindowStatus;

impl<P: Page> Work<P> {
    /// The engine's panel, with what this thread alone knows.
    pub(super) fn panel(&self) -> PanelView {
        let mut panel = self.task.engine.panel(self.task.clock.now());
        panel.storage_problem.clone_from(&self.task.storage_problem);
        panel.recording = self.recording_file().map(|file| file.display().to_string());
        panel.downloads.clone_from(&self.downloads);
        panel.close_asked = self.is_close_asked;
        panel.address.clone_from(&self.address);
        // Grok's page goes on without a load.
        if let Some(address) = panel.address.as_mut().filter(|one| one.site == PageSite::Grok)
            && let Some(path) = self.task.engine.path()
        {
            path.clone_into(&mut address.path);
        }
        if let Some(limit) = &mut panel.limit
            && let Some(LimitEnd::AtTime { hour, minute }) = limit.ends
        {
            limit.ends = next_time(limit.since, hour, minute).map(|at| LimitEnd::At { at });
        }
        if let Some(message) = &self.unreachable {
            panel.page = PageView::Unreachable { message: message.clone() };
        }
        panel
    }

    /// When the limit on show is over, where the sidebar does not know it yet (spec C11).
    pub(super) fn limit_ends_at(&self) -> Option<Millis> {
        let sent = self.sent.as_ref()?;
        match sent.limit.as_ref()?.ends? {
            LimitEnd::At { at } => (at > sent.now).then_some(at),
            LimitEnd::AtTime { .. } => None,
        }
    }

    pub(super) fn draw_attention(&mut self, panel: &PanelView) {
        let headline = WindowStatus::of(panel);
        if self.headline.as_ref() != Some(&headline) {
            self.task.page.show(&headline);
            self.headline = Some(headline);
        }
        let engine = &self.task.engine;
        let outcome_of = |media_id: &MediaId, session_id| engine.outcome_of(media_id, session_id);
        let notices = self.notifications.notices(panel, outcome_of);
        for notice in &notices {
            self.task.page.tell(notice);
        }
        if !notices.is_empty() {
            self.send(Update::Attention);
        }
    }

    pub(super) fn send_state(&mut self) {
        if self.sidebar.is_some() {
            let panel = self.panel();
            self.send_panel(panel);
        }
    }

    /// Sends the panel where it says something new: countdowns go on by the sidebar's own clock.
    pub(super) fn send_panel(&mut self, panel: PanelView) {
        if self.sidebar.is_none() {
            return;
        }
        if let Some(sent) = &mut self.sent {
            sent.now = panel.now;
            if *sent == panel {
                return;
            }
        }
        self.sent = Some(panel.clone());
        self.send(Update::State(Box::new(panel)));
    }

    pub(super) fn send(&mut self, update: Update) {
        let is_for_library = !matches!(update, Update::State(_) | Update::Attention);
        if let Some(library) = self.library.as_ref().filter(|_| is_for_library)
            && let Err(error) = library.send(update.clone())
        {
            tracing::debug!("the library is closed: {error}");
            self.library = None;
        }
        if let Some(sidebar) = &self.sidebar
            && let Err(error) = sidebar.send(update)
        {
            tracing::warn!("the sidebar is gone: {error}");
            self.sidebar = None;
        }
    }
}

//! What the engine's thread shows: the panel and the shell's state in the sidebar, changes of the history,
//! the window's status and notices.

use retake_protocol::MediaId;
use retake_protocol::page::{AddressView, PageSite};
use retake_protocol::shell::ShellView;
use retake_protocol::view::{PanelView, Update};

use super::{MarkedIn, Page, Work};
use crate::notifications::WindowStatus;

impl<P: Page> Work<P> {
    /// Shows how things stand wherever it is shown.
    pub(super) fn refresh(&mut self) {
        let panel = self.panel();
        let shell = self.shell();
        self.draw_attention(&panel, &shell);
        self.send_changed(panel, shell);
    }

    /// The same in the sidebar alone.
    pub(super) fn send_state(&mut self) {
        if self.sidebar.is_some() {
            let panel = self.panel();
            let shell = self.shell();
            self.send_changed(panel, shell);
        }
    }

    fn panel(&self) -> PanelView {
        self.task.engine.panel(self.task.clock.now())
    }

    fn shell(&self) -> ShellView {
        ShellView {
            address: self.address(),
            unreachable: self.unreachable.clone(),
            storage_problem: self.task.storage_problem.clone(),
            recording: self.recording_file().map(|file| file.display().to_string()),
            downloads: self.downloads.clone(),
            close_asked: self.is_close_asked,
        }
    }

    /// Where the page is: Grok's goes on without a load.
    fn address(&self) -> Option<AddressView> {
        let mut address = self.address.clone()?;
        if address.site == PageSite::Grok
            && let Some(path) = self.task.engine.path()
        {
            path.clone_into(&mut address.path);
        }
        Some(address)
    }

    fn draw_attention(&mut self, panel: &PanelView, shell: &ShellView) {
        let headline = WindowStatus::of(panel, shell);
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

    /// Sends of the two what says something new: countdowns go on by the sidebar's own clock.
    fn send_changed(&mut self, panel: PanelView, shell: ShellView) {
        if self.sidebar.is_none() {
            return;
        }
        let (is_new_panel, is_new_shell) = match &mut self.sent {
            Some((sent_panel, sent_shell)) => {
                sent_panel.now = panel.now;
                (*sent_panel != panel, *sent_shell != shell)
            }
            None => (true, true),
        };
        // The panel comes last: with it, the sidebar has everything.
        if is_new_shell {
            self.send(Update::Shell(Box::new(shell.clone())));
        }
        if is_new_panel {
            self.send(Update::Panel(Box::new(panel.clone())));
        }
        self.sent = Some((panel, shell));
    }

    pub(super) fn send(&mut self, update: Update) {
        let is_for_library =
            !matches!(update, Update::Panel(_) | Update::Shell(_) | Update::Attention);
        if let Some(library) = self.library.as_ref().filter(|_| is_for_library)
            && let Err(error) = library.send(update.clone())
        {
            tracing::debug!("the library is closed: {error}");
            self.library = None;
        }
        self.send_to_sidebar(update);
    }

    /// What the user marked is asked for again where it is shown as it is stored.
    pub(super) fn send_marks(&mut self, marked_in: MarkedIn) {
        match marked_in {
            MarkedIn::Sidebar => self.send(Update::MarksChanged),
            MarkedIn::Library => self.send_to_sidebar(Update::MarksChanged),
        }
    }

    fn send_to_sidebar(&mut self, update: Update) {
        if let Some(sidebar) = &self.sidebar
            && let Err(error) = sidebar.send(update)
        {
            tracing::warn!("the sidebar is gone: {error}");
            self.sidebar = None;
        }
    }
}

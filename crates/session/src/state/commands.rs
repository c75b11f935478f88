//! What the user asks for (spec C1, C9, C12, C13, C17, C22, F8): which image is meant, and whether it may be.

use retake_protocol::command::SetPreferences;
use retake_protocol::view::NoImageReason;
use retake_protocol::{DiagnosticKind, MediaId};

use super::State;
use crate::context::Context;
use crate::event::{CommandRefused, Start};
use crate::image::{ImageMachine, OwnPress, Presence};

impl State {
    /// Carries out a command; a refusal is answered, and noted in diagnostics (spec F8).
    pub(crate) fn command(&mut self, run: impl FnOnce(&mut Self) -> Result<(), CommandRefused>) {
        if let Err(refused) = run(self) {
            self.cx.note(DiagnosticKind::CommandRefused, refused.to_string());
            self.cx.output().refused = Some(refused);
        }
    }

    /// Spec C1.
    pub(crate) fn start_session(&mut self, start: Start) -> Result<(), CommandRefused> {
        let media_id = start.media_id.clone();
        self.begin_on_page(media_id.as_ref(), |image, cx| image.start(start, cx))
    }

    /// Spec C22.
    pub(crate) fn start_at_press(&mut self, media_id: &MediaId, press: OwnPress) {
        let is_in_store = self.is_in_store(media_id);
        let Some(image) = self.images.get_mut(media_id) else { return };
        let had_session = image.has_session();
        image.start_at_press(press, &mut self.cx);
        if image.has_session() && !had_session {
            // The user has seen it, and gone on.
            self.limit = None;
        }
        if is_in_store {
            image.note_presence(Presence::There, &self.cx);
        }
    }

    /// Begins a session on the image on the page, which must be the one that is meant, where one is.
    pub(crate) fn begin_on_page(
        &mut self,
        meant: Option<&MediaId>,
        begin: impl FnOnce(&mut ImageMachine, &mut Context) -> Result<(), CommandRefused>,
    ) -> Result<(), CommandRefused> {
        let shown = self.cx.shown().map(|shown| &shown.media_id);
        let is_in_store = shown.is_some_and(|media_id| self.is_in_store(media_id));
        let (image, cx) = self.on_page(meant)?;
        begin(image, cx)?;
        if is_in_store {
            image.note_presence(Presence::There, cx);
        }
        Ok(())
    }

    /// Spec C13, and C9: a session that waits for the user goes on.
    pub(crate) fn resume_session(
        &mut self,
        media_id: Option<&MediaId>,
    ) -> Result<(), CommandRefused> {
        let (image, cx) = self.on_page(media_id)?;
        if image.waits_for_user() {
            image.go_on(cx);
            return Ok(());
        }
        self.begin_on_page(media_id, ImageMachine::resume)
    }

    /// Spec C12, B3: Stop works wherever a session runs.
    pub(crate) fn stop_session(
        &mut self,
        media_id: Option<&MediaId>,
    ) -> Result<(), CommandRefused> {
        let on_panel = || self.image_on_panel(self.cx.now()).map(ImageMachine::media_id);
        let running = || {
            let mut running = self.images.values().filter(|image| image.has_session());
            running.next().filter(|_| running.next().is_none()).map(ImageMachine::media_id)
        };
        let is_unresolved = self.page.post_id().is_some() && self.cx.shown().is_none();
        let meant = media_id.or_else(on_panel);
        let meant = meant.or_else(|| is_unresolved.then(running).flatten()).cloned();
        let image = self.images.get_mut(&meant.ok_or(CommandRefused::NoImage)?);
        image.ok_or(CommandRefused::NotActive)?.stop(&mut self.cx)
    }

    pub(crate) fn set_preferences(
        &mut self,
        change: &SetPreferences,
    ) -> Result<(), CommandRefused> {
        let on_panel = || self.image_on_panel(self.cx.now()).map(ImageMachine::media_id);
        let media_id = change.media_id.as_ref().or_else(on_panel).cloned();
        let image = media_id.and_then(|media_id| self.images.get_mut(&media_id));
        let image = image.filter(|image| image.is_image()).ok_or(CommandRefused::NoImage)?;
        image.set_preferences(change, &mut self.cx)
    }

    /// The image on the page, which must be the one that is meant, where one is.
    fn on_page(
        &mut self,
        meant: Option<&MediaId>,
    ) -> Result<(&mut ImageMachine, &mut Context), CommandRefused> {
        let shown = self.cx.shown().map(|shown| shown.media_id.clone());
        let shown = shown.ok_or_else(|| match self.why_no_image() {
            Some(NoImageReason::TextVideo) => CommandRefused::TextVideo,
            Some(NoImageReason::SeveralSources) => CommandRefused::SeveralSources,
            Some(NoImageReason::NotTold) | None => CommandRefused::NoImage,
        })?;
        if let Some(meant) = meant.filter(|meant| **meant != shown) {
            return Err(CommandRefused::OtherImage { meant: meant.clone() });
        }
        let image = self.images.get_mut(&shown).ok_or(CommandRefused::NoImage)?;
        Ok((image, &mut self.cx))
    }
}

//! What requests and their answers say, given to the image that it is of (spec A8, C9, H3–H5).

use retake_grok::stream::SeenFrame;
use retake_grok::{
    Derivation, SeenAttempt, SeenTurn, Sender, StreamEvent, VideoKind, VideoRequest,
};
use retake_protocol::observer::PressSign;
use retake_protocol::{
    AttemptId, AttemptOutcome, ImageKind, MediaId, Millis, PostId, Prompt, Source,
};

use super::State;
use crate::context::UserPress;
use crate::event::PictureOfRequest;
use crate::image::{
    Heard, ImageMachine, NewPress, Observed, OwnPress, REQUEST_WITHIN_MS, unnamed_attempt,
};
use crate::presses::{Ending, Track};
use crate::record::Decision;

impl State {
    /// The page asks for a video: its session's, or the user's own (spec C9, H4).
    pub(crate) fn request_seen(&mut self, stream: u32, request: VideoRequest) {
        let now = self.cx().now();
        self.cx_mut().set_sees_requests(true);
        let pressed_for = self.images().find(|image| image.awaits_request(self.cx()));
        let pressed_for = pressed_for.map(|image| image.media_id().clone());
        if pressed_for.is_none()
            && let Some(press) = self.presses.join(stream, &request, now)
        {
            self.cx.forget_user_press();
            let (at, image) = (press.at, press.image.clone());
            let (images, cx) = self.parts();
            if let Some(image) = image.and_then(|image| images.get_mut(&image)) {
                image.press_doubled(at, cx);
            }
            return;
        }
        let picture = self.picture_of(&request);
        let own = self.own_press_of(&request, &picture);
        let own = own.filter(|_| pressed_for.is_none());
        let pressing = pressed_for.as_ref().and_then(|media_id| self.image(media_id));
        let action_id = pressing.and_then(ImageMachine::last_action);
        let named = request.inputs.first().cloned();
        let at = self.presses.begin(stream, Some(request), now);
        let image = match (&picture, &pressed_for) {
            (PictureOfRequest::Image(media_id), _)
            | (PictureOfRequest::Unreadable, Some(media_id)) => Some(media_id.clone()),
            // What the user asks for names its image.
            (PictureOfRequest::Unknown(id), None) => Some(id.as_image()),
            _ => None,
        };
        if let Some(press) = self.presses.get_mut(at) {
            press.pressed_for.clone_from(&pressed_for);
            press.image.clone_from(&image);
        }
        let (images, cx) = self.parts();
        if let Some(media_id) = &image {
            cx.add_told_image(media_id.as_post());
        }
        if let Some(image) = image.as_ref().and_then(|media_id| images.get_mut(media_id)) {
            image.press_begun(NewPress { at, stream, picture: named, action_id }, cx);
        }
        if let Some(image) = pressed_for.and_then(|media_id| images.get_mut(&media_id)) {
            image.take_request(at, &picture, cx);
        }
        if let (Some(media_id), Some((clicked_at, prompt))) = (image, own) {
            self.start_at_press(&media_id, OwnPress { clicked_at, at, prompt });
        }
    }

    /// When the user pressed for this request, and with which prompt, where a session may begin at that (spec
    /// C22): it makes a video of the image that was on show and still is, and of nothing else.
    fn own_press_of(
        &mut self,
        request: &VideoRequest,
        picture: &PictureOfRequest,
    ) -> Option<(Millis, Prompt)> {
        let UserPress { media_id, at } = self.cx.user_press()?.clone();
        let is_of_it = match picture {
            PictureOfRequest::Image(of) if *of != media_id => return None,
            PictureOfRequest::Image(_) => true,
            _ => false,
        };
        self.cx.forget_user_press();
        let is_recent = self.cx.now() - at <= REQUEST_WITHIN_MS;
        let is_plain = request.kind == VideoKind::ImageToVideo && request.inputs.len() == 1;
        let may_begin = self.cx.settings().start_at_press && self.cx.shows(&media_id);
        let prompt = request.prompt.clone()?;
        (is_of_it && is_recent && is_plain && may_begin).then_some((at, prompt))
    }

    /// Which picture a request names.
    fn picture_of(&self, request: &VideoRequest) -> PictureOfRequest {
        match request.kind {
            VideoKind::TextToVideo | VideoKind::Extension | VideoKind::Edit => {
                return PictureOfRequest::None;
            }
            VideoKind::ImageToVideo | VideoKind::Other => {}
        }
        let Some(input) = request.inputs.first() else { return PictureOfRequest::Unreadable };
        let is_video = self.cx().owner(&input.as_attempt()).is_some();
        if is_video || self.cx().is_no_image(input) {
            return PictureOfRequest::None;
        }
        let named = self.image_of_post(input).filter(|media_id| {
            let is_itself = media_id.as_post() == *input;
            !is_itself || self.is_known_image(media_id)
        });
        named.map_or_else(|| PictureOfRequest::Unknown(input.clone()), PictureOfRequest::Image)
    }

    /// Whether something reported this image before.
    fn is_known_image(&self, media_id: &MediaId) -> bool {
        let id = media_id.as_post();
        let in_store = self.page.reading().is_some_and(|reading| reading.is_image(&id));
        let is_kept = self
            .image(media_id)
            .is_some_and(|image| image.is_image() && (image.is_stored() || !image.is_empty()));
        in_store || is_kept || self.cx().is_told_image(&id) || self.cx().shows(media_id)
    }

    /// One thing that an answer says.
    pub(crate) fn stream_said(&mut self, stream: u32, said: StreamEvent) {
        if self.presses.of_stream(stream).is_none() {
            let now = self.cx().now();
            self.presses.begin(stream, None, now);
        }
        match said {
            StreamEvent::Conversation(id) => {
                self.cx_mut().add_no_image(id.clone());
                if let Some(press) = self.presses.of_stream_mut(stream) {
                    press.conversation = Some(id);
                }
                self.resolve_post();
            }
            StreamEvent::Frame(frame) => self.frame_seen(stream, &frame),
            StreamEvent::Unnamed { is_moderated, .. } => {
                if let Some(press) = self.presses.of_stream_mut(stream)
                    && is_moderated
                {
                    press.take_words(stream);
                }
                self.press_moved(stream);
            }
            StreamEvent::Turn(turn) => self.turn_seen(stream, &turn),
            StreamEvent::Error { reading } => self.answer_seen(stream, reading),
            StreamEvent::Ended(end) => {
                let press = self.presses.of_stream_mut(stream);
                let endings = press.map(|press| press.close(stream, end)).unwrap_or_default();
                for ending in endings {
                    self.take_ending(&ending);
                }
            }
        }
        self.act_on_limit(stream);
    }

    fn press_moved(&mut self, stream: u32) {
        let Some(press) = self.presses.of_stream(stream) else { return };
        let (requested_at, image) = (press.requested_at(), press.image.clone());
        let (images, cx) = self.parts();
        if let Some(image) = image.and_then(|media_id| images.get_mut(&media_id)) {
            image.press_moved(requested_at, cx);
        }
    }

    fn frame_seen(&mut self, stream: u32, frame: &SeenFrame) {
        let now = self.cx().now();
        let Some(press) = self.presses.of_stream_mut(stream) else { return };
        let ending = press.take_frame(stream, frame, now);
        let Some(track) = press.track(&frame.ids).cloned() else { return };
        // What is not tied to an image is kept when it ends.
        if let Some(home) = self.home_of_track(stream, &track) {
            self.hear_track(stream, &track, &home);
        }
        if let Some(ending) = ending {
            self.take_ending(&ending);
        }
    }

    /// Grok's turn names the files that it made; the user's own tells the time (spec C2).
    fn turn_seen(&mut self, stream: u32, turn: &SeenTurn) {
        if turn.sender == Sender::Human {
            if let Some(at) = turn.create_time.filter(|_| !self.cx().knows_grok_clock()) {
                self.cx_mut().set_grok_clock(at);
            }
            // An answer whose request was not seen repeats it.
            let input = turn.request.as_ref().and_then(|request| request.inputs.first());
            let image = input.and_then(|input| self.image_of_post(input));
            if let Some(press) = self.presses.of_stream_mut(stream) {
                press.image = press.image.take().or(image);
            }
            return;
        }
        for attachment in &turn.attachments {
            let Some(id) = attachment.id.as_ref().map(PostId::as_attempt) else { continue };
            let press = self.presses.of_stream_mut(stream);
            let path = attachment.path.as_deref();
            if let Some(ending) = press.and_then(|press| press.take_file(stream, &id, path)) {
                self.take_ending(&ending);
            }
        }
    }

    /// The image of a video of an answer (spec A8): that of its request, else the one that it is kept
    /// under, else what the frame says. Never the one that happens to be on the page.
    fn home_of_track(&self, stream: u32, track: &Track) -> Option<MediaId> {
        let press = self.presses.of_stream(stream)?;
        let kept = track.ids.iter().find_map(|id| self.cx().owner(id));
        let kept = kept.filter(|owner| self.image(owner).is_some_and(ImageMachine::is_image));
        let named = || self.image_of_post(track.frame.image.as_ref()?);
        press.image.clone().or_else(|| kept.cloned()).or_else(named)
    }

    fn hear_track(&mut self, stream: u32, track: &Track, home: &MediaId) {
        let seen = track.as_attempt();
        self.settle(&seen, Some(home.clone()));
        let Some(press) = self.presses.of_stream(stream) else { return };
        let kind = press.request.as_ref().map(|request| request.kind);
        let derivation = match kind {
            Some(VideoKind::Extension) => Some(Derivation::Extension),
            Some(VideoKind::Edit) => Some(Derivation::Edit),
            _ => None,
        };
        let heard = Heard {
            entry: Observed {
                seen: &seen,
                derived: derivation.map(|derivation| (derivation, None)),
            },
            source: Source::Stream,
            pressed_at: press.requested_at(),
            is_astray: press.pressed_for.as_ref().is_some_and(|meant| meant != home),
            has_ended: track.has_ended(),
        };
        let (images, cx) = self.parts();
        if let Some(image) = images.get_mut(home) {
            image.hear(heard, cx);
        }
    }

    /// An answer ended a video (spec H3). One that was never named is the press's own.
    fn take_ending(&mut self, ending: &Ending) {
        let Some(press) = self.presses.of_stream(ending.stream) else { return };
        let track = press.track(&ending.ids).cloned();
        let track = match track {
            Some(track) => track,
            None if ending.ids.is_empty() && press.image.is_some() => {
                let Some(id) = unnamed_attempt(press.at, ending.stream) else { return };
                Track::unnamed(ending.stream, id, press.at)
            }
            None => return,
        };
        let home = self.home_of_track(ending.stream, &track).unwrap_or_else(|| {
            let stand_in = track.ids[0].as_image();
            self.ensure_stand_in(&stand_in, ImageKind::Unknown);
            stand_in
        });
        self.hear_track(ending.stream, &track, &home);
        self.announce(&home, &track.ids, ending.outcome, ending.decision);
    }

    fn announce(
        &mut self,
        home: &MediaId,
        ids: &[AttemptId],
        outcome: AttemptOutcome,
        decision: Decision,
    ) {
        let (images, cx) = self.parts();
        if let Some(image) = images.get_mut(home) {
            image.announce_of(ids, outcome, decision, cx);
        }
    }

    /// The user pressed the generate control himself.
    pub(crate) fn user_pressed(&mut self, by: PressSign) {
        self.note_user_press(by);
        let (images, cx) = self.parts();
        for image in images.values_mut() {
            image.user_pressed(cx);
        }
    }

    /// A session may begin at a press of the page's own control (spec C22), unless something that nothing has
    /// named is under way: which video is whose could not be told.
    fn note_user_press(&mut self, by: PressSign) {
        self.cx.forget_user_press();
        let Some(shown) = self.cx.shown().filter(|_| by == PressSign::Control) else { return };
        let media_id = shown.media_id.clone();
        let is_busy = self.image(&media_id).is_some_and(|image| image.shows_unnamed(&self.cx));
        if self.cx.settings().start_at_press && !is_busy {
            let at = self.cx.now();
            self.cx.set_user_press(UserPress { media_id, at });
        }
    }

    /// When a stream that is silent has a moderation hold. Without a page it stands still (spec C21).
    pub(super) fn silent_stream_deadline(&self) -> Option<Millis> {
        self.presses.deadline().filter(|_| self.cx().is_loaded())
    }

    /// Moderations that hold now, since their streams are silent (spec H3).
    pub(crate) fn expire_streams(&mut self) {
        if !self.cx().is_loaded() {
            return;
        }
        let now = self.cx().now();
        for (_, ending) in self.presses.silent(now) {
            self.take_ending(&ending);
        }
    }

    /// Presses whose picture is this image, as the user said (spec C9): what they made is its own.
    pub(crate) fn take_accepted_names(&mut self) {
        for (post_id, media_id) in self.cx_mut().take_accepted_names() {
            let asked = self.presses.of_picture(&post_id, &media_id);
            let Some(press) = asked else { continue };
            let (at, stream) = (press.at, press.first_stream().unwrap_or_default());
            let tracks = press.tracks().to_vec();
            let (images, cx) = self.parts();
            if let Some(image) = images.get_mut(&media_id) {
                let action_id = image.last_action();
                image.press_begun(NewPress { at, stream, picture: Some(post_id), action_id }, cx);
            }
            for track in tracks {
                self.hear_track(track.stream, &track, &media_id);
            }
        }
    }
}

impl Track {
    /// What its frames told, as an attempt that is under way.
    fn as_attempt(&self) -> SeenAttempt {
        let frame = &self.frame;
        SeenAttempt {
            aliases: self.ids.clone(),
            made_from: frame.image.iter().cloned().collect(),
            derivation: None,
            outcome: AttemptOutcome::Processing,
            is_placeholder: false,
            unknown_status: None,
            percent: self.percent,
            prompt: frame.prompt.clone(),
            video_url: frame.video_url.clone(),
            hd_url: None,
            hd_1080_url: None,
            thumbnail_url: frame.thumbnail_url.clone(),
            create_time: frame.create_time,
            length_seconds: None,
            resolution: frame.resolution.clone(),
            mode: frame.mode.clone(),
            side_by_side: frame.side_by_side,
        }
    }

    /// One that no frame named; `at`: its press.
    fn unnamed(stream: u32, id: AttemptId, at: Millis) -> Self {
        Self::new(stream, SeenFrame::named(id), at)
    }
}

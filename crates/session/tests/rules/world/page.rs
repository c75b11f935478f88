//! What the page and its user do.

use std::sync::Arc;

use retake_grok::stream::SeenFrame;
use retake_grok::{
    Records, SeenAttempt, SeenContainer, StoreReading, StreamEvent, VideoKind, VideoRequest,
};
use retake_protocol::observer::{ActionResult, PressSign};
use retake_protocol::queue::QueueChange;
use retake_protocol::{AttemptId, AttemptOutcome, MediaId, Millis, PostId, Prompt};
use retake_session::{Event, Start};

use super::{IMAGES, Said, World};

impl World {
    pub(super) fn queue_up(&mut self, image: usize) {
        self.touched_at = Some(self.now);
        self.is_limited = false;
        self.send(Event::ChangeQueue(QueueChange::Add {
            media_id: MediaId::new(IMAGES[image]),
            prompt: Prompt::new("slow pan"),
            max_retries: Some(1),
            video_goal: None,
        }));
    }

    pub(crate) fn start(&mut self, max_retries: u32, video_goal: u32) {
        self.is_limited = false;
        self.send(Event::Start(Start {
            media_id: None,
            prompt: Prompt::new("slow pan"),
            max_retries: Some(max_retries),
            video_goal: Some(video_goal),
        }));
    }

    pub(crate) fn attempt(&mut self, image: usize, number: usize, outcome: AttemptOutcome) {
        let id = attempt_id(image, number);
        let created_at = self.created_at(&id);
        let attempts = self.page.entry(image).or_default();
        match attempts.iter_mut().find(|seen| *seen.id() == id) {
            Some(seen) => {
                seen.outcome = outcome;
                seen.video_url = url_of(&id, outcome);
            }
            None => attempts.push(seen(id, outcome, created_at)),
        }
    }

    /// How far an attempt has come; the next snapshot shows it.
    pub(crate) fn attempt_at(&mut self, image: usize, number: usize, percent: u32) {
        self.attempt(image, number, AttemptOutcome::Processing);
        let id = attempt_id(image, number);
        let attempts = self.page.entry(image).or_default();
        if let Some(seen) = attempts.iter_mut().find(|seen| *seen.id() == id) {
            seen.percent = Some(f64::from(percent));
        }
    }

    pub(super) fn user_press(&mut self) {
        let shown = self.machine.panel(self.now).image.map(|image| image.media_id);
        self.user_pressed = shown.map(|media_id| (media_id, self.now));
        self.send(Event::UserPressed { by: PressSign::Control });
    }

    pub(super) fn request(&mut self, image: usize, number: usize) {
        self.asked_at.entry(attempt_id(image, number)).or_insert(self.now);
        let request = VideoRequest {
            kind: VideoKind::ImageToVideo,
            inputs: PostId::new(IMAGES[image]).into_iter().collect(),
            prompt: Some(Prompt::new(format!("slow pan {number}"))),
            ..VideoRequest::default()
        };
        self.send(Event::TimePassed);
        let before = self.rows.sessions.len();
        self.send(Event::RequestSeen { stream: stream_of(image, number), request });
        if self.rows.sessions.len() > before {
            self.check_own_press();
        }
    }

    /// C22: a session began at a request.
    fn check_own_press(&mut self) {
        let (_, session) = self.rows.sessions.last_key_value().expect("it began");
        let (pressed_on, pressed_at) = self.user_pressed.take().expect("c22: the user pressed");
        assert_eq!(session.media_id, pressed_on, "c22: on the image of the press");
        let is_recent = self.now - pressed_at <= 20_000;
        assert!(self.settings.start_at_press && is_recent, "c22: {pressed_at} is long ago");
        self.is_limited = false;
        self.clicks.push(self.now);
        self.own_presses.extend(self.rows.sessions.keys().next_back());
    }

    /// A stream counts nothing at once.
    pub(super) fn stream(&mut self, image: usize, number: usize, said: Said) {
        self.send(Event::TimePassed);
        let counters = self.counters();
        let frame = |percent: u32, is_moderated, video_url: Option<&str>| {
            StreamEvent::Frame(SeenFrame {
                progress: Some(f64::from(percent)),
                is_moderated,
                video_url: video_url.map(str::to_owned),
                image: PostId::new(IMAGES[image]),
                ..SeenFrame::named(attempt_id(image, number))
            })
        };
        let event = match said {
            Said::Percent(percent) => frame(percent, false, None),
            Said::Doubted => frame(40, true, None),
            Said::Completed => {
                let id = attempt_id(image, number);
                frame(100, false, url_of(&id, AttemptOutcome::Completed).as_deref())
            }
            Said::Moderated => frame(100, true, None),
            Said::Ended(end) => StreamEvent::Ended(end),
        };
        let stream = stream_of(image, number);
        self.send(Event::StreamSaid { stream, said: event });
        if matches!(said, Said::Percent(_) | Said::Doubted) {
            assert_eq!(
                self.counters(),
                counters,
                "h invariant 4: a frame below 100 counts nothing"
            );
        }
    }

    pub(super) fn record(&mut self, image: usize, number: usize, outcome: AttemptOutcome) {
        let id = attempt_id(image, number);
        let file = url_of(&id, outcome).unwrap_or_default();
        let is_moderated = outcome == AttemptOutcome::Moderated;
        let (input, created_at) = (IMAGES[image], self.created_at(&id));
        let body = format!(
            r#"{{"assets":[{{"assetId":"{id}","mimeType":"video/mp4","key":"{file}","videoUrl":"{file}",
                "isModerated":{is_moderated},"createTime":{created_at},
                "mediaGenInput":{{"imageToVideo":{{"inputAssets":["{input}"]}}}}}}]}}"#
        );
        self.send(Event::RecordsRead(Arc::new(Records::read(&body))));
    }

    pub(super) fn reading(&self) -> StoreReading {
        let containers = self.page.iter().map(|(image, attempts)| SeenContainer {
            key: PostId::new(IMAGES[*image]).expect("an id"),
            image: MediaId::new(IMAGES[*image]),
            attempts: attempts.clone(),
        });
        StoreReading::of_containers(containers.collect())
    }

    pub(super) fn answer(&mut self, result: ActionResult, times: u32) {
        let Some(action_id) = self.unanswered.pop() else { return };
        if result == ActionResult::Clicked {
            self.clicks.push(self.now);
        }
        self.send(Event::ActionAnswered { action_id, result });
        for _ in 1..times {
            let before = self.rows.actions.len();
            self.send(Event::ActionAnswered { action_id, result });
            assert_eq!(self.rows.actions.len(), before, "a doubled answer schedules nothing");
        }
    }

    /// What a page that is gone was handed may have been clicked, and is never answered.
    pub(super) fn forget_unanswered(&mut self) {
        for action_id in std::mem::take(&mut self.unanswered) {
            self.clicks.extend(self.rows.actions[&action_id].issued_at);
        }
    }
}

/// One answer an attempt.
fn stream_of(image: usize, number: usize) -> u32 {
    u32::try_from(image * 100 + number).expect("a small number")
}

/// Where the video of an attempt lies; `None`: it has none.
fn url_of(id: &AttemptId, outcome: AttemptOutcome) -> Option<String> {
    (outcome == AttemptOutcome::Completed).then(|| format!("{id}.mp4"))
}

pub(crate) fn attempt_id(image: usize, number: usize) -> AttemptId {
    AttemptId::new(format!("{}-{number}", IMAGES[image])).expect("an id")
}

fn seen(id: AttemptId, outcome: AttemptOutcome, created_at: Millis) -> SeenAttempt {
    let video_url = url_of(&id, outcome);
    SeenAttempt {
        aliases: vec![id],
        made_from: Vec::new(),
        derivation: None,
        outcome,
        is_placeholder: false,
        unknown_status: None,
        percent: None,
        prompt: None,
        video_url,
        hd_url: None,
        hd_1080_url: None,
        thumbnail_url: None,
        create_time: Some(created_at),
        length_seconds: None,
        resolution: None,
        mode: None,
        side_by_side: None,
    }
}

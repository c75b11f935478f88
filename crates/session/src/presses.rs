//! The presses of this page load: each request for a video, and what its answers have told so far (spec
//! C9, H3–H6). What that means for an image is `hearing`'s and the image's own.

mod track;

use std::collections::BTreeMap;

use retake_grok::stream::SeenFrame;
use retake_grok::{Until, VideoRequest};
use retake_protocol::observer::StreamEnd;
use retake_protocol::{AttemptId, AttemptOutcome, Certainty, MediaId, Millis, PostId};

pub(crate) use track::{Ending, Track};

/// Two equal requests within so long are of one press, in ms (spec H5).
const ONE_PRESS_MS: Millis = 2_000;

/// A moderation below 100 % holds when its stream has been silent for so long, in ms (spec H3).
const SILENT_STREAM_MS: Millis = 30_000;

/// How many presses are kept; a session makes one at a time.
const MOST_PRESSES: usize = 64;

/// See the module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Presses {
    presses: Vec<Press>,
    /// The moment of the last one, so that no other has it: also not after a load or a restart.
    last_at: Option<Millis>,
}

/// One press of the generate control: one request or two (spec H5).
#[derive(Clone, Debug)]
pub(crate) struct Press {
    /// The moment of its first request; tells it from every other press.
    pub(crate) at: Millis,
    /// What was asked for; `None`: no request was seen, only the answer.
    pub(crate) request: Option<VideoRequest>,
    /// The image that its videos are of.
    pub(crate) image: Option<MediaId>,
    /// The conversation that it is made in, where that was said.
    pub(crate) conversation: Option<PostId>,
    /// The image whose session pressed; `None`: the user did.
    pub(crate) pressed_for: Option<MediaId>,
    answers: BTreeMap<u32, Answer>,
    tracks: Vec<Track>,
    limited: Option<Limited>,
}

/// A limit that one of the press's requests met (spec H5).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limited {
    stream: u32,
    /// When it ends, where that was said.
    pub(crate) until: Option<Until>,
}

/// One answer.
#[derive(Clone, Debug, Default)]
struct Answer {
    end: Option<StreamEnd>,
    /// Words without an id spoke of a moderation.
    is_moderated: bool,
    /// An error that is no limit stood in it.
    has_failed: bool,
}

impl Presses {
    /// The page is gone, and its answers with it.
    pub(crate) fn clear(&mut self) {
        self.presses.clear();
    }

    /// One that an earlier run of the app saw.
    pub(crate) fn note_earlier(&mut self, at: Millis) {
        self.last_at = self.last_at.max(Some(at));
    }

    /// The press that an equal request of a moment ago began: this one is its second (spec H5).
    pub(crate) fn join(
        &mut self,
        stream: u32,
        request: &VideoRequest,
        now: Millis,
    ) -> Option<&Press> {
        let is_equal = |press: &&mut Press| {
            let first = press.request.as_ref();
            now - press.at <= ONE_PRESS_MS
                && !request.inputs.is_empty()
                && first.is_some_and(|first| {
                    first.inputs == request.inputs && first.prompt == request.prompt
                })
        };
        let press = self.presses.iter_mut().rev().find(is_equal)?;
        press.answers.entry(stream).or_default();
        Some(press)
    }

    /// A new press; the oldest gives way.
    pub(crate) fn begin(
        &mut self,
        stream: u32,
        request: Option<VideoRequest>,
        now: Millis,
    ) -> Millis {
        let at = self.last_at.map_or(now, |last| now.max(last + 1));
        self.last_at = Some(at);
        if self.presses.len() == MOST_PRESSES {
            self.presses.remove(0);
        }
        let answers = BTreeMap::from([(stream, Answer::default())]);
        self.presses.push(Press {
            at,
            conversation: request.as_ref().and_then(|request| request.conversation.clone()),
            request,
            image: None,
            pressed_for: None,
            answers,
            tracks: Vec::new(),
            limited: None,
        });
        at
    }

    pub(crate) fn get_mut(&mut self, at: Millis) -> Option<&mut Press> {
        self.presses.iter_mut().find(|press| press.at == at)
    }

    pub(crate) fn of_stream(&self, stream: u32) -> Option<&Press> {
        self.presses.iter().rev().find(|press| press.answers.contains_key(&stream))
    }

    pub(crate) fn of_stream_mut(&mut self, stream: u32) -> Option<&mut Press> {
        self.presses.iter_mut().rev().find(|press| press.answers.contains_key(&stream))
    }

    /// The image of all videos that were asked for in a conversation; `None`: there was none, or they
    /// are of several.
    pub(crate) fn image_of_conversation(&self, id: &PostId) -> Option<&MediaId> {
        let inside = self.presses.iter().filter(|press| press.conversation.as_ref() == Some(id));
        let mut images = inside.map(|press| press.image.as_ref());
        let first = images.next()??;
        images.all(|image| image == Some(first)).then_some(first)
    }

    /// The press for this image whose request named that picture: it is the image's now.
    pub(crate) fn of_picture(&mut self, post_id: &PostId, media_id: &MediaId) -> Option<&Press> {
        let is_it = |press: &&mut Press| {
            let request = press.request.as_ref();
            press.pressed_for.as_ref() == Some(media_id)
                && request.is_some_and(|request| request.inputs.first() == Some(post_id))
        };
        let press = self.presses.iter_mut().rev().find(is_it)?;
        press.image = Some(media_id.clone());
        Some(press)
    }

    /// When a moderation below 100 % is taken for one, since its stream is silent (spec H3).
    pub(crate) fn deadline(&self) -> Option<Millis> {
        let tracks = self.presses.iter().flat_map(|press| {
            press.tracks.iter().filter(|track| press.is_doubted(track)).map(|track| track.heard_at)
        });
        tracks.min().map(|heard_at| heard_at + SILENT_STREAM_MS)
    }

    /// The moderations whose streams have been silent for long enough.
    pub(crate) fn silent(&mut self, now: Millis) -> Vec<(Millis, Ending)> {
        let mut endings = Vec::new();
        for press in &mut self.presses {
            let is_due = |track: &Track| track.heard_at + SILENT_STREAM_MS <= now;
            let due: Vec<usize> = (0..press.tracks.len())
                .filter(|at| press.is_doubted(&press.tracks[*at]) && is_due(&press.tracks[*at]))
                .collect();
            for at in due {
                let ending = press.tracks[at].ends(AttemptOutcome::Moderated, Certainty::Inferred);
                endings.push((press.at, ending));
            }
        }
        endings
    }

    /// Time that the machine slept counts for no clock (spec C21).
    pub(crate) fn slept(&mut self, ms: Millis) {
        for track in self.presses.iter_mut().flat_map(|press| &mut press.tracks) {
            track.heard_at += ms;
        }
    }
}

impl Press {
    /// When its request was seen; `None`: it was not.
    pub(crate) fn requested_at(&self) -> Option<Millis> {
        self.request.is_some().then_some(self.at)
    }

    /// The stream that answers its first request.
    pub(crate) fn first_stream(&self) -> Option<u32> {
        self.answers.keys().next().copied()
    }

    /// Its videos.
    pub(crate) fn tracks(&self) -> &[Track] {
        &self.tracks
    }

    /// Takes a frame, and tells what it ends (spec H3).
    pub(crate) fn take_frame(
        &mut self,
        stream: u32,
        frame: &SeenFrame,
        now: Millis,
    ) -> Option<Ending> {
        let is_same = |track: &Track| track.ids.iter().any(|id| frame.ids.contains(id));
        let at = self.tracks.iter().position(is_same).unwrap_or_else(|| {
            self.tracks.push(Track::new(stream, frame.clone(), now));
            self.tracks.len() - 1
        });
        self.tracks[at].take(frame, now)
    }

    /// The track of a video, by any of its ids.
    pub(crate) fn track(&self, ids: &[AttemptId]) -> Option<&Track> {
        self.tracks.iter().find(|track| track.ids.iter().any(|id| ids.contains(id)))
    }

    /// Words without an id spoke of a moderation.
    pub(crate) fn take_words(&mut self, stream: u32) {
        self.answers.entry(stream).or_default().is_moderated = true;
    }

    /// An error that is no limit.
    pub(crate) fn take_failure(&mut self, stream: u32) {
        self.answers.entry(stream).or_default().has_failed = true;
    }

    /// Grok's turn names the file of a video: it is finished (spec H3).
    pub(crate) fn take_file(
        &mut self,
        stream: u32,
        id: &AttemptId,
        path: Option<&str>,
    ) -> Option<Ending> {
        let mut of_stream =
            (0..self.tracks.len()).filter(|at| self.tracks[*at].stream == stream).peekable();
        let first = of_stream.peek().copied();
        let by_id = of_stream.clone().find(|at| self.tracks[*at].ids.contains(id));
        let only = first.filter(|_| of_stream.count() == 1);
        let track = &mut self.tracks[by_id.or(only)?];
        // In spring 2026 a moderated video was named as well.
        let is_done = track.frame.progress.is_some_and(|percent| percent >= 100.0);
        if !is_done || track.is_provisional || track.end.is_some() {
            return None;
        }
        if !track.ids.contains(id) {
            track.ids.push(id.clone());
        }
        if track.frame.video_url.is_none() {
            track.frame.video_url = path.map(str::to_owned);
        }
        Some(track.ends(AttemptOutcome::Completed, Certainty::Told))
    }

    /// An answer has ended; what that ends of its videos (spec H3). One that broke off or ran into a
    /// bound of ours ends nothing.
    pub(crate) fn close(&mut self, stream: u32, end: StreamEnd) -> Vec<Ending> {
        let answer = self.answers.entry(stream).or_default();
        answer.end = Some(end);
        let (is_moderated, has_failed) = (answer.is_moderated, answer.has_failed);
        if end != StreamEnd::Closed || self.limited.is_some_and(|limited| limited.stream == stream)
        {
            return Vec::new();
        }
        let by_words = if is_moderated {
            Some(AttemptOutcome::Moderated)
        } else {
            has_failed.then_some(AttemptOutcome::Failed)
        };
        let mut endings = Vec::new();
        let mut has_tracks = false;
        for track in self.tracks.iter_mut().filter(|track| track.stream == stream) {
            has_tracks = true;
            let is_done = track.frame.progress.is_some_and(|percent| percent >= 100.0);
            let outcome = if track.end.is_some() {
                None
            } else if track.is_provisional {
                Some(AttemptOutcome::Moderated)
            } else if is_done && track.frame.file.is_some() {
                Some(AttemptOutcome::Completed)
            } else {
                by_words
            };
            endings.extend(outcome.map(|outcome| track.ends(outcome, Certainty::Inferred)));
        }
        if !has_tracks {
            endings.extend(by_words.map(|outcome| Ending::unnamed(stream, outcome)));
        }
        endings
    }

    /// One of its requests met a limit.
    pub(crate) fn limit(&mut self, stream: u32, until: Option<Until>) {
        self.limited = Some(Limited { stream, until });
    }

    /// The limit that it met, once its other video has ended (spec H5).
    pub(crate) fn due_limit(&self) -> Option<Limited> {
        let limited = self.limited?;
        let is_quiet = |(stream, answer): (&u32, &Answer)| {
            let mut tracks = self.tracks.iter().filter(|track| track.stream == *stream).peekable();
            let has_ended = tracks.peek().is_some() && tracks.all(|track| track.end.is_some());
            *stream == limited.stream || answer.end.is_some() || has_ended
        };
        self.answers.iter().all(is_quiet).then_some(limited)
    }

    /// The limit was acted on.
    pub(crate) fn forget_limit(&mut self) {
        self.limited = None;
    }

    /// Whether a moderation below 100 % may still be taken back.
    fn is_doubted(&self, track: &Track) -> bool {
        let is_open = self.answers.get(&track.stream).is_some_and(|answer| answer.end.is_none());
        is_open && track.is_provisional && track.end.is_none()
    }
}

//! What is known of a video that is to be saved, and its status. The rows are `table`'s;
//! fetching, naming and writing the file are the shell's.

use retake_protocol::{AttemptId, MediaId, Millis, Prompt, SessionId, VideoQuality};

/// An attempt's video, as it is needed for saving it.
#[derive(Clone, Debug, PartialEq)]
pub struct VideoSource {
    /// The files that Grok has of it, the best first (spec N8).
    pub files: Vec<VideoFile>,
    /// Which video of its image it is, in order of first sight, from 1.
    pub number: u32,
    /// The session that counted it.
    pub session_id: Option<SessionId>,
    /// What Grok says it was made with.
    pub prompt: Option<Prompt>,
    /// The image's `originalPrompt`, or its `prompt`.
    pub original_prompt: Option<Prompt>,
    /// Grok's create time.
    pub create_time: Option<Millis>,
    /// When Retake saw it end.
    pub finished_at: Millis,
    /// Seconds.
    pub length_seconds: Option<f64>,
    /// As Grok names it.
    pub resolution: Option<String>,
    /// The absolute path of the unfinished file that an earlier run may have left.
    pub partial: Option<String>,
    /// The absolute path of the saved file.
    pub path: Option<String>,
}

/// One file that Grok has of a video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VideoFile {
    /// How good it is.
    pub quality: VideoQuality,
    /// Where it is, as Grok has it; may be relative.
    pub address: String,
}

/// A video that is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedVideo {
    /// Its image.
    pub media_id: MediaId,
    /// The attempt that it came of.
    pub attempt_id: AttemptId,
    /// The absolute path of its file.
    pub path: String,
    /// The file's size when it was saved.
    pub bytes: u64,
}

/// The outcome of a video that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VideoStatus {
    /// It is being fetched.
    Fetching {
        /// The absolute path of the file that it is written to until it is whole.
        partial: String,
    },
    /// It is saved.
    Saved {
        /// The absolute path of the file.
        path: String,
        /// Which of Grok's files it is.
        quality: VideoQuality,
        /// Its size.
        bytes: u64,
        /// When it was saved.
        at: Millis,
    },
    /// It could not be saved; nothing more is tried until the user asks again.
    Failed {
        /// Why, in plain words.
        reason: String,
    },
}

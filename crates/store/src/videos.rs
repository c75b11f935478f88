//! What is known of a video that is to be saved, and its status. The rows are `table`'s;
//! fetching, naming and writing the file are the shell's.

use std::collections::BTreeSet;

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
    /// Where the image's own file is, as Grok has it; may be relative.
    pub image_url: Option<String>,
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
    /// The files that could not be had since it was asked for (spec N8, N9).
    pub given_up: BTreeSet<VideoQuality>,
    /// What is saved of it.
    pub saved: Option<SavedFile>,
    /// The whole file that was about to take the saved one's place (spec N9). An earlier run left it, before
    /// or after it did.
    pub placing: Option<SavedFile>,
}

/// One file that Grok has of a video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VideoFile {
    /// How good it is.
    pub quality: VideoQuality,
    /// Where it is, as Grok has it; may be relative.
    pub address: String,
}

/// A video's file as it was when it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// Its absolute path.
    pub path: String,
    /// Which of Grok's files it is.
    pub quality: VideoQuality,
    /// Its size.
    pub bytes: u64,
    /// When it was last written to, as the file system says; `None`: it was not noted.
    pub modified_at: Option<Millis>,
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
        /// In which file.
        file: SavedFile,
        /// When it was saved.
        at: Millis,
    },
    /// It could not be saved; nothing more is tried until the user asks again.
    Failed {
        /// Why, in plain words.
        reason: String,
    },
}

/// How the better file of a saved video stands (spec N9). In the meantime the video stays saved as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplacementStatus {
    /// It is to be fetched.
    Asked {
        /// Since when.
        at: Millis,
    },
    /// It is being fetched.
    Fetching {
        /// The absolute path of the file that it is written to until it is whole.
        partial: String,
    },
    /// It is whole, and takes the saved one's place next.
    Placing {
        /// The absolute path of the file that it was written to.
        partial: String,
        /// What is then at the saved one's path.
        file: SavedFile,
    },
    /// There is none to wait for any more.
    Over,
}

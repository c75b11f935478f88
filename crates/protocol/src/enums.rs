//! The words of `docs/spec.md` as enums. They are spelt as there, and the same in the database, in
//! recordings, on the wire and in the sidebar's `data-outcome`.

use serde::{Deserialize, Serialize};

use crate::Prompt;

/// Declares an enum whose text form is its `snake_case` name, in one place for serde and SQL.
macro_rules! string_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// All of them, in the order of their definition.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word as the spec spells it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The variant that the spec spells `text`.
            pub fn from_text(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

string_enum! {
    /// How a session stands or ended.
    SessionOutcome {
        /// It has not ended.
        Pending = "pending",
        /// The video goal was reached (spec C6).
        Success = "success",
        /// More failures than max retries (spec C6).
        MaxRetries = "max_retries",
        /// No sign of life after a click (spec C10).
        TimedOut = "timed_out",
        /// Grok's rate limit was seen (spec C11).
        RateLimited = "rate_limited",
        /// The user stopped it (spec C12).
        Cancelled = "cancelled",
        /// Grok forgot the image, as on a reload (spec C13).
        Stale = "stale",
        /// The app ended while it was active (spec C14).
        Interrupted = "interrupted",
    }
}

impl SessionOutcome {
    /// Whether a session that ended so may be resumed (spec C13).
    pub const fn is_resumable(self) -> bool {
        !matches!(self, Self::Pending | Self::Success | Self::MaxRetries)
    }
}

string_enum! {
    /// Which of the files that Grok has of one video, the best last (spec N8).
    VideoQuality {
        /// The one that it was made as: Grok's `videoUrl`, `mediaUrl` or `key`.
        Base = "base",
        /// High definition: Grok's `hdMediaUrl` or `hdKey`.
        Hd = "hd",
        /// With 1080 lines: Grok's `hd1080MediaUrl` or `hd1080Key`.
        Hd1080 = "hd_1080",
    }
}

string_enum! {
    /// How far an attempt has come, or how it ended.
    AttemptOutcome {
        /// Known, nothing seen of it yet.
        Pending = "pending",
        /// Under way.
        Processing = "processing",
        /// A finished video.
        Completed = "completed",
        /// Finished, and moderated by Grok.
        Moderated = "moderated",
        /// A technical failure.
        Failed = "failed",
        /// Nobody saw its end: it counts as nothing, and any source may settle it later (spec H9).
        Unknown = "unknown",
    }
}

impl AttemptOutcome {
    /// Whether it is completed, moderated or failed (spec C3).
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Moderated | Self::Failed)
    }
}

string_enum! {
    /// How a press stands whose request was seen (spec C6, H9).
    PressState {
        /// It has no end yet: nothing is pressed for its image.
        UnderWay = "under_way",
        /// Its videos have ended, or it was refused.
        Ended = "ended",
        /// Nobody saw its end.
        Unknown = "unknown",
    }
}

string_enum! {
    /// What the rows of an image are kept under (spec A8, B4).
    #[derive(Default)]
    ImageKind {
        /// An image.
        #[default]
        Image = "image",
        /// A video that nothing ties to an image yet.
        Unknown = "unknown",
        /// A video from text alone, which has no image.
        TextVideo = "text_video",
    }
}

string_enum! {
    /// What was done to a video (spec A9).
    DerivedKind {
        /// It was made longer.
        Extension = "extension",
        /// It was made larger.
        Upscale = "upscale",
        /// It was changed in another way.
        Edit = "edit",
    }
}

string_enum! {
    /// Why an action was scheduled.
    ActionKind {
        /// The one that a start issues.
        First = "first",
        /// After a failure.
        Retry = "retry",
        /// After a success, towards the goal.
        Next = "next",
    }
}

string_enum! {
    /// How far an action has come (spec C9).
    ActionState {
        /// Decided and stored; waits for its time or its image.
        Scheduled = "scheduled",
        /// Handed to the page, which has not answered yet. Never handed over again.
        Issued = "issued",
        /// The page clicked.
        Clicked = "clicked",
        /// The page did not click, and said why.
        Refused = "refused",
        /// Its session ended, or auto-retry was turned off, before it was issued.
        Dropped = "dropped",
    }
}

string_enum! {
    /// Why the page script did not click (spec C9).
    Refusal {
        /// The page shows another post than the one the action was decided for.
        NotThisImage = "not_this_image",
        /// A generation is under way.
        GenerationUnderWay = "generation_under_way",
        /// No prompt box or no generate control was found.
        ControlMissing = "control_missing",
        /// The generate control is there and disabled.
        ControlDisabled = "control_disabled",
        /// The page did not take the prompt as written.
        PromptNotAccepted = "prompt_not_accepted",
        /// Grok refused the generation: the user is not signed in, or may not make videos.
        SignInNeeded = "sign_in_needed",
        /// Cloudflare wants the user to pass its check first.
        CloudflareCheck = "cloudflare_check",
        /// The next video would have another length or resolution than the session's first.
        OtherVideoSettings = "other_video_settings",
        /// A dialog lies over the page.
        DialogOpen = "dialog_open",
        /// Grok refused the video: this account may not make it (403 with code 7).
        RefusedByGrok = "refused_by_grok",
        /// Grok wants the page loaded again: it is out of date.
        PageOutOfDate = "page_out_of_date",
        /// Grok has blocked the account.
        AccountBlocked = "account_blocked",
        /// The page went away before the action reached it.
        PageNotThere = "page_not_there",
        /// The session has pressed as often as it may (spec C20).
        PressesUsedUp = "presses_used_up",
        /// The page is in another mode than Video, and did not change it (spec C9).
        OtherMode = "other_mode",
        /// The page is about to edit or to extend something (spec C9).
        EditOpen = "edit_open",
        /// The page shows a video, and did not go back to its image (spec C9).
        StaysOnVideo = "stays_on_video",
        /// The user is using the page (spec C9).
        UserBusy = "user_busy",
        /// The page makes no video without a prompt (spec C9).
        PromptNeeded = "prompt_needed",
        /// Grok makes the video of another picture than the session's (spec C9).
        OtherPicture = "other_picture",
        /// Grok makes the video of a picture that nothing knows: it may be the session's under another
        /// id (spec C9).
        UnknownPicture = "unknown_picture",
        /// Nothing followed the click (spec H9).
        ClickNotTaken = "click_not_taken",
        /// The page refused for a reason that this version does not know.
        #[serde(other)]
        Other = "other",
    }
}

impl Refusal {
    /// The reason in plain words, as it follows `Not clicked: `.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::NotThisImage => "the page shows another post",
            Self::GenerationUnderWay => "a generation is under way",
            Self::ControlMissing => "the page's generate button was not found",
            Self::ControlDisabled => "the page's generate button is disabled",
            Self::PromptNotAccepted => "the page did not take the prompt",
            Self::SignInNeeded => "Grok says that you are not signed in",
            Self::CloudflareCheck => "Cloudflare checks whether you are human",
            Self::OtherVideoSettings => "the next video would have another length or resolution",
            Self::DialogOpen => "a dialog is open on the page",
            Self::RefusedByGrok => "Grok refuses to make this video",
            Self::PageOutOfDate => "Grok says that the page is out of date",
            Self::AccountBlocked => "Grok says that this account is blocked",
            Self::OtherMode => "the page is not set to make a video",
            Self::EditOpen => "the page is about to edit or extend something",
            Self::StaysOnVideo => "the page shows a video and did not go back to its image",
            Self::UserBusy => "you are using the page",
            Self::PromptNeeded => "the page makes no video without a prompt",
            Self::OtherPicture => "Grok makes this video of another picture",
            Self::UnknownPicture => "Grok makes this video of a picture that Retake doesn't know",
            Self::ClickNotTaken => "Grok did not take the click",
            Self::PageNotThere => "the page was not there to take the click",
            Self::PressesUsedUp => "every press of this session is used up",
            Self::Other => "the page gave a reason that this version does not know",
        }
    }
}

string_enum! {
    /// How far a moderated generation had come. Text: `1`, `2`, `3`.
    Layer {
        /// 0–24 %.
        One = "1",
        /// 25–87 %.
        Two = "2",
        /// 88–100 %.
        Three = "3",
    }
}

impl Layer {
    /// The layer of a progress in percent (0–100).
    pub fn of_percent(percent: f64) -> Self {
        if percent < 25.0 {
            Self::One
        } else if percent < 88.0 {
            Self::Two
        } else {
            Self::Three
        }
    }
}

string_enum! {
    /// What was not as expected. It never ends a session by itself (spec A5).
    DiagnosticKind {
        /// Entries of the store without a usable id (spec A4).
        SkippedEntries = "skipped_entries",
        /// Keys of the store that can't be an image's id.
        UnusableKeys = "unusable_keys",
        /// A status of an entry that this version does not know (spec A3).
        UnknownStatus = "unknown_status",
        /// Ids that would make one attempt of several (spec A1).
        AmbiguousIds = "ambiguous_ids",
        /// The store has another version.
        OtherVersion = "other_version",
        /// A text that is no store (spec A5).
        StoreUnreadable = "store_unreadable",
        /// A progress that is none (spec C5).
        Progress = "progress",
        /// Grok's outcome of an attempt is another than Retake's (spec D4).
        CountsDiffer = "counts_differ",
        /// A notice reported a moderation, and nothing else did (spec H1).
        NotConfirmed = "not_confirmed",
        /// Grok refused a video until the user does something (spec H6).
        AccessRefused = "access_refused",
        /// An answer to an action to which none was due (spec C9).
        ActionResult = "action_result",
        /// A command that was refused (spec F8).
        CommandRefused = "command_refused",
        /// The queue could not begin a session (spec M4).
        Queue = "queue",
        /// The page lists more that is new than a person can make.
        TooMuchAtOnce = "too_much_at_once",
        /// A piece of the page script failed.
        PageScript = "page_script",
        /// The last line of a recording is cut (spec F6).
        RecordingCut = "recording_cut",
    }
}

string_enum! {
    /// How the layer of an attempt is known (spec C5).
    LayerSource {
        /// From the last progress before the attempt became terminal.
        Seen = "seen",
        /// No progress was seen; layer 1 is taken.
        Assumed = "assumed",
    }
}

string_enum! {
    /// Where something was learned of an attempt (spec H1).
    Source {
        /// The page's store, in sessionStorage or in memory.
        Store = "store",
        /// The page's own request for the video.
        Request = "request",
        /// The answer to that request.
        Stream = "stream",
        /// What the page fetched of files and conversations.
        Record = "record",
    }
}

string_enum! {
    /// How sure the end of an attempt is (spec H2).
    Certainty {
        /// A source said so.
        Told = "told",
        /// It follows from what else happened, as that Grok closed a stream.
        Inferred = "inferred",
    }
}

/// What the user set for one image; it outlives sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// How many failures beyond the first try are accepted: 1–50.
    pub max_retries: u32,
    /// How many videos are wanted: 1–50.
    pub video_goal: u32,
    /// Whether Retake may schedule actions for the image's session (spec C15).
    pub auto_retry: bool,
    /// The prompt that the last session started with.
    pub last_prompt: Prompt,
}

impl Preferences {
    /// The range of max retries and of the video goal (spec C17).
    pub const RANGE: std::ops::RangeInclusive<u32> = 1..=50;
}

impl Default for Preferences {
    fn default() -> Self {
        Self { max_retries: 3, video_goal: 1, auto_retry: true, last_prompt: Prompt::default() }
    }
}

string_enum! {
    /// Whether the user picked an item of the library (spec K3).
    #[derive(Default)]
    Pick {
        /// Neither.
        #[default]
        None = "none",
        /// It is to be kept.
        Picked = "picked",
        /// It is not wanted.
        Rejected = "rejected",
    }
}

string_enum! {
    /// What the library shows (spec K1).
    #[derive(Default)]
    LibraryKind {
        /// Images that were made a video of, or tried to.
        Images = "images",
        /// Finished videos.
        #[default]
        Videos = "videos",
    }
}

string_enum! {
    /// What the library is filtered by (spec K3), in the order in which it is shown.
    LibraryField {
        /// Stars: `0`–`5`.
        Rating = "rating",
        /// A word of [`Pick`].
        Pick = "pick",
        /// A tag.
        Tag = "tag",
        /// Of an image: `running`, else its best outcome: `completed`, `moderated`, `failed`, `none`.
        Outcome = "outcome",
        /// Of a video: its length in whole seconds.
        Length = "length",
        /// Of a video as Grok names it; of an image its width and height.
        Resolution = "resolution",
        /// `yes` or `no`: whether it is, or has, a saved video.
        Saved = "saved",
        /// `yes` or `no`: whether the image's last session can be resumed.
        Resumable = "resumable",
        /// `yes` or `no`: whether the image is in the queue.
        Queued = "queued",
        /// The prompt's whole text.
        Prompt = "prompt",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_layers_part_at_25_and_88_percent() {
        for (percent, layer) in [
            (0.0, Layer::One),
            (24.0, Layer::One),
            (24.9, Layer::One),
            (25.0, Layer::Two),
            (87.9, Layer::Two),
            (88.0, Layer::Three),
            (100.0, Layer::Three),
        ] {
            assert_eq!(Layer::of_percent(percent), layer, "{percent} %");
        }
    }

    #[test]
    fn a_word_reads_back_from_its_own_text() {
        for outcome in SessionOutcome::ALL {
            assert_eq!(SessionOutcome::from_text(outcome.as_str()), Some(*outcome));
        }
    }

    #[test]
    fn c13_resume_is_open_after_every_end_but_success_and_max_retries() {
        let resumable: Vec<_> =
            SessionOutcome::ALL.iter().filter(|outcome| outcome.is_resumable()).collect();
        assert_eq!(
            resumable,
            [
                &SessionOutcome::TimedOut,
                &SessionOutcome::RateLimited,
                &SessionOutcome::Cancelled,
                &SessionOutcome::Stale,
                &SessionOutcome::Interrupted
            ]
        );
    }
}

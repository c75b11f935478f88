/**
 * The shapes of the wire, made from `crates/protocol/src/observer.rs` by
 * `RETAKE_UPDATE=1 cargo test -p retake-protocol wire`. Do not edit.
 */
declare namespace Wire {

type MediaId = string;

type PostId = string;

type AttemptId = string;

type ActionId = number;

type Prompt = string;

type Refusal = "not_this_image" | "generation_under_way" | "control_missing" | "control_disabled" | "prompt_not_accepted" | "sign_in_needed" | "cloudflare_check" | "other_video_settings" | "dialog_open" | "refused_by_grok" | "page_out_of_date" | "account_blocked" | "page_not_there" | "presses_used_up" | "other_mode" | "edit_open" | "stays_on_video" | "user_busy" | "prompt_needed" | "other_picture" | "unknown_picture" | "click_not_taken" | "other";

type ActionResult = "clicked" | Refusal;

type PressSign = "control" | "request";

type Signal = { "type": "page_load" } | { "type": "route", 
/**
 * As in `location.pathname`: no query, no hash.
 */
path: string, 
/**
 * The query's `conversation` or `conversationId`; it is never an image's id (spec B1).
 */
conversation: string | null, } | { "type": "main_picture", 
/**
 * The post.
 */
post_id: PostId, } | { "type": "progress", 
/**
 * Percent, 0–100.
 */
percent: number, 
/**
 * The attempt it belongs to, where the page says so.
 */
attempt_id: AttemptId | null, } | { "type": "rate_limited" } | { "type": "moderation_seen" } | { "type": "notice", 
/**
 * What can be seen of it, at most [`MAX_NOTICE_BYTES`].
 */
text: string, 
/**
 * Whether the user can see it.
 */
visible: boolean, } | { "type": "user_active" } | { "type": "user_press", 
/**
 * How that was seen.
 */
by: PressSign, } | { "type": "access_refused", 
/**
 * Why.
 */
reason: Refusal, } | { "type": "request", 
/**
 * Numbers the stream that answers it; the page script counts from 1 in each page load.
 */
stream: number, 
/**
 * The request's body as the page sent it, at most [`MAX_REQUEST_BYTES`]; `None`: it is for a
 * video, and can't be read.
 */
body: string | null, } | { "type": "answer" } & Answer | { "type": "record", 
/**
 * The answer's body, at most [`MAX_RECORD_BYTES`].
 */
body: string, } | { "type": "clock", 
/**
 * Milliseconds since the Unix epoch.
 */
grok_ms: number, } | { "type": "action_result", 
/**
 * The action as it was handed over.
 */
action_id: ActionId, 
/**
 * How it went.
 */
result: ActionResult, } | { "type": "problem", 
/**
 * The file of `injected/` it happened in.
 */
piece: string, 
/**
 * What went wrong. No prompt and no text of the page.
 */
message: string, };

type Answer = { 
/**
 * The stream of the request that it answers; `None`: another request.
 */
stream: number | null, 
/**
 * The path of the request, without query.
 */
path: string, 
/**
 * HTTP's status; 0 where there was no answer at all.
 */
status: number, 
/**
 * `retry-after`, `date`, `cf-mitigated` and `content-type` where the answer has them, by their
 * names in lower case.
 */
headers: { [key in string]: string }, 
/**
 * Its beginning, at most [`MAX_ANSWER_BYTES`].
 */
body: string, };

type SnapshotSource = "session" | "memory";

type FullSnapshot = { 
/**
 * Counts the texts and splices of one page load, from 1.
 */
sequence: number, 
/**
 * The text; `None` where the key is absent.
 */
text: string | null, 
/**
 * Where it was read.
 */
from: SnapshotSource, };

type Splice = { 
/**
 * One more than that of the text it builds on.
 */
sequence: number, 
/**
 * How much of the old text's start is kept.
 */
kept_head: number, 
/**
 * How much of the old text's end is kept.
 */
kept_tail: number, 
/**
 * What stands between them now.
 */
middle: string, 
/**
 * How long the new text is: a splice that yields another length is refused.
 */
length: number, };

type SnapshotReply = "accepted" | "send_full_snapshot";

type StreamEnd = "closed" | "broken" | "cut";

type StreamPiece = { 
/**
 * Which answer: the page script counts them from 1 in each page load.
 */
stream: number, 
/**
 * What came; it may end anywhere.
 */
text: string, 
/**
 * `None`: more may come.
 */
end: StreamEnd | null, };

type PageAction = { 
/**
 * To be answered with.
 */
action_id: ActionId, 
/**
 * The post that the page must show, else `not_this_image`.
 */
post_id: PostId, 
/**
 * The image that a video is made of, and every other id of it. Where the page shows a video of it
 * and has modes, it goes back to this picture first (spec C9).
 */
image_ids: Array<MediaId>, 
/**
 * What the prompt box must hold; blank: leave it as it is.
 */
prompt: Prompt, 
/**
 * What the video is to be made with; `None`: with what the page has.
 */
settings: VideoSettings | null, };

type VideoSettings = { 
/**
 * In seconds; `None`: not known.
 */
length: Required<number> | null, 
/**
 * As Grok names it, such as `720p`; `None`: not known.
 */
resolution: Required<string> | null, };

type Required<Value> = { 
/**
 * What is wanted.
 */
value: Value, 
/**
 * How sure the page script has to be of it.
 */
strictness: Strictness, };

type Strictness = "best_effort" | "mandatory";

type ControlPiece = "prompt_box" | "generate_control";

type Found = { 
/**
 * Its name in `injected/health.js`: `store`, `post`, `prompt_box`, `generate_control`,
 * `video_settings`, `progress`, `toasts`, `stream`.
 */
piece: string, 
/**
 * What it was found by; `None`: it is not there.
 */
how: string | null, 
/**
 * How long ago it was last found, in ms; `None`: never since the page was loaded.
 */
ago: number | null, };
}

/**
 * What the fragments share, for the type checker alone; nothing of this ships.
 * The shapes of the wire are those of `crates/protocol/src/observer.rs`.
 */

/** The contents of selectors.json, put in front of the fragments by the shell. */
declare const RETAKE_SELECTORS: RetakeSelectors;

/** The only origin that the script does anything at, such as `https://grok.com`. */
declare const RETAKE_ORIGIN: string;

interface RetakeLabels {
  [language: string]: string[];
}

/** Phrases by language; `not` wins over the others. */
interface RetakePhrases {
  phrases: RetakeLabels;
  /** What counts only where nothing else is said. */
  alone?: RetakeLabels;
  not?: RetakeLabels;
}

interface RetakeSelectors {
  store: { key: string };
  routes: { post: string };
  endpoints: { conversations: string; generation: string[] };
  video_request: {
    inputs: { [name: string]: RetakeVideoKind };
    input_pattern: string;
    config: string;
    tool: string;
    models: string[];
  };
  refusals: { code: string; words: { [reason: string]: string[] } };
  exclude: { selectors: string[] };
  disabled: { perhaps_empty: string[]; whatever_is_typed: string[]; put_aside: string[]; locked_box: string[] };
  dialogs: { selectors: string[]; never: string[]; not_content: string[] };
  posts: { articles: string[]; media: string[]; not_media: string[] };
  prompt_box: { selectors: string[]; never: string[] };
  generate_control: {
    candidates: string[];
    never: string[];
    selectors: string[];
    labels: { make_video: RetakeLabels; redo: RetakeLabels };
    generic: { labels: string[] };
  };
  progress: { scopes: string[]; selectors: string[]; exclude: string[]; pattern: string };
  image_view: { moderated: string[]; groups: string[]; labels: string[] };
  video_settings: {
    openers: string[];
    menus: string[];
    choices: string[];
    chosen: string[];
    exclude: string[];
    length: string;
    resolution: string;
  };
  check: { titles: string[]; names: string[]; texts: string[] };
  toasts: { sections: string[]; items: string[]; rate_limit: RetakePhrases; moderation: RetakePhrases };
}

type RetakeSignal =
  | { type: "page_load" }
  | { type: "route"; path: string }
  | { type: "progress"; percent: number; attempt_id: string | null }
  | { type: "rate_limited" }
  | { type: "moderation_seen" }
  | { type: "user_active" }
  | { type: "access_refused"; reason: RetakeRefusal }
  | { type: "action_result"; action_id: number; result: RetakeResult }
  | { type: "problem"; piece: string; message: string };

/** Why Grok makes no video until the user does something: the text of a `Refusal`. */
type RetakeRefusal =
  | "sign_in_needed"
  | "cloudflare_check"
  | "refused_by_grok"
  | "page_out_of_date"
  | "account_blocked";

/** What kind of video is asked for; `other`: another one, or one that does not say. */
type RetakeVideoKind = "image_to_video" | "text_to_video" | "extension" | "edit" | "other";

/** `clicked`, or the text of a `Refusal`. */
type RetakeResult =
  | "clicked"
  | "not_this_image"
  | "dialog_open"
  | "generation_under_way"
  | "control_missing"
  | "control_disabled"
  | "prompt_not_accepted"
  | "other_video_settings"
  | "other";

interface RetakeAction {
  action_id: number;
  post_id: string;
  prompt: string;
  /** null: as the page has them. */
  settings: RetakeVideoSettings | null;
}

/** What the next video is to be made with; null: as the page has it. */
interface RetakeVideoSettings {
  /** Seconds. */
  length: RetakeRequired<number> | null;
  resolution: RetakeRequired<string> | null;
}

interface RetakeRequired<Value> {
  value: Value;
  /** `mandatory`: not to be clicked unless the page shows that it will be. */
  strictness: "best_effort" | "mandatory";
}

interface RetakeFullSnapshot {
  sequence: number;
  text: string | null;
}

/** The change from one text to the next, in UTF-16 code units; without its sequence number. */
interface RetakeChange {
  kept_head: number;
  kept_tail: number;
  middle: string;
  length: number;
}

/** The next piece of the answer to a generation request. */
interface RetakeStreamPiece {
  stream: number;
  text: string;
  is_end: boolean;
}

/** What became of a call to the backend. */
type RetakeOutcome =
  | { kind: "answered"; reply: unknown }
  | { kind: "refused"; error: unknown }
  | { kind: "silent" };

/** Which list of labels a generate control was found by. */
type RetakeControlKind = "make_video" | "redo" | "generic";

/** A control that the user can point at. */
type RetakeControlPiece = "prompt_box" | "generate_control";

/** One piece that the script looks for, and how it was found; null: it was not. */
interface RetakeFound {
  piece: string;
  how: string | null;
  /** Milliseconds since it was last found; null: never in this page load, or not kept. */
  ago: number | null;
}

interface Window {
  __TAURI_INTERNALS__?: {
    invoke(command: string, payload: object): Promise<unknown>;
    /** What `invoke` is made of: the callback's id, and the message that names it. */
    transformCallback(callback: (value: unknown) => void, once?: boolean): number;
    ipc(message: { cmd: string; callback: number; error: number; payload: object }): void;
  };
}

/**
 * What the fragments share and the wire does not carry, for the type checker alone; nothing of this ships.
 * The shapes of the wire stand in `wire.d.ts`, which is made from Rust.
 */

/** The contents of selectors.json, put in front of the fragments by the shell. */
declare const RETAKE_SELECTORS: RetakeSelectors;

/** The only origin that the script does anything at, such as `https://grok.com`. */
declare const RETAKE_ORIGIN: string;

interface RetakeLabels {
  [language: string]: string[];
}

interface RetakeSelectors {
  store: {
    key: string;
    memory: { maps: string[]; told: string[]; also: string[]; once: string[]; ids: string[] };
  };
  routes: { post: string; imagine: string; conversation_names: string[] };
  endpoints: {
    root: string;
    generation: string[];
    quota: string[];
    records: { [method: string]: string[] };
    kinds: { named: string; imagine: string };
  };
  clock: { not_cached: string[] };
  video_request: { input_pattern: string; config: string; tool: string; models: string[] };
  exclude: { selectors: string[] };
  disabled: { perhaps_empty: string[]; whatever_is_typed: string[]; put_aside: string[]; locked_box: string[] };
  dialogs: { selectors: string[]; never: string[]; not_content: string[] };
  posts: { articles: string[]; media: string[]; not_media: string[] };
  main_media: {
    pictures: string[];
    videos: string[];
    sources: string[];
    not: string[];
    not_pictures: string[];
    not_files: string;
    moderated: string[];
  };
  prompt_box: { selectors: string[]; never: string[] };
  generate_control: {
    candidates: string[];
    never: string[];
    selectors: string[];
    labels: { make_video: RetakeLabels; redo: RetakeLabels };
    generic: { labels: string[] };
  };
  composer: {
    pages: string[];
    forms: string[];
    marks: string[];
    boxes: string[];
    submits: string[];
    groups: string[];
    choices: string[];
    chosen: string[];
    modes: { group: RetakeLabels; video: RetakeLabels; others: RetakeLabels };
    extending: {
      placeholders: string[];
      beginnings: RetakeLabels;
      pills: string;
      controls: RetakeLabels;
      elsewhere: RetakeLabels;
    };
    editing: { submits: RetakeLabels; inputs: string[] };
  };
  strip: { controls: string[]; pictures: string[]; names: string };
  never_pressed: { selectors: string[]; labels: RetakeLabels };
  progress: {
    scopes: string[];
    selectors: string[];
    exclude: string[];
    pattern: string;
    autumn: { selectors: string[]; signs: string[]; cancel: RetakeLabels; controls: string[]; exclude: string[] };
  };
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
  check: { titles: string[]; names: string[] };
  toasts: { sections: string[]; items: string[]; gauges: string[]; gauge_controls: string[] };
}

/** The change from one text to the next, without its number. */
type RetakeChange = Omit<Wire.Splice, "sequence">;

/** What became of a call to the backend. */
type RetakeOutcome =
  | { kind: "answered"; reply: unknown }
  | { kind: "refused"; error: unknown }
  | { kind: "silent" };

/** Says that the page has cancelled an answer: `then` is called when it does, or at once where it has. */
interface RetakeHold {
  whenGone(then: () => void): void;
}

/** Which list of labels a generate control was found by. */
type RetakeControlKind = "make_video" | "redo" | "generic";

interface Window {
  __TAURI_INTERNALS__?: {
    invoke(command: string, payload: object): Promise<unknown>;
    /** What `invoke` is made of: the callback's id, and the message that names it. */
    transformCallback(callback: (value: unknown) => void, once?: boolean): number;
    ipc(message: { cmd: string; callback: number; error: number; payload: object }): void;
  };
}

/**
 * Every option of the simulator: what it means, what it is at first, and for those of the newer page what
 * it may be. What comes of them is for those who follow them.
 */

/** Of the page of spring 2026; the newer page follows some of them, too. */
const V1 = {
  /** Length of a generation, in ms. */
  speed_ms: 600,
  /** Which of Grok's two entry shapes the store gets. */
  shape: 'a',
  /** When the route goes on to the attempt's post: at the generation's `start` or `end`. */
  route_change: 'end',
  /** Whether only the `latest` failed entry stays in the store, or `all`. */
  keep_failed: 'latest',
  /** Whether the prompt box is emptied after a moderated attempt. */
  empty_prompt_after_moderation: true,
  /** `on`, `off`, or `late` (the toast section appears 1 s after the page). */
  toast: 'on',
  /** `normal`, `missing`, `disabled`, or `enabled` even while the prompt box is empty (newer page). */
  button: 'normal',
  /** One of Grok's 29 languages, or `unknown`: one that Retake does not know. */
  locale: 'en',
  /** `textarea`, `prosemirror` (a plain contenteditable), or `tiptap`: the real editor. */
  input: 'textarea',
  /** Whether the generate control shows its `text`, or an `icon` alone under its name. */
  label: 'text',
  /** How the route goes on: by the `history`, or by a `load` of the whole page. */
  route_by: 'history',
  /** `pill` and overlay, the `overlay` alone, or `none`. */
  progress: 'pill',
  /** Whether the store's text holds holes, unknown keys and an unknown version. */
  odd_store: false,
  /** How often the page writes its store though nothing is new, a second. */
  writes_per_second: 0,
  /** How long a moderated attempt looks like a video at first, in ms. */
  late_moderation_ms: 0,
  /** How many videos one click makes; their entries come in one write. */
  side_by_side: 1,
  /** Whether generations run one after another, while the control stays enabled. */
  queues: false,
  /** Whether the view stays on a moderated attempt, without a control, until `Image` is pressed. */
  stays_on_moderated: false,
  /** The longest text that the page's storage takes, in UTF-16 units; 0: as the browser has it. */
  quota: 0,
  /** The stream's objects on `lines`, `joined`, behind `data: `, or `cut` anywhere. */
  stream: 'lines',
  /** Where the page signs in: another origin; empty: nobody has to. */
  sign_in_at: '',
  /** Signing in opens a `window`, one that `stays` when all is done, leads the `page` there, or the `server` does before there is a page. */
  sign_in_by: 'window',
  /** A frame of another origin in the page; empty: none. */
  frame: '',
  /** How the page lets its user choose length and resolution: by `buttons`, in a `menu`, or `none`. */
  video_settings: 'none',
};

/** Of the page of autumn 2026 alone: its first value, and what it may be. */
const V2 = {
  /** Where a generation goes: `new` or `continued` in the open thread; `auto` decides as Grok does. */
  address: one('auto', 'new', 'continued'),
  /** Whether an answer's objects stand in `result.response` or `flat` in `result`; `auto` goes by the address. */
  nesting: one('auto', 'response', 'flat'),
  /** Which picture a press names in its request: the one that is `shown`, or `another`, as no page should. */
  names: one('shown', 'another'),
  /** How many requests one press sends, each with a stream of its own. */
  requests_per_press: one(1, 2),
  /** Where the media store is: nowhere to be found, in `memory`, in the `session`, there `late`, or `stale`. */
  store: one('memory', 'absent', 'session', 'late', 'stale'),
  /** How late each write is with the store `late`, in ms. */
  store_late_ms: number(4000),
  /** How many stores of that shape there are; the second knows other pictures. */
  store_instances: one(1, 2),
  /** What the store's lists go by: the image, or the conversation. */
  container: one('image', 'conversation'),
  /** How long a placeholder stands beside the video that took its place, in ms. */
  optimistic_ms: number(400),
  /** Whose id the path has after a generation. */
  path_id: one('asset', 'conversation'),
  /** How late the path gets its `conversation`, in ms; `never`: not at all. */
  query: {
    first: 500,
    fits: (value) => value === 'never' || isCount(value),
    fit: 'a number of ms or "never"',
  },
  /** Where the page goes after a generation: to the `video`, there after a `success` alone, or it `stays`. */
  after: one('video', 'success', 'stays'),
  /** How many pictures of the gallery were made in one conversation. */
  images_per_thread: number(1),
  /** Whether the player stands in a `main`. */
  main: one(false, true),
  /** What the composer is set to; empty: as the user left it. */
  mode: one('', 'image', 'video'),
  /** Whether the composer's choices follow a click, only a whole press by a `pointer`, or are `stuck`. */
  choices: one('click', 'pointer', 'stuck'),
  /** What Enter does in the prompt box. */
  enter: one('submits', 'newline'),
  /** Where the film strip's names stand. */
  thumbnails: one('both', 'label', 'alt'),
  /** What the column of a post's actions is. */
  actions: one('aside', 'div'),
  /** Whether the page is laid out by its width, or as if it were `wide` or `narrow`. */
  layout: one('auto', 'wide', 'narrow'),
  /** Whether the account's older clips are listed. */
  history: one(true, false),
  /** What stands over the page. */
  dialog: one('', 'age', 'cookies', 'promo', 'preference', 'sign_in'),
  /** Whether the page asks which of two videos is better once both are there. */
  asks_preference: one(false, true),
  /** Whether the composer shows a limit: beside an `attached` picture, or `always`. */
  gauge: one('off', 'attached', 'always'),
  /** The gauge's own words; empty: those of the page's language. */
  gauge_label: text(''),
  /** Whether the page asks for records, turns and lists where an observer can see it. */
  passive: one(true, false),
  /** How often the page asks for its quota, in s; 0: never. */
  quota_poll_s: number(30),
  /** What it gets: counted down as for a `free` account, `paid`, `exhausted`, or these very values. */
  quota_info: {
    first: 'free',
    fits: (value) => ['free', 'paid', 'exhausted'].includes(value) || (value && typeof value === 'object'),
    fit: '"free", "paid", "exhausted" or an object',
  },
  /** How far the server's clock is ahead, in ms: in its `Date` and in every time it writes. */
  clock_skew_ms: { first: 0, fits: Number.isFinite, fit: 'a number' },
};

/** Which page is shown: that of spring 2026, or that of autumn 2026. */
const VERSION = one('v1', 'v2');

const CHECKED = { version: VERSION, ...V2 };

export const DEFAULTS = Object.freeze({
  ...V1,
  ...Object.fromEntries(Object.entries(CHECKED).map(([name, { first }]) => [name, first])),
});

/** Throws where one of `changes` is not known, or can't be what it is to be. */
export function check(changes) {
  for (const [name, value] of Object.entries(changes)) {
    if (!(name in DEFAULTS)) {
      const names = Object.keys(DEFAULTS).join(', ');
      throw new Error(`there is no option "${name}"; there are: ${names}`);
    }
    const option = CHECKED[name];
    if (option && !option.fits(value)) {
      throw new Error(`"${name}" can't be ${JSON.stringify(value)}; it is ${option.fit}`);
    }
  }
}

/** One of these; the first is what it is at first. */
function one(...values) {
  const fit = values.map((value) => JSON.stringify(value)).join(', ');
  return { first: values[0], fits: (value) => values.includes(value), fit: `one of ${fit}` };
}

function number(first) {
  return { first, fits: isCount, fit: 'a number from 0' };
}

function text(first) {
  return { first, fits: (value) => typeof value === 'string', fit: 'a text' };
}

function isCount(value) {
  return Number.isFinite(value) && value >= 0;
}

/**
 * What the simulated Grok remembers: options, scripted outcomes, and every generation. No HTTP.
 */

import { attemptId, findImage } from './gallery.mjs';

/**
 * What a generation comes to.
 *
 * @typedef {object} Outcome
 * @property {'completed' | 'moderated' | 'failed' | 'rate_limited' | 'limit_toast' | 'hang' | 'forbidden' | 'check'} kind
 *   `rate_limited` is HTTP 429, `limit_toast` a toast alone; `forbidden` and `check` are HTTP 403: a missing sign-in, a check by Cloudflare
 * @property {number} [at_percent]  progress at which it ends (0–100); 100 where it is left out
 * @property {number} [length_s]    the video's length in s; what the page asked for where it is left out
 * @property {string} [resolution]  what the page asked for where it is left out
 */

/**
 * @typedef {object} Generation
 * @property {string} media_id    the image
 * @property {string} attempt_id  the post that it becomes
 * @property {string} prompt      as the page sent it
 * @property {{ length_s?: number, resolution?: string }} wanted  as the page sent it
 * @property {number} started_at  ms since the Unix epoch
 * @property {Outcome} outcome
 */

/**
 * How a download of a video is answered: as it is, broken off in the middle, by the page that asks
 * to sign in (as 403 or as if all were well), or never to its end.
 *
 * @typedef {'whole' | 'breaks_off' | 'forbidden' | 'sign_in' | 'hangs'} VideoAnswer
 */
const VIDEO_ANSWERS = ['whole', 'breaks_off', 'forbidden', 'sign_in', 'hangs'];

const DEFAULTS = Object.freeze({
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
  /** `normal`, `missing` or `disabled`. */
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
  /** Whether generations run one after another, and the control stays enabled meanwhile. */
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
});

/** What a demo shows of each image: both fates, again and again. */
const DEMO = Object.freeze([
  { kind: 'moderated', at_percent: 40 },
  { kind: 'moderated', at_percent: 90 },
  { kind: 'completed' },
  { kind: 'completed' },
  { kind: 'moderated', at_percent: 12 },
]);

const DEMO_SPEED_MS = 6000;

export class Simulation {
  /** @param {'test' | 'demo'} mode */
  constructor(mode) {
    this.mode = mode;
    /** Pages that listen for changes. @type {Set<(event: object) => void>} */
    this.listeners = new Set();
    this.reset();
  }

  /** Everything back to the beginning. */
  reset() {
    this.options = { ...DEFAULTS };
    if (this.mode === 'demo') this.options.speed_ms = DEMO_SPEED_MS;
    /** @type {Generation[]} */
    this.generations = [];
    /** Outcomes for any image, and for one. @type {Outcome[]} */
    this.queue = [];
    /** @type {Map<string, Outcome[]>} */
    this.queues = new Map();
    /** How the next downloads of a video are answered. @type {VideoAnswer[]} */
    this.videoAnswers = [];
    /** Downloads of videos so far; the player's are not counted. */
    this.videoDownloads = 0;
    this.tell({ options: this.options });
  }

  /** Sets options. Throws where one is not known. */
  setOptions(changes) {
    for (const name of Object.keys(changes)) {
      if (!(name in DEFAULTS)) {
        const names = Object.keys(DEFAULTS).join(', ');
        throw new Error(`there is no option "${name}"; there are: ${names}`);
      }
    }
    Object.assign(this.options, changes);
    this.tell({ options: this.options });
  }

  /** Lines up what the next generations come to: of one image, or of any. */
  script(outcomes, mediaId) {
    if (!Array.isArray(outcomes)) throw new Error('"outcomes" must be a list');
    const queue = mediaId ? (this.queues.get(mediaId) ?? []) : this.queue;
    queue.push(...outcomes);
    if (mediaId) this.queues.set(mediaId, queue);
  }

  /** Lines up how the next downloads of a video are answered. @param {VideoAnswer[]} answers */
  answerVideos(answers) {
    for (const answer of answers) {
      if (!VIDEO_ANSWERS.includes(answer)) {
        throw new Error(`there is no answer "${answer}"; there are: ${VIDEO_ANSWERS.join(', ')}`);
      }
    }
    this.videoAnswers.push(...answers);
  }

  /** How this download is answered. @returns {VideoAnswer} */
  nextVideoAnswer() {
    this.videoDownloads += 1;
    return this.videoAnswers.shift() ?? 'whole';
  }

  /** Begins a generation. @returns {Generation} */
  begin(mediaId, prompt, wanted = {}) {
    if (!findImage(mediaId)) throw new Error(`there is no image ${mediaId}`);
    const generation = {
      media_id: mediaId,
      attempt_id: attemptId(this.generations.length + 1),
      prompt,
      wanted,
      started_at: Date.now(),
      outcome: this.nextOutcome(mediaId),
    };
    this.generations.push(generation);
    return generation;
  }

  /** Finished videos of an image: what Grok still holds after a reload. */
  videosOf(mediaId) {
    return this.generations.filter(
      ({ media_id, outcome }) => media_id === mediaId && outcome.kind === 'completed',
    );
  }

  /** The image that a post belongs to: itself, or the one that its video was made from. */
  imageOfPost(postId) {
    if (findImage(postId)) return postId;
    return this.generations.find(({ attempt_id }) => attempt_id === postId)?.media_id;
  }

  /** Tells every open page. */
  tell(event) {
    for (const listener of this.listeners) listener(event);
  }

  /** @returns {Outcome} */
  nextOutcome(mediaId) {
    const scripted = this.queues.get(mediaId)?.shift() ?? this.queue.shift();
    if (scripted) return scripted;
    if (this.mode === 'test') return { kind: 'completed' };
    const earlier = this.generations.filter((generation) => generation.media_id === mediaId);
    return DEMO[earlier.length % DEMO.length];
  }
}

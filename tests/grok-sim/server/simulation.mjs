/**
 * What the simulated Grok remembers: options, scripted outcomes, and every generation. No HTTP.
 */

import { attemptId, findImage } from './gallery.mjs';
import { check, DEFAULTS } from './options.mjs';
import { Account } from './v2/account.mjs';
import { KINDS } from './v2/kinds.mjs';

/**
 * What a generation comes to.
 *
 * @typedef {object} Outcome
 * @property {'completed' | 'moderated' | 'failed' | 'rate_limited' | 'limit_toast' | 'hang' | 'forbidden' | 'signed_out' | 'check'} kind
 *   `rate_limited` is HTTP 429, `limit_toast` a toast alone; `forbidden` and `check` are HTTP 403: Grok refuses (code 7), a check by Cloudflare; `signed_out` is 401;
 *   the newer page knows those of `v2/kinds.mjs`, too
 * @property {number} [at_percent]  progress at which it ends (0–100); 100 where it is left out
 * @property {number} [length_s]    the video's length in s; what the page asked for where it is left out
 * @property {string} [resolution]  what the page asked for where it is left out
 * @property {boolean | 'later'} [hd]  whether it has larger files: at once, or when a page asks for it again
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
 * to sign in (as 403 or as if all were well), with a 404, or never to its end.
 *
 * @typedef {'whole' | 'breaks_off' | 'forbidden' | 'sign_in' | 'not_found' | 'hangs'} VideoAnswer
 */
const VIDEO_ANSWERS = ['whole', 'breaks_off', 'forbidden', 'sign_in', 'not_found', 'hangs'];

/** What a demo shows of each image: both outcomes, again and again. */
const DEMO = Object.freeze([
  { kind: 'moderated', at_percent: 40 },
  { kind: 'moderated', at_percent: 90 },
  { kind: 'completed' },
  { kind: 'completed' },
  { kind: 'moderated', at_percent: 12 },
]);

const DEMO_SPEED_MS = 6000;

export class Simulation {
  /**
   * @param {'test' | 'demo'} mode
   * @param {'v1' | 'v2'} [version]  the page that is shown at first, and after a reset
   */
  constructor(mode, version = 'v1') {
    check({ version });
    this.mode = mode;
    this.version = version;
    /** Pages that listen for changes. @type {Set<(event: object) => void>} */
    this.listeners = new Set();
    this.reset();
  }

  /** Everything back to the beginning. */
  reset() {
    this.options = { ...DEFAULTS, version: this.version };
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
    /** How often a page's document was served. */
    this.documents = 0;
    /** What the newer page's account holds. */
    this.account?.close();
    this.account = new Account(this);
    this.tell({ options: this.options });
  }

  /** Sets options. Throws where one is not known. */
  setOptions(changes) {
    check(changes);
    Object.assign(this.options, changes);
    if ('images_per_thread' in changes) this.account.seedGallery();
    this.tell({ options: this.options });
  }

  /** Lines up what the next generations come to: of one image, or of any. */
  script(outcomes, mediaId) {
    if (!Array.isArray(outcomes)) throw new Error('"outcomes" must be a list');
    for (const { kind } of outcomes) {
      if (!KINDS.includes(kind)) {
        throw new Error(`there is no outcome "${kind}"; there are: ${KINDS.join(', ')}`);
      }
    }
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

  /** What tests ask about. */
  state() {
    const { account, documents, generations, options, videoDownloads } = this;
    const common = { documents, generations, options, video_downloads: videoDownloads };
    if (options.version === 'v1') return common;
    const { asked, pressed } = account.counters;
    const forbidden = account.counters.forbidden();
    return { ...common, presses: account.presses(), pressed, forbidden_presses: forbidden, asked };
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

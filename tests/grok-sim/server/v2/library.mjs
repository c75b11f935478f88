/**
 * What the newer page's account holds: conversations with their turns, files, and which of our pictures is
 * behind each. How they come into being is for `account`.
 */

import { gallery, imageId } from '../gallery.mjs';
import { conversationId, responseId } from './ids.mjs';
import { enlarged, listedConversation, listedTurn, uploadRecord } from './records.mjs';
import { galleryThreads, olderClips } from './seeds.mjs';

/** Where ids of new pictures begin, so that they never meet the gallery's. */
const NEW_PICTURES = 100;

/**
 * @typedef {object} Thread
 * @property {string} id
 * @property {string} title
 * @property {number} at        when it began
 * @property {number} modified
 * @property {object[]} turns
 */

export class Library {
  /** @param {import('../simulation.mjs').Simulation} simulation */
  constructor(simulation) {
    this.simulation = simulation;
    /** @type {Map<string, Thread>} */
    this.threads = new Map();
    /** Records by id. @type {Map<string, object>} */
    this.assets = new Map();
    /** Which of our pictures a file shows. @type {Map<string, string>} */
    this.pictures = new Map();
    /** What the user brought along. @type {Map<string, { type: string, content: Buffer }>} */
    this.uploads = new Map();
    /** How many of each were begun. */
    this.counts = { turns: 0, threads: 0, pictures: 0 };
    for (const clip of olderClips(this.now())) this.keep(clip);
    this.seedGallery();
  }

  /** The server's time, which may be wrong. */
  now() {
    return Date.now() + this.simulation.options.clock_skew_ms;
  }

  /** The gallery's pictures, and the conversations that they were made in. */
  seedGallery() {
    for (const thread of this.galleryThreads ?? []) this.threads.delete(thread.id);
    const seeds = galleryThreads(this.simulation.options.images_per_thread, this.now());
    this.galleryThreads = seeds.map(({ thread }) => thread);
    for (const seed of seeds) this.keep(seed);
  }

  /** Takes in a conversation with all that it made. */
  keep({ thread, assets }) {
    this.threads.set(thread.id, thread);
    for (const { record, picture } of assets) {
      this.assets.set(record.assetId, record);
      this.pictures.set(record.assetId, picture);
    }
  }

  /** The picture behind a file: its input's, or one whose words are in the prompt, or the next. */
  pictureFor({ inputs, prompt }) {
    const known = this.pictures.get(inputs[0]);
    const words = new Set(prompt.toLowerCase().split(/\W+/));
    const named = gallery.find(({ name }) => words.has(name));
    return known ?? named?.name ?? gallery[this.simulation.generations.length % gallery.length].name;
  }

  /** The picture that a file goes back to; undefined where there is none. */
  originalOf(id) {
    for (let at = id; ;) {
      const record = this.assets.get(at);
      if (!record || record.mimeType.startsWith('image/')) return record?.assetId;
      const [{ inputAssets = [], firstFrameAsset } = {}] = Object.values(record.mediaGenInput);
      at = inputAssets[0] ?? firstFrameAsset;
    }
  }

  /** Makes a video larger. */
  upscale(videoId) {
    const record = this.assets.get(videoId);
    if (!record) return undefined;
    this.assets.set(videoId, enlarged(record));
    return this.assets.get(videoId);
  }

  upload(type, content) {
    const id = this.nextPicture();
    this.uploads.set(id, { type, content });
    const made = { id, at: this.now(), made_in: '', turn: '', width: 1024, height: 1024, input: {} };
    this.assets.set(id, uploadRecord({ ...made, type, size: content.length }));
    return this.assets.get(id);
  }

  /** A conversation's turns, or undefined. */
  responses(id) {
    const thread = this.threads.get(id);
    return (
      thread && { conversationId: id, responses: thread.turns.map((turn) => listedTurn(turn, this.assets)) }
    );
  }

  /** Conversations, the latest first. */
  conversations() {
    const latestOf = (thread) => {
      const ids = thread.turns.flatMap((turn) => (turn.sender === 'ASSISTANT' ? turn.fileAttachments : []));
      return this.assets.get(ids.at(-1));
    };
    const threads = [...this.threads.values()].sort((a, b) => b.modified - a.modified);
    return threads.map((thread) => listedConversation(thread, latestOf(thread)));
  }

  /** Files, the latest first. */
  files() {
    return [...this.assets.values()].sort((a, b) => b.createTime.localeCompare(a.createTime));
  }

  newThread(request) {
    this.counts.threads += 1;
    const now = this.now();
    const thread = {
      id: conversationId(this.counts.threads),
      title: titleOf(request.prompt),
      at: now,
      modified: now,
      turns: [],
    };
    this.threads.set(thread.id, thread);
    return thread;
  }

  nextTurn() {
    this.counts.turns += 1;
    return responseId(this.counts.turns);
  }

  nextPicture() {
    this.counts.pictures += 1;
    return imageId(NEW_PICTURES + this.counts.pictures);
  }
}

/** A model's title: the prompt's first words. */
function titleOf(prompt) {
  const words = prompt
    .split(/\s+/)
    .filter((word) => word.length > 3)
    .slice(0, 3);
  return words.map((word) => word[0].toUpperCase() + word.slice(1)).join(' ') || 'Untitled Clip';
}

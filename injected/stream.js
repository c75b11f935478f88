// @ts-check
// Reads the answer to a generation request beside the page, from a clone, and hands its text over as it
// comes (spec C5), and at once where the store is about to tell of what came of it. It parses nothing of
// it: that is for crates/grok. The page's own answer is neither delayed nor changed. Limit: where the page stops reading half-way, the rest is received all the same.

const streamWatch = (() => {
  const FILE = "stream.js";
  /** Milliseconds between two pieces of one answer, at least. */
  const BETWEEN_PIECES = 200;
  /** UTF-16 units of one piece: at most three bytes each, far below what the backend takes. */
  const LONGEST_PIECE = 60_000;
  /** UTF-16 units read of one answer; more is no generation. */
  const MOST_TEXT = 8_000_000;

  /** How many answers were read in this page load. */
  let streams = 0;

  /** @typedef {{ number: number, waiting: string, sent: number, busy: boolean, over: boolean, told: boolean }} Stream */

  /** Those that are not told to their end. @type {Set<Stream>} */
  const open = new Set();

  /**
   * Where to cut a text so that no surrogate pair is parted.
   * @param {string} text
   */
  function cut(text) {
    if (text.length <= LONGEST_PIECE) return text.length;
    const unit = text.charCodeAt(LONGEST_PIECE - 1);
    return unit >= 0xd800 && unit <= 0xdbff ? LONGEST_PIECE - 1 : LONGEST_PIECE;
  }

  /** Hands over one piece of what waits. @param {Stream} stream */
  function tell(stream) {
    const end = cut(stream.waiting);
    const text = stream.waiting.slice(0, end);
    stream.waiting = stream.waiting.slice(end);
    stream.told = stream.over && stream.waiting === "";
    if (stream.told) open.delete(stream);
    stream.sent = natives.now();
    return bridge.stream({ stream: stream.number, text, is_end: stream.told });
  }

  /** Whether there is something to hand over. @param {Stream} stream */
  const isWaiting = (stream) => !stream.told && (stream.waiting !== "" || stream.over);

  /** Hands over what waits, one piece after another. @param {Stream} stream */
  async function hand(stream) {
    if (stream.busy) return;
    stream.busy = true;
    while (isWaiting(stream)) {
      const wait = stream.sent + BETWEEN_PIECES - natives.now();
      if (wait > 0) await natives.pause(wait);
      // Meanwhile it may have been handed over.
      if (isWaiting(stream)) await tell(stream);
    }
    stream.busy = false;
  }

  /** Hands over all that waits, at once: the store must not be told of an end before the way to it. */
  function flush() {
    for (const stream of open) while (stream.waiting !== "") void tell(stream);
  }

  /**
   * @param {Response} copy
   * @param {AbortSignal} signal
   */
  async function read(copy, signal) {
    const body = natives.responseBody(copy);
    if (!body) return;
    const reader = natives.getReader(body);
    const decoder = new natives.TextDecoder();
    streams += 1;
    /** @type {Stream} */
    const stream = { number: streams, waiting: "", sent: -BETWEEN_PIECES, busy: false, over: false, told: false };
    open.add(stream);
    let left = MOST_TEXT;
    try {
      while (left > 0 && !signal.aborted) {
        const { done, value } = await natives.readChunk(reader);
        if (done) break;
        const text = natives.decode(decoder, value, { stream: true });
        sightings.note("stream");
        left -= text.length;
        stream.waiting += text;
        void hand(stream);
      }
    } finally {
      stream.over = true;
      void hand(stream);
      // Where all was read, this does nothing.
      natives.cancelReader(reader).catch(() => {});
    }
  }

  /**
   * Follows the copy of an answer that the page reads.
   * @param {Response} copy
   * @param {AbortSignal} signal
   */
  function follow(copy, signal) {
    // An answer that breaks off is the page's to handle; what came of it was handed over.
    read(copy, signal).catch(() => {});
  }

  return Object.freeze({
    follow: reporting.guard(FILE, follow),
    start: () => storeWatch.tellFirst(reporting.guard(FILE, flush)),
  });
})();

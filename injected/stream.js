// @ts-check
// Reads the answer to a request for a video beside the page, from a clone, and hands its text over as it
// comes, with how it ended: Grok closed it in order, it broke or the page let go of it, or it ran into a bound
// of ours. What waits goes at once where the store is about to tell the outcome. It parses nothing of
// it: that is for crates/grok. The page's own answer is neither delayed nor changed.

const streamWatch = (() => {
  const FILE = "stream.js";
  /** Milliseconds between two pieces of one answer, at least. */
  const BETWEEN_PIECES = 200;
  /** UTF-16 units of one piece: at most three bytes each, far below what the backend takes. */
  const LONGEST_PIECE = 60_000;
  /** The bounds: UTF-16 units read of one answer, and kept of all of them for a backend that does not keep up;
   * milliseconds that one may take. More is no generation, or nobody waits for it any more. */
  const MOST_TEXT = 8_000_000;
  const MOST_WAITING = 4_000_000;
  const LONGEST = 30 * 60_000;
  /** What marks a video's end, as far as a look at the text can say. */
  const END = /"progress"\s*:\s*"?100\b|"(?:videoUrl|contentUrl|assetUrl|fileUri)"\s*:\s*"[^"]/;

  /** How many requests for a video there were in this page load. */
  let streams = 0;

  /** `end`: how it ended; null: not yet. `stop`: ends the reading.
   * @typedef {{ number: number, waiting: string, sent: number, busy: boolean, end: Wire.StreamEnd | null,
   *   told: boolean, stop: () => void }} Stream */

  /** Those that are not told to their end. @type {Set<Stream>} */
  const open = new Set();
  /** Told when a generation has ended, as its answer says. @type {() => void} */
  let hearOfEnd = () => {};

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
  async function tell(stream) {
    const length = cut(stream.waiting);
    const text = stream.waiting.slice(0, length);
    stream.waiting = stream.waiting.slice(length);
    stream.told = stream.end !== null && stream.waiting === "";
    if (stream.told) open.delete(stream);
    stream.sent = natives.now();
    const end = stream.told ? stream.end : null;
    const outcome = await bridge.stream({ stream: stream.number, text, end });
    if (outcome.kind === "refused" && !stream.told) giveUp(stream);
  }

  /** A piece that is lost leaves a text that nobody can read. @param {Stream} stream */
  function giveUp(stream) {
    stream.waiting = "";
    stream.end = "cut";
    stream.stop();
  }

  /** Whether there is something to hand over. @param {Stream} stream */
  const isWaiting = (stream) => !stream.told && (stream.waiting !== "" || stream.end !== null);

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

  /** Hands over all that waits, at once: no end may arrive before what led to it. */
  function flush() {
    for (const stream of open) while (stream.waiting !== "") void tell(stream);
  }

  /** Whether more is kept than a backend that is gone should cost. */
  function isTooMuch() {
    let units = 0;
    for (const { waiting } of open) units += waiting.length;
    return units > MOST_WAITING;
  }

  /**
   * Reads an answer to its end, and says how it ended.
   * @param {Stream} stream
   * @param {ReadableStreamDefaultReader<Uint8Array>} reader
   * @returns {Promise<Wire.StreamEnd>}
   */
  async function readOut(stream, reader) {
    const decoder = new natives.TextDecoder();
    let left = MOST_TEXT;
    // One that was given up has its end already.
    while (stream.end === null && left > 0 && !isTooMuch()) {
      const { done, value } = await natives.readChunk(reader);
      const text = natives.decode(decoder, value, { stream: !done });
      left -= text.length;
      if (stream.end === null) stream.waiting += text;
      if (done) return "closed";
      lastSeen.note("stream");
      void hand(stream);
      if (END.test(text)) hearOfEnd();
    }
    return "cut";
  }

  /**
   * @param {number} number
   * @param {ReadableStream<Uint8Array>} body of a copy
   * @param {RetakeHold} hold the page's, on the answer itself
   */
  async function read(number, body, hold) {
    const reader = natives.getReader(body);
    const stop = () => void natives.cancelReader(reader).catch(() => {});
    /** @type {Stream} */
    const stream = { number, waiting: "", sent: -BETWEEN_PIECES, busy: false, end: null, told: false, stop };
    open.add(stream);
    /** What has come is read before the clone is let go of. @param {Wire.StreamEnd} end */
    const stopFor = (end) =>
      natives.setTimeout(() => {
        stream.end ??= end;
        stop();
      }, 0);
    const timer = natives.setTimeout(() => stopFor("cut"), LONGEST);
    hold.whenGone(reporting.guard(FILE, () => void stopFor("broken")));
    const end = await readOut(stream, reader).catch(() => /** @type {const} */ ("broken"));
    stream.end ??= end;
    natives.clearTimeout(timer);
    // Where all was read, this does nothing.
    stop();
    void hand(stream);
    hearOfEnd();
  }

  /** Whether an answer begins a stream: not a refusal, and no page in its place. @param {Response} response */
  function isOne(response) {
    const headers = natives.responseHeaders(response);
    const type = natives.getHeader(headers, "content-type") ?? "";
    const isCheck = natives.getHeader(headers, "cf-mitigated") !== null;
    const status = natives.responseStatus(response);
    return status >= 200 && status < 300 && !isCheck && !/\bhtml\b/i.test(type);
  }

  return Object.freeze({
    isOne,
    /** A number for the answer to one request. */
    next: () => (streams += 1),
    /**
     * Follows the answer to the request `number`.
     * @type {(number: number, body: ReadableStream<Uint8Array>, hold: RetakeHold) => void}
     */
    follow: reporting.guard(FILE, (number, body, hold) => void read(number, body, hold)),
    start: () => snapshots.tellFirst(reporting.guard(FILE, flush)),
    /** @param {() => void} listener called when a generation has ended */
    listenForEnds: (listener) => void (hearOfEnd = listener),
  });
})();

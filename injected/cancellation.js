// @ts-check
// Notices that the page cancels an answer that is read beside it: it cancels the answer's body, its
// reader, or what it has piped the body through. Without this a clone would hold a connection that the page
// has given up. What follows is for stream.js. An abort shows in the clone by itself. Limit: a page that
// clones the answer itself, or breaks off a loop over its body, is not noticed.

const cancellation = (() => {
  const FILE = "cancellation.js";
  /** `isGone`: the page has let go; `then`: what to do when it does.
   * @typedef {{ isGone: boolean, then: () => void }} Hold */

  /** By the streams and readers that the page can let go by. @type {WeakMap<object, Hold>} */
  const holds = new WeakMap();

  /**
   * Begins to watch for the page cancelling an answer, before the page has it.
   * @param {Response} response the page's own
   * @returns {RetakeHold}
   */
  function watch(response) {
    /** @type {Hold} */
    const hold = { isGone: false, then: () => {} };
    const body = natives.responseBody(response);
    if (body) holds.set(body, hold);
    return Object.freeze({
      whenGone(/** @type {() => void} */ then) {
        hold.then = then;
        if (hold.isGone) then();
      },
    });
  }

  /** What comes of a stream that is held is held as well. @param {unknown} from @param {unknown} to */
  function inherit(from, to) {
    const hold = holds.get(/** @type {object} */ (from));
    if (hold && typeof to === "object" && to !== null) holds.set(to, hold);
  }

  /** @param {unknown} self */
  function letGo(self) {
    const hold = holds.get(/** @type {object} */ (self));
    if (!hold || hold.isGone) return;
    hold.isGone = true;
    hold.then();
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    const { ReadableStream, ReadableStreamDefaultReader } = window;
    /** What a reader holds can't be cancelled past it: the browser refuses. @param {unknown} stream */
    const isLocked = (stream) =>
      holds.has(/** @type {object} */ (stream)) && natives.isLocked(/** @type {ReadableStream} */ (stream));
    patching.wrap(FILE, ReadableStreamDefaultReader.prototype, "cancel", signal, letGo);
    for (const name of ["getReader", "pipeThrough"]) {
      patching.wrap(FILE, ReadableStream.prototype, name, signal, (self, _args, result) => inherit(self, result));
    }
    /** @param {unknown} self @param {unknown[]} _args @param {unknown} _result @param {boolean | undefined} wasLocked */
    const cancelled = (self, _args, _result, wasLocked) => void (wasLocked || letGo(self));
    patching.wrap(FILE, ReadableStream.prototype, "cancel", signal, cancelled, { before: isLocked });
  }

  return Object.freeze({ start, watch });
})();

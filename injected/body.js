// @ts-check
// Reads the beginning of a body, of a clone: so much of it, and for so long. What it says is for others.

const bodies = (() => {
  /** Milliseconds that a body may take. */
  const WITHIN = 2_000;

  /**
   * The first `most` UTF-16 units of `body`; fewer where it breaks off or takes too long.
   * @param {ReadableStream<Uint8Array>} body
   * @param {number} most
   */
  async function beginning(body, most) {
    const reader = natives.getReader(body);
    const decoder = new natives.TextDecoder();
    const stop = () => void natives.cancelReader(reader).catch(() => {});
    const timer = natives.setTimeout(stop, WITHIN);
    let text = "";
    try {
      while (text.length < most) {
        const { done, value } = await natives.readChunk(reader);
        if (done) break;
        text += natives.decode(decoder, value, { stream: true });
      }
    } catch {
      // The page meets the same failure, and handles it.
    } finally {
      natives.clearTimeout(timer);
      stop();
    }
    return text.slice(0, most);
  }

  /**
   * Lets go of a body that nobody wants, so that it is not kept for a reader.
   * @param {ReadableStream<Uint8Array> | null} body
   */
  function letGo(body) {
    if (body) natives.cancelStream(body).catch(() => {});
  }

  return Object.freeze({ beginning, letGo });
})();

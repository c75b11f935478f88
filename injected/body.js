// @ts-check
// Reads a body, of a clone: so much of it, and for so long. It reads as fast as the body comes, so that
// nothing piles up behind the page's own reader. What it says is for others.

const bodies = (() => {
  /**
   * The text of `body`: at most `bytes` of it, and what comes within `milliseconds`. `isWhole`: it came to
   * its end in time and has no more than that.
   * @param {ReadableStream<Uint8Array>} body
   * @param {{ bytes: number, milliseconds: number }} bounds
   */
  async function read(body, { bytes, milliseconds }) {
    const reader = natives.getReader(body);
    const decoder = new natives.TextDecoder();
    let isInTime = true;
    const stop = () => void natives.cancelReader(reader).catch(() => {});
    const timer = natives.setTimeout(() => {
      isInTime = false;
      stop();
    }, milliseconds);
    let text = "";
    let length = 0;
    let isAtEnd = false;
    try {
      while (length <= bytes && !isAtEnd) {
        const { done, value } = await natives.readChunk(reader);
        isAtEnd = done;
        length += value?.length ?? 0;
        text += natives.decode(decoder, value, { stream: !done });
      }
    } catch {
      // The page meets the same failure, and handles it.
    } finally {
      natives.clearTimeout(timer);
      stop();
    }
    // What was no UTF-8 takes more room than it had.
    const beginning = texts.beginning(text, bytes);
    return { text: beginning, isWhole: isAtEnd && isInTime && beginning.length === text.length };
  }

  /**
   * Releases a body that nobody wants, so that it is not kept for a reader.
   * @param {ReadableStream<Uint8Array> | null} body
   */
  function letGo(body) {
    if (body) natives.cancelStream(body).catch(() => {});
  }

  return Object.freeze({ read, letGo });
})();

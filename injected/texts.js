// @ts-check
// Text as the wire takes it: without half surrogate pairs, which JSON in Rust refuses, and no longer than
// there is room for. The wire counts bytes of UTF-8, JavaScript units of UTF-16. What a text says is for
// others.

const texts = (() => {
  /** No unit of UTF-16 takes more bytes than this in UTF-8. */
  const BYTES_OF_A_UNIT = 3;

  /** `text`, with a sign of replacement for each half of a pair. It stays as long as it is. @param {string} text */
  const wellFormed = (text) => (natives.toWellFormed ? natives.toWellFormed(text) : text);

  /**
   * How many units at the start of `text` fit into `bytes`; no pair is parted.
   * @param {string} text
   * @param {number} bytes
   */
  function unitsWithin(text, bytes) {
    if (text.length * BYTES_OF_A_UNIT <= bytes) return text.length;
    return natives.encodeInto(new natives.TextEncoder(), text, new natives.Uint8Array(bytes)).read;
  }

  /**
   * The start of `text` that fits into `bytes`.
   * @param {string} text
   * @param {number} bytes
   */
  function beginning(text, bytes) {
    const whole = wellFormed(text);
    return whole.slice(0, unitsWithin(whole, bytes));
  }

  /**
   * `text` where it fits into `bytes`; null where it does not.
   * @param {string} text
   * @param {number} bytes
   */
  function within(text, bytes) {
    const whole = wellFormed(text);
    return whole.length <= bytes && unitsWithin(whole, bytes) === whole.length ? whole : null;
  }

  /** How many bytes `text` takes. @param {string} text */
  const bytesOf = (text) => natives.encode(new natives.TextEncoder(), text).length;

  return Object.freeze({ wellFormed, beginning, within, bytesOf });
})();

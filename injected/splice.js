// @ts-check
// The change from one text to the next, as a kept head, a kept tail and what stands between them.
// Pure. All counts are UTF-16 code units, and no cut goes through a surrogate pair, so that every
// middle is text that JSON and Rust can carry.

const splicing = (() => {
  /** Units compared at once: large enough that the engine compares memory, not characters. */
  const CHUNK = 65_536;

  /**
   * How many units at the start of both are the same.
   * @param {string} one
   * @param {string} other
   */
  function commonHead(one, other) {
    const most = Math.min(one.length, other.length);
    let same = 0;
    while (same < most) {
      const end = Math.min(same + CHUNK, most);
      if (one.slice(same, end) !== other.slice(same, end)) {
        return search(same, end, (from, to) => one.slice(from, to) === other.slice(from, to));
      }
      same = end;
    }
    return same;
  }

  /**
   * How many units at the end of both are the same, `most` at most.
   * @param {string} one
   * @param {string} other
   * @param {number} most
   */
  function commonTail(one, other, most) {
    /** @param {string} text @param {number} from @param {number} to */
    const fromEnd = (text, from, to) => text.slice(text.length - to, text.length - from);
    let same = 0;
    while (same < most) {
      const end = Math.min(same + CHUNK, most);
      if (fromEnd(one, same, end) !== fromEnd(other, same, end)) {
        return search(same, end, (from, to) => fromEnd(one, from, to) === fromEnd(other, from, to));
      }
      same = end;
    }
    return same;
  }

  /**
   * The first place at which both differ, known to lie in `from..to`.
   * @param {number} from
   * @param {number} to
   * @param {(from: number, to: number) => boolean} isSame
   */
  function search(from, to, isSame) {
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if (isSame(from, middle)) from = middle;
      else to = middle;
    }
    return from;
  }

  /** @param {number} unit */
  const isHighSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdbff;
  /** @param {number} unit */
  const isLowSurrogate = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

  /**
   * What turns `before` into `after`.
   * @param {string} before
   * @param {string} after
   * @returns {RetakeChange}
   */
  function diff(before, after) {
    let head = commonHead(before, after);
    if (head > 0 && isHighSurrogate(after.charCodeAt(head - 1))) head -= 1;
    let tail = commonTail(before, after, Math.min(before.length, after.length) - head);
    if (tail > 0 && isLowSurrogate(after.charCodeAt(after.length - tail))) tail -= 1;
    return {
      kept_head: head,
      kept_tail: tail,
      middle: after.slice(head, after.length - tail),
      length: after.length,
    };
  }

  return Object.freeze({ diff });
})();

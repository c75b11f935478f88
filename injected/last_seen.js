// @ts-check
// Keeps when each piece of the page was last found, for health.js: a thing that comes and goes, such
// as a progress display, is mostly not there when somebody asks. It keeps times and nothing else.

const lastSeen = (() => {
  /** Milliseconds, by name. @type {Map<string, number>} */
  const last = new Map();

  /** The piece was found just now. @param {string} piece */
  const note = (piece) => void last.set(piece, natives.now());

  /**
   * How long ago the piece was last found, in milliseconds; null: never in this page load.
   * @param {string} piece
   */
  function ago(piece) {
    const at = last.get(piece);
    return at === undefined ? null : Math.max(0, Math.round(natives.now() - at));
  }

  return Object.freeze({ note, ago });
})();

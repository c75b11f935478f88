// @ts-check
// The user's own settings of the page script: selectors given by pointing at the page, which come before
// those of selectors.json, and whether the page's store may be read in memory. Whether a selector still
// matches is for control.js to find out.

const overrides = (() => {
  /** @type {Record<Wire.ControlPiece, string[]>} */
  const own = { prompt_box: [], generate_control: [] };
  let usesMemoryStore = true;
  /** Called when settings were taken. @type {() => void} */
  let hearOfChange = () => {};

  /**
   * Takes the user's settings in the place of those before; what is no text is no selector.
   * @param {unknown} given
   */
  function take(given) {
    for (const piece of /** @type {Wire.ControlPiece[]} */ (Object.keys(own))) {
      const selector = Object(given)[piece];
      own[piece] = typeof selector === "string" && selector !== "" ? [selector] : [];
    }
    usesMemoryStore = Object(given).memory_store !== false;
    hearOfChange();
  }

  return Object.freeze({
    take,
    /** @param {Wire.ControlPiece} piece */
    of: (piece) => own[piece],
    usesMemoryStore: () => usesMemoryStore,
    /** @param {() => void} listener */
    listen: (listener) => void (hearOfChange = listener),
  });
})();

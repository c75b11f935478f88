// @ts-check
// The selectors that the user gave by pointing at the page: they come before those of selectors.json.
// Whether one still matches is for control.js to find out.

const overrides = (() => {
  /** @type {Record<Wire.ControlPiece, string[]>} */
  const own = { prompt_box: [], generate_control: [] };

  /**
   * Takes the user's selectors in the place of those before; what is no text is none.
   * @param {unknown} given
   */
  function take(given) {
    for (const piece of /** @type {Wire.ControlPiece[]} */ (Object.keys(own))) {
      const selector = Object(given)[piece];
      own[piece] = typeof selector === "string" && selector !== "" ? [selector] : [];
    }
  }

  return Object.freeze({
    take,
    /** @param {Wire.ControlPiece} piece */
    of: (piece) => own[piece],
  });
})();

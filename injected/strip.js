// @ts-check
// Finds the way back from a video to its image: the small picture of it in the post's strip. A picture is
// known by its file's address, not by its place. It presses nothing.

const strip = (() => {
  const { controls, pictures, names } = RETAKE_SELECTORS.strip;
  const FILE = "strip.js";
  const NAME = reporting.attempt(FILE, () => new RegExp(names, "u"), /(?!)/);
  const EXCLUDED = [...RETAKE_SELECTORS.exclude.selectors, "form"];

  /** @param {Element} control */
  const picturesIn = (control) => pictures.flatMap((selector) => elements.all(selector, control));

  /** Whether `control` is named as those of the strip are, by itself or by its picture. @param {Element} control */
  function isNamed(control) {
    const alts = picturesIn(control).map((picture) => elements.plain(natives.getAttribute(picture, "alt")));
    return [...elements.namesOf(control), ...alts].some((name) => NAME.test(elements.digits(name)));
  }

  /**
   * What leads to the picture of one of `ids`, which are in lower case; null where it is not there, or not clear.
   * @param {Set<string>} ids
   * @returns {HTMLElement | null}
   */
  function wayTo(ids) {
    const shows = (/** @type {Element} */ control) => picturesIn(control).some((picture) => ids.has(onShow.pictureIn(picture) ?? ""));
    const found = [...new Set(controls.flatMap((selector) => elements.all(selector)))].filter(
      (control) =>
        shows(control) &&
        !elements.isInside(control, EXCLUDED) &&
        !composers.isNever(control) &&
        elements.isVisible(control) &&
        !pressing.isDisabled(control),
    );
    const named = found.filter(isNamed);
    // Several of the strip lead to the same picture; of anything else only one is sure.
    const [way = null] = named.length > 0 ? named : found.length === 1 ? found : [];
    return /** @type {HTMLElement | null} */ (way);
  }

  return Object.freeze({ wayTo });
})();

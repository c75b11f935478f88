// @ts-check
// Finds the prompt box and the generate control. It reads; prompt.js writes and act.js clicks.
// Where it is not sure it finds nothing: a label counts only as a whole, and nothing in navigation,
// side bars, menus, toasts or the cards of other images counts at all.

const control = (() => {
  const { prompt_box: boxes, generate_control: generate } = RETAKE_SELECTORS;
  const EXCLUDED = RETAKE_SELECTORS.exclude.selectors;
  /** In the order in which they are taken. @type {RetakeControlKind[]} */
  const KINDS = ["make_video", "redo", "generic"];

  /** @param {RetakeLabels} labels */
  const labelSet = (labels) => new Set(Object.values(labels).flat().map((label) => elements.plain(label)));
  const MAKE_VIDEO = labelSet(generate.labels.make_video);
  const REDO = labelSet(generate.labels.redo);
  const GENERIC = new Set(generate.generic.labels.map((label) => elements.plain(label)));

  /** @param {Element} element */
  const isUsable = (element) => !elements.isInside(element, EXCLUDED) && elements.isVisible(element);

  /** @typedef {{ element: HTMLElement, how: string }} Found An element, and what it was found by. */

  /** @returns {Found | null} */
  function findBox() {
    for (const how of [...overrides.of("prompt_box"), ...boxes.selectors]) {
      const box = elements
        .all(how)
        .find((element) => isUsable(element) && !elements.isInside(element, boxes.never));
      if (box) return { element: /** @type {HTMLElement} */ (box), how };
    }
    return null;
  }

  /**
   * The box for the prompt of a video; null where the page shows none.
   * @returns {HTMLElement | null}
   */
  const promptBox = () => findBox()?.element ?? null;

  /**
   * What `element` says it does; null where it is another control.
   * @param {Element} element
   * @returns {RetakeControlKind | null}
   */
  function kindOf(element) {
    const names = [
      elements.plain(natives.getAttribute(element, "aria-label")),
      elements.text(element),
      elements.plain(natives.getAttribute(element, "title")),
    ].filter((name) => name !== "");
    /** @param {Set<string>} labels */
    const isNamed = (labels) => names.some((name) => labels.has(name));
    if (isNamed(GENERIC)) return "generic";
    if (isNamed(MAKE_VIDEO)) return "make_video";
    return isNamed(REDO) ? "redo" : null;
  }

  /**
   * How far `element` is from `box`: steps up from the box to the part of the page that holds both.
   * @param {Element} element
   * @param {Element | null} box
   */
  function distance(element, box) {
    let steps = 0;
    for (let part = box; part; part = part.parentElement) {
      if (part.contains(element)) return steps;
      steps += 1;
    }
    return Infinity;
  }

  /**
   * How closely `element` belongs to the post that `box` is for: 0 in the same article, 1 in the
   * same main part, 2 elsewhere; null in the article of another post.
   * @param {Element} element
   * @param {Element | null} box
   */
  function placeOf(element, box) {
    const article = box && natives.closest(box, "article");
    if (article?.contains(element)) return 0;
    if (article && natives.closest(element, "article")) return null;
    const main = box && natives.closest(box, "main");
    return main?.contains(element) ? 1 : 2;
  }

  /**
   * The order in which controls are taken, the lowest first; null: not to be taken. "Make video"
   * comes before "Redo", which repeats the old prompt on some versions of the page.
   * @param {RetakeControlKind} kind
   * @param {number | null} place
   */
  function orderOf(kind, place) {
    if (place === null || (kind === "generic" && place === 2)) return null;
    return place * KINDS.length + KINDS.indexOf(kind);
  }

  /** @param {Element | null} box @returns {Found | null} */
  function findControl(box) {
    for (const how of [...overrides.of("generate_control"), ...generate.selectors]) {
      const named = elements.all(how).find(isUsable);
      if (named) return { element: /** @type {HTMLElement} */ (named), how };
    }
    /** @type {{ element: Element, order: number, distance: number } | undefined} */
    let best;
    for (const element of generate.candidates.flatMap((selector) => elements.all(selector))) {
      const kind = kindOf(element);
      const order = kind && orderOf(kind, placeOf(element, box));
      if (order === null || !isUsable(element)) continue;
      const found = { element, order, distance: distance(element, box) };
      if (!best || order < best.order || (order === best.order && found.distance < best.distance)) best = found;
    }
    if (!best) return null;
    const label = natives.getAttribute(best.element, "aria-label") || elements.text(best.element);
    return { element: /** @type {HTMLElement} */ (best.element), how: `the label ${label}` };
  }

  /**
   * The generate control that belongs to `box`; null where the page shows none.
   * @param {Element | null} box
   * @returns {HTMLElement | null}
   */
  const generateControl = (box) => findControl(box)?.element ?? null;

  /**
   * What leads back to the image where the view stays on a moderated attempt; null where it does not.
   * @returns {HTMLElement | null}
   */
  function backToImage() {
    const { moderated, groups, labels } = RETAKE_SELECTORS.image_view;
    const isModerated = moderated.some((selector) => elements.all(selector).some(isUsable));
    if (!isModerated) return null;
    const names = new Set(labels.map((label) => elements.plain(label)));
    const buttons = groups.flatMap((group) => elements.all(group)).flatMap((group) => elements.all("button", group));
    const isBack = (/** @type {Element} */ button) =>
      isUsable(button) && [elements.text(button), elements.plain(natives.getAttribute(button, "aria-label"))].some((name) => names.has(name));
    return /** @type {HTMLElement | undefined} */ (buttons.find(isBack)) ?? null;
  }

  /** What box and control are found by at this moment; null: not at all. */
  function explain() {
    const box = findBox();
    const generate = findControl(box?.element ?? null);
    return { box: box?.how ?? null, generate: generate?.how ?? null };
  }

  /** @param {Element} element */
  function isDisabled(element) {
    return natives.matches(element, ":disabled") || elements.isInside(element, ['[aria-disabled="true"]']);
  }

  return Object.freeze({ promptBox, generateControl, backToImage, explain, isDisabled });
})();

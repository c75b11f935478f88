// @ts-check
// Finds the prompt box and the generate control. It reads; prompt.js writes and act.js clicks. Whether
// what it finds can be pressed is pressing.js's to say.
// Where it is not sure it finds nothing: a label counts only as a whole, and nothing in navigation,
// side bars, menus, toasts, the cards of other images or the article of another post counts at all.

const control = (() => {
  const { prompt_box: boxes, generate_control: generate } = RETAKE_SELECTORS;
  const { put_aside } = RETAKE_SELECTORS.disabled;
  const EXCLUDED = RETAKE_SELECTORS.exclude.selectors;
  /** In the order in which they are taken. @type {RetakeControlKind[]} */
  const KINDS = ["make_video", "redo", "generic"];

  const MAKE_VIDEO = elements.labelSet(generate.labels.make_video);
  const REDO = elements.labelSet(generate.labels.redo);
  const GENERIC = new Set(generate.generic.labels.map((label) => elements.plain(label)));

  /** @param {Element} element */
  const isUsable = (element) => !elements.isInside(element, EXCLUDED) && seeing.isSeen(element);

  /** Not in a part of the page that is put aside, as the other slides of a carousel are. @param {Element} element */
  const isActive = (element) => !elements.isInside(element, put_aside);

  /** @typedef {ReturnType<typeof ownPost.find>} Place */
  /** @typedef {{ element: HTMLElement, how: string }} Found An element, and what it was found by. */

  /**
   * Of elements that serve alike, the one that stands nearest to the post; the first where its place is not known.
   * @param {Element[]} alike
   * @param {Place} place
   */
  function nearestToPost(alike, { article }) {
    const near = alike.map((element) => ({ element, steps: article ? distance(element, article) : 0 }));
    const [first] = near.sort((one, other) => one.steps - other.steps);
    return /** @type {HTMLElement | undefined} */ (first?.element);
  }

  /** @param {Place} place @returns {Found | null} */
  function findBox(place) {
    for (const how of [...overrides.of("prompt_box"), ...boxes.selectors]) {
      const possible = elements.all(how).filter((element) => !elements.isInside(element, boxes.never) && isActive(element));
      const alike = possible.filter((element) => ownPost.mayHold(element, place) && isUsable(element));
      const box = nearestToPost(alike, place);
      if (box) return { element: box, how };
    }
    return null;
  }

  /**
   * What `element` says it does; null where it is another control.
   * @param {Element} element
   * @returns {RetakeControlKind | null}
   */
  function kindOf(element) {
    if (elements.isCalled(element, GENERIC)) return "generic";
    if (elements.isCalled(element, MAKE_VIDEO)) return "make_video";
    return elements.isCalled(element, REDO) ? "redo" : null;
  }

  /**
   * How far `element` is from `other`: steps up from that to the part of the page that holds both.
   * @param {Element} element
   * @param {Element | null} other
   */
  function distance(element, other) {
    let steps = 0;
    for (let part = other; part; part = part.parentElement) {
      if (part.contains(element)) return steps;
      steps += 1;
    }
    return Infinity;
  }

  /**
   * How closely `element` belongs to the post: 0 in its article, 1 in the main part that holds `box`,
   * 2 elsewhere; null in the article of another post. Where the post's article is not known, it is the
   * one that holds `box`.
   * @param {Element} element
   * @param {Element | null} box
   * @param {Place} place
   */
  function placeOf(element, box, place) {
    if (!ownPost.mayHold(element, place)) return null;
    const article = place.article ?? (box && ownPost.articleOf(box));
    const around = ownPost.articleOf(element);
    if (article && around === article) return 0;
    if (article && around && !around.contains(article)) return null;
    const anchor = box ?? article;
    return anchor && natives.closest(anchor, "main")?.contains(element) ? 1 : 2;
  }

  /**
   * The order in which controls are taken, the lowest first; null: not to be taken. "Make video"
   * comes before "Redo", which repeats the old prompt on some versions of the page. A generic word counts
   * beside a prompt box only.
   * @param {RetakeControlKind} kind
   * @param {number | null} place
   * @param {Element | null} box
   */
  function orderOf(kind, place, box) {
    if (place === null || (kind === "generic" && (place === 2 || !box))) return null;
    return place * KINDS.length + KINDS.indexOf(kind);
  }

  /**
   * Whether `all` stand in the articles of several posts, and none is known to be the page's own.
   * @param {Element[]} all
   * @param {Place} place
   */
  function areOfSeveralPosts(all, { article, isOutside }) {
    if (article || isOutside) return false;
    const around = new Set(all.map(ownPost.articleOf));
    around.delete(null);
    return around.size > 1;
  }

  /** Whether the article that `element` stands in has a prompt box. @param {Element} element */
  function isBesideBox(element) {
    const article = ownPost.articleOf(element);
    return article !== null && boxes.selectors.some((selector) => elements.all(selector, article).length > 0);
  }

  /** All that say what they do, with the order that they are taken in. @param {Element | null} box @param {Place} place */
  function labelled(box, place) {
    const all = new Set(generate.candidates.flatMap((selector) => elements.all(selector)));
    return [...all].flatMap((element) => {
      const kind = kindOf(element);
      if (!kind || elements.isInside(element, generate.never) || !isUsable(element)) return [];
      return [{ element, kind, order: orderOf(kind, placeOf(element, box, place), box) }];
    });
  }

  /**
   * The first in order and, of those in the same order, the one nearest to `anchor`.
   * @param {Array<{ element: Element, order: number | null }>} all
   * @param {Element | null} anchor
   */
  function best(all, anchor) {
    /** @type {{ element: Element, order: number, distance: number } | undefined} */
    let first;
    for (const { element, order } of all) {
      if (order === null) continue;
      const found = { element, order, distance: distance(element, anchor) };
      if (!first || order < first.order || (order === first.order && found.distance < first.distance)) first = found;
    }
    return first?.element;
  }

  /**
   * The generate control; `null` where there is none, `unclear` where it may be another post's.
   * @param {Element | null} box
   * @param {Place} place
   * @returns {Found | null | "unclear"}
   */
  function findControl(box, place) {
    for (const how of [...overrides.of("generate_control"), ...generate.selectors]) {
      const named = elements.all(how).filter((element) => ownPost.mayHold(element, place) && isUsable(element));
      if (areOfSeveralPosts(named, place)) return "unclear";
      const element = nearestToPost(named.filter(isActive), place) ?? nearestToPost(named, place);
      if (element) return { element, how };
    }
    const all = labelled(box, place);
    const sure = all.filter(({ element, kind }) => kind !== "generic" || isBesideBox(element));
    if (areOfSeveralPosts(sure.map(({ element }) => element), place)) return "unclear";
    const anchor = box ?? place.article;
    const element = best(all.filter(({ element }) => isActive(element)), anchor) ?? best(all, anchor);
    if (!element) return null;
    const label = natives.getAttribute(element, "aria-label") || elements.text(element);
    return { element: /** @type {HTMLElement} */ (element), how: `the label ${label}` };
  }

  /** @typedef {{ box: HTMLElement | null, button: HTMLElement | null, isUnclear: boolean, place: Place,
   *   composer: ReturnType<typeof composers.find> }} Controls */

  /** The user's own control on the page that has modes, or that of its form. @param {Element | null} submit @returns {Found | null} */
  function findSubmit(submit) {
    for (const how of overrides.of("generate_control")) {
      const [element] = elements.all(how).filter(isUsable);
      if (element) return { element: /** @type {HTMLElement} */ (element), how };
    }
    const [name = ""] = submit ? elements.namesOf(submit) : [];
    return submit && { element: /** @type {HTMLElement} */ (submit), how: `the form's own, ${name}` };
  }

  /** @param {NonNullable<Controls["composer"]>} composer @returns {{ box: Found | null, submit: Found | null }} */
  function inComposer(composer) {
    const [how] = overrides.of("prompt_box");
    const [own] = how ? elements.all(how).filter(isUsable) : [];
    const box = own && how ? { element: /** @type {HTMLElement} */ (own), how } : composer.box;
    return { box, submit: findSubmit(composer.submit) };
  }

  /**
   * The box for the prompt of a video and the control that makes it; null where the page shows none.
   * `isUnclear`: it shows several, and it can't be told which is the post's. On the page that has modes
   * the form alone says what makes a video; labels there belong to other things as well.
   * @returns {Controls}
   */
  function find() {
    const place = ownPost.find();
    const composer = composers.find();
    if (composer) {
      const { box, submit } = inComposer(composer);
      return { box: box?.element ?? null, button: submit?.element ?? null, isUnclear: composer.isUnclear, place, composer };
    }
    if (composers.isPage()) return { box: null, button: null, isUnclear: false, place, composer };
    const box = findBox(place)?.element ?? null;
    const found = findControl(box, place);
    if (found === "unclear") return { box, button: null, isUnclear: true, place, composer };
    return { box, button: found?.element ?? null, isUnclear: false, place, composer };
  }

  /**
   * What leads back to the image where the view stays on a moderated attempt; null where it does not.
   * @returns {HTMLElement | null}
   */
  function backToImage() {
    // There it is the mode that makes images.
    if (composers.isPage()) return null;
    const { moderated, groups, labels } = RETAKE_SELECTORS.image_view;
    const place = ownPost.find();
    const isOwn = (/** @type {Element} */ element) => ownPost.mayHold(element, place) && isUsable(element);
    const isModerated = moderated.some((selector) => elements.all(selector).some(isOwn));
    if (!isModerated) return null;
    const names = new Set(labels.map((label) => elements.plain(label)));
    const buttons = groups.flatMap((group) => elements.all(group)).flatMap((group) => elements.all("button", group));
    const isNamed = (/** @type {Element} */ button) =>
      names.has(elements.text(button)) || names.has(elements.plain(natives.getAttribute(button, "aria-label")));
    const isBack = (/** @type {Element} */ button) => isNamed(button) && isOwn(button) && !pressing.isDisabled(button);
    return /** @type {HTMLElement | undefined} */ (buttons.find(isBack)) ?? null;
  }

  /** What box and control are found by at this moment; null: not at all. */
  function explain() {
    const composer = composers.find();
    if (composer) {
      const { box, submit } = inComposer(composer);
      return { box: box?.how ?? null, generate: submit?.how ?? null };
    }
    if (composers.isPage()) return { box: null, generate: null };
    const place = ownPost.find();
    const box = findBox(place);
    const generate = findControl(box?.element ?? null, place);
    return { box: box?.how ?? null, generate: generate === "unclear" ? null : (generate?.how ?? null) };
  }

  return Object.freeze({ find, kindOf, backToImage, explain });
})();

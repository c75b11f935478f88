// @ts-check
// Reads the form of the page of autumn 2026: its box, its submit, which mode is chosen, and whether it
// makes something else than a video of what is on show. Where that page is shown, only this form makes
// videos. It presses nothing: that is for reaching.js and act.js.

const composers = (() => {
  const { pages, forms, marks, boxes, submits, groups, choices, chosen, modes, extending, editing } = RETAKE_SELECTORS.composer;
  const FILE = "composer.js";
  const NEVER = RETAKE_SELECTORS.never_pressed;
  const EXCLUDED = RETAKE_SELECTORS.exclude.selectors;
  /** @param {string} pattern */
  const compiled = (pattern) => reporting.attempt(FILE, () => new RegExp(pattern, "u"), /(?!)/);
  const PILL = compiled(extending.pills);
  const RESOLUTION = compiled(RETAKE_SELECTORS.video_settings.resolution);
  const LENGTH = compiled(RETAKE_SELECTORS.video_settings.length);
  const GROUP = elements.labelSet(modes.group);
  const VIDEO = elements.labelSet(modes.video);
  const MODES = new Set([...VIDEO, ...elements.labelSet(modes.others)]);
  const EXTENDS = elements.labelSet(extending.controls);
  const EXTENDS_ELSEWHERE = elements.labelSet(extending.elsewhere);
  const BEGINNINGS = [...elements.labelSet(extending.beginnings)];
  const EDITS = elements.labelSet(editing.submits);
  const NEVER_CALLED = elements.labelSet(NEVER.labels);

  /** `isUnclear`: there are several of what there should be one.
   * @typedef {{ form: Element, box: { element: HTMLElement, how: string } | null, submit: Element | null, isUnclear: boolean }} Composer */

  /** @param {string[]} selectors @param {Element} inside */
  const within = (selectors, inside) => [...new Set(selectors.flatMap((selector) => elements.all(selector, inside)))];

  /** @param {Element} element */
  const isShown = (element) => !elements.isInside(element, EXCLUDED) && elements.isVisible(element);

  /** @param {Element} form @returns {Composer["box"]} */
  function boxIn(form) {
    for (const how of boxes) {
      const element = elements.all(how, form).find(isShown);
      if (element) return { element: /** @type {HTMLElement} */ (element), how };
    }
    return null;
  }

  /** @param {Element} element */
  const isChosen = (element) => chosen.some((selector) => natives.matches(element, selector));

  /** Whether one of `names` is that of a length or a resolution. @param {string[]} names */
  const isOfSettings = (names) =>
    names.some((name) => RESOLUTION.test(elements.digits(name)) || LENGTH.test(elements.digits(name)));

  /** The groups of the form. @param {Element} form */
  const groupsIn = (form) => within(groups, form).filter(isShown);

  /** The group in which a mode is chosen, by its name or by those of its choices. @param {Element} form */
  function namedGroup(form) {
    const all = groupsIn(form);
    const isOfModes = (/** @type {Element} */ group) => within(choices, group).some((one) => elements.isCalled(one, MODES));
    return all.find((group) => elements.isCalled(group, GROUP)) ?? all.find(isOfModes);
  }

  /** The group in which a mode is chosen; in an unknown language it is known by what it is not. @param {Element} form */
  function modeGroup(form) {
    const isOther = (/** @type {Element} */ group) => {
      const names = within(choices, group).map(elements.namesOf);
      return names.length > 0 && !names.some(isOfSettings);
    };
    return namedGroup(form) ?? groupsIn(form).find(isOther);
  }

  /** @param {Element} form @returns {Composer | null} */
  function composerOf(form) {
    const box = boxIn(form);
    const isOne = box !== null && (within(marks, form).length > 0 || namedGroup(form) !== undefined);
    if (!isOne) return null;
    const found = within(submits, form).filter((submit) => isShown(submit) && !elements.isInside(submit, NEVER.selectors));
    return { form, box, submit: found.length === 1 ? (found[0] ?? null) : null, isUnclear: found.length > 1 };
  }

  /** The form at this moment; null where the page shows none. @returns {Composer | null} */
  function find() {
    const all = forms.flatMap((selector) => elements.all(selector)).filter(isShown);
    const [first, ...others] = all.map(composerOf).filter((one) => one !== null);
    if (!first) return null;
    return others.length === 0 ? first : { ...first, isUnclear: true };
  }

  /** Whether the page is the one that has modes, even where its form does not show. */
  const isPage = () =>
    routeWatch.conversation() !== null || pages.some((selector) => elements.all(selector).some(elements.isVisible));

  /**
   * Which mode is chosen: `video`, another one with what chooses Video, or `unknown`.
   * @param {Composer} composer
   * @returns {"video" | "unknown" | HTMLElement}
   */
  function modeOf({ form }) {
    const group = modeGroup(form);
    if (!group) return "unknown";
    const video = within(choices, group).find((one) => elements.isCalled(one, VIDEO));
    if (video) return isChosen(video) ? "video" : /** @type {HTMLElement} */ (video);
    const isForVideo = within(choices, form).some((one) => elements.namesOf(one).some((name) => RESOLUTION.test(elements.digits(name))));
    return isForVideo ? "video" : "unknown";
  }

  /** Whether the form extends a video. @param {Composer} composer */
  function isExtending({ form }) {
    const says = within(extending.placeholders, form).map((one) => elements.plain(natives.getAttribute(one, "data-placeholder")));
    if (says.some((text) => BEGINNINGS.some((beginning) => text.startsWith(beginning)))) return true;
    const buttons = elements.all("button", form).filter(isShown);
    const isPill = (/** @type {Element} */ one) => PILL.test(elements.digits(elements.text(one)));
    if (buttons.some((one) => isPill(one) || elements.isCalled(one, EXTENDS))) return true;
    return elements.all("button").some((one) => elements.isCalled(one, EXTENDS_ELSEWHERE) && elements.isVisible(one));
  }

  /** Whether the form makes an image of the one on show. @param {Composer} composer */
  const isEditing = ({ form, submit }) =>
    (submit !== null && elements.isCalled(submit, EDITS)) || within(editing.inputs, form).length > 0;

  /** Whether `element` is never to be pressed on this page, whatever selector finds it. @param {Element} element */
  const isNever = (element) => elements.isInside(element, NEVER.selectors) || elements.isCalled(element, NEVER_CALLED);

  /** What the mode is found by; null: the page shows none. */
  function explain() {
    const composer = find();
    if (!composer) return null;
    const mode = modeOf(composer);
    if (isExtending(composer)) return "a video is extended";
    if (mode === "unknown") return null;
    if (mode !== "video") return "another mode is chosen";
    return isEditing(composer) ? "an image is edited" : "videos are chosen";
  }

  return Object.freeze({ find, isPage, modeOf, isExtending, isEditing, isNever, explain });
})();

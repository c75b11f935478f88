// @ts-check
// Reads the percent that the page displays while a generation runs (spec C5), and tells it when it
// has changed. The page does not say which attempt it belongs to, so neither does this. That the
// display has gone tells nothing: success, moderation and a slow page all look like it. A display that
// stands unchanged for a minute is no progress but part of the page, on this post and on the next.

const progressWatch = (() => {
  const FILE = "progress.js";
  const { scopes, selectors, exclude, autumn } = RETAKE_SELECTORS.progress;
  const CANCEL = elements.labelSet(autumn.cancel);
  const PATTERN = reporting.attempt(FILE, () => new RegExp(RETAKE_SELECTORS.progress.pattern, "u"), /(?!)/);
  /** UTF-16 units; a longer text is prose, not a display. */
  const LONGEST_DISPLAY = 60;
  /** Arabic and Hebrew set them between a number and its sign. */
  const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  /** Milliseconds after which a display that does not change is part of the page: a zoom, a discount. */
  const STANDS_AFTER = 60_000;
  /** Milliseconds that a display may be gone while the page draws it again. */
  const REMOUNTED_WITHIN = 2_000;

  /**
   * A percent on the page; null: a sign without one. `since`: when it was first seen to say this; `missedAt`:
   * when it was first seen to be gone.
   * @typedef {{ element: Element, selector: string, text: string, percent: number | null, since: number, missedAt: number | null }} Display
   */

  let startedAt = 0;
  /** Those on the page at the last look, and those that have just gone. @type {Display[]} */
  let displays = [];
  /** The post and the percent told last. */
  let told = "";

  /**
   * @param {string} text
   * @returns {number | null} percent, 0 to 100
   */
  function percentIn(text) {
    if (text.length > LONGEST_DISPLAY) return null;
    const match = PATTERN.exec(elements.digits(text.replace(DIRECTION_MARKS, "")));
    const percent = match ? Number(match[1] ?? match[2]) : NaN;
    return percent >= 0 && percent <= 100 ? percent : null;
  }

  /** What may be a display, with what it was found by. @typedef {[element: Element, selector: string]} Candidate */

  /** @param {string[]} known @returns {Candidate[]} */
  const matching = (known) =>
    known.flatMap((selector) => elements.all(selector).map((element) => /** @type {Candidate} */ ([element, selector])));

  /** Those of the pages that have them in the post's own part. @returns {Candidate[]} */
  const ofSpring = () =>
    matching(selectors).filter(([element]) => elements.isInside(element, scopes) && !elements.isInside(element, exclude));

  /** Whether `element` stands in a control and is none itself: a thumbnail's percent is another generation's. @param {Element} element */
  const isInControl = (element) =>
    autumn.controls.some((selector) => (elements.nearest(element, selector) ?? element) !== element);

  /** What stands beside the control that cancels a generation. @returns {Candidate[]} */
  function besideCancel() {
    const [cancel] = elements.all("button").filter((button) => elements.isCalled(button, CANCEL));
    if (!cancel?.parentElement) return [];
    const leaves = elements.all("*", cancel.parentElement).filter((element) => element.childElementCount === 0);
    return leaves.map((element) => [element, "beside the control that cancels it"]);
  }

  /** Those of the page that has modes, whose overlay stands in no part of its own. @returns {Candidate[]} */
  const ofAutumn = () =>
    [...matching([...autumn.selectors, ...autumn.signs]), ...besideCancel()].filter(
      ([element]) => !elements.isInside(element, autumn.exclude) && !isInControl(element),
    );

  /**
   * The displays on the page, in the order of their selectors.
   * @param {number} since
   */
  function find(since) {
    /** @type {Map<Element, Display>} */
    const found = new Map();
    for (const [element, selector] of composers.isPage() ? ofAutumn() : ofSpring()) {
      const text = elements.text(element);
      const percent = percentIn(text);
      const isDisplay = percent !== null || autumn.signs.includes(selector);
      if (!isDisplay || found.has(element) || !elements.isVisible(element)) continue;
      found.set(element, { element, selector, text, percent, since, missedAt: null });
    }
    return found;
  }

  /**
   * What `display` was at the last look: the same element, else one of the same kind and text that the
   * page has replaced.
   * @param {Display} display
   * @param {Display[]} gone
   */
  function earlier({ element, selector, text }, gone) {
    const same = displays.find((one) => one.element === element && one.missedAt === null);
    if (same) return same;
    const replaced = gone.findIndex((one) => one.selector === selector && one.text === text);
    return replaced === -1 ? undefined : gone.splice(replaced, 1)[0];
  }

  /** Brings `displays` up to date. */
  function look() {
    const now = natives.now();
    // Where nothing has changed yet, what is there was there at the start.
    const found = find(domChanges.hasChanged() ? now : startedAt);
    const gone = displays
      .filter((one) => one.missedAt !== null || !found.has(one.element))
      .map((one) => ({ ...one, missedAt: one.missedAt ?? now }))
      .filter((one) => now - one.missedAt <= REMOUNTED_WITHIN);
    const present = [...found.values()].map((display) => {
      const before = earlier(display, gone);
      return before?.text === display.text ? { ...display, since: before.since } : display;
    });
    displays = [...present, ...gone];
  }

  /** The displays of a generation under way on this post's page; none where no post is shown. */
  function underWay() {
    look();
    if (routeWatch.shownPost() === null) return [];
    const now = natives.now();
    return displays.filter((display) => display.missedAt === null && now - display.since < STANDS_AFTER);
  }

  /**
   * The percent of the generation under way, the one that changed last where several are on display; null
   * where none is.
   * @returns {number | null}
   */
  function shown() {
    /** @type {Display | null} */
    let latest = null;
    for (const display of underWay()) {
      if (display.percent !== null && (latest === null || display.since > latest.since)) latest = display;
    }
    return latest?.percent ?? null;
  }

  /** Whether the page shows a generation under way. A sign without a percent counts where no percent is displayed. */
  function isUnderWay() {
    const current = underWay();
    const hasPercent = displays.some(({ percent, missedAt }) => percent !== null && missedAt === null);
    return current.some(({ percent }) => percent !== null || !hasPercent);
  }

  function reportIfChanged() {
    const percent = shown();
    const display = percent === null ? "" : `${routeWatch.shownPost()} ${percent}`;
    if (display === told) return;
    told = display;
    if (percent === null) return;
    lastSeen.note("progress");
    bridge.signal({ type: "progress", percent, attempt_id: null });
  }

  function start() {
    startedAt = natives.now();
    domChanges.listen(reporting.guard(FILE, reportIfChanged));
  }

  return Object.freeze({ start, shown, isUnderWay });
})();

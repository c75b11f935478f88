// @ts-check
// Answers what the script finds on the page at this moment, and how: for the user who wonders why
// nothing happens (spec P1). It looks when it is asked and tells no text of the page but its labels and
// selectors.

const health = (() => {
  /** UTF-16 units that are sent of one piece. */
  const LONGEST = 200;

  /** @param {string[]} selectors */
  const firstMatch = (selectors) => selectors.find((selector) => elements.all(selector).length > 0) ?? null;

  /** How many characters the page's store has. */
  function storeSize() {
    const text = natives.getItem(window.sessionStorage, RETAKE_SELECTORS.store.key);
    return text === null ? null : `${RETAKE_SELECTORS.store.key}, ${Math.ceil(text.length / 1000)} kB`;
  }

  /** What of Imagine the address names; it needs no part of the page. */
  function route() {
    if (!routeWatch.isOfImagine()) return null;
    const post = routeWatch.shownPost() === null ? "no post" : "a post";
    return routeWatch.conversation() === null ? post : `${post}, in a conversation`;
  }

  /** What is only known while it happens. @type {Array<[string, string]>} */
  const PASSING = [
    ["request", "a request for a video"],
    ["stream", "the answer to a request for a video"],
    ["record", "what the page fetched of assets and conversations"],
  ];

  /** @returns {Wire.Found[]} */
  function look() {
    const { box, generate } = control.explain();
    /** @type {Array<[string, string | null]>} */
    const found = [
      ["route", route()],
      ["store", storeSize()],
      ["memory_store", memoryStore.explain()],
      ["post", routeWatch.shownPost() === null ? null : "in the page's address"],
      ["composer_mode", composers.explain()],
      ["prompt_box", box],
      ["generate_control", generate],
      ["video_settings", videoSettings.explain()],
      ["progress", progressWatch.shown() === null ? null : `${progressWatch.shown()} %`],
      ["toasts", firstMatch(RETAKE_SELECTORS.toasts.sections)],
    ];
    for (const [piece, how] of found) if (how !== null) lastSeen.note(piece);
    for (const [piece, how] of PASSING) found.push([piece, lastSeen.ago(piece) === null ? null : how]);
    const short = (/** @type {string | null} */ how) => (how === null ? null : how.slice(0, LONGEST));
    return found.map(([piece, how]) => ({ piece, how: short(how), ago: lastSeen.ago(piece) }));
  }

  /**
   * Answers one question; the answer is a command of its own.
   * @param {unknown} question
   */
  function answer(question) {
    const { number } = /** @type {{ number?: unknown }} */ (Object(question));
    if (typeof number === "number") void bridge.health(number, look());
  }

  return Object.freeze({ answer });
})();

// @ts-check
// Looks for a rate limit (spec C11) and for a moderation in the page's toasts, and nowhere else:
// whole-page scans gave other programs false stops. A toast can be missed, for instance in a hidden
// window, and it names no attempt: of limits the status that network.js sees is the surer sign, and
// what counts as moderated is the store's to say.

const toastWatch = (() => {
  const FILE = "toasts.js";
  const { sections, items } = RETAKE_SELECTORS.toasts;
  const plain = (/** @type {string[]} */ texts) => texts.map((text) => elements.plain(text));
  const LIMITS = plain(RETAKE_SELECTORS.toasts.rate_limit);
  const MODERATIONS = plain(RETAKE_SELECTORS.toasts.moderation);
  /** UTF-16 units; a longer text is no toast. */
  const LONGEST_TOAST = 500;

  /** Toasts that were told of, so that one toast is one signal. @type {WeakSet<Element>} */
  let told = new WeakSet();

  /** What a toast speaks of. @param {Element} toast @returns {"rate_limited" | "moderation_seen" | null} */
  function kindOf(toast) {
    const text = elements.text(toast);
    if (text.length > LONGEST_TOAST) return null;
    if (LIMITS.some((limit) => text.includes(limit))) return "rate_limited";
    return MODERATIONS.some((moderation) => text.includes(moderation)) ? "moderation_seen" : null;
  }

  /** The toasts inside `section`; a section without any may be a toast itself.
   * @param {Element} section */
  function toastsIn(section) {
    const toasts = items.flatMap((selector) => elements.all(selector, section));
    return toasts.length > 0 ? toasts : [section];
  }

  function look() {
    const found = sections.flatMap((selector) => elements.all(selector));
    if (found.length > 0) sightings.note("toasts");
    const toasts = new Set(found.flatMap(toastsIn));
    /** @type {Set<"rate_limited" | "moderation_seen">} */
    const kinds = new Set();
    for (const toast of toasts) {
      const kind = kindOf(toast);
      if (kind === null) {
        told.delete(toast);
      } else if (!told.has(toast)) {
        told.add(toast);
        kinds.add(kind);
      }
    }
    // Sections may stand inside each other; what they show at once is one limit, or one moderation.
    for (const type of kinds) bridge.signal({ type });
  }

  function start() {
    changes.listen(reporting.guard(FILE, look));
  }

  return Object.freeze({ start });
})();

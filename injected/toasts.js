// @ts-check
// Looks for a rate limit in the page's toasts (spec C11), and nowhere else: whole-page scans gave
// other programs false stops. A toast can be missed, for instance in a hidden window; the status
// that network.js sees is the surer sign. What was moderated is the store's to say, not a toast's.

const toastWatch = (() => {
  const FILE = "toasts.js";
  const { sections, items } = RETAKE_SELECTORS.toasts;
  const TEXTS = RETAKE_SELECTORS.toasts.rate_limit.map((text) => elements.plain(text));
  /** UTF-16 units; a longer text is no toast. */
  const LONGEST_TOAST = 500;

  /** Toasts that were told of, so that one toast is one signal. @type {WeakSet<Element>} */
  let told = new WeakSet();

  /** @param {Element} toast */
  function speaksOfLimit(toast) {
    const text = elements.text(toast);
    return text.length <= LONGEST_TOAST && TEXTS.some((limit) => text.includes(limit));
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
    let isNew = false;
    for (const toast of toasts) {
      if (!speaksOfLimit(toast)) {
        told.delete(toast);
      } else if (!told.has(toast)) {
        told.add(toast);
        isNew = true;
      }
    }
    // Sections may stand inside each other; what they show at once is one limit.
    if (isNew) bridge.signal({ type: "rate_limited" });
  }

  function start() {
    changes.listen(reporting.guard(FILE, look));
  }

  return Object.freeze({ start });
})();

// @ts-check
// Reads the percent that the page displays while a generation runs (spec C5), and tells it when it
// has changed. The page does not say which attempt it belongs to, so neither does this. That the
// display has gone tells nothing: success, moderation and a slow page all look like it.

const progressWatch = (() => {
  const FILE = "progress.js";
  const { scopes, selectors, exclude } = RETAKE_SELECTORS.progress;
  const PATTERN = reporting.attempt(FILE, () => new RegExp(RETAKE_SELECTORS.progress.pattern, "u"), /(?!)/);
  /** UTF-16 units; a longer text is prose, not a display. */
  const LONGEST_DISPLAY = 60;
  /** Arabic and Hebrew set them between a number and its sign. */
  const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  /** The post and the percent told last. */
  let told = "";

  /**
   * @param {Element} element
   * @returns {number | null} percent, 0 to 100
   */
  function percentOf(element) {
    const text = elements.text(element);
    if (text.length > LONGEST_DISPLAY) return null;
    const match = PATTERN.exec(elements.digits(text.replace(DIRECTION_MARKS, "")));
    const percent = match ? Number(match[1] ?? match[2]) : NaN;
    return percent >= 0 && percent <= 100 ? percent : null;
  }

  /**
   * The percent on display on this post's page; null where none is, or no post is shown.
   * @returns {number | null}
   */
  function shown() {
    if (routeWatch.shownPost() === null) return null;
    for (const selector of selectors) {
      for (const element of elements.all(selector)) {
        const percent = percentOf(element);
        if (percent === null || !elements.isInside(element, scopes)) continue;
        if (!elements.isInside(element, exclude) && elements.isVisible(element)) return percent;
      }
    }
    return null;
  }

  function reportIfChanged() {
    const percent = shown();
    const display = percent === null ? "" : `${routeWatch.shownPost()} ${percent}`;
    if (display === told) return;
    told = display;
    if (percent === null) return;
    sightings.note("progress");
    bridge.signal({ type: "progress", percent, attempt_id: null });
  }

  function start() {
    changes.listen(reporting.guard(FILE, reportIfChanged));
  }

  return Object.freeze({ start, shown });
})();

// @ts-check
// Tells what the page says to its user: each text of a toast, an alert, a status or a gauge that can be seen
// (spec C11), and nothing else of the page: whole-page scans gave other programs false stops. A text is reported
// once: drawn again it is the same one, and so is one in which a number ticks. A notice can be missed, for
// instance in a hidden window. What one means is for Rust to say.

const noticeWatch = (() => {
  const FILE = "notices.js";
  const { sections, items, gauges, gauge_controls } = RETAKE_SELECTORS.toasts;
  /** Bytes; a longer text is no notice. */
  const LONGEST_NOTICE = 2_000;
  /** UTF-16 units of all that stands in a notice, seen or not. */
  const LONGEST_CONTENT = 4_000;
  /** Milliseconds that a notice may be gone while the page draws it again. */
  const REMOUNTED_WITHIN = 2_000;
  /** Milliseconds that a hidden notice is watched, so that it is sent once a style change alone shows it. */
  const APPEARS_WITHIN = 60_000;
  const MOST_IN_A_SECOND = 4;
  const SECOND = 1_000;

  /** `content`: all its words; of a gauge they are its name.
   * @typedef {{ element: Element, content: string, isGauge: boolean }} Notice */

  /** The names of texts that were told, and when each was first seen to be gone. @type {Map<string, number | null>} */
  const told = new Map();
  /** Since when a notice has had its words without showing them. @type {WeakMap<Element, { content: string, since: number }>} */
  const unseen = new WeakMap();
  /** When the last few were told. @type {number[]} */
  let tellings = [];

  /**
   * What sets one text apart from another: not the numbers, which may count down or up; but that a limit is
   * used up, and what it is that has changed.
   * @param {string} text
   */
  const nameOf = (text) =>
    elements
      .digits(elements.plain(text))
      .replace(/\d+p\b|\b100 ?[%％٪﹪]|\d+/gu, (number) => (/^\d+$/.test(number) ? "0" : number));

  /** The notices inside `section`; a section without any may be a notice itself.
   * @param {Element} section */
  function noticesIn(section) {
    const notices = items.flatMap((selector) => elements.all(selector, section));
    return notices.length > 0 ? notices : [section];
  }

  /** Those that have words, and stand in no other. @returns {Notice[]} */
  function findWritten() {
    const found = sections.flatMap((selector) => elements.all(selector));
    if (found.length > 0) lastSeen.note("toasts");
    const written = [...new Set(found.flatMap(noticesIn))]
      .map((element) => ({ element, content: natives.textContent(element) ?? "", isGauge: false }))
      .filter(({ content }) => content.length <= LONGEST_CONTENT && content.trim() !== "");
    return written.filter(({ element }) => !written.some((one) => one.element !== element && one.element.contains(element)));
  }

  /** @returns {Notice[]} */
  function findGauges() {
    const signs = gauges.flatMap((selector) => elements.all(selector));
    const controls = signs.flatMap((sign) => gauge_controls.map((selector) => elements.nearest(sign, selector)));
    return [...new Set(controls)].flatMap((element) => {
      const content = element && natives.getAttribute(element, "aria-label");
      return content ? [{ element, content, isGauge: true }] : [];
    });
  }

  /** What of a notice can be read at this moment. @param {Notice} notice */
  function textOf({ element, content, isGauge }) {
    if (!isGauge) return seeing.text(element);
    return seeing.isSeen(element) ? elements.spaced(content) : "";
  }

  /** Whether a notice may still come into sight by its looks alone. @param {Notice} notice @param {number} now */
  function mayAppear({ element, content }, now) {
    const before = unseen.get(element);
    if (before?.content === content) return now - before.since < APPEARS_WITHIN;
    unseen.set(element, { content, since: now });
    return true;
  }

  /** What can be read, by name. @param {Notice[]} notices @param {number} now */
  function read(notices, now) {
    /** @type {Map<string, string>} */
    const shown = new Map();
    let looksCount = false;
    for (const notice of notices) {
      const text = textOf(notice);
      if (text !== "") unseen.delete(notice.element);
      looksCount ||= text !== "" || mayAppear(notice, now);
      if (text !== "" && texts.within(text, LONGEST_NOTICE) !== null) shown.set(nameOf(text), text);
    }
    // What is in sight may go by its looks alone, too.
    domChanges.watchLooks(looksCount);
    return shown;
  }

  /** Whether another one may be told now. @param {number} now */
  function isAllowed(now) {
    tellings = tellings.filter((at) => now - at < SECOND);
    return tellings.length < MOST_IN_A_SECOND;
  }

  function look() {
    const now = natives.now();
    const shown = read([...findWritten(), ...findGauges()], now);
    for (const [name, goneAt] of told) {
      if (goneAt !== null && now - goneAt > REMOUNTED_WITHIN) told.delete(name);
      else if (!shown.has(name)) told.set(name, goneAt ?? now);
    }
    for (const [name, text] of shown) {
      const isNews = !told.has(name);
      if (isNews && !isAllowed(now)) {
        // It is sent at the next look, if it is still there.
        domChanges.lookAgain();
        continue;
      }
      told.set(name, null);
      if (isNews) tell(text, now);
    }
  }

  /** @param {string} text @param {number} now */
  function tell(text, now) {
    tellings.push(now);
    bridge.signal({ type: "notice", text: texts.wellFormed(text), visible: true });
  }

  function start() {
    domChanges.listen(reporting.guard(FILE, look));
  }

  return Object.freeze({ start });
})();

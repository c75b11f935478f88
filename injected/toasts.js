// @ts-check
// Looks for a rate limit (spec C11) and for a moderation in the page's notices, and nowhere else:
// whole-page scans gave other programs false stops. A notice counts while it can be seen, and once for
// what it says: drawn anew it is the same one, with other words another. It can be missed, for instance in
// a hidden window, and it names no attempt: of limits the status that network.js sees is the surer sign,
// and what counts as moderated is the store's to say.

const toastWatch = (() => {
  const FILE = "toasts.js";
  const { sections, items } = RETAKE_SELECTORS.toasts;
  /** UTF-16 units; a longer text is no notice. */
  const LONGEST_NOTICE = 500;
  /** UTF-16 units of all that stands in a notice, seen or not. */
  const LONGEST_CONTENT = 2_000;
  /** Milliseconds that a notice may be gone while the page draws it anew. */
  const REMOUNTED_WITHIN = 2_000;

  /** @typedef {"rate_limited" | "moderation_seen"} Kind */

  /** The names of notices that were told of, and when each was first seen to be gone. @type {Map<string, number | null>} */
  const told = new Map();
  /** @typedef {{ content: string, mayMatter: boolean }} Judgement Whether the content of a notice may matter. */

  /** @type {WeakMap<Element, Judgement>} */
  const judged = new WeakMap();

  /** What a notice speaks of. @param {string} text @returns {Kind | null} */
  function kindOf(text) {
    if (text.length > LONGEST_NOTICE) return null;
    if (phrases.limit.isIn(text)) return "rate_limited";
    return phrases.moderation.isIn(text) ? "moderation_seen" : null;
  }

  /**
   * What sets one notice apart from another; not the numbers, which may count down.
   * @param {Kind} kind
   * @param {string} text
   */
  const nameOf = (kind, text) => `${kind} ${phrases.fold(text).replace(/\d+/g, "0")}`;

  /** Whether there may be words in `notice` that matter, seen or not. @param {Element} notice */
  function mayMatter(notice) {
    const content = natives.textContent(notice) ?? "";
    const before = judged.get(notice);
    if (before?.content === content) return before.mayMatter;
    const isShort = content.length <= LONGEST_CONTENT;
    const judgement = isShort && (phrases.limit.mayBeIn(content) || phrases.moderation.mayBeIn(content));
    judged.set(notice, { content, mayMatter: judgement });
    return judgement;
  }

  /** The notices inside `section`; a section without any may be a notice itself.
   * @param {Element} section */
  function noticesIn(section) {
    const notices = items.flatMap((selector) => elements.all(selector, section));
    return notices.length > 0 ? notices : [section];
  }

  /** The notices in the document whose words may matter. */
  function find() {
    const found = sections.flatMap((selector) => elements.all(selector));
    if (found.length > 0) sightings.note("toasts");
    return [...new Set(found.flatMap(noticesIn))].filter(mayMatter);
  }

  /** What can be read at this moment, by name. @param {Element[]} notices */
  function read(notices) {
    /** @type {Map<string, Kind>} */
    const shown = new Map();
    for (const notice of notices) {
      const text = seeing.text(notice);
      const kind = kindOf(text);
      if (kind !== null) shown.set(nameOf(kind, text), kind);
    }
    return shown;
  }

  function look() {
    const now = natives.now();
    const notices = find();
    // One that is there and not seen yet appears by its looks alone, and goes by them.
    changes.watchLooks(notices.length > 0);
    const shown = read(notices);
    for (const [name, goneAt] of told) {
      if (goneAt !== null && now - goneAt > REMOUNTED_WITHIN) told.delete(name);
      else if (!shown.has(name)) told.set(name, goneAt ?? now);
    }
    // Sections may stand inside each other; what they show at once is one limit, or one moderation.
    const news = new Set([...shown].filter(([name]) => !told.has(name)).map(([, kind]) => kind));
    for (const name of shown.keys()) told.set(name, null);
    for (const type of news) bridge.signal({ type });
  }

  function start() {
    changes.listen(reporting.guard(FILE, look));
  }

  return Object.freeze({ start });
})();

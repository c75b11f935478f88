// @ts-check
// Lets the user point at a control that the script did not find: what the pointer is over gets an
// outline, a click takes it, Escape leaves (spec P2). The page gets none of these clicks. What is reported is a
// selector; whether to keep it is the backend's to say.

const picking = (() => {
  const FILE = "pick.js";
  /** What can be meant at all. @type {Record<Wire.ControlPiece, string>} */
  const CANDIDATES = {
    prompt_box: 'textarea, input, [contenteditable]:not([contenteditable="false"])',
    generate_control: 'button, [role="button"], input[type="submit"]',
  };
  /** Attributes that tell a control from others, the surest first. */
  const TELLING = ["data-testid", "aria-label", "name", "placeholder", "title", "type", "role"];
  /** What the page must not hear of while the user points. */
  const SWALLOWED = ["pointerdown", "pointerup", "mousedown", "mouseup"];
  const LONGEST_SELECTOR = 500;

  /** @type {AbortController | undefined} */
  let pointing;

  /** @param {string} text */
  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;

  /** @param {string} selector @param {Element} element */
  function isItsOwn(selector, element) {
    const found = elements.all(selector);
    return found.length === 1 && found[0] === element;
  }

  /** Where `element` stands among its own kind, from the page's body on. @param {Element} element */
  function pathOf(element) {
    /** @type {string[]} */
    const steps = [];
    for (let at = /** @type {Element | null} */ (element); at && at !== document.body; at = at.parentElement) {
      const { localName } = at;
      const alike = Array.from(at.parentElement?.children ?? []).filter((one) => one.localName === localName);
      steps.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(at) + 1})` : localName);
    }
    return `body > ${steps.join(" > ")}`;
  }

  /**
   * A selector that `element` alone matches, by what it says of itself rather than where it stands.
   * @param {Element} element
   * @returns {string | null}
   */
  function selectorOf(element) {
    const own = TELLING.flatMap((name) => {
      const value = natives.getAttribute(element, name);
      return value ? [`${element.localName}[${name}=${quoted(value)}]`] : [];
    });
    const inPlace = own.flatMap((selector) => [`main ${selector}`, `form ${selector}`]);
    const selectors = [...own, ...inPlace, pathOf(element)];
    return selectors.find((one) => one.length <= LONGEST_SELECTOR && isItsOwn(one, element)) ?? null;
  }

  /** A frame around what the pointer is over. It takes no clicks itself. */
  function outline() {
    const frame = document.createElement("div");
    Object.assign(frame.style, {
      position: "fixed",
      zIndex: "2147483647",
      pointerEvents: "none",
      border: "2px solid #86a6ff",
      borderRadius: "6px",
      boxShadow: "0 0 0 2px #0c1533",
      display: "none",
    });
    document.documentElement.append(frame);
    return {
      /** @param {Element | null} element */
      around(element) {
        frame.style.display = element ? "block" : "none";
        if (!element) return;
        const { left, top, width, height } = element.getBoundingClientRect();
        Object.assign(frame.style, { left: `${left - 4}px`, top: `${top - 4}px` });
        Object.assign(frame.style, { width: `${width + 4}px`, height: `${height + 4}px` });
      },
      remove: () => frame.remove(),
    };
  }

  /** @param {Event} event @param {Wire.ControlPiece} piece */
  function candidateAt(event, piece) {
    const { target } = event;
    return target instanceof Element ? natives.closest(target, CANDIDATES[piece]) : null;
  }

  /** @param {Event} event */
  function swallow(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {number} number @param {Wire.ControlPiece} piece */
  function point(number, piece) {
    const end = new natives.AbortController();
    const frame = outline();
    pointing = end;
    const options = { capture: true, signal: end.signal };
    /** @param {string | null} selector */
    const answer = (selector) => {
      end.abort();
      frame.remove();
      void bridge.picked(number, selector);
    };
    natives.listen(end.signal, "abort", () => frame.remove(), {});
    natives.listen(window, "pointermove", reporting.guard(FILE, (event) => frame.around(candidateAt(event, piece))), options);
    for (const name of SWALLOWED) natives.listen(window, name, reporting.guard(FILE, swallow), options);
    const click = (/** @type {Event} */ event) => {
      swallow(event);
      const element = candidateAt(event, piece);
      if (element) answer(selectorOf(element));
    };
    const key = (/** @type {Event} */ event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Escape") return;
      swallow(event);
      answer(null);
    };
    natives.listen(window, "click", reporting.guard(FILE, click), options);
    natives.listen(window, "keydown", reporting.guard(FILE, key), options);
  }

  /**
   * Begins to point at one piece; without one, what was begun ends unanswered.
   * @param {unknown} wanted
   */
  function start(wanted) {
    pointing?.abort();
    const { number, piece } = /** @type {{ number?: unknown, piece?: unknown }} */ (Object(wanted));
    if (typeof number !== "number" || (piece !== "prompt_box" && piece !== "generate_control")) return;
    point(number, piece);
  }

  return Object.freeze({ start });
})();

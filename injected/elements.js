// @ts-check
// Finding elements and reading their names: the few questions that progress.js, notices.js and
// control.js all ask. A selector that the browser does not understand (a setting may bring one) is
// reported once and skipped; the others still count.

const elements = (() => {
  const FILE = "elements.js";
  const DIGIT = /\p{Nd}/u;
  /** @type {Set<string>} */
  const refused = new Set();

  /**
   * All elements that match `selector`, in document order.
   * @param {string} selector
   * @param {Element} [inside]
   * @returns {Element[]}
   */
  function all(selector, inside) {
    if (refused.has(selector)) return [];
    try {
      return Array.from(inside ? natives.queryElement(inside, selector) : natives.queryDocument(document, selector));
    } catch {
      refused.add(selector);
      reporting.problem(FILE, `the browser does not understand the selector ${selector}: correct it in the settings`);
      return [];
    }
  }

  /**
   * Whether `element` is, or stands inside, what one of `selectors` matches. Selectors are asked one
   * by one and never cut at commas, so that `:is(a, b)` stays whole.
   * @param {Element} element
   * @param {string[]} selectors
   */
  function isInside(element, selectors) {
    return selectors.some((selector) => nearest(element, selector) !== null);
  }

  /**
   * What matches `selector` and is `element` or around it, the nearest.
   * @param {Element} element
   * @param {string} selector
   */
  function nearest(element, selector) {
    if (refused.has(selector)) return null;
    try {
      return natives.closest(element, selector);
    } catch {
      refused.add(selector);
      reporting.problem(FILE, `the browser does not understand the selector ${selector}: correct it in the settings`);
      return null;
    }
  }

  /** @param {Element} element */
  function isVisible(element) {
    if (natives.checkVisibility) {
      // Both names of the same wish: older engines know the second one only.
      return natives.checkVisibility(element, { visibilityProperty: true, checkVisibilityCSS: true });
    }
    if (natives.computedStyle(element).visibility === "hidden") return false;
    for (let box = /** @type {Element | null} */ (element); box; box = box.parentElement) {
      if (natives.computedStyle(box).display === "none") return false;
    }
    return true;
  }

  /** Text with one space between words. @param {string | null} text */
  const spaced = (text) => (text ?? "").replace(/\s+/g, " ").trim();

  /**
   * Text as it is compared: one space between words, no case.
   * @param {string | null} text
   */
  const plain = (text) => spaced(text).toLowerCase();

  /**
   * `text` with the digits of every script as 0 to 9. Unicode keeps the ten digits of a script together
   * and in order. Where such runs touch (the mathematical ones), each begins a multiple of ten after the
   * first of them, so the way down to where the digits begin tells the value of any of them.
   * @param {string} text
   */
  function digits(text) {
    return text.replace(/\p{Nd}/gu, (digit) => {
      const at = digit.codePointAt(0) ?? 0;
      let first = at;
      while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
      return String((at - first) % 10);
    });
  }

  /** @param {Element} element */
  const text = (element) => plain(natives.textContent(element));

  /** What `element` calls itself, as it is compared. @param {Element} element */
  function namesOf(element) {
    const names = [
      plain(natives.getAttribute(element, "aria-label")),
      text(element),
      plain(natives.getAttribute(element, "title")),
      element instanceof HTMLInputElement ? plain(natives.inputValue(element)) : "",
    ];
    return names.filter((name) => name !== "");
  }

  /** Labels of every language, as they are compared. @param {RetakeLabels} labels */
  const labelSet = (labels) => new Set(Object.values(labels).flat().map((label) => plain(label)));

  /** Whether `element` is called one of `labels`. @param {Element} element @param {Set<string>} labels */
  const isCalled = (element, labels) => namesOf(element).some((name) => labels.has(name));

  return Object.freeze({ all, isInside, nearest, isVisible, spaced, plain, digits, text, namesOf, labelSet, isCalled });
})();

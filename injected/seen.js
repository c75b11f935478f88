// @ts-check
// Says what of the page a person can see, and reach with a pointer: not what is transparent, meant for
// screen readers alone, put out of sight, or under something else. Scrolled away is in sight: one can
// scroll back. Without a layout (a window of no size, a page under test) sizes say nothing.

const seeing = (() => {
  const PASSING = RETAKE_SELECTORS.toasts.sections;
  /** Pixels: what stands this far beyond the left or upper edge was put there to be out of sight. */
  const FAR_OFF = -999;
  /** How pages cut an element down to nothing. */
  const CUT_AWAY = /^(?:rect\((?:0|1)(?:px)?[ ,]|inset\((?:50|100)%|circle\(0)/;

  /** @param {Element} element */
  const styleOf = (element) => natives.computedStyle(element);

  /**
   * A hidden page's fades stand still, some at nothing, so there transparency says nothing.
   * @param {CSSStyleDeclaration} style
   */
  const isTransparent = (style) => parseFloat(style.opacity) === 0 && document.visibilityState !== "hidden";

  /** @param {CSSStyleDeclaration} style */
  const isFloating = ({ position }) => position === "absolute" || position === "fixed";

  /** @param {CSSStyleDeclaration} style */
  function isPutAway(style) {
    if (CUT_AWAY.test(style.getPropertyValue("clip-path"))) return true;
    if (!isFloating(style)) return false;
    const isFarOff = parseFloat(style.left) <= FAR_OFF || parseFloat(style.top) <= FAR_OFF;
    return isFarOff || CUT_AWAY.test(style.getPropertyValue("clip"));
  }

  /** The place of `element` on the screen; null where nothing is laid out. @param {Element} element */
  function rectOf(element) {
    const rect = natives.rect(element);
    const isLaidOut = rect.width > 0 || rect.height > 0 || natives.rect(document.documentElement).width > 0;
    return isLaidOut ? rect : null;
  }

  /** What is a pixel large cuts off all that it holds. @param {Element} element @param {CSSStyleDeclaration} style */
  function isTiny(element, style) {
    if (style.display === "contents" || style.overflow === "" || style.overflow === "visible") return false;
    const { width, height } = rectOf(element) ?? { width: parseFloat(style.width), height: parseFloat(style.height) };
    return width <= 1 || height <= 1;
  }

  /** Whether `element` keeps all that it holds from sight. @param {Element} element */
  function hides(element) {
    const style = styleOf(element);
    if (style.display === "none" || isTransparent(style) || isPutAway(style)) return true;
    return natives.getAttribute(element, "aria-hidden") === "true" || isTiny(element, style);
  }

  /** @param {Element | null} element */
  function isInSomethingHiding(element) {
    for (let part = element; part; part = part.parentElement) if (hides(part)) return true;
    return false;
  }

  /** @param {Element} element */
  const isSeen = (element) => elements.isVisible(element) && !isInSomethingHiding(element);

  /** What draws the text directly in `element`: a parent, where it has no box of its own. @param {Element} element */
  function boxOf(element) {
    let box = element;
    while (box.parentElement && styleOf(box).display === "contents") box = box.parentElement;
    return box;
  }

  /** Whether text directly in `element` shows. @param {Element} element */
  function showsText(element) {
    const box = boxOf(element);
    const rect = rectOf(box);
    return elements.isVisible(box) && (rect === null || (rect.width > 0 && rect.height > 0));
  }

  /** @param {Element} element @returns {string[]} */
  function textsIn(element) {
    const texts = [];
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(showsText(element) ? (node.nodeValue ?? "") : "");
      else if (node instanceof Element && !hides(node)) texts.push(...textsIn(node));
    }
    return texts;
  }

  /**
   * What a person can read in `element`, with a space where one element ends and the next begins.
   * @param {Element} element
   */
  const text = (element) => (isInSomethingHiding(element) ? "" : elements.spaced(textsIn(element).join(" ")));

  /** @param {DOMRect} rect @param {number} x @param {number} y */
  const isAround = ({ left, top, right, bottom }, x, y) => left <= x && x <= right && top <= y && y <= bottom;

  /** Whether a part of the page that scrolls by itself has scrolled this point of `element` away.
   * @param {Element} element @param {number} x @param {number} y */
  function isScrolledAway(element, x, y) {
    for (let part = element.parentElement; part; part = part.parentElement) {
      const { overflow } = styleOf(part);
      if (overflow !== "" && overflow !== "visible" && !isAround(natives.rect(part), x, y)) return true;
    }
    return false;
  }

  /**
   * Whether `element` is so large that no scrolling brings out what is under it.
   * @param {Element} element
   * @param {CSSStyleDeclaration} style
   */
  function fillsWindow(element, { left, top, right, bottom }) {
    if ([left, top, right, bottom].every((edge) => edge === "0px")) return true;
    const { width, height } = natives.rect(element);
    return width * 2 >= window.innerWidth && height * 2 >= window.innerHeight;
  }

  /**
   * Whether `over`, which lies over `element`, stays there: a header or a toolbar that floats over the page
   * does not, since the page scrolls under it.
   * @param {Element} over
   * @param {Element} element
   */
  function staysOver(over, element) {
    /** @type {Element | null} */
    let part = over;
    for (; part && !part.contains(element); part = part.parentElement) {
      const style = styleOf(part);
      if (style.position === "sticky") return false;
      if (style.position === "fixed") return fillsWindow(part, style);
    }
    return true;
  }

  /**
   * Whether something else lies over the middle of `element` and would take a click there; never what
   * passes, as a notice does.
   * @param {Element} element
   */
  function isCovered(element) {
    const rect = rectOf(element);
    if (!natives.elementFromPoint || rect === null || rect.width === 0 || rect.height === 0) return false;
    const x = rect.left + rect.width / 2;
    const y = rect.top + rect.height / 2;
    const over = natives.elementFromPoint(document, x, y);
    // Nothing is there where the middle lies outside of the window.
    if (!over || over.contains(element) || element.contains(over) || isScrolledAway(element, x, y)) return false;
    return !elements.isInside(over, PASSING) && staysOver(over, element);
  }

  return Object.freeze({ isSeen, isCovered, text });
})();

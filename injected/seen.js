// @ts-check
// Says what of the page a person can see: not what is transparent, meant for screen readers alone, or put
// out of sight. Scrolled away is in sight: one can scroll back. Without a layout (a window of no size, a
// page under test) sizes say nothing.

const seeing = (() => {
  /** Pixels: what stands this far beyond the left or upper edge was put there to be out of sight. */
  const FAR_OFF = -999;
  /** How pages cut an element down to nothing. */
  const CUT_AWAY = /^(?:rect\((?:0|1)(?:px)?[ ,]|inset\((?:50|100)%|circle\(0)/;

  /** @param {Element} element */
  const styleOf = (element) => natives.computedStyle(element);

  /** A hidden page's fades stand still, some at nothing, so there transparency says nothing. @param {CSSStyleDeclaration} style */
  const isTransparent = (style) => parseFloat(style.opacity) === 0 && document.visibilityState !== "hidden";

  /** @param {CSSStyleDeclaration} style */
  const isFloating = ({ position }) => position === "absolute" || position === "fixed";

  /** @param {CSSStyleDeclaration} style */
  function isPutAway(style) {
    if (CUT_AWAY.test(style.getPropertyValue("clip-path"))) return true;
    if (!isFloating(style)) return false;
    return CUT_AWAY.test(style.getPropertyValue("clip")) || parseFloat(style.left) <= FAR_OFF || parseFloat(style.top) <= FAR_OFF;
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
    const rect = rectOf(element);
    return rect !== null && (rect.width <= 1 || rect.height <= 1);
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

  /** Whether text directly in `element` shows. @param {Element} element */
  function showsText(element) {
    const style = styleOf(element);
    if (style.visibility === "hidden") return false;
    const rect = style.display === "contents" ? null : rectOf(element);
    return rect === null || (rect.width > 0 && rect.height > 0);
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
  const text = (element) => (isInSomethingHiding(element) ? "" : elements.plain(textsIn(element).join(" ")));

  return Object.freeze({ isSeen, text });
})();

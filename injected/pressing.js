// @ts-check
// Says whether a control can be pressed, and if not, whether a prompt could change that. It presses nothing.

const pressing = (() => {
  const { perhaps_empty, whatever_is_typed } = RETAKE_SELECTORS.disabled;

  /** Whether a pointer goes past `element`. @param {Element} element */
  const isPassedBy = (element) => natives.computedStyle(element).pointerEvents === "none";

  /**
   * Whether `element` can't be pressed.
   * @param {Element} element
   * @returns {boolean}
   */
  function isDisabled(element) {
    if (natives.matches(element, ":disabled") || isPassedBy(element)) return true;
    if (elements.isInside(element, [...perhaps_empty, ...whatever_is_typed])) return true;
    const labelled = element instanceof HTMLLabelElement ? natives.labelledControl(element) : null;
    return labelled !== null && isDisabled(labelled);
  }

  /**
   * Whether `button` can't be pressed for a reason that no prompt in `box` changes.
   * @param {Element} button
   * @param {Element | null} box
   */
  function isBlocked(button, box) {
    if (elements.isInside(button, whatever_is_typed) || seeing.isCovered(button)) return true;
    return box !== null && isPassedBy(button) && isPassedBy(box);
  }

  return Object.freeze({ isDisabled, isBlocked });
})();

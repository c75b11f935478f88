// @ts-check
// Presses an element as a pointer does. Some controls open or choose when a pointer goes down, before there
// is a click, and take no bare click. What is pressed, and whether it may be, is for others to say.

const pointer = (() => {
  /** @param {HTMLElement} element */
  function press(element) {
    const { PointerEvent, MouseEvent } = natives;
    const { left, top, width, height } = natives.rect(element);
    const touch = {
      bubbles: true,
      cancelable: true,
      composed: true,
      button: 0,
      detail: 1,
      clientX: left + width / 2,
      clientY: top + height / 2,
    };
    /** @param {string} kind @param {number} buttons */
    const tell = (kind, buttons) => {
      const type = kind.startsWith("pointer") ? PointerEvent : MouseEvent;
      const pointing = kind.startsWith("pointer") ? { pointerId: 1, isPrimary: true, pointerType: "mouse" } : {};
      if (type) natives.dispatch(element, new type(kind, { ...touch, ...pointing, buttons }));
    };
    tell("pointerdown", 1);
    tell("mousedown", 1);
    tell("pointerup", 0);
    tell("mouseup", 0);
    natives.click(element);
  }

  return Object.freeze({ press });
})();

// @ts-check
// Waits, within an action, for what the page does after something was pressed. Nothing else waits like this.

const waiting = (() => {
  /** Milliseconds between two looks. */
  const LOOK_EVERY = 50;

  /**
   * Whether `look` sees what it looks for within so many milliseconds.
   * @param {() => boolean} look
   * @param {number} milliseconds
   */
  async function until(look, milliseconds) {
    const end = natives.now() + milliseconds;
    while (!look()) {
      if (natives.now() >= end) return false;
      await natives.pause(LOOK_EVERY);
    }
    return true;
  }

  return Object.freeze({ until });
})();

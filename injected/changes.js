// @ts-check
// Says that the document has changed, at most four times a second, for pieces that then look at a
// few places. One observer for all of them, which looks at nothing itself: a page that streams text
// pays for one flag and one timer.

const changes = (() => {
  const FILE = "changes.js";
  /** Milliseconds between a change and the look at it; further changes do not put it off. */
  const LOOK_AFTER = 250;

  /** @type {Array<() => void>} */
  const listeners = [];
  let lookIsDue = false;

  function look() {
    lookIsDue = false;
    for (const listener of listeners) listener();
  }

  /**
   * Has `listener` called after changes. It must not throw: give it a guarded one.
   * @param {() => void} listener
   */
  function listen(listener) {
    listeners.push(listener);
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    const observer = new natives.MutationObserver(() => {
      if (lookIsDue) return;
      lookIsDue = true;
      natives.setTimeout(() => {
        if (!signal.aborted) look();
      }, LOOK_AFTER);
    });
    // The root element does not exist yet when the script starts, so the document itself is watched.
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    natives.listen(signal, "abort", reporting.guard(FILE, () => observer.disconnect()), {});
  }

  return Object.freeze({ start, listen });
})();

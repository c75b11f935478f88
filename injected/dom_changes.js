// @ts-check
// Says that the document has changed, at most four times a second, for pieces that then look at a
// few places. One observer for all of them, which looks at nothing itself: a page that streams text
// pays for one flag and one timer. How things look counts only while somebody waits for one to appear
// or to go: pages change classes all the time.

const domChanges = (() => {
  const FILE = "dom_changes.js";
  /** Milliseconds between a change and the look at it; further changes do not put it off. */
  const LOOK_AFTER = 250;

  /** @type {Array<() => void>} */
  const listeners = [];
  /** When a look is due; undefined: nothing has changed since the last one. @type {number | undefined} */
  let dueAt;
  let timer = 0;
  let hasChanged = false;
  /** Whether attributes and the ends of fades count. */
  let looksCount = false;
  let observe = () => {};

  function look() {
    dueAt = undefined;
    natives.clearTimeout(timer);
    for (const listener of listeners) listener();
  }

  /** Has the listeners called soon, whether or not something changes. */
  function lookAgain() {
    const now = natives.now();
    if (dueAt === undefined) {
      dueAt = now + LOOK_AFTER;
      timer = natives.setTimeout(look, LOOK_AFTER);
    } else if (now > dueAt) {
      // A hidden window's timers come as seldom as once a minute, while its document still changes.
      look();
    }
  }

  function noticeChange() {
    hasChanged = true;
    lookAgain();
  }

  /**
   * Has `listener` called after changes. It must not throw: give it a guarded one.
   * @param {() => void} listener
   */
  function listen(listener) {
    listeners.push(listener);
  }

  /**
   * Has changes of how things look count, or no longer.
   * @param {boolean} wanted
   */
  function watchLooks(wanted) {
    if (wanted === looksCount) return;
    looksCount = wanted;
    observe();
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    const observer = new natives.MutationObserver(noticeChange);
    observe = () => {
      if (signal.aborted) return;
      // The root element does not exist yet when the script starts, so the document itself is watched.
      observer.observe(document, { childList: true, characterData: true, subtree: true, attributes: looksCount });
    };
    observe();
    const onFade = reporting.guard(FILE, () => void (looksCount && noticeChange()));
    for (const kind of ["transitionend", "animationend"]) {
      natives.listen(document, kind, onFade, { signal, capture: true, passive: true });
    }
    const end = reporting.guard(FILE, () => {
      observer.disconnect();
      natives.clearTimeout(timer);
    });
    natives.listen(signal, "abort", end, {});
  }

  return Object.freeze({
    start,
    listen,
    lookAgain,
    watchLooks,
    /** Whether anything has changed since the start. */
    hasChanged: () => hasChanged,
  });
})();

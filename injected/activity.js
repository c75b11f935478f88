// @ts-check
// Says that somebody is using the page: a key, a pointer, a wheel. What was pressed or typed is nobody's
// business. What scripts do, this one's own click among it, is no use and is not told.

const activityWatch = (() => {
  const FILE = "activity.js";
  const KINDS = ["pointerdown", "keydown", "wheel", "input"];
  /** Milliseconds between two tellings, at least. */
  const TELL_EVERY = 1_000;
  let told = -TELL_EVERY;
  /** When somebody used the page last. */
  let usedAt = -Infinity;
  /** How often the user has put something into the page. */
  let inputs = 0;
  let isOurs = false;

  /**
   * Does `work`; the browser makes events of it that it trusts like the user's own.
   * @param {() => void} work
   */
  function doUnseen(work) {
    isOurs = true;
    try {
      work();
    } finally {
      isOurs = false;
    }
  }

  /** @param {Event} event */
  function onUse(event) {
    if (isOurs || !natives.isTrusted(event)) return;
    if (event.type === "input") inputs += 1;
    const now = natives.now();
    usedAt = now;
    if (now - told < TELL_EVERY) return;
    told = now;
    bridge.signal({ type: "user_active" });
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    const listener = reporting.guard(FILE, onUse);
    for (const kind of KINDS) natives.listen(window, kind, listener, { signal, capture: true, passive: true });
  }

  return Object.freeze({
    start,
    doUnseen,
    inputs: () => inputs,
    /** For how many milliseconds nobody has used the page. */
    restsSince: () => natives.now() - usedAt,
  });
})();

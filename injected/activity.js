// @ts-check
// Says that somebody is using the page: a key, a pointer, a wheel. What was pressed or typed is nobody's
// business. What scripts do, this one's own click among it, is no use and is not told.

const activityWatch = (() => {
  const FILE = "activity.js";
  const KINDS = ["pointerdown", "keydown", "wheel", "input"];
  /** Milliseconds between two tellings, at least. */
  const TELL_EVERY = 1_000;
  let told = -TELL_EVERY;

  /** @param {Event} event */
  function onUse(event) {
    const now = natives.now();
    if (!natives.isTrusted(event) || now - told < TELL_EVERY) return;
    told = now;
    bridge.signal({ type: "user_active" });
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    const listener = reporting.guard(FILE, onUse);
    for (const kind of KINDS) natives.listen(window, kind, listener, { signal, capture: true, passive: true });
  }

  return Object.freeze({ start });
})();

// @ts-check
// Tells what Grok's clock says (spec C2), by the `Date` of an answer that no cache gave: nothing says how
// old it is, Cloudflare says nothing of its cache or that it asked Grok, and it answers a POST, which no
// browser keeps, or forbids to be kept. Once a minute at most; what follows is the engine's.

const clockWatch = (() => {
  const { not_cached } = RETAKE_SELECTORS.clock;
  /** Milliseconds between two tellings, at least. */
  const TELL_EVERY = 60_000;
  let told = -TELL_EVERY;

  /** Whether another answer is worth a look. */
  const isDue = () => natives.now() - told >= TELL_EVERY;

  /** @param {string} method @param {Headers} headers */
  function isUncached(method, headers) {
    const age = natives.getHeader(headers, "age");
    const cache = natives.getHeader(headers, "cf-cache-status");
    if ((age !== null && age.trim() !== "0") || (cache !== null && !not_cached.includes(cache.toUpperCase()))) return false;
    return method === "POST" || /\bno-store\b/i.test(natives.getHeader(headers, "cache-control") ?? "");
  }

  /**
   * Looks at an answer that has just come.
   * @param {string} method of its request
   * @param {Response} response
   */
  function look(method, response) {
    const headers = natives.responseHeaders(response);
    const date = natives.getHeader(headers, "date");
    if (date === null || !isDue() || !isUncached(method, headers)) return;
    const grok_ms = natives.parseDate(date);
    if (!(grok_ms > 0)) return;
    const now = natives.now();
    told = now;
    // It may wait for its turn, and Grok's clock goes on.
    bridge.signalInTime(() => ({ type: "clock", grok_ms: Math.round(grok_ms + natives.now() - now) }));
  }

  return Object.freeze({ isDue, look });
})();

// @ts-check
// Brings the latest text of the store to the backend: the whole text first, then splices, one in
// flight at a time, numbered from 1. A text that changes meanwhile is sent after; those between are
// left out. It never reads the store (store.js does) and never looks into the text.

const snapshots = (() => {
  /** Milliseconds before the whole text is sent again after a refusal; the last one repeats. */
  const BACKOFF = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

  let sequence = 0;
  /** What the backend is known to hold; undefined: unknown, so the whole text goes next.
   * @type {string | null | undefined} */
  let held;
  /** What the page holds; undefined: not read yet.
   * @type {string | null | undefined} */
  let latest;
  let inFlight = false;
  let failures = 0;
  let waitingToRetry = false;

  /**
   * Takes `text` as the store's text now; null where the key is absent.
   * @param {string | null} text
   */
  function offer(text) {
    // JSON in Rust takes no lone surrogate. A replacement is one unit too, so lengths stay as they are.
    latest = text !== null && natives.toWellFormed ? natives.toWellFormed(text) : text;
    void pump();
  }

  /** Sends the whole latest text anew, whatever the backend may hold. */
  function resend() {
    held = undefined;
    void pump();
  }

  async function pump() {
    if (inFlight || waitingToRetry) return;
    inFlight = true;
    while (latest !== undefined && latest !== held && !waitingToRetry) await sendLatest(latest);
    inFlight = false;
  }

  /** @param {string | null} text */
  async function sendLatest(text) {
    const before = held;
    // Until the answer is there, nobody knows what the backend holds.
    held = undefined;
    sequence += 1;
    const change = before != null && text !== null ? splicing.diff(before, text) : undefined;
    // A splice that carries most of the text saves nothing and depends on more.
    const worthIt = change !== undefined && change.middle.length * 2 <= change.length;
    const outcome = worthIt
      ? await bridge.splice({ sequence, ...change })
      : await bridge.text({ sequence, text });
    settle(text, outcome, worthIt);
  }

  /**
   * @param {string | null} text
   * @param {RetakeOutcome} outcome
   * @param {boolean} wasSplice
   */
  function settle(text, outcome, wasSplice) {
    const reply = outcome.kind === "answered" ? outcome.reply : undefined;
    if (reply === "accepted") {
      failures = 0;
      held = text;
    } else if (!(wasSplice && reply === "send_whole_text")) {
      // A whole text that is answered with a wish for the whole text would go round for ever.
      retryLater(outcome);
    }
  }

  /** @param {RetakeOutcome} outcome */
  function retryLater(outcome) {
    const why = outcome.kind === "refused" ? reporting.describe(outcome.error) : `the answer was: ${outcome.kind}`;
    reporting.problem("snapshots.js", `sending the store's text failed, it will be sent again: ${why}`);
    const wait = BACKOFF[Math.min(failures, BACKOFF.length - 1)] ?? 30_000;
    failures += 1;
    waitingToRetry = true;
    natives.setTimeout(() => {
      waitingToRetry = false;
      void pump();
    }, wait);
  }

  return Object.freeze({ offer, resend });
})();

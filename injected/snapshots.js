// @ts-check
// Brings the latest text of the store to the backend: the whole text first, then splices, numbered
// from 1. What changes while a whole text is on its way is sent after; what lay between is left out. A
// splice is taken for accepted unless the backend says otherwise. It never reads the store (store.js
// does) and never looks into the text.

const snapshots = (() => {
  /** Milliseconds before the whole text is sent again after a refusal; the last one repeats. */
  const BACKOFF = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

  let sequence = 0;
  /** What the backend holds, as far as it has said; undefined: unknown, so the whole text goes next.
   * @type {string | null | undefined} */
  let held;
  /** What the page holds; undefined: not read yet.
   * @type {string | null | undefined} */
  let latest;
  let inFlight = false;
  let failures = 0;
  let waitingToRetry = false;
  /** Where the latest text was read. @type {Wire.SnapshotSource} */
  let source = "session";
  /** What else has to be told before a text. @type {() => void} */
  let before = () => {};

  /**
   * Takes `text` as the store's text now; null where the key is absent.
   * @param {string | null} text
   * @param {Wire.SnapshotSource} from
   */
  function offer(text, from) {
    before();
    // What the backend holds of one place says nothing of the other.
    if (from !== source) held = undefined;
    source = from;
    latest = text === null ? null : texts.wellFormed(text);
    void pump();
  }

  /** Sends the whole latest text again, whatever the backend may hold. */
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
    sequence += 1;
    const change = held != null && text !== null ? splicing.diff(held, text) : undefined;
    // A splice that carries most of the text saves nothing and depends on more.
    if (change !== undefined && change.middle.length * 2 <= change.length) {
      held = text;
      await bridge.splice({ sequence, ...change });
    } else {
      // Until the answer is there, nobody knows what the backend holds.
      held = undefined;
      const from = source;
      const outcome = await bridge.text({ sequence, text, from });
      // Meanwhile there may be a text from elsewhere, which builds on nothing.
      if (from === source) settle(text, outcome);
    }
  }

  /**
   * @param {string | null} text
   * @param {RetakeOutcome} outcome
   */
  function settle(text, outcome) {
    if (outcome.kind === "answered" && outcome.reply === "accepted") {
      failures = 0;
      held = text;
    } else {
      // A whole text that is answered with a wish for the whole text would go round for ever.
      retryLater(outcome);
    }
  }

  /** What the backend answers to a splice, mostly nothing. @param {RetakeOutcome} outcome */
  function hearOfSplice(outcome) {
    const reply = outcome.kind === "answered" ? outcome.reply : undefined;
    // Unknown already: the whole text is on its way, after the splice that is spoken of.
    if (reply === "accepted" || held === undefined) return;
    held = undefined;
    if (reply === "send_full_snapshot") void pump();
    else retryLater(outcome);
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

  bridge.listenForSplices(hearOfSplice);

  return Object.freeze({
    offer,
    resend,
    /** Where the text that was told last comes from. */
    source: () => source,
    /** @param {() => void} work done before each text is sent */
    tellFirst: (work) => void (before = work),
    /** Whether the next text goes as a splice, which takes the page little time. */
    knowsWhatIsHeld: () => held != null && !inFlight,
  });
})();

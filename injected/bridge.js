// @ts-check
// The way to the backend: a few commands, one call at a time, in the order they were asked for,
// so that a route never overtakes the text it belongs to. It knows nothing of what the calls mean.
// Splices, of which there are most, are told and not asked: the backend takes them in their order and
// answers only what it can't use, since every answer wakes the page (figures in ARCHITECTURE.md).
// Nothing is told before the shell has admitted this very document: a window that the page opened runs
// the same scripts under the same handle, and is never admitted.
// The Rust side of the shapes is crates/protocol/src/observer.rs.

const bridge = (() => {
  /** Tauri's own entry, taken before the page runs. Absent in an ordinary browser. */
  const internals = window.__TAURI_INTERNALS__;
  const invoke = internals?.invoke;

  /** Milliseconds after which a call without an answer no longer holds up the next. */
  const ANSWER_WITHIN = 10_000;
  /** Milliseconds before a refused signal is tried again; as many tries more as there are entries. */
  const SIGNAL_RETRIES = [250, 1_000];
  /** Milliseconds before the shell is asked again to admit the document. */
  const HELLO_AGAIN = [0, 250, 1_000, 5_000];
  /** Signals kept waiting at most: a backend that is gone must not fill the page's memory. */
  const MOST_WAITING = 200;

  /** Without `retries` the call is told, and `done` says that it is on its way.
   * @typedef {{ command: string, payload: object, retries?: number[], done: (outcome: RetakeOutcome) => void }} Call */
  /** @type {Call[]} */
  const waiting = [];
  let busy = false;
  /** What the shell knows the page's document by; undefined: not admitted. @type {string | undefined} */
  let pass;
  /** Hears of each splice that the backend answers. @type {(outcome: RetakeOutcome) => void} */
  let hearOfSplice = () => {};
  /** Where Tauri puts such answers: once for all, because most never come. */
  const answers = internals && {
    callback: internals.transformCallback((reply) => hearOfSplice({ kind: "answered", reply })),
    error: internals.transformCallback((error) => hearOfSplice({ kind: "refused", error })),
  };

  /** Sends a call and waits for nothing. @param {Call} call */
  function tell({ command, payload, done }) {
    try {
      natives.apply(/** @type {Function} */ (internals?.ipc), internals, [{ cmd: command, ...answers, payload: { ...payload, pass } }]);
    } catch (error) {
      hearOfSplice({ kind: "refused", error });
    }
    done({ kind: "silent" });
  }

  /**
   * @param {string} command
   * @param {object} payload
   * @returns {Promise<RetakeOutcome>}
   */
  function ask(command, payload) {
    return new natives.Promise((resolve) => {
      const timer = natives.setTimeout(() => resolve({ kind: "silent" }), ANSWER_WITHIN);
      const listen = async () => {
        try {
          if (!invoke) throw new Error("there is no backend here: the page is not open in Retake");
          const reply = await natives.apply(invoke, internals, [command, { ...payload, pass }]);
          resolve({ kind: "answered", reply });
        } catch (error) {
          resolve({ kind: "refused", error });
        }
        natives.clearTimeout(timer);
      };
      void listen();
    });
  }

  /** @param {Call} call */
  async function deliver(call) {
    if (!call.retries) return tell(call);
    let outcome = await ask(call.command, call.payload);
    for (const wait of call.retries) {
      // Only a refusal is known not to have arrived; after silence a second try could be a second telling.
      if (outcome.kind !== "refused") break;
      await natives.pause(wait);
      outcome = await ask(call.command, call.payload);
    }
    call.done(outcome);
  }

  async function work() {
    if (busy || pass === undefined) return;
    busy = true;
    for (let call = waiting.shift(); call; call = waiting.shift()) await deliver(call);
    busy = false;
  }

  /** Asks the shell to admit this document, which it does by calling `admit` in the page alone. */
  async function hello() {
    for (const wait of HELLO_AGAIN) {
      if (wait > 0) await natives.pause(wait);
      if (pass !== undefined) return;
      // Whatever comes of it shows in being admitted.
      if (invoke) natives.apply(invoke, internals, ["observer_hello", {}]).catch(() => {});
    }
  }

  /** The shell admits this document. @param {unknown} given */
  function admit(given) {
    if (typeof given !== "string") return;
    pass = given;
    void work();
  }

  /**
   * Tells the backend of one thing seen.
   * @param {RetakeSignal} seen
   */
  function signal(seen) {
    // An answer is never left out: without it the engine must take the click for made.
    if (waiting.length >= MOST_WAITING && seen.type !== "action_result") return;
    waiting.push({ command: "observer_signal", payload: { signal: seen }, retries: SIGNAL_RETRIES, done: () => {} });
    void work();
  }

  /**
   * Sends a text, and says what became of it. Never tried again here: what to send after a refusal is
   * for snapshots.js to say.
   * @param {string} command
   * @param {object} payload
   * @returns {Promise<RetakeOutcome>}
   */
  function send(command, payload) {
    return new natives.Promise((done) => {
      waiting.push({ command, payload, retries: [], done });
      void work();
    });
  }

  /**
   * Has the splice follow what was asked for before, and says when it is on its way.
   * @param {RetakeChange & { sequence: number }} splice
   * @returns {Promise<RetakeOutcome>}
   */
  function splice(splice) {
    return new natives.Promise((done) => {
      const call = { command: "observer_splice", payload: { splice }, done };
      if (busy || pass === undefined) waiting.push(call);
      else tell(call);
    });
  }

  return Object.freeze({
    available: typeof invoke === "function",
    hello,
    admit,
    signal,
    /** @param {RetakeFullSnapshot} snapshot */
    text: (snapshot) => send("observer_text", { snapshot }),
    splice,
    /** @param {(outcome: RetakeOutcome) => void} listener told what a splice was answered */
    listenForSplices: (listener) => void (hearOfSplice = listener),
    /** @param {RetakeStreamPiece} piece */
    stream: (piece) => send("observer_stream", { piece }),
    /** @param {number} number @param {string | null} picture base64; null: it can't be had */
    picture: (number, picture) => send("observer_picture", { number, picture }),
    /** @param {number} number @param {RetakeFound[]} found */
    health: (number, found) => send("observer_health", { number, found }),
    /** @param {number} number @param {string | null} selector null: the user pointed at nothing */
    picked: (number, selector) => send("observer_picked", { number, selector }),
    /** @param {string} entries JSON text of keys and values; the reply: keys to remove */
    extension: (entries) => send("observer_extension", { entries }),
  });
})();

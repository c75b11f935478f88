// @ts-check
// The way to the backend: a few commands, one call at a time, in the order they were asked for,
// so that a route never overtakes the text it belongs to. It knows nothing of what the calls mean.
// Splices are most of the messages. They are sent without an answer: the backend takes them in order and
// answers only what it can't use, since every answer wakes the page (figures in ARCHITECTURE.md).
// Nothing is sent before the shell has admitted this very document: a window that the page opened runs
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
  /** Signals kept waiting at most, and units of UTF-16 of what they hold: a backend that is gone must not fill
   * the page's memory. */
  const MOST_WAITING = 200;
  const MOST_UNITS = 8_000_000;

  /** `payload`: made when the call's turn has come, where it depends on the time. `units`: of the long texts that
   * wait with it. Without `retries` the call gets no answer, and `done` says that it is on its way.
   * @typedef {{ command: string, payload: object | (() => object), units?: number, retries?: number[],
   *   done: (outcome: RetakeOutcome) => void }} Call */
  /** @type {Call[]} */
  const waiting = [];
  /** Those of all calls that wait. */
  let units = 0;
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

  /** @param {Call} call */
  const payloadOf = ({ payload }) => (typeof payload === "function" ? payload() : payload);

  /** Sends a call and waits for nothing. @param {Call} call */
  function tell(call) {
    try {
      const payload = { ...payloadOf(call), pass };
      natives.apply(/** @type {Function} */ (internals?.ipc), internals, [{ cmd: call.command, ...answers, payload }]);
    } catch (error) {
      hearOfSplice({ kind: "refused", error });
    }
    call.done({ kind: "silent" });
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
    const payload = payloadOf(call);
    let outcome = await ask(call.command, payload);
    for (const wait of call.retries) {
      // Only a refusal is known not to have arrived; after silence a second try could be a second telling.
      if (outcome.kind !== "refused") break;
      await natives.pause(wait);
      outcome = await ask(call.command, payload);
    }
    call.done(outcome);
  }

  async function work() {
    if (busy || pass === undefined) return;
    busy = true;
    for (let call = waiting.shift(); call; call = waiting.shift()) {
      units -= call.units ?? 0;
      await deliver(call);
    }
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
   * @param {Wire.Signal} seen
   * @param {string} [text] the long text that it holds
   * @returns {boolean} whether it will be told: not where too much waits already
   */
  function signal(seen, text = "") {
    // An answer is never left out: without it the engine must take the click for made.
    const isTooMuch = waiting.length >= MOST_WAITING || units + text.length > MOST_UNITS;
    if (isTooMuch && seen.type !== "action_result") return false;
    units += text.length;
    const payload = { signal: seen };
    waiting.push({ command: "observer_signal", payload, units: text.length, retries: SIGNAL_RETRIES, done: () => {} });
    void work();
    return true;
  }

  /**
   * Tells the backend what `see` sees when the call's turn has come.
   * @param {() => Wire.Signal} see
   */
  function signalInTime(see) {
    if (waiting.length >= MOST_WAITING) return;
    const payload = () => ({ signal: see() });
    waiting.push({ command: "observer_signal", payload, retries: SIGNAL_RETRIES, done: () => {} });
    void work();
  }

  /**
   * Sends a text, and reports how that went. What to send after a refusal is for the sender to say.
   * @param {string} command
   * @param {object} payload
   * @param {number[]} [retries]
   * @returns {Promise<RetakeOutcome>}
   */
  function send(command, payload, retries = []) {
    return new natives.Promise((done) => {
      waiting.push({ command, payload, retries, done });
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
    /** Whether the shell has admitted this document. */
    isAdmitted: () => pass !== undefined,
    signal,
    signalInTime,
    /** @param {Wire.FullSnapshot} snapshot */
    text: (snapshot) => send("observer_text", { snapshot }),
    splice,
    /** @param {(outcome: RetakeOutcome) => void} listener told what a splice was answered */
    listenForSplices: (listener) => void (hearOfSplice = listener),
    /** Tried again where it is refused: without it the rest could not be read. @param {Wire.StreamPiece} piece */
    stream: (piece) => send("observer_stream", { piece }, SIGNAL_RETRIES),
    /** @param {number} number @param {string | null} picture base64; null: it can't be had */
    picture: (number, picture) => send("observer_picture", { number, picture }),
    /** @param {number} number @param {Wire.Found[]} found */
    health: (number, found) => send("observer_health", { number, found }),
    /** @param {number} number @param {string | null} selector null: the user pointed at nothing */
    picked: (number, selector) => send("observer_picked", { number, selector }),
    /** @param {string} entries JSON text of keys and values; the reply: keys to remove */
    extension: (entries) => send("observer_extension", { entries }),
  });
})();

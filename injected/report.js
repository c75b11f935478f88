// @ts-check
// Turns the script's own errors into `problem` signals that name the piece, and keeps them from
// reaching the page or the other pieces. It does not decide who hears them: main.js connects it.

const reporting = (() => {
  /** More than this in a minute says nothing new, and would only fill the log. */
  const MOST_IN_A_MINUTE = 10;
  const MINUTE = 60_000;
  /** UTF-16 units kept of a message. */
  const LONGEST_MESSAGE = 300;

  /** What went wrong before anybody listened. @type {Wire.Signal[]} */
  const early = [];
  /** @type {(signal: Wire.Signal) => void} */
  let send = (signal) => void early.push(signal);
  let minuteBegan = -MINUTE;
  let inThisMinute = 0;

  /**
   * The words of an error: of this script, of the browser, or of a command that refused.
   * @param {unknown} error
   * @returns {string}
   */
  function describe(error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
    const message = typeof error === "object" && error !== null ? Reflect.get(error, "message") : undefined;
    return typeof message === "string" ? message : String(error);
  }

  /**
   * Says that something went wrong in the file `piece`.
   * @param {string} piece
   * @param {unknown} error
   */
  function problem(piece, error) {
    const now = natives.now();
    if (now - minuteBegan >= MINUTE) {
      minuteBegan = now;
      inThisMinute = 0;
    }
    inThisMinute += 1;
    if (inThisMinute > MOST_IN_A_MINUTE) return;
    send({ type: "problem", piece, message: describe(error).slice(0, LONGEST_MESSAGE) });
  }

  /**
   * A function that does what `work` does, and reports what it throws instead of throwing.
   * @template {unknown[]} Args
   * @param {string} piece
   * @param {(...args: Args) => void} work
   * @returns {(...args: Args) => void}
   */
  function guard(piece, work) {
    return (...args) => {
      try {
        work(...args);
      } catch (error) {
        problem(piece, error);
      }
    };
  }

  /**
   * What `make` makes; where it throws, `instead`, and a report.
   * @template Result
   * @param {string} piece
   * @param {() => Result} make
   * @param {Result} instead
   * @returns {Result}
   */
  function attempt(piece, make, instead) {
    try {
      return make();
    } catch (error) {
      problem(piece, error);
      return instead;
    }
  }

  /** @param {(signal: Wire.Signal) => void} sink */
  function connect(sink) {
    send = sink;
    for (const signal of early.splice(0)) send(signal);
  }

  return Object.freeze({ describe, problem, guard, attempt, connect });
})();

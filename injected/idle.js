// @ts-check
// Does long work while the page has nothing to do, a few milliseconds at a time. What the work is, is for
// others.

const idleWork = (() => {
  const FILE = "idle.js";
  /** Milliseconds of work at once. */
  const SLICE = 4;
  /** Milliseconds that a busy page may delay a slice. */
  const IDLE_WITHIN = 1_000;
  /** Milliseconds between two slices in a browser that does not say when it is idle. */
  const BETWEEN_SLICES = 30;

  /**
   * Goes through `steps` to their end, in slices; each step has to be short. The end is answered, or
   * undefined where it fails or `signal` ends it.
   * @template Result
   * @param {Iterator<void, Result>} steps
   * @param {AbortSignal} signal
   * @returns {Promise<Result | undefined>}
   */
  function run(steps, signal) {
    return new natives.Promise((resolve) => {
      const next = () => {
        if (natives.hasIdleTime) natives.whenIdle(slice, IDLE_WITHIN);
        else natives.setTimeout(slice, BETWEEN_SLICES);
      };
      function slice() {
        if (signal.aborted) return resolve(undefined);
        const end = natives.now() + SLICE;
        try {
          do {
            const step = steps.next();
            if (step.done) return resolve(step.value);
          } while (natives.now() < end);
        } catch (error) {
          reporting.problem(FILE, error);
          return resolve(undefined);
        }
        next();
      }
      next();
    });
  }

  return Object.freeze({ run });
})();

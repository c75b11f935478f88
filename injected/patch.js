// @ts-check
// The one place that wraps a function of the page's world. The page's call always goes through
// first, with its own `this` and arguments, and gets its own result or exception; only then is the
// observer told. A wrapper is never taken off again: others may have wrapped it since, and putting
// the old function back would drop theirs. A wrapper whose observer has ended just calls through.

const patching = (() => {
  /**
   * Wraps `owner[name]`.
   * @param {string} piece the file that wants it, for reports
   * @param {object} owner
   * @param {string} name
   * @param {AbortSignal} signal
   * @param {(self: unknown, args: unknown[], result: unknown) => void} after
   * @param {(self: unknown, args: unknown[], error: unknown) => void} [failed] told where it throws
   */
  function wrap(piece, owner, name, signal, after, failed = () => {}) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const original = descriptor?.value;
    if (!descriptor || typeof original !== "function") {
      throw new Error(`there is no function "${name}" to watch in this browser`);
    }
    const tell = reporting.guard(piece, after);
    const tellFailure = reporting.guard(piece, failed);
    // A method of an object literal, so that it has the name of the original and is no constructor.
    const { [name]: wrapper } = {
      /** @this {unknown} @param {unknown[]} args */
      [name](...args) {
        let result;
        try {
          result = natives.apply(original, this, args);
        } catch (error) {
          if (!signal.aborted) tellFailure(this, args, error);
          throw error;
        }
        if (!signal.aborted) tell(this, args, result);
        return result;
      },
    };
    Object.defineProperty(wrapper, "length", { value: original.length, configurable: true });
    Object.defineProperty(owner, name, { ...descriptor, value: wrapper });
  }

  return Object.freeze({ wrap });
})();

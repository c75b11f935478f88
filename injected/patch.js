// @ts-check
// The one place that wraps a function of the page's world. The page's call always goes through
// first, with its own `this` and arguments, and gets its own result or exception; only then is the
// observer told. What the call uses up can be copied before it, and nothing else is done there. A wrapper
// is never taken off again: others may have wrapped it since, and putting the old function back would drop
// theirs. A wrapper whose observer has ended just calls through.

const patching = (() => {
  /**
   * Wraps `owner[name]`.
   * @template Copied
   * @param {string} piece the file that wants it, for reports
   * @param {object} owner
   * @param {string} name
   * @param {AbortSignal} signal
   * @param {(self: unknown, args: unknown[], result: unknown, copied: Copied | undefined) => void} after
   * @param {{ before?: (self: unknown, args: unknown[]) => Copied | undefined,
   *   failed?: (self: unknown, args: unknown[], error: unknown) => void }} [more]
   *   `before` copies what the call uses up, for `after`; `failed` is called where it throws
   */
  function wrap(piece, owner, name, signal, after, { before, failed = () => {} } = {}) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const original = descriptor?.value;
    if (!descriptor || typeof original !== "function") {
      throw new Error(`there is no function "${name}" to watch in this browser`);
    }
    const tell = reporting.guard(piece, after);
    const tellFailure = reporting.guard(piece, failed);
    /** @param {unknown} self @param {unknown[]} args */
    const copy = (self, args) =>
      before && !signal.aborted ? reporting.attempt(piece, () => before(self, args), undefined) : undefined;
    // A method of an object literal, so that it has the name of the original and is no constructor.
    const { [name]: wrapper } = {
      /** @this {unknown} @param {unknown[]} args */
      [name](...args) {
        const copied = copy(this, args);
        let result;
        try {
          result = natives.apply(original, this, args);
        } catch (error) {
          if (!signal.aborted) tellFailure(this, args, error);
          throw error;
        }
        if (!signal.aborted) tell(this, args, result, copied);
        return result;
      },
    };
    Object.defineProperty(wrapper, "length", { value: original.length, configurable: true });
    Object.defineProperty(owner, name, { ...descriptor, value: wrapper });
  }

  return Object.freeze({ wrap });
})();

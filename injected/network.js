// @ts-check
// Watches the answers to the page's own requests for a video: 429 is the sure sign of a rate limit (spec
// C11), and other refusals are told by refusal.js. It sends nothing, delays nothing, and leaves the answer
// as it is: stream.js reads a clone. A chat goes the same way and says nothing of videos.

const networkWatch = (() => {
  const FILE = "network.js";

  /**
   * @param {unknown} promise the very promise that the page holds
   * @param {ReturnType<typeof videoRequests.kindOf>} asked
   * @param {AbortSignal} signal
   */
  async function lookAt(promise, asked, signal) {
    /** @type {Response} */
    let response;
    try {
      response = /** @type {Response} */ (await promise);
    } catch {
      // A request that failed is the page's to handle; it says nothing of a limit.
      return;
    }
    try {
      const { status } = response;
      if (status !== 200 && status < 400) return;
      // Before the page reads it, though what was asked for may not be known yet.
      const copy = natives.cloneResponse(response);
      const kind = await asked;
      if (kind === null) bodies.letGo(natives.responseBody(copy));
      else if (status === 200) streamWatch.follow(copy, signal);
      else await tell(copy, kind !== "unreadable");
    } catch (error) {
      reporting.problem(FILE, error);
    }
  }

  /**
   * @param {Response} copy
   * @param {boolean} isVideo
   */
  async function tell(copy, isVideo) {
    const refused = await refusals.read(copy, isVideo);
    if (refused) bridge.signal(refused);
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    patching.wrap(
      FILE,
      window,
      "fetch",
      signal,
      (_self, _args, promise, met) => {
        if (!met) return;
        const asked = videoRequests.kindOf(met);
        if (asked !== null) void lookAt(promise, asked, signal);
      },
      { before: (_self, args) => videoRequests.meet(args) },
    );
  }

  return Object.freeze({ start });
})();

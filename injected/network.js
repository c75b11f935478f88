// @ts-check
// Watches what the page asks Grok for, and hands each to the piece that it concerns: requests for a video
// and their answers to request.js, stream.js and answers.js, records to records.js, quotas to answers.js,
// the date to clock.js. It sends nothing, delays nothing, and leaves the answers as they are. A chat goes
// the same way and is sent to nobody.

const networkWatch = (() => {
  const FILE = "network.js";

  /** @typedef {NonNullable<ReturnType<typeof fetchCalls.read>>} Call */
  /** @typedef {{ call: Call, met: ReturnType<typeof videoRequests.meet> }} Seen */

  /** Called before a request for a video is sent on. @type {() => void} */
  let hearOfRequest = () => {};

  /**
   * Tells of a request for a video.
   * @param {Awaited<ReturnType<typeof videoRequests.read>>} asked
   * @returns {number | null} its stream's number; null: there is nothing to tell
   */
  function tellRequest(asked) {
    if (asked === null) return null;
    lastSeen.note("request");
    hearOfRequest();
    const stream = streamWatch.next();
    const isTold = bridge.signal({ type: "request", stream, body: asked.body }, asked.body ?? "");
    // What answers a request that was not told means nothing to anybody.
    return isTold ? stream : null;
  }

  /**
   * Has `take` called with what the page gets, before the page: a turn later it may have read the answer,
   * and nothing can be cloned. A script that wrapped `fetch` before us may give back anything.
   * @param {unknown} promise the very promise that the page holds
   * @param {(response: Response) => Promise<void> | void} take
   * @param {() => Promise<void> | void} fail
   */
  function whenAnswered(promise, take, fail) {
    /** @param {() => Promise<void> | void} work */
    const safely = async (work) => {
      try {
        await work();
      } catch (error) {
        reporting.problem(FILE, error);
      }
    };
    const answered = (/** @type {Response} */ response) => void safely(() => take(response));
    try {
      natives.then(/** @type {Promise<Response>} */ (promise), answered, () => void safely(fail));
    } catch {
      // It gave back no promise.
    }
  }

  /** @param {unknown} promise @param {Seen} seen */
  function lookAtVideo(promise, { call: { path }, met }) {
    const asked = met ? videoRequests.read(met) : null;
    if (asked === null) return;
    const number = "then" in asked ? asked.then(tellRequest) : tellRequest(asked);
    if (number === null) return;
    whenAnswered(
      promise,
      async (response) => {
        // Though what was asked for may not be known yet.
        const copy = natives.cloneResponse(response);
        const hold = cancellation.watch(response);
        const stream = await number;
        const body = natives.responseBody(copy);
        if (stream === null) bodies.letGo(body);
        else if (body && streamWatch.isOne(copy)) streamWatch.follow(stream, body, hold);
        else await answers.tell(path, stream, copy);
      },
      async () => {
        const stream = await number;
        if (stream !== null) answers.tellFailure(path, stream);
      },
    );
  }

  /** @param {unknown} promise @param {Call} call */
  function lookAtOthers(promise, call) {
    const isRecord = records.isOne(call);
    const isQuota = answers.isOfQuota(call);
    // Nearly every answer is none of these.
    if (!isRecord && !isQuota && !clockWatch.isDue()) return;
    whenAnswered(
      promise,
      async (response) => {
        if (!(response instanceof natives.Response) || natives.isUsed(response)) return;
        clockWatch.look(call.method, response);
        if (isRecord) await records.read(response);
        const isTold = isQuota && natives.responseStatus(response) === 200;
        if (isTold) await answers.tell(call.path, null, natives.cloneResponse(response));
      },
      // A request that failed is the page's to handle.
      () => {},
    );
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    patching.wrap(
      FILE,
      window,
      "fetch",
      signal,
      (_self, _args, promise, /** @type {Seen | undefined} */ seen) => {
        if (!seen) return;
        lookAtVideo(promise, seen);
        lookAtOthers(promise, seen.call);
      },
      {
        before: (_self, args) => {
          const call = fetchCalls.read(args);
          return call && { call, met: videoRequests.meet(call) };
        },
      },
    );
  }

  return Object.freeze({
    start,
    /** @param {() => void} listener called before a request for a video is sent on */
    listenForRequests: (listener) => void (hearOfRequest = listener),
  });
})();

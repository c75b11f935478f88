// @ts-check
// Looks at the status of the answers to the page's own generation requests: 429 is the sure sign of a
// rate limit (spec C11), 403 of a missing sign-in or a check by Cloudflare. It sends nothing, delays
// nothing, and leaves the answer as it is: stream.js reads a clone.

const networkWatch = (() => {
  const FILE = "network.js";
  const ENDPOINT = RETAKE_SELECTORS.endpoints.generation;

  /**
   * Whether these arguments of `fetch` are a generation request.
   * @param {unknown} input
   * @param {unknown} init
   */
  function isGeneration(input, init) {
    const request = typeof input === "object" && input !== null && "url" in input ? input : undefined;
    const method = fieldText(init, "method") ?? fieldText(request, "method") ?? "GET";
    if (method.toUpperCase() !== "POST") return false;
    const address = request ? String(request.url) : String(input);
    // Nearly every request is another one: most are told by this alone, without parsing an address.
    if (!address.includes(ENDPOINT)) return false;
    return new natives.URL(address, window.location.href).pathname === ENDPOINT;
  }

  /**
   * @param {unknown} value
   * @param {string} name
   */
  function fieldText(value, name) {
    if (typeof value !== "object" || value === null) return undefined;
    const field = Reflect.get(value, name);
    return typeof field === "string" ? field : undefined;
  }

  /**
   * Why an answer of status 403 was given. The body is small: a page or a line of JSON.
   * @param {Response} response
   */
  async function reasonOf(response) {
    const copy = natives.cloneResponse(response);
    const isChallenge = natives.getHeader(natives.responseHeaders(response), "cf-mitigated") === "challenge";
    if (isChallenge) return "cloudflare_check";
    const text = await natives.responseText(copy).catch(() => "");
    return checkWatch.speaksOfCheck(text) ? "cloudflare_check" : "sign_in_needed";
  }

  /**
   * @param {unknown} promise the very promise that the page holds
   * @param {AbortSignal} signal
   */
  async function lookAt(promise, signal) {
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
      if (status === 429) bridge.signal({ type: "rate_limited" });
      else if (status === 403) bridge.signal({ type: "access_refused", reason: await reasonOf(response) });
      else if (status === 200) streamWatch.follow(response, signal);
    } catch (error) {
      reporting.problem(FILE, error);
    }
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    patching.wrap(FILE, window, "fetch", signal, (_self, [input, init], promise) => {
      if (isGeneration(input, init)) void lookAt(promise, signal);
    });
  }

  return Object.freeze({ start });
})();

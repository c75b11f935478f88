// @ts-check
// Looks at the status of the page's own generation requests: 429 is the sure sign of a rate limit
// (spec C11), 403 of a missing sign-in or a check by Cloudflare. It sends nothing, delays nothing,
// and never touches a response's body.

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

  /** @param {unknown} promise the very promise that the page holds */
  async function lookAtStatus(promise) {
    try {
      const response = await promise;
      const status = /** @type {{ status?: unknown } | undefined} */ (response)?.status;
      if (status === 429) bridge.signal({ type: "rate_limited" });
      if (status === 403) {
        reporting.problem(FILE, "the generation endpoint answered 403: sign in to Grok, or pass its check, on the page");
      }
    } catch {
      // A request that failed is the page's to handle; it says nothing of a limit.
    }
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    patching.wrap(FILE, window, "fetch", signal, (_self, [input, init], promise) => {
      if (isGeneration(input, init)) void lookAtStatus(promise);
    });
  }

  return Object.freeze({ start });
})();

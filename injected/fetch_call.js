// @ts-check
// Reads what the page asks `fetch` for: method, path and body, of requests to Grok's own interface. It
// changes nothing; a `Request` is cloned only where its body is wanted, because the call uses it up. What
// follows from a call is for network.js and those that it asks.

const fetchCalls = (() => {
  const { root } = RETAKE_SELECTORS.endpoints;

  /**
   * One call. `given`: the body that stands in the arguments; `request`: what they name instead of an address.
   * @typedef {{ method: string, path: string, search: string, given: unknown, request: Request | undefined }} FetchCall
   */

  /**
   * @param {unknown} value
   * @param {string} name
   * @returns {unknown}
   */
  const fieldOf = (value, name) =>
    typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

  /**
   * @param {unknown} value
   * @param {string} name
   */
  function textOf(value, name) {
    const field = fieldOf(value, name);
    return typeof field === "string" ? field : undefined;
  }

  /** @param {unknown} input @returns {input is Request} */
  const isRequest = (input) => typeof input === "object" && input !== null && "url" in input;

  /**
   * What these arguments of `fetch` ask for; undefined where they go elsewhere.
   * @param {unknown[]} args
   * @returns {FetchCall | undefined}
   */
  function read([input, init]) {
    const request = isRequest(input) ? input : undefined;
    const address = request ? String(request.url) : String(input);
    // Nearly every request is another one: this alone sorts most of them out, without parsing an address.
    if (!address.includes(root)) return undefined;
    const { origin, pathname, search } = new natives.URL(address, window.location.href);
    if (origin !== window.location.origin || !pathname.startsWith(root)) return undefined;
    const method = (textOf(init, "method") ?? textOf(request, "method") ?? "GET").toUpperCase();
    const given = fieldOf(init, "body") ?? undefined;
    return { method, path: pathname, search, given, request: given === undefined ? request : undefined };
  }

  return Object.freeze({ read, fieldOf, textOf });
})();

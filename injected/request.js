// @ts-check
// Recognises the page's own requests for a video, and reads them as they are sent (spec H4). Grok's chat
// uses the same addresses, so only the body tells, and what is a chat's is not told to anybody. It reads the
// text that the page hands to fetch, or a clone; it changes and keeps nothing. What a request asks for is
// for Rust to read, what comes of it for network.js.

const videoRequests = (() => {
  const { generation } = RETAKE_SELECTORS.endpoints;
  const { input_pattern, config, tool, models } = RETAKE_SELECTORS.video_request;
  const FILE = "request.js";
  const ADDRESSES = generation.map((pattern) => reporting.attempt(FILE, () => new RegExp(pattern), /(?!)/));
  const VIDEO_INPUT = reporting.attempt(FILE, () => new RegExp(input_pattern), /(?!)/);
  /** Bytes of a body that are read; a request for a video has a few thousand. */
  const MOST_BYTES = 256 * 1024;
  /** Milliseconds that a copy of a body may take to be read. */
  const WITHIN = 2_000;
  /** How deep a request is searched. */
  const MOST_LEVELS = 8;

  const { fieldOf, textOf } = fetchCalls;

  /** A request for a video. `body`: what it asks for; null: it can't be read.
   * @typedef {{ body: string | null }} Asked */

  /** A request to one of the addresses; `copy` of its body, where the call uses it up.
   * @typedef {{ given: unknown, copy: Request | undefined }} Met */

  /** @param {Request} request */
  function copyOf(request) {
    try {
      return natives.cloneRequest(request);
    } catch {
      // One that was used already: fetch refuses it as well.
      return undefined;
    }
  }

  /**
   * What of `call` may ask for a video, taken before it is made; undefined where it goes elsewhere.
   * @param {ReturnType<typeof fetchCalls.read>} call
   * @returns {Met | undefined}
   */
  function meet(call) {
    if (call?.method !== "POST" || !ADDRESSES.some((pattern) => pattern.test(call.path))) return undefined;
    if (!call.request) return { given: call.given, copy: undefined };
    const copy = copyOf(call.request);
    return copy && { given: undefined, copy };
  }

  /**
   * The object that `value` holds under `name`, however deep.
   * @param {unknown} value
   * @param {string} name
   * @param {number} [levels]
   * @returns {object | undefined}
   */
  function find(value, name, levels = MOST_LEVELS) {
    const held = fieldOf(value, name);
    if (typeof held === "object" && held !== null) return held;
    if (levels === 0 || typeof value !== "object" || value === null) return undefined;
    for (const part of Object.values(value)) {
      const found = find(part, name, levels - 1);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * Whether `request` asks for a video: by the input that it names, as since 2026, by the settings of the
   * video model, as before, or by the names of tool and model.
   * @param {unknown} request
   */
  function isForVideo(request) {
    const input = fieldOf(request, "mediaGenInput");
    if (Object.keys(Object(input)).some((name) => VIDEO_INPUT.test(name) && fieldOf(input, name))) return true;
    const hasTool = fieldOf(fieldOf(request, "toolOverrides"), tool) === true;
    return hasTool || find(request, config) !== undefined || models.includes(textOf(request, "modelName") ?? "");
  }

  /** What is known of a request that can't be read: Imagine's pages hold no chat. @returns {Asked | null} */
  const unreadable = () => (routeWatch.isOfImagine() ? { body: null } : null);

  /** @param {string | null} text null: it can't be read, or is too long @returns {Asked | null} */
  function readText(text) {
    const body = text === null ? null : texts.within(text, MOST_BYTES);
    if (body === null) return unreadable();
    try {
      return isForVideo(natives.parseJson(body)) ? { body } : null;
    } catch {
      return unreadable();
    }
  }

  /** The text of bytes that the page hands over. @param {unknown} given */
  function textOfBytes(given) {
    const length = fieldOf(given, "byteLength");
    if (typeof length !== "number" || length > MOST_BYTES) return null;
    try {
      return natives.decode(new natives.TextDecoder(), /** @type {Uint8Array} */ (given), { stream: false });
    } catch {
      return null;
    }
  }

  /** @param {Request} copy */
  async function textOfCopy(copy) {
    const body = natives.requestBody?.(copy);
    if (!body) return natives.requestText(copy);
    const { text, isWhole } = await bodies.read(body, { bytes: MOST_BYTES, milliseconds: WITHIN });
    return isWhole ? text : null;
  }

  /**
   * What is asked for, at once where the page gave it; null: no video.
   * @param {Met} met
   * @returns {Asked | null | Promise<Asked | null>}
   */
  function read({ given, copy }) {
    if (copy) return textOfCopy(copy).then(readText, unreadable);
    return readText(typeof given === "string" ? given : textOfBytes(given));
  }

  return Object.freeze({ meet, read });
})();

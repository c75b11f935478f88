// @ts-check
// Recognises the page's own requests for a video, and tells what kind of video each is for. Grok's chat
// uses the same addresses, so only the body tells. It reads the text that the page hands to fetch, or a
// clone; it changes and keeps nothing, and no prompt leaves it. What comes of a request is network.js's.

const videoRequests = (() => {
  const { conversations, generation } = RETAKE_SELECTORS.endpoints;
  const { inputs, input_pattern, config, tool, models } = RETAKE_SELECTORS.video_request;
  const FILE = "request.js";
  const ADDRESSES = generation.map((pattern) => reporting.attempt(FILE, () => new RegExp(pattern), /(?!)/));
  const VIDEO_INPUT = reporting.attempt(FILE, () => new RegExp(input_pattern), /(?!)/);
  /** UTF-16 units of a body that are looked at; a request for a video has a few thousand. */
  const MOST_TEXT = 256 * 1024;
  /** How deep a request is searched. */
  const MOST_LEVELS = 8;

  /** A request to one of the addresses; `copy` of its body, where the call uses it up.
   * @typedef {{ body: unknown, copy: Request | undefined }} Asked */

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
   * What these arguments of `fetch` ask for, before it is called; undefined where they go elsewhere.
   * @param {unknown[]} args
   * @returns {Asked | undefined}
   */
  function meet([input, init]) {
    const request = isRequest(input) ? input : undefined;
    const method = textOf(init, "method") ?? textOf(request, "method") ?? "GET";
    if (method.toUpperCase() !== "POST") return undefined;
    const address = request ? String(request.url) : String(input);
    // Nearly every request is another one: most are told by this alone, without parsing an address.
    if (!address.includes(conversations)) return undefined;
    const path = new natives.URL(address, window.location.href).pathname;
    if (!ADDRESSES.some((pattern) => pattern.test(path))) return undefined;
    const body = fieldOf(init, "body") ?? undefined;
    return { body, copy: request && body === undefined ? copyOf(request) : undefined };
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

  /** By the input that it names, as since 2026. @param {unknown} request @returns {RetakeVideoKind | null} */
  function kindByInput(request) {
    const given = fieldOf(request, "mediaGenInput");
    const name = Object.keys(Object(given)).find((key) => VIDEO_INPUT.test(key) && fieldOf(given, key));
    return name === undefined ? null : (inputs[name] ?? "other");
  }

  /** By the settings of the video model, as before. @param {unknown} request @returns {RetakeVideoKind | null} */
  function kindByConfig(request) {
    const settings = find(request, config);
    if (!settings) return null;
    if (fieldOf(settings, "isVideoExtension") === true) return "extension";
    if (fieldOf(settings, "isVideoEdit") === true) return "edit";
    return fieldOf(settings, "parentPostId") ? "image_to_video" : "text_to_video";
  }

  /** @param {unknown} request */
  function asksByName(request) {
    const hasTool = fieldOf(fieldOf(request, "toolOverrides"), tool) === true;
    return hasTool || models.includes(textOf(request, "modelName") ?? "");
  }

  /**
   * What kind of video `text` asks for; null: for none; `unreadable`: it may be one.
   * @param {unknown} text
   * @returns {RetakeVideoKind | null | "unreadable"}
   */
  function kindOfText(text) {
    if (typeof text !== "string" || text.length > MOST_TEXT) return "unreadable";
    try {
      const request = natives.parseJson(text);
      return kindByInput(request) ?? kindByConfig(request) ?? (asksByName(request) ? "other" : null);
    } catch {
      return "unreadable";
    }
  }

  /** @param {Request} copy */
  async function textOfRequest(copy) {
    const body = natives.requestBody?.(copy);
    return body ? bodies.beginning(body, MOST_TEXT + 1) : natives.requestText(copy);
  }

  /**
   * What kind of video is asked for, at once where the page gave a text.
   * @param {Asked} asked
   */
  function kindOf({ body, copy }) {
    if (!copy) return kindOfText(body);
    return textOfRequest(copy).then(kindOfText, () => /** @type {const} */ ("unreadable"));
  }

  return Object.freeze({ meet, kindOf });
})();

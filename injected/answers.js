// @ts-check
// Tells of answers that are no stream: what Grok said to a request for a video instead of making one, that
// there was no answer at all, and what is left of the account's quota (spec H6, H10). It reads a clone, its
// beginning alone. What an answer means is for Rust to say.

const answers = (() => {
  const { quota } = RETAKE_SELECTORS.endpoints;
  const FILE = "answers.js";
  const QUOTA = quota.map((pattern) => reporting.attempt(FILE, () => new RegExp(pattern), /(?!)/));
  /** The headers that are sent. */
  const HEADERS = ["retry-after", "date", "cf-mitigated", "content-type"];
  /** Most bytes that are sent: of a body, of a path, of a header. */
  const MOST_BODY = 64 * 1024;
  const LONGEST_PATH = 2_048;
  const LONGEST_HEADER = 2_000;
  /** Milliseconds that a body may take. */
  const WITHIN = 2_000;

  /** @param {Response} response */
  function headersOf(response) {
    const all = natives.responseHeaders(response);
    /** @type {Record<string, string>} */
    const told = {};
    for (const name of HEADERS) {
      const value = natives.getHeader(all, name);
      if (value !== null) told[name] = texts.beginning(value, LONGEST_HEADER);
    }
    return told;
  }

  /**
   * @param {string} path
   * @param {number | null} stream
   * @param {Omit<Wire.Answer, "path" | "stream">} answer
   */
  function signal(path, stream, answer) {
    const seen = { type: /** @type {const} */ ("answer"), stream, path: texts.beginning(path, LONGEST_PATH), ...answer };
    bridge.signal(seen, answer.body);
  }

  /**
   * Tells of the answer in `copy`.
   * @param {string} path
   * @param {number | null} stream that of the request for a video; null: another request
   * @param {Response} copy
   */
  async function tell(path, stream, copy) {
    const status = natives.responseStatus(copy);
    const headers = headersOf(copy);
    const body = natives.responseBody(copy);
    const { text } = body ? await bodies.read(body, { bytes: MOST_BODY, milliseconds: WITHIN }) : { text: "" };
    signal(path, stream, { status, headers, body: text });
  }

  /**
   * Tells that a request for a video got no answer.
   * @param {string} path
   * @param {number} stream
   */
  const tellFailure = (path, stream) => signal(path, stream, { status: 0, headers: {}, body: "" });

  /** Whether a call asks for the quota. @param {{ path: string }} call */
  const isOfQuota = ({ path }) => QUOTA.some((pattern) => pattern.test(path));

  return Object.freeze({ tell, tellFailure, isOfQuota });
})();

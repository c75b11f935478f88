// @ts-check
// Tells of what the page fetches by itself of images, videos and conversations (spec H8): the records that
// name what a video was made from. It reads a clone, bounded in size and rate, and sends no request. Of
// conversations only Imagine's are sent, never a chat's. What a record says is for crates/grok.

const records = (() => {
  const { records: known, kinds } = RETAKE_SELECTORS.endpoints;
  const FILE = "records.js";
  /** @param {string} pattern @param {string} [flags] */
  const compiled = (pattern, flags) => reporting.attempt(FILE, () => new RegExp(pattern, flags), /(?!)/);
  const PATTERNS = new Map(
    Object.entries(known).map(([method, patterns]) => [method, patterns.map((pattern) => compiled(pattern))]),
  );
  const NAMES_KIND = compiled(kinds.named, "i");
  /** Bytes of one record; what is longer is left to the page. */
  const MOST_BYTES = 1024 * 1024;
  /** Milliseconds that a record may take to come. */
  const WITHIN = 10_000;
  /** Milliseconds that the rates below are for. */
  const A_WHILE = 10_000;
  const MOST_IN_A_WHILE = 30;
  const MOST_UNITS_IN_A_WHILE = 4_000_000;
  /** Milliseconds that a busy page may delay the telling. */
  const IDLE_WITHIN = 500;

  let began = -A_WHILE;
  let count = 0;
  let units = 0;

  /** Whether another record may be read. */
  function isAllowed() {
    const now = natives.now();
    if (now - began >= A_WHILE) {
      began = now;
      count = 0;
      units = 0;
    }
    count += 1;
    return count <= MOST_IN_A_WHILE && units < MOST_UNITS_IN_A_WHILE;
  }

  /** A query that names a kind has to name Imagine's; without one the page has to be Imagine's. @param {string} search */
  const isOfImagine = (search) =>
    NAMES_KIND.test(search) ? search.includes(kinds.imagine) : routeWatch.isOfImagine();

  /**
   * Whether what a call asks for is a record that may be read.
   * @param {{ method: string, path: string, search: string }} call
   */
  function isOne({ method, path, search }) {
    const isKnown = PATTERNS.get(method)?.some((pattern) => pattern.test(path + search)) ?? false;
    return isKnown && isOfImagine(search);
  }

  /** Whether an answer can be a record at all. @param {Response} response */
  function isReadable(response) {
    const headers = natives.responseHeaders(response);
    const type = natives.getHeader(headers, "content-type");
    const length = Number(natives.getHeader(headers, "content-length") ?? 0);
    const isJson = type === null || /\bjson\b/i.test(type);
    return natives.responseStatus(response) === 200 && isJson && !(length > MOST_BYTES);
  }

  /**
   * Reads and tells the record that `response` holds, from a clone.
   * @param {Response} response
   */
  async function read(response) {
    if (!isReadable(response) || !isAllowed()) return;
    const body = natives.responseBody(natives.cloneResponse(response));
    if (!body) return;
    const { text, isWhole } = await bodies.read(body, { bytes: MOST_BYTES, milliseconds: WITHIN });
    if (!isWhole || text === "") return;
    units += text.length;
    lastSeen.note("record");
    natives.whenIdle(reporting.guard(FILE, () => void bridge.signal({ type: "record", body: text }, text)), IDLE_WITHIN);
  }

  return Object.freeze({ isOne, read });
})();

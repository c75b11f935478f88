// @ts-check
// Says why a request for a video was refused (spec H6): by the words of the answer before its codes, and
// by those before its status. It reads a clone and parses nothing. Grok says "code 7" of four things, a
// missing sign-in not among them.

const refusals = (() => {
  const { code, words } = RETAKE_SELECTORS.refusals;
  const CODE = reporting.attempt("refusal.js", () => new RegExp(code), /(?!)/);
  /** UTF-16 units of an answer that are looked at: a line of JSON, or a page. */
  const MOST_TEXT = 64 * 1024;
  /** The codes of gRPC that tell something here. */
  const PERMISSION_DENIED = 7;
  const RESOURCE_EXHAUSTED = 8;
  const UNAUTHENTICATED = 16;

  /** @typedef {{ type: "rate_limited" } | { type: "access_refused", reason: RetakeRefusal }} Refused */

  /** @type {Refused} */
  const LIMITED = { type: "rate_limited" };
  /** @param {RetakeRefusal} reason @returns {Refused} */
  const refused = (reason) => ({ type: "access_refused", reason });

  const KNOWN = Object.entries(words).map(([reason, texts]) => ({
    reason: /** @type {RetakeRefusal} */ (reason),
    phrases: phrases.recogniser({ phrases: { en: texts } }),
  }));

  /** JSON may write any character by its number. @param {string} text */
  const spelledOut = (text) =>
    text.replace(/\\u([0-9a-f]{4})/gi, (_, unit) => String.fromCharCode(parseInt(unit, 16)));

  /**
   * @param {string} text
   * @returns {Refused | null}
   */
  function byWords(text) {
    const reason = KNOWN.find(({ phrases }) => phrases.isIn(text))?.reason;
    if (reason) return refused(reason);
    return phrases.limit.isIn(text) ? LIMITED : null;
  }

  /**
   * @param {number} status
   * @param {string} text
   * @param {boolean} isVideo whether a video is sure to have been asked for
   * @returns {Refused | null}
   */
  function byNumbers(status, text, isVideo) {
    const number = Number(CODE.exec(text)?.[1]);
    if (isVideo && (status === 429 || number === RESOURCE_EXHAUSTED)) return LIMITED;
    if (number === PERMISSION_DENIED) return refused("refused_by_grok");
    const isSignedOut = number === UNAUTHENTICATED || status === 401 || status === 403;
    return isSignedOut ? refused("sign_in_needed") : null;
  }

  /**
   * What the answer in `copy` refuses; null where it does not, or leaves it open (spec H6: a failing server).
   * @param {Response} copy
   * @param {boolean} isVideo whether a video is sure to have been asked for; else words must say so
   * @returns {Promise<Refused | null>}
   */
  async function read(copy, isVideo) {
    const { status } = copy;
    const body = natives.responseBody(copy);
    if (natives.getHeader(natives.responseHeaders(copy), "cf-mitigated") === "challenge") {
      bodies.letGo(body);
      return refused("cloudflare_check");
    }
    const text = body ? spelledOut(await bodies.beginning(body, MOST_TEXT)) : "";
    if (status === 403 && checkWatch.speaksOfCheck(text)) return refused("cloudflare_check");
    return byWords(text) ?? byNumbers(status, text, isVideo);
  }

  return Object.freeze({ read });
})();

// @ts-check
// Says when the page is Cloudflare's check instead of Grok's: then there is nothing to read or to
// press until the user has passed it. It helps nobody to pass it.

const cloudflareCheck = (() => {
  const FILE = "cloudflare_check.js";
  const { titles, names } = RETAKE_SELECTORS.check;
  /** Bytes of the page's title that are sent. */
  const LONGEST_TITLE = 200;
  let isTold = false;

  /** Whether the page is the check at this moment. */
  function isShown() {
    const title = document.title.trim().toLowerCase();
    return titles.some((known) => title.startsWith(known)) || names.some((name) => Object.hasOwn(window, name));
  }

  function look() {
    if (isTold || !isShown()) return;
    isTold = true;
    // A page can't read the headers that it came with: this is the one that Cloudflare sets on every check.
    bridge.signal({
      type: "answer",
      stream: null,
      path: texts.beginning(window.location.pathname, 2_048),
      status: 403,
      headers: { "cf-mitigated": "challenge", "content-type": "text/html" },
      body: texts.beginning(document.title, LONGEST_TITLE),
    });
  }

  function start() {
    domChanges.listen(reporting.guard(FILE, look));
  }

  return Object.freeze({ start, isShown });
})();

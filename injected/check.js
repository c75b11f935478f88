// @ts-check
// Says when the page is Cloudflare's check instead of Grok's: then there is nothing to read or to
// press until the user has passed it. It helps nobody to pass it.

const checkWatch = (() => {
  const FILE = "check.js";
  const { titles, names } = RETAKE_SELECTORS.check;
  let isTold = false;

  /** Whether a text is that of the check. @param {string} text */
  const speaksOfCheck = (text) => {
    const plain = text.toLowerCase();
    return RETAKE_SELECTORS.check.texts.some((known) => plain.includes(known));
  };

  function isCheck() {
    const title = document.title.trim().toLowerCase();
    return titles.some((known) => title.startsWith(known)) || names.some((name) => Object.hasOwn(window, name));
  }

  function look() {
    if (isTold || !isCheck()) return;
    isTold = true;
    bridge.signal({ type: "access_refused", reason: "cloudflare_check" });
  }

  function start() {
    changes.listen(reporting.guard(FILE, look));
  }

  return Object.freeze({ start, speaksOfCheck });
})();

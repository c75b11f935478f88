// @ts-check
// Tells which path the page shows: once at the start, then whenever it has changed. It reads the
// path anew at every hint, so a hint too many costs nothing and no hint is believed.

const routeWatch = (() => {
  const FILE = "route.js";
  /** A pattern that a setting broke matches nothing: then no page is taken for a post's. */
  const POST = reporting.attempt(FILE, () => new RegExp(RETAKE_SELECTORS.routes.post), /(?!)/);

  /** @type {string | undefined} */
  let reported;

  function reportIfChanged() {
    const path = window.location.pathname;
    if (path === reported) return;
    reported = path;
    bridge.signal({ type: "route", path });
  }

  /** Tells the path again, changed or not. */
  function resend() {
    reported = undefined;
    reportIfChanged();
  }

  /**
   * The post that the page shows at this moment; null where it shows none.
   * @returns {string | null}
   */
  function shownPost() {
    return POST.exec(window.location.pathname)?.[1] ?? null;
  }

  /** @param {string} id */
  const isUuid = (id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

  /**
   * Whether the page shows this post. UUIDs are one in any case (spec A1): the engine has them in lower.
   * @param {string} post_id
   */
  function shows(post_id) {
    const shown = shownPost();
    if (shown === null || shown === post_id) return shown !== null;
    return isUuid(shown) && shown.toLowerCase() === post_id.toLowerCase();
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    reportIfChanged();
    const listener = reporting.guard(FILE, reportIfChanged);
    natives.listen(window, "popstate", listener, { signal });
    if (window.navigation) natives.listen(window.navigation, "currententrychange", listener, { signal });
    patching.wrap(FILE, History.prototype, "pushState", signal, reportIfChanged);
    patching.wrap(FILE, History.prototype, "replaceState", signal, reportIfChanged);
  }

  return Object.freeze({ start, resend, shownPost, shows });
})();

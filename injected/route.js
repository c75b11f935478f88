// @ts-check
// Tells which path the page shows, and which conversation its query names: once at the start, then whenever
// one of them has changed. It reads the address again at every hint, so a hint too many costs nothing and no
// hint is believed.

const routeWatch = (() => {
  const FILE = "route.js";
  const { conversation_names } = RETAKE_SELECTORS.routes;
  /** A pattern that a setting broke matches nothing: then no page is taken for a post's. */
  const POST = reporting.attempt(FILE, () => new RegExp(RETAKE_SELECTORS.routes.post), /(?!)/);
  const IMAGINE = reporting.attempt(FILE, () => new RegExp(RETAKE_SELECTORS.routes.imagine), /(?!)/);
  /** Bytes of a path, and of a conversation's id, at most. */
  const LONGEST_PATH = 2_048;
  const LONGEST_ID = 128;

  /** @type {string | undefined} */
  let reported;
  /** Called when the path has changed, and may show another post. @type {Array<() => void>} */
  const listeners = [];

  /** The conversation that the address names; null: none. @returns {string | null} */
  function conversation() {
    const { search } = window.location;
    if (search === "") return null;
    const named = new natives.URLSearchParams(search);
    const value = conversation_names.map((name) => natives.getParam(named, name)).find((one) => one);
    return value === undefined || value === null ? null : texts.within(value, LONGEST_ID);
  }

  function reportIfChanged() {
    const path = texts.beginning(window.location.pathname, LONGEST_PATH);
    const named = conversation();
    const address = `${path} ${named ?? ""}`;
    if (address === reported) return;
    reported = address;
    bridge.signal({ type: "route", path, conversation: named });
    for (const listener of listeners) listener();
  }

  /** Tells the address again, changed or not. */
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
   * Whether both are the same id. UUIDs are one in any case (spec A1): the engine has them in lower.
   * @param {string} one
   * @param {string} other
   */
  const isSameId = (one, other) =>
    one === other || (isUuid(one) && one.toLowerCase() === other.toLowerCase());

  /**
   * Whether the page shows this post.
   * @param {string} post_id
   */
  function shows(post_id) {
    const shown = shownPost();
    return shown !== null && isSameId(shown, post_id);
  }

  /**
   * Has `listener` called when the address has changed. It must not throw: give it a guarded one.
   * @param {() => void} listener
   */
  function listen(listener) {
    listeners.push(listener);
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

  return Object.freeze({
    start,
    listen,
    resend,
    shownPost,
    conversation,
    isSameId,
    shows,
    /** Whether the page is one of Imagine's. */
    isOfImagine: () => IMAGINE.test(window.location.pathname),
  });
})();

// @ts-check
// Hands over what the browser extension before Retake left in this tab's storage, once a page load,
// and removes what the backend says it has taken over: nothing, unless the user wants that. It looks
// into none of it; what the keys hold is for crates/grok.

const extension = (() => {
  const FILE = "extension.js";
  const STORE_KEY = "useGrokRetryVideoSessions_store";
  const SESSION_PREFIX = "grokRetrySession_";
  /** Characters of text handed over at most: the backend takes no more, and nobody has left as much. */
  const MOST_TEXT = 1_000_000;

  /** @param {string} key */
  const isOurs = (key) => key === STORE_KEY || key.startsWith(SESSION_PREFIX);

  /** @param {Storage} storage @returns {Record<string, string> | undefined} */
  function entries(storage) {
    /** @type {Record<string, string>} */
    const found = Object.create(null);
    let size = 0;
    for (let index = 0; index < natives.storageLength(storage); index += 1) {
      const key = natives.storageKey(storage, index);
      const value = key !== null && isOurs(key) ? natives.getItem(storage, key) : null;
      if (key === null || value === null) continue;
      size += key.length + value.length;
      if (size > MOST_TEXT) {
        reporting.problem(FILE, "the extension left more than Retake takes from a page: import it from a file");
        break;
      }
      found[key] = natives.toWellFormed ? natives.toWellFormed(value) : value;
    }
    return size > 0 ? found : undefined;
  }

  /** @param {Storage} storage */
  async function handOver(storage) {
    const found = entries(storage);
    if (!found) return;
    const outcome = await bridge.extension(JSON.stringify(found));
    if (outcome.kind !== "answered" || !Array.isArray(outcome.reply)) return;
    for (const key of outcome.reply) {
      // A key that was written since was not imported as it is now.
      const isAsTaken = isOurs(key) && natives.getItem(storage, key) === found[key];
      if (isAsTaken) natives.removeItem(storage, key);
    }
  }

  /** @param {Storage} storage */
  function hasOurs(storage) {
    for (let index = 0; index < natives.storageLength(storage); index += 1) {
      if (isOurs(natives.storageKey(storage, index) ?? "")) return true;
    }
    return false;
  }

  function start() {
    const storage = window.sessionStorage;
    if (!hasOurs(storage)) return;
    natives.whenIdle(reporting.guard(FILE, () => void handOver(storage)), 1_000);
  }

  return Object.freeze({ start });
})();

// @ts-check
// Notices that the page wrote its store, and reads the text once, at most four times a second. While
// nothing is written, nothing is read: there is no polling. A change of what the backend holds is read
// when the page's code under way has ended, which costs the page less than waking it again; a whole text
// waits until the page is idle. It parses nothing; what the text says is for crates/grok. Where sessionStorage
// tells nothing, memory_store.js reads the store in memory.
// Limit: a write past the methods (`sessionStorage.useMediaStore = text`) is not noticed. Grok's
// store library uses the methods.

const storeWatch = (() => {
  const FILE = "store.js";
  const KEY = RETAKE_SELECTORS.store.key;
  /** Milliseconds between two reads, at least. */
  const BETWEEN_READS = 250;
  /** Milliseconds that a busy page may delay a read. */
  const IDLE_WITHIN = 250;

  /** @type {Storage | undefined} */
  let storage;
  let lastRead = -BETWEEN_READS;
  let readIsDue = false;
  /** What was read last; undefined: nothing yet. @type {string | null | undefined} */
  let last;
  /** When something else was read than before, in milliseconds. */
  let changedAt = -Infinity;
  /** Called when something else was read. @type {(text: string | null) => void} */
  let hearOfChange = () => {};

  function read() {
    readIsDue = false;
    lastRead = natives.now();
    if (!storage) return;
    const text = natives.getItem(storage, KEY);
    if (text !== null) lastSeen.note("store");
    const isNews = text !== last;
    last = text;
    // Where the store in memory is read, what sessionStorage has left untold says nothing.
    if (snapshots.source() === "memory" && (text === null || !isNews)) return;
    if (isNews) {
      changedAt = lastRead;
      hearOfChange(text);
    }
    snapshots.offer(text, "session");
  }

  const readSafely = reporting.guard(FILE, read);

  /** Has the text read soon; called any number of times, it reads once. */
  function noticeChange() {
    if (readIsDue) return;
    readIsDue = true;
    const wait = Math.max(0, lastRead + BETWEEN_READS - natives.now());
    if (wait === 0 && snapshots.knowsWhatIsHeld()) natives.beforeTheNextTurn(readSafely);
    else natives.setTimeout(() => natives.whenIdle(readSafely, IDLE_WITHIN), wait);
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    storage = window.sessionStorage;
    // Grok's other documents in this tab write to the same storage; each tells the others.
    natives.listen(window, "storage", reporting.guard(FILE, onStorageEvent), { signal });
    /** @param {unknown} self @param {unknown[]} args */
    const ifOurs = (self, args) => {
      if (self === storage && args[0] === KEY) noticeChange();
    };
    /** @param {unknown} self @param {unknown[]} args @param {unknown} error */
    const failed = (self, args, error) => {
      if (self === storage && args[0] === KEY) {
        reporting.problem(FILE, `the page could not write its store, so outcomes can't be read: ${reporting.describe(error)}`);
      }
    };
    patching.wrap(FILE, Storage.prototype, "setItem", signal, ifOurs, { failed });
    patching.wrap(FILE, Storage.prototype, "removeItem", signal, ifOurs);
    patching.wrap(FILE, Storage.prototype, "clear", signal, (self) => {
      if (self === storage) noticeChange();
    });
    noticeChange();
  }

  /** @param {Event} event */
  function onStorageEvent(event) {
    const { key, storageArea } = /** @type {StorageEvent} */ (event);
    // A null key says that the storage was cleared.
    if (storageArea === storage && (key === KEY || key === null)) noticeChange();
  }

  return Object.freeze({
    start,
    noticeChange,
    changedAt: () => changedAt,
    /** Whether sessionStorage holds a store at this moment. */
    isThere: () => storage !== undefined && natives.getItem(storage, KEY) !== null,
    /** @param {(text: string | null) => void} listener called when something else was read */
    listen: (listener) => void (hearOfChange = listener),
  });
})();

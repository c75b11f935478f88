// @ts-check
// Reads the page's media store in memory where sessionStorage does not tell the outcomes (spec H7):
// looks for it in React's state, listens to it, and hands on its text in the form that the session's has. It
// calls `getState` and `subscribe` of it and nothing else, and reads plain data alone. What the text says is
// for crates/grok, as of the other.

const memoryStore = (() => {
  const { maps, told, also, once, ids: names_of_ids } = RETAKE_SELECTORS.store.memory;
  const FILE = "memory_store.js";
  /** Milliseconds that a post may be on show without a store in sessionStorage. */
  const POST_WITHOUT = 5_000;
  /** Milliseconds that a generation may have ended without a word of the store. */
  const END_WITHOUT = 10_000;
  /** Milliseconds between two searches, at least; each that finds nothing doubles it. */
  const SEARCH_EVERY = 10_000;
  const SEARCH_AT_LEAST_EVERY = 320_000;
  /** Milliseconds between two readings, at least. */
  const READ_EVERY = 250;
  /** Bytes of the text at most. */
  const MOST_BYTES = 4_000_000;
  /** How many of the maps a media store has at least. */
  const MOST_LIKELY = 3;
  /** Values that one entry may hold; a longer one is left out. */
  const MOST_IN_AN_ENTRY = 4_000;

  const { isObject, own, names, kindOf, lengthOf, json } = plainData;

  /** @typedef {{ getState: () => unknown, subscribe: (listener: () => void) => unknown }} Store */

  /** @type {AbortSignal | undefined} */
  let ended;
  /** The one that was found. @type {Store | undefined} */
  let store;
  /** Ends the listening to it. @type {unknown} */
  let stop;
  /** Whether sessionStorage has left something untold, so that the store in memory is wanted. */
  let isWanted = false;
  let isSearching = false;
  let isReading = false;
  let searchedAt = -SEARCH_EVERY;
  let searchAgainAfter = SEARCH_EVERY;
  let readAt = -READ_EVERY;
  let readIsDue = false;
  /** What the maps were when they were read last. @type {unknown[]} */
  let held = [];
  /** The texts of entries, lists and maps, by what they were written of: Grok's store changes nothing in place,
   * it puts something new there. @type {WeakMap<object, Written>} */
  let written = new WeakMap();
  /** What is read once only, by its name. @type {Map<string, Written>} */
  let kept = new Map();

  /** Whether it may be looked for and read at all. */
  const isAllowed = () =>
    ended?.aborted === false && bridge.isAdmitted() && overrides.usesMemoryStore() && !cloudflareCheck.isShown();

  /** What a store holds now; undefined: it is no media store. @param {object} candidate */
  function stateOf(candidate) {
    const getState = own(candidate, "getState");
    /** @type {unknown} */
    let state;
    try {
      state = typeof getState === "function" ? natives.apply(getState, candidate, []) : undefined;
    } catch {
      // Whatever it is, it is not Grok's.
    }
    if (!isObject(state)) return undefined;
    const held = /** @type {object} */ (state);
    return maps.filter((name) => isObject(own(held, name))).length >= MOST_LIKELY ? held : undefined;
  }

  /** What stands under one key of a map: a list of entries, or a single one. @param {unknown} value */
  function entriesOf(value) {
    if (!isObject(value) || kindOf(value) !== "list") return [value];
    return Array.from({ length: lengthOf(value) }, (_, index) => own(value, index));
  }

  /**
   * Whether a state knows one of `ids`, as a key or as an entry's own.
   * @param {object} state
   * @param {string[]} ids
   * @returns {Generator<void, boolean>}
   */
  function* knows(state, ids) {
    const all = maps.map((name) => own(state, name)).filter(isObject);
    if (all.some((map) => ids.some((id) => own(map, id) !== undefined))) return true;
    /** @param {unknown} id */
    const isMeant = (id) => typeof id === "string" && ids.some((one) => routeWatch.isSameId(one, id));
    for (const map of told.map((name) => own(state, name)).filter(isObject)) {
      for (const name of names(map)) {
        const entries = entriesOf(own(map, name)).filter(isObject);
        if (entries.some((entry) => names_of_ids.some((id) => isMeant(own(entry, id))))) return true;
        yield;
      }
    }
    return false;
  }

  /** The ids of what is on show: of the address, and of the large video. */
  function idsOnShow() {
    const ids = [routeWatch.shownPost(), routeWatch.conversation(), ...onShow.videosShown()];
    return ids.flatMap((id) => (id === null ? [] : [id, id.toLowerCase()]));
  }

  /** The store that holds what is on show. @returns {Generator<void, Store | undefined>} */
  function* find() {
    const ids = idsOnShow();
    for (const candidate of reactState.walk()) {
      const state = candidate && stateOf(candidate);
      if (state && (yield* knows(state, ids))) return /** @type {Store} */ (candidate);
      yield;
    }
    return undefined;
  }

  /** Looks for the store, and listens to it. @param {AbortSignal} signal */
  async function search(signal) {
    isSearching = true;
    searchedAt = natives.now();
    store = await idleWork.run(find(), signal);
    isSearching = false;
    if (store) listen(store);
    else searchAgainAfter = Math.min(searchAgainAfter * 2, SEARCH_AT_LEAST_EVERY);
  }

  /** Begins to hear of changes, and reads what is there. @param {Store} found */
  function listen(found) {
    if (!isAllowed()) return letGo();
    lastSeen.note("memory_store");
    const subscribe = own(found, "subscribe");
    if (typeof subscribe === "function") stop = natives.apply(subscribe, found, [onChange]);
    readSoon();
  }

  function letGo() {
    if (typeof stop === "function") natives.apply(stop, undefined, []);
    stop = undefined;
    store = undefined;
    held = [];
    written = new WeakMap();
    kept = new Map();
  }

  /** What decides whether there is news, of a state. @param {object} state */
  const toldOf = (state) => told.map((name) => own(state, name));

  /** Whether another object stands there than when it was read last. @param {object} state */
  const hasNews = (state) => toldOf(state).some((map, index) => map !== held[index]);

  /** The store calls this within the page's own writes, so it does next to nothing. */
  const onChange = reporting.guard(FILE, () => {
    const state = isWanted && !readIsDue && store ? stateOf(store) : undefined;
    if (state && hasNews(state)) readSoon();
  });

  /** Has the store read soon; called any number of times, it is read once. */
  function readSoon() {
    readIsDue = true;
    const work = () => void read().catch((error) => reporting.problem(FILE, error));
    natives.setTimeout(work, Math.max(0, readAt + READ_EVERY - natives.now()));
  }

  async function read() {
    readIsDue = false;
    if (!store || !isWanted || !isAllowed() || isReading || !ended) return;
    const state = stateOf(store);
    if (!state || !hasNews(state)) return;
    isReading = true;
    readAt = natives.now();
    const text = await idleWork.run(textOf(state), ended);
    isReading = false;
    // Meanwhile sessionStorage may have spoken.
    if (!isWanted || !store) return;
    held = toldOf(state);
    if (text === undefined) return;
    lastSeen.note("memory_store");
    snapshots.offer(text, "memory");
    // It may have changed since.
    readSoon();
  }

  /** A text, and how many bytes it takes. @typedef {{ text: string, bytes: number }} Written */

  /** The text of one entry; undefined where it is none, or too long. @param {unknown} entry @returns {Written | undefined} */
  function entryText(entry) {
    const before = isObject(entry) ? written.get(entry) : undefined;
    if (before) return before;
    const text = json(entry, MOST_IN_AN_ENTRY);
    if (text === undefined) return undefined;
    const made = { text, bytes: texts.bytesOf(text) };
    if (isObject(entry)) written.set(entry, made);
    return made;
  }

  /** The text of a list of entries. @param {object} list @param {number} room bytes @returns {Generator<void, Written>} */
  function* listText(list, room) {
    const before = written.get(list);
    if (before) return before;
    const parts = [];
    let bytes = 2;
    const length = lengthOf(list);
    for (let index = 0; index < length && bytes <= room; index += 1) {
      const entry = entryText(own(list, index)) ?? { text: "null", bytes: 4 };
      parts.push(entry.text);
      bytes += entry.bytes + 1;
      yield;
    }
    const made = { text: `[${parts.join(",")}]`, bytes };
    if (bytes <= room) written.set(list, made);
    return made;
  }

  /**
   * The text of a map of entries, or of lists of them: as much as there is room for.
   * @param {object} map
   * @param {number} room bytes
   * @returns {Generator<void, Written & { isWhole: boolean }>}
   */
  function* mapText(map, room) {
    const before = written.get(map);
    if (before && before.bytes <= room) return { ...before, isWhole: true };
    const parts = [];
    let bytes = 2;
    let isWhole = true;
    for (const name of names(map)) {
      const value = own(map, name);
      const isList = isObject(value) && kindOf(value) === "list";
      const made = isList ? yield* listText(value, room) : entryText(value);
      yield;
      if (!made) continue;
      const part = `${natives.quote(name)}:${made.text}`;
      const more = made.bytes + texts.bytesOf(name) + 4;
      isWhole = bytes + more <= room;
      if (!isWhole) break;
      bytes += more;
      parts.push(part);
    }
    const whole = { text: `{${parts.join(",")}}`, bytes };
    if (isWhole) written.set(map, whole);
    return { ...whole, isWhole };
  }

  /**
   * The text of a state, in the form of the session's. What decides comes first, and is sent whole or not at
   * all; of the rest what there is room for.
   * @param {object} state
   * @returns {Generator<void, string | undefined>}
   */
  function* textOf(state) {
    const parts = [];
    let room = MOST_BYTES;
    for (const name of [...told, ...also, ...once]) {
      const map = own(state, name);
      const before = kept.get(name);
      if (!before && !isObject(map)) continue;
      const made = before ?? (yield* mapText(/** @type {object} */ (map), room));
      if (told.includes(name) && "isWhole" in made && !made.isWhole) {
        reporting.problem(FILE, `${name} of the page's store is longer than ${MOST_BYTES} bytes: it is not read`);
        return undefined;
      }
      if (once.includes(name)) kept.set(name, made);
      if (made.bytes > room) continue;
      room -= made.bytes;
      parts.push(`${natives.quote(name)}:${made.text}`);
    }
    return `{"state":{${parts.join(",")}}}`;
  }

  /** Does what is due, where something has happened. */
  function consider() {
    if (!isWanted || isSearching || !isAllowed()) return;
    const isTime = natives.now() - searchedAt >= searchAgainAfter;
    if (store) readSoon();
    else if (isTime && ended && routeWatch.shownPost() !== null) {
      search(ended).catch((error) => reporting.problem(FILE, error));
    }
  }

  /** sessionStorage has left something untold. */
  function want() {
    isWanted = true;
    searchAgainAfter = SEARCH_EVERY;
    consider();
  }

  let postTimer = 0;

  /** A post has come on show, or sessionStorage holds no store any more. */
  function onRoute() {
    natives.clearTimeout(postTimer);
    const post = routeWatch.shownPost();
    if (post === null) return;
    const look = () => {
      if (routeWatch.shownPost() === post && !storeWatch.isThere()) want();
    };
    postTimer = natives.setTimeout(reporting.guard(FILE, look), POST_WITHOUT);
  }

  let endIsWaitedFor = false;

  /** A generation has ended, as its stream says: the store should say so as well. */
  function onEnd() {
    if (endIsWaitedFor || (isWanted && store)) return;
    endIsWaitedFor = true;
    const at = natives.now();
    const look = () => {
      endIsWaitedFor = false;
      if (storeWatch.changedAt() < at) want();
    };
    natives.setTimeout(reporting.guard(FILE, look), END_WITHOUT);
  }

  /** What sessionStorage holds has changed: where it holds a store, that is heard instead. @param {string | null} text */
  function onSession(text) {
    if (text === null) return onRoute();
    isWanted = false;
    held = [];
  }

  /** The user's setting may have changed. */
  function onSetting() {
    if (overrides.usesMemoryStore()) consider();
    else letGo();
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    ended = signal;
    routeWatch.listen(reporting.guard(FILE, onRoute));
    streamWatch.listenForEnds(reporting.guard(FILE, onEnd));
    storeWatch.listen(reporting.guard(FILE, onSession));
    overrides.listen(reporting.guard(FILE, onSetting));
    domChanges.listen(reporting.guard(FILE, () => void (!store && consider())));
    natives.listen(signal, "abort", reporting.guard(FILE, letGo), {});
    onRoute();
  }

  /** What is known of it at this moment; null: it is not read. */
  function explain() {
    if (store) return isWanted ? "found in React's state, and read" : "found in React's state; the session is read";
    return null;
  }

  return Object.freeze({ start, explain });
})();

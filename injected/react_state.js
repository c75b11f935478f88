// @ts-check
// Walks through the state of the page's React components, from the roots along child and sibling, and hands
// over what may be a store: an object or function that holds the functions of one (spec H7). It reads data
// properties alone and calls nothing. Names of React's own are of React 17 to 19; where they have changed,
// nothing is found.

const reactState = (() => {
  /** What a store holds, each a function. */
  const STORE = ["getState", "setState", "subscribe", "getInitialState"];
  const ROOT = "__reactContainer$";
  const FIBER = "__reactFiber$";
  /** Where an object of a hook may hold one: a ref, an effect, and what libraries call it. A look at all that it
   * holds would go through the page's data as well. */
  const HOLDERS = ["current", "deps", "store", "api", "value"];
  /** Bounds of a walk: elements looked at for a root, components, hooks of one, values of one hook and levels of
   * them, entries of a list. */
  const MOST_ELEMENTS = 2_000;
  const MOST_FIBERS = 50_000;
  const MOST_HOOKS = 100;
  const MOST_VALUES = 60;
  const MOST_LEVELS = 3;
  const MOST_ENTRIES = 12;

  const { isObject, own, kindOf, lengthOf } = plainData;

  /** @param {unknown} value @param {string} name */
  const at = (value, name) => (isObject(value) ? own(value, name) : undefined);

  /** Whether `value` holds the functions of a store. @param {unknown} value @returns {value is object} */
  function isStore(value) {
    const isHolder = isObject(value) || typeof value === "function";
    return isHolder && STORE.every((name) => typeof own(/** @type {object} */ (value), name) === "function");
  }

  /** What React has put on a node under a name that begins so. @param {Node} node @param {string} beginning */
  function put(node, beginning) {
    const name = natives.ownNames(node).find((one) => one.startsWith(beginning));
    return name === undefined ? undefined : own(node, name);
  }

  /** The fiber that is at the top of `fiber`'s tree as it is now. @param {unknown} fiber */
  function currentRoot(fiber) {
    let top = fiber;
    for (let above = at(top, "return"), steps = 0; isObject(above) && steps < MOST_FIBERS; steps += 1) {
      top = above;
      above = at(top, "return");
    }
    return at(at(top, "stateNode"), "current");
  }

  /** The roots of React on the page. @returns {Generator<undefined, object[]>} */
  function* findRoots() {
    /** @type {Set<object>} */
    const roots = new Set();
    let looked = 0;
    for (const node of [document, ...elements.all("*").slice(0, MOST_ELEMENTS)]) {
      // A node that React drew leads to its root as well, where the root's own has another name.
      const fiber = put(node, ROOT) ?? (roots.size === 0 ? put(node, FIBER) : undefined);
      const root = fiber && currentRoot(fiber);
      if (isObject(root)) roots.add(root);
      looked += 1;
      if (looked % 20 === 0) yield undefined;
    }
    return [...roots];
  }

  /**
   * The stores in what a hook holds: the value, or what a list or an object in it holds.
   * @param {unknown} value
   * @param {{ left: number }} room
   * @param {number} [levels]
   * @returns {object[]}
   */
  function storesIn(value, room, levels = MOST_LEVELS) {
    room.left -= 1;
    if (room.left < 0) return [];
    if (isStore(value)) return [value];
    if (!isObject(value) || levels === 0) return [];
    const kind = kindOf(value);
    if (kind === "other") return [];
    const places = kind === "list" ? [...Array(Math.min(lengthOf(value), MOST_ENTRIES)).keys()] : HOLDERS;
    return places.flatMap((place) => storesIn(own(value, place), room, levels - 1));
  }

  /** The stores in a component's state: in its hooks, or in the state of a class. @param {object} fiber */
  function storesOf(fiber) {
    /** @type {object[]} */
    const found = [];
    let hook = own(fiber, "memoizedState");
    for (let count = 0; isObject(hook) && count < MOST_HOOKS; count += 1) {
      const isHook = natives.hasOwn(hook, "next") && natives.hasOwn(hook, "memoizedState");
      found.push(...storesIn(isHook ? own(hook, "memoizedState") : hook, { left: MOST_VALUES }));
      hook = isHook ? own(hook, "next") : undefined;
    }
    return found;
  }

  /**
   * Looks for stores, component by component: each once, and nothing in between.
   * @returns {Generator<object | undefined, void>}
   */
  function* walk() {
    const stack = yield* findRoots();
    const seen = new WeakSet();
    for (let count = 0; stack.length > 0 && count < MOST_FIBERS; count += 1) {
      const fiber = /** @type {object} */ (stack.pop());
      for (const store of storesOf(fiber)) {
        if (seen.has(store)) continue;
        seen.add(store);
        yield store;
      }
      for (const next of [own(fiber, "sibling"), own(fiber, "child")]) if (isObject(next)) stack.push(next);
      yield undefined;
    }
  }

  return Object.freeze({ walk });
})();

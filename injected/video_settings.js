// @ts-check
// Length and resolution of the next video (spec U1, U2), where the page shows a choice of them: reads
// which holds, and presses another. What is wanted, and what follows where the page has no such choice, is for others to
// say. Where it is not sure which of the choices holds, there is none.

const videoSettings = (() => {
  const { openers, menus, choices, chosen, exclude } = RETAKE_SELECTORS.video_settings;
  const PATTERNS = {
    length: new RegExp(RETAKE_SELECTORS.video_settings.length),
    resolution: new RegExp(RETAKE_SELECTORS.video_settings.resolution),
  };
  /** Milliseconds that the page gets to show a menu, or to take a choice of it. */
  const SETTLE = 150;
  /** Milliseconds that a choice which stays on show gets to show that it is taken. */
  const TAKEN_WITHIN = 350;

  /** @typedef {"length" | "resolution"} Kind */
  /** `right`: it holds; an element: pressing that makes it hold; `other`: another one holds and it can't be had; `unknown`.
   * @typedef {"right" | "other" | "unknown" | HTMLElement} State */

  /** @param {Element} element */
  const isShown = (element) => elements.isVisible(element) && !elements.isInside(element, exclude);

  /** Those of `found` that show, and are not another post's. @param {Element[]} found */
  function shownOf(found) {
    const place = ownPost.find();
    return found.filter((element) => isShown(element) && ownPost.mayHold(element, place));
  }

  /** @param {string[]} selectors @returns {HTMLElement | null} */
  function firstShown(selectors) {
    const [found] = shownOf(selectors.flatMap((selector) => elements.all(selector)));
    return /** @type {HTMLElement | undefined} */ (found) ?? null;
  }

  /**
   * The value that `element` is named after, and nothing else; null: none of this kind.
   * @param {Element} element
   * @param {Kind} kind
   */
  function valueOf(element, kind) {
    const names = [elements.text(element), elements.plain(natives.getAttribute(element, "aria-label"))];
    return names.map((name) => PATTERNS[kind].exec(elements.digits(name))?.[1]).find((value) => value !== undefined) ?? null;
  }

  /**
   * How the page stands to `wanted`.
   * @param {Kind} kind
   * @param {string} wanted
   * @returns {State}
   */
  function look(kind, wanted) {
    // Where the page has a form for it, choices elsewhere are others.
    const form = composers.find()?.form;
    const all = new Set(choices.flatMap((selector) => elements.all(selector, form)));
    const named = shownOf([...all].filter((element) => valueOf(element, kind) !== null));
    const holding = named.filter((element) => chosen.some((selector) => natives.matches(element, selector)));
    const [only] = holding;
    if (!only || holding.length > 1) return "unknown";
    if (valueOf(only, kind) === wanted) return "right";
    const others = named.filter((element) => valueOf(element, kind) === wanted && !pressing.isDisabled(element));
    return others.length === 1 ? /** @type {HTMLElement} */ (others[0]) : "other";
  }

  const settle = () => natives.pause(SETTLE);

  /** Opens the menu of the choices, where there is one. @returns {Promise<boolean>} whether it is open */
  async function open() {
    // There its menus are for other things.
    if (composers.isPage()) return false;
    if (firstShown(menus)) return true;
    const opener = firstShown(openers);
    if (!opener) return false;
    pointer.press(opener);
    await settle();
    return firstShown(menus) !== null;
  }

  async function close() {
    const menu = firstShown(menus);
    // Escape reaches whatever lies on top.
    if (!menu || dialogs.isOver(control.find())) return;
    natives.dispatch(menu, new natives.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    await settle();
  }

  /**
   * Sees to it that `wanted` holds.
   * @param {Kind} kind
   * @param {string} wanted
   * @param {boolean} mayOpen whether a menu may be opened for it
   * @returns {Promise<State>}
   */
  async function put(kind, wanted, mayOpen) {
    let state = look(kind, wanted);
    if (state === "unknown" && mayOpen && (await open())) state = look(kind, wanted);
    if (typeof state === "string") return state;
    pointer.press(state);
    await settle();
    await waiting.until(() => look(kind, wanted) === "right" || look(kind, wanted) === "unknown", TAKEN_WITHIN - SETTLE);
    state = look(kind, wanted);
    // A menu closes with a choice; whether the page took it shows when it is open again.
    if (state === "unknown" && mayOpen && (await open())) state = look(kind, wanted);
    return state;
  }

  /** @typedef {{ kind: Kind, wanted: string, isToBeSure: boolean }} Required */

  /** @param {Wire.VideoSettings} settings @returns {Required[]} */
  function wishes({ length, resolution }) {
    /** @type {Required[]} */
    const all = [];
    if (typeof length?.value === "number") {
      all.push({ kind: "length", wanted: `${Math.round(length.value)}`, isToBeSure: length.strictness === "mandatory" });
    }
    if (typeof resolution?.value === "string") {
      const wanted = elements.plain(resolution.value);
      all.push({ kind: "resolution", wanted, isToBeSure: resolution.strictness === "mandatory" });
    }
    return all;
  }

  /**
   * Sees to it that the next video is made with `settings`.
   * @param {Wire.VideoSettings} settings
   * @returns {Promise<boolean>} whether it will be, as far as the settings ask for that to be sure
   */
  async function hold(settings) {
    const hadMenu = firstShown(menus) !== null;
    let allHold = true;
    for (const { kind, wanted, isToBeSure } of wishes(settings)) {
      const state = await put(kind, wanted, isToBeSure);
      allHold &&= state === "right" || (state === "unknown" && !isToBeSure);
    }
    if (!hadMenu && !composers.isPage()) await close();
    return allHold;
  }

  /** Whether the page shows that the next video will be another. @param {Wire.VideoSettings} settings */
  function areOthers(settings) {
    const states = wishes(settings).map(({ kind, wanted }) => look(kind, wanted));
    return states.some((state) => state !== "right" && state !== "unknown");
  }

  /** What the choices, or the menu of them, are found by at this moment; null: neither is shown. */
  function explain() {
    /** @param {Element} element */
    const isChoice = (element) => (valueOf(element, "length") ?? valueOf(element, "resolution")) !== null;
    const byChoice = choices.find((how) => elements.all(how).some((one) => isShown(one) && isChoice(one)));
    return byChoice ?? openers.find((how) => elements.all(how).some(isShown)) ?? null;
  }

  return Object.freeze({ hold, areOthers, explain });
})();

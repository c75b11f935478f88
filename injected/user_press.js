// @ts-check
// Tells that the user has begun a video by himself: by a control that makes one, by Enter in the prompt box,
// or by anything else that a request for a video follows at once. What the script presses is none of it.
// What a press of the user's means is for the engine to say; it hears whether the control itself was pressed.

const userPress = (() => {
  const FILE = "user_press.js";
  const { candidates, never } = RETAKE_SELECTORS.generate_control;
  /** Milliseconds within which what the user did and what the page does belong together. */
  const TOGETHER = 2_000;
  /** Milliseconds that a press of the script's waits for its request. */
  const OWN_WITHIN = 20_000;
  /** Milliseconds within which two events are one press. */
  const ONE_PRESS = 500;

  /** When the user last clicked or pressed Enter in the box, and whether that was sent. */
  let usedAt = -Infinity;
  let isUseTold = false;
  let enteredAt = -Infinity;
  let toldAt = -Infinity;
  /** When the script pressed last; -Infinity: its request has come. */
  let ownAt = -Infinity;

  /** @param {Wire.PressSign} by */
  function tell(by) {
    isUseTold = true;
    const now = natives.now();
    if (now - toldAt < ONE_PRESS) return;
    toldAt = now;
    bridge.signal({ type: "user_press", by });
  }

  /** Whether the form makes a video, of whatever kind. @param {NonNullable<ReturnType<typeof composers.find>>} composer */
  const makesVideo = (composer) => composers.isExtending(composer) || composers.modeOf(composer) === "video";

  /** Whether a click on `element` begins a video. @param {Element} element */
  function beginsVideo(element) {
    if (elements.isInside(element, never)) return false;
    const composer = composers.find();
    if (composer && composer.form.contains(element)) {
      return element === control.find().button && makesVideo(composer);
    }
    const kind = control.kindOf(element);
    // A word that other buttons carry too counts where the script would press it.
    return kind === "make_video" || kind === "redo" || element === control.find().button;
  }

  /** @param {Event} event */
  function onClick(event) {
    if (!natives.isTrusted(event)) return;
    usedAt = natives.now();
    isUseTold = false;
    const { target } = event;
    if (!(target instanceof Element)) return;
    const element = candidates.map((selector) => elements.nearest(target, selector)).find((one) => one !== null);
    if (element && !pressing.isDisabled(element) && beginsVideo(element)) tell("control");
  }

  /** @param {Event} event */
  function onKey(event) {
    const { key, isComposing, shiftKey, altKey, target } = /** @type {KeyboardEvent} */ (event);
    if (key !== "Enter" || isComposing || shiftKey || altKey || !natives.isTrusted(event)) return;
    const { box } = control.find();
    if (!box || !(target instanceof Element) || !box.contains(target)) return;
    usedAt = natives.now();
    enteredAt = usedAt;
    isUseTold = false;
  }

  /** A form is sent off: what Enter does is the page's to say. @param {Event} event */
  function onSubmit(event) {
    if (natives.now() - enteredAt > TOGETHER || isUseTold) return;
    const composer = composers.find();
    if (composer && event.target === composer.form && makesVideo(composer)) tell("control");
  }

  /** The page asks for a video. */
  function onRequest() {
    const now = natives.now();
    const isOurs = now - ownAt < OWN_WITHIN;
    ownAt = -Infinity;
    if (!isOurs && !isUseTold && now - usedAt < TOGETHER) tell(usedAt === enteredAt ? "control" : "request");
  }

  /** @param {AbortSignal} signal */
  function start(signal) {
    const options = { signal, capture: true, passive: true };
    natives.listen(window, "click", reporting.guard(FILE, onClick), options);
    natives.listen(window, "keydown", reporting.guard(FILE, onKey), options);
    natives.listen(window, "submit", reporting.guard(FILE, onSubmit), options);
    networkWatch.listenForRequests(reporting.guard(FILE, onRequest));
  }

  return Object.freeze({
    start,
    /** The script itself presses. */
    ownPress: () => void (ownAt = natives.now()),
  });
})();

// @ts-check
// Carries out one action: the prompt in place, then one click, and exactly one answer for each
// action id (spec C9). It decides nothing: when to act, and what follows a refusal, is the engine's.
// Whatever it is not sure of ends in a refusal without a click.

const acting = (() => {
  const FILE = "act.js";
  /** Milliseconds that React gets to take the written prompt into its state. */
  const SETTLE = 150;

  /** Ids that were taken on, so that none is ever carried out twice. @type {Set<number>} */
  const seen = new Set();
  /** @type {RetakeAction[]} */
  const waiting = [];
  let busy = false;
  /** @type {AbortSignal | undefined} */
  let ended;

  /**
   * Takes on an action; the answer comes as a signal.
   * @param {unknown} action
   */
  function act(action) {
    const { action_id, post_id, prompt, settings } = /** @type {Partial<RetakeAction>} */ (Object(action));
    if (typeof action_id !== "number" || !Number.isSafeInteger(action_id)) {
      reporting.problem(FILE, "an action without an id was asked for: it was not carried out");
      return;
    }
    if (seen.has(action_id)) return;
    seen.add(action_id);
    if (typeof post_id !== "string" || typeof prompt !== "string") {
      answer(action_id, "other");
      return;
    }
    waiting.push({ action_id, post_id, prompt, settings: settings ?? null });
    void work();
  }

  /** One action at a time: two at once would write over each other's prompt. */
  async function work() {
    if (busy) return;
    busy = true;
    for (let action = waiting.shift(); action; action = waiting.shift()) {
      answer(action.action_id, await carryOut(action));
    }
    busy = false;
  }

  /**
   * @param {number} action_id
   * @param {RetakeResult} result
   */
  function answer(action_id, result) {
    bridge.signal({ type: "action_result", action_id, result });
  }

  /**
   * @param {RetakeAction} action
   * @returns {Promise<RetakeResult>}
   */
  async function carryOut(action) {
    try {
      if (leaveModerated(action)) await settle();
      if (!(await settingsHold(action))) return "other_video_settings";
      const first = prepare(action);
      if ("refusal" in first) return first.refusal;
      await settle();
      if (insistOnPrompt(action)) await settle();
      const refusal = recheck(action, first.button);
      if (refusal) return refusal;
      // Nothing may stand between the check and the click.
      natives.click(first.button);
      return "clicked";
    } catch (error) {
      reporting.problem(FILE, error);
      return "other";
    }
  }

  /**
   * The view may stay on a moderated attempt, where nothing can be made: goes back to its image.
   * @param {RetakeAction} action
   * @returns {boolean} whether it did
   */
  function leaveModerated(action) {
    if (pageRefusal(action) || control.generateControl(control.promptBox())) return false;
    const back = control.backToImage();
    if (back) natives.click(back);
    return back !== null;
  }

  /** Where the page shows something else, prepare says so. @param {RetakeAction} action */
  const settingsHold = async (action) =>
    action.settings === null || pageRefusal(action) !== null || (await videoSettings.hold(action.settings));

  const settle = () => natives.pause(SETTLE);

  /**
   * Tries the last resort where the box does not hold the prompt yet and the page is still the one.
   * @param {RetakeAction} action
   * @returns {boolean} whether it was needed
   */
  function insistOnPrompt(action) {
    const box = control.promptBox();
    const isNeeded =
      box !== null && !isBlank(action.prompt) && !pageRefusal(action) && !promptBox.holds(box, action.prompt);
    if (isNeeded) promptBox.insist(box, action.prompt);
    return isNeeded;
  }

  /**
   * Checks that the action can be carried out, and writes the prompt.
   * @param {RetakeAction} action
   * @returns {{ button: HTMLElement } | { refusal: RetakeResult }}
   */
  function prepare(action) {
    const refusal = pageRefusal(action);
    if (refusal) return { refusal };
    const box = control.promptBox();
    const button = control.generateControl(box);
    if (!button) return missing("generate control");
    if (isBlank(action.prompt)) {
      return control.isDisabled(button) ? { refusal: "control_disabled" } : { button };
    }
    if (!box) return missing("prompt box");
    // A control is often disabled because the box is empty, so with something to write that is asked afterwards.
    if (!promptBox.holds(box, action.prompt)) promptBox.write(box, action.prompt);
    return { button };
  }

  /**
   * Whether everything still stands as it must for the click; what forbids it, if not.
   * @param {RetakeAction} action
   * @param {HTMLElement} button
   * @returns {RetakeResult | null}
   */
  function recheck(action, button) {
    if (ended?.aborted) return "other";
    const refusal = pageRefusal(action);
    if (refusal) return refusal;
    const box = control.promptBox();
    if (!isBlank(action.prompt) && !(box && promptBox.holds(box, action.prompt))) return "prompt_not_accepted";
    if (action.settings && videoSettings.areOthers(action.settings)) return "other_video_settings";
    // Another control in its place is another decision, even under the same name.
    if (control.generateControl(box) !== button) return "control_missing";
    return control.isDisabled(button) ? "control_disabled" : null;
  }

  /**
   * @param {RetakeAction} action
   * @returns {RetakeResult | null}
   */
  function pageRefusal(action) {
    if (routeWatch.shownPost() !== action.post_id) return "not_this_image";
    return progressWatch.shown() === null ? null : "generation_under_way";
  }

  /** @param {string} what @returns {{ refusal: RetakeResult }} */
  function missing(what) {
    reporting.problem(FILE, `no ${what} was found on the page: none of its selectors and labels matched`);
    return { refusal: "control_missing" };
  }

  /** @param {string} prompt */
  const isBlank = (prompt) => prompt.trim() === "";

  /** @param {AbortSignal} signal */
  function start(signal) {
    ended = signal;
  }

  return Object.freeze({ start, act });
})();

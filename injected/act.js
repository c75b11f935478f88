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
  /** @type {Wire.PageAction[]} */
  const waiting = [];
  let busy = false;
  /** @type {AbortSignal | undefined} */
  let ended;

  /**
   * Takes on an action; the answer comes as a signal.
   * @param {unknown} action
   */
  function act(action) {
    const { action_id, post_id, image_ids, prompt, settings } = /** @type {Partial<Wire.PageAction>} */ (Object(action));
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
    const ids = Array.isArray(image_ids) ? image_ids.filter((id) => typeof id === "string") : [];
    waiting.push({ action_id, post_id, image_ids: ids, prompt, settings: settings ?? null });
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
   * @param {Wire.ActionResult} result
   */
  function answer(action_id, result) {
    bridge.signal({ type: "action_result", action_id, result });
  }

  /**
   * @param {Wire.PageAction} asked
   * @returns {Promise<Wire.ActionResult>}
   */
  async function carryOut(asked) {
    /** @type {Draft | null} */
    let draft = null;
    try {
      if (leaveModerated(asked)) await settle();
      const refused = pageRefusal(asked, control.find());
      if (refused) return refused;
      const action = await reaching.reach(asked);
      if (typeof action === "string") return action;
      // Whatever can be known is asked before anything is touched, and again before a letter is written.
      const obstacle = obstacleTo(action);
      if (obstacle) return obstacle;
      const hasSettings = await settingsHold(action);
      const ready = readyFor(action);
      if ("refusal" in ready) return ready.refusal;
      if (!hasSettings) return "other_video_settings";
      draft = write(action, ready.box);
      await settle();
      if (insistOnPrompt(action)) await settle();
      const refusal = recheck(action, ready.button);
      if (!refusal) {
        userPress.ownPress();
        // Nothing may stand between the check and the click.
        natives.click(ready.button);
        return "clicked";
      }
      await takeBack(action, draft);
      return refusal;
    } catch (error) {
      reporting.problem(FILE, error);
      await takeBack(asked, draft).catch(() => {});
      return "other";
    }
  }

  /**
   * The view may stay on a moderated attempt, where nothing can be made: goes back to its image.
   * @param {Wire.PageAction} action
   * @returns {boolean} whether it did
   */
  function leaveModerated(action) {
    const controls = control.find();
    if (pageRefusal(action, controls) || controls.button || controls.isUnclear) return false;
    const back = control.backToImage();
    if (back) natives.click(back);
    return back !== null;
  }

  /** @param {Wire.PageAction} action */
  const settingsHold = async (action) => action.settings === null || videoSettings.hold(action.settings);

  const settle = () => natives.pause(SETTLE);

  /** What the box held before the prompt was written, and how often the user had typed by then.
   * @typedef {{ box: HTMLElement, text: string, inputs: number }} Draft */

  /**
   * Writes the prompt, where there is one and the box does not hold it.
   * @param {Wire.PageAction} action
   * @param {HTMLElement | null} box
   * @returns {Draft | null} what it wrote over; null: nothing
   */
  function write({ prompt }, box) {
    if (box === null || isBlank(prompt) || promptBox.holds(box, prompt)) return null;
    const draft = { box, text: promptBox.read(box), inputs: activityWatch.inputs() };
    promptBox.write(box, prompt);
    return draft;
  }

  /**
   * Puts the user's draft back, unless the page has something else there by now or the user has typed since.
   * @param {Wire.PageAction} action
   * @param {Draft | null} draft
   */
  async function takeBack({ prompt }, draft) {
    if (draft === null) return;
    const { text, inputs } = draft;
    const box = draft.box.isConnected ? draft.box : control.find().box;
    const isOurs = () =>
      box !== null && !ended?.aborted && promptBox.holds(box, prompt) && activityWatch.inputs() === inputs;
    if (box === null || !isOurs()) return;
    promptBox.write(box, text);
    await settle();
    if (isOurs()) promptBox.insist(box, text);
  }

  /**
   * Tries the last resort where the box does not hold the prompt yet and the page is still the one.
   * @param {Wire.PageAction} action
   * @returns {boolean} whether it was needed
   */
  function insistOnPrompt(action) {
    const controls = control.find();
    const { box } = controls;
    const isNeeded =
      box !== null && !isBlank(action.prompt) && !pageRefusal(action, controls) && !promptBox.holds(box, action.prompt);
    if (isNeeded) promptBox.insist(box, action.prompt);
    return isNeeded;
  }

  /**
   * What keeps the action from being carried out, whatever is written; null: nothing.
   * @param {Wire.PageAction} action
   * @returns {Wire.ActionResult | null}
   */
  function obstacleTo(action) {
    const ready = readyFor(action);
    return "refusal" in ready ? ready.refusal : null;
  }

  /**
   * What the action needs of the page, all of it there.
   * @param {Wire.PageAction} action
   * @returns {{ box: HTMLElement | null, button: HTMLElement } | { refusal: Wire.ActionResult }}
   */
  function readyFor(action) {
    const controls = control.find();
    const { box, button, isUnclear, composer } = controls;
    const refusal = pageRefusal(action, controls) ?? (composer && reaching.obstacleIn(action, composer));
    if (refusal) return { refusal };
    if (isUnclear) return missing("the page shows several posts, and it can't be told which of them its address means");
    if (!button) return missing("no generate control was found on the page: none of its selectors and labels matched");
    if (composer && composers.isNever(button)) return missing("what the settings name makes no video of the image");
    if (pressing.isBlocked(button, box)) return { refusal: "control_disabled" };
    const isDisabled = pressing.isDisabled(button);
    if (isBlank(action.prompt)) {
      if (!isDisabled) return { box, button };
      const isForWantOfOne = composer !== null && box !== null && isBlank(promptBox.read(box));
      return { refusal: isForWantOfOne ? "prompt_needed" : "control_disabled" };
    }
    if (!box) return missing("no prompt box was found on the page: none of its selectors matched");
    // A control is often disabled because the box is empty; over a text it is for another reason.
    if (isDisabled && !isBlank(promptBox.read(box))) return { refusal: "control_disabled" };
    const needsWriting = !promptBox.holds(box, action.prompt);
    return needsWriting && !promptBox.isWritable(box) ? { refusal: "prompt_not_accepted" } : { box, button };
  }

  /**
   * Whether everything still stands as it must for the click; what forbids it, if not.
   * @param {Wire.PageAction} action
   * @param {HTMLElement} before the control that it was written for
   * @returns {Wire.ActionResult | null}
   */
  function recheck(action, before) {
    if (ended?.aborted) return "other";
    const controls = control.find();
    const { box, button, composer } = controls;
    const refusal = pageRefusal(action, controls) ?? (composer && reaching.obstacleIn(action, composer));
    if (refusal) return refusal;
    if (!isBlank(action.prompt) && !(box && promptBox.holds(box, action.prompt))) return "prompt_not_accepted";
    if (action.settings && videoSettings.areOthers(action.settings)) return "other_video_settings";
    // Another control in its place is another decision, even under the same name.
    if (button !== before) return "control_missing";
    return pressing.isDisabled(button) || pressing.isBlocked(button, box) ? "control_disabled" : null;
  }

  /**
   * @param {Wire.PageAction} action
   * @param {ReturnType<typeof control.find>} controls
   * @returns {Wire.ActionResult | null}
   */
  function pageRefusal(action, controls) {
    if (!routeWatch.shows(action.post_id)) return "not_this_image";
    if (dialogs.isOver(controls)) return "dialog_open";
    return progressWatch.isUnderWay() ? "generation_under_way" : null;
  }

  /** @param {string} why @returns {{ refusal: Wire.ActionResult }} */
  function missing(why) {
    reporting.problem(FILE, why);
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

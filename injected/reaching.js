// @ts-check
// Brings the page that has modes to where a press makes a video of the action's image (spec C9): from a
// video of it back to the image, and Video chosen. It touches nothing while the user does, and ends in a
// refusal where it is not sure. The prompt and the press are act.js's.

const reaching = (() => {
  /** Milliseconds that the user's hands have to be off the page. */
  const HANDS_OFF = 10_000;
  /** Milliseconds that the page gets to go to the image, and to take a mode. */
  const GOES_WITHIN = 3_000;
  const CHOOSES_WITHIN = 1_200;

  /** @param {Wire.PageAction} action */
  const idsOf = ({ image_ids }) => new Set(image_ids.map((id) => id.toLowerCase()));

  /**
   * Whether the page shows the action's image itself: no video, nothing moderated, and the picture's address
   * or the page's names it.
   * @param {Wire.PageAction} action
   */
  function showsImage(action) {
    if (onShow.videosShown().length > 0 || onShow.isModerated()) return false;
    const ids = idsOf(action);
    const post = routeWatch.shownPost()?.toLowerCase() ?? "";
    // Where the engine knows no id, the post that it means has to be an image.
    if (ids.size === 0) return onShow.hasPicture(new Set([post]));
    return ids.has(post) || onShow.hasPicture(ids);
  }

  /**
   * What of the form keeps a press from making a video of the image; null: nothing.
   * @param {Wire.PageAction} action
   * @param {NonNullable<ReturnType<typeof composers.find>>} composer
   * @returns {Wire.Refusal | null}
   */
  function obstacleIn(action, composer) {
    if (composers.isExtending(composer)) return "edit_open";
    if (!showsImage(action)) return "stays_on_video";
    if (composers.modeOf(composer) !== "video") return "other_mode";
    return composers.isEditing(composer) ? "edit_open" : null;
  }

  /** Goes back to the image. @param {Wire.PageAction} action @returns {Promise<boolean>} whether it is there */
  async function goBack(action) {
    const way = strip.wayTo(idsOf(action));
    if (!way) return false;
    pointer.press(way);
    const isThere = await waiting.until(() => showsImage(action), GOES_WITHIN);
    // The form may be drawn again.
    return isThere && waiting.until(() => composers.find() !== null, CHOOSES_WITHIN);
  }

  /** Whether Video is chosen. */
  function isForVideo() {
    const composer = composers.find();
    return composer !== null && composers.modeOf(composer) === "video";
  }

  /** Chooses Video. @returns {Promise<boolean>} whether it is chosen */
  async function chooseVideo() {
    const composer = composers.find();
    const mode = composer ? composers.modeOf(composer) : "unknown";
    if (typeof mode === "string" || pressing.isDisabled(mode) || composers.isNever(mode)) return mode === "video";
    pointer.press(mode);
    return waiting.until(isForVideo, CHOOSES_WITHIN);
  }

  /**
   * Brings the page to where the action can be carried out.
   * @param {Wire.PageAction} action
   * @returns {Promise<Wire.PageAction | Wire.Refusal>} the action, of the post that is on show then
   */
  async function reach(action) {
    const composer = composers.find();
    if (!composer) return action;
    if (composers.isExtending(composer)) return "edit_open";
    const isThere = showsImage(action);
    if (isThere && composers.modeOf(composer) === "video") return action;
    if (activityWatch.restsSince() < HANDS_OFF) return "user_busy";
    const began = natives.now();
    /** Whether the user has come back since. */
    const isDisturbed = () => activityWatch.restsSince() <= natives.now() - began;
    if (!isThere && !(await goBack(action))) return "stays_on_video";
    if (isDisturbed()) return "user_busy";
    if (!(await chooseVideo())) return "other_mode";
    if (isDisturbed()) return "user_busy";
    return { ...action, post_id: routeWatch.shownPost() ?? action.post_id };
  }

  return Object.freeze({ obstacleIn, reach });
})();

// @ts-check
// Tells that the post on show is an image: the page's main picture holds the id of the address in its own
// (spec B1). Once for each post. Which image a session is for is the engine's to say.

const mainPicture = (() => {
  const FILE = "main_picture.js";
  /** Posts that are remembered as told. */
  const MOST_TOLD = 500;
  /** @type {Set<string>} */
  const told = new Set();

  function look() {
    const post_id = routeWatch.shownPost();
    if (post_id === null || told.has(post_id)) return;
    const id = post_id.toLowerCase();
    // The picture before a video begins may bear the video's id.
    if (!onShow.hasPicture(new Set([id])) || onShow.videosShown().includes(id)) return;
    if (told.size >= MOST_TOLD) told.clear();
    told.add(post_id);
    bridge.signal({ type: "main_picture", post_id });
  }

  /** Tells of the post on show again. */
  function resend() {
    told.clear();
    look();
  }

  function start() {
    domChanges.listen(reporting.guard(FILE, look));
    // The picture may be there before the address, and nothing else may change.
    routeWatch.listen(domChanges.lookAgain);
  }

  return Object.freeze({ start, resend });
})();

// @ts-check
// Tells what the page shows large: the picture or the video of the post, not the thumbnails, cards and
// older clips beside it. What is shown is known by its file's address, in which Grok writes the file's id.
// What follows is for others.

const onShow = (() => {
  const { pictures, videos, sources, not, not_pictures, not_files, moderated } = RETAKE_SELECTORS.main_media;
  const FILE = "on_show.js";
  const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
  const NOT_FILES = reporting.attempt(FILE, () => new RegExp(not_files, "i"), /(?!)/);

  /**
   * The id of the file at `address`: the last one in its path, since the user's own comes before it.
   * @param {string | null} address
   */
  function assetOf(address) {
    const [path = ""] = (address ?? "").split(/[?#]/);
    return /^(?:data|blob):/i.test(path) ? null : (path.match(UUID)?.at(-1)?.toLowerCase() ?? null);
  }

  /** The addresses of `element`, which is a picture or a source. @param {Element} element */
  const addressesOf = (element) =>
    ["src", "srcset"].flatMap((name) => (natives.getAttribute(element, name) ?? "").split(/\s+/)).filter((one) => one !== "");

  /** The id of the picture that `element` shows; null: none, or that of a video. @param {Element} element */
  function pictureIn(element) {
    const [address = null] = addressesOf(element);
    return address === null || NOT_FILES.test(address) ? null : assetOf(address);
  }

  /** @param {Element} element */
  const isLarge = (element) => !elements.isInside(element, not) && elements.isVisible(element);

  /** @param {string[]} selectors */
  const all = (selectors) => selectors.flatMap((selector) => elements.all(selector));

  /**
   * Whether a large picture shows one of `ids`, which are in lower case.
   * @param {Set<string>} ids
   */
  function hasPicture(ids) {
    return all(pictures).some((element) => {
      const id = pictureIn(element);
      return id !== null && ids.has(id) && !elements.isInside(element, not_pictures) && isLarge(element);
    });
  }

  /** Whether a player has something to play. @param {Element} player */
  const hasFile = (player) =>
    [player, ...sources.flatMap((selector) => elements.all(selector, player))].some((one) => addressesOf(one).length > 0);

  /** @param {Element} element */
  const isInArticle = (element) => elements.isInside(element, RETAKE_SELECTORS.posts.articles);

  /** The large videos. Where an article shows something, what is elsewhere is another's. */
  function players() {
    const large = all(videos).filter((player) => hasFile(player) && isLarge(player));
    const inArticles = large.filter(isInArticle);
    if (inArticles.length === large.length) return large;
    const isTaken = all(pictures).some((one) => pictureIn(one) !== null && isInArticle(one) && isLarge(one));
    return isTaken || inArticles.length > 0 ? inArticles : large;
  }

  /** The ids of the large videos; null among them: one whose address names none. */
  const videosShown = () =>
    players().map((player) => assetOf(addressesOf(player)[0] ?? null) ?? assetOf(natives.getAttribute(player, "poster")));

  return Object.freeze({
    assetOf,
    pictureIn,
    hasPicture,
    videosShown,
    /** Whether the page shows a moderated attempt in the post's place. */
    isModerated: () => all(moderated).some(isLarge),
  });
})();

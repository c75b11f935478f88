// @ts-check
// Tells which part of the page is the post of its address. A page may show several, and a control in
// another one's article makes a video of another image. What is pressed is control.js's to find.

const ownPost = (() => {
  const { articles, media, not_media } = RETAKE_SELECTORS.posts;
  /** Slides of a carousel that are put aside among them. */
  const EXCLUDED = [...RETAKE_SELECTORS.exclude.selectors, ...RETAKE_SELECTORS.disabled.put_aside];
  const NO_MEDIA = [...not_media, ...EXCLUDED];

  /**
   * Where the post stands. `article`: the one that holds it; null: none does, or several may.
   * `isOutside`: in no article, so that every article is another post's.
   * @typedef {{ article: Element | null, isOutside: boolean }} Place
   */

  /** The article that `element` stands in, the innermost; null: none. @param {Element} element */
  function articleOf(element) {
    /** @type {Element | null} */
    let innermost = null;
    for (const selector of articles) {
      const article = elements.nearest(element, selector);
      if (article && (innermost === null || innermost.contains(article))) innermost = article;
    }
    return innermost;
  }

  /** Whether `text` holds `id`, and not as a part of a longer one. @param {string} text @param {string} id */
  function names(text, id) {
    const at = text.toLowerCase().indexOf(id);
    return at !== -1 && !/[0-9a-z]/i.test(text.charAt(at - 1)) && !/[0-9a-z-]/i.test(text.charAt(at + id.length));
  }

  /**
   * Whether an address, a poster, a style or a data attribute of `element` holds `id`.
   * @param {Element} element
   * @param {string} id
   */
  const holds = (element, id) =>
    natives.attributeNames(element).some((name) => names(natives.getAttribute(element, name) ?? "", id));

  /** The articles of the page that hold `id`. @param {string} id */
  function holders(id) {
    /** @type {Set<Element>} */
    const found = new Set();
    const all = new Set(articles.flatMap((selector) => elements.all(selector)));
    for (const article of all) {
      if (elements.isInside(article, EXCLUDED)) continue;
      const parts = [article, ...elements.all("*", article)];
      if (parts.some((part) => holds(part, id) && articleOf(part) === article)) found.add(article);
    }
    return found;
  }

  /** The pictures and videos of `id` that stand in no article, thumbnails apart. @param {string} id */
  const mediaOutside = (id) =>
    media
      .flatMap((selector) => elements.all(selector))
      .filter((one) => holds(one, id) && !articleOf(one) && !elements.isInside(one, NO_MEDIA));

  /** @returns {Place} */
  function find() {
    const id = routeWatch.shownPost()?.toLowerCase();
    if (id === undefined) return { article: null, isOutside: false };
    const [article, ...others] = holders(id);
    if (article) return { article: others.length === 0 ? article : null, isOutside: false };
    return { article: null, isOutside: mediaOutside(id).length > 0 };
  }

  /**
   * Whether `element` can be the post's, as far as one can tell.
   * @param {Element} element
   * @param {Place} place
   */
  function mayHold(element, { article, isOutside }) {
    const around = articleOf(element);
    if (around === null) return true;
    return !isOutside && (article === null || around.contains(article));
  }

  /**
   * Whether `part` of the page holds the post itself: its article or, where no article is known to be its
   * own, its picture.
   * @param {Element} part
   * @param {Place} place
   */
  function isIn(part, { article }) {
    const id = routeWatch.shownPost()?.toLowerCase();
    if (article || id === undefined) return article !== null && part.contains(article);
    return mediaOutside(id).some((one) => part.contains(one));
  }

  return Object.freeze({ find, articleOf, mayHold, isIn });
})();

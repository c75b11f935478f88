// @ts-check
// Says whether a dialog lies over the post, so that the user has to answer it first. It closes none and
// answers none. A dialog that shows the post itself lies over nothing.

const dialogs = (() => {
  const { selectors, never, not_content } = RETAKE_SELECTORS.dialogs;

  /**
   * Whether there is something in `dialog` to see: some stay in the page with all that they hold hidden.
   * @param {Element} dialog
   */
  function hasContent(dialog) {
    const parts = Array.from(dialog.children).filter((part) => !elements.isInside(part, not_content));
    if (dialog.children.length === 0 || parts.some(seeing.isSeen)) return true;
    return Array.from(dialog.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  }

  /** @param {Element} dialog */
  const isOpen = (dialog) => !elements.isInside(dialog, never) && seeing.isSeen(dialog) && hasContent(dialog);

  /**
   * Whether `dialog` is where the page shows the post: what is to be pressed stands in it, with the post's
   * picture or, where no picture tells, in an article with the prompt box.
   * @param {Element} dialog
   * @param {ReturnType<typeof control.find>} controls
   */
  function showsPost(dialog, { box, button, place }) {
    const pressed = button ?? box;
    if (pressed ? !dialog.contains(pressed) : place.article === null) return false;
    if (ownPost.isIn(dialog, place)) return true;
    if (place.article || place.isOutside || !button || !box) return false;
    const article = ownPost.articleOf(button);
    return article !== null && article.contains(box) && dialog.contains(article);
  }

  /**
   * Whether an open dialog lies over the post with these controls.
   * @param {ReturnType<typeof control.find>} controls
   */
  function isOver(controls) {
    const open = selectors.flatMap((selector) => elements.all(selector)).filter(isOpen);
    return open.some((dialog) => !showsPost(dialog, controls));
  }

  return Object.freeze({ isOver });
})();

// @ts-check
// Reads the prompt box, and writes it in the way that React and ProseMirror notice. Whether the page
// took the text is seen by reading the box again after a moment, which act.js does.

const promptBox = (() => {
  /** @param {Element} box @returns {box is HTMLTextAreaElement} */
  const isTextArea = (box) => box.tagName === "TEXTAREA";
  /** @param {Element} box @returns {box is HTMLInputElement} */
  const isInput = (box) => box.tagName === "INPUT";
  const BLOCKS = new Set(["P", "DIV", "LI", "PRE", "BLOCKQUOTE"]);

  /**
   * Text as a box can hold it: one kind of line end; in an editor one kind of space, and no empty
   * lines, since a paragraph and a line break look the same from outside.
   * @param {string} text
   * @param {Element} box
   */
  function asHeld(text, box) {
    const lines = text.replace(/\r\n?/g, "\n");
    if (isTextArea(box) || isInput(box)) return lines;
    return lines.replace(/\u00a0/g, " ").replace(/\u200b|\ufeff/g, "").replace(/\n+/g, "\n").replace(/^\n|\n$/g, "");
  }

  /** The text of an editor, a line for each block. `innerText` would force a layout.
   * @param {Node} node
   * @returns {string} */
  function editorText(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
    if (node.nodeName === "BR") return "\n";
    let text = "";
    for (const child of node.childNodes) {
      // An editor may hold its first line bare, and the others in blocks.
      if (BLOCKS.has(child.nodeName) && text !== "") text += "\n";
      text += editorText(child);
    }
    return BLOCKS.has(node.nodeName) ? `${text}\n` : text;
  }

  /**
   * What the box holds.
   * @param {Element} box
   */
  function read(box) {
    if (isTextArea(box)) return asHeld(natives.textAreaValue(box), box);
    return asHeld(isInput(box) ? natives.inputValue(box) : editorText(box), box);
  }

  /**
   * Whether the box holds `prompt`, and nothing else.
   * @param {Element} box
   * @param {string} prompt
   */
  const holds = (box, prompt) => read(box) === asHeld(prompt, box);

  /** Whether the user could write into the box. @param {Element} box */
  function isWritable(box) {
    if (natives.matches(box, ":disabled") || natives.getAttribute(box, "readonly") !== null) return false;
    return !elements.isInside(box, RETAKE_SELECTORS.disabled.locked_box);
  }

  /**
   * Puts `prompt` in the place of what the box holds.
   * @param {HTMLElement} box
   * @param {string} prompt
   */
  function write(box, prompt) {
    activityWatch.doUnseen(() => {
      if (isTextArea(box) || isInput(box)) writeField(box, prompt);
      else writeEditor(box, prompt);
    });
  }

  /**
   * React puts its own `value` on the element to compare with; the prototype's setter goes past it,
   * so that React sees a change in the events that follow.
   * @param {HTMLTextAreaElement | HTMLInputElement} field
   * @param {string} prompt
   */
  function writeField(field, prompt) {
    if (isTextArea(field)) natives.setTextAreaValue(field, prompt);
    else natives.setInputValue(field, prompt);
    natives.dispatch(field, new natives.Event("input", { bubbles: true }));
    natives.dispatch(field, new natives.Event("change", { bubbles: true }));
  }

  /**
   * @param {HTMLElement} editor
   * @param {string} prompt
   */
  function writeEditor(editor, prompt) {
    natives.focus(editor, { preventScroll: true });
    selectAll(editor);
    if (prompt === "") natives.execCommand?.(document, "delete", false, "");
    else natives.execCommand?.(document, "insertText", false, prompt);
    tellOfInput(editor);
  }

  /**
   * The last resort, for an editor that did not take the command: the text put in by hand. Not done
   * at once, because an editor may take the command and draw it a moment later.
   * @param {HTMLElement} box
   * @param {string} prompt
   */
  function insist(box, prompt) {
    if (isTextArea(box) || isInput(box)) return;
    // The paragraph is kept, because editors look for it; where a line stands bare, there is none to keep.
    const first = box.firstElementChild;
    const place = first !== null && first === box.firstChild ? first : box;
    activityWatch.doUnseen(() => {
      place.replaceChildren(natives.createTextNode(document, prompt));
      while (place !== box && place.nextSibling) place.nextSibling.remove();
      tellOfInput(box);
    });
  }

  /** A plain event without data: an editor that has taken the text must not take it twice.
   * @param {HTMLElement} editor */
  function tellOfInput(editor) {
    natives.dispatch(editor, new natives.Event("input", { bubbles: true }));
  }

  /** A range is surer than the command for it, which acts on what has the focus.
   * @param {HTMLElement} editor */
  function selectAll(editor) {
    const range = natives.createRange(document);
    range.selectNodeContents(editor);
    const selection = natives.getSelection(document);
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  return Object.freeze({ read, holds, isWritable, write, insist });
})();

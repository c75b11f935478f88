// @ts-check
// Hands the page an image that the user gives it by a button of the sidebar: into the field that the page
// itself takes files by, as if it had been chosen there. WebKitGTK's paste brings the page no image, so there
// is no other way to one from the clipboard.

const givenImage = (() => {
  /** The composer's own field; one of the fields of an edit would begin another post. */
  const FIELDS = ['input[type="file"][name="files"]', 'input[type="file"][accept*="image"]'];

  /** @returns {HTMLInputElement | null} */
  function field() {
    for (const selector of FIELDS) {
      const [found] = natives.queryDocument(document, selector);
      if (found instanceof HTMLInputElement) return found;
    }
    return null;
  }

  /** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
  function bytesOf(base64) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  /**
   * Gives the page a PNG; `false`: it shows no field that takes one.
   * @param {unknown} given
   * @returns {boolean}
   */
  function give(given) {
    const { name, png } = /** @type {{ name?: unknown, png?: unknown }} */ (Object(given));
    const input = field();
    if (!input || typeof name !== "string" || typeof png !== "string") return false;
    const held = new DataTransfer();
    held.items.add(new File([bytesOf(png)], name, { type: "image/png" }));
    input.files = held.files;
    for (const type of ["input", "change"]) {
      input.dispatchEvent(new natives.Event(type, { bubbles: true }));
    }
    return true;
  }

  return Object.freeze({ give });
})();

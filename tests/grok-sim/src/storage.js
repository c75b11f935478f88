/** Writes to sessionStorage, with as much room as an option says. */

/**
 * As a browser with little room does: the write fails from within the storage itself.
 *
 * @param {string} text
 * @param {number} quota  the longest text that is taken; 0: any
 */
export function write(key, text, quota) {
  if (quota === 0 || text.length <= quota) return sessionStorage.setItem(key, text);
  // Longer than any storage takes, so that the browser's own setItem throws.
  return sessionStorage.setItem(key, text.padEnd(6_000_000, ' '));
}

// @ts-check
// Fetches a picture that the backend asks for, as the signed-in user can, and hands over a small copy
// of it: one at a time, when the page is idle. Which pictures, from which hosts, and where they are kept, is
// the backend's to say.

const pictures = (() => {
  const FILE = "pictures.js";
  /** Pixels of the longer side at most. */
  const LONGEST = 1024;
  /** Bytes of the copy at most; the quality goes down until it fits. */
  const MOST_BYTES = 192 * 1024;
  const QUALITIES = [0.8, 0.6, 0.4];
  /** Milliseconds that a fetch may take. */
  const FETCH_WITHIN = 10_000;

  /** @param {Blob} blob @returns {Promise<string>} */
  const asBase64 = (blob) =>
    new natives.Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });

  /** @param {HTMLCanvasElement} canvas @param {number} quality @returns {Promise<Blob | null>} */
  const asJpeg = (canvas, quality) =>
    new natives.Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));

  /** @param {string} url @returns {Promise<string | null>} */
  async function small(url) {
    const end = new natives.AbortController();
    const timer = natives.setTimeout(() => end.abort(), FETCH_WITHIN);
    const answer = await natives.fetch(url, { signal: end.signal, credentials: "include" });
    natives.clearTimeout(timer);
    if (!answer.ok) return null;
    const picture = await createImageBitmap(await answer.blob());
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    for (const quality of QUALITIES) {
      const copy = await asJpeg(canvas, quality);
      if (copy && copy.size <= MOST_BYTES) return asBase64(copy);
    }
    return null;
  }

  /** @param {number} number @param {string} url */
  async function fetchOne(number, url) {
    /** @type {string | null} */
    let picture = null;
    try {
      picture = await small(url);
    } catch (error) {
      // A picture that the page may not read is none; that is not worth a problem each.
      void error;
    }
    await bridge.picture(number, picture);
  }

  /**
   * Takes on one picture; the answer is a command of its own.
   * @param {unknown} wanted
   */
  function take(wanted) {
    const { number, url } = /** @type {{ number?: unknown, url?: unknown }} */ (Object(wanted));
    if (typeof number !== "number" || typeof url !== "string") return;
    natives.whenIdle(reporting.guard(FILE, () => void fetchOne(number, url)), 2_000);
  }

  return Object.freeze({ take });
})();

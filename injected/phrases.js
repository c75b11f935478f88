// @ts-check
// Recognises whole phrases in a text, in any language, case and spacing: in Grok's notices and in its
// answers. What the phrases are stands in selectors.json; what follows from one is for others to say.

const phrases = (() => {
  const APOSTROPHES = /[’‘ʼ′＇`´]/g;
  const DASHES = /[‐‑‒–—−]/g;
  /** Joiners, soft hyphens, marks of direction, Arabic vowel signs and stretching: the same word without them. */
  const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0640\u064b-\u0652]/g;
  /** Letters that are typed one for the other. @type {Array<[RegExp, string]>} */
  const ALIKE = [
    [/i\u0307/g, "i"],
    [/ё/g, "е"],
    [/ş/g, "ș"],
    [/ţ/g, "ț"],
    [/[يى]/g, "ی"],
    [/ك/g, "ک"],
    [/[٪﹪]/g, "%"],
    [/\byou have\b/g, "you've"],
  ];
  const WORD = /[\p{L}\p{M}\p{N}]/u;
  /** Scripts that set no spaces between words, or set them as the writer likes. */
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

  /**
   * `text` as it is compared. Upper case goes first: it makes one of what lower case keeps apart, such
   * as ß and ss.
   * @param {string} text
   */
  function fold(text) {
    const even = elements.digits(text).replace(APOSTROPHES, "'").replace(DASHES, "-").replace(UNSEEN, "");
    const plain = elements.plain(even.normalize("NFKC").toUpperCase());
    return ALIKE.reduce((folded, [letters, one]) => folded.replace(letters, one), plain);
  }

  /** @param {string} text */
  const squeeze = (text) => text.replace(/ /g, "");

  /** @typedef {{ text: string, squeezed: string, isUnspaced: boolean }} Phrase */

  /** @param {RetakeLabels | undefined} labels @returns {Phrase[]} */
  const listOf = (labels) =>
    Object.values(labels ?? {})
      .flat()
      .map((phrase) => fold(phrase))
      .map((text) => ({ text, squeezed: squeeze(text), isUnspaced: UNSPACED.test(text) }));

  /**
   * Whether `phrase` stands in `text` with no letter or digit next to it.
   * @param {string} text
   * @param {string} phrase
   */
  function hasWords(text, phrase) {
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
      const before = text.charAt(at - 1);
      const after = text.charAt(at + phrase.length);
      if (!WORD.test(before) && !WORD.test(after)) return true;
    }
    return false;
  }

  /**
   * Recognises the phrases of `known`.
   * @param {RetakePhrases} known
   */
  function recogniser(known) {
    const all = listOf(known.phrases);
    const alone = listOf(known.alone);
    const not = listOf(known.not);

    /** @param {string} folded @param {string} squeezed @param {Phrase[]} list */
    const hasOne = (folded, squeezed, list) =>
      list.some((one) => (one.isUnspaced ? squeezed.includes(one.squeezed) : hasWords(folded, one.text)));

    return Object.freeze({
      /** Whether `text` speaks of what the phrases say. @param {string} text */
      isIn(text) {
        const folded = fold(text);
        const squeezed = squeeze(folded);
        const bare = folded.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
        const speaks = hasOne(folded, squeezed, all) || alone.some((one) => one.text === bare);
        return speaks && !hasOne(folded, squeezed, not);
      },
      /** Whether a part of `text` could: quicker, and true too often. @param {string} text */
      mayBeIn(text) {
        const squeezed = squeeze(fold(text));
        return [...all, ...alone].some((one) => squeezed.includes(one.squeezed));
      },
    });
  }

  return Object.freeze({
    fold,
    recogniser,
    limit: recogniser(RETAKE_SELECTORS.toasts.rate_limit),
    moderation: recogniser(RETAKE_SELECTORS.toasts.moderation),
  });
})();

/** Times as Grok writes them: files' in ms, turns' in µs, the quota's in ns. */

/** @param {number} at ms since the Unix epoch */
export const millis = (at) => new Date(at).toISOString();

export const micros = (at) => finer(at, 3);

export const nanos = (at) => finer(at, 6);

/** Made-up digits behind the ms, so that nobody relies on their being noughts. */
function finer(at, digits) {
  const more = String((at * 7919) % 1_000_000)
    .padStart(6, '0')
    .slice(0, digits);
  return millis(at).replace('Z', `${more}Z`);
}

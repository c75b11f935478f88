/** The answers to the page's questions about quota and limits. */

import { nanos } from './times.mjs';

const DAY_S = 86400;
const SIX_HOURS_MS = 6 * 3600 * 1000;

/** How many videos a free account has at first. */
const VIDEOS = 40;

/**
 * @param {string | object} kind  the option `quota_info`
 * @param {number} used  how many videos were begun
 * @param {number} now   the server's time
 */
export function quotaInfo(kind, used, now) {
  if (typeof kind === 'object') return kind;
  const all = (value) =>
    Object.fromEntries(['image', 'imagePro', 'imageEdit', 'video', 'video720p'].map((name) => [name, value]));
  const next = nanos(now + SIX_HOURS_MS);
  if (kind === 'paid') return all({ available: true, windowSizeSeconds: 64800 });
  if (kind === 'exhausted') {
    return { ...all({ available: true }), video: gone(next), video720p: { available: false } };
  }
  const left = Math.max(0, VIDEOS - used);
  return {
    image: null,
    imageEdit: null,
    imagePro: { available: true, remainingQueries: 2, windowSizeSeconds: DAY_S },
    video: left > 0 ? { available: true, remainingQueries: left, windowSizeSeconds: DAY_S } : gone(next),
    // Grok says `available` of what has none left.
    video720p: { available: true, remainingQueries: 0, windowSizeSeconds: DAY_S, nextAvailableAt: next },
  };
}

function gone(nextAvailableAt) {
  return { available: false, remainingQueries: 0, windowSizeSeconds: DAY_S, nextAvailableAt };
}

/** The limits of the chat, which say nothing of videos. */
export function rateLimits({ modelName }) {
  const window = { windowSizeSeconds: 7200 };
  if (modelName === 'fast')
    return { ...window, remainingQueries: 0, totalQueries: 140, waitTimeSeconds: 1260 };
  if (modelName !== 'expert') return { ...window, remainingQueries: 50, totalQueries: 50 };
  return {
    ...window,
    remainingQueries: 12,
    totalQueries: 20,
    waitTimeSeconds: 0,
    lowEffortRateLimits: null,
    highEffortRateLimits: { cost: 1, remainingQueries: 12, waitTimeSeconds: 0 },
  };
}

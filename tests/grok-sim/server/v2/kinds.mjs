/**
 * The kinds of outcomes: which begin no generation, which state a limit or a refusal in words, which
 * make a video. How each looks is for `refusals`, `streams` and `records`.
 */

/** Answers by an HTTP status. */
export const REFUSED = [
  'rate_limited',
  'rate_limited_plain',
  'forbidden',
  'anti_bot',
  'out_of_date',
  'blocked',
  'check',
  'signed_out',
  'not_found',
  'server_down',
  'unreachable',
];

/** Answers of HTTP 200 that are words and no video. */
export const WORDS = [
  'limit_toast',
  'limit_in_200',
  'limit_top_level',
  'limit_as_text',
  'heavy_usage',
  'refused_in_200',
];

/** Streams that end without a video though one was begun. */
export const FAILED = ['failed', 'server_error', 'stream_errors'];

export const MODERATED = [
  'moderated',
  'moderated_early',
  'moderated_without_frame',
  'provisional_moderated',
  'provisional_closed',
  'withdrawn_at_end',
];

/** Streams that report a video in one way or another. */
export const COMPLETED = [
  'completed',
  'provisional_cleared',
  'cleared_at_end',
  'url_later',
  'stays_open',
  'url_in_attachments',
  'asset_id_only',
  'fell_back',
];

/** Streams that tell no end. */
export const OPEN = ['hang', 'cut_off'];

export const KINDS = [...COMPLETED, ...MODERATED, ...FAILED, ...OPEN, ...WORDS, ...REFUSED];

/** Whether the account holds a video in the end: some are made though the page never hears of it. */
export function isMade({ kind, made = false }) {
  return COMPLETED.includes(kind) || made;
}

/** Words that are spoken in a conversation, which stays. */
const SPOKEN = ['limit_in_200', 'limit_as_text', 'heavy_usage'];

/** Whether there is a turn in a conversation. */
export function isBegun(outcome) {
  return isCharged(outcome) || SPOKEN.includes(outcome.kind);
}

/** Whether it takes one of the account's videos. */
export function isCharged({ kind, made = false }) {
  return made || !(REFUSED.includes(kind) || WORDS.includes(kind));
}

/**
 * Ids of the newer page's account, readable at a glance: what an id is of stands in its first digits. Ids
 * of pictures and videos are the gallery's.
 */

/** Whose account it is: the first id in every file's path. */
export const USER = '55555555-eeee-4eee-8eee-000000000001';

/** The n-th conversation that a generation began, counted from 1. */
export const conversationId = (n) => `33333333-cccc-4ccc-8ccc-${hex(n)}`;

/** The conversation in which the gallery's n-th picture, or thread of pictures, was made. */
export const galleryThreadId = (n) => `33333333-cccc-4ccc-8ccc-a${hex(n).slice(1)}`;

/** The conversation of the account's n-th older clip. */
export const olderThreadId = (n) => `33333333-cccc-4ccc-8ccc-b${hex(n).slice(1)}`;

/** The account's n-th older clip. */
export const olderVideoId = (n) => `22222222-bbbb-4bbb-8bbb-b${hex(n).slice(1)}`;

/** The n-th turn, whoever's it is. */
export const responseId = (n) => `44444444-dddd-4ddd-8ddd-${hex(n)}`;

function hex(n) {
  return n.toString(16).padStart(12, '0');
}

/**
 * Opens a post: finds out what its id is of, which picture it goes back to and which conversation it is
 * in, and fills the film strip from what the account holds of that conversation.
 */

import { usePage } from '../state.js';
import { formOf, imageItem, inputsOf, recordedVideo } from './items.js';
import { findItem, mergeImages, mergeVideos, useMediaStore } from './media.js';
import { askAsset, askResponses } from './passive.js';
import { nameThread, show, useView } from './view.js';

/** Every record that the page has seen. @type {Map<string, object>} */
const records = new Map();

/** What the page knows of conversations: whether they are about videos. @type {Map<string, boolean>} */
const threads = new Map();

/** A lineage is no longer than this. */
const DEPTH = 8;

export const isAboutVideos = (thread) => threads.get(thread) ?? false;
export const learnThread = (thread, isVideos) => threads.set(thread, isVideos);
export const recordOf = (id) => records.get(id);
export const keepRecord = (record) => records.set(record.assetId, record);

/** Which opening is the latest: an answer to an earlier one comes too late. */
let opening = 0;

/** @param {string} id  of the path @param {string | null} named  the address's conversation */
export async function openPost(id, named) {
  opening += 1;
  const mine = opening;
  const known = findItem(id);
  if (known) place(id, id, threadOf(id, known, named));
  // A video that is not there, or not yet, has no record to ask for.
  const mayHaveRecord = known
    ? known.complete !== false && !known.moderated
    : id !== named && !threads.has(id);
  const record = mayHaveRecord ? await learn(id) : undefined;
  if (mine !== opening) return;
  const isThread = !record && !known && (await loadThread(id));
  if (mine !== opening) return;
  const thread = isThread ? id : threadOf(id, known ?? findItem(id), named);
  if (thread && !isThread) await loadThread(thread);
  if (mine !== opening) return;
  place(id, isThread ? lastOf(id) : id, thread);
  nameThread();
}

/** The conversation that a file is shown in: the address's, the open one, or that in which it was made. */
function threadOf(id, item, named) {
  if (named) return named;
  const { container, thread } = useView.getState();
  const { imageByMediaId, videoByMediaId } = useMediaStore.getState();
  const listed = [...(imageByMediaId[container] ?? []), ...(videoByMediaId[container] ?? [])];
  return listed.some((one) => one.id === id) ? thread : item?.conversationId || null;
}

/** Shows a file under the path's id, in the lists of its picture or of its conversation. */
function place(opened, id, thread) {
  const image = originalOf(id);
  const container = containerOf(image ?? id, thread);
  show({ opened, shown: id, image, container, thread, isMissing: !findItem(id) });
  useMediaStore.setState(({ lastViewedMediaIdByContainerId: last }) => ({
    currentRootContainer: container,
    currentRootContainerId: container,
    selectedRootContainerId: container,
    lastViewedMediaIdByContainerId: { ...last, [container]: id },
  }));
}

/** The key of the store's lists. */
export function containerOf(root, thread) {
  return usePage.getState().options.container === 'conversation' ? (thread ?? root) : root;
}

/** A container's file: what was last on show, or the last video, or the first picture. */
function lastOf(thread) {
  const { lastViewedMediaIdByContainerId: last, imageByMediaId, videoByMediaId } = useMediaStore.getState();
  const inThread = [...records.values()].filter((record) => record.sourceConversationId === thread);
  return (
    last[thread] ??
    videoByMediaId[thread]?.at(-1)?.id ??
    inThread.at(-1)?.assetId ??
    imageByMediaId[thread]?.[0]?.id ??
    thread
  );
}

/** The picture that a file goes back to; undefined where there is none. */
export function originalOf(id) {
  let at = id;
  for (let depth = 0; at && depth < DEPTH; depth += 1) {
    const item = findItem(at);
    const record = records.get(at);
    if (item?.mediaType === 'MEDIA_POST_TYPE_IMAGE' || record?.mimeType.startsWith('image/')) return at;
    at = item?.originalPostId || inputsOf(record?.mediaGenInput)[0];
  }
  return undefined;
}

/** Asks for a record, for those that it was made from, and puts them into the store; once each. */
async function learn(id) {
  const record = records.get(id) ?? (await askAsset(id));
  if (!record) return undefined;
  records.set(id, record);
  for (const input of inputsOf(record.mediaGenInput)) {
    if (!records.has(input)) await learn(input);
  }
  keep([record], record.sourceConversationId);
  return record;
}

/** Conversations whose turns the page has. */
const loaded = new Set();

/** Asks for a conversation's turns, once or `again`; what they made goes into the store. */
export async function loadThread(thread, again = false) {
  if (loaded.has(thread) && !again) return true;
  const answer = await askResponses(thread);
  if (!answer) return false;
  loaded.add(thread);
  const forms = answer.responses.map((turn) => formOf(turn.mediaGenInput).form ?? '');
  threads.set(
    thread,
    forms.some((form) => /Video$|^videoExtension$/.test(form)),
  );
  const found = answer.responses.flatMap((turn) => turn.fileAttachmentAssetMetadata);
  for (const record of found) records.set(record.assetId, record);
  keep(found, thread);
  return true;
}

function keep(found, thread) {
  for (const record of found) {
    const isImage = record.mimeType.startsWith('image/');
    if (isImage) mergeImages(containerOf(record.assetId, thread), [imageItem(record, location.origin)]);
    else
      mergeVideos(containerOf(originalOf(record.assetId) ?? record.assetId, thread), [
        recordedVideo(record, location.origin),
      ]);
  }
}

/** What the account holds from the beginning: the gallery with its conversations, and some older clips. */

import { gallery } from '../gallery.mjs';
import { assistantTurn, humanTurn } from './frames.mjs';
import { galleryThreadId, olderThreadId, olderVideoId, responseId } from './ids.mjs';
import { imageRecord, videoRecord } from './records.mjs';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Turns of before have ids far from those to come. */
const turnId = (n) => responseId(0xa00000000000 + n);

/** Clips of other days, of words alone; titles repeat. */
const OLDER = [
  ['balloons', 'Balloons Drift', 'balloons drifting over green hills'],
  ['sail', 'Evening Sail', 'a boat on a quiet sea in the evening'],
  ['balloons', 'Balloons Drift', 'balloons drifting, seen from below'],
];

export function olderClips(now) {
  return OLDER.map(([picture, title, prompt], index) => {
    const at = now - (index + 2) * DAY_MS;
    const id = olderVideoId(index + 1);
    const input = {
      textToVideo: {
        prompt,
        aspectRatio: '2:3',
        duration: 6,
        resolutionName: '480p',
        modelName: 'imagine-video-gen',
      },
    };
    const thread = newThread(olderThreadId(index + 1), title, at);
    const { assistant } = addTurns(thread, {
      number: 1000 + index,
      at,
      message: `${prompt} --mode=custom`,
      model: 'imagine-video-gen',
      input,
      files: [id],
    });
    const record = videoRecord({
      id,
      at,
      made_in: thread.id,
      turn: assistant,
      width: 448,
      height: 672,
      input,
      inputs: [],
    });
    return { thread, assets: [{ record, picture }] };
  });
}

/** The gallery's pictures, `perThread` of them in each conversation. */
export function galleryThreads(perThread, now) {
  const size = Math.max(1, perThread);
  const groups = Array.from({ length: Math.ceil(gallery.length / size) }, (_, index) =>
    gallery.slice(index * size, (index + 1) * size),
  );
  return groups.map((images, index) => {
    const thread = newThread(
      galleryThreadId(index + 1),
      titleOf(images[0]),
      now - (index * size + 1) * HOUR_MS,
    );
    const assets = images.map((image) => made(image, thread, now));
    return { thread, assets };
  });
}

function made(image, thread, now) {
  const number = gallery.indexOf(image) + 1;
  const at = now - number * HOUR_MS;
  const input = {
    textToImage: {
      prompt: image.prompt,
      numOfImages: 2,
      aspectRatio: ratioOf(image),
      modelName: 'imagine-image-gen',
      mode: 'quality',
    },
  };
  const { assistant } = addTurns(thread, {
    number,
    at,
    message: image.prompt,
    model: 'imagine-image-gen',
    input,
    files: [image.id],
  });
  const record = imageRecord({ ...image, at, made_in: thread.id, turn: assistant, input });
  return { record, picture: image.name };
}

function newThread(id, title, at) {
  return { id, title, at, modified: at, turns: [] };
}

function addTurns(thread, { number, at, message, model, input, files }) {
  const [human, assistant] = [turnId(2 * number), turnId(2 * number + 1)];
  const answer = assistantTurn({
    id: assistant,
    parent: human,
    message: '',
    at: at + 40_000,
    model,
    attachments: files,
  });
  thread.turns.push(humanTurn({ id: human, message, at, model, input }), { ...answer, mediaGenInput: input });
  return { human, assistant };
}

const titleOf = ({ prompt }) =>
  prompt
    .split(' ')
    .slice(0, 2)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join(' ');

/** The nearest of Grok's ratios. */
function ratioOf({ width, height }) {
  if (width === height) return '1:1';
  return width > height ? '3:2' : '2:3';
}

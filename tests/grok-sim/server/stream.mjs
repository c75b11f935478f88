/**
 * Generations as Grok streams them: JSON objects, one a line, progress from 1 to where each ends.
 */

import { writer } from './framing.mjs';
import { findImage } from './gallery.mjs';

/** How many progress events a generation has. */
const STEPS = 12;

/**
 * Streams `generations`, which run side by side, into `response` over `speedMs` ms; stops when the page
 * goes away.
 */
export function stream(generations, { speed_ms: speedMs, stream: form }, response) {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  const { write, end: close } = writer(form, response, { losesRest: true });
  write({ result: { conversation: { conversationId: `c-${generations[0].attempt_id}` } } });
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    if (step <= STEPS) {
      generations.forEach((one, index) => write(progress(one, index, step)));
      return;
    }
    if (generations.some(({ outcome }) => outcome.kind === 'hang')) return;
    clearInterval(timer);
    generations.forEach((one, index) => write(end(one, index)));
    write({ result: { response: { isSoftStop: false } } });
    close();
  }, speedMs / (STEPS + 1));
  response.on('close', () => clearInterval(timer));
}

function video({ attempt_id, media_id, prompt }, index, fields) {
  const common = {
    videoId: attempt_id,
    videoPostId: attempt_id,
    parentPostId: media_id,
    videoPrompt: prompt,
    sideBySideIndex: index,
    moderated: false,
  };
  return { result: { response: { streamingVideoGenerationResponse: { ...common, ...fields } } } };
}

function progress(generation, index, step) {
  const last = generation.outcome.at_percent ?? 100;
  return video(generation, index, { progress: Math.max(1, Math.round((last * step) / STEPS)) });
}

function end(generation, index) {
  const { attempt_id, media_id, outcome, wanted } = generation;
  if (outcome.kind === 'failed') {
    return { error: { code: 13, message: 'The video could not be generated.' } };
  }
  const made = {
    progress: 100,
    resolutionName: outcome.resolution ?? wanted.resolution ?? '480p',
    videoLength: outcome.length_s ?? wanted.length_s ?? 6,
  };
  if (outcome.kind === 'moderated') return video(generation, index, { ...made, moderated: true });
  const file = (size) => `/assets/${findImage(media_id)?.name}${size}.mp4?id=${attempt_id}`;
  return video(generation, index, {
    ...made,
    videoUrl: file(''),
    ...(outcome.hd === true && { hdMediaUrl: file('_hd'), hd1080MediaUrl: file('_1080_hd') }),
    thumbnailImageUrl: `/imagine-public/images/${media_id}.jpg`,
  });
}

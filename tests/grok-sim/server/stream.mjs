/**
 * A generation as Grok streams it: JSON objects, one a line, progress from 1 to where it ends.
 */

import { findImage } from './gallery.mjs';

/** How many progress events a generation has. */
const STEPS = 12;

/** Streams `generation` into `response` over `speedMs` ms; stops when the page goes away. */
export function stream(generation, speedMs, response) {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  const { attempt_id, media_id, prompt, outcome } = generation;
  const write = (event) => response.write(`${JSON.stringify(event)}\n`);
  const video = (fields) =>
    write({
      result: {
        response: {
          streamingVideoGenerationResponse: {
            videoId: attempt_id,
            videoPostId: attempt_id,
            parentPostId: media_id,
            videoPrompt: prompt,
            moderated: false,
            ...fields,
          },
        },
      },
    });
  const last = outcome.at_percent ?? 100;
  write({ result: { conversation: { conversationId: `c-${attempt_id}` } } });
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    if (step <= STEPS) {
      video({ progress: Math.max(1, Math.round((last * step) / STEPS)) });
      return;
    }
    if (outcome.kind === 'hang') return;
    clearInterval(timer);
    finish(generation, video, write);
    response.end();
  }, speedMs / (STEPS + 1));
  response.on('close', () => clearInterval(timer));
}

function finish({ attempt_id, media_id, outcome }, video, write) {
  if (outcome.kind === 'failed') {
    write({ error: { code: 13, message: 'The video could not be generated.' } });
  } else if (outcome.kind === 'moderated') {
    video({ progress: 100, moderated: true });
  } else {
    const name = findImage(media_id)?.name;
    video({
      progress: 100,
      videoUrl: `/assets/${name}.mp4?id=${attempt_id}`,
      thumbnailImageUrl: `/imagine-public/images/${media_id}.jpg`,
      resolutionName: '480p',
    });
  }
}

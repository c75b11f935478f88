/** The server as a harness starts it: one line of JSON, Grok's policy, an end with its input. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { imageId } from '../server/gallery.mjs';
import { start } from './harness.mjs';

let sim;
let url;

before(async () => {
  sim = await start();
  ({ url } = sim);
});

after(() => sim.end());

const post = (path, body) => sim.post(path, body);

const generate = () =>
  post('/rest/app-chat/conversations/new', {
    responseMetadata: {
      modelConfigOverride: {
        modelMap: { videoGenModelConfig: { parentPostId: imageId(1), prompt: 'slow pan' } },
      },
    },
  });

test('the page comes under a policy that allows nothing inline and no other host', async () => {
  const response = await fetch(`${url}/imagine/post/${imageId(1)}`);
  const policy = response.headers.get('content-security-policy');
  assert.match(policy, /connect-src 'self'(;|$)/);
  assert.doesNotMatch(policy.match(/script-src[^;]*/)[0], /unsafe/);
});

test('a moderated generation streams its progress, and says so at its end', async () => {
  await post('/sim/options', { speed_ms: 60 });
  await post('/sim/script', { outcomes: [{ kind: 'moderated', at_percent: 40 }] });
  const lines = (await (await generate()).text()).trim().split('\n').map((line) => JSON.parse(line));
  const videos = lines
    .map((line) => line.result?.response?.streamingVideoGenerationResponse)
    .filter(Boolean);
  assert.equal(videos.at(-2).progress, 40);
  assert.equal(videos.at(-1).moderated, true);
  assert.equal(videos.at(-1).videoUrl, undefined);
});

test('a rate limit is HTTP 429', async () => {
  await post('/sim/script', { outcomes: [{ kind: 'rate_limited' }] });
  assert.equal((await generate()).status, 429);
});

test('what is wrong with a request is said', async () => {
  const response = await post('/sim/options', { nonsense: 1 });
  assert.equal(response.status, 400);
  assert.match((await response.json()).error, /nonsense/);
});

test('a download of a video is answered as scripted, the player always by the video', async () => {
  await post('/sim/videos', { answers: ['breaks_off', 'forbidden', 'sign_in'] });
  const player = await fetch(`${url}/assets/lake.mp4?id=1&cache=1`);
  const video = Buffer.from(await player.arrayBuffer());
  const ask = () => fetch(`${url}/assets/lake.mp4?id=1`);
  await assert.rejects(async () => (await ask()).arrayBuffer());
  assert.equal((await ask()).status, 403);
  assert.match(await (await ask()).text(), /Sign in/);
  assert.deepEqual(Buffer.from(await (await ask()).arrayBuffer()), video);
  assert.equal((await (await fetch(`${url}/sim/state`)).json()).video_downloads, 4);
});

test('an answer that is not known is refused', async () => {
  const response = await post('/sim/videos', { answers: ['soon'] });
  assert.match((await response.json()).error, /soon.*breaks_off/);
});

/** The newer page's server over HTTP: addresses, framings, refusals, files, and what is counted. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { attemptId, imageId } from '../server/gallery.mjs';
import { conversationId, galleryThreadId, USER } from '../server/v2/ids.mjs';
import { objectsIn } from '../src/objects.js';
import { addressFor, bodyOf, imageToImage, imageToVideo } from '../src/v2/requests.js';
import { start } from './harness.mjs';

const LAKE = imageId(1);
const wish = { image: LAKE, prompt: 'slow pan ☃', aspectRatio: '2:3', duration: 6, resolutionName: '480p' };

let sim;

before(async () => {
  sim = await start('--version', 'v2');
});

after(() => sim.end());

beforeEach(async () => {
  await sim.post('/sim/reset', {});
  await sim.post('/sim/options', { speed_ms: 40 });
});

const script = (...outcomes) => sim.post('/sim/script', { outcomes });
const options = (changes) => sim.post('/sim/options', changes);
const state = async () => (await sim.get('/sim/state')).json();

/** A press on the page's submit. */
function generate(open = {}, how = {}) {
  const { path, isContinued } = addressFor('auto', { isAboutVideos: true, ...open });
  return sim.post(path, bodyOf(imageToVideo(wish), { isContinued }), how);
}

const contentOf = ({ result }) => result?.response ?? result ?? {};
const framesIn = (events) =>
  events.map((event) => contentOf(event).streamingVideoGenerationResponse).filter(Boolean);

for (const form of ['lines', 'joined', 'data', 'cut']) {
  test(`a stream on "${form}" is whole, and ends with the video`, async () => {
    await options({ stream: form });
    const response = await generate();
    const text = await response.text();
    const [events, rest] = objectsIn(text);
    const last = framesIn(events).at(-1);
    assert.deepEqual([last.progress, last.moderated, last.videoId], [100, false, attemptId(1)]);
    assert.ok('title' in events.at(-1).result, 'the last object has come, too');
    assert.equal(contentOf(events[1]).userResponse.message, 'slow pan ☃ --mode=custom');
    if (form === 'data') {
      assert.match(text, /^: /);
      assert.match(text, /^event: message$/m);
      assert.match(text, /^data: \[DONE\]$/m);
      assert.equal(response.headers.get('content-type'), 'text/event-stream');
    } else {
      assert.equal(rest.trim(), '');
    }
  });
}

test('a generation in an open conversation is added to it, and answers without a conversation', async () => {
  await (await generate()).text();
  const [events] = objectsIn(await (await generate({ thread: conversationId(1) })).text());
  assert.ok('userResponse' in events[0].result, 'flat, and the human’s turn first');
  const { generations } = await state();
  assert.deepEqual(
    generations.map(({ address, conversation_id }) => [address, conversation_id]),
    [
      ['new', conversationId(1)],
      ['continued', conversationId(1)],
    ],
  );
  const turns = await (
    await sim.get(
      `/rest/app-chat/conversations/${conversationId(1)}/responses?conversationKind=CONVERSATION_KIND_IMAGINE`,
    )
  ).json();
  assert.deepEqual(
    turns.responses.flatMap((turn) => (turn.sender === 'ASSISTANT' ? turn.fileAttachments : [])),
    [attemptId(1), attemptId(2)],
  );
});

test('a conversation that is not there is gone', async () => {
  const response = await generate({ thread: conversationId(9) });
  assert.equal(response.status, 404);
  assert.deepEqual(await response.json(), { code: 5, message: 'Response not found.', details: [] });
});

test('a mode that the message does not name is refused', async () => {
  const body = { ...bodyOf(imageToVideo(wish)), message: 'slow pan --mode=normal' };
  assert.equal((await sim.post('/rest/app-chat/conversations/new', body)).status, 403);
});

test('a limit names the time that Grok names', async () => {
  await script({ kind: 'rate_limited', retry_after_s: 60 }, { kind: 'rate_limited' });
  const first = await generate();
  assert.deepEqual([first.status, first.headers.get('retry-after')], [429, '60']);
  assert.equal((await generate()).headers.get('retry-after'), null);
});

test('a server that can’t be reached breaks the connection', async () => {
  await script({ kind: 'unreachable' });
  await assert.rejects(generate());
});

test('a stream that is cut off ends without order, one that stays open does not end', async () => {
  await script({ kind: 'cut_off' }, { kind: 'stays_open' });
  await assert.rejects(async () => (await generate()).text());
  const end = new AbortController();
  const reader = (await generate({}, { signal: end.signal })).body.getReader();
  let text = '';
  while (!text.includes('videoUrl')) text += new TextDecoder().decode((await reader.read()).value);
  const silence = new Promise((resolve) => setTimeout(resolve, 200, 'silence'));
  assert.equal(await Promise.race([reader.read(), silence]), 'silence');
  end.abort();
});

test('a page that cancels a stream finds the video later', async () => {
  await options({ speed_ms: 150 });
  const end = new AbortController();
  const response = await generate({}, { signal: end.signal });
  end.abort();
  await response.text().catch(() => {});
  assert.equal((await sim.get(`/rest/assets/${attemptId(1)}`)).status, 404);
  await new Promise((resolve) => setTimeout(resolve, 250));
  assert.equal((await sim.get(`/rest/assets/${attemptId(1)}`)).status, 200);
  assert.equal((await state()).generations[0].let_go, true);
});

test('an edit makes a picture of its own, and takes no outcome of a video', async () => {
  await script({ kind: 'moderated' });
  const body = bodyOf(imageToImage({ prompt: 'make it night', image: LAKE }));
  assert.equal(body.modelName, 'imagine-image-edit');
  const [events] = objectsIn(await (await sim.post('/rest/app-chat/conversations/new', body)).text());
  const picture = events
    .map((event) => contentOf(event).streamingImageGenerationResponse)
    .filter(Boolean)
    .at(-1);
  const record = await (await sim.get(`/rest/assets/${picture.assetId}`)).json();
  assert.equal(record.mimeType, 'image/jpeg');
  assert.equal((await sim.get(`/${record.key}`)).headers.get('content-type'), 'image/jpeg');
  const [events2] = objectsIn(await (await generate()).text());
  assert.equal(framesIn(events2).at(-1).moderated, true);
});

test('files lie where streams and records say, and the player gets a codec that it plays', async () => {
  await (await generate()).text();
  const path = `/users/${USER}/generated/${attemptId(1)}/generated_video.mp4`;
  const bytes = async (url, headers) => Buffer.from(await (await sim.get(url, { headers })).arrayBuffer());
  const lake = await bytes('/assets/lake.mp4?cache=1');
  assert.deepEqual(await bytes(path), lake);
  assert.deepEqual(await bytes(`${path}?cache=1`), lake);
  const played = await sim.get(`${path}?cache=1`, { headers: { cookie: 'sso=1; codec=vp9' } });
  assert.equal(played.headers.get('content-type'), 'video/webm');
  assert.equal(played.headers.get('cache-control'), 'no-store');
  assert.ok(Buffer.from(await played.arrayBuffer()).includes('V_VP9'));
  assert.deepEqual(await bytes(path, { cookie: 'codec=vp9' }), lake, 'a download is what Grok keeps');
  assert.equal((await state()).video_downloads, 2);
  const part = await sim.get(`${path}?cache=1`, { headers: { range: 'bytes=10-19' } });
  assert.equal(part.status, 206);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), lake.subarray(10, 20));
  assert.equal((await sim.get(`/users/${USER}/generated/${attemptId(2)}/generated_video.mp4`)).status, 404);
});

test('what the page asks by the way is answered, and counted unless nobody is to see it', async () => {
  const ask = async (prefix) => {
    for (const path of [
      '/rest/assets?pageSize=4&orderBy=ORDER_BY_CREATE_TIME',
      `/rest/assets/${LAKE}`,
      '/rest/app-chat/conversations?pageSize=4',
      `/rest/app-chat/conversations/${galleryThreadId(1)}/responses`,
    ]) {
      assert.equal((await sim.get(`${prefix}${path}`)).status, 200, path);
    }
    await sim.post(`${prefix}/rest/media/imagine/quota_info`, {});
    await sim.post(`${prefix}/rest/rate-limits`, { modelName: 'auto' });
  };
  await ask('/sim/quiet');
  assert.equal(
    Object.values((await state()).asked).reduce((a, b) => a + b),
    0,
  );
  await ask('');
  const { asked } = await state();
  assert.deepEqual(asked, {
    responses: 1,
    conversations: 1,
    asset: 1,
    assets: 1,
    quota_info: 1,
    rate_limits: 1,
    upscale: 0,
  });
});

test('lists come in pages', async () => {
  const first = await (await sim.get('/rest/assets?pageSize=5')).json();
  const second = await (await sim.get(`/rest/assets?pageSize=5&pageToken=${first.nextPageToken}`)).json();
  const ids = [...first.assets, ...second.assets].map(({ assetId }) => assetId);
  assert.equal(new Set(ids).size, 10);
  const some = await (await sim.get(`/rest/assets?assetIds=${ids[0]}&assetIds=${ids[7]}`)).json();
  assert.deepEqual(some.assets.map(({ assetId }) => assetId).sort(), [ids[0], ids[7]].sort());
});

test('the older page’s lists say that this account is of the newer one', async () => {
  const list = (source) => sim.post('/rest/media/post/list', { limit: 40, filter: { source } });
  assert.equal((await list('MEDIA_POST_SOURCE_OWNED')).status, 400);
  assert.deepEqual(await (await list('MEDIA_POST_SOURCE_LIKED')).json(), { posts: [] });
});

test('presses are counted by name, forbidden ones together', async () => {
  await sim.post('/sim/pressed', { control: 'regenerate' });
  await sim.post('/sim/pressed', { control: 'make_video' });
  const { pressed, forbidden_presses: forbidden } = await state();
  assert.deepEqual([pressed.regenerate, pressed.make_video, pressed.edit, forbidden], [1, 1, 0, 1]);
  assert.equal((await sim.post('/sim/pressed', { control: 'nothing' })).status, 400);
});

test('the server’s clock is off where an option says so', async () => {
  const off = async () => Date.parse((await sim.get('/rest/assets')).headers.get('date')) - Date.now();
  assert.ok(Math.abs(await off()) < 3000);
  await options({ clock_skew_ms: 7_200_000 });
  assert.ok(Math.abs((await off()) - 7_200_000) < 3000);
});

test('the older page knows none of it', async () => {
  await options({ version: 'v1' });
  assert.equal((await sim.post('/rest/media/imagine/quota_info', {})).status, 404);
  assert.match(await (await sim.get('/imagine')).text(), /src="\/dist\/page\.js"/);
  assert.deepEqual(Object.keys(await state()), ['documents', 'generations', 'options', 'video_downloads']);
  await options({ version: 'v2' });
  assert.match(await (await sim.get('/imagine')).text(), /src="\/dist\/page-v2\.js"/);
});

test('a page’s script is whole while other simulators start', async () => {
  const script = async () => (await sim.get('/dist/page-v2.js')).text();
  const whole = await script();
  assert.ok(whole.length > 100_000);
  const lengths = new Set();
  let isStarting = true;
  const others = Promise.all([start(), start()]).finally(() => (isStarting = false));
  while (isStarting) lengths.add((await script()).length);
  for (const other of await others) await other.end();
  assert.deepEqual([...lengths], [whole.length]);
});

/** What the newer page sends, compared with captured requests, and how the server reads it. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { modesDiffer, readRequest } from '../server/v2/requests.mjs';
import * as page from '../src/v2/requests.js';

const fixtures = JSON.parse(await readFile(new URL('fixtures/requests.json', import.meta.url)));
const IMAGE = '11111111-aaaa-4aaa-8aaa-000000000001';
const VIDEO = '22222222-bbbb-4bbb-8bbb-000000000001';
const prompt = 'slow pan across a mountain lake';
const chosen = { aspectRatio: '2:3', duration: 6, resolutionName: '480p' };
const wish = { ...chosen, prompt, image: IMAGE };

const CASES = [
  ['plain', page.imageToVideo(wish), {}],
  ['no-audio', page.imageToVideo({ ...wish, skipAudio: true }), {}],
  ['normal', page.imageToVideo({ ...chosen, image: IMAGE }), {}],
  ['continued', page.imageToVideo(wish), { isContinued: true }],
  ['text-to-video', page.textToVideo({ ...chosen, prompt, aspectRatio: '9:16' }), {}],
  ['loop', page.loop(wish), {}],
  ['extension', page.videoExtension({ ...chosen, prompt, video: VIDEO, length: 6 }), {}],
];

test('every captured request has its case', () => {
  assert.deepEqual(CASES.map(([name]) => name).sort(), Object.keys(fixtures).sort());
});

for (const [name, input, how] of CASES) {
  test(`the page sends the request "${name}" as it was captured`, () => {
    assert.deepEqual(page.bodyOf(input, how), fixtures[name]);
  });
}

test('the server reads the form, the inputs and the wishes of each', () => {
  const read = (name) => readRequest(fixtures[name]);
  assert.deepEqual(read('plain').inputs, [IMAGE]);
  assert.equal(read('plain').length_s, 6);
  assert.equal(read('no-audio').skips_audio, true);
  assert.equal(read('normal').prompt, '');
  assert.deepEqual(read('loop').inputs, [IMAGE], 'one picture, though it is named twice');
  assert.deepEqual(read('extension').inputs, [VIDEO]);
  assert.deepEqual(read('text-to-video').inputs, []);
});

test('a request of no form, or of two, is none', () => {
  assert.throws(() => readRequest({}), /no form/);
  assert.throws(() => readRequest({ mediaGenInput: { imageToVideo: {}, textToVideo: {} } }), /several/);
});

test('a mode in the message that is not the body’s is noticed', () => {
  const body = structuredClone(fixtures.plain);
  assert.equal(modesDiffer(body, readRequest(body)), false);
  body.message = `${prompt} --mode=normal`;
  assert.equal(modesDiffer(body, readRequest(body)), true);
});

test('what a record has beyond a request is left out when it is sent again', () => {
  const { imageToVideo } = page.imageToVideo(wish);
  const recorded = { imageToVideo: { ...imageToVideo, modelName: 'imagine-video-gen', skipAudio: false } };
  assert.deepEqual(page.again(recorded), { imageToVideo });
});

test('a generation goes on in a conversation that is about videos, and begins one elsewhere', () => {
  const path = (option, open) => page.addressFor(option, open).path;
  const NEW = '/rest/app-chat/conversations/new';
  const CONTINUED = '/rest/app-chat/conversations/c1/responses';
  assert.equal(path('auto', { thread: null }), NEW);
  assert.equal(path('auto', { thread: 'c1' }), NEW, 'the picture’s own conversation');
  assert.equal(path('auto', { thread: 'c1', isAboutVideos: true }), CONTINUED);
  assert.equal(path('new', { thread: 'c1', isAboutVideos: true }), NEW);
  assert.equal(path('continued', { thread: 'c1' }), CONTINUED);
  assert.equal(path('continued', { thread: null }), NEW, 'there is none to go on in');
});

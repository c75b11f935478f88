/** The newer page's streams, compared object by object with the shapes of what peers have seen. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { imageId } from '../server/gallery.mjs';
import { Simulation } from '../server/simulation.mjs';
import { readRequest } from '../server/v2/requests.mjs';
import { plan } from '../server/v2/streams.mjs';
import { bodyOf, imageToVideo } from '../src/v2/requests.js';
import { shapesOf } from './shape.mjs';

const fixtures = JSON.parse(await readFile(new URL('fixtures/streams.json', import.meta.url)));

const wish = {
  image: imageId(1),
  prompt: 'slow pan across a mountain lake',
  aspectRatio: '2:3',
  duration: 6,
  resolutionName: '480p',
};

/** What the server plans for an outcome. */
function planned(outcomes, { thread, options = {}, resolutionName = '480p' } = {}) {
  const simulation = new Simulation('test', 'v2');
  simulation.setOptions({ ...options, side_by_side: outcomes.length });
  simulation.script(outcomes);
  const request = readRequest(bodyOf(imageToVideo({ ...wish, resolutionName })));
  const answer = simulation.account.begin(request, {
    thread: thread && simulation.account.galleryThreads[0].id,
  });
  simulation.account.close();
  const { steps, end } = plan(answer);
  return { events: steps.map(({ event }) => event), times: steps.map(({ at }) => at), end };
}

const CASES = [
  ['success', [{ kind: 'completed' }]],
  ['moderated', [{ kind: 'moderated' }]],
  ['moderated-early-then-closed', [{ kind: 'moderated_early' }]],
  ['provisional-moderated-then-cleared', [{ kind: 'provisional_cleared' }]],
  ['provisional-moderated-then-moderated', [{ kind: 'provisional_moderated' }]],
  ['rate-limit-in-200', [{ kind: 'limit_in_200' }]],
  ['rate-limit-top-level', [{ kind: 'limit_top_level' }]],
  ['rate-limit-as-text-turn', [{ kind: 'limit_as_text' }]],
  ['heavy-usage', [{ kind: 'heavy_usage' }]],
  ['refused-in-200', [{ kind: 'refused_in_200' }]],
  ['server-error', [{ kind: 'server_error' }]],
  ['stream-errors', [{ kind: 'stream_errors' }]],
  ['side-by-side-one-stream', [{ kind: 'completed' }, { kind: 'completed' }]],
  ['720p-fell-back', [{ kind: 'fell_back' }], { resolutionName: '720p' }],
  ['url-only-in-attachments', [{ kind: 'url_in_attachments' }]],
  ['asset-id-only', [{ kind: 'asset_id_only' }]],
  ['final-then-stays-open', [{ kind: 'stays_open' }], {}, 'open'],
  ['cut-off', [{ kind: 'cut_off' }], {}, 'broken'],
  ['continued-success', [{ kind: 'completed' }], { thread: true }],
  ['continued-moderated', [{ kind: 'moderated' }], { thread: true }],
];

test('every stream that peers have seen has its case', () => {
  assert.deepEqual(CASES.map(([name]) => name).sort(), Object.keys(fixtures).sort());
});

for (const [name, outcomes, how, end = 'closed'] of CASES) {
  test(`the stream "${name}" has the shapes that peers have seen`, () => {
    const answer = planned(outcomes, how);
    assert.deepEqual(shapesOf(answer.events), shapesOf(fixtures[name]));
    assert.equal(answer.end, end);
  });
}

const frames = ({ events }) =>
  events.map(({ result }) => (result?.response ?? result)?.streamingVideoGenerationResponse).filter(Boolean);

test('a stream’s times never go back, and progress of a video neither', () => {
  for (const kind of ['completed', 'moderated', 'provisional_cleared', 'withdrawn_at_end', 'url_later']) {
    const answer = planned([{ kind }]);
    assert.deepEqual(
      answer.times,
      answer.times.toSorted((a, b) => a - b),
      kind,
    );
    const percents = frames(answer).map(({ progress }) => progress);
    assert.deepEqual(
      percents,
      percents.toSorted((a, b) => a - b),
      kind,
    );
  }
});

test('a moderation ends where the outcome says', () => {
  const told = frames(planned([{ kind: 'moderated', at_percent: 40 }]));
  assert.equal(told.at(-2).progress, 40);
  assert.deepEqual([told.at(-1).progress, told.at(-1).moderated], [100, true]);
});

test('what is said last of a video may take back what was said before', () => {
  const last = (kind) =>
    frames(planned([{ kind }]))
      .slice(-2)
      .map(({ moderated, videoUrl }) => [moderated, Boolean(videoUrl)]);
  assert.deepEqual(last('cleared_at_end'), [
    [true, false],
    [false, true],
  ]);
  assert.deepEqual(last('withdrawn_at_end'), [
    [false, true],
    [true, false],
  ]);
});

test('a refusal may come without any frame, or with one that names no video', () => {
  assert.deepEqual(frames(planned([{ kind: 'moderated_without_frame' }])), []);
  assert.deepEqual(frames(planned([{ kind: 'moderated_early' }])), [
    { videoId: '', progress: 0, moderated: true },
  ]);
});

test('a screening that is never taken back ends with the stream, and tells no last frame', () => {
  const told = frames(planned([{ kind: 'provisional_closed' }]));
  assert.ok(told.every(({ progress }) => progress < 100));
  assert.ok(told.some(({ moderated }) => moderated));
});

test('of two in one stream the first is done earlier', () => {
  const told = frames(planned([{ kind: 'completed' }, { kind: 'moderated' }])).filter(
    ({ progress }) => progress === 100,
  );
  assert.deepEqual(
    told.map(({ sideBySideIndex, moderated }) => [sideBySideIndex, moderated]),
    [
      [0, false],
      [1, true],
    ],
  );
});

test('the nesting goes by the address unless an option says otherwise', () => {
  const isFlat = (how) => {
    const turn = planned([{ kind: 'completed' }], how).events.find(({ result }) => !result.conversation);
    return !('response' in turn.result);
  };
  assert.equal(isFlat({}), false);
  assert.equal(isFlat({ thread: true }), true);
  assert.equal(isFlat({ options: { nesting: 'flat' } }), true);
  assert.equal(isFlat({ thread: true, options: { nesting: 'response' } }), false);
});

test('words of a limit say when it ends', () => {
  const until = 'Available again at 6:01 PM.';
  const kinds = ['limit_toast', 'limit_in_200', 'limit_top_level', 'limit_as_text', 'heavy_usage'];
  for (const kind of kinds) {
    assert.ok(JSON.stringify(planned([{ kind, until }]).events).includes(until), kind);
    assert.ok(!JSON.stringify(planned([{ kind }]).events).includes(until), kind);
  }
});

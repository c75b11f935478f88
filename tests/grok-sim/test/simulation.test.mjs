/** What the simulated Grok decides and remembers, without HTTP. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { imageId } from '../server/gallery.mjs';
import { Simulation } from '../server/simulation.mjs';

const LAKE = imageId(1);
const DUNES = imageId(2);

const kinds = (simulation, mediaId, count) =>
  Array.from({ length: count }, () => simulation.begin(mediaId, 'slow pan').outcome.kind);

test('scripted outcomes come in their order, an image’s own first', () => {
  const simulation = new Simulation('test');
  simulation.script([{ kind: 'moderated' }, { kind: 'failed' }]);
  simulation.script([{ kind: 'hang' }], LAKE);
  assert.deepEqual(kinds(simulation, LAKE, 3), ['hang', 'moderated', 'failed']);
});

test('without a script a test’s generations complete, and a demo shows both outcomes', () => {
  assert.deepEqual(kinds(new Simulation('test'), LAKE, 2), ['completed', 'completed']);
  const demo = new Simulation('demo');
  assert.deepEqual(kinds(demo, LAKE, 3), ['moderated', 'moderated', 'completed']);
  assert.deepEqual(kinds(demo, DUNES, 1), ['moderated'], 'each image has its own round');
});

test('every attempt has an id of its own, also across images', () => {
  const simulation = new Simulation('test');
  const ids = [LAKE, DUNES, LAKE].map((id) => simulation.begin(id, '').attempt_id);
  assert.equal(new Set(ids).size, 3);
});

test('Grok remembers finished videos alone, and whose post a video is', () => {
  const simulation = new Simulation('test');
  simulation.script([{ kind: 'moderated' }]);
  const moderated = simulation.begin(LAKE, '');
  const completed = simulation.begin(LAKE, '');
  assert.deepEqual(simulation.videosOf(LAKE), [completed]);
  assert.equal(simulation.imageOfPost(moderated.attempt_id), LAKE);
  assert.equal(simulation.imageOfPost(LAKE), LAKE);
  assert.equal(simulation.imageOfPost('nothing'), undefined);
});

test('an option that is not known is refused by name, and changes nothing', () => {
  const simulation = new Simulation('test');
  assert.throws(() => simulation.setOptions({ speed: 1 }), /"speed".*speed_ms/);
  assert.equal(simulation.options.speed_ms, 600);
});

test('a change of the options reaches every open page', () => {
  const simulation = new Simulation('test');
  const told = [];
  simulation.listeners.add((event) => told.push(event));
  simulation.setOptions({ button: 'missing' });
  assert.equal(told[0].options.button, 'missing');
});

/** The two shapes in which Grok's store writes an attempt. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { entryOf } from '../src/entries.js';

const attempt = { id: 'v1', mediaId: 'i1', prompt: 'slow pan', url: 'v.mp4', at: 0 };

test('shape a has a video id and no status', () => {
  const entry = entryOf('a', { ...attempt, kind: 'completed' });
  assert.equal(entry.videoId, 'v1');
  assert.equal(entry.parentPostId, 'i1');
  assert.equal(entry.status, undefined);
  assert.equal(entry.moderated, false);
});

test('shape b has an id and a status', () => {
  const entry = entryOf('b', { ...attempt, kind: 'moderated', url: '' });
  assert.equal(entry.id, 'v1');
  assert.equal(entry.status, 'completed');
  assert.equal(entry.moderated, true);
});

test('a technical failure is a status in both', () => {
  for (const shape of ['a', 'b']) {
    assert.equal(entryOf(shape, { ...attempt, kind: 'failed' }).status, 'failed');
  }
});

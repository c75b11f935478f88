/** Options and outcomes: what is taken, and what is refused by name. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { check, DEFAULTS } from '../server/options.mjs';
import { Simulation } from '../server/simulation.mjs';

test('a test gets the older page, unless it asks for the newer one', () => {
  assert.equal(DEFAULTS.version, 'v1');
  assert.equal(new Simulation('test').options.version, 'v1');
  const newer = new Simulation('test', 'v2');
  newer.setOptions({ version: 'v1' });
  newer.reset();
  assert.equal(newer.options.version, 'v2', 'a reset leads back to what was started');
  assert.throws(() => new Simulation('test', 'v3'), /"version" can't be "v3"/);
});

test('every option takes what it is at first', () => {
  check(DEFAULTS);
});

test('a value that an option of the newer page can’t have is refused with those that it can', () => {
  const refusal = (changes) => {
    try {
      return check(changes);
    } catch (error) {
      return error.message;
    }
  };
  assert.match(refusal({ store: 'disk' }), /"store" can't be "disk".*"memory".*"stale"/);
  assert.match(refusal({ query: 'soon' }), /number of ms or "never"/);
  assert.match(refusal({ quota_poll_s: -1 }), /from 0/);
  assert.match(refusal({ quota_info: 'much' }), /"free", "paid", "exhausted" or an object/);
  assert.equal(
    refusal({ query: 'never', quota_info: { video: null }, clock_skew_ms: -5, requests_per_press: 2 }),
    undefined,
  );
});

test('a set with one wrong option changes nothing', () => {
  const simulation = new Simulation('test');
  assert.throws(() => simulation.setOptions({ version: 'v2', after: 'nowhere' }));
  assert.equal(simulation.options.version, 'v1');
});

test('an outcome that is not known is refused by name', () => {
  const simulation = new Simulation('test');
  assert.throws(() => simulation.script([{ kind: 'compleated' }]), /"compleated".*completed/);
  assert.deepEqual(simulation.queue, []);
});

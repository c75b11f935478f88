/** What the newer page's account holds, compared with the records and turns that peers have seen. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { attemptId, imageId } from '../server/gallery.mjs';
import { Simulation } from '../server/simulation.mjs';
import { rateLimits } from '../server/v2/quotas.mjs';
import { refusalOf, invalid } from '../server/v2/refusals.mjs';
import { readRequest } from '../server/v2/requests.mjs';
import * as page from '../src/v2/requests.js';
import { shape } from './shape.mjs';

const fixtures = JSON.parse(await readFile(new URL('fixtures/records.json', import.meta.url)));
const LAKE = imageId(1);
const wish = { image: LAKE, prompt: 'slow pan', aspectRatio: '2:3', duration: 6, resolutionName: '480p' };
const alike = (actual, expected, message) => assert.deepEqual(shape(actual), shape(expected), message);

/** An account in which these were made, one after another. */
function made(outcomes, { input = page.imageToVideo(wish), options = {}, how = {} } = {}) {
  const simulation = new Simulation('test', 'v2');
  simulation.setOptions(options);
  simulation.script(outcomes);
  const { account } = simulation;
  const answers = outcomes.map(() => {
    const answer = account.begin(readRequest(page.bodyOf(input)), how);
    account.finish(answer);
    return answer;
  });
  account.close();
  return { simulation, account, answers };
}

test('a picture’s and a video’s record have the fields that peers have seen', () => {
  const { account } = made([{ kind: 'completed' }]);
  alike(account.assets.get(LAKE), fixtures['asset-detail-image']);
  alike(account.assets.get(attemptId(1)), fixtures['asset-detail-video']);
  account.upscale(attemptId(1));
  alike(account.assets.get(attemptId(1)), fixtures['asset-detail-video-hd']);
});

test('a video without a prompt says so in its record', () => {
  const input = page.imageToVideo({ ...wish, prompt: '' });
  const { account } = made([{ kind: 'completed' }], { input });
  alike(account.assets.get(attemptId(1)), fixtures['asset-detail-video-normal-mode']);
  assert.equal(account.assets.get(attemptId(1)).mediaGenInput.imageToVideo.mode, 'normal');
});

test('a conversation’s turns have the fields that peers have seen', () => {
  const { account, answers } = made([{ kind: 'completed' }]);
  alike(account.responses(answers[0].conversation.id), fixtures['conversation-responses']);
});

test('a moderated video leaves a turn without a file, and no record', () => {
  const { account, answers } = made([{ kind: 'moderated' }]);
  alike(account.responses(answers[0].conversation.id), fixtures['conversation-responses-moderated']);
  assert.equal(account.assets.get(attemptId(1)), undefined);
});

test('a moderated video may have a record that says so', () => {
  const { account } = made([{ kind: 'moderated', with_record: true }]);
  assert.equal(account.assets.get(attemptId(1)).auxKeys.moderated, 'true');
  assert.equal(account.assets.get(attemptId(1)).key, '');
});

test('the lists of conversations and of files have the latest first', () => {
  const { account } = made([{ kind: 'completed' }]);
  const [latest] = account.conversations();
  alike(latest, fixtures['conversation-list'].conversations[0]);
  assert.equal(latest.latestAssetMetadata.assetId, attemptId(1));
  const files = account.files();
  assert.equal(files[0].assetId, attemptId(1));
  alike(
    files.find(({ assetId }) => assetId === LAKE),
    fixtures['asset-list'].assets.at(-1),
  );
});

test('what was begun and failed leaves the human’s turn alone', () => {
  const { account, answers } = made([{ kind: 'server_error' }]);
  const { responses } = account.responses(answers[0].conversation.id);
  assert.deepEqual(
    responses.map(({ sender }) => sender),
    ['human'],
  );
});

test('what was refused leaves nothing, unless it was still made', () => {
  const { account, answers } = made([{ kind: 'server_down' }]);
  assert.equal(account.threads.has(answers[0].conversation.id), false);
  assert.equal(made([{ kind: 'server_down', made: true }]).account.assets.has(attemptId(1)), true);
  assert.equal(made([{ kind: 'cut_off' }]).account.assets.has(attemptId(1)), false);
  assert.equal(made([{ kind: 'cut_off', made: true }]).account.assets.has(attemptId(1)), true);
});

test('a video goes back to its picture, also over an extension', () => {
  const { account } = made([{ kind: 'completed' }]);
  const input = page.videoExtension({ ...wish, video: attemptId(1), length: 6 });
  account.finish(account.begin(readRequest(page.bodyOf(input)), {}));
  account.close();
  const record = account.assets.get(attemptId(2));
  assert.equal(record.auxKeys.is_ext, 'true');
  assert.equal(JSON.parse(record.auxKeys.input_assets)[0], attemptId(1));
  assert.equal(account.originalOf(attemptId(2)), LAKE);
});

test('a video of words alone goes back to no picture', () => {
  const { simulation, account } = made([{ kind: 'completed' }], { input: page.textToVideo(wish) });
  assert.equal(simulation.generations[0].media_id, null);
  assert.equal(account.originalOf(attemptId(1)), undefined);
  assert.equal('input_assets' in account.assets.get(attemptId(1)).auxKeys, false);
});

test('two in one answer are two files of one turn', () => {
  const simulation = new Simulation('test', 'v2');
  simulation.setOptions({ side_by_side: 2 });
  simulation.script([{ kind: 'completed' }, { kind: 'moderated' }]);
  const { account } = simulation;
  const answer = account.begin(readRequest(page.bodyOf(page.imageToVideo(wish))), { press: 1 });
  account.finish(answer);
  account.close();
  const { responses } = account.responses(answer.conversation.id);
  assert.deepEqual(responses.at(-1).fileAttachments, [attemptId(1)]);
  assert.equal(responses.length, 2);
  assert.deepEqual(account.presses(), [{ press: 1, requests: 1 }]);
});

test('two requests of one press are two conversations', () => {
  const { simulation, account } = made([{ kind: 'completed' }, { kind: 'completed' }], { how: { press: 7 } });
  assert.deepEqual(account.presses(), [{ press: 7, requests: 2 }]);
  assert.equal(new Set(simulation.generations.map((one) => one.conversation_id)).size, 2);
});

test('another device’s video stands in the picture’s latest conversation', () => {
  const { simulation, account, answers } = made([{ kind: 'completed' }]);
  account.elsewhere({ media_id: LAKE });
  account.close();
  const { responses } = account.responses(answers[0].conversation.id);
  assert.deepEqual(responses.at(-1).fileAttachments, [attemptId(2)]);
  assert.equal(simulation.generations[1].elsewhere, true);
  assert.equal(simulation.generations[1].press, null);
});

test('pictures share a conversation where an option says so', () => {
  const simulation = new Simulation('test', 'v2');
  const threadOf = (n) => simulation.account.assets.get(imageId(n)).sourceConversationId;
  assert.notEqual(threadOf(1), threadOf(2));
  simulation.setOptions({ images_per_thread: 3 });
  assert.equal(threadOf(1), threadOf(3));
  assert.notEqual(threadOf(3), threadOf(4));
  assert.equal(simulation.account.responses(threadOf(1)).responses.length, 6);
});

test('the server’s time is off where an option says so', () => {
  const { account } = made([{ kind: 'completed' }], { options: { clock_skew_ms: -3_600_000 } });
  const late = Date.now() - Date.parse(account.assets.get(attemptId(1)).createTime);
  assert.ok(Math.abs(late - 3_600_000) < 5000, `${late}`);
});

test('the quota has the forms that peers have seen, and is counted down', () => {
  const quotaOf = (options, outcomes = []) => made(outcomes, { options }).account.quotaInfo();
  alike(quotaOf({}), fixtures['quota-info']);
  alike(quotaOf({ quota_info: 'paid' }), fixtures['quota-info-paid']);
  alike(quotaOf({ quota_info: 'exhausted' }), fixtures['quota-info-exhausted']);
  assert.deepEqual(quotaOf({ quota_info: { video: null } }), { video: null });
  const left = (outcomes) => quotaOf({}, outcomes).video.remainingQueries;
  assert.equal(
    left([]) - left([{ kind: 'moderated' }, { kind: 'rate_limited' }]),
    1,
    'a refusal costs nothing',
  );
});

test('the chat’s limits are answered as they were captured', () => {
  for (const { request, response } of fixtures['rate-limits'])
    assert.deepEqual(rateLimits(request), response);
});

test('refusals are answered as they were captured', () => {
  const outcomes = [
    { kind: 'rate_limited', retry_after_s: 60 },
    { kind: 'rate_limited_plain' },
    { kind: 'anti_bot' },
    { kind: 'out_of_date' },
    { kind: 'blocked' },
    { kind: 'check' },
    { kind: 'forbidden' },
    { kind: 'signed_out' },
    { kind: 'not_found' },
  ];
  const answered = [...outcomes.map(refusalOf), invalid(), refusalOf({ kind: 'server_down' })];
  const captured = fixtures['http-errors'].map(({ where: _where, ...answer }) => answer);
  assert.deepEqual(answered, captured);
});

/** Grok's endpoints for the newer page, and what of `/sim/` is for it alone. */

import { invalid, notFound, refusalOf, refuse } from './refusals.mjs';
import { modesDiffer, readRequest } from './requests.mjs';
import { rateLimits } from './quotas.mjs';
import { plan } from './streams.mjs';
import { play } from './play.mjs';

/** The same answers under a path that nobody watches: for pages that get them in another way. */
const QUIET = '/sim/quiet';

/** @typedef {{ simulation: import('../simulation.mjs').Simulation, request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse, url: URL, id?: string, isSeen: boolean,
 *   body: () => Promise<Buffer>, send: (status: number, body: object) => void }} Call */

/** @type {[method: string, path: RegExp, answer: (call: Call) => unknown][]} */
const ROUTES = [
  ['POST', /^\/rest\/app-chat\/conversations\/new$/, generation],
  ['POST', /^\/rest\/app-chat\/conversations\/([^/]+)\/responses$/, generation],
  ['GET', /^\/rest\/app-chat\/conversations\/([^/]+)\/responses$/, responses],
  ['GET', /^\/rest\/app-chat\/conversations$/, conversations],
  ['GET', /^\/rest\/assets$/, assets],
  ['GET', /^\/rest\/assets\/([^/]+)$/, asset],
  ['POST', /^\/rest\/media\/imagine\/quota_info$/, quota],
  ['POST', /^\/rest\/rate-limits$/, limits],
  ['POST', /^\/rest\/media\/video\/upscale$/, upscale],
  ['POST', /^\/rest\/media\/post\/list$/, postList],
  ['POST', /^\/rest\/media\/post\/get$/, ({ response }) => refuse(notFound(), response)],
  ['POST', /^\/http\/upload-file-v2\/direct$/, upload],
  ['POST', /^\/sim\/pressed$/, pressed],
];

/** The answer to a call, or undefined where none of these is meant. */
export function routeOf(method, pathname) {
  const isSeen = !pathname.startsWith(QUIET);
  const path = isSeen ? pathname : pathname.slice(QUIET.length);
  for (const [wanted, pattern, answer] of ROUTES) {
    const match = wanted === method && pattern.exec(path);
    if (match) return (call) => answer({ ...call, id: match[1], isSeen });
  }
  return undefined;
}

async function generation({ simulation, request, response, id, body }) {
  const { account, options } = simulation;
  const sent = JSON.parse(await body());
  const wanted = readRequest(sent);
  if (modesDiffer(sent, wanted)) return refuse(refusalOf({ kind: 'anti_bot' }), response);
  if (id && !account.threads.has(id)) return refuse(notFound(), response);
  const press = Number(request.headers['x-sim-press']) || null;
  const answer = account.begin(wanted, { thread: id, press });
  const { outcome } = answer.generations[0];
  if (outcome.kind === 'unreachable') return breakOff(response);
  const refusal = refusalOf(outcome);
  if (refusal) return refuse(refusal, response);
  const planned = plan(answer);
  response.on('close', () => {
    const isLetGo = !response.writableFinished && planned.end !== 'broken';
    for (const one of answer.generations) one.let_go = isLetGo;
  });
  play(planned, options, (attempt) => account.finish(answer, attempt), response);
}

/** A browser asks again by itself where a connection ends without a word, so it gets one that is none. */
function breakOff(response) {
  response.socket?.write('gone\r\n\r\n', () => response.socket?.destroy());
}

function responses({ simulation: { account }, response, id, isSeen, send }) {
  if (isSeen) account.counters.asked.responses += 1;
  const found = account.responses(id);
  if (found) send(200, found);
  else refuse(notFound(), response);
}

function conversations({ simulation: { account }, url, isSeen, send }) {
  if (isSeen) account.counters.asked.conversations += 1;
  const { items, next } = pageOf(account.conversations(), url);
  send(200, { conversations: items, textSearchMatches: [], ...(next && { nextPageToken: next }) });
}

function assets({ simulation: { account }, url, isSeen, send }) {
  if (isSeen) account.counters.asked.assets += 1;
  const ids = url.searchParams.getAll('assetIds');
  const wanted = account.files().filter(({ assetId }) => ids.length === 0 || ids.includes(assetId));
  const { items, next } = pageOf(wanted, url);
  send(200, { assets: items, nextPageToken: next });
}

function asset({ simulation: { account }, response, id, isSeen, send }) {
  if (isSeen) account.counters.asked.asset += 1;
  const found = account.assets.get(id);
  if (found) send(200, found);
  else refuse(notFound(), response);
}

function quota({ simulation: { account }, isSeen, send }) {
  if (isSeen) account.counters.asked.quota_info += 1;
  send(200, account.quotaInfo());
}

async function limits({ simulation: { account }, body, isSeen, send }) {
  if (isSeen) account.counters.asked.rate_limits += 1;
  send(200, rateLimits(JSON.parse(await body())));
}

async function upscale({ simulation: { account }, response, body, send }) {
  account.counters.asked.upscale += 1;
  const record = account.upscale(JSON.parse(await body()).videoId);
  if (record) send(200, { hdMediaUrl: record.hdKey });
  else refuse(notFound(), response);
}

/** The older page's list: an account of the newer page gets nothing, and for its own posts a refusal. */
async function postList({ response, body, send }) {
  const { filter } = JSON.parse(await body());
  if (filter?.source === 'MEDIA_POST_SOURCE_OWNED') refuse(invalid(), response);
  else send(200, { posts: [] });
}

async function upload({ simulation: { account }, request, body, send }) {
  const record = account.upload(request.headers['content-type'] ?? 'image/png', await body());
  send(200, { fileMetadata: { fileMetadataId: record.assetId, fileUri: record.key } });
}

async function pressed({ simulation: { account }, body, send }) {
  account.counters.press(JSON.parse(await body()).control);
  send(200, {});
}

/** A page of a list; its token is the place where the next one begins. */
function pageOf(all, url) {
  const size = Number(url.searchParams.get('pageSize')) || all.length;
  const from = Number(/\d+/.exec(url.searchParams.get('pageToken') ?? '')?.[0] ?? 0);
  const end = from + size;
  return { items: all.slice(from, end), next: end < all.length ? `page-${end}` : '' };
}

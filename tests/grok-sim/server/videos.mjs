/**
 * A download of a video, answered as a test has scripted it. What the player of the page asks for
 * is not a download, and is always answered as it is: in parts where it asks for parts, and in a codec
 * that it plays, which is H.264 not everywhere.
 */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { folder } from './build.mjs';

const SIGN_IN = '<!doctype html><html><title>Sign in</title><p>Sign in to see this.</p></html>';

/** Whether this is a download of a video: the player says `cache=1`. */
export function isDownload(url) {
  return url.pathname.endsWith('.mp4') && url.searchParams.get('cache') !== '1';
}

/**
 * @param {import('./simulation.mjs').VideoAnswer} answer
 * @param {Buffer} video
 */
export function download(answer, video, response) {
  if (answer === 'forbidden' || answer === 'sign_in') {
    response.writeHead(answer === 'forbidden' ? 403 : 200, { 'content-type': 'text/html' });
    return response.end(SIGN_IN);
  }
  if (answer === 'not_found') {
    response.writeHead(404, { 'content-type': 'application/json' });
    return response.end('{"error":"no such file"}');
  }
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': video.length });
  if (answer === 'whole') return response.end(video);
  const half = video.subarray(0, video.length / 2);
  response.write(half, () => {
    if (answer === 'breaks_off') response.socket?.destroy();
  });
}

/**
 * A file of `assets`; undefined: there is none. The larger files of a video, `<name>_hd.mp4` and
 * `<name>_1080_hd.mp4`, are the usual one with a box at its end that no player shows.
 */
export async function contentOf(path) {
  const size = /_(?:1080_)?hd(?=\.mp4$)/.exec(path)?.[0];
  const file = await readFile(`${folder}${size ? path.replace(size, '') : path}`).catch(() => undefined);
  return file && size ? Buffer.concat([file, freeBox(size)]) : file;
}

function freeBox(content) {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write('free', 4);
  return Buffer.concat([head, Buffer.from(content)]);
}

/** The file that a player gets in the place of `path`: the page says by a cookie whether it plays VP9. */
export function vp9Of(path, request) {
  const other = path.replace(/\.mp4$/, '.webm');
  const isPlayed = /(?:^|; )codec=vp9(?:;|$)/.test(request.headers.cookie ?? '');
  return isPlayed && existsSync(`${folder}${other}`) ? other : path;
}

/** Answers a player, with a part of the video where it asks for one. @param {Buffer} video */
export function play(video, type, request, response) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  // WebKit would have a second player of the same video wait for what the first one puts into its cache.
  const head = { 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  if (first === undefined || Number(first) >= video.length) {
    response.writeHead(200, { ...head, 'content-length': video.length });
    return response.end(video);
  }
  const end = Math.min(last ? Number(last) + 1 : video.length, video.length);
  const range = `bytes ${first}-${end - 1}/${video.length}`;
  response.writeHead(206, { ...head, 'content-range': range, 'content-length': end - first });
  return response.end(video.subarray(Number(first), end));
}

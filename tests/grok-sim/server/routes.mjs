/**
 * Every path of the simulator: the page and its files, Grok's endpoints, and `/sim/` for tests. Those of
 * the newer page are in `v2/routes`, and come first while it is shown.
 */

import { randomBytes } from 'node:crypto';
import { basename, extname } from 'node:path';

import { bundled } from './build.mjs';
import { findImage, gallery } from './gallery.mjs';
import { beginSignIn, callbackPage, COOKIE, demandSignIn, isSignedIn, signInPage } from './sign-in.mjs';
import { stream } from './stream.mjs';
import { assetOf, fileOf } from './v2/files.mjs';
import { routeOf } from './v2/routes.mjs';
import { contentOf, download, isDownload, play, vp9Of } from './videos.mjs';

const TYPES = {
  '.css': 'text/css',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.webm': 'video/webm',
};

/** The largest body taken, in bytes. */
const MOST_BODY = 16 * 1024 * 1024;

/** As strict as Grok's: nothing inline, nothing from elsewhere, no fetch to `ipc://`. */
function policy(nonce) {
  return [
    "default-src 'self'",
    // Cloudflare's check is a frame of another origin.
    "frame-src 'self' http://localhost:*",
    `script-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors http://127.0.0.1:*",
  ].join('; ');
}

/** @param {import('./simulation.mjs').Simulation} simulation */
export async function handle(simulation, request, response) {
  const url = new URL(request.url, 'http://localhost');
  const { pathname } = url;
  const name = `${request.method} ${pathname}`;
  const { clock_skew_ms: skew, version } = simulation.options;
  if (skew !== 0) response.setHeader('date', new Date(Date.now() + skew).toUTCString());
  try {
    const newer = version === 'v2' && routeOf(request.method, pathname);
    if (newer) {
      await newer({
        simulation,
        request,
        response,
        url,
        body: () => bodyOf(request),
        send: (status, content) => send(response, status, content),
      });
    } else if (ROUTES[name]) await ROUTES[name](simulation, request, response, url);
    else if (request.method === 'GET') await file(simulation, request, response, url);
    else send(response, 404, { error: `nothing answers ${name}` });
  } catch (error) {
    send(response, 400, { error: `${name}: ${error.message}` });
  }
}

/** Answers that begin no generation. */
const REFUSALS = {
  rate_limited: (response) =>
    send(response, 429, { error: { code: 8, message: 'Too many requests' } }),
  // As where Grok states its limit in words alone.
  limit_toast: (response) => send(response, 200, { limit: 'Image limit reached' }),
  forbidden: (response) => send(response, 403, { error: { code: 7, message: 'Forbidden' } }),
  signed_out: (response) =>
    send(response, 401, { error: { code: 16, message: 'Bad credentials' } }),
  check: (response) => {
    response.writeHead(403, { 'content-type': 'text/html', 'cf-mitigated': 'challenge' });
    response.end('<!doctype html><title>Just a moment...</title>');
  },
};

const ROUTES = {
  'POST /rest/app-chat/conversations/new': async (simulation, request, response) => {
    const { media_id, prompt, wanted } = readGeneration(await json(request));
    const first = simulation.begin(media_id, prompt, wanted);
    if (REFUSALS[first.outcome.kind]) return REFUSALS[first.outcome.kind](response);
    const others = Array.from({ length: simulation.options.side_by_side - 1 }, () =>
      simulation.begin(media_id, prompt, wanted),
    );
    stream([first, ...others], simulation.options, response);
  },
  'POST /rest/media/post/get': async (simulation, request, response) => {
    const { id } = await json(request);
    const mediaId = simulation.imageOfPost(id);
    if (!mediaId) return send(response, 404, { error: { message: `no post ${id}` } });
    send(response, 200, { image: findImage(mediaId), videos: simulation.videosOf(mediaId) });
  },
  'POST /sim/script': async (simulation, request, response) => {
    const { outcomes, media_id } = await json(request);
    simulation.script(outcomes, media_id);
    send(response, 200, {});
  },
  'POST /sim/videos': async (simulation, request, response) => {
    simulation.answerVideos((await json(request)).answers);
    send(response, 200, {});
  },
  'POST /sim/options': async (simulation, request, response) => {
    simulation.setOptions(await json(request));
    send(response, 200, simulation.options);
  },
  'GET /sign-in/begin': (_simulation, _request, response, url) => {
    const location = beginSignIn(url);
    if (!location) return send(response, 410, { error: 'This ticket was used.' });
    response.writeHead(302, { location });
    response.end();
  },
  'GET /sign-in': (_simulation, _request, response, url) =>
    html(response, (nonce) => signInPage(url, nonce)),
  'GET /sign-in/callback': (_simulation, _request, response, url) => {
    response.setHeader('set-cookie', COOKIE);
    html(response, (nonce) => callbackPage(url, nonce));
  },
  'GET /rest/session': (_simulation, request, response) => {
    send(response, 200, { is_signed_in: isSignedIn(request) });
  },
  'POST /sim/reset': (simulation, _request, response) => {
    simulation.reset();
    send(response, 200, {});
  },
  'POST /sim/page': async (simulation, request, response) => {
    const page = await json(request);
    simulation.tell({ page: page.do === 'elsewhere' ? elsewhere(simulation, page) : page });
    send(response, 200, {});
  },
  'GET /sim/state': (simulation, _request, response) => {
    send(response, 200, simulation.state());
  },
  'GET /sim/gallery': (simulation, _request, response) => {
    send(response, 200, { gallery, options: simulation.options });
  },
  // A service worker for pages that want to last: it answers nothing by itself.
  'GET /sim/worker.js': (_simulation, _request, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript', 'service-worker-allowed': '/' });
    response.end("self.addEventListener('fetch', () => {});");
  },
  'GET /sim/events': (simulation, request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    const listener = (event) => response.write(`data: ${JSON.stringify(event)}\n\n`);
    simulation.listeners.add(listener);
    // What changed between the page's first question and this connection would be lost to it.
    listener({ options: simulation.options });
    request.on('close', () => simulation.listeners.delete(listener));
  },
};

/** Another page of the account makes a video; open pages hear where to look. */
function elsewhere(simulation, page) {
  const { generations } = simulation.account.elsewhere(page);
  const [{ media_id, attempt_id, conversation_id }] = generations;
  return { do: 'elsewhere', media_id, attempt_id, conversation_id };
}

/** What the page asks for, in the older form of Grok's request. */
function readGeneration(body) {
  const config = body.responseMetadata?.modelConfigOverride?.modelMap?.videoGenModelConfig;
  const mediaId = config?.parentPostId;
  if (typeof mediaId !== 'string') throw new Error('the request names no parentPostId');
  const wanted = { length_s: config.videoLength, resolution: config.resolutionName };
  return { media_id: mediaId, prompt: String(config.prompt ?? ''), wanted };
}

async function file(simulation, request, response, url) {
  const { pathname } = url;
  const own = simulation.account.uploads.get(fileOf(pathname)?.id ?? '');
  if (own) {
    response.writeHead(200, { 'content-type': own.type });
    return response.end(own.content);
  }
  const path = pathOf(simulation, pathname);
  if (!path) {
    const { sign_in_at: at, sign_in_by: by } = simulation.options;
    if (!at || by !== 'server' || isSignedIn(request)) return page(simulation, response);
    response.writeHead(302, { location: demandSignIn(at, `http://${request.headers.host}`) });
    return response.end();
  }
  const isPlayed = extname(path) === '.mp4' && !isDownload(url);
  const name = isPlayed ? vp9Of(path, request) : path;
  const body = name.startsWith('dist/') ? await bundled(basename(name)) : await contentOf(name);
  if (!body) return send(response, 404, { error: `no file ${pathname}` });
  if (isDownload(url)) return download(simulation.nextVideoAnswer(), body, response);
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  if (isPlayed) return play(body, type, request, response);
  response.writeHead(200, { 'content-type': type });
  response.end(body);
}

/** The file behind a path; undefined: the page itself answers. */
function pathOf(simulation, pathname) {
  const name = basename(pathname);
  if (simulation.options.version === 'v2' && pathname.startsWith('/users/')) {
    const { id, part } = fileOf(pathname) ?? {};
    return `assets/${assetOf(simulation.account.pictures.get(id), part)}`;
  }
  if (pathname.startsWith('/dist/')) return `dist/${name}`;
  if (pathname.startsWith('/assets/')) return `assets/${name}`;
  if (pathname.startsWith('/imagine-public/images/')) {
    const image = findImage(name.slice(0, -extname(name).length));
    return `assets/${image?.name}.jpg`;
  }
  return undefined;
}

/** Sends the page that `write` makes of the nonce that its scripts need. */
function html(response, write) {
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(nonce),
  });
  response.end(write(nonce));
}

function page(simulation, response) {
  simulation.documents += 1;
  const script = { v1: 'page', v2: 'page-v2' }[simulation.options.version];
  html(
    response,
    (nonce) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Imagine (simulated)</title>
<link rel="stylesheet" href="/dist/${script}.css">
<script nonce="${nonce}" src="/dist/${script}.js" defer></script>
</head>
<body><div id="root"></div></body>
</html>
`,
  );
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function json(request) {
  return JSON.parse((await bodyOf(request)).toString() || '{}');
}

async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BODY) throw new Error(`the body is larger than ${MOST_BODY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Signing in, as Grok does it: at another host, in a window that the page opens or by leaving the page,
 * and back to the page's own site, which sets a cookie and tells the page that opened the window. A page
 * that leaves does so by a url that is good for one time, and keeps in its storage what it left with.
 */

import { randomUUID } from 'node:crypto';

/** How long the cookie of somebody who signed in holds, in s. */
const REMEMBERED_S = 3600;

/** Nothing leads anywhere but to a page of this machine. */
function backOf(url) {
  const back = new URL(url.searchParams.get('back') ?? '');
  if (back.hostname !== '127.0.0.1') throw new Error(`${back.hostname} is not this machine`);
  return back;
}

/** Tickets that somebody has come with. @type {Set<string>} */
const used = new Set();

/** Where somebody with this ticket goes on to; undefined where another one came with it before. */
export function beginSignIn(url) {
  const ticket = url.searchParams.get('ticket') ?? '';
  if (used.has(ticket)) return undefined;
  used.add(ticket);
  return `/sign-in?back=${encodeURIComponent(String(backOf(url)))}`;
}

/** Where a page leads that is had by those who signed in alone. */
export function demandSignIn(at, origin) {
  const back = encodeURIComponent(`${origin}/sign-in/callback?home=`);
  return `${at}/sign-in/begin?ticket=${randomUUID()}&back=${back}`;
}

/** The other host's page: one button, as a user would press it. */
export function signInPage(url, nonce) {
  const back = JSON.stringify(String(backOf(url)));
  return `<!doctype html><html lang="en"><title>Sign in (simulated)</title>
<main><h1>Sign in</h1><button id="continue">Continue</button></main>
<script nonce="${nonce}">
  document.getElementById('continue').onclick = () => location.assign(${back});
</script></html>`;
}

/** The page's own site again: with `stay` nothing closes the window, with `home` it goes on. */
export function callbackPage(url, nonce) {
  const stays = url.searchParams.has('stay');
  const goesHome = url.searchParams.has('home');
  // Where the server began it, there was no page to keep a ticket.
  const ticket = JSON.stringify(url.searchParams.get('home') || null);
  return `<!doctype html><html lang="en"><title>Signed in</title><main>Signed in.</main>
<script nonce="${nonce}">
  if (${goesHome}) {
    const isOurs = sessionStorage.getItem('sign-in-ticket') === ${ticket};
    if (isOurs) location.replace('/imagine');
    else document.querySelector('main').textContent = 'Nobody here began to sign in.';
  }
  else if (${!stays} && window.opener) {
    window.opener.postMessage('signed-in', location.origin);
    window.close();
  }
</script></html>`;
}

export const COOKIE = `sso=simulated; Path=/; Max-Age=${REMEMBERED_S}; HttpOnly`;

/** Whether a request comes from somebody who signed in. */
export const isSignedIn = (request) => /(?:^|; )sso=/.test(request.headers.cookie ?? '');

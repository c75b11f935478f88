/**
 * What of the media store is written to sessionStorage, and when: never, at each change, some seconds later,
 * or once and then no more. Whether Grok still does it nobody has shown.
 */

import { odd } from '../oddities.js';
import { write } from '../storage.js';
import { useMediaStore } from './media.js';

const KEY = 'useMediaStore';

let options = { store: 'memory', store_late_ms: 0, odd_store: false, quota: 0, writes_per_second: 0 };
let writing;

useMediaStore.subscribe(save);

/** A load begins without what was written before, unless nobody cares for it. */
export function forgetEarlier({ store }) {
  if (store !== 'stale') sessionStorage.removeItem(KEY);
}

export function followStore(now) {
  const before = options;
  options = now;
  clearInterval(writing);
  if (now.store === 'memory' || now.store === 'absent') return sessionStorage.removeItem(KEY);
  if (now.writes_per_second > 0) writing = setInterval(save, 1000 / now.writes_per_second);
  if (before.store !== now.store || before.quota !== now.quota || before.odd_store !== now.odd_store) save();
}

function save() {
  const { store, store_late_ms: late } = options;
  if (store === 'memory' || store === 'absent') return;
  const text = textOf(useMediaStore.getState());
  if (store === 'session') put(text);
  if (store === 'late') setTimeout(() => options.store === 'late' && put(text), late);
  // What is written first stays, whatever comes.
  if (store === 'stale' && sessionStorage.getItem(KEY) === null && text.includes('MEDIA_POST_TYPE'))
    put(text);
}

function textOf({ byId, favoritesById, imageByMediaId, videoByMediaId }) {
  const text = JSON.stringify({ state: { byId, favoritesById, imageByMediaId, videoByMediaId }, version: 1 });
  return options.odd_store ? odd(text) : text;
}

function put(text) {
  try {
    write(KEY, text, options.quota);
  } catch {
    // A storage that is full keeps what it has.
  }
}

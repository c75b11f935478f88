/** The page's route: `history.pushState` without a load, as on Grok. */

import { useSyncExternalStore } from 'react';

const listeners = new Set();
const tell = () => {
  for (const listener of listeners) listener();
};
addEventListener('popstate', tell);

export function navigate(path) {
  history.pushState({}, '', path);
  tell();
}

/** The same place under another address: nobody goes back to the one before. */
export function rename(path) {
  history.replaceState({}, '', path);
  tell();
}

export function usePath() {
  return useSyncExternalStore(listen, () => location.pathname);
}

/** Path and query. */
export function useAddress() {
  return useSyncExternalStore(listen, () => location.pathname + location.search);
}

function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The post id in a path, or undefined. */
export function postOf(path) {
  return /^\/imagine\/post\/([^/]+)\/?$/.exec(path)?.[1];
}

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

export function usePath() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => location.pathname,
  );
}

/** The post id in a path, or undefined. */
export function postOf(path) {
  return /^\/imagine\/post\/([^/]+)\/?$/.exec(path)?.[1];
}

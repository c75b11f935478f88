/** Whether the page is laid out for a narrow window: by its width, or as the option says. */

import { useSyncExternalStore } from 'react';

import { usePage } from '../state.js';

const query = matchMedia('(max-width: 640px)');

const listen = (listener) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

export function useIsNarrow() {
  const layout = usePage((page) => page.options.layout);
  const isSmall = useSyncExternalStore(listen, () => query.matches);
  return layout === 'auto' ? isSmall : layout === 'narrow';
}

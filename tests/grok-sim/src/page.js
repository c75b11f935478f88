/** Loads what the page shows, and has it follow the simulator's options. */

import { addFavorites, commands, setOdd, setQuota, setWritesPerSecond } from './store.js';
import { navigate } from './routes.js';
import { usePage } from './state.js';

/** Loads gallery and options, and listens for changes. */
export async function openPage() {
  const { gallery, options } = await (await fetch('/sim/gallery')).json();
  addFavorites(gallery);
  usePage.setState({ gallery, options });
  follow(options);
  new EventSource('/sim/events').onmessage = ({ data }) => obey(JSON.parse(data));
}

/** The options that are the store's to carry out. */
function follow({ odd_store, writes_per_second, quota }) {
  setOdd(odd_store);
  setQuota(quota);
  setWritesPerSecond(writes_per_second);
}

function obey({ options, page }) {
  if (options?.version === 'v2') return location.reload();
  if (options) {
    usePage.setState({ options });
    follow(options);
  }
  if (page?.do === 'navigate') navigate(page.path);
  else if (page) commands[page.do]?.(page);
}

/**
 * What the page knows beside the media store: the gallery, the simulator's options, toasts and
 * generations under way. Kept out of sessionStorage, as Grok does.
 */

import { create } from 'zustand';

import { addFavorites, commands, setOdd, setQuota, setWritesPerSecond } from './store.js';
import { navigate } from './routes.js';

/** How long a toast stays, in ms. */
const TOAST_MS = 4000;

export const usePage = create(() => ({
  gallery: [],
  options: null,
  toasts: [],
  /** Progress of each image's generation, in percent. */
  running: {},
  /** The text of the prompt box. */
  prompt: '',
  /** The image whose view stays on a moderated attempt. */
  staysOn: null,
  /** What the next video is made with, where the page shows a choice. */
  settings: { length: '6s', resolution: '480p' },
}));

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
  if (options) {
    usePage.setState({ options });
    follow(options);
  }
  if (page?.do === 'navigate') navigate(page.path);
  else if (page) commands[page.do]?.(page);
}

export function toast(text) {
  const id = crypto.randomUUID();
  usePage.setState(({ toasts }) => ({ toasts: [...toasts, { id, text }] }));
  setTimeout(() => {
    usePage.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
  }, TOAST_MS);
}

export function setProgress(mediaId, percent) {
  usePage.setState(({ running }) => {
    const { [mediaId]: _ended, ...others } = running;
    return { running: percent === null ? others : { ...others, [mediaId]: percent } };
  });
}

/**
 * What the page knows beside the media store: the gallery, the simulator's options, toasts and
 * generations under way. Kept out of sessionStorage, as Grok does. How it gets there is for `page`, and
 * for the newer page's `v2/page`.
 */

import { create } from 'zustand';

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

/** What the composer was last set to: a store of its own, in localStorage under Grok's name and version. */

import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const useImagineModeStore = create(
  persist(
    () => ({
      imagineMode: 'video',
      aspectRatio: [2, 3],
      videoLength: 6,
      resolution: '480p',
      imagineModePostPage: 'video',
    }),
    { name: 'useImagineModeStore', version: 5 },
  ),
);

export const LENGTHS = [6, 10, 15];
export const RESOLUTIONS = ['480p', '720p', '1080p'];
export const RATIOS = ['Auto', '2:3', '3:2', '1:1', '9:16', '16:9'];

/** A ratio's name; how `Auto` is written is not known. */
export const ratioName = (ratio) => (ratio ? ratio.join(':') : 'Auto');
export const ratioOf = (name) => (name === 'Auto' ? null : name.split(':').map(Number));

/** Of `Auto` the picture decides. */
export function ratioFor(ratio, image) {
  if (ratio || !image) return ratioName(ratio ?? [2, 3]);
  if (image.width === image.height) return '1:1';
  return image.width > image.height ? '3:2' : '2:3';
}

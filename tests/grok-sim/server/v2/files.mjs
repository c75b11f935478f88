/** Where the account's files lie, as their keys in Grok's bucket, and which of our pictures is behind each. */

import { USER } from './ids.mjs';

const folder = (id) => `users/${USER}/generated/${id}`;

export const imageKey = (id) => `${folder(id)}/image.jpg`;
export const originalImageKey = (id) => `${folder(id)}/original_image.jpg`;
export const videoKey = (id) => `${folder(id)}/generated_video.mp4`;
export const hdKey = (id) => `${folder(id)}/generated_video_hd.mp4`;
export const hd1080Key = (id) => `${folder(id)}/generated_video_1080_hd.mp4`;
export const previewKey = (id) => `${folder(id)}/preview_image.jpg`;
export const uploadKey = (id) => `users/${USER}/${id}/content`;

/** Our file behind the last part of a key, for the picture of this name. */
const FILES = {
  'image.jpg': (name) => `${name}.large.jpg`,
  'original_image.jpg': (name) => `${name}.large.jpg`,
  'preview_image.jpg': (name) => `${name}.jpg`,
  'generated_video.mp4': (name) => `${name}.mp4`,
  'generated_video_hd.mp4': (name) => `${name}_hd.mp4`,
  'generated_video_1080_hd.mp4': (name) => `${name}_1080_hd.mp4`,
};

/** The id of the file that a path names, and what of it. */
export function fileOf(pathname) {
  const [, id, part] = /^\/users\/[^/]+\/(?:generated\/)?([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  return id && { id, part };
}

/** Our file for a part of what `name` shows, or undefined. */
export function assetOf(name, part) {
  return FILES[part]?.(name);
}

/**
 * The images that the simulator has from the beginning.
 *
 * Ids are fixed, so that tests can name an image before they have seen the page.
 * The pictures themselves lie in `assets/`, under the image's name.
 */

/**
 * @typedef {object} GalleryImage
 * @property {string} id      Grok's id of the image: a UUID, the same in every run
 * @property {string} name    stem of its files in `assets/`
 * @property {string} prompt  the prompt that the image was made from
 * @property {number} width   pixels
 * @property {number} height  pixels
 */

/** @type {[name: string, prompt: string, width: number, height: number][]} */
const entries = [
  ['lake', 'mountain lake at dawn', 784, 1168],
  ['dunes', 'sand dunes in evening light', 1168, 784],
  ['forest', 'pine forest under the stars', 784, 1168],
  ['lighthouse', 'lighthouse on a calm coast', 960, 960],
  ['balloons', 'hot-air balloons over green hills', 784, 1168],
  ['peaks', 'snowy peaks at the blue hour', 1168, 784],
  ['sail', 'sailing boat on a quiet sea', 784, 1168],
  ['lavender', 'lavender rows at sunset', 960, 960],
  ['skyline', 'city skyline in the morning mist', 1168, 784],
];

/** @type {readonly GalleryImage[]} */
export const gallery = entries.map(([name, prompt, width, height], index) => ({
  id: imageId(index + 1),
  name,
  prompt,
  width,
  height,
}));

/** The image with this id, or undefined. */
export function findImage(id) {
  return gallery.find((image) => image.id === id);
}

/** The id of the n-th image of the gallery, counted from 1. */
export function imageId(n) {
  return `11111111-aaaa-4aaa-8aaa-${String(n).padStart(12, '0')}`;
}

/** The id of the n-th attempt since the server's start or reset, counted from 1. */
export function attemptId(n) {
  return `22222222-bbbb-4bbb-8bbb-${n.toString(16).padStart(12, '0')}`;
}

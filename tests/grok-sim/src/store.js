/**
 * Grok's media store as the page keeps it: zustand with `persist`, in sessionStorage under
 * `useMediaStore`. This is what Retake reads.
 */

import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

import { odd } from './oddities.js';
import { write } from './storage.js';

const KEY = 'useMediaStore';

// Grok's store is reset on a page refresh.
sessionStorage.removeItem(KEY);

/** Whether the text holds what does not belong there. */
let isOdd = false;
export function setOdd(value) {
  isOdd = value;
}

/** The longest text that the storage takes; 0: any. A page whose storage has room again writes again. */
let quota = 0;
export function setQuota(length) {
  const hasRoomAgain = quota > 0 && (length === 0 || length > quota);
  quota = length;
  if (hasRoomAgain) useMediaStore.setState({});
}

/** Writes the same again and again, as a busy page does; 0 stops it. */
let writing;
export function setWritesPerSecond(writes) {
  clearInterval(writing);
  if (writes > 0) writing = setInterval(() => useMediaStore.setState({ byId: { at: Date.now() } }), 1000 / writes);
}

const EMPTY = { byId: {}, favoritesById: {}, imageByMediaId: {}, videoByMediaId: {} };

export const useMediaStore = create(
  persist(() => ({ ...EMPTY }), {
    name: KEY,
    version: 1,
    storage: createJSONStorage(() => ({
      getItem: (key) => sessionStorage.getItem(key),
      setItem: (key, text) => write(key, isOdd ? odd(text) : text, quota),
      removeItem: (key) => sessionStorage.removeItem(key),
    })),
  }),
);

/** An image as Grok's store holds it. */
export function imageEntry({ id, prompt, width, height }) {
  return {
    id,
    prompt,
    originalPrompt: prompt,
    mediaUrl: `${location.origin}/imagine-public/images/${id}.jpg`,
    createTime: '2026-02-05T15:40:00Z',
    mediaType: 'MEDIA_POST_TYPE_IMAGE',
    moderated: false,
    width,
    height,
    images: [],
    videos: [],
    childPosts: [],
  };
}

export function addFavorites(images) {
  const favoritesById = Object.fromEntries(images.map((image) => [image.id, imageEntry(image)]));
  useMediaStore.setState({ favoritesById });
}

/** The image is on the page: Grok holds it from now on. */
export function showImage(image) {
  useMediaStore.setState(({ imageByMediaId }) => ({
    imageByMediaId: { ...imageByMediaId, [image.id]: [imageEntry(image)] },
  }));
}

/** A generation began: the key is there, with what it held before. */
export function beginVideos(mediaId) {
  change(mediaId, (entries) => entries);
}

/** Adds the terminal attempts of one click; with `keepFailed` `latest`, earlier failed ones give way. */
export function addVideos(mediaId, made, keepFailed) {
  const isFailed = (video) => video?.moderated || video?.status === 'failed';
  change(mediaId, (entries) => {
    const kept =
      keepFailed === 'latest' && made.some(isFailed)
        ? entries.filter((video) => !isFailed(video))
        : entries;
    return [...kept, ...made];
  });
}

/** Puts an entry in the place of the one of its id. */
export function replaceVideo(mediaId, entry) {
  const idOf = (video) => video.videoId ?? video.id;
  change(mediaId, (entries) => entries.map((one) => (idOf(one) === idOf(entry) ? entry : one)));
}

/** Puts in finished videos that Grok remembers and this page does not. */
export function addKnownVideos(mediaId, videos) {
  change(mediaId, (entries) => {
    const ids = new Set(entries.map((video) => video.videoId ?? video.id));
    return [...videos.filter((video) => !ids.has(video.videoId ?? video.id)), ...entries];
  });
}

function change(mediaId, edit) {
  useMediaStore.setState(({ videoByMediaId }) => ({
    videoByMediaId: { ...videoByMediaId, [mediaId]: edit(videoByMediaId[mediaId] ?? []) },
  }));
}

/** What tests ask for by name. */
export const commands = {
  clear_store: () => useMediaStore.setState({ ...EMPTY }, true),
  write_store: ({ text }) => sessionStorage.setItem(KEY, text),
  favorites_bytes: ({ bytes }) => {
    const image = { prompt: 'mountain lake at dawn, seen from far above'.repeat(8), width: 8, height: 8 };
    const count = Math.ceil(bytes / JSON.stringify(imageEntry({ id: 'x'.repeat(36), ...image })).length);
    addFavorites(
      Array.from({ length: count }, (_, index) => ({
        ...image,
        id: `33333333-cccc-4ccc-8ccc-${String(index).padStart(12, '0')}`,
      })),
    );
  },
};

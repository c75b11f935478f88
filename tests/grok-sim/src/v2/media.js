/**
 * Grok's media store as the newer page keeps it: zustand 5, in memory, with the names that peers have seen.
 * Whether anything of it is written to sessionStorage is for `persistence`; what fills it for
 * `generation` and `posts`.
 */

import { useSyncExternalStore } from 'react';
import { create, createStore } from 'zustand';

import { change, drop, merge, put, withoutOlderModerated } from './lists.js';
import { USER } from './user.js';

/** What the store's functions do is for others to say, who need the store themselves. */
const actions = {};

export function setActions(functions) {
  Object.assign(actions, functions);
}

const FUNCTIONS = [
  'generateVideoForImage',
  '_runGenerateVideoForImage',
  'fetchGenerateImageEdits',
  'redoFromMediaGenInput',
  'fetchMediaPost',
  'resolveRootContainerForDirectLoad',
  'getContainerPostId',
  'upscaleVideo',
  'removeModeratedVideosOtherThanFromContainer',
  'removeVideoByInflightId',
];

const empty = () => ({
  byId: {},
  favoritesById: {},
  list: [],
  favoritesList: [],
  imageByMediaId: {},
  videoByMediaId: {},
  imageStreamById: {},
  byPrompt: {},
  currentRootContainer: null,
  currentRootContainerId: null,
  selectedRootContainerId: null,
  directLoadRootContainerByChildId: {},
  optimisticToRealIdMap: {},
  inflightGenerateVideoForImage: {},
  inflightGenerateVideoForImageIdCanceled: {},
  lastUsedPromptById: {},
  lastGeneratedVideoId: null,
  lastViewedMediaIdByContainerId: {},
  postPageSections: [],
  extendProcessingById: {},
  sideBySideVideoComparisonByVideoId: {},
  inhibitedVideoIds: {},
  preferredSideBySideVideoIds: {},
  globalVideoProgress: { progress: 0, numberOfVideosInProgress: 0 },
  smoothedVideoProgress: {},
  videoGenModerated: false,
  requestRateLimited: false,
  rateLimitedPeakHours: null,
  requestRejected: false,
  serverError: false,
  resolution720pFallback: false,
  rehydrated: true,
  loggedIn: true,
  currentUserId: USER,
  requestingLogin: false,
});

const functions = Object.fromEntries(FUNCTIONS.map((name) => [name, (...given) => actions[name](...given)]));

export const useMediaStore = create(() => ({ ...empty(), ...functions }));

/** A store of the same shape that belongs to another part of the page. */
export const otherStore = createStore(() => ({ ...empty(), ...functions }));

const get = useMediaStore.getState;
const set = useMediaStore.setState;

/**
 * The store as it is used without a trace of it in React's state, as with older libraries. Which of the two
 * a component calls must not change while it is mounted.
 */
export function useHiddenMedia(selector) {
  return useSyncExternalStore(useMediaStore.subscribe, () => selector(get()));
}

/** How the page's components read the store: openly, or so that nobody finds it. */
let isHidden = false;
export function hideStore(value) {
  isHidden = value;
}
export function useMedia(selector) {
  return isHidden ? useHiddenMedia(selector) : useMediaStore(selector);
}

/** Nothing is known any more. */
export const clear = () => set(empty());

const videosIn = (container) => get().videoByMediaId[container] ?? [];

function editVideos(container, edit) {
  const before = videosIn(container);
  const after = edit(before);
  if (after === before) return;
  set(({ videoByMediaId, directLoadRootContainerByChildId: roots }) => ({
    videoByMediaId: { ...videoByMediaId, [container]: after },
    directLoadRootContainerByChildId: {
      ...roots,
      ...Object.fromEntries(after.map(({ id }) => [id, container])),
    },
    globalVideoProgress: progressOf({ ...videoByMediaId, [container]: after }),
  }));
}

/** A share of 1, and how many videos run. */
function progressOf(lists) {
  const running = Object.values(lists)
    .flat()
    .filter((item) => !item.complete && !item.isTemporaryVideoGenPlaceholder);
  const sum = running.reduce((total, { progress }) => total + progress, 0);
  return {
    progress: running.length === 0 ? 0 : sum / running.length / 100,
    numberOfVideosInProgress: running.length,
  };
}

export const putVideo = (container, item) => editVideos(container, (items) => put(items, item));
export const changeVideo = (container, id, fields) =>
  editVideos(container, (items) => change(items, id, fields));
export const dropVideo = (container, id) => editVideos(container, (items) => drop(items, id));
export const mergeVideos = (container, found) => editVideos(container, (items) => merge(items, found));
export const keepNewestModerated = (container, id) =>
  editVideos(container, (items) => withoutOlderModerated(items, id));

/** Puts pictures in a container's list, and where single ones are looked up. */
export function mergeImages(container, found) {
  set(({ imageByMediaId, byId, directLoadRootContainerByChildId: roots }) => ({
    imageByMediaId: { ...imageByMediaId, [container]: merge(imageByMediaId[container] ?? [], found) },
    byId: { ...byId, ...Object.fromEntries(found.map((item) => [item.id, item])) },
    directLoadRootContainerByChildId: {
      ...roots,
      ...Object.fromEntries(found.map(({ id }) => [id, container])),
    },
  }));
}

/** What stands under one container goes to another: a conversation turns up later than its first video. */
export function moveContainer(from, to, ids) {
  const moved = videosIn(from).filter(({ id }) => ids.includes(id));
  const pictures = get().imageByMediaId[from] ?? [];
  editVideos(from, (items) => items.filter(({ id }) => !ids.includes(id)));
  editVideos(to, (items) => [...items, ...moved]);
  if (pictures.length > 0) mergeImages(to, pictures);
}

/** The item of this id, wherever it stands. */
export function findItem(id) {
  const { byId, imageByMediaId, videoByMediaId } = get();
  for (const lists of [imageByMediaId, videoByMediaId]) {
    for (const items of Object.values(lists)) {
      const found = items.find((item) => item.id === id);
      if (found) return found;
    }
  }
  return byId[id];
}

/** Raises a flag that the page takes back by itself. */
export function raise(flag, ms = 5000) {
  set({ [flag]: true });
  setTimeout(() => set({ [flag]: false }), ms);
}

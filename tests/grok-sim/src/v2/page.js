/** Loads what the page shows, and has it follow the simulator's options and what tests ask of it. */

import { navigate } from '../routes.js';
import { usePage } from '../state.js';
import { make, redo } from './generation.js';
import { imageItem } from './items.js';
import { clear, findItem, hideStore, otherStore, setActions, useMediaStore } from './media.js';
import { ratioFor, useImagineModeStore } from './modes.js';
import { askConversations, askLimits, pollQuota } from './passive.js';
import { followStore, forgetEarlier } from './persistence.js';
import { keepRecord, loadThread, openPost } from './posts.js';
import { imageToImage, imageToVideo } from './requests.js';
import { here, show, useView } from './view.js';

export async function openPage() {
  setActions(actions);
  const { gallery, options } = await (await fetch('/sim/gallery')).json();
  forgetEarlier(options);
  follow(options, {});
  usePage.setState({ gallery, options });
  fillOther(gallery);
  askLimits();
  refreshConversations();
  new EventSource('/sim/events').onmessage = ({ data }) => obey(JSON.parse(data));
}

function obey({ options, page }) {
  if (options?.version === 'v1') return location.reload();
  if (options) {
    const before = usePage.getState().options;
    follow(options, before);
    usePage.setState({ options });
  }
  if (page) commands[page.do]?.(page);
}

/** The options that no component carries out. */
function follow(options, before) {
  hideStore(options.store === 'absent');
  followStore(options);
  document.documentElement.lang = options.locale;
  if (options.dialog !== before.dialog) show({ isDismissed: false });
  const { mode } = options;
  if (mode && mode !== before.mode)
    useImagineModeStore.setState({ imagineMode: mode, imagineModePostPage: mode });
  // Where nobody is to see the page ask, it asks elsewhere: the option has to hold first.
  queueMicrotask(() => pollQuota(options.quota_poll_s));
}

async function refreshConversations() {
  const answer = await askConversations();
  if (answer) show({ conversations: answer.conversations });
}

/** Another part of the page knows other pictures. */
function fillOther(gallery) {
  const image = { ...gallery[0], id: '11111111-aaaa-4aaa-8aaa-0000000000aa' };
  const record = {
    assetId: image.id,
    mimeType: 'image/jpeg',
    key: `imagine-public/images/${gallery[0].id}.jpg`,
    createTime: '2026-02-05T15:40:00Z',
    width: image.width,
    height: image.height,
    isModelGenerated: true,
    sourceConversationId: '',
    mediaGenInput: {},
  };
  const item = imageItem(record, location.origin);
  otherStore.setState({ imageByMediaId: { [image.id]: [item] }, byId: { [image.id]: item } });
}

/** What tests ask for by name. */
const commands = {
  navigate: ({ path }) => navigate(path),
  clear_store: clear,
  write_store: ({ text }) => sessionStorage.setItem('useMediaStore', text),
  favorites_bytes: ({ bytes }) => useMediaStore.setState({ favoritesById: favorites(bytes) }),
  attach: ({ media_id: id }) => show({ attachment: { id, url: `/imagine-public/images/${id}.jpg` } }),
  elsewhere,
};

/** Something was made by another page: what is open is fetched again. */
async function elsewhere({ media_id, conversation_id }) {
  const { image, thread } = useView.getState();
  refreshConversations();
  if (thread === conversation_id || image === media_id) await loadThread(conversation_id, true);
  if (here().page === 'post') openPost(here().id, here().thread);
}

function favorites(bytes) {
  const prompt = 'mountain lake at dawn, seen from far above'.repeat(8);
  const item = (id) => ({
    id,
    prompt,
    originalPrompt: prompt,
    mediaType: 'MEDIA_POST_TYPE_IMAGE',
    mediaUrl: '',
    createTime: '2026-02-05T15:40:00Z',
  });
  const count = Math.ceil(bytes / JSON.stringify(item('x'.repeat(36))).length);
  const ids = Array.from(
    { length: count },
    (_, index) => `99999999-cccc-4ccc-8ccc-${String(index).padStart(12, '0')}`,
  );
  return Object.fromEntries(ids.map((id) => [id, item(id)]));
}

/** The store's functions, which the page's own components call, and nobody else. */
const actions = {
  generateVideoForImage: (image, prompt) => actions._runGenerateVideoForImage(image, prompt),
  _runGenerateVideoForImage: (image, prompt) => {
    const { aspectRatio, videoLength: duration, resolution: resolutionName } = useImagineModeStore.getState();
    return make(
      imageToVideo({
        prompt,
        image,
        aspectRatio: ratioFor(aspectRatio, findItem(image)),
        duration,
        resolutionName,
      }),
    );
  },
  fetchGenerateImageEdits: (image, prompt) => make(imageToImage({ prompt, image })),
  redoFromMediaGenInput: redo,
  fetchMediaPost: (id) => openPost(id, null),
  resolveRootContainerForDirectLoad: (id) => useMediaStore.getState().directLoadRootContainerByChildId[id],
  getContainerPostId: () => useMediaStore.getState().currentRootContainer,
  upscaleVideo,
  removeModeratedVideosOtherThanFromContainer: () => {},
  removeVideoByInflightId: () => {},
};

async function upscaleVideo(videoId) {
  const response = await fetch('/rest/media/video/upscale', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ videoId }),
  });
  if (!response.ok) return;
  const record = await (await fetch(`/rest/assets/${videoId}`)).json();
  keepRecord(record);
}

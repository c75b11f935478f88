/** What the newer page's media store holds, compared with the states that peers have seen. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { imageId } from '../server/gallery.mjs';
import { Simulation } from '../server/simulation.mjs';
import * as items from '../src/v2/items.js';
import * as lists from '../src/v2/lists.js';
import {
  clear,
  findItem,
  keepNewestModerated,
  moveContainer,
  mergeImages,
  putVideo,
  useMediaStore,
} from '../src/v2/media.js';
import { shape } from './shape.mjs';

const fixtures = JSON.parse(await readFile(new URL('fixtures/stores.json', import.meta.url)));
const [IMAGE] = Object.keys(fixtures.image.videoByMediaId);
const [completed, moderated, running] = fixtures.image.videoByMediaId[IMAGE];
const ORIGIN = 'https://assets.grok.com';
const wanted = {
  prompt: 'slow pan',
  mode: 'custom',
  duration: 6,
  resolutionName: '480p',
  createTime: '2026-09-26T10:00:00Z',
  original: IMAGE,
};
const video = items.videoItem({ ...wanted, id: completed.id });
const frame = {
  videoUrl: 'users/u/generated/v/generated_video.mp4',
  thumbnailImageUrl: 'users/u/generated/v/preview_image.jpg',
  width: 464,
  height: 688,
};

test('the state has every name that peers have seen', () => {
  const names = new Set(Object.keys(useMediaStore.getState()));
  const seen = [...Object.keys(fixtures.image), ...Object.keys(fixtures.conversation)];
  assert.deepEqual(
    seen.filter((name) => !names.has(name)),
    [],
  );
  assert.equal(typeof useMediaStore.getState().generateVideoForImage, 'function');
  assert.equal(typeof useMediaStore.getState().fetchGenerateImageEdits, 'function');
});

test('a picture has the fields that peers have seen', () => {
  const { account } = new Simulation('test', 'v2');
  assert.deepEqual(
    shape(items.imageItem(account.assets.get(imageId(1)), ORIGIN)),
    shape(fixtures.image.byId[IMAGE]),
  );
});

test('a video that is made, moderated or running has the fields that peers have seen', () => {
  assert.deepEqual(shape({ ...video, ...items.completedFields(frame, ORIGIN) }), shape(completed));
  assert.deepEqual(shape({ ...video, ...items.moderatedFields() }), shape(moderated));
  const ids = { id: 'o', optimisticId: 'o', inflightId: 'i', thumbnail: 'u' };
  assert.deepEqual(shape(items.placeholder({ ...wanted, ...ids })), shape(running));
});

test('a video from a record is that from its stream', () => {
  const record = {
    assetId: completed.id,
    key: frame.videoUrl,
    auxKeys: { moderated: 'false', 'preview-image': frame.thumbnailImageUrl },
    createTime: wanted.createTime,
    sourceConversationId: 'c',
    responseId: 'r',
    width: 464,
    height: 688,
    mediaGenInput: {
      imageToVideo: {
        prompt: 'slow pan',
        inputAssets: [IMAGE],
        duration: 6,
        resolutionName: '480p',
        mode: 'custom',
      },
    },
  };
  const expected = {
    ...video,
    ...items.completedFields(frame, ORIGIN),
    conversationId: 'c',
    responseId: 'r',
  };
  assert.deepEqual(items.recordedVideo(record, ORIGIN), expected);
});

test('an extension says so, and names the clip', () => {
  const item = items.videoItem({
    ...wanted,
    id: 'e',
    form: 'videoExtension',
    original: 'v',
    startTime: 6.041667,
  });
  assert.equal(item.originalRefType, 'ORIGINAL_REF_TYPE_VIDEO_EXTENSION');
  assert.equal(item.originalPostId, 'v');
});

test('lists take what is new, and of moderated ones keep the newest', () => {
  const [a, b, c] = [1, 2, 3].map((n) => ({
    id: String(n),
    createTime: `2026-09-0${n}T00:00:00Z`,
    moderated: n < 3,
  }));
  assert.deepEqual(
    lists.merge([c], [a, c]).map(({ id }) => id),
    ['1', '3'],
  );
  assert.deepEqual(lists.put([a, b], { ...a, progress: 5 })[0].progress, 5);
  assert.deepEqual(
    lists.withoutOlderModerated([a, b, c], '2').map(({ id }) => id),
    ['2', '3'],
  );
});

test('a conversation that turns up later takes over what stood under its picture', () => {
  clear();
  mergeImages('image', [{ id: 'image', createTime: '' }]);
  putVideo('image', { ...video, id: 'new' });
  putVideo('image', { ...video, id: 'older' });
  moveContainer('image', 'thread', ['new']);
  const {
    videoByMediaId,
    imageByMediaId,
    directLoadRootContainerByChildId: roots,
  } = useMediaStore.getState();
  assert.deepEqual(
    videoByMediaId.image.map(({ id }) => id),
    ['older'],
  );
  assert.deepEqual(
    videoByMediaId.thread.map(({ id }) => id),
    ['new'],
  );
  assert.equal(imageByMediaId.thread[0].id, 'image');
  assert.equal(roots.new, 'thread');
  assert.equal(findItem('new').id, 'new');
});

test('progress of all is given as a share of one', () => {
  clear();
  putVideo('image', { ...video, id: 'a', progress: 20 });
  putVideo('image', { ...video, id: 'b', progress: 60 });
  putVideo('image', { ...video, id: 'c', progress: 100, complete: true });
  assert.deepEqual(useMediaStore.getState().globalVideoProgress, {
    progress: 0.4,
    numberOfVideosInProgress: 2,
  });
  keepNewestModerated('image', 'a');
  assert.equal(useMediaStore.getState().videoByMediaId.image.length, 3, 'none was moderated');
});

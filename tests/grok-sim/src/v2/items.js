/** What the media store holds of a picture and of a video: a MediaItem, with the fields that peers have seen. */

/** Sizes of a running video, until it is there. */
const SIZE = { width: 464, height: 688 };

const REFERENCES = {
  videoExtension: 'ORIGINAL_REF_TYPE_VIDEO_EXTENSION',
  videoToVideo: 'ORIGINAL_REF_TYPE_VIDEO_EDIT',
  imageToImage: 'ORIGINAL_REF_TYPE_IMAGE_EDIT',
};

/** A key of Grok's bucket, or an address already, as the page loads it. */
export function addressOf(key, origin) {
  if (!key) return '';
  return /^https?:/.test(key) ? key : `${origin}/${key}`;
}

/** The one form of an input, and what stands in it. */
export function formOf(mediaGenInput) {
  const [form, fields] = Object.entries(mediaGenInput ?? {})[0] ?? [];
  return { form, ...fields };
}

/** Ids of the files that something was made from. */
export function inputsOf(mediaGenInput) {
  const { inputAssets = [], firstFrameAsset, lastFrameAsset } = formOf(mediaGenInput);
  return [...new Set([...inputAssets, firstFrameAsset, lastFrameAsset].filter(Boolean))];
}

/** @param {object} record a picture's asset record */
export function imageItem(record, origin) {
  const { form, prompt = '' } = formOf(record.mediaGenInput);
  return {
    id: record.assetId,
    itemId: record.assetId,
    mediaType: 'MEDIA_POST_TYPE_IMAGE',
    mimeType: record.mimeType,
    prompt,
    originalPrompt: prompt,
    mediaUrl: addressOf(record.key, origin),
    createTime: record.createTime,
    moderated: false,
    width: record.width,
    height: record.height,
    isGenerated: record.isModelGenerated,
    fromMediaStoreV2: true,
    conversationId: record.sourceConversationId,
    images: [],
    videos: [],
    childPosts: [],
    ...(REFERENCES[form] && {
      originalRefType: REFERENCES[form],
      originalPostId: inputsOf(record.mediaGenInput)[0],
    }),
  };
}

/** @param {object} record a video's asset record */
export function recordedVideo(record, origin) {
  const {
    form,
    prompt = '',
    mode = 'custom',
    duration = 6,
    resolutionName = '480p',
    videoExtensionStartTime,
  } = formOf(record.mediaGenInput);
  const isModerated = record.auxKeys.moderated === 'true';
  return {
    ...videoItem({
      id: record.assetId,
      prompt,
      mode,
      form,
      duration,
      resolutionName,
      startTime: videoExtensionStartTime,
      original: inputsOf(record.mediaGenInput)[0] ?? '',
      conversationId: record.sourceConversationId,
      responseId: record.responseId,
      createTime: record.createTime,
    }),
    ...(isModerated ? moderatedFields() : completedFields(record, origin)),
    ...(record.hdKey && { hdMediaUrl: addressOf(record.hdKey, origin) }),
    ...(record.hd1080Key && { hd1080MediaUrl: addressOf(record.hd1080Key, origin) }),
  };
}

/** A video that nothing is known of but what was asked for. */
export function videoItem(video) {
  const { id, prompt, mode, form, duration, resolutionName, createTime } = video;
  return {
    id,
    itemId: id,
    mediaType: 'MEDIA_POST_TYPE_VIDEO',
    mimeType: 'video/mp4',
    prompt,
    originalPrompt: prompt,
    mode,
    modelName: 'imagine-video-gen',
    mediaUrl: '',
    videoUrl: '',
    videoId: id,
    thumbnailImageUrl: '',
    lastFrameThumbnailImageUrl: '',
    progress: 0,
    complete: false,
    moderated: false,
    isModerated: false,
    createTime,
    videoDuration: duration,
    resolutionName,
    resolution: { ...SIZE },
    ...SIZE,
    originalPostId: video.original ?? '',
    conversationId: video.conversationId ?? '',
    responseId: video.responseId ?? '',
    parentResponseId: video.parentResponseId ?? '',
    fromMediaStoreV2: true,
    isGenerated: true,
    availableActions: [],
    upscalingInProgress: false,
    ...(REFERENCES[form] && { originalRefType: REFERENCES[form] }),
    ...(video.startTime !== undefined && { videoExtensionStartTime: video.startTime }),
  };
}

/** Stands in the list before the server has answered: with ids of the page's own. */
export function placeholder({ optimisticId, inflightId, thumbnail, ...video }) {
  const { videoId: _none, ...item } = videoItem({ ...video, id: optimisticId });
  return {
    ...item,
    itemId: '',
    thumbnailImageUrl: thumbnail,
    optimisticId,
    inflightId,
    isTemporaryVideoGenPlaceholder: true,
  };
}

/** What a video gets when it is there. `made` is the last frame, or the record. */
export function completedFields(made, origin) {
  const url = addressOf(made.videoUrl ?? made.key, origin);
  const width = made.width ?? SIZE.width;
  const height = made.height ?? SIZE.height;
  return {
    mediaUrl: url,
    videoUrl: url,
    thumbnailImageUrl: addressOf(made.thumbnailImageUrl ?? made.auxKeys?.['preview-image'], origin),
    progress: 100,
    complete: true,
    moderated: false,
    isModerated: false,
    width,
    height,
    resolution: { width, height },
    ...(made.resolutionName && { resolutionName: made.resolutionName }),
  };
}

export function moderatedFields() {
  return {
    mediaUrl: '',
    videoUrl: '',
    thumbnailImageUrl: '',
    progress: 100,
    complete: true,
    moderated: true,
    isModerated: true,
  };
}

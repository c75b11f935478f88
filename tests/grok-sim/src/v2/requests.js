/** The bodies of the page's requests, field by field as Grok's page sends them. */

const MODELS = { imageToImage: 'imagine-image-edit', textToImage: 'imagine-image-gen' };

/**
 * @param {object} mediaGenInput  its one form
 * @param {{ isContinued?: boolean }} how  whether it goes on in an open conversation
 */
export function bodyOf(mediaGenInput, { isContinued = false } = {}) {
  const [form, { prompt, mode }] = Object.entries(mediaGenInput)[0];
  const isPicture = form in MODELS;
  return {
    modelName: MODELS[form] ?? 'imagine-video-gen',
    message: isPicture ? prompt : messageOf(prompt, mode),
    enableImageStreaming: true,
    enableSideBySide: true,
    sendFinalMetadata: true,
    responseMetadata: { experiments: [], modelConfigOverride: { modelMap: {} } },
    mediaGenInput,
    ...(isContinued ? { skipCancelCurrentInflightRequests: true } : { kind: 'CONVERSATION_KIND_IMAGINE' }),
  };
}

/** The mode in the message and the one in the body have to agree. */
function messageOf(prompt, mode = 'custom') {
  return prompt ? `${prompt} --mode=${mode}` : `--mode=${mode}`;
}

/** Without a prompt Grok moves the picture as it likes, and calls that `normal`. */
const wish = (prompt) => (prompt ? { prompt } : {});
const modeOf = (prompt) => (prompt ? 'custom' : 'normal');

export function imageToVideo({ prompt, image, aspectRatio, duration, resolutionName, skipAudio }) {
  return {
    imageToVideo: {
      ...wish(prompt),
      inputAssets: [image],
      aspectRatio,
      duration,
      resolutionName,
      mode: modeOf(prompt),
      ...(skipAudio && { skipAudio: true }),
    },
  };
}

export function textToVideo({ prompt, aspectRatio, duration, resolutionName }) {
  return { textToVideo: { prompt, aspectRatio, duration, resolutionName } };
}

/** The picture's menu, `Loop`: it begins and ends with the same. */
export function loop({ prompt, image, aspectRatio, duration, resolutionName }) {
  return {
    referenceToVideo: {
      ...wish(prompt),
      firstFrameAsset: image,
      lastFrameAsset: image,
      aspectRatio,
      duration,
      resolutionName,
      mode: modeOf(prompt),
    },
  };
}

/** One frame after the clip's end. */
const FRAME_S = 1 / 24;

export function videoExtension({ prompt, video, length, duration, resolutionName }) {
  const start = Number((length + FRAME_S).toFixed(6));
  return {
    videoExtension: {
      prompt,
      inputAssets: [video],
      videoExtensionStartTime: start,
      duration,
      resolutionName,
      mode: 'custom',
    },
  };
}

/** What a submit on a video's post makes is not known; here it edits the clip. The form's name is ours. */
export function videoToVideo({ prompt, video, aspectRatio, duration, resolutionName }) {
  return {
    videoToVideo: { prompt, inputAssets: [video], aspectRatio, duration, resolutionName, mode: 'custom' },
  };
}

export function imageToImage({ prompt, image }) {
  return { imageToImage: { prompt, inputAssets: [image] } };
}

export function textToImage({ prompt, aspectRatio, mode }) {
  return { textToImage: { prompt, numOfImages: 1, aspectRatio, modelName: 'imagine-image-gen', mode } };
}

/** The same again, as `Regenerate` sends it: without what a record has beyond a request. */
export function again(mediaGenInput) {
  const [form, { modelName: _model, skipAudio, ...fields }] = Object.entries(mediaGenInput)[0];
  return { [form]: { ...fields, ...(skipAudio && { skipAudio: true }) } };
}

const NEW = '/rest/app-chat/conversations/new';

/**
 * Where a request goes: a conversation of its own from home and from another card's picture, and on in the
 * open one where that already is about videos.
 *
 * @param {'auto' | 'new' | 'continued'} option
 * @param {{ thread?: string | null, isAboutVideos?: boolean }} open  the conversation that the page is in
 */
export function addressFor(option, { thread, isAboutVideos = false }) {
  const isContinued = Boolean(thread) && (option === 'continued' || (option === 'auto' && isAboutVideos));
  return { isContinued, path: isContinued ? `/rest/app-chat/conversations/${thread}/responses` : NEW };
}

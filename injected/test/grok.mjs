// What Grok's page is made of, for tests: the requests that it sends, the answers that it gets, and the
// markup of both its versions, as peers have seen them in 2026. Ids, prompts and words are made up.

export const IMAGE = "11111111-aaaa-4aaa-8aaa-000000000001";
export const OTHER_IMAGE = "11111111-aaaa-4aaa-8aaa-000000000002";
export const VIDEO = "22222222-bbbb-4bbb-8bbb-000000000001";
export const MODERATED = "22222222-bbbb-4bbb-8bbb-000000000002";
export const OLD_CLIP = "22222222-bbbb-4bbb-8bbb-0000000000ff";
export const CONVERSATION = "33333333-cccc-4ccc-8ccc-000000000001";
const USER = "55555555-eeee-4eee-8eee-000000000001";
const PROMPT = "slow pan across a mountain lake";

export const NEW = "/rest/app-chat/conversations/new";
export const TURN = `/rest/app-chat/conversations/${CONVERSATION}/responses`;

/** The address of a file of `id`. */
export const file = (id, name) => `https://assets.grok.com/users/${USER}/generated/${id}/${name}`;

// Requests.

/** A request of the newer page: `input` is what stands in `mediaGenInput`. */
const requestV2 = (input, more = { kind: "CONVERSATION_KIND_IMAGINE" }) => ({
  modelName: "imagine-video-gen",
  message: `${PROMPT} --mode=custom`,
  enableImageStreaming: true,
  enableSideBySide: true,
  sendFinalMetadata: true,
  responseMetadata: { experiments: [], modelConfigOverride: { modelMap: {} } },
  mediaGenInput: input,
  ...more,
});
const settings = { aspectRatio: "2:3", duration: 6, resolutionName: "480p" };
const custom = { prompt: PROMPT, ...settings, mode: "custom" };
/** A request of the older page. */
const requestV1 = (config, more) => ({
  temporary: true,
  ...more,
  enableSideBySide: true,
  responseMetadata: { experiments: [], modelConfigOverride: { modelMap: { videoGenModelConfig: config } } },
});
const configV1 = { parentPostId: IMAGE, aspectRatio: "2:3", videoLength: 6, resolutionName: "480p" };

/** Requests for a video, by name. */
export const VIDEO_REQUESTS = {
  "v1": requestV1(configV1, {
    modelName: "grok-3",
    message: `https://imagine-public.x.ai/imagine-public/images/${IMAGE}.jpg  ${PROMPT} --mode=custom`,
    toolOverrides: { videoGen: true },
  }),
  "v1, late": requestV1({ ...configV1, isVideoEdit: false }, {
    modelName: "imagine-video-gen",
    message: `${PROMPT} --mode=custom`,
    fileAttachments: [IMAGE],
  }),
  "v1, of a text": requestV1({ videoLength: 6 }, { modelName: "grok-3", message: PROMPT }),
  "v1, an extension": requestV1({ ...configV1, isVideoExtension: true, extendPostId: VIDEO }, { modelName: "grok-3" }),
  "v2": requestV2({ imageToVideo: { ...custom, inputAssets: [IMAGE] } }),
  "v2, in an open conversation": requestV2(
    { imageToVideo: { ...custom, inputAssets: [IMAGE] } },
    { skipCancelCurrentInflightRequests: true },
  ),
  "v2, without a prompt": requestV2({ imageToVideo: { ...settings, inputAssets: [IMAGE], mode: "normal" } }),
  "v2, without sound": requestV2({ imageToVideo: { ...custom, inputAssets: [IMAGE], skipAudio: true } }),
  "v2, of a text": requestV2({ textToVideo: { prompt: PROMPT, ...settings } }),
  "v2, a loop": requestV2({ referenceToVideo: { ...custom, firstFrameAsset: IMAGE, lastFrameAsset: IMAGE } }),
  "v2, an extension": requestV2({ videoExtension: { ...custom, inputAssets: [VIDEO], videoExtensionStartTime: 6.041667 } }),
  "v2, an edit": requestV2({ videoEdit: { inputAssets: [VIDEO] } }),
  "v2, a kind that came later": requestV2({ audioToVideo: {} }),
  "the tool alone": { message: "a lake", toolOverrides: { videoGen: true } },
  "the model alone": { message: "a lake", modelName: "imagine-video-gen" },
};

/** Requests to the same addresses that are for no video, by name. */
export const OTHER_REQUESTS = {
  "a chat": { modelName: "grok-4", message: "what is a videoGenModelConfig?", toolOverrides: {} },
  "a chat with the tool turned off": { modelName: "grok-4", message: "hello", toolOverrides: { videoGen: false } },
  "an image": { modelName: "imagine-image-gen", mediaGenInput: { textToImage: { prompt: "a lake" } } },
  "an edit of an image": { mediaGenInput: { imageToImage: { inputAssets: [IMAGE] }, imageToVideo: null } },
  "a name of the prototype": { mediaGenInput: { constructor: {} } },
  "no object": 7,
};

// Answers.

const frameOf = (video) => ({ streamingVideoGenerationResponse: { videoId: VIDEO, moderated: false, ...video } });

/** A frame of a stream: within `response` in a new conversation, without it in an open one. */
export const frame = (video, { isFlat = false } = {}) =>
  `${JSON.stringify({ result: isFlat ? frameOf(video) : { response: frameOf(video) } })}\n`;

export const LAST_FRAME = {
  progress: 100,
  assetId: VIDEO,
  videoUrl: `users/${USER}/generated/${VIDEO}/generated_video.mp4`,
};

/** Answers to a request for a video that begin no stream: status, headers and body. */
export const REFUSALS = [
  [429, { "retry-after": "60" }, '{"error":{"code":8,"message":"Too many requests","details":[]}}'],
  [429, {}, '{"error":"rate limited"}'],
  [403, {}, '{"error":{"code":7,"message":"Request rejected by anti-bot rules.","details":[]}}'],
  [403, {}, '{"code":7,"message":"This page is out of date. Reload to continue.","details":[]}'],
  [403, {}, '{"code":7,"message":"User is blocked [WKE=unauthorized:blocked-user]","details":[]}'],
  [403, { "cf-mitigated": "challenge", "content-type": "text/html" }, "<!DOCTYPE html><title>Just a moment...</title>"],
  [403, {}, ""],
  [401, {}, '{"code":16,"message":"Bad credentials","details":[]}'],
  [404, {}, '{"code":5,"message":"Response not found.","details":[]}'],
  [500, {}, '{"code":13,"message":"Internal error","details":[]}'],
  [502, { "content-type": "text/html; charset=utf-8" }, "<html><title>Bad gateway</title></html>"],
];

export const QUOTA = JSON.stringify({
  video: { available: true, remainingQueries: 12, windowSizeSeconds: 64_800 },
  video720p: { available: false, nextAvailableAt: "2026-09-26T18:01:00.123456789Z" },
});

export const RECORD = JSON.stringify({
  assetId: VIDEO,
  mimeType: "video/mp4",
  mediaGenInput: { imageToVideo: { prompt: PROMPT, inputAssets: [IMAGE] } },
});

// The media store.

export const imageItem = (id = IMAGE) => ({
  id,
  itemId: id,
  mediaType: "MEDIA_POST_TYPE_IMAGE",
  mimeType: "image/jpeg",
  prompt: "mountain lake at dawn",
  mediaUrl: file(id, "image.jpg"),
  createTime: "2026-09-26T09:58:00.000Z",
  moderated: false,
  width: 768,
  height: 1152,
  conversationId: CONVERSATION,
  images: [],
  videos: [],
});

export const videoItem = (fields = {}) => ({
  id: VIDEO,
  itemId: VIDEO,
  mediaType: "MEDIA_POST_TYPE_VIDEO",
  prompt: PROMPT,
  mode: "custom",
  videoId: VIDEO,
  mediaUrl: "",
  progress: 100,
  complete: true,
  moderated: false,
  createTime: "2026-09-26T10:00:41.223Z",
  resolution: { width: 464, height: 688 },
  originalPostId: IMAGE,
  conversationId: CONVERSATION,
  ...fields,
});

/** What the store holds; its lists go by the image, or by the conversation. */
export const mediaState = (container = IMAGE, videos = [videoItem()]) => ({
  byId: { [IMAGE]: imageItem() },
  favoritesById: { [OTHER_IMAGE]: imageItem(OTHER_IMAGE) },
  list: [],
  imageByMediaId: { [container]: [imageItem()] },
  videoByMediaId: { [container]: videos },
  optimisticToRealIdMap: {},
  globalVideoProgress: { progress: 0, numberOfVideosInProgress: 0 },
  videoGenModerated: false,
});

// The page of autumn 2026. Attributes follow what peers have seen, nesting is ours.

/** What its form says, by language, as far as it was seen. */
const WORDS = {
  en: { mode: "Generation mode", image: "Image", video: "Video", agent: "Agent", resolution: "Video resolution", duration: "Video duration", upload: "Upload", ratio: "Aspect Ratio", make: "Make video", edit: "Edit", submit: "Submit" },
  ko: { mode: "생성 모드", image: "이미지", video: "비디오", agent: "에이전트", resolution: "비디오 해상도", duration: "동영상 길이", upload: "업로드", ratio: "종횡비", make: "동영상 만들기", edit: "편집", submit: "제출" },
  tr: { mode: "Generation mode", image: "Görsel", video: "Video", agent: "Ajan", resolution: "Video resolution", duration: "Video duration", upload: "Yükle", ratio: "Aspect Ratio", make: "Make video", edit: "Edit", submit: "Submit" },
  /** A language that nobody has seen. */
  xx: { mode: "Modo", image: "Bildo", video: "Filmeto", agent: "Agento", resolution: "Distingivo", duration: "Dauxro", upload: "Alŝuti", ratio: "Proporcio", make: "Faru", edit: "Redakti", submit: "Sendi" },
};

const radio = (name, isChosen, { isNamed = false, more = "" } = {}) =>
  `<button type="button" role="radio" aria-checked="${isChosen}" ${isNamed ? `aria-label="${name}"` : ""} ${more}>${isNamed && !isChosen ? "" : `<span>${name}</span>`}</button>`;

/** The form: in `mode` (video, image), with what stands in its box. */
export const composer = ({ mode = "video", language = "en", text = "", length = "6s", resolution = "480p", submit, form = "", isDisabled = text === "" } = {}) => {
  const words = WORDS[language];
  const isVideo = mode === "video";
  const modes = ["image", "video", "agent"].map((one) => radio(words[one], one === mode, { isNamed: true })).join("");
  const settings = isVideo
    ? `<div role="radiogroup" aria-label="${words.resolution}">${["480p", "720p", "1080p"].map((one) => radio(one, one === resolution)).join("")}</div>
       <div role="radiogroup" aria-label="${words.duration}">${["6s", "10s", "15s"].map((one) => radio(one, one === length)).join("")}</div>
       <button type="button" aria-label="Video audio" aria-pressed="true"></button>`
    : `<input type="file"><input type="file">`;
  const name = submit ?? (isVideo ? words.make : words.edit);
  const content = text === "" ? '<p class="is-empty is-editor-empty" data-placeholder="Type to imagine"><br class="ProseMirror-trailingBreak"></p>' : `<p>${text}</p>`;
  return `<form class="query-bar">
    <div data-testid="chat-input"><div contenteditable="true" role="textbox" aria-label="Ask Grok anything" class="tiptap ProseMirror">${content}</div></div>
    <input class="hidden" type="file" name="files" multiple>
    <button type="button" aria-label="${words.upload}"></button>${form}
    <div role="radiogroup" aria-label="${words.mode}">${modes}</div>${settings}
    <button type="button" aria-label="${words.ratio}" aria-haspopup="menu" aria-expanded="false"><span>2:3</span></button>
    <button type="submit" id="submit" aria-label="${name}" ${isDisabled ? "disabled" : ""}><svg class="lucide lucide-arrow-up"></svg></button>
  </form>`;
};

/** The form while a video is extended. */
export const extendComposer = ({ placeholder = "Extend video", pills = "<button type=\"button\">+6s</button><button type=\"button\">+10s</button>", button = '<button type="button">Extend Video</button>' } = {}) =>
  composer({ isDisabled: false })
    .replace('data-placeholder="Type to imagine"', `data-placeholder="${placeholder}"`)
    .replace('<button type="submit"', `${button}${pills}<button type="submit"`);

const thumbnail = (number, id, name, more = "") =>
  `<button type="button" aria-label="Thumbnail ${number}" data-to="${id}" ${more}><img alt="Thumbnail ${number}" src="${file(id, name)}"></button>`;

/** The strip of an image and its videos. */
export const STRIP = `<div>${thumbnail(1, IMAGE, "image.jpg")}${thumbnail(2, VIDEO, "preview_image.jpg")}${thumbnail(3, MODERATED, "preview_image.jpg")}</div>`;

const HEAD = `<div aria-label="Back" role="button"></div><button type="button" aria-label="New Generation"></button>
  <aside><button aria-label="Mountain Lake Pan"><video muted src="${file(OLD_CLIP, "generated_video.mp4?cache=1")}" poster="${file(OLD_CLIP, "preview_image.jpg?cache=1")}"></video></button></aside>
  <button type="button" aria-label="Previous post"></button><button type="button" aria-label="Next post"></button>`;
export const PICTURE = `<article><img alt="Generated image" src="${file(IMAGE, "image.jpg")}"></article>`;
export const PLAYER = `<article><video src="${file(VIDEO, "generated_video.mp4?cache=1")}" poster="${file(VIDEO, "preview_image.jpg?cache=1")}"></video><video></video></article>`;
export const BLURRED = '<article><div class="bg-gray-700"><img alt="Moderated" class="blur saturate-0" src="data:,"><svg class="lucide lucide-eye-off size-24"></svg></div></article>';
const MENUS = '<button type="button" aria-label="Upscale" aria-haspopup="menu"></button><button type="button" aria-label="Share"></button><button type="button" aria-label="Download"></button><button type="button" aria-label="More options" aria-haspopup="menu"></button>';
const IMAGE_ACTIONS = '<button type="button" aria-label="Redo image">Redo image</button><button type="button" aria-label="Make Video" aria-haspopup="menu" data-state="closed"></button>';
const VIDEO_ACTIONS = '<button type="button" aria-label="Regenerate">Regenerate</button><button type="button" aria-label="Extend">Extend</button>';

/** A post: what is on show, the strip, the actions in a `column`, and the form. */
export const imagePost = ({ form = composer(), shown = PICTURE, strip = STRIP, column = "aside" } = {}) =>
  `<div id="root">${HEAD}${shown}${strip}<${column}>${IMAGE_ACTIONS}${MENUS}</${column}>${form}</div><div id="dialog-portal"></div>`;
export const videoPost = ({ form = composer(), shown = PLAYER, strip = STRIP, column = "aside" } = {}) =>
  `<div id="root">${HEAD}${shown}${strip}<${column}>${VIDEO_ACTIONS}${MENUS}</${column}>${form}</div><div id="dialog-portal"></div>`;

/**
 * Reads a generation's answer to its end, whatever its form, and brings what it says into the store and
 * onto the page.
 */

import { objectsIn } from '../objects.js';
import { navigate } from '../routes.js';
import { toast, usePage } from '../state.js';
import { completedFields, formOf, inputsOf, moderatedFields, videoItem } from './items.js';
import {
  changeVideo,
  dropVideo,
  findItem,
  keepNewestModerated,
  moveContainer,
  putVideo,
  raise,
  useMediaStore,
} from './media.js';
import { askConversations } from './passive.js';
import { containerOf, learnThread, openPost } from './posts.js';
import { here, nameThread, postPath, putBack, show, useView } from './view.js';
import { wordsOf } from './words.js';

/** Words that announce a limit, wherever they stand. */
const LIMIT = /usage limit|rate.?limit|limit reached|too many requests|heavy usage/i;

const words = () => wordsOf(usePage.getState().options.locale);

export async function follow(response, job) {
  Object.assign(job, {
    videos: new Map(),
    attachments: [],
    spoken: '',
    error: null,
    isScreened: false,
    isStopped: false,
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const [events, open] = objectsIn(rest + value);
    rest = open;
    for (const event of events) take(job, event);
  }
  close(job);
}

/** One object of the answer. */
function take(job, event) {
  const content = event.result?.response ?? event.result ?? {};
  job.error ??= event.error ?? content.error ?? null;
  if (event.limit) job.error = { message: event.limit };
  if (event.result?.conversation) beginThread(job, event.result.conversation.conversationId);
  if (content.userResponse) job.human = content.userResponse;
  if (content.token) job.spoken += content.token;
  if (content.isSoftStop) job.isStopped = true;
  if (content.modelResponse) takeTurn(job, content.modelResponse);
  if (content.streamingVideoGenerationResponse)
    takeFrame(job, content.streamingVideoGenerationResponse, content);
  if (content.streamingImageGenerationResponse) takePicture(job, content.streamingImageGenerationResponse);
  if (event.result?.title) refreshConversations();
}

/** A conversation begins: what is already in the lists may go under its id. */
function beginThread(job, thread) {
  job.thread = thread;
  learnThread(thread, !job.isPicture);
  job.container = containerOf(job.image ?? inputsOf(job.input)[0] ?? null, thread);
  if (job.container) movePlaceholder(job);
  if (isOnShow(job)) {
    show({ thread, container: job.container ?? useView.getState().container });
    nameThread();
  }
}

function movePlaceholder(job) {
  if (job.placeholderIn === job.container) return;
  moveContainer(job.placeholderIn, job.container, [job.optimisticId]);
  job.placeholderIn = job.container;
}

function takeTurn(job, turn) {
  job.assistant = turn.responseId;
  job.attachments.push(...(turn.fileAttachments ?? []));
  const [failure] = turn.streamErrors ?? [];
  if (failure) job.error = typeof failure === 'string' ? { message: failure } : (failure.error ?? failure);
}

function takeFrame(job, frame, { modelResponse }) {
  const { videoId: id, progress, moderated, videoUrl, assetId } = frame;
  if (moderated && progress < 100) {
    job.isScreened = true;
    useMediaStore.setState({ videoGenModerated: true });
  }
  if (!id) return;
  if (!job.videos.has(id)) adopt(job, frame);
  job.videos.set(id, { ...job.videos.get(id), ...frame });
  const file = videoUrl ?? modelResponse?.fileAttachments?.find((one) => one.endsWith('.mp4'));
  if (progress < 100) return changeVideo(job.container, id, { progress });
  if (moderated) settle(job, id, 'moderated');
  else if (file || assetId)
    settle(job, id, 'completed', { ...job.videos.get(id), videoUrl: file ?? fileOf(job, id) });
}

/** Grok's path of a video whose id alone is known, from the picture beside it. */
function fileOf(job, id) {
  const user = useMediaStore.getState().currentUserId;
  return `users/${user}/generated/${id}/generated_video.mp4`;
}

/** The video takes its placeholder's place. For a moment both stand in the list. */
function adopt(job, { videoId: id, resolutionName, sideBySideIndex: side = 0 }) {
  const {
    prompt = '',
    mode = 'custom',
    duration = 6,
    videoExtensionStartTime,
    resolutionName: asked,
  } = formOf(job.input);
  const isFirst = job.videos.size === 0;
  if (!job.container) job.container = containerOf(id, job.thread);
  movePlaceholder(job);
  const { container, options } = { container: job.container, ...usePage.getState() };
  // Of a pair in a conversation's list the second does not say what it was made from.
  const isSilent = options.container === 'conversation' && side > 0;
  putVideo(
    container,
    videoItem({
      id,
      prompt,
      mode,
      form: job.form,
      duration,
      resolutionName: resolutionName ?? asked ?? '480p',
      startTime: videoExtensionStartTime,
      createTime: job.human?.createTime ?? job.began,
      original: isSilent ? '' : inputsOf(job.input)[0],
      conversationId: job.thread ?? '',
      responseId: job.assistant,
      parentResponseId: job.human?.responseId,
    }),
  );
  if (isFirst) {
    useMediaStore.setState(({ optimisticToRealIdMap: map }) => ({
      optimisticToRealIdMap: { ...map, [job.optimisticId]: id },
    }));
    setTimeout(() => dropVideo(container, job.optimisticId), options.optimistic_ms);
  }
  if (resolutionName && asked && resolutionName !== asked && isFirst) fellBack();
  if (job.press.isHome && isFirst && here().page === 'home') navigate(postPath(job.image ?? id, job.thread));
}

function fellBack() {
  raise('resolution720pFallback');
  toast(words().fellBack);
}

/** How a video ended. A later end of the same takes the earlier one's place. */
function settle(job, id, kind, made) {
  const before = job.videos.get(id).kind;
  job.videos.set(id, { ...job.videos.get(id), kind });
  const fields = kind === 'completed' ? completedFields(made, location.origin) : moderatedFields();
  const { late_moderation_ms: late, keep_failed } = usePage.getState().options;
  if (kind === 'moderated' && late > 0) {
    changeVideo(job.container, id, completedFields({ ...made, videoUrl: fileOf(job, id) }, location.origin));
    setTimeout(() => changeVideo(job.container, id, fields), late);
  } else {
    changeVideo(job.container, id, fields);
  }
  if (kind === 'completed') {
    useMediaStore.setState({ lastGeneratedVideoId: id, videoGenModerated: false });
    show({ status: words().complete });
  } else if (before !== kind) {
    if (keep_failed === 'latest') keepNewestModerated(job.container, id);
    sayModerated();
  }
  pair(job);
  lead(job, id, kind);
}

function sayModerated() {
  useMediaStore.setState({ videoGenModerated: true });
  if (usePage.getState().options.toast !== 'off') toast(words().moderated);
}

/** Two videos of one press are compared; Grok may ask which is better. */
function pair({ press }) {
  const ids = press.jobs
    .flatMap((job) => [...(job.videos ?? [])])
    .filter(([, { kind }]) => kind === 'completed')
    .map(([id]) => id);
  if (ids.length < 2) return;
  const [one, other] = ids;
  useMediaStore.setState(({ sideBySideVideoComparisonByVideoId: pairs }) => ({
    sideBySideVideoComparisonByVideoId: { ...pairs, [one]: other, [other]: one },
  }));
  if (usePage.getState().options.asks_preference) show({ compared: [one, other] });
}

/** The page goes on to what a press came to, unless its user is elsewhere: to a video sooner than to none. */
function lead(job, id, kind) {
  const { after } = usePage.getState().options;
  const { press } = job;
  if (press.leads === 'completed' || !isOnShow(job)) return;
  press.leads = kind;
  if (after === 'stays' || (after === 'success' && kind !== 'completed')) return;
  useMediaStore.setState(({ lastViewedMediaIdByContainerId: last }) => ({
    lastViewedMediaIdByContainerId: { ...last, [job.container]: id, ...(job.thread && { [job.thread]: id }) },
  }));
  show({ thread: job.thread });
  const path = postPath(id, job.thread);
  const { thread } = here();
  const address = thread === job.thread ? `${path}?conversation=${thread}` : path;
  // Where the path stays the same, what it shows has changed.
  if (address === location.pathname + location.search) openPost(here().id, thread);
  else navigate(address);
}

function isOnShow({ image, container }) {
  const view = useView.getState();
  if (here().page !== 'post') return false;
  return image ? view.image === image : view.container === container;
}

/** A picture that is made of words, or of another one: the page goes on to it. */
function takePicture(job, { imageId: id, progress }) {
  const { page } = here();
  if (progress === 100 && (page === 'home' || page === 'post')) navigate(postPath(id, job.thread));
}

/** The end of the answer: what has no end of its own gets the answer's. */
function close(job) {
  const open = [...job.videos].filter(([, { kind }]) => !kind);
  for (const [id] of open) {
    if (job.attachments.some((one) => one.includes(id)))
      settle(job, id, 'completed', { videoUrl: fileOf(job, id) });
    else if (job.isScreened) settle(job, id, 'moderated');
    else dropVideo(job.container, id);
  }
  const said = job.error?.message ?? job.spoken;
  if (LIMIT.test(said)) {
    raise('requestRateLimited');
    toast(said);
  } else if (job.error?.code === 7) {
    raise('requestRejected');
    toast(said);
  } else if (job.error) {
    raise('serverError');
    show({ alert: words().failed });
  } else if (job.videos.size === 0 && job.isStopped && !job.isPicture) {
    sayModerated();
    return;
  } else {
    return;
  }
  putBack(job);
}

async function refreshConversations() {
  const answer = await askConversations();
  if (answer) show({ conversations: answer.conversations });
}

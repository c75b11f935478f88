/**
 * One press on a control that makes something, as the page sees it: its requests, their answers, and what
 * they leave in the store. How an answer is read is for `answer`.
 */

import { usePage, toast } from '../state.js';
import { follow } from './answer.js';
import { formOf, inputsOf, placeholder } from './items.js';
import { dropVideo, findItem, putVideo, raise, useMediaStore } from './media.js';
import { containerOf, isAboutVideos, originalOf, recordOf } from './posts.js';
import { addressFor, again, bodyOf } from './requests.js';
import { putBack, show, useView } from './view.js';
import { wordsOf } from './words.js';

/** Requests under way, and how to cancel each. @type {Map<object, AbortController>} */
const inflight = new Map();

/** Forms whose first input is a picture, also where nothing more is known of it. */
const FROM_PICTURES = ['imageToVideo', 'referenceToVideo', 'imageToImage'];

/**
 * Begins what a press asks for.
 *
 * @param {object} mediaGenInput
 * @param {{ isHome?: boolean, prompt?: string }} from  `prompt`: what was in the box, to be put back
 */
export function make(mediaGenInput, { isHome = false, prompt = '' } = {}) {
  const { options } = usePage.getState();
  const number = Date.now();
  show({ alert: null, status: '', compared: null });
  const first = inputsOf(mediaGenInput)[0];
  const press = { number, jobs: [], leads: null, isHome, prompt };
  const { form } = formOf(mediaGenInput);
  const isPicture = form === 'imageToImage' || form === 'textToImage';
  const count = isPicture ? 1 : options.requests_per_press;
  const { thread } = isHome ? { thread: null } : useView.getState();
  const address = addressFor(options.address, { thread, isAboutVideos: isAboutVideos(thread) });
  const image = originalOf(first) ?? (FROM_PICTURES.includes(form) ? first : undefined);
  for (let index = 0; index < count; index += 1) {
    const job = {
      press,
      form,
      isPicture,
      input: mediaGenInput,
      image,
      thread: address.isContinued ? thread : null,
      container: containerOf(image ?? first ?? null, thread),
      path: address.path,
      body: bodyOf(mediaGenInput, address),
      optimisticId: crypto.randomUUID(),
      inflightId: crypto.randomUUID(),
      began: new Date().toISOString(),
    };
    // A video of words alone has no picture to stand under.
    job.placeholderIn = job.container ?? job.optimisticId;
    press.jobs.push(job);
  }
  return Promise.all(press.jobs.map(run));
}

async function run(job) {
  begin(job);
  const abort = new AbortController();
  inflight.set(job, abort);
  try {
    const response = await fetch(job.path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-xai-request-id': crypto.randomUUID(),
        'x-sim-press': String(job.press.number),
      },
      body: JSON.stringify(job.body),
      signal: abort.signal,
    });
    if (response.ok) await follow(response, job);
    else refuse(job, response.status, await response.text());
  } catch (error) {
    if (error.name !== 'AbortError') giveUp(job);
  } finally {
    inflight.delete(job);
    end(job);
  }
}

/** What stands in the store before the server has answered. */
function begin(job) {
  if (job.isPicture) return show(({ pending }) => ({ pending: pending + 1 }));
  const { prompt = '', mode = 'custom', duration = 6, resolutionName = '480p' } = formOf(job.input);
  const { optimisticId, inflightId } = job;
  const item = placeholder({
    optimisticId,
    inflightId,
    thumbnail: findItem(job.image)?.mediaUrl ?? '',
    prompt,
    mode,
    form: job.form,
    duration,
    resolutionName,
    createTime: job.began,
    original: inputsOf(job.input)[0],
  });
  putVideo(job.placeholderIn, item);
  useMediaStore.setState((state) => ({
    inflightGenerateVideoForImage: {
      ...state.inflightGenerateVideoForImage,
      [job.image ?? optimisticId]: { inflightId },
    },
    lastUsedPromptById: { ...state.lastUsedPromptById, [job.image ?? optimisticId]: prompt },
    globalVideoProgress: {
      ...state.globalVideoProgress,
      numberOfVideosInProgress: state.globalVideoProgress.numberOfVideosInProgress + 1,
    },
    videoGenModerated: false,
  }));
}

function end(job) {
  if (job.isPicture) return show(({ pending }) => ({ pending: pending - 1 }));
  dropVideo(job.placeholderIn, job.optimisticId);
  useMediaStore.setState((state) => {
    const { [job.image ?? job.optimisticId]: _ended, ...others } = state.inflightGenerateVideoForImage;
    return { inflightGenerateVideoForImage: others };
  });
}

/** An answer by a status: a limit, or words of Grok's. */
function refuse(job, status, text) {
  const words = wordsOf(usePage.getState().options.locale);
  const said = wordsIn(text);
  if (status === 429) {
    raise('requestRateLimited');
    toast(words.limit);
  } else if (status >= 500) {
    raise('serverError');
    show({ alert: words.failed });
  } else {
    raise('requestRejected');
    toast(said ?? words.wrong);
  }
  putBack(job);
}

function wordsIn(text) {
  try {
    const { message, error } = JSON.parse(text);
    return message ?? error?.message;
  } catch {
    return undefined;
  }
}

/** The connection is gone, and the outcome unknown. */
function giveUp(job) {
  raise('serverError');
  toast(wordsOf(usePage.getState().options.locale).wrong);
  for (const id of job.videos?.keys() ?? []) {
    if (!findItem(id)?.complete) dropVideo(job.container, id);
  }
}

/** The user cancels what is being made on the post on show. */
export function cancel() {
  const { container } = useView.getState();
  for (const [job, abort] of inflight) {
    if (job.container !== container) continue;
    abort.abort();
    for (const id of job.videos?.keys() ?? []) {
      if (!findItem(id)?.complete) dropVideo(container, id);
    }
    useMediaStore.setState((state) => ({
      inflightGenerateVideoForImageIdCanceled: {
        ...state.inflightGenerateVideoForImageIdCanceled,
        [job.inflightId]: true,
      },
    }));
  }
}

/** The same again, from the record of a file. */
export function redo(id) {
  const record = recordOf(id);
  if (record) return make(again(record.mediaGenInput));
  const item = findItem(id);
  const input = {
    inputAssets: [item.originalPostId],
    aspectRatio: '2:3',
    duration: item.videoDuration,
    resolutionName: item.resolutionName,
    mode: item.mode,
  };
  return make({ imageToVideo: item.prompt ? { prompt: item.prompt, ...input } : input });
}

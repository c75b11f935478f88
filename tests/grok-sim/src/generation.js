/**
 * One click on the generate control, as the page sees it: the request, the stream, and what it leaves
 * in the store.
 */

import { entryOf } from './entries.js';
import { objectsIn } from './objects.js';
import { navigate, postOf } from './routes.js';
import { setProgress, toast, usePage } from './state.js';
import { addVideos, beginVideos, replaceVideo } from './store.js';

/** What runs before the next may, where Grok queues. */
let earlier = Promise.resolve();

export function generate(mediaId, prompt) {
  if (!usePage.getState().options.queues) return request(mediaId, prompt);
  setProgress(mediaId, 0);
  earlier = earlier.then(() => request(mediaId, prompt));
  return earlier;
}

async function request(mediaId, prompt) {
  const at = Date.now();
  beginVideos(mediaId);
  const { settings } = usePage.getState();
  const wanted = { videoLength: Number.parseInt(settings.length, 10), resolutionName: settings.resolution };
  setProgress(mediaId, 0);
  try {
    const response = await fetch('/rest/app-chat/conversations/new', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        modelName: 'grok-3',
        message: `${location.origin}/imagine-public/images/${mediaId}.jpg ${prompt} --mode=custom`,
        responseMetadata: {
          modelConfigOverride: {
            modelMap: { videoGenModelConfig: { parentPostId: mediaId, prompt, ...wanted } },
          },
        },
      }),
    });
    if (response.status === 429) return toast('Rate limit reached');
    if (!response.ok) return toast('Something went wrong. Please try again.');
    await follow(response, { mediaId, prompt, at });
  } finally {
    setProgress(mediaId, null);
  }
}

/** Reads the stream to its end; a chunk may end anywhere in an object. */
async function follow(response, click) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  /** What was seen of each video of this click, by its id. */
  const videos = new Map();
  let failed = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const [events, open] = objectsIn(rest + value);
    rest = open;
    for (const event of events) {
      if (event.limit) toast(event.limit);
      failed ||= Boolean(event.error);
      const seen = event.result?.response?.streamingVideoGenerationResponse;
      if (!seen) continue;
      if (videos.size === 0 && usePage.getState().options.route_change === 'start') {
        goOn(click.mediaId, seen.videoId);
      }
      videos.set(seen.videoId, { ...videos.get(seen.videoId), ...seen });
      if (!seen.moderated && !seen.videoUrl) setProgress(click.mediaId, seen.progress);
    }
  }
  if (videos.size > 0) settle(click, [...videos.values()], failed);
}

/** What the click came to goes into the store in one write, and the route goes on to the last post. */
function settle(click, videos, failed) {
  const { options } = usePage.getState();
  const kindOf = (video) => (failed ? 'failed' : video.moderated ? 'moderated' : 'completed');
  const made = videos.map((video) => entry(click, video, kindOf(video)));
  if (videos.some(({ moderated }) => moderated) && options.late_moderation_ms > 0) {
    // As videos at first, and moderated a little later.
    addVideos(click.mediaId, made.map((one) => ({ ...one, moderated: false })), 'all');
    for (const one of made) setTimeout(() => replaceVideo(click.mediaId, one), options.late_moderation_ms);
  } else {
    addVideos(click.mediaId, made, options.keep_failed);
  }
  setProgress(click.mediaId, null);
  const last = videos.at(-1);
  if (last.videoLength) fallBack(last);
  if (kindOf(last) === 'moderated') {
    if (options.toast !== 'off') toast('Content Moderated. Try a different idea.');
    if (options.empty_prompt_after_moderation) usePage.setState({ prompt: '' });
    if (options.stays_on_moderated) usePage.setState({ staysOn: click.mediaId });
  }
  if (options.route_change === 'end') goOn(click.mediaId, last.videoId);
}

/** Grok goes on with what the last video had. */
function fallBack({ videoLength, resolutionName }) {
  usePage.setState({ settings: { length: `${videoLength}s`, resolution: resolutionName } });
}

function entry({ mediaId, prompt, at }, video, kind) {
  return entryOf(usePage.getState().options.shape, {
    id: video.videoId,
    mediaId,
    prompt,
    kind,
    url: video.videoUrl,
    hd: video.hdMediaUrl,
    hd1080: video.hd1080MediaUrl,
    thumbnail: video.thumbnailImageUrl,
    at,
    length: video.videoLength,
    resolution: video.resolutionName,
  });
}

/** To the attempt's post, unless the user went to another image since, which the view may not show yet. */
function goOn(mediaId, attemptId) {
  const shown = postOf(location.pathname);
  const view = document.querySelector(`article[data-media-id="${mediaId}"]`);
  if (!view || view.dataset.postId !== shown) return;
  const path = `/imagine/post/${attemptId}`;
  if (usePage.getState().options.route_by === 'load') location.assign(path);
  else navigate(path);
}

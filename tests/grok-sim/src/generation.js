/**
 * One generation, as the page sees it: the request, the stream, and what it leaves in the store.
 */

import { entryOf } from './entries.js';
import { setProgress, toast, usePage } from './page.js';
import { navigate, postOf } from './routes.js';
import { addVideo, beginVideos, replaceVideo } from './store.js';

export async function generate(mediaId, prompt) {
  const at = Date.now();
  beginVideos(mediaId);
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
            modelMap: { videoGenModelConfig: { parentPostId: mediaId, prompt, videoLength: 6 } },
          },
        },
      }),
    });
    if (response.status === 429) return toast('Rate limit reached');
    await follow(response, { mediaId, prompt, at });
  } finally {
    setProgress(mediaId, null);
  }
}

/** Reads the stream to its end; a chunk may end anywhere in an object. */
async function follow(response, attempt) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let video = {};
  let failed = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const event = JSON.parse(line);
      failed ||= Boolean(event.error);
      const seen = event.result?.response?.streamingVideoGenerationResponse;
      if (!seen) continue;
      if (!video.videoId && usePage.getState().options.route_change === 'start') {
        goOn(attempt.mediaId, seen.videoId);
      }
      video = { ...video, ...seen };
      if (!seen.moderated && !seen.videoUrl) setProgress(attempt.mediaId, seen.progress);
    }
  }
  settle({ ...attempt, id: video.videoId, video, failed });
}

/** What the generation came to goes into the store, and the route goes on to its post. */
function settle({ id, mediaId, prompt, at, video, failed }) {
  const { options } = usePage.getState();
  const kind = failed ? 'failed' : video.moderated ? 'moderated' : 'completed';
  const entry = entryOf(options.shape, {
    id,
    mediaId,
    prompt,
    kind,
    url: video.videoUrl,
    thumbnail: video.thumbnailImageUrl,
    at,
  });
  if (kind === 'moderated' && options.late_moderation_ms > 0) {
    // As a video at first, and moderated a little later.
    addVideo(mediaId, { ...entry, moderated: false }, 'all');
    setTimeout(() => replaceVideo(mediaId, entry), options.late_moderation_ms);
  } else {
    addVideo(mediaId, entry, options.keep_failed);
  }
  setProgress(mediaId, null);
  if (kind === 'moderated') {
    if (options.toast !== 'off') toast('Content Moderated. Try a different idea.');
    if (options.empty_prompt_after_moderation) usePage.setState({ prompt: '' });
  }
  if (options.route_change === 'end') goOn(mediaId, id, entry);
}

/** To the attempt's post, unless the user went to another image meanwhile. */
function goOn(mediaId, attemptId) {
  const shown = postOf(location.pathname);
  if (!shown || !document.querySelector(`article[data-media-id="${mediaId}"]`)) return;
  const path = `/imagine/post/${attemptId}`;
  if (usePage.getState().options.route_by === 'load') location.assign(path);
  else navigate(path);
}

/** `/imagine/post/<id>`: an image, or one of its videos. What Grok remembers of it is asked for here. */

import { useEffect, useState } from 'react';

import { entryOf } from '../entries.js';
import { usePage } from '../state.js';
import { addKnownVideos, showImage, useMediaStore } from '../store.js';
import { PromptBar } from './PromptBar.jsx';
import { Strip } from './Strip.jsx';
import { Viewer } from './Viewer.jsx';

const idOf = (video) => video?.videoId ?? video?.id;

export function Post({ postId }) {
  const gallery = usePage((page) => page.gallery);
  const videos = useMediaStore((store) => store.videoByMediaId);
  const owner = Object.keys(videos).find((id) => videos[id].some((video) => idOf(video) === postId));
  const [asked, setAsked] = useState(null);
  const mediaId = gallery.find(({ id }) => id === postId)?.id ?? owner ?? asked;
  const image = gallery.find(({ id }) => id === mediaId);

  useEffect(() => {
    if (!owner) ask(postId).then((found) => setAsked(found?.id ?? null));
  }, [postId, owner]);
  useEffect(() => {
    if (image) showImage(image);
  }, [image]);

  if (!image) return <article className="post empty">This post is not there.</article>;
  const shown = (videos[mediaId] ?? []).find((video) => idOf(video) === postId);
  return (
    <article className="post" data-media-id={mediaId} data-post-id={postId}>
      <Strip image={image} videos={videos[mediaId] ?? []} postId={postId} />
      <Viewer image={image} video={shown} />
      <PromptBar mediaId={mediaId} hasVideo={Boolean(shown && !shown.moderated)} />
    </article>
  );
}

/** Asks the server whose post it is; what Grok remembers of the image goes into the store. */
async function ask(postId) {
  const response = await fetch('/rest/media/post/get', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: postId }),
  });
  if (!response.ok) return null;
  const { image, videos } = await response.json();
  if (videos.length > 0) {
    const { shape } = usePage.getState().options;
    const entries = videos.map(({ attempt_id, prompt, started_at, outcome }) =>
      entryOf(shape, {
        id: attempt_id,
        mediaId: image.id,
        prompt,
        kind: 'completed',
        url: `/assets/${image.name}.mp4?id=${attempt_id}`,
        hd: outcome.hd && `/assets/${image.name}_hd.mp4?id=${attempt_id}`,
        hd1080: outcome.hd && `/assets/${image.name}_1080_hd.mp4?id=${attempt_id}`,
        thumbnail: `/imagine-public/images/${image.id}.jpg`,
        at: started_at,
      }),
    );
    addKnownVideos(image.id, entries);
  }
  return image;
}

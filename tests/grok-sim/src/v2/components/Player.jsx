/** The picture or the video on show, outside any button; a second, empty player stands beside a video. */

import { Icon } from './Icon.jsx';

export function Player({ item }) {
  if (item.mediaType === 'MEDIA_POST_TYPE_IMAGE') {
    return (
      <article>
        <img alt="Generated image" src={item.mediaUrl} width={item.width} height={item.height} />
      </article>
    );
  }
  if (item.moderated) {
    return (
      <article>
        <div className="bg-gray-700">
          <img alt="Moderated" className="blur saturate-0" src="data:," />
          <Icon name="eye-off" className="size-24" />
        </div>
      </article>
    );
  }
  if (!item.videoUrl)
    return (
      <article>
        <div className="bg-gray-700" />
      </article>
    );
  return (
    <article>
      <video
        src={played(item.videoUrl)}
        poster={played(item.thumbnailImageUrl)}
        autoPlay
        loop
        muted
        playsInline
      />
      <video />
    </article>
  );
}

/** Grok's player asks under another address than a download does. */
export const played = (url) => `${url}?cache=1`;

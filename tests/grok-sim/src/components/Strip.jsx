/** The history strip: the image and its videos, once there is one. */

import { usePage } from '../state.js';
import { navigate } from '../routes.js';

const idOf = (video) => video?.videoId ?? video?.id;

export function Strip({ image, videos, postId }) {
  const running = usePage((page) => page.running);
  const posts = [image.id, ...videos.filter(Boolean).map(idOf)];
  if (posts.length < 2 && Object.keys(running).length === 0) return null;
  return (
    <div className="absolute top-0 w-fit strip">
      {posts.map((id, index) => (
        <button
          key={id}
          type="button"
          className={id === postId ? 'ring-2 ring-white' : ''}
          onClick={() => navigate(`/imagine/post/${id}`)}
        >
          <img
            className={videos[index - 1]?.moderated ? 'blur saturate-0' : ''}
            src={`/imagine-public/images/${image.id}.jpg`}
            alt={`Thumbnail ${index}`}
          />
        </button>
      ))}
      {Object.entries(running).map(([id, percent]) => (
        <span key={id} className="tabular-nums">{`${percent}%`}</span>
      ))}
    </div>
  );
}

/** The film strip: the thread's pictures and their videos. */

import { navigate } from '../../routes.js';
import { usePage } from '../../state.js';
import { counted } from '../presses.js';
import { Icon } from './Icon.jsx';

export function Strip({ items, shown }) {
  const names = usePage((page) => page.options.thumbnails);
  // What stands for a video that is not there yet is no post.
  const posts = items.filter((item) => !item.isTemporaryVideoGenPlaceholder);
  if (posts.length < 2) return null;
  return (
    <div className="strip">
      {posts.map((item, index) => (
        <Thumbnail
          key={item.id}
          item={item}
          name={`Thumbnail ${index + 1}`}
          names={names}
          isShown={item.id === shown}
        />
      ))}
    </div>
  );
}

function Thumbnail({ item, name, names, isShown }) {
  const source = item.mediaType === 'MEDIA_POST_TYPE_IMAGE' ? item.mediaUrl : item.thumbnailImageUrl;
  const open = () => navigate(`/imagine/post/${item.id}${location.search}`);
  return (
    <button
      type="button"
      className={isShown ? 'ring-2 ring-white' : ''}
      aria-label={names === 'alt' ? undefined : name}
      {...counted('thumbnail')}
      onClick={open}
    >
      {source && <img alt={names === 'label' ? '' : name} src={source} />}
      {item.moderated && <Icon name="eye-off" />}
      {!item.complete && item.progress !== undefined && (
        <span className="tabular-nums">{item.progress}%</span>
      )}
    </button>
  );
}

/** The account's older clips beside a post: players inside buttons, under the model's titles. */

import { navigate } from '../../routes.js';
import { counted } from '../presses.js';
import { useView } from '../view.js';
import { played } from './Player.jsx';

export function HistoryClips() {
  const conversations = useView((view) => view.conversations);
  const clips = conversations.filter(({ latestAssetMetadata: file }) => file?.mimeType === 'video/mp4');
  if (clips.length === 0) return null;
  return (
    <aside className="history">
      {clips.map(({ conversationId, title, latestAssetMetadata: file }) => (
        <button
          key={conversationId}
          type="button"
          aria-label={title}
          {...counted('history_clip')}
          onClick={() => navigate(`/imagine/post/${file.assetId}?conversation=${conversationId}`)}
        >
          <video
            muted
            playsInline
            preload="metadata"
            src={played(`/${file.key}`)}
            poster={played(`/${file.auxKeys['preview-image']}`)}
          />
        </button>
      ))}
    </aside>
  );
}

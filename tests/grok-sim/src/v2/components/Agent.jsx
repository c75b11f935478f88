/** `/imagine/agent`: a canvas on which nothing is for a program to do. */

import { useEffect } from 'react';

import { findItem, useMedia } from '../media.js';
import { openPost } from '../posts.js';
import { counted } from '../presses.js';

export function Agent({ id, thread }) {
  useMedia((media) => media.byId);
  useEffect(() => {
    if (id) openPost(id, thread);
  }, [id]);
  const item = findItem(id);
  return (
    <div className="react-flow">
      {item && (
        <>
          <div className="react-flow__node-asset selected" data-id={`asset-${id}`}>
            <img alt="" src={item.mediaUrl} />
          </div>
          <div className="react-flow__node-toolbar" data-id={`asset-${id}`}>
            <button type="button" aria-label="Make Video" data-state="closed" {...counted('card_make_video')}>
              Make Video
            </button>
          </div>
        </>
      )}
      <p>{item ? 'Agent canvas' : 'Describe what the agent should make.'}</p>
    </div>
  );
}

/** Cards of the account's files, as home and the saved list have them. */

import { navigate } from '../../routes.js';
import { usePage } from '../../state.js';
import { make } from '../generation.js';
import { formOf } from '../items.js';
import { useMedia } from '../media.js';
import { counted } from '../presses.js';
import { imageToVideo } from '../requests.js';
import { wordsOf } from '../words.js';
import { Icon } from './Icon.jsx';
import { played } from './Player.jsx';

/** @param {{ records: object[], pending?: number }} props */
export function Cards({ records, pending = 0 }) {
  return (
    <div id="imagine-masonry-section-0" className="masonry" role="list">
      {Array.from({ length: pending }, (_, index) => (
        <div key={index} role="listitem" className="card">
          <canvas width="3" height="4" />
        </div>
      ))}
      {records.map((record) => (
        <Card key={record.assetId} record={record} />
      ))}
    </div>
  );
}

function Card({ record }) {
  const words = wordsOf(usePage((page) => page.options.locale));
  const { assetId: id, sourceConversationId: thread, key, width, height } = record;
  const isRunning = useMedia((media) => Boolean(media.inflightGenerateVideoForImage[id]));
  const { prompt } = formOf(record.mediaGenInput);
  const isImage = record.mimeType.startsWith('image/');
  const path = `/imagine/post/${id}?conversation=${thread}`;
  const open = (event) => {
    event.preventDefault();
    navigate(path);
  };
  return (
    <div role="listitem" className="group/media-post-masonry-card card">
      <a href={path} onClick={open}>
        {isImage ? (
          <img alt="Generated image" src={`/${key}`} width={width} height={height} />
        ) : (
          <video
            muted
            loop
            autoPlay
            playsInline
            src={played(`/${key}`)}
            poster={played(`/${record.auxKeys['preview-image']}`)}
            width={width}
            height={height}
          />
        )}
        <span className="caption">{prompt}</span>
      </a>
      {isImage && !isRunning && (
        <button
          type="button"
          className="quick"
          aria-label={words.make}
          {...counted('card_make_video')}
          onClick={() => animate(id)}
        >
          <Icon name="video" />
        </button>
      )}
      {isRunning && (
        <button type="button" className="quick" aria-label={words.options}>
          <Icon name="gauge" />
        </button>
      )}
    </div>
  );
}

/** A card's own control makes a video without a prompt. */
function animate(image) {
  make(imageToVideo({ image, aspectRatio: '2:3', duration: 6, resolutionName: '480p' }), { isHome: true });
}

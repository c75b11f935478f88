/** `/imagine/post/<id>`: a picture or a video, the film strip of its thread, what can be done with it. */

import { useEffect, useLayoutEffect } from 'react';

import { navigate } from '../../routes.js';
import { usePage } from '../../state.js';
import { useMedia } from '../media.js';
import { openPost } from '../posts.js';
import { counted } from '../presses.js';
import { show, useView } from '../view.js';
import { wordsOf } from '../words.js';
import { useIsNarrow } from '../layout.js';
import { Actions } from './Actions.jsx';
import { Composer } from './Composer.jsx';
import { HistoryClips } from './HistoryClips.jsx';
import { Icon } from './Icon.jsx';
import { Overlay } from './Overlay.jsx';
import { Player } from './Player.jsx';
import { Strip } from './Strip.jsx';

const NONE = [];

export function Post({ id, thread }) {
  const options = usePage((page) => page.options);
  const { opened, shown, container, isMissing, alert, status } = useView();
  const images = useMedia((media) => media.imageByMediaId[container] ?? NONE);
  const videos = useMedia((media) => media.videoByMediaId[container] ?? NONE);
  const byId = useMedia((media) => media.byId);
  const isNarrow = useIsNarrow();
  const words = wordsOf(options.locale);
  useLayoutEffect(() => {
    openPost(id, thread);
    // The conversation comes into the address later: that opens nothing.
  }, [id, options.container]);
  useEffect(() => show({ extending: null }), [shown]);

  const items = [...images, ...videos];
  const item = items.find((one) => one.id === shown) ?? byId[shown];
  const running = videos.filter((video) => !video.complete);
  // What was on show before is not this post: nobody is to make anything of it here.
  if (opened !== id || (!item && !isMissing)) return <div className="post empty" />;
  if (!item) return <div className="post empty">This post is not there.</div>;
  const isImage = item.mediaType === 'MEDIA_POST_TYPE_IMAGE';
  return (
    <div className={isNarrow ? 'post narrow' : 'post'}>
      <Head words={words} isNarrow={isNarrow} />
      {options.history && !isNarrow && <HistoryClips />}
      <div className="stage">
        <Main wraps={options.main}>
          <Player item={item} />
        </Main>
        <Overlay words={words} running={running} />
        {!isNarrow && <Neighbours words={words} shown={shown} />}
      </div>
      {alert && (
        <div role="alert" className="alert">
          {alert}
        </div>
      )}
      <div role="status" className="sr-only">
        {status}
      </div>
      <Strip items={items} shown={shown} />
      <Actions key={shown} item={item} isImage={isImage} words={words} isNarrow={isNarrow} />
      <Composer key={`composer-${shown}`} place={isImage ? 'image' : 'video'} />
    </div>
  );
}

function Main({ wraps, children }) {
  return wraps ? <main className="wrap">{children}</main> : children;
}

/** Grok's way back is no button. */
function Head({ words, isNarrow }) {
  const home = () => navigate('/imagine');
  return (
    <header className="head">
      <div role="button" tabIndex={0} aria-label={words.back} {...counted('back')} onClick={home}>
        <Icon name="arrow-left" />
      </div>
      {!isNarrow && (
        <button type="button" aria-label={words.newGeneration} {...counted('new_generation')} onClick={home}>
          <Icon name="plus" />
        </button>
      )}
    </header>
  );
}

/** The posts before and after this one, of other pictures. */
function Neighbours({ words, shown }) {
  const gallery = usePage((page) => page.gallery);
  const image = useView((view) => view.image) ?? shown;
  const at = gallery.findIndex((one) => one.id === image);
  const go = (step) => () =>
    navigate(`/imagine/post/${gallery[(at + step + gallery.length) % gallery.length].id}`);
  return (
    <>
      <button
        type="button"
        className="neighbour before"
        aria-label={words.previous}
        {...counted('previous_post')}
        onClick={go(-1)}
      >
        <Icon name="chevron-left" />
      </button>
      <button
        type="button"
        className="neighbour after"
        aria-label={words.next}
        {...counted('next_post')}
        onClick={go(1)}
      >
        <Icon name="chevron-right" />
      </button>
    </>
  );
}

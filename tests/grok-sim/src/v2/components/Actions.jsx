/** What can be done with the post on show; in a narrow window behind one button. */

import { useState } from 'react';

import { usePage } from '../../state.js';
import { useImagineModeStore } from '../modes.js';
import { redo } from '../generation.js';
import { useMediaStore } from '../media.js';
import { counted } from '../presses.js';
import { show, useView } from '../view.js';
import { Icon } from './Icon.jsx';
import { Menu } from './Menu.jsx';

export function Actions({ item, isImage, words, isNarrow }) {
  const Column = usePage((page) => page.options.actions);
  const [isOpen, setOpen] = useState(false);
  const list = isImage ? (
    <ImageActions item={item} words={words} />
  ) : (
    <VideoActions item={item} words={words} />
  );
  if (!isNarrow) return <Column className="actions">{list}</Column>;
  return (
    <>
      <button
        type="button"
        className="fold"
        aria-label={words.postActions}
        aria-expanded={isOpen}
        {...counted('post_actions')}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="ellipsis" />
      </button>
      {isOpen && <Column className="actions folded">{list}</Column>}
    </>
  );
}

function ImageActions({ item, words }) {
  const edit = () => useImagineModeStore.setState({ imagineModePostPage: 'image' });
  const addPrompt = () => setTimeout(() => document.querySelector('.ProseMirror')?.focus());
  return (
    <>
      <button
        type="button"
        aria-label={words.redoImage}
        {...counted('redo_image')}
        onClick={() => redo(item.id)}
      >
        <Icon name="refresh-cw" /> {words.redoImage}
      </button>
      <Menu
        label={words.makeMenu}
        control="make_video_menu"
        items={[
          { text: words.addPrompt, act: addPrompt },
          { text: words.preciseEdit, act: edit },
        ]}
      >
        <Icon name="video" />
      </Menu>
      <Common item={item} words={words} />
    </>
  );
}

function VideoActions({ item, words }) {
  const isExtending = useView((view) => view.extending === item.id);
  const toggle = () => show({ extending: isExtending ? null : item.id });
  return (
    <>
      <button
        type="button"
        aria-label={words.regenerate}
        {...counted('regenerate')}
        onClick={() => redo(item.id)}
      >
        <Icon name="refresh-cw" /> {words.regenerate}
      </button>
      <button
        type="button"
        aria-label={isExtending ? words.cancelExtend : words.extend}
        {...counted(isExtending ? 'cancel_extend' : 'extend')}
        onClick={toggle}
      >
        <Icon name="timer" /> {isExtending ? words.cancelExtend : words.extend}
      </button>
      <Menu
        label={words.upscale}
        control="upscale"
        items={[{ text: words.upscaleTo, act: () => useMediaStore.getState().upscaleVideo(item.id) }]}
      >
        <Icon name="zoom" />
      </Menu>
      <Common item={item} words={words} />
    </>
  );
}

function Common({ item, words }) {
  const address = item.hd1080MediaUrl ?? item.hdMediaUrl ?? item.mediaUrl;
  return (
    <>
      <button type="button" aria-label={words.share} {...counted('share')} onClick={share}>
        <Icon name="share" />
      </button>
      <button
        type="button"
        aria-label={words.download}
        {...counted('download')}
        onClick={() => save(address)}
      >
        <Icon name="download" />
      </button>
      <Menu label={words.more} control="more_options" items={[{ text: 'Report' }, { text: 'Delete post' }]}>
        <Icon name="ellipsis" />
      </Menu>
    </>
  );
}

/** Where the clipboard is closed to the page, nothing is shared. */
function share() {
  navigator.clipboard?.writeText(location.href).catch(() => {});
}

function save(address) {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

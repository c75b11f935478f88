/** Pictures that the composer is given: the hidden file inputs, and the thumbnail of what is attached. */

import { useRef } from 'react';

import { make } from '../generation.js';
import { findItem } from '../media.js';
import { ratioFor, useImagineModeStore } from '../modes.js';
import { counted } from '../presses.js';
import { loop } from '../requests.js';
import { show, useView } from '../view.js';
import { Icon } from './Icon.jsx';
import { Menu } from './Menu.jsx';

export function Upload({ words, isEdit }) {
  const input = useRef(null);
  return (
    <>
      <input
        className="hidden"
        type="file"
        name="files"
        multiple
        accept="image/jpeg,image/png"
        ref={input}
        onChange={({ target }) => upload(target.files[0])}
      />
      {isEdit && <input className="hidden" type="file" accept="image/jpeg,image/png" />}
      {isEdit && <input className="hidden" type="file" accept="image/jpeg,image/png" />}
      <button
        type="button"
        className="chip icon"
        aria-label={words.upload}
        {...counted('upload')}
        onClick={() => input.current.click()}
      >
        <Icon name="plus" />
      </button>
    </>
  );
}

async function upload(file) {
  if (!file) return;
  const response = await fetch('/http/upload-file-v2/direct', {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  });
  const { fileMetadata } = await response.json();
  show({ attachment: { id: fileMetadata.fileMetadataId, url: `/${fileMetadata.fileUri}` } });
}

export function Attachment({ words, attachment }) {
  const items = ['First frame', 'Intermediate', 'Last frame', 'Loop', 'Reference'].map((text) => ({
    text,
    act: text === 'Loop' ? () => makeLoop(attachment) : undefined,
  }));
  return (
    <div className="attachment">
      <Menu control="attachment_menu" items={items}>
        <img alt="" src={attachment.url} />
      </Menu>
      <button
        type="button"
        aria-label={words.remove}
        {...counted('remove_image')}
        onClick={() => show({ attachment: null })}
      >
        <Icon name="x" />
      </button>
    </div>
  );
}

/** A video that begins and ends with the picture. */
function makeLoop({ id }) {
  const { prompt } = useView.getState();
  const { aspectRatio, videoLength: duration, resolution: resolutionName } = useImagineModeStore.getState();
  make(
    loop({ prompt, image: id, aspectRatio: ratioFor(aspectRatio, findItem(id)), duration, resolutionName }),
    { isHome: true, prompt },
  );
  show({ prompt: '', attachment: null });
}

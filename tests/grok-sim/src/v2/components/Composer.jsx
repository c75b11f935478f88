/** The form at the page's foot: one and the same for home and for a post. */

import { useRef, useState } from 'react';

import { navigate } from '../../routes.js';
import { usePage } from '../../state.js';
import { make } from '../generation.js';
import { findItem } from '../media.js';
import { ratioFor, useImagineModeStore } from '../modes.js';
import { press } from '../presses.js';
import {
  imageToImage,
  imageToVideo,
  textToImage,
  textToVideo,
  videoExtension,
  videoToVideo,
} from '../requests.js';
import { show, useView } from '../view.js';
import { wordsOf } from '../words.js';
import { Attachment, Upload } from './Attachment.jsx';
import { ExtendPills } from './ExtendPills.jsx';
import { Gauge } from './Gauge.jsx';
import { Icon } from './Icon.jsx';
import { PromptBox } from './PromptBox.jsx';
import { ModeChoice, PictureSettings, VideoSettings } from './Settings.jsx';

/** @param {{ place: 'home' | 'image' | 'video' }} props */
export function Composer({ place }) {
  const options = usePage((page) => page.options);
  const words = wordsOf(options.locale);
  const { prompt, extending, attachment } = useView();
  const modes = useImagineModeStore();
  const mode = place === 'home' ? modes.imagineMode : modes.imagineModePostPage;
  // Grok's page forgets this one each time it opens.
  const [hasAudio, setAudio] = useState(true);
  const [extension, setExtension] = useState(6);
  const form = useRef(null);
  const isVideo = mode === 'video';
  const isEmpty = prompt.trim() === '';
  const isOff = options.button === 'disabled' || (isEmpty && options.button !== 'enabled');
  const submit = () => {
    if (isOff) return;
    press(controlOf(place, isVideo, extending));
    const input = inputFor({ place, isVideo, extending, attachment, prompt, hasAudio, extension, modes });
    const isHome = place === 'home';
    make(input, { isHome, prompt });
    show({ prompt: '', extending: null, ...(isHome && { attachment: null }) });
  };
  const onSubmit = (event) => {
    event.preventDefault();
    submit();
  };
  const name = place === 'home' || extending ? words.submit : isVideo ? words.make : words.edit;
  return (
    <div className="dock">
      <form className="query-bar" ref={form} onSubmit={onSubmit}>
        {attachment && place === 'home' && <Attachment words={words} attachment={attachment} />}
        <PromptBox
          label={words.box}
          placeholder={extending ? words.extendPlaceholder : words.placeholder}
          submit={() => form.current.requestSubmit()}
        />
        <div className="tools">
          <Upload words={words} isEdit={place === 'image' && !isVideo} />
          {extending ? (
            <ExtendPills words={words} length={extension} choose={setExtension} />
          ) : (
            <>
              <ModeChoice words={words} mode={mode} choose={(next) => chooseMode(place, next)} />
              {isVideo ? (
                <VideoSettings words={words} modes={modes} hasAudio={hasAudio} setAudio={setAudio} />
              ) : (
                <PictureSettings words={words} modes={modes} />
              )}
            </>
          )}
          {options.button !== 'missing' && (
            <button type="submit" className="send" aria-label={name} disabled={isOff}>
              <Icon name="arrow-up" />
            </button>
          )}
        </div>
      </form>
      <Gauge words={words} isAttached={Boolean(attachment)} />
    </div>
  );
}

/** Agent is no mode but a page of its own. */
function chooseMode(place, mode) {
  if (mode === 'agent') {
    const { shown, thread } = useView.getState();
    return navigate(
      place === 'home'
        ? '/imagine/agent'
        : `/imagine/agent/${shown}${thread ? `?conversation=${thread}` : ''}`,
    );
  }
  useImagineModeStore.setState(place === 'home' ? { imagineMode: mode } : { imagineModePostPage: mode });
}

/** What a submit is counted as. */
function controlOf(place, isVideo, extending) {
  if (extending) return 'extend_submit';
  if (!isVideo) return place === 'home' ? 'make_picture' : 'edit';
  return place === 'video' ? 'edit_clip' : 'make_video';
}

/** The picture that a request names for the one on show. */
function namedFor(shown) {
  const { gallery, options } = usePage.getState();
  return options.names === 'another' ? gallery.find(({ id }) => id !== shown).id : shown;
}

/** What a submit asks for: it depends on the place and on what is chosen. */
function inputFor({ place, isVideo, extending, attachment, prompt, hasAudio, extension, modes }) {
  const { shown } = useView.getState();
  const { videoLength: duration, resolution: resolutionName } = modes;
  if (extending) {
    const length = findItem(extending)?.videoDuration ?? 6;
    return videoExtension({ prompt, video: extending, length, duration: extension, resolutionName });
  }
  const image = place === 'home' ? attachment?.id : namedFor(shown);
  const aspectRatio = ratioFor(modes.aspectRatio, findItem(image));
  const wanted = { prompt, aspectRatio, duration, resolutionName, skipAudio: !hasAudio };
  if (isVideo && place === 'video') return videoToVideo({ ...wanted, video: shown });
  if (isVideo) return image ? imageToVideo({ ...wanted, image }) : textToVideo(wanted);
  return image ? imageToImage({ prompt, image }) : textToImage({ prompt, aspectRatio, mode: 'quality' });
}

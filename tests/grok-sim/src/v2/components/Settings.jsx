/** What the composer lets its user choose: the mode, and what goes with it. */

import { useState } from 'react';

import { LENGTHS, ratioName, ratioOf, RATIOS, RESOLUTIONS, useImagineModeStore } from '../modes.js';
import { counted } from '../presses.js';
import { Choice } from './Choice.jsx';
import { Icon } from './Icon.jsx';
import { ChoiceMenu } from './Menu.jsx';

const set = useImagineModeStore.setState;

export function ModeChoice({ words, mode, choose }) {
  const options = [
    { value: 'image', text: words.image, icon: <Icon name="image" />, control: 'mode_image' },
    { value: 'video', text: words.video, icon: <Icon name="video" />, control: 'mode_video' },
    { value: 'agent', text: words.agent, icon: <Icon name="workflow" />, control: 'agent' },
  ];
  return <Choice label={words.mode} value={mode} choose={choose} options={options} hidesOthers />;
}

export function VideoSettings({ words, modes, hasAudio, setAudio }) {
  const resolutions = RESOLUTIONS.map((name) => ({ value: name, text: name, control: 'resolution' }));
  const lengths = LENGTHS.map((length) => ({
    value: String(length),
    text: `${length}s`,
    control: 'duration',
  }));
  return (
    <>
      <Choice
        label={words.resolution}
        value={modes.resolution}
        choose={(resolution) => set({ resolution })}
        options={resolutions}
      />
      <Choice
        label={words.duration}
        value={String(modes.videoLength)}
        choose={(length) => set({ videoLength: Number(length) })}
        options={lengths}
      />
      <button
        type="button"
        className="chip icon"
        aria-label={words.audio}
        aria-pressed={hasAudio}
        {...counted('audio')}
        onClick={() => setAudio(!hasAudio)}
      >
        <Icon name={hasAudio ? 'volume' : 'volume-off'} />
      </button>
      <AspectRatio words={words} ratio={modes.aspectRatio} />
    </>
  );
}

export function PictureSettings({ words, modes }) {
  const [speed, setSpeed] = useState('speed');
  const speeds = [
    { value: 'speed', text: words.fast, control: 'speed' },
    { value: 'quality', text: words.quality, control: 'speed' },
  ];
  return (
    <>
      <Choice label={words.speed} value={speed} choose={setSpeed} options={speeds} />
      <AspectRatio words={words} ratio={modes.aspectRatio} />
    </>
  );
}

function AspectRatio({ words, ratio }) {
  const names = RATIOS.map((name) => ({ name, text: name === '16:9' ? '16:9 Widescreen' : name }));
  return (
    <ChoiceMenu
      label={words.ratio}
      control="aspect_ratio"
      value={ratioName(ratio)}
      names={names}
      choose={(name) => set({ aspectRatio: ratioOf(name) })}
    />
  );
}

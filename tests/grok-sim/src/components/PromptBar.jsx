/** The prompt box and the generate button, both controlled by React. */

import { generate } from '../generation.js';
import { usePage } from '../state.js';
import { wordsOf } from '../words.js';
import { Tiptap } from './Tiptap.jsx';
import { VideoSettings } from './VideoSettings.jsx';

export function PromptBar({ mediaId, hasVideo }) {
  const options = usePage((page) => page.options);
  const prompt = usePage((page) => page.prompt);
  const percent = usePage(({ running }) => running[mediaId]);
  const words = wordsOf(options.locale);
  const label = hasVideo ? words.redo : words.make;
  const isRunning = percent !== undefined;
  const staysOn = usePage((page) => page.staysOn);
  const isBusy = isRunning && !options.queues;
  const setPrompt = (text) => usePage.setState({ prompt: text });
  return (
    <div className="bar">
      {options.input === 'tiptap' ? (
        <Tiptap label={words.box} prompt={prompt} setPrompt={setPrompt} />
      ) : options.input === 'textarea' ? (
        <textarea
          aria-label={words.box}
          placeholder="Type to customize video..."
          rows={2}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
      ) : (
        <div
          className="tiptap ProseMirror"
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          aria-label={words.box}
          onInput={(event) => setPrompt(textOf(event.currentTarget))}
        />
      )}
      {!isRunning && <VideoSettings />}
      {isRunning && options.progress === 'pill' && (
        <button type="button" className="pill" aria-label="Video Options">
          <div>{percent}%</div>
        </button>
      )}
      {staysOn === mediaId && <ViewSwitch />}
      {options.button !== 'missing' && staysOn !== mediaId && (
        <button
          data-slot="button"
          type="button"
          className="bg-button-filled"
          aria-label={label}
          disabled={isBusy || options.button === 'disabled'}
          onClick={() => generate(mediaId, prompt)}
        >
          <svg className="lucide-play" viewBox="0 0 24 24" fill="currentColor">
            <path d="M6 3l14 9-14 9z" />
          </svg>
          {options.label === 'text' && <span>{label}</span>}
        </button>
      )}
    </div>
  );
}

/** Image or video, as Grok labels the group; `Image` leads back to where a video can be made. */
function ViewSwitch() {
  const back = () => usePage.setState({ staysOn: null });
  return (
    <div role="group" aria-label="Text alignment">
      <button type="button" aria-pressed="true">
        <span className="sr-only">Video</span>
      </button>
      <button type="button" aria-pressed="false" onClick={back}>
        <span className="sr-only">Image</span>
      </button>
    </div>
  );
}

const BLOCKS = ['DIV', 'P'];

/** What an editable field holds. How many line ends `innerText` has for an empty line differs by browser. */
function textOf(field) {
  const lines = [''];
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) lines[lines.length - 1] += node.data;
    // The last one of a line only keeps it open.
    else if (node.nodeName === 'BR') node.nextSibling && lines.push('');
    else {
      if (BLOCKS.includes(node.nodeName) && node.previousSibling) lines.push('');
      node.childNodes.forEach(read);
    }
  };
  field.childNodes.forEach(read);
  return lines.join('\n');
}

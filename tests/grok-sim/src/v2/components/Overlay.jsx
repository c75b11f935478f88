/** What stands over the player while a video is made: how far it is, and a way to cancel it. */

import { usePage } from '../../state.js';
import { cancel } from '../generation.js';
import { counted } from '../presses.js';

export function Overlay({ words, running }) {
  const display = usePage((page) => page.options.progress);
  if (running.length === 0 || display === 'none') return null;
  const percent = Math.max(...running.map(({ progress }) => progress));
  return (
    <>
      <div className="overlay">
        <span className="animate-pulse">{words.generating}</span>
        <span className="tabular-nums">{percent}%</span>
        <div className="bar">
          <div style={{ width: `${percent}%` }} />
        </div>
        <button type="button" {...counted('cancel_video')} onClick={cancel}>
          {words.cancel}
        </button>
      </div>
      <button type="button" className="spinner" aria-label={words.inProgress} />
    </>
  );
}

/** Writes a planned answer into a response over a generation's length; stops when the page goes away. */

import { eventWriter, writer } from '../framing.mjs';

/**
 * @param {ReturnType<typeof import('./streams.mjs').plan>} planned
 * @param {{ speed_ms: number, stream: string }} options
 * @param {(attemptId: string | undefined) => void} finish  the account keeps the end of one, or of all
 */
export function play({ steps, end }, { speed_ms: speedMs, stream: form }, finish, response) {
  const type = form === 'data' ? 'text/event-stream' : 'application/json';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  const out = form === 'data' ? eventWriter(response) : writer(form, response);
  const began = Date.now();
  let next = 0;
  let timer;
  const close = () => {
    if (end === 'closed') out.end();
    // What was written has to arrive before the connection is gone.
    if (end === 'broken') timer = setTimeout(() => response.socket?.destroy(), 50);
  };
  const go = () => {
    while (next < steps.length) {
      const { at, event, ends } = steps[next];
      const rest = began + at * speedMs - Date.now();
      if (rest > 0) {
        timer = setTimeout(go, rest);
        return;
      }
      if (at >= 1) finish();
      else if (ends) finish(ends);
      out.write(event);
      next += 1;
    }
    close();
  };
  response.on('close', () => clearTimeout(timer));
  go();
}

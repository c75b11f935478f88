/**
 * How a stream's objects are written: all forms that peers had to read. What the objects say is for
 * others.
 */

/**
 * @typedef {object} Writer
 * @property {(event: object) => void} write
 * @property {() => void} end  closes the stream in order
 */

/**
 * @param {'lines' | 'joined' | 'data' | 'cut'} form
 * @param {{ losesRest?: boolean }} how  whether the rest of a `cut` stream never comes
 * @returns {Writer}
 */
export function writer(form, response, { losesRest = false } = {}) {
  if (form === 'cut') return cut(response, losesRest);
  const before = form === 'data' ? 'data: ' : '';
  const after = { joined: '', data: '\n\n' }[form] ?? '\n';
  return {
    write: (event) => response.write(`${before}${JSON.stringify(event)}${after}`),
    end: () => response.end(),
  };
}

/** Server-sent events as Grok's newer page may get them: named, with a comment, and with a last word. */
export function eventWriter(response) {
  response.write(': keep-alive\n\n');
  return {
    write: (event) => response.write(`event: message\ndata: ${JSON.stringify(event)}\n\n`),
    end: () => response.end('data: [DONE]\n\n'),
  };
}

/** Each write ends in the middle of an object, and of a character; the rest comes with the end. */
function cut(response, losesRest) {
  let rest = Buffer.alloc(0);
  return {
    write: (event) => {
      const text = Buffer.concat([rest, Buffer.from(`${JSON.stringify({ ...event, weather: 'snow ☃' })}\n`)]);
      const end = text.length - 5;
      response.write(text.subarray(0, end));
      rest = text.subarray(end);
    },
    end: () => response.end(losesRest ? undefined : rest),
  };
}

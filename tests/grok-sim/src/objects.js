/** Cuts a stream's text into its JSON objects, however they are framed. */

/** The whole JSON objects of a text, on lines, joined or behind `data: `, and what is left of it. */
export function objectsIn(text) {
  const events = [];
  let [depth, start, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (inText) {
      if (one === '\\') at += 1;
      else if (one === '"') inText = false;
    } else if (one === '"' && depth > 0) {
      inText = true;
    } else if (one === '{') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (one === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        events.push(JSON.parse(text.slice(start, at + 1)));
        start = at + 1;
      }
    }
  }
  return [events, text.slice(start)];
}

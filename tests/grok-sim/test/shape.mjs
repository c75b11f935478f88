/** The structure of a value: its keys and the types behind them, without what they hold. */

/** @returns {unknown} */
export function shape(value) {
  if (Array.isArray(value)) return value.length === 0 ? [] : [value.map(shape).reduce(both)];
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, shape(value[name])]));
}

/** What two entries of a list have between them. */
function both(one, other) {
  if (typeof one !== 'object' || typeof other !== 'object') return one;
  return { ...one, ...other };
}

/** The shapes of a stream's objects, each once, in the order in which they first come. */
export function shapesOf(events) {
  const isKeepAlive = ({ result }) => {
    const content = result?.response ?? result;
    return content?.token === '' && !content.isSoftStop;
  };
  const texts = events.filter((event) => !isKeepAlive(event)).map((event) => JSON.stringify(shape(event)));
  return [...new Set(texts)].map((text) => JSON.parse(text));
}

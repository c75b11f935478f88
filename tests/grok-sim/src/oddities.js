/**
 * What peers found in Grok's store beside what belongs there: holes in lists, empty lists, keys and a
 * unknown version. Put in as the text is written, so that the page itself works as ever.
 */

/** @param {string} text the store as zustand writes it */
export function odd(text) {
  const store = JSON.parse(text);
  const { videoByMediaId } = store.state;
  for (const id of Object.keys(videoByMediaId)) {
    videoByMediaId[id] = [null, ...videoByMediaId[id].flatMap((entry) => [entry, null])];
  }
  videoByMediaId['44444444-dddd-4ddd-8ddd-000000000001'] = [];
  store.state.somethingNew = { nested: [1, { deep: null }] };
  store.state.byId = { unknown: 7 };
  return JSON.stringify({ ...store, version: 7, savedBy: 'a later page' });
}

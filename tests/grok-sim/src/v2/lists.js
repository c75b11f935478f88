/** Changes of the store's lists, as functions from one list to the next. */

/** Puts an item in, in the place of the one of its id. */
export function put(items, item) {
  if (!items.some(({ id }) => id === item.id)) return [...items, item];
  return items.map((one) => (one.id === item.id ? item : one));
}

export function change(items, id, fields) {
  return items.map((one) => (one.id === id ? { ...one, ...fields } : one));
}

export function drop(items, id) {
  return items.filter((one) => one.id !== id);
}

/** Puts in what is not known yet, ordered by time; what is known stays as it is. */
export function merge(items, found) {
  const ids = new Set(items.map(({ id }) => id));
  const added = found.filter(({ id }) => !ids.has(id));
  if (added.length === 0) return items;
  return [...items, ...added].sort((a, b) => Date.parse(a.createTime) - Date.parse(b.createTime));
}

/** Of moderated ones the newest alone stays. */
export function withoutOlderModerated(items, keptId) {
  return items.filter((one) => !one.moderated || one.id === keptId);
}

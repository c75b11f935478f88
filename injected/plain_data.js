// @ts-check
// Reads what the page's objects hold, and runs nothing of the page for it: data properties alone, no getter,
// no `toJSON`, no method. A proxy can't be told from an object; what its traps throw counts as nothing.
// What is read, and why, is for others.

const plainData = (() => {
  /** How deep an object is written. */
  const MOST_LEVELS = 16;

  /** @param {unknown} value @returns {value is object} */
  const isObject = (value) => typeof value === "object" && value !== null;

  /**
   * The data that `object` holds under `name` itself; undefined where it holds none, or has it made by a getter.
   * @param {object} object
   * @param {string | number} name
   * @returns {unknown}
   */
  function own(object, name) {
    try {
      const property = natives.ownProperty(object, name);
      return property && natives.hasOwn(property, "value") ? property.value : undefined;
    } catch {
      return undefined;
    }
  }

  /** The names of what `object` holds itself and shows. @param {object} object @returns {string[]} */
  function names(object) {
    try {
      return natives.keys(object);
    } catch {
      return [];
    }
  }

  /** What `object` is: a list, an object without a class, or neither. @param {object} object */
  function kindOf(object) {
    try {
      if (natives.isArray(object)) return "list";
      const prototype = natives.prototypeOf(object);
      // Each frame has an `Object.prototype` of its own.
      const isPlain = prototype === null || (natives.prototypeOf(prototype) === null && natives.hasOwn(prototype, "isPrototypeOf"));
      return isPlain ? "object" : "other";
    } catch {
      return "other";
    }
  }

  /** The length of a list. @param {object} list */
  function lengthOf(list) {
    const length = own(list, "length");
    return typeof length === "number" ? length : 0;
  }

  /** The text of a date, as JSON has it; undefined: it is none. @param {object} object */
  function dateText(object) {
    try {
      return natives.quote(natives.isoDate(/** @type {Date} */ (object)));
    } catch {
      return undefined;
    }
  }

  /** How many values may still be written, and what is being written already.
   * @typedef {{ left: number, around: object[] }} Room */

  /** @param {object} list @param {Room} room */
  function listText(list, room) {
    /** @type {string[]} */
    const parts = [];
    const length = lengthOf(list);
    for (let index = 0; index < length; index += 1) {
      if (room.left <= 0) return undefined;
      parts.push(textOf(own(list, index), room) ?? "null");
    }
    return `[${parts.join(",")}]`;
  }

  /** @param {object} object @param {Room} room */
  function objectText(object, room) {
    /** @type {string[]} */
    const parts = [];
    for (const name of names(object)) {
      if (room.left <= 0) return undefined;
      const text = textOf(own(object, name), room);
      if (text !== undefined) parts.push(`${natives.quote(name)}:${text}`);
    }
    return `{${parts.join(",")}}`;
  }

  /**
   * @param {unknown} value
   * @param {Room} room
   * @returns {string | undefined} undefined: nothing that JSON has
   */
  function textOf(value, room) {
    room.left -= 1;
    if (typeof value === "string") return natives.quote(value);
    if (typeof value === "boolean") return value ? "true" : "false";
    if (typeof value === "number") return value - value === 0 ? `${value}` : "null";
    if (value === null) return "null";
    if (typeof value !== "object") return undefined;
    // A ring ends where it closes.
    if (room.around.length >= MOST_LEVELS || room.around.includes(value)) return "null";
    const kind = kindOf(value);
    if (kind === "other") return dateText(value);
    room.around.push(value);
    const text = kind === "list" ? listText(value, room) : objectText(value, room);
    room.around.pop();
    return text;
  }

  /**
   * What `value` holds as JSON; undefined where JSON has nothing like it, or it holds more than `most` values.
   * @param {unknown} value
   * @param {number} most
   */
  function json(value, most) {
    /** @type {Room} */
    const room = { left: most, around: [] };
    const text = textOf(value, room);
    return room.left > 0 ? text : undefined;
  }

  return Object.freeze({ isObject, own, names, kindOf, lengthOf, json });
})();

/** Tells the server which control was pressed, by the names of `server/v2/presses.mjs`. */

/** A beacon, so that it is in nobody's way. */
export function press(control) {
  navigator.sendBeacon('/sim/pressed', JSON.stringify({ control }));
}

/** How long a click may come after its pointer, in ms. */
const TOGETHER_MS = 1000;

/** When a pointer last went down on each control. */
const downs = new Map();

/** Handlers that count a press once, whether it is a click, a pointer that goes down, or both. */
export function counted(control) {
  return {
    onPointerDownCapture: () => {
      downs.set(control, performance.now());
      press(control);
    },
    onClickCapture: () => {
      const isCounted = performance.now() - (downs.get(control) ?? -Infinity) < TOGETHER_MS;
      if (!isCounted) press(control);
      downs.delete(control);
    },
  };
}

// What Tauri gives a webview, over a function that the bridge has put there: `ipc` sends, `invoke` sends and
// waits, and answers come back under the numbers of `transformCallback`.
(() => {
  const send = window.retakeSend;
  delete window.retakeSend;
  if (!send || window.__TAURI_INTERNALS__) return;
  const { stringify } = JSON;
  const callbacks = new Map();
  let last = 0;
  const transformCallback = (callback) => {
    last += 1;
    callbacks.set(last, callback);
    return last;
  };
  const ipc = (message) => send(stringify(message));
  const textOf = (payload) => (payload instanceof Uint8Array ? { text: new TextDecoder().decode(payload) } : payload);
  const invoke = (cmd, payload = {}) =>
    new Promise((resolve, reject) => {
      ipc({ cmd, payload: textOf(payload), callback: transformCallback(resolve), error: transformCallback(reject) });
    });
  const internals = Object.freeze({ invoke, ipc, transformCallback });
  Object.defineProperty(window, "__TAURI_INTERNALS__", { value: internals });
  Object.defineProperty(window, Symbol.for("retake.bridge"), {
    value: (number, answer) => callbacks.get(number)?.(answer),
  });
})();

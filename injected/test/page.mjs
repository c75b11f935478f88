// A page for tests: jsdom with the page script in it, a backend that writes down what it gets,
// and a clock that only moves when a test says so.

import { mock } from "node:test";
import { JSDOM } from "jsdom";
import { join } from "../join.mjs";

export const ORIGIN = "https://grok.com";
export const POST = "11111111-aaaa-4aaa-8aaa-000000000001";
export const OTHER_POST = "22222222-bbbb-4bbb-8bbb-000000000001";
export const PROMPT = "slow pan across a mountain lake";
export const OBSERVER = Symbol.for("retake.observer");

/** A post's page: the prompt box and the generate control in one article. */
export const POST_PAGE = `
  <main><article>
    <textarea aria-label="Make a video"></textarea>
    <button id="make" aria-label="Make video">Make video</button>
  </article></main>`;

/** Lets everything that waits for no time at all happen. */
export const flush = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Moves the clock on, in small steps, so that what one timer starts is served by the next. */
export const advance = async (milliseconds) => {
  await flush();
  for (let passed = 0; passed < milliseconds; passed += 10) {
    mock.timers.tick(10);
    await flush();
  }
};

/** How many pages were opened; the last one is alive. */
let opened = 0;

/** What the shell admits the page with. */
const PASS = "the pass of this run";

/** `admit` says whether the shell admits the document. */
const backend = (window, reply, admit) => {
  const calls = [];
  const invoke = async (command, payload) => {
    if (command === "observer_hello") {
      if (admit) window[OBSERVER].admit(PASS);
      return null;
    }
    // As Tauri does: what can't be written as JSON does not arrive.
    const { pass, ...rest } = JSON.parse(JSON.stringify(payload));
    if (pass !== PASS) throw { code: "refused", message: "this document is not the page" };
    const call = { command, ...rest };
    calls.push(call);
    // A call that leads to the next without end would hang the test instead of failing it.
    if (calls.length > 1_000) return new Promise(() => {});
    return reply ? reply(call, calls.length) : command === "observer_signal" ? null : "accepted";
  };
  // As Tauri's own: `ipc` is what `invoke` sends by, and calls back under the ids of its message. An
  // accepted splice is never answered, as by src-tauri/src/commands/observer.rs.
  const callbacks = [];
  const transformCallback = (callback) => callbacks.push(callback) - 1;
  const ipc = ({ cmd, payload, callback, error }) => {
    const answer = (reply) => reply !== "accepted" && callbacks[callback](reply);
    invoke(cmd, payload).then(answer, (refusal) => callbacks[error](refusal));
  };
  return { calls, internals: { invoke, transformCallback, ipc } };
};

/**
 * Opens a page with the script in it. `prepare(window)` runs before the script, as the browser would.
 * `script: "none"` leaves the script out; `page.inject()` brings it in.
 */
export const openPage = (options = {}) => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  const url = `${options.origin ?? ORIGIN}${options.path ?? `/imagine/post/${POST}`}`;
  const dom = new JSDOM(`<!doctype html><body>${options.body ?? POST_PAGE}</body>`, { url, runScripts: "outside-only" });
  const { window } = dom;
  // The page of an earlier test stands still: its late calls must not touch this one's timers.
  const mine = (opened += 1);
  window.setTimeout = (callback, wait) => (mine === opened ? globalThis.setTimeout(callback, wait) : 0);
  window.clearTimeout = (timer) => (mine === opened ? globalThis.clearTimeout(timer) : undefined);
  window.performance.now = () => Date.now();
  window.fetch = async () => ({ status: 200 });
  // jsdom has none of these; a browser does.
  Object.assign(window, { Request, Response, Headers, ReadableStream, ReadableStreamDefaultReader, TextDecoder, TextEncoder });
  const { calls, internals } = backend(window, options.reply, options.admit ?? true);
  if (options.backend !== "none") window.__TAURI_INTERNALS__ = internals;
  options.prepare?.(window);
  const inject = () => window.eval(join({ selectors: options.selectors }));
  if (options.script !== "none") inject();
  const signals = (type) =>
    calls
      .filter((call) => call.command === "observer_signal" && (!type || call.signal.type === type))
      .map((call) => call.signal);
  return {
    window,
    document: window.document,
    calls,
    inject,
    signals,
    observer: () => window[OBSERVER],
    /** What was sent of the store's text. */
    sent: () => calls.filter((call) => call.command !== "observer_signal"),
    /** Asks for one action and waits for its answer. */
    act: async (action = {}) => {
      const whole = { action_id: 1, post_id: POST, prompt: PROMPT, ...action };
      window[OBSERVER].act(whole);
      await advance(500);
      return signals("action_result").find((signal) => signal.action_id === whole.action_id)?.result;
    },
    /** Counts the clicks on the element with this id. */
    clicksOn: (id) => {
      const clicks = { count: 0 };
      window.document.getElementById(id).addEventListener("click", () => (clicks.count += 1));
      return clicks;
    },
  };
};

/** What jsdom keeps behind an object of its pages. */
const behind = (object) => object[Object.getOwnPropertySymbols(object).find(({ description }) => description === "impl")];

/** Plays what a user does: an event that the browser trusts, which no script can make. */
export const use = ({ window }, kind, target = window.document.body, init = {}) => {
  const Kind = kind.startsWith("key") ? window.KeyboardEvent : kind === "click" ? window.MouseEvent : window.Event;
  const event = behind(new Kind(kind, { bubbles: true, cancelable: true, ...init }));
  event.isTrusted = true;
  behind(target)._dispatch(event);
};

/** Puts the old text and a splice together, as the backend does. */
export const apply = (before, change) =>
  before.slice(0, change.kept_head) + change.middle + before.slice(before.length - change.kept_tail);

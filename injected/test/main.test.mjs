import assert from "node:assert/strict";
import { test } from "node:test";
import { readdirSync } from "node:fs";
import { files, join } from "../join.mjs";
import { advance, flush, openPage, OBSERVER, POST } from "./page.mjs";

test("the backend hears of the page load first, then the route, then the whole text", async () => {
  const page = openPage();
  await advance(300);
  assert.deepEqual(page.calls, [
    { command: "observer_signal", signal: { type: "page_load" } },
    { command: "observer_signal", signal: { type: "route", path: `/imagine/post/${POST}`, conversation: null } },
    { command: "observer_text", snapshot: { sequence: 1, text: null, from: "session" } },
  ]);
});

test("a second injection is refused and changes nothing", async () => {
  const page = openPage();
  await advance(300);
  const before = [page.observer(), page.window.Storage.prototype.setItem, page.window.fetch, page.calls.length];
  page.inject();
  await advance(300);
  assert.deepEqual([page.observer(), page.window.Storage.prototype.setItem, page.window.fetch, page.calls.length], before);
});

test("nothing happens at another origin", async () => {
  const page = openPage({ origin: "https://accounts.x.ai" });
  await advance(300);
  assert.equal(page.observer(), undefined);
  assert.deepEqual(page.calls, []);
});

test("an origin that only begins like Grok's is another origin", () => {
  assert.equal(openPage({ origin: "https://grok.com.example" }).observer(), undefined);
});

test("nothing happens in a frame inside the page", () => {
  const page = openPage({ script: "none", body: "<iframe></iframe>" });
  const frame = page.document.querySelector("iframe").contentWindow;
  frame.__TAURI_INTERNALS__ = page.window.__TAURI_INTERNALS__;
  const native = frame.Storage.prototype.setItem;
  // An empty frame's origin reads "null": taken as Grok's here, so that only the frame check is left.
  frame.eval(join({ origin: frame.location.origin }));
  assert.equal(frame[OBSERVER], undefined);
  assert.equal(frame.Storage.prototype.setItem, native);
  assert.deepEqual(page.calls, []);
});

test("nothing of the page is touched where there is no backend", () => {
  let native;
  const page = openPage({ backend: "none", prepare: (window) => (native = window.Storage.prototype.setItem) });
  assert.equal(page.window.Storage.prototype.setItem, native);
  assert.equal(page.observer(), undefined);
});

test("bug_24_the_page_gets_one_hidden_name_that_cannot_be_replaced", () => {
  const names = (window) => Reflect.ownKeys(window).filter((name) => typeof name === "string").sort();
  const without = names(openPage({ script: "none" }).window);
  const page = openPage();
  assert.deepEqual(names(page.window), without, "no string name is added to the window");
  const property = Object.getOwnPropertyDescriptor(page.window, OBSERVER);
  assert.deepEqual([property.enumerable, property.writable, property.configurable], [false, false, false]);
  assert.ok(Object.isFrozen(property.value));
});

test("bug_21_the_page_can_be_asked_for_these_things_only_and_an_action_names_no_selector", () => {
  assert.deepEqual(Object.keys(openPage().observer()), ["act", "picture", "giveImage", "health", "pick", "override", "resend", "admit"]);
});

test("bug_21_the_page_keeps_its_own_visibility_and_gets_no_messages", async () => {
  const messages = [];
  let visibility;
  const page = openPage({
    prepare: (window) => {
      visibility = Object.getOwnPropertyDescriptor(window.Document.prototype, "visibilityState").get;
      window.postMessage = (...message) => messages.push(message);
    },
  });
  await advance(500);
  const now = Object.getOwnPropertyDescriptor(page.window.Document.prototype, "visibilityState").get;
  assert.equal(now, visibility);
  assert.deepEqual(messages, []);
});

test("a piece that throws is named, and does not stop the others", async () => {
  const page = openPage({ prepare: (window) => delete window.fetch });
  page.window.history.pushState({}, "", "/imagine");
  await advance(300);
  const [problem] = page.signals("problem");
  assert.equal(problem.piece, "network.js");
  assert.match(problem.message, /fetch/);
  assert.equal(page.signals("route").at(-1).path, "/imagine");
  assert.equal(page.sent().length, 1, "the store's text is still sent");
});

test("resend tells the route and the whole text again", async () => {
  const page = openPage();
  await advance(300);
  page.calls.length = 0;
  page.observer().resend();
  await advance(300);
  assert.deepEqual(page.calls, [
    { command: "observer_signal", signal: { type: "route", path: `/imagine/post/${POST}`, conversation: null } },
    { command: "observer_text", snapshot: { sequence: 2, text: null, from: "session" } },
  ]);
});

const transition = (page, type, persisted) => {
  const event = new page.window.Event(type);
  Object.defineProperty(event, "persisted", { value: persisted });
  page.window.dispatchEvent(event);
};

test("a page that is left for good falls silent, and its functions still work", async () => {
  const page = openPage();
  await advance(300);
  transition(page, "pagehide", false);
  page.calls.length = 0;
  page.window.sessionStorage.setItem("useMediaStore", "{}");
  page.window.history.pushState({}, "", "/imagine");
  page.window.dispatchEvent(new page.window.Event("popstate"));
  page.document.body.append("a change");
  await advance(1_000);
  assert.deepEqual(page.calls, []);
  assert.equal(page.window.sessionStorage.getItem("useMediaStore"), "{}");
});

test("a page that comes back by the back button tells its route and text again", async () => {
  const page = openPage();
  await advance(300);
  transition(page, "pagehide", true);
  page.calls.length = 0;
  transition(page, "pageshow", true);
  await advance(300);
  assert.deepEqual(page.calls.map((call) => call.command), ["observer_signal", "observer_text"]);
});

test("every fragment in the folder is in files.txt, once", async () => {
  await flush();
  const fragments = readdirSync(new URL("..", import.meta.url)).filter((name) => name.endsWith(".js"));
  assert.deepEqual([...files].sort(), fragments.sort());
});

test("while nothing changes no timer is set, nothing is read and nothing is sent", async () => {
  let timers = 0;
  let reads = 0;
  const page = openPage({
    prepare: (window) => {
      const { setTimeout } = window;
      window.setTimeout = (...args) => {
        timers += 1;
        return setTimeout(...args);
      };
      const { getItem } = window.Storage.prototype;
      window.Storage.prototype.getItem = function (key) {
        reads += 1;
        return getItem.call(this, key);
      };
    },
  });
  page.window.sessionStorage.setItem("useMediaStore", "{}");
  await advance(15_000);
  const before = [timers, reads, page.calls.length];
  assert.ok(timers > 0 && reads > 0, "what is counted is what the script uses");
  await advance(60_000);
  assert.deepEqual([timers, reads, page.calls.length], before);
});

test("a document that the shell does not admit tells nothing, however long it waits", async () => {
  const page = openPage({ admit: false });
  page.window.sessionStorage.setItem("useMediaStore", "{}");
  await advance(30_000);
  page.window.history.pushState({}, "", "/imagine");
  await advance(1_000);
  assert.deepEqual(page.calls, []);
});

test("one that is admitted late tells then what it has seen, in order", async () => {
  const page = openPage({ admit: false });
  await advance(2_000);
  page.observer().admit(7);
  await advance(100);
  assert.deepEqual(page.calls, [], "a pass is a text");
  page.observer().admit("the pass of this run");
  await advance(100);
  assert.deepEqual(page.calls.map(({ command, signal }) => signal?.type ?? command), [
    "page_load",
    "route",
    "observer_text",
  ]);
});

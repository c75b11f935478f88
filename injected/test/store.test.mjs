import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, apply, openPage } from "./page.mjs";

const KEY = "useMediaStore";

/** A page whose reads of the store are counted. */
const openCounted = (options = {}) => {
  const reads = { count: 0 };
  const page = openPage({
    ...options,
    prepare: (window) => {
      const getItem = window.Storage.prototype.getItem;
      window.Storage.prototype.getItem = function (key) {
        reads.count += 1;
        return getItem.call(this, key);
      };
      options.prepare?.(window);
    },
  });
  return { page, reads, storage: page.window.sessionStorage };
};

/** What the backend holds after all that was sent. */
const held = (page) =>
  page.sent().reduce((text, call) => (call.snapshot ? call.snapshot.text : apply(text, call.splice)), null);

test("writes go through first and give back what the browser gives back", () => {
  const seen = [];
  const page = openPage({
    prepare: (window) => {
      const { setItem } = window.Storage.prototype;
      window.Storage.prototype.setItem = function (...args) {
        seen.push([this, ...args]);
        setItem.apply(this, args);
        return "what the browser gave";
      };
    },
  });
  const { sessionStorage } = page.window;
  assert.equal(sessionStorage.setItem(KEY, "{}"), "what the browser gave");
  assert.deepEqual(seen, [[sessionStorage, KEY, "{}"]]);
  assert.equal(sessionStorage.getItem(KEY), "{}");
  sessionStorage.removeItem(KEY);
  assert.equal(sessionStorage.getItem(KEY), null);
  sessionStorage.setItem("other", "1");
  sessionStorage.clear();
  assert.equal(sessionStorage.length, 0);
});

test("what a write throws reaches the page as it was thrown", () => {
  const full = new Error("the storage is full");
  const page = openPage({
    prepare: (window) => {
      window.Storage.prototype.setItem = () => {
        throw full;
      };
    },
  });
  assert.throws(() => page.window.sessionStorage.setItem(KEY, "{}"), full);
});

test("writes of other keys and of localStorage are not read", async () => {
  const { page, reads, storage } = openCounted();
  await advance(600);
  reads.count = 0;
  storage.setItem("another", "1");
  storage.removeItem("another");
  page.window.localStorage.setItem(KEY, "{}");
  page.window.localStorage.clear();
  await advance(2_000);
  assert.equal(reads.count, 0);
});

test("bug_11_nothing_is_read_or_sent_while_nothing_happens", async () => {
  const { page, reads } = openCounted();
  // A post on show for a while without a store is looked into once.
  await advance(6_000);
  const { count } = reads;
  const calls = page.calls.length;
  await advance(30_000);
  assert.equal(reads.count, count);
  assert.equal(page.calls.length, calls);
});

test("bug_11_the_text_is_never_parsed_in_the_page", async () => {
  const { page, storage } = openCounted({
    prepare: (window) => {
      window.JSON.parse = () => {
        throw new Error("the page script parsed the store");
      };
    },
  });
  storage.setItem(KEY, '{"state":{"videoByMediaId":{}},"version":1}');
  await advance(600);
  assert.equal(held(page), storage.getItem(KEY));
  assert.deepEqual(page.signals("problem"), []);
});

test("a hundred writes in a burst are one message", async () => {
  const { page, reads, storage } = openCounted();
  await advance(600);
  page.calls.length = 0;
  reads.count = 0;
  for (let count = 1; count <= 100; count += 1) storage.setItem(KEY, `{"progress":${count}}`);
  await advance(600);
  assert.equal(reads.count, 1);
  assert.deepEqual(page.calls, [{ command: "observer_text", snapshot: { sequence: 2, text: '{"progress":100}', from: "session" } }]);
});

test("writes without a pause are read at most four times a second, and the last one arrives", async () => {
  const { page, reads, storage } = openCounted();
  await advance(600);
  reads.count = 0;
  for (let count = 1; count <= 100; count += 1) {
    storage.setItem(KEY, `{"progress":${count}}`);
    await advance(10);
  }
  assert.ok(reads.count <= 5, `${reads.count} reads in one second`);
  await advance(600);
  assert.equal(held(page), '{"progress":100}');
});

test("a write of the same text is not sent again", async () => {
  const { page, storage } = openCounted();
  storage.setItem(KEY, "{}");
  await advance(600);
  page.calls.length = 0;
  storage.setItem(KEY, "{}");
  await advance(600);
  assert.deepEqual(page.calls, []);
});

test("a removed key and a cleared storage are sent as absent", async () => {
  for (const remove of [(storage) => storage.removeItem(KEY), (storage) => storage.clear()]) {
    const { page, storage } = openCounted();
    storage.setItem(KEY, "{}");
    await advance(600);
    remove(storage);
    await advance(600);
    assert.deepEqual(page.sent().at(-1).snapshot, { sequence: 2, text: null, from: "session" });
  }
});

test("a write by another document of the tab is noticed", async () => {
  const { page, storage } = openCounted();
  await advance(600);
  const { StorageEvent, Object: PageObject } = page.window;
  assert.ok(PageObject);
  storage[KEY] = "{}"; // past the methods, as another document's write looks from here
  page.window.dispatchEvent(new StorageEvent("storage", { key: KEY, storageArea: storage }));
  await advance(600);
  assert.equal(held(page), "{}");
});

test("an idle callback is waited for where the browser has one, with a limit", async () => {
  const asked = [];
  const { page, storage } = openCounted({
    prepare: (window) => (window.requestIdleCallback = (callback, options) => asked.push({ callback, options })),
  });
  storage.setItem(KEY, "{}");
  await advance(600);
  assert.equal(page.sent().length, 0, "nothing is read before the page is idle");
  assert.deepEqual(asked.map(({ options }) => ({ ...options })), [{ timeout: 250 }]);
  asked[0].callback();
  await advance(10);
  assert.equal(held(page), "{}");
});

test("a page that redefines Storage, JSON, timers and DOM functions afterwards does not break the script", async () => {
  const { page, storage } = openCounted();
  await advance(600);
  const broken = () => {
    throw new Error("replaced by the page");
  };
  const { window } = page;
  const { setItem } = window.Storage.prototype;
  window.Storage.prototype.getItem = broken;
  window.JSON.stringify = broken;
  window.JSON.parse = broken;
  window.fetch = broken;
  window.setTimeout = broken;
  window.requestIdleCallback = broken;
  window.Function.prototype.call = broken;
  window.Promise = broken;
  window.URL = broken;
  window.Document.prototype.querySelectorAll = broken;
  window.EventTarget.prototype.dispatchEvent = broken;
  window.HTMLElement.prototype.click = broken;
  const clicks = { count: 0 };
  window.document.getElementById("make").addEventListener("click", () => (clicks.count += 1));
  setItem.apply(storage, [KEY, "{}"]);
  await advance(600);
  assert.equal(held(page), "{}");
  assert.equal(await page.act(), "clicked");
  assert.equal(clicks.count, 1);
  assert.deepEqual(page.signals("problem"), []);
});

test("a later wrapper of the page stays in place and is called once", async () => {
  const { page, storage } = openCounted();
  const { Storage } = page.window;
  const ours = Storage.prototype.setItem;
  let calls = 0;
  Storage.prototype.setItem = function (...args) {
    calls += 1;
    return ours.apply(this, args);
  };
  storage.setItem(KEY, "{}");
  await advance(600);
  assert.equal(calls, 1);
  assert.equal(held(page), "{}");
});

test("a store that the page can't write is reported, and the page gets the very error", async () => {
  const full = new RangeError("the quota is exceeded");
  const page = openPage({
    prepare: (window) => {
      window.Storage.prototype.setItem = () => {
        throw full;
      };
    },
  });
  assert.throws(() => page.window.sessionStorage.setItem("useMediaStore", "{}"), (error) => error === full);
  assert.throws(() => page.window.sessionStorage.setItem("another", "{}"));
  await advance(20);
  const told = page.signals("problem").map(({ message }) => message);
  assert.equal(told.length, 1);
  assert.match(told[0], /could not write its store.*the quota is exceeded/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, apply, flush, openPage } from "./page.mjs";

const KEY = "useMediaStore";
const store = (progress) => `{"favorites":"${"mountain lake ".repeat(50)}","progress":${progress}}`;
const isText = (call) => call.command !== "observer_signal";

test("after the whole text only the change is sent, numbered on", async () => {
  const page = openPage({ prepare: (window) => window.sessionStorage.setItem(KEY, store(1)) });
  await advance(600);
  page.window.sessionStorage.setItem(KEY, store(42));
  await advance(600);
  const [whole, change] = page.sent();
  assert.deepEqual(whole, { command: "observer_text", snapshot: { sequence: 1, text: store(1), from: "session" } });
  assert.equal(change.command, "observer_splice");
  assert.equal(change.splice.sequence, 2);
  assert.equal(change.splice.middle, "42");
  assert.equal(change.splice.length, store(42).length);
  assert.equal(apply(store(1), change.splice), store(42));
});

test("a change of most of the text is sent as the whole text", async () => {
  const page = openPage({ prepare: (window) => window.sessionStorage.setItem(KEY, "a".repeat(100)) });
  await advance(600);
  page.window.sessionStorage.setItem(KEY, "b".repeat(100));
  await advance(600);
  assert.deepEqual(page.sent().map((call) => call.command), ["observer_text", "observer_text"]);
});

test("a wish for the whole text is met at once, with the next number", async () => {
  const page = openPage({
    reply: (call) => (call.splice ? "send_full_snapshot" : isText(call) ? "accepted" : null),
    prepare: (window) => window.sessionStorage.setItem(KEY, store(1)),
  });
  await advance(600);
  page.window.sessionStorage.setItem(KEY, store(2));
  await advance(600);
  const [, splice, whole, ...more] = page.sent();
  assert.equal(splice.splice.sequence, 2);
  assert.deepEqual(whole.snapshot, { sequence: 3, text: store(2), from: "session" });
  assert.deepEqual(more, []);
});

test("one text is in flight at a time, and what changed in between goes after it, in one message", async () => {
  const answers = [];
  const page = openPage({
    reply: (call) => (isText(call) ? new Promise((resolve) => answers.push(resolve)) : null),
    prepare: (window) => window.sessionStorage.setItem(KEY, store(1)),
  });
  await advance(600);
  for (const progress of [2, 3, 4]) {
    page.window.sessionStorage.setItem(KEY, store(progress));
    await advance(300);
  }
  assert.equal(page.sent().length, 1, "nothing is sent before the first is answered");
  answers[0]("accepted");
  await advance(300);
  assert.equal(page.sent().length, 2);
  assert.equal(apply(store(1), page.sent()[1].splice), store(4));
});

test("a refused text is sent whole again, later and later, never in a tight loop", async () => {
  let isDown = true;
  const page = openPage({
    reply: (call) => {
      if (!isText(call)) return null;
      if (isDown) throw { code: "busy", message: "the backend is away" }; // as a command refuses
      return "accepted";
    },
    prepare: (window) => window.sessionStorage.setItem(KEY, store(1)),
  });
  await advance(10_000);
  assert.ok(page.sent().length >= 3 && page.sent().length <= 6, `${page.sent().length} tries in 10 s`);
  assert.match(page.signals("problem")[0].message, /the backend is away/);
  isDown = false;
  await advance(30_000);
  const last = page.sent().at(-1);
  assert.equal(last.snapshot.text, store(1));
  assert.equal(last.snapshot.sequence, page.sent().length, "every try has its own number");
});

test("a backend that always wants the whole text does not get it in a tight loop", async () => {
  const page = openPage({ reply: (call) => (isText(call) ? "send_full_snapshot" : null) });
  await advance(10_000);
  assert.ok(page.sent().length <= 6, `${page.sent().length} messages in 10 s`);
});

test("a call that is never answered does not hold up the rest for ever", async () => {
  const page = openPage({ reply: (call, count) => (count === 1 ? new Promise(() => {}) : isText(call) ? "accepted" : null) });
  await advance(11_000);
  assert.equal(page.signals("route").length, 1);
  assert.equal(page.sent().length, 1);
});

test("half a surrogate pair in the store is replaced, because JSON in Rust refuses it", async () => {
  const page = openPage({
    prepare: (window) => {
      // jsdom's strings of its own realm are Node's: the method is there as in current browsers.
      window.String.prototype.toWellFormed ??= String.prototype.toWellFormed;
      window.sessionStorage.setItem(KEY, "lake \ud83c lake");
    },
  });
  await advance(600);
  assert.equal(page.sent()[0].snapshot.text, "lake \ufffd lake");
});

/** A page whose backend holds `store(1)`. `reply` answers splices. */
const openHeld = async (reply, options = {}) => {
  const page = openPage({
    ...options,
    reply: (call) => (call.splice ? reply(call) : isText(call) ? "accepted" : (options.signal?.(call) ?? null)),
    prepare: (window) => {
      window.sessionStorage.setItem(KEY, store(1));
      options.prepare?.(window);
    },
  });
  await advance(600);
  page.calls.length = 0;
  return page;
};

test("a change is sent when the page's code has ended, without a turn of its own", async () => {
  const page = await openHeld(() => "accepted");
  page.window.sessionStorage.setItem(KEY, store(2));
  page.window.sessionStorage.setItem(KEY, store(3));
  assert.deepEqual(page.sent(), [], "not within the write");
  await flush(); // no timer goes on
  assert.equal(page.sent().length, 1);
  assert.equal(apply(store(1), page.sent()[0].splice), store(3));
});

test("splices wait for no answer", async () => {
  const page = await openHeld(() => new Promise(() => {}));
  for (const progress of [2, 3, 4]) {
    page.window.sessionStorage.setItem(KEY, store(progress));
    await advance(300);
  }
  const held = page.sent().reduce((text, { splice }) => apply(text, splice), store(1));
  assert.deepEqual(page.sent().map(({ splice }) => splice.sequence), [2, 3, 4]);
  assert.equal(held, store(4));
});

test("two splices that the backend can't use are followed by one whole text", async () => {
  const answers = [];
  const page = await openHeld(() => new Promise((resolve) => answers.push(resolve)));
  for (const progress of [2, 3]) {
    page.window.sessionStorage.setItem(KEY, store(progress));
    await advance(300);
  }
  for (const answer of answers) answer("send_full_snapshot");
  await advance(2_000);
  assert.deepEqual(page.sent().slice(2).map(({ snapshot }) => snapshot), [{ sequence: 4, text: store(3), from: "session" }]);
});

test("a refused splice is reported, and the full snapshot follows after a while", async () => {
  const page = await openHeld(() => {
    throw { code: "failed", message: "the disk is full" };
  });
  page.window.sessionStorage.setItem(KEY, store(2));
  await advance(300);
  assert.match(page.signals("problem")[0].message, /the disk is full/);
  assert.equal(page.sent().length, 1);
  await advance(1_000);
  assert.deepEqual(page.sent()[1].snapshot, { sequence: 3, text: store(2), from: "session" });
});

test("a splice that can't even be sent is followed by the whole text", async () => {
  const page = await openHeld(() => "accepted", {
    prepare: ({ __TAURI_INTERNALS__: internals }) => {
      internals.ipc = () => {
        throw new Error("no way out");
      };
    },
  });
  page.window.sessionStorage.setItem(KEY, store(2));
  await advance(1_000);
  assert.match(page.signals("problem")[0].message, /no way out/);
  assert.deepEqual(page.sent()[0].snapshot, { sequence: 3, text: store(2), from: "session" });
});

test("a splice does not overtake the route that was sent before it", async () => {
  let answer;
  const signal = ({ signal: { path } }) => (path === "/imagine" ? new Promise((resolve) => (answer = resolve)) : null);
  const page = await openHeld(() => "accepted", { signal });
  page.window.history.pushState({}, "", "/imagine");
  await advance(300);
  page.window.sessionStorage.setItem(KEY, store(2));
  await advance(300);
  assert.deepEqual(page.sent(), []);
  answer(null);
  await advance(10);
  assert.equal(page.sent().length, 1);
});

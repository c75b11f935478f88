import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "zustand";
import { CONVERSATION, frame, IMAGE, imageItem, LAST_FRAME, mediaState, NEW, OTHER_IMAGE, VIDEO, VIDEO_REQUESTS, videoItem } from "./grok.mjs";
import { advance, apply } from "./page.mjs";
import { draw, openWithStores, reader } from "./react_page.mjs";

const KEY = "useMediaStore";
const PATH = `/imagine/post/${IMAGE}?conversation=${CONVERSATION}`;
const storeOf = (state) => createStore(() => state);

/** What is sent of a state. */
const told = ({ videoByMediaId, imageByMediaId, optimisticToRealIdMap, byId, favoritesById }) => ({
  state: { videoByMediaId, imageByMediaId, optimisticToRealIdMap, byId, favoritesById },
});

/** A page with `store` on show, from the moment at which it is read. */
const openRead = async (store, options = {}) => {
  const opened = await openWithStores([store], { path: PATH, ...options });
  await advance(6_000);
  return opened;
};

for (const [what, container, path] of [
  ["by the image", IMAGE, `/imagine/post/${IMAGE}`],
  ["by the image, in another case", IMAGE, `/imagine/post/${IMAGE.toUpperCase()}`],
  ["by the video", IMAGE, `/imagine/post/${VIDEO}`],
  ["by the conversation of the query", CONVERSATION, `/imagine/post/99999999-9999-4999-8999-999999999999?conversation=${CONVERSATION}`],
  ["by the conversation of the path", CONVERSATION, `/imagine/post/${CONVERSATION}`],
  ["by an image in a conversation's list", CONVERSATION, `/imagine/post/${IMAGE}`],
]) {
  test(`h7_a_post_on_show_without_a_store_in_the_session_is_told_from_memory: ${what}`, async () => {
    const state = mediaState(container);
    const { texts } = await openWithStores([storeOf(state)], { path });
    await advance(4_900);
    assert.deepEqual(texts("memory"), []);
    await advance(1_000);
    assert.deepEqual(texts("memory").map((text) => JSON.parse(text)), [told(state)]);
  });
}

test("h7_of_several_stores_the_one_that_holds_what_is_on_show_is_read", async () => {
  const other = storeOf({ ...mediaState(OTHER_IMAGE), byId: {}, imageByMediaId: { [OTHER_IMAGE]: [imageItem(OTHER_IMAGE)] }, videoByMediaId: {} });
  const own = mediaState();
  const unlike = storeOf({ byId: { [IMAGE]: imageItem() }, favoritesById: {} });
  const { texts } = await openWithStores([other, unlike, storeOf(own), other], { path: PATH.split("?")[0] });
  await advance(6_000);
  assert.deepEqual(texts("memory").map((text) => JSON.parse(text)), [told(own)]);
});

test("h7_a_store_that_does_not_hold_what_is_on_show_is_not_read", async () => {
  const { page, texts } = await openWithStores([storeOf(mediaState(OTHER_IMAGE, []))], { path: `/imagine/post/${VIDEO}` });
  await advance(60_000);
  assert.deepEqual([texts("memory"), page.signals("problem")], [[], []]);
});

test("h7_where_the_session_holds_a_store_memory_is_left_alone", async () => {
  const store = storeOf(mediaState());
  let calls = 0;
  const { getState } = store;
  store.getState = () => ((calls += 1), getState());
  const { texts, change } = await openWithStores([store], {
    path: PATH,
    prepare: (window) => window.sessionStorage.setItem(KEY, "{}"),
  });
  calls = 0;
  await advance(6_000);
  await change();
  assert.deepEqual([texts("memory"), calls], [[], 0]);
});

/** A page whose session holds an old store, and whose server streams what the test writes. */
const openStale = async (store) => {
  let answer;
  const opened = await openWithStores([store], {
    path: PATH,
    prepare: (window) => {
      window.sessionStorage.setItem(KEY, '{"state":{"videoByMediaId":{}}}');
      window.fetch = async () => new Response(new ReadableStream({ start: (controller) => (answer = controller) }));
    },
  });
  await advance(1_000);
  const response = await opened.page.window.fetch(NEW, { method: "POST", body: JSON.stringify(VIDEO_REQUESTS.v2) });
  return { ...opened, response, say: (text) => answer.enqueue(new TextEncoder().encode(text)), close: () => answer.close() };
};

for (const [what, end] of [
  ["by a frame with an address", ({ say }) => say(frame({ ...LAST_FRAME, progress: 99 }))],
  ["by a frame of 100", ({ say }) => say(frame({ progress: 100, moderated: true }, { isFlat: true }))],
  ["by its end", ({ close }) => close()],
]) {
  test(`h7_a_generation_that_ended_without_a_word_of_the_session_is_told_from_memory: ${what}`, async () => {
    const state = mediaState();
    const stale = await openStale(storeOf(state));
    stale.say(frame({ progress: 12 }));
    await advance(11_000);
    assert.deepEqual(stale.texts("memory"), [], "it has not ended");
    end(stale);
    await advance(9_500);
    assert.deepEqual(stale.texts("memory"), []);
    await advance(1_000);
    assert.deepEqual(stale.texts("memory").map((text) => JSON.parse(text)), [told(state)]);
    assert.ok(stale.response);
  });
}

test("h7_a_generation_that_the_session_tells_of_needs_no_memory", async () => {
  const stale = await openStale(storeOf(mediaState()));
  stale.close();
  await advance(5_000);
  stale.page.window.sessionStorage.setItem(KEY, '{"state":{"videoByMediaId":{"1":[]}}}');
  await advance(10_000);
  assert.deepEqual(stale.texts("memory"), []);
});

test("h7_a_session_that_speaks_later_is_heard_again_and_memory_no_more", async () => {
  const store = storeOf(mediaState());
  const { page, texts } = await openRead(store);
  assert.equal(texts("memory").length, 1);
  const text = '{"state":{"videoByMediaId":{}},"version":1}';
  page.window.sessionStorage.setItem(KEY, text);
  await advance(600);
  assert.deepEqual(texts("session").at(-1), text);
  store.setState({ videoByMediaId: {} });
  await advance(5_000);
  assert.equal(texts("memory").length, 1);
  page.window.sessionStorage.removeItem(KEY);
  await advance(6_000);
  assert.equal(texts("memory").length, 2, "until it falls silent");
});

test("h7_the_whole_text_is_told_again_when_asked_and_an_empty_session_does_not_take_its_place", async () => {
  const { page, texts } = await openRead(storeOf(mediaState()));
  page.observer().resend();
  await advance(1_000);
  assert.equal(texts("memory").length, 2);
  assert.deepEqual(texts("session"), [null]);
});

test("h7_changes_are_told_as_splices_numbered_on", async () => {
  const store = storeOf(mediaState(IMAGE, [videoItem({ progress: 1 })]));
  const { page, texts } = await openRead(store);
  const [before] = texts("memory");
  store.setState({ videoByMediaId: { [IMAGE]: [videoItem({ progress: 42 })] } });
  await advance(600);
  const { splice } = page.calls.at(-1);
  assert.equal(splice.sequence, 3);
  assert.deepEqual(JSON.parse(apply(before, splice)), told(store.getState()));
});

test("h7_it_is_read_only_when_its_lists_are_other_objects_and_four_times_a_second_at_most", async () => {
  const store = storeOf(mediaState());
  const { page } = await openRead(store);
  page.calls.length = 0;
  for (let count = 0; count < 20; count += 1) {
    store.setState({ globalVideoProgress: { progress: count }, byId: { [IMAGE]: imageItem() } });
    await advance(50);
  }
  assert.deepEqual(page.calls, []);
  for (let count = 0; count < 100; count += 1) {
    store.setState({ videoByMediaId: { [IMAGE]: [videoItem({ progress: count })] } });
    await advance(20);
  }
  assert.ok(page.calls.length >= 4 && page.calls.length <= 9, `${page.calls.length} in two seconds`);
  await advance(600);
});

test("h7_favourites_are_read_once", async () => {
  const store = storeOf(mediaState());
  const { page, texts } = await openRead(store);
  store.setState({ favoritesById: {}, videoByMediaId: {} });
  await advance(600);
  page.observer().resend();
  await advance(600);
  const { state } = JSON.parse(texts("memory").at(-1));
  assert.deepEqual([Object.keys(state.favoritesById), state.videoByMediaId], [[OTHER_IMAGE], {}]);
});

test("h7_nothing_of_the_store_is_called_but_getState_and_subscribe", async () => {
  const called = new Set();
  const state = {
    ...mediaState(),
    generateVideoForImage: () => called.add("generateVideoForImage"),
    fetchMediaPost: () => called.add("fetchMediaPost"),
  };
  const store = storeOf(state);
  for (const name of ["getState", "setState", "subscribe", "getInitialState"]) {
    const call = store[name];
    store[name] = (...args) => {
      called.add(name);
      return call(...args);
    };
  }
  const page = (await openWithStores([store], { path: PATH })).page;
  called.clear(); // What React itself has called.
  await advance(6_000);
  assert.equal(page.calls.some(({ snapshot }) => snapshot?.from === "memory"), true);
  assert.deepEqual([...called].sort(), ["getState", "subscribe"]);
});

test("h7_no_getter_and_no_toJSON_runs_and_what_is_no_data_is_left_out", async () => {
  let ran = 0;
  const run = () => {
    ran += 1;
    throw new Error("the script ran the page's code");
  };
  const strange = Object.defineProperties(videoItem({ id: "strange" }), {
    secret: { enumerable: true, get: run },
    toJSON: { enumerable: true, value: run },
    toString: { enumerable: true, value: run },
  });
  Object.assign(strange, { run, sign: Symbol("x"), big: 7n, none: undefined, map: new Map([[1, 2]]), element: new (class Thing { x = 1; })() });
  const state = { ...mediaState(IMAGE, [strange]), get imageStreamById() { return run(); } };
  const store = createStore(() => state);
  store.getState = () => state;
  const { texts } = await openRead(store);
  const [video] = JSON.parse(texts("memory")[0]).state.videoByMediaId[IMAGE];
  assert.equal(ran, 0);
  assert.deepEqual(video, videoItem({ id: "strange" }));
});

test("h7_what_json_knows_is_written_as_json_has_it", async () => {
  const state = mediaState(IMAGE, [
    { id: VIDEO, list: [1, null, , undefined, "\u2028\"\\", -0, 1e21, NaN, Infinity], at: new Date(0), never: new Date(NaN), nested: { a: [{}] } },
    null,
    7,
  ]);
  const { texts } = await openRead(storeOf(state));
  const { state: read } = JSON.parse(texts("memory")[0]);
  const { never, ...written } = JSON.parse(JSON.stringify(state.videoByMediaId[IMAGE][0]));
  assert.equal(never, null);
  assert.deepEqual(read.videoByMediaId[IMAGE], [written, null, 7]);
});

const throwing = new Proxy({}, Object.fromEntries(
  ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"].map((trap) => [trap, () => { throw new Error(trap); }]),
));
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();
const ring = videoItem({ id: "ring" });
ring.originalPost = { videos: [ring] };
const deep = videoItem({ id: "deep" });
for (let at = deep, count = 0; count < 10_000; count += 1) at = at.next = {};
const endless = new Proxy([], { getOwnPropertyDescriptor: (_, name) => ({ configurable: true, enumerable: true, writable: true, value: name === "length" ? 1e9 : endless }), get: () => 1 });

for (const [what, item] of [
  ["a proxy that throws", throwing],
  ["a proxy that was revoked", revoked],
  ["a ring", ring],
  ["something deep", deep],
  ["a list without end", Object.assign(videoItem({ id: "list" }), { list: Object.assign([], { length: 4_000_000_000 }) })],
  ["a proxy without end", videoItem({ id: "endless", list: endless })],
  ["an entry of many values", videoItem({ id: "many", list: Array.from({ length: 100_000 }, (_, index) => index) })],
]) {
  test(`h7_an_odd_entry_does_not_hide_its_neighbours: ${what}`, async () => {
    const { page, texts } = await openRead(storeOf(mediaState(IMAGE, [item, videoItem()])));
    const videos = JSON.parse(texts("memory")[0]).state.videoByMediaId[IMAGE];
    assert.deepEqual(videos[1], videoItem());
    assert.deepEqual(page.signals("problem"), []);
  });
}

test("h7_a_frozen_state_of_frozen_prototypes_is_read", async () => {
  const state = mediaState();
  Object.freeze(state.videoByMediaId[IMAGE][0]);
  Object.freeze(state);
  const { texts } = await openRead(storeOf(state), { prepare: (window) => window.eval("Object.freeze(Object.prototype); Object.freeze(Array.prototype)") });
  assert.deepEqual(JSON.parse(texts("memory")[0]), told(state));
});

test("h7_a_store_whose_state_can_not_be_had_is_none", async () => {
  const broken = storeOf(mediaState());
  const page = await openWithStores([broken], { path: PATH });
  broken.getState = () => {
    throw new Error("broken");
  };
  await advance(6_000);
  assert.deepEqual([page.texts("memory"), page.page.signals("problem")], [[], []]);
});

const many = (count, size) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`id-${index}`, { id: `id-${index}`, prompt: "x".repeat(size) }]));

test("h7_no_more_than_four_megabytes_are_told_what_decides_first", async () => {
  const state = { ...mediaState(), byId: many(300, 10_000), favoritesById: many(300, 10_000) };
  const { page, texts } = await openRead(storeOf(state));
  const [text] = texts("memory");
  assert.ok(text.length > 3_500_000 && text.length <= 4_000_000, `${text.length}`);
  const read = JSON.parse(text).state;
  assert.deepEqual(read.videoByMediaId, state.videoByMediaId);
  assert.equal(Object.keys(read.byId).length, 300);
  assert.ok(Object.keys(read.favoritesById).length > 50);
  assert.deepEqual(page.signals("problem"), []);
});

test("h7_lists_that_are_too_long_are_not_told_in_part", async () => {
  const videos = Array.from({ length: 500 }, (_, index) => videoItem({ id: `${index}`, prompt: "湖".repeat(3_000) }));
  const { page, texts } = await openRead(storeOf(mediaState(IMAGE, videos)));
  assert.deepEqual(texts("memory"), []);
  assert.match(page.signals("problem")[0].message, /longer than 4000000 bytes/);
});

test("h7_what_is_not_found_is_looked_for_again_when_something_happens_later_and_later_and_never_once_found", async () => {
  let looks = 0;
  const decoy = storeOf({});
  const { getState } = decoy;
  decoy.getState = () => ((looks += 1), getState());
  const { page, texts, change } = await openWithStores([decoy], { path: PATH });
  looks = 0;
  await advance(6_000);
  assert.equal(looks, 1);
  await advance(60_000);
  assert.equal(looks, 1, "nothing has happened");
  for (let second = 0; second < 100; second += 1) await change(1_000);
  assert.ok(looks >= 3 && looks <= 5, `${looks} searches in 100 s`);
  page.window.history.pushState({}, "", `/imagine/post/${VIDEO}`);
  const own = storeOf(mediaState());
  await draw(page, await reader(decoy), await reader(own));
  looks = 0;
  await advance(6_000);
  assert.equal(texts("memory").length, 1);
  for (let second = 0; second < 30; second += 1) await change(1_000);
  assert.ok(looks <= 1, "found is found");
});

test("h7_where_react_keeps_no_store_object_there_is_nothing_to_find_and_nothing_is_wrong", async () => {
  const store = storeOf(mediaState());
  const { createElement, useSyncExternalStore } = await import("react");
  const Hidden = () => createElement("p", null, useSyncExternalStore(store.subscribe, () => Object.keys(store.getState().byId).length));
  const { page, texts } = await openWithStores([], { path: PATH });
  await draw(page, Hidden);
  await advance(6_000);
  assert.deepEqual([texts("memory"), page.signals("problem")], [[], []]);
});

test("h7_a_store_in_a_ref_an_effect_or_a_class_is_found", async () => {
  const { createElement, Component, useEffect, useRef, useState } = await import("react");
  const store = storeOf(mediaState());
  const components = {
    ref: () => (useRef(store), null),
    state: () => (useState(store), null),
    effect: () => (useEffect(() => {}, [store]), null),
    class: class extends Component {
      state = { store };
      render = () => createElement("p");
    },
  };
  for (const [what, component] of Object.entries(components)) {
    const { page, texts } = await openWithStores([], { path: PATH });
    await draw(page, component);
    await advance(6_000);
    assert.equal(texts("memory").length, 1, what);
  }
});

test("h7_a_setting_turns_it_off_and_on", async () => {
  const store = storeOf(mediaState());
  let listeners = 0;
  const { subscribe } = store;
  store.subscribe = (listener) => {
    const stop = subscribe(listener);
    listeners += 1;
    return () => ((listeners -= 1), stop());
  };
  const { page, texts } = await openWithStores([store], { path: PATH });
  const byReact = listeners;
  page.observer().override({ prompt_box: "", generate_control: "", memory_store: false });
  await advance(6_000);
  assert.deepEqual([texts("memory"), listeners], [[], byReact]);
  page.observer().override({ prompt_box: "", generate_control: "" });
  await advance(1_000);
  assert.deepEqual([texts("memory").length, listeners], [1, byReact + 1]);
  page.observer().override({ memory_store: false });
  store.setState({ videoByMediaId: {} });
  await advance(1_000);
  assert.deepEqual([texts("memory").length, listeners], [1, byReact]);
});

test("h7_it_is_off_while_cloudflares_check_is_shown", async () => {
  const { page, texts, change } = await openWithStores([storeOf(mediaState())], { path: PATH });
  page.document.title = "Just a moment...";
  await advance(20_000);
  assert.deepEqual(texts("memory"), []);
  page.document.title = "Grok";
  await change(1_000);
  assert.equal(texts("memory").length, 1);
});

test("h7_a_document_that_the_shell_does_not_admit_looks_for_nothing", async () => {
  const store = storeOf(mediaState());
  const { change } = await openWithStores([store], { path: PATH, admit: false });
  let calls = 0;
  store.getState = () => ((calls += 1), {});
  await advance(6_000);
  await change();
  assert.equal(calls, 0);
});

test("h7_a_page_that_is_left_is_let_go_of", async () => {
  const store = storeOf(mediaState());
  const { page, texts } = await openRead(store);
  page.window.dispatchEvent(Object.assign(new page.window.Event("pagehide"), { persisted: false }));
  store.setState({ videoByMediaId: {} });
  await advance(2_000);
  assert.equal(texts("memory").length, 1);
});

test("h7_a_page_of_no_post_is_not_looked_into", async () => {
  const { texts, change } = await openWithStores([storeOf(mediaState())], { path: "/imagine" });
  await advance(6_000);
  await change();
  assert.deepEqual(texts("memory"), []);
});

test("h7_work_is_done_in_idle_time_a_few_milliseconds_at_a_time", async () => {
  const slices = [];
  let now = 1_000;
  let next;
  const { page, texts } = await openWithStores([storeOf(mediaState(IMAGE, Array.from({ length: 300 }, (_, index) => videoItem({ id: `${index}` }))))], {
    path: PATH,
    prepare: (window) => {
      // Each look at the clock takes a millisecond: what is measured is how often work goes on without a pause.
      window.performance.now = () => (now += 1);
      window.requestIdleCallback = (callback) => (next = callback);
    },
  });
  await advance(6_000);
  for (let count = 0; count < 3_000 && texts("memory").length === 0; count += 1) {
    await advance(10);
    const slice = next;
    next = undefined;
    if (!slice) continue;
    const began = now;
    slice();
    slices.push(now - began);
  }
  assert.equal(texts("memory").length, 1);
  assert.ok(slices.length > 20, `${slices.length} slices`);
  assert.ok(Math.max(...slices) <= 8, `${Math.max(...slices)} ms`);
  assert.deepEqual(page.signals("problem"), []);
});

test("h7_while_nothing_happens_nothing_is_done", async () => {
  let timers = 0;
  const { page } = await openRead(storeOf(mediaState()), {
    prepare: (window) => {
      const { setTimeout } = window;
      window.setTimeout = (...args) => ((timers += 1), setTimeout(...args));
    },
  });
  await advance(1_000);
  const before = [timers, page.calls.length];
  await advance(60_000);
  assert.deepEqual([timers, page.calls.length], before);
});

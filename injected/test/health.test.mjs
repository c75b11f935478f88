import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "zustand";
import { openAutumn, openVideo } from "./autumn_page.mjs";
import { composer, CONVERSATION, extendComposer, IMAGE, imagePost, mediaState, NEW, RECORD, VIDEO_REQUESTS } from "./grok.mjs";
import { advance, OBSERVER, openPage } from "./page.mjs";
import { openWithStores } from "./react_page.mjs";

const FORM = '<main><article><textarea aria-label="Make a video"></textarea><button>Make video</button></article></main>';

const ask = async (page) => {
  page.window[OBSERVER].health({ number: 3 });
  await advance(500);
  const [answer] = page.calls.filter((call) => call.command === "observer_health").slice(-1);
  return { number: answer.number, found: Object.fromEntries(answer.found.map(({ piece, how }) => [piece, how])) };
};

test("what is found is reported with what it was found by", async () => {
  const { number, found } = await ask(openPage({ body: FORM }));
  assert.equal(number, 3);
  assert.equal(found.prompt_box, 'textarea[aria-label="Make a video" i]');
  assert.equal(found.generate_control, "the label make video");
  assert.equal(found.progress, null);
});

test("what is not found is reported as such", async () => {
  const { found } = await ask(openPage({ body: "<main></main>" }));
  assert.deepEqual([found.prompt_box, found.generate_control, found.toasts], [null, null, null]);
});

test("the user's own selectors come first, and those that no longer match stand back", async () => {
  const page = openPage({ body: `${FORM}<input id="box"><button id="go">Los</button>` });
  page.window[OBSERVER].override({ prompt_box: "#box", generate_control: "#go" });
  const { found } = await ask(page);
  assert.deepEqual([found.prompt_box, found.generate_control], ["#box", "#go"]);
  page.window[OBSERVER].override({ prompt_box: "#gone", generate_control: "" });
  const later = (await ask(page)).found;
  assert.deepEqual([later.prompt_box, later.generate_control], ['textarea[aria-label="Make a video" i]', "the label make video"]);
});

test("every piece is reported, each once, with the time of its last sight", async () => {
  const page = openPage({ body: FORM });
  page.window[OBSERVER].health({ number: 3 });
  await advance(100);
  const { found } = page.calls.find(({ command }) => command === "observer_health");
  assert.deepEqual(found.map(({ piece }) => piece).sort(), [
    "composer_mode", "generate_control", "memory_store", "post", "progress", "prompt_box",
    "record", "request", "route", "store", "stream", "toasts", "video_settings",
  ]);
  assert.ok(found.every(({ how, ago }) => (how === null) === (ago === null)));
});

test("h11_the_route_is_known_without_any_part_of_the_page", async () => {
  for (const [path, expected] of [
    [`/imagine/post/${IMAGE}`, "a post"],
    [`/imagine/post/${IMAGE}?conversation=${CONVERSATION}`, "a post, in a conversation"],
    ["/imagine", "no post"],
    ["/c/1", null],
  ]) {
    assert.equal((await ask(openPage({ body: "", path }))).found.route, expected);
  }
});

for (const [what, open, expected] of [
  ["videos", () => openAutumn().page, "videos are chosen"],
  ["another", () => openAutumn({ body: imagePost({ form: composer({ mode: "image" }) }) }).page, "another mode is chosen"],
  ["an extension", () => openVideo({ form: extendComposer() }).page, "a video is extended"],
  ["an edit", () => openAutumn({ body: imagePost({ form: composer({ submit: "Edit" }) }) }).page, "an image is edited"],
  ["an unknown one", () => openAutumn({ body: imagePost({ form: composer({ mode: "image", language: "xx" }) }) }).page, null],
  ["a page of spring", () => openPage(), null],
]) {
  test(`h11_the_mode_of_the_form_is_told: ${what}`, async () => {
    assert.equal((await ask(open())).found.composer_mode, expected);
  });
}

test("h11_box_and_control_of_the_form_are_told", async () => {
  const { found } = await ask(openAutumn().page);
  assert.deepEqual([found.prompt_box, found.generate_control], ['[data-testid="chat-input"] [contenteditable="true"]', "the form's own, make video"]);
  const { found: without } = await ask(openAutumn({ body: imagePost({ form: "", column: "div" }) }).page);
  assert.deepEqual([without.prompt_box, without.generate_control], [null, null]);
});

test("h11_requests_streams_and_records_are_told_once_they_were_seen", async () => {
  const headers = { "content-type": "application/json" };
  const page = openPage({ prepare: (window) => (window.fetch = async () => new Response(RECORD, { headers })) });
  assert.deepEqual(((found) => [found.request, found.stream, found.record])((await ask(page)).found), [null, null, null]);
  await page.window.fetch(NEW, { method: "POST", body: JSON.stringify(VIDEO_REQUESTS.v2) });
  await page.window.fetch(`/rest/assets/${IMAGE}`);
  await advance(1_000);
  const { found } = await ask(page);
  assert.ok(found.request && found.stream && found.record);
});

test("h11_the_store_in_memory_is_told_once_it_was_found", async () => {
  const { page } = await openWithStores([createStore(() => mediaState())], { path: `/imagine/post/${IMAGE}` });
  assert.equal((await ask(page)).found.memory_store, null);
  await advance(6_000);
  assert.equal((await ask(page)).found.memory_store, "found in React's state, and read");
  page.window.sessionStorage.setItem("useMediaStore", "{}");
  await advance(600);
  assert.equal((await ask(page)).found.memory_store, "found in React's state; the session is read");
});

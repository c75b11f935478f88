import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, OTHER_POST, POST } from "./page.mjs";

const paths = (page) => page.signals("route").map((signal) => signal.path);

test("the path is sent once at the start, without query and hash", async () => {
  const page = openPage({ path: `/imagine/post/${POST}?source=agent#x=1` });
  await advance(10);
  assert.deepEqual(paths(page), [`/imagine/post/${POST}`]);
});

test("pushed and replaced paths are sent when they differ", async () => {
  const page = openPage();
  const { history } = page.window;
  history.pushState({}, "", `/imagine/post/${OTHER_POST}`);
  history.replaceState({}, "", `/imagine/post/${OTHER_POST}?mediaId=1`);
  history.replaceState({}, "", "/imagine/saved");
  await advance(10);
  assert.deepEqual(paths(page), [`/imagine/post/${POST}`, `/imagine/post/${OTHER_POST}`, "/imagine/saved"]);
});

test("going back is sent", async () => {
  const page = openPage();
  page.window.history.pushState({}, "", "/imagine");
  const popped = new Promise((resolve) => page.window.addEventListener("popstate", resolve));
  page.window.history.back();
  // jsdom moves through its history on timers of its own.
  await advance(50);
  await popped;
  await advance(10);
  assert.deepEqual(paths(page), [`/imagine/post/${POST}`, "/imagine", `/imagine/post/${POST}`]);
});

test("the Navigation API is listened to where the browser has it", async () => {
  const page = openPage({ prepare: (window) => (window.navigation = new window.EventTarget()) });
  const { window } = page;
  await advance(10);
  window.navigation.dispatchEvent(new window.Event("currententrychange"));
  await advance(10);
  assert.deepEqual(paths(page), [`/imagine/post/${POST}`], "a hint without a change tells nothing");
});

test("the history's functions call through, with their arguments and their result", () => {
  const seen = [];
  const page = openPage({
    prepare: (window) => {
      const { pushState } = window.History.prototype;
      window.History.prototype.pushState = function (...args) {
        seen.push(args);
        pushState.apply(this, args);
        return "given back";
      };
    },
  });
  assert.equal(page.window.history.pushState({ step: 1 }, "", "/imagine"), "given back");
  assert.deepEqual(seen, [[{ step: 1 }, "", "/imagine"]]);
  assert.equal(page.window.location.pathname, "/imagine");
});

test("bug_22_wrapped_once_and_later_patches_by_others_stay", async () => {
  const page = openPage();
  const { history, History } = page.window;
  const ours = History.prototype.pushState;
  let calls = 0;
  history.pushState = function (...args) {
    calls += 1;
    return ours.apply(this, args);
  };
  const theirs = history.pushState;
  for (let step = 1; step <= 3; step += 1) history.pushState({}, "", `/imagine/post/${step}`);
  await advance(300);
  assert.equal(history.pushState, theirs, "the page's patch is still there");
  assert.equal(History.prototype.pushState, ours, "ours was put in once");
  assert.equal(calls, 3);
  assert.equal(paths(page).length, 4);
});

const CONVERSATION = "33333333-cccc-4ccc-8ccc-000000000001";
const routes = (page) => page.signals("route").map(({ path, conversation }) => [path, conversation]);

for (const [what, query, expected] of [
  ["its name", `?conversation=${CONVERSATION}`, CONVERSATION],
  ["its other name", `?scope=asset&conversationId=${CONVERSATION}#x`, CONVERSATION],
  ["nothing", "?source=agent", null],
  ["an empty name", "?conversation=", null],
  ["a name without end", `?conversation=${"x".repeat(200)}`, null],
]) {
  test(`b1_the_conversation_of_the_query_is_told_with_the_path: by ${what}`, async () => {
    const page = openPage({ path: `/imagine/post/${POST}${query}` });
    await advance(10);
    assert.deepEqual(routes(page), [[`/imagine/post/${POST}`, expected]]);
  });
}

test("b1_a_conversation_that_comes_into_the_address_later_is_told", async () => {
  const page = openPage();
  page.window.history.replaceState({}, "", `/imagine/post/${POST}?conversation=${CONVERSATION}`);
  page.window.history.replaceState({}, "", `/imagine/post/${POST}?conversation=${CONVERSATION}&mediaId=1`);
  page.window.history.replaceState({}, "", `/imagine/post/${POST}`);
  await advance(10);
  assert.deepEqual(routes(page), [null, CONVERSATION, null].map((one) => [`/imagine/post/${POST}`, one]));
});

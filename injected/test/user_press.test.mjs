import assert from "node:assert/strict";
import { test } from "node:test";
import { openAutumn, openVideo } from "./autumn_page.mjs";
import { composer, extendComposer, imagePost, NEW, OTHER_REQUESTS, VIDEO_REQUESTS } from "./grok.mjs";
import { advance, openPage, POST_PAGE, PROMPT, use } from "./page.mjs";

const told = async (page) => {
  await advance(50);
  return page.signals().map(({ type }) => type).filter((type) => type === "user_press" || type === "request");
};
/** How each press of the user's was seen. */
const signs = (page) => page.signals().filter(({ type }) => type === "user_press").map(({ by }) => by);
const served = { prepare: (window) => (window.fetch = async () => new Response("{}")) };
const post = (body) => ({ method: "POST", body: JSON.stringify(body) });
const ask = (page) => page.window.fetch(NEW, post(VIDEO_REQUESTS.v2));

const READY = composer({ text: PROMPT });
const find = (page, selector) => page.document.querySelector(selector);

for (const [what, open, selector] of [
  ["the form's submit", () => openAutumn({ body: imagePost({ form: READY }) }).page, "[type=submit]"],
  ["something in the form's submit", () => openAutumn({ body: imagePost({ form: READY }) }).page, "[type=submit] svg"],
  ["the form's submit in Korean", () => openAutumn({ body: imagePost({ form: composer({ text: PROMPT, language: "ko" }) }) }).page, "[type=submit]"],
  ["the submit of an extension", () => openVideo({ form: extendComposer() }).page, "[type=submit]"],
  ["Regenerate", () => openVideo().page, "[aria-label=Regenerate]"],
  ["a card's control", () => openAutumn({ body: `${imagePost()}<div role="listitem"><button aria-label="Make video" id="card"></button></div>` }).page, "#card"],
  ["the control of spring", () => openPage(), "#make"],
  ["a generic word beside the box of spring", () => openPage({ body: POST_PAGE.replaceAll("Make video</", "Generate</").replace('aria-label="Make video"', "") }), "#make"],
]) {
  test(`c9_a_video_that_the_user_begins_is_told: by ${what}`, async () => {
    const page = open();
    use(page, "click", find(page, selector));
    assert.deepEqual(await told(page), ["user_press"]);
    assert.deepEqual(signs(page), ["control"], "c22: a session may begin at it");
  });
}

for (const [what, open, selector, kind = "click"] of [
  ["the submit of an image", () => openAutumn({ body: imagePost({ form: composer({ mode: "image", text: PROMPT }) }) }).page, "[type=submit]"],
  ["a submit that is disabled", () => openAutumn().page, "[type=submit]"],
  ["the menu of the other Make Video", () => openAutumn().page, "[aria-label='Make Video']"],
  ["Extend, which begins nothing yet", () => openVideo().page, "[aria-label=Extend]"],
  ["a mode", () => openAutumn().page, "[aria-label=Video]"],
  ["the picture", () => openAutumn().page, "article img"],
  ["a pointer that does not click", () => openPage(), "#make", "pointerdown"],
]) {
  test(`c9_what_begins_no_video_is_no_press_of_the_user: ${what}`, async () => {
    const page = open();
    use(page, kind, find(page, selector));
    assert.deepEqual(await told(page), []);
  });
}

test("c9_what_a_script_clicks_is_no_press_of_the_user", async () => {
  const page = openPage();
  find(page, "#make").click();
  assert.equal(await page.act(), "clicked");
  assert.deepEqual(await told(page), []);
});

test("c9_one_press_is_told_once_and_before_its_requests", async () => {
  const { page } = openAutumn({ body: imagePost({ form: READY }), ...served });
  find(page, "[type=submit]").addEventListener("click", () => void [ask(page), ask(page)]);
  use(page, "click", find(page, "[type=submit]"));
  use(page, "click", find(page, "[type=submit] svg"));
  const [first, ...others] = await told(page);
  assert.equal(first, "user_press");
  assert.ok(others.every((type) => type === "request"), `${others}`);
});

const enter = (page, init = {}) => use(page, "keydown", find(page, ".ProseMirror p"), { key: "Enter", ...init });
const send = (page) => find(page, "form").dispatchEvent(new page.window.Event("submit", { bubbles: true, cancelable: true }));

test("c9_enter_that_sends_the_form_off_is_a_press_of_the_user", async () => {
  const { page } = openAutumn({ body: imagePost({ form: READY }) });
  enter(page);
  assert.deepEqual(await told(page), [], "it may begin a new line");
  send(page);
  assert.deepEqual(await told(page), ["user_press"]);
});

test("c9_enter_that_a_request_follows_is_a_press_of_the_user", async () => {
  const { page } = openAutumn({ body: imagePost({ form: READY }), ...served });
  enter(page);
  void ask(page);
  assert.deepEqual(await told(page), ["user_press", "request"]);
  assert.deepEqual(signs(page), ["control"]);
});

for (const [what, form, init] of [
  ["in image mode", composer({ mode: "image", text: PROMPT }), {}],
  ["with Shift", READY, { shiftKey: true }],
  ["that ends a composition", READY, { isComposing: true }],
]) {
  test(`c9_another_enter_is_none: ${what}`, async () => {
    const { page } = openAutumn({ body: imagePost({ form }) });
    enter(page, init);
    send(page);
    assert.deepEqual(await told(page), []);
  });
}

test("c9_a_form_that_is_sent_off_without_the_user_is_none", async () => {
  const { page } = openAutumn({ body: imagePost({ form: READY }) });
  send(page);
  assert.deepEqual(await told(page), []);
});

test("c9_whatever_the_user_clicks_is_a_press_where_a_request_follows_at_once", async () => {
  const page = openPage(served);
  use(page, "click", page.document.body);
  await advance(1_000);
  void ask(page);
  assert.deepEqual(await told(page), ["user_press", "request"]);
  assert.deepEqual(signs(page), ["request"], "c22: the page may have asked by itself");
});

for (const [what, play] of [
  ["a request long after", async (page) => {
    use(page, "click");
    await advance(2_500);
    void ask(page);
  }],
  ["a request without a click", async (page) => void ask(page)],
  ["a chat", async (page) => {
    use(page, "click");
    void page.window.fetch(NEW, post(OTHER_REQUESTS["a chat"]));
  }],
  ["the script's own press, though the user has clicked since", async (page) => {
    assert.equal(await page.act(), "clicked");
    use(page, "click");
    void ask(page);
  }],
]) {
  test(`c9_a_request_that_does_not_follow_the_user's_click_is_none_of_his: ${what}`, async () => {
    const page = openPage(served);
    await play(page);
    assert.deepEqual((await told(page)).filter((type) => type === "user_press"), []);
  });
}

test("c9_the_user's_press_after_the_script's_own_is_told", async () => {
  const page = openPage(served);
  assert.equal(await page.act(), "clicked");
  void ask(page);
  await advance(100);
  use(page, "click");
  void ask(page);
  assert.deepEqual(await told(page), ["request", "user_press", "request"]);
});

test("c9_a_control_of_the_user's_own_choice_counts", async () => {
  const page = openPage({ body: `${POST_PAGE}<button id="own">Los</button>` });
  page.observer().override({ prompt_box: "", generate_control: "#own" });
  use(page, "click", find(page, "#own"));
  assert.deepEqual(await told(page), ["user_press"]);
});

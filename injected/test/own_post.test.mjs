import assert from "node:assert/strict";
import { test } from "node:test";
import { selectors } from "../join.mjs";
import { OBSERVER, openPage, OTHER_POST, POST, PROMPT } from "./page.mjs";

const ASSETS = "https://assets.grok.com/users/u1/generated";

/** An article with a prompt box and a control of its own; `holds` is what else stands in it. */
const article = (name, holds = "", more = "") =>
  `<article ${more}>${holds}<textarea id="box-${name}" aria-label="Make a video"></textarea>
   <button id="${name}">Make video</button></article>`;

const image = (id) => `<img src="${ASSETS}/${id}/image.jpg">`;

/** What was clicked and written on a page with this body, and the answer. */
const actOn = async (body, options = {}) => {
  const page = openPage({ body, ...options });
  if (options.override) page.window[OBSERVER].override(options.override);
  const clicked = [];
  page.document.addEventListener("click", (event) => clicked.push(event.target.closest("[id]").id));
  const result = await page.act(options.action);
  const written = [...page.document.querySelectorAll("textarea")].filter(({ value }) => value === PROMPT).map(({ id }) => id);
  return { result, clicked, written, page };
};

const OWN = { result: "clicked", clicked: ["own"], written: ["box-own"] };
const REFUSED = { result: "control_missing", clicked: [], written: [] };

const only = ({ result, clicked, written }) => ({ result, clicked, written });

for (const [how, holds, more] of [
  ["its picture", image(POST)],
  ["its video", `<video src="${ASSETS}/${POST}/generated_video.mp4?cache=1"></video>`],
  ["a source of its video", `<video><source src="${ASSETS}/${POST}/generated_video.mp4"></video>`],
  ["its video's poster", `<video poster="${ASSETS}/${POST}/preview_image.jpg"></video>`],
  ["its picture's other sizes", `<img srcset="/a/${POST}/small.jpg 1x, /a/${POST}/large.jpg 2x">`],
  ["a link to itself", `<a href="/imagine/post/${POST}?conversation=1">open</a>`],
  ["a background", `<div style="background-image: url(${ASSETS}/${POST}/image.jpg)"></div>`],
  ["a data attribute inside", `<div data-post-id="${POST}"></div>`],
  ["its own data attribute", "", `data-asset="${POST}"`],
  ["an id in upper case", image(POST.toUpperCase())],
]) {
  test(`c9_of_two_posts_the_one_of_the_address_is_acted_on: told by ${how}`, async () => {
    const own = article("own", holds, more);
    const other = article("other", image(OTHER_POST));
    assert.deepEqual(only(await actOn(`<main>${other}${own}</main>`)), OWN);
    assert.deepEqual(only(await actOn(`<main>${own}${other}</main>`)), OWN);
    assert.deepEqual(only(await actOn(`<main>${article("other")}${own}${article("third")}</main>`)), OWN);
  });
}

for (const [what, body] of [
  ["none of two holds the id", article("one") + article("two")],
  ["none of two holds the id, and one has no box", `${article("one")}<article><button>Redo</button></article>`],
  ["both hold the id", article("one", image(POST)) + article("two", `<video poster="/a/${POST}.png"></video>`)],
  ["one only links to it", article("one", image(POST)) + article("two", `<a href="/imagine/post/${POST}"></a>`)],
  ["the id is a part of another one", article("one", image(`${POST}0`)) + article("two", image(`a${POST}`))],
  ["their controls have generic words", [1, 2].map((name) => article(name).replace("Make video</button>", "Generate</button>")).join("")],
  ["they are articles by their role", [1, 2].map((name) => article(name).replace(/article/g, "div").replace("<div", '<div role="article"')).join("")],
]) {
  test(`c9_of_several_posts_none_is_acted_on_where_it_is_not_clear: ${what}`, async () => {
    const { page, ...rest } = await actOn(`<main>${body}</main>`);
    assert.deepEqual(rest, REFUSED);
    assert.match(page.signals("problem")[0].message, /the page shows several posts/);
  });
}

test("c9_another_post_is_not_acted_on_where_the_own_one_has_no_control", async () => {
  const own = `<article>${image(POST)}</article>`;
  assert.deepEqual(only(await actOn(`<main>${own}${article("other")}</main>`)), REFUSED);
  const ownBox = `<article>${image(POST)}<textarea aria-label="Make a video"></textarea></article>`;
  assert.deepEqual(only(await actOn(`<main>${article("other")}${ownBox}</main>`)), REFUSED);
});

test("c9_another_post_is_not_acted_on_with_a_blank_prompt_either", async () => {
  const body = `<main>${article("other")}${article("own", image(POST))}</main>`;
  assert.deepEqual((await actOn(body, { action: { prompt: "" } })).clicked, ["own"]);
});

test("c9_a_control_outside_of_all_articles_is_the_post's", async () => {
  const form = '<form><textarea id="box-own" aria-label="Make a video"></textarea><button type="button" id="own">Make video</button></form>';
  const body = `<div>${article("other", image(OTHER_POST))}<article>${image(POST)}</article>${form}</div>`;
  assert.deepEqual(only(await actOn(body)), OWN);
});

test("c9_of_two_boxes_outside_the_one_nearest_to_the_post_is_taken", async () => {
  const pair = (name, id) =>
    `<section><article>${image(id)}</article><textarea id="box-${name}" aria-label="Make a video"></textarea><button id="${name}">Make video</button></section>`;
  assert.deepEqual(only(await actOn(`<main>${pair("other", OTHER_POST)}${pair("own", POST)}</main>`)), OWN);
});

test("c9_an_article_beside_a_post_that_stands_in_none_is_another_post's", async () => {
  const own = `<div>${image(POST)}<textarea id="box-own" aria-label="Make a video"></textarea><button id="own">Make video</button></div>`;
  assert.deepEqual(only(await actOn(`<main>${article("other")}${own}</main>`)), OWN);
  assert.deepEqual(only(await actOn(`<main>${article("other")}<div>${image(POST)}</div></main>`)), REFUSED);
});

test("c9_thumbnails_and_links_outside_do_not_say_where_the_post_stands", async () => {
  const strip = `<button aria-label="Thumbnail 1">${image(POST)}</button><a href="#">${image(POST)}</a>`;
  assert.deepEqual(only(await actOn(`<main>${strip}${article("own")}</main>`)), OWN);
});

test("c9_an_only_article_is_the_post's, as a moderated attempt without a picture", async () => {
  const moderated = '<img alt="Moderated" src="data:,">';
  assert.deepEqual(only(await actOn(`<main>${article("own", moderated)}</main>`)), OWN);
});

test("c9_the_cards_of_other_images_are_no_posts_of_the_page", async () => {
  const card = `<div role="listitem">${article("other", image(OTHER_POST))}</div>`;
  assert.deepEqual(only(await actOn(`<main>${card}${article("own")}${card.replaceAll("other", "third")}</main>`)), OWN);
});

test("c9_a_reply_inside_the_article_is_another_post's", async () => {
  const body = `<main><article>${image(POST)}${article("other", image(OTHER_POST))}
    <textarea id="box-own" aria-label="Make a video"></textarea><button id="own">Make video</button></article></main>`;
  assert.deepEqual(only(await actOn(body)), OWN);
});

test("c9_the_user's_own_selector_does_not_lead_to_another_post_either", async () => {
  const override = { prompt_box: "", generate_control: "article button" };
  const body = `<main>${article("other")}${article("own", image(POST))}</main>`;
  assert.deepEqual(only(await actOn(body, { override })), OWN);
  assert.deepEqual(only(await actOn(`<main>${article("one")}${article("two")}</main>`, { override })), REFUSED);
});

test("c9_the_settings_of_another_post_are_left_alone", async () => {
  const choices = (name) =>
    ["6s", "10s"].map((length) => `<button id="${name}-${length}" aria-pressed="${length === "6s"}">${length}</button>`).join("");
  const body = `<main>${article("other", image(OTHER_POST) + choices("other"))}${article("own", image(POST) + choices("own"))}</main>`;
  const settings = { length: { value: 10, strictness: "best_effort" }, resolution: null };
  assert.deepEqual((await actOn(body, { action: { settings } })).clicked[0], "own-10s");
});

test("c9_the_image_button_of_another_post_is_left_alone", async () => {
  const back = '<div role="group" aria-label="Text alignment"><button id="back">Image</button></div>';
  const other = `<article>${image(OTHER_POST)}<img alt="Moderated">${back}</article>`;
  assert.deepEqual((await actOn(`<main>${other}<article>${image(POST)}</article></main>`)).clicked, []);
});

test("every selector of articles is one that the browser understands", () => {
  const { document } = openPage();
  const { articles, media, not_media } = selectors.posts;
  for (const selector of [...articles, ...media, ...not_media]) assert.ok(document.querySelectorAll(selector));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { openAutumn, openVideo, toImage } from "./autumn_page.mjs";
import { BLURRED, composer, CONVERSATION, extendComposer, file, IMAGE, imagePost, MODERATED, OTHER_IMAGE, PICTURE, PLAYER, STRIP, VIDEO, videoPost } from "./grok.mjs";
import { advance, PROMPT, use } from "./page.mjs";

const pathOf = ({ window }) => window.location.pathname;

test("c9_from_a_video_the_page_goes_back_to_the_image_and_then_its_submit_is_pressed", async () => {
  const opened = openVideo();
  assert.equal(await opened.act(), "clicked");
  assert.deepEqual([opened.pressed, pathOf(opened), opened.box()], [["Thumbnail 1", "Make video"], `/imagine/post/${IMAGE}`, PROMPT]);
  assert.deepEqual(opened.page.signals("action_result"), [{ type: "action_result", action_id: 1, result: "clicked" }]);
});

test("c9_the_page_is_back_at_the_image_before_a_letter_is_written", async () => {
  const opened = openVideo();
  const written = [];
  opened.document.addEventListener("input", () => written.push(pathOf(opened)), true);
  assert.equal(await opened.act(), "clicked");
  assert.deepEqual([...new Set(written)], [`/imagine/post/${IMAGE}`]);
});

const only = (more) => `<div>${more}</div>`;
const thumb = (id, more = "", alt = "") => `<button data-to="${IMAGE}" ${more}><img alt="${alt}" src="${file(id, "image.jpg")}"></button>`;

for (const [what, options, action] of [
  ["a moderated attempt", { shown: BLURRED, post: MODERATED }],
  ["a video that is not there yet", { shown: '<article><div class="bg-gray-700"></div></article>' }],
  ["a video at a conversation's address", { post: CONVERSATION }],
  ["a video at the image's own address", { post: IMAGE, goes: { [IMAGE]: ({ document }) => (document.querySelector("article").outerHTML = PICTURE) } }],
  ["a strip whose names stand in its pictures", { strip: only(thumb(IMAGE, "", "Thumbnail 1")) }],
  ["a strip without names", { strip: only(thumb(IMAGE)) }],
  ["a strip in another order", { strip: only(thumb(OTHER_IMAGE, 'aria-label="Thumbnail 1"') + thumb(IMAGE, 'aria-label="Thumbnail 2"')) }],
  ["a strip that holds the image twice", { strip: STRIP + STRIP }],
  ["another id of the image", {}, { image_ids: [OTHER_IMAGE, IMAGE.toUpperCase()] }],
  ["a form in image mode", { form: composer({ mode: "image" }), goes: { [IMAGE]: toImage(composer({ mode: "image" })) } }],
]) {
  test(`c9_the_way_back_is_the_picture_whose_address_holds_the_image: ${what}`, async () => {
    const opened = openVideo(options);
    assert.equal(await opened.act(action), "clicked");
    assert.match(opened.pressed[0] ?? "", /^(?:Thumbnail \d|)$/);
    assert.equal(opened.pressed.at(-1), "Make video");
  });
}

for (const [what, options, action] of [
  ["no strip", { strip: "" }],
  ["a strip of other images", { strip: only(thumb(OTHER_IMAGE, 'aria-label="Thumbnail 1"')) }],
  ["a video's own picture in the image's name", { strip: only(`<button aria-label="Thumbnail 1"><img src="${file(IMAGE, "preview_image.jpg")}"></button>`) }],
  ["a picture in a link", { strip: `<a href="#"><img src="${file(IMAGE, "image.jpg")}"></a>` }],
  ["a picture on a card", { strip: `<div role="listitem">${thumb(IMAGE)}</div>` }],
  ["what is attached to the form", { strip: "", form: composer({ form: thumb(IMAGE) }) }],
  ["the picture of its menu", { strip: "", form: composer({ form: thumb(IMAGE, 'aria-haspopup="menu"') }) }],
  ["an older clip", { strip: `<aside>${thumb(IMAGE)}</aside>` }],
  ["two without names", { strip: only(thumb(IMAGE) + thumb(IMAGE)) }],
  ["one that is disabled", { strip: only(thumb(IMAGE, "disabled")) }],
  ["one that does not show", { strip: `<div style="display: none">${thumb(IMAGE)}</div>` }],
  ["no id of the image", {}, { image_ids: [] }],
]) {
  test(`c9_where_the_way_back_is_not_there_nothing_is_touched: ${what}`, async () => {
    const opened = openVideo(options);
    assert.equal(await opened.act(action), "stays_on_video");
    assert.deepEqual([opened.pressed, opened.box(), pathOf(opened)], [[], "", `/imagine/post/${VIDEO}`]);
  });
}

for (const [what, goes] of [
  ["nowhere", () => {}],
  ["to another image", ({ window, document }) => {
    window.history.pushState({}, "", `/imagine/post/${OTHER_IMAGE}`);
    document.querySelector("article").outerHTML = PICTURE.replaceAll(IMAGE, OTHER_IMAGE);
  }],
  ["to the image's address, with the video still on show", ({ window }) => window.history.pushState({}, "", `/imagine/post/${IMAGE}`)],
]) {
  test(`c9_where_the_page_does_not_go_back_nothing_is_typed: ${what}`, async () => {
    const opened = openVideo({ goes: { [IMAGE]: goes } });
    assert.equal(await opened.act(), "stays_on_video");
    assert.deepEqual([opened.pressed, opened.box()], [["Thumbnail 1"], ""]);
  });
}

test("c9_a_page_that_goes_on_to_a_video_while_the_prompt_settles_is_not_pressed", async () => {
  const opened = openAutumn();
  opened.page.observer().act({ action_id: 1, post_id: IMAGE, image_ids: [IMAGE], prompt: PROMPT, settings: null });
  await advance(100);
  opened.document.querySelector("article").outerHTML = PLAYER;
  await advance(2_000);
  assert.equal(opened.page.signals("action_result")[0].result, "stays_on_video");
  assert.deepEqual(opened.pressed, []);
});

for (const [what, options] of [
  ["in an article, beside another video outside", { shown: `${PICTURE}<div><video src="/promo.mp4"></video></div>` }],
  ["in an article, beside an older clip", {}],
  ["under a blob's address", { shown: '<article><img src="blob:https://grok.com/1"></article>' }],
  ["beside an empty player", { shown: PICTURE.replace("</article>", "<video></video></article>") }],
  ["at a conversation's address", { post: CONVERSATION }],
]) {
  test(`c9_an_image_on_show_needs_no_way_back: ${what}`, async () => {
    const { post = IMAGE, ...rest } = options;
    const opened = openAutumn({ body: imagePost({ ...rest, strip: "" }), post });
    assert.equal(await opened.act(), "clicked");
    assert.deepEqual(opened.pressed, ["Make video"]);
  });
}

test("c9_a_video_in_no_article_is_on_show_where_no_article_shows_the_image", async () => {
  const opened = openVideo({ shown: `<div><video src="${file(VIDEO, "generated_video.mp4")}"></video></div>`, post: IMAGE });
  assert.equal(await opened.act(), "clicked");
  assert.deepEqual(opened.pressed, ["Thumbnail 1", "Make video"]);
});

test("c9_without_ids_the_post_that_is_meant_has_to_show_a_picture_of_its_own", async () => {
  assert.equal(await openAutumn().act({ image_ids: [] }), "clicked");
  assert.equal(await openAutumn({ body: imagePost({ shown: PICTURE.replaceAll(IMAGE, OTHER_IMAGE) }) }).act({ image_ids: [] }), "stays_on_video");
});

for (const [what, open] of [
  ["going back", () => openVideo()],
  ["choosing Video", () => openAutumn({ body: imagePost({ form: composer({ mode: "image" }) }) })],
]) {
  test(`c9_while_the_user_touches_the_page_nothing_but_a_plain_press_is_done: ${what}`, async () => {
    const opened = open();
    use(opened.page, "pointerdown");
    await advance(9_000);
    assert.equal(await opened.act(), "user_busy");
    assert.deepEqual([opened.pressed, opened.box()], [[], ""]);
    assert.equal(await opened.act({ action_id: 2 }), "clicked", "later");
  });

  test(`c9_a_user_who_comes_back_in_between_is_left_alone: ${what}`, async () => {
    const opened = open();
    opened.document.addEventListener("click", () => use(opened.page, "keydown"), { once: true, capture: true });
    assert.equal(await opened.act(), "user_busy");
    assert.deepEqual([opened.pressed.length, opened.box()], [1, ""]);
  });
}

test("c9_a_plain_press_is_done_though_the_user_has_touched_the_page", async () => {
  const opened = openAutumn();
  use(opened.page, "wheel");
  assert.equal(await opened.act(), "clicked");
});

test("c9_what_the_script_does_is_no_touch_of_the_user", async () => {
  const opened = openVideo({ form: composer({ mode: "image" }), goes: { [IMAGE]: toImage(composer({ mode: "image" })) } });
  assert.equal(await opened.act(), "clicked");
  assert.deepEqual(opened.page.signals("user_active"), []);
});

for (const [what, body, expected, post = VIDEO] of [
  ["another post", videoPost(), "not_this_image", OTHER_IMAGE],
  ["a dialog", `${videoPost()}<div role="dialog" data-state="open"><h2>Which video do you prefer?</h2><button>Skip</button></div>`, "dialog_open"],
  ["an extension", videoPost({ form: extendComposer() }), "edit_open"],
]) {
  test(`c9_what_is_refused_anyway_is_refused_before_the_page_goes_back: ${what}`, async () => {
    const opened = openAutumn({ body, post, goes: { [IMAGE]: toImage() } });
    assert.equal(await opened.act({ post_id: VIDEO }), expected);
    assert.deepEqual(opened.pressed, []);
  });
}

test("bug_1_an_action_that_goes_back_first_is_carried_out_once", async () => {
  const opened = openVideo();
  const action = { action_id: 1, post_id: VIDEO, image_ids: [IMAGE], prompt: PROMPT, settings: null };
  opened.page.observer().act(action);
  await advance(200);
  assert.equal(await opened.act(), "clicked");
  assert.deepEqual(opened.pressed, ["Thumbnail 1", "Make video"]);
});

test("a page of spring is left as it is: no strip is pressed, and its own control is", async () => {
  const strip = `<div><button><img alt="Thumbnail 1" src="${file(IMAGE, "image.jpg")}"></button></div>`;
  const opened = openAutumn({ body: "" });
  opened.window.history.replaceState({}, "", `/imagine/post/${VIDEO}`);
  opened.document.body.innerHTML = `<main>${strip}<article><video src="${file(VIDEO, "generated_video.mp4")}"></video>
    <textarea aria-label="Make a video"></textarea><button>Redo</button></article></main>`;
  assert.equal(await opened.act({ post_id: VIDEO }), "clicked");
  assert.deepEqual(opened.pressed, ["Redo"]);
});

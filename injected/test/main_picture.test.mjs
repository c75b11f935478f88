import assert from "node:assert/strict";
import { test } from "node:test";
import { CONVERSATION, file, IMAGE, OTHER_IMAGE, VIDEO } from "./grok.mjs";
import { advance, openPage } from "./page.mjs";

const told = (page) => page.signals("main_picture").map(({ post_id }) => post_id);
const open = async (body, path = `/imagine/post/${IMAGE}?conversation=${CONVERSATION}`) => {
  const page = openPage({ body: "", path });
  page.document.body.innerHTML = body;
  await advance(300);
  return page;
};
const picture = (id, more = "") => `<img src="${file(id, "image.jpg")}" ${more}>`;

for (const [what, body, path] of [
  ["in an article", `<article>${picture(IMAGE)}</article>`],
  ["in no article", `<div>${picture(IMAGE)}</div>`],
  ["of the older page", `<main><article><img src="https://imagine-public.x.ai/imagine-public/images/${IMAGE}.jpg?cache=1&dl=1"></article></main>`],
  ["of an upload", `<article><img src="https://assets.grok.com/users/u1/${IMAGE}/content"></article>`],
  ["in several sizes", `<article><img srcset="${file(IMAGE, "small.jpg")} 1x, ${file(IMAGE, "large.jpg")} 2x"></article>`],
  ["in another case", `<article>${picture(IMAGE.toUpperCase())}</article>`],
  ["of an address in another case", `<article>${picture(IMAGE)}</article>`, `/imagine/post/${IMAGE.toUpperCase()}`],
  ["among thumbnails of others", `<button>${picture(OTHER_IMAGE)}</button><article>${picture(IMAGE)}</article>`],
  ["beside an older clip", `<button><video src="${file(VIDEO, "generated_video.mp4")}"></video></button><article>${picture(IMAGE)}</article>`],
]) {
  test(`b1_a_main_picture_with_the_id_of_the_address_is_told: ${what}`, async () => {
    const page = await open(body, path);
    assert.deepEqual(told(page), [page.window.location.pathname.split("/").at(-1)]);
  });
}

for (const [what, body, path] of [
  ["another picture", `<article>${picture(OTHER_IMAGE)}</article>`],
  ["a user's id", `<article><img src="https://assets.grok.com/users/${IMAGE}/generated/${OTHER_IMAGE}/image.jpg"></article>`],
  ["an id in the query", `<article><img src="/image.jpg?id=${IMAGE}"></article>`],
  ["a thumbnail", `<button aria-label="Thumbnail 1">${picture(IMAGE)}</button>`],
  ["a thumbnail in no button", `<div>${picture(IMAGE, 'alt="Thumbnail 1"')}</div>`],
  ["a thumbnail in something like a button", `<div role="button">${picture(IMAGE)}</div>`],
  ["a card", `<div role="listitem">${picture(IMAGE)}</div>`],
  ["a link", `<a href="#">${picture(IMAGE)}</a>`],
  ["what is attached to the composer", `<form>${picture(IMAGE)}</form>`],
  ["a picture that is not drawn", `<article>${picture(IMAGE, "hidden")}</article>`],
  ["the picture before a video begins", `<article><img src="${file(IMAGE, "preview_image.jpg")}"></article>`],
  ["a picture beside a video of the same id", `<article>${picture(IMAGE)}<video src="${file(IMAGE, "generated_video.mp4?cache=1")}"></video></article>`],
  ["a picture on a page of no post", `<article>${picture(IMAGE)}</article>`, "/imagine"],
  ["a data address", `<article><img src="data:,${IMAGE}"></article>`],
]) {
  test(`b1_what_is_no_main_picture_of_the_post_is_not_told: ${what}`, async () => {
    const page = await open(body, path);
    assert.deepEqual(told(page), []);
    assert.deepEqual(page.signals("problem"), []);
  });
}

test("b1_the_main_picture_is_told_once_for_each_post_and_again_when_asked", async () => {
  const page = await open(`<article>${picture(IMAGE)}</article>`);
  const go = async (id) => {
    page.window.history.pushState({}, "", `/imagine/post/${id}`);
    page.document.querySelector("article").innerHTML = picture(id);
    await advance(300);
  };
  await go(OTHER_IMAGE);
  await go(IMAGE);
  page.document.body.append("a change");
  await advance(300);
  assert.deepEqual(told(page), [IMAGE, OTHER_IMAGE]);
  page.observer().resend();
  await advance(300);
  assert.deepEqual(told(page), [IMAGE, OTHER_IMAGE, IMAGE]);
});

test("b1_a_picture_that_was_there_before_its_address_is_told", async () => {
  const page = await open(`<article>${picture(OTHER_IMAGE)}</article>`);
  page.window.history.pushState({}, "", `/imagine/post/${OTHER_IMAGE}`);
  await advance(300);
  assert.deepEqual(told(page), [OTHER_IMAGE]);
});

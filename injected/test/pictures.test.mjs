import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, OBSERVER, openPage } from "./page.mjs";

/** A page that can fetch one picture of 4096 by 2048 pixels, and says what it was asked for. */
const open = ({ ok = true, size = 2_000 } = {}) => {
  const fetched = [];
  const page = openPage({
    prepare: (window) => {
      window.fetch = async (url, { credentials }) => {
        fetched.push([url, credentials]);
        return { ok, blob: async () => "picture" };
      };
      window.createImageBitmap = async () => ({ width: 4096, height: 2048, close() {} });
      window.HTMLCanvasElement.prototype.getContext = () => ({ drawImage() {} });
      window.HTMLCanvasElement.prototype.toBlob = function (done) {
        done(new window.Blob([`${this.width}x${this.height}`.padEnd(size, " ")]));
      };
    },
  });
  const ask = async (url) => {
    page.window[OBSERVER].picture({ number: 7, url });
    await advance(2_500);
    await new Promise((resolve) => setImmediate(resolve));
    await advance(500);
    return page.calls.filter((call) => call.command === "observer_picture");
  };
  return { fetched, ask };
};

test("d2_a_small_copy_is_handed_over_under_the_number_of_the_question", async () => {
  const { ask } = open();
  const [answer] = await ask("https://imagine-public.x.ai/a.png");
  assert.equal(answer.number, 7);
  assert.equal(atob(answer.picture).trim(), "1024x512");
});

test("d2_a_picture_is_fetched_as_the_signed_in_user_can_from_where_the_backend_says", async () => {
  const { ask, fetched } = open();
  await ask("https://assets.grok.com/users/u1/generated/a/preview_image.jpg");
  assert.deepEqual(fetched, [["https://assets.grok.com/users/u1/generated/a/preview_image.jpg", "include"]]);
});

test("d2_a_picture_that_can_not_be_had_or_made_small_is_answered_too", async () => {
  for (const page of [open({ ok: false }), open({ size: 200_000 })]) {
    const [answer] = await page.ask("https://grok.com/a.jpg");
    assert.equal(answer.picture, null);
  }
});

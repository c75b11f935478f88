import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, use } from "./page.mjs";

test("the user's activity is reported once a second at most, and nothing else of it", async () => {
  const page = openPage();
  for (let count = 0; count < 30; count += 1) use(page, "keydown");
  await advance(20);
  assert.deepEqual(page.signals("user_active"), [{ type: "user_active" }]);
  await advance(1_000);
  use(page, "wheel");
  await advance(20);
  assert.equal(page.signals("user_active").length, 2);
});

test("what a script does is no use of the page", async () => {
  const page = openPage();
  const { window } = page;
  window.document.body.dispatchEvent(new window.Event("pointerdown", { bubbles: true }));
  assert.equal(await page.act(), "clicked");
  assert.deepEqual(page.signals("user_active"), []);
});

test("a page that stops its own events is still used", async () => {
  const page = openPage();
  page.document.body.addEventListener("keydown", (event) => event.stopImmediatePropagation());
  use(page, "keydown");
  await advance(20);
  assert.equal(page.signals("user_active").length, 1);
});

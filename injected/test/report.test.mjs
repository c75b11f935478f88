import assert from "node:assert/strict";
import { test } from "node:test";
import { join, selectors } from "../join.mjs";
import { advance, openPage } from "./page.mjs";

test("no more than ten problems a minute are reported", async () => {
  const page = openPage();
  await advance(300);
  for (let count = 0; count < 50; count += 1) page.observer().act({});
  await advance(300);
  assert.equal(page.signals("problem").length, 10);
  await advance(60_000);
  page.observer().act({});
  await advance(10);
  assert.equal(page.signals("problem").length, 11);
});

test("a problem's message is short, and names the file", async () => {
  const page = openPage({
    prepare: (window) => {
      Object.defineProperty(window, "fetch", { get: () => { throw new Error("x".repeat(5_000)); }, configurable: true });
    },
  });
  await advance(300);
  for (const problem of page.signals("problem")) {
    assert.ok(problem.message.length <= 300);
    assert.match(problem.piece, /^[a-z]+\.js$/);
  }
  assert.equal(page.signals("problem").length, 1);
});

test("bug_23_a_selector_that_the_browser_does_not_understand_is_told_once_and_the_others_count", async () => {
  const changed = structuredClone(selectors);
  changed.prompt_box.selectors.unshift("textarea[");
  const page = openPage({ selectors: changed });
  assert.equal(await page.act({ action_id: 1 }), "clicked");
  assert.equal(await page.act({ action_id: 2 }), "clicked");
  const problems = page.signals("problem").map((problem) => problem.message);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /textarea\[/);
});

test("a broken pattern in the settings is reported, and the script runs on", async () => {
  const changed = structuredClone(selectors);
  changed.progress.pattern = "(";
  const page = openPage({ selectors: changed });
  await advance(300);
  assert.equal(page.signals("problem")[0].piece, "progress.js");
  assert.equal(await page.act(), "clicked");
});

test("the joined text holds every fragment inside one strict function", () => {
  const text = join();
  assert.ok(text.startsWith('(() => {\n"use strict";'));
  assert.ok(text.endsWith("})()"));
});

// What the page does where its webview can't be asked for a download (`src-tauri/src/videos/hand_over.js`).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const script = readFileSync(new URL("../../src-tauri/src/videos/hand_over.js", import.meta.url), "utf8");

/** Hands a file over in a page whose requests are answered by `fetch`; the downloads that began. */
async function handOver(fetch) {
  const { window } = new JSDOM("", { url: "https://grok.com/imagine", runScripts: "outside-only" });
  const [made, downloads] = [new Map(), []];
  window.fetch = fetch;
  window.URL.createObjectURL = (content) => {
    made.set("blob:https://grok.com/1", content);
    return "blob:https://grok.com/1";
  };
  window.HTMLAnchorElement.prototype.click = function () {
    downloads.push({ name: this.download, bytes: made.get(this.href).size });
  };
  await window.eval(`(${script})("https://assets.grok.com/a.mp4", "retake-x.part")`);
  window.close();
  return downloads;
}

const answer = (status) => async () => ({ ok: status === 200, blob: async () => new Blob(["a film"]) });

test("n3_a_file_that_the_page_gets_is_handed_over_under_its_name", async () => {
  const asked = [];
  const fetch = async (url, init) => {
    asked.push([url, init.credentials]);
    return answer(200)();
  };
  assert.deepEqual(await handOver(fetch), [{ name: "retake-x.part", bytes: 6 }]);
  assert.deepEqual(asked, [["https://assets.grok.com/a.mp4", "include"]]);
});

for (const [what, fetch] of [
  ["refuses", answer(404)],
  ["does not answer", async () => Promise.reject(new TypeError("Failed to fetch"))],
  ["breaks off", async () => ({ ok: true, blob: () => Promise.reject(new TypeError("network error")) })],
]) {
  test(`n3_where_grok_${what}_an_empty_file_tells_so_at_once`, async () => {
    assert.deepEqual(await handOver(fetch), [{ name: "retake-x.part", bytes: 0 }]);
  });
}

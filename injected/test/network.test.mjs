import assert from "node:assert/strict";
import { test } from "node:test";
import { NEW, RECORD, TURN, VIDEO_REQUESTS } from "./grok.mjs";
import { advance, openPage } from "./page.mjs";

const VIDEO_REQUEST = JSON.stringify(VIDEO_REQUESTS.v2);
const VIDEO = { method: "POST", body: VIDEO_REQUEST };

/** A page whose server answers every request with `status` and `body`. */
const openServed = (status, body = '{"result":{}}\n', headers = {}) => {
  const requests = [];
  const page = openPage({
    prepare: (window) => {
      window.fetch = async (...args) => {
        requests.push(args);
        return new Response(body, { status, headers });
      };
    },
  });
  return { page, requests };
};

for (const [what, address, init, status] of [
  ["a refusal", NEW, VIDEO, 429],
  ["a stream", TURN, VIDEO, 200],
  ["a record", "/rest/assets/1", undefined, 200],
  ["a quota", "/rest/media/imagine/quota_info", { method: "POST", body: "{}" }, 200],
]) {
  test(`bug_20_the_page_gets_the_very_answer_that_the_browser_gave_with_its_body_unread: ${what}`, async () => {
    const { page, requests } = openServed(status, RECORD, { "content-type": "application/json" });
    const given = init && { ...init };
    const response = await page.window.fetch(address, given);
    assert.deepEqual(requests, [[address, given]]);
    assert.equal(requests[0][1], given);
    await advance(600);
    assert.equal(response.bodyUsed, false);
    assert.equal(await response.text(), RECORD);
  });
}

test("bug_20_an_answer_that_the_page_reads_at_once_is_read_by_both", async () => {
  const { page } = openServed(200, RECORD, { "content-type": "application/json" });
  const read = page.window.fetch("/rest/assets/1").then((response) => response.text());
  await advance(600);
  assert.equal(await read, RECORD);
  assert.deepEqual(page.signals("record"), [{ type: "record", body: RECORD }]);
});

test("bug_20_a_request_object_reaches_the_browser_as_it_is_with_its_body_unread", async () => {
  const { page, requests } = openServed(200);
  const request = new Request(`https://grok.com${NEW}`, VIDEO);
  await page.window.fetch(request);
  await advance(10);
  assert.equal(requests[0][0], request);
  assert.equal(request.bodyUsed, false);
  assert.equal(await request.text(), VIDEO_REQUEST);
});

test("bug_20_a_request_object_that_was_used_fails_for_the_page_as_it_would", async () => {
  const page = openPage({ prepare: (window) => (window.fetch = (request) => request.text()) });
  const request = new Request(`https://grok.com${NEW}`, VIDEO);
  await request.text();
  await assert.rejects(page.window.fetch(request));
  await advance(10);
  assert.deepEqual([page.signals("problem"), page.signals("request")], [[], []]);
});

test("the page gets the very promise that the browser gave, and its failure", async () => {
  const failed = Promise.reject(new TypeError("no network"));
  const page = openPage({ prepare: (window) => (window.fetch = () => failed) });
  for (const [address, init] of [[NEW, VIDEO], ["/rest/assets/1", undefined]]) {
    const promise = page.window.fetch(address, init);
    assert.equal(promise, failed);
    await assert.rejects(promise, /no network/);
  }
  await advance(10);
  assert.deepEqual(page.signals("problem"), []);
});

test("arguments that no request can be read from still reach the page's fetch", async () => {
  const { page, requests } = openServed(200);
  const strange = { get method() { throw new Error("strange"); } };
  await page.window.fetch(NEW, strange);
  await page.window.fetch();
  await page.window.fetch({ url: { toString: () => { throw new Error("strange"); } } });
  assert.equal(requests.length, 3);
});

for (const [what, answer] of [
  ["nothing", undefined],
  ["a number", 7],
  ["something like an answer", { status: 200, ok: true, headers: {} }],
  ["an answer that was read", new Response("{}")],
]) {
  test(`a fetch that gives back ${what} gives the page the same`, async () => {
    if (answer instanceof Response && !answer.bodyUsed) await answer.text();
    const page = openPage({ prepare: (window) => (window.fetch = async () => answer) });
    for (const [address, init] of [[NEW, VIDEO], ["/rest/assets/1", undefined], ["/rest/media/imagine/quota_info", VIDEO]]) {
      assert.equal(await page.window.fetch(address, init), answer);
    }
    await advance(50);
    assert.equal(page.signals("request").length, 1);
    assert.deepEqual([page.signals("record"), page.signals("answer")], [[], []]);
  });
}

test("a fetch that throws at once throws for the page", () => {
  const page = openPage({
    prepare: (window) => {
      window.fetch = () => {
        throw new TypeError("broken");
      };
    },
  });
  assert.throws(() => page.window.fetch(NEW, VIDEO), /broken/);
});

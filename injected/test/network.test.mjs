import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage } from "./page.mjs";

const GENERATION = "/rest/app-chat/conversations/new";

/** A page whose server answers every request with `status`. */
const openServed = (status) => {
  const requests = [];
  const page = openPage({
    prepare: (window) => {
      window.fetch = async (...args) => {
        requests.push(args);
        return new Response('{"result":{}}\n', { status });
      };
    },
  });
  return { page, requests };
};

test("c11_a_429_of_a_generation_is_told_as_a_rate_limit", async () => {
  const { page } = openServed(429);
  await page.window.fetch(GENERATION, { method: "POST" });
  await advance(10);
  assert.deepEqual(page.signals("rate_limited"), [{ type: "rate_limited" }]);
});

test("c11_every_way_to_name_the_request_is_understood", async () => {
  const { page } = openServed(429);
  const { window } = page;
  await window.fetch(new URL(GENERATION, "https://grok.com"), { method: "post" });
  await window.fetch(new Request(`https://grok.com${GENERATION}?x=1`, { method: "POST" }));
  await advance(10);
  assert.equal(page.signals("rate_limited").length, 2);
});

test("a 429 of another request says nothing of generations", async () => {
  const { page } = openServed(429);
  await page.window.fetch("/rest/rate-limits", { method: "POST" });
  await page.window.fetch(GENERATION);
  await page.window.fetch(`/rest/media/post/list?next=${GENERATION}`, { method: "POST" });
  await advance(10);
  assert.deepEqual(page.signals("rate_limited"), []);
});

test("bug_20_the_page_gets_the_very_answer_that_the_browser_gave_with_its_body_unread", async () => {
  const { page, requests } = openServed(429);
  const init = { method: "POST", body: "{}" };
  const response = await page.window.fetch(GENERATION, init);
  assert.deepEqual(requests, [[GENERATION, init]]);
  assert.equal(requests[0][1], init);
  await advance(10);
  assert.equal(response.bodyUsed, false);
  assert.equal(await response.text(), '{"result":{}}\n');
});

test("the page gets the very promise that the browser gave, and its failure", async () => {
  const failed = Promise.reject(new TypeError("no network"));
  const page = openPage({ prepare: (window) => (window.fetch = () => failed) });
  const promise = page.window.fetch(GENERATION, { method: "POST" });
  assert.equal(promise, failed);
  await assert.rejects(promise, /no network/);
  await advance(10);
  assert.deepEqual(page.signals("problem"), []);
});

/** What a 403 with this body and these headers is told as. */
const refusedWith = async (body, headers = {}) => {
  const page = openPage({ prepare: (window) => (window.fetch = async () => new Response(body, { status: 403, headers })) });
  const response = await page.window.fetch(GENERATION, { method: "POST" });
  await advance(50);
  assert.equal(await response.text(), body, "the page reads its answer whole");
  assert.deepEqual(page.signals("rate_limited"), []);
  return page.signals("access_refused").map(({ reason }) => reason);
};

test("a 403 is named for what it is: a missing sign-in, or a check by Cloudflare", async () => {
  assert.deepEqual(await refusedWith('{"error":{"code":7}}'), ["sign_in_needed"]);
  assert.deepEqual(await refusedWith(""), ["sign_in_needed"]);
  assert.deepEqual(await refusedWith("<title>Just a moment...</title>"), ["cloudflare_check"]);
  assert.deepEqual(await refusedWith("{}", { "cf-mitigated": "challenge" }), ["cloudflare_check"]);
});

test("a page that is Cloudflare's check is told once", async () => {
  const page = openPage({ body: "<p>Verify you are human</p>" });
  page.document.title = "Just a moment...";
  await advance(300);
  page.document.body.append("still");
  await advance(300);
  assert.deepEqual(page.signals("access_refused"), [{ type: "access_refused", reason: "cloudflare_check" }]);
});

test("a page of Grok's is no check", async () => {
  const page = openPage();
  page.document.body.append("just a moment, said the lake");
  await advance(300);
  assert.deepEqual(page.signals("access_refused"), []);
});

test("arguments that no request can be read from reach the page's fetch all the same", async () => {
  const { page, requests } = openServed(200);
  const strange = { get method() { throw new Error("strange"); } };
  await page.window.fetch(GENERATION, strange);
  await page.window.fetch();
  assert.equal(requests.length, 2);
});

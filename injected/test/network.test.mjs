import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, VIDEO_REQUEST } from "./page.mjs";

const GENERATION = "/rest/app-chat/conversations/new";
const TURN = "/rest/app-chat/conversations/33333333-cccc-4ccc-8ccc-000000000001/responses";
const VIDEO = { method: "POST", body: VIDEO_REQUEST };
const CHAT = JSON.stringify({ modelName: "grok-4", message: "how do rate limits work?", toolOverrides: {} });

/** A page whose server answers every request with `status` and `body`. */
const openServed = (status, body = '{"result":{}}\n') => {
  const requests = [];
  const page = openPage({
    prepare: (window) => {
      window.fetch = async (...args) => {
        requests.push(args);
        return new Response(body, { status });
      };
    },
  });
  return { page, requests };
};

test("c11_a_429_of_a_generation_is_told_as_a_rate_limit", async () => {
  for (const address of [GENERATION, TURN]) {
    const { page } = openServed(429);
    await page.window.fetch(address, VIDEO);
    await advance(10);
    assert.deepEqual(page.signals("rate_limited"), [{ type: "rate_limited" }], address);
  }
});

test("c11_a_429_of_a_chat_says_nothing_of_videos", async () => {
  const { page } = openServed(429, '{"error":{"code":8,"message":"Too many requests"}}');
  for (const address of [GENERATION, TURN]) {
    await page.window.fetch(address, { method: "POST", body: CHAT });
    await page.window.fetch(new Request(`https://grok.com${address}`, { method: "POST", body: CHAT }));
  }
  await advance(10);
  assert.deepEqual(page.signals("rate_limited"), []);
});

test("c11_a_429_of_a_request_that_can_not_be_read_is_a_limit_only_where_it_says_so", async () => {
  const strange = { method: "POST", body: new TextEncoder().encode(VIDEO_REQUEST) };
  for (const [body, expected] of [
    ['{"result":{}}', 0],
    ['{"error":{"code":8}}', 0],
    ['{"error":{"code":8,"message":"You\\u2019ve reached your usage limit. Please try again later."}}', 1],
  ]) {
    const { page } = openServed(429, body);
    await page.window.fetch(GENERATION, strange);
    await advance(10);
    assert.equal(page.signals("rate_limited").length, expected, body);
  }
});

test("c11_a_limit_that_another_status_speaks_of_is_one", async () => {
  for (const [status, body, expected] of [
    [503, '{"error":{"message":"Grok is under heavy usage right now. Please try again later."}}', 1],
    [403, '{"error":{"code":7,"message":"Too many requests"}}', 1],
    [400, '{"code":8,"message":"resource exhausted"}', 1],
    [500, '{"code":13,"message":"Internal error"}', 0],
    [502, "<html><title>Bad gateway</title></html>", 0],
    [404, '{"code":5,"message":"Response not found."}', 0],
  ]) {
    const { page } = openServed(status, body);
    await page.window.fetch(GENERATION, VIDEO);
    await advance(10);
    assert.equal(page.signals("rate_limited").length, expected, body);
    assert.deepEqual(page.signals("access_refused"), [], body);
  }
});

test("c11_a_429_whose_body_never_comes_is_told_all_the_same", async () => {
  const page = openPage({
    prepare: (window) => {
      window.fetch = async () => new Response(new ReadableStream({}), { status: 429 });
    },
  });
  await page.window.fetch(GENERATION, VIDEO);
  await advance(2_100);
  assert.equal(page.signals("rate_limited").length, 1);
  assert.deepEqual(page.signals("problem"), []);
});

test("c11_every_way_to_name_the_request_is_understood", async () => {
  const { page } = openServed(429);
  const { window } = page;
  await window.fetch(new URL(GENERATION, "https://grok.com"), { ...VIDEO, method: "post" });
  await window.fetch(new Request(`https://grok.com${GENERATION}?x=1`, VIDEO));
  await window.fetch(new Request(`https://grok.com${TURN}`, { method: "POST", body: CHAT }), { body: VIDEO_REQUEST });
  await window.fetch(`https://grok.com${TURN}/`, VIDEO);
  await advance(10);
  assert.equal(page.signals("rate_limited").length, 4);
});

test("a 429 of another request says nothing of generations", async () => {
  const { page } = openServed(429);
  await page.window.fetch("/rest/rate-limits", VIDEO);
  await page.window.fetch(GENERATION);
  await page.window.fetch(TURN);
  await page.window.fetch(`/rest/media/post/list?next=${GENERATION}`, VIDEO);
  await page.window.fetch(TURN.replace("responses", "responses/stop"), VIDEO);
  await advance(10);
  assert.deepEqual(page.signals("rate_limited"), []);
});

test("bug_20_the_page_gets_the_very_answer_that_the_browser_gave_with_its_body_unread", async () => {
  const { page, requests } = openServed(429);
  const init = { ...VIDEO };
  const response = await page.window.fetch(GENERATION, init);
  assert.deepEqual(requests, [[GENERATION, init]]);
  assert.equal(requests[0][1], init);
  await advance(10);
  assert.equal(response.bodyUsed, false);
  assert.equal(await response.text(), '{"result":{}}\n');
});

test("bug_20_a_request_object_reaches_the_browser_as_it_is_with_its_body_unread", async () => {
  const { page, requests } = openServed(200);
  const request = new Request(`https://grok.com${GENERATION}`, VIDEO);
  await page.window.fetch(request);
  await advance(10);
  assert.equal(requests[0][0], request);
  assert.equal(request.bodyUsed, false);
  assert.equal(await request.text(), VIDEO_REQUEST);
});

test("bug_20_a_request_object_that_was_used_fails_for_the_page_as_it_would", async () => {
  const page = openPage({ prepare: (window) => (window.fetch = (request) => request.text()) });
  const request = new Request(`https://grok.com${GENERATION}`, VIDEO);
  await request.text();
  await assert.rejects(page.window.fetch(request));
  await advance(10);
  assert.deepEqual(page.signals("problem"), []);
});

test("the page gets the very promise that the browser gave, and its failure", async () => {
  const failed = Promise.reject(new TypeError("no network"));
  const page = openPage({ prepare: (window) => (window.fetch = () => failed) });
  const promise = page.window.fetch(GENERATION, VIDEO);
  assert.equal(promise, failed);
  await assert.rejects(promise, /no network/);
  await advance(10);
  assert.deepEqual(page.signals("problem"), []);
});

/** What an answer with this status and body is told as. */
const refusedWith = async (status, body, { headers = {}, request = VIDEO } = {}) => {
  const page = openPage({ prepare: (window) => (window.fetch = async () => new Response(body, { status, headers })) });
  const response = await page.window.fetch(GENERATION, request);
  await advance(50);
  assert.equal(await response.text(), body, "the page reads its answer whole");
  assert.deepEqual(page.signals("rate_limited"), []);
  return page.signals("access_refused").map(({ reason }) => reason);
};

const ANTI_BOT = '{"error":{"code":7,"message":"Request rejected by anti-bot rules.","details":[]}}';

for (const [what, status, body, expected, more] of [
  ["refused by Grok's rules", 403, ANTI_BOT, "refused_by_grok"],
  ["refused by Grok in other words", 403, '{"error":{"code": 7,"message":"Forbidden"}}', "refused_by_grok"],
  ["refused by Grok by its code alone", 403, '{"code":7}', "refused_by_grok"],
  ["refused by Grok though it says 429", 429, ANTI_BOT, "refused_by_grok"],
  ["a page out of date", 403, '{"code":7,"message":"This page is out of date. Reload to continue.","details":[]}', "page_out_of_date"],
  ["a blocked account", 403, '{"code":7,"message":"User is blocked [WKE=unauthorized:blocked-user]"}', "account_blocked"],
  ["a missing sign-in", 401, '{"code":16,"message":"Bad credentials"}', "sign_in_needed"],
  ["a missing sign-in without words", 401, "", "sign_in_needed"],
  ["a missing sign-in by its code", 403, '{"code":16}', "sign_in_needed"],
  ["a 403 that nothing explains", 403, "", "sign_in_needed"],
  ["a 403 with a code that begins like another", 403, '{"code":77}', "sign_in_needed"],
  ["a check by Cloudflare", 403, "<title>Just a moment...</title>", "cloudflare_check"],
  ["a check by Cloudflare by its header", 403, "{}", "cloudflare_check", { headers: { "cf-mitigated": "challenge" } }],
  ["a check by Cloudflare with another status", 503, "{}", "cloudflare_check", { headers: { "cf-mitigated": "challenge" } }],
  ["refused, of a request that can't be read", 403, ANTI_BOT, "refused_by_grok", { request: { method: "POST" } }],
]) {
  test(`h6_a_refusal_is_named_for_what_it_is: ${what}`, async () => {
    assert.deepEqual(await refusedWith(status, body, more), [expected]);
  });
}

test("h6_a_refusal_of_a_chat_says_nothing_of_videos", async () => {
  assert.deepEqual(await refusedWith(403, ANTI_BOT, { request: { method: "POST", body: CHAT } }), []);
  assert.deepEqual(await refusedWith(401, "", { request: { method: "POST", body: CHAT } }), []);
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

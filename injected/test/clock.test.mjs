import assert from "node:assert/strict";
import { test } from "node:test";
import { NEW, VIDEO_REQUESTS } from "./grok.mjs";
import { advance, openPage } from "./page.mjs";

const DATE = "Sat, 26 Sep 2026 10:00:00 GMT";
const AT = Date.parse(DATE);
const POST = { method: "POST", body: "{}" };

/** A page that gets every answer with these headers, and what is reported of Grok's clock. */
const open = (headers, options = {}) => {
  const page = openPage({ ...options, prepare: (window) => (window.fetch = async () => new Response("{}", { headers: { date: DATE, ...headers } })) });
  const told = async (address = "/rest/rate-limits", init = POST) => {
    await page.window.fetch(address, init);
    await advance(10);
    return page.signals("clock").map(({ grok_ms }) => grok_ms);
  };
  return { page, told };
};

for (const [what, headers, init] of [
  ["the answer to a POST", {}],
  ["one that Cloudflare asked Grok for", { "cf-cache-status": "DYNAMIC" }],
  ["one without age", { age: "0" }],
  ["a GET that is not to be kept", { "cache-control": "private, no-store" }, {}],
]) {
  test(`c2_groks_clock_is_read_from_an_answer_that_no_cache_gave: ${what}`, async () => {
    assert.deepEqual(await open(headers).told(undefined, init), [AT]);
  });
}

for (const [what, headers, init, address] of [
  ["a GET that may be kept", {}, {}],
  ["an answer with an age", { age: "3" }],
  ["one of Cloudflare's cache", { "cf-cache-status": "HIT" }],
  ["one that Cloudflare keeps again", { "cf-cache-status": "REVALIDATED" }],
  ["one without a date", { date: "" }],
  ["one of a date that is none", { date: "soon" }],
  ["one of a date before all dates", { date: "Thu, 01 Jan 1960 00:00:00 GMT" }],
  ["another address", {}, POST, "/_next/data.json"],
  ["another host", {}, POST, "https://example.com/rest/rate-limits"],
]) {
  test(`c2_another_answer_says_nothing_of_groks_clock: ${what}`, async () => {
    assert.deepEqual(await open(headers).told(address, init), []);
  });
}

test("c2_the_answer_to_a_request_for_a_video_tells_it_too", async () => {
  const { told } = open({});
  assert.deepEqual(await told(NEW, { method: "POST", body: JSON.stringify(VIDEO_REQUESTS.v2) }), [AT]);
});

test("c2_groks_clock_is_told_once_a_minute_at_most", async () => {
  const { told } = open({});
  for (let count = 0; count < 5; count += 1) assert.equal((await told()).length, 1);
  await advance(60_000);
  assert.equal((await told()).length, 2);
});

test("c2_what_waits_for_its_turn_tells_the_time_at_which_it_is_told", async () => {
  const { page, told } = open({}, { admit: false });
  await told();
  await advance(7_000);
  page.observer().admit("the pass of this run");
  await advance(50);
  const [{ grok_ms }] = page.signals("clock");
  assert.ok(grok_ms >= AT + 7_000 && grok_ms < AT + 7_200, `${grok_ms - AT}`);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { NEW, OTHER_REQUESTS, QUOTA, REFUSALS, TURN, VIDEO_REQUESTS } from "./grok.mjs";
import { advance, openPage } from "./page.mjs";

const post = (request) => ({ method: "POST", body: JSON.stringify(request) });
const VIDEO = post(VIDEO_REQUESTS.v2);
const CHAT = post(OTHER_REQUESTS["a chat"]);

/** What is reported about the answer to one request. */
const toldOf = async (response, { address = NEW, init = VIDEO, wait = 50 } = {}) => {
  const page = openPage({ prepare: (window) => (window.fetch = async () => response) });
  await page.window.fetch(address, init);
  await advance(wait);
  const told = page.calls.filter(({ command, signal }) => command === "observer_stream" || ["request", "answer"].includes(signal?.type));
  return { page, told: told.map(({ signal, piece }) => signal ?? piece) };
};

for (const [status, headers, body] of REFUSALS) {
  test(`h6_an_answer_that_begins_no_stream_is_told_as_it_came: ${status} ${body}`, async () => {
    for (const address of [NEW, TURN]) {
      const response = new Response(body, { status, headers: { "x-other": "1", ...headers } });
      const { told } = await toldOf(response, { address: `${address}?x=1` });
      const content = { "content-type": "text/plain;charset=UTF-8", ...headers };
      assert.deepEqual(told, [
        { type: "request", stream: 1, body: VIDEO.body },
        { type: "answer", stream: 1, path: address, status, headers: content, body },
      ]);
      assert.equal(await response.text(), body, "the page reads its answer whole");
    }
  });
}

for (const [what, response] of [
  ["a page in its place", new Response("<title>Sign in</title>", { headers: { "content-type": "text/html" } })],
  ["a check by its header", new Response("{}", { headers: { "cf-mitigated": "challenge" } })],
  ["nothing", new Response(null, { status: 204 })],
]) {
  test(`h6_an_answer_that_says_it_is_well_and_is_none_is_told: ${what}`, async () => {
    const { told } = await toldOf(response);
    assert.deepEqual(told.map(({ type }) => type), ["request", "answer"]);
  });
}

test("h6_a_request_without_an_answer_is_told_as_status_0", async () => {
  for (const error of [new TypeError("no network"), new DOMException("gone", "AbortError")]) {
    const page = openPage({ prepare: (window) => (window.fetch = async () => Promise.reject(error)) });
    for (const asked of [NEW, new Request(`https://grok.com${NEW}`, VIDEO)]) {
      await assert.rejects(page.window.fetch(asked, asked === NEW ? VIDEO : undefined));
    }
    await advance(50);
    assert.deepEqual(
      page.signals("answer"),
      [1, 2].map((stream) => ({ type: "answer", stream, path: NEW, status: 0, headers: {}, body: "" })),
    );
  }
});

test("h6_a_body_that_never_comes_is_not_waited_for", async () => {
  const { page, told } = await toldOf(new Response(new ReadableStream({}), { status: 429 }), { wait: 2_100 });
  assert.deepEqual([told.at(-1).status, told.at(-1).body], [429, ""]);
  assert.deepEqual(page.signals("problem"), []);
});

test("h6_no_more_of_a_body_is_told_than_there_is_room_for", async () => {
  const { told } = await toldOf(new Response("湖".repeat(60_000), { status: 500 }));
  assert.equal(new TextEncoder().encode(told.at(-1).body).length, 64 * 1024 - 1);
});

test("h6_what_is_answered_to_a_chat_is_told_to_nobody", async () => {
  for (const [status, headers, body] of REFUSALS) {
    const request = new Request(`https://grok.com${TURN}`, CHAT);
    for (const [address, init] of [[NEW, CHAT], [request, null]]) {
      const { told } = await toldOf(new Response(body, { status, headers }), { address, init });
      assert.deepEqual(told, []);
    }
  }
});

test("h10_what_is_left_of_the_quota_is_told", async () => {
  const response = new Response(QUOTA, { headers: { "content-type": "application/json" } });
  const { told } = await toldOf(response, { address: "/rest/media/imagine/quota_info", init: { method: "POST", body: "{}" } });
  const [answer] = told;
  assert.deepEqual(answer, {
    type: "answer",
    stream: null,
    path: "/rest/media/imagine/quota_info",
    status: 200,
    headers: { "content-type": "application/json" },
    body: QUOTA,
  });
});

test("h10_a_quota_that_was_refused_and_the_limits_of_a_chat_are_not_told", async () => {
  const init = { method: "POST", body: "{}" };
  const refused = new Response("{}", { status: 429 });
  assert.deepEqual((await toldOf(refused, { address: "/rest/media/imagine/quota_info", init })).told, []);
  assert.deepEqual((await toldOf(new Response("{}"), { address: "/rest/rate-limits", init })).told, []);
});

test("h6_a_page_that_is_cloudflares_check_is_told_once_as_the_answer_that_it_is", async () => {
  const page = openPage({ body: "<p>Verify you are human</p>" });
  page.document.title = "Just a moment...";
  await advance(300);
  page.document.body.append("still");
  await advance(300);
  assert.deepEqual(page.signals("answer"), [
    {
      type: "answer",
      stream: null,
      path: page.window.location.pathname,
      status: 403,
      headers: { "cf-mitigated": "challenge", "content-type": "text/html" },
      body: "Just a moment...",
    },
  ]);
});

test("h6_a_page_of_groks_is_no_check", async () => {
  const page = openPage();
  page.document.body.append("just a moment, said the lake");
  await advance(300);
  assert.deepEqual(page.signals("answer"), []);
});

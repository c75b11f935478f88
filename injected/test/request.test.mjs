import assert from "node:assert/strict";
import { test } from "node:test";
import { NEW, OTHER_REQUESTS, TURN, VIDEO_REQUESTS } from "./grok.mjs";
import { advance, openPage } from "./page.mjs";

/** A page whose server takes everything, and what is sent of it. `path`: where the page is. */
const open = (path) => {
  const page = openPage({
    path,
    prepare: (window) => (window.fetch = async () => new Response('{"result":{}}\n', { status: 200 })),
  });
  const told = async (...args) => {
    await page.window.fetch(...args);
    await advance(300);
    return page.signals("request").map(({ stream, body }) => [stream, body]);
  };
  return { page, told };
};

const post = (body) => ({ method: "POST", body });
const CHAT_PAGE = "/c/33333333-cccc-4ccc-8ccc-000000000009";

for (const [what, request] of Object.entries(VIDEO_REQUESTS)) {
  test(`h4_each_request_for_a_video_is_told_as_it_was_sent: ${what}`, async () => {
    const body = JSON.stringify(request);
    for (const address of [NEW, TURN, `${TURN}/`, `https://grok.com${NEW}?x=1`]) {
      assert.deepEqual(await open().told(address, post(body)), [[1, body]], address);
    }
    const asked = new Request(`https://grok.com${TURN}`, post(body));
    assert.deepEqual(await open().told(asked), [[1, body]], "a Request object");
    assert.deepEqual(await open().told(NEW, post(new TextEncoder().encode(body))), [[1, body]], "bytes");
    assert.deepEqual(await open(CHAT_PAGE).told(NEW, post(body)), [[1, body]], "from anywhere");
  });
}

for (const [what, request] of Object.entries(OTHER_REQUESTS)) {
  test(`h4_what_is_for_no_video_is_never_told: ${what}`, async () => {
    const body = JSON.stringify(request);
    assert.deepEqual(await open().told(NEW, post(body)), []);
    const { page, told } = open(CHAT_PAGE);
    assert.deepEqual(await told(new Request(`https://grok.com${TURN}`, post(body))), []);
    assert.deepEqual(page.calls.filter(({ command }) => command === "observer_stream"), []);
  });
}

const TOO_LONG = JSON.stringify({ message: "x".repeat(300_000), toolOverrides: { videoGen: true } });

for (const [what, body] of [
  ["no JSON", "message=hello"],
  ["a form", new URLSearchParams("a=b")],
  ["a blob", new Blob(["{}"])],
  ["a text without end", TOO_LONG],
  ["bytes without end", new TextEncoder().encode(TOO_LONG)],
  ["nothing", undefined],
]) {
  test(`h4_what_can_not_be_read_is_told_as_such_where_no_chat_is: ${what}`, async () => {
    assert.deepEqual(await open().told(NEW, post(body)), [[1, null]]);
    const { page, told } = open(CHAT_PAGE);
    assert.deepEqual(await told(NEW, post(body)), []);
    assert.deepEqual(page.calls.filter(({ command }) => command === "observer_stream"), []);
  });
}

test("h4_a_long_request_object_is_read_no_further_than_a_request_for_a_video_goes", async () => {
  const request = new Request(`https://grok.com${NEW}`, post(TOO_LONG));
  assert.deepEqual(await open().told(request), [[1, null]]);
  assert.equal(await request.text(), TOO_LONG);
});

test("h4_two_requests_of_one_press_are_two", async () => {
  const { page } = open();
  const body = JSON.stringify(VIDEO_REQUESTS.v2);
  void page.window.fetch(NEW, post(body));
  void page.window.fetch(new Request(`https://grok.com${NEW}`, post(body)));
  await advance(300);
  assert.deepEqual(page.signals("request"), [
    { type: "request", stream: 1, body },
    { type: "request", stream: 2, body },
  ]);
});

test("h4_half_a_surrogate_pair_does_not_keep_a_request_from_arriving", async () => {
  const body = '{"mediaGenInput":{"imageToVideo":{"prompt":"lake \ud83c"}}}';
  assert.deepEqual(await open().told(NEW, post(body)), [[1, body.toWellFormed()]]);
});

for (const [what, args] of [
  ["another address", ["/rest/media/post/list", post(JSON.stringify(VIDEO_REQUESTS.v2))]],
  ["another method", [NEW, {}]],
  ["the address in a query", [`/x?to=${NEW}`, post(JSON.stringify(VIDEO_REQUESTS.v2))]],
  ["a part of the address", [`${NEW}er`, post(JSON.stringify(VIDEO_REQUESTS.v2))]],
  ["a turn's own page", ["/rest/app-chat/conversations/a/b/responses", post(JSON.stringify(VIDEO_REQUESTS.v2))]],
  ["another host", [`https://example.com${NEW}`, post(JSON.stringify(VIDEO_REQUESTS.v2))]],
  ["nothing", []],
]) {
  test(`h4_a_request_that_goes_elsewhere_is_not_looked_at: ${what}`, async () => {
    assert.deepEqual(await open().told(...args), []);
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { IMAGE, RECORD, TURN } from "./grok.mjs";
import { advance, openPage } from "./page.mjs";

const KIND = "CONVERSATION_KIND_IMAGINE";
const CHAT_PAGE = "/c/33333333-cccc-4ccc-8ccc-000000000009";
const json = { "content-type": "application/json; charset=utf-8" };

const answered = (body = RECORD, init = { headers: json }) => () => new Response(body, init);

/** A page at `path`, and the records that are sent of what it fetches. */
const open = (answer = answered(), path = undefined) => {
  const page = openPage({ path, prepare: (window) => (window.fetch = async () => answer()) });
  const told = async (address, init) => {
    await page.window.fetch(address, init);
    await advance(600);
    return page.signals("record").map(({ body }) => body);
  };
  return { page, told };
};

const POST = { method: "POST", body: "{}" };

for (const [what, address, init] of [
  ["the turns of a conversation", `${TURN}?conversationKind=${KIND}`],
  ["the turns of a conversation that names no kind", TURN],
  ["an image's or a video's record", `/rest/assets/${IMAGE}`],
  ["a list of records", "/rest/assets?pageSize=40&workspaceKind=WORKSPACE_KIND_IMAGINE_ALL"],
  ["records by their ids", `/rest/assets?pageSize=2&assetIds=${IMAGE}&assetIds=${IMAGE}`],
  ["a list of conversations", `/rest/app-chat/conversations?pageSize=40&kind=${KIND}`],
  ["a post", "/rest/media/post/get", POST],
  ["a list of posts", "/rest/media/post/list", POST],
  ["posts by their ids", "/rest/media/post/bulk-get", POST],
]) {
  test(`h8_what_the_page_fetches_by_itself_is_told: ${what}`, async () => {
    assert.deepEqual(await open().told(address, init), [RECORD]);
    assert.deepEqual(await open().told(new Request(new URL(address, "https://grok.com"), init)), [RECORD]);
  });
}

for (const [what, address, init, path] of [
  ["the turns of a chat", `${TURN}?conversationKind=CONVERSATION_KIND_CHAT`],
  ["the turns of a chat on its page", TURN, undefined, CHAT_PAGE],
  ["the files of a chat", "/rest/assets?workspaceKind=WORKSPACE_KIND_CHAT"],
  ["the files of a chat on its page", "/rest/assets?pageSize=40", undefined, CHAT_PAGE],
  ["a list of chats", "/rest/app-chat/conversations?pageSize=40"],
  ["a chat's share", `/rest/app-chat/conversations/1/share?kind=${KIND}`],
  ["what is changed", `/rest/assets/${IMAGE}`, { method: "DELETE" }],
  ["a like", "/rest/media/post/like", POST],
  ["another host's", `https://example.com/rest/assets/${IMAGE}`],
]) {
  test(`h8_what_is_no_record_of_imagines_is_not_told: ${what}`, async () => {
    assert.deepEqual(await open(answered(), path).told(address, init), []);
  });
}

test("h8_the_turns_of_imagines_conversations_are_told_from_anywhere", async () => {
  assert.deepEqual(await open(answered(), CHAT_PAGE).told(`${TURN}?conversationKind=${KIND}`), [RECORD]);
});

for (const [what, answer] of [
  ["a refusal", answered("{}", { status: 404, headers: json })],
  ["a page", answered("<html></html>", { headers: { "content-type": "text/html" } })],
  ["one that says that it is too long", answered(RECORD, { headers: { ...json, "content-length": "2000000" } })],
  ["one that is too long", answered(`{"a":"${"x".repeat(1024 * 1024)}"}`)],
  ["one that is too long in bytes alone", answered(`{"a":"${"湖".repeat(400_000)}"}`)],
  ["an empty one", answered("")],
]) {
  test(`h8_what_can_not_be_read_as_a_record_is_left_to_the_page: ${what}`, async () => {
    const { page, told } = open(answer);
    assert.deepEqual(await told(`/rest/assets/${IMAGE}`), []);
    const response = await page.window.fetch(`/rest/assets/${IMAGE}`);
    assert.equal(await response.text(), await answer().text(), "the page has all of it");
    assert.deepEqual(page.signals("problem"), []);
  });
}

test("h8_a_record_that_breaks_off_or_never_ends_is_not_told", async () => {
  for (const start of [(controller) => controller.error(new TypeError("gone")), () => {}]) {
    const { page, told } = open(() => new Response(new ReadableStream({ start }), { headers: json }));
    await told(`/rest/assets/${IMAGE}`);
    await advance(10_500);
    assert.deepEqual([page.signals("record"), page.signals("problem")], [[], []]);
  }
});

test("h8_a_page_that_fetches_without_end_is_read_within_bounds", async () => {
  const { page, told } = open();
  for (let count = 0; count < 100; count += 1) void page.window.fetch(`/rest/assets/${IMAGE}`);
  await advance(600);
  assert.equal(page.signals("record").length, 30);
  await advance(10_000);
  assert.equal((await told(`/rest/assets/${IMAGE}`)).length, 31);
});

test("h8_long_records_are_read_within_bounds", async () => {
  const { page, told } = open(answered(`{"a":"${"x".repeat(1_000_000)}"}`));
  for (let count = 0; count < 10; count += 1) await told(`/rest/assets/${IMAGE}`);
  assert.ok(page.signals("record").length <= 5, `${page.signals("record").length}`);
});

test("h8_what_the_page_does_not_read_is_not_kept_for_it_beyond_the_bound", async () => {
  let pulled = 0;
  const endless = () =>
    new Response(new ReadableStream({ pull: (controller) => (pulled += 1, controller.enqueue(new Uint8Array(65_536))) }), { headers: json });
  const { told } = open(endless);
  await told(`/rest/assets/${IMAGE}`);
  assert.ok(pulled <= 20, `${pulled} chunks were fetched`);
});

test("h8_nothing_is_fetched_that_the_page_does_not_ask_for", async () => {
  let fetched = 0;
  const { told } = open(() => ((fetched += 1), new Response(RECORD, { headers: json })));
  await told(`/rest/assets/${IMAGE}`);
  await advance(60_000);
  assert.equal(fetched, 1);
});

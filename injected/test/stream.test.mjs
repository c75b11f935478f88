import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, flush, openPage, VIDEO_REQUEST } from "./page.mjs";

const GENERATION = "/rest/app-chat/conversations/new";

/** A page whose server streams what the test writes. */
const openStreaming = () => {
  /** @type {ReadableStreamDefaultController[]} */
  const answers = [];
  const page = openPage({
    prepare: (window) => {
      window.fetch = async () =>
        new Response(new ReadableStream({ start: (controller) => void answers.push(controller) }), { status: 200 });
    },
  });
  const begin = () => page.window.fetch(GENERATION, { method: "POST", body: VIDEO_REQUEST });
  const pieces = () => page.calls.filter(({ command }) => command === "observer_stream").map(({ piece }) => piece);
  return { page, answers, begin, pieces };
};

const bytes = (text) => new TextEncoder().encode(text);

test("c5_the_answer_is_handed_over_as_it_comes_and_ends", async () => {
  const { answers, begin, pieces } = openStreaming();
  const response = await begin();
  answers[0].enqueue(bytes('{"progress":1}'));
  await advance(20);
  assert.deepEqual(pieces(), [{ stream: 1, text: '{"progress":1}', is_end: false }]);
  answers[0].enqueue(bytes('{"progress":2}'));
  answers[0].enqueue(bytes('{"progress":3}'));
  answers[0].close();
  await advance(400);
  assert.deepEqual(pieces().slice(1), [{ stream: 1, text: '{"progress":2}{"progress":3}', is_end: true }]);
  assert.equal(await response.text(), '{"progress":1}{"progress":2}{"progress":3}');
});

test("a character that two chunks share arrives whole", async () => {
  const { answers, begin, pieces } = openStreaming();
  await begin();
  const [snow] = [bytes("☃")];
  answers[0].enqueue(snow.slice(0, 1));
  await advance(20);
  answers[0].enqueue(snow.slice(1));
  answers[0].close();
  await advance(400);
  assert.equal(pieces().map(({ text }) => text).join(""), "☃");
});

test("a busy answer is handed over five times a second at most", async () => {
  const { answers, begin, pieces } = openStreaming();
  await begin();
  for (let step = 0; step < 50; step += 1) {
    answers[0].enqueue(bytes("x"));
    await advance(20);
  }
  assert.ok(pieces().length >= 4 && pieces().length <= 6, `${pieces().length} pieces in a second`);
});

test("a long text goes in pieces that part no pair of surrogates", async () => {
  const { answers, begin, pieces } = openStreaming();
  await begin();
  const text = `x${"😀".repeat(70_000)}`;
  answers[0].enqueue(bytes(text));
  answers[0].close();
  await advance(1_500);
  const texts = pieces().map((piece) => piece.text);
  assert.equal(texts.join(""), text);
  assert.ok(texts.every((piece) => piece.length <= 60_000 && piece.isWellFormed()));
  assert.deepEqual(pieces().map(({ is_end }) => is_end).indexOf(true), texts.length - 1);
});

test("generations side by side have numbers of their own", async () => {
  const { answers, begin, pieces } = openStreaming();
  await begin();
  await begin();
  answers[1].enqueue(bytes("b"));
  answers[0].enqueue(bytes("a"));
  await advance(50);
  assert.deepEqual(
    pieces().map(({ stream, text }) => `${stream}${text}`).sort(),
    ["1a", "2b"],
  );
});

test("an answer that breaks off fails for the page as it would, and is told to its end", async () => {
  const { page, answers, begin, pieces } = openStreaming();
  const response = await begin();
  answers[0].enqueue(bytes("half"));
  await advance(20);
  answers[0].error(new TypeError("the network is gone"));
  await advance(400);
  await assert.rejects(response.text(), /the network is gone/);
  assert.equal(pieces().at(-1).is_end, true);
  assert.deepEqual(page.signals("problem"), []);
});

test("a turn in an open conversation is followed as a new one is", async () => {
  const { page, answers, pieces } = openStreaming();
  const turn = "/rest/app-chat/conversations/33333333-cccc-4ccc-8ccc-000000000001/responses";
  await page.window.fetch(turn, { method: "POST", body: VIDEO_REQUEST });
  answers[0].enqueue(bytes("a"));
  await advance(20);
  assert.deepEqual(pieces(), [{ stream: 1, text: "a", is_end: false }]);
});

test("the answer to a Request object is followed, and to a body that can't be read", async () => {
  const { page, answers, pieces } = openStreaming();
  await page.window.fetch(new Request(`https://grok.com${GENERATION}`, { method: "POST", body: VIDEO_REQUEST }));
  await page.window.fetch(GENERATION, { method: "POST", body: new Uint8Array(3) });
  answers[0].enqueue(bytes("a"));
  answers[1].enqueue(bytes("b"));
  await advance(50);
  assert.deepEqual(pieces().map(({ text }) => text).sort(), ["a", "b"]);
});

test("another request's answer is not read, and a chat's neither", async () => {
  const { page, answers, pieces } = openStreaming();
  const chat = JSON.stringify({ modelName: "grok-4", message: "make me a video, videoGenModelConfig" });
  await page.window.fetch("/rest/media/post/list", { method: "POST", body: VIDEO_REQUEST });
  await page.window.fetch(GENERATION, { method: "POST", body: chat });
  const response = await page.window.fetch(new Request(`https://grok.com${GENERATION}`, { method: "POST", body: chat }));
  for (const answer of answers) answer.enqueue(bytes("secret"));
  answers[2].close();
  assert.equal(await response.text(), "secret", "the page reads its answer whole");
  await flush();
  await advance(400);
  assert.deepEqual(pieces(), []);
});

test("c5_what_came_of_an_answer_is_told_before_the_store_that_it_led_to", async () => {
  const { page, answers, begin } = openStreaming();
  page.window.sessionStorage.setItem("useMediaStore", "{}");
  await begin();
  answers[0].enqueue(bytes('{"progress":24}'));
  await advance(600);
  answers[0].enqueue(bytes('{"progress":25}'));
  await advance(20);
  page.calls.length = 0;
  // Sooner than the next piece would go by itself.
  answers[0].enqueue(bytes('{"progress":26}'));
  await flush();
  page.window.sessionStorage.setItem("useMediaStore", '{"moderated":true}');
  await advance(20);
  assert.deepEqual(
    page.calls.map(({ command, piece }) => piece?.text ?? command),
    ['{"progress":26}', "observer_text"],
  );
  answers[0].close();
  await advance(400);
  assert.deepEqual(page.calls.at(-1).piece, { stream: 1, text: "", is_end: true });
});

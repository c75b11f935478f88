import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { frame, LAST_FRAME, NEW as GENERATION, OTHER_REQUESTS, TURN, VIDEO_REQUESTS } from "./grok.mjs";
import { advance, flush, openPage } from "./page.mjs";

const VIDEO_REQUEST = JSON.stringify(VIDEO_REQUESTS.v2);

/** A page whose server streams what the test writes. */
const openStreaming = (options = {}) => {
  /** @type {ReadableStreamDefaultController[]} */
  const answers = [];
  /** Node cancels what nobody holds any more; a page holds what it reads. */
  const held = [];
  /** What the page gave up, by the number of its answer. */
  const cancelled = [];
  const page = openPage({
    ...options,
    prepare: (window) => {
      window.fetch = async () => {
        const number = answers.length;
        const start = (controller) => void answers.push(controller);
        held.push(new Response(new ReadableStream({ start, cancel: () => void cancelled.push(number) }), { status: 200 }));
        return held.at(-1);
      };
    },
  });
  const begin = () => page.window.fetch(GENERATION, { method: "POST", body: VIDEO_REQUEST });
  const pieces = () => page.calls.filter(({ command }) => command === "observer_stream").map(({ piece }) => piece);
  return { page, answers, cancelled, held, begin, pieces };
};

const bytes = (text) => new TextEncoder().encode(text);

test("c5_the_answer_is_handed_over_as_it_comes_and_ends", async () => {
  const { answers, begin, pieces } = openStreaming();
  const response = await begin();
  answers[0].enqueue(bytes('{"progress":1}'));
  await advance(20);
  assert.deepEqual(pieces(), [{ stream: 1, text: '{"progress":1}', end: null }]);
  answers[0].enqueue(bytes('{"progress":2}'));
  answers[0].enqueue(bytes('{"progress":3}'));
  answers[0].close();
  await advance(400);
  assert.deepEqual(pieces().slice(1), [{ stream: 1, text: '{"progress":2}{"progress":3}', end: "closed" }]);
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
  assert.deepEqual(pieces().map(({ end }) => end).indexOf("closed"), texts.length - 1);
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

test("h3_an_answer_that_breaks_off_fails_for_the_page_as_it_would_and_is_told_as_broken", async () => {
  const { page, answers, begin, pieces } = openStreaming();
  const response = await begin();
  answers[0].enqueue(bytes("half"));
  await advance(20);
  answers[0].error(new TypeError("the network is gone"));
  await advance(400);
  await assert.rejects(response.text(), /the network is gone/);
  assert.equal(pieces().at(-1).end, "broken");
  assert.deepEqual(page.signals("problem"), []);
});

test("a turn in an open conversation is followed as a new one is", async () => {
  const { page, answers, pieces } = openStreaming();
  await page.window.fetch(TURN, { method: "POST", body: VIDEO_REQUEST });
  answers[0].enqueue(bytes("a"));
  await advance(20);
  assert.deepEqual(pieces(), [{ stream: 1, text: "a", end: null }]);
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
  const chat = JSON.stringify(OTHER_REQUESTS["a chat"]);
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
  assert.deepEqual(page.calls.at(-1).piece, { stream: 1, text: "", end: "closed" });
});

test("h4_a_request_is_told_before_the_pieces_of_its_stream_whatever_the_backends_pace", async () => {
  const slow = (call) => new Promise((resolve) => setTimeout(() => resolve(call.signal ? null : "accepted"), 700));
  const { page, answers } = openStreaming({ reply: slow });
  const told = page.window.fetch(new Request(`https://grok.com${GENERATION}`, { method: "POST", body: VIDEO_REQUEST }));
  const second = page.window.fetch(TURN, { method: "POST", body: VIDEO_REQUEST });
  await Promise.all([told, second]);
  for (const text of ["a", "b", "c"]) {
    for (const answer of answers) answer.enqueue(bytes(text));
    await advance(300);
  }
  for (const answer of answers) answer.close();
  await advance(20_000);
  const order = (number) =>
    page.calls.flatMap(({ signal, piece }) => {
      if (signal?.type === "request" && signal.stream === number) return ["request"];
      return piece?.stream === number ? [piece.text] : [];
    });
  for (const number of [1, 2]) {
    const [first, ...pieces] = order(number);
    assert.equal(first, "request");
    assert.equal(pieces.join(""), "abc");
  }
});

/** The ways of a page to cancel an answer while it reads. */
const WAYS = {
  "its reader": async (response) => {
    const reader = response.body.getReader();
    await reader.read();
    return () => reader.cancel();
  },
  "its body": async (response) => {
    const reader = response.body.getReader();
    await reader.read();
    reader.releaseLock();
    return () => response.body.cancel();
  },
  "what it pipes it through": async (response) => {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    return () => reader.cancel();
  },
};

for (const [what, begin] of Object.entries(WAYS)) {
  test(`h3_an_answer_that_the_page_lets_go_of_is_broken_and_is_not_held: by ${what}`, async () => {
    const { page, answers, cancelled, begin: ask, pieces } = openStreaming();
    const response = await ask();
    const read = begin(response);
    answers[0].enqueue(bytes("half"));
    await advance(20);
    const letGo = await read;
    answers[0].enqueue(bytes(", and the last that came"));
    void letGo();
    await advance(500);
    assert.deepEqual(cancelled, [0], "the connection ends as the page wants it");
    assert.equal(pieces().map(({ text }) => text).join(""), "half, and the last that came");
    assert.equal(pieces().at(-1).end, "broken");
    assert.deepEqual(page.signals("problem"), []);
  });
}

test("h3_a_body_that_a_reader_holds_is_not_let_go_of_past_it", async () => {
  const { answers, cancelled, begin, pieces } = openStreaming();
  const response = await begin();
  response.body.getReader();
  await assert.rejects(response.body.cancel());
  answers[0].enqueue(bytes("goes on"));
  await advance(300);
  answers[0].close();
  await advance(300);
  assert.deepEqual(cancelled, []);
  assert.equal(pieces().at(-1).end, "closed");
});

test("h3_another_answer_that_the_page_lets_go_of_is_its_own_affair", async () => {
  const { page, answers, cancelled, begin, pieces } = openStreaming();
  await begin();
  const other = await page.window.fetch("/rest/other");
  await other.body.cancel();
  answers[0].enqueue(bytes("a"));
  await advance(300);
  assert.deepEqual([cancelled, pieces().at(-1).end], [[1], null]);
});

test("h3_an_answer_without_end_is_cut_at_a_bound", async () => {
  const { answers, cancelled, begin, pieces } = openStreaming();
  await begin();
  for (let count = 0; count < 9; count += 1) {
    answers[0].enqueue(bytes("x".repeat(1_000_000)));
    await advance(5_000);
  }
  await advance(60_000);
  assert.equal(pieces().at(-1).end, "cut");
  assert.equal(pieces().map(({ text }) => text).join("").length, 8_000_000);
  assert.deepEqual(cancelled, [], "the page reads on");
});

test("h3_an_answer_that_stays_open_is_cut_after_half_an_hour", async () => {
  const { answers, begin, pieces } = openStreaming();
  await begin();
  answers[0].enqueue(bytes(frame(LAST_FRAME)));
  await advance(1_000);
  mock.timers.tick(29 * 60_000);
  await advance(100);
  assert.equal(pieces().at(-1).end, null);
  mock.timers.tick(2 * 60_000);
  await advance(100);
  assert.deepEqual(pieces().at(-1), { stream: 1, text: "", end: "cut" });
});

test("h3_what_a_backend_that_is_gone_leaves_waiting_is_bounded", async () => {
  let comeBack;
  const gone = new Promise((resolve) => (comeBack = resolve));
  const { answers, begin, pieces } = openStreaming({ reply: (call) => (call.piece ? gone : null) });
  await begin();
  for (let count = 0; count < 8; count += 1) {
    answers[0].enqueue(bytes("x".repeat(1_000_000)));
    await advance(20);
  }
  comeBack("accepted");
  await advance(30_000);
  const length = pieces().map(({ text }) => text).join("").length;
  assert.ok(length > 4_000_000 && length <= 6_000_000, `${length}`);
  assert.equal(pieces().at(-1).end, "cut");
});

test("h3_a_piece_that_is_refused_is_told_again_and_a_lost_one_cuts_the_stream", async () => {
  let refusals = 0;
  const refuse = (most) => (call) => {
    if (call.piece && call.piece.text !== "" && refusals < most) {
      refusals += 1;
      throw { code: "refused", message: "busy" };
    }
    return call.signal ? null : "accepted";
  };
  for (const [most, end] of [[2, "closed"], [3, "cut"]]) {
    refusals = 0;
    const { answers, begin, pieces } = openStreaming({ reply: refuse(most) });
    await begin();
    answers[0].enqueue(bytes("a"));
    await advance(3_000);
    answers[0].enqueue(bytes("b"));
    answers[0].close();
    await advance(3_000);
    assert.equal(pieces().at(-1).end, end);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, OBSERVER, openPage } from "./page.mjs";

const FORM = '<main><article><textarea aria-label="Make a video"></textarea><button>Make video</button></article></main>';

const ask = async (page) => {
  page.window[OBSERVER].health({ number: 3 });
  await advance(500);
  const [answer] = page.calls.filter((call) => call.command === "observer_health").slice(-1);
  return { number: answer.number, found: Object.fromEntries(answer.found.map(({ piece, how }) => [piece, how])) };
};

test("what is found is told with what it was found by", async () => {
  const { number, found } = await ask(openPage({ body: FORM }));
  assert.equal(number, 3);
  assert.equal(found.prompt_box, 'textarea[aria-label="Make a video" i]');
  assert.equal(found.generate_control, "the label make video");
  assert.equal(found.progress, null);
});

test("what is not found is told as such", async () => {
  const { found } = await ask(openPage({ body: "<main></main>" }));
  assert.deepEqual([found.prompt_box, found.generate_control, found.toasts], [null, null, null]);
});

test("the user's own selectors come first, and those that no longer match stand back", async () => {
  const page = openPage({ body: `${FORM}<input id="box"><button id="go">Los</button>` });
  page.window[OBSERVER].override({ prompt_box: "#box", generate_control: "#go" });
  const { found } = await ask(page);
  assert.deepEqual([found.prompt_box, found.generate_control], ["#box", "#go"]);
  page.window[OBSERVER].override({ prompt_box: "#gone", generate_control: "" });
  const later = (await ask(page)).found;
  assert.deepEqual([later.prompt_box, later.generate_control], ['textarea[aria-label="Make a video" i]', "the label make video"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, OBSERVER, openPage } from "./page.mjs";

const open = (body, piece) => {
  const page = openPage({ body });
  const clicks = [];
  page.document.addEventListener("click", (event) => clicks.push(event.target));
  page.window[OBSERVER].pick({ number: 5, piece });
  const answers = async () => {
    await advance(500);
    return page.calls.filter((call) => call.command === "observer_picked").map(({ number, selector }) => [number, selector]);
  };
  const event = (name, target, init = {}) =>
    target.dispatchEvent(new page.window.MouseEvent(name, { bubbles: true, cancelable: true, ...init }));
  return { page, clicks, answers, event };
};

for (const [what, body, piece, expected] of [
  ["its label", '<button id="it" aria-label="Los"></button><button>Other</button>', "generate_control", 'button[aria-label="Los"]'],
  ["its place in the main part", '<nav><button id="x" title="Go"></button></nav><main><button id="it" title="Go"></button></main>', "generate_control", 'main button[title="Go"]'],
  ["its place in the page", '<div><button>A</button><button id="it">B</button></div>', "generate_control", "body > div > button:nth-of-type(2)"],
  ["a quoted label", `<textarea id="it" placeholder='say "hello"'></textarea>`, "prompt_box", 'textarea[placeholder="say \\"hello\\""]'],
]) {
  test(`p2_a_click_takes_the_control_and_the_page_does_not_hear_of_it: by ${what}`, async () => {
    const { page, clicks, answers, event } = open(body, piece);
    event("pointermove", page.document.querySelector("#it"));
    event("click", page.document.querySelector("#it"));
    assert.deepEqual(await answers(), [[5, expected]]);
    assert.equal(page.document.querySelector(expected).id, "it");
    assert.deepEqual(clicks, []);
    event("click", page.document.querySelector("#it"));
    assert.equal(clicks.length, 1, "after that the page is the user's again");
  });
}

test("what stands inside the control means the control, and anything else nothing", async () => {
  const { page, answers, event } = open('<p id="text">words</p><button aria-label="Los"><svg id="in"></svg></button>', "generate_control");
  event("click", page.document.querySelector("#text"));
  assert.deepEqual(await answers(), []);
  event("click", page.document.querySelector("#in"));
  assert.deepEqual(await answers(), [[5, 'button[aria-label="Los"]']]);
});

test("p2_escape_leaves_and_nothing_of_it_stays_in_the_page", async () => {
  const { page, answers } = open("<button>Go</button>", "generate_control");
  const before = page.document.documentElement.children.length;
  page.document.body.dispatchEvent(new page.window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  assert.deepEqual(await answers(), [[5, null]]);
  assert.equal(page.document.documentElement.children.length, before - 1);
});

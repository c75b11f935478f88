import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, OTHER_POST, POST, PROMPT } from "./page.mjs";

const boxOf = (page) => page.document.querySelector("textarea");
const buttonOf = (page) => page.document.getElementById("make");
const results = (page) => page.signals("action_result").map(({ action_id, result }) => [action_id, result]);
const ask = (page, action = {}) => page.observer().act({ action_id: 1, post_id: POST, prompt: PROMPT, ...action });

test("c9_the_prompt_is_written_and_the_control_is_clicked_once_and_answered_once", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  let heldAtClick;
  buttonOf(page).addEventListener("click", () => (heldAtClick = boxOf(page).value));
  assert.equal(await page.act(), "clicked");
  assert.equal(heldAtClick, PROMPT);
  assert.equal(clicks.count, 1);
  assert.deepEqual(page.signals("action_result"), [{ type: "action_result", action_id: 1, result: "clicked" }]);
});

test("bug_1_the_same_action_twice_clicks_once_and_is_answered_once", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  ask(page);
  ask(page);
  await advance(1_000);
  ask(page);
  await advance(1_000);
  assert.equal(clicks.count, 1);
  assert.deepEqual(results(page), [[1, "clicked"]]);
});

test("bug_2_a_refused_action_starts_no_timer_and_is_not_tried_again_by_the_page", async () => {
  const page = openPage();
  buttonOf(page).disabled = true;
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "control_disabled");
  buttonOf(page).disabled = false;
  await advance(60_000);
  ask(page);
  await advance(1_000);
  assert.equal(clicks.count, 0);
  assert.deepEqual(results(page), [[1, "control_disabled"]]);
});

test("two actions are carried out one after the other, each with its own prompt", async () => {
  const page = openPage();
  const held = [];
  buttonOf(page).addEventListener("click", () => held.push(boxOf(page).value));
  ask(page, { action_id: 1, prompt: "a mountain lake at dawn" });
  ask(page, { action_id: 2, prompt: "a mountain lake at dusk" });
  await advance(1_000);
  assert.deepEqual(held, ["a mountain lake at dawn", "a mountain lake at dusk"]);
  assert.deepEqual(results(page), [[1, "clicked"], [2, "clicked"]]);
});

test("bug_8_an_action_for_another_post_is_refused_and_nothing_is_touched", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  assert.equal(await page.act({ post_id: OTHER_POST }), "not_this_image");
  assert.equal(await page.act({ action_id: 2, post_id: POST.slice(0, -1) }), "not_this_image");
  assert.equal(clicks.count, 0);
  assert.equal(boxOf(page).value, "");
});

test("bug_8_a_page_without_a_post_is_nobodys", async () => {
  const page = openPage({ path: "/imagine" });
  assert.equal(await page.act(), "not_this_image");
});

test("a post's address may end in a slash and carry a query", async () => {
  assert.equal(await openPage({ path: `/imagine/post/${POST}/?source=agent` }).act(), "clicked");
});

test("bug_8_a_route_that_changes_while_the_prompt_settles_stops_the_click", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  ask(page);
  await advance(100);
  page.window.history.pushState({}, "", `/imagine/post/${OTHER_POST}`);
  await advance(500);
  assert.deepEqual(results(page), [[1, "not_this_image"]]);
  assert.equal(clicks.count, 0);
});

const PROGRESS = '<span class="tabular-nums">12%</span>';

test("a generation under way is left alone", async () => {
  const page = openPage();
  page.document.querySelector("article").insertAdjacentHTML("beforeend", PROGRESS);
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "generation_under_way");
  assert.equal(clicks.count, 0);
  assert.equal(boxOf(page).value, "", "the prompt box is left alone too");
});

test("a generation that begins while the prompt settles stops the click", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  ask(page);
  await advance(100);
  page.document.querySelector("article").insertAdjacentHTML("beforeend", PROGRESS);
  await advance(500);
  assert.deepEqual(results(page), [[1, "generation_under_way"]]);
  assert.equal(clicks.count, 0);
});

test("bug_15_a_missing_control_is_answered_and_costs_no_click", async () => {
  const page = openPage();
  buttonOf(page).remove();
  assert.equal(await page.act(), "control_missing");
});

for (const [what, disable] of [
  ["disabled", (button) => (button.disabled = true)],
  ["aria-disabled", (button) => button.setAttribute("aria-disabled", "true")],
  ["in a disabled fieldset", (button) => button.ownerDocument.querySelector("article").insertAdjacentHTML("beforeend", "<fieldset disabled></fieldset>") ?? button.ownerDocument.querySelector("fieldset").append(button)],
]) {
  test(`bug_23_a_control_that_is_${what}_is_not_clicked`, async () => {
    const page = openPage();
    const button = buttonOf(page);
    disable(button);
    const clicks = page.clicksOn("make");
    assert.equal(await page.act(), "control_disabled");
    assert.equal(await page.act({ action_id: 2, prompt: "" }), "control_disabled");
    assert.equal(clicks.count, 0);
  });
}

test("a control that is disabled only while the box is empty is clicked once the prompt stands", async () => {
  const page = openPage();
  const button = buttonOf(page);
  button.disabled = true;
  boxOf(page).addEventListener("input", () => (button.disabled = boxOf(page).value === ""));
  assert.equal(await page.act(), "clicked");
});

test("a control that becomes disabled while the prompt settles is not clicked", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  ask(page);
  await advance(100);
  buttonOf(page).disabled = true;
  await advance(500);
  assert.deepEqual(results(page), [[1, "control_disabled"]]);
  assert.equal(clicks.count, 0);
});

test("a control that is swapped while the prompt settles is not clicked", async () => {
  const page = openPage();
  ask(page);
  await advance(100);
  const other = buttonOf(page).cloneNode(true);
  buttonOf(page).replaceWith(other);
  const clicks = page.clicksOn("make");
  await advance(500);
  assert.deepEqual(results(page), [[1, "control_missing"]]);
  assert.equal(clicks.count, 0);
});

test("bug_23_a_prompt_that_the_page_refuses_is_not_clicked", async () => {
  const page = openPage();
  boxOf(page).addEventListener("input", () => (boxOf(page).value = ""));
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "prompt_not_accepted");
  assert.equal(clicks.count, 0);
});

test("a prompt that somebody changes while it settles is not clicked", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  ask(page);
  await advance(100);
  boxOf(page).value += ", at dawn";
  await advance(500);
  assert.deepEqual(results(page), [[1, "prompt_not_accepted"]]);
  assert.equal(clicks.count, 0);
});

test("c1_with_a_blank_prompt_nothing_is_typed_and_the_control_is_clicked", async () => {
  const page = openPage();
  boxOf(page).value = "what the user left there";
  let inputs = 0;
  boxOf(page).addEventListener("input", () => (inputs += 1));
  assert.equal(await page.act({ prompt: " \n" }), "clicked");
  assert.equal(boxOf(page).value, "what the user left there");
  assert.equal(inputs, 0);
});

test("c1_a_blank_prompt_needs_no_prompt_box", async () => {
  const page = openPage({ body: '<main><article><button id="redo" aria-label="Redo"><svg></svg></button></article></main>' });
  assert.equal(await page.act({ prompt: "" }), "clicked");
});

test("an action of another shape is refused, and one without an id is only reported", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  page.observer().act({ action_id: 7, prompt: PROMPT });
  page.observer().act({ post_id: POST, prompt: PROMPT });
  page.observer().act(null);
  await advance(500);
  assert.deepEqual(results(page), [[7, "other"]]);
  assert.equal(page.signals("problem").length, 2);
  assert.equal(clicks.count, 0);
});

test("an answer that the backend refuses to hear is told again", async () => {
  let refusals = 0;
  const page = openPage({
    reply: (call) => {
      if (call.signal?.type === "action_result" && refusals < 1) {
        refusals += 1;
        throw new Error("busy");
      }
      return call.signal ? null : "accepted";
    },
  });
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "clicked");
  await advance(5_000);
  assert.deepEqual(results(page), [[1, "clicked"], [1, "clicked"]]);
  assert.equal(clicks.count, 1);
});

test("a click handler of the page that throws does not change the answer", async () => {
  const page = openPage();
  page.window.addEventListener("error", (event) => event.preventDefault());
  buttonOf(page).addEventListener("click", () => {
    throw new Error("the page's own");
  });
  assert.equal(await page.act(), "clicked");
});

test("a page that was left is not clicked", async () => {
  const page = openPage();
  const clicks = page.clicksOn("make");
  ask(page);
  await advance(100);
  page.window.dispatchEvent(Object.assign(new page.window.Event("pagehide"), { persisted: false }));
  await advance(500);
  assert.equal(clicks.count, 0);
  assert.deepEqual(results(page), [[1, "other"]]);
});

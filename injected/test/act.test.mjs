import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, OTHER_POST, POST, POST_PAGE, PROMPT, use } from "./page.mjs";

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

test("a1_a_uuid_is_the_same_post_in_any_case_and_another_id_is_not", async () => {
  const page = openPage({ path: `/imagine/post/${POST.toUpperCase()}` });
  assert.equal(await page.act(), "clicked");
  const named = openPage({ path: "/imagine/post/Lake" });
  assert.equal(await named.act({ post_id: "lake" }), "not_this_image");
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

const around = (button, html) => {
  button.insertAdjacentHTML("beforebegin", html);
  button.previousElementSibling.append(button);
};

for (const [what, disable] of [
  ["by data-disabled", (button) => button.setAttribute("data-disabled", "")],
  ["by data-disabled, as a word", (button) => button.setAttribute("data-disabled", "true")],
  ["by data-disabled of its group", (button) => around(button, '<div role="group" data-disabled></div>')],
  ["by pointer-events", (button) => (button.style.pointerEvents = "none")],
  ["by pointer-events of what is around it", (button) => around(button, '<div style="pointer-events: none"></div>')],
  ["by aria-disabled of its group", (button) => around(button, '<div role="group" aria-disabled="true"></div>')],
  ["while it is busy", (button) => button.setAttribute("aria-busy", "true")],
  ["while its form is busy", (button) => around(button, '<form aria-busy="true"></form>')],
  ["while its group is busy", (button) => around(button, '<div role="group" aria-busy="true"></div>')],
  ["while its article is busy", (button) => button.closest("article").setAttribute("aria-busy", "true")],
  ["when inert", (button) => button.setAttribute("inert", "")],
  ["in an inert part", (button) => around(button, "<div inert></div>")],
  ["in an inert article, box and all", (button) => button.closest("article").setAttribute("inert", "")],
  ["in a disabled fieldset, though no button", (button) => {
    around(button, "<fieldset disabled></fieldset>");
    button.outerHTML = '<div role="button" id="make">Make video</div>';
  }],
  ["in a disabled fieldset inside another", (button) => around(button, "<fieldset disabled></fieldset>") ?? around(button, "<fieldset></fieldset>")],
]) {
  test(`c9_a_control_that_is_disabled_is_not_clicked: ${what}`, async () => {
    const page = openPage();
    disable(buttonOf(page));
    const clicks = page.clicksOn("make");
    assert.equal(await page.act(), "control_disabled");
    assert.equal(await page.act({ action_id: 2, prompt: "" }), "control_disabled");
    assert.deepEqual([clicks.count, boxOf(page).value], [0, ""]);
  });
}

for (const [what, change] of [
  ["data-disabled that says false", (button) => button.setAttribute("data-disabled", "false")],
  ["aria-disabled that says false", (button) => button.setAttribute("aria-disabled", "false")],
  ["aria-busy that says false", (button) => button.setAttribute("aria-busy", "false")],
  ["a list that still loads", (button) => button.closest("main").setAttribute("aria-busy", "true")],
  ["an icon that pointers go past", (button) => (button.innerHTML = '<svg style="pointer-events: none"></svg>')],
  ["a fieldset that is not disabled", (button) => around(button, "<fieldset></fieldset>")],
]) {
  test(`what only looks like disabled does not stop the click: ${what}`, async () => {
    const page = openPage();
    change(buttonOf(page));
    assert.equal(await page.act(), "clicked");
  });
}

test("c9_a_label_is_disabled_with_the_control_that_it_is_for", async () => {
  const body = '<main><article><textarea aria-label="Make a video"></textarea><label id="make">Go<input type="submit" disabled></label></article></main>';
  const page = openPage({ body });
  page.observer().override({ prompt_box: "", generate_control: "label" });
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "control_disabled");
  page.document.querySelector("input").disabled = false;
  assert.equal(await page.act({ action_id: 2 }), "clicked");
  assert.equal(clicks.count > 0, true);
});

test("c9_a_link_that_says_it_is_disabled_is_not_clicked", async () => {
  const body = '<main><article><textarea aria-label="Make a video"></textarea><a role="button" aria-disabled="true" id="make">Make video</a></article></main>';
  const page = openPage({ body });
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "control_disabled");
  assert.equal(clicks.count, 0);
});

const RECT = { left: 100, top: 100, right: 200, bottom: 140, width: 100, height: 40 };

/** A page that is laid out: `over(document)` is what lies in the middle of everything. */
const openLaidOut = (html, over, rects = {}) =>
  openPage({
    body: POST_PAGE + html,
    prepare: (window) => {
      window.Element.prototype.getBoundingClientRect = function () {
        return rects[this.id] ?? rects[this.localName] ?? RECT;
      };
      window.Document.prototype.elementFromPoint = function (x, y) {
        assert.deepEqual([x, y], [150, 120]);
        return over(this);
      };
    },
  });

const WHOLE = { left: 0, top: 0, right: 1024, bottom: 768, width: 1024, height: 768 };

for (const [what, html, expected, rects] of [
  ["a veil over the page", '<div id="over" style="position: fixed"></div>', "control_disabled", { over: WHOLE }],
  ["a veil over the page by its edges", '<div id="over" style="position: fixed; left: 0; top: 0; right: 0; bottom: 0"></div>', "control_disabled"],
  ["something in a veil over the page", '<div style="position: fixed; left: 0; top: 0; right: 0; bottom: 0"><p id="over"></p></div>', "control_disabled"],
  ["a part of the page that lies over it", '<div id="over" style="position: absolute"></div>', "control_disabled"],
  ["a header that floats", '<div style="position: fixed; top: 0"><p id="over"></p></div>', "clicked"],
  ["a toolbar that sticks", '<div style="position: sticky"><p id="over"></p></div>', "clicked"],
  ["a notice, which passes", '<ol data-sonner-toaster><li id="over">Saved</li></ol>', "clicked"],
]) {
  test(`c9_a_control_under_something_else_is_not_clicked: ${what}: ${expected}`, async () => {
    const page = openLaidOut(html, (document) => document.getElementById("over"), rects);
    boxOf(page).value = "the user's own draft";
    assert.equal(await page.act(), expected);
    if (expected !== "clicked") assert.equal(boxOf(page).value, "the user's own draft");
  });
}

test("a control that lies open, or is scrolled away, is clicked", async () => {
  const open = (over, html = "", rects = {}) => openLaidOut(html, over, rects).act();
  assert.equal(await open((document) => document.getElementById("make")), "clicked");
  assert.equal(await open((document) => document.querySelector("main")), "clicked", "something around it");
  assert.equal(await open(() => null), "clicked", "outside of the window");
  const scroller = { main: { left: 0, top: 300, right: 1024, bottom: 700, width: 1024, height: 400 } };
  const page = openLaidOut('<div id="over"></div>', (document) => document.getElementById("over"), scroller);
  page.document.querySelector("main").style.overflow = "auto";
  assert.equal(await page.act(), "clicked", "outside of what scrolls by itself");
});

const DRAFT = "the user's own draft";

for (const [what, change, expected] of [
  ["a control that is missing", (page) => buttonOf(page).remove(), "control_missing"],
  ["a control that is disabled over the draft", (page) => (buttonOf(page).disabled = true), "control_disabled"],
  ["a busy form", (page) => buttonOf(page).closest("article").setAttribute("aria-busy", "true"), "control_disabled"],
  ["a generation under way", (page) => page.document.querySelector("article").insertAdjacentHTML("beforeend", PROGRESS), "generation_under_way"],
  ["a dialog", (page) => page.document.body.insertAdjacentHTML("beforeend", '<div role="dialog">Sign in</div>'), "dialog_open"],
  ["another post", (page) => page.window.history.pushState({}, "", `/imagine/post/${OTHER_POST}`), "not_this_image"],
  ["a box that nobody can write into", (page) => (boxOf(page).readOnly = true), "prompt_not_accepted"],
  ["a box that is disabled", (page) => (boxOf(page).disabled = true), "prompt_not_accepted"],
]) {
  test(`c9_the_user's_draft_is_not_touched_by_a_try_that_is_refused_anyway: ${what}`, async () => {
    const page = openPage();
    boxOf(page).value = DRAFT;
    change(page);
    let inputs = 0;
    boxOf(page).addEventListener("input", () => (inputs += 1));
    assert.equal(await page.act(), expected);
    assert.deepEqual([boxOf(page).value, inputs], [DRAFT, 0]);
  });

  test(`c9_the_user's_draft_comes_back_where_a_try_is_refused_after_all: ${what}`, async () => {
    const page = openPage();
    boxOf(page).value = DRAFT;
    ask(page);
    await advance(100);
    assert.equal(boxOf(page).value, PROMPT);
    const before = boxOf(page);
    change(page);
    await advance(1_000);
    const result = results(page)[0][1];
    if (what.startsWith("a box")) assert.equal(result, "clicked", "the prompt stands, so there is nothing more to write");
    else assert.deepEqual([result, before.value], [expected, DRAFT]);
  });
}

test("c9_what_an_empty_box_was_disabled_for_is_known_only_when_the_prompt_stands", async () => {
  const page = openPage();
  buttonOf(page).disabled = true;
  const held = [];
  boxOf(page).addEventListener("input", () => held.push(boxOf(page).value));
  assert.equal(await page.act(), "control_disabled");
  assert.deepEqual(held, [PROMPT, ""]);
  assert.equal(boxOf(page).value, "");
});

test("c9_a_page_that_takes_no_pointer_at_all_is_not_written_to", async () => {
  const page = openPage();
  page.document.body.style.pointerEvents = "none";
  let inputs = 0;
  boxOf(page).addEventListener("input", () => (inputs += 1));
  assert.equal(await page.act(), "control_disabled");
  assert.equal(inputs, 0);
});

test("c9_a_draft_does_not_come_back_over_what_the_user_has_typed_since", async () => {
  const page = openPage();
  boxOf(page).value = DRAFT;
  ask(page);
  await advance(100);
  boxOf(page).value = `${PROMPT}, at dawn`;
  buttonOf(page).disabled = true;
  await advance(1_000);
  assert.equal(boxOf(page).value, `${PROMPT}, at dawn`);
});

test("c9_a_draft_does_not_come_back_where_the_user_typed_and_took_it_back", async () => {
  const page = openPage();
  boxOf(page).value = DRAFT;
  ask(page);
  await advance(100);
  use(page, "input");
  buttonOf(page).disabled = true;
  await advance(1_000);
  assert.equal(boxOf(page).value, PROMPT);
});

test("c9_a_draft_of_several_lines_comes_back_into_an_editor", async () => {
  const editor = '<div class="tiptap ProseMirror" contenteditable="true" role="textbox"><p>the user\'s</p><p>own draft</p></div>';
  const page = openPage({ body: `<main><article>${editor}<button id="make">Make video</button></article></main>` });
  ask(page);
  await advance(200);
  assert.equal(page.document.querySelector(".ProseMirror").textContent, PROMPT);
  buttonOf(page).disabled = true;
  await advance(1_000);
  assert.deepEqual(results(page), [[1, "control_disabled"]]);
  assert.equal(page.document.querySelector(".ProseMirror").textContent, "the user's\nown draft");
});

test("a box that is written by a script is no use of the page, whatever the browser makes of it", async () => {
  const page = openPage();
  // What a browser does when an editor's text comes by command: it trusts its own event.
  boxOf(page).addEventListener("input", () => use(page, "input"), { once: true });
  assert.equal(await page.act(), "clicked");
  assert.deepEqual(page.signals("user_active"), []);
});

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

test("an answer that the backend refuses to hear is sent again", async () => {
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

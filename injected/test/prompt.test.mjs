import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, PROMPT } from "./page.mjs";

/** A page whose prompt box is React's: what it shows is what its state holds. */
const openReactPage = async (options = {}) => {
  const page = openPage({ body: '<main><article id="root"></article></main>' });
  Object.assign(globalThis, { window: page.window, document: page.document });
  globalThis.navigator ??= page.window.navigator; // React looks at it once; Node 20 has none
  const { createElement, useState } = await import("react");
  const { createRoot } = await import("react-dom/client");
  const { flushSync } = await import("react-dom");
  const generated = [];
  const accept = options.accept ?? ((text) => text);
  const Post = () => {
    const [prompt, setPrompt] = useState("");
    return [
      createElement(options.element ?? "textarea", {
        key: "box",
        name: "prompt",
        "aria-label": "Make a video",
        value: prompt,
        onChange: (event) => setPrompt(accept(event.target.value)),
      }),
      createElement("button", { key: "make", disabled: prompt === "", onClick: () => generated.push(prompt) }, "Make video"),
    ];
  };
  flushSync(() => createRoot(page.document.getElementById("root")).render(createElement(Post)));
  return { page, generated };
};

test("a text area of React takes the prompt into its state before the click", async () => {
  const { page, generated } = await openReactPage();
  assert.equal(await page.act(), "clicked");
  assert.deepEqual(generated, [PROMPT]);
});

test("the same prompt is written again where the page has emptied the box", async () => {
  const { page, generated } = await openReactPage();
  await page.act({ action_id: 1 });
  page.document.querySelector("textarea").value = ""; // as Grok does after a moderated attempt
  assert.equal(await page.act({ action_id: 2 }), "clicked");
  assert.equal(page.document.querySelector("textarea").value, PROMPT);
  assert.deepEqual(generated, [PROMPT, PROMPT]);
});

test("bug_23_a_text_area_of_React_that_drops_the_text_is_not_clicked", async () => {
  const { page, generated } = await openReactPage({ accept: () => "" });
  assert.equal(await page.act(), "prompt_not_accepted");
  assert.deepEqual(generated, []);
});

test("bug_23_a_text_area_of_React_that_cuts_the_text_is_not_clicked", async () => {
  const { page, generated } = await openReactPage({ accept: (text) => text.slice(0, 10) });
  assert.equal(await page.act(), "prompt_not_accepted");
  assert.deepEqual(generated, []);
});

test("line ends are compared as the box holds them", async () => {
  const { page, generated } = await openReactPage();
  assert.equal(await page.act({ prompt: "slow pan\r\nacross a lake" }), "clicked");
  assert.deepEqual(generated, ["slow pan\nacross a lake"]);
});

test("a prompt that the box holds already is not written again", async () => {
  const page = openPage();
  const box = page.document.querySelector("textarea");
  box.value = PROMPT;
  let inputs = 0;
  box.addEventListener("input", () => (inputs += 1));
  assert.equal(await page.act(), "clicked");
  assert.equal(inputs, 0);
});

test("input and change are dispatched, both bubbling", async () => {
  const page = openPage();
  const events = [];
  for (const type of ["input", "change"]) page.document.addEventListener(type, (event) => events.push(event.type));
  await page.act();
  assert.deepEqual(events, ["input", "change"]);
});

test("a box that is read-only to React's value tracker is still written through the prototype", async () => {
  const page = openPage();
  const box = page.document.querySelector("textarea");
  const { set, get } = Object.getOwnPropertyDescriptor(page.window.HTMLTextAreaElement.prototype, "value");
  let own = 0;
  Object.defineProperty(box, "value", { get() { return get.call(this); }, set(text) { own += 1; set.call(this, text); }, configurable: true });
  assert.equal(await page.act(), "clicked");
  assert.equal(own, 0, "the element's own setter, React's, was not called");
});

const EDITOR_PAGE = `<main><article>
  <div class="tiptap ProseMirror" contenteditable="true" role="textbox"><p>an older text</p><p>of two lines</p></div>
  <button id="make">Make video</button></article></main>`;

/** What WebKit's command does: the selected text is replaced, and the editor hears of it. */
const withCommand = (taken) => (window) => {
  window.Document.prototype.execCommand = function (command, _ui, text) {
    const range = window.getSelection().getRangeAt(0);
    taken.push([command, text, range.toString(), this.activeElement?.className ?? ""]);
    const editor = range.commonAncestorContainer;
    editor.replaceChildren(...text.split("\n").map((line) => Object.assign(this.createElement("p"), { textContent: line })));
    return true;
  };
};

test("an editor gets the prompt by command, in the place of all that it held", async () => {
  const taken = [];
  const page = openPage({ body: EDITOR_PAGE, prepare: withCommand(taken) });
  assert.equal(await page.act(), "clicked");
  assert.equal(taken.length, 1);
  assert.deepEqual(taken[0].slice(0, 3), ["insertText", PROMPT, "an older textof two lines"]);
  assert.equal(page.document.querySelector(".ProseMirror").textContent, PROMPT);
});

test("an editor holds a prompt of several lines as paragraphs", async () => {
  const page = openPage({ body: EDITOR_PAGE, prepare: withCommand([]) });
  assert.equal(await page.act({ prompt: "slow pan\nacross a lake" }), "clicked");
  assert.equal(page.document.querySelectorAll(".ProseMirror p").length, 2);
});

test("an editor holds a prompt of several lines also where its first line stands bare", async () => {
  const page = openPage({ body: EDITOR_PAGE.replace(/<p>.*<\/p>/, "slow pan<div>across a lake</div><div><br></div><div>at dawn</div>") });
  const clicks = page.clicksOn("make");
  assert.equal(await page.act({ prompt: "slow pan\nacross a lake\n\nat dawn" }), "clicked");
  assert.equal(clicks.count, 1);
});

test("the last resort leaves nothing of a line that stands bare", async () => {
  const page = openPage({ body: EDITOR_PAGE.replace(/<p>.*<\/p>/, "an older text<div>of two lines</div>") });
  assert.equal(await page.act(), "clicked");
  assert.equal(page.document.querySelector(".ProseMirror").textContent, PROMPT);
});

test("an editor's hard spaces and trailing break are no difference", async () => {
  const page = openPage({ body: EDITOR_PAGE.replace(/<p>.*<\/p>/, '<p>slow\u00a0pan<br class="ProseMirror-trailingBreak"></p>') });
  assert.equal(await page.act({ prompt: "slow pan" }), "clicked");
});

test("an editor that knows no command gets the text by hand, as the last resort", async () => {
  const page = openPage({ body: EDITOR_PAGE });
  let inputs = 0;
  page.document.addEventListener("input", () => (inputs += 1));
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "clicked");
  assert.equal(page.document.querySelector(".ProseMirror").innerHTML, `<p>${PROMPT}</p>`);
  assert.equal(clicks.count, 1);
  assert.ok(inputs >= 1);
});

test("bug_23_an_editor_that_puts_its_old_text_back_is_not_clicked", async () => {
  const page = openPage({ body: EDITOR_PAGE });
  const editor = page.document.querySelector(".ProseMirror");
  editor.addEventListener("input", () => (editor.innerHTML = "<p>its own</p>"));
  const clicks = page.clicksOn("make");
  assert.equal(await page.act(), "prompt_not_accepted");
  assert.equal(clicks.count, 0);
  await advance(1_000);
});

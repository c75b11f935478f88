import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, POST, POST_PAGE } from "./page.mjs";

const settings = (strictness) => ({ length: { value: 10, strictness }, resolution: { value: "720p", strictness } });
const surely = settings("mandatory");
const bestEffort = settings("best_effort");
const lengthSurely = { ...bestEffort, length: surely.length };

const button = (name, isChosen, more = "") => `<button id="c${name}" aria-pressed="${isChosen}" ${more}>${name}</button>`;

/** A page with these choices beside the prompt box; a press chooses, unless the page is `stubborn`. */
function openWith(choices, { stubborn = false } = {}) {
  const page = openPage({ body: POST_PAGE.replace("</article>", `${choices}</article>`) });
  const presses = [];
  for (const choice of page.document.querySelectorAll("[aria-pressed]")) {
    choice.addEventListener("click", () => {
      presses.push(choice.textContent);
      if (stubborn) return;
      const others = page.document.querySelectorAll(`[aria-pressed][data-kind="${choice.dataset.kind}"]`);
      for (const other of others) other.setAttribute("aria-pressed", other === choice);
    });
  }
  return { page, presses, clicks: page.clicksOn("make") };
}

const lengths = (chosen, more = "") =>
  ["6s", "10s"].map((name) => button(name, name === chosen, `data-kind="length" ${more}`)).join("");
const resolutions = (chosen) =>
  ["480p", "720p"].map((name) => button(name, name === chosen, 'data-kind="resolution"')).join("");

for (const [what, choices, settings, expected, pressed] of [
  ["what holds already is not touched", lengths("10s") + resolutions("720p"), surely, "clicked", []],
  ["another length is corrected", lengths("6s"), bestEffort, "clicked", ["10s"]],
  ["length and resolution are corrected", lengths("6s") + resolutions("480p"), surely, "clicked", ["10s", "720p"]],
  ["a page without choices is gone on with", "", bestEffort, "clicked", []],
  ["a page without choices is not gone on with where it must be sure", "", surely, "other_video_settings", []],
  ["one that shows the length alone is not either", lengths("10s"), surely, "other_video_settings", []],
  ["one that shows the length alone is enough where that alone must be sure", lengths("6s"), lengthSurely, "clicked", ["10s"]],
  ["a length that can't be had", button("6s", true), bestEffort, "other_video_settings", []],
  ["a length that can't be pressed", lengths("6s", "disabled"), bestEffort, "other_video_settings", []],
  ["two that seem to hold are none", button("6s", true) + button("15s", true) + button("10s", false), bestEffort, "clicked", []],
  ["a button to skip 10 s is no choice", "<button>10s</button>", bestEffort, "clicked", []],
  ["what nobody wants to know is left alone", lengths("6s"), { length: null, resolution: null }, "clicked", []],
  ["wishes that are none are left alone", lengths("6s"), { length: "10", resolution: { value: 7 } }, "clicked", []],
  ["a length with a fraction is that of the choice", lengths("6s"), { ...bestEffort, length: { value: 10.04, strictness: "best_effort" } }, "clicked", ["10s"]],
]) {
  test(`${what}: ${expected}`, async () => {
    const { page, presses, clicks } = openWith(choices);
    assert.equal(await page.act({ prompt: "", settings }), expected);
    assert.deepEqual(presses, pressed);
    assert.equal(clicks.count, expected === "clicked" ? 1 : 0);
    assert.deepEqual(page.signals("problem"), []);
  });
}

test("a choice is read in the digits of its script", async () => {
  const { page, presses } = openWith(button("६s", true, 'data-kind="length"') + button("१०s", false, 'data-kind="length"'));
  assert.equal(await page.act({ prompt: "", settings: bestEffort }), "clicked");
  assert.deepEqual(presses, ["१०s"]);
});

test("a page that does not take the choice is not gone on with", async () => {
  const { page, presses, clicks } = openWith(lengths("6s"), { stubborn: true });
  assert.equal(await page.act({ settings: bestEffort }), "other_video_settings");
  assert.deepEqual([presses, clicks.count], [["10s"], 0]);
});

test("a choice that falls back while the prompt is written is seen before the click", async () => {
  const { page, clicks } = openWith(lengths("10s"));
  const [six, ten] = page.document.querySelectorAll("[aria-pressed]");
  page.document.querySelector("textarea").addEventListener("input", () => {
    six.setAttribute("aria-pressed", "true");
    ten.setAttribute("aria-pressed", "false");
  });
  assert.equal(await page.act({ settings: bestEffort }), "other_video_settings");
  assert.equal(clicks.count, 0);
});

test("on another image's page nothing is pressed", async () => {
  const { page, presses } = openWith(lengths("6s"));
  page.window.history.pushState({}, "", "/imagine/post/99999999-bbbb-4bbb-8bbb-000000000009");
  assert.equal(await page.act({ settings: bestEffort }), "not_this_image");
  assert.deepEqual(presses, []);
});

/** A page with a menu as Radix makes it: a pointer opens it, a choice or Escape closes it. */
function openWithMenu(chosen) {
  const page = openPage({
    body: POST_PAGE.replace("</article>", '<button id="opener" aria-label="Video Options">Options</button></article>'),
  });
  const { document } = page;
  const opened = { count: 0 };
  const close = () => document.querySelector("[role=menu]")?.remove();
  const item = (name) =>
    `<div role="menuitemradio" aria-checked="${chosen.includes(name)}" data-name="${name}">${name}</div>`;
  document.getElementById("opener").addEventListener("pointerdown", () => {
    opened.count += 1;
    document.body.insertAdjacentHTML("beforeend", `<div role="menu" data-state="open">${["6s", "10s", "480p", "720p"].map(item).join("")}</div>`);
    const menu = document.querySelector("[role=menu]");
    menu.addEventListener("keydown", ({ key }) => key === "Escape" && close());
    for (const one of menu.children) {
      one.addEventListener("click", () => {
        const kind = one.dataset.name.at(-1);
        for (const name of chosen.filter((name) => name.endsWith(kind))) chosen.splice(chosen.indexOf(name), 1);
        chosen.push(one.dataset.name);
        close();
      });
    }
  });
  return { page, chosen, opened, clicks: page.clicksOn("make"), isOpen: () => document.querySelector("[role=menu]") !== null };
}

test("a menu is opened for it where it must be sure, looked at again after each choice, and closed", async () => {
  const { page, chosen, clicks, isOpen } = openWithMenu(["6s", "480p"]);
  page.observer().act({ action_id: 9, post_id: POST, prompt: "", settings: surely });
  await advance(3_000);
  assert.equal(page.signals("action_result").at(-1).result, "clicked");
  assert.deepEqual([chosen.toSorted(), clicks.count, isOpen()], [["10s", "720p"], 1, false]);
});

test("no menu is opened while nothing was seen to be wrong", async () => {
  const { page, opened } = openWithMenu(["6s", "480p"]);
  assert.equal(await page.act({ settings: bestEffort }), "clicked");
  assert.equal(opened.count, 0);
});

test("a menu that the user has open stays open", async () => {
  const { page, isOpen } = openWithMenu(["10s", "720p"]);
  page.document.getElementById("opener").dispatchEvent(new page.window.Event("pointerdown"));
  assert.equal(await page.act({ settings: bestEffort }), "clicked");
  assert.equal(isOpen(), true);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { selectors } from "../join.mjs";
import { openPage, POST, PROMPT } from "./page.mjs";

const BOX = '<textarea aria-label="Make a video"></textarea>';

/** The ids of the elements that are clicked when an action is carried out, and its answer. */
const actOn = async (body, options = {}) => {
  const page = openPage({ body, selectors: options.selectors });
  const clicked = [];
  page.document.addEventListener("click", (event) => clicked.push(event.target.closest("[id]").id));
  return { result: await page.act(options.action), clicked, page };
};

for (const kind of ["make_video", "redo"]) {
  for (const [language, labels] of Object.entries(selectors.generate_control.labels[kind])) {
    test(`bug_23_the_${kind}_labels_of_${language}_are_known`, async () => {
      for (const label of labels) {
        const byName = `<main><article>${BOX}<button id="it" aria-label="${label}"><svg></svg></button></article></main>`;
        assert.deepEqual((await actOn(byName)).clicked, ["it"], `${label} as its aria-label`);
        const byText = `<main><article>${BOX}<button id="it"><svg></svg> <span>${label.toUpperCase()}</span>\n</button></article></main>`;
        if (label.toUpperCase().toLowerCase() !== label.toLowerCase()) continue; // no such upper case
        assert.deepEqual((await actOn(byText)).clicked, ["it"], `${label} as its text`);
      }
    });
  }
}

test("every language of Grok has a label for making a video and one for doing it again", () => {
  const { make_video, redo } = selectors.generate_control.labels;
  const languages = "ar bn cs de en es fa fil fr hi hu id it ja ko mr nl pl pt ro ru sv ta te tr uk vi zh-CN zh-TW";
  assert.deepEqual(Object.keys(make_video).sort(), languages.split(" ").sort());
  assert.deepEqual(Object.keys(redo).sort(), languages.split(" ").sort());
});

test("bug_23_make_video_beside_the_prompt_box_comes_before_redo", async () => {
  const body = `<main><article><button id="redo">Redo</button>${BOX}<button id="make">Make video</button></article></main>`;
  assert.deepEqual((await actOn(body)).clicked, ["make"]);
});

test("bug_8_the_control_of_another_article_is_another_image's", async () => {
  const other = '<article><button id="other">Make video</button></article>';
  const own = `<article><img src="/images/${POST}.png">${BOX}<button id="redo">Redo</button></article>`;
  assert.deepEqual((await actOn(`<main>${other}${own}</main>`)).clicked, ["redo"]);
  const without = `<main>${other}<article>${BOX}</article></main>`;
  assert.equal((await actOn(without)).result, "control_missing");
});

test("a prompt box below the article belongs to the article's control", async () => {
  const body = `<button id="far">Make video</button><main><article><button id="redo">Redo</button></article>${BOX}</main>`;
  assert.deepEqual((await actOn(body)).clicked, ["redo"]);
});

test("of two like controls the one nearer to the prompt box is taken", async () => {
  const body = `<main><article><button id="far">Make video</button><form>${BOX}<button id="near" type="button">Make video</button></form></article></main>`;
  assert.deepEqual((await actOn(body)).clicked, ["near"]);
});

for (const [where, wrap] of [
  ["a nav", (html) => `<nav>${html}</nav>`],
  ["an aside", (html) => `<aside>${html}</aside>`],
  ["a navigation role", (html) => `<div role="navigation">${html}</div>`],
  ["a menu", (html) => `<div role="menu">${html}</div>`],
  ["another image's card", (html) => `<div role="listitem">${html}</div>`],
  ["a toast", (html) => `<ol data-sonner-toaster="true"><li data-sonner-toast>${html}</li></ol>`],
  ["something hidden", (html) => `<div style="display: none">${html}</div>`],
]) {
  test(`a control in ${where} is never clicked`, async () => {
    const body = `<main><article>${BOX}${wrap('<button id="no">Make video</button>')}</article></main>`;
    const { result, clicked } = await actOn(body);
    assert.equal(result, "control_missing");
    assert.deepEqual(clicked, []);
  });

  test(`a prompt box in ${where} is never written to`, async () => {
    const body = `<main><article>${wrap(BOX)}<button id="make">Make video</button></article></main>`;
    const { result, clicked, page } = await actOn(body);
    assert.equal(result, "control_missing");
    assert.deepEqual(clicked, []);
    assert.equal(page.document.querySelector("textarea").value, "");
  });
}

for (const label of ["Make video public", "How to make video", "Generate image", "Undo redo", "Submit", "Vary", "Close"]) {
  test(`a button "${label}" is not the generate control`, async () => {
    const { result, clicked } = await actOn(`<main><article>${BOX}<button id="no">${label}</button></article></main>`);
    assert.equal(result, "control_missing");
    assert.deepEqual(clicked, []);
  });
}

test("a generic word counts only in the part of the page that holds the prompt box", async () => {
  const outside = `<button id="no">Generate</button><main><article>${BOX}</article></main>`;
  assert.equal((await actOn(outside)).result, "control_missing");
  const without = '<main><button id="no">Try again</button></main>';
  assert.equal((await actOn(without, { action: { prompt: "" } })).result, "control_missing");
  const beside = `<main><article>${BOX}<button id="yes">Generate</button></article></main>`;
  assert.deepEqual((await actOn(beside)).clicked, ["yes"]);
});

test("a control whose name is its value is known", async () => {
  const body = `<main><article>${BOX}<input type="submit" id="it" value="Make video"></article></main>`;
  assert.deepEqual((await actOn(body)).clicked, ["it"]);
});

test("c9_a_control_that_opens_a_menu_is_not_the_generate_control", async () => {
  const menu = '<button id="menu" aria-label="Make Video" aria-haspopup="menu"></button>';
  const alone = await actOn(`<main><article>${BOX}${menu}</article></main>`);
  assert.deepEqual([alone.result, alone.clicked], ["control_missing", []]);
  const beside = `<main><article>${BOX}${menu}<button id="make" aria-haspopup="false">Make video</button></article></main>`;
  assert.deepEqual((await actOn(beside)).clicked, ["make"]);
});

for (const [what, html] of [
  ["transparent", '<button id="no" style="opacity: 0">Make video</button>'],
  ["in something transparent", '<div style="opacity: 0"><button id="no">Make video</button></div>'],
  ["put out of sight", '<button id="no" style="position: absolute; left: -9999px">Make video</button>'],
  ["clipped to nothing", '<button id="no" style="position: absolute; clip: rect(0, 0, 0, 0)">Make video</button>'],
]) {
  test(`a control that nobody can see is not clicked: ${what}`, async () => {
    const { result, clicked } = await actOn(`<main><article>${BOX}${html}</article></main>`);
    assert.deepEqual([result, clicked], ["control_missing", []]);
    const visible = `<main><article>${BOX}${html}<button id="yes">Make video</button></article></main>`;
    assert.deepEqual((await actOn(visible)).clicked, ["yes"]);
  });
}

test("of a carousel's slides the one that is not put aside is taken", async () => {
  const slide = (id) => `<div>${BOX}<button id="${id}">Make video</button></div>`;
  const body = `<main><div inert>${slide("no")}</div>${slide("yes")}</main>`;
  const { clicked, page } = await actOn(body);
  assert.deepEqual(clicked, ["yes"]);
  assert.deepEqual([...page.document.querySelectorAll("textarea")].map(({ value }) => value), ["", PROMPT]);
});

test("the chat's box is not the prompt box", async () => {
  const body = '<main><textarea aria-label="Ask Grok anything" name="prompt"></textarea><button id="make">Make video</button></main>';
  const { result, page } = await actOn(body);
  assert.equal(result, "control_missing");
  assert.equal(page.document.querySelector("textarea").value, "");
});

for (const [what, box] of [
  ["the Spanish label", '<textarea aria-label="Crear un video"></textarea>'],
  ["the Spanish placeholder", '<textarea placeholder="Escribe para personalizar el video..."></textarea>'],
  ["the older placeholder", '<textarea placeholder="Type to customize video..."></textarea>'],
  ["the name", '<textarea name="video-prompt"></textarea>'],
]) {
  test(`the prompt box is found by ${what}`, async () => {
    const { result, page } = await actOn(`<main><article>${box}<button id="make">Make video</button></article></main>`);
    assert.equal(result, "clicked");
    assert.equal(page.document.querySelector("textarea").value, PROMPT);
  });
}

test("bug_23_a_selector_with_a_comma_from_the_settings_stays_whole", async () => {
  const changed = structuredClone(selectors);
  changed.generate_control.selectors = [":is(#one, #two).go"];
  const body = `<main><article>${BOX}<button id="three" class="go">x</button><button id="two" class="go">y</button></article></main>`;
  assert.deepEqual((await actOn(body, { selectors: changed })).clicked, ["two"]);
});

test("what was not found is reported as a problem", async () => {
  const { page } = await actOn(`<main><article>${BOX}</article></main>`);
  assert.match(page.signals("problem")[0].message, /no generate control was found/);
});

/** A view that stays on a moderated attempt: no control until `Image` is pressed. */
const STAYS = `<main><article><img alt="Moderated"><textarea aria-label="Make a video"></textarea>
  <div role="group" aria-label="Text alignment"><button><span>Video</span></button><button id="image"><span>Image</span></button></div>
  </article></main>`;

test("a view that stays on a moderated attempt is left by its image button, and then clicked once", async () => {
  const page = openPage({ body: STAYS });
  const { document } = page;
  document.getElementById("image").addEventListener("click", () => {
    document.querySelector("[role=group]").remove();
    document.querySelector("article").insertAdjacentHTML("beforeend", '<button id="make">Make video</button>');
  });
  let clicks = 0;
  document.addEventListener("click", (event) => (clicks += event.target.id === "make" ? 1 : 0));
  assert.equal(await page.act(), "clicked");
  assert.equal(clicks, 1);
});

test("the image button is left alone where a control is there, or the view is no moderated one", async () => {
  for (const body of [
    STAYS.replace("</article>", "<button>Make video</button></article>"),
    STAYS.replace('alt="Moderated"', 'alt="Generated"'),
  ]) {
    const page = openPage({ body });
    const clicks = page.clicksOn("image");
    await page.act();
    assert.equal(clicks.count, 0);
  }
});

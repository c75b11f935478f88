import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, POST, POST_PAGE } from "./page.mjs";

const openWith = (html, body = POST_PAGE) => openPage({ body: body + html });

/** Acts, and gives the results: the answer, the clicks, the keys, and what the box holds. */
const actOn = async (page, action) => {
  const seen = { clicks: 0, keys: 0 };
  page.document.addEventListener("click", () => (seen.clicks += 1));
  page.document.addEventListener("keydown", () => (seen.keys += 1));
  const result = await page.act(action);
  return [result, seen.clicks, seen.keys, page.document.querySelector("textarea").value];
};

const REFUSED = ["dialog_open", 0, 0, ""];

for (const [what, html] of [
  ["the question which video is better", '<div role="dialog" data-state="open"><h2>Which video do you prefer?</h2><button>Skip</button></div>'],
  ["an alert", '<div role="alertdialog"><button>OK</button></div>'],
  ["an element of HTML's own", "<dialog open><button>OK</button></dialog>"],
  ["something modal", '<section aria-modal="true">Sign in to go on</section>'],
  ["what is open in the page's portal", '<div id="dialog-portal"><div data-state="open">A tour</div></div>'],
  ["the age question", '<div data-analytics-name="age_verification"><button>Continue</button></div>'],
  ["the cookie banner", '<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk"><button>Accept All Cookies</button></div></div>'],
  ["the cookie banner as a text", '<div id="onetrust-consent-sdk">We use cookies</div>'],
  ["an empty one that is open", '<div role="dialog" data-state="open"></div>'],
  ["one with a prompt box and a control of its own", `<div role="dialog"><textarea aria-label="Make a video"></textarea><button>Make video</button></div>`],
  ["one with the post's video in a button", `<div role="dialog"><button><video src="/generated/${POST}/generated_video.mp4"></video></button></div>`],
  ["the post's picture alone, enlarged", `<div role="dialog"><img src="/generated/${POST}/image.jpg"></div>`],
]) {
  test(`c9_under_a_dialog_nothing_is_typed_or_pressed: ${what}`, async () => {
    assert.deepEqual(await actOn(openWith(html)), REFUSED);
    assert.deepEqual(await actOn(openWith(html), { prompt: "" }), REFUSED);
  });
}

for (const [what, html] of [
  ["closed", '<div role="dialog" data-state="closed"><button>OK</button></div>'],
  ["not drawn", '<div role="dialog" style="display: none"><button>OK</button></div>'],
  ["hidden", '<div role="dialog" hidden><button>OK</button></div>'],
  ["invisible", '<div role="dialog" style="visibility: hidden"><button>OK</button></div>'],
  ["transparent", '<div role="dialog" style="opacity: 0; pointer-events: none"><button>OK</button></div>'],
  ["put aside", '<div role="dialog" inert><button>OK</button></div>'],
  ["hidden from all", '<div role="dialog" aria-hidden="true"><button>OK</button></div>'],
  ["HTML's own, closed", "<dialog><button>OK</button></dialog>"],
  ["the empty portal", '<div id="dialog-portal"></div>'],
  ["a closed one in the portal", '<div id="dialog-portal"><div data-state="closed">A tour</div></div>'],
  ["a menu in the portal", '<div id="dialog-portal"><div data-state="open" role="menu">6s</div></div>'],
  ["a tooltip in the portal", '<div id="dialog-portal"><div data-state="open" role="tooltip">Upload</div></div>'],
  ["cookies that were answered", '<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" style="display: none"><button>Accept</button></div></div>'],
  ["the button that stays when cookies were answered", '<div id="onetrust-consent-sdk"><div style="display: none">Cookies</div><div id="ot-sdk-btn-floating"><button>Cookies</button></div></div>'],
]) {
  test(`c9_what_is_no_open_dialog_stops_nothing: ${what}`, async () => {
    const [result, clicks] = await actOn(openWith(html));
    assert.deepEqual([result, clicks], ["clicked", 1]);
  });
}

const FORM = '<textarea aria-label="Make a video"></textarea><button id="make">Make video</button>';

for (const [what, html] of [
  ["in an article", `<div role="dialog"><article>${FORM}</article></div>`],
  ["in an article with its picture", `<div role="dialog" aria-modal="true"><article><img src="/a/${POST}.png">${FORM}</article></div>`],
  ["with its picture", `<div role="dialog"><img src="/a/${POST}.png">${FORM}</div>`],
]) {
  test(`c9_a_dialog_that_shows_the_post_lies_over_nothing: ${what}`, async () => {
    assert.equal((await actOn(openWith(html, "")))[0], "clicked");
    const second = '<div role="dialog"><p>Which video do you prefer?</p></div>';
    assert.deepEqual(await actOn(openWith(html + second, "")), REFUSED);
    assert.deepEqual(await actOn(openWith(html.replace("<textarea", `${second}<textarea`), "")), REFUSED);
  });
}

test("c9_a_dialog_that_hides_the_page_from_readers_is_what_is_told", async () => {
  const body = `<div aria-hidden="true">${POST_PAGE}</div><div role="dialog"><button>OK</button></div>`;
  assert.deepEqual(await actOn(openWith("", body)), REFUSED);
});

test("c9_a_dialog_that_opens_while_the_prompt_settles_stops_the_click", async () => {
  const page = openPage();
  const box = page.document.querySelector("textarea");
  box.value = "the user's own draft";
  const clicks = page.clicksOn("make");
  page.observer().act({ action_id: 1, post_id: POST, prompt: "slow pan" });
  await advance(100);
  page.document.body.insertAdjacentHTML("beforeend", '<div role="dialog">Sign in to go on</div>');
  await advance(500);
  assert.equal(page.signals("action_result")[0].result, "dialog_open");
  assert.deepEqual([clicks.count, box.value], [0, "the user's own draft"]);
});

test("c9_another_post_is_told_before_its_dialog", async () => {
  const page = openWith('<div role="dialog">Sign in</div>');
  assert.equal(await page.act({ post_id: "another" }), "not_this_image");
});

test("c9_no_menu_is_closed_by_escape_under_a_dialog_that_a_choice_has_opened", async () => {
  const body = POST_PAGE.replace(
    "</article>",
    '<button aria-label="Video Options">Options</button></article>',
  );
  const page = openPage({ body });
  const { document } = page;
  const keys = [];
  document.addEventListener("keydown", ({ key }) => keys.push(key));
  document.querySelector("[aria-label='Video Options']").addEventListener("click", () => {
    if (document.querySelector("[role=menu]")) return;
    const item = (name, on) => `<div role="menuitemradio" aria-checked="${on}">${name}</div>`;
    document.body.insertAdjacentHTML("beforeend", `<div role="menu" data-state="open">${item("6s", true)}${item("10s", false)}</div>`);
    document.querySelector("[role=menu]").addEventListener("click", () => {
      document.body.insertAdjacentHTML("beforeend", '<div role="dialog" data-state="open">Upgrade for longer videos</div>');
    });
  });
  const settings = { length: { value: 10, strictness: "mandatory" }, resolution: null };
  page.observer().act({ action_id: 5, post_id: POST, prompt: "slow pan", settings });
  await advance(3_000);
  assert.equal(page.signals("action_result")[0].result, "dialog_open");
  assert.deepEqual([keys, document.querySelector("textarea").value], [[], ""]);
});

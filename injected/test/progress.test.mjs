import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "../join.mjs";
import { openAutumn } from "./autumn_page.mjs";
import { composer, imagePost } from "./grok.mjs";
import { advance, flush, openPage, OTHER_POST, POST } from "./page.mjs";

const percents = (page) => page.signals("progress").map((signal) => signal.percent);

const FORM = '<textarea aria-label="Make a video"></textarea><button id="make">Make video</button>';

const openWith = (article, options = {}) =>
  openPage({ body: `<main><article>${article}${FORM}</article></main>`, ...options });

const setText = async (page, text) => {
  page.document.getElementById("display").firstChild.nodeValue = text;
  await advance(300);
};

test("c5_each_new_percent_is_told_once_without_an_attempt", async () => {
  const page = openWith('<button aria-label="Video Options"><div id="display">3%</div></button>');
  for (const text of ["3%", "37%", "37%", "38%"]) await setText(page, text);
  assert.deepEqual(page.signals("progress"), [
    { type: "progress", percent: 3, attempt_id: null },
    { type: "progress", percent: 37, attempt_id: null },
    { type: "progress", percent: 38, attempt_id: null },
  ]);
});

for (const [what, html] of [
  ["the options button in Chinese", '<button aria-label="视频预设"><div id="display">-</div></button>'],
  ["the overlay of the newer page", '<div><span class="tabular-nums" id="display">-</span></div>'],
  ["the pulsing text", '<span class="animate-pulse" id="display">-</span>'],
]) {
  test(`the percent of ${what} is read`, async () => {
    const page = openWith(html);
    await setText(page, "Generating 61%");
    assert.deepEqual(percents(page), [61]);
  });
}

for (const [how, text] of [
  ["in front, as Turkish writes it", "%61"],
  ["in front, with words around it", "Oluşturuluyor: %61 tamamlandı"],
  ["after a hard space, as French writes it", "61\u00a0%"],
  ["after a narrow space", "61\u202f%"],
  ["full-width", "61％"],
  ["small", "61﹪"],
  ["Arabic", "61٪"],
  ["between marks of direction, as Hebrew and Arabic pages set it", "\u200e61\u200e%\u200e"],
  ["after a fraction with a point", "61.4 %"],
  ["after a fraction with the Arabic separator", "٦١٫٤٪\u061c"],
]) {
  test(`a percent sign is read: ${how}`, async () => {
    const page = openWith('<span class="tabular-nums" id="display">-</span>');
    await setText(page, text);
    assert.deepEqual(percents(page), [61]);
  });
}

for (const [script, text] of [
  ["Arabic-Indic", "٤٢٪"],
  ["Persian", "۴۲٪"],
  ["Persian with the sign in front", "٪۴۲"],
  ["Devanagari", "४२ %"],
  ["Bengali", "৪২%"],
  ["Tamil", "௪௨%"],
  ["Telugu", "౪౨%"],
  ["Gujarati", "૪૨%"],
  ["Gurmukhi", "੪੨%"],
  ["Kannada", "೪೨%"],
  ["Malayalam", "൪൨%"],
  ["Thai", "๔๒%"],
  ["Lao", "໔໒%"],
  ["Tibetan", "༤༢%"],
  ["Myanmar", "၄၂%"],
  ["Khmer", "៤២%"],
  ["Mongolian", "᠔᠒%"],
  ["full-width", "４２％"],
  ["Chakma, beyond the first plane", "\u{1113a}\u{11138}%"],
  ["mathematical bold, whose run touches others", "\u{1d7d2}\u{1d7d0}%"],
  ["mathematical monospace, the last of these runs", "\u{1d7fa}\u{1d7f8}%"],
]) {
  test(`c5_digits_of_every_script_are_read: ${script}`, async () => {
    const page = openWith('<span class="tabular-nums" id="display">-</span>');
    await setText(page, `… ${text}`);
    assert.deepEqual(percents(page), [42]);
    const clicks = page.clicksOn("make");
    assert.equal(await page.act(), "generation_under_way");
    assert.equal(clicks.count, 0);
  });
}

test("c5_digits_of_every_script_are_read: all that Unicode calls decimal digits, ten to a script", () => {
  const { digits } = globalThis.eval(`const reporting = {}, natives = {}; ${join({ files: ["elements.js"], result: "elements" })}`);
  const all = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => (code < 0xd800 || code > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(code)))
    .map((code) => String.fromCodePoint(code));
  const counts = new Map();
  for (const digit of all) counts.set(digits(digit), (counts.get(digits(digit)) ?? 0) + 1);
  assert.deepEqual([...counts.keys()].sort(), [..."0123456789"]);
  assert.equal(new Set(counts.values()).size, 1, "each digit in as many scripts as the others");
});

test("numbers that are no decimal digits are left alone", async () => {
  const page = openWith('<span class="tabular-nums" id="display">-</span>');
  for (const text of ["⁴²%", "Ⅳ%", "四十二%", "½%"]) await setText(page, text);
  assert.deepEqual(percents(page), []);
});

test("what is not a percent from 0 to 100 is left alone", async () => {
  const page = openWith('<span class="tabular-nums" id="display">-</span>');
  for (const text of ["0:06", "130%", "61", "about 50% slower than the slow pan across a mountain lake before"]) {
    await setText(page, text);
  }
  assert.deepEqual(percents(page), []);
});

test("bug_14_percents_elsewhere_are_not_taken_for_the_progress", async () => {
  const display = (id) => `<span class="tabular-nums" id="${id}">50%</span>`;
  const page = openPage({
    body: `<nav>${display("a")}</nav>${display("b")}<main><p>It is 50% done</p>
      <div class="absolute top-0 w-fit">${display("c")}</div><div role="listitem">${display("d")}</div>
      <div style="display: none">${display("e")}</div><span style="visibility: hidden">${display("f")}</span></main>`,
  });
  page.document.body.append("a change");
  await advance(300);
  assert.deepEqual(percents(page), []);
});

test("a percent on a page without a post belongs to nothing", async () => {
  const page = openWith('<span class="tabular-nums" id="display">-</span>', { path: "/imagine" });
  await setText(page, "61%");
  assert.deepEqual(percents(page), []);
});

test("bug_16_a_display_that_goes_tells_nothing_and_one_that_comes_back_is_reported_again", async () => {
  const page = openWith('<span class="tabular-nums" id="display">-</span>');
  for (const text of ["61%", "-", "61%"]) await setText(page, text);
  assert.deepEqual(percents(page), [61, 61]);
  assert.deepEqual(page.signals().filter((signal) => !["page_load", "route", "progress"].includes(signal.type)), []);
});

test("the same percent on another post is sent again", async () => {
  const page = openWith('<span class="tabular-nums" id="display">-</span>');
  await setText(page, "61%");
  page.window.history.pushState({}, "", `/imagine/post/${OTHER_POST}`);
  await setText(page, "61%");
  assert.deepEqual(percents(page), [61, 61]);
});

const BADGE = '<span class="tabular-nums" id="badge">100 %</span>';

/** Lets `milliseconds` pass on a page that changes elsewhere once a second, as Grok's does. */
const livelyFor = async (page, milliseconds) => {
  for (let passed = 0; passed < milliseconds; passed += 1_000) {
    page.document.body.append(".");
    await advance(1_000);
  }
};

test("c5_a_display_that_does_not_change_over_a_minute_is_none", async () => {
  const page = openWith(BADGE);
  assert.equal(await page.act({ action_id: 1 }), "generation_under_way");
  await livelyFor(page, 58_000);
  assert.equal(await page.act({ action_id: 2 }), "generation_under_way");
  await livelyFor(page, 2_000);
  assert.equal(await page.act({ action_id: 3 }), "clicked");
});

test("c5_a_display_that_was_there_at_the_start_counts_from_then_though_nothing_changes", async () => {
  const page = openWith(BADGE);
  await advance(60_000);
  assert.equal(await page.act(), "clicked");
});

test("c5_a_display_that_stood_and_changes_is_a_progress_again", async () => {
  const page = openWith('<span class="tabular-nums" id="display">99%</span>');
  await livelyFor(page, 61_000);
  await setText(page, "100%");
  assert.equal(await page.act({ action_id: 1 }), "generation_under_way");
  assert.deepEqual(percents(page), [99, 100]);
  await livelyFor(page, 60_000);
  assert.equal(await page.act({ action_id: 2 }), "clicked");
});

test("c5_a_display_that_changes_is_a_progress_however_long_it_takes", async () => {
  const page = openWith('<span class="tabular-nums" id="display">1%</span>');
  for (let percent = 2; percent < 6; percent += 1) {
    await livelyFor(page, 50_000);
    await setText(page, `${percent}%`);
  }
  assert.equal(await page.act(), "generation_under_way");
});

test("c5_a_display_that_changes_by_less_than_a_percent_changes", async () => {
  const page = openWith('<span class="tabular-nums" id="display">42.0%</span>');
  for (const text of ["42.3%", "42.6%", "42.9%"]) {
    await livelyFor(page, 50_000);
    await setText(page, text);
  }
  assert.equal(await page.act(), "generation_under_way");
  assert.deepEqual(percents(page), [42]);
});

test("c5_a_display_that_changed_while_nobody_looked_is_a_progress", async () => {
  const page = openWith('<span class="tabular-nums" id="display">99%</span>');
  await advance(70_000);
  page.document.getElementById("display").firstChild.nodeValue = "100%";
  await flush();
  page.observer().act({ action_id: 7, post_id: POST, prompt: "" });
  await advance(20);
  assert.equal(page.signals("action_result")[0].result, "generation_under_way");
});

test("c5_a_display_that_stands_beside_the_progress_hides_nothing_of_it", async () => {
  const page = openWith(`${BADGE}<span class="tabular-nums" id="display">-</span>`);
  await livelyFor(page, 61_000);
  for (const text of ["3%", "40%"]) await setText(page, text);
  assert.deepEqual(percents(page).slice(-2), [3, 40]);
  assert.equal(await page.act(), "generation_under_way");
});

test("c5_of_two_displays_the_one_that_changed_last_is_told", async () => {
  const page = openWith(`${BADGE}<span class="tabular-nums" id="display">-</span>`);
  await livelyFor(page, 2_000);
  for (const text of ["3%", "40%"]) await setText(page, text);
  assert.deepEqual(percents(page), [100, 3, 40]);
});

test("c5_a_display_that_is_mounted_again_with_the_same_percent_has_stood_since_before", async () => {
  const page = openWith(BADGE);
  for (let count = 0; count < 6; count += 1) {
    await livelyFor(page, 10_000);
    const badge = page.document.getElementById("badge");
    badge.replaceWith(badge.cloneNode(true));
  }
  await livelyFor(page, 1_000);
  assert.equal(await page.act(), "clicked");
});

test("c5_a_display_that_was_gone_for_a_while_is_another_one", async () => {
  const page = openWith(BADGE);
  await livelyFor(page, 61_000);
  const badge = page.document.getElementById("badge");
  badge.remove();
  await livelyFor(page, 5_000);
  page.document.querySelector("article").append(badge);
  await advance(300);
  assert.equal(await page.act(), "generation_under_way");
});

test("c5_a_display_that_stands_on_the_page_does_not_hold_up_the_next_post", async () => {
  const page = openWith(BADGE);
  await livelyFor(page, 40_000);
  page.window.history.pushState({}, "", `/imagine/post/${OTHER_POST}`);
  await livelyFor(page, 21_000);
  assert.equal(await page.act({ post_id: OTHER_POST }), "clicked");
});

test("c5_a_display_that_came_while_the_page_was_hidden_counts_from_the_change", async () => {
  let hidden = false;
  const page = openWith("", {
    prepare: (window) => {
      const { setTimeout } = window;
      // What a browser makes of timers in a page that nobody sees.
      window.setTimeout = (callback, wait) => setTimeout(callback, hidden ? Math.max(wait, 60_000) : wait);
    },
  });
  hidden = true;
  page.document.querySelector("article").append("the first change of many");
  await livelyFor(page, 10_000);
  page.document.querySelector("article").insertAdjacentHTML("beforeend", BADGE);
  await livelyFor(page, 59_000);
  hidden = false;
  page.observer().act({ action_id: 1, post_id: POST, prompt: "" });
  await advance(20);
  await livelyFor(page, 2_000);
  page.observer().act({ action_id: 2, post_id: POST, prompt: "" });
  await advance(500);
  assert.deepEqual(
    page.signals("action_result").map(({ result }) => result),
    ["generation_under_way", "clicked"],
  );
});

test("bug_11_a_page_that_changes_all_the_time_is_looked_at_four_times_a_second", async () => {
  let queries = 0;
  const page = openWith('<span class="animate-pulse" id="display">-</span>', {
    prepare: (window) => {
      const { querySelectorAll } = window.Document.prototype;
      window.Document.prototype.querySelectorAll = function (selector) {
        queries += selector === "span.animate-pulse" ? 1 : 0;
        return querySelectorAll.call(this, selector);
      };
    },
  });
  for (let count = 0; count < 100; count += 1) {
    page.document.getElementById("display").firstChild.nodeValue = `text ${count}`;
    await advance(10);
  }
  assert.ok(queries <= 4, `${queries} looks in one second`);
});

/** The page that has modes, with this beside the picture. */
const openOverlay = (html, options = {}) =>
  openAutumn({ body: imagePost({ ...options, shown: `<article><img src="/generated/11111111-aaaa-4aaa-8aaa-000000000001/image.jpg"></article>${html}` }) });
const SIGN = '<button type="button" aria-label="Media generation in progress"></button>';
const overlay = (percent, attribute = 'class="tabular-nums"') =>
  `<div><span>Generating</span><span ${attribute} id="display">${percent}</span><button type="button">Cancel Video</button></div>`;

for (const [what, html] of [
  ["in the overlay", overlay("-") + SIGN],
  ["in the overlay, whatever its class", overlay("-", "") + SIGN],
  ["in one text with words", overlay("-").replace("<span>Generating</span>", "")],
  ["in the sign itself", SIGN.replace("></", ' id="display">-</')],
]) {
  test(`c5_the_percent_of_the_page_that_has_no_main_is_read: ${what}`, async () => {
    const { page } = openOverlay(html);
    for (const text of ["3%", "Generating 37%", "37%", "38 %"]) await setText(page, text);
    assert.deepEqual(percents(page), [3, 37, 38]);
  });
}

for (const [what, html] of [
  ["a thumbnail in the strip", '<button aria-label="Thumbnail 2"><span class="tabular-nums" id="display">-</span></button>'],
  ["a card of another picture", `<div role="listitem">${overlay("-")}</div>`],
  ["a card's options", '<div role="listitem"><button aria-label="Video Options" id="display">-</button></div>'],
  ["an older clip", '<aside><span class="tabular-nums" id="display">-</span></aside>'],
  ["the form", `<form>${overlay("-")}</form>`],
  ["a main part that holds the strip", '<main><button><span class="tabular-nums" id="display">-</span></button></main>'],
]) {
  test(`c5_a_percent_of_something_else_is_not_this_posts: ${what}`, async () => {
    const { page, act } = openOverlay(html);
    await setText(page, "37%");
    await setText(page, "38%");
    assert.deepEqual(percents(page), []);
    assert.equal(await act(), "clicked");
  });
}

test("c9_under_an_overlay_nothing_is_pressed", async () => {
  for (const html of [overlay("37%") + SIGN, overlay("37%", ""), SIGN]) {
    const { act, pressed, box } = openOverlay(html, { form: composer({ mode: "image" }) });
    assert.equal(await act(), "generation_under_way", html);
    assert.deepEqual([pressed, box()], [[], ""]);
  }
});

test("c5_an_overlay_that_stands_for_a_minute_is_no_progress", async () => {
  for (const html of [overlay("37%") + SIGN, SIGN]) {
    const { page, act } = openOverlay(html);
    await advance(300);
    page.document.body.append("a change");
    await advance(61_000);
    assert.equal(await act(), "clicked", html);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage, POST_PAGE } from "./page.mjs";

const TOASTER = '<section aria-label="Notifications alt+T" aria-live="polite"><ol data-sonner-toaster="true"></ol></section>';

/** Shows a toast as sonner does; makes its section first where it is missing. */
const showToast = async (page, text, action = "") => {
  if (!page.document.querySelector("ol")) page.document.body.insertAdjacentHTML("beforeend", TOASTER);
  const toast = page.document.createElement("li");
  toast.setAttribute("data-sonner-toast", "");
  toast.innerHTML = `<div><svg></svg><span></span></div>${action}`;
  toast.querySelector("span").textContent = text;
  page.document.querySelector("ol").append(toast);
  await advance(300);
  return toast;
};

/** The texts that were told, in order. */
const texts = (page) => page.signals("notice").map(({ text }) => text);
const limits = (page) => texts(page).length;

test("c11_a_notice_is_told_once_as_it_reads_though_it_stays", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached");
  toast.setAttribute("data-visible", "true");
  page.document.body.append("another change");
  await advance(1_000);
  assert.deepEqual(page.signals("notice"), [{ type: "notice", text: "Rate limit reached", visible: true }]);
  await showToast(page, "Rate limit reached");
  assert.equal(limits(page), 1, "the same words at the same time are the same notice");
});

test("c11_a_notice_that_is_mounted_again_is_the_same_one", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  let toast = await showToast(page, "Rate limit reached");
  for (const gap of [0, 300, 1_500]) {
    toast.remove();
    await advance(gap);
    toast = await showToast(page, "Rate limit reached");
    await advance(3_000);
  }
  assert.equal(limits(page), 1);
});

test("c11_a_notice_with_the_same_words_later_is_another_one", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached");
  await advance(60_000);
  toast.remove();
  await advance(2_500);
  await showToast(page, "Rate limit reached");
  assert.equal(limits(page), 2);
});

test("c11_a_notice_that_changes_its_text_is_read_again", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached");
  const say = async (text) => {
    toast.querySelector("span").textContent = text;
    await advance(300);
  };
  await say("You've hit your video limit");
  await say("Video saved");
  await say("Weekly limit reached");
  assert.deepEqual(texts(page), ["Rate limit reached", "You've hit your video limit", "Video saved", "Weekly limit reached"]);
});

test("c11_a_notice_that_counts_down_is_one", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached. Try again in 10 s");
  for (let left = 9; left > 0; left -= 1) {
    toast.querySelector("span").textContent = `Rate limit reached. Try again in ${left} s`;
    await advance(1_000);
  }
  assert.equal(limits(page), 1);
});

const UNSEEN = [
  ["display: none", '<div style="display: none">*</div>'],
  ["the attribute hidden", "<div hidden>*</div>"],
  ["visibility: hidden", '<div style="visibility: hidden">*</div>'],
  ["opacity: 0", '<div style="opacity: 0">*</div>'],
  ["opacity: 0 further up", '<div style="opacity: 0.0"><p><b>*</b></p></div>'],
  ["aria-hidden", '<div aria-hidden="true">*</div>'],
  ["a closed dialog", "<dialog>*</dialog>"],
  ["a clip to nothing", '<div style="position: absolute; clip: rect(0, 0, 0, 0); width: 1px; height: 1px">*</div>'],
  ["a clip path to nothing", '<div style="position: absolute; clip-path: inset(50%)">*</div>'],
  ["a pixel that cuts off the rest", '<div style="position: absolute; width: 1px; height: 1px; overflow: hidden">*</div>'],
  ["a place far off to the left", '<div style="position: absolute; left: -10000px">*</div>'],
  ["a place far off above", '<div style="position: fixed; top: -9999px">*</div>'],
];
const LIMIT = '<div role="alert" id="limit">Rate limit reached</div>';

for (const [what, around] of UNSEEN) {
  test(`c11_a_notice_that_is_not_visible_says_nothing_until_it_is: ${what}`, async () => {
    const page = openPage();
    page.document.body.insertAdjacentHTML("beforeend", around.replace("*", LIMIT));
    await advance(1_000);
    assert.equal(limits(page), 0);
    const hiding = page.document.body.lastElementChild;
    for (const name of ["style", "hidden", "aria-hidden"]) hiding.removeAttribute(name);
    if (hiding.localName === "dialog") hiding.setAttribute("open", "");
    await advance(300);
    assert.equal(limits(page), 1);
  });
}

test("c11_a_notice_that_is_not_visible_says_nothing_by_its_own_style_either", async () => {
  for (const style of ["display: none", "visibility: hidden", "opacity: 0"]) {
    const page = openPage();
    page.document.body.insertAdjacentHTML("beforeend", LIMIT.replace("id=", `style="${style}" id=`));
    await advance(500);
    assert.equal(limits(page), 0, style);
  }
});

test("c11_hidden_words_in_a_visible_notice_say_nothing", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Video saved", '<span style="display: none">Rate limit reached</span>');
  toast.lastElementChild.style.display = "inline";
  await advance(300);
  assert.deepEqual(texts(page), ["Video saved", "Video saved Rate limit reached"]);
});

/** Gives elements a place, as a browser lays them out: of the size that their `data-size` says. */
const withLayout = (window) => {
  window.Element.prototype.getBoundingClientRect = function () {
    const [width, height] = (this.dataset?.size ?? "300x40").split("x").map(Number);
    return { width, height, left: 0, top: 0, right: width, bottom: height };
  };
};

test("c11_a_notice_without_a_size_is_not_visible_where_there_is_a_layout", async () => {
  for (const [html, expected] of [
    ['<div role="alert" data-size="0x0">Rate limit reached</div>', 0],
    ['<div role="alert" data-size="1x1" style="overflow: hidden">Rate limit reached</div>', 0],
    ['<div data-size="1x1" style="overflow: hidden"><div role="alert">Rate limit reached</div></div>', 0],
    ['<div data-size="0x0"><div role="alert">Rate limit reached</div></div>', 1],
    ['<div role="alert" data-size="0x0" style="display: contents">Rate limit reached</div>', 1],
    ['<div role="alert">Rate limit reached</div>', 1],
  ]) {
    const page = openPage({ prepare: withLayout });
    page.document.body.insertAdjacentHTML("beforeend", html);
    await advance(500);
    assert.equal(limits(page), expected, html);
  }
});

test("c11_a_notice_that_fades_in_is_told_when_the_fade_has_ended", async () => {
  // A running fade shows in the computed style alone, and in no attribute.
  let opacity = "0";
  const page = openPage({
    prepare: (window) => {
      const { getComputedStyle } = window;
      const faded = (style) =>
        new Proxy(style, { get: (_, name) => (name === "opacity" ? opacity : Reflect.get(style, name, style)) });
      window.getComputedStyle = (element) => (element.id === "limit" ? faded : (style) => style)(getComputedStyle(element));
    },
  });
  page.document.body.insertAdjacentHTML("beforeend", LIMIT);
  await advance(500);
  assert.equal(limits(page), 0);
  opacity = "1";
  page.document.getElementById("limit").dispatchEvent(new page.window.Event("transitionend", { bubbles: true }));
  await advance(300);
  assert.equal(limits(page), 1);
});

test("c11_in_a_hidden_window_a_fade_that_stands_still_hides_nothing", async () => {
  const page = openPage({
    prepare: (window) => Object.defineProperty(window.document, "visibilityState", { get: () => "hidden" }),
  });
  page.document.body.insertAdjacentHTML("beforeend", LIMIT.replace("id=", 'style="opacity: 0" id='));
  await advance(500);
  assert.equal(limits(page), 1);
});

test("c11_a_notice_that_is_hidden_and_shown_again_much_later_is_another_one", async () => {
  const page = openPage();
  page.document.body.insertAdjacentHTML("beforeend", LIMIT);
  await advance(500);
  const alert = page.document.getElementById("limit");
  alert.className = "shown once";
  alert.style.display = "none";
  await advance(10_000);
  alert.style.display = "block";
  await advance(500);
  assert.equal(limits(page), 2);
});

test("how things look costs nothing while there is no notice", async () => {
  let looks = 0;
  const page = openPage({
    prepare: (window) => {
      const { querySelectorAll } = window.Document.prototype;
      window.Document.prototype.querySelectorAll = function (selector) {
        looks += selector === "[data-sonner-toaster]" ? 1 : 0;
        return querySelectorAll.call(this, selector);
      };
    },
  });
  const toast = await showToast(page, "Rate limit reached");
  toast.remove();
  await advance(1_000);
  const before = looks;
  for (let count = 0; count < 10; count += 1) {
    page.document.body.className = `hovered-${count}`;
    await advance(300);
  }
  assert.equal(looks, before);
});

test("c11_a_toast_section_that_comes_late_is_found", async () => {
  const page = openPage();
  await advance(5_000);
  await showToast(page, "Image limit reached", "<span>Upgrade to unlock more</span><button>升级</button>");
  assert.equal(limits(page), 1);
});

test("c11_words_are_parted_where_elements_end", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  await showToast(page, "Image limit\n  reached", "<button>Upgrade</button>");
  assert.deepEqual(texts(page), ["Image limit reached Upgrade"]);
});

test("c11_a_status_region_counts_as_an_alert_does", async () => {
  const page = openPage();
  page.document.body.insertAdjacentHTML("beforeend", '<div role="status">You’ve hit your video limit</div>');
  await advance(300);
  assert.equal(limits(page), 1);
});

test("c11_an_alert_outside_the_section_counts", async () => {
  const page = openPage();
  page.document.body.insertAdjacentHTML("beforeend", '<div role="alert">Too many requests. Try again later.</div>');
  await advance(300);
  assert.equal(limits(page), 1);
});

test("bug_14_words_elsewhere_on_the_page_are_no_notice", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  page.document.querySelector("article").insertAdjacentHTML("beforeend", "<p>Rate limit reached</p><li>too many requests</li>");
  page.document.querySelector("textarea").value = "a sign that reads: rate limit";
  await advance(300);
  assert.equal(limits(page), 0);
});

for (const [what, before, after, count] of [
  ["a percent that ticks", "Generating 36%", "Generating 37%", 1],
  ["a percent in another script", "생성 중 ٣٦٪", "생성 중 ٣٧٪", 1],
  ["a countdown", "Try again in 1:59", "Try again in 1:58", 1],
  ["a number of several digits", "100 s left", "99 s left", 1],
  ["a percent that comes to its end", "주간 한도의 99%", "주간 한도의 100%", 2],
  ["another resolution", "switched to 480p", "switched to 720p", 2],
  ["another word", "Video saved", "Image saved", 2],
  ["another case", "Video saved", "VIDEO SAVED", 1],
]) {
  test(`c11_a_text_is_new_by_its_words_and_not_by_a_number_that_ticks: ${what}`, async () => {
    const page = openPage();
    const toast = await showToast(page, before);
    toast.querySelector("span").firstChild.nodeValue = after;
    await advance(600);
    assert.deepEqual(texts(page), [before, after].slice(0, count));
  });
}

test("c11_a_page_that_speaks_without_end_is_heard_a_few_times_a_second", async () => {
  const page = openPage();
  for (let count = 0; count < 100; count += 1) {
    const word = String.fromCodePoint(0x4e00 + count);
    page.document.body.insertAdjacentHTML("beforeend", `<div role="alert">${word}</div>`);
    await advance(50);
  }
  assert.ok(limits(page) >= 15 && limits(page) <= 24, `${limits(page)} in five seconds`);
  await advance(30_000);
  assert.equal(limits(page), 100, "what is still there is sent in the end");
});

for (const [what, text, isTold] of [
  ["as much as there is room for", "湖".repeat(666), true],
  ["more than there is room for", "湖".repeat(667), false],
  ["a whole page", "lake ".repeat(2_000), false],
]) {
  test(`c11_a_notice_is_no_longer_than_the_wire_takes: ${what}`, async () => {
    const page = openPage();
    await showToast(page, text);
    assert.deepEqual(texts(page), isTold ? [text] : []);
  });
}

test("c11_a_notice_inside_another_is_a_part_of_it", async () => {
  const page = openPage();
  const alert = '<div role="status"><div role="alert">720p rate limit reached</div>, switched to 480p</div>';
  page.document.body.insertAdjacentHTML("beforeend", alert);
  await advance(300);
  assert.deepEqual(texts(page), ["720p rate limit reached , switched to 480p"]);
});

test("c11_a_notice_inside_a_whole_page_that_calls_itself_a_status_is_told_alone", async () => {
  const page = openPage();
  page.document.body.insertAdjacentHTML("beforeend", `<div role="status">${"lake ".repeat(2_000)}<div role="alert">Video saved</div></div>`);
  await advance(300);
  assert.deepEqual(texts(page), ["Video saved"]);
});

const GAUGE = '<button type="button" class="text-fg-danger" aria-label="*"><svg class="lucide lucide-gauge"></svg></button>';

test("c11_a_gauge_speaks_by_its_name", async () => {
  for (const name of [
    "Video (720p, 10s) generation limit reached: available again at 6:01 PM",
    "비디오(720p, 10초) 생성 한도에 도달했습니다: 오후 6:01에 다시 사용 가능",
  ]) {
    const page = openPage();
    page.document.body.insertAdjacentHTML("beforeend", GAUGE.replace("*", name));
    await advance(300);
    assert.deepEqual(texts(page), [name]);
    const hidden = openPage();
    hidden.document.body.insertAdjacentHTML("beforeend", `<div hidden>${GAUGE.replace("*", name)}</div>`);
    await advance(300);
    assert.deepEqual(texts(hidden), []);
  }
});

test("c11_what_readers_alone_are_told_is_no_notice_and_does_not_keep_the_page_watched", async () => {
  let looks = 0;
  const page = openPage({
    prepare: (window) => {
      const { querySelectorAll } = window.Document.prototype;
      window.Document.prototype.querySelectorAll = function (selector) {
        looks += selector === "[data-sonner-toaster]" ? 1 : 0;
        return querySelectorAll.call(this, selector);
      };
    },
  });
  const forReaders = "position: absolute; clip: rect(0, 0, 0, 0); width: 1px; height: 1px";
  page.document.body.insertAdjacentHTML("beforeend", `<div role="status" style="${forReaders}">Video Generation Complete</div>`);
  await advance(61_000);
  page.document.body.className = "shown";
  await advance(1_000);
  const before = looks;
  for (let count = 0; count < 10; count += 1) {
    page.document.body.className = `hovered-${count}`;
    await advance(300);
  }
  assert.deepEqual([texts(page), looks], [[], before]);
});

test("h6_the_script_judges_no_notice", async () => {
  const page = openPage();
  for (const text of ["Content Moderated. Try a different idea.", "Too many requests"]) await showToast(page, text);
  assert.deepEqual([page.signals("rate_limited"), page.signals("moderation_seen")], [[], []]);
  assert.equal(limits(page), 2);
});

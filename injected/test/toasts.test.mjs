import assert from "node:assert/strict";
import { test } from "node:test";
import { selectors } from "../join.mjs";
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

const limits = (page) => page.signals("rate_limited").length;

test("c11_a_toast_of_a_rate_limit_is_told_once_though_it_stays", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached");
  toast.setAttribute("data-visible", "true");
  page.document.body.append("another change");
  await advance(1_000);
  assert.equal(limits(page), 1);
  await showToast(page, "Rate limit reached");
  assert.equal(limits(page), 2, "another toast is another limit");
});

test("c11_a_toast_section_that_comes_late_is_found", async () => {
  const page = openPage();
  await advance(5_000);
  await showToast(page, "Image limit reached", "<span>Upgrade to unlock more</span><button>升级</button>");
  assert.equal(limits(page), 1);
});

test("c11_every_text_of_every_language_is_known_in_any_case_and_spacing", async () => {
  for (const text of selectors.toasts.rate_limit) {
    const page = openPage();
    await showToast(page, `  ${text.toUpperCase().replace(/ /g, "\n ")}!`);
    assert.equal(limits(page), 1, text);
  }
});

test("c11_an_alert_outside_the_section_counts", async () => {
  const page = openPage();
  page.document.body.insertAdjacentHTML("beforeend", '<div role="alert">Too many requests. Try again later.</div>');
  await advance(300);
  assert.equal(limits(page), 1);
});

test("bug_14_the_same_words_elsewhere_on_the_page_are_no_limit", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  page.document.querySelector("article").insertAdjacentHTML("beforeend", "<p>Rate limit reached</p><li>too many requests</li>");
  page.document.querySelector("textarea").value = "a sign that reads: rate limit";
  await advance(300);
  assert.equal(limits(page), 0);
});

test("a toast that becomes one of a limit is told", async () => {
  const page = openPage();
  const toast = await showToast(page, "Generating");
  toast.querySelector("span").firstChild.nodeValue = "Rate limit reached";
  await advance(300);
  assert.equal(limits(page), 1);
});

test("a toast of a moderation is told once, in every language, and is no limit", async () => {
  const texts = ["Content Moderated. Try a different idea.", ...selectors.toasts.moderation];
  for (const text of texts) {
    const page = openPage({ body: POST_PAGE + TOASTER });
    await showToast(page, text);
    page.document.body.append("another change");
    await advance(500);
    assert.equal(page.signals("moderation_seen").length, 1, text);
    assert.equal(limits(page), 0, text);
  }
});

test("the words of a moderation outside the toasts, and the bare word in one, tell nothing", async () => {
  const page = openPage({ body: `${POST_PAGE}<p>Content Moderated. Try a different idea.</p>${TOASTER}` });
  await showToast(page, "A well moderated discussion");
  assert.deepEqual(page.signals("moderation_seen"), []);
});

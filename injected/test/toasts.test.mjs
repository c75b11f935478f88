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

test("c11_a_notice_of_a_rate_limit_is_told_once_though_it_stays", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached");
  toast.setAttribute("data-visible", "true");
  page.document.body.append("another change");
  await advance(1_000);
  assert.equal(limits(page), 1);
  await showToast(page, "Rate limit reached");
  assert.equal(limits(page), 1, "the same words at the same time are the same limit");
});

test("c11_a_notice_that_is_mounted_anew_is_the_same_one", async () => {
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

test("c11_a_notice_with_the_same_words_later_is_another_limit", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached");
  await advance(60_000);
  toast.remove();
  await advance(2_500);
  await showToast(page, "Rate limit reached");
  assert.equal(limits(page), 2);
});

test("c11_a_notice_that_changes_its_text_is_read_anew", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Rate limit reached");
  const say = async (text) => {
    toast.querySelector("span").textContent = text;
    await advance(300);
  };
  await say("You've hit your video limit");
  assert.equal(limits(page), 2);
  await say("Video saved");
  await say("Weekly limit reached");
  assert.equal(limits(page), 3);
});

test("c11_a_notice_that_counts_down_is_one_limit", async () => {
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
  assert.equal(limits(page), 0);
  toast.lastElementChild.style.display = "inline";
  await advance(300);
  assert.equal(limits(page), 1);
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

test("c11_a_notice_that_is_hidden_and_shown_again_much_later_is_another_limit", async () => {
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

test("how things look costs nothing while no notice has words that matter", async () => {
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

const { rate_limit, moderation } = selectors.toasts;

/** A page that shows one toast with this text, and whether it was told as a limit. */
const isLimit = async (text) => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  await showToast(page, text);
  return limits(page) === 1;
};

for (const [language, texts] of Object.entries(rate_limit.phrases)) {
  test(`c11_every_phrase_of_a_limit_is_known_in_any_case_and_spacing: ${language}`, async () => {
    for (const text of texts) {
      assert.ok(await isLimit(text), text);
      assert.ok(await isLimit(`  ${text.toUpperCase().replace(/ /g, "\n ")}!`), text.toUpperCase());
      assert.ok(await isLimit(`Grok: ${text.replace(/'/g, "’")} (18:01).`), text);
    }
  });
}

test("c11_every_language_of_Grok_has_the_common_phrases_of_a_limit", () => {
  const languages = Object.keys(selectors.generate_control.labels.make_video).sort();
  for (const list of [rate_limit.phrases, rate_limit.alone, rate_limit.not]) {
    assert.deepEqual(Object.keys(list).sort(), languages);
  }
  for (const [language, texts] of Object.entries(rate_limit.phrases)) assert.ok(texts.length >= 3, language);
});

for (const text of [
  "You've hit your video limit",
  "You’ve reached your usage limit. Please try again later.",
  "You have reached your weekly limit.",
  "Rate limit reached",
  "Rate limit exceeded, slow down",
  "Too many requests",
  "You've reached your video limit",
  "Video limit reached",
  "Video generation limit reached",
  "Weekly limit reached. Resets at 3:23 PM.",
  "Request limit reached Upgrade to SuperGrok",
  "Image limit reached Upgrade to unlock more",
  "Video (720p, 10s) generation limit reached: available again at 6:01 PM",
  "Grok is under heavy usage right now. Please try again later, use a different model or upgrade plan for higher limits.",
  "동영상(720p, 10초) 생성 한도에 도달했습니다: 오후 6:01에 다시 사용 가능",
  "요청 한도에 도달했습니다",
  "요청한도에 도달했습니다",
  "주간 한도",
  "주간 한도의 100%를 사용했습니다",
  "주간 한도에 도달했습니다. 오후 3:23에 재설정됩니다",
  "Limit reached",
  "به سقف استفاده رسیدهاید",
  "Sie haben Ihr Nutzungslimit erreicht. Bitte versuchen Sie es später erneut.",
]) {
  test(`c11_a_notice_of_a_limit_is_one: ${text}`, async () => assert.ok(await isLimit(text)));
}

for (const text of [
  "Rate limits refreshed",
  "Your rate limit has been reset",
  "Your rate limit has been refreshed",
  "Rate limits increased for SuperGrok",
  "Upload limit reached",
  "You've reached your upload limit",
  "Limit reached: you can attach 10 files",
  "File limit reached",
  "File size limit exceeded",
  "Attachment limit exceeded",
  "Character limit reached",
  "Your prompt exceeds the character limit",
  "Message limit reached",
  "You've reached your message limit. Start a new chat.",
  "Rate limit reached. You can send more messages at 6 PM.",
  "Conversation limit reached",
  "Chat limit reached",
  "Context limit reached",
  "Storage limit reached",
  "Project limit reached",
  "Folder limit reached",
  "720p rate limit reached, switched to 480p",
  "Rate limit reached for 720p. Switching to 480p.",
  "Video limit reached for Grok 4, falling back to Grok 3",
  "Switched to 480p",
  "You're approaching your weekly limit",
  "You've almost reached your video limit",
  "Once you've reached your video limit, upgrade to go on",
  "You haven't reached your video limit",
  "2 videos left until you've hit your video limit",
  "Used 50% of your weekly limit",
  "Learn how rate limits work",
  "Upgrade to unlock more",
  "Upgrade to SuperGrok for higher limits",
  "Video saved",
  "Subrate limit reachedness",
  "Storage quota exceeded",
  "Videolimit zurückgesetzt",
  "Upload-Limit erreicht",
  "Zeichenlimit erreicht",
  "720p-Ratenlimit erreicht, auf 480p umgestellt",
  "Límite de caracteres alcanzado",
  "Has alcanzado tu límite de mensajes",
  "Limite de fichiers atteinte",
  "Limite de débit atteinte, passage en 480p",
  "업로드 한도에 도달했습니다",
  "생성 한도에 도달했습니다. 480p로 전환합니다",
  "주간 한도가 재설정되었습니다",
  "주간 한도의 50%를 사용했습니다",
  "アップロード上限に達しました",
  "文字数の上限に達しました",
  "已达到上传上限",
  "已达到视频上限，已切换到480p",
  "未达到使用上限",
  "Лимит символов достигнут",
  "Karakter sınırına ulaşıldı",
]) {
  test(`c11_a_notice_of_something_else_ends_nothing: ${text}`, async () => assert.equal(await isLimit(text), false));
}

test("c11_words_of_a_limit_are_parted_where_elements_end", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  await showToast(page, "Image limit reached", "<button>Upgrade</button>");
  assert.equal(limits(page), 1);
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
  const texts = ["Content Moderated. Try a different idea.", ...Object.values(moderation.phrases).flat()];
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

test("a notice of a moderation counts while it is visible, and drawn anew it is the same one", async () => {
  const page = openPage({ body: POST_PAGE + TOASTER });
  const toast = await showToast(page, "Content Moderated. Try a different idea.");
  toast.replaceWith(toast.cloneNode(true));
  await advance(500);
  assert.equal(page.signals("moderation_seen").length, 1);
  page.document.body.insertAdjacentHTML("beforeend", '<p role="alert" style="opacity: 0">Content violates our policies</p>');
  await advance(500);
  assert.equal(page.signals("moderation_seen").length, 1);
  page.document.querySelector("[role=alert]").style.opacity = "1";
  await advance(500);
  assert.equal(page.signals("moderation_seen").length, 2);
});

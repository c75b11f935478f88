import assert from "node:assert/strict";
import { test } from "node:test";
import { selectors } from "../join.mjs";
import { openAutumn, openVideo } from "./autumn_page.mjs";
import { composer, extendComposer, file, IMAGE, imagePost, OTHER_IMAGE, STRIP, videoPost } from "./grok.mjs";
import { advance, openPage, POST, PROMPT } from "./page.mjs";

const openImage = (form, options = {}) => openAutumn({ body: imagePost({ form }), ...options });

test("c9_the_forms_own_submit_is_pressed_once_with_the_prompt_in_its_box", async () => {
  const { act, pressed, box, page } = openImage();
  assert.equal(await act(), "clicked");
  assert.deepEqual([pressed, box()], [["Make video"], PROMPT]);
  assert.deepEqual(page.signals("problem"), []);
});

for (const [what, form] of [
  ["in Korean", composer({ language: "ko" })],
  ["in Turkish", composer({ language: "tr" })],
  ["in a language that nobody has seen", composer({ language: "xx" })],
  ["called as on home", composer({ submit: "Submit" })],
  ["without a name", composer({ submit: "" })],
  ["before all others", composer().replace("<div data-testid", '<button type="submit" id="first" disabled></button><div data-testid').replace(/<button type="submit" id="submit"[\s\S]*?<\/button>/, "")],
]) {
  test(`c9_the_submit_is_known_by_its_role_and_not_by_its_place_or_name: ${what}`, async () => {
    const { act, pressed } = openImage(form);
    assert.equal(await act(), "clicked");
    assert.equal(pressed.length, 1);
  });
}

for (const language of ["en", "ko", "tr"]) {
  test(`c9_video_is_chosen_before_anything_is_typed: ${language}`, async () => {
    for (const choices of ["click", "pointer"]) {
      const { act, pressed, box } = openImage(composer({ mode: "image", language }), { choices });
      assert.equal(await act(), "clicked", choices);
      assert.deepEqual(pressed.length, 2);
      assert.match(pressed[0], /^(?:Video|비디오)$/);
      assert.equal(box(), PROMPT);
    }
  });
}

for (const [what, form, options = {}] of [
  ["a page that does not take it", composer({ mode: "image" }), { choices: "stuck" }],
  ["a mode that can't be chosen", composer({ mode: "image" }).replaceAll('aria-label="Video"', 'aria-label="Video" disabled')],
  ["a language that nobody has seen", composer({ mode: "image", language: "xx" })],
  ["a form without modes", composer().replace(/<div role="radiogroup"[\s\S]*?<\/div>/g, "")],
]) {
  test(`c9_where_video_is_not_chosen_nothing_is_typed_and_nothing_sent: ${what}`, async () => {
    const { act, pressed, box } = openImage(form, options);
    assert.equal(await act(), "other_mode");
    assert.deepEqual([pressed.filter((name) => name !== "Video"), box()], [[], ""]);
  });
}

test("c9_a_mode_that_falls_back_while_the_prompt_settles_stops_the_press", async () => {
  const { page, document, pressed } = openImage();
  page.observer().act({ action_id: 1, post_id: IMAGE, image_ids: [IMAGE], prompt: PROMPT, settings: null });
  await advance(100);
  for (const one of document.querySelectorAll("[aria-label='Generation mode'] [role=radio]")) {
    one.setAttribute("aria-checked", String(one.getAttribute("aria-label") === "Image"));
  }
  await advance(2_000);
  assert.equal(page.signals("action_result")[0].result, "other_mode");
  assert.deepEqual(pressed, []);
});

for (const [what, form, expected = "edit_open"] of [
  ["by its placeholder", extendComposer({ pills: "", button: "" })],
  ["by its placeholder in other words", extendComposer({ placeholder: "Extend the clip …", pills: "", button: "" })],
  ["by its lengths", extendComposer({ placeholder: "Type to imagine", button: "" })],
  ["by its lengths in another language", extendComposer({ placeholder: "Type to imagine", button: "", pills: '<button type="button">+6초</button>' })],
  ["by its button", extendComposer({ placeholder: "Type to imagine", pills: "" })],
]) {
  test(`c9_while_a_video_is_extended_nothing_is_pressed: ${what}`, async () => {
    for (const open of [openVideo({ form }), openImage(form)]) {
      assert.equal(await open.act(), expected);
      assert.deepEqual([open.pressed, open.box()], [[], ""]);
    }
  });
}

test("c9_while_a_video_is_extended_nothing_is_pressed: by what ends it, elsewhere", async () => {
  const body = videoPost().replaceAll('"Extend"', '"Cancel Extend"').replaceAll(">Extend<", ">Cancel Extend<");
  const { act, pressed } = openAutumn({ body });
  assert.equal(await act(), "edit_open");
  assert.deepEqual(pressed, []);
});

for (const [what, form] of [
  ["by its submit", composer({ submit: "Edit" })],
  ["by its submit in other words", composer({ submit: "Make image" })],
  ["by its submit in Korean", composer({ language: "ko", submit: "편집" })],
  ["by its inputs for pictures", composer({ form: '<input type="file">' })],
]) {
  test(`c9_while_an_image_is_edited_nothing_is_pressed: ${what}`, async () => {
    const { act, pressed, box } = openImage(form);
    assert.equal(await act(), "edit_open");
    assert.deepEqual([pressed, box()], [[], ""]);
  });
}

test("c1_a_blank_prompt_over_an_empty_box_needs_one_where_the_page_wants_one", async () => {
  const { act, pressed } = openImage();
  assert.equal(await act({ prompt: " " }), "prompt_needed");
  assert.deepEqual(pressed, []);
});

test("c1_a_blank_prompt_leaves_the_box_as_it_is_where_the_page_wants_none", async () => {
  for (const form of [composer({ isDisabled: false }), composer({ text: "the user's own" })]) {
    const { act, pressed, box } = openImage(form);
    const before = box();
    assert.equal(await act({ prompt: "" }), "clicked");
    assert.deepEqual([pressed, box()], [["Make video"], before]);
  }
});

test("c1_a_blank_prompt_is_not_what_a_submit_over_a_text_is_disabled_for", async () => {
  const { act } = openImage(composer({ text: "the user's own", isDisabled: true }));
  assert.equal(await act({ prompt: "" }), "control_disabled");
});

const settings = (length, resolution, strictness) => ({ length: { value: length, strictness }, resolution: { value: resolution, strictness } });

for (const strictness of ["best_effort", "mandatory"]) {
  for (const choices of ["click", "pointer"]) {
    test(`c9_length_and_resolution_are_put_right_and_read_back: ${strictness}, by ${choices}`, async () => {
      const { act, pressed } = openImage(composer(), { choices });
      assert.equal(await act({ settings: settings(10, "720p", strictness) }), "clicked");
      assert.deepEqual(pressed, ["10s", "720p", "Make video"]);
    });
  }
  test(`c9_a_choice_that_the_page_does_not_take_is_seen: ${strictness}`, async () => {
    const { act, pressed, box } = openImage(composer(), { choices: "stuck" });
    assert.equal(await act({ settings: settings(10, "480p", strictness) }), "other_video_settings");
    assert.deepEqual([pressed, box()], [["10s"], ""]);
  });
}

test("c9_choices_that_look_alike_elsewhere_are_left_alone_and_no_menu_is_opened", async () => {
  const body = imagePost({ form: composer().replace(/<div role="radiogroup" aria-label="Video duration">[\s\S]*?<\/div>/, "") }).replace(
    "</article>",
    '</article><div role="radiogroup"><button role="radio" aria-checked="true">6s</button><button role="radio" aria-checked="false">10s</button></div><button aria-label="Video Options"></button>',
  );
  const { act, pressed } = openAutumn({ body });
  assert.equal(await act({ settings: settings(10, "480p", "mandatory") }), "other_video_settings");
  assert.deepEqual(pressed, []);
});

const { labels, selectors: never } = selectors.never_pressed;

for (const label of Object.values(labels).flat()) {
  test(`c9_never_pressed: ${label}`, async () => {
    // As the form's own submit, as what the user has named, and as what holds the image's picture.
    const submit = openImage(composer({ submit: label, text: PROMPT }));
    assert.notEqual(await submit.act(), "clicked");
    const named = openAutumn({ body: imagePost({ form: composer({ text: PROMPT }) }).replace("<article>", `<button id="named">${label}</button><article>`) });
    named.page.observer().override({ prompt_box: "", generate_control: "#named" });
    assert.notEqual(await named.act(), "clicked");
    const picture = openVideo({ strip: `<button aria-label="${label}" data-to="${IMAGE}"><img src="${file(IMAGE, "image.jpg")}"></button>` });
    assert.equal(await picture.act(), label === "Cancel Extend" ? "edit_open" : "stays_on_video");
    assert.deepEqual([submit.pressed, named.pressed, picture.pressed], [[], [], []]);
  });
}

/** Something that matches each selector, with `content` in it. */
const MATCHING = {
  '[aria-haspopup]:not([aria-haspopup="false" i])': (content) => content.replace("<button", '<button aria-haspopup="menu"'),
  '[role="menu"]': (content) => `<div role="menu">${content}</div>`,
  '[role="listitem"]': (content) => `<div role="listitem">${content}</div>`,
  '[role="dialog"]': (content) => `<div role="dialog" data-state="closed">${content}</div>`,
  '[role="alertdialog"]': (content) => `<div role="alertdialog" data-state="closed">${content}</div>`,
  '[data-analytics-name="age_verification"]': (content) => `<div data-analytics-name="age_verification" data-state="closed">${content}</div>`,
  "#onetrust-consent-sdk": (content) => `<div id="onetrust-consent-sdk" data-state="closed">${content}</div>`,
};

for (const selector of never) {
  test(`c9_never_pressed: what is in ${selector}`, async () => {
    const into = MATCHING[selector];
    assert.ok(into, "each selector has a test");
    const named = openAutumn({ body: imagePost({ form: composer({ text: PROMPT }) }).replace("<article>", `${into('<button id="named">Make video</button>')}<article>`) });
    named.page.observer().override({ prompt_box: "", generate_control: "#named" });
    const clicks = named.page.clicksOn("named");
    await named.act();
    const picture = openVideo({ strip: into(`<button aria-label="Thumbnail 1" data-to="${IMAGE}"><img src="${file(IMAGE, "image.jpg")}"></button>`) });
    assert.equal(await picture.act(), "stays_on_video");
    assert.deepEqual([clicks.count, picture.pressed], [0, []]);
  });
}

for (const [what, body] of [
  ["Regenerate, in a column that is no aside", videoPost({ form: "", column: "div" })],
  ["Regenerate, without a strip", videoPost({ form: "", column: "div", strip: "" })],
  ["the menu of the other Make Video", imagePost({ form: "", column: "div" })],
  ["a card's Make video", `${imagePost({ form: "" })}<div role="listitem"><button aria-label="Make video"></button></div>`],
]) {
  test(`c9_without_its_form_the_page_has_nothing_that_is_pressed: ${what}`, async () => {
    for (const prompt of ["", PROMPT]) {
      const { act, pressed } = openAutumn({ body });
      assert.equal(await act({ prompt }), "control_missing");
      assert.deepEqual(pressed, []);
    }
  });
}

test("c9_of_two_forms_or_two_submits_none_is_pressed", async () => {
  for (const form of [composer() + composer(), composer().replace("</form>", '<button type="submit">Go</button></form>')]) {
    const { act, pressed } = openImage(form);
    assert.equal(await act(), "control_missing");
    assert.deepEqual(pressed, []);
  }
});

test("c9_the_user's_own_selectors_come_first_here_too", async () => {
  const form = composer().replace("</form>", '<button type="button" id="own">Los</button></form>');
  const { act, page, pressed } = openImage(form);
  page.observer().override({ prompt_box: "form .ProseMirror", generate_control: "#own" });
  assert.equal(await act(), "clicked");
  assert.deepEqual(pressed, ["Los"]);
});

test("c9_no_key_is_pressed", async () => {
  const { act, document } = openImage(composer({ mode: "image" }));
  const keys = [];
  for (const kind of ["keydown", "keyup", "keypress"]) document.addEventListener(kind, ({ key }) => keys.push(key), true);
  assert.equal(await act({ settings: settings(10, "720p", "mandatory") }), "clicked");
  assert.deepEqual(keys, []);
});

test("a page of spring with an editor and radios of its own is no page of modes", async () => {
  const radios = '<div role="radiogroup"><button type="button" role="radio" aria-checked="true">6s</button></div>';
  const editor = '<div class="tiptap ProseMirror" contenteditable="true" role="textbox"><p></p></div>';
  const page = openPage({ body: `<main><article><form>${editor}${radios}<button type="button" id="make">Make video</button></form></article></main>` });
  const clicks = page.clicksOn("make");
  assert.equal(await page.act({ post_id: POST }), "clicked");
  assert.equal(clicks.count, 1);
});

test("every selector of the form is one that the browser understands", () => {
  const { document } = openPage();
  const { pages, forms, marks, boxes, submits, groups, choices, chosen, extending, editing } = selectors.composer;
  const all = [pages, forms, marks, boxes, submits, groups, choices, chosen, extending.placeholders, editing.inputs, never];
  for (const selector of [...all.flat(), ...selectors.strip.controls, ...selectors.strip.pictures]) assert.ok(document.querySelectorAll(selector));
  assert.ok(STRIP.includes(IMAGE) && !STRIP.includes(OTHER_IMAGE));
});

// The page of autumn 2026 for tests, with what its controls do: radios that are chosen, a form that is sent
// off, a strip that leads elsewhere. It writes down what was pressed.

import { composer, CONVERSATION, IMAGE, imagePost, VIDEO, videoPost } from "./grok.mjs";
import { advance, openPage, PROMPT } from "./page.mjs";

const nameOf = (element) => element.getAttribute("aria-label") ?? element.textContent.trim();

/**
 * Opens the page of `post`, with `body`. `choices`: whether radios follow a `click`, a whole `pointer` press
 * alone, or are `stuck`; `goes`: what the strip's controls lead to, by the id of their file.
 */
export const openAutumn = ({ body = imagePost(), post = IMAGE, choices = "click", goes = {}, ...options } = {}) => {
  const page = openPage({ ...options, body, path: `/imagine/post/${post}?conversation=${CONVERSATION}` });
  const { document, window } = page;
  /** The names of what was pressed, in order; a pointer and its click are one. */
  const pressed = [];
  let pointed;
  const onPointer = ({ target }) => {
    pointed = target.closest?.("button, [role=button], [role=menuitem]");
    if (pointed) pressed.push(nameOf(pointed));
  };
  const onClick = (event) => {
    const control = event.target.closest?.("button, [role=button], [role=menuitem]");
    if (!control) return;
    const wasPointed = control === pointed;
    pointed = undefined;
    if (!wasPointed) pressed.push(nameOf(control));
    if (control.getAttribute("role") === "radio" && (choices === "click" || (choices === "pointer" && wasPointed))) choose(control);
    if (control.type === "submit") event.preventDefault();
    const to = goes[control.dataset.to];
    if (to) setTimeout(() => to(page), 100);
  };
  const choose = (control) => {
    const group = control.closest("[role=radiogroup]");
    const isOfModes = [...group.children].some((one) => one.matches("[aria-label]"));
    setTimeout(() => {
      for (const one of group.children) one.setAttribute("aria-checked", String(one === control));
      // React draws the form of the other mode.
      const mode = { 0: "image", 1: "video" }[[...group.children].indexOf(control)];
      const language = { "생성 모드": "ko" }[group.getAttribute("aria-label")] ?? (nameOf(group.children[0]) === "Görsel" ? "tr" : "en");
      if (isOfModes && mode) control.closest("form").outerHTML = composer({ mode, language });
    }, 50);
  };
  const onInput = ({ target }) => {
    const submit = target.closest?.("form")?.querySelector("[type=submit]");
    if (submit) submit.disabled = target.textContent.trim() === "";
  };
  document.addEventListener("pointerdown", onPointer, true);
  document.addEventListener("click", onClick, true);
  document.addEventListener("input", onInput, true);
  return {
    page,
    document,
    pressed,
    /** What stands in the box. */
    box: () => document.querySelector(".ProseMirror")?.textContent,
    act: async (action = {}) => {
      page.observer().act({ action_id: 1, post_id: post, image_ids: [IMAGE], prompt: PROMPT, settings: null, ...action });
      await advance(8_000);
      return page.signals("action_result").at(-1)?.result;
    },
    window,
  };
};

/** Goes to the image's post, as the strip does. */
export const toImage = (form) => ({ window, document }) => {
  window.history.pushState({}, "", `/imagine/post/${IMAGE}?conversation=${CONVERSATION}`);
  document.body.innerHTML = imagePost({ form });
};

/** The page of a video of the image. */
export const openVideo = (options = {}) =>
  openAutumn({ body: videoPost(options), post: VIDEO, goes: { [IMAGE]: toImage() }, ...options });

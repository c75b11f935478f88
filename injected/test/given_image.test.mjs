import assert from "node:assert/strict";
import { test } from "node:test";
import { OBSERVER, openPage } from "./page.mjs";

const PNG = btoa("\x89PNG an image");

/** A page with this markup, whose file fields can be filled as in a browser. */
const open = (markup) => {
  const page = openPage({
    body: markup,
    prepare: (window) => {
      window.DataTransfer = class {
        files = [];
        items = { add: (file) => this.files.push(file) };
      };
      Object.defineProperty(window.HTMLInputElement.prototype, "files", {
        set(files) {
          this.given = files;
        },
        configurable: true,
      });
    },
  });
  const heard = [];
  for (const type of ["input", "change"]) {
    page.window.document.addEventListener(type, ({ target }) => heard.push([type, target.id]));
  }
  const give = (given) => page.window[OBSERVER].giveImage(given);
  return { page, heard, give };
};

test("w9_an_image_goes_into_the_composers_own_field_and_the_page_hears_of_it", () => {
  const { page, heard, give } = open(
    '<input id="edit" type="file" accept="image/png"><input id="own" type="file" name="files">',
  );
  assert.equal(give({ name: "clipboard.png", png: PNG }), true);
  const [file] = page.window.document.querySelector("#own").given;
  assert.deepEqual([file.name, file.type, file.size], ["clipboard.png", "image/png", 13]);
  assert.deepEqual(heard, [["input", "own"], ["change", "own"]]);
});

test("w9_a_page_without_a_field_is_given_nothing_and_says_so", () => {
  for (const markup of ["<p>Sign in</p>", '<input type="file" accept=".csv">']) {
    const { heard, give } = open(markup);
    assert.equal(give({ name: "clipboard.png", png: PNG }), false, markup);
    assert.deepEqual(heard, [], markup);
  }
});

test("w9_what_is_no_image_is_not_given", () => {
  const { heard, give } = open('<input type="file" name="files">');
  for (const given of [undefined, null, 3, {}, { name: "a.png" }, { png: PNG }]) {
    assert.equal(give(given), false);
  }
  assert.deepEqual(heard, []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "../join.mjs";
import { apply } from "./page.mjs";

const { diff } = globalThis.eval(join({ files: ["splice.js"], result: "splicing" }));

/** A random number generator that yields the same numbers in every run (mulberry32). */
const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const PIECES = ["a", "b", "lake", '"progress":37,', "é", "山", "🏔️", "🏕", "😀", "\u{10000}", "\u{10fffd}", "\n"];

const randomText = (random, most) => {
  let text = "";
  for (let count = Math.floor(random() * most); count > 0; count -= 1) text += PIECES[Math.floor(random() * PIECES.length)];
  return text;
};

/** Cuts a text at random places between whole characters, and puts something else there. */
const randomEdit = (random, text) => {
  const characters = Array.from(text);
  const at = Math.floor(random() * (characters.length + 1));
  const removed = Math.floor(random() * 6);
  characters.splice(at, removed, randomText(random, 5));
  return characters.join("");
};

const assertFits = (before, after) => {
  const change = diff(before, after);
  assert.equal(apply(before, change), after, "the splice yields the new text");
  assert.equal(change.length, after.length, "its length is the new text's");
  assert.ok(change.kept_head + change.kept_tail <= Math.min(before.length, after.length), "head and tail do not overlap");
  assert.ok(change.middle.isWellFormed(), "no surrogate pair is cut in two");
};

test("a splice of any edit yields the new text, and no middle cuts a surrogate pair", () => {
  const random = numbers(20261120);
  for (let round = 0; round < 3_000; round += 1) {
    const before = randomText(random, 40);
    assertFits(before, randomEdit(random, before));
    assertFits(before, randomText(random, 40));
  }
});

test("characters that share a half of their surrogate pairs are replaced whole", () => {
  assertFits("a\u{1F3D4}b", "a\u{1F3D5}b"); // the same high surrogate
  assertFits("a\u{1F3D4}b", "a\u{1FBD4}b"); // the same low surrogate
  assertFits("\u{1F3D4}", "\u{1F3D4}\u{1F3D4}");
  assertFits("\u{1F3D4}\u{1F3D4}", "\u{1F3D4}");
});

test("a middle holds only what changed, wherever in a text of several megabytes that is", () => {
  const long = '{"prompt":"mountain lake at dawn"},'.repeat(60_000);
  for (const at of [0, 1, 65_535, 65_536, 65_537, 1_000_000, long.length - 1, long.length]) {
    const after = `${long.slice(0, at)}~~~${long.slice(at)}`;
    assertFits(long, after);
    assert.ok(diff(long, after).middle.length <= 3, `the middle at ${at} is what was put in`);
    assertFits(after, long);
    assert.equal(diff(after, long).middle, "");
  }
});

test("the same text is kept whole, and an empty one keeps nothing", () => {
  assert.deepEqual(diff("lake", "lake"), { kept_head: 4, kept_tail: 0, middle: "", length: 4 });
  assert.deepEqual(diff("", "lake"), { kept_head: 0, kept_tail: 0, middle: "lake", length: 4 });
  assert.deepEqual(diff("lake", ""), { kept_head: 0, kept_tail: 0, middle: "", length: 0 });
});

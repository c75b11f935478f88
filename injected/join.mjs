// Joins the page script as the shell does (src-tauri, by include_str!): the constants, then the
// fragments in the order of files.txt, inside one strict function. For tests; nothing here ships.

import { readFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const read = (name) => readFileSync(new URL(name, here), "utf8");

/** The names of the fragments, in order. */
export const files = read("files.txt").trim().split("\n");

/** The contents of selectors.json. */
export const selectors = JSON.parse(read("selectors.json"));

/**
 * The text of the page script.
 * @param {{ origin?: string, selectors?: object, files?: string[], result?: string }} [options]
 *   `files`: only these fragments; `result`: an expression that the whole text then yields.
 */
export function join(options = {}) {
  const constants = [
    `const RETAKE_SELECTORS = ${JSON.stringify(options.selectors ?? selectors)};`,
    `const RETAKE_ORIGIN = ${JSON.stringify(options.origin ?? "https://grok.com")};`,
  ];
  const end = options.result ? `return ${options.result};` : "";
  const parts = ['(() => {\n"use strict";', ...constants, ...(options.files ?? files).map(read), end, "})()"];
  return parts.join("\n");
}

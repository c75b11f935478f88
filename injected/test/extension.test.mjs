import assert from "node:assert/strict";
import { test } from "node:test";
import { advance, openPage } from "./page.mjs";

const OLD = "grokRetrySession_lake";
const STORE = "useGrokRetryVideoSessions_store";

/** A page whose storage holds `entries`; the backend answers the hand-over with `reply`. */
const open = (entries, reply = []) =>
  openPage({
    prepare: ({ sessionStorage }) => {
      for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
    },
    reply: (call) => {
      if (call.command === "observer_extension") return reply;
      return call.command === "observer_signal" ? null : "accepted";
    },
  });

const handed = (page) =>
  page.calls.filter((call) => call.command === "observer_extension").map((call) => JSON.parse(call.entries));

test("e1_what_the_extension_left_is_handed_over_once_and_nothing_else_of_the_storage", async () => {
  const page = open({ [OLD]: '{"retryCount":2}', theme: "dark", [STORE]: "{}" });
  await advance(2_000);
  assert.deepEqual(handed(page), [{ [OLD]: '{"retryCount":2}', [STORE]: "{}" }]);
});

test("where the extension left nothing the backend hears nothing", async () => {
  const page = open({ theme: "dark" });
  await advance(2_000);
  assert.deepEqual(handed(page), []);
});

test("e4_old_keys_stay_unless_the_backend_names_them", async () => {
  const page = open({ [OLD]: "{}", [STORE]: "{}", theme: "dark" }, [OLD, "theme"]);
  await advance(2_000);
  const { sessionStorage } = page.window;
  assert.equal(sessionStorage.getItem(OLD), null);
  assert.equal(sessionStorage.getItem(STORE), "{}");
  assert.equal(sessionStorage.getItem("theme"), "dark", "only keys of the extension may go");
});

test("more than anybody has left is not handed over whole", async () => {
  const page = open({ [`${OLD}1`]: "x".repeat(600_000), [`${OLD}2`]: "x".repeat(600_000) });
  await advance(2_000);
  assert.deepEqual(handed(page).map((entries) => Object.keys(entries).length), [1]);
  assert.match(page.signals("problem")[0].message, /from a file/);
});

// @ts-check
// The entry: where the script runs, what it starts, and what the shell can call. A list and no more.

(() => {
  if (window.location.origin !== RETAKE_ORIGIN || window.top !== window) return;
  // Without a backend there is nobody to tell, so nothing of the page is touched.
  if (!bridge.available) return;
  const name = Symbol.for("retake.observer");
  // Injected twice, for instance by a reload of the shell's script: the first one goes on alone.
  if (Object.hasOwn(window, name)) return;

  const end = new natives.AbortController();
  const { signal } = end;
  const resend = reporting.guard("main.js", () => {
    routeWatch.resend();
    mainPicture.resend();
    snapshots.resend();
    storeWatch.noticeChange();
  });

  Object.defineProperty(window, name, {
    value: Object.freeze({
      act: reporting.guard("act.js", acting.act),
      picture: reporting.guard("pictures.js", pictures.take),
      giveImage: (/** @type {unknown} */ given) =>
        reporting.attempt("given_image.js", () => givenImage.give(given), false),
      health: reporting.guard("health.js", health.answer),
      pick: reporting.guard("pick.js", picking.start),
      override: reporting.guard("overrides.js", overrides.take),
      resend,
      admit: reporting.guard("bridge.js", bridge.admit),
    }),
    enumerable: false,
    writable: false,
    configurable: false,
  });
  reporting.connect(bridge.signal);
  void bridge.hello();
  bridge.signal({ type: "page_load" });

  /** @type {Array<[string, (signal: AbortSignal) => void]>} */
  const pieces = [
    ["route.js", routeWatch.start],
    ["store.js", storeWatch.start],
    ["extension.js", extension.start],
    ["cancellation.js", cancellation.start],
    ["stream.js", streamWatch.start],
    ["network.js", networkWatch.start],
    ["dom_changes.js", domChanges.start],
    ["main_picture.js", mainPicture.start],
    ["progress.js", progressWatch.start],
    ["notices.js", noticeWatch.start],
    ["memory_store.js", memoryStore.start],
    ["cloudflare_check.js", cloudflareCheck.start],
    ["activity.js", activityWatch.start],
    ["user_press.js", userPress.start],
    ["act.js", acting.start],
  ];
  for (const [piece, start] of pieces) reporting.guard(piece, start)(signal);

  const leave = reporting.guard("main.js", (/** @type {Event} */ event) => {
    // A page kept for the back button comes back as it was; any other one is gone for good.
    if (!(/** @type {PageTransitionEvent} */ (event).persisted)) end.abort();
  });
  const comeBack = reporting.guard("main.js", (/** @type {Event} */ event) => {
    if (/** @type {PageTransitionEvent} */ (event).persisted) resend();
  });
  natives.listen(window, "pagehide", leave, { signal });
  natives.listen(window, "pageshow", comeBack, { signal });
})();

// A page that React draws, for tests: its components read a store as Grok's do.

import { advance, openPage } from "./page.mjs";

/** Draws `components` into the page's root. */
export const draw = async (page, ...components) => {
  Object.assign(globalThis, { window: page.window, document: page.document });
  globalThis.navigator ??= page.window.navigator; // React looks at it once; Node 20 has none
  const { createElement } = await import("react");
  const { createRoot } = await import("react-dom/client");
  const { flushSync } = await import("react-dom");
  const root = createRoot(page.document.getElementById("root"));
  flushSync(() => root.render(components.map((component, key) => createElement(component, { key }))));
  return root;
};

/** A component that shows something of `store`, as zustand reads it; deep in others. */
export const reader = async (store, select = (state) => Object.keys(state.videoByMediaId ?? {}).length) => {
  const { createElement } = await import("react");
  const { useStore } = await import("zustand");
  const Inner = () => createElement("p", null, String(useStore(store, select)));
  return () => createElement("main", null, createElement("div", null, createElement(Inner)));
};

/** A page whose components read `stores`. */
export const openWithStores = async (stores, options = {}) => {
  const page = openPage({ body: '<div id="root"></div>', ...options });
  await draw(page, ...(await Promise.all(stores.map((store) => reader(store)))));
  const texts = (from) => page.calls.filter(({ snapshot }) => snapshot?.from === from).map(({ snapshot }) => snapshot.text);
  return {
    page,
    texts,
    /** Has the document change, so that what waits for a change is looked into. */
    change: async (milliseconds = 300) => {
      page.document.body.append("a change");
      await advance(milliseconds);
    },
  };
};

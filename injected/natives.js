// @ts-check
// The browser's own functions, saved before the page can replace them. The script runs first in
// every document, so what it finds here is the browser's; later pieces call these copies.
// Left as found on purpose: the prototypes of Array, Map, Set, String and RegExp. A page that
// breaks those is broken itself.

const natives = (() => {
  const { apply } = Reflect;

  /**
   * Turns a method into a function that takes its `this` first, so that no later change of
   * `Function.prototype.call` matters.
   * @param {Function | undefined} method
   * @returns {any}
   */
  const uncurry = (method) => {
    if (!method) return undefined;
    return (/** @type {unknown} */ self, /** @type {unknown[]} */ ...args) => apply(method, self, args);
  };

  /**
   * @param {object} prototype
   * @param {string} name
   */
  const getter = (prototype, name) => uncurry(Object.getOwnPropertyDescriptor(prototype, name)?.get);

  /**
   * @param {object} prototype
   * @param {string} name
   */
  const setter = (prototype, name) => uncurry(Object.getOwnPropertyDescriptor(prototype, name)?.set);

  /** WebKit ships without requestIdleCallback; a timer of its own turn is the next best. */
  const { requestIdleCallback } = window;
  /** A page under test may lack them. */
  const { Request, Response, Headers, ReadableStream, ReadableStreamDefaultReader } = window;
  const { TextDecoder, TextEncoder, Uint8Array } = window;
  const { Promise, setTimeout, clearTimeout, queueMicrotask, performance, getComputedStyle } = window;
  const { now } = performance;
  /** A script that ran before us may have made it throw. */
  const fetch = (() => {
    try {
      return window.fetch;
    } catch {
      return undefined;
    }
  })();

  return Object.freeze({
    apply,
    Promise,
    /** @type {(self: Promise<any>, then: (value: any) => void, failed: (error: unknown) => void) => void} */
    then: uncurry(Promise.prototype.then),
    AbortController,
    MutationObserver,
    Event,
    /** A page under test may lack it. */
    PointerEvent: /** @type {typeof PointerEvent | undefined} */ (window.PointerEvent),
    KeyboardEvent,
    MouseEvent,
    URL,
    URLSearchParams,
    /** @type {(self: URLSearchParams, name: string) => string | null} */
    getParam: uncurry(URLSearchParams.prototype.get),
    /** Of the browser: the page's own may be watched or replaced. @type {typeof window.fetch} */
    fetch: (input, init) => apply(/** @type {typeof window.fetch} */ (fetch), window, [input, init]),
    /** Milliseconds on a clock that never goes back. @returns {number} */
    now: () => apply(now, performance, []),
    /** @type {(callback: () => void, milliseconds: number) => number} */
    setTimeout: (callback, milliseconds) => apply(setTimeout, window, [callback, milliseconds]),
    /** Runs `callback` when the page's code under way has ended, before anything else.
     * @type {(callback: () => void) => void} */
    beforeTheNextTurn: (callback) => apply(queueMicrotask, window, [callback]),
    /** @type {(milliseconds: number) => Promise<void>} */
    pause: (milliseconds) => new Promise((resolve) => void apply(setTimeout, window, [resolve, milliseconds])),
    /** @type {(timer: number) => void} */
    clearTimeout: (timer) => apply(clearTimeout, window, [timer]),
    /**
     * Runs `callback` when the page has nothing to do, within `timeout` milliseconds at the latest.
     * @type {(callback: () => void, timeout: number) => void}
     */
    whenIdle: (callback, timeout) => {
      if (requestIdleCallback) apply(requestIdleCallback, window, [() => callback(), { timeout }]);
      else callback();
    },
    TextDecoder,
    /** @type {(self: TextDecoder, bytes: Uint8Array | undefined, options: { stream: boolean }) => string} */
    decode: uncurry(TextDecoder?.prototype.decode),
    /** Whether the browser says when it is idle. */
    hasIdleTime: typeof requestIdleCallback === "function",
    /** @type {(object: object, name: string | number) => PropertyDescriptor | undefined} */
    ownProperty: Object.getOwnPropertyDescriptor,
    /** @type {(object: object) => string[]} */
    keys: Object.keys,
    /** Hidden ones as well. @type {(object: object) => string[]} */
    ownNames: Object.getOwnPropertyNames,
    hasOwn: Object.hasOwn,
    prototypeOf: Object.getPrototypeOf,
    isArray: Array.isArray,
    /** Throws where it is no date. @type {(self: Date) => string} */
    isoDate: uncurry(Date.prototype.toISOString),
    TextEncoder,
    Uint8Array,
    /** @type {(self: TextEncoder, text: string, into: Uint8Array) => { read: number, written: number }} */
    encodeInto: uncurry(TextEncoder?.prototype.encodeInto),
    /** @type {(self: TextEncoder, text: string) => Uint8Array} */
    encode: uncurry(TextEncoder?.prototype.encode),
    /** @type {(text: string) => unknown} */
    parseJson: JSON.parse,
    /** Of a text, which asks no object for a `toJSON`. @type {(text: string) => string} */
    quote: JSON.stringify,
    /** Milliseconds since 1970; NaN where `text` is no date. @type {(text: string) => number} */
    parseDate: Date.parse,
    Response,
    /** @type {(self: Request) => Request} */
    cloneRequest: uncurry(Request?.prototype.clone),
    /** @type {(self: Request) => Promise<string>} */
    requestText: uncurry(Request?.prototype.text),
    /** Some browsers have none. @type {((self: Request) => ReadableStream<Uint8Array> | null) | undefined} */
    requestBody: Request && getter(Request.prototype, "body"),
    /** @type {(self: Response) => Response} */
    cloneResponse: uncurry(Response?.prototype.clone),
    /** @type {(self: Response) => ReadableStream<Uint8Array> | null} */
    responseBody: Response && getter(Response.prototype, "body"),
    /** @type {(self: Response) => Headers} */
    responseHeaders: Response && getter(Response.prototype, "headers"),
    /** Whether its body has been read. @type {(self: Response) => boolean} */
    isUsed: Response && getter(Response.prototype, "bodyUsed"),
    /** @type {(self: Response) => number} */
    responseStatus: Response && getter(Response.prototype, "status"),
    /** @type {(self: Headers, name: string) => string | null} */
    getHeader: uncurry(Headers?.prototype.get),
    /** @type {(self: ReadableStream<Uint8Array>) => ReadableStreamDefaultReader<Uint8Array>} */
    getReader: uncurry(ReadableStream?.prototype.getReader),
    /** @type {(self: ReadableStream) => boolean} */
    isLocked: ReadableStream && getter(ReadableStream.prototype, "locked"),
    /** @type {(self: ReadableStream<Uint8Array>) => Promise<void>} */
    cancelStream: uncurry(ReadableStream?.prototype.cancel),
    /** @type {(self: ReadableStreamDefaultReader<Uint8Array>) => Promise<ReadableStreamReadResult<Uint8Array>>} */
    readChunk: uncurry(ReadableStreamDefaultReader?.prototype.read),
    /** @type {(self: ReadableStreamDefaultReader<Uint8Array>) => Promise<void>} */
    cancelReader: uncurry(ReadableStreamDefaultReader?.prototype.cancel),
    /** @type {(self: Storage, key: string) => string | null} */
    getItem: uncurry(Storage.prototype.getItem),
    /** @type {(self: Storage) => number} */
    storageLength: getter(Storage.prototype, "length"),
    /** @type {(self: Storage, index: number) => string | null} */
    storageKey: uncurry(Storage.prototype.key),
    /** @type {(self: Storage, key: string) => void} */
    removeItem: uncurry(Storage.prototype.removeItem),
    /** @type {((self: string) => string) | undefined} */
    toWellFormed: uncurry(Reflect.get(String.prototype, "toWellFormed")),
    /** @type {(self: Document | Element, selector: string) => NodeListOf<Element>} */
    queryDocument: uncurry(Document.prototype.querySelectorAll),
    /** @type {(self: Element, selector: string) => NodeListOf<Element>} */
    queryElement: uncurry(Element.prototype.querySelectorAll),
    /** @type {(self: Element, selector: string) => Element | null} */
    closest: uncurry(Element.prototype.closest),
    /** @type {(self: Element, selector: string) => boolean} */
    matches: uncurry(Element.prototype.matches),
    /** @type {(self: Element, name: string) => string | null} */
    getAttribute: uncurry(Element.prototype.getAttribute),
    /** @type {(self: Element) => string[]} */
    attributeNames: uncurry(Element.prototype.getAttributeNames),
    /** @type {(self: Node) => string | null} */
    textContent: getter(Node.prototype, "textContent"),
    /** @type {((self: Element, options: object) => boolean) | undefined} */
    checkVisibility: uncurry(Reflect.get(Element.prototype, "checkVisibility")),
    /** @type {(element: Element) => CSSStyleDeclaration} */
    computedStyle: (element) => apply(getComputedStyle, window, [element]),
    /** A page under test lacks it. @type {((self: Document, x: number, y: number) => Element | null) | undefined} */
    elementFromPoint: uncurry(Reflect.get(Document.prototype, "elementFromPoint")),
    /** @type {(self: HTMLLabelElement) => HTMLElement | null} */
    labelledControl: getter(HTMLLabelElement.prototype, "control"),
    /** @type {(self: Element) => DOMRect} */
    rect: uncurry(Element.prototype.getBoundingClientRect),
    /** @type {(self: HTMLElement) => void} */
    click: uncurry(HTMLElement.prototype.click),
    /** @type {(self: HTMLElement, options: FocusOptions) => void} */
    focus: uncurry(HTMLElement.prototype.focus),
    /** @type {(self: HTMLTextAreaElement, value: string) => void} */
    setTextAreaValue: setter(HTMLTextAreaElement.prototype, "value"),
    /** @type {(self: HTMLInputElement, value: string) => void} */
    setInputValue: setter(HTMLInputElement.prototype, "value"),
    /** @type {(self: HTMLTextAreaElement) => string} */
    textAreaValue: getter(HTMLTextAreaElement.prototype, "value"),
    /** @type {(self: HTMLInputElement) => string} */
    inputValue: getter(HTMLInputElement.prototype, "value"),
    /** @type {(self: EventTarget, event: Event) => boolean} */
    dispatch: uncurry(EventTarget.prototype.dispatchEvent),
    /** @type {(self: EventTarget, type: string, listener: (event: Event) => void, options: AddEventListenerOptions) => void} */
    listen: uncurry(EventTarget.prototype.addEventListener),
    /** Own and not to be redefined in a browser. @param {Event} event @returns {boolean} */
    isTrusted: (event) => event.isTrusted,
    /** @type {((self: Document, command: string, ui: boolean, value: string) => boolean) | undefined} */
    execCommand: uncurry(Reflect.get(Document.prototype, "execCommand")),
    /** @type {(self: Document) => Range} */
    createRange: uncurry(Document.prototype.createRange),
    /** @type {(self: Document) => Selection | null} */
    getSelection: uncurry(Document.prototype.getSelection),
    /** @type {(self: Document, text: string) => Text} */
    createTextNode: uncurry(Document.prototype.createTextNode),
  });
})();

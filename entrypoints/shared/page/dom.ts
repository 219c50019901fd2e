/**
 * What a page's elements and documents are asked, past the names that a page can put before the answers: in a form `<input name=nextSibling>` is
 * what `form.nextSibling` gives, and `<img name=body>` is `document.body`, in our world too. The prototypes are our world's own.
 */

/** A prototype's getter, as a function of whom it is asked of. Found at first use: not everything that imports this has a page around it. */
function getter<Owner extends object, Name extends keyof Owner>(
  prototype: () => Owner,
  name: Name,
): (owner: Owner) => Owner[Name] {
  let property: PropertyDescriptor | undefined;
  const find = () => {
    for (let at: object | null = prototype(); at !== null; at = Object.getPrototypeOf(at) as object | null)
      if (Object.hasOwn(at, name)) return Object.getOwnPropertyDescriptor(at, name);
    return undefined;
  };
  return (owner) => (property ??= find())?.get?.call(owner) as Owner[Name];
}

type Called<Owner, Method> = Method extends (...given: infer Given) => infer Result
  ? (owner: Owner, ...given: Given) => Result
  : never;

/** A prototype's method, as a function of whom it is called on. */
function method<Owner extends object, Name extends keyof Owner>(
  prototype: () => Owner,
  name: Name,
): Called<Owner, Owner[Name]> {
  const call = (owner: Owner, ...given: unknown[]): unknown =>
    Reflect.apply(prototype()[name] as (...given: unknown[]) => unknown, owner, given);
  return call as Called<Owner, Owner[Name]>;
}

const node = () => Node.prototype;
const element = () => Element.prototype;
const page = () => Document.prototype;

export const nodeType = /* @__PURE__ */ getter(node, 'nodeType');
export const firstChild = /* @__PURE__ */ getter(node, 'firstChild');
export const nextSibling = /* @__PURE__ */ getter(node, 'nextSibling');
export const parentElement = /* @__PURE__ */ getter(node, 'parentElement');
export const isConnected = /* @__PURE__ */ getter(node, 'isConnected');
const ownerOf = /* @__PURE__ */ getter(node, 'ownerDocument');
const textOf = /* @__PURE__ */ getter(element, 'textContent');

export const localName = /* @__PURE__ */ getter(element, 'localName');
export const clientLeft = /* @__PURE__ */ getter(element, 'clientLeft');
export const clientTop = /* @__PURE__ */ getter(element, 'clientTop');
export const clientWidth = /* @__PURE__ */ getter(element, 'clientWidth');
export const clientHeight = /* @__PURE__ */ getter(element, 'clientHeight');

export const bodyOf = /* @__PURE__ */ getter(page, 'body') as (page: Document) => HTMLElement | null;
export const rootOf = /* @__PURE__ */ getter(page, 'documentElement') as (page: Document) => HTMLElement | null;
export const titleOf = /* @__PURE__ */ getter(page, 'title');
export const addressOf = /* @__PURE__ */ getter(page, 'URL');
export const contentType = /* @__PURE__ */ getter(page, 'contentType');
export const readyState = /* @__PURE__ */ getter(page, 'readyState');
export const viewOf = /* @__PURE__ */ getter(page, 'defaultView');
/** Whether the browser only prepares a page, which is not yet in its tab. */
export const isPrerendered = (of: Document): boolean => Reflect.get(Document.prototype, 'prerendering', of) === true;

/** What the addresses of a page are relative to. */
export const baseOf = /* @__PURE__ */ getter(page, 'baseURI');

/** The document of an element. */
export const documentOf = (of: Element): Document => ownerOf(of) ?? document;

export const textContent = (of: Element): string => textOf(of);

export const attribute: (of: Element, name: string) => string | null = /* @__PURE__ */ method(element, 'getAttribute');

export const matches: (of: Element, selector: string) => boolean = /* @__PURE__ */ method(element, 'matches');

/** The element itself or the nearest around it that matches. */
export const closest: (of: Element, selector: string) => Element | null = /* @__PURE__ */ method(element, 'closest');

const first: (of: Element, selector: string) => Element | null = /* @__PURE__ */ method(element, 'querySelector');
const allInPage: (of: Document, selector: string) => NodeListOf<Element> = /* @__PURE__ */ method(
  page,
  'querySelectorAll',
);
const allInElement: (of: Element, selector: string) => NodeListOf<Element> = /* @__PURE__ */ method(
  element,
  'querySelectorAll',
);

/** Whether something inside matches. */
export const holds = (of: Element, selector: string): boolean => first(of, selector) !== null;

/** All inside a page that match, in order. */
export const all = (of: Document, selector: string): readonly Element[] => Array.from(allInPage(of, selector));

/** All inside an element that match, in order. */
export const allIn = (of: Element, selector: string): readonly Element[] => Array.from(allInElement(of, selector));

export const contains: (of: Element, other: Node) => boolean = /* @__PURE__ */ method(node, 'contains');

/** The bits of DOCUMENT_POSITION_… that say where the other stands. */
export const position: (of: Node, other: Node) => number = /* @__PURE__ */ method(node, 'compareDocumentPosition');

export const isShown: (of: Element, options?: CheckVisibilityOptions) => boolean = /* @__PURE__ */ method(
  element,
  'checkVisibility',
);

export const boxOfElement: (of: Element) => DOMRect = /* @__PURE__ */ method(element, 'getBoundingClientRect');

export const scrollIntoView: (of: Element, how: ScrollIntoViewOptions) => void = /* @__PURE__ */ method(
  element,
  'scrollIntoView',
);

export const styleOf = (of: Element): CSSStyleDeclaration | null =>
  viewOf(documentOf(of))?.getComputedStyle(of) ?? null;

/** Whether a node is an element. Those in frames are of another realm: `instanceof` would not know them. */
export const isElement = (of: Node | null): of is Element => of !== null && nodeType(of) === 1;

export const isText = (of: Node): of is Text => nodeType(of) === 3;

/** Hears a page. */
export const listen: (
  at: Document,
  type: string,
  hear: (event: Event) => void,
  options: AddEventListenerOptions,
) => void = /* @__PURE__ */ method(() => EventTarget.prototype, 'addEventListener');

const createElement: (of: Document, name: string) => HTMLElement = /* @__PURE__ */ method(page, 'createElement');

/** An element of our own. */
export const create = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  of: Document = document,
): HTMLElementTagNameMap[Name] => createElement(of, name) as HTMLElementTagNameMap[Name];

export const createRange: (of: Document) => Range = /* @__PURE__ */ method(page, 'createRange');

const createWalker: (of: Document, root: Element, what: number) => TreeWalker = /* @__PURE__ */ method(
  page,
  'createTreeWalker',
);

/** Walks through the text inside an element. */
export const textWalker = (of: Element): TreeWalker => createWalker(documentOf(of), of, 4 /* NodeFilter.SHOW_TEXT */);

/** The elements at a point of a page, the uppermost first. */
export const elementsAt: (of: Document, x: number, y: number) => readonly Element[] = /* @__PURE__ */ method(
  page,
  'elementsFromPoint',
);

const appendChild: (of: Node, child: Node) => Node = /* @__PURE__ */ method(node, 'appendChild');

/** Puts an element of our own at the end of a page. */
export function appendTo(of: Document, own: Element): void {
  const root = rootOf(of);
  if (root !== null) appendChild(root, own);
}

export const replace: (of: Element, by: Node) => void = /* @__PURE__ */ method(element, 'replaceWith');

/** An element's style as its sheets say it; null where the browser does not tell. */
export const specifiedStyle = (of: Element): StylePropertyMapReadOnly | null =>
  'computedStyleMap' in Element.prototype ? Element.prototype.computedStyleMap.call(of) : null;

export const execCommand: (of: Document, command: string) => boolean = /* @__PURE__ */ method(page, 'execCommand');

const createNamed: (of: Document, namespace: string, name: string, options?: ElementCreationOptions) => Element =
  /* @__PURE__ */ method(page, 'createElementNS');
const createText: (of: Document, text: string) => Text = /* @__PURE__ */ method(page, 'createTextNode');

/** What makes the elements of our own views, which are drawn by a library that asks its parent element for the document. */
const maker = {
  createElementNS: (namespace: string, name: string, options?: ElementCreationOptions) =>
    withMaker(createNamed(document, namespace, name, options)),
  createTextNode: (text: string) => createText(document, text),
};

/** An element of our own in which views can be drawn. */
export function withMaker<Own extends Element>(own: Own): Own {
  return Object.defineProperty(own, 'ownerDocument', { value: maker });
}

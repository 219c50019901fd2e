import type { HtmlNode } from '../../core/read/html/node.ts';
import { innerDocument } from '../detect/inner-document.ts';

/** The live DOM as the reader sees it: what is rendered, and frames of the same site in their places. */
export class DomNode implements HtmlNode {
  private childNodes: DomNode[] | undefined;

  constructor(readonly node: Element | Text) {}

  get tag(): string | null {
    if (!isElement(this.node)) return null;
    // A frame that we can look into is a block like any other.
    return frameBody(this.node) === null ? this.node.localName.toLowerCase() : 'div';
  }

  get text(): string {
    return isElement(this.node) ? '' : this.node.data;
  }

  attribute(name: string): string | null {
    return isElement(this.node) ? this.node.getAttribute(name) : null;
  }

  get children(): readonly DomNode[] {
    return this.childNodes ??= Array.from(childrenOf(this.node), (child) => new DomNode(child));
  }

  get hidden(): boolean {
    if (!isElement(this.node) || this.node.checkVisibility()) return false;
    // Without a box of its own, yet its children have theirs.
    return this.node.ownerDocument.defaultView?.getComputedStyle(this.node).display !== 'contents';
  }
}

/** The live element of a node that a reading points to. */
export function elementOf(node: HtmlNode | undefined): Element | null {
  if (!(node instanceof DomNode)) return null;
  return isElement(node.node) ? node.node : node.node.parentElement;
}

/** Elements of a frame are of another realm: `instanceof` would not know them. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function* childrenOf(node: Node): Generator<Element | Text> {
  const inner = isElement(node) ? frameBody(node) : null;
  // What is only invisible keeps its place, a cell above all; its own words are not to be seen.
  let visible: boolean | null = null;
  for (const child of (inner ?? node).childNodes) {
    if (isElement(child)) yield child;
    else if (isText(child)) {
      visible ??= !isElement(node) || node.checkVisibility({ visibilityProperty: true });
      if (visible) yield child;
    }
  }
}

/** The body of a frame of the same site; null for any other element, and for a frame we may not look into. */
function frameBody(element: Element): Element | null {
  const inner = innerDocument(element);
  return inner?.contentType === 'text/html' ? inner.body : null;
}

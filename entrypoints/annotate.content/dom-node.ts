import type { HtmlNode } from '../../core/read/html/node.ts';
import { tableRole } from '../../core/read/html/table-role.ts';
import {
  attribute,
  bodyOf,
  contentType,
  firstChild,
  isElement,
  isShown,
  isText,
  localName,
  nextSibling,
  parentElement,
  styleOf,
} from '../shared/page/dom.ts';
import { innerDocument } from '../shared/page/inner-document.ts';

/** The live DOM as the reader sees it: what is rendered, and frames of the same site in their places. */
export class DomNode implements HtmlNode {
  readonly tag: string | null;
  // Asking a node of the page what kind it is costs more than all the rest of a step.
  private readonly element: Element | null;
  private childNodes: DomNode[] | undefined;
  private isHidden: boolean | undefined;
  private showsText: boolean | undefined;

  /** @param unseen is given each element that keeps its words to itself, as it is not to be seen */
  constructor(
    readonly node: Element | Text,
    private readonly unseen: (element: Element) => void = () => undefined,
  ) {
    const element = isElement(node) ? node : null;
    this.element = element;
    // A frame that we can look into is a block like any other.
    this.tag =
      element === null
        ? null
        : frameBody(element) === null
          ? tableRole(localName(element).toLowerCase(), (name) => attribute(element, name))
          : 'div';
  }

  get text(): string {
    return this.element !== null || isElement(this.node) ? '' : this.node.data;
  }

  attribute(name: string): string | null {
    return this.element && attribute(this.element, name);
  }

  get children(): readonly DomNode[] {
    return (this.childNodes ??= this.childrenOf());
  }

  // The browser is asked once, and what shows its words needs no second question: this is most of the time that reading takes.
  get hidden(): boolean {
    return (this.isHidden ??=
      this.element !== null &&
      !this.wordsShow() &&
      !isShown(this.element) &&
      styleOf(this.element)?.display !== 'contents');
  }

  /** Whether the element's own words are to be seen. */
  private wordsShow(): boolean {
    if (this.showsText === undefined) {
      this.showsText = this.element === null || showsWords(this.element);
      if (!this.showsText && this.element !== null) this.unseen(this.element);
    }
    return this.showsText;
  }

  private childrenOf(): DomNode[] {
    const { element } = this;
    const children: DomNode[] = [];
    if (element === null) return children;
    // By siblings: a live list costs several times as much to go through.
    for (let child = firstChild(frameBody(element) ?? element); child !== null; child = nextSibling(child)) {
      // What is only invisible keeps its place, a cell above all; its own words are not to be seen.
      if (isElement(child) || (isText(child) && this.wordsShow())) children.push(new DomNode(child, this.unseen));
    }
    return children;
  }
}

/** Whether an element's own words are to be seen. */
export function showsWords(element: Element): boolean {
  if (isShown(element, { visibilityProperty: true })) return true;
  // Without a box of its own it may yet show them.
  const style = styleOf(element);
  return style?.display === 'contents' && style.visibility === 'visible';
}

/** The live element of a node that a reading points to. */
export function elementOf(node: HtmlNode | undefined): Element | null {
  if (!(node instanceof DomNode)) return null;
  return isElement(node.node) ? node.node : parentElement(node.node);
}

/** The body of a frame of the same site; null for any other element, and for a frame we may not look into. */
function frameBody(element: Element): Element | null {
  const inner = innerDocument(element);
  return inner !== null && contentType(inner) === 'text/html' ? bodyOf(inner) : null;
}

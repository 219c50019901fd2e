/**
 * What the HTML reader needs of a page. Two adapters fit it: the live DOM in the page (annotate.content) and parse5 in Node (tools).
 */
export interface HtmlNode {
  /** Lower-case element name; null for a text node. */
  readonly tag: string | null;
  /** The characters of a text node; '' for an element. */
  readonly text: string;
  /** An attribute's value, or null. */
  attribute(name: string): string | null;
  readonly children: readonly HtmlNode[];
  /** Not rendered: display:none, visibility:hidden, the hidden attribute, or script, style and the like. */
  readonly hidden: boolean;
}

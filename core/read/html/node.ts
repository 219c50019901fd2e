/**
 * What the HTML reader needs of a page. Two adapters fit it: the live DOM in the page (annotate.content) and parse5 in Node (tools).
 */
export interface HtmlNode {
  /** Lower-case element name, that of `tableRole` for what plays a part of a table; null for a text node. */
  readonly tag: string | null;
  /** The characters of a text node; '' for an element. */
  readonly text: string;
  /** An attribute's value, or null. */
  attribute(name: string): string | null;
  readonly children: readonly HtmlNode[];
  /** Not laid out: display:none, the hidden attribute. What is only invisible is laid out, and its text left out by the adapter. */
  readonly hidden: boolean;
}

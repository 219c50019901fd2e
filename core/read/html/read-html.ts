import type { Document } from '../../document/document.ts';
import { assemble } from '../assemble.ts';
import type { HtmlNode } from './node.ts';

/** A document and the nodes its places point to: `place.node` is an index into `nodes`. */
export interface HtmlReading {
  readonly document: Document;
  readonly nodes: readonly HtmlNode[];
}

/**
 * Reads a page. Yields now and then, so that the caller can give way to the page.
 * @param root the body, or the part of the page to read
 * @param source address and title of the page
 */
export function* readHtml(root: HtmlNode, source: { readonly url: string; readonly title: string }): Generator<void, HtmlReading> {
  yield;
  return { document: assemble({ ...source, kind: 'html' }, []), nodes: [root] };
}

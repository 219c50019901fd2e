import type { HtmlNode } from './node.ts';
import { isBlock, isSilent } from './text.ts';

/** What stands inside an element, at any depth. */
export interface Inside {
  readonly table: boolean;
  readonly block: boolean;
  /** Something that makes its text stand on several lines. */
  readonly lineBreak: boolean;
}

const nothing: Inside = { table: false, block: false, lineBreak: false };

/** Browsers nest no deeper than 512 elements when they parse; only scripts can, and no page for people does. */
export const deepest = 1000;

/** A page whose elements are nested too deeply to be read. */
export class NestedTooDeeply extends Error {
  constructor() {
    super('网页的层次太深，无法读取。 The page is nested too deeply to be read.');
    this.name = 'NestedTooDeeply';
  }
}

interface Visit {
  readonly node: HtmlNode;
  next: number;
  table: boolean;
  block: boolean;
  lineBreak: boolean;
}

const visit = (node: HtmlNode): Visit => ({ node, next: 0, table: false, block: false, lineBreak: false });

/** Elements looked at between two chances for the caller to give way. */
const visitsPerStep = 500;

/**
 * Looks once through a page, so that reading it takes no longer than it is large, however it is nested. Yields now and then.
 * @returns tells what stands inside an element of it
 * @throws {NestedTooDeeply}
 */
export function* survey(root: HtmlNode): Generator<void, (node: HtmlNode) => Inside> {
  const known = new Map<HtmlNode, Inside>();
  const path = [visit(root)];
  let visits = 0;
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const child = at.node.children[at.next];
    at.next += 1;
    if (child !== undefined) {
      if (child.tag === null || isSilent(child)) continue;
      if (path.length >= deepest) throw new NestedTooDeeply();
      path.push(visit(child));
      visits += 1;
      if (visits % visitsPerStep === 0) yield;
      continue;
    }
    path.pop();
    const { node, table, block, lineBreak } = at;
    if (table || block || lineBreak) known.set(node, { table, block, lineBreak });
    const parent = path.at(-1);
    if (parent === undefined) break;
    parent.table ||= table || node.tag === 'table';
    parent.block ||= block || isBlock(node);
    parent.lineBreak ||= lineBreak || node.tag === 'br' || isBlock(node);
  }
  return (node) => known.get(node) ?? nothing;
}

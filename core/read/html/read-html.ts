import type { Document, Line } from '../../document/document.ts';
import { assemble, type RawBlock } from '../assemble.ts';
import { layOut } from './grid.ts';
import type { HtmlNode } from './node.ts';
import { survey } from './survey.ts';
import { isBlock, isSilent, tidyRun, visibleText } from './text.ts';

/** A document and the nodes its places point to: `place.node` is an index into `nodes`. */
export interface HtmlReading {
  readonly document: Document;
  readonly nodes: readonly HtmlNode[];
}

const headingLevel = (node: HtmlNode): number | undefined => {
  const match = /^h([1-6])$/.exec(node.tag ?? '');
  return match ? Number(match[1]) : undefined;
};

/**
 * Reads a page: its tables, and the text between them as paragraphs. Changes nothing on the page.
 * A table that holds other tables is taken for layout and read through. Yields after each table and every few rows, so that the caller can give way to the page.
 * @param root the body, or the part of the page to read
 * @param source address and title of the page
 * @throws {NestedTooDeeply}
 */
export function* readHtml(root: HtmlNode, source: { readonly url: string; readonly title: string }): Generator<void, HtmlReading> {
  const inside = yield* survey(root);
  yield;
  const nodes: HtmlNode[] = [];
  const remember = (node: HtmlNode): number => nodes.push(node) - 1;
  const blocks: RawBlock[] = [];
  // Text that stands directly in a container, outside any block of its own.
  let loose = '';

  const flush = (container: HtmlNode): void => {
    const text = tidyRun(loose);
    loose = '';
    if (text !== '') blocks.push({ kind: 'paragraph', text, place: { node: remember(container) } });
  };

  function* walk(node: HtmlNode): Generator<void> {
    for (const child of node.children) {
      if (child.tag === null) {
        loose += child.text;
        continue;
      }
      if (isSilent(child)) continue;
      if (child.tag === 'table' && !inside(child).table) {
        flush(node);
        yield* readTable(child);
        yield;
      } else if (inside(child).table) {
        flush(node);
        yield* walk(child);
        flush(child);
      } else if (child.tag === 'br') flush(node);
      else if (isBlock(child)) {
        flush(node);
        yield* readBlock(child);
      } else if (inside(child).lineBreak) yield* walk(child);
      else loose += visibleText(child).replace(/\n/g, ' ');
    }
  }

  function* readBlock(node: HtmlNode): Generator<void> {
    // A container of blocks is read block by block, so that a paragraph is what a reader would call one.
    if (inside(node).block) {
      yield* walk(node);
      flush(node);
      return;
    }
    const heading = headingLevel(node);
    const place = { node: remember(node) };
    for (const text of visibleText(node).split('\n')) {
      if (text !== '') blocks.push(heading === undefined ? { kind: 'paragraph', text, place } : { kind: 'paragraph', text, heading, place });
    }
  }

  function* readTable(table: HtmlNode): Generator<void> {
    const grid = yield* layOut(table, remember);
    const captions = grid.captions.flatMap((caption): Line[] => {
      const place = { node: remember(caption) };
      return visibleText(caption).split('\n').filter((text) => text !== '').map((text) => ({ text, place }));
    });
    const printed = grid.cells.filter((cell) => cell.text !== '');
    // One cell, or one column of running text, is a box around prose.
    if (grid.columns < 2 || grid.rows < 2 || printed.length < 3) {
      for (const cell of printed) for (const text of cell.text.split('\n')) blocks.push({ kind: 'paragraph', text, place: cell.place });
      return;
    }
    blocks.push({ kind: 'table', captions, rows: grid.rows, columns: grid.columns, cells: grid.cells, place: { node: remember(table) }, confidence: grid.whole ? 1 : 0 });
  }

  yield* walk(root);
  flush(root);
  return { document: assemble({ ...source, kind: 'html' }, blocks), nodes };
}

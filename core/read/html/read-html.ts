import type { Document, NearbyLine } from '../../document/document.ts';
import { mapped } from '../../steps.ts';
import { assemble } from '../assemble.ts';
import type { RawBlock } from '../raw.ts';
import { joinContinued } from './continued.ts';
import { dropSpacers, layOut } from './grid.ts';
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

/** A grid without residue of its layout; one cell, or one column of running text, is a box around prose. */
function asRead(block: RawBlock): RawBlock[] {
  if (block.kind === 'paragraph') return [block];
  const table = dropSpacers(block);
  const printed = table.cells.filter((cell) => cell.text !== '');
  if (table.columns >= 2 && table.rows >= 2 && printed.length >= 3) return [table];
  const lines = [...table.captions, ...printed];
  return lines.flatMap(({ text, place }) =>
    text.split('\n').map((line): RawBlock => ({ kind: 'paragraph', text: line, place })),
  );
}

/**
 * Reads a page: its tables, and the text between them as paragraphs. Changes nothing on the page.
 * A table that holds other tables is taken for layout and read through. Yields after each table and every few rows, so that the caller can give way to the page.
 * @param root the body, or the part of the page to read
 * @param source address and title of the page
 * @throws {NestedTooDeeply}
 */
export function* readHtml(
  root: HtmlNode,
  source: { readonly url: string; readonly title: string },
): Generator<void, HtmlReading> {
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
      if (text !== '')
        blocks.push(
          heading === undefined ? { kind: 'paragraph', text, place } : { kind: 'paragraph', text, heading, place },
        );
    }
  }

  function* readTable(table: HtmlNode): Generator<void> {
    const grid = yield* layOut(table, remember);
    if (grid.rows === 0) {
      // Laid out as a table's frame around text, without rows.
      yield* walk(table);
      flush(table);
      return;
    }
    const captions = grid.captions.flatMap((caption): NearbyLine[] => {
      const place = { node: remember(caption) };
      return visibleText(caption)
        .split('\n')
        .filter((text) => text !== '')
        .map((text) => ({ text, place }));
    });
    blocks.push({
      kind: 'table',
      captions,
      rows: grid.rows,
      columns: grid.columns,
      cells: grid.cells,
      place: { node: remember(table) },
      confidence: grid.whole ? 1 : 0,
    });
  }

  yield* walk(root);
  flush(root);
  const whole = yield* joinContinued(blocks);
  const read = yield* mapped(whole, asRead);
  return { document: yield* assemble({ ...source, kind: 'html' }, read.flat()), nodes };
}

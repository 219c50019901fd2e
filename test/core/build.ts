import { atOnce } from '../../core/steps.ts';
import { assemble } from '../../core/read/assemble.ts';
import type { RawBlock } from '../../core/read/raw.ts';
import type { Cell, Document } from '../../core/document/document.ts';
import { check } from '../../core/check.ts';
import type { Report } from '../../core/report/schema.ts';
import { told, type ToldReport } from '../../core/report/told.ts';

/**
 * Cells of a grid drawn as text: one line a row, cells between '|'; '<' joins a cell to its left neighbour, '^' to the one above.
 */
export function cellsOf(drawing: string): { rows: number; columns: number; cells: Cell[] } {
  const grid = drawing
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split('|')
        .map((text) => text.trim()),
    );
  const columns = Math.max(...grid.map((row) => row.length));
  const cells: Cell[] = [];
  grid.forEach((row, r) => {
    for (let c = 0; c < columns; c += 1) {
      const text = row[c] ?? '';
      if (text === '<' || text === '^') continue;
      let columnSpan = 1;
      while (row[c + columnSpan] === '<') columnSpan += 1;
      let rowSpan = 1;
      while (grid[r + rowSpan]?.[c] === '^') rowSpan += 1;
      cells.push({ row: r, column: c, rowSpan, columnSpan, text, place: {} });
    }
  });
  return { rows: grid.length, columns, cells };
}

/** A table and the lines around it. */
export interface Drawn {
  readonly above?: readonly string[];
  readonly grid: string;
  readonly below?: readonly string[];
  readonly confidence?: number;
}

/** A document of drawn tables. */
export function documentOf(tables: readonly Drawn[], title = '示例市政务服务中心2024年度部门决算公开'): Document {
  const blocks: RawBlock[] = tables.flatMap(({ above = [], grid, below = [], confidence = 1 }): RawBlock[] => [
    ...above.map((text): RawBlock => ({ kind: 'paragraph', text, place: {} })),
    { kind: 'table', captions: [], ...cellsOf(grid), place: {}, confidence },
    ...below.map((text): RawBlock => ({ kind: 'paragraph', text, place: {} })),
  ]);
  return atOnce(assemble({ url: 'http://www.shili.gov.cn/', title, kind: 'html' }, blocks));
}

/** Runs a generator to its end. */
export function drain<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The report of a document, with its sentences in Chinese. */
export function reportOf(document: Document): ToldReport {
  return told(drain(check(document)), 'zh');
}

/** The rules of the findings with a verdict, and of what else fails for the same cause, each once. */
export function rulesWith(report: Report, verdict: 'inconsistent' | 'rounding'): string[] {
  return [
    ...new Set(
      report.findings
        .filter((finding) => finding.verdict === verdict)
        .flatMap((finding) => [finding.rule, ...finding.related.map((other) => other.rule)]),
    ),
  ].sort();
}

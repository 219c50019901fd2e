import { describe, expect, it } from 'vitest';
import { check } from '../../core/check.ts';
import type { Cell, Document } from '../../core/document/document.ts';
import { assemble } from '../../core/read/assemble.ts';
import type { RawTable } from '../../core/read/raw.ts';
import { atOnce } from '../../core/steps.ts';
import { joinContinued } from '../../core/read/html/continued.ts';

// No task may keep a page waiting: what is done between two steps is counted, not timed.

let looks = 0;
/** A cell that counts how often its place or its text is looked at. */
const cell = (row: number, column: number, text: string, columnSpan = 1): Cell =>
  Object.defineProperties(
    { rowSpan: 1, columnSpan, place: {} },
    {
      row: { enumerable: true, get: () => ((looks += 1), row) },
      column: { enumerable: true, get: () => ((looks += 1), column) },
      text: { enumerable: true, get: () => ((looks += 1), text) },
    },
  ) as unknown as Cell;

/** The most looks between two steps, and what came of the work. */
function most<Result>(work: Generator<unknown, Result>): { readonly looks: number; readonly result: Result } {
  let longest = 0;
  for (;;) {
    looks = 0;
    const step = work.next();
    longest = Math.max(longest, looks);
    if (step.done === true) return { looks: longest, result: step.value };
  }
}

const money = (at: number): string => (((at * 7919) % 999_999) / 100).toFixed(2);
const table = (rows: readonly (readonly string[])[], columns: number): RawTable => ({
  kind: 'table',
  captions: [],
  rows: rows.length,
  columns,
  cells: rows.flatMap((texts, row) =>
    texts.map((text, column) => cell(row, column, text, texts.length === 1 ? columns : 1)),
  ),
  place: {},
  confidence: 1,
});
const listOf = (rows: number, name: (row: number) => string): RawTable =>
  table(
    [
      ['项目', '预算数', '调整预算数', '决算数', '为预算数的%'],
      ...Array.from({ length: rows }, (_, row) => [name(row), money(row), money(row + 1), money(row + 2), '99.5']),
      ['收入总计', '1.00', '2.00', '3.00', '4.0'],
    ],
    5,
  );

/** As many looks at each cell between two steps are a pass or some, whatever else there is. */
const passes = 60;

describe('a large table', () => {
  const tables: Readonly<Record<string, RawTable>> = {
    'of rows without a code': listOf(3000, (row) => `项目${row}`),
    'of accounts': listOf(3000, (row) => `${2_010_000 + row}科目${row}`),
    'of numbered rows': listOf(3000, (row) => `${row % 7 === 0 ? '一、' : ''}项目${row}`),
    'of unit rows': table([...Array.from({ length: 3000 }, () => ['单位：万元']), ['a', 'b', 'c'], ['d', 'e', 'f']], 3),
    'of notes': table([['a', 'b'], ['c', 'd'], ...Array.from({ length: 3000 }, () => ['注：万元', ''])], 2),
  };

  it.each(Object.entries(tables))('is read and checked in steps of a few passes: %s', (_, raw) => {
    const source: Document['source'] = { url: '', title: '示例市2024年财政决算', kind: 'html' };
    const assembled = most(assemble(source, [raw]));
    expect(assembled.looks).toBeLessThan(passes * raw.cells.length);
    expect(most(check(assembled.result)).looks).toBeLessThan(passes * raw.cells.length);
  });

  it('in many pieces is put together in steps of a piece', () => {
    const pieces = Array.from({ length: 200 }, (_, index) =>
      table(
        [['续表'], ['项目', '金额', '备注'], [`项目${index}`, money(index), ''], [`${index}`, money(index + 1), '']],
        3,
      ),
    );
    const cells = pieces.reduce((count, piece) => count + piece.cells.length, 0);
    const joined = most(joinContinued(pieces));
    expect(joined.result).toHaveLength(1);
    expect(joined.looks).toBeLessThan(passes * cells);
  });
});

it('figures of thirty digits that add up to nothing are diagnosed in counted steps', () => {
  // A page of 7.8 KB once took eight seconds over the slips of such figures.
  const digits = (at: number): string =>
    `${String(at + 1)
      .repeat(30)
      .slice(0, 30)}.00`;
  const rows = Array.from({ length: 120 }, (_, at) => [`项目${at}`, digits(at), digits(at + 1)]);
  const raw = table(
    [['项目', '年初预算数', '决算数'], ...rows, ['支出总计', '123456789012345678901234567890.00', '1.00']],
    3,
  );
  const document = atOnce(assemble({ url: '', title: '示例市2024年财政决算', kind: 'html' }, [raw]));
  let steps = 0;
  for (const work = check(document); work.next().done !== true;) steps += 1;
  // Measured: some three hundred.
  expect(steps).toBeLessThan(3000);
});

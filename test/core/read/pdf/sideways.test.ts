import { expect, test } from 'vitest';
import { tablesOf } from '../../../../core/document/document.ts';
import type { Table } from '../../../../core/document/document.ts';
import { readPdf } from '../../../../core/read/pdf/read-pdf.ts';
import { operators, paper, papers, table, text } from './paper.ts';
import type { Step } from './paper.ts';

/** The texts of a table's grid, '' where a cell is covered. */
function texts(found: Table | undefined): string[][] {
  return Array.from({ length: found?.rows ?? 0 }, (_, row) =>
    Array.from(
      { length: found?.columns ?? 0 },
      (_unused, column) => found?.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '',
    ),
  );
}

async function tables(...pages: readonly (readonly Step[])[]): Promise<Table[]> {
  const steps = readPdf(papers(...pages.map((page) => paper(page))), operators, { url: 'a.pdf', title: 'a' });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) {
      return tablesOf(step.value);
    }
  }
}

const edges = (from: number, count: number, step: number): number[] =>
  Array.from({ length: count + 1 }, (_, index) => from - step * index);
const rows = edges(700, 4, 20);
const left = [
  ['科目', '合计'],
  ['工资', '30.00'],
  ['办公费', '12.00'],
  ['总计', '42.00'],
];
const right = [
  ['财政拨款', '其他收入'],
  ['20.00', '10.00'],
  ['12.00', ''],
  ['32.00', '10.00'],
];
const whole = left.map((row, index) => [...row, ...(right[index] ?? [])]);
const leftStrip = [...text(60, 730, '收入决算表', 16), ...table([50, 200, 300], rows, left)];
const rightStrip = [...text(120, 715, '单位：万元'), ...table([50, 140, 220], rows, right)];

test('columns that a sheet prints on the next page are laid beside the others', async () => {
  const found = await tables(leftStrip, rightStrip);
  expect(found).toHaveLength(1);
  expect(texts(found[0])).toEqual(whole);
  const amount = found[0]?.cells.find((cell) => cell.text === '20.00');
  expect(amount?.place.ink?.[0]?.page).toBe(2);
  expect(amount?.place.ink?.[0]?.left).toBeCloseTo(53);
});

test('strips are found down the sheet first, and its last rows keep their strips, few as they are', async () => {
  const lastRows = edges(760, 2, 20);
  const [more, others] = [
    [
      ['差旅费', '1.00'],
      ['培训费', '2.00'],
    ],
    [
      ['1.00', ''],
      ['2.00', ''],
    ],
  ];
  const below = (columns: readonly number[], cells: readonly (readonly string[])[]): Step[] =>
    table(columns, lastRows, cells);
  const acrossFirst = await tables(leftStrip, rightStrip, below([50, 200, 300], more), below([50, 140, 220], others));
  const downFirst = await tables(leftStrip, below([50, 200, 300], more), rightStrip, below([50, 140, 220], others));
  const all = [...whole, ...more.map((row, index) => [...row, ...(others[index] ?? [])])];
  expect(acrossFirst.map(texts)).toEqual([all]);
  expect(downFirst.map(texts)).toEqual([all]);
});

test('a form with a title of its own, or that goes on down the same columns, is no strip', async () => {
  const titled = [...text(80, 730, '支出决算表', 16), ...table([50, 140, 220], rows, right)];
  expect(await tables(leftStrip, titled)).toHaveLength(2);
  const dated = (name: string): Step[] => [...text(80, 730, name), ...text(52, 715, '（2024年度）')];
  expect(
    await tables(
      [...dated('甲项目绩效自'), ...table([50, 200, 300], rows, left)],
      [...dated('乙项目绩效自'), ...table([50, 140, 220], rows, right)],
    ),
  ).toHaveLength(2);
  const [goesOn] = await tables(
    leftStrip,
    table([50, 200, 300], rows, [
      ['交通费', '1.00'],
      ['会议费', '2.00'],
      ['水费', '3.00'],
      ['电费', '4.00'],
    ]),
  );
  expect(goesOn?.columns).toBe(2);
  expect(goesOn?.rows).toBe(8);
});

test('what looks like the rest of a table and does not fit it leaves both uncertain', async () => {
  const found = await tables(
    leftStrip,
    table([50, 120, 190, 400], edges(700, 2, 30), [
      ['甲', '乙', '1.00'],
      ['丙', '丁', '2.00'],
    ]),
  );
  expect(found.map(({ confidence }) => confidence < 0.8)).toEqual([true, true]);
});

import { expect, it } from 'vitest';
import { accounts, formIndex, withCell } from '../accounts.ts';
import { documentOf, reportOf } from '../build.ts';

it.each([
  ['that agree', documentOf(accounts)],
  ['with a figure that cannot be read', documentOf(withCell('income', 6, 3, '12 34'))],
  ['with a table of other matters', documentOf([...accounts, { grid: '设备|台数|金额\n电脑|3|12.50' }])],
])('every amount of accounts %s is checked or has a reason', (_name, document) => {
  const { coverage, tables } = reportOf(document);
  for (const part of [coverage, coverage.text, ...tables.map((table) => table.coverage)]) {
    expect(part.reasons.reduce((sum, { amounts }) => sum + amounts, part.checked)).toBe(part.amounts);
  }
  for (const { coverage: own } of tables) {
    expect(own.checkedCells).toHaveLength(own.checked);
    expect(own.uncheckedCells.flatMap(({ cells }) => cells)).toHaveLength(own.amounts - own.checked);
  }
});

it('says why an amount was not checked', () => {
  const { tables } = reportOf(documentOf([...accounts, { grid: '设备|台数|金额\n电脑|3|12.50' }]));
  expect(tables.at(-1)?.coverage.uncheckedCells).toEqual([{ reason: 'unknown-table', cells: [[1, 2]] }]);
  const unsure = reportOf(
    documentOf(accounts.map((drawn, index) => (index === formIndex.income ? { ...drawn, confidence: 0.5 } : drawn))),
  );
  expect(unsure.tables[formIndex.income]?.coverage.reasons.map(({ reason }) => reason)).toEqual(['low-confidence']);
});

it('counts whole amounts of tables that are no form, but neither codes nor years nor ordinals', () => {
  const { tables } = reportOf(
    documentOf([
      ...accounts,
      {
        above: ['单位：万元'],
        grid: '序号|事项|年份|金额|面积|编号\n1|修路|2023|128|30|12\n2|架桥|2024|5,600|41|15\n3|清淤|2025|96|28|11',
      },
    ]),
  );
  expect(tables.at(-1)?.coverage.uncheckedCells).toEqual([
    {
      reason: 'unknown-table',
      cells: [
        [1, 3],
        [2, 3],
        [3, 3],
      ],
    },
  ]);
});

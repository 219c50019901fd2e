import { addTo } from '../../grouped.ts';
import { columnsOf } from '../budget/columns.ts';
import type { ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { wordsOver } from './heads.ts';
import { dataRows } from '../data-rows.ts';
import type { ColumnIdentity } from './identity.ts';

/** What was there, what came, what went, what they differ by, and what is left: the columns of an account that rolls on from year to year. */
type Role = 'opening' | 'income' | 'spent' | 'surplus' | 'closing' | 'part';

const all = '(?:/?(?:合计|小计|总计|金额))?$';
const roles: readonly (readonly [RegExp, Role])[] = [
  [
    new RegExp(
      `^(?:上年|年初|期初|上年末|年初余额|上年滚存)(?:财政拨款)?(?:累计|滚存)?(?:结[转余](?:和|及|与)?(?:结余)?|余额)${all}`,
      'u',
    ),
    'opening',
  ],
  [
    new RegExp(
      `^(?:年末|年终|期末|本年末|当年末|年末累计)(?:财政拨款)?(?:累计|滚存)?(?:结[转余](?:和|及|与)?(?:结余)?|余额)${all}`,
      'u',
    ),
    'closing',
  ],
  [new RegExp(`^(?:滚存结余|累计结余)${all}`, 'u'), 'closing'],
  [
    new RegExp(`^(?:本年|当年)收支(?:结余|差额)${all}|^收支(?:结余|差额)${all}|^(?:本年|当年)结余${all}`, 'u'),
    'surplus',
  ],
  [new RegExp(`^(?:本年|当年)收入${all}`, 'u'), 'income'],
  [new RegExp(`^(?:本年|当年)支出${all}`, 'u'), 'spent'],
];
/** Contained in what is named as a whole beside it. */
const contained = /^(?:年初|上年|年末|年终|本年|当年).{0,10}\/|其中/u;

function roleOf(words: string): Role | null {
  const plain = words.replace(/^(?:[^/]{1,12}基金|金额|决算数|预算数)\//u, '');
  return roles.find(([pattern]) => pattern.test(plain))?.[1] ?? (contained.test(plain) ? 'part' : null);
}

/**
 * The columns of an account that rolls on: 收支结余 = 本年收入 − 本年支出, 年末结余 = 上年结余 + 本年收入 − 本年支出. Only where every column of
 * money is one of them, or contained in one: what is distributed or adjusted besides stands in a column of its own.
 * @param grid the expanded table
 * @param head its head
 */
export function rollingColumns(grid: ExpandedGrid, head: Head): ColumnIdentity[] {
  const words = head.paths.map(wordsOver);
  if (!words.some((text) => roleOf(text) === 'income')) return [];
  const { money, mixed } = columnsOf(grid, head);
  const filled = new Set([...money, ...mixed]);
  const columns = new Map<Role, number[]>();
  let others = false;
  for (const [column, text] of words.entries()) {
    const role = roleOf(text);
    // A column that a whole table leaves blank is nought in every row.
    if (role === null && filled.has(column)) others = true;
    else if (
      role !== null &&
      (filled.has(column) || role !== 'part') &&
      dataRows(grid, head).some((row) => grid.textAt(row, column).trim() !== '')
    )
      addTo(columns, role, column);
  }
  const only = (role: Role): number | null => {
    const [one, ...more] = columns.get(role) ?? [];
    return one === undefined || more.length > 0 ? null : one;
  };
  const [opening, income, spent, surplus, closing] = [
    only('opening'),
    only('income'),
    only('spent'),
    only('surplus'),
    only('closing'),
  ];
  const found: ColumnIdentity[] = [];
  const put = (target: number, plus: number[], minus: number[]): void => {
    found.push({ by: 'flow', evidence: 'printed', build: 'flow', target, workings: [{ plus, minus, base: [] }] });
  };
  if (income === null || spent === null) return [];
  if (surplus !== null) put(surplus, [income], [spent]);
  if (others || opening === null || closing === null) return found;
  put(closing, [opening, income], [spent]);
  if (surplus !== null) put(closing, [opening, surplus], []);
  return found;
}

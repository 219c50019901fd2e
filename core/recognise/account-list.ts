import type { Unit } from '../quantity/unit.ts';
import { readList } from './budget/list.ts';
import type { Side } from './form.ts';
import type { ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';

/** Fewer accounts show no hierarchy. */
const fewestAccounts = 3;

/**
 * Reads a table that lists accounts by code below each other, whatever its title and its columns: the codes say which rows add up, the heads which
 * columns (公开05表 of Yunnan with balances, a form by economic use, two years side by side).
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns its one side; null where rows without a code, a second list or codes of one level leave the hierarchy open
 */
export function readAccountList(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side | null {
  const [side, ...others] = readList(grid, head, title, unit) ?? [];
  if (!side || others.length > 0) return null;
  const codes = side.lines.flatMap(({ code }) => code ?? []);
  const isNested = codes.some((code) => codes.some((other) => other !== code && other.startsWith(code)));
  const isAll = side.lines.every(({ key, code }) => code !== undefined || key === 'total');
  return codes.length >= fewestAccounts && isNested && isAll ? side : null;
}

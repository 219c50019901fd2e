import { Decimal } from '../../quantity/decimal.ts';
import { columnsOf } from '../budget/columns.ts';
import type { ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { isRateRow } from '../measure-words.ts';
import { comesAfter, isChangeHead, isRateHead, wordsOver } from './heads.ts';
import { dataRows } from '../data-rows.ts';
import type { ColumnIdentity } from './identity.ts';

/** A column of changes or rates lies near the amounts that it compares. */
const mostCandidates = 8;
/** Rows that are looked at to find out which columns are compared: those that print the comparison and two amounts. */
const mostRows = 60;
/** So many different rows must show which columns are compared; where the head quotes the heads of both, fewer. */
const fewestRows = { seems: 3, named: 3, quoted: 2 } as const;
/** Whole percentages hold by chance in one row of twenty or so: that many different ones must hold, of columns that the heads name. */
const fewestWhole = 5;

const halfPercent = new Decimal('0.5');

interface Printed {
  readonly value: Decimal;
  readonly decimals: number;
}

/** A cell's figure, amount or percentage; null for anything else. */
function printedAt(grid: ExpandedGrid, row: number, column: number): Printed | null {
  const cell = grid.cellAt(row, column);
  if (cell?.row !== row || cell.column !== column) return null;
  const quantity = grid.quantityOf(cell);
  return quantity.kind === 'amount' || quantity.kind === 'percent'
    ? { value: quantity.value, decimals: quantity.decimals }
    : null;
}

type Shape = 'difference' | 'share' | 'growth';

/** What two amounts come to; null over nought. */
function worked(shape: Shape, later: Decimal, earlier: Decimal): Decimal | null {
  if (shape === 'difference') return later.minus(earlier);
  if (!earlier.gt(0)) return null;
  return (shape === 'share' ? later : later.minus(earlier)).times(100).div(earlier);
}

interface Pair {
  readonly shape: Shape;
  readonly later: number;
  readonly earlier: number;
  readonly naming: keyof typeof fewestRows;
  readonly holds: number;
  readonly fails: number;
  /** How many different whole percentages hold to half a unit; null where the column has decimals or is none of percentages. */
  readonly whole: number | null;
}

/** Whether the rows bear out that two columns are compared. */
function isBorneOut({ naming, holds, fails, whole }: Pair): boolean {
  if (whole !== null && naming !== 'seems') return whole >= fewestWhole && holds > 3 * fails;
  return holds >= fewestRows[naming] && (naming === 'quoted' ? holds > fails : holds >= 2 * fails);
}

/** In how many different rows two columns come to a third. */
function tried(
  columns: ReadonlyMap<number, readonly (Printed | null)[]>,
  target: number,
  shape: Shape,
  later: number,
  earlier: number,
  naming: Pair['naming'],
): Pair {
  const [of, a, b] = [target, later, earlier].map((column) => columns.get(column) ?? []);
  const decimals = (list: readonly (Printed | null)[] | undefined): number =>
    Math.max(0, ...(list ?? []).map((one) => one?.decimals ?? 0));
  const finest = Math.max(decimals(of), decimals(a), decimals(b));
  // Amounts are as fine as their neighbours; a percentage is as fine as it is printed, since whole ones would hold by chance.
  const isWhole = shape !== 'difference' && naming !== 'seems' && decimals(of) === 0;
  const stepOf = (printed: Printed): Decimal =>
    isWhole ? halfPercent : new Decimal(10).pow(-(shape === 'difference' ? finest : Math.max(1, printed.decimals)));
  const seen = new Set<string>();
  const percentages = new Set<string>();
  let [holds, fails, looked] = [0, 0, 0];
  for (const [index, printed] of (of ?? []).entries()) {
    if (looked >= mostRows) break;
    const [one, other] = [a?.[index], b?.[index]];
    // Beside a nought any column of noughts would do.
    if (!printed || !one || !other || (naming === 'seems' && (one.value.isZero() || other.value.isZero()))) continue;
    const key = [printed, one, other].map(({ value }) => value.toFixed()).join('|');
    const value = worked(shape, one.value, other.value);
    // Equal amounts show nothing of what is compared with what.
    if (seen.has(key) || value === null || one.value.eq(other.value)) continue;
    seen.add(key);
    looked += 1;
    if (value.minus(printed.value).abs().lte(stepOf(printed))) {
      holds += 1;
      percentages.add(printed.value.toFixed());
    } else fails += 1;
  }
  return { shape, later, earlier, naming, holds, fails, whole: isWhole ? percentages.size : null };
}

const strength: readonly Pair['naming'][] = ['seems', 'named', 'quoted'];

/** How far the words over three columns say that the first compares the second with the third: 决算数为预算数的% quotes both. */
function namingOf(target: string, later: string, earlier: string): Pair['naming'] {
  if (isChangeHead(later) || !comesAfter(later, earlier)) return 'seems';
  const own = (words: string): string => words.split('/').at(-1) ?? '';
  return own(target).includes(own(later)) &&
    own(target).includes(own(earlier)) &&
    own(later) !== '' &&
    own(earlier) !== ''
    ? 'quoted'
    : 'named';
}

/**
 * The columns of changes and of rates, by their heads, with the columns that they compare, by their figures: those that bear them out in at
 * least three rows. Where the words over those columns put one after the other (上年 and 本年, 预算 and 决算) they are named.
 * @param grid the expanded table
 * @param head its head
 */
export function comparedColumns(grid: ExpandedGrid, head: Head): ColumnIdentity[] {
  const words = head.paths.map(wordsOver);
  const shapes = words.map((text): readonly Shape[] =>
    isRateHead(text) ? ['share', 'growth'] : isChangeHead(text) ? ['difference'] : [],
  );
  if (!shapes.some((list) => list.length > 0)) return [];
  const { money, mixed } = columnsOf(grid, head);
  const amounts = [...money, ...mixed].filter((column) => !isRateHead(words[column] ?? ''));
  const rows = dataRows(grid, head).filter((row) => !isRateRow(grid.textAt(row, 0)));
  const columns = new Map(words.map((_, column) => [column, rows.map((row) => printedAt(grid, row, column))]));
  return shapes.flatMap((list, target): ColumnIdentity[] => {
    if (list.length === 0) return [];
    const near = amounts
      .filter((column) => column !== target)
      .sort((a, b) => Math.abs(a - target) - Math.abs(b - target))
      .slice(0, mostCandidates);
    const naming = (later: number, earlier: number): Pair['naming'] =>
      namingOf(words[target] ?? '', words[later] ?? '', words[earlier] ?? '');
    const pairs = list.flatMap((shape) =>
      near.flatMap((later) =>
        near
          .filter((earlier) => earlier !== later)
          .map((earlier) => tried(columns, target, shape, later, earlier, naming(later, earlier))),
      ),
    );
    const borneOut = pairs.filter(isBorneOut);
    const ordered = borneOut.sort(
      (a, b) => strength.indexOf(b.naming) - strength.indexOf(a.naming) || b.holds - a.holds,
    );
    const [first] = ordered;
    if (!first) return [];
    return [
      {
        by: first.shape === 'difference' ? 'change' : 'rate',
        evidence: first.naming,
        build: `${first.shape}/${target}`,
        target,
        workings: ordered.map(({ shape, later, earlier }) => ({
          plus: [later],
          minus: shape === 'share' ? [] : [earlier],
          base: shape === 'difference' ? [] : [earlier],
        })),
      },
    ];
  });
}

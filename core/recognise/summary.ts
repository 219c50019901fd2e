import { dataRows } from './data-rows.ts';
import type { Unit } from '../quantity/unit.ts';
import { classByName } from './classes.ts';
import { figureMaker } from './figures.ts';
import type { Line, LineKey, Measure, Side } from './form.ts';
import { plainLabel, squash, type ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';
import { isDifference, isNeverAdded } from './measure-words.ts';

/** Names of the three budgets, as rows and as columns. */
const funds: readonly (readonly [RegExp, string])[] = [
  [/^一般公共预算/, 'general'],
  [/^政府性基金/, 'fund'],
  [/^国有资本经营/, 'capital'],
];

const sources: readonly (readonly [RegExp, string])[] = [
  [/^财政拨款收入$|^财政拨款$/, 'fiscal'],
  [/^上级补助收入$/, 'superior'],
  [/^事业收入$/, 'undertaking'],
  [/^经营收入$|^事业单位经营收入$/, 'operating'],
  [/^附属单位上缴收入$/, 'subordinate'],
  [/^其他收入$/, 'other'],
];

/** Parts of a balance or of a distribution that older forms print without 其中. */
const parts =
  /^(?:基本支出结转|项目支出结转(?:和结余)?|经营结余|交纳所得税|提取职工福利基金|提取专用结余|转入事业基金|转入非财政拨款结余|缴纳企业所得税|财政拨款结转和结余|非财政拨款结转|非财政拨款结余|专用结余|其他)$/;

const lookUp = (table: readonly (readonly [RegExp, string])[], label: string): string | null =>
  table.find(([pattern]) => pattern.test(label))?.[1] ?? null;

/** The source of income that a row names, e.g. 'source:fund'; null if it is none. @param label without its ordinal */
export function sourceByName(label: string): string | null {
  const source = lookUp(funds, label) ?? lookUp(sources, label);
  return source === null ? null : `source:${source}`;
}

/** Gives the rows of one side their meaning, top to bottom: the same name means another thing above and below 本年收入合计. */
function lineReader(side: 'income' | 'expenditure'): (label: string) => LineKey {
  let stage: 'sources' | 'balances' | 'opening' | 'closing' = 'sources';
  return (printed) => {
    const label = plainLabel(printed);
    if (squash(printed).startsWith('其中:')) return 'part';
    if (/^(?:总计|收入总计|支出总计|收入支出总计)$/.test(label)) return 'grand-total';
    if (side === 'income' ? /^本年收入合计$|^本年收入$/.test(label) : /^本年支出合计$|^本年支出$/.test(label)) {
      stage = 'balances';
      return 'year-total';
    }
    if (stage === 'sources') {
      if (side === 'expenditure') {
        const code = classByName(printed);
        return code === null ? null : `class:${code}`;
      }
      return sourceByName(label);
    }
    if (/^使用非财政拨款结余|^使用专用结余|^用事业基金弥补收支差额/.test(label)) return 'use-of-surplus';
    if (label.startsWith('结余分配')) return 'surplus-distribution';
    if (/^(?:年初|上年)(?:财政拨款)?(?:资金)?结转(?:和|与|、)?(?:结余)?$/.test(label)) {
      stage = 'opening';
      return 'opening-balance';
    }
    if (/^(?:年末|结转下年|年终)(?:财政拨款)?(?:资金)?(?:结转)?(?:和|与|、)?(?:结余)?$/.test(label)) {
      stage = 'closing';
      return 'closing-balance';
    }
    const fund = lookUp(funds, label);
    if (fund !== null && stage !== 'balances') return `${stage}:${fund}`;
    return parts.test(label) ? 'part' : null;
  };
}

/** Columns of one amount each: 金额, 决算数; other bases beside it (年初预算数) foot on their own but take no part between forms. */
function amountMeasure(path: readonly string[]): Measure['key'] {
  const label = squash(path.at(-1) ?? '');
  if (isNeverAdded(label) || isDifference(label) || label.includes('比')) return 'part';
  if (/^(?:金额|决算数|决算|本年决算数?|.{0,6}年度?决算数?)$/.test(label)) return 'amount';
  if (/预算数?$/.test(label)) return `amount:${label}`;
  return null;
}

/** Columns of the fiscal summary's expenditure: the total and the three budgets, whose names may be cut short in print. */
function fundMeasure(path: readonly string[]): Measure['key'] {
  for (const text of [...path].reverse()) {
    const label = squash(text);
    if (label.startsWith('其中')) return 'part';
    const fund = lookUp(funds, label);
    if (fund !== null) return fund;
    if (/^(?:合计|小计)$/.test(label)) return 'total';
  }
  return null;
}

const isLineNumber = (path: readonly string[]): boolean => path.some((text) => /^行次$|^序号$/.test(squash(text)));

/** Columns whose data are words: each begins a side. */
function labelColumns(grid: ExpandedGrid, head: Head): number[] {
  const found: number[] = [];
  for (let column = 0; column < grid.table.columns; column += 1) {
    if (isLineNumber(head.paths[column] ?? [])) continue;
    let words = 0;
    let amounts = 0;
    for (let row = head.rows; row < grid.table.rows; row += 1) {
      const kind = grid.ownQuantityAt(row, column).kind;
      if (kind === 'text') words += 1;
      else if (kind === 'amount') amounts += 1;
    }
    if (words >= 3 && words > amounts) found.push(column);
  }
  return found;
}

/**
 * Reads a two-sided summary (公开01表, 公开04表).
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @param fiscal whether it is the fiscal summary, whose expenditure has a column a budget
 * @returns its sides, or null if it has not an income and an expenditure side with a year's total each
 */
export function readSummary(
  grid: ExpandedGrid,
  head: Head,
  title: string,
  unit: Unit | null,
  fiscal: boolean,
): Side[] | null {
  const labels = labelColumns(grid, head);
  const bounds = labels.map((column, index) => ({ column, end: labels[index + 1] ?? grid.table.columns }));
  const halves = bounds.map(({ column, end }) => {
    const columns = Array.from({ length: end - column - 1 }, (_, index) => column + 1 + index).filter(
      (at) => !isLineNumber(head.paths[at] ?? []),
    );
    const rowLabels = dataRows(grid, head).map((row) => plainLabel(grid.ownTextAt(row, column)));
    const key = rowLabels.some((label) => /^本年收入合计$|^本年收入$/.test(label))
      ? ('income' as const)
      : rowLabels.some((label) => /^本年支出合计$|^本年支出$/.test(label)) &&
          rowLabels.some((label) => classByName(label) !== null)
        ? ('expenditure' as const)
        : null;
    return { column, columns, key };
  });
  const income = halves.find((half) => half.key === 'income');
  const expenditure = halves.find((half) => half.key === 'expenditure');
  if (!income || !expenditure) return null;

  const maker = figureMaker(grid, head, title, unit, [...income.columns, ...expenditure.columns]);
  const read = (half: typeof income, key: 'income' | 'expenditure'): Side => {
    const meaning = lineReader(key);
    const measures = half.columns.map((column): Measure => {
      const path = head.paths[column] ?? [];
      return {
        key: fiscal && key === 'expenditure' ? fundMeasure(path) : amountMeasure(path),
        label: head.labels[column] ?? '',
      };
    });
    const lines: Line[] = [];
    for (let row = head.rows; row < grid.table.rows; row += 1) {
      const label = grid.textAt(row, half.column).replace(/\n/g, '');
      lines.push({
        key: label.trim() === '' ? null : meaning(label),
        label,
        figures: half.columns.map((column) => maker.at(row, column, label)),
      });
    }
    return { key, measures, lines };
  };
  const sides = [read(income, 'income'), read(expenditure, 'expenditure')];
  const bound = sides.every(
    (side) =>
      side.lines.some((line) => line.key === 'year-total') && side.measures.some((measure) => measure.key !== null),
  );
  return bound ? sides : null;
}

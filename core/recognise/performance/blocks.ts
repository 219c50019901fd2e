import type { Cell } from '../../document/document.ts';
import { squash, type ExpandedGrid } from '../grid.ts';

/** The columns under one head cell: it may span several, and so may the cells below it. */
export interface Slot {
  readonly column: number;
  readonly span: number;
  /** The head cells from top to bottom. */
  readonly label: string;
}

/** What a column of an evaluation form holds; null: words. */
export type ColumnRole =
  | 'initial'
  | 'declared'
  | 'budget'
  | 'outturn'
  | 'remaining'
  | 'weight'
  | 'rate'
  | 'score'
  | 'target'
  | 'actual'
  | 'group';

/** A stretch of rows under one head: the money of a project, the way it was managed, or the indicators. */
export interface EvaluationBlock {
  readonly kind: 'funds' | 'indicators';
  readonly headRow: number;
  /** The first row below the head. */
  readonly start: number;
  /** The first row behind the block. */
  readonly end: number;
  readonly slots: ReadonlyMap<ColumnRole, Slot>;
  /** Further columns of amounts, such as 预算编制数 beside 目标申报数. */
  readonly initials: readonly Slot[];
}

/** Words of the heads, the surest first. */
const roles: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:自评|评价|实际)?得分(?:\(.*\))?$/, 'score'],
  [/^(?:指标)?(?:分值|权重|标准分值?)(?:\(.*\))?$/, 'weight'],
  [/执行率/, 'rate'],
  [/^资金结\(?转?\)?余|^结转结余|^结余资金/, 'remaining'],
  [/^(?:年初预算数?|目标申报数|预算编制数|年初数)(?:\(.*\))?$/, 'initial'],
  [/^(?:全年预算数?|调整后预算数?|预算数)(?:\(.*\))?$/, 'budget'],
  [/^(?:(?:全年|预算)执行数?|执行数|全年支出数?|实际支出数?)(?:\(.*\))?$/, 'outturn'],
  [/^(?:年度|调整后)?指标值$|^绩效指标$/, 'target'],
  [/^实际完成(?:值|指标值|情况值)?$|^完成值$/, 'actual'],
];

const roleOf = (word: string): ColumnRole | null => roles.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** The row of a cell that says 得分 heads a block. */
function headRows(grid: ExpandedGrid): number[] {
  const rows = grid.table.cells.filter((cell) => roleOf(squash(cell.text)) === 'score').map((cell) => cell.row);
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** How deep the head of a block is: as deep as its 得分. */
function depthOf(grid: ExpandedGrid, row: number): number {
  return Math.max(
    ...grid.table.cells
      .filter((cell) => cell.row === row && roleOf(squash(cell.text)) === 'score')
      .map((cell) => cell.rowSpan),
  );
}

/** The head cells of a block that name columns, deepest first where one stands under another. */
function slotsOf(
  grid: ExpandedGrid,
  row: number,
  start: number,
): { slots: Map<ColumnRole, Slot>; initials: Slot[] } | null {
  const slots = new Map<ColumnRole, Slot>();
  const initials: Slot[] = [];
  const seen = new Set<Cell>();
  for (let column = 0; column < grid.table.columns; column += 1) {
    const cell = grid.cellAt(start - 1, column);
    if (!cell || cell.row < row || seen.has(cell)) continue;
    seen.add(cell);
    const path = [
      ...new Set(
        Array.from({ length: start - row }, (_, index) => grid.textAt(row + index, column).replace(/\n/g, '')),
      ),
    ].filter((text) => text !== '');
    const role = roleOf(squash(cell.text));
    if (role === null) continue;
    const slot: Slot = { column: cell.column, span: cell.columnSpan, label: path.join('/') };
    const known = slots.get(role);
    if (role === 'initial') initials.push(slot);
    // 分值 behind the name of a first-level indicator is that of the whole group.
    else if (role === 'weight' && known) {
      if (slots.has('group')) return null;
      slots.set('group', known);
      slots.set('weight', slot);
    } else if (known && (role === 'score' || role === 'budget' || role === 'outturn' || role === 'rate')) return null;
    else slots.set(role, slot);
  }
  return slots.has('score') ? { slots, initials } : null;
}

/** A total names itself in the first cell of its row. */
export const isResultLabel = (text: string): boolean =>
  /^(?:总分|合计|总计|总得分|自评总分|评价总分|合计得分)$/.test(squash(text).replace(/:$/, ''));

/**
 * Finds the blocks of an evaluation form: every row that names a 得分 column opens one.
 * @param grid the expanded table
 * @returns the blocks from top to bottom; empty if a head cannot be told
 */
export function evaluationBlocks(grid: ExpandedGrid): EvaluationBlock[] {
  const blocks: EvaluationBlock[] = [];
  const heads = headRows(grid);
  for (const [index, headRow] of heads.entries()) {
    const start = headRow + depthOf(grid, headRow);
    const found = slotsOf(grid, headRow, start);
    if (!found) return [];
    const { slots, initials } = found;
    const kind = slots.has('budget') && slots.has('outturn') ? 'funds' : 'indicators';
    if (kind === 'indicators' && !slots.has('weight')) return [];
    blocks.push({ kind, headRow, start, end: heads[index + 1] ?? grid.table.rows, slots, initials });
  }
  return blocks;
}

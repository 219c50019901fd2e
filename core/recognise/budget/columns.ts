import { dataRows } from '../data-rows.ts';
import type { PrintedSum } from '../form.ts';
import { squash, type ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { isLevel, isNeverAdded } from '../measure-words.ts';

/** The columns of a table by what their cells hold. */
export interface Columns {
  /** Amounts, or nothing. */
  readonly money: readonly number[];
  /** Amounts beside words: not understood. */
  readonly mixed: readonly number[];
  readonly words: readonly number[];
  /** Those of the words that are codes of accounts, whatever their heads say. */
  readonly codes: readonly number[];
}

/** Fewer numbers tell nothing of what a column numbers. */
const fewestNumbers = 5;

/** Whether whole numbers only number the rows: 1, 2, 3 …; a row may have been lost between pages. */
function areOrdinals(texts: readonly string[]): boolean {
  const onward = texts.filter((text, index) => index > 0 && Number(text) === Number(texts[index - 1]) + 1).length;
  return (
    texts.length >= fewestNumbers &&
    texts.every((text) => /^\d{1,4}$/.test(text)) &&
    onward * 10 >= (texts.length - 1) * 9
  );
}

/** Whether whole numbers are codes of accounts, each class before its sections. */
function areCodes(texts: readonly string[]): boolean {
  const deep = texts.filter((text) => text.length > 3);
  const nested = texts.filter(
    (text, index) =>
      text.length > 3 &&
      texts
        .slice(Math.max(0, index - fewestNumbers), index)
        .some((before) => text.startsWith(before) || before.startsWith(text.slice(0, -2))),
  );
  return (
    texts.length >= fewestNumbers &&
    texts.every((text) => /^[1-5]\d{2}(?:\d\d){0,2}$/.test(text)) &&
    deep.length > 0 &&
    nested.length * 10 >= deep.length * 9
  );
}

/** A table is looked at by up to four readers, each of which asks for its columns. */
const known = new WeakMap<Head, { readonly grid: ExpandedGrid; readonly columns: Columns }>();

/**
 * Tells columns of money from columns of words by head and cells; each table's are worked out once.
 * @param grid the expanded table
 * @param head its head
 */
export function columnsOf(grid: ExpandedGrid, head: Head): Columns {
  const before = known.get(head);
  if (before?.grid === grid) return before.columns;
  const columns = toldApart(grid, head);
  known.set(head, { grid, columns });
  return columns;
}

function toldApart(grid: ExpandedGrid, head: Head): Columns {
  const money: number[] = [];
  const mixed: number[] = [];
  const words: number[] = [];
  const codes: number[] = [];
  for (let column = 0; column < grid.table.columns; column += 1) {
    const path = (head.paths[column] ?? []).map(squash);
    const rows = dataRows(grid, head);
    const cells = rows.map((row) => grid.ownTextAt(row, column));
    const kinds = rows.map((row) => grid.ownQuantityAt(row, column).kind);
    const amounts = kinds.filter((kind) => kind === 'amount').length;
    const texts = kinds.filter((kind) => kind === 'text' || kind === 'percent').length;
    const printed = cells.map((text) => text.trim()).filter((text) => text !== '');
    if (amounts > 0 && areCodes(printed)) codes.push(column);
    const other = path.some(isNeverAdded) || codes.includes(column) || (amounts > 0 && areOrdinals(printed));
    if (other || amounts === 0) words.push(column);
    else if (texts === 0) money.push(column);
    else if (amounts * 2 > texts) mixed.push(column);
    else words.push(column);
  }
  return { money, mixed, words, codes };
}

interface Node {
  readonly label: string;
  readonly column: number | null;
  readonly children: readonly Node[];
}

/** The columns of one head row, grouped by the cell that covers them, down to the single columns. */
function nodesOf(grid: ExpandedGrid, rows: number, columns: readonly number[], row: number): Node[] {
  const nodes: Node[] = [];
  let index = 0;
  while (index < columns.length) {
    const column = columns[index] ?? 0;
    const cell = grid.cellAt(row, column);
    let end = index + 1;
    while (cell !== null && end < columns.length && grid.cellAt(row, columns[end] ?? 0) === cell) end += 1;
    const below = cell ? cell.row + cell.rowSpan : row + 1;
    const own = columns.slice(index, end);
    const label = squash(cell?.text ?? '');
    if (below >= rows) nodes.push(...own.map((one) => ({ label, column: one, children: [] })));
    else {
      const children = nodesOf(grid, rows, own, below);
      const [only] = children;
      // A head split over two rows: the deeper words name the column, unless they are blank; 其中 goes for whatever is below it.
      if (own.length === 1 && only)
        nodes.push({
          label: only.label === '' || isPart(label) ? label : only.label,
          column: own[0] ?? null,
          children: [],
        });
      else nodes.push({ label, column: null, children });
    }
    index = end;
  }
  return nodes;
}

const isTotal = (label: string): boolean => /^(?:.{0,16}(?:合计|总计|总额|总数|小计))$/.test(label);
/** 其中, and what is named as a remainder of its neighbour: contained, perhaps, in a column beside it. */
const isPart = (label: string): boolean => label.startsWith('其中') || label.startsWith('扣除');

/** A column of another year, or of what changed: it is compared with its neighbours, not added to them. */
const isComparison = (label: string): boolean =>
  /增减|增长|同比|比上年|较上年|上年(?:预算|执行|决算|数|合计)|^(?:19|20)\d\d年?度?$|^(?:19|20)\d\d年.*(?:数|预算|执行|决算|合计|总额|总计)$/.test(
    label,
  );

/** Purchase and operation of vehicles, printed beside the column of both. */
const isOneOfVehicles = (label: string): boolean =>
  label.includes('公务用车') && label.includes('购置') !== /运行|运维/.test(label);
const isAllOfVehicles = (node: Node): boolean =>
  node.column !== null &&
  (/公务用车.{0,14}购置.{0,14}(?:运行|运维)/.test(node.label) || /^公务用车(?:费|经费)$/.test(node.label));

const isBasic = (label: string): boolean => /^基本支出$/.test(label);
/** What basic expenditure divides into, printed beside it instead of below it. */
const isOneOfBasic = (label: string): boolean => /^(?:人员|(?:日常)?公用)(?:经费|支出)$/.test(label);

/** The columns behind one of basic expenditure that it divides into: staff and running costs, both of them; else none. */
function partsOfBasic(nodes: readonly Node[], at: number): readonly Node[] {
  const behind = nodes.slice(at + 1, at + 3);
  return isBasic(nodes[at]?.label ?? '') &&
    nodes[at]?.column !== null &&
    behind.length === 2 &&
    behind.every(({ label, column }) => column !== null && isOneOfBasic(label))
    ? behind
    : [];
}

/** The columns that stand for a node, and, for groups with a total of their own, the sums inside. */
function columnsUnder(node: Node, sums: PrintedSum[]): number[] {
  if (node.column !== null) return [node.column];
  return sumOf(node.children, sums);
}

/** A first column that names itself the total adds up its neighbours; without one a group is all its columns. */
function sumOf(nodes: readonly Node[], sums: PrintedSum[]): number[] {
  const [first, ...rest] = nodes;
  const values = (list: readonly Node[]): number[] => list.flatMap((node) => columnsUnder(node, sums));
  if (first?.column === undefined || first.column === null || !isTotal(first.label) || rest.length === 0) {
    return values(nodes.filter((node) => !isPart(node.label)));
  }
  // The years beside each other name themselves totals too.
  if (rest.some((node) => isComparison(node.label))) {
    values(rest);
    return [first.column];
  }
  const both = rest.some(isAllOfVehicles);
  const ofBasic = new Set(rest.flatMap((_, at) => partsOfBasic(rest, at)));
  const basic = rest.find((node) => isBasic(node.label));
  if (ofBasic.size > 0 && basic?.column !== undefined && basic.column !== null)
    sums.push({ total: basic.column, readings: [values([...ofBasic])], others: [] });
  const plain = values(
    rest.filter((node) => !isPart(node.label) && !ofBasic.has(node) && !(both && isOneOfVehicles(node.label))),
  );
  const parts = values(rest.filter((node) => node.label.startsWith('其中')));
  // 其中 behind other columns may lie inside or outside them; with nothing before it, it lists what the total is made of.
  if (plain.length > 0)
    sums.push({
      total: first.column,
      readings: parts.length === 0 ? [plain] : [plain, [...plain, ...parts]],
      others: [],
    });
  else if (parts.length > 1) sums.push({ total: first.column, readings: [parts], others: [] });
  return [first.column];
}

/**
 * Which columns add up to which, as the heads say: 合计, 小计, 总额 before the columns beside it, groups under a common head taken
 * together.
 * @param grid the expanded table
 * @param head its head
 * @param money the columns of money, as measures in this order
 * @param mixed columns that are not understood: they stop every sum, since the head does not tell whether they belong to it
 * @returns sums by index into `money` followed by `mixed`
 */
export function columnSums(
  grid: ExpandedGrid,
  head: Head,
  money: readonly number[],
  mixed: readonly number[],
): PrintedSum[] {
  const rows = head.numberRow ?? head.rows;
  const sums: PrintedSum[] = [];
  sumOf(nodesOf(grid, rows, money, 0), sums);
  const index = new Map(money.map((column, at) => [column, at]));
  const toIndex = (columns: readonly number[]): number[] => columns.map((column) => index.get(column) ?? -1);
  const isConsolidated = ({ readings }: PrintedSum): boolean =>
    readings.flat().filter((column) => (head.paths[column] ?? []).slice(-1).some(isLevel)).length >= 2;
  return sums.map((sum) => ({
    total: index.get(sum.total) ?? -1,
    readings: sum.readings.map(toIndex),
    others: mixed.map((_, at) => money.length + at),
    ...(isConsolidated(sum) && { consolidated: true }),
  }));
}

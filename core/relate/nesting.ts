import { amountOf, type Figure } from '../document/figure.ts';
import { lastDigit, zero, type Decimal } from '../quantity/decimal.ts';
import { isEconomicClass } from '../recognise/basic-expenditure.ts';
import { classByName } from '../recognise/classes.ts';
import { mayExceedItsRows } from '../recognise/loose-columns.ts';
import type { Line, Side } from '../recognise/form.ts';
import { plainLabel } from '../recognise/grid.ts';
import { isDifference, isRateRow } from '../recognise/measure-words.ts';
import { outlineLevel } from '../recognise/outline.ts';

/** A row and the rows below it that add up to it, as the figures themselves say. */
export interface Nest {
  readonly parent: Line;
  readonly parts: readonly Line[];
  /** The columns, by index, in which they add up; in the others none of the parts prints an amount. */
  readonly holding: ReadonlySet<number>;
  /** Those of them in which another amount, of the row or of its parts, would be told. */
  readonly binding: ReadonlySet<number>;
  /** The one column in which they do not, though they must: row names and other columns leave no other way to read the list. */
  readonly failing: number | null;
}

/** Longer lists are no accounts, and take too long. */
const mostRows = 2500;
/** Rows that could be parts are not looked for further down. */
const mostParts = 120;
/** Rows behind the parts that may explain what is missing. */
const fewBehind = 3;
/** So many digits that agree are no chance: the digits of the totals of the columns that add up, taken together. */
const digitsThatTell = 5;
/** A row that names itself a sum, or whose parts names and codes tell from what follows, needs fewer. */
const digitsOfNamed = 3;
/** With fewer digits a nest waits until a row above it adds up without its parts. */
const digitsOfAGuess = 1;
/** So many sure nests of a list must hold before one may fail, and so many times more than fail. */
const fewestSure = 4;
const timesMore = 4;

/** A row of the list with what was found below it. */
interface Node {
  readonly line: Line;
  readonly at: number;
  readonly values: readonly Decimal[];
  parts: readonly Node[];
  /** The columns in which they add up. */
  holding: readonly number[];
  sure: boolean;
  failing: number | null;
}

const amountAt = (line: Line, column: number): Decimal => amountOf(line.figures[column]);

const halfStep = (figure: Figure | undefined): Decimal =>
  figure?.quantity.kind === 'amount' ? lastDigit(figure.coarse ?? figure.decimals).div(2) : zero;

const isSumRow = (label: string): boolean =>
  /(?:合计|总计|小计|总额)$/.test(label.replace(/\s|[（(][^（）()]{0,12}[)）]$/gu, ''));

/** How a list's rows compare, column by column. */
class Columns {
  /** The columns that hold amounts of money, each once: a column that repeats another tells nothing. */
  readonly used: readonly number[];
  /** Whether any amount is below nought: then what exceeds a row may yet come back to it. */
  readonly negative: boolean;
  /** Those of differences: blank, they are unknown. */
  readonly differences: ReadonlySet<number>;
  /** Those that may hold more than their rows do. */
  readonly loose: ReadonlySet<number>;

  constructor(side: Side) {
    this.loose = new Set(side.measures.flatMap((_, index) => (mayExceedItsRows(side.measures, index) ? [index] : [])));
    this.differences = new Set(side.measures.flatMap(({ label }, index) => (isDifference(label) ? [index] : [])));
    const seen = new Set<string>();
    this.used = side.measures.flatMap((measure, index) => {
      const print = side.lines.map((line) => amountAt(line, index).toFixed()).join();
      if (measure.key === null || seen.has(print)) return [];
      seen.add(print);
      return [index];
    });
    this.negative = side.lines.some((line) => this.used.some((column) => amountAt(line, column).isNegative()));
  }

  /** What the parts leave of a row in a column. */
  left(row: Node, sums: readonly Decimal[], column: number): Decimal {
    return (row.values[column] ?? zero).minus(sums[column] ?? zero);
  }

  /** Whether rounding explains what is left. Whole units lose their power in long lists: three standard deviations are enough. */
  agrees(row: Node, parts: readonly Node[], sums: readonly Decimal[], column: number): boolean {
    const left = this.left(row, sums, column).abs();
    if (left.isZero()) return true;
    const own = halfStep(row.line.figures[column]);
    const most = own.times(Math.ceil(2 * Math.sqrt(parts.length + 1)));
    if (left.gt(most)) return false;
    const room = [row, ...parts].reduce((sum, { line }) => sum.plus(halfStep(line.figures[column])), zero);
    return left.lte(room);
  }

  /** Whether a column breaks a row down at all: budgets are often those of sections, and items bear a dash. */
  breaksDown(parts: readonly Node[], column: number): boolean {
    return parts.some(({ values }) => !(values[column] ?? zero).isZero());
  }

  /** How many digits of the totals agree where two parts or more make them up. */
  digits(row: Node, parts: readonly Node[], columns: readonly number[]): number {
    let sum = 0;
    for (const column of columns) {
      const filled = parts.filter(({ values }) => !(values[column] ?? zero).isZero()).length;
      const value = row.values[column] ?? zero;
      if (value.isZero() || filled === 0 || (filled === 1 && parts.length > 1)) continue;
      sum +=
        value
          .div(lastDigit(row.line.figures[column]?.decimals ?? 0))
          .abs()
          .toFixed(0).length - 1;
    }
    return sum;
  }

  /** The columns in which two parts or more add up. */
  telling(parts: readonly Node[], columns: readonly number[]): number {
    return columns.filter((column) => parts.filter(({ values }) => !(values[column] ?? zero).isZero()).length >= 2)
      .length;
  }
}

/** Whether names and codes say that the parts, and no row behind them, belong to the row. */
function isNamed(row: Line, parts: readonly Line[], next: Line | undefined): boolean {
  const level = outlineLevel(row.label);
  if (level !== null) {
    const inside = parts.every(({ label }) => {
      const own = outlineLevel(label);
      return own === null ? parts.every((part) => outlineLevel(part.label) === null) : own === level + 1;
    });
    const after = next === undefined || isSumRow(next.label) || (outlineLevel(next.label) ?? level + 1) <= level;
    if (inside && after) return true;
  }
  if (
    row.code !== undefined &&
    parts.every(
      ({ code }) => code !== undefined && code.length > (row.code?.length ?? 0) && code.startsWith(row.code ?? ''),
    )
  )
    return next?.code === undefined ? next === undefined || isSumRow(next.label) : !next.code.startsWith(row.code);
  if (isSumRow(row.label) && next === undefined) return true;
  return [isFunctionalClass, isUse].some(
    (isClass) =>
      isClass(row.label) &&
      parts.every(({ label }) => !isClass(label)) &&
      (next === undefined || isSumRow(next.label) || isClass(next.label)),
  );
}

const isFunctionalClass = (label: string): boolean => classByName(label) !== null;
/** 其他支出 is a class by use and an item of others. */
const isUse = (label: string): boolean => isEconomicClass(label) && !plainLabel(label).startsWith('其他');

interface Parts {
  readonly parts: readonly Node[];
  /** The columns in which they add up. */
  readonly agreeing: readonly number[];
  /** One of them that was taken for the sum of the one below it, and is its neighbour. */
  readonly released: Node | null;
}

/** The parts of a row among the rows that stand right below it and belong to no other row yet. */
function partsOf(row: Node, below: readonly Node[], columns: Columns): Parts | null {
  const printed = columns.used.filter((column) => !(row.values[column] ?? zero).isZero());
  const first = printed.find((column) => !(below[0]?.values[column] ?? zero).isZero()) ?? printed[0];
  if (first === undefined) return null;
  const sums = row.values.map(() => zero);
  const parts: Node[] = [];
  const near = below.slice(0, mostParts);
  let best: Parts | null = null;
  for (const node of near) {
    if (isSumRow(node.line.label) && !isSumRow(row.line.label)) break;
    parts.push(node);
    for (const column of columns.used) sums[column] = (sums[column] ?? zero).plus(node.values[column] ?? zero);
    const left = columns.left(row, sums, first);
    if (!columns.agrees(row, parts, sums, first)) {
      // One row taken for the sum of the one below it may be its neighbour.
      const released = left.isPositive()
        ? parts.find((one) => !one.sure && one.parts.length === 1 && (one.values[first] ?? zero).eq(left))
        : undefined;
      if (
        released &&
        columns.used.every((column) => columns.left(row, sums, column).eq(released.values[column] ?? zero))
      ) {
        best ??= {
          parts: parts.flatMap((one) => (one === released ? [one, ...one.parts] : [one])),
          agreeing: columns.used,
          released,
        };
        break;
      }
      if (
        !columns.negative &&
        left.isNegative() &&
        best === null &&
        left.abs().gt(halfStep(row.line.figures[first]).times(mostParts))
      )
        break;
      continue;
    }
    const broken = columns.used.filter((column) => columns.breaksDown(parts, column));
    if (broken.every((column) => columns.agrees(row, parts, sums, column))) {
      const exact = broken.every((column) => columns.left(row, sums, column).isZero());
      if (best === null || exact) best = { parts: [...parts], agreeing: broken, released: null };
      if (exact) break;
    } else if (best !== null) break;
  }
  return best;
}

/** Columns of the list that say for certain, without this one, how a row divides. */
const tellingDigits = (
  row: Node,
  parts: readonly Node[],
  others: readonly number[],
  named: boolean,
  columns: Columns,
): boolean =>
  columns.digits(row, parts, others) >= (named ? digitsOfNamed : digitsThatTell) &&
  columns.telling(parts, others) >= (named ? 1 : 2);

/** A part that stands in a column alone may be of another level. */
const standsAlone = ({ values }: Node, column: number, others: readonly number[]): boolean =>
  !(values[column] ?? zero).isZero() && others.every((other) => (values[other] ?? zero).isZero());

/** The columns of a nest in which another amount would be told. */
function bindingColumns(row: Node, next: Line | undefined, columns: Columns): number[] {
  const named = isNamed(
    row.line,
    row.parts.map(({ line }) => line),
    next,
  );
  return row.parts.length < 2 || !named
    ? []
    : row.holding.filter((column) => {
        const others = row.holding.filter((other) => other !== column && !(row.values[other] ?? zero).isZero());
        // A part with an amount in this column only would stand alone, were the amount another one.
        return (
          !columns.loose.has(column) &&
          !columns.differences.has(column) &&
          tellingDigits(row, row.parts, others, named, columns) &&
          row.parts.every(({ values }) => others.some((other) => !(values[other] ?? zero).isZero()))
        );
      });
}

/** The parts of a row that add up in all columns but one. */
function almostPartsOf(
  row: Node,
  below: readonly Node[],
  columns: Columns,
): { parts: readonly Node[]; failing: number } | null {
  const found: { parts: readonly Node[]; failing: number }[] = [];
  const sums = row.values.map(() => zero);
  const parts: Node[] = [];
  const printed = columns.used.filter((column) => !(row.values[column] ?? zero).isZero());
  const near = below.slice(0, mostParts);
  if (printed.length < 2) return null;
  for (const node of near) {
    if (isSumRow(node.line.label) && !isSumRow(row.line.label)) break;
    parts.push(node);
    for (const column of columns.used) sums[column] = (sums[column] ?? zero).plus(node.values[column] ?? zero);
    if (parts.length < 2) continue;
    const failing = columns.used.filter((column) => !columns.agrees(row, parts, sums, column));
    const [only] = failing;
    // Amounts below nought apart, two columns that are exceeded stay so.
    if (!columns.negative && failing.filter((column) => columns.left(row, sums, column).isNegative()).length > 1) break;
    if (only === undefined || failing.length > 1 || columns.differences.has(only)) continue;
    const agreeing = columns.used.filter((column) => column !== only && !(row.values[column] ?? zero).isZero());
    const named = isNamed(
      row.line,
      parts.map(({ line }) => line),
      below[parts.length]?.line,
    );
    if (!tellingDigits(row, parts, agreeing, named, columns)) continue;
    // Rows may have been left out, and where names do not close the list anything may be missing.
    if (columns.left(row, sums, only).isPositive() && (columns.loose.has(only) || !named)) return null;
    // What is missing, or too much, is another row's amount: the list is not what it seems.
    const left = columns.left(row, sums, only).abs();
    const around = [
      ...parts,
      ...parts.flatMap((part) => part.parts),
      ...below.slice(parts.length, parts.length + fewBehind),
    ];
    const explained = around.some(({ values }) => (values[only] ?? zero).abs().eq(left));
    const alone = parts.some((part) => standsAlone(part, only, agreeing));
    if ((row.values[only] ?? zero).isZero() || explained || alone) return null;
    found.push({ parts: [...parts], failing: only });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A row that stands below what it adds up is the sum of the rows above it, back to the sum before. */
function sumBelow(row: Node, above: readonly Node[], columns: Columns): readonly Node[] | null {
  const sums = row.values.map((_, column) => above.reduce((sum, { values }) => sum.plus(values[column] ?? zero), zero));
  return above.length >= 2 &&
    columns.used.every((column) => columns.agrees(row, above, sums, column)) &&
    columns.digits(row, above, columns.used) >= digitsOfNamed
    ? above
    : null;
}

function makeSure(node: Node): void {
  node.sure = true;
  for (const part of node.parts) if (part.parts.length > 0 && !part.sure) makeSure(part);
}

/**
 * How many nests bear a list out. Of one whose rows are the classes by use and their items, a structure that is known, each column in which two
 * amounts or more add up counts.
 */
function held(sure: readonly Node[], columns: Columns): number {
  const byUse = sure.every(({ line }) => isUse(line.label) || isSumRow(line.label));
  const whole = sure.filter(({ failing }) => failing === null);
  return byUse ? sure.reduce((sum, { parts, holding }) => sum + columns.telling(parts, holding), 0) : whole.length;
}

/** The last row below a row that belongs to it. */
const lastRowOf = ({ at, parts }: Node): number => Math.max(at, ...parts.map(lastRowOf));

const nests = new WeakMap<Side, readonly Nest[]>();

/**
 * Finds out which rows of a list add up others by their figures: a row and those right below it, level by level, or a sum and those above it.
 * Governments list classes, sections and items of accounts, sources and funds without a code, and with ordinals now and then; that 131,716 is
 * 20,070 + 69,150 + 8,025 + …, and 126,027 in the next column as well, is no chance. Few digits wait for the row above to add up.
 * @param side a list
 * @returns the nests that are sure, in the order of their rows; none for a list that is mostly something else
 */
export function nestsOf(side: Side): readonly Nest[] {
  const known = nests.get(side);
  if (known) return known;
  const found = findNests(side);
  nests.set(side, found);
  return found;
}

function findNests(side: Side): readonly Nest[] {
  if (side.lines.length > mostRows) return [];
  const columns = new Columns(side);
  const all = side.lines.flatMap((line, at): Node[] => {
    const values = line.figures.map((_, column) => (columns.used.includes(column) ? amountAt(line, column) : zero));
    return line.key === 'part' || isRateRow(line.label) || values.every((value) => value.isZero())
      ? []
      : [{ line, at, values, parts: [], holding: [], sure: false, failing: null }];
  });
  // From the last row up: what stands below a row and belongs to nobody may be its parts, the nearest one last.
  const stack: Node[] = [];
  for (const row of all.toReversed()) {
    const below = stack.slice(-mostParts - fewBehind).reverse();
    const whole = partsOf(row, below, columns);
    if (whole) {
      const digits = columns.digits(row, whole.parts, whole.agreeing);
      const enough =
        isSumRow(row.line.label) ||
        isNamed(
          row.line,
          whole.parts.map(({ line }) => line),
          below[whole.parts.length]?.line,
        )
          ? digitsOfNamed
          : digitsThatTell;
      if (digits >= digitsOfAGuess) {
        if (whole.released) whole.released.parts = [];
        row.parts = whole.parts;
        row.holding = whole.agreeing;
        stack.length -= whole.released ? whole.parts.length - 1 : whole.parts.length;
        if (digits >= enough && whole.parts.length > 1) makeSure(row);
      }
    } else {
      const almost = almostPartsOf(row, below, columns);
      if (almost) {
        row.parts = almost.parts;
        row.failing = almost.failing;
        row.holding = columns.used.filter(
          (column) => column !== almost.failing && columns.breaksDown(almost.parts, column),
        );
        makeSure(row);
        stack.length -= almost.parts.length;
      }
    }
    stack.push(row);
  }
  // What is left are the rows of the highest level and the sums below them.
  let open: Node[] = [];
  for (const row of stack.toReversed()) {
    if (isSumRow(row.line.label) && row.parts.length === 0) {
      const above = sumBelow(row, open, columns);
      if (above) {
        row.parts = above;
        row.holding = columns.used;
        makeSure(row);
        open = [];
      }
    }
    open.push(row);
  }
  const rowBehind = (node: Node): Node | undefined => {
    const last = lastRowOf(node);
    return all.find(({ at }) => at > last);
  };
  const sure = all.filter((node) => node.sure && node.parts.length > 0);
  const failing = sure.filter((node) => node.failing !== null).length;
  const holding = held(sure, columns);
  const proved = holding >= Math.max(fewestSure, timesMore * failing);
  // One more that fails would still be told.
  const binds = holding - 1 >= Math.max(fewestSure, timesMore * (failing + 1));
  return sure.map((node): Nest => ({
    parent: node.line,
    parts: node.parts.map(({ line }) => line),
    holding: new Set(node.holding),
    binding: new Set(binds ? bindingColumns(node, rowBehind(node)?.line, columns) : []),
    failing: proved ? node.failing : null,
  }));
}

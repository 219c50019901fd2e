import { amountOf, type Figure, isPrinted } from '../document/figure.ts';
import { lastDigit, zero, type Decimal } from '../quantity/decimal.ts';
import { accountLevels, type AccountLevel } from '../recognise/account-levels.ts';
import { classByName } from '../recognise/classes.ts';
import { grouped } from '../grouped.ts';
import type { Line, Side } from '../recognise/form.ts';
import { mayExceedItsRows } from '../recognise/loose-columns.ts';
import { isDifference } from '../recognise/measure-words.ts';

/** A row and the rows that are its parts by their names, in one column. */
export interface NamedSum {
  readonly total: Line;
  readonly parts: readonly Line[];
  /** By index in the side's measures. */
  readonly column: number;
  /** Sums of one kind prove each other. */
  readonly kind: string;
  /**
   * Nothing is told by it: parts may be kept back, or a row may be of another level than its name says. That happens oftener than misprints do:
   * eight of eight such sums that failed alone in 22,000 amounts of provinces were lists that left a row out.
   */
  readonly unclear: boolean;
  /** Its total is a part of a sum above: another amount there breaks both by the same difference, and only then is it told. */
  readonly telling: boolean;
  /** Another row of the total's level, or a higher one, stands below its parts. */
  readonly closed: boolean;
}

/** A row of a list with its level, and what stands below it. */
interface Node {
  readonly line: Line;
  readonly level: AccountLevel;
  readonly parts: Node[];
  readonly above: Node | null;
  closed: boolean;
}

const depth: Readonly<Record<AccountLevel, number>> = { end: 0, class: 1, section: 2, item: 3 };

/** Classes of which sections are kept from the public as a rule (国家安全, 组织事务): they hold more than their sections come to. */
const withSecrets: readonly (string | null)[] = ['201', '203', '204'];
/** So many rows must be the sum of two or more before one that holds more than its parts is told: else rows may be left out. */
const fewestWhole = 5;

/** Longer lists of parts are no accounts. */
const mostParts = 120;

/** The rows that have parts, each with those of the next level: all of one level, since an item beside sections belongs to none of them. */
function nodesOf(side: Side): Node[] {
  const levels = accountLevels(side.lines);
  const nodes: Node[] = [];
  let above: Node[] = [];
  side.lines.forEach((line, at) => {
    const level = levels[at] ?? null;
    if (level === null) return;
    for (const one of above) if (depth[one.level] >= depth[level]) one.closed = true;
    above = above.filter((one) => depth[one.level] < depth[level]);
    const node: Node = { line, level, parts: [], above: above.at(-1) ?? null, closed: false };
    node.above?.parts.push(node);
    if (level === 'class' || level === 'section') {
      nodes.push(node);
      above.push(node);
    }
  });
  const hasSections = nodes.some(({ level }) => level === 'section');
  return nodes.filter(
    ({ level, parts }) =>
      parts.length > 0 &&
      parts.length <= mostParts &&
      new Set(parts.map((part) => part.level)).size === 1 &&
      (level === 'section' || parts[0]?.level === 'section' || !hasSections),
  );
}

const amountAt = (line: Line, column: number): Decimal => amountOf(line.figures[column]);

const halfStep = (figure: Figure | undefined): Decimal =>
  figure?.quantity.kind === 'amount' ? lastDigit(figure.coarse ?? figure.decimals).div(2) : zero;

const sumOf = (lines: readonly Line[], column: number): Decimal =>
  lines.reduce((sum, line) => sum.plus(amountAt(line, column)), zero);

/** How much the parts exceed their total by; nought where rounding explains it. */
function excessOf({ line, parts }: Node, column: number): Decimal {
  const lines = parts.map((part) => part.line);
  const excess = sumOf(lines, column).minus(amountAt(line, column));
  const room = [line, ...lines].reduce((sum, one) => sum.plus(halfStep(one.figures[column])), zero);
  return excess.abs().lte(room) ? zero : excess;
}

/**
 * Whether one row that is of another level than its name says would mend a sum that fails: the first parts alone come to the total, so that the
 * others belong to a section whose name is not known; a part is contained in another; what is missing is such a section.
 */
function mayBeMisplaced(node: Node, column: number): boolean {
  const excess = excessOf(node, column);
  if (excess.isZero()) return false;
  const values = node.parts.map(({ line }) => amountAt(line, column));
  if (excess.isPositive()) {
    let rest = zero;
    for (const value of values.toReversed()) {
      rest = rest.plus(value);
      if (rest.minus(excess).abs().lte(halfStep(node.line.figures[column]).times(2)) && !rest.isZero()) return true;
    }
    return values.some((value) => value.eq(excess));
  }
  return node.parts.some(
    (part) =>
      part.parts.some(({ line }) => amountAt(line, column).eq(excess.negated())) && !excessOf(part, column).isZero(),
  );
}

/** Whether two amounts are printed alike but for one digit, or two that are exchanged. */
function areOneSlipApart(one: Figure | undefined, other: Figure | undefined): boolean {
  const [a, b] = [one, other].map((figure) => (figure?.text ?? '').replace(/\D/gu, ''));
  if (a === undefined || a.length !== b?.length) return false;
  const at = Array.from(a).flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first, second] = at;
  return (
    at.length === 1 ||
    (at.length === 2 && first !== undefined && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}

/** Whether one other amount of the row mends both its own sum and the one above that it is a part of. */
const isMended = ({ above }: Node, column: number, excess: Decimal): boolean =>
  above !== null && !excess.isZero() && excessOf(above, column).eq(excess.negated());

/** An only part is the same amount once more; another one altogether is that of another row. */
const isAnotherRow = ({ line, parts }: Node, column: number): boolean =>
  parts.length === 1 &&
  !amountAt(line, column).eq(amountOf(parts[0]?.line.figures[column])) &&
  !areOneSlipApart(line.figures[column], parts[0]?.line.figures[column]);

/** Whether parts are blank in a column and not in others: a column may be filled at some levels only. */
function blanks({ parts }: Node, column: number, columns: readonly number[]): boolean {
  return parts.some(
    ({ line }) =>
      amountAt(line, column).isZero() && columns.some((other) => other !== column && !amountAt(line, other).isZero()),
  );
}

const known = new WeakMap<Side, readonly NamedSum[]>();

/**
 * The sums of a list of accounts without codes, as the names of its rows say: classes of their sections, sections of their items. What the names
 * seem to say the list has to prove (`kind`).
 * @param side a list
 * @returns none where its rows bear no codes but no names of accounts either
 */
export function namedSums(side: Side): readonly NamedSum[] {
  const before = known.get(side);
  if (before) return before;
  const sums = findSums(side);
  known.set(side, sums);
  return sums;
}

function findSums(side: Side): NamedSum[] {
  if (side.lines.some(({ code }) => code !== undefined)) return [];
  const nodes = nodesOf(side);
  const columns = side.measures.flatMap(({ key, label }, index) =>
    key === null || isDifference(label) ? [] : [index],
  );
  const sums = nodes.flatMap((node) =>
    columns.flatMap((column): { readonly node: Node; readonly excess: Decimal; readonly sum: NamedSum }[] => {
      const { line, level, parts, closed } = node;
      const own = line.figures[column];
      if (!own || !isPrinted(own) || amountAt(line, column).isZero()) return [];
      if (parts.every((part) => amountAt(part.line, column).isZero())) return [];
      const sum = {
        total: line,
        parts: parts.map((part) => part.line),
        column,
        kind: `${column}${blanks(node, column, columns) ? '/blanks' : ''}`,
        unclear:
          mayExceedItsRows(side.measures, column) ||
          (level === 'class' && withSecrets.includes(classByName(line.label))) ||
          isAnotherRow(node, column) ||
          mayBeMisplaced(node, column),
        telling: false,
        closed,
      };
      return [{ node, excess: excessOf(node, column), sum }];
    }),
  );
  // A list that leaves rows out has more than one row that holds more than its parts; then no sum of it is a check.
  const clear = sums.filter(({ sum }) => !sum.unclear);
  const isShort = ({ node, excess, sum: { column } }: (typeof sums)[number]): boolean =>
    excess.isNegative() && !isMended(node, column, excess);
  const short = new Set(clear.flatMap((one) => (isShort(one) ? [one.node] : [])));
  const whole = new Set(clear.flatMap(({ node, excess }) => (excess.isZero() && node.parts.length > 1 ? [node] : [])));
  const leavesOut = short.size > 1 || whole.size < fewestWhole;
  const excesses = new Map(
    [...grouped(clear, ({ sum }) => sum.column)].map(([column, own]) => [
      column,
      new Map(own.map(({ node, excess }) => [node, excess])),
    ]),
  );
  return sums.map(({ node, excess, sum }) => {
    const { column } = sum;
    const known = excesses.get(column);
    const isClear = (one: Node | null): boolean => one !== null && known?.has(one) === true;
    // The sum below whose total is wrong, and the one above it that it breaks.
    const isBroken =
      (isClear(node.above) && isMended(node, column, excess)) ||
      node.parts.some((part) => isMended(part, column, known?.get(part) ?? zero));
    return {
      ...sum,
      unclear: sum.unclear || leavesOut || (!excess.isZero() && !isBroken),
      telling: !sum.unclear && isClear(node.above),
    };
  });
}

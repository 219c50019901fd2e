import { amountOf, type Figure } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Relation, Term } from '../relate/relation.ts';
import { saidAgainst } from './equation-line.ts';
import { columnTitle, inMannerOf, nameOf, unitsAmong } from './names.ts';
import type { NamedFigure, Statement } from './statement.ts';

/** A figure as a sentence about these terms names it. */
function namedAmong(terms: readonly Term[]): (figure: Figure) => NamedFigure {
  const unit = unitsAmong(terms);
  return (figure) => ({ name: nameOf(figure), text: `${figure.text.trim()}${unit(figure)}` });
}

const sameName = (a: NamedFigure, b: NamedFigure): boolean => JSON.stringify(a.name) === JSON.stringify(b.name);

/** Whether a change in the text is of the right size or another, and its two amounts go the other way: 减少 30.00 from 1,000.00 to 1,030.00. */
function goesTheOtherWay(kind: Relation['kind'], [first, ...rest]: readonly Term[], expected: Decimal): boolean {
  return (
    kind === 'sum' &&
    first?.figure.place.in === 'text' &&
    first.figure.place.claim.endsWith('增减额') &&
    rest.length === 2 &&
    rest.some(({ weight }) => weight > 0) &&
    rest.some(({ weight }) => weight < 0) &&
    amountOf(first.figure).gt(0) &&
    expected.lt(0)
  );
}

/** What is said of terms that do not agree. */
interface Failing {
  readonly terms: readonly Term[];
  readonly first: Figure;
  readonly rest: readonly Figure[];
  readonly expected: Decimal;
  readonly difference: Decimal;
  /** What is expected and what it is off by, in the manner of the terms. */
  readonly should: string;
  readonly off: string;
  readonly named: (figure: Figure) => NamedFigure;
}

function ofRatio({ terms, first, expected, difference, named }: Failing): Statement {
  const own = terms.slice(0, 1);
  const said = saidAgainst(terms, expected);
  return said !== null
    ? { kind: 'rate-reversed', figure: named(first), said, size: `${inMannerOf(expected.abs(), own)}%` }
    : { kind: 'rate', figure: named(first), should: `${inMannerOf(expected, own)}%`, off: inMannerOf(difference, own) };
}

function ofBound({ first, rest, should, named }: Failing): Statement {
  const [part] = rest;
  if (!part || rest.length > 1) return { kind: 'parts-above-whole', whole: named(first), should };
  const [outer, inner] = [first.place, part.place];
  const column = columnTitle(first);
  if (
    outer.in === 'table' &&
    inner.in === 'table' &&
    outer.table === inner.table &&
    outer.row === inner.row &&
    column !== ''
  )
    return { kind: 'part-above-column', part: named(part), column, whole: named(first).text };
  return inner.in === 'text' && inner.claim.endsWith('增减额')
    ? { kind: 'change-above-amount', figure: named(first), change: named(part).text }
    : { kind: 'part-above-whole', part: named(part), whole: named(first) };
}

function ofSame({ first, rest, should, off, named }: Failing): Statement {
  const [second] = rest;
  const figure = named(first);
  if (!second) return { kind: 'same-missing', figure };
  const other = named(second);
  if (rest.length > 1)
    return {
      kind: 'same-as-sum',
      figure,
      host: second.place.in === 'table' ? second.place.tableTitle : null,
      should,
      off,
    };
  return sameName(figure, other) && figure.text !== '' && other.text !== ''
    ? { kind: 'same-name', figure, other: other.text }
    : { kind: 'same', figure, other };
}

function ofSum({ first, rest, should, off, named }: Failing): Statement {
  const figure = named(first);
  const [only] = rest;
  if (!rest.some(({ quantity }) => quantity.kind === 'amount')) return { kind: 'sum-of-blanks', figure };
  return only && rest.length === 1
    ? { kind: 'sum-of-one', figure, other: named(only) }
    : { kind: 'sum', figure, should, off };
}

/**
 * What there is to say about a relation that does not agree.
 * @param terms the total first, at least one
 */
export function statementOf(
  kind: Relation['kind'],
  terms: readonly [Term, ...Term[]],
  expected: Decimal,
  difference: Decimal,
): Statement {
  const [{ figure: first }, ...others] = terms;
  const rest = others.map(({ figure }) => figure);
  const own = unitsAmong(terms)(first);
  const should = `${inMannerOf(expected, terms)}${own}`;
  const off = `${inMannerOf(difference, terms)}${own}`;
  const failing: Failing = { terms, first, rest, expected, difference, should, off, named: namedAmong(terms) };
  const figure = failing.named(first);
  const displaced = rest.map((one) => one.displaced).find((one) => one !== undefined);
  if (displaced) return { kind: 'sum-displaced', figure, should, off, amount: displaced.text.trim() };
  // 无差异, 没有使用政府性基金安排的支出: a zero said in words.
  if (first.place.in === 'text' && !/\d/.test(first.text))
    return { kind: 'nought-in-words', words: first.text.trim(), should };
  if (goesTheOtherWay(kind, terms, expected))
    return { kind: 'change-reversed', figure, size: `${inMannerOf(expected.abs(), terms)}${own}` };
  if (kind === 'ratio') return ofRatio(failing);
  if (kind === 'bound') return ofBound(failing);
  return kind === 'same' ? ofSame(failing) : ofSum(failing);
}

/** What there is to say about figures that a word of the text compares the wrong way round. */
export function comparisonOf(word: Figure, terms: readonly Term[]): Statement {
  const named = namedAmong(terms);
  // 完成预算的 61.67%, 大于: what it is held against is not printed.
  const figures = terms
    .filter(({ figure }) => figure.place.in !== 'rule')
    .map(({ figure }) => named(figure))
    .map(({ name, text }) => ({ name, text: text === '' ? '0' : text }));
  return { kind: 'compared', figures, word: word.text };
}

/**
 * What there is to say about a relation that holds.
 * @param terms the total first, at least one
 */
export function holdingOf(kind: Relation['kind'], terms: readonly [Term, ...Term[]]): Statement {
  const [first, second, ...rest] = terms;
  const name = nameOf(first.figure);
  if (kind === 'same' && second && rest.length === 0) return { kind: 'holds-same', name, other: nameOf(second.figure) };
  if (kind === 'bound') return { kind: 'holds-bound', name };
  return kind === 'ratio' ? { kind: 'holds-rate', name } : { kind: 'holds-sum', name };
}

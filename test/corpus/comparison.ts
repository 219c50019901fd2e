import { flatten } from '../../core/recognise/narrative/flat.ts';
import { figuresOf } from './arithmetic.ts';
import { figuresIn, type Passage, type Statement } from './notation.ts';
import type { readingOf } from './reading.ts';

type Reading = ReturnType<typeof readingOf>;

/** 教育支出(类) and 教育 are one item, and so are 税收收入完成 and 税收收入. */
const even = (name: string): string =>
  flatten(name)
    .text.replace(/\((?:类|款|项)\)/g, '')
    .replace(/(?:支出|拟?安排|完成|实现)$/, '');

/** Whether the reader understands one statement of a passage. */
function isUnderstood(passage: Passage, statement: Statement, { amounts, relations }: Reading): boolean {
  if (statement.kind === 'amount') {
    const read = amounts.find(({ start }) => start === statement.figure.start);
    if (statement.year !== passage.year) return read === undefined;
    // A body, a class and what adds up may stand in front: 加上级补助收入.
    return read !== undefined && even(read.name).endsWith(even(statement.item)) && read.stage === statement.stage;
  }
  // A change without a rate, or an amount to compare it with, states no relation: it only must not be taken for an amount.
  if (statement.kind === 'change' && statement.rate === null && statement.previous === null)
    return !amounts.some(({ start }) => start === statement.change?.figure.start);
  const figures = new Set(figuresOf(statement).map(({ start }) => start));
  const noughts = new Set(
    figuresIn(passage.paragraphs.join('\n')).flatMap(({ text, start }) => (/^[0.]+%?$/.test(text) ? [start] : [])),
  );
  const within = relations
    .flatMap(({ readings }) => readings)
    .filter((reading) => reading.every((start) => figures.has(start) || noughts.has(start)));
  const covered = new Set(within.flat());
  return [...figures].every((start) => covered.has(start));
}

/** The figures that are no amounts of the year: what something changed by, or from. */
const notStated = (statement: Statement): number[] =>
  statement.kind === 'change'
    ? [statement.change?.figure, statement.previous].flatMap((figure) => figure?.start ?? [])
    : [];

/** What the reader understands of a passage, what it misses, and what it reads that is not stated. */
export interface Comparison {
  readonly understood: readonly string[];
  readonly missed: readonly string[];
  readonly misread: readonly string[];
}

/**
 * Holds a reading against what a passage states.
 * @param passage of the corpus
 * @param reading what the reader makes of it
 */
export function compare(passage: Passage, reading: Reading): Comparison {
  const { statements } = passage;
  const text = passage.paragraphs.join('\n');
  const printed = figuresIn(text);
  const shown = (starts: readonly number[]): string =>
    starts.map((start) => printed.find((figure) => figure.start === start)?.text ?? `at ${start}`).join(' ');
  const understood = statements.filter((statement) => isUnderstood(passage, statement, reading));
  // Shares of a list come to 100 together, and noughts may stand in any sum.
  const shares = statements.flatMap((statement) => (statement.kind === 'share' ? [statement.percent] : []));
  const noughts = printed.filter((figure) => /^[0.]+%?$/.test(figure.text));
  const stated = [...statements.map(figuresOf), shares].map(
    (figures) => new Set([...figures, ...noughts].map(({ start }) => start)),
  );
  const isNought = (start: number): boolean => noughts.some((nought) => nought.start === start);
  const strange = reading.relations.filter(
    ({ readings, guessed }) =>
      !guessed &&
      readings.some((starts) => starts.filter((start) => !isNought(start)).length > 1) &&
      !readings.some((starts) => stated.some((figures) => starts.every((start) => figures.has(start)))),
  );
  const amounts = statements.flatMap((statement) => (statement.kind === 'amount' ? [statement.figure.start] : []));
  const amountsNotStated = new Set(statements.flatMap(notStated).filter((start) => !amounts.includes(start)));
  return {
    understood: understood.map(({ line }) => line),
    missed: statements.filter((statement) => !understood.includes(statement)).map(({ line }) => line),
    misread: [
      ...strange.map(({ rule, readings }) => `reads ${rule}: ${readings.map(shown).join(' | ')}`),
      ...reading.amounts
        .filter(({ start }) => amountsNotStated.has(start))
        .map(({ start, name }) => `reads as an amount: ${name} ${shown([start])}`),
    ],
  };
}

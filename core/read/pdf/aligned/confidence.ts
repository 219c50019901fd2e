import type { WordBlock } from './block.ts';
import type { AlignedColumns } from './column.ts';
import { headRows } from './span.ts';
import type { Rows } from './row.ts';
import type { Spread } from './span.ts';
import { tolerances } from '../tolerances.ts';

interface Evidence {
  readonly spreads: readonly Spread[];
  readonly columns: AlignedColumns;
  readonly rows: Rows;
  readonly size: number;
  /** The text was recognised from a picture. */
  readonly recognised: boolean;
}

const {
  atBest,
  atBestRecognised,
  perCollision,
  flushWithin,
  perStray,
  perFloating,
  perUnlabelled,
  perHeadless,
  forNumbering,
  perMixed,
  perRunTogether,
} = tolerances.alignedConfidence;

const sentence = /[，。；;：:]/u;
const runTogether =
  /\d[.,]\d+(?:※|(?![万亿千百元年月日天个平公分人次亩吨米倍左以余多台辆户份所家起名件篇项期场处套本批条头株座级])[※\p{Script=Han}]{2})/u;

const amount = /\d[.,]\d/;

function isAmount(block: WordBlock): boolean {
  return block.numeric && block.words.some(({ text }) => amount.test(text));
}

function collisions(spreads: readonly Spread[]): number {
  const places = new Map<string, Spread>();
  const pairs = new Set<string>();
  for (const [index, spread] of spreads.entries()) {
    for (let row = spread.top; row <= spread.bottom; row += 1) {
      for (let column = spread.left; column <= spread.right; column += 1) {
        const other = places.get(`${row} ${column}`);
        if (other !== undefined) {
          pairs.add(`${spreads.indexOf(other)} ${index}`);
        }
        places.set(`${row} ${column}`, spread);
      }
    }
  }
  return pairs.size;
}

/** Whether the row of column numbers counts the columns: 栏次 1 2 3 …, twice over in tables of two sides. */
function isNumbered(spreads: readonly Spread[], rows: Rows): boolean | null {
  for (let row = 0; row < rows.centres.length; row += 1) {
    const own = spreads
      .filter((spread) => spread.top === row && spread.bottom === row)
      .toSorted((a, b) => a.left - b.left);
    const numbers = own.filter(({ block }) => block.numeric).map(({ block }) => block.words[0]?.text ?? '');
    if (numbers.length >= 2 && numbers.every((text) => /^\d{1,2}$/.test(text)) && numbers[0] === '1') {
      return numbers.every((text, index) => Number(text) === index + 1);
    }
  }
  return null;
}

/**
 * How sure we are of a table read by alignment: what speaks against it is text that falls together in one cell, amounts
 * off their column's edge, amounts under no head, and column numbers that do not count the columns.
 * @param evidence the table as found
 */
export function alignedConfidence({ spreads, columns, rows, size, recognised }: Evidence): number {
  const head = Math.max(1, headRows(spreads, rows));
  let against = perCollision * collisions(spreads) + (isNumbered(spreads, rows) === false ? forNumbering : 0);
  against +=
    perRunTogether *
    spreads.filter(({ block }) => block.words.some(({ text }) => runTogether.test(text) && !sentence.test(text)))
      .length;
  const labelled = (row: number): boolean =>
    spreads.some((spread) => !spread.block.numeric && spread.top <= row && spread.bottom >= row);
  const figures = spreads.filter(({ block }) => isAmount(block));
  const unlabelled = figures.filter(({ top }) => !labelled(top)).length;
  // “三公” forms have no labels at all: one row of amounts under their heads.
  against += unlabelled < figures.length / 2 ? perUnlabelled * unlabelled : 0;
  against += perFloating * spreads.filter((spread) => spread.block.numeric && spread.bottom > spread.top).length;
  for (const [index, column] of columns.columns.entries()) {
    const own = spreads.filter((spread) => spread.left === index && spread.right === index && spread.top >= head);
    const amounts = own.filter(({ block }) => isAmount(block));
    const words = own.filter(({ block }) => !block.numeric);
    if (amounts.length === 0) {
      continue;
    }
    const { flushRight } = column;
    against +=
      (perStray *
        amounts.filter(({ block }) =>
          flushRight === null ? amounts.length > 1 : Math.abs(block.right - flushRight) > flushWithin * size,
        ).length) /
      Math.max(1, amounts.length / 4);
    if (
      !spreads.some(
        (spread) => spread.top < head && !spread.block.numeric && spread.left <= index && spread.right >= index,
      )
    ) {
      against += perHeadless;
    }
    if (words.length >= 2 && amounts.length >= 2) {
      against += perMixed;
    }
  }
  return Math.max(0, Math.round(100 * ((recognised ? atBestRecognised : atBest) - against)) / 100);
}

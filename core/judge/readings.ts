import { tablesOf, type Cell, type Document, type Table } from '../document/document.ts';
import { figureKey, type Figure } from '../document/figure.ts';
import { readQuantity } from '../quantity/quantity.ts';
import { evaluate, withValue } from './evaluate.ts';
import type { Judged } from './graph.ts';

// What was told by where letters stand, or recognised from a picture, may be misread: a neighbour's digit split off (19.77 as 19.7 and 7)
// or joined, a letter taken for another. An equation that fails and that one such misreading would mend accuses nobody.

/** Digits of one figure and of its neighbour stand this close, as a share of their height, where either may have the other's. */
const touching = 0.6;
/** So many digits at a figure's end may be a neighbour's. */
const mostMoved = 2;
/** More equations than this that fail in doubtful tables are looked at no further: they are all in doubt. */
const mostLooked = 300;
/** Or when so many terms have been added up: a column of a thousand rows has two hundred thousand misreadings. */
const mostAdded = 5_000_000;

const number = /^[-−]?\d[\d,]*(?:\.\d+)?$/u;
const digits = '0123456789';

/** Looks up cells of a table. */
class Cells {
  readonly #at = new Map<string, Cell>();

  constructor({ cells }: Table) {
    for (const cell of cells) this.#at.set(`${cell.row} ${cell.column}`, cell);
  }

  at(row: number, column: number): Cell | undefined {
    return this.#at.get(`${row} ${column}`);
  }
}

/** Whether two cells' texts stand so close that either may have a digit of the other. */
function areClose(left: Cell, right: Cell): boolean {
  const [a, b] = [left.place.ink?.at(-1), right.place.ink?.[0]];
  if (a === undefined || b === undefined) return false;
  return a.page === b.page && b.left - a.right <= touching * (a.top - a.bottom);
}

/** What a figure may say if digits between it and its neighbours are the other's. */
function moved(text: string, cell: Cell, left: Cell | undefined, right: Cell | undefined): string[] {
  const found: string[] = [];
  for (let count = 1; count <= mostMoved; count += 1) {
    const taken = right?.text.slice(0, count) ?? '';
    if (
      right !== undefined &&
      areClose(cell, right) &&
      taken.length === count &&
      /^\d+$/u.test(taken) &&
      (right.text.length === count || number.test(right.text.slice(count)))
    )
      found.push(text + taken);
    const given = left?.text.slice(-count) ?? '';
    if (
      left !== undefined &&
      areClose(left, cell) &&
      given.length === count &&
      /^\d+$/u.test(given) &&
      (left.text.length === count || number.test(left.text.slice(0, -count)))
    )
      found.push(given + text);
    // An amount keeps the decimals that amounts have: 29.77 is no 29.7 with a neighbour's 7.
    const kept = text.slice(0, -count);
    if (
      (right?.text.trim() === '' || (right !== undefined && areClose(cell, right))) &&
      (!text.includes('.') || /\.\d\d+$/u.test(kept))
    )
      found.push(kept);
    if (left !== undefined && areClose(left, cell)) found.push(text.slice(count));
  }
  return found;
}

/** What a figure may say if one of its digits was recognised for another, dropped or added. */
function misread(text: string): string[] {
  const places = Array.from({ length: text.length }, (_, at) => at);
  return [
    ...places.flatMap((at) =>
      /\d/u.test(text[at] ?? '')
        ? Array.from(digits).map((digit) => text.slice(0, at) + digit + text.slice(at + 1))
        : [],
    ),
    ...places.map((at) => text.slice(0, at) + text.slice(at + 1)),
    ...[...places, text.length].flatMap((at) =>
      [...Array.from(digits), '.'].map((letter) => text.slice(0, at) + letter + text.slice(at)),
    ),
  ];
}

/**
 * The equations that fail and that a misreading of one figure would mend. Yields now and then.
 * @param document whose tables tell how they were read
 * @param judged equations with their verdicts
 * @param truncated as for evaluate
 * @returns those that are no contradiction for certain; none where all tables were read between rules or from a page's markup
 */
export function* inDoubt(
  document: Document,
  judged: readonly Judged[],
  truncated: boolean,
): Generator<void, Set<Judged>> {
  const tables = new Map(
    tablesOf(document)
      .filter(({ doubt }) => doubt !== undefined)
      .map((table) => [table.id, { doubt: table.doubt, cells: new Cells(table) }]),
  );
  const doubted = new Set<Judged>();
  if (tables.size === 0) return doubted;
  const readings = (figure: Figure): string[] => {
    if (figure.place.in !== 'table' || figure.quantity.kind !== 'amount') return [];
    const table = tables.get(figure.place.table);
    const { row, column } = figure.place;
    const cell = table?.cells.at(row, column);
    const text = figure.text.replace(/\s+/gu, '');
    if (table === undefined || cell === undefined || !number.test(text)) return [];
    return [
      ...moved(text, cell, table.cells.at(row, column - 1), table.cells.at(row, column + 1)),
      ...(table.doubt === 'letters' ? misread(text) : []),
    ];
  };
  const mends = (one: Judged, figure: Figure, text: string): boolean => {
    const quantity = number.test(text) ? readQuantity(text) : null;
    if (quantity?.kind !== 'amount') return false;
    const judgement = evaluate(withValue(one.relation, figureKey(figure), quantity), truncated);
    return judgement.verdict === 'consistent' || judgement.verdict === 'rounding';
  };
  let looked = 0;
  let added = 0;
  for (const one of judged) {
    if (one.judgement.verdict !== 'inconsistent') continue;
    yield;
    const figures = new Map(one.judgement.terms.map(({ figure }) => [figureKey(figure), figure]));
    const candidates = [...figures.values()]
      .map((figure) => ({ figure, texts: [...new Set(readings(figure))] }))
      .filter(({ texts }) => texts.length > 0);
    if (candidates.length === 0) continue;
    looked += 1;
    for (const { figure, texts } of candidates) {
      yield;
      added += texts.length * one.judgement.terms.length;
      if (looked <= mostLooked && added <= mostAdded && !texts.some((text) => mends(one, figure, text))) continue;
      doubted.add(one);
      break;
    }
  }
  return doubted;
}

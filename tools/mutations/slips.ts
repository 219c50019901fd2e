import type { Document } from '../../core/document/document.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';

/** A small seeded generator (mulberry32): the same slips every time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A figure that may be changed: a cell, or characters of a paragraph. */
export type Spot =
  | { readonly in: 'table'; readonly table: string; readonly row: number; readonly column: number; readonly text: string }
  | { readonly in: 'text'; readonly paragraph: string; readonly start: number; readonly end: number; readonly text: string };

/** A figure with another text. */
export interface Mutation {
  readonly spot: Spot;
  readonly text: string;
}

const digitsAt = (text: string): number[] => [...text.matchAll(/\d/g)].map((match) => match.index);
const put = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);
const oneOf = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

type Typing = (text: string, random: () => number) => string | null;

/** The typical slips of typing and conversion, in one figure. */
const typing: Readonly<Record<string, Typing>> = {
  digit(text, random) {
    const index = oneOf(digitsAt(text), random) ?? 0;
    return put(text, index, String((Number(text[index]) + 1 + Math.floor(random() * 9)) % 10));
  },
  transposition(text, random) {
    const at = oneOf(digitsAt(text).filter((index) => /\d/.test(text[index + 1] ?? '') && text[index] !== text[index + 1]), random);
    return at === undefined ? null : text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  },
  point(text, random) {
    const plain = text.replace(/,/g, '');
    const at = plain.indexOf('.');
    if (at < 1) return null;
    const to = random() < 0.5 && at > 1 ? at - 1 : at + 1;
    const bare = plain.replace('.', '');
    return to >= bare.length ? null : `${bare.slice(0, to)}.${bare.slice(to)}`;
  },
  unit: (text) => {
    const quantity = readQuantity(text);
    return quantity.kind === 'amount' ? quantity.value.times(10_000).toFixed(quantity.decimals) : null;
  },
  sign: (text) => `-${text}`,
  blank: () => '',
};

/** The text of a cell; null where no cell of its own is. */
function cellText(document: Document, table: string, row: number, column: number): string | null {
  const block = document.blocks.find((one) => one.kind === 'table' && one.id === table);
  return block?.kind === 'table' ? block.cells.find((cell) => cell.row === row && cell.column === column && cell.rowSpan === 1 && cell.columnSpan === 1)?.text ?? null : null;
}

/** Slips of place: the value moved to a neighbouring cell, or exchanged with one. */
function moved(document: Document, spot: Spot & { in: 'table' }, kind: 'neighbour' | 'exchange', random: () => number): Mutation[] {
  const around = [[0, 1], [0, -1], [1, 0], [-1, 0]].flatMap(([down = 0, right = 0]): (Spot & { in: 'table' })[] => {
    const [row, column] = [spot.row + down, spot.column + right];
    const text = cellText(document, spot.table, row, column);
    return text === null ? [] : [{ in: 'table', table: spot.table, row, column, text }];
  });
  const isAmount = (text: string): boolean => { const quantity = readQuantity(text); return quantity.kind === 'amount' && quantity.decimals > 0; };
  const fitting = around.filter(({ text }) => (kind === 'neighbour' ? text.trim() === '' || /^0(?:\.0+)?$/.test(text.trim()) : isAmount(text) && text !== spot.text && !/^0(?:\.0+)?$/.test(text.trim())));
  const other = oneOf(fitting, random);
  return other === undefined ? [] : [{ spot, text: other.text }, { spot: other, text: spot.text }];
}

/** Several amounts of a column one row too far down or up: the first place is left blank or keeps its amount, the last amount is lost. */
function shifted(document: Document, spot: Spot & { in: 'table' }, random: () => number): Mutation[] {
  const step = random() < 0.5 ? 1 : -1;
  const moves = 2 + Math.floor(random() * 4);
  const cells = Array.from({ length: moves + 1 }, (_, index) => {
    const row = spot.row + step * index;
    const text = cellText(document, spot.table, row, spot.column);
    return text === null ? null : { spot: { in: 'table', table: spot.table, row, column: spot.column, text }, amount: readQuantity(text).kind === 'amount' } as const;
  });
  const blank = random() < 0.5;
  const whole = cells.filter((cell) => cell !== null);
  if (whole.length < cells.length || !whole.slice(0, -1).every(({ amount }) => amount) || (whole.at(-1)?.amount !== true && whole.at(-1)?.spot.text.trim() !== '')) return [];
  return whole.map(({ spot: own }, index) => ({ spot: own, text: index === 0 ? (blank ? '' : own.text) : whole[index - 1]?.spot.text ?? '' })).filter((one) => one.text !== one.spot.text);
}

/** The kinds of slips; the last three change several cells. */
export const slipKinds = [...Object.keys(typing), 'neighbour', 'exchange', 'shift'] as const;

/**
 * One slip at a spot.
 * @param kind one of slipKinds
 * @returns the changed figures; none where the slip does not apply
 */
export function slipAt(document: Document, spot: Spot, kind: string, random: () => number): Mutation[] {
  if (kind === 'shift') return spot.in === 'table' ? shifted(document, spot, random) : [];
  if (kind === 'neighbour' || kind === 'exchange') return spot.in === 'table' ? moved(document, spot, kind, random) : [];
  // A sentence without its figure is another sentence, and says nothing of it.
  if (spot.in === 'text' && kind === 'blank') return [];
  const text = typing[kind]?.(spot.text, random) ?? null;
  return text === null || text === spot.text ? [] : [{ spot, text }];
}

/** The document with the changed figures. */
export function mutated(document: Document, mutations: readonly Mutation[]): Document {
  // From the end of a paragraph to its beginning, so that the places stay.
  const inText = mutations.flatMap(({ spot, text }) => (spot.in === 'text' ? [{ ...spot, by: text }] : [])).sort((a, b) => b.start - a.start);
  return {
    ...document,
    blocks: document.blocks.map((block) => {
      if (block.kind === 'table') {
        const own = mutations.filter(({ spot }) => spot.in === 'table' && spot.table === block.id);
        if (own.length === 0) return block;
        return { ...block, cells: block.cells.map((cell) => {
          const change = own.find(({ spot }) => spot.in === 'table' && spot.row === cell.row && spot.column === cell.column);
          return change ? { ...cell, text: change.text } : cell;
        }) };
      }
      const own = inText.filter((change) => change.paragraph === block.id);
      return own.length === 0 ? block : { ...block, text: own.reduce((text, change) => text.slice(0, change.start) + change.by + text.slice(change.end), block.text) };
    }),
  };
}

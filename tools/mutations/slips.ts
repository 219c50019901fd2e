import type { Document } from '../../core/document/document.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';
import { oneOf, typing } from './typing.ts';

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
export type SlipPlace =
  | {
      readonly in: 'table';
      readonly table: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | {
      readonly in: 'text';
      readonly paragraph: string;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    };

/** A cell. */
type Cell = Extract<SlipPlace, { readonly in: 'table' }>;

/** A figure with another text. */
export interface Mutation {
  readonly spot: SlipPlace;
  readonly text: string;
}

/** The text of a cell; null where no cell of its own is. */
function cellText(document: Document, table: string, row: number, column: number): string | null {
  const block = document.blocks.find((one) => one.kind === 'table' && one.id === table);
  return block?.kind === 'table'
    ? (block.cells.find(
        (cell) => cell.row === row && cell.column === column && cell.rowSpan === 1 && cell.columnSpan === 1,
      )?.text ?? null)
    : null;
}

/** Several amounts of a column one row too far down or up: the first place is left blank or keeps its amount, the last amount is lost. */
function shifted(document: Document, spot: Cell, random: () => number): Mutation[] {
  const step = random() < 0.5 ? 1 : -1;
  const moves = 2 + Math.floor(random() * 4);
  const cells = Array.from({ length: moves + 1 }, (_, index) => {
    const row = spot.row + step * index;
    const text = cellText(document, spot.table, row, spot.column);
    return text === null
      ? null
      : ({
          spot: { in: 'table', table: spot.table, row, column: spot.column, text },
          amount: readQuantity(text).kind === 'amount',
        } as const);
  });
  const blank = random() < 0.5;
  const whole = cells.filter((cell) => cell !== null);
  if (
    whole.length < cells.length ||
    !whole.slice(0, -1).every(({ amount }) => amount) ||
    (whole.at(-1)?.amount !== true && whole.at(-1)?.spot.text.trim() !== '')
  )
    return [];
  return whole
    .map(({ spot: own }, index) => ({
      spot: own,
      text: index === 0 ? (blank ? '' : own.text) : (whole[index - 1]?.spot.text ?? ''),
    }))
    .filter((one) => one.text !== one.spot.text);
}

const isAmount = (text: string): boolean => {
  const quantity = readQuantity(text);
  return quantity.kind === 'amount' && quantity.decimals > 0;
};
const isNothing = (text: string): boolean => text.trim() === '' || /^0(?:\.0+)?$/.test(text.trim());

/** The cells beside one, above and below it. */
function around(document: Document, spot: Cell): Cell[] {
  return [
    [0, 1],
    [0, -1],
    [1, 0],
    [-1, 0],
  ].flatMap(([down = 0, right = 0]): Cell[] => {
    const [row, column] = [spot.row + down, spot.column + right];
    const text = cellText(document, spot.table, row, column);
    return text === null ? [] : [{ in: 'table', table: spot.table, row, column, text }];
  });
}

/** Slips of one cell and its neighbours: the value moved to one that has none, exchanged with one, or that of a neighbour instead. */
const placing: Readonly<Record<string, (document: Document, spot: Cell, random: () => number) => Mutation[]>> = {
  'neighbour'(document, spot, random) {
    const other = oneOf(
      around(document, spot).filter(({ text }) => isNothing(text)),
      random,
    );
    return other === undefined
      ? []
      : [
          { spot, text: other.text },
          { spot: other, text: spot.text },
        ];
  },
  'exchange'(document, spot, random) {
    const other = oneOf(
      around(document, spot).filter(({ text }) => isAmount(text) && text !== spot.text && !isNothing(text)),
      random,
    );
    return other === undefined
      ? []
      : [
          { spot, text: other.text },
          { spot: other, text: spot.text },
        ];
  },
  'repeated from beside': (document, spot, random) => {
    const other = oneOf(
      around(document, spot).filter(({ row, text }) => row === spot.row && isAmount(text) && text !== spot.text),
      random,
    );
    return other === undefined ? [] : [{ spot, text: other.text }];
  },
  'repeated from above': (document, spot, random) => {
    const other = oneOf(
      around(document, spot).filter(({ row, text }) => row < spot.row && isAmount(text) && text !== spot.text),
      random,
    );
    return other === undefined ? [] : [{ spot, text: other.text }];
  },
  'shift': shifted,
};

/** An amount where none belongs: that of a neighbour, or any of the table's. */
function filled(document: Document, spot: Cell, random: () => number): Mutation[] {
  const near = around(document, spot).filter(({ text }) => isAmount(text) && !isNothing(text));
  const block = document.blocks.find((one) => one.kind === 'table' && one.id === spot.table);
  const anywhere = block?.kind === 'table' ? block.cells.filter(({ text }) => isAmount(text) && !isNothing(text)) : [];
  const other = oneOf<{ readonly text: string }>(near.length > 0 && random() < 0.5 ? near : anywhere, random);
  return other === undefined ? [] : [{ spot, text: other.text }];
}

/** What may go wrong with an amount; of a sentence only the first, those of typing. */
export const typingKinds: readonly string[] = Object.keys(typing);
export const slipKinds: readonly string[] = [...typingKinds, ...Object.keys(placing)];

/** The kind of slip of a blank cell. */
export const filledKind = 'amount for a blank';

/**
 * One slip at a spot.
 * @param kind one of slipKinds, or filledKind
 * @returns the changed figures; none where the slip does not apply
 */
export function slipAt(document: Document, spot: SlipPlace, kind: string, random: () => number): Mutation[] {
  const place = kind === filledKind ? filled : placing[kind];
  if (place) return spot.in === 'table' ? place(document, spot, random) : [];
  // A sentence without its figure is another sentence, and says nothing of it.
  if (spot.in === 'text' && kind === 'blank') return [];
  const text = typing[kind]?.(spot.text, random) ?? null;
  return text === null || text === spot.text ? [] : [{ spot, text }];
}

/** The document with the changed figures. */
export function mutated(document: Document, mutations: readonly Mutation[]): Document {
  // From the end of a paragraph to its beginning, so that the places stay.
  const inText = mutations
    .flatMap(({ spot, text }) => (spot.in === 'text' ? [{ ...spot, by: text }] : []))
    .sort((a, b) => b.start - a.start);
  return {
    ...document,
    blocks: document.blocks.map((block) => {
      if (block.kind === 'table') {
        const own = mutations.filter(({ spot }) => spot.in === 'table' && spot.table === block.id);
        if (own.length === 0) return block;
        return {
          ...block,
          cells: block.cells.map((cell) => {
            const change = own.find(
              ({ spot }) => spot.in === 'table' && spot.row === cell.row && spot.column === cell.column,
            );
            return change ? { ...cell, text: change.text } : cell;
          }),
        };
      }
      const own = inText.filter((change) => change.paragraph === block.id);
      return own.length === 0
        ? block
        : {
            ...block,
            text: own.reduce(
              (text, change) => text.slice(0, change.start) + change.by + text.slice(change.end),
              block.text,
            ),
          };
    }),
  };
}

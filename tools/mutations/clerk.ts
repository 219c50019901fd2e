import type { Cell, Document, Table } from '../../core/document/document.ts';
import { Decimal } from '../../core/quantity/decimal.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';
import { keyOfPlace, suspectsOf, toldOf, type Measured } from './measured.ts';
import { randomFrom } from './slips.ts';

/** What was done to a table, and where. */
interface Done {
  readonly said: string;
  readonly table: Table;
  /** The places that are no longer as they were, or that lack what they had; in the changed table. */
  readonly places: ReadonlySet<string>;
  /** Places that may rightly be held wrong beside them: totals that were not changed with their parts. */
  readonly besides: ReadonlySet<string>;
}

const isMoney = (cell: Cell | undefined): boolean => {
  const quantity = readQuantity(cell?.text ?? '');
  return quantity.kind === 'amount' && quantity.decimals > 0;
};
const at = (table: Table, row: number, column: number): Cell | undefined =>
  table.cells.find((cell) => cell.row === row && cell.column === column && cell.rowSpan === 1 && cell.columnSpan === 1);
const amountsOf = (table: Table, row: number): Cell[] =>
  table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1 && isMoney(cell));
const rowsWithMoney = (table: Table): number[] =>
  Array.from({ length: table.rows }, (_, row) => row).filter((row) => amountsOf(table, row).length > 0);
const name = (table: Table, row: number, column: number): string => `${table.id}:${row}:${column}`;
const withTexts = (table: Table, texts: ReadonlyMap<string, string>): Table => ({
  ...table,
  cells: table.cells.map((cell) => {
    const text = texts.get(name(table, cell.row, cell.column));
    return text === undefined ? cell : { ...cell, text };
  }),
});
const written = (
  table: Table,
  texts: ReadonlyMap<string, string>,
  said: string,
  besides: readonly string[] = [],
): Done | null => {
  const changed = new Map(
    [...texts].filter(([key, text]) =>
      table.cells.some((cell) => name(table, cell.row, cell.column) === key && cell.text !== text),
    ),
  );
  return changed.size === 0
    ? null
    : { said, table: withTexts(table, changed), places: new Set(changed.keys()), besides: new Set(besides) };
};
const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

/** Rows from one on moved down or up, the cells with them; a row that is spanned cannot be moved. */
function movedRows(table: Table, from: number, by: 1 | -1): Table {
  return {
    ...table,
    rows: table.rows + by,
    cells: table.cells.flatMap((cell) => {
      if (by < 0 && cell.row === from) return [];
      return [cell.row < from ? cell : { ...cell, row: cell.row + by }];
    }),
  };
}
const spans = (table: Table, row: number): boolean =>
  table.cells.some((cell) => cell.rowSpan > 1 && cell.row <= row && cell.row + cell.rowSpan > row);

type Slip = (table: Table, random: () => number) => Done | null;

/** The amount of a row off by so much in every column where it is as much, and the amounts above that it is part of. */
function carried(table: Table, random: () => number, upTo: 'subtotal' | 'all'): Done | null {
  const codeOf = (row: number): string =>
    /^\d{3}(?:\d{2}){0,2}$/.exec(
      table.cells.find((cell) => cell.row === row && cell.column === 0)?.text.trim() ?? '',
    )?.[0] ?? '';
  const items = rowsWithMoney(table).filter((row) => codeOf(row).length === 7);
  const row = pick(items, random);
  if (row === undefined) return null;
  const column = pick(
    amountsOf(table, row).filter(({ text }) => !/^0(?:\.0*)?$/.test(text.trim())),
    random,
  )?.column;
  if (column === undefined) return null;
  const [quantity, code] = [readQuantity(at(table, row, column)?.text ?? ''), codeOf(row)];
  if (quantity.kind !== 'amount') return null;
  const by = new Decimal(1 + Math.floor(random() * 9)).times(quantity.value.abs().lt(10) ? 1 : 10);
  const above = rowsWithMoney(table).filter((other) => {
    const own = codeOf(other);
    const isTotal =
      own === '' &&
      table.cells
        .filter((cell) => cell.row === other && cell.column < 2)
        .map((cell) => cell.text.replace(/\s/g, ''))
        .join('')
        .includes('合计');
    return upTo === 'all'
      ? isTotal || (own !== '' && own !== code && code.startsWith(own))
      : own.length === 5 && code.startsWith(own);
  });
  const texts = new Map(
    [row, ...above].flatMap((one): [string, string][] => {
      const cell = at(table, one, column);
      const now = readQuantity(cell?.text ?? '');
      return now.kind === 'amount'
        ? [[name(table, one, column), now.value.plus(by).toFixed(Math.max(now.decimals, by.decimalPlaces()))]]
        : [];
    }),
  );
  return texts.size < 2
    ? null
    : written(table, texts, `${table.id}:${row}:${column} and ${texts.size - 1} above it by ${by.toFixed()}`);
}

/** The slips of several cells. */
const slips: Readonly<Record<string, Slip>> = {
  'two rows exchanged': (table, random) => {
    const rows = rowsWithMoney(table).filter(
      (row) =>
        amountsOf(table, row + 1).length > 0 &&
        amountsOf(table, row).some(
          (cell) => at(table, row + 1, cell.column) && at(table, row + 1, cell.column)?.text !== cell.text,
        ),
    );
    const row = pick(rows, random);
    if (row === undefined) return null;
    const texts = new Map<string, string>();
    for (let column = 0; column < table.columns; column += 1) {
      const [a, b] = [at(table, row, column), at(table, row + 1, column)];
      if (a && b && (isMoney(a) || isMoney(b)))
        texts.set(name(table, row, column), b.text).set(name(table, row + 1, column), a.text);
    }
    return written(table, texts, `${table.id} rows ${row} and ${row + 1}`);
  },
  'a row left out': (table, random) => {
    const row = pick(
      rowsWithMoney(table).filter((one) => !spans(table, one)),
      random,
    );
    if (row === undefined) return null;
    return {
      said: `${table.id} row ${row}: ${table.cells
        .filter((cell) => cell.row === row)
        .map(({ text }) => text)
        .join('|')}`,
      table: movedRows(table, row, -1),
      places: new Set(),
      besides: new Set(),
    };
  },
  'a row doubled': (table, random) => {
    const row = pick(
      rowsWithMoney(table).filter((one) => !spans(table, one)),
      random,
    );
    if (row === undefined) return null;
    const moved = movedRows(table, row + 1, 1);
    return {
      said: `${table.id} row ${row}`,
      table: {
        ...moved,
        cells: [
          ...moved.cells,
          ...table.cells.filter((cell) => cell.row === row).map((cell) => ({ ...cell, row: row + 1 })),
        ],
      },
      places: new Set(
        amountsOf(table, row).flatMap(({ column }) => [name(table, row, column), name(table, row + 1, column)]),
      ),
      besides: new Set(),
    };
  },
  'a row in the wrong line': (table, random) => {
    const row = pick(
      rowsWithMoney(table).filter((one) => [1, -1].some((step) => amountsOf(table, one + step).length === 0)),
      random,
    );
    if (row === undefined) return null;
    const texts = new Map<string, string>();
    const to = amountsOf(table, row + 1).length === 0 ? row + 1 : row - 1;
    for (const cell of amountsOf(table, row))
      if (at(table, to, cell.column)?.text.trim() === '')
        texts.set(name(table, row, cell.column), '').set(name(table, to, cell.column), cell.text);
    return written(table, texts, `${table.id} row ${row} in ${to}`);
  },
  'a column shifted from a row on': (table, random) => {
    const rows = rowsWithMoney(table);
    const from = pick(rows.slice(0, -2), random);
    const column = from === undefined ? undefined : pick(amountsOf(table, from), random)?.column;
    if (from === undefined || column === undefined) return null;
    const texts = new Map<string, string>([[name(table, from, column), '']]);
    for (let row = from + 1; row < table.rows && at(table, row, column); row += 1)
      texts.set(name(table, row, column), at(table, row - 1, column)?.text ?? '');
    return written(table, texts, `${table.id} column ${column} from ${from}`);
  },
  'two columns interchanged': (table, random) => {
    const columns = Array.from({ length: table.columns }, (_, column) => column).filter(
      (column) =>
        rowsWithMoney(table).filter((row) => isMoney(at(table, row, column)) && isMoney(at(table, row, column + 1)))
          .length > 0,
    );
    const column = pick(columns, random);
    if (column === undefined) return null;
    const texts = new Map<string, string>();
    for (const row of rowsWithMoney(table)) {
      const [a, b] = [at(table, row, column), at(table, row, column + 1)];
      if (a && b && (isMoney(a) || isMoney(b)))
        texts.set(name(table, row, column), b.text).set(name(table, row, column + 1), a.text);
    }
    return written(table, texts, `${table.id} columns ${column} and ${column + 1}`);
  },
  'a table in another unit': (table, random) => {
    // Upwards only what is printed to the fen: rounded amounts do not add up there.
    const up = random() < 0.5 && table.cells.every((cell) => !isMoney(cell) || /\.\d{5,}$/.test(cell.text.trim()));
    // A whole amount among others of its column is money, too; a number of one or two digits is that of a line or column.
    const decimals = new Map<number, number>();
    const at = (cell: Cell): number => {
      const quantity = readQuantity(cell.text);
      return quantity.kind === 'amount' ? quantity.decimals : 0;
    };
    for (const cell of table.cells.filter(isMoney))
      decimals.set(cell.column, Math.max(decimals.get(cell.column) ?? 0, at(cell)));
    const texts = new Map(
      table.cells
        .filter((cell) => isMoney(cell) || (decimals.has(cell.column) && !/^\d{1,2}$/.test(cell.text.trim())))
        .flatMap((cell): [string, string][] => {
          const quantity = readQuantity(cell.text);
          return quantity.kind === 'amount'
            ? [
                [
                  name(table, cell.row, cell.column),
                  quantity.value
                    .times(up ? 10_000 : '0.0001')
                    .toFixed(up ? 2 : Math.max(2, (decimals.get(cell.column) ?? 0) + 4)),
                ],
              ]
            : [];
        }),
    );
    return texts.size < 4 ? null : written(table, texts, `${table.id} times ${up ? '10000' : '1/10000'}`);
  },
  'an item with its subtotal': (table, random) => carried(table, random, 'subtotal'),
  'an item with all its totals': (table, random) => carried(table, random, 'all'),
};

/** An item changed wherever it is printed, its totals nowhere. */
const stale = 'totals not brought up to date';

/** The kinds of slips of several cells. */
export const clerkKinds: readonly string[] = [...Object.keys(slips), stale];

function staleTotals(
  document: Document,
  random: () => number,
): { document: Document; done: Omit<Done, 'table'> } | null {
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const labelOf = (table: Table, row: number): string =>
    table.cells
      .filter((cell) => cell.row === row && cell.column < 3 && !isMoney(cell) && /\p{Script=Han}/u.test(cell.text))
      .map((cell) => cell.text.replace(/\s/g, ''))
      .join('');
  const isItem = (table: Table, row: number): boolean =>
    /^\d{7}$/.test(table.cells.find((cell) => cell.row === row && cell.column === 0)?.text.trim() ?? '');
  const items = tables
    .flatMap((table) =>
      rowsWithMoney(table)
        .filter((row) => isItem(table, row))
        .flatMap((row) => amountsOf(table, row).map((cell) => ({ label: labelOf(table, row), text: cell.text }))),
    )
    .filter(({ text }) => !/^0(?:\.0*)?$/.test(text.trim()));
  const item = pick(items, random);
  const quantity = readQuantity(item?.text ?? '');
  if (!item || quantity.kind !== 'amount') return null;
  const text = quantity.value.plus(new Decimal(1 + Math.floor(random() * 9)).times(10)).toFixed(quantity.decimals);
  const places = new Set<string>();
  const blocks = document.blocks.map((block) =>
    block.kind !== 'table'
      ? block
      : {
          ...block,
          cells: block.cells.map((cell) => {
            if (cell.text !== item.text || !isItem(block, cell.row) || labelOf(block, cell.row) !== item.label)
              return cell;
            places.add(name(block, cell.row, cell.column));
            return { ...cell, text };
          }),
        },
  );
  return {
    document: { ...document, blocks },
    done: { said: `${item.label} ${item.text} → ${text} in ${places.size} places`, places, besides: new Set() },
  };
}

/** What is counted of slips of several cells. */
export interface ClerkTally {
  planted: number;
  found: number;
  single: number;
  findings: number;
  shown: number;
  named: number;
  wrong: number;
}

/**
 * So many slips of each kind, in random tables of main forms.
 * @param tallies by kind; added to
 * @param verbose prints what is not one finding, or blames what was right
 */
export function measureClerk(
  measured: Measured,
  seed: number,
  times: number,
  tallies: Map<string, ClerkTally>,
  verbose: boolean,
): void {
  const random = randomFrom(seed);
  const ids = new Set(
    measured.candidates.flatMap(({ spot, part }) => (spot.in === 'table' && part === 'main forms' ? [spot.table] : [])),
  );
  const tables = measured.document.blocks.flatMap((block) =>
    block.kind === 'table' && ids.has(block.id) ? [block] : [],
  );
  const draw = (kind: string): { document: Document; done: Omit<Done, 'table'> } | null => {
    const slip = slips[kind];
    if (!slip) return staleTotals(measured.document, random);
    const table = pick(tables, random);
    const done = table === undefined ? null : slip(table, random);
    return done === null
      ? null
      : {
          done,
          document: {
            ...measured.document,
            blocks: measured.document.blocks.map((block) => (block === table ? done.table : block)),
          },
        };
  };
  for (const kind of clerkKinds) {
    for (let round = 0; round < times; round += 1) {
      const drawn = draw(kind);
      if (!drawn) continue;
      const tally = tallies.get(kind) ?? { planted: 0, found: 0, single: 0, findings: 0, shown: 0, named: 0, wrong: 0 };
      tallies.set(kind, tally);
      const found = measured.alarmsOf(drawn.document);
      const { places, besides, said } = drawn.done;
      const suspects = [...suspectsOf(found).keys()];
      const shown = new Set(found.flatMap((finding) => finding.places.map(keyOfPlace)));
      const wrong = suspects.some((key) => !places.has(key) && !besides.has(key));
      tally.planted += 1;
      if (found.length > 0) tally.found += 1;
      if (found.length === 1) tally.single += 1;
      tally.findings += found.length;
      if ([...places].every((key) => shown.has(key))) tally.shown += 1;
      if (suspects.length > 0) tally.named += 1;
      if (wrong) tally.wrong += 1;
      if (verbose && (found.length !== 1 || wrong)) {
        console.log(
          `  ${wrong ? 'blames what was right' : found.length === 0 ? 'missed' : `${found.length} findings`}: ${kind}, ${said}`,
        );
        for (const finding of found) console.log(toldOf(finding));
      }
    }
  }
}

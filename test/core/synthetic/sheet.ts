import fc from 'fast-check';
import type { Drawn } from '../build.ts';

/** How a document prints its money. */
export interface Style {
  readonly unit: '元' | '万元';
  readonly decimals: number;
  /** Each figure rounded on its own; each cut off; or leaves rounded and every total of a form added up from its printed leaves (配平). */
  readonly totals: 'rounded' | 'truncated' | 're-totalled';
  /** Trailing zeros left out, as spreadsheets do. */
  readonly stripped: boolean;
  /** Zeros printed as blanks. */
  readonly blankZeros: boolean;
  readonly thousands: boolean;
}

const prints = [
  { unit: '万元', decimals: 2, stripped: false, blankZeros: true, thousands: false },
  { unit: '万元', decimals: 2, stripped: true, blankZeros: false, thousands: true },
  { unit: '万元', decimals: 6, stripped: false, blankZeros: false, thousands: false },
  { unit: '元', decimals: 2, stripped: false, blankZeros: true, thousands: true },
] as const;

/** The unit systems, each rounded, truncated and re-totalled. Amounts to the fen have nothing to round. */
export const styles: readonly Style[] = prints.flatMap((print): Style[] =>
  print.unit === '万元' && print.decimals === 2
    ? (['rounded', 'truncated', 're-totalled'] as const).map((totals) => ({ ...print, totals }))
    : [{ ...print, totals: 'rounded' }],
);

/** An amount of fen; a total knows what it is made of. */
export interface Amount {
  readonly fen: bigint;
  readonly parts: readonly Amount[] | null;
  readonly minus: readonly Amount[];
}

export const leaf = (fen: bigint): Amount => ({ fen, parts: null, minus: [] });
export const nil = leaf(0n);

/** A total of its parts, less what is taken off. */
export function sum(parts: readonly Amount[], minus: readonly Amount[] = []): Amount {
  const add = (list: readonly Amount[]): bigint => list.reduce((total, { fen }) => total + fen, 0n);
  return { fen: add(parts) - add(minus), parts, minus };
}

const fenPer = { 元: 100n, 万元: 1_000_000n } as const;

/** An amount in units of its last printed digit. */
function printedUnits(amount: Amount, style: Style): bigint {
  if (style.totals === 're-totalled' && amount.parts !== null) {
    const add = (list: readonly Amount[]): bigint =>
      list.reduce((total, part) => total + printedUnits(part, style), 0n);
    return add(amount.parts) - add(amount.minus);
  }
  const numerator = amount.fen * 10n ** BigInt(style.decimals);
  const per = fenPer[style.unit];
  if (style.totals === 'truncated') return numerator / per;
  // Rounded away from zero by its size, as spreadsheets do.
  return numerator < 0n ? -((per - 2n * numerator) / (2n * per)) : (2n * numerator + per) / (2n * per);
}

/** Prints an amount. */
export function print(amount: Amount, style: Style): string {
  const units = printedUnits(amount, style);
  if (amount.fen === 0n && units === 0n && style.blankZeros) return '';
  const scale = 10n ** BigInt(style.decimals);
  const size = units < 0n ? -units : units;
  const fraction = (size % scale).toString().padStart(style.decimals, '0');
  const whole = (size / scale).toString();
  const grouped = style.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const tail = style.stripped ? fraction.replace(/0+$/, '') : fraction;
  return `${units < 0n ? '-' : ''}${grouped}${tail === '' ? '' : `.${tail}`}`;
}

/** A figure that is no money and is printed as it stands: points, counts, rates. */
export interface Plain {
  readonly printed: string;
}
export const figure = (printed: string | number): Plain => ({ printed: String(printed) });

type Printed = string | Amount | Plain;
const textOf = (cell: Printed, style: Style): string =>
  typeof cell === 'string' ? cell : 'printed' in cell ? cell.printed : print(cell, style);

/** A table before it is printed: words and amounts. */
export interface Sheet {
  readonly above: readonly string[];
  readonly head: readonly string[];
  readonly body: readonly (readonly Printed[])[];
  readonly below?: readonly string[];
}

/** A place with an amount. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Prints the sheets. */
export function drawnOf(sheets: readonly Sheet[], style: Style): Drawn[] {
  return sheets.map(({ above, head, body, below = [] }) => ({
    above,
    below,
    grid: [...head, ...body.map((row) => row.map((cell) => textOf(cell, style)).join('|'))].join('\n'),
  }));
}

/** The amounts that show digits other than zero. */
export function placesOf(sheets: readonly Sheet[], style: Style): Place[] {
  return sheets.flatMap(({ head, body }, sheet) =>
    body.flatMap((row, index) =>
      row.flatMap((cell, column) => {
        const text = typeof cell === 'string' ? '' : textOf(cell, style);
        return /[1-9]/.test(text) ? [{ sheet, row: head.length + index, column, text }] : [];
      }),
    ),
  );
}

/** The drawn tables with another text in one place. */
export function withText(drawn: readonly Drawn[], at: Place, text: string): Drawn[] {
  return drawn.map((one, sheet) =>
    sheet !== at.sheet
      ? one
      : {
          ...one,
          grid: one.grid
            .split('\n')
            .map((line, row) =>
              row !== at.row
                ? line
                : line
                    .split('|')
                    .map((cell, column) => (column === at.column ? text : cell))
                    .join('|'),
            )
            .join('\n'),
        },
  );
}

/** Amounts from 0.01 万元 on: what rounds to nothing is not printed in accounts of this size. */
export const money: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: 10_000n, max: 9_999_999_999n }),
  fc.bigInt({ min: 10_000n, max: 9_999_999n }),
);
export const maybe: fc.Arbitrary<bigint> = fc.oneof(
  { arbitrary: fc.constant(0n), weight: 1 },
  { arbitrary: money, weight: 1 },
);

/** Lines of two lanes side by side, both ending in the last row. */
export function sideBySide(
  left: readonly (readonly Printed[])[],
  right: readonly (readonly Printed[])[],
  widths: readonly [number, number],
): Printed[][] {
  const height = Math.max(left.length, right.length) - 1;
  const row = (lane: readonly (readonly Printed[])[], index: number, width: number): readonly Printed[] => {
    const cells = index === height ? lane.at(-1) : index < lane.length - 1 ? lane[index] : undefined;
    return cells ?? new Array<string>(width).fill('');
  };
  return Array.from({ length: height + 1 }, (_, index) => [
    ...row(left, index, widths[0]),
    ...row(right, index, widths[1]),
  ]);
}

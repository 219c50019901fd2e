import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/document/figure.ts';
import type { Cause } from '../../../core/judge/diagnosis.ts';
import type { Relation } from '../../../core/relate/relation.ts';
import { diagnosed, figureOf, judgedOf, sameOf, sumOf } from './figure.ts';

const causes = (relations: readonly Relation[]): readonly Cause[] =>
  diagnosed(judgedOf(relations, () => 'footing/rule'));
const told = ({ changes }: Cause): string[] =>
  changes.map(({ figure, likely, slip }) => `${figure.text} → ${likely.toFixed()} ${slip}`).sort();

/** The figures of a grid as printed. */
const gridOf = (texts: readonly (readonly string[])[]): Figure[][] =>
  texts.map((row, r) => row.map((text, c) => figureOf(text, { row: r, column: c, decimals: 2 })));
const at = (grid: readonly (readonly Figure[])[], row: number, column: number): Figure =>
  grid[row]?.[column] ?? figureOf('');

/** Each row a total and two parts; the first row the second one's equal, the second the sum of the last two. */
function accounts(texts: readonly (readonly string[])[]): Relation[] {
  const grid = gridOf(texts);
  return [
    ...grid.map((_, row) => sumOf(at(grid, row, 0), at(grid, row, 1), at(grid, row, 2))),
    ...[0, 1, 2].flatMap((column) => [
      sumOf(at(grid, 0, column), at(grid, 1, column)),
      sumOf(at(grid, 1, column), at(grid, 2, column), at(grid, 3, column)),
    ]),
  ];
}

describe('several figures that went wrong together', () => {
  it('are two rows exchanged, where the rows of another form say so in every column', () => {
    const right = [
      ['63.71', '60.11'],
      ['55.05', '51.02'],
    ];
    const grid = gridOf([...right].reverse());
    const [cause, ...others] = causes(
      right.flatMap((row, r) => row.map((text, c) => sameOf(at(grid, r, c), figureOf(text, { table: 't2' })))),
    );
    expect(others).toEqual([]);
    expect(cause && told(cause)).toEqual([
      '51.02 → 60.11 exchanged',
      '55.05 → 63.71 exchanged',
      '60.11 → 51.02 exchanged',
      '63.71 → 55.05 exchanged',
    ]);
  });

  it('are two columns exchanged', () => {
    // The total of each row stands where its first part belongs.
    const [cause, ...others] = causes(
      accounts([
        ['40.00', '70.00', '30.00'],
        ['40.00', '70.00', '30.00'],
        ['15.00', '35.00', '20.00'],
        ['25.00', '35.00', '10.00'],
      ]),
    );
    expect(others).toEqual([]);
    expect(cause?.changes.every(({ slip }) => slip === 'exchanged')).toBe(true);
    expect(cause?.changes).toHaveLength(8);
  });

  it('are a wrong amount and the totals that it was added into', () => {
    const texts = [
      ['70.00', '70.00', '30.00'],
      ['70.00', '70.00', '30.00'],
      ['35.00', '45.00', '20.00'],
      ['35.00', '25.00', '10.00'],
    ];
    // By itself the table does not tell which of its columns is wrong.
    expect(causes(accounts(texts)).flatMap(({ changes }) => changes)).toEqual([]);
    const [cause, ...others] = causes([
      ...accounts(texts),
      sameOf(figureOf('70.00', { row: 0, column: 1 }), figureOf('40.00', { table: 't2' })),
    ]);
    expect(others).toEqual([]);
    expect(cause && told(cause)).toEqual(['45.00 → 15 carried', '70.00 → 40 carried', '70.00 → 40 carried']);
  });

  it('are a line that was left out with its totals, as the other columns show that they belong together', () => {
    const [cause, ...others] = causes([
      ...accounts([
        ['70.00', '40.00', ''],
        ['70.00', '40.00', ''],
        ['35.00', '5.00', ''],
        ['35.00', '35.00', ''],
      ]),
      ...['70.00', '40.00'].map((text, column) =>
        sameOf(figureOf(text, { row: 0, column }), figureOf(text, { table: 't2' })),
      ),
    ]);
    expect(others).toEqual([]);
    expect(cause && told(cause)).toEqual([' → 30 missing', ' → 30 missing', ' → 30 missing']);
  });

  it('are a table in 元 that says it is in 万元', () => {
    const texts = ['11270000.00', '10664300.00', '605700.00'];
    const [whole, ...parts] = texts.map((text, row) => figureOf(text, { row, column: 1 }));
    if (!whole) throw new Error('three figures');
    const elsewhere = ['1127.00', '1066.43', '60.57'].map((text) => figureOf(text, { table: 't2' }));
    const [cause, ...others] = causes([
      sumOf(whole, ...parts),
      ...[whole, ...parts].map((figure, index) => sameOf(figure, elsewhere[index] ?? figure)),
      ...elsewhere.map((figure) => sameOf(figure, figureOf(figure.text, { table: 't3' }))),
    ]);
    expect(others).toEqual([]);
    expect(cause && told(cause)).toEqual([
      '10664300.00 → 1066.43 table-unit',
      '11270000.00 → 1127 table-unit',
      '605700.00 → 60.57 table-unit',
    ]);
  });

  it('are a table in another unit beside a mistake that has nothing to do with it', () => {
    const texts = ['11270000.00', '10664300.00', '605700.00', '200000.00', '100000.00'];
    const [whole, ...parts] = texts.map((text, row) => figureOf(text, { row, column: 1 }));
    if (!whole) throw new Error('five figures');
    const elsewhere = ['1127.00', '1066.43', '60.57', '20.00', '10.00'].map((text) => figureOf(text, { table: 't2' }));
    const ties = [whole, ...parts].map((figure, index) => sameOf(figure, elsewhere[index] ?? figure));
    const found = causes([
      ...ties,
      sameOf(whole, figureOf('1130.50', { table: 't3' })),
      ...elsewhere.map((figure) => sameOf(figure, figureOf(figure.text, { table: 't4' }))),
    ]);
    expect(found.map(({ changes, failing }) => [changes[0]?.slip, failing.length])).toEqual([
      ['table-unit', 5],
      ['other', 1],
    ]);
  });

  it('are no table in another unit where only zeros stand beside it, or a single figure is off', () => {
    const [a, b] = [figureOf('0.39', { row: 1, column: 1 }), figureOf('0.05', { row: 2, column: 1 })];
    const beside = causes([sameOf(a, figureOf('0.00', { table: 't2' })), sameOf(b, figureOf('0.00', { table: 't2' }))]);
    const wrong = figureOf('637100.00', { row: 1, column: 1 });
    const alone = causes(['t2', 't3', 't4'].map((table) => sameOf(wrong, figureOf('63.71', { table }))));
    expect([...beside, ...alone].flatMap(({ changes }) => changes.map(({ slip }) => slip))).not.toContain('table-unit');
    expect(alone.map(told)).toEqual([['637100.00 → 63.71 unit']]);
  });

  it('are sums of one rule that are off by the same, undecided but one cause', () => {
    const stale = ['t1', 't2', 't3'].map((table) =>
      sumOf(figureOf('23.83', { table }), figureOf('37.50', { table }), figureOf('16.32', { table })),
    );
    expect(causes(stale).map(({ kind, failing }) => `${kind} ${failing.length}`)).toEqual(['undecided 3']);
    const [first] = stale;
    expect(
      causes(
        first
          ? [
              first,
              sumOf(
                figureOf('23.83', { table: 't2' }),
                figureOf('27.50', { table: 't2' }),
                figureOf('16.32', { table: 't2' }),
              ),
            ]
          : [],
      ),
    ).toHaveLength(2);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grids } from '../../../../core/read/pdf/grid.ts';
import type { Grid, GridCell } from '../../../../core/read/pdf/grid.ts';
import { snap, joinRulingLines, nearest } from '../../../../core/read/pdf/ruling-lines.ts';
import type { RulingLine } from '../../../../core/read/pdf/upright-page.ts';

interface Drawn {
  readonly horizontal: RulingLine[];
  readonly vertical: RulingLine[];
}

function rule(at: number, from: number, to: number): RulingLine {
  return { at, from, to, width: 0.5 };
}

/** The four sides of each cell. */
function drawn(
  columns: readonly number[],
  rows: readonly number[],
  cells: readonly GridCell[],
  jitter: (index: number) => number = () => 0,
): Drawn {
  const horizontal: RulingLine[] = [];
  const vertical: RulingLine[] = [];
  let index = 0;
  for (const { row, column, rowSpan, columnSpan } of cells) {
    const [left = 0, right = 0, top = 0, bottom = 0] = [
      columns[column],
      columns[column + columnSpan],
      rows[row],
      rows[row + rowSpan],
    ];
    const off = (): number => jitter(index++);
    horizontal.push(rule(top + off(), left + off(), right + off()), rule(bottom + off(), left + off(), right + off()));
    vertical.push(rule(left + off(), top + off(), bottom + off()), rule(right + off(), top + off(), bottom + off()));
  }
  return { horizontal, vertical };
}

function read({ horizontal, vertical }: Drawn): Grid[] {
  return grids(joinRulingLines(horizontal), joinRulingLines(vertical));
}

/** Merges random rectangles of a grid into cells. */
function spanned(rowCount: number, columnCount: number, wishes: readonly (readonly [number, number])[]): GridCell[] {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  let wish = 0;
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      if (taken.has(`${row} ${column}`)) {
        continue;
      }
      const [high = 1, wide = 1] = wishes[wish++ % wishes.length] ?? [];
      let columnSpan = 1;
      while (columnSpan < wide && column + columnSpan < columnCount && !taken.has(`${row} ${column + columnSpan}`)) {
        columnSpan += 1;
      }
      const rowSpan = Math.min(high, rowCount - row);
      for (let r = row; r < row + rowSpan; r += 1) {
        for (let c = column; c < column + columnSpan; c += 1) {
          taken.add(`${r} ${c}`);
        }
      }
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

/** Every inner edge is the side of some cell, so that the rules tell of every row and column. */
function showsAllEdges(rowCount: number, columnCount: number, cells: readonly GridCell[]): boolean {
  const rows = new Set(cells.flatMap((cell) => [cell.row, cell.row + cell.rowSpan]));
  const columns = new Set(cells.flatMap((cell) => [cell.column, cell.column + cell.columnSpan]));
  return rows.size === rowCount + 1 && columns.size === columnCount + 1 && cells.length > 1;
}

const steps = fc.array(fc.double({ min: 9, max: 90, noNaN: true }), { minLength: 1, maxLength: 9 });

function edges(sizes: readonly number[], start: number): number[] {
  return sizes.reduce((all, size) => [...all, (all.at(-1) ?? 0) + size], [start]);
}

test('a grid with spans is read back from its rules, however they are pieced and shifted', () => {
  fc.assert(
    fc.property(
      steps,
      steps,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 7, maxLength: 7 }),
      (widths, heights, wishes, jitters) => {
        const cells = spanned(heights.length, widths.length, wishes);
        fc.pre(showsAllEdges(heights.length, widths.length, cells));
        const columns = edges(widths, 50);
        const rows = edges(heights, 70);
        const [grid, ...others] = read(drawn(columns, rows, cells, (index) => jitters[index % jitters.length] ?? 0));
        expect(others).toEqual([]);
        expect(grid?.cells).toEqual(cells);
        expect(grid?.unclosed).toBe(0);
        expect(grid?.supplied).toBe(0);
        for (const [index, edge] of columns.entries()) {
          expect(Math.abs((grid?.columns[index] ?? 0) - edge)).toBeLessThan(1);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('cells cover each place at most once, whatever the rules', () => {
  const random = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 20 }),
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 30 },
  );
  const scaled = (rules: readonly { at: number; from: number; length: number }[]): RulingLine[] =>
    rules.map(({ at, from, length }) => rule(at * 10, from * 10, (from + length) * 10));
  fc.assert(
    fc.property(random, random, (horizontal, vertical) => {
      for (const { cells, rows, columns } of read({ horizontal: scaled(horizontal), vertical: scaled(vertical) })) {
        const covered = new Set<string>();
        for (const { row, column, rowSpan, columnSpan } of cells) {
          expect(rowSpan).toBeGreaterThan(0);
          expect(columnSpan).toBeGreaterThan(0);
          for (let r = row; r < row + rowSpan; r += 1) {
            for (let c = column; c < column + columnSpan; c += 1) {
              expect(covered.has(`${r} ${c}`)).toBe(false);
              covered.add(`${r} ${c}`);
            }
          }
          expect(row + rowSpan).toBeLessThan(rows.length);
          expect(column + columnSpan).toBeLessThan(columns.length);
        }
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        expect(columns).toEqual(columns.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});

describe('outlines', () => {
  const whole = spanned(2, 2, [[1, 1]]);
  const columns = [0, 100, 200];
  const rows = [0, 20, 40];

  test('two tables apart are two grids, top to bottom', () => {
    const upper = drawn(columns, rows, whole);
    const lower = drawn(columns, [100, 120, 140], whole);
    const found = read({
      horizontal: [...lower.horizontal, ...upper.horizontal],
      vertical: [...lower.vertical, ...upper.vertical],
    });
    expect(found.map((grid) => Math.round(grid.rows[0] ?? -1))).toEqual([0, 100]);
  });

  test('a frame around one cell and a lone rule are no grids', () => {
    expect(
      read({
        horizontal: [rule(0, 0, 100), rule(50, 0, 100), rule(300, 0, 400)],
        vertical: [rule(0, 0, 50), rule(100, 0, 50)],
      }),
    ).toEqual([]);
  });

  test('open sides are supplied and told', () => {
    const [grid] = read({
      horizontal: [0, 20, 40].map((at) => rule(at, 0, 300)),
      vertical: [rule(100, 0, 40), rule(200, 0, 40)],
    });
    expect(grid?.columns.map(Math.round)).toEqual([0, 100, 200, 300]);
    expect(grid?.cells).toHaveLength(6);
    expect(grid?.supplied).toBe(2);
  });

  test('a missing last rule closes the last row', () => {
    const [grid] = read({
      horizontal: [0, 20].map((at) => rule(at, 0, 200)),
      vertical: [0, 100, 200].map((at) => rule(at, 0, 40)),
    });
    expect(grid?.cells).toHaveLength(4);
    expect(grid?.supplied).toBe(1);
  });

  test('places outside a stepped outline are no cells', () => {
    const [grid] = read(
      drawn(
        columns,
        rows,
        whole.filter((cell) => !(cell.row === 1 && cell.column === 1)),
      ),
    );
    expect(grid?.cells).toHaveLength(3);
  });

  test('a cell whose rule is broken off is told', () => {
    const { horizontal, vertical } = drawn([0, 100, 200, 300], rows, spanned(2, 3, [[1, 1]]));
    const [grid] = read({
      horizontal: horizontal.filter((entry) => !(entry.at === 20 && entry.from === 100)),
      vertical: vertical.filter((entry) => !(entry.at === 100 && entry.from === 0)),
    });
    expect(grid?.unclosed).toBeGreaterThan(0);
  });

  test('rules that should have been one leave no sliver', () => {
    const upper = drawn(columns, [0, 20], spanned(1, 2, [[1, 1]]));
    const lower = drawn([0, 104, 200], [20, 40], spanned(1, 2, [[1, 1]]));
    const [grid] = read({
      horizontal: [...upper.horizontal, ...lower.horizontal],
      vertical: [...upper.vertical, ...lower.vertical],
    });
    expect(grid?.columns.map(Math.round)).toEqual([0, 102, 200]);
    expect(grid?.cells).toHaveLength(4);
  });
});

describe('rules', () => {
  test('pieces of one rule are joined over small gaps only', () => {
    expect(
      joinRulingLines([rule(10, 0, 50), rule(10.6, 51, 90), rule(10.2, 120, 150)]).map(({ from, to }) => [from, to]),
    ).toEqual([
      [0, 90],
      [120, 150],
    ]);
  });

  test('specks are dropped', () => {
    expect(joinRulingLines([rule(10, 0, 2)])).toEqual([]);
  });

  test('snapping keeps apart what is further than the distance', () => {
    expect(snap([5, 1, 1.5, 9], 2)).toEqual([1.25, 5, 9]);
    expect(snap([], 2)).toEqual([]);
  });

  test('the nearest position is found', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
        fc.integer({ min: -10, max: 1010 }),
        (values, value) => {
          const sorted = values.toSorted((a, b) => a - b);
          const best = Math.min(...sorted.map((position) => Math.abs(position - value)));
          expect(Math.abs((sorted[nearest(sorted, value)] ?? Infinity) - value)).toBe(best);
        },
      ),
    );
    expect(nearest([], 1)).toBe(-1);
  });
});

import type { Drawn } from '../build.ts';

/** A drawn table with one cell changed. */
export function changed(drawn: Drawn, row: number, column: number, text: string): Drawn {
  const lines = drawn.grid
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));
  const line = lines[row];
  if (line?.[column] === undefined) throw new Error(`no cell ${row},${column}`);
  line[column] = text;
  return { ...drawn, grid: lines.map((cells) => cells.join('|')).join('\n') };
}

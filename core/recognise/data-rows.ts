import type { ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';

/**
 * The rows below a head.
 * @returns their numbers in the expanded grid, top to bottom
 */
export const dataRows = (grid: ExpandedGrid, head: Head): number[] =>
  Array.from({ length: Math.max(0, grid.table.rows - head.rows) }, (_, index) => head.rows + index);

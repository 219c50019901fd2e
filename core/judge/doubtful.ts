import { confidenceLine } from './evaluate.ts';
import type { Table } from '../document/document.ts';

/**
 * Tables that may not be all there.
 * @returns their ids
 */
export function doubtful(tables: readonly Table[]): Set<string> {
  return new Set(tables.filter(({ confidence }) => confidence < confidenceLine).map(({ id }) => id));
}

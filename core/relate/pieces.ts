import type { Ends } from '../recognise/pieces.ts';
import type { Relation, Term } from './relation.ts';

/** The rows of a reading's terms in one table. */
function rowsIn(terms: readonly Term[], table: string): number[] {
  return terms.flatMap(({ figure: { place } }) => (place.in === 'table' && place.table === table ? [place.row] : []));
}

/** Whether a sum may have further parts in another piece of its table. */
function mayReachBeyond(terms: readonly Term[], table: string, { above, below }: Ends, closed: boolean): boolean {
  const [first] = terms;
  const rows = rowsIn(terms, table);
  if (new Set(rows).size < 2) return false;
  const total =
    first?.figure.place.in === 'table' && first.figure.place.table === table ? first.figure.place.row : null;
  // Rows added up, and held against what another form prints.
  if (total === null) return true;
  return (below && !closed && rows.some((row) => row > total)) || (above && rows.some((row) => row < total));
}

/**
 * A relation as it may be judged where tables are pieces: a sum down a column of one, from a total to its end, says nothing where it fails,
 * since its other parts may stand in the next piece.
 * @param relation from a rule
 * @param ends which ends of a table are open, by its id
 */
export function withinPieces(relation: Relation, ends: ReadonlyMap<string, Ends>): Relation {
  if (relation.kind === 'bound' || relation.kind === 'ratio') return relation;
  const open = relation.readings.some((terms) => {
    const tables = new Set(terms.flatMap(({ figure: { place } }) => (place.in === 'table' ? [place.table] : [])));
    return [...tables].some((table) => {
      const own = ends.get(table);
      return (
        own !== undefined && (own.above || own.below) && mayReachBeyond(terms, table, own, relation.closed === true)
      );
    });
  });
  return open ? { ...relation, guess: 'table-piece' } : relation;
}

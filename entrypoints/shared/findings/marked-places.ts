import type { Finding } from '../../../core/report/schema.ts';

/**
 * Where a finding is marked: the cells it suspects; if it singles none out, the totals; of figures that should agree, all of them; else its first place.
 * @returns indexes into the finding's places
 */
export function markedPlaces(finding: Finding): number[] {
  for (const role of ['suspect', 'total', 'operand'] as const) {
    const found = finding.places.flatMap((place, index) => (place.role === role ? [index] : []));
    if (found.length > 0) return found;
  }
  return finding.places.length > 0 ? [0] : [];
}

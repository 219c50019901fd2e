import { figureKey } from '../document/figure.ts';
import type { Judged } from './diagnosis.ts';

/**
 * Leaves out what another rule says already: that the same two amounts differ.
 * @param judged all relations that could be judged, in the rules' order
 */
export function withoutRepeats(judged: readonly Judged[]): Judged[] {
  const told = new Set<string>();
  return judged.filter(({ relation, judgement }) => {
    if (relation.kind !== 'same' || judgement.verdict !== 'inconsistent' || judgement.terms.length !== 2) return true;
    const pair = judgement.terms
      .map(({ figure }) => figureKey(figure))
      .sort()
      .join('|');
    if (told.has(pair)) return false;
    told.add(pair);
    return true;
  });
}

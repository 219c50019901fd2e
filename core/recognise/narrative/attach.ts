import type { Document } from '../../document/document.ts';
import type { Figure } from '../../document/figure.ts';
import type { FormSet } from '../form.ts';
import type { Claim, Fact } from './claim.ts';
import { readNarrative } from './read-narrative.ts';
import type { Section } from './section.ts';

/** The sets with what the text says, and the amounts its sentences print. */
export interface WithNarrative {
  readonly sets: readonly FormSet[];
  readonly textAmounts: readonly Figure[];
}

/** Sections that explanations of one set have once. */
const once: readonly (Section | null)[] = ['summary', 'income', 'expenditure', 'fiscal', 'general', 'basic'];

/** Whether the text explains two sets: a section that comes twice and states one item differently. */
function explainsSeveral(claims: readonly Claim[]): boolean {
  const facts = claims.filter(
    (claim): claim is Fact =>
      claim.kind === 'fact' && claim.item !== null && claim.basis === 'outturn' && once.includes(claim.section),
  );
  const stated = new Map<string, { readonly texts: Set<string>; readonly groups: Set<number> }>();
  for (const { item, section, group, figure } of facts) {
    const key = `${section ?? ''} ${item ?? ''}`;
    const known = stated.get(key) ?? { texts: new Set(), groups: new Set() };
    stated.set(key, known);
    known.texts.add(figure.text);
    known.groups.add(group);
  }
  // Of several texts and several stretches, some two statements differ in both.
  return [...stated.values()].some(({ texts, groups }) => texts.size > 1 && groups.size > 1);
}

/**
 * Gives the text to the set it explains. With one set of forms the text speaks of it; with several, which one is anybody's guess,
 * and the text is only held against itself. A page without forms has a set of its own for its text.
 * @param document as read
 * @param sets of its forms
 * @param year of the document; that of the set the text explains, where its forms bear none
 * @param budget the document is a budget
 */
export function* attachNarrative(
  document: Document,
  sets: readonly FormSet[],
  year: number | null,
  budget: boolean,
): Generator<void, WithNarrative> {
  const { claims, amounts } = yield* readNarrative(document.blocks, year, budget);
  if (claims.length === 0) return { sets, textAmounts: amounts };
  const [first, ...rest] = sets;
  if (!first)
    return {
      sets: [
        { id: 's1', publisher: null, scope: null, year, forms: [], stated: [], claims, claimsTied: false, clear: true },
      ],
      textAmounts: amounts,
    };
  const clear = sets.filter((set) => set.forms.length > 0).length === 1;
  const target = sets.find((set) => set.forms.length > 0) ?? first;
  return {
    sets: [first, ...rest].map((set) =>
      set === target ? { ...set, year: set.year ?? year, claims, claimsTied: clear && !explainsSeveral(claims) } : set,
    ),
    textAmounts: amounts,
  };
}

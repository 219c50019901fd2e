import type { ChangeList, SignedChange } from './claim.ts';
import { changedItem, type ItemKey } from './item.ts';
import { isAdjusted } from './ratios.ts';
import { before, type Passage, type Spoken } from './spoken.ts';

/** Items that are together a whole by definition. */
const wholes: readonly (readonly [whole: ItemKey, parts: readonly ItemKey[]])[] = [
  ['three-public:total', ['three-public:abroad', 'three-public:vehicles', 'three-public:reception']],
  ['three-public:total', ['three-public:abroad', 'three-public:purchase', 'three-public:operation', 'three-public:reception']],
  ['three-public:vehicles', ['three-public:purchase', 'three-public:operation']],
];

/** What a change is a change of: its own name, or that of the amount before it in its clause. */
function itemOf(passage: Passage, index: number, change: Spoken): ItemKey | null {
  const name = change.name !== '' ? change.name : before(passage.spoken, index).findLast((other) => other.role === 'amount' && other.clause === change.clause)?.name ?? '';
  return changedItem(name);
}

/** What a change is measured from, where its own words say so. */
function baseOf({ role, mention }: Spoken): 'budget' | 'year' | null {
  if (role === 'against-budget') return 'budget';
  return /(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年)|同比/.test(mention.lead.split(/[。;]/).at(-1) ?? '') ? 'year' : null;
}

/**
 * Changes of a whole and of all its parts, stated in one paragraph (RULES.md N13): only of a whole whose parts are all there are by
 * definition, each of them with a figure, once, and none from another base than the others.
 * @param passage one paragraph
 */
export function changeLists(passage: Passage): ChangeList[] {
  if (passage.section === 'performance') return [];
  const changes = new Map<ItemKey, SignedChange[]>();
  const bases = new Set<'budget' | 'year'>();
  for (const [index, one] of passage.spoken.entries()) {
    const item = one.role === 'change' || one.role === 'against-budget' ? itemOf(passage, index, one) : null;
    if (item === null) continue;
    // Measured otherwise than the rest, it does not add up with it.
    if (isAdjusted(passage, one) || one.mention.quantity.value.isNegative()) return [];
    const base = baseOf(one);
    if (base !== null) bases.add(base);
    changes.set(item, [...changes.get(item) ?? [], { figure: one.figure, rises: one.rises }]);
  }
  if (bases.size > 1) return [];
  return wholes.flatMap(([whole, parts]): ChangeList[] => {
    const [total, ...others] = [whole, ...parts].map((item) => (changes.get(item)?.length === 1 ? changes.get(item)?.[0] : undefined));
    return total && others.every((other) => other !== undefined) ? [{ kind: 'changes', total, parts: others }] : [];
  });
}

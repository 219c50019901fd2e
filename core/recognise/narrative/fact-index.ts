import type { Figure } from '../../document/figure.ts';
import type { Fact } from './claim.ts';
import type { ItemKey } from './item.ts';
import type { Section } from './section.ts';

/** More statements of one item than this under one heading say nothing more. */
const mostInGroup = 5;

/** What the text states of each item, by the stretch of text in which it stands. */
export interface FactIndex {
  /**
   * Facts of an item that may be meant in a stretch of text: of the same stretch first, then the nearest before, then after.
   * @param most how many are wanted
   */
  near(item: ItemKey, group: number, most: number): Fact[];
  /** What a list without a total of its own divides: the one amount of what its heading speaks of; null if none or several are stated. */
  wholeUnder(section: Section | null, group: number): Figure | null;
}

const wholeOf: Partial<Record<Section, ItemKey>> = { income: 'income', expenditure: 'expenditure', general: 'general' };

/**
 * Puts facts in order for questions.
 * @param facts of the text, in its order
 */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const items = new Map<ItemKey, Map<number, Fact[]>>();
  for (const fact of facts) {
    if (fact.item === null) continue;
    const groups = items.get(fact.item) ?? new Map<number, Fact[]>();
    items.set(fact.item, groups);
    const group = groups.get(fact.group);
    if (!group) groups.set(fact.group, [fact]);
    else if (group.length < mostInGroup) group.push(fact);
  }
  // Without headings (negative) only the paragraph itself is certain to be about the same body.
  const headed = new Map([...items].map(([item, groups]) => [item, [...groups.keys()].filter((group) => group >= 0)]));
  return {
    wholeUnder(section, group) {
      const item = section === null ? undefined : wholeOf[section];
      const stated = item === undefined ? [] : (items.get(item)?.get(group) ?? []);
      return new Set(stated.map(({ figure }) => figure.text)).size === 1 ? (stated[0]?.figure ?? null) : null;
    },
    near(item, group, most) {
      const groups = items.get(item);
      const own = groups?.get(group) ?? [];
      if (!groups || group < 0 || own.length >= most) return own.slice(0, most);
      const others = headed.get(item) ?? [];
      const from = others.findIndex((other) => other >= group);
      const end = from < 0 ? others.length : from;
      const order = [
        ...others.slice(Math.max(0, end - most), end).reverse(),
        ...others.slice(end, end + most + 1).filter((other) => other !== group),
      ];
      return [...own, ...order.flatMap((other) => groups.get(other) ?? [])].slice(0, most);
    },
  };
}

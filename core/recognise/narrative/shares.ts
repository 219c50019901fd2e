import type { Figure } from '../../document/figure.ts';
import type { Fact, Share } from './claim.ts';
import { itemKey, wholeKey, type ItemKey } from './item.ts';
import { isOpenerEnd, lastOpener } from './opener.ts';
import type { Passage, Spoken } from './spoken.ts';

/** The facts of an item that may be meant: of the same stretch of text first, then the nearest before, then after. */
function factsFor(item: ItemKey, passage: Passage, facts: readonly Fact[], part: Figure): Figure[] {
  const known = facts.filter((fact) => fact.item === item && fact.basis === 'outturn' && fact.figure !== part);
  const near = (fact: Fact): number => (fact.group === passage.group ? 0 : fact.group < passage.group ? passage.group - fact.group : 1000 + fact.group);
  // Without headings only the paragraph itself is certain to be about the same body.
  return known.filter((fact) => fact.group === passage.group || (passage.section !== null && fact.section !== null)).sort((a, b) => near(a) - near(b)).slice(0, 4).map((fact) => fact.figure);
}

/** The amount that a list divides: before its 其中, or in the paragraph that ends with it. */
function headOf(passages: readonly Passage[], passage: Passage, part: Spoken): Spoken | null {
  const opener = lastOpener(passage.flat.text.slice(0, part.mention.start));
  if (opener !== null) return passage.spoken.findLast((spoken) => spoken.mention.after <= opener && spoken.role === 'amount') ?? null;
  for (let index = passage.index - 1; index >= 0 && index > passage.index - 12; index -= 1) {
    const above = passages[index];
    if (!above || above.heading || above.group !== passage.group || above.spoken.length === 0) return null;
    if (isOpenerEnd(above.flat.text)) return above.spoken.findLast((spoken) => spoken.role === 'amount') ?? null;
  }
  return null;
}

/** 三公经费支出决算中，因公出国… */
const inPhrase = /^(?:\d{4}年度?，?)?([^，。;:]{2,24}?)(?:支出)?(?:决算)?中，/;

/**
 * Shares: …157.25万元，占96.92%; …，占支出合计的97.87%. The part is the amount before it; the whole is named, or is what the list divides.
 * @param passages of the text
 * @param facts of the text
 */
export function shares(passages: readonly Passage[], facts: readonly Fact[]): Share[] {
  return passages.filter((passage) => passage.section !== 'performance').flatMap((passage) => passage.spoken.flatMap((percent, index): Share[] => {
    if (percent.role !== 'share') return [];
    // Between the amount and its share there may be its completion and its change.
    const before = passage.spoken.slice(0, index);
    const at = before.findLastIndex((spoken) => spoken.role === 'amount');
    const part = before[at];
    if (part?.clause !== percent.clause || before.slice(at + 1).some((spoken) => !['completion', 'change', 'growth'].includes(spoken.role))) return [];
    if (part.basis !== null && part.basis !== 'outturn' && before.some((spoken) => spoken.basis === 'outturn')) return [];
    let wholes: Figure[] = [];
    if (percent.name !== '') {
      const key = wholeKey(percent.name);
      if (key === null) return [];
      wholes = factsFor(key, passage, facts, part.figure);
    } else {
      const head = headOf(passages, passage, part);
      const phrase = inPhrase.exec(passage.flat.text)?.[1];
      const key = head || phrase === undefined ? null : itemKey(phrase);
      if (head && head !== part) wholes = [head.figure];
      else if (key !== null) wholes = factsFor(key, passage, facts, part.figure);
    }
    return wholes.length === 0 ? [] : [{ kind: 'share', percent: percent.figure, part: part.figure, wholes }];
  }));
}

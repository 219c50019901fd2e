import { figureKey, type Figure } from '../../document/figure.ts';
import type { Fact, Share } from './claim.ts';
import { itemKey, wholeKey, type ItemKey } from './item.ts';
import { isOpenerEnd, lastOpener } from './opener.ts';
import type { Passage, Spoken } from './spoken.ts';

type FactsByItem = ReadonlyMap<ItemKey, readonly Fact[]>;

/** What became of each item. */
function outturnsOf(facts: readonly Fact[]): FactsByItem {
  const outturns = new Map<ItemKey, Fact[]>();
  for (const fact of facts) {
    if (fact.item === null || fact.basis !== 'outturn') continue;
    const known = outturns.get(fact.item);
    if (known) known.push(fact);
    else outturns.set(fact.item, [fact]);
  }
  return outturns;
}

/** The facts of an item that may be meant: of the same stretch of text first, then the nearest before, then after. */
function factsFor(item: ItemKey, passage: Passage, facts: FactsByItem, part: Figure): Figure[] {
  const known = (facts.get(item) ?? []).filter((fact) => fact.figure !== part);
  const near = (fact: Fact): number => (fact.group === passage.group ? 0 : fact.group < passage.group ? passage.group - fact.group : 1000 + fact.group);
  // Without headings only the paragraph itself is certain to be about the same body.
  return known.filter((fact) => fact.group === passage.group || (passage.section !== null && fact.section !== null)).sort((a, b) => near(a) - near(b)).slice(0, 4).map((fact) => fact.figure);
}

/** The amounts that a list may divide: before its 其中, the nearest first, or in the paragraph that ends with it. What a bracket opens ends with it. */
function headsOf(passages: readonly Passage[], passage: Passage, part: Spoken): Spoken[] {
  const before = passage.flat.text.slice(0, part.mention.start);
  const outside = part.depth > 0 ? before : before.replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length));
  const heads: Spoken[] = [];
  for (let opener = lastOpener(outside); opener !== null; opener = lastOpener(outside.slice(0, opener))) {
    const end = opener;
    const head = passage.spoken.findLast((spoken) => spoken.mention.after <= end && spoken.role === 'amount' && spoken.depth <= part.depth);
    if (head && !heads.includes(head)) heads.push(head);
  }
  if (heads.length > 0 || lastOpener(outside) !== null) return heads;
  for (let index = passage.index - 1; index >= 0 && index > passage.index - 12; index -= 1) {
    const above = passages[index];
    if (!above || above.heading || above.group !== passage.group || above.spoken.length === 0) return [];
    if (isOpenerEnd(above.flat.text)) return above.spoken.filter((spoken) => spoken.role === 'amount').slice(-1);
  }
  return [];
}

/** 三公经费支出决算中，因公出国… */
const inPhrase = /^(?:\d{4}年度?，?)?([^，。;:]{2,24}?)(?:支出)?(?:决算)?中，/;

/**
 * Shares: …157.25万元，占96.92%; …，占支出合计的97.87%. The part is the amount before it; the whole is named, or is what the list divides.
 * @param passages of the text
 * @param facts of the text
 */
export function shares(passages: readonly Passage[], facts: readonly Fact[]): Share[] {
  const outturns = outturnsOf(facts);
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
      wholes = factsFor(key, passage, outturns, part.figure);
    } else {
      const heads = headsOf(passages, passage, part);
      const phrase = inPhrase.exec(passage.flat.text)?.[1];
      const key = heads.length > 0 || phrase === undefined ? null : itemKey(phrase);
      // 基本支出…，其中：人员经费…，占50%: said without what it is a share of, it may be one of all that was spent.
      if (heads.length > 0 && !heads.includes(part)) wholes = [...heads.map((head) => head.figure), ...['expenditure', 'general', 'income'].flatMap((all) => factsFor(all, passage, outturns, part.figure))];
      else if (key !== null) wholes = factsFor(key, passage, outturns, part.figure);
    }
    wholes = wholes.filter((figure, at) => wholes.findIndex((other) => figureKey(other) === figureKey(figure)) === at);
    return wholes.length === 0 ? [] : [{ kind: 'share', percent: percent.figure, part: part.figure, wholes }];
  }));
}

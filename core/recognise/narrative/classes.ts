import type { Figure } from '../../document/figure.ts';
import { Decimal, zero } from '../../quantity/decimal.ts';
import type { ClassList } from './claim.ts';
import { openersIn } from './opener.ts';
import type { Passage, Spoken } from './spoken.ts';

/** 主要用于以下方面（按大类）： */
const classOpener = /主要用于以下方面(?:\([^)]*\))?:?/;

/** The figures of a class list: those behind the opener, and where it ends its paragraph those of the following ones up to the full stop. */
function listed(passages: readonly Passage[], passage: Passage, from: number): Spoken[] | null {
  const own = passage.spoken.filter((spoken) => spoken.mention.start >= from);
  if (own.length > 0) return openersIn(passage.flat.text.slice(from)) === 0 && own.every((spoken) => spoken.sentence === own[0]?.sentence) ? own : null;
  const found: Spoken[] = [];
  for (const next of passages.slice(passage.index + 1, passage.index + 30)) {
    if (next.heading || next.group !== passage.group || openersIn(next.flat.text) > 0 || next.spoken.length === 0) return null;
    found.push(...next.spoken);
    if (next.flat.text.endsWith('。')) return found;
    if (!/[;，、]$/.test(next.flat.text)) return null;
  }
  return null;
}

/**
 * The lists of classes under 一般公共预算财政拨款支出决算结构情况 (RULES.md N06).
 * @param passages of the text
 */
export function classLists(passages: readonly Passage[]): ClassList[] {
  return passages.flatMap((passage): ClassList[] => {
    const match = classOpener.exec(passage.flat.text);
    if (!match || passage.section === 'performance') return [];
    const total = passage.spoken.findLast((spoken) => spoken.role === 'amount' && spoken.mention.after <= match.index);
    const figures = listed(passages, passage, match.index + match[0].length);
    if (!total || !figures) return [];
    // Every figure is an amount or the share behind it; anything else leaves the list unclear.
    const parts: Figure[] = [];
    const shares: Figure[] = [];
    for (const { role, figure, name, depth } of figures) {
      if (role === 'amount' && name !== '' && depth === 0) parts.push(figure);
      else if (role === 'share' && shares.length === parts.length - 1) shares.push(figure);
      else return [];
    }
    if (parts.length < 2) return [];
    const every = shares.length === parts.length;
    const sum = shares.reduce((value, { quantity }) => (quantity.kind === 'percent' ? value.plus(quantity.value) : value), zero);
    return [{ kind: 'classes', total: total.figure, parts, shares: every ? shares : [], complete: every && sum.minus(100).abs().lte(new Decimal('0.5')) }];
  });
}

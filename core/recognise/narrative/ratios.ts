import type { Figure } from '../../document/figure.ts';
import type { Completion, CompletionByDifference, Difference, Fact, Growth } from './claim.ts';
import type { Passage, Spoken } from './spoken.ts';
import { worded } from './spoken.ts';

const isNegative = (spoken: Spoken): boolean => spoken.mention.quantity.value.isNegative();
/** 比2023年, 与2023年相比 */
const comparedWith = /(?:比|较|与|同)((?:19|20)\d{2})年/;

const isAmount = (spoken: Spoken): boolean => spoken.role === 'amount';

/**
 * Changes from the year before: …162.25万元，比上年减少60.03万元，下降27.01%.
 * The amount that changed is the one before it in the sentence, or the one of the name that the change repeats.
 * @param passage one paragraph
 */
export function growths(passage: Passage): Growth[] {
  if (passage.section === 'performance') return [];
  const { spoken } = passage;
  const found: Growth[] = [];
  spoken.forEach((change, index) => {
    if (change.role !== 'change' || isNegative(change)) return;
    const next = spoken[index + 1];
    const percent = next?.role === 'growth' && next.clause === change.clause && !isNegative(next) ? next : null;
    const before = spoken[index - 1];
    const comparedWithBudget = before?.role === 'amount' && before.basis !== 'outturn' && before.basis !== null && /^[，(]?(?:比|较|与)/.test(before.mention.lead);
    if (comparedWithBudget) return;
    // 2023年收入预算…，比2023年增加: the amount before is the one it changed from.
    const comparedYear = comparedWith.exec(change.mention.lead)?.[1];
    const earlier = spoken.slice(0, index).filter((other) => isAmount(other) && (comparedYear === undefined || other.year !== Number(comparedYear))).reverse();
    const inSentence = earlier.filter((other) => other.sentence === change.sentence && other.name !== '');
    const named = earlier.filter((other) => other.name === change.name);
    // 与上年度相比，收、支总计各减少 repeats the name of the sentence before; another name leaves open what changed.
    const currents = change.name === '' ? inSentence : named;
    const [current] = currents;
    if (!current) return;
    const previous = before?.role === 'previous' ? before.figure : null;
    if (percent === null && previous === null) return;
    found.push({
      kind: 'growth', change: change.figure, percent: percent?.figure ?? null, rises: change.rises, agrees: percent === null || percent.rises === change.rises,
      currents: currents.slice(0, 4).map((other) => other.figure), previous,
    });
  });
  return found;
}

/** The two amounts before a place of the sentence, if one is the outturn and the other the budget of the same item. */
function pairBefore(spoken: readonly Spoken[]): { outturn: Spoken; budget: Spoken } | null {
  const amounts = spoken.filter(isAmount);
  const [a, b] = amounts.slice(-2);
  if (!a || !b || b.sentence - a.sentence > 1) return null;
  const pair = a.basis === 'outturn' ? { outturn: a, budget: b } : { outturn: b, budget: a };
  if (pair.outturn.basis !== 'outturn' || pair.budget.basis === 'outturn' || pair.budget.basis === null) return null;
  if (pair.outturn.name !== pair.budget.name && pair.outturn.item !== pair.budget.item) return null;
  return pair;
}

/** 完成年初预算的 goes with 年初预算; 完成预算的 with any. */
const fits = (said: Spoken['basis'], budget: Spoken['basis'] | Fact['basis']): boolean => said === 'budget' || budget === 'budget' || said === budget;

/**
 * Completion of the budget: 年初预算…，支出决算…，完成年初预算的51.17%; 全年预算数…，全年执行数…，预算执行率….
 * @param passage one paragraph
 * @param facts of the text, for a budget stated elsewhere in the same section
 */
export function completions(passage: Passage, facts: readonly Fact[]): Completion[] {
  const { spoken } = passage;
  return spoken.flatMap((percent, index): Completion[] => {
    if (percent.role === 'execution') return execution(passage, percent);
    if (percent.role !== 'completion' || passage.section === 'performance') return [];
    const before = spoken.slice(0, index);
    const pair = pairBefore(before);
    const last = before.findLast(isAmount);
    if (pair && (pair.outturn === last || pair.budget === last) && percent.sentence - last.sentence <= 1) {
      return fits(percent.basis, pair.budget.basis) ? [{ kind: 'completion', percent: percent.figure, outturn: pair.outturn.figure, budget: pair.budget.figure }] : [];
    }
    // Only the outturn stands here: the budget is stated once elsewhere under the same heading.
    if (last?.basis !== 'outturn' || last.item === null || percent.sentence !== last.sentence) return [];
    const budgets = facts.filter((fact) => fact.group === passage.group && fact.item === last.item && fact.basis !== 'outturn' && fits(percent.basis, fact.basis));
    const [budget] = budgets;
    return budget && budgets.length === 1 ? [{ kind: 'completion', percent: percent.figure, outturn: last.figure, budget: budget.figure }] : [];
  });
}

/** What was carried out of a budget, as evaluation reports call it. */
const executed = /^(?:资金)?(?:总体支出|实际执行数|执行数|实际支出)$/;

/** 预算执行率 of a paragraph that states one full-year budget and one amount carried out. */
function execution(passage: Passage, percent: Spoken): Completion[] {
  const before = passage.spoken.filter((spoken) => spoken.mention.start < percent.mention.start && isAmount(spoken));
  const budgets = before.filter((spoken) => spoken.basis === 'full' && spoken.name === '' || spoken.basis === 'full' && /^(?:部门|单位|资金|整体)*$/.test(spoken.name));
  const outturns = before.filter((spoken) => spoken.basis === null && executed.test(spoken.name));
  const [budget] = budgets;
  const [outturn] = outturns;
  return budget && outturn && budgets.length === 1 && outturns.length === 1 ? [{ kind: 'completion', percent: percent.figure, outturn: outturn.figure, budget: budget.figure }] : [];
}

/** 决算数与年初预算数不存在差异, 决算数与预算数一致; not 基本一致. */
const noDifference = /决算(?:数)?(?:与|和|同)(?:\d{4}年度?)?(?:年初预算|全年预算|调整预算|预算|年初)数?(?:相比)?(不存在差异|没有差异|无差异|一致|持平|相同|相等)/g;

/**
 * Differences between outturn and budget, in figures or in words.
 * @param passage one paragraph
 */
export function differences(passage: Passage): (Difference | CompletionByDifference)[] {
  if (passage.section === 'performance') return [];
  const { spoken, flat } = passage;
  const found: (Difference | CompletionByDifference)[] = [];
  spoken.forEach((stated, index) => {
    const before = spoken.slice(0, index);
    const last = before.at(-1);
    const compared = stated.role === 'change' && stated.name === '' && last?.role === 'amount' && last.basis !== 'outturn' && /^[，。(]?(?:比|较|与)/.test(last.mention.lead);
    if (!compared && stated.role !== 'against-budget') return;
    const pair = pairBefore(before);
    if (pair) {
      found.push({ kind: 'difference', difference: stated.figure, above: stated.rises, outturn: pair.outturn.figure, budget: pair.budget.figure });
      return;
    }
    const percent = last?.role === 'completion' ? last : null;
    const current = before.findLast(isAmount);
    const before2 = before.filter(isAmount);
    if (percent && current && before2.length === 1 && current.sentence === stated.sentence && current.name !== '') {
      found.push({ kind: 'completion-by-difference', percent: percent.figure, outturn: current.figure, difference: stated.figure, above: stated.rises });
    }
  });
  for (const match of flat.text.matchAll(noDifference)) {
    const pair = pairBefore(spoken.filter((other) => other.mention.start < match.index));
    const [whole, words = ''] = match;
    const end = match.index + whole.length;
    const sentence = flat.text.slice(0, match.index).split('。').length - 1;
    if (!pair || sentence - Math.max(pair.outturn.sentence, pair.budget.sentence) > 1) continue;
    const difference: Figure = worded(passage, end - words.length, end, pair.outturn.figure);
    found.push({ kind: 'difference', difference, above: true, outturn: pair.outturn.figure, budget: pair.budget.figure });
  }
  return found;
}

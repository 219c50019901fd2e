import type { Basis, WithinLimit, YearChange } from './claim.ts';
import { changedItem, keyUnder, type ItemKey } from './item.ts';
import { isAdjusted } from './ratios.ts';
import type { Passage, Spoken } from './spoken.ts';

/** 较2021年度, 比上年预算: from what a change is measured, and in which of its amounts. */
const fromLastYear = /(?:比|较|与|同)(?:上年|去年|上一年|((?:19|20)\d{2})年)度?(?:的)?(预算|决算|执行)?/;

interface Stated {
  readonly passage: Passage;
  readonly spoken: Spoken;
}

const valueOf = ({ mention }: Spoken): string => `${mention.quantity.value.toFixed()} ${mention.unit ?? ''}`;

/** The one amount that is stated of an item in one stretch of the text; null for none, or several. */
function only(stated: readonly Stated[]): Spoken | null {
  const [first] = stated;
  return first && new Set(stated.map(({ spoken }) => valueOf(spoken))).size === 1 ? first.spoken : null;
}

/** Whether last year's amount may be what a change is measured from. */
function fits(word: string | undefined, previous: Basis | null, current: Basis | null): boolean {
  if (word === '预算') return previous !== 'outturn';
  if (word !== undefined) return previous === 'outturn' || previous === null;
  return previous === null || (previous === 'outturn') === (current === 'outturn');
}

/**
 * Both years in full, then what changed between them: 2022年度“三公”经费预算20.40万元。2021年度…18.90万元。…较2021年度增加1.50万元.
 * Only below a heading, and where each year states one amount of the item there.
 * @param passages of the text
 * @param year of the document
 */
export function yearChanges(passages: readonly Passage[], year: number | null): YearChange[] {
  if (year === null) return [];
  const keyOf = (passage: Passage, name: string): ItemKey | null =>
    keyUnder(passage.section, name) ?? changedItem(name);
  const groups = new Map<number, Passage[]>();
  for (const passage of passages)
    if (passage.group >= 0 && passage.section !== 'performance')
      groups.set(passage.group, [...(groups.get(passage.group) ?? []), passage]);
  return [...groups.values()].flatMap((group): YearChange[] => {
    const amounts = group.flatMap((passage) =>
      passage.spoken
        .filter(({ role, mention, depth }) => role === 'amount' && mention.kind === 'amount' && depth === 0)
        .map((spoken): Stated => ({ passage, spoken })),
    );
    if (!amounts.some(({ spoken }) => spoken.year === year - 1)) return [];
    const of = (item: ItemKey, said: number): Spoken | null =>
      only(amounts.filter(({ passage, spoken }) => spoken.year === said && keyOf(passage, spoken.name) === item));
    return group.flatMap((passage) =>
      passage.spoken.flatMap((change, index): YearChange[] => {
        const from = change.role === 'change' ? fromLastYear.exec(change.mention.lead) : null;
        if (!from || (from[1] !== undefined && Number(from[1]) !== year - 1) || isAdjusted(passage, change)) return [];
        const item = keyOf(passage, change.name);
        // A sentence with the amount itself is read as such.
        if (
          item === null ||
          passage.spoken.slice(0, index).some(({ role }) => role === 'amount' || role === 'previous')
        )
          return [];
        const [current, previous] = [of(item, year), of(item, year - 1)];
        return current && previous && fits(from[2], previous.basis, current.basis)
          ? [
              {
                kind: 'year-change',
                change: change.figure,
                rises: change.rises,
                current: current.figure,
                previous: previous.figure,
              },
            ]
          : [];
      }),
    );
  });
}

/** Whose debt, and of which kind: 市本级一般债务限额. */
const debt = /^(.{0,20}?)(?:政府)?债务(余额|限额)(?:共|总额|合计)?$/;
/** ，低于省核定的债务限额, ，控制在债务限额…以内 */
const belowLimit = /(?:低于|小于|少于|控制在|未超过|没有超过|未突破|未超)[^，。;\d]{0,16}限额(?:为)?$/;

/** 一般债务限额90亿元，一般债务余额85亿元: both are named alike; the second may leave out whose it is, and not of which kind. */
function isAsNamed(limit: string | undefined, balance: string | undefined, isLimitFirst: boolean): boolean {
  const [first = '', second = ''] = isLimitFirst ? [limit, balance] : [balance, limit];
  return (
    first === second ||
    (second === '' ? !/一般|专项/.test(first) : /^(?:一般|专项)$/.test(second) && first.endsWith(second))
  );
}

/**
 * What is owed and the limit of it, in one sentence: 债务余额81.15亿元，低于债务限额86.40亿元; 一般债务限额90亿元，一般债务余额85亿元.
 * @param passage one paragraph
 */
export function debtLimits(passage: Passage): WithinLimit[] {
  if (passage.heading) return [];
  const amounts = passage.spoken.filter(({ role, mention }) => role === 'amount' && mention.kind === 'amount');
  return amounts.flatMap((balance, index): WithinLimit[] => {
    const own = debt.exec(balance.name);
    if (own?.[2] !== '余额') return [];
    const [before, next] = [amounts[index - 1], amounts[index + 1]];
    if (next?.sentence === balance.sentence && belowLimit.test(next.mention.lead))
      return [{ kind: 'within-limit', limit: next.figure, balance: balance.figure }];
    return [before, next].flatMap((other): WithinLimit[] => {
      const limit = other ? debt.exec(other.name) : null;
      return other &&
        limit?.[2] === '限额' &&
        isAsNamed(limit[1], own[1], other === before) &&
        other.sentence === balance.sentence &&
        other.year === balance.year
        ? [{ kind: 'within-limit', limit: other.figure, balance: balance.figure }]
        : [];
    });
  });
}

import { grouped } from '../../grouped.ts';
import type { Basis, YearChange } from './claim.ts';
import { changedItem, keyUnder, type ItemKey } from './item.ts';
import { isAdjusted } from './ratios.ts';
import type { Passage, Spoken } from './spoken.ts';

/** 较2021年度, 比上年预算: from what a change is measured, and in which of its amounts. */
const fromLastYear = /(?:比|较|与|同)(?:上年|去年|上一年|((?:19|20)\d{2})年)度?(?:的)?(预算|决算|执行)?/;

/** The one amount that is stated of an item in one stretch of the text; null for none, or several. */
function only(stated: readonly Spoken[] = []): Spoken | null {
  const [first, ...more] = stated;
  const isSame =
    first &&
    more.every(
      ({ mention }) => mention.unit === first.mention.unit && mention.quantity.value.eq(first.mention.quantity.value),
    );
  return isSame ? first : null;
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
  const told = passages.filter(({ group, section }) => group >= 0 && section !== 'performance');
  return [...grouped(told, ({ group }) => group).values()].flatMap((group): YearChange[] => {
    const amounts = group.flatMap((passage) =>
      passage.spoken
        .filter(({ role, mention, depth }) => role === 'amount' && mention.kind === 'amount' && depth === 0)
        .map((spoken) => ({ spoken, key: `${spoken.year ?? ''} ${keyOf(passage, spoken.name) ?? ''}` })),
    );
    if (!amounts.some(({ spoken }) => spoken.year === year - 1)) return [];
    const stated = grouped(amounts, ({ key }) => key);
    const of = (item: ItemKey, said: number): Spoken | null =>
      only(stated.get(`${said} ${item}`)?.map(({ spoken }) => spoken));
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

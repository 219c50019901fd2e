import { isNonZeroAmount } from '../../quantity/quantity.ts';
import { isTransposed } from '../../quantity/slips.ts';
import type { Increase, RepeatedChange, Restated } from './claim.ts';
import { changedItem, keyUnder, type ItemKey } from './item.ts';
import { isAdjusted } from './ratios.ts';
import type { Passage, Spoken } from './spoken.ts';

/** 1、…行政运行（01项）, 207.00万元: an item at the head of its paragraph. */
const namesItem = /[类款项]\)$|^(?:20[1-9]|21\d|22[0-9]|23[0-4])\d{0,4}/;
/** 2026年预算安排, 2026年当年预算数为: the item's amount once more. */
const ownBudget = /(?:^|[，。;:])((?:19|20)\d{2})年(?:度|当年)?(?:部门)?(?:年初)?预算(?:安排|数|金额)*(?:为|是|共)?$/;
/** What makes the second amount another one than the first. */
const otherAmount = /其中|结转|追加|调整|调增|调减|当年拨款|扣除|剔除|部分/;

/**
 * 购房补贴（03项）207.00万元。…2026年预算安排207.00万元: an item's budget at the head of its paragraph and again with the year's name.
 * @param passage one paragraph
 * @param year of the accounts
 * @param budget the document is a budget: elsewhere the first amount is what was spent
 */
export function restatements(passage: Passage, year: number | null, budget: boolean): Restated[] {
  const [first] = passage.spoken;
  if (
    !budget ||
    year === null ||
    first?.role !== 'amount' ||
    (first.basis !== null && first.basis === 'outturn') ||
    (first.year !== null && first.year !== year) ||
    !namesItem.test(first.name)
  )
    return [];
  const again = passage.spoken.filter(
    (one, index) => index > 0 && one.role === 'amount' && Number(ownBudget.exec(one.mention.lead)?.[1]) === year,
  );
  const [second] = again;
  if (
    !second ||
    again.length !== 1 ||
    second.depth !== first.depth ||
    otherAmount.test(passage.flat.text.slice(first.mention.after, second.mention.start))
  )
    return [];
  return [
    {
      kind: 'restated',
      first: first.figure,
      again: {
        ...second.figure,
        place: second.figure.place.in === 'text' ? { ...second.figure.place, claim: first.name } : second.figure.place,
      },
    },
  ];
}

/** What may have been less than nothing a year ago. */
const mayBeNegative = /结余|结转|余额|差额|盈余|利润|净|顺差|赤字|缺口/;
/** What more than one amount, or another stretch of time, has grown by. */
const ofMore = /累计|合计|共计|总共|两项|三项|各项|五年|三年|期间|以来|全年|全市|全省|全区|全县/;

/** The one amount of a change's own clause, if the change names no other item. */
function amountChanged({ spoken }: Passage, index: number, change: Spoken): Spoken | null {
  const here = spoken.slice(0, index).filter((one) => one.clause === change.clause);
  const [only] = here;
  return here.length === 1 &&
    only?.role === 'amount' &&
    only.depth === change.depth &&
    (change.name === '' || change.name === only.name)
    ? only
    : null;
}

/**
 * 0万元，比2022年预算增加1,204.20万元: what has grown by more than it is now was less than nothing before.
 * @param passage one paragraph
 */
export function increases(passage: Passage): Increase[] {
  return passage.spoken.flatMap((one, index): Increase[] => {
    if (
      (one.role !== 'change' && one.role !== 'against-budget') ||
      !one.rises ||
      isAdjusted(passage, one) ||
      !isNonZeroAmount(one.figure.quantity)
    )
      return [];
    const current = amountChanged(passage, index, one);
    if (!current || mayBeNegative.test(current.name) || ofMore.test(one.mention.lead)) return [];
    return [{ kind: 'increase', amount: current.figure, change: one.figure }];
  });
}

/** Total income and expenditure, and those of fiscal money, which are the same amounts where all money is fiscal. */
const alike: ReadonlyMap<ItemKey, ItemKey> = new Map([
  ['fiscal:both', 'total:both'],
  ['fiscal:income', 'total:income'],
  ['fiscal:expenditure', 'total:expenditure'],
]);

interface Stated {
  readonly item: ItemKey;
  readonly amount: Spoken;
  readonly change: Spoken;
  readonly group: number;
}

/** 比年初预算, 较2024年预算数: from a plan, not from the year before. */
const againstPlan = /(?:比|较|与|同)(?:上年|去年|(?:19|20)\d{2}年)?度?(?:年初|全年|调整后?)?预算/;

/** The changes from the year before that a text states of items it also states the amounts of. */
function statedChanges(passage: Passage): Stated[] {
  return passage.spoken.flatMap((change, index): Stated[] => {
    if (change.role !== 'change' || isAdjusted(passage, change) || againstPlan.test(change.mention.lead)) return [];
    const earlier = passage.spoken.slice(0, index);
    const [amount, ...others] = earlier.filter((one) => one.role === 'amount');
    // One amount, perhaps with its rate, and its change.
    if (!amount || others.length > 0 || earlier.some(({ role }) => role === 'change' || role === 'previous')) return [];
    const key = (name: string): ItemKey | null => keyUnder(passage.section, name) ?? changedItem(name);
    const item = key(amount.name) ?? key(`${amount.name}计`);
    if (item === null || (change.name !== '' && key(change.name) !== item)) return [];
    return [{ item, amount, change, group: passage.group }];
  });
}

const sameAmount = (one: Spoken, other: Spoken): boolean =>
  one.mention.unit === other.mention.unit && one.mention.quantity.value.eq(other.mention.quantity.value);

/**
 * One change printed twice: of one item with one amount, in two sections. Of all money and of fiscal money, where both amounts are the same,
 * last year's may have differed: only two digits that changed places are then a slip.
 * @param passages of the document
 */
export function repeatedChanges(passages: readonly Passage[]): RepeatedChange[] {
  const known = new Map<ItemKey, Stated>();
  const found: RepeatedChange[] = [];
  for (const passage of passages) {
    if (passage.section === null || passage.section === 'performance') continue;
    for (const stated of statedChanges(passage)) {
      const kin = alike.get(stated.item);
      const before = known.get(stated.item) ?? (kin === undefined ? undefined : known.get(kin));
      if (!before) {
        known.set(stated.item, stated);
        continue;
      }
      if (before.change.rises !== stated.change.rises || !sameAmount(before.amount, stated.amount)) continue;
      const [one, other] = [before.change.mention.quantity.value, stated.change.mention.quantity.value];
      const comparable = before.change.mention.unit === stated.change.mention.unit;
      if (before.item === stated.item || (comparable && (one.eq(other) || isTransposed(one, other))))
        found.push({ kind: 'repeated-change', first: before.change.figure, again: stated.change.figure });
    }
  }
  return found;
}

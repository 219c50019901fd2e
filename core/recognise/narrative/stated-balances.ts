import { mapped } from '../../steps.ts';
import type { StatedBalance, Weighed } from './claim.ts';
import type { Passage, Spoken } from './spoken.ts';
import { divides, endsWithIncome, type FoundSum } from './stated-sums.ts';

/** 上述收支相抵，年终结余 */
const leftOver =
  /收支相抵(?:后)?，?(?:年终|年末|当年|滚存|累计|净){0,2}(?:结转结余|结余结转|结余|结转)(?:下年)?(?:资金|数|额)?(?:为)?$/;
/** 总收入100万元，其中：…；总支出90万元，其中：…: totals that divide into what follows. */
const allThereIs = /总(?:收入|支出)$|(?:收入|支出)总计$/;
/** The totals may stand in so many paragraphs above. */
const mostAbove = 3;
const incomes = /收入|上年(?:结余|结转)|补助|转贷|调入/;
const spends = /支出|调出|上解|还本/;

/** What is left of income and expenditure where the paragraphs state both totals, or nothing but single amounts of both. */
function balanceAt(
  passages: readonly Passage[],
  passage: Passage,
  left: Spoken,
  sums: ReadonlyMap<Passage, readonly FoundSum[]>,
): StatedBalance | null {
  const near = passages.slice(Math.max(0, passage.index - mostAbove), passage.index + 1).reverse();
  const above: Passage[] = [];
  for (const one of near) {
    if (one.heading) break;
    // What is left of another budget ends that one.
    if (one !== passage && one.spoken.some(({ mention }) => leftOver.test(mention.lead))) break;
    above.unshift(one);
  }
  const inFront = (one: Passage): Spoken[] =>
    one.spoken.filter(
      (spoken) =>
        spoken !== left &&
        spoken.mention.kind === 'amount' &&
        (one !== passage || spoken.mention.start < left.mention.start),
    );
  const totals = above.flatMap((one) => {
    const added = (sums.get(one) ?? []).filter(({ total }) => inFront(one).includes(total));
    const named = inFront(one).filter(
      (spoken) =>
        spoken.role === 'amount' &&
        spoken.depth === 0 &&
        allThereIs.test(spoken.name) &&
        !added.some(({ total }) => total === spoken),
    );
    return [...added, ...named.map((total) => ({ total, isIncome: endsWithIncome(total.mention.lead) }))];
  });
  const [income, ...moreIncome] = totals.filter(({ isIncome }) => isIncome === true).map(({ total }) => total);
  const [stated, ...moreSpent] = totals.filter(({ isIncome }) => isIncome === false).map(({ total }) => total);
  if (income) {
    // 收入总计100万元。支出80万元。收支相抵: the one amount behind the total.
    const behind = above.flatMap(inFront);
    const rest = behind.slice(behind.indexOf(income) + 1);
    const spent =
      stated ??
      (rest.length === 1 && rest[0]?.role === 'amount' && rest[0].name.includes('支出') ? rest[0] : undefined);
    const isOne = spent !== undefined && moreIncome.length + moreSpent.length === 0 && rest.includes(spent);
    return isOne
      ? {
          kind: 'stated-balance',
          left: left.figure,
          terms: [
            { figure: income.figure, weight: 1 },
            { figure: spent.figure, weight: -1 },
          ],
          isOfYear: false,
        }
      : null;
  }
  const amounts = above.flatMap((one) =>
    one.spoken.filter((spoken) => spoken !== left && (one !== passage || spoken.mention.start < left.mention.start)),
  );
  const whole =
    above
      .map(({ flat }) => flat.text)
      .join('')
      .split('收支相抵')[0] ?? '';
  if (
    totals.length > 0 ||
    amounts.length < 2 ||
    amounts.length > 8 ||
    divides.test(whole) ||
    amounts.some(
      ({ role, depth, name }) =>
        role !== 'amount' ||
        depth > 0 ||
        incomes.test(name) === spends.test(name.replace(/债务还本支出|收入/g, (word) => (word === '收入' ? '' : word))),
    )
  )
    return null;
  const terms = amounts.map(({ figure, name }): Weighed => ({ figure, weight: incomes.test(name) ? 1 : -1 }));
  return terms.some(({ weight }) => weight < 0) && terms.some(({ weight }) => weight > 0)
    ? { kind: 'stated-balance', left: left.figure, terms, isOfYear: false }
    : null;
}

/** ；当年收支结余, ，本年结余: what is left of the year's own income and expenditure, whether totals are stated or not. */
const ofTheYear =
  /(?:^|[，。;、])(?:收支相抵(?:后)?，?)?(?:预计|预算)?(?:本年|当年|当期|年度)(?:收支)?(?:预计|预算)?(?:结余|盈余)(?:资金|数|额)?(?:为|是)?$/;

/** What is left of a year: of the totals directly in front of it, or of an income and an expenditure where nothing else is stated. */
function balanceOfYear(passage: Passage, left: Spoken, sums: readonly FoundSum[]): StatedBalance | null {
  const inFront = passage.spoken.filter(
    ({ role, depth, mention }) => role === 'amount' && depth === 0 && mention.start < left.mention.start,
  );
  const from = inFront.findLastIndex(({ mention }) => ofTheYear.test(mention.lead)) + 1;
  const own = inFront.slice(from).filter(({ sentence }) => left.sentence - sentence <= 2);
  const totals = sums.filter(({ total }) => own.includes(total)).map(({ total }) => total);
  const [income, spent] = totals.length > 0 ? totals : own;
  const isClear = totals.length > 0 ? totals.length === 2 && own.at(-1) === spent : own.length === 2;
  if (
    !income ||
    !spent ||
    !isClear ||
    endsWithIncome(income.mention.lead) !== true ||
    endsWithIncome(spent.mention.lead) !== false
  )
    return null;
  const terms: Weighed[] = [
    { figure: income.figure, weight: 1 },
    { figure: spent.figure, weight: -1 },
  ];
  return { kind: 'stated-balance', left: left.figure, terms, isOfYear: true };
}

/**
 * What sentences say is left of income and expenditure. Yields now and then.
 * @param passages of the text
 * @param sums that they state
 */
export function* statedBalances(
  passages: readonly Passage[],
  sums: ReadonlyMap<Passage, readonly FoundSum[]>,
): Generator<void, StatedBalance[]> {
  const found = yield* mapped(passages, (passage) =>
    passage.spoken.flatMap((spoken) => {
      const { mention, depth } = spoken;
      if (mention.kind !== 'amount' || depth > 0) return [];
      if (leftOver.test(mention.lead)) return balanceAt(passages, passage, spoken, sums) ?? [];
      return ofTheYear.test(mention.lead) ? (balanceOfYear(passage, spoken, sums.get(passage) ?? []) ?? []) : [];
    }),
  );
  return found.flat();
}

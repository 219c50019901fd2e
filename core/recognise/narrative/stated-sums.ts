import { mapped } from '../../steps.ts';
import type { StatedBalance, StatedSum, Weighed } from './claim.ts';
import type { Passage, Role, Spoken } from './spoken.ts';

/** …，收入总计, ，总支出为, 预计可用财力: what is said of a sum at its end. */
const sumWord =
  /(?:总计|合计|总量|总额|总来源|共计|总收入|总支出|总财力|可用财力|决算结果|预算结果)(?:预算|安排|完成)?数?(?:为|达到?|是)?$/;
/** In front of it stands nothing else that would belong to the sum: 、上年结转等，收入总计 leaves one out. */
const plainEnd = /^[)，。;后]*(?:则|共)?[^、，。;()]{2,40}$/;
const unclearEnd = /[等及]|扣除|剔除|减去/;
/** ，加上级补助收入, ；加：调入资金 */
const plus = /(?:^|[，。;:)])(?:再|另|并|并且)?加(?:上|:)?(?=[^快强大])/;
const minus = /(?:^|[，。;:)、])(?:再|并)?(?:减去?|扣除)(?:上解|补助|调出|:|[^少负轻收支])/;
/** What is said of an amount behind it. */
const aside: readonly Role[] = ['completion', 'growth', 'change', 'share', 'against-budget', 'previous'];
const divides = /其中|包括|分别|主要是/;

/** So many figures a sentence adds up. */
const mostTerms = 25;

/** What a government's income consists of: a sentence that names something of each leaves nothing out. */
const everySource = [/预算收入|^收入/, /补助|转移支付/, /上年结[余转]|上年.{0,4}结[余转]/, /债/, /调入/];

/** The amount of a sum, and the ones in front of it that it may be of, last first. */
interface Found {
  readonly sum: StatedSum;
  readonly isIncome: boolean | null;
  readonly total: Spoken;
}

const sideOf = (lead: string): boolean | null => {
  const words = /(收入|支出|财力)[^收支]{0,12}$|总(收入|支出)[^收支]{0,6}$/.exec(lead);
  const word = words?.[1] ?? words?.[2];
  return word === undefined ? null : word !== '支出';
};

/** The sum that ends with one figure of a paragraph: 一般公共预算收入100万元，加上级补助收入20万元、上年结余5万元，收入总计125万元. */
function sumAt(passage: Passage, index: number, from: number): Found | null {
  const total = passage.spoken[index];
  if (
    total?.role !== 'amount' ||
    total.depth > 0 ||
    !sumWord.test(total.mention.lead) ||
    !plainEnd.test(total.mention.lead) ||
    unclearEnd.test(total.mention.lead)
  )
    return null;
  const around = passage.spoken.slice(Math.max(from, index - mostTerms), index).filter(({ depth }) => depth === 0);
  const begins = around.findIndex(({ mention }) => plus.test(mention.lead));
  const [firsts, added] =
    begins < 0 ? [around.slice(0, 1), around.slice(1)] : [around.slice(0, begins), around.slice(begins)];
  const { text } = passage.flat;
  const plainly = (start: number, end: number): string =>
    text.slice(start, end).replace(/\([^()]*\)/g, (words) => '·'.repeat(words.length));
  const stated = firsts
    .filter(({ role, sentence }) => role === 'amount' && (added[0]?.sentence ?? 0) - sentence <= 1)
    .reverse();
  // 收入100万元，其中税收80万元，非税20万元。加上…: of the amount in front of its parts.
  const begin = stated.at(-1)?.mention.after ?? 0;
  const divided = plainly(begin, added[0]?.mention.start ?? 0).search(divides);
  const heads = divided < 0 ? stated : stated.filter(({ mention }) => mention.after <= begin + divided);
  const bases = [...heads, ...stated.filter((one) => !heads.includes(one))];
  const [base] = bases;
  if (
    !base ||
    added.length === 0 ||
    added.some(({ role }) => role !== 'amount' && !aside.includes(role)) ||
    added[0]?.sentence !== total.sentence
  )
    return null;
  let weight: 1 | -1 = 1;
  const terms = added
    .filter(({ role }) => role === 'amount')
    .map(({ mention, figure }): Weighed => {
      if (minus.test(mention.lead)) weight = -1;
      else if (plus.test(mention.lead)) weight = 1;
      return { figure, weight };
    });
  const names = [base, ...added].map(({ name }) => name);
  const isSure =
    (begins >= 0 || everySource.every((source) => names.some((name) => source.test(name)))) &&
    heads.length === 1 &&
    !divides.test(plainly(added[0].mention.start, total.mention.start)) &&
    added.every(({ role, mention }) => role === 'amount' && !mention.rough) &&
    base.name !== '' &&
    total.year === base.year;
  return {
    sum: {
      kind: 'stated-sum',
      total: total.figure,
      bases: bases.map(({ figure }) => figure),
      terms,
      isSure,
      isWhole: isSure && begins < 0,
    },
    isIncome: sideOf(total.mention.lead),
    total,
  };
}

/** Sums of one paragraph: each takes up what stands behind the one before it. */
function sumsIn(passage: Passage): Found[] {
  if (passage.heading || passage.section === 'performance') return [];
  const found: Found[] = [];
  let from = 0;
  for (let index = 1; index < passage.spoken.length; index += 1) {
    if (!sumWord.test(passage.spoken[index]?.mention.lead ?? '')) continue;
    const sum = sumAt(passage, index, from);
    if (sum) found.push(sum);
    from = index + 1;
  }
  return found;
}

/** 上述收支相抵，年终结余 */
const leftOver =
  /收支相抵(?:后)?，?(?:年终|年末|当年|滚存|累计|净){0,2}(?:结转结余|结余结转|结余|结转)(?:下年)?(?:资金|数|额)?(?:为)?$/;
/** The totals may stand in so many paragraphs above. */
const mostAbove = 3;
const incomes = /收入|上年(?:结余|结转)|补助|转贷|调入/;
const spends = /支出|调出|上解|还本/;

/** What is left of income and expenditure where the paragraphs state both totals, or nothing but single amounts of both. */
function balanceAt(
  passages: readonly Passage[],
  passage: Passage,
  left: Spoken,
  sums: ReadonlyMap<Passage, readonly Found[]>,
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
  const totals = above.flatMap((one) => (sums.get(one) ?? []).filter(({ total }) => inFront(one).includes(total)));
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
    ? { kind: 'stated-balance', left: left.figure, terms }
    : null;
}

/**
 * Sums that sentences state with all that they add up, and what is left of income and expenditure.
 * @param passages of the text
 */
export function* statedSums(passages: readonly Passage[]): Generator<void, (StatedSum | StatedBalance)[]> {
  const found = yield* mapped(passages, sumsIn);
  const sums = new Map(passages.map((passage, index) => [passage, found[index] ?? []]));
  const balances = yield* mapped(passages, (passage) =>
    passage.spoken.flatMap((spoken) =>
      spoken.mention.kind === 'amount' && spoken.depth === 0 && leftOver.test(spoken.mention.lead)
        ? (balanceAt(passages, passage, spoken, sums) ?? [])
        : [],
    ),
  );
  return [...found.flat().map(({ sum }) => sum), ...balances.flat()];
}

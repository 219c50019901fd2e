import type { StatedSum, Weighed } from './claim.ts';
import type { Passage, Role, Spoken } from './spoken.ts';

/** …，收入总计, ，总支出为, 预计可用财力: what is said of a sum at its end. */
const sumWord =
  /(?:总计|合计|总量|总额|总来源|共计|总收入|总支出|总财力|可用财力|全口径收入|决算结果|预算结果)(?:预算|安排|完成)?数?(?:为|达到?|是)?$/;
/** In front of it stands nothing else that would belong to the sum: 、上年结转等，收入总计 leaves one out. */
const plainEnd = /^[)，。;后]*(?:则|共)?[^、，。;()]{2,40}$/;
const unclearEnd = /[等及]|扣除|剔除|减去/;
/** ，加上级补助收入, ；加：调入资金 */
const plus = /(?:^|[，。;:)])(?:再|另|并|并且)?加(?:上|:)?(?=[^快强大])/;
const minus = /(?:^|[，。;:)、])(?:再|并)?(?:减去?|扣除)(?:上解|补助|调出|:|[^少负轻收支])/;
/** What is said of an amount behind it. */
const aside: readonly Role[] = ['completion', 'growth', 'change', 'share', 'against-budget', 'previous'];
/** What stands behind is a part of what stands before. */
export const divides = /其中|包括|分别|主要(?:收入|支出)?(?:项目|来源)?(?:情况)?(?:是|为|有|:)/;

/** So many figures a sentence adds up. */
const mostTerms = 25;

/** What a government's income consists of: a sentence that names something of each leaves nothing out. */
const everySource = [/预算收入|^收入/, /补助|转移支付/, /上年结[余转]|上年.{0,4}结[余转]/, /债/, /调入/];

/** A sum that a sentence states, and the amount that states it. */
export interface FoundSum {
  readonly sum: StatedSum;
  readonly isIncome: boolean | null;
  readonly total: Spoken;
}

/** Whether words end with a name of income (true) or expenditure (false); null where with neither. */
export const endsWithIncome = (lead: string): boolean | null => {
  const words = /(收入|支出|财力)[^收支]{0,12}$|总(收入|支出)[^收支]{0,6}$/.exec(lead);
  const word = words?.[1] ?? words?.[2];
  return word === undefined ? null : word !== '支出';
};

/** The amounts among figures as parts of a sum: 减 and 扣除 take off what stands behind them, until the next 加. */
function weighed(figures: readonly Spoken[]): Weighed[] {
  let weight: 1 | -1 = 1;
  return figures
    .filter(({ role }) => role === 'amount')
    .map(({ mention, figure }): Weighed => {
      if (minus.test(mention.lead)) weight = -1;
      else if (plus.test(mention.lead)) weight = 1;
      return { figure, weight };
    });
}

/** Words between two places, without what stands in brackets. */
function wordsBetween(passage: Passage, start: number, end: number): string {
  return passage.flat.text.slice(start, end).replace(/\([^()]*\)/g, (words) => '·'.repeat(words.length));
}

/** The year is said once: 2025年，…收入完成100万元，增长2%。加上上级补助20万元，收入总计120万元. */
const isFirst = (first: Spoken, total: Spoken): boolean =>
  first.name !== '' && (total.year === null || first.year === total.year);

/** An amount that is added up, or what may stand between such amounts. */
const isPart = ({ role, mention }: Spoken): boolean =>
  role === 'amount' || aside.includes(role) || mention.kind === 'percent';

type Sum = Omit<StatedSum, 'kind' | 'total'>;

/** 一般公共预算收入100万元，加上级补助收入20万元、上年结余5万元: what is added to what stands in front of it. */
function addedUp(
  passage: Passage,
  total: Spoken,
  firsts: readonly Spoken[],
  added: readonly [Spoken, ...Spoken[]],
): Sum | null {
  const [opening] = added;
  if (opening.sentence !== total.sentence || !added.every(isPart)) return null;
  const dividedBehind = (first: Spoken | undefined): number =>
    first === undefined ? -1 : wordsBetween(passage, first.mention.after, opening.mention.start).search(divides);
  // 收入100万元，其中税收80万元，非税20万元。加上…: of the amount in front of its parts, which may fill a sentence of their own.
  const near = firsts.filter(
    (one) => one.role === 'amount' && opening.sentence - one.sentence <= (dividedBehind(one) < 0 ? 1 : 2),
  );
  const begin = near[0]?.mention.after ?? 0;
  const divided = dividedBehind(near[0]);
  const stated = near.toReversed();
  const heads = divided < 0 ? stated : stated.filter(({ mention }) => mention.after <= begin + divided);
  const bases = [...heads, ...stated.filter((one) => !heads.includes(one))];
  const [base] = bases;
  if (!base) return null;
  const terms = weighed(added);
  const isPlain =
    heads.length === 1 &&
    isFirst(base, total) &&
    !divides.test(wordsBetween(passage, opening.mention.start, total.mention.start));
  return {
    readings: bases.map(({ figure }): Weighed[] => [{ figure, weight: 1 }, ...terms]),
    isSure: isPlain && added.every(({ role, mention }) => role === 'amount' && !mention.rough),
    manner: isPlain ? 'added' : null,
  };
}

/** 国有资本经营预算支出80万元、调出资金15万元、年终结转5万元: a list without a word for adding, its first amount perhaps a sentence of its own. */
function listedUp(passage: Passage, total: Spoken, inFront: readonly Spoken[]): Sum | null {
  const own = inFront.filter(({ sentence }) => sentence === total.sentence);
  const before = inFront.findLast(({ role, sentence }) => role === 'amount' && sentence === total.sentence - 1);
  const terms = weighed(own);
  const [first] = own;
  if (!first || !own.every(isPart)) return null;
  const side = endsWithIncome(total.mention.lead);
  const plainly = [first, ...(before ? [before] : [])].filter(
    (one) =>
      isFirst(one, total) &&
      endsWithIncome(one.mention.lead) === side &&
      !divides.test(wordsBetween(passage, one.mention.after, total.mention.start)),
  );
  const readings = (plainly.length > 0 ? plainly : [first]).map((one): Weighed[] =>
    one === first ? terms : [{ figure: one.figure, weight: 1 }, ...terms],
  );
  const sums = readings.filter(({ length }) => length > 1);
  if (sums.length === 0) return null;
  const isWhole = everySource.every((source) => own.some(({ name }) => source.test(name)));
  const manner = plainly.length === 0 ? null : isWhole ? 'whole' : 'listed';
  return { readings: sums, isSure: false, manner };
}

/** The sum that ends with one figure of a paragraph: 一般公共预算收入100万元，加上级补助收入20万元、上年结余5万元，收入总计125万元. */
function sumAt(passage: Passage, index: number, from: number): FoundSum | null {
  const total = passage.spoken[index];
  if (
    total?.role !== 'amount' ||
    total.depth > 0 ||
    !sumWord.test(total.mention.lead) ||
    !plainEnd.test(total.mention.lead) ||
    unclearEnd.test(total.mention.lead)
  )
    return null;
  const inFront = passage.spoken.slice(Math.max(from, index - mostTerms), index).filter(({ depth }) => depth === 0);
  const begins = inFront.findIndex(({ mention }) => plus.test(mention.lead));
  const [opening, ...added] = begins < 0 ? [] : inFront.slice(begins);
  const sum = opening
    ? addedUp(passage, total, inFront.slice(0, begins), [opening, ...added])
    : listedUp(passage, total, inFront);
  return (
    sum && {
      sum: { kind: 'stated-sum', total: total.figure, ...sum },
      isIncome: endsWithIncome(total.mention.lead),
      total,
    }
  );
}

/**
 * Sums that the sentences of one paragraph state with all that they add up: each takes up what stands behind the one before it.
 * @param passage of the text
 */
export function sumsIn(passage: Passage): FoundSum[] {
  if (passage.heading || passage.section === 'performance') return [];
  const found: FoundSum[] = [];
  let from = 0;
  for (let index = 0; index < passage.spoken.length; index += 1) {
    if (!sumWord.test(passage.spoken[index]?.mention.lead ?? '')) continue;
    const sum = sumAt(passage, index, from);
    if (sum) found.push(sum);
    from = index + 1;
  }
  return found;
}

/** What divides all of a debt: 债务限额100亿元（一般债务40亿元，专项债务60亿元）. */
const kindsOfDebt: readonly (readonly [RegExp, RegExp])[] = [
  [/^一般(?:债务|债券)/, /^专项(?:债务|债券)/],
  [/^新增(?:债务|债券)/, /^再融资债券/],
];

const dividesDebt = (total: Spoken, [one, other, ...more]: readonly Spoken[]): boolean =>
  /债[务券]/.test(total.name) &&
  more.length === 0 &&
  kindsOfDebt.some(([first, second]) => first.test(one?.name ?? '') && second.test(other?.name ?? ''));

/** (其中, (同比增加, (含: not all that the amount in front consists of. */
const unclearBracket = /其中|[等含及]|约|不足|左右/;

/**
 * Amounts whose parts stand in brackets behind them: 债务转贷收入60万元（新增债券20万元，再融资债券40万元）.
 * @param passage of the text
 */
export function bracketedSums(passage: Passage): StatedSum[] {
  const { spoken, flat } = passage;
  return spoken.flatMap((total, index): StatedSum[] => {
    if (total.role !== 'amount' || flat.text[total.mention.after] !== '(') return [];
    const end = spoken.findIndex((one, at) => at > index && one.depth <= total.depth);
    const parts = spoken.slice(index + 1, end < 0 ? undefined : end);
    const closed = flat.text.indexOf(')', total.mention.after);
    const isWhole = parts.every(
      ({ role, depth, mention, year }) =>
        role === 'amount' &&
        depth === total.depth + 1 &&
        mention.after <= closed &&
        (year ?? total.year) === total.year,
    );
    if (parts.length < 2 || !isWhole || unclearBracket.test(flat.text.slice(total.mention.after, closed))) return [];
    return [
      {
        kind: 'stated-sum',
        total: total.figure,
        readings: [weighed(parts)],
        isSure: false,
        manner: dividesDebt(total, parts) ? 'whole' : 'bracketed',
      },
    ];
  });
}

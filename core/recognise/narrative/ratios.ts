import type { Figure } from '../../document/figure.ts';
import type {
  Comparison,
  Completion,
  CompletionByDifference,
  CompletionInWords,
  Deviation,
  Difference,
  Fact,
  FormCompletion,
  FormDifference,
  Growth,
} from './claim.ts';
import type { FactIndex } from './fact-index.ts';
import { changedItem, type ItemKey } from './item.ts';
import {
  before,
  growthFromYear,
  textPlace,
  upTo,
  withoutBudgets,
  worded,
  yearWord,
  type Passage,
  type Spoken,
} from './spoken.ts';

/** 增加-60.03万元 is a decrease; what 减少-60.03万元 is, is anybody's guess. */
const isTwiceNegative = ({ mention, rises }: Spoken): boolean => !rises && mention.quantity.value.isNegative();
/** 比2023年, 与2023年相比 */
const comparedWith = /(?:比|较|与|同)((?:19|20)\d{2})年/;

const isAmount = (spoken: Spoken): boolean => spoken.role === 'amount';
const isOutturn = (spoken: Spoken): boolean =>
  isAmount(spoken) && (spoken.basis === 'outturn' || spoken.basis === null);

/** The change leaves something out of this year or the last (扣除…因素后, 按同口径), or is none of money alone (可比价): its base is not printed. */
const adjusted = /扣除|剔除|剔去|口径|可比|同比价|不变价|还原|不考虑|自然增/;
/** 增长5%(同口径), 增长5%，扣除…因素后: said behind the figure. */
const adjustedBehind = /^(?:[，、]?\([^()]{0,30}?(?:扣除|剔除|剔去|口径|可比|不变价|还原|不考虑|自然增))/;

/** ，增收, ，增加额为: a change that only goes on from the rate in front of it. */
const onlyChange = /^[，、](?:增加|增收|增支|减少|减收|减支)(?:了|额|数)?(?:为)?$/;
/** A rate that belongs to no change before it. */
const isPlainGrowth = (spoken: readonly Spoken[], index: number): boolean =>
  !['change', 'against-budget', 'previous', 'growth'].includes(spoken[index - 1]?.role ?? '');

/** Whether the clauses around a figure say that it is measured otherwise than the amounts printed. */
export function isAdjusted({ flat }: Passage, { mention }: Spoken): boolean {
  const before = flat.text.slice(0, mention.start);
  return (
    adjusted.test(before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1)) ||
    adjustedBehind.test(flat.text.slice(mention.after, mention.after + farthestBehind))
  );
}

/** So far behind a figure a bracket still speaks of it. */
const farthestBehind = 40;

/** How many sentences a place is behind the last of the figures in front of it. */
const sentencesBehind = ({ flat }: Passage, figures: readonly Spoken[], at: number): number =>
  flat.text.slice(figures.at(-1)?.mention.after ?? 0, at).split('。').length - 1;

const plainName = (name: string): string => name.replace(/(?:支出|决算|数){1,6}$/, '');

/** 支出总计 where 财政拨款收入总计 stands beside it is 财政拨款支出总计. */
const loosely = (item: string | null): string | undefined => item?.replace(/^total:/, 'fiscal:');

/** Whether a name repeats that of an amount: 公务接待费 and 公务接待费支出. */
const isNamed = (amount: Spoken, name: string): boolean =>
  plainName(amount.name) === plainName(name) ||
  (amount.item !== null &&
    (loosely(amount.item) === loosely(changedItem(name)) || itemsChanged(name).includes(amount.item)));

/** 收入总计…、支出总计…，收、支总计各增加: either of the two. */
function bothHalves(earlier: readonly Spoken[], name: string): Spoken[] {
  if (!changedItem(name)?.endsWith(':both')) return [];
  const pair = [/^(?:total|fiscal):income$/, /^(?:total|fiscal):expenditure$/].flatMap(
    (half) => earlier.find(({ item }) => item !== null && half.test(item)) ?? [],
  );
  return pair.length === 2 ? pair : [];
}

/** Whether a sentence speaks of another year than the text does. */
const isOfAnotherYear = (spoken: number | null, year: number | null): boolean =>
  spoken !== null && year !== null && spoken !== year;

/** Items that a list of their parts follows. */
const wholeItems =
  /^(?:three-public:total|income|expenditure|general|total:.*|fiscal:(?:both|income|expenditure|spent)|procurement:total)$/;
const mostReadings = 6;

/** 。与上年相比，减少, 。费用支出较年初预算数减少: a sentence that goes on about the one before it. */
const goesOn = /。(?:费用|经费|资金)?(?:支出|决算|执行)*(?:数|额)?(?:比|较|与|同)[^。]*$/;

/** ；支出与2023年相比减少: of the other side than the clause before. */
const namesSide = /(?:^|[，。;:])(收入|支出)(?:比|较|与|同)[^，。;:]*$/;

/** The part that one year had of what several had. */
const partOfYears = /其中[，:]?(?:19|20)\d{2}年$/;

/** What a change may be a change of, the nearest first. 与上年度相比，收、支总计各减少 repeats a name; another name leaves open what changed. */
function changed(spoken: readonly Spoken[], index: number, change: Spoken, comparedYear: number | null): Spoken[] {
  const earlier = withoutBudgets(
    before(spoken, index).filter(
      (other) =>
        isAmount(other) &&
        (comparedYear === null || other.year !== comparedYear) &&
        !comparedBudget.test(other.mention.lead),
    ),
  ).reverse();
  if (change.name !== '' && change.role === 'change') {
    const named = earlier.filter((other) => isNamed(other, change.name));
    return named.length > 0 ? named : bothHalves(earlier, change.name);
  }
  const side = namesSide.exec(change.mention.lead)?.[1];
  if (side !== undefined) {
    const items = itemsChanged(side);
    const ofSide = earlier.filter(({ item }) => item !== null && items.includes(item));
    if (ofSide.length > 0) return ofSide;
  }
  const [nearest] = earlier;
  // 五年累计投入479.12亿元，其中2025年119.78亿元，比上年增加: of the year just named; another amount without a name leaves open what changed.
  if (nearest?.name === '' && nearest.sentence === change.sentence)
    return partOfYears.test(nearest.mention.lead) ? [nearest] : [];
  const inSentence = earlier.filter((other) => other.sentence === change.sentence && other.name !== '');
  const inClause = inSentence.filter((other) => other.clause === change.clause);
  if (inClause.length > 0) return inClause;
  if (inSentence.length > 0 || earlier.some((other) => other.sentence === change.sentence)) return inSentence;
  // 公务接待费支出较预算减少1.00万元，降低5.00%；较上年增加…: still of what the sentence begins with.
  const subject = spoken
    .slice(0, index)
    .find(
      (other) => other.sentence === change.sentence && (other.role === 'change' || other.role === 'against-budget'),
    );
  if (subject !== undefined && subject.name !== '' && side !== undefined && itemsChanged(subject.name).length > 0)
    return [];
  if (subject !== undefined && subject.name !== '') return earlier.filter((other) => isNamed(other, subject.name));
  // …总计100.00万元。与上年相比，增加…: the sentence before, if it states one thing only; or the paragraph, if it states nothing else.
  const stated = earlier.filter((other) => other.sentence === change.sentence - 1);
  const only = stated.length === 0 && goesOn.test(subject?.mention.lead ?? change.mention.lead) ? earlier : stated;
  if (only.length === 1) return only.filter((other) => other.name !== '');
  // 三公经费支出…，其中：…；…。与上年相比，减少…: the whole, or one of its parts.
  const whole = stated.at(-1)?.item ?? '';
  return wholeItems.test(whole) && goesOn.test(change.mention.lead) && stated.length <= mostReadings
    ? stated.filter((other) => other.name !== '').reverse()
    : [];
}

/** 与2023年度相比 in the lead of the figure, or of the earlier amount before it. */
function yearCompared(change: Spoken, previous: Spoken | null): number | null {
  const year =
    comparedWith.exec(change.mention.lead)?.[1] ??
    (previous ? comparedWith.exec(previous.mention.lead)?.[1] : undefined);
  return year === undefined ? null : Number(year);
}

/** 2023年机关运行经费98.65万元，2024年机关运行经费95.32万元，2024年比2023年减少: the amount of the year compared, where the sentence states it once. */
function ofYearCompared(spoken: readonly Spoken[], index: number): Spoken | null {
  const change = spoken[index];
  const year = change ? yearCompared(change, null) : null;
  const stated = before(spoken, index).filter((other) => isAmount(other) && other.sentence === change?.sentence);
  const current = stated.at(-1);
  if (year === null || !current || current.name === '' || current.year === null || current.year <= year) return null;
  const [base, ...others] = stated.filter(
    (other) => other.year === year && other.name === current.name && other.basis === current.basis,
  );
  return base && others.length === 0 ? base : null;
}

const plainChange = /^，(?:增加|减少|增长|下降)(?:了)?$/;

/** 2024年收入预算120.00万元。…2023年收入预算100.00万元，比2023年增加20.00万元: a change from the amount just stated, to that of this year before it. */
function fromYearBefore(spoken: readonly Spoken[], index: number, percent: Spoken | null): Growth | null {
  const change = spoken[index];
  const base = spoken[index - 1];
  // 2024年收入预算100.00万元，增加20.00万元: the year before stands directly in front of the change.
  const year = change
    ? (yearCompared(change, null) ?? (base && plainChange.test(change.mention.lead) ? base.year : null))
    : null;
  if (
    change?.name !== '' ||
    !base ||
    year === null ||
    !isAmount(base) ||
    base.year !== year ||
    base.name === '' ||
    base.sentence !== change.sentence
  )
    return null;
  const current = before(spoken, index).findLast(
    (other) =>
      isAmount(other) &&
      other.name === base.name &&
      other.basis === base.basis &&
      other.year !== null &&
      other.year > year,
  );
  return current
    ? {
        kind: 'growth',
        change: change.figure,
        percent: percent?.figure ?? null,
        rises: change.rises,
        agrees: percent === null || percent.rises === change.rises,
        currents: [current.figure],
        previous: base.figure,
        base: 'year',
      }
    : null;
}

/** 2023年预算执行数100.00万元，2024年预算安排120.00万元，比2023年预算执行数增加20.00%: a percentage of the two amounts that its sentence states. */
function ofTwoYears(spoken: readonly Spoken[], index: number): Growth[] {
  const percent = spoken[index];
  const year = Number(growthFromYear.exec(percent?.mention.lead ?? '')?.[1]);
  const [previous, current, ...others] = spoken.slice(0, index).filter((other) => other.sentence === percent?.sentence);
  if (!percent || !previous || !current || others.length > 0 || ![previous, current].every(isAmount)) return [];
  if (previous.year !== year || current.year === null || current.year <= year) return [];
  return [
    {
      kind: 'growth',
      change: null,
      percent: percent.figure,
      rises: percent.rises,
      agrees: true,
      currents: [current.figure],
      previous: previous.figure,
      base: 'year',
    },
  ];
}

/** The items that a name may stand for: 收入支出总计 is stated as two halves too, and 今年收入 may be the year's or the total. */
function itemsChanged(name: string): ItemKey[] {
  const side = /^(?:今年|本年)?(收入|支出)$/.exec(name)?.[1];
  if (side !== undefined) return side === '收入' ? ['total:income', 'income'] : ['total:expenditure', 'expenditure'];
  const item = changedItem(name);
  if (item === null) return [];
  return item.endsWith(':both')
    ? [item, item.replace(/both$/, 'income'), item.replace(/both$/, 'expenditure')]
    : [item];
}

/**
 * “三公”经费支出决算比2023年度减少0.28万元，降低3.09% in a paragraph that does not state what changed: the amount that the same heading
 * states of this item, once.
 */
function statedElsewhere(passage: Passage, change: Spoken, stated: FactIndex, year: number | null): Figure[] {
  const spokenOf = [...(change.mention.lead.split(/[。;]/).at(-1) ?? '').matchAll(yearWord)].at(-1)?.[1];
  if (passage.group < 0 || isOfAnotherYear(spokenOf === undefined ? null : Number(spokenOf), year)) return [];
  const amounts = itemsChanged(change.name)
    .map((item) =>
      stated
        .near(item, passage.group, 4)
        .filter((fact) => fact.group === passage.group)
        .map(({ figure }) => figure),
    )
    .filter((figures) => figures.length > 0);
  // An item that is stated with several amounts leaves open which one changed.
  if (amounts.some((figures) => new Set(figures.map(({ text }) => text)).size > 1)) return [];
  return amounts.flatMap((figures) => figures.slice(0, 1));
}

/** What is compared with its budget: the last amount of the sentence, what the words repeat by name, or what the sentence before goes on about. */
function overBudget(earlier: readonly Spoken[], one: Spoken): Spoken | undefined {
  const current = earlier.findLast(isAmount);
  if (current?.sentence === one.sentence) return current;
  if (one.name !== '') return earlier.findLast((other) => isOutturn(other) && isNamed(other, one.name));
  // 支出决算17.00万元，完成预算的94.44%。较预算减少1.00万元; farther away only what is all that the paragraph states.
  const isNear = current?.sentence === one.sentence - 1 || earlier.filter(isAmount).length === 1;
  return isNear && goesOn.test(one.mention.lead) ? current : undefined;
}

/** 与年初预算数4,500.00万元相比，增加200.00万元，增长4.44%: growth from a budget that the sentence states. */
function growthFromBudget(spoken: readonly Spoken[], index: number, percent: Spoken | null): Growth | null {
  const change = spoken[index];
  const pair = pairBefore(before(spoken, index));
  const last = spoken[index - 1];
  if (
    !percent ||
    !pair ||
    pair.budget !== last ||
    change?.name !== '' ||
    change.sentence !== last.sentence ||
    !comparedBudget.test(last.mention.lead)
  )
    return null;
  return {
    kind: 'growth',
    // In one sentence the difference is a claim of its own.
    change: pair.outturn.sentence === pair.budget.sentence ? null : change.figure,
    percent: percent.figure,
    rises: percent.rises,
    agrees: true,
    currents: [pair.outturn.figure],
    previous: pair.budget.figure,
    base: 'budget',
  };
}

/**
 * Changes from the year before: …162.25万元，比上年减少60.03万元，下降27.01%; 比2023年度1200.00万元增长2.88%; or from the budget:
 * 比年初预算增加10.50万元，增长2.63%.
 * The amount that changed is the one before it in the sentence, or the one of the name that the change repeats.
 * @param passage one paragraph
 * @param stated the amounts of the year that the text states, for one that stands elsewhere under the same heading
 * @param year of these
 */
export function growths(passage: Passage, stated: FactIndex, year: number | null): Growth[] {
  if (passage.section === 'performance') return [];
  const { spoken } = passage;
  return spoken.flatMap((one, index): Growth[] => {
    if (!['growth', 'change', 'against-budget'].includes(one.role) || isTwiceNegative(one) || isAdjusted(passage, one))
      return [];
    const last = spoken[index - 1];
    const previous = last?.role === 'previous' ? last : null;
    if (
      one.role === 'growth' &&
      one.clause === previous?.clause &&
      /^(?:相比|相比较)?[，]?[^，]{0,4}$/.test(one.mention.lead)
    ) {
      const currents = changed(spoken, index - 1, one, yearCompared(one, previous));
      const [current] = currents;
      return current
        ? [
            {
              kind: 'growth',
              change: null,
              percent: one.figure,
              rises: one.rises,
              agrees: true,
              currents: [current.figure],
              previous: previous.figure,
              base: 'year',
            },
          ]
        : [];
    }
    if (one.role === 'growth' && growthFromYear.test(one.mention.lead)) return ofTwoYears(spoken, index);
    if (one.role !== 'change' && one.role !== 'against-budget') return [];
    const next = spoken[index + 1];
    const percent =
      next?.role === 'growth' &&
      next.clause === one.clause &&
      !isTwiceNegative(next) &&
      !isAdjusted(passage, next) &&
      !/比|较/.test(next.mention.lead.replace('同比', ''))
        ? next
        : null;
    // 同比增长5.60%，增收980万元: the rate may stand in front.
    const ahead =
      percent === null &&
      last?.role === 'growth' &&
      last.clause === one.clause &&
      onlyChange.test(one.mention.lead) &&
      isPlainGrowth(spoken, index - 1) &&
      !isTwiceNegative(last) &&
      !isAdjusted(passage, last)
        ? last
        : null;
    if (ahead) {
      const currents = changed(spoken, index - 1, one, null).map((other) => other.figure);
      return currents.length === 0
        ? []
        : [
            {
              kind: 'growth',
              change: one.figure,
              percent: ahead.figure,
              rises: one.rises,
              agrees: ahead.rises === one.rises,
              currents: currents.slice(0, mostReadings),
              previous: null,
              base: 'year',
            },
          ];
    }
    const agrees = percent === null || percent.rises === one.rises;
    if (one.role === 'against-budget') {
      const current = overBudget(before(spoken, index), one);
      if (!percent || !current || !isOutturn(current) || /^[，]?决算/.test(one.mention.lead)) return [];
      return [
        {
          kind: 'growth',
          change: one.figure,
          percent: percent.figure,
          rises: one.rises,
          agrees,
          currents: [current.figure],
          previous: null,
          base: 'budget',
        },
      ];
    }
    const ofBudget = growthFromBudget(spoken, index, percent);
    if (ofBudget) return [ofBudget];
    const comparedWithBudget =
      last?.role === 'amount' &&
      last.basis !== 'outturn' &&
      last.basis !== null &&
      /^[，(]?(?:比|较|与)/.test(last.mention.lead);
    if (comparedWithBudget || (percent === null && previous === null)) return [];
    const restated = previous ? null : fromYearBefore(spoken, index, percent);
    if (restated) return [restated];
    // 2023年收入预算…，比2023年增加: the amount before is the one it changed from.
    const inParagraph = changed(spoken, index, one, yearCompared(one, previous)).map((other) => other.figure);
    const currents = inParagraph.length > 0 || previous ? inParagraph : statedElsewhere(passage, one, stated, year);
    // 比十三五456亿元增加260亿元，增长57.0%: base and change are enough for the rate.
    if (currents.length === 0 && (previous === null || percent === null)) return [];
    return [
      {
        kind: 'growth',
        change: one.figure,
        percent: percent?.figure ?? null,
        rises: one.rises,
        agrees,
        currents: currents.slice(0, mostReadings),
        previous: (previous ?? ofYearCompared(spoken, index))?.figure ?? null,
        base: 'year',
      },
    ];
  });
}

/** 。完成年初预算500.00万元的98.00%: a budget that its words tie to the amount before it. */
const completes = /完成(?:了)?(?:年初|全年|调整后?|支出)?(?:支出)?预算数?$/;
/** 。较年初预算500.00万元增加20.00万元: so do these. */
const comparedBudget =
  /(?:^|[，。;:(、])(?:比|较|与|同)(?:(?:19|20)\d{2}年度?)?(?:年初|全年|调整后?)?(?:支出|收入)?预算数?$/;

/** 实际完成, 全年执行数: words for what became of an item, that name none. */
const onlyDone = /^(?:全年|当年|年末|年底)?(?:实际|累计)?(?:完成|执行|支出|收入|支付|使用|到位)(?:数|额|金额)?$/;

/** The two amounts before a place of the sentence, if one is the outturn and the other the budget of the same item. */
function pairBefore(spoken: readonly Spoken[]): { outturn: Spoken; budget: Spoken } | null {
  const amounts = spoken.filter(isAmount);
  const [a, b] = amounts.slice(-2);
  if (!a || !b || b.sentence - a.sentence > 1) return null;
  const pair =
    a.basis === 'outturn' || (a.basis === null && b.basis !== 'outturn')
      ? { outturn: a, budget: b }
      : { outturn: b, budget: a };
  if (!isOutturn(pair.outturn) || pair.budget.basis === 'outturn' || pair.budget.basis === null) return null;
  // An amount without a word of its own is what was spent of the budget beside it, of the same year.
  const completed = pair.budget === b && (completes.test(b.mention.lead) || comparedBudget.test(b.mention.lead));
  if (
    pair.outturn.basis === null &&
    !completed &&
    (pair.outturn.year !== pair.budget.year || a.sentence !== b.sentence)
  )
    return null;
  // Two items that are none of ours are not one for that; 实际完成 is of what the sentence has just named.
  const goesOnAbout =
    pair.outturn === b &&
    a.sentence === b.sentence &&
    a.clause === b.clause &&
    onlyDone.test(b.name) &&
    a.mention.lead.includes('预算');
  if (
    !goesOnAbout &&
    pair.outturn.name !== pair.budget.name &&
    (pair.outturn.item === null || pair.outturn.item !== pair.budget.item)
  )
    return null;
  return pair;
}

/** 完成年初预算的 goes with 年初预算; 完成预算的 with any. */
const fits = (said: Spoken['basis'], budget: Spoken['basis'] | Fact['basis']): boolean =>
  said === 'budget' || budget === 'budget' || said === budget;

/**
 * Completion of the budget: 年初预算…，支出决算…，完成年初预算的51.17%; 全年预算数…，全年执行数…，预算执行率….
 * @param passage one paragraph
 * @param stated the budgets that the text states, for one that stands elsewhere in the same section
 * @param year of these
 */
export function completions(passage: Passage, stated: FactIndex, year: number | null): (Completion | FormCompletion)[] {
  const { spoken } = passage;
  return spoken.flatMap((percent, index): (Completion | FormCompletion)[] => {
    if (percent.role === 'execution') return execution(passage, percent);
    if (percent.role !== 'completion' || passage.section === 'performance') return [];
    const earlier = before(spoken, index);
    const pair = pairBefore(earlier);
    const last = earlier.findLast(isAmount);
    if (pair && (pair.outturn === last || pair.budget === last) && percent.sentence - last.sentence <= 1) {
      return fits(percent.basis, pair.budget.basis)
        ? [{ kind: 'completion', percent: percent.figure, outturn: pair.outturn.figure, budget: pair.budget.figure }]
        : [];
    }
    // Only the outturn stands here: the budget is stated once elsewhere under the same heading.
    if (
      !last ||
      !isOutturn(last) ||
      last.item === null ||
      percent.sentence !== last.sentence ||
      isOfAnotherYear(last.year, year)
    )
      return [];
    const budgets = stated
      .near(last.item, passage.group, 3)
      .filter((fact) => fact.group === passage.group && fits(percent.basis, fact.basis));
    const [budget] = budgets;
    if (budget)
      return budgets.length === 1
        ? [{ kind: 'completion', percent: percent.figure, outturn: last.figure, budget: budget.figure }]
        : [];
    // The form has budgets of the year, not those of its beginning.
    return last.item.startsWith('three-public:') && passage.section === 'three-public' && percent.basis !== 'initial'
      ? [{ kind: 'form-completion', percent: percent.figure, outturn: last.figure, item: last.item }]
      : [];
  });
}

/**
 * 全年预算数10.00万元，决算数9.00万元，预决算差异率-10.00%: of the two amounts that its clause states.
 * @param passage one paragraph
 */
export function deviations(passage: Passage): Deviation[] {
  if (passage.section === 'performance') return [];
  return passage.spoken.flatMap((percent, index): Deviation[] => {
    const pair = percent.role === 'deviation' ? pairBefore(before(passage.spoken, index)) : null;
    return pair && [pair.budget, pair.outturn].every(({ clause }) => clause === percent.clause)
      ? [{ kind: 'deviation', percent: percent.figure, outturn: pair.outturn.figure, budget: pair.budget.figure }]
      : [];
  });
}

/** What was carried out of a budget, as evaluation reports call it. */
const executed = /^(?:资金)?(?:总体支出|实际执行数|执行数|实际支出)$/;

/** 预算执行率 of a paragraph that states one full-year budget and one amount carried out. */
function execution(passage: Passage, percent: Spoken): Completion[] {
  const earlier = upTo(passage, percent.mention.start).filter(isAmount);
  const budgets = earlier.filter((spoken) => spoken.basis === 'full' && /^(?:部门|单位|资金|整体)*$/.test(spoken.name));
  const outturns = earlier.filter((spoken) => spoken.basis === null && executed.test(spoken.name));
  const [budget] = budgets;
  const [outturn] = outturns;
  return budget && outturn && budgets.length === 1 && outturns.length === 1
    ? [{ kind: 'completion', percent: percent.figure, outturn: outturn.figure, budget: budget.figure, evaluated: true }]
    : [];
}

/** 决算数与年初预算数不存在差异, 决算数与预算数一致; not 基本一致. */
const noDifference =
  /决算(?:数)?(?:与|和|同)(?:\d{4}年度?)?(?:年初预算|全年预算|调整预算|预算|年初)数?(?:相比)?(不存在差异|没有差异|无差异|一致|持平|相同|相等)|决算数?(等于)(?:年初|全年|调整后?)?预算数?/g;

/** 决算数大于年初预算数的主要原因; not 大于(小于), which leaves both open. */
const direction =
  /(?:支出)?决算数?(大于|高于|多于|小于|低于|少于)(?:\d{4}年度?)?(?:年初|全年|调整)?预算数?(?:的)?(?:主要)?(?:原因|是|，|。)(?![^，。]{0,3}[(/])/g;
/** 与上年持平, 与2023年预算数一致; not 基本持平. */
export const unchanged =
  /(?:与|和|同|较|比)(?:上年|去年|上一年|((?:19|20)\d{2})年)度?(?:(?:财政)?(?:年初)?(?:决算|预算|支出)数?)?(?:相比)?，?(持平|一致|相同|相等|无变化|没有变化)/g;

/** The amount of this year and the one of the year before that a sentence states of one item. */
function twoYears(passage: Passage, end: number): { current: Spoken; previous: Spoken } | null {
  const text = passage.flat.text;
  const start = text.lastIndexOf('。', end - 1) + 1;
  const amounts = upTo(passage, end).filter(
    (spoken) => spoken.mention.start >= start && (isAmount(spoken) || spoken.role === 'previous'),
  );
  const [current, previous, ...others] = amounts;
  if (!current || !previous || others.length > 0 || !isAmount(current)) return null;
  if (previous.role === 'previous') return { current, previous };
  const apart =
    current.year !== null &&
    previous.year !== null &&
    current.year !== previous.year &&
    current.basis === previous.basis;
  return apart && current.name === previous.name && current.name !== '' ? { current, previous } : null;
}

/** The outturn and the budget that words of the same sentence, or of the next, compare. */
function comparedAt(passage: Passage, at: number): { outturn: Spoken; budget: Spoken } | null {
  const earlier = upTo(passage, at);
  return sentencesBehind(passage, earlier, at) > mostBetween ? null : pairBefore(earlier);
}

/** What it was used for may stand between the amounts and the words that compare them. */
const mostBetween = 2;

/** 完成预算的89.17%，决算数小于预算数: the completion that words compare with the budget, where the budget itself is not stated. */
function completionAt(passage: Passage, at: number, words: string): Spoken | null {
  const earlier = upTo(passage, at);
  // Its changes may stand between: 完成预算89.91%，较上年减少5.13万元，下降11.19%。决算数小于预算数.
  const last = earlier.findLast(({ role }) => !['change', 'growth', 'against-budget'].includes(role));
  const basis = words.includes('年初') ? 'initial' : /全年|调整/.test(words) ? 'full' : 'budget';
  return last?.role === 'completion' && fits(last.basis, basis) && sentencesBehind(passage, earlier, at) <= 1
    ? last
    : null;
}

/** A word that compares two figures, as a place of the text. */
const wordAt = (passage: Passage, start: number, word: string): Figure => ({
  quantity: { kind: 'text' },
  unit: null,
  decimals: 0,
  confidence: 1,
  ...textPlace(passage, start, start + word.length),
});

/**
 * Differences between outturn and budget, or between two years, in figures or in words.
 * @param passage one paragraph
 */
export function differences(
  passage: Passage,
): (Difference | Comparison | CompletionByDifference | FormDifference | CompletionInWords)[] {
  if (passage.section === 'performance') return [];
  const { spoken, flat } = passage;
  const found: (Difference | Comparison | CompletionByDifference | FormDifference | CompletionInWords)[] = [];
  spoken.forEach((stated, index) => {
    const earlier = before(spoken, index);
    const last = earlier.at(-1);
    const compared =
      stated.role === 'change' &&
      stated.name === '' &&
      last?.role === 'amount' &&
      last.basis !== 'outturn' &&
      /^[，。(]?(?:比|较|与)/.test(last.mention.lead);
    if ((!compared && stated.role !== 'against-budget') || isAdjusted(passage, stated)) return;
    const pair = pairBefore(earlier);
    if (pair) {
      found.push({
        kind: 'difference',
        difference: stated.figure,
        above: stated.rises,
        outturn: pair.outturn.figure,
        budget: pair.budget.figure,
      });
      return;
    }
    const percent = last?.role === 'completion' ? last : null;
    const current = earlier.findLast(isAmount);
    const together =
      current !== undefined &&
      ([percent, stated].every((one) => one?.clause === current.clause) ||
        (earlier.filter(isAmount).length === 1 && current.sentence === stated.sentence));
    if (percent && current && isOutturn(current) && current.name !== '' && together) {
      found.push({
        kind: 'completion-by-difference',
        percent: percent.figure,
        outturn: current.figure,
        difference: stated.figure,
        above: stated.rises,
      });
    } else if (stated.role === 'against-budget' && stated.basis !== 'initial') {
      const spent = overBudget(earlier, stated);
      const item = spent && isOutturn(spent) ? spent.item : null;
      if (spent && item?.startsWith('three-public:') === true && passage.section === 'three-public')
        found.push({
          kind: 'form-difference',
          difference: stated.figure,
          above: stated.rises,
          outturn: spent.figure,
          item,
        });
    }
  });
  for (const match of flat.text.matchAll(noDifference)) {
    const pair = comparedAt(passage, match.index);
    const [whole, said, equal] = match;
    const words = said ?? equal ?? '';
    const start = match.index + whole.lastIndexOf(words);
    if (!pair) {
      const percent = completionAt(passage, match.index, whole);
      if (percent)
        found.push({
          kind: 'completion-in-words',
          percent: percent.figure,
          direction: 'same',
          word: wordAt(passage, start, words),
        });
      continue;
    }
    const difference: Figure = worded(passage, start, start + words.length, pair.outturn.figure);
    found.push({
      kind: 'difference',
      difference,
      above: true,
      outturn: pair.outturn.figure,
      budget: pair.budget.figure,
    });
  }
  for (const match of flat.text.matchAll(unchanged)) {
    const end = match.index + match[0].length;
    const pair = twoYears(passage, end);
    if (!pair) continue;
    found.push({
      kind: 'difference',
      difference: worded(passage, end - (match[2] ?? '').length, end, pair.current.figure),
      above: true,
      outturn: pair.current.figure,
      budget: pair.previous.figure,
    });
  }
  for (const match of flat.text.matchAll(direction)) {
    const pair = comparedAt(passage, match.index);
    const above = /大|高|多/.test(match[1] ?? '');
    const word = wordAt(passage, match.index + match[0].indexOf(match[1] ?? ''), match[1] ?? '');
    if (!pair) {
      const percent = completionAt(passage, match.index, match[0]);
      if (percent)
        found.push({
          kind: 'completion-in-words',
          percent: percent.figure,
          direction: above ? 'above' : 'below',
          word,
        });
      continue;
    }
    found.push({
      kind: 'comparison',
      word,
      greater: above ? pair.outturn.figure : pair.budget.figure,
      less: above ? pair.budget.figure : pair.outturn.figure,
    });
  }
  return found;
}

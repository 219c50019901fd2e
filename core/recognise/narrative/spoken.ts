import type { Block, Paragraph } from '../../document/document.ts';
import type { Figure, TextPlace } from '../../document/figure.ts';
import { Decimal, zero } from '../../quantity/decimal.ts';
import { decimalsOf } from '../figures.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import type { Unit } from '../../quantity/unit.ts';
import { accountPath } from './account-path.ts';
import { mentionsIn, usualDecimalsByUnit, type Mention } from './amounts.ts';
import type { Basis } from './claim.ts';
import { flatten, isTooLong, printedRange, type Flat } from './flat.ts';
import { bareName, itemKey, itemShown, type ItemKey } from './item.ts';
import { mapped } from '../../steps.ts';
import { joinBrokenLines } from './lines.ts';
import { readHeading, sectionAfter, type Section } from './section.ts';
import { isSeriesLead, namesOfSeries, seriesLength } from './series.ts';

/** What part a figure plays in its sentence. */
export type Role =
  | 'amount'
  | 'change'
  | 'previous'
  | 'against-budget'
  | 'share'
  | 'growth'
  | 'completion'
  | 'deviation'
  | 'execution'
  | 'unknown';

/** A figure with its part in the sentence. */
export interface Spoken {
  readonly mention: Mention;
  readonly role: Role;
  readonly figure: Figure;
  /** The item's name: its own, or the one the sentence goes on about. For a share: what it is a share of, '' if not said. */
  readonly name: string;
  readonly item: ItemKey | null;
  /** null: the sentence does not say. */
  readonly basis: Basis | null;
  /** The year it speaks of; null if none is said. */
  readonly year: number | null;
  /** Sentences (。) and clauses (。；) before it in the paragraph. */
  readonly sentence: number;
  readonly clause: number;
  /** Inside how many brackets. */
  readonly depth: number;
  /** For a change: upwards. */
  readonly rises: boolean;
}

/** A budget of the year: no amount received or spent. */
const isBudgeted = ({ role, basis }: Spoken): boolean => role === 'amount' && basis !== null && basis !== 'outturn';

/** What is received or spent, as far as a sentence states it: without the budget that another amount of the same item is measured against. */
export function withoutBudgets(spoken: readonly Spoken[]): Spoken[] {
  const keyOf = ({ sentence, name, year }: Spoken): string => `${sentence}|${year ?? ''}|${name}`;
  const spent = new Set(spoken.flatMap((one) => (one.role === 'amount' && !isBudgeted(one) ? [keyOf(one)] : [])));
  return spoken.filter((one) => !isBudgeted(one) || !spent.has(keyOf(one)));
}

/** A paragraph with what it says. */
export interface Passage {
  /** Its lines: one, or several where the page broke its sentences. */
  readonly lines: readonly Paragraph[];
  readonly index: number;
  readonly flat: Flat;
  readonly section: Section | null;
  /** Counts the stretches of text under one kind of heading. */
  readonly group: number;
  readonly heading: boolean;
  /** It only names an account or an item, of which the next paragraph speaks. */
  readonly names: boolean;
  readonly spoken: readonly Spoken[];
}

/** …增加, …减少了, 各减少, 增加额为, 同比减收 */
const changeWord = /(增加|增长|上升|提高|增支|增收|减少|下降|降低|减支|减收)(?:了|额|数)*(?:为|是)?:?$/;
const upwards = /增|升|提高/;
/** 决算数大于预算数, 比预算减少, 较年初预算数增加 */
const againstBudget =
  /决算数?(大于|高于|多于|超过|超出|小于|低于|少于)(?:年初|全年|调整)?预算数?$|(?:比|较|与)(?:(\d{4})年度?)?(?:年初|全年|调整后?)?预算数?(?:相比)?，?(增加|超支|超出|减少|节约|结余|节余)(?:了)?$/;
/** 比2023年, 较上年决算数, 与2023年度的 */
const previousWord =
  /(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年)(?:度|年初|决算|决算数|预算|预算数|累计|实际|执行数|支出|支出数|同期|的)*$/;
/** ，上年支出2.62万元，减少0.48万元: so is an amount of last year that stands beside this year's. */
const lastYears = /^[，(](?:上年|去年|上年度|上一年度?)(?:同期|实际|支出|收入|决算|执行|完成|预算|数)*(?:为)?$/;
/** 比十三五456亿元, 相比2016年的总收入: what a change directly behind the amount is measured from, by whatever name; a budget is none. */
const namedBase =
  /(?:^|[，。;:(、])(?:与|同)?(?:比|较|相比|相较)(?:于)?(?!.{0,20}(?:预算|计划|目标|预期|任务))[^，。;:()\d]{0,6}(?:(?:19|20)\d{2}年)?[^，。;:()\d]{0,16}$/;
const plainChange = /^(?:增加|增长|增收|上升|提高|减少|减收|下降|降低)(?:了)?$/;
/** 年初预算为, 全年预算数, 支出预算, 预算安排 */
const budgetWord =
  /(年初预算|全年预算|调整后?预算|支出预算|(?<!一般公共|政府性基金|国有资本经营|社会保险基金|社保基金)预算)(?:数|安排|金额|总额|资金){0,4}(?:为|是|共计|共|:)?$/;
/** 完成全年预算 before an amount and 的80.00%: the budget that was completed; 与年初预算数 before an amount and 相比. Neither names an item. */
const budgetBase = /(?:完成(?:了)?|占|为|达到?|比|较|与|同)$/;
const completedBudget = /(?:完成(?:了)?|占|为|达到?)(年初|全年|调整后?|支出)?(?:支出)?预算数?(?:安排)?(?:的)?$/;
/** 支出决算为, 2024年度决算数, 决算支出 */
const outturnWord = /(?:支出)?(?:决算|(?:当年)?预算执行)(?:数|支出|总额|金额)*(?:为|是|共计|共|:)?$/;
/** 支出 alone behind the budget of an item, 年初预算为80.50万元，支出61.20万元: what was spent of it. Behind that of income it is the other side of the budget. */
const spentOfIt = /^[，;](?:实际|全年|当年|本年)?(?:列支|支出)(?:了|数|额)?(?:为|共计|共)?$/;
/** 占年初预算的, 占全年预算: a share of a budget is its completion. */
const ofBudget = /^(年初|全年|调整后?|支出|收入)?(?:支出|收入)?预算数?$/;
/** 占支出合计的, 占比, ，占 */
const shareWord =
  /^元?[)，(、]*(?:分别|(?:上述|以上)?(?:[两二三四2-4]项|[二两三四]者)(?:资金|收入|支出)?(?:合计|共计|共|总计|相加)(?:收入|支出|金额)?)?占(?:比|全部)?([^，。;]{0,30}?)(?:的)?(?:比重|比例)?(?:为|是|:)?$/;
const growthWord =
  /^[，、(]?(?:相比|同比)?，?(?:各|均|分别)?(?:增长|上升|提高|增加|增幅|增长率|下降|降低|减少|降幅|减幅|下降率)(?:了|率|为)*$/;
/** 比上年增长6.6%，增收5716万元: a rate that its change follows. */
const growthFromLastYear =
  /^[，、](?:比|较)(?:上年|去年|上一年)(?:度|同期|决算数?|完成数)?(?:相比)?，?(?:增长|上升|下降|降低|减少|增加)(?:了)?$/;
const changeBehind = /^[，、](?:增收|增支|减收|减支|增加|减少)(?:了|额)?(?:为)?$/;
/** 比2023年预算执行数减少 before a percentage: of an amount that the sentence states for that year. */
export const growthFromYear =
  /^[，、]?(?:比|较|与|同)((?:19|20)\d{2})年度?(?:当年)?(?:年初)?(?:预算)?(?:执行|安排|预算|决算)?数?(?:相比)?，?(增加|增长|上升|提高|减少|下降|降低)(?:了|率|为)*$/;
const completionWord =
  /^[，。;、(]?(?:分别)?(?:完成(?:了)?|为|达到?)(年初|全年|调整后?|支出|收入)?(?:支出|收入)?预算数?(?:安排)?(?:的)?(?:比例)?(?:为)?$/;
/** 预决算差异率-14.36%: of the budget and the outturn before it. */
const deviationWord = /^[，;、]?预决算差异率(?:为|是)?$/;
const executionWord = /(?:^|[，。;])(?:部门)?(?:整体)?(?:支出)?预算执行率(?:为|达到|达)?$/;
/** The year an amount is of; 与2023年预算持平 is none. */
export const yearWord = /(?<!比|较|与|同|和)((?:19|20)\d{2})年/g;

/** Names of budgets in which 预算 says nothing of the amount. */
const namesOfBudgets =
  /一般公共预算|政府性基金预算|国有资本经营预算|社会?保险?基金预算|预算(?:财政)?拨款|预算外|预算绩效/g;
/** What the budget behind these words is: only what an amount is compared with. */
const comparing = /完成|比|较|与|同|占|大于|小于|高于|低于|多于|少于|等于|超过/;

/** A clause without the budgets that say nothing of its amounts. */
function withoutOtherBudgets(clause: string): string {
  const [from, last] = [clause.search(comparing), clause.lastIndexOf('预算')];
  const own = from >= 0 && last > from ? clause.slice(0, from) + clause.slice(last + '预算'.length) : clause;
  return own.replace(namesOfBudgets, '');
}

/** Whether the words say that the amounts behind them are planned (true) or received and spent (false); null where they say neither. */
function planned(words: string): boolean | null {
  const plain = words
    .split(/[，。;:]/)
    .map(withoutOtherBudgets)
    .join('，');
  const [plan, done] = [
    plain.lastIndexOf('预算'),
    Math.max(...['决算', '执行', '实际', '完成'].map((word) => plain.lastIndexOf(word))),
  ];
  return plan === done ? null : plan > done;
}

const basisOf = (word: string): Basis =>
  word.startsWith('年初') ? 'initial' : /^全年|^调整/.test(word) ? 'full' : 'budget';

/** The last clause of a text, without its verb: 2024年度，收、支总计均为 → 收、支总计. */
function lastClause(text: string): string {
  const clause = text.split(/[，。;:]/).at(-1) ?? '';
  return bareName(clause.replace(/(?:为|是)$/, ''));
}

/** What a line names of which the next speaks: 1.教育支出(类)普通教育(款)小学教育(项)。 or 3.公务接待费。; '' if it names nothing so. */
function namedIn(line: string): string {
  if (
    line.length > 80 ||
    !/^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、]|[一二三四五六七八九十]、)/.test(line)
  )
    return '';
  const name = bareName(line.replace(/[。:]$/, ''));
  return accountPath(name).some(({ level }) => level !== null) || itemKey(name) !== null ? name : '';
}

interface Told {
  readonly role: Role;
  readonly name: string | null;
  readonly basis: Basis | null;
  readonly rises: boolean;
}

/** What is left of 比2023年预算数, 较上年决算支出: what it is compared with, no name. */
const comparedOnly = /^(?:年初|决算|预算|支出|执行|安排)*(?:数|额)?$/;

/** 费用支出较年初预算数减少, 决算数比预算增加: nothing but the amount just spoken of. */
const sameAgain = /^(?:费用|经费|资金)?(?:支出|决算|执行)*(?:数|额)?$/;
/** 收入支出总计与上年相比，增加: what changed is named a clause before. */
const comparedFirst = /^(.+?)(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年)/;
const endsCompared = /(?:相比|比较)$/;

/** The name of what changed, from the words in front of the change. */
function changedName(words: string): string {
  const own = lastClause(words)
    .replace(
      /^(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年)(?:度|年初|决算数?|预算数?|支出数?|同期)*(?:相比|对比)?|^同比|^按同口径|^相比/,
      '',
    )
    .replace(/(?:各|均|分别){1,4}$/, '')
    .replace(comparedBehind, '')
    .replace(comparedOnly, '');
  if (own !== '') return own;
  const [above = '', last] = words.split(/[，。;:]/).slice(-2);
  return last === '' && endsCompared.test(above) ? bareName(comparedFirst.exec(bareName(above))?.[1] ?? '') : '';
}

/** 公务接待费支出决算比上年, 支出决算比2022年度: what it is compared with, behind the name. */
const comparedBehind =
  /(?:决算|预算)?数?(?:比|较|与|同)(?:(?:上年|去年|上一年|(?:19|20)\d{2}年)(?:度|决算|预算|支出|同期|数)*)?(?:相比|对比)?$/;

/** What a figure is, by the words in front of it, and the figure before those. */
function tell(mention: Mention, before: Mention | undefined, behind: Mention | undefined, year: number | null): Told {
  const { lead, kind } = mention;
  const told = (role: Role, name: string | null = null, basis: Basis | null = null, rises = false): Told => ({
    role,
    name,
    basis,
    rises,
  });
  if (kind === 'percent') {
    const share = shareWord.exec(lead);
    const budgetOf = share ? ofBudget.exec((share[1] ?? '').replace(/的$/, '')) : null;
    if (budgetOf) return told('completion', null, basisOf(budgetOf[1] ?? ''));
    if (share) return told('share', bareName((share[1] ?? '').replace(/的$/, '')));
    const completion =
      completionWord.exec(lead) ??
      (lead === '的' && before?.kind === 'amount' ? completedBudget.exec(before.lead) : null);
    if (completion) return told('completion', null, basisOf(completion[1] ?? ''));
    // 较上年增加1.00万元(25.00%)
    const changed = lead === '(' && before ? changeWord.exec(before.lead) : null;
    if (changed) return told('growth', null, null, upwards.test(changed[1] ?? ''));
    const fromYear = growthFromYear.exec(lead);
    const followed = growthFromLastYear.test(lead) && behind?.kind === 'amount' && changeBehind.test(behind.lead);
    if (growthWord.test(lead) || followed || fromYear)
      return told('growth', null, null, upwards.test(fromYear?.[2] ?? lead));
    if (deviationWord.test(lead)) return told('deviation');
    return executionWord.test(lead) ? told('execution') : told('unknown');
  }
  const over = againstBudget.exec(lead);
  // 比2023年预算减少 under the year 2024 is a change from the year before.
  if (over && (over[2] === undefined || Number(over[2]) === year))
    return told(
      'against-budget',
      lastClause(lead.slice(0, over.index)).replace(sameAgain, ''),
      null,
      /大于|高于|多于|超|增加/.test(over[1] ?? over[3] ?? ''),
    );
  if (changeWord.test(lead)) {
    return told(
      'change',
      changedName(lead.replace(changeWord, '')),
      null,
      upwards.test(changeWord.exec(lead)?.[1] ?? ''),
    );
  }
  const earlier = previousWord.exec(lead);
  // 比2024年年初预算数4.39万元 under the year 2024 states the budget.
  const budgeted = earlier && year !== null && earlier[0].includes(`${year}年`) ? /(年初)?预算/.exec(earlier[0]) : null;
  if (budgeted) return told('amount', '', basisOf(budgeted[0]));
  if (earlier || lastYears.test(lead) || (namedBase.test(lead) && plainChange.test(behind?.lead ?? '')))
    return told('previous');
  const budget = budgetWord.exec(lead);
  if (budget)
    return told('amount', lastClause(lead.slice(0, budget.index)).replace(budgetBase, ''), basisOf(budget[1] ?? ''));
  if (
    spentOfIt.test(lead) &&
    before?.kind === 'amount' &&
    /^(?:年初|全年|调整)/.test(budgetWord.exec(before.lead)?.[1] ?? '') &&
    !before.lead.includes('收')
  )
    return told('amount', '', 'outturn');
  const outturn = outturnWord.exec(lead);
  if (outturn) return told('amount', lastClause(lead.slice(0, outturn.index)), 'outturn');
  return told('amount', lastClause(lead));
}

/**
 * The name in front of a figure whose own clause has none: 一般公共服务支出（类）…行政运行（项）。年初预算为; 公务接待费，全年预算为.
 * What a sentence says an account was used for is not its name.
 */
function nameBefore(lead: string): string {
  const clauses = lead
    .split(/[，。;:]/)
    .map((clause) => bareName(clause))
    .filter((clause) => clause !== '');
  const marked = clauses.findLast((clause) => /\((?:类|款|项)\)/.test(clause));
  return marked ?? (/用于|用途|包括|反映/.test(lead) ? '' : (clauses.at(-2) ?? ''));
}

/** 基本支出预算, of which 基本 is the name. */
const shownBasis = (lead: string, name: string, basis: Basis): string =>
  basis === 'budget' && !name.endsWith('支出') && (lead.split(/[，。;]/).at(-1) ?? '').includes('支出预算')
    ? `支出${basisName[basis]}`
    : basisName[basis];

/** 支出预算 that no name precedes, at the beginning or beside income: the budget of all expenditure. */
const isAllSpending = (lead: string, before: string): boolean =>
  (before === '' || before.includes('收入')) &&
  /(?:^|[，。;:])(?:(?:19|20)\d{2}年度?)?支出预算(?:数|安排|金额|总额)*(?:为|是|共)?$/.test(lead);

/**
 * The printed text between two indices of the flat text, and its place.
 * @param of its paragraph
 * @param start in the flat text
 * @param end in the flat text
 * @param claim what the sentence says it is; without it the printed text
 */
export function textPlace(
  of: Pick<Passage, 'lines' | 'flat'>,
  start: number,
  end: number,
  claim?: string,
): { text: string; place: TextPlace } {
  const range = printedRange(of.flat, start, end);
  const paragraph = of.lines[range.line];
  if (!paragraph) throw new Error('a passage has at least one line');
  const { page } = paragraph.place;
  // Of 5.41__% on a line to be filled in, the line is no part.
  const text = paragraph.text.slice(range.start, range.end).replace(/[_＿]/gu, '');
  return {
    text,
    place: {
      in: 'text',
      paragraph: paragraph.id,
      start: range.start,
      end: range.end,
      ...(page === undefined ? {} : { page }),
      claim: claim ?? text,
    },
  };
}

const figureOf = (
  of: Pick<Passage, 'lines' | 'flat'>,
  mention: Mention,
  decimals: ReadonlyMap<Unit, number>,
  claim: string,
): Figure => {
  const { quantity, unit } = mention;
  // Whole 元 are whole 元.
  const usual =
    unit === null || (unit === '元' && quantity.decimals === 0) ? 0 : (decimals.get(unit) ?? quantity.decimals);
  const told: Quantity = mention.misprinted ? { kind: 'unreadable' } : quantity;
  return {
    quantity: told,
    unit,
    ...decimalsOf(told, usual),
    confidence: 1,
    ...textPlace(of, mention.start, mention.end, claim),
  };
};

/**
 * A figure that the text states in words: 无差异 is a difference of zero.
 * @param passage its paragraph
 * @param start in the flat text
 * @param end in the flat text
 * @param like a figure whose unit and decimals it shares
 */
export function worded(passage: Passage, start: number, end: number, like: Pick<Figure, 'unit' | 'decimals'>): Figure {
  const quantity: Quantity = { kind: 'amount', value: zero, decimals: like.decimals };
  return { quantity, unit: like.unit, decimals: like.decimals, confidence: 1, ...textPlace(passage, start, end) };
}

/**
 * A number in a sentence that counts things.
 * @param passage its paragraph
 * @param start of its digits in the flat text
 * @param digits as they stand there
 * @param claim what the sentence says it is
 * @param counts what it counts: 辆, 分
 */
export function countedFigure(passage: Passage, start: number, digits: string, claim: string, counts: string): Figure {
  const { text, place } = textPlace(passage, start, start + digits.length, claim);
  const value = new Decimal(digits);
  return {
    quantity: { kind: 'amount', value, decimals: value.decimalPlaces() },
    text,
    unit: null,
    decimals: value.decimalPlaces(),
    confidence: 1,
    exact: true,
    counts,
    place,
  };
}

/**
 * A figure of the text under another name.
 * @param figure printed in a sentence
 * @param claim what the sentence says it is
 */
export const called = (figure: Figure, claim: string): Figure =>
  figure.place.in === 'text' ? { ...figure, place: { ...figure.place, claim } } : figure;

const claimName: Readonly<Record<Role, string>> = {
  'amount': '',
  'change': '增减额',
  'previous': '上年数',
  'against-budget': '与预算的差额',
  'share': '占比',
  'growth': '增减幅度',
  'completion': '完成预算的比例',
  'deviation': '预决算差异率',
  'execution': '预算执行率',
  'unknown': '',
};
const basisName: Readonly<Record<Basis, string>> = {
  outturn: '决算',
  initial: '年初预算',
  full: '全年预算',
  budget: '预算',
};

/**
 * Reads the figures of one paragraph from left to right; a figure without a name of its own goes on with the item before it.
 * Figures of a series (A、B分别为…，分别占…) are put in order item by item.
 * @param named the item that a line of its own names in front of the paragraph
 */
function speak(
  of: Pick<Passage, 'lines' | 'flat'>,
  mentions: readonly Mention[],
  decimals: ReadonlyMap<Unit, number>,
  documentYear: number | null,
  named: string,
): Spoken[] {
  const { flat } = of;
  const spoken: Spoken[] = [];
  /** What was said so far: figures, and series as one list an item. */
  const order: (Spoken | Spoken[][])[] = [];
  let name = '';
  let year: number | null = null;
  let sentence = -1;
  let series: {
    readonly names: readonly string[];
    readonly told: Told;
    index: number;
    readonly into: Spoken[][] | null;
  } | null = null;
  let at = 0;
  let sentences = 0;
  let clause = 0;
  let depth = 0;
  let plan = false;
  /** What is spoken of in front of the brackets that are open. */
  const outside: { readonly name: string; readonly clause: number }[] = [];
  let clauses = 0;
  for (const [index, mention] of mentions.entries()) {
    for (const sign of flat.text.slice(at, mention.start).match(/[。;()]/g) ?? []) {
      if (sign === '(') {
        depth += 1;
        outside.push({ name, clause });
      } else if (sign === ')') {
        // 1）工资福利支出: a bracket that nothing opened belongs to a number.
        const last = outside.pop();
        if (last === undefined) continue;
        depth -= 1;
        ({ name, clause } = last);
      } else clause = clauses += 1;
      if (sign === '。') sentences += 1;
    }
    at = mention.start;
    const inSeries: boolean = series !== null && series.index < series.names.length;
    let told: Told =
      inSeries && series ? series.told : tell(mention, mentions[index - 1], mentions[index + 1], documentYear);
    const years = [...(mention.lead.split(/[。;]/).at(-1) ?? '').matchAll(yearWord)].map((match) => Number(match[1]));
    if (sentences !== sentence) {
      year = null;
      plan = false;
    }
    sentence = sentences;
    // 为预算的97.0% says nothing of the amount behind it.
    if (mention.kind === 'amount') plan = planned(mention.lead.split('。').at(-1) ?? '') ?? plan;
    if (!inSeries) {
      series = null;
      const length = seriesLength(mentions, index);
      if (length > 1) {
        const own = namesOfSeries(told.name ?? '', length);
        const named = told.role === 'amount' || (told.role === 'change' && told.name !== '');
        const into = named ? null : bucketsBefore(order, length, sentences, flat);
        // A series that does not fit what it goes with is not read.
        if (named ? own === null : into === null) told = { ...told, role: 'unknown', name: '' };
        series = { names: own ?? new Array<string>(length).fill(''), told, index: 0, into };
      } else if (isSeriesLead(mention.lead) && told.role === 'share') told = { ...told, role: 'unknown' };
    }
    if (series) told = { ...told, name: series.names[series.index] ?? '' };
    if (told.role === 'amount' && years.length > 0) year = years.at(-1) ?? null;
    if (told.role === 'amount') {
      const own = told.name ?? '';
      if (own !== '') name = own;
      // 收入预算100万元，支出预算100万元: the word that calls it a budget is its name.
      else if (isAllSpending(mention.lead, name) && nameBefore(mention.lead) === '' && named === '') name = '支出';
      else if (spoken.length === 0) name = nameBefore(mention.lead) || named;
      else if (told.basis === null) name = '';
    }
    const shown =
      told.role === 'execution'
        ? ''
        : told.role === 'amount'
          ? `${name}${told.basis ? shownBasis(mention.lead, name, told.basis) : ''}`
          : `${itemShown(told.role === 'change' && told.name ? told.name : (series?.into?.[series.index]?.[0]?.name ?? name))}${claimName[told.role]}`;
    const one: Spoken = {
      mention,
      role: told.role,
      figure: figureOf(of, mention, decimals, itemShown(shown) || claimName[told.role] || '金额'),
      name: told.role === 'amount' ? name : (told.name ?? ''),
      item:
        told.role === 'amount' ? (itemKey(name) ?? (told.basis === 'outturn' ? itemKey(`${name}支出`) : null)) : null,
      basis: told.basis ?? (told.role === 'amount' && plan ? 'budget' : null),
      year,
      sentence: sentences,
      clause,
      depth,
      rises: told.rises,
    };
    spoken.push(one);
    if (series) {
      const bucket = series.into?.[series.index];
      if (bucket) bucket.push(one);
      else if (series.index === 0) order.push([[one]]);
      else {
        const last = order.at(-1);
        if (Array.isArray(last)) last.push([one]);
      }
      series.index += 1;
    } else order.push(one);
  }
  return order.flat(2);
}

/**
 * The items that a series of percentages or changes speaks of: the series before it, or as many amounts that end the list before it.
 * @returns one list an item, to which the figures of the series are added; null if it is not clear which items are meant
 */
function bucketsBefore(
  order: (Spoken | Spoken[][])[],
  length: number,
  sentence: number,
  flat: Flat,
): Spoken[][] | null {
  const last = order.at(-1);
  if (Array.isArray(last))
    return last.length === length && last.every((bucket) => bucket[0]?.sentence === sentence) ? last : null;
  const amounts = order
    .slice(-length)
    .filter(
      (one): one is Spoken =>
        !Array.isArray(one) && one.role === 'amount' && one.name !== '' && one.sentence === sentence,
    );
  const [first] = amounts;
  if (
    !first ||
    amounts.length !== length ||
    amounts.slice(1).some(({ mention }) => !/^[，、和及与]/.test(mention.lead))
  )
    return null;
  // 收入100、基本支出60、项目支出40，分别占60、40: the list must begin with the first of them.
  const opened =
    order.length === length ||
    /[:。;]|其中|包括/.test(flat.text.slice(first.mention.start - first.mention.lead.length, first.mention.start));
  if (!opened) return null;
  const buckets = amounts.map((one) => [one]);
  order.splice(-length, length, buckets);
  return buckets;
}

/**
 * Reads every paragraph of a document: its section, and what part each figure plays. Yields now and then.
 * @param blocks of the document, in reading order
 * @param year of the document; null if not known
 */
export function* passagesOf(blocks: readonly Block[], year: number | null): Generator<void, Passage[]> {
  let section: Section | null = null;
  let group = 0;
  const evened = (lines: readonly Paragraph[], index: number) => {
    const flat = flatten(...lines.map(({ text }) => (isTooLong(text) ? '' : text)));
    const heading = readHeading(flat.text, lines[0]?.heading !== undefined);
    const next = sectionAfter(heading, section);
    if (next !== section) {
      section = next;
      group += 1;
    }
    const silent = heading !== null || section === 'glossary';
    // Without headings each paragraph may be about another body.
    return {
      lines,
      index,
      flat,
      section,
      group: section === null ? -1 - index : group,
      heading: heading !== null,
      mentions: silent ? [] : mentionsIn(flat),
    };
  };
  const raw = yield* mapped(yield* joinBrokenLines(blocks), evened);
  const decimals = usualDecimalsByUnit(
    raw.filter((passage) => passage.section !== 'performance').flatMap((passage) => passage.mentions),
  );
  return yield* mapped(raw, ({ mentions, ...passage }, index): Passage => {
    const names = mentions.length === 0 ? namedIn(passage.flat.text) : '';
    const above = raw[index - 1];
    const named = above?.mentions.length === 0 && above.section === passage.section ? namedIn(above.flat.text) : '';
    return { ...passage, names: names !== '', spoken: speak(passage, mentions, decimals, year, named) };
  });
}

/** A sentence looks no further back than so many figures. */
const reach = 60;
/** The figures in front of one of them, as far back as a sentence looks, without those in brackets that are closed before it. */
export function before(spoken: readonly Spoken[], index: number): readonly Spoken[] {
  const depth = spoken[index]?.depth ?? 0;
  return spoken.slice(Math.max(0, index - reach), index).filter((one) => one.depth <= depth);
}

/** The figures in front of a place of the text, as far back as a sentence looks. */
export function upTo({ spoken }: Passage, at: number): readonly Spoken[] {
  let low = 0;
  let high = spoken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spoken[middle]?.mention.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return spoken.slice(Math.max(0, low - reach), low);
}

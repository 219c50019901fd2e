import type { Figure } from '../../document/figure.ts';
import type { Paragraph } from '../../document/document.ts';
import { zero } from '../../quantity/decimal.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import type { Unit } from '../../quantity/unit.ts';
import { mentionsIn, usualDecimals, type Mention } from './amounts.ts';
import type { Basis } from './claim.ts';
import { flatten, printedRange, type Flat } from './flat.ts';
import { bareName, itemKey, type ItemKey } from './item.ts';
import { readHeading, type Section } from './section.ts';

/** What part a figure plays in its sentence. */
export type Role =
  | 'amount' | 'change' | 'previous' | 'against-budget'
  | 'share' | 'growth' | 'completion' | 'execution' | 'unknown';

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

/** A paragraph with what it says. */
export interface Passage {
  readonly paragraph: Paragraph;
  readonly index: number;
  readonly flat: Flat;
  readonly section: Section | null;
  /** Counts the stretches of text under one kind of heading. */
  readonly group: number;
  readonly heading: boolean;
  readonly spoken: readonly Spoken[];
}

/** …增加, …减少了, 各减少, 增加额为 */
const changeWord = /(增加|增长|上升|提高|增支|减少|下降|降低|减支)(?:了|额|数)*(?:为|是)?:?$/;
const upwards = /增|升|提高/;
/** 决算数大于预算数, 比预算减少, 较年初预算数增加 */
const againstBudget = /决算数?(大于|高于|多于|超过|超出|小于|低于|少于)(?:年初|全年|调整)?预算数?$|(?:比|较|与)(?:\d{4}年度?)?(?:年初|全年|调整后?)?预算数?(?:相比)?，?(增加|超支|超出|减少|节约|结余|节余)(?:了)?$/;
/** 比2023年, 较上年决算数 */
const previousWord = /(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年)(?:度|决算|决算数|预算|预算数|同期)*$/;
/** 年初预算为, 全年预算数, 支出预算, 预算安排 */
const budgetWord = /(年初预算|全年预算|调整后?预算|支出预算|预算)(?:数|安排|金额|总额|资金|资金总额)*(?:为|是|共计|共|:)?$/;
/** 支出决算为, 2024年度决算数, 决算支出 */
const outturnWord = /(?:支出)?决算(?:数|支出数?|总额|金额)*(?:为|是|共计|共|:)?$/;
/** 占支出合计的, 占比, ，占 */
const shareWord = /^[，(、]*(?:分别)?占(?:比|全部)?([^，。;]{0,30}?)(?:的)?(?:比重|比例)?(?:为|是|:)?$/;
const growthWord = /^[，、(]?(?:同比)?(?:增长|上升|提高|增加|增幅|增长率|下降|降低|减少|降幅|减幅|下降率)(?:了|率|为)*$/;
const completionWord = /^[，。;、]?完成(?:了)?(年初|全年|调整后?|支出)?(?:支出)?预算数?(?:安排)?(?:的)?(?:比例)?(?:为)?$/;
const executionWord = /(?:^|[，。;])(?:部门)?(?:整体)?(?:支出)?预算执行率(?:为|达到|达)?$/;
const yearWord = /((?:19|20)\d{2})年/g;

const basisOf = (word: string): Basis => (word.startsWith('年初') ? 'initial' : /^全年|^调整/.test(word) ? 'full' : 'budget');

/** The last clause of a text, without its verb: 2024年度，收、支总计均为 → 收、支总计. */
function lastClause(text: string): string {
  const clause = text.split(/[，。;:]/).at(-1) ?? '';
  return bareName(clause.replace(/(?:为|是)$/, ''));
}

interface Told {
  readonly role: Role;
  readonly name: string | null;
  readonly basis: Basis | null;
  readonly rises: boolean;
}

/** What a figure is, by the words in front of it. */
function tell(mention: Mention): Told {
  const { lead, kind } = mention;
  const told = (role: Role, name: string | null = null, basis: Basis | null = null, rises = false): Told => ({ role, name, basis, rises });
  if (kind === 'percent') {
    const share = shareWord.exec(lead);
    if (share) return told('share', bareName((share[1] ?? '').replace(/的$/, '')));
    const completion = completionWord.exec(lead);
    if (completion) return told('completion', null, basisOf(completion[1] ?? ''));
    if (growthWord.test(lead)) return told('growth', null, null, upwards.test(lead));
    return executionWord.test(lead) ? told('execution') : told('unknown');
  }
  const over = againstBudget.exec(lead);
  if (over) return told('against-budget', null, null, /大于|高于|多于|超|增加/.test(over[1] ?? over[2] ?? ''));
  if (changeWord.test(lead)) {
    const name = lastClause(lead.replace(changeWord, '')).replace(/^(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年)(?:度|决算数?|预算数?|同期)*(?:相比)?|^同比|^按同口径|^相比/, '');
    return told('change', name.replace(/(?:各|均|分别)+$/, ''), null, upwards.test(changeWord.exec(lead)?.[1] ?? ''));
  }
  if (previousWord.test(lead)) return told('previous');
  const budget = budgetWord.exec(lead);
  if (budget) return told('amount', lastClause(lead.slice(0, budget.index)), basisOf(budget[1] ?? ''));
  const outturn = outturnWord.exec(lead);
  if (outturn) return told('amount', lastClause(lead.slice(0, outturn.index)), 'outturn');
  return told('amount', lastClause(lead));
}

/**
 * The name in front of a figure whose own clause has none: 一般公共服务支出（类）…行政运行（项）。年初预算为; 公务接待费，全年预算为.
 * What a sentence says an account was used for is not its name.
 */
function nameBefore(lead: string): string {
  const clauses = lead.split(/[，。;:]/).map((clause) => bareName(clause)).filter((clause) => clause !== '');
  const marked = clauses.findLast((clause) => /\((?:类|款|项)\)/.test(clause));
  return marked ?? (/用于|用途|包括|反映/.test(lead) ? '' : clauses.at(-2) ?? '');
}

const figureOf = (paragraph: Paragraph, flat: Flat, mention: Mention, decimals: ReadonlyMap<Unit, number>, claim: string): Figure => {
  const range = printedRange(flat, mention.start, mention.end);
  const { quantity, unit } = mention;
  // Whole 元 are whole 元; amounts in 万元 stand for the usual two decimals.
  const usual = unit === null || (unit === '元' && quantity.decimals === 0) ? 0 : decimals.get(unit) ?? 0;
  const { page } = paragraph.place;
  return {
    quantity, text: paragraph.text.slice(range.start, range.end), unit, decimals: Math.max(quantity.decimals, usual), confidence: 1,
    place: { in: 'text', paragraph: paragraph.id, ...range, ...(page === undefined ? {} : { page }), claim },
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
  const range = printedRange(passage.flat, start, end);
  const { paragraph } = passage;
  const { page } = paragraph.place;
  const text = paragraph.text.slice(range.start, range.end);
  const quantity: Quantity = { kind: 'amount', value: zero, decimals: like.decimals };
  return { quantity, text, unit: like.unit, decimals: like.decimals, confidence: 1, place: { in: 'text', paragraph: paragraph.id, ...range, ...(page === undefined ? {} : { page }), claim: text } };
}

const claimName: Readonly<Record<Role, string>> = {
  amount: '', change: '增减额', previous: '上年数', 'against-budget': '与预算的差额', share: '占比', growth: '增减幅度', completion: '完成预算的比例', execution: '预算执行率', unknown: '',
};
const basisName: Readonly<Record<Basis, string>> = { outturn: '决算', initial: '年初预算', full: '全年预算', budget: '预算' };

/** Reads the figures of one paragraph from left to right; a figure without a name of its own goes on with the item before it. */
function speak(paragraph: Paragraph, flat: Flat, mentions: readonly Mention[], decimals: ReadonlyMap<Unit, number>): Spoken[] {
  const spoken: Spoken[] = [];
  let name = '';
  let year: number | null = null;
  let sentence = -1;
  for (const mention of mentions) {
    const before = flat.text.slice(0, mention.start);
    const sentences = before.split('。').length - 1;
    const told = tell(mention);
    const years = [...mention.lead.matchAll(yearWord)].map((match) => Number(match[1]));
    if (sentences !== sentence) year = null;
    sentence = sentences;
    if (told.role === 'amount' && years.length > 0) year = years.at(-1) ?? null;
    if (told.role === 'amount') {
      const own = told.name ?? '';
      if (own !== '') name = own;
      else if (spoken.length === 0) name = nameBefore(mention.lead);
      else if (told.basis === null) name = '';
    }
    const shown = told.role === 'execution' ? '' : told.role === 'amount' ? `${name}${told.basis ? basisName[told.basis] : ''}` : `${told.role === 'change' && told.name ? told.name : name}${claimName[told.role]}`;
    spoken.push({
      mention, role: told.role, figure: figureOf(paragraph, flat, mention, decimals, shown || claimName[told.role] || '金额'),
      name: told.role === 'amount' ? name : told.name ?? '',
      item: told.role === 'amount' ? itemKey(name) ?? (told.basis === 'outturn' ? itemKey(`${name}支出`) : null) : null,
      basis: told.basis, year, sentence: sentences, clause: before.split(/[。;]/).length - 1,
      depth: before.split('(').length - before.split(')').length, rises: told.rises,
    });
  }
  return spoken;
}

/**
 * Reads every paragraph of a document: its section, and what part each figure plays.
 * @param paragraphs in reading order
 */
export function passagesOf(paragraphs: readonly Paragraph[]): Passage[] {
  let section: Section | null = null;
  let group = 0;
  const raw = paragraphs.map((paragraph, index) => {
    const flat = flatten(paragraph.text);
    const heading = readHeading(flat.text, paragraph.heading !== undefined);
    if (heading?.section && heading.section !== section) {
      section = heading.section;
      group += 1;
    }
    const silent = heading !== null || section === 'glossary';
    // Without headings each paragraph may be about another body.
    return { paragraph, index, flat, section, group: section === null ? -1 - index : group, heading: heading !== null, mentions: silent ? [] : mentionsIn(flat) };
  });
  const decimals = usualDecimals(raw.filter((passage) => passage.section !== 'performance').flatMap((passage) => passage.mentions));
  return raw.map(({ mentions, ...passage }) => ({ ...passage, spoken: speak(passage.paragraph, passage.flat, mentions, decimals) }));
}

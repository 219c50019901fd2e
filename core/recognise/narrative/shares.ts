import { mapped } from '../../steps.ts';
import { figureKey, amountInYuan, type Figure } from '../../document/figure.ts';
import { isNonZeroAmount } from '../../quantity/quantity.ts';
import { classByName } from '../classes.ts';
import { accountPath } from './account-path.ts';
import type { Fact, FormShare, Share } from './claim.ts';
import { indexFacts, type FactIndex } from './fact-index.ts';
import { bareName, itemKey, wholeKey, type ItemKey } from './item.ts';
import { isOpenerEnd, openersOf, type Opener } from './opener.ts';
import type { Section } from './section.ts';
import { before, called, upTo, withoutBudgets, type Passage, type Spoken } from './spoken.ts';

/** A list may divide one of so many amounts before it, nearest first, or the first of its paragraph. */
const mostHeads = 4;
/** A share names no amount that stands farther away than so many paragraphs. */
const farthest = 12;
/** So many statements of a whole may be meant. */
const mostFacts = 4;
/** So many amounts before an opener are looked at for the one that it divides. */
const reach = 6;

/** What a paragraph that ends with an opener divides: the amounts of its last sentence, the nearest first. */
function lastStated({ spoken }: Passage): Spoken[] {
  const amounts = withoutBudgets(spoken.filter(({ role }) => role === 'amount'));
  const last = amounts.at(-1);
  return amounts
    .filter(({ sentence, depth, name }) => sentence === last?.sentence && depth === 0 && name !== '')
    .slice(-mostHeads)
    .reverse();
}

/** What an opener may divide: the last amounts in front of it. */
interface Heads extends Opener {
  readonly near: readonly Spoken[];
}

function headsIn(passage: Passage): Heads[] {
  const amounts = passage.spoken.filter((spoken) => spoken.role === 'amount');
  let count = 0;
  return openersOf(passage.flat.text).map((opener) => {
    while ((amounts[count]?.mention.after ?? Infinity) <= opener.at) count += 1;
    return { ...opener, near: amounts.slice(Math.max(0, count - reach), count) };
  });
}

/** The last amount before an opener that is not inside a bracket closed before the part; where it is a budget, the amount of the same item measured against it. */
const headOf = ({ near }: Heads, part: Spoken): Spoken | undefined =>
  withoutBudgets(near.filter((spoken) => spoken.depth <= part.depth)).at(-1);

/** What a share may be a share of, likeliest first, and whether the sentence or its heading leaves nothing else. */
interface Wholes {
  readonly figures: readonly Figure[];
  readonly isSure: boolean;
}

/**
 * The amounts that a list may divide: before its 其中, the nearest first, or in the paragraph that ends with it. What a bracket opens ends
 * with it; a sentence after the one that opened the list may have gone on to something else.
 */
function headsOf(
  passages: readonly Passage[],
  passage: Passage,
  all: readonly Heads[],
  part: Spoken,
): { readonly heads: readonly Spoken[]; readonly isSure: boolean } {
  const visible = all.filter(({ at, end: close }) => at < part.mention.start && close > part.mention.start);
  const last = visible.at(-1);
  if (last) {
    const nearest = visible.slice(-mostHeads).reverse();
    const heads = [...nearest, ...visible.slice(0, 1)].flatMap((one) => headOf(one, part) ?? []);
    // 采购43.15亿元，节约3.05亿元。其中：货物12.40亿元，占…: it may be any amount of the sentence.
    const beside = nearest
      .slice(0, 1)
      .flatMap(({ near }) =>
        withoutBudgets(near).filter(
          ({ sentence, depth, name }) => sentence === heads[0]?.sentence && depth === heads[0].depth && name !== '',
        ),
      )
      .reverse();
    return {
      heads: [...new Set([...heads, ...beside])],
      isSure: !/。(?=.)/.test(passage.flat.text.slice(last.at, part.mention.start)),
    };
  }
  for (let index = passage.index - 1; index >= 0 && index > passage.index - 12; index -= 1) {
    const above = passages[index];
    if (!above || above.heading || above.group !== passage.group || above.spoken.length === 0) break;
    if (isOpenerEnd(above.flat.text)) return { heads: lastStated(above), isSure: part.sentence === 0 };
  }
  return { heads: [], isSure: true };
}

/** 三公经费支出决算中，因公出国…; 在出口总额中，…: it begins its clause, and holds up to the end of the sentence. */
const inPhrase = /(?:^|[，。;:])(?:\d{4}年度?，?)?(?:在|从)?([^，。;:]{2,60}?)(?:支出)?(?:决算)?(?:当?中|里|内)，/g;

/** What the sentence of a share names as the whole of what follows; null if nothing. */
function wholeNamedAhead(passage: Passage, part: Spoken): string | null {
  const text = passage.flat.text.slice(0, part.mention.start);
  const sentence = text.slice(text.lastIndexOf('。') + 1);
  return [...sentence.matchAll(inPhrase)].at(-1)?.[1] ?? null;
}

/**
 * Shares: …157.25万元，占96.92%; …，占支出合计的97.87%. The part is the amount before it; the whole is named, or is what the list divides.
 * Yields now and then.
 * @param passages of the text
 * @param outturns what became of each item
 * @param year of these
 */
export function* shares(
  passages: readonly Passage[],
  outturns: FactIndex,
  year: number | null,
): Generator<void, (Share | FormShare)[]> {
  const found = yield* mapped(
    passages.filter(
      (passage) => passage.section !== 'performance' && passage.spoken.some(({ role }) => role === 'share'),
    ),
    (passage) => {
      const heads = headsIn(passage);
      return passage.spoken.flatMap((percent, index): (Share | FormShare)[] => {
        const part = percent.role === 'share' ? partOf(passage, percent, index) : null;
        const parts = part ? partsAdded(passage, percent, index, part) : [];
        if (!part || parts.length === 0) return [];
        // The facts are those of the document's year.
        const isOfYear = year === null || part.year === null || part.year === year;
        const wholes = wholesOf(passages, passage, heads, percent, part, isOfYear ? outturns : noFacts);
        const found = isLoose.test(percent.name)
          ? wholes.figures.filter((figure) => !isLess(figure, part.figure))
          : wholes.figures;
        const distinct = withMoney([...new Map(found.map((figure) => [figureKey(figure), figure])).values()]);
        const key = distinct.length > 0 || percent.name === '' ? null : wholeKey(percent.name);
        if (
          key !== null &&
          parts.length === 1 &&
          ofForms.test(key) &&
          (percent.year === null || percent.year === year) &&
          isOfYear
        )
          return [{ kind: 'form-share', percent: percent.figure, part: part.figure, whole: key }];
        return distinct.length === 0
          ? []
          : [
              {
                kind: 'share',
                percent: parts.length > 1 ? called(percent.figure, nameOfAll(parts)) : percent.figure,
                parts: parts.map(({ figure }) => figure),
                wholes: distinct,
                isSure: wholes.isSure,
              },
            ];
      });
    },
  );
  return found.flat();
}

const noFacts = indexFacts([]);

/** Whether an amount is less than a part would be: 支出 of another budget. */
function isLess(figure: Figure, part: Figure): boolean {
  const [whole, own] = [amountInYuan(figure), amountInYuan(part)];
  return whole !== null && own !== null && whole.lt(own);
}

/** Wholes that a form prints once: where the text does not state them, the form does. */
const ofForms = /^(?:income|expenditure|general|three-public:total)$/;

/** Whether a name is that of a class: 教育支出, 教育(类)支出. */
const isClass = (name: string): boolean => {
  const [only, ...deeper] = accountPath(name);
  return only !== undefined && deeper.length === 0 && (only.level === 'class' || classByName(only.name) !== null);
};

/** Nothing is a share of nothing: wholes of zero are not meant where there are others. What cannot be read may be the one that is meant. */
function withMoney(wholes: readonly Figure[]): readonly Figure[] {
  const some = wholes.filter(({ quantity }) => quantity.kind !== 'amount' || isNonZeroAmount(quantity));
  return some.length > 0 ? some : wholes;
}

const comparedWith = /^[，(]?(?:比|较|与|同)/;

/** The amount that a share is of: the last before it, in its clause. Between the two there may be its completion and its change. */
function partOf(passage: Passage, percent: Spoken, index: number): Spoken | null {
  const near = before(passage.spoken, index).filter(({ clause }) => clause === percent.clause);
  // 安排72.47亿元，比2025年预算69.58亿元增加…，占…: what it is compared with is no part.
  const amounts = near.filter(({ role, mention }) => role === 'amount' && !comparedWith.test(mention.lead));
  const part = withoutBudgets(amounts).at(-1);
  const between = part ? near.slice(near.indexOf(part) + 1) : [];
  if (
    !part ||
    between.some(
      (spoken) =>
        !['completion', 'change', 'growth'].includes(spoken.role) &&
        !(spoken.role === 'amount' && spoken.basis !== 'outturn' && spoken.name === part.name),
    )
  )
    return null;
  return part.basis !== null && part.basis !== 'outturn' && near.some((spoken) => spoken.basis === 'outturn')
    ? null
    : part;
}

/** 两项合计占, 三者共占: one share of as many amounts. */
const addedUp = /([两二三四2-4])[项者][^，。;]{0,8}占/;

const counted: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4 };

/** The amounts of which a share is said: the last one, or those that its words add up, each without a share of its own. Empty where there are fewer. */
function partsAdded(passage: Passage, percent: Spoken, index: number, part: Spoken): readonly Spoken[] {
  const word = addedUp.exec(percent.mention.lead)?.[1];
  if (word === undefined) return [part];
  const count = counted[word] ?? Number(word);
  const near = before(passage.spoken, index).slice(-count);
  return near.length === count &&
    near.every(({ role, clause, name }) => role === 'amount' && clause === percent.clause && name !== '')
    ? near
    : [];
}

/** What a share of several amounts is called: 经营收入、附属单位上缴收入合计占比. */
const nameOfAll = (parts: readonly Spoken[]): string =>
  `${parts.length === 2 ? parts.map(({ name }) => name).join('、') : `${parts[0]?.name ?? ''}等${parts.length}项`}合计占比`;

/** 基本支出预算 → 基本, 支出总预算 → 支出总: what a whole and its amount are both called. */
const plainName = (name: string): string =>
  name.replace(/\([^()]*\)|[的数]|预算|决算|安排|(?:总额|合计|总计)$/g, '').replace(/(?<=.)支出$/, '');

/** The last amount before a share that is called as the whole is, which may be named by the share itself or ahead of its sentence only: 1.基本支出预算2476260.58元…其中：工资福利支出…，占基本支出预算81.45%. */
function namedBefore(
  passages: readonly Passage[],
  passage: Passage,
  percent: Spoken,
  part: Spoken,
  called: string,
): Figure[] {
  const name = plainName(called);
  if (name.length < 2) return [];
  for (let index = passage.index; index >= 0 && index > passage.index - farthest; index -= 1) {
    const one = passages[index];
    if (one?.section !== passage.section || (percent.name === '' && one.group !== passage.group)) return [];
    const found = one.spoken.filter(
      (spoken) =>
        spoken.role === 'amount' &&
        spoken !== part &&
        plainName(spoken.name) === name &&
        (index < passage.index || spoken.mention.after <= percent.mention.start),
    );
    if (found.length > 0)
      return new Set(found.map(({ figure }) => figure.text)).size === 1
        ? found.slice(-1).map(({ figure }) => figure)
        : [];
  }
  return [];
}

/** 全县收入完成: what was done with an amount is no part of its name. */
const done = /(?:累计|实际)?(?:完成|实现|达到|执行)$/;
/** 审查批准调整全县收入为500000万元: an amount that was only planned. */
const plannedBy = /批准|审议|通过|核定|下达|调整|计划|预期|目标/;

/** 我区共偿还债务本金: what may stand in front of the name of a whole; 进出口总额 is another thing than 出口总额. */
const ofWhom = /(?:[全我本][省市县区州盟旗国]|[省市县区州]?本级|共|合计|总计|累计|各级)$/;
/** A name without what was done with the amount, and without its brackets: 偿还（置换及核销）债务本金 is called 偿还债务本金. */
const withoutExtras = (name: string): string => name.replace(done, '').replace(/\([^()]*\)/g, '');

/** Amounts of the paragraph whose longer name ends as the whole is called: 占一般公共预算支出的 behind 全市一般公共预算支出. */
function endingIn(passage: Passage, percent: Spoken, part: Spoken, called: string): Spoken[] {
  const amounts = upTo(passage, percent.mention.start).filter(
    (spoken) => spoken.role === 'amount' && spoken !== part && !plannedBy.test(spoken.name),
  );
  return amounts.filter(({ name }) => name.length > called.length && withoutExtras(name).endsWith(called)).reverse();
}

/** What an unnamed whole may be beside what its list divides: a source is no share of what was spent. */
const allOf = (section: Section | null): ItemKey[] =>
  section === 'income'
    ? ['income']
    : section === null
      ? ['expenditure', 'general', 'income']
      : ['expenditure', 'general'];

/** Headings below which the text explains a form, whose items each have one amount; elsewhere every paragraph may speak of another body. */
const explainsForm = (section: Section | null): boolean => section !== null && section !== 'other';

/** Names that every budget has its own amount for. */
const isLoose = /^(?:全部|全年|当年|本年|总)?(?:收入|支出)(?:总额|总量|合计|总计)?$/;

/** What a share may be a share of. */
function wholesOf(
  passages: readonly Passage[],
  passage: Passage,
  all: readonly Heads[],
  percent: Spoken,
  part: Spoken,
  outturns: FactIndex,
): Wholes {
  const stated = (item: ItemKey): Fact[] =>
    outturns
      .near(item, passage.group, mostFacts + 1)
      .filter(({ figure }) => figure !== part.figure)
      .slice(0, mostFacts);
  const factsFor = (item: ItemKey): Figure[] => {
    const own = stated(item);
    // 2017年总支出5500万元 under the heading of expenditure is all that was spent.
    const loose = own.length > 0 || !(item === 'income' || item === 'expenditure') ? [] : stated(`total:${item}`);
    return [...own, ...loose.filter(({ name, section }) => section === item && /^总(?:收入|支出)$/.test(name))].map(
      ({ figure }) => figure,
    );
  };
  const sure = (figures: readonly Figure[]): Wholes => ({ figures, isSure: true });
  const { heads: near, isSure } = headsOf(passages, passage, all, part);
  const heads = done.test(part.name) ? near.filter((head) => head === part || !plannedBy.test(head.name)) : near;
  const ofItem = (items: readonly ItemKey[], called: string, isNamedAhead = false): Wholes => {
    const facts = items.flatMap(factsFor);
    const longer = isLoose.test(called) ? [] : endingIn(passage, percent, part, called);
    // 占收入的, 占支出总额的: of what its own clause speaks of; a whole called by its full name may stand in another sentence.
    const isStatedBeside = facts.some((figure) =>
      passage.spoken.some(
        (spoken) => spoken.figure === figure && (spoken.clause === percent.clause || !isLoose.test(called)),
      ),
    );
    // 偿还债务本金中，…占5%；…占84%: the sentence names its whole, and the paragraph states one of that name.
    const isOnlyOne =
      isNamedAhead &&
      facts.length === 0 &&
      longer.length === 1 &&
      longer.every(({ name }) => ofWhom.test(withoutExtras(name).slice(0, -called.length)));
    if (facts.length + longer.length > 0)
      return {
        figures: [...facts, ...longer.map(({ figure }) => figure)],
        isSure: explainsForm(passage.section) || isStatedBeside || isOnlyOne,
      };
    const named = namedBefore(passages, passage, percent, part, called);
    return { figures: named, isSure: explainsForm(passage.section) || !isLoose.test(called) };
  };
  const ahead = wholeNamedAhead(passage, part);
  if (percent.name !== '') {
    // 全盟收入中，税收收入…，占收入的: of the one that is called so in full.
    const full = bareName(ahead ?? '');
    const isFuller = full.length > percent.name.length && full.endsWith(percent.name);
    // 财政拨款基本支出…，其中：人员经费…，占基本支出的87.88%: what the list divides is named short.
    const named = heads.filter(
      (head) =>
        head !== part && (isFuller ? withoutExtras(head.name).endsWith(full) : head.name.endsWith(percent.name)),
    );
    if (named.length > 0)
      return { figures: named.map((head) => head.figure), isSure: isSure || !isLoose.test(percent.name) };
    if (isFuller) return ofItem([], full);
    const key = wholeKey(percent.name);
    return ofItem(
      key === 'basic' && passage.section === 'basic'
        ? ['general:basic', 'fiscal:basic', 'basic']
        : key === null
          ? []
          : [key],
      percent.name,
    );
  }
  if (ahead !== null) {
    const key = itemKey(bareName(ahead));
    return ofItem(key === null ? [] : [key], bareName(ahead), true);
  }
  // 基本支出…，其中：人员经费…，占50%: said without what it is a share of, it may be one of all that was spent.
  if (heads.length > 0)
    return heads.includes(part)
      ? sure([])
      : { figures: [...heads.map((head) => head.figure), ...allOf(passage.section).flatMap(factsFor)], isSure };
  // 1.教育支出(类)100.00万元，占10.00%。 in a paragraph of its own: of what its heading speaks of.
  if (isClass(part.name)) {
    const divided = outturns.wholeUnder(passage.section, passage.group);
    if (divided) return sure([divided, ...allOf(passage.section).flatMap(factsFor)]);
  }
  // 用于以下方面：… without the total, which the paragraphs above state.
  const whole = all.some(({ at, near }) => at < part.mention.start && near.length === 0)
    ? outturns.wholeUnder(passage.section, passage.group)
    : null;
  return sure(whole ? [whole] : []);
}

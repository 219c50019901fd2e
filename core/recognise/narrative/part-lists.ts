import { mapped } from '../../steps.ts';
import { makeAll, makeHundred } from './classes.ts';
import type { OpenList, PartList } from './claim.ts';
import { bareName, itemKey } from './item.ts';
import { isOpenerEnd, openersOf } from './opener.ts';
import { upTo, withoutBudgets, type Passage, type Spoken } from './spoken.ts';

/** 其中： between a total and its parts. 主要用于以下方面 opens lists of classes, which are read apart. */
const opener =
  /其中[:，]?|(?:包括|具体(?:情况)?如下):$|从(?:收入|支出)?(?:构成|结构)(?:情况|上)?(?:来)?看[:，]?|用于以下(?:几个?)?方面(?:\([^()]*\))?:?$/g;
/** 主要包括：基本工资50.10万元、…: what is named need not be all. */
const looseOpener = /(?:主要)?(?:包括|用于):/g;
/** 。基本支出中医疗业务支出300万元，…: the parts of an amount named before. */
const namedOpener = /(?:^|[。;])([^，。;:()\d]{2,20}?)(?:中|里)[，:]?(?=[^，。;:\d]{2,20}\d)/g;
/** …收支总预算100万元。支出包括：教育支出60万元、…: the classes that all of it goes to. */
const inclusion = /(?:^|[。;])(收入|支出)包括:/g;
/** Names that leave something out. */
const openEnd = /等$|等(?:项目|支出|费用)$/;
/** What a figure behind a part may say of it. */
const said: readonly Spoken['role'][] = ['share', 'change', 'growth', 'completion', 'previous', 'against-budget'];
const mostParagraphs = 30;

/** 基本支出预算 → 基本; 货物类采购, 拟购买货物 → 货物; 税收收入完成 → 税收. */
const kindOf = (name: string): string =>
  name
    .replace(/^(?:政府采购|拟?(?:采购|购买))/, '')
    .replace(/(?:完成|实现|执行|安排)$/, '')
    .replace(/(?<=一般债务|专项债务)(?:限额|余额)$/, '')
    .replace(/(?<=一般公共|政府性基金|国有资本经营)(?:预算)?(?:财政)?拨款(?:收入)?$/, '')
    .replace(/(?:类)?(?:采购)?(?:预算)?(?:支出|收入)?(?:预算)?(?:安排)?$/, '');
const closedSets: readonly (readonly [of: RegExp, parts: readonly string[]])[] = [
  // Of a department's whole expenditure there may be more kinds; of an account, a class or a fund there are these two.
  [/^(?!.*(?:总|合计|本年支出|^支出$))/, ['基本', '项目']],
  [/基本支出|基本$/, ['人员经费', '公用经费']],
  [/基本支出|基本$/, ['人员经费', '日常公用经费']],
  [/基本支出|基本$/, ['人员', '公用']],
  [/基本支出|基本$/, ['工资福利', '商品和服务', '对个人和家庭的补助', '资本性']],
  [/基本支出|基本$/, ['工资福利', '商品和服务', '对个人和家庭补助', '资本性']],
  // The two rows below which budgets in Jiangsu add up; accounts, which call it 年初结转和结余, may use surplus of other money as well.
  [/收入预算总计$/, ['本年收入合计', '上年结转结余']],
  [/支出预算总计$/, ['本年支出合计', '年终结转结余']],
  [/财政拨款|三公|出国|公务|接待/, ['一般公共', '政府性基金', '国有资本经营']],
  [/采购/, ['货物', '工程', '服务']],
  [/收入(?:完成|实现|执行|决算|预算)?$/, ['税收', '非税']],
  [/补助|转移支付|返还/, ['返还性', '一般性转移支付', '专项转移支付']],
  [/补助|转移支付|返还/, ['税收返还', '一般性转移支付', '专项转移支付']],
  [/债务|债券/, ['一般债务', '专项债务']],
  [/债务|债券/, ['一般债券', '专项债券']],
  [/债券/, ['新增债券', '再融资债券']],
  // The rows of the forms of income and expenditure; a total with balances (总计) holds more.
  [/^(?:本年)?收入(?:合计)?$/, ['财政拨款', '上级补助', '事业', '经营', '附属单位上缴', '其他']],
  [/^(?:本年)?支出(?:合计)?$/, ['基本', '项目', '上缴上级', '经营', '对附属单位补助']],
];

interface Part {
  readonly amount: Spoken;
  readonly share: Spoken | null;
}

/** The parts in a row of figures: amounts with names, each with what is said of it behind it. null: something is not understood. */
function partsIn(figures: readonly Spoken[]): Part[] | null {
  const parts: { amount: Spoken; share: Spoken | null }[] = [];
  for (const one of withoutBudgets(figures)) {
    const last = parts.at(-1);
    if (one.role === 'amount') {
      if (one.name === '' || openEnd.test(one.name)) return null;
      parts.push({ amount: one, share: null });
    } else if (!last || !said.includes(one.role)) return null;
    else if (one.role === 'share') {
      if (last.share) return null;
      last.share = one;
    }
  }
  return parts;
}

/** A total that leaves nothing out. */
const wholeTotal = /总(?:收入|支出|财力)(?:预算)?$|(?:收入|支出)(?:预算)?总计$/;

const listsClasses = /方面(?:\([^()]{0,40}\))?:?$/;

/** The parts that the paragraphs after an opener name, one each: up to a heading, or to a sibling of the total (1.… 其中： … 2.…). */
function partsBelow(passages: readonly Passage[], passage: Passage): Part[] | null {
  const ordinal = ordinalOf(passage);
  const parts: Part[] = [];
  let level: number | null = null;
  for (const next of passages.slice(passage.index + 1, passage.index + mostParagraphs)) {
    const own = ordinalOf(next);
    if (next.heading || next.section !== passage.section || (own >= 0 && own === ordinal)) return parts;
    level ??= own;
    // （1）一般公共预算100万元 below 1.财政拨款收入120万元 is a part of that.
    if (own >= 0 && level >= 0 && own !== level) continue;
    if (next.spoken.length === 0) return parts;
    // The words behind the first sentence tell what it was for.
    const [first] = next.spoken;
    const inner = next.flat.text.search(/[，;]?其中/);
    const read = partsIn(
      next.spoken.filter(
        ({ sentence, mention }) => sentence === first?.sentence && (inner < 0 || mention.start < inner),
      ),
    );
    const [part] = read ?? [];
    if (!part || read?.length !== 1 || isOpenerEnd(next.flat.text)) return null;
    parts.push(part);
  }
  // At the end of the text a list of classes, which are read apart, is left to them.
  return passage.index + mostParagraphs < passages.length || listsClasses.test(passage.flat.text) ? null : parts;
}

const ordinals = [
  /^\d{1,2}[.、](?!\d)/,
  /^\(\d{1,2}\)/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^[一二三四五六七八九十]{1,3}、/,
];

/** How a paragraph is numbered, 1. or （一）; -1: not at all. */
const ordinalOf = (passage: Passage): number => ordinals.findIndex((pattern) => pattern.test(passage.flat.text));

/** Whether a list leaves nothing out by its form: it ends with what else there is, or names items of nought. */
const namesAll = (parts: readonly Part[]): boolean =>
  (parts.at(-1)?.amount.name.startsWith('其他') ?? false) ||
  parts.some(({ amount }) => amount.mention.quantity.value.isZero());

/** Whether the text itself says that nothing is left out. */
function isComplete(total: Spoken, parts: readonly Part[]): boolean {
  const shares = parts.flatMap(({ share }) => share?.figure ?? []);
  const wholes = new Set(parts.flatMap(({ share }) => (share ? [share.name] : [])));
  if (
    shares.length === parts.length &&
    wholes.size === 1 &&
    (makeAll(
      shares,
      parts.map(({ amount }) => amount.figure),
      total.figure,
    ) ||
      // …，其他收入10万元，占1.00%: nothing else is left to be hidden in what the shares leave open.
      (namesAll(parts) && makeHundred(shares) && parts.every(({ share }) => total.name.endsWith(share?.name ?? ''))))
  )
    return true;
  const kinds = new Set(parts.map(({ amount }) => kindOf(amount.name)));
  return (
    kinds.size === parts.length &&
    closedSets.some(
      ([of, names]) => names.length === parts.length && names.every((name) => kinds.has(name)) && of.test(total.name),
    )
  );
}

/** What may divide an amount in more than one way, or contains what stands beside it. */
const mayOverlap =
  /收入|支出$|预算|拨款|资金|结转|结余|补助|经费|小计|合计|本级|直接|其中|当年|上年|中央|省级|市级|县级|区级/;

/** Whether parts cannot contain each other: a plain list of uses, one after the other, none of them an item of the accounts. */
function isApart(total: Spoken, parts: readonly Part[]): boolean {
  const names = parts.map(({ amount }) => amount.name);
  const isPlain = parts.every(
    ({ amount, share }, index) =>
      share === null &&
      amount.depth === 0 &&
      itemKey(amount.name) === null &&
      !mayOverlap.test(amount.name) &&
      (index === 0 || /^[、和及][^、，。;:]{2,25}$/.test(amount.mention.lead)),
  );
  return (
    isPlain &&
    total.depth === 0 &&
    new Set(names).size === names.length &&
    !names.some((name, at) => names.some((other, index) => index !== at && other.includes(name)))
  );
}

/** The figures that begin in a stretch of the text. */
const between = (passage: Passage, from: number, end: number): Spoken[] =>
  passage.spoken.filter(({ mention }) => mention.start >= from && mention.start < end);

/** The one amount that a list after `at` divides: the last of its sentence or of the one before, with nothing unread between. */
function totalBefore(passage: Passage, at: number): Spoken | null {
  const before = upTo(passage, at);
  const total = withoutBudgets(before).findLast((spoken) => spoken.role === 'amount');
  if (!total || total.name === '' || total.depth > 0) return null;
  const sentence = passage.flat.text.slice(0, at).split('。').length - 1;
  const unread = before.slice(before.indexOf(total) + 1).some((spoken) => !said.includes(spoken.role));
  return unread || sentence - total.sentence > 1 ? null : total;
}

/** 从收入结构看 goes back to what the paragraph speaks of: where it states more than one amount, which of them is open. */
const looksBack = /看[:，]?$/;
/** 从收入结构看，全市收入中，税收: the whole is named, and may be another one than the last. */
const namesWhole = /[^，。;:]{2,40}(?:中|里)[，:]/;

/** Whether a list divides another amount than the last before it. */
function mayDivideAnother(passage: Passage, words: string, at: number, first: Spoken | undefined): boolean {
  const stated = withoutBudgets(upTo(passage, at).filter(({ role, depth }) => role === 'amount' && depth === 0));
  return (
    (looksBack.test(words) && stated.length > 1) ||
    namesWhole.test(passage.flat.text.slice(at, first?.mention.start ?? at))
  );
}

/** 税收收入完成: what was done with an amount is no part of its name. */
const done = /(?:完成|实现|执行)$/;
/** A name is not longer. */
const longestName = 40;

/** The lists behind 主要包括： and behind a name that repeats that of an amount. */
function looseLists(passage: Passage): { total: Spoken | null; from: number }[] {
  const { text } = passage.flat;
  const calledSo = (at: number, called: string): Spoken | null =>
    upTo(passage, at).findLast(
      ({ role, name, depth }) => role === 'amount' && depth === 0 && name.replace(done, '') === called,
    ) ?? null;
  const loose = [...text.matchAll(looseOpener)].map((match) => {
    // 非税收入20万元。税收收入包括：…: the list is of what its own words name.
    const own = bareName(
      text
        .slice(Math.max(0, match.index - longestName), match.index)
        .split(/[，。;:()]/)
        .at(-1)
        ?.replace(/^.*\d(?:元|万元|亿元|%)/, '') ?? '',
    ).replace(/^(?:其中|资金|经费|支出|收入)$/, '');
    return {
      total: own === '' ? totalBefore(passage, match.index) : calledSo(match.index, own),
      from: match.index + match[0].length,
    };
  });
  const named = [...text.matchAll(namedOpener)].map((match) => ({
    total: calledSo(match.index, bareName(match[1] ?? '')),
    from: match.index + match[0].length,
  }));
  return [...loose, ...named];
}

/**
 * Amounts that a list divides: 事业运行100.00万元，其中：基本支出80.00万元，项目支出20.00万元. Only a list that says itself
 * that it is complete is held against its total: by its shares, or as the parts are all there are. Yields now and then.
 * @param passages of the text
 */
export function* partLists(passages: readonly Passage[]): Generator<void, (PartList | OpenList)[]> {
  const lists = yield* mapped(
    passages.filter((passage) => passage.section !== 'performance' && !passage.heading),
    (passage) => {
      const found: (PartList | OpenList)[] = [];
      const push = (total: Spoken | null, parts: readonly Part[] | null, whole: boolean): void => {
        if (
          !total ||
          !parts ||
          parts.length < 2 ||
          parts.some(({ amount }) => amount.year !== null && total.year !== null && amount.year !== total.year)
        )
          return;
        if (whole || isComplete(total, parts)) {
          const others = passage.spoken
            .filter(
              (one) =>
                one.role === 'amount' &&
                one.sentence === total.sentence &&
                one.depth === total.depth &&
                one.mention.start < total.mention.start &&
                one.name !== '',
            )
            .reverse();
          found.push({
            kind: 'parts',
            totals: [total, ...withoutBudgets(others)].map(({ figure }) => figure),
            parts: parts.map(({ amount }) => amount.figure),
          });
        } else
          found.push({
            kind: 'open-list',
            total: total.figure,
            parts: parts.map(({ amount }) => amount.figure),
            apart: isApart(total, parts),
            rest: namesAll(parts),
            whole: parts.length > 2 && wholeTotal.test(total.name),
          });
      };
      const { text } = passage.flat;
      const openings = [...text.matchAll(opener)];
      const ends = new Map(openings.length === 0 ? [] : openersOf(text).map(({ at, end }) => [at, end] as const));
      for (const [index, match] of openings.entries()) {
        const from = match.index + match[0].length;
        const bracketEnd = ends.get(match.index) ?? Infinity;
        if (bracketEnd < Infinity) {
          const total = upTo(passage, match.index).at(-1);
          const inside = between(passage, from, bracketEnd);
          const isWhole =
            total?.role === 'amount' && total.name !== '' && text.slice(total.mention.after, match.index) === '(';
          if (isWhole && inside.every(({ depth }) => depth === total.depth + 1)) push(total, partsIn(inside), false);
          continue;
        }
        const end = Math.min(
          openings[index + 1]?.index ?? text.length,
          // 其中：当年支出80万元，上解支出5万元；收支相抵，年终结余…: what is left is no part.
          ...[text.indexOf('。', from), text.indexOf('收支相抵', from)].filter((at) => at >= 0),
        );
        const total = totalBefore(passage, match.index);
        const inside = between(passage, from, end);
        // A list in brackets ends with them; one that another 其中 interrupts goes on behind it.
        const interrupted = openings[index + 1] !== undefined && end === openings[index + 1]?.index;
        if (mayDivideAnother(passage, match[0], from, inside[0])) continue;
        if (inside.length > 0 && !interrupted && inside.every(({ depth }) => depth === 0))
          push(total, partsIn(inside), false);
        else if (inside.length === 0 && isOpenerEnd(text) && index === openings.length - 1)
          push(total, partsBelow(passages, passage), false);
      }
      for (const { total, from } of looseLists(passage)) {
        const stop = text.slice(from).search(/[。;]|其中/);
        const inside = between(passage, from, stop < 0 ? text.length : from + stop);
        const parts =
          inside.length > 1 && inside.every(({ depth, role }) => depth === 0 && role === 'amount')
            ? partsIn(inside)
            : null;
        if (parts && !found.some(({ parts: known }) => known[0] === parts[0]?.amount.figure)) push(total, parts, false);
      }
      for (const match of text.matchAll(inclusion)) {
        const from = match.index + match[0].length;
        const stop = text.slice(from).search(/[。;]/);
        const total = passage.spoken.find((spoken) => spoken.role === 'amount' && spoken.mention.after <= match.index);
        const inside = between(passage, from, stop < 0 ? text.length : from + stop);
        const all =
          inside.length > 0 &&
          (total?.name ?? '').includes('收支总') &&
          inside.every(({ depth, role, name }) => depth === 0 && role === 'amount' && !name.includes('其他'));
        push(total ?? null, all ? partsIn(inside) : null, true);
      }
      return found;
    },
  );
  return lists.flat();
}

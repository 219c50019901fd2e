import type { Figure } from '../../document/figure.ts';
import type { Enumeration, Staff } from './claim.ts';
import { countedFigure, textPlace, type Passage } from './spoken.ts';

const chinese = '零一二三四五六七八九十';
const number = '(\\d{1,3}|[两二三四五六七八九十])';
const countOf = (digits: string): number =>
  digits === '两' ? 2 : chinese.includes(digits) ? chinese.indexOf(digits) : Number(digits);

/** 8个二级指标…二级指标从…7个方面: one level of indicators, counted twice. */
const levels = new RegExp(`${number}个([一二三])级指标`, 'g');
const taken = /([一二三])级指标(?:主要)?(?:从|包括|分为|涵盖)/g;
const aspects = new RegExp(`${number}个方面`);
/** The same levels are counted again within so many characters. */
const reachOfLevels = 400;
/** 甲科、乙科、丙科三个科 · all named by what they are, at the end of their clause. */
const behind = new RegExp(`(?:共计?)?${number}个(内设科室|科室|科|处室|处|股室|股|室|局|中心|站|所)$`);
/** 三个事业单位：甲中心、乙中心和丙中心 */
const before = new RegExp(
  `${number}个(?:所属|下属|直属|二级)?(?:事业|预算|基层)?单位(?::|，(?:即|分别是|分别为|包括):?)`,
);
/** 离退休人员5人，其中：离休0人，退休5人 */
const retired = /离退休(?:人员)?\d+人，其中:?[^，。;]{0,12}?离休(?:人员)?\d+人[，、][^，。;]{0,12}?退休(?:人员)?\d+人/g;
/** 项目自评个数11个：9个项目自评等级为优，2个项目自评等级为良 */
const graded =
  /自评(?:项目)?(?:个数)?(\d+)个[^。;:]{0,28}:((?:[，、]?\d+个项目(?:自评)?等级为[优良中差])+)(?:[。;]|$)/g;
/** 编制52人，实有49人 */
const staff =
  /编制(?:人?数|人员)?(?:总数)?(?:共|为|合计)*(\d+)[人名个](?:，|、|;)(?:实有|实际|现有|年末实有)(?:在职|在编|在岗)?(?:人?数|人员)?(?:共|为|合计)*(\d+)[人名]/g;
/** The ends of names of what can be counted so. */
const ends: Readonly<Record<string, RegExp>> = {
  内设科室: /[科室]$/,
  科室: /[科室]$/,
  处室: /[处室]$/,
  股室: /[股室]$/,
  科: /科$/,
  处: /处$/,
  室: /室$/,
  股: /股$/,
  局: /局$/,
  中心: /中心$/,
  站: /站$/,
  所: /所$/,
};
const bodyEnd = /(?:局|中心|所|站|院|馆|校|园|队|处|委|室|厅|社|本级|机关|委员会|学校|大厅)$/;

/** How many names a list has: by 、, and by 和 and 及 too, which may stand inside a name. */
function namesIn(list: string, end: RegExp): { least: number; most: number } | null {
  const plain = list.replace(/\([^()]*\)/g, '');
  if (/等$|[()]/.test(plain)) return null;
  const names = plain.split('、');
  // The last may end two: 乙中心和丙中心.
  if (!names.every((name) => end.test(name))) return null;
  return { least: names.length, most: plain.split(/[、和及与]/).filter((name) => end.test(name)).length };
}

const wordsAt = (passage: Passage, start: number, end: number): Figure => ({
  quantity: { kind: 'text' },
  unit: null,
  decimals: 0,
  confidence: 1,
  ...textPlace(passage, start, end),
});

/**
 * Numbers of things that the same sentences list.
 * @param passage one paragraph
 */
export function enumerations(passage: Passage): Enumeration[] {
  if (passage.heading || passage.section === 'glossary') return [];
  const { text } = passage.flat;
  const figure = (start: number, digits: string, claim: string): Figure =>
    /\d/.test(digits)
      ? countedFigure(passage, start, digits, claim, '个')
      : { ...wordsAt(passage, start, start + digits.length) };
  const found: Enumeration[] = [];
  for (const match of text.matchAll(levels)) {
    const [whole, digits = '', level = ''] = match;
    const from = match.index + whole.length;
    const rest = text.slice(from, from + reachOfLevels);
    const [second] = [...rest.matchAll(taken)].flatMap((way) => {
      const behind = way.index + way[0].length;
      const counted = way[1] === level ? aspects.exec(rest.slice(behind).split(/[。;]/)[0] ?? '') : null;
      return counted ? [{ again: counted[1] ?? '', at: from + behind + counted.index }] : [];
    });
    if (!second) continue;
    const { again, at } = second;
    found.push({
      kind: 'enumeration',
      stated: figure(match.index, digits, `${level}级指标`),
      least: countOf(again),
      most: countOf(again),
      listed: [figure(at, again, '个方面')],
    });
  }
  for (const { 0: clause, index } of text.matchAll(/[^，。;:]+/g)) {
    const match = behind.exec(clause);
    const [, digits = '', noun = ''] = match ?? [];
    const list = clause.slice(0, match?.index ?? 0);
    const names = list.includes('、') ? namesIn(list, ends[noun] ?? bodyEnd) : null;
    if (!names) continue;
    const stated = figure(index + clause.length - noun.length - 1 - digits.length, digits, noun);
    found.push({ kind: 'enumeration', stated, ...names, listed: [wordsAt(passage, index, index + list.length)] });
  }
  for (const { 0: sentence, index } of text.matchAll(/[^。;]+/g)) {
    const match = before.exec(sentence);
    const [whole = '', digits = ''] = match ?? [];
    const from = index + (match?.index ?? 0) + whole.length;
    const end = index + sentence.length;
    // What ends with no full stop may go on elsewhere.
    const names = match && end > from && end < text.length ? namesIn(text.slice(from, end), bodyEnd) : null;
    if (match && names)
      found.push({
        kind: 'enumeration',
        stated: figure(index + match.index, digits, '单位'),
        ...names,
        listed: [wordsAt(passage, from, end)],
      });
  }
  for (const match of text.matchAll(retired)) found.push(...summed(passage, match, '离退休人员', '人'));
  for (const match of text.matchAll(graded)) found.push(...summed(passage, match, '自评项目个数', '个'));
  return found;
}

/** A number and the numbers behind it that make it up: those of the list, where the pattern sets it apart. */
function summed(passage: Passage, match: RegExpExecArray, claim: string, counts: string): Enumeration[] {
  const from = match[0].indexOf(match[2] ?? '');
  const [first, ...rest] = [...match[0].matchAll(/\d+/g)].filter(({ index }, at) => at === 0 || index >= from);
  if (!first || rest.length === 0) return [];
  const sum = rest.reduce((all, [digits]) => all + Number(digits), 0);
  const make = (digits: RegExpExecArray, name: string): Figure =>
    countedFigure(passage, match.index + digits.index, digits[0], name, counts);
  return [
    {
      kind: 'enumeration',
      stated: make(first, claim),
      least: sum,
      most: sum,
      listed: rest.map((one) => make(one, `其中${counts}数`)),
    },
  ];
}

/**
 * Posts and people.
 * @param passage one paragraph
 */
export function staffClaims(passage: Passage): Staff[] {
  if (passage.heading) return [];
  const { text } = passage.flat;
  // 行政编制27人；事业编制25人；实有49人: of several kinds of posts the one in front is not all.
  const sentenceAt = (index: number): string =>
    `${text.slice(0, index).split('。').at(-1) ?? ''}${text.slice(index).split('。')[0] ?? ''}`;
  return [...text.matchAll(staff)]
    .filter((match) => sentenceAt(match.index).split('编制').length === 2)
    .map((match): Staff => {
      const [posts, people] = [...match[0].matchAll(/\d+/g)];
      const make = (digits: RegExpExecArray | undefined, claim: string): Figure =>
        countedFigure(passage, match.index + (digits?.index ?? 0), digits?.[0] ?? '0', claim, '人');
      return { kind: 'staff', posts: make(posts, '编制人数'), people: make(people, '实有人数') };
    });
}

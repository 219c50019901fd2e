/** What opens a list: 其中：, 主要用于以下方面：, 主要用于以下方面（按大类）：, 用于以下方面：. */
const opener =
  /其中:?，?|(?:主要)?用于以下(?:几个?)?方面(?:\([^()]*\))?:?|主要用于(?:\([^()]*\))?:?|主要包括:?|具体(?:情况|构成)?(?:如下|为):?/g;
const openerEnd = /(?:其中|用于以下(?:几个?)?方面(?:\([^()]*\))?|具体(?:情况)?如下|分别为|包括)[:，]?$/;

/** 主要用于 and 主要包括 open a list with a colon, or where the words right behind them state an amount. */
const mayOpen = /^主要(?:用于|包括)[^:]*$/;
const longestClause = 120;
const statesAmount = (text: string, from: number): boolean =>
  /\d(?:元|万元|亿元)/.test(text.slice(from, from + longestClause).split(/[，。;:]/)[0] ?? '');

const openings = (text: string): RegExpExecArray[] =>
  [...text.matchAll(opener)].filter(
    ({ 0: words, index }) => !mayOpen.test(words) || words.includes('以下') || statesAmount(text, index + words.length),
  );

/** Where a list is opened, and where the bracket ends that opens it; Infinity where it stands in none. */
export interface Opener {
  readonly at: number;
  readonly end: number;
}

/** The openers of a text, in order. */
export function openersOf(text: string): Opener[] {
  const openers = openings(text).map((match) => ({ at: match.index, end: Infinity }));
  const waiting = [...openers].reverse();
  const brackets: { at: number; end: number }[][] = [];
  for (const sign of openers.length === 0 ? [] : text.matchAll(/[()]/g)) {
    while ((waiting.at(-1)?.at ?? Infinity) < sign.index) {
      const next = waiting.pop();
      if (next) brackets.at(-1)?.push(next);
    }
    if (sign[0] === '(') brackets.push([]);
    else for (const inside of brackets.pop() ?? []) inside.end = sign.index;
  }
  return openers;
}

/** How many lists are opened in a text. */
export const openersIn = (text: string): number => openings(text).length;

/** Whether a paragraph ends with an opener, so that its list follows in the next ones. */
export const isOpenerEnd = (text: string): boolean => openerEnd.test(text);

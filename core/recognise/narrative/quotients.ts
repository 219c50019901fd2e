import type { Figure } from '../../document/figure.ts';
import { readQuantity } from '../../quantity/quantity.ts';
import { readMoneyWord } from '../../quantity/unit.ts';
import type { Quotient, Weighed } from './claim.ts';
import { bareName } from './item.ts';
import { called, textPlace, type Passage } from './spoken.ts';

/** ＝90.00%: what a formula printed in the sentence comes to. */
const result = /[=≈](?=-?\d{1,6}(?:\.\d{1,6})?%)/g;
/** No printed formula is longer. */
const longest = 120;
/** ×100% in front of the result; a star is no character of the even text. */
const timesHundred = /[×xX]?100%?$/;
/** Digits and brackets that are no operand: (3), 2024年度, (境). */
const inNames = /^\(?\d{1,2}(?:[)、]|\.(?!\d))|(?:19|20)\d{2}年度?|\([^()\d]{0,10}\)/g;
/** 支出90.00万元, 18个: a name, a number and what it counts. */
const operand = /^([^\d+\-()%]{0,40})(\d[\d,]{0,19}(?:\.\d{1,8})?)([^\d+\-()%]{0,6})$/;

interface Part {
  readonly start: number;
  readonly digits: string;
  readonly word: string;
  readonly name: string;
  readonly weight: 1 | -1;
}

/** The numbers of one side of the division: one, or several with + and - between them inside a bracket. null: something else. */
function partsOf(text: string, start: number): Part[] | null {
  const isBracketed = text.startsWith('(') && text.endsWith(')');
  const inside = isBracketed ? text.slice(1, -1) : text;
  const pieces = isBracketed ? inside.split(/(?=[+-])/) : [inside];
  const parts: Part[] = [];
  let at = start + (isBracketed ? 1 : 0);
  for (const piece of pieces) {
    const sign = /^[+-]/.exec(piece)?.[0] ?? '';
    const match = operand.exec(piece.slice(sign.length));
    if (!match) return null;
    const [, name = '', digits = '', word = ''] = match;
    parts.push({
      start: at + sign.length + name.length,
      digits,
      word,
      name: bareName(name.replaceAll('·', '')),
      weight: sign === '-' ? -1 : 1,
    });
    at += piece.length;
  }
  return parts;
}

/** The numbers as figures; null where they are not all of one kind. */
function weighed(passage: Passage, parts: readonly Part[], word: string): Weighed[] | null {
  const unit = readMoneyWord(word);
  const figures = parts.map(({ start, digits, name, weight }): Weighed | null => {
    const quantity = readQuantity(digits);
    if (quantity.kind !== 'amount') return null;
    const figure: Figure = {
      quantity,
      unit,
      decimals: quantity.decimals,
      confidence: 1,
      ...(unit === null && word !== '' ? { exact: true, counts: word } : {}),
      ...textPlace(passage, start, start + digits.length, name === '' ? '金额' : name),
    };
    return { figure, weight };
  });
  return figures.every((one) => one !== null) ? figures : null;
}

/**
 * Rates whose operands are printed with them: 预算执行率＝支出90.00万元÷预算100.00万元×100%＝90.00%.
 * @param passage one paragraph
 */
export function quotients(passage: Passage): Quotient[] {
  if (passage.heading) return [];
  const { text } = passage.flat;
  return [...text.matchAll(result)].flatMap((match): Quotient[] => {
    const percent = passage.spoken.find(
      ({ mention }) => mention.kind === 'percent' && mention.start === match.index + 1,
    );
    const before = text.slice(Math.max(0, match.index - longest), match.index);
    const from = Math.max(...['=', '，', '。', ';', ':'].map((sign) => before.lastIndexOf(sign))) + 1;
    const formula = before
      .slice(from)
      .replace(timesHundred, '')
      .replace(inNames, (name) => '·'.repeat(name.length));
    const isWrapped = /^\([^()]*\)$/.test(formula);
    const sides = (isWrapped ? formula.slice(1, -1) : formula).split(/[÷/]/);
    const [upper = '', lower = ''] = sides;
    if (!percent || sides.length !== 2) return [];
    const start = match.index - before.length + from + (isWrapped ? 1 : 0);
    const above = partsOf(upper, start);
    const below = partsOf(lower, start + upper.length + 1);
    if (!above || !below) return [];
    // Of two operands one may leave out what both count.
    const words = new Set([...above, ...below].map(({ word }) => word).filter((word) => word !== ''));
    const [word = ''] = words;
    const [numerators, denominators] =
      words.size > 1 ? [null, null] : [weighed(passage, above, word), weighed(passage, below, word)];
    const name =
      before[from - 1] === '='
        ? bareName(
            before
              .slice(0, from - 1)
              .split(/[=，。;:]/)
              .at(-1) ?? '',
          )
        : '';
    return numerators && denominators
      ? [{ kind: 'quotient', percent: called(percent.figure, name === '' ? '比率' : name), numerators, denominators }]
      : [];
  });
}

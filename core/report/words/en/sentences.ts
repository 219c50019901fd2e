import type { ChangeDirection, EquationLine, NamedFigure } from '../../statement.ts';
import type { Sentences } from '../words.ts';
import { name } from './names.ts';

const said = { grown: 'grown', fallen: 'fallen' } as const satisfies Record<ChangeDirection, string>;
const did = { grown: 'fell', fallen: 'grew' } as const satisfies Record<ChangeDirection, string>;

/** 收入决算表, row “合计” is 907.54 */
const is = (figure: NamedFigure): string => `${name(figure.name)} ${isWhat(figure.text)}`;
const isWhat = (text: string): string => (text === '' ? 'is blank' : `is ${text}`);

/** What does not agree, or agrees. */
export const sentences: Sentences = {
  'sum': ({ figure, should, off }) => `${is(figure)}; its items add up to ${should} (difference ${off}).`,
  'sum-displaced': ({ figure, should, off, amount }) =>
    `${is(figure)}; the items add up to ${should} (difference ${off}). The number row above holds an amount, ${amount}, and the cell below it is blank.`,
  'sum-of-blanks': ({ figure }) => `${is(figure)}, but all the items it is made of are blank.`,
  'sum-of-one': ({ figure, other }) => `${is(figure)}; ${is(other)}. They should be equal.`,
  'nought-in-words': ({ words, should }) => `The text says “${words}”, but the amounts give ${should}.`,
  'change-reversed': ({ figure, size }) => `${is(figure)}; the two amounts differ by ${size} the other way.`,
  'rate': ({ figure, should, off }) => `${is(figure)}; the amounts give ${should} (difference ${off} points).`,
  'rate-reversed': ({ figure, said: way, size }) =>
    `${name(figure.name)} is said to have ${said[way]} by ${figure.text}; by the amounts it ${did[way]} by ${size}.`,
  'part-above-whole': ({ part, whole }) =>
    `${is(whole)}, but ${name(part.name)}, which is contained in it, ${isWhat(part.text)}: the part is greater than the whole.`,
  'part-above-column': ({ part, column, whole }) =>
    `${is(part)}: more than “${column}” of the same row, which ${isWhat(whole)}.`,
  'parts-above-whole': ({ whole, should }) =>
    `${is(whole)}, but the items contained in it add up to ${should}: the parts are greater than the whole.`,
  'change-above-amount': ({ figure, change }) =>
    `${is(figure)}, but is said to have grown by ${change}, which is more than there is.`,
  'same': ({ figure, other }) => `${is(figure)}; ${is(other)}. The two should agree.`,
  'same-name': ({ figure, other }) =>
    `${name(figure.name)} is printed as ${figure.text} in one place and as ${other} in another. The two should agree.`,
  'same-missing': ({ figure }) => `${is(figure)}; the other form has no such row.`,
  'same-as-sum': ({ figure, host, should, off }) =>
    `${is(figure)}; the matching items of ${host ?? 'the text'} add up to ${should} (difference ${off}).`,
  'compared': ({ figures, word }) =>
    figures.length === 1
      ? `${figures.map(is).join('')}, and the word “${word}” in the text says otherwise.`
      : `${figures.map(is).join(', ')}; the word “${word}” in the text has them the wrong way round.`,
  'holds-same': ({ name: one, other }) => `${name(one)} agrees with ${name(other)}.`,
  'holds-bound': ({ name: one }) => `${name(one)} is not less than what it contains.`,
  'holds-rate': ({ name: one }) => `${name(one)} agrees with its amounts.`,
  'holds-sum': ({ name: one }) => `${name(one)} equals its items added up.`,
  'separators': ({ figure }) =>
    `${name(figure.name)} is printed as “${figure.text}”. Its commas or its point are misplaced, so that it cannot be checked as an amount.`,
};

/** 749.17 + 62.77 = 811.94 ≠ 812.94 */
export function equation({ left, comes, sign, right, said: way }: EquationLine): string {
  const [is, stated] = way === undefined ? ['', ''] : [`${did[way]} `, `${said[way]} `];
  return `${left}${comes === undefined ? '' : ` = ${is}${comes}`} ${sign} ${stated}${right || '(blank)'}`;
}

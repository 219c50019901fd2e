import { figureKey } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Term } from '../relate/relation.ts';
import { inMannerOf, unitsAmong } from './names.ts';
import type { ChangeDirection, EquationLine } from './statement.ts';

/** Which way a rate of change is said to go, where its amounts go the other way: the one that is taken off is its base where it is said to grow. */
export function saidAgainst([first, ...rest]: readonly Term[], expected: Decimal): ChangeDirection | null {
  if (
    first?.figure.quantity.kind !== 'percent' ||
    !first.figure.quantity.value.isPositive() ||
    !expected.isNegative() ||
    first.figure.place.in !== 'text' ||
    !first.figure.place.claim.endsWith('增减幅度')
  )
    return null;
  const above = rest.filter(({ part }) => part === 'numerator');
  const base = rest.filter(({ part }) => part === 'denominator');
  const [minuend, subtrahend] = [above.find(({ weight }) => weight > 0), above.find(({ weight }) => weight < 0)];
  if (above.length !== 2 || base.length !== 1 || !minuend || !subtrahend || base[0] === undefined) return null;
  const key = figureKey(base[0].figure);
  if (key === figureKey(subtrahend.figure)) return 'grown';
  return key === figureKey(minuend.figure) ? 'fallen' : null;
}

/**
 * The equation in one line: 749.17 + 62.77 = 811.94 ≠ 812.94.
 * @param sign between what the parts come to and what is printed
 */
export function equationLine(terms: readonly Term[], expected: Decimal, sign: EquationLine['sign']): EquationLine {
  const [first, ...rest] = terms;
  if (!first) return { left: '', sign, right: '' };
  const unit = unitsAmong(terms);
  const right = `${first.figure.text.trim()}${unit(first.figure)}`;
  if (rest.some((term) => term.part === 'denominator')) {
    const printed = ({ figure }: Term): string => `${figure.text.trim() || '0'}${unit(figure)}`;
    // What is taken off comes behind what it is taken off from.
    const inOrder = (own: readonly Term[]): readonly Term[] =>
      (own[0]?.weight ?? 1) < 0 ? own.toSorted((a, b) => b.weight - a.weight) : own;
    const side = (part: 'numerator' | 'denominator'): string =>
      inOrder(rest.filter((term) => term.part === part))
        .map((term, index) => `${term.weight < 0 ? ' − ' : index === 0 ? '' : ' + '}${printed(term)}`)
        .join('');
    const wrap = (text: string): string => (/ [−+] /.test(text) ? `(${text})` : text);
    const said = sign === '≠' ? saidAgainst(terms, expected) : null;
    if (said !== null) {
      const [more, less] = rest
        .filter(({ part }) => part === 'numerator')
        .toSorted((a, b) => a.weight - b.weight)
        .map(printed);
      return {
        left: `(${more} − ${less}) ÷ ${side('denominator')}`,
        comes: `${inMannerOf(expected.abs(), [first])}%`,
        sign,
        right,
        said,
      };
    }
    const left = `${wrap(side('numerator'))} ÷ ${wrap(side('denominator'))}`;
    return { left, ...(sign === '=' ? {} : { comes: `${inMannerOf(expected, [first])}%` }), sign, right };
  }
  const amounts = rest.filter(({ figure }) => figure.quantity.kind === 'amount' || figure.quantity.kind === 'percent');
  // 持平 is nought in a word, and a word has no sign.
  const isTakenOff = ({ weight, figure }: Term): boolean => weight < 0 && /\d/.test(figure.text);
  const figures = amounts.map(
    (term, index) =>
      `${isTakenOff(term) ? (index === 0 ? '−' : ' − ') : index === 0 ? '' : ' + '}${term.figure.text.trim()}${unit(term.figure)}`,
  );
  return {
    left: figures.length === 0 ? '0' : figures.join(''),
    ...(figures.length <= 1 || sign === '=' ? {} : { comes: `${inMannerOf(expected, terms)}${unit(first.figure)}` }),
    sign,
    right,
  };
}

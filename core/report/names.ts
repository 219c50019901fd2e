import { hostOf, type Figure } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { thousandsApart } from '../quantity/thousands.ts';
import type { Term } from '../relate/relation.ts';
import type { Label, Name } from './statement.ts';

// What figures are called, and how amounts are written beside those printed: the same in every language.

/** The money unit behind each figure, with a space before it, where figures of several units stand beside each other: 0.3 元 and 1.80 万元. */
export function unitsAmong(terms: readonly Term[]): (figure: Figure) => string {
  const units = new Set(
    terms.flatMap((term) =>
      term.figure.quantity.kind === 'amount' && term.figure.unit !== null ? [term.figure.unit] : [],
    ),
  );
  return (figure) => {
    const bare = /\d/.test(figure.text) && !/[元万亿]$/.test(figure.text.trim());
    return units.size > 1 && figure.unit !== null && bare ? ` ${figure.unit}` : '';
  };
}

/** Words of a head that say nothing of the figure: the side of a summary, the bare fact that it is an amount. */
const emptyWords = /^(?:收入|支出|项目|本年支出|本年收入|财政拨款“?三公”?经费|人员经费|公用经费)$/;
const amountWords = /^(?:金额|决算数|决算|本年决算数)$/;

/** A column's name, short: without the group it stands in, and with what a 小计 or 合计 is the sum of. */
function columnName(label: string): string {
  const parts = label
    .split('/')
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '');
  const telling = parts.filter((part, index) => index === parts.length - 1 || !emptyWords.test(part));
  if (telling.length > 1 && amountWords.test(telling.at(-1) ?? '')) telling.pop();
  if (telling.length === 1 && amountWords.test(telling[0] ?? '') && parts.length > 1) return '';
  return telling.join('');
}

const joining = /[\s:：,，、;；。.·]/u;

/** A name without the marks that joined it to what stood around it: “:2025年自治区财政收支表”, “基本支出，”. */
function plainName(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && joining.test(name.charAt(start))) start += 1;
  while (end > start && joining.test(name.charAt(end - 1))) end -= 1;
  return name.slice(start, end);
}

/** What a figure is called; the marks that joined a name to what stood around it are left out. */
export function nameOf({ place }: Figure): Name {
  if (place.in === 'text') return { claim: plainName(place.claim) };
  if (place.in === 'rule') return { constant: place.constant, of: place.of };
  return {
    table: plainName(place.tableTitle),
    row: plainName(place.rowLabel),
    column: columnName(place.columnLabel),
  };
}

/** The name of a figure beside one of the same table: its table is not named again, unless the cell has no other name. */
export function shortNameOf(figure: Figure): Name {
  const name = nameOf(figure);
  return 'table' in name && (name.row !== '' || name.column !== '') ? { ...name, table: '' } : name;
}

/** What a column is called in a sentence; '' where its head says nothing. */
export const columnTitle = ({ place }: Figure): string => (place.in === 'table' ? columnName(place.columnLabel) : '');

/**
 * The names of terms beside their total: by row if they share a column, by column if they share a row, in full between tables.
 * @param terms all terms shown, the total first
 */
export function labelsAmong(terms: readonly Term[]): (term: Term) => Label {
  const [first] = terms;
  const hosts = new Set(terms.map(({ figure }) => hostOf(figure)));
  const rowOf = (term: Term | undefined): number | null =>
    term?.figure.place.in === 'table' ? term.figure.place.row : null;
  const rows = new Set(terms.map(rowOf));
  return (term) => {
    const name = nameOf(term.figure);
    if (!('table' in name)) return name;
    const { table, row, column } = name;
    if (hosts.size > 1) return [table, row, column].filter((part) => part !== '').join(' · ');
    return rows.size === 1 || (term !== first && rowOf(first) === rowOf(term)) ? column || row : row || column;
  };
}

/** An amount in the manner of the figures around it: as many decimals as they print, thousands separated if theirs are. */
export function inMannerOf(value: Decimal, terms: readonly Term[]): string {
  const decimals = Math.max(
    0,
    ...terms.flatMap(({ figure: { quantity } }) =>
      quantity.kind === 'amount' || quantity.kind === 'percent' ? [quantity.decimals] : [],
    ),
  );
  const plain = value.toFixed(Math.max(decimals, value.decimalPlaces()));
  if (!terms.some((term) => /\d,\d{3}/.test(term.figure.text))) return plain;
  const [whole = '', fraction] = plain.split('.');
  const grouped = thousandsApart(whole);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

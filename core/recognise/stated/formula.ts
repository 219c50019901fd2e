import { addTo } from '../../grouped.ts';
import { squash, type ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import type { ColumnIdentity } from './identity.ts';

/** A number or letter that stands for a column: 3, (3), A. */
const symbol = /^\(?([A-Z]|\d{1,2})\)?$/u;
/** A symbol with its formula: 3=1+2, (4)=(3)/(1)×100%, D=E+F. */
const formula = /^\(?([A-Z]|\d{1,2})\)?=([-+*/()A-Z\d.%]{1,60})$/u;
/** Either behind the words of a head: 增减额(3=2-1), 决算数(2). */
const behindWords = /\(([A-Z]|\d{1,2})(=[-+*/()A-Z\d.%]{1,60})?\)$/u;

/** Signs in one spelling; NFKC has made figures of ① and ３ already. */
const plainSigns = (text: string): string =>
  squash(text)
    .replace(/^[[【](.*)[\]】]$/u, '$1')
    .replace(/[×xX✕﹡]/gu, '*')
    .replace(/[÷]/gu, '/')
    .replace(/[－—–−﹣]/gu, '-')
    .replace(/[＋﹢]/gu, '+')
    .toUpperCase();

interface Expression {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly base: string | null;
}

/** A sum of symbols: 1+2-3, (1)-(2), 2+…+6 for numbers that run on. */
function sumOf(text: string): { plus: string[]; minus: string[] } | null {
  const plain = text.replace(/\(([A-Z]|\d{1,2})\)/gu, '$1');
  const run = /^(\d{1,2})(?:\+\d{1,2})?\+\.{2,6}\+(\d{1,2})$/u.exec(plain);
  if (run) {
    const [from, to] = [Number(run[1]), Number(run[2])];
    return from < to
      ? { plus: Array.from({ length: to - from + 1 }, (_, index) => String(from + index)), minus: [] }
      : null;
  }
  if (!/^(?:[A-Z]|\d{1,2})(?:[-+](?:[A-Z]|\d{1,2}))*$/u.test(plain)) return null;
  const plus: string[] = [];
  const minus: string[] = [];
  for (const [, sign, name = ''] of plain.matchAll(/([-+]?)([A-Z]|\d{1,2})/gu))
    (sign === '-' ? minus : plus).push(name);
  return { plus, minus };
}

/** A formula right of its equals sign; null for anything but a sum, or a sum divided by a column. */
function readExpression(text: string): Expression | null {
  const bare = text.replace(/\*100%?$|\*100%$/u, '');
  const [above = '', below, ...more] = bare.split('/');
  if (more.length > 0) return null;
  const sum = sumOf(below === undefined ? bare : above.replace(/^\((.*)\)$/u, '$1'));
  if (sum === null) return null;
  if (below === undefined) return bare === text ? { ...sum, base: null } : null;
  const base = symbol.exec(below)?.[1];
  return base === undefined ? null : { ...sum, base };
}

/** The symbols and formulas of one row of cells, by column; null where another thing stands among them. */
function rowOfSymbols(texts: readonly string[]): Map<number, { name: string; expression: string | null }> | null {
  const found = new Map<number, { name: string; expression: string | null }>();
  for (const [column, text] of texts.entries()) {
    const [, name, expression] = formula.exec(text) ?? [];
    const lone = symbol.exec(text)?.[1];
    if (name !== undefined && expression !== undefined) found.set(column, { name, expression });
    else if (lone !== undefined) found.set(column, { name: lone, expression: null });
    else if (text !== '' && !/^(?:栏次|行次|栏目|公式|计算公式|计算关系|关系式|序号|项目|[类款项])$/u.test(text))
      return null;
  }
  return found;
}

/** The symbols behind the words of heads, one a column. */
function symbolsInHeads(head: Head): Map<number, { name: string; expression: string | null }> {
  const found = new Map<number, { name: string; expression: string | null }>();
  for (const [column, path] of head.paths.entries()) {
    const match = path.map((text) => behindWords.exec(plainSigns(text))).findLast((one) => one !== null);
    const name = match?.[1];
    if (name !== undefined) found.set(column, { name, expression: match?.[2]?.slice(1) ?? null });
  }
  return found;
}

/**
 * The formulas that a table prints for its columns, in its row of column numbers (栏次 3=1+2, 公式 A=B+C) or behind the words of its heads.
 * @param grid the expanded table
 * @param head its head
 */
export function printedFormulas(grid: ExpandedGrid, head: Head): ColumnIdentity[] {
  const rows = Array.from({ length: Math.min(head.rows + 1, grid.table.rows) }, (_, row) => row).map((row) =>
    rowOfSymbols(Array.from({ length: grid.table.columns }, (_, column) => plainSigns(grid.ownTextAt(row, column)))),
  );
  const hasFormula = (symbols: ReadonlyMap<number, { expression: string | null }> | null): boolean =>
    symbols !== null && [...symbols.values()].some(({ expression }) => expression !== null);
  const symbols = rows.find(hasFormula) ?? [symbolsInHeads(head)].find(hasFormula);
  if (!symbols) return [];
  const columns = new Map<string, number[]>();
  for (const [column, { name }] of symbols) addTo(columns, name, column);
  const columnOf = (name: string): number | null => {
    const [one, ...others] = columns.get(name) ?? [];
    return one === undefined || others.length > 0 ? null : one;
  };
  return [...symbols].flatMap(([target, { expression }]): ColumnIdentity[] => {
    const read = expression === null ? null : readExpression(expression);
    if (read === null) return [];
    const [plus, minus, base] = [read.plus, read.minus, read.base === null ? [] : [read.base]].map((names) =>
      names.map(columnOf),
    );
    const all = [...(plus ?? []), ...(minus ?? []), ...(base ?? [])];
    if (all.includes(null) || all.includes(target)) return [];
    const known = (list: readonly (number | null)[] | undefined): number[] =>
      (list ?? []).filter((column) => column !== null);
    return [
      {
        by: 'formula',
        evidence: 'printed',
        build: 'formula',
        target,
        workings: [{ plus: known(plus), minus: known(minus), base: known(base) }],
      },
    ];
  });
}

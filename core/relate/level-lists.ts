import type { Figure } from '../document/figure.ts';
import { accountLevels, type AccountLevel } from '../recognise/account-levels.ts';
import type { Form, FormSet, Line, Side } from '../recognise/form.ts';
import { plainLabel, squash } from '../recognise/grid.ts';
import { isBetweenLevels, isDifference } from '../recognise/measure-words.ts';

/** One account in the list of a whole territory and in those of its own level and of the levels below it. */
export interface LevelSum {
  readonly whole: Figure;
  readonly parts: readonly [own: Figure, below: Figure];
  readonly table: string;
  /** Sums of one kind prove each other. */
  readonly kind: string;
}

type Level = 'whole' | 'own' | 'below';

/** The words of titles for the levels of government; the first that is found counts. */
const levelWords: readonly (readonly [Level, RegExp])[] = [
  ['below', /(?:各|全区|全省|全市)?(?:市县|地市|州市|盟市|旗县|县区|区县|县市区|市县区|县市)级?/u],
  ['own', /(?:自治区|自治州|省|市|区|县|州|盟|旗)?本级|(?:自治区|省|市)级/u],
  ['whole', /全(?:自治区|自治州|省|市|区|县|州|盟|旗)/u],
];

/**
 * What a title says without its level, and the level; null where it names none, or where it is of no final accounts: those of a territory are added up
 * from those of its levels, while budgets are drawn up by each and the whole is often an estimate.
 */
function levelOf(title: string): { readonly level: Level; readonly rest: string } | null {
  const flat = squash(title);
  if (!flat.includes('决算')) return null;
  for (const [level, words] of levelWords) if (words.test(flat)) return { level, rest: flat.replace(words, '') };
  return null;
}

const depth: Readonly<Record<AccountLevel, number>> = { end: 0, class: 1, section: 2, item: 3 };

const nameOf = (label: string): string => plainLabel(label).replace(/支出$/u, '');

/** The lines of a list by the names of the accounts that they stand under; null for those that are there twice. */
function linesByPath(side: Side): ReadonlyMap<string, Line | null> {
  const levels = accountLevels(side.lines);
  const lines = new Map<string, Line | null>();
  let above: { readonly depth: number; readonly name: string }[] = [];
  side.lines.forEach((line, at) => {
    const level = levels[at] ?? null;
    const own = level === null ? depth.end : depth[level];
    above = above.filter((one) => one.depth < own);
    const path = [...above.map(({ name }) => name), nameOf(line.label)].join('/');
    if (level !== null) above.push({ depth: own, name: nameOf(line.label) });
    lines.set(path, lines.has(path) ? null : line);
  });
  return lines;
}

const onlySide = ({ sides }: Form): Side | null => (sides.length === 1 ? (sides[0] ?? null) : null);

/** The columns of money that the heads of all lists name alike. */
function commonColumns(sides: readonly Side[]): number[][] {
  const [first] = sides;
  return (first?.measures ?? []).flatMap(({ key, label }) => {
    if (key === null || isDifference(label)) return [];
    const places = sides.map(({ measures }) =>
      measures.flatMap((one, at) => (squash(one.label) === squash(label) ? [at] : [])),
    );
    return places.every((list) => list.length === 1) ? [places.flat()] : [];
  });
}

/**
 * The same list printed for a whole territory, for the government of its own level, and for those below it (全区, 自治区本级, 各市县), account by
 * account; what one level passes to another is counted once, and left out. That the titles mean it so the lists have to prove (`kind`).
 * @param set forms of one document
 */
export function levelSums(set: FormSet): LevelSum[] {
  const found = new Map<string, Map<Level, Form | null>>();
  for (const form of set.forms) {
    const named = form.id === 'budget-table' ? levelOf(form.title) : null;
    if (!named) continue;
    const forms = found.get(named.rest) ?? new Map<Level, Form | null>();
    forms.set(named.level, forms.has(named.level) ? null : form);
    found.set(named.rest, forms);
  }
  return [...found.values()].flatMap((forms) => {
    const three = (['whole', 'own', 'below'] as const).flatMap((level) => forms.get(level) ?? []);
    const sides = three.flatMap((form) => onlySide(form) ?? []);
    const [whole] = three;
    return whole && sides.length === 3 ? sumsOf(whole.table, sides) : [];
  });
}

function sumsOf(table: string, sides: readonly Side[]): LevelSum[] {
  const columns = commonColumns(sides);
  const lists = sides.map(linesByPath);
  const [whole] = lists;
  return [...(whole ?? [])].flatMap(([path, line]) => {
    const rows = lists.flatMap((list) => list.get(path) ?? []);
    if (!line || rows.length < sides.length || isBetweenLevels(line.label)) return [];
    return columns.flatMap((places): LevelSum[] => {
      const [total, own, below] = rows.map((row, at) => row.figures[places[at] ?? -1]);
      return total && own && below && [total, own, below].every(({ quantity }) => quantity.kind === 'amount')
        ? [{ whole: total, parts: [own, below], table, kind: String(places[0]) }]
        : [];
    });
  });
}

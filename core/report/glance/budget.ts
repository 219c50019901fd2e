import type { Figure } from '../../document/figure.ts';
import { classByName } from '../../recognise/classes.ts';
import type { Form, FormSet, Line, Side } from '../../recognise/form.ts';
import { plainLabel, squash } from '../../recognise/grid.ts';
import { sourceByName } from '../../recognise/summary.ts';
import { threePublicColumn, threePublicItem } from '../../recognise/three-public.ts';
import {
  byLength,
  draw,
  drawnThreePublic,
  threePublicItems,
  type Charts,
  type Drawn,
  type StateOf,
  type Told,
} from './draw.ts';

/** A title without its ordinal, its number and its quotes. */
const titleOf = (form: Form): string => plainLabel(form.title);

/** Of part of the money only: no budget of the whole body. */
const isOfOneFund = (title: string): boolean => /财政拨款|一般公共预算|政府性基金|国有资本/.test(title);

/** The first form whose title is of the whole body and has these words. */
const formTitled = (set: FormSet, words: RegExp): Form | null =>
  set.forms.find((form) => !form.empty && words.test(titleOf(form)) && !isOfOneFund(titleOf(form))) ?? null;

/** The words of a column's head from top to bottom. */
const headOf = (label: string): string[] => label.split('/').map(squash);

/** Compared with the year's budget, not part of it. */
const isBeside = (label: string): boolean => /上年|执行|完成|增减|增长|比|%/.test(squash(label));

/** The one column of the year's budget; null if there is none or more than one. */
function amountColumn({ measures }: Side): number | null {
  const [column, ...more] = measures.flatMap(({ label }, index) => (isBeside(label) ? [] : [index]));
  return column === undefined || more.length > 0 ? null : column;
}

/** What the lines of a lane add up to for the year, as the form says: the total's figure and its addends. */
function yearOf(side: Side): { total: Figure; lines: readonly Line[]; column: number } | null {
  const column = amountColumn(side);
  const at = (key: string): number => side.lines.findIndex((line) => line.key === key);
  const index = at('year-total') < 0 ? at('grand-total') : at('year-total');
  const sum = side.lineSums?.find(({ total }) => total === index);
  const total = column === null ? undefined : side.lines[index]?.figures[column];
  if (column === null || !sum || !total) return null;
  return { total, column, lines: (sum.readings[0] ?? []).flatMap((line) => side.lines[line] ?? []) };
}

/** The lines of a lane, named by what they are. */
function fromLane(side: Side | undefined, itemOf: (line: Line) => string | null, stateOf: StateOf): Drawn | null {
  const year = side && yearOf(side);
  if (!year) return null;
  return draw(
    year.lines.flatMap((line): Told[] => {
      const figure = line.figures[year.column];
      return figure === undefined
        ? []
        : [{ item: itemOf(line) ?? '', label: plainLabel(line.label), figures: [{ figure }] }];
    }),
    year.total,
    stateOf,
  );
}

const classOf = (line: Line): string | null => {
  const code = classByName(line.label);
  return code === null ? null : `class:${code}`;
};

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^基本支出$/, 'basic'],
  [/^项目支出$/, 'project'],
  [/^上缴上级支出$/, 'to-superior'],
  [/^(?:事业单位)?经营支出$/, 'operating'],
  [/^对附属单位补助支出$/, 'to-subordinate'],
  [/^单位预留机动经费$/, 'reserve'],
];
const kindByName = (name: string): string | null => {
  const kind = kinds.find(([pattern]) => pattern.test(plainLabel(name)))?.[1];
  return kind === undefined ? null : `kind:${kind}`;
};

/** The row for all of a list: its total row, or its only one. */
function wholeRow({ lines }: Side): Line | null {
  const totals = lines.filter(({ key }) => key === 'total');
  const [row, ...more] = totals.length > 0 ? totals : lines;
  return row && more.length === 0 ? row : null;
}

/** The kinds among the columns of the expenditure form. What is printed as 其中 is contained in others. */
function kindColumns(form: Form | null, stateOf: StateOf): Drawn | null {
  const side = form?.sides.find(({ key }) => key === 'all');
  const row = side && wholeRow(side);
  if (!side || !row) return null;
  const columns = side.measures.flatMap(({ label }, index) => {
    const words = headOf(label);
    const figure = row.figures[index];
    return figure === undefined || words.some((word) => word.startsWith('其中')) ? [] : [{ figure, words }];
  });
  const told = columns.flatMap(({ figure, words }): Told[] => {
    const name = /^(?:小计|合计)$/.test(words.at(-1) ?? '') ? (words.at(-2) ?? '') : (words.at(-1) ?? '');
    const item = kindByName(name);
    return item === null ? [] : [{ item, label: name, figures: [{ figure }] }];
  });
  // 基本支出 in two columns of two years: which is meant is not clear.
  if (new Set(told.map(({ item }) => item)).size < told.length || told.length < 2) return null;
  const [total, ...more] = columns.filter(
    ({ words }) => /^(?:合计|总计)$/.test(words.at(-1) ?? '') && kindByName(words.at(-2) ?? '') === null,
  );
  return draw(told, total && more.length === 0 ? total.figure : null, stateOf);
}

/** The row of the year: the total, the only one, or of rows a year each the latest. */
function rowOfYear(side: Side): Line | null {
  const yearIn = ({ label }: Line): number => Number(/^(20\d\d)年/.exec(label.trim())?.[1]);
  if (!side.lines.every((line) => yearIn(line) > 0)) return wholeRow(side);
  const latest = side.lines.filter((line) => yearIn(line) === Math.max(...side.lines.map(yearIn)));
  return latest.length === 1 ? (latest[0] ?? null) : null;
}

/** The figures of the “三公” form by item, where the items are columns. */
function threePublicAcross(side: Side): Map<string, Figure> | null {
  const row = rowOfYear(side);
  if (!row) return null;
  const columns = side.measures.flatMap(({ label }, index) => {
    const [item, figure] = [threePublicColumn(label.split('/')), row.figures[index]];
    return item === null || figure === undefined || isBeside(label)
      ? []
      : [{ item, figure, named: label.includes('三公') }];
  });
  // 合计 with meetings and training beside 三公经费小计.
  const totals = columns.filter(({ item }) => item === 'total');
  const own = totals.length > 1 ? totals.filter(({ named }) => named) : totals;
  const found = [...own, ...columns.filter(({ item }) => item !== 'total')].filter(({ item }) =>
    threePublicItems.some((one) => one === item),
  );
  return new Set(found.map(({ item }) => item)).size < found.length
    ? null
    : new Map(found.map(({ item, figure }) => [item, figure]));
}

/** The same where the items are rows. */
function threePublicDown(side: Side): Map<string, Figure> | null {
  const column = amountColumn(side);
  if (column === null) return null;
  const found = side.lines.flatMap((line): [string, Figure][] => {
    const item = line.key === 'total' ? 'total' : threePublicItem(line.label);
    const figure = line.figures[column];
    return item === null || figure === undefined ? [] : [[item, figure]];
  });
  return new Map(found).size < found.length ? null : new Map(found);
}

/** The “三公” budget of the form that is named after it. */
function threePublic(set: FormSet, stateOf: StateOf): Drawn | null {
  const form = set.forms.find((one) => !one.empty && titleOf(one).includes('三公'));
  const side = form?.sides.find(({ key }) => key === 'all');
  // A blank column or row is not among them: few have travel abroad.
  const figures =
    side &&
    [threePublicAcross(side), threePublicDown(side)].find((found) => found?.has('total') === true && found.size > 1);
  if (!figures) return null;
  const items = drawnThreePublic(figures.has('vehicles'));
  return draw(
    items.flatMap((item): Told[] => {
      const figure = figures.get(item);
      return figure === undefined ? [] : [{ item: `three-public:${item}`, label: '', figures: [{ figure }] }];
    }),
    null,
    stateOf,
  );
}

/** 财政专户管理资金 is told of in budgets only. */
const sourceOf = ({ label }: Line): string | null =>
  sourceByName(plainLabel(label)) ?? (plainLabel(label).startsWith('财政专户管理资金') ? 'source:special' : null);

/**
 * The charts of a budget, each of one form of the whole body: income by source and expenditure by class as the summary adds them up, basic
 * against project expenditure, the “三公” budget.
 * @param set the forms of one publisher
 * @param stateOf what is said of each figure
 */
export function budgetCharts(set: FormSet, stateOf: StateOf): Charts {
  const isBudget = set.forms.some(({ id }) => id.startsWith('budget-'));
  if (!isBudget) return [];
  const summary = formTitled(set, /收入?支出?.{0,28}总(?:体情况)?表/);
  const spending = summary?.sides.filter(({ key }) => key === 'expenditure') ?? [];
  return [
    [
      'sources',
      byLength(
        fromLane(
          summary?.sides.find(({ key }) => key === 'income'),
          sourceOf,
          stateOf,
        ),
      ),
    ],
    [
      'classes',
      byLength(
        fromLane(
          spending.find(({ lines }) => lines.some((line) => classOf(line) !== null)),
          classOf,
          stateOf,
        ),
      ),
    ],
    [
      'kinds',
      kindColumns(formTitled(set, /(?<!收入)支出(?:预算)?总(?:体情况)?表/), stateOf) ??
        fromLane(
          spending.find(({ lines }) => lines.some(({ label }) => kindByName(label) === 'kind:basic')),
          ({ label }) => kindByName(label),
          stateOf,
        ),
    ],
    ['three-public', threePublic(set, stateOf)],
  ];
}

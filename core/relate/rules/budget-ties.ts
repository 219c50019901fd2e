import { amountInYuan, printedAmount, type Figure } from '../../document/figure.ts';
import { lastDigit } from '../../quantity/decimal.ts';
import { unitFactor } from '../../quantity/unit.ts';
import { classByName } from '../../recognise/classes.ts';
import { sideOf, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import { budgetFacts, haveSameParts, isSameMoney, partsOfSameMoney } from '../budget-facts.ts';
import { budgetItems } from '../budget-items.ts';
import type { Notice } from '../notice.ts';
import { isPrinted, left, part, right, whole, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { formOf, same } from '../scope.ts';

/** A budget form that lists accounts: its rows, its total row, and a column by the words of its head. */
interface Listing {
  readonly table: string;
  readonly side: Side;
  readonly total: Line;
  column(label: RegExp): number | null;
}

/** The listing of a form; null without one total row, or where a row bears no account. */
function listingOf(set: FormSet, id: FormId): Listing | null {
  const form = formOf(set, id);
  const side = form && sideOf(form, 'all');
  const [total, ...more] = side?.lines.filter((line) => line.key === 'total') ?? [];
  if (
    !form ||
    !side ||
    !total ||
    more.length > 0 ||
    side.lines.some((line) => line !== total && line.code === undefined)
  )
    return null;
  return {
    table: form.table,
    side,
    total,
    column(label) {
      const found = side.measures.flatMap((measure, index) =>
        label.test(measure.label.normalize('NFKC').replace(/\s/g, '')) ? [index] : [],
      );
      return found.length === 1 ? (found[0] ?? null) : null;
    },
  };
}

/** The rows that make up an account: its own row, or all the deepest rows below it. */
function rowsOf({ side }: Listing, code: string): Line[] {
  const own = side.lines.filter((line) => line.code === code);
  const below = side.lines.filter((line) => line.code?.startsWith(code) ?? false);
  if (own.length === 1 && below.length > 1) return own;
  // With rows of several levels below it, which of them add up is not clear.
  return new Set(below.map((line) => line.code?.length)).size > 1 ? [] : below;
}

/** Whether two totals are the same amount: only then are their parts. */
function agree(one: Figure | undefined, other: Figure | undefined): boolean {
  const [amount, same] = [printedAmount(one), printedAmount(other)];
  return amount !== null && same !== null && amount.eq(same) && one?.unit === other?.unit;
}

/** The classes of a summary's expenditure against the rows of a listing, where both totals agree. */
function* classTies(set: FormSet, summaryId: FormId, listingId: FormId, column: RegExp): Generator<Relation> {
  const summary = formOf(set, summaryId);
  const lanes =
    summary?.sides.filter(
      (side) =>
        side.key === 'expenditure' &&
        side.measures.length === 1 &&
        side.lines.some((line) => classByName(line.label) !== null),
    ) ?? [];
  const [lane] = lanes;
  const listing = listingOf(set, listingId);
  const at = listing?.column(column) ?? null;
  if (!lane || lanes.length !== 1 || !listing || at === null) return;
  const sums = lane.lines.filter((line) => line.key === 'year-total');
  if (sums.length !== 1 || !agree(sums[0]?.figures[0], listing.total.figures[at])) return;
  for (const line of lane.lines) {
    const code = line.key === 'item' ? classByName(line.label) : null;
    const [figure] = line.figures;
    const figures = code === null ? [] : rowsOf(listing, code).flatMap((row) => row.figures[at] ?? []);
    if (figures.length > 0) yield* same(listing.table, figure, figures);
  }
}

/** Accounts of two listings in a column each, where both totals agree. */
function* accountTies(
  set: FormSet,
  ids: readonly [FormId, FormId],
  columns: readonly [RegExp, RegExp],
): Generator<Relation> {
  const [one, other] = ids.map((id) => listingOf(set, id));
  const [a, b] = [one?.column(columns[0]) ?? null, other?.column(columns[1]) ?? null];
  if (!one || !other || a === null || b === null || !agree(one.total.figures[a], other.total.figures[b])) return;
  const codes = new Set(other.side.lines.flatMap((line) => (line.code?.length === 7 ? [line.code] : [])));
  for (const code of codes) {
    const [here, there] = [
      rowsOf(one, code).flatMap((row) => row.figures[a] ?? []),
      rowsOf(other, code).flatMap((row) => row.figures[b] ?? []),
    ];
    const [figure, ...more] = there;
    if (more.length === 0 && here.length > 0) yield* same(other.table, figure, here);
  }
}

/** The one line of a lane, in the stretch from one line to the next of its kind, that names a budget. */
function fundLine(side: Side, from: RegExp, name: RegExp): Figure | null {
  const start = side.lines.findIndex((line) => from.test(line.label.replace(/\s/g, '')));
  const rest = start < 0 ? [] : side.lines.slice(start + 1);
  const end = rest.findIndex((line) => line.key !== 'detail');
  const found = rest.slice(0, end < 0 ? rest.length : end).filter((line) => name.test(line.label.replace(/\s/g, '')));
  return found.length === 1 ? (found[0]?.figures[0] ?? null) : null;
}

/** The rows of a listing by economic use: leaves only, each with its code; null where one bears none. */
function byUse(listing: Listing | null): Map<string, Line[]> | null {
  const rows = listing?.side.lines.filter((line) => line !== listing.total) ?? [];
  const uses = new Map<string, Line[]>();
  for (const line of rows) {
    if (line.economic?.length !== 5) return null;
    uses.set(line.economic, [...(uses.get(line.economic) ?? []), line]);
  }
  return uses.size === 0 ? null : uses;
}

/** Amounts of the rows in a column. */
const amountsOf = (lines: readonly Line[] | undefined, at: number): Figure[] =>
  lines?.flatMap((line) => line.figures[at] ?? []) ?? [];

/** The items of the “three public” form with their economic codes, by the words of its columns; not 30212, which holds travel for teaching and research as well. */
const threePublicUses: readonly (readonly [RegExp, string])[] = [
  [/^公务接待费/, '30217'],
  [/^公务用车运行(?:维护)?费\/小计$/, '30231'],
  [/^公务用车购置费?$/, '31013'],
];

/** The same items in the text's and the forms' words. */
const threePublicItems: readonly (readonly [item: string, code: string])[] = [
  ['three-public:reception', '30217'],
  ['three-public:operation', '30231'],
  ['three-public:purchase', '31013'],
];

/** Items of basic expenditure that are greater than what the “three public” form allows for all money: a remark, as places fill it in differently. */
function* aboveThreePublic(set: FormSet): Generator<Notice> {
  const { columns } = budgetFacts(set);
  const items = budgetItems(set);
  for (const [item, code] of threePublicItems) {
    const listed = new Set(columns.map(({ table }) => table));
    const [all, ...others] = items.of(item).filter(({ place }) => place.in === 'table' && !listed.has(place.table));
    const basic = columns.flatMap((column) =>
      column.item === 'general:basic' ? (column.accounts.get(code) ?? []) : [],
    );
    const [use] = basic;
    if (!all || !use || others.some((other) => !isSameMoney(all, other)) || basic.some((one) => !isSameMoney(use, one)))
      continue;
    const [most, own] = [amountInYuan(all), amountInYuan(use)];
    const unit = all.unit === null ? null : lastDigit(all.decimals).times(unitFactor(all.unit));
    if (!most || !own || !unit || own.lte(most.plus(unit))) continue;
    yield {
      figures: [use, all],
      remark: 'above-three-public',
      values: {
        item: use.place.in === 'table' ? use.place.rowLabel : code,
        code,
        basic: use.text,
        whole: all.text,
      },
    };
  }
}

const isZero = (figure: Figure | null): boolean =>
  figure === null || !isPrinted(figure) || (figure.quantity.kind === 'amount' && figure.quantity.value.isZero());

export const budgetTieRules: readonly Rule[] = [
  {
    id: 'tie-out/budget-classes',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['YX1', 'YX4'],
    *relations(set) {
      yield* classTies(set, 'budget-summary', 'budget-expenditure', /^合计$/);
      yield* classTies(set, 'budget-fiscal-summary', 'budget-general', /^合计$/);
    },
  },
  {
    id: 'tie-out/budget-accounts',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['YX6'],
    *relations(set) {
      yield* accountTies(set, ['budget-expenditure', 'budget-general'], [/^基本支出$/, /基本支出\/小计$/]);
      yield* accountTies(set, ['budget-expenditure', 'budget-general'], [/^项目支出$/, /项目支出总数$/]);
    },
  },
  {
    id: 'tie-out/budget-funds',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['YX11'],
    *relations(set) {
      const summary = formOf(set, 'budget-fiscal-summary');
      const side = summary && sideOf(summary, 'income');
      if (side?.measures.length !== 1) return;
      for (const [id, name] of [
        ['budget-fund', /政府性基金/],
        ['budget-capital', /国有资本经营/],
      ] as const) {
        const listing = listingOf(set, id);
        const at = listing?.column(/(?:^|\/)(?:合计|本年预算数)$/) ?? null;
        const total = at === null ? undefined : listing?.total.figures[at];
        const income = fundLine(side, /本年收入/, name);
        if (listing && isZero(fundLine(side, /上年结转/, name))) yield* same(listing.table, income, [total]);
      }
    },
  },
  {
    id: 'tie-out/capital-construction',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['Y06-3'],
    *relations(set) {
      const form = formOf(set, 'budget-general');
      const side = form && sideOf(form, 'all');
      const at = (label: RegExp): number =>
        side?.measures.findIndex((measure) => label.test(measure.label.replace(/\s/g, ''))) ?? -1;
      const [all, without] = [at(/项目支出总数$/), at(/扣除基建项目后预算数$/)];
      for (const line of side?.lines ?? []) {
        const [sum, rest] = [line.figures[all], line.figures[without]];
        if (form && sum && rest && isPrinted(rest))
          yield { kind: 'bound', readings: [[whole(sum), part(rest)]], table: form.table };
      }
    },
  },
  {
    id: 'tie-out/budget-uses',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['YX7'],
    *relations(set) {
      const [spending, basic] = [listingOf(set, 'budget-expenditure'), listingOf(set, 'budget-basic')];
      const [a, b] = [spending?.column(/^基本支出$/) ?? null, basic?.column(/(?:^|\/)合计$/) ?? null];
      const [here, there] = [byUse(spending), byUse(basic)];
      if (
        !spending ||
        !basic ||
        a === null ||
        b === null ||
        !here ||
        !there ||
        !agree(spending.total.figures[a], basic.total.figures[b])
      )
        return;
      for (const [code, lines] of there) {
        const [figure, ...more] = amountsOf(lines, b);
        const figures = amountsOf(here.get(code), a);
        if (more.length === 0 && figures.length > 0) yield* same(basic.table, figure, figures);
      }
    },
  },
  {
    id: 'tie-out/budget-three-public',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['YX8'],
    *relations(set) {
      const form = formOf(set, 'budget-three-public');
      const side = form && sideOf(form, 'all');
      const basic = listingOf(set, 'budget-basic');
      const uses = byUse(basic);
      const at = basic?.column(/(?:^|\/)合计$/) ?? null;
      const years =
        side?.lines.flatMap((line) =>
          /^(?:19|20)\d\d年/.test(line.label.trim()) ? [Number(line.label.trim().slice(0, 4))] : [],
        ) ?? [];
      const last = Math.max(...years);
      const row = side?.lines.find((line) => line.label.trim().startsWith(String(last)));
      if (!form || !side || !row || new Set(years).size < years.length || !uses || at === null) return;
      for (const [label, code] of threePublicUses) {
        const indexes = side.measures.flatMap((measure, index) =>
          label.test(measure.label.normalize('NFKC').replace(/\s/g, '')) ? [index] : [],
        );
        const all = indexes.length === 1 ? row.figures[indexes[0] ?? 0] : undefined;
        const parts = amountsOf(uses.get(code), at).filter(isPrinted);
        if (all && parts.length > 0)
          yield { kind: 'bound', readings: [[whole(all), ...parts.map(part)]], table: form.table };
      }
    },
    notices: aboveThreePublic,
  },
  {
    id: 'tie-out/budget-kinds',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['YX3'],
    *relations(set) {
      const [spending, general, basic] = [
        listingOf(set, 'budget-expenditure'),
        listingOf(set, 'budget-general'),
        listingOf(set, 'budget-basic'),
      ];
      const [all, money, own, sums] = [
        spending?.column(/^合计$/) ?? null,
        general?.column(/^合计$/) ?? null,
        spending?.column(/^基本支出$/) ?? null,
        basic?.column(/(?:^|\/)合计$/) ?? null,
      ];
      if (!spending || !general || !basic || all === null || money === null || own === null || sums === null) return;
      if (!agree(spending.total.figures[all], general.total.figures[money])) return;
      yield* same(basic.table, spending.total.figures[own], [basic.total.figures[sums]]);
    },
  },
  {
    id: 'tie-out/budget-general-income',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['YX12'],
    *relations(set) {
      const [summary, fiscal] = (['budget-summary', 'budget-fiscal-summary'] as const).map((id) => formOf(set, id));
      const [own, other] = [summary, fiscal].map((form) => (form ? sideOf(form, 'income') : null));
      if (!fiscal || own?.measures.length !== 1 || other?.measures.length !== 1) return;
      const carried = [own, other].map((side) =>
        side.lines.filter((line) => line.key === 'opening-balance' || /结转|结余/.test(line.label)),
      );
      if (
        carried.some((lines) => lines.length === 0) ||
        carried.flat().some((line) => !isZero(line.figures[0] ?? null))
      )
        return;
      const named = own.lines.filter((line) => line.key === 'item' && line.label.includes('一般公共预算'));
      yield* same(fiscal.table, named.length === 1 ? named[0]?.figures[0] : undefined, [
        fundLine(other, /本年收入/, /一般公共预算/),
      ]);
    },
  },
  {
    id: 'tie-out/budget-facts',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['T-1'],
    *relations(set) {
      for (const tables of [...budgetFacts(set).totals.values(), ...partsOfSameMoney(budgetFacts(set))]) {
        for (const [index, one] of tables.entries()) {
          for (const other of tables.slice(0, index)) {
            if (one.table === other.table) continue;
            const readings = one.figures.flatMap((a) => other.figures.map((b) => [left(b), right(a)]));
            yield {
              kind: 'same',
              readings,
              table: one.table,
              ...(!(one.official && other.official) && { pattern: `${other.table}|${one.table}` }),
            };
          }
        }
      }
    },
  },
  {
    id: 'tie-out/budget-accounts-of-any-form',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['T-2'],
    *relations(set) {
      const { columns } = budgetFacts(set);
      for (const [index, one] of columns.entries()) {
        for (const other of columns.slice(0, index)) {
          if (one.table === other.table || !haveSameParts(one.item, other.item) || !isSameMoney(one.total, other.total))
            continue;
          for (const [code, figure] of one.accounts)
            for (const relation of same(one.table, other.accounts.get(code), [figure]))
              yield { ...relation, pattern: `${other.table}|${one.table}` };
        }
      }
    },
  },
];

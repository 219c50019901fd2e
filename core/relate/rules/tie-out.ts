import type { Figure } from '../../document/figure.ts';
import { figureOf, linesOf, sideOf, type Form, type FormSet, type Side } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import { isPrinted, left, part, whole, type Relation, type UncheckedReason } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { columnOf, figureAt, formOf, lineOfCode, same, type MaybeFigure } from '../scope.ts';

const isNegative = (figure: Figure): boolean => figure.quantity.kind === 'amount' && figure.quantity.value.isNegative();

/** Parts in one form, the whole in another; not where a negative amount (冲减) is among them (docs/judging.md, Closed scope). */
function* bound(
  table: string,
  all: MaybeFigure,
  parts: readonly MaybeFigure[],
  unchecked?: UncheckedReason,
): Generator<Relation> {
  const figures = parts.filter((figure) => figure !== null && figure !== undefined);
  if (!all || figures.length === 0 || !figures.some(isPrinted) || [all, ...figures].some(isNegative)) return;
  const relation: Relation = { kind: 'bound', readings: [[whole(all), ...figures.map(part)]], table };
  yield unchecked === undefined ? relation : { ...relation, unchecked };
}

function usable(set: FormSet, id: FormId): Form | null {
  const form = formOf(set, id);
  return form && !form.empty ? form : null;
}

/** Two forms of a set; where only one is there, what that leaves unchecked. */
function* both(
  set: FormSet,
  a: FormId,
  b: FormId,
  relate: (a: Form, b: Form) => Iterable<Relation>,
): Generator<Relation> {
  const one = usable(set, a);
  const other = usable(set, b);
  if (one && other) yield* relate(one, other);
  else if (one ?? other)
    yield { kind: 'same', readings: [], table: (one ?? other)?.table ?? '', unchecked: 'form-missing' };
}

const income = (form: Form) => sideOf(form, 'income');
const expenditure = (form: Form) => sideOf(form, 'expenditure');
const all = (form: Form) => sideOf(form, 'all');

const fundNames = ['general', 'fund', 'capital'] as const;
const otherSources = ['superior', 'undertaking', 'operating', 'subordinate', 'other'] as const;

function isNonZero(figure: MaybeFigure): boolean {
  if (!figure) return false;
  return figure.quantity.kind === 'amount' ? !figure.quantity.value.isZero() : figure.quantity.kind === 'unreadable';
}

/** The fiscal summary's expenditure of a line: its total column, or the three budgets where there is none. */
function fiscalSpending(side: Side | null, key: string): Figure[] {
  const whole = figureAt(side, key, 'total');
  return whole ? [whole] : fundNames.map((fund) => figureAt(side, key, fund)).filter((figure) => figure !== null);
}

/**
 * Whether the accounts hold fiscal money only: no other income in the year, the same opening balance in both
 * summaries, no surplus used. Only then are wholes and fiscal parts equal.
 */
function fiscalOnly(set: FormSet): boolean {
  const summary = usable(set, 'income-expenditure-summary');
  const form = usable(set, 'income');
  const fiscal = usable(set, 'fiscal-summary');
  if (!summary || !form || !fiscal) return false;
  const others = otherSources.map((key) => figureAt(all(form), 'total', key));
  if (others.some((figure) => figure === null || isNonZero(figure))) return false;
  // Where the total says nothing of it, its parts or the other form may.
  const received = all(form);
  const elsewhere = otherSources.flatMap((key) => [
    figureAt(income(summary), `source:${key}`, 'amount'),
    ...(received ? columnOf(received, received.lines, key) : []),
  ]);
  if (elsewhere.some(isNonZero)) return false;
  if (
    linesOf(income(summary) ?? { key: 'all', measures: [], lines: [] }, 'use-of-surplus').some((line) =>
      line.figures.some(isNonZero),
    )
  )
    return false;
  const opening = figureAt(income(summary), 'opening-balance', 'amount');
  const fiscalOpening = figureAt(income(fiscal), 'opening-balance', 'amount');
  if (!opening || !fiscalOpening) return false;
  if (!isNonZero(opening) && !isNonZero(fiscalOpening)) return true;
  return (
    opening.quantity.kind === 'amount' &&
    fiscalOpening.quantity.kind === 'amount' &&
    opening.quantity.value.eq(fiscalOpening.quantity.value)
  );
}

/** Figures of the two summaries that stand for the same line, the whole first. */
function* summaryPairs(summary: Form, fiscal: Form): Generator<{ whole: Figure; parts: Figure[] }> {
  const side = expenditure(summary);
  for (const line of side?.lines ?? []) {
    if (
      !side ||
      line.key === null ||
      !(line.key.startsWith('class:') || ['year-total', 'grand-total', 'closing-balance'].includes(line.key))
    )
      continue;
    const whole = figureOf(side, line, 'amount');
    const parts = fiscalSpending(expenditure(fiscal), line.key);
    if (whole && parts.length > 0) yield { whole, parts };
  }
  for (const key of ['opening-balance', 'grand-total']) {
    const whole = figureAt(income(summary), key, 'amount');
    const part = figureAt(income(fiscal), key, 'amount');
    if (whole && part) yield { whole, parts: [part] };
  }
}

/** Each class of a form of accounts against the class line of a summary, in one of its columns (X05, X10, X16, X17). */
function* classTies(summary: Form, form: Form, measure: 'amount' | (typeof fundNames)[number]): Generator<Relation> {
  const side = all(form);
  const spending = expenditure(summary);
  const classes = side?.lines.filter((line) => line.code?.length === 3) ?? [];
  if (!side || !spending || classes.length === 0) return;
  const unclear = side.lines.some((line) => line.key === null && line.figures.some(isPrinted));
  for (const line of linesOf(spending, 'class:')) {
    const one = figureAt(spending, line.key ?? '', measure);
    const rows = classes.filter((row) => row.code === line.key?.slice('class:'.length));
    const [row] = rows;
    if (rows.length > 1)
      yield* same(
        form.table,
        one,
        rows.map((twice) => figureOf(side, twice, 'total')),
        'duplicate-code',
      );
    else if (row) yield* same(form.table, one, [figureOf(side, row, 'total')], unclear ? 'unknown-item' : undefined);
    // A class without a row has no expenditure.
    else if (one && isNonZero(one))
      yield {
        kind: 'same',
        readings: [[left(one)]],
        table: form.table,
        ...(unclear ? { unchecked: 'unknown-item' as const } : {}),
      };
  }
}

/** The fiscal summary against the form of one of its funds, where the fund is used at all. */
function* fundForm(
  set: FormSet,
  id: FormId,
  fund: 'fund' | 'capital',
  relate: (summary: Form, form: Form) => Iterable<Relation>,
): Generator<Relation> {
  const summary = usable(set, 'fiscal-summary');
  const form = usable(set, id);
  if (!summary || !set.forms.some((candidate) => candidate.id === id)) return;
  if (form) yield* relate(summary, form);
  else if (isNonZero(figureAt(expenditure(summary), 'year-total', fund)))
    yield { kind: 'same', readings: [], table: summary.table, unchecked: 'form-missing' };
}

export const tieOutRules: readonly Rule[] = [
  {
    id: 'tie-out/income-of-the-year',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X01'],
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'income', (summary, form) =>
        same(form.table, figureAt(income(summary), 'year-total', 'amount'), [figureAt(all(form), 'total', 'total')]),
      );
    },
  },
  {
    id: 'tie-out/fiscal-income',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X02'],
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'income', (summary, form) => {
        const side = income(summary);
        const funds = fundNames.map((fund) => figureAt(side, `source:${fund}`, 'amount'));
        const fiscal = figureAt(side, 'source:fiscal', 'amount');
        return same(form.table, figureAt(all(form), 'total', 'fiscal'), fiscal ? [fiscal] : funds);
      });
    },
  },
  {
    id: 'tie-out/other-income',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X03'],
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'income', function* (summary, form) {
        for (const source of otherSources)
          yield* same(form.table, figureAt(income(summary), `source:${source}`, 'amount'), [
            figureAt(all(form), 'total', source),
          ]);
      });
    },
  },
  {
    id: 'tie-out/expenditure-of-the-year',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X04'],
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'expenditure', (summary, form) =>
        same(form.table, figureAt(expenditure(summary), 'year-total', 'amount'), [
          figureAt(all(form), 'total', 'total'),
        ]),
      );
    },
  },
  {
    id: 'tie-out/expenditure-classes',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X05'],
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'expenditure', (summary, form) =>
        classTies(summary, form, 'amount'),
      );
    },
  },
  {
    id: 'tie-out/fiscal-sources',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X06'],
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'fiscal-summary', function* (summary, fiscal) {
        for (const fund of fundNames)
          yield* same(fiscal.table, figureAt(income(summary), `source:${fund}`, 'amount'), [
            figureAt(income(fiscal), `source:${fund}`, 'amount'),
          ]);
      });
    },
  },
  {
    id: 'tie-out/fiscal-part',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['X07', 'X08'],
    *relations(set) {
      if (fiscalOnly(set)) return;
      yield* both(set, 'income-expenditure-summary', 'fiscal-summary', function* (summary, fiscal) {
        for (const { whole, parts } of summaryPairs(summary, fiscal)) yield* bound(fiscal.table, whole, parts);
      });
    },
  },
  {
    id: 'tie-out/fiscal-whole',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['X09'],
    *relations(set) {
      if (!fiscalOnly(set)) return;
      yield* both(set, 'income-expenditure-summary', 'fiscal-summary', function* (summary, fiscal) {
        for (const { whole, parts } of summaryPairs(summary, fiscal)) yield* same(fiscal.table, whole, parts);
      });
    },
  },
  {
    id: 'tie-out/general-budget-classes',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X10'],
    *relations(set) {
      yield* both(set, 'fiscal-summary', 'general-budget-expenditure', (summary, form) =>
        classTies(summary, form, 'general'),
      );
    },
  },
  {
    id: 'tie-out/general-budget-total',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X11'],
    *relations(set) {
      yield* both(set, 'fiscal-summary', 'general-budget-expenditure', (summary, form) =>
        same(form.table, figureAt(expenditure(summary), 'year-total', 'general'), [
          figureAt(all(form), 'total', 'total'),
        ]),
      );
    },
  },
  {
    id: 'tie-out/general-budget-part',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['X12', 'X13'],
    *relations(set) {
      const whole = usable(set, 'expenditure');
      const side = whole && all(whole);
      const parts = (['general-budget-expenditure', 'government-fund', 'state-capital'] as const).flatMap(
        (id) => usable(set, id) ?? [],
      );
      if (!whole || !side) return;
      const codes = [...new Set(parts.flatMap((form) => all(form)?.lines.map((line) => line.code) ?? []))].filter(
        (code) => code !== undefined,
      );
      for (const code of codes) {
        const line = lineOfCode(side, code);
        if (!line) continue;
        for (const measure of ['total', 'basic', 'project']) {
          const figures = parts.flatMap((form) => {
            const own = all(form);
            const row = lineOfCode(own, code);
            return own && row ? (figureOf(own, row, measure) ?? []) : [];
          });
          yield* bound(whole.table, figureOf(side, line, measure), figures);
        }
      }
    },
  },
  {
    id: 'tie-out/basic-expenditure',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X14'],
    *relations(set) {
      yield* both(set, 'general-budget-expenditure', 'general-budget-basic-expenditure', (form, basic) => {
        const side = all(basic);
        const [personnel, operating, whole] = ['personnel-total', 'operating-total', 'grand-total'].map((key) =>
          figureAt(side, key, 'amount'),
        );
        return same(
          basic.table,
          figureAt(all(form), 'total', 'basic'),
          personnel && operating ? [personnel, operating] : [whole],
        );
      });
    },
  },
  {
    id: 'tie-out/government-fund',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['X15'],
    *relations(set) {
      yield* fundForm(set, 'government-fund', 'fund', function* (summary, form) {
        const unchecked = /调整|收回|上缴/.test(form.caption.notes) ? ('unknown-item' as const) : undefined;
        const at = (measure: string) => figureAt(all(form), 'total', measure);
        yield* same(form.table, figureAt(income(summary), 'source:fund', 'amount'), [at('income')], unchecked);
        yield* same(form.table, figureAt(income(summary), 'opening:fund', 'amount'), [at('opening')], unchecked);
        yield* same(form.table, figureAt(expenditure(summary), 'year-total', 'fund'), [at('total')], unchecked);
        yield* same(form.table, figureAt(expenditure(summary), 'closing-balance', 'fund'), [at('closing')], unchecked);
      });
    },
  },
  {
    id: 'tie-out/fund-classes',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X16'],
    *relations(set) {
      yield* fundForm(set, 'government-fund', 'fund', (summary, form) => classTies(summary, form, 'fund'));
    },
  },
  {
    id: 'tie-out/state-capital',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X17'],
    *relations(set) {
      yield* fundForm(set, 'state-capital', 'capital', function* (summary, form) {
        yield* same(form.table, figureAt(expenditure(summary), 'year-total', 'capital'), [
          figureAt(all(form), 'total', 'total'),
        ]);
        yield* classTies(summary, form, 'capital');
      });
    },
  },
  {
    id: 'tie-out/three-public-items',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X18'],
    *relations(set) {
      yield* both(set, 'three-public', 'general-budget-basic-expenditure', function* (form, basic) {
        const outturns = form.sides.filter((side) => side.key === 'outturn');
        const [outturn] = outturns;
        if (!outturn || outturns.length !== 1) return;
        yield* bound(form.table, figureAt(outturn, 'data', 'reception'), [
          figureAt(all(basic), 'item:302:30217', 'amount'),
        ]);
        yield* bound(form.table, figureAt(outturn, 'data', 'operation'), [
          figureAt(all(basic), 'item:302:30231', 'amount'),
        ]);
      });
    },
  },
  {
    id: 'tie-out/fund-basic-expenditure',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X24'],
    *relations(set) {
      const form = usable(set, 'government-fund');
      const basic = usable(set, 'government-fund-basic-expenditure');
      if (!form || !basic) return;
      const [personnel, operating] = ['personnel-total', 'operating-total'].map((key) =>
        figureAt(all(basic), key, 'amount'),
      );
      yield* same(basic.table, figureAt(all(form), 'total', 'basic'), [personnel, operating]);
    },
  },
];

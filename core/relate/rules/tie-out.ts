import type { Figure } from '../../document/figure.ts';
import { figureOf, linesOf, sideOf, type Form, type FormSet } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import { isPrinted, left, right, type Relation, type UncheckedReason } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { figureAt, formOf } from '../scope.ts';

/** One fact in two forms: the figure of the one against the figure, or the figures added up, of the other. */
function* same(table: string, one: Figure | null, other: readonly (Figure | null)[], unchecked?: UncheckedReason): Generator<Relation> {
  const figures = other.filter((figure) => figure !== null);
  if (!one || figures.length < other.length || ![one, ...figures].some(isPrinted)) return;
  const relation: Relation = { kind: 'same', readings: [[left(one), ...figures.map(right)]], table };
  yield unchecked === undefined ? relation : { ...relation, unchecked };
}

/** Two forms of a set; where only one is there, what that leaves unchecked. */
function* both(set: FormSet, a: FormId, b: FormId, relate: (a: Form, b: Form) => Iterable<Relation>): Generator<Relation> {
  const usable = (id: FormId): Form | null => {
    const form = formOf(set, id);
    return form && !form.empty ? form : null;
  };
  const one = usable(a);
  const other = usable(b);
  if (one && other) yield* relate(one, other);
  else if (one ?? other) yield { kind: 'same', readings: [], table: (one ?? other)?.table ?? '', unchecked: 'form-missing' };
}

const income = (form: Form) => sideOf(form, 'income');
const expenditure = (form: Form) => sideOf(form, 'expenditure');
const all = (form: Form) => sideOf(form, 'all');

const fundNames = ['general', 'fund', 'capital'] as const;

export const tieOutRules: readonly Rule[] = [
  {
    id: 'tie-out/income-of-the-year', family: 'tie-out', catalogue: ['X01'],
    title: { zh: '总表与收入决算表的本年收入合计', en: 'Income of the year in summary and income form' },
    reasoning: { zh: '收入支出决算总表的本年收入合计＝收入决算表合计行的本年收入合计。', en: 'Income of the year in the summary = total row of the income form.' },
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'income', (summary, form) => same(form.table, figureAt(income(summary), 'year-total', 'amount'), [figureAt(all(form), 'total', 'total')]));
    },
  },
  {
    id: 'tie-out/fiscal-income', family: 'tie-out', catalogue: ['X02'],
    title: { zh: '总表的三项财政拨款与收入决算表的财政拨款收入', en: 'Fiscal income in summary and income form' },
    reasoning: { zh: '收入决算表合计行的财政拨款收入＝总表中一般公共预算、政府性基金预算、国有资本经营预算财政拨款收入之和。', en: 'Fiscal appropriation in the total row of the income form = the three budgets of the summary added up.' },
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
    id: 'tie-out/expenditure-of-the-year', family: 'tie-out', catalogue: ['X04'],
    title: { zh: '总表与支出决算表的本年支出合计', en: 'Expenditure of the year in summary and expenditure form' },
    reasoning: { zh: '收入支出决算总表的本年支出合计＝支出决算表合计行的本年支出合计。', en: 'Expenditure of the year in the summary = total row of the expenditure form.' },
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'expenditure', (summary, form) => same(form.table, figureAt(expenditure(summary), 'year-total', 'amount'), [figureAt(all(form), 'total', 'total')]));
    },
  },
  {
    id: 'tie-out/fiscal-sources', family: 'tie-out', catalogue: ['X06'],
    title: { zh: '两张总表的财政拨款收入', en: 'Fiscal income in both summaries' },
    reasoning: { zh: '收入支出决算总表与财政拨款收入支出决算总表的一般公共预算、政府性基金预算、国有资本经营预算财政拨款收入逐项相等。', en: 'The three budgets’ income is the same in both summaries.' },
    *relations(set) {
      yield* both(set, 'income-expenditure-summary', 'fiscal-summary', function* (summary, fiscal) {
        for (const fund of fundNames) yield* same(fiscal.table, figureAt(income(summary), `source:${fund}`, 'amount'), [figureAt(income(fiscal), `source:${fund}`, 'amount')]);
      });
    },
  },
  {
    id: 'tie-out/general-budget-classes', family: 'tie-out', catalogue: ['X10'],
    title: { zh: '财政拨款总表各类支出与一般公共预算支出决算表', en: 'Classes in fiscal summary and general budget form' },
    reasoning: { zh: '财政拨款收入支出决算总表各类的一般公共预算财政拨款＝一般公共预算财政拨款支出决算表同一类的小计。', en: 'Each class: general budget column of the fiscal summary = the same class in the general budget form.' },
    *relations(set) {
      yield* both(set, 'fiscal-summary', 'general-budget-expenditure', function* (summary, form) {
        const side = all(form);
        const classes = side?.lines.filter((line) => line.code?.length === 3) ?? [];
        if (!side || classes.length === 0) return;
        const unclear = side.lines.some((line) => line.key === null && line.figures.some(isPrinted));
        for (const line of linesOf(expenditure(summary) ?? side, 'class:')) {
          const one = figureAt(expenditure(summary), line.key ?? '', 'general');
          const rows = classes.filter((row) => row.code === line.key?.slice('class:'.length));
          const [row] = rows;
          if (rows.length > 1) yield* same(form.table, one, rows.map((twice) => figureOf(side, twice, 'total')), 'duplicate-code');
          else if (row) yield* same(form.table, one, [figureOf(side, row, 'total')], unclear ? 'unknown-item' : undefined);
          // A class without a row has no expenditure.
          else if (one && isNonZero(one)) yield { kind: 'same', readings: [[left(one)]], table: form.table, ...(unclear ? { unchecked: 'unknown-item' as const } : {}) };
        }
      });
    },
  },
  {
    id: 'tie-out/general-budget-total', family: 'tie-out', catalogue: ['X11'],
    title: { zh: '财政拨款总表与一般公共预算支出决算表的本年支出合计', en: 'General budget expenditure of the year' },
    reasoning: { zh: '财政拨款收入支出决算总表本年支出合计的一般公共预算列＝一般公共预算财政拨款支出决算表合计行的小计。', en: 'Expenditure of the year in the general budget column of the fiscal summary = total row of the general budget form.' },
    *relations(set) {
      yield* both(set, 'fiscal-summary', 'general-budget-expenditure', (summary, form) => same(form.table, figureAt(expenditure(summary), 'year-total', 'general'), [figureAt(all(form), 'total', 'total')]));
    },
  },
];

function isNonZero(figure: Figure): boolean {
  return figure.quantity.kind === 'amount' ? !figure.quantity.value.isZero() : figure.quantity.kind === 'unreadable';
}

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
    title: { zh: '总表与收入决算表的本年收入合计', en: 'Income of the year in summary and income form' },
    reasoning: {
      zh: '收入支出决算总表的本年收入合计＝收入决算表合计行的本年收入合计。',
      en: 'Income of the year in the summary = total row of the income form.',
    },
    example: {
      zh: '总表本年收入合计 512.30，收入决算表合计行也是 512.30。',
      en: 'Summary 512.30, total row of the income form 512.30.',
    },
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
    title: { zh: '总表的三项财政拨款与收入决算表的财政拨款收入', en: 'Fiscal income in summary and income form' },
    reasoning: {
      zh: '收入决算表合计行的财政拨款收入＝总表中一般公共预算、政府性基金预算、国有资本经营预算财政拨款收入之和。',
      en: 'Fiscal appropriation in the total row of the income form = the three budgets of the summary added up.',
    },
    example: {
      zh: '总表 480.00＋20.00＋0.00＝收入决算表的财政拨款收入 500.00。',
      en: 'Summary 480.00 + 20.00 + 0.00 = fiscal income 500.00 in the income form.',
    },
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
    title: { zh: '总表与收入决算表的其他各项收入', en: 'The other sources in summary and income form' },
    reasoning: {
      zh: '总表的上级补助、事业、经营、附属单位上缴、其他收入与收入决算表合计行逐项相等。',
      en: 'Grants, undertakings, operations, subordinate units and other income are the same in both.',
    },
    example: {
      zh: '总表的其他收入 12.30＝收入决算表合计行的其他收入 12.30。',
      en: 'Other income: 12.30 in the summary, 12.30 in the income form.',
    },
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
    title: { zh: '总表与支出决算表的本年支出合计', en: 'Expenditure of the year in summary and expenditure form' },
    reasoning: {
      zh: '收入支出决算总表的本年支出合计＝支出决算表合计行的本年支出合计。',
      en: 'Expenditure of the year in the summary = total row of the expenditure form.',
    },
    example: {
      zh: '总表本年支出合计 510.00，支出决算表合计行也是 510.00。',
      en: 'Summary 510.00, total row of the expenditure form 510.00.',
    },
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
    title: { zh: '总表与支出决算表的各类支出', en: 'Classes in summary and expenditure form' },
    reasoning: {
      zh: '总表每一类支出＝支出决算表同一类的本年支出合计。',
      en: 'Each class of the summary = the same class in the expenditure form.',
    },
    example: {
      zh: '总表的教育支出 300.00＝支出决算表 205 类的 300.00。',
      en: 'Education 300.00 in the summary = class 205: 300.00 in the expenditure form.',
    },
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
    title: { zh: '两张总表的财政拨款收入', en: 'Fiscal income in both summaries' },
    reasoning: {
      zh: '收入支出决算总表与财政拨款收入支出决算总表的一般公共预算、政府性基金预算、国有资本经营预算财政拨款收入逐项相等。',
      en: 'The three budgets’ income is the same in both summaries.',
    },
    example: {
      zh: '两张总表的一般公共预算财政拨款收入都是 480.00。',
      en: 'General budget income is 480.00 in both summaries.',
    },
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
    title: { zh: '财政拨款不大于总额', en: 'Fiscal money is not more than the whole' },
    reasoning: {
      zh: '财政拨款总表的各类支出、本年支出合计、年初和年末结转结余、总计，不大于收入支出决算总表的同一项；有负数时不适用。',
      en: 'Classes, expenditure of the year, balances and totals of the fiscal summary are not greater than in the summary of all money; not where an amount is negative.',
    },
    example: {
      zh: '财政拨款教育支出 295.00 不大于全部教育支出 300.00。',
      en: 'Fiscal spending on education, 295.00, is not greater than all of it, 300.00.',
    },
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
    title: { zh: '只有财政拨款时两张总表相等', en: 'With fiscal money only both summaries agree' },
    reasoning: {
      zh: '没有其他收入、两张总表年初结转和结余相同、未使用非财政拨款结余时，两张总表的各类支出、合计、结转和总计逐项相等。',
      en: 'With no other income, equal opening balances and no surplus used, the two summaries agree line by line.',
    },
    example: {
      zh: '没有非财政资金时，两张总表的教育支出都是 300.00。',
      en: 'Without other money education is 300.00 in both summaries.',
    },
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
    title: {
      zh: '财政拨款总表各类支出与一般公共预算支出决算表',
      en: 'Classes in fiscal summary and general budget form',
    },
    reasoning: {
      zh: '财政拨款收入支出决算总表各类的一般公共预算财政拨款＝一般公共预算财政拨款支出决算表同一类的小计。',
      en: 'Each class: general budget column of the fiscal summary = the same class in the general budget form.',
    },
    example: {
      zh: '财政拨款总表教育支出的一般公共预算列 280.00＝一般公共预算支出决算表 205 类的 280.00。',
      en: 'Education, general budget: 280.00 in the fiscal summary, class 205: 280.00 in the general budget form.',
    },
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
    title: { zh: '财政拨款总表与一般公共预算支出决算表的本年支出合计', en: 'General budget expenditure of the year' },
    reasoning: {
      zh: '财政拨款收入支出决算总表本年支出合计的一般公共预算列＝一般公共预算财政拨款支出决算表合计行的小计。',
      en: 'Expenditure of the year in the general budget column of the fiscal summary = total row of the general budget form.',
    },
    example: {
      zh: '财政拨款总表本年支出的一般公共预算列 325.60＝一般公共预算支出决算表合计 325.60。',
      en: 'General budget expenditure of the year: 325.60 in both forms.',
    },
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
    title: {
      zh: '财政拨款支出不大于支出决算表的同一科目',
      en: 'Fiscal expenditure of an account is not more than all expenditure of it',
    },
    reasoning: {
      zh: '同一编码：一般公共预算、政府性基金、国有资本经营预算支出相加，不大于支出决算表的支出；基本支出、项目支出亦然。有负数时不适用。',
      en: 'The same code: general budget, fund and state capital expenditure together are not greater than in the expenditure form, in total, basic and project; not where an amount is negative.',
    },
    example: {
      zh: '2050201：一般公共预算 70.00 不大于支出决算表的 75.00。',
      en: 'Item 2050201: general budget 70.00 is not greater than all expenditure, 75.00.',
    },
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
    title: {
      zh: '一般公共预算基本支出等于人员经费与公用经费之和',
      en: 'Basic expenditure is personnel plus operating',
    },
    reasoning: {
      zh: '一般公共预算财政拨款支出决算表合计行的基本支出＝基本支出决算明细表的人员经费合计＋公用经费合计。',
      en: 'Basic expenditure in the total row of the general budget form = personnel total + operating total of the basic expenditure form.',
    },
    example: {
      zh: '人员经费 131.00＋公用经费 20.00＝基本支出 151.00。',
      en: 'Personnel 131.00 + operating 20.00 = basic expenditure 151.00.',
    },
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
    title: { zh: '财政拨款总表与政府性基金表', en: 'Government funds in fiscal summary and fund form' },
    reasoning: {
      zh: '财政拨款总表政府性基金预算的本年收入、年初结转、本年支出、年末结转＝政府性基金表合计行的同一项；有调整时不适用。',
      en: 'Income, opening balance, expenditure and closing balance of government funds = total row of the fund form; not where the form notes an adjustment.',
    },
    example: {
      zh: '财政拨款总表的政府性基金收入 20.00＝政府性基金表的本年收入 20.00。',
      en: 'Government funds: income 20.00 in the fiscal summary, 20.00 in the fund form.',
    },
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
    title: { zh: '财政拨款总表各类的政府性基金支出与政府性基金表', en: 'Classes of government funds' },
    reasoning: {
      zh: '财政拨款总表各类的政府性基金预算列＝政府性基金表同一类的本年支出小计。',
      en: 'Each class: fund column of the fiscal summary = the same class in the fund form.',
    },
    example: {
      zh: '城乡社区支出的政府性基金列 19.00＝政府性基金表 212 类的 19.00。',
      en: 'Urban communities, fund column 19.00 = class 212 of the fund form, 19.00.',
    },
    *relations(set) {
      yield* fundForm(set, 'government-fund', 'fund', (summary, form) => classTies(summary, form, 'fund'));
    },
  },
  {
    id: 'tie-out/state-capital',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['X17'],
    title: { zh: '财政拨款总表与国有资本经营预算表', en: 'State capital in fiscal summary and its form' },
    reasoning: {
      zh: '财政拨款总表国有资本经营预算列的本年支出合计及各类＝国有资本经营预算支出决算表合计行及各类。',
      en: 'Expenditure of the year and classes in the state capital column = total row and classes of the state capital form.',
    },
    example: {
      zh: '国有资本经营预算列本年支出 3.00＝国有资本经营预算支出决算表合计 3.00。',
      en: 'State capital column 3.00 = total of the state capital form, 3.00.',
    },
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
    title: {
      zh: '基本支出中的接待费、公车运行费不大于“三公”决算数',
      en: 'Receptions and vehicles in basic expenditure are part of the “three public” outturn',
    },
    reasoning: {
      zh: '基本支出的公务接待费（30217）、公务用车运行维护费（30231）包含在“三公”经费决算数之中，不会更大；“三公”还包括项目支出，所以不要求相等。',
      en: 'Receptions (30217) and vehicle operation (30231) of basic expenditure are contained in the “three public” outturn, which covers projects too: part, not equal.',
    },
    example: {
      zh: '基本支出的公务接待费 0.40 不大于“三公”决算的公务接待费 0.60。',
      en: 'Receptions in basic expenditure, 0.40, are not greater than those of the “three public” form, 0.60.',
    },
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
    title: { zh: '政府性基金基本支出', en: 'Basic expenditure of government funds' },
    reasoning: {
      zh: '政府性基金表合计行的基本支出＝政府性基金基本支出决算表的人员经费合计＋公用经费合计。',
      en: 'Basic expenditure in the total row of the fund form = personnel + operating total of the fund’s basic expenditure form.',
    },
    example: {
      zh: '人员经费 2.00＋公用经费 1.00＝政府性基金基本支出 3.00。',
      en: 'Personnel 2.00 + operating 1.00 = basic expenditure of the funds 3.00.',
    },
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

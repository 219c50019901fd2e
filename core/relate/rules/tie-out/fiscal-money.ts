import type { Figure } from '../../../document/figure.ts';
import { grouped } from '../../../grouped.ts';
import { factsOf } from '../../../recognise/facts/facts.ts';
import { isOfOtherForm, moneyless, wholeItem, type Fact, type Flow, type Fund } from '../../../recognise/facts/fact.ts';
import type { FormSet } from '../../../recognise/form.ts';
import { figureOfFact, indexOf, isBudget, isNonZero } from '../../facts.ts';
import { formOf } from '../../scope.ts';

const fundsOfFiscal = ['general', 'government-fund', 'state-capital'] as const;
const otherSources = ['superior', 'undertaking', 'operating', 'subordinate', 'other'] as const;

/** What both summaries print of the year. */
const compared: readonly Flow[] = ['expenditure', 'opening', 'closing', 'resources', 'uses'];

/** Fiscal money of a fact's subject as other tables print it: the table to name, and the figures that make it up. */
interface FiscalPart {
  readonly table: string;
  readonly figures: readonly Figure[];
}

/** A subject in one kind of money as another table prints it. */
interface Printed {
  readonly table: string;
  readonly figure: Figure | null;
}

/** A subject in fiscal money, by what other tables print of it in each kind. */
function partsOf(elsewhere: (fund: Fund) => readonly Printed[]): readonly FiscalPart[] {
  const wholes = elsewhere('fiscal').flatMap(({ table, figure }) => (figure ? [{ table, figures: [figure] }] : []));
  if (wholes.length > 0) return wholes;
  // The last table of each fund is its own form, where the fiscal summary has a column for it as well.
  const parts = fundsOfFiscal.flatMap((fund) => elsewhere(fund).slice(-1));
  const figures = parts.flatMap(({ figure }) => figure ?? []);
  return figures.length === 0 ? [] : [{ table: parts[0]?.table ?? '', figures }];
}

/** An amount of all money and what other tables print of it in fiscal money: as one amount, or by budget. */
export interface InFiscalMoney {
  readonly all: Figure | null;
  readonly parts: readonly FiscalPart[];
}

/** The amounts of the summary of all money that the fiscal summary prints as well: expenditure, balances and totals; not its accounts. */
export function* summaryInFiscalMoney(set: FormSet): Generator<InFiscalMoney> {
  const summary = formOf(set, 'income-expenditure-summary');
  const index = indexOf(set);
  for (const all of factsOf(set).facts) {
    const { fund, flow } = all.dimensions;
    if (all.table !== summary?.table || fund !== 'all' || !compared.some((one) => one === flow)) continue;
    const printed = index.byFund(all.dimensions);
    const elsewhere = (of: Fund): Printed[] =>
      (printed.get(of) ?? [])
        .filter((fact) => isOfOtherForm(fact, all))
        .map((fact) => ({ table: fact.table, figure: figureOfFact(fact) }));
    yield { all: figureOfFact(all), parts: partsOf(elsewhere) };
  }
}

/** The accounts of all money in a set of final accounts: of the summary, or of the other forms. */
export function* accountsInFiscalMoney(set: FormSet, of: 'summary' | 'other-forms'): Generator<InFiscalMoney> {
  const columns = factsOf(set).columns.filter((column) => !isBudget(column));
  for (const all of columns) {
    const { fund, flow } = all.dimensions;
    const isOfSummary = all.form === 'income-expenditure-summary';
    if (fund !== 'all' || flow !== 'expenditure' || isOfSummary !== (of === 'summary')) continue;
    const subject = moneyless(all.dimensions);
    const others = grouped(
      columns.filter((one) => isOfOtherForm(one, all) && one.by === all.by && moneyless(one.dimensions) === subject),
      ({ dimensions }) => dimensions.fund,
    );
    if (others.size === 0) continue;
    for (const [code, figures] of all.rows) {
      const elsewhere = (one: Fund): Printed[] =>
        (others.get(one) ?? []).flatMap(({ table, rows }) => {
          const [figure, ...more] = rows.get(code) ?? [];
          return figure === undefined || more.length > 0 ? [] : [{ table, figure }];
        });
      const parts = partsOf(elsewhere);
      if (parts.length > 0) for (const figure of figures) yield { all: figure, parts };
    }
  }
}

/**
 * Whether accounts hold fiscal money only: no other income in the year, the same opening balance in both summaries, no surplus used. Only then
 * are wholes and fiscal parts equal.
 */
export function isFiscalOnly(set: FormSet): boolean {
  const [summary, income, fiscal] = (['income-expenditure-summary', 'income', 'fiscal-summary'] as const).map((id) =>
    formOf(set, id),
  );
  if (!summary || !income || !fiscal) return false;
  const { facts } = factsOf(set);
  const index = indexOf(set);
  const total = (table: string, flow: Flow, fund: Fund): Figure | null =>
    index.in(table, { flow, fund, item: wholeItem, part: 'total' });
  if (otherSources.some((fund) => total(income.table, 'income', fund) === null)) return false;
  // Where the total says nothing of it, its parts or the other form may.
  const isOther = ({ dimensions: { flow, fund } }: Fact): boolean =>
    flow === 'surplus-used' || (flow === 'income' && otherSources.some((source) => source === fund));
  if (facts.some((fact) => isOther(fact) && fact.figures.some(isNonZero))) return false;
  const [opening, own] = [total(summary.table, 'opening', 'all'), total(fiscal.table, 'opening', 'fiscal')];
  if (!opening || !own) return false;
  if (!isNonZero(opening) && !isNonZero(own)) return true;
  return (
    opening.quantity.kind === 'amount' &&
    own.quantity.kind === 'amount' &&
    opening.quantity.value.eq(own.quantity.value)
  );
}

import type { Figure } from '../../../document/figure.ts';
import { factsOf } from '../../../recognise/facts/facts.ts';
import { isOfOtherForm, wholeItem, type Fact, type Flow, type Fund } from '../../../recognise/facts/fact.ts';
import type { FormSet } from '../../../recognise/form.ts';
import { figureOfFact, indexOf, isNonZero, type Index } from '../../facts.ts';
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

/**
 * What other tables print of a fact's subject in fiscal money: as one amount, or by budget.
 * @param index of the set's facts
 * @param all a fact of all money
 */
export function fiscalParts(index: Index, all: Fact): readonly FiscalPart[] {
  const elsewhere = (fund: Fund): readonly Fact[] =>
    index.of({ ...all.dimensions, fund }).filter((fact) => isOfOtherForm(fact, all));
  const wholes = elsewhere('fiscal').flatMap((fact) => {
    const figure = figureOfFact(fact);
    return figure ? [{ table: fact.table, figures: [figure] }] : [];
  });
  if (wholes.length > 0) return wholes;
  // The last table of each fund is its own form, where the fiscal summary has a column for it as well.
  const parts = fundsOfFiscal.flatMap((fund) => elsewhere(fund).slice(-1));
  const figures = parts.flatMap((fact) => figureOfFact(fact) ?? []);
  return figures.length === 0 ? [] : [{ table: parts[0]?.table ?? '', figures }];
}

/** The facts of the summary of all money that the fiscal summary prints as well: expenditure, balances and totals. */
export function factsOfSummary(set: FormSet): readonly Fact[] {
  const summary = formOf(set, 'income-expenditure-summary');
  return factsOf(set).facts.filter(
    ({ table, dimensions }) =>
      table === summary?.table && dimensions.fund === 'all' && compared.some((flow) => flow === dimensions.flow),
  );
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

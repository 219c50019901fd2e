import type { FormSet } from '../recognise/form.ts';
import type { Glance, GlanceChart, Report } from './schema.ts';
import { accountCharts } from './glance/accounts.ts';
import { budgetCharts } from './glance/budget.ts';
import { stateReader, type Charts } from './glance/draw.ts';

const chartsOf = (charts: Charts, basis: Pick<GlanceChart, 'basis'>): GlanceChart[] =>
  charts.flatMap(([kind, drawn]) => (drawn === null ? [] : [{ kind, ...basis, ...drawn }]));

/**
 * The document at a glance: where the money came from, what it went to, basic against project expenditure, the “三公” expenses; of accounts
 * or of a budget. Every chart is of one form; bars are as long as the checked figures, and those in doubt or unchecked have none.
 * @param sets the sets of the document, in order
 * @param report the tables with their coverage, and the findings
 * @returns the charts of each set that has any
 */
export function glanceOf(sets: readonly FormSet[], report: Pick<Report, 'tables' | 'findings'>): Glance {
  const stateOf = stateReader(report);
  return sets.flatMap((set) => {
    const charts = [
      ...chartsOf(accountCharts(set, stateOf), {}),
      ...chartsOf(budgetCharts(set, stateOf), { basis: 'budget' }),
    ];
    return charts.length === 0 ? [] : [{ set: set.id, charts }];
  });
}

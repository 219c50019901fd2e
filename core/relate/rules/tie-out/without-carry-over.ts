import type { Figure } from '../../../document/figure.ts';
import { factsOf } from '../../../recognise/facts/facts.ts';
import type { Fund } from '../../../recognise/facts/fact.ts';
import { sideOf, type FormSet, type Side } from '../../../recognise/form.ts';
import { isNonZero } from '../../facts.ts';
import type { Relation } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import { formOf, same } from '../../scope.ts';

/** The one line of a lane, in the stretch from one line to the next of its kind, that names a budget. */
function fundLine(side: Side, from: RegExp, name: RegExp): Figure | null {
  const start = side.lines.findIndex((line) => from.test(line.label.replace(/\s/g, '')));
  const rest = start < 0 ? [] : side.lines.slice(start + 1);
  const end = rest.findIndex((line) => line.key !== 'detail');
  const found = rest.slice(0, end < 0 ? rest.length : end).filter((line) => name.test(line.label.replace(/\s/g, '')));
  return found.length === 1 ? (found[0]?.figures[0] ?? null) : null;
}

/** The funds whose forms are tied to the fiscal summary, and their names in its lines. */
const funds: readonly (readonly [Fund, RegExp])[] = [
  ['government-fund', /政府性基金/],
  ['state-capital', /国有资本经营/],
];

/** The total of a fund's own form is its income of the year, where nothing of it was carried over. */
function* ofFunds(set: FormSet, fiscal: Side): Generator<Relation> {
  const { columns } = factsOf(set);
  for (const [fund, name] of funds) {
    const own = columns.filter(
      ({ dimensions, official, total }) =>
        official && total !== null && dimensions.fund === fund && dimensions.part === 'total',
    );
    const [form, ...more] = own;
    if (!form || more.length > 0 || isNonZero(fundLine(fiscal, /上年结转/, name))) continue;
    yield* same(form.table, fundLine(fiscal, /本年收入/, name), [form.total]);
  }
}

/** General budget income in both summaries, where neither carries anything over. */
function* ofGeneral(set: FormSet, fiscal: Side, table: string): Generator<Relation> {
  const summary = formOf(set, 'budget-summary');
  const own = summary && sideOf(summary, 'income');
  if (own?.measures.length !== 1) return;
  const carried = [own, fiscal].map((side) =>
    side.lines.filter((line) => line.key === 'opening-balance' || /结转|结余/.test(line.label)),
  );
  if (carried.some((lines) => lines.length === 0) || carried.flat().some((line) => isNonZero(line.figures[0]))) return;
  const named = own.lines.filter((line) => line.key === 'item' && line.label.includes('一般公共预算'));
  yield* same(table, named.length === 1 ? named[0]?.figures[0] : undefined, [
    fundLine(fiscal, /本年收入/, /一般公共预算/),
  ]);
}

/** Income of one fund in a budget, which places print with or without what was carried over. */
export const withoutCarryOver: Rule = {
  id: 'tie-out/without-carry-over',
  family: 'tie-out',
  kind: 'conditional',
  catalogue: ['YX11', 'YX12'],
  *relations(set) {
    const form = formOf(set, 'budget-fiscal-summary');
    const side = form && sideOf(form, 'income');
    if (!form || side?.measures.length !== 1) return;
    yield* ofFunds(set, side);
    yield* ofGeneral(set, side, form.table);
  },
};

import { isPrinted } from '../../document/figure.ts';
import { figureOf, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import { plainLabel } from '../../recognise/grid.ts';
import { addend, deduction, total, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { tellingUnitsOfClosed } from './narrative-ties.ts';

type Role = 'balance' | 'issued' | 'repaid';

const roles: readonly (readonly [RegExp, Role])[] = [
  [/债务余额(?:实际数|预计?执行数|执行数|决算数|数)?$/, 'balance'],
  [/(?:债务|债券)(?:发行|举借)(?:额|收入|数)?$/, 'issued'],
  [/(?:债务|债券)(?:还本|偿还)(?:支出|额|数|本金)?$/, 'repaid'],
];

const roleOf = ({ label }: Line): Role | null =>
  roles.find(([pattern]) => pattern.test(plainLabel(label).replace(/\([^()]{0,30}\)$/, '')))?.[1] ?? null;

/** The year at whose end a balance stands; last year's by its words is -1. */
function yearOf({ label }: Line): number | null {
  const year = /((?:19|20)\d{2})年/.exec(label)?.[1];
  if (year !== undefined) return Number(year);
  return /上年|年初/.test(label) ? -1 : /年末|年底/.test(label) ? 0 : null;
}

/** The rows of a table of debt that roll on from one year to the next, one of each. */
function rolling(side: Side): Record<'opening' | 'issued' | 'repaid' | 'closing', Line> | null {
  const of = (role: Role): Line[] => side.lines.filter((line) => roleOf(line) === role);
  const [balances, [issued, ...moreIssued], [repaid, ...moreRepaid]] = [of('balance'), of('issued'), of('repaid')];
  const [first, last] = balances;
  const [before, after] = [first && yearOf(first), last && yearOf(last)];
  if (!first || !last || balances.length > 2 || !issued || !repaid || moreIssued.length + moreRepaid.length > 0)
    return null;
  return typeof before === 'number' &&
    typeof after === 'number' &&
    (before === -1 ? after !== -1 : after === before + 1)
    ? { opening: first, issued, repaid, closing: last }
    : null;
}

export const debtRules: readonly Rule[] = [
  {
    id: 'balance/debt-year',
    family: 'balance',
    kind: 'conditional',
    catalogue: ['G-2'],
    *relations(set: FormSet): Generator<Relation> {
      for (const form of set.forms.filter(({ id }) => id === 'budget-table')) {
        for (const side of form.sides) {
          const rows = rolling(side);
          if (!rows) continue;
          for (const { key } of side.measures) {
            const [opening, issued, repaid, closing] = [rows.opening, rows.issued, rows.repaid, rows.closing].map(
              (line) => (key === null ? null : figureOf(side, line, key)),
            );
            if (!opening || !issued || !repaid || !closing || ![opening, closing].every(isPrinted)) continue;
            yield {
              kind: 'sum',
              readings: [[total(closing), addend(opening), addend(issued), deduction(repaid)]],
              guess: 'unknown-item',
              slipTells: tellingUnitsOfClosed,
              table: form.table,
            };
          }
        }
      }
    },
  },
];

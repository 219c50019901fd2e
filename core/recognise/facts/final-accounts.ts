import { isPrinted, type Figure } from '../../document/figure.ts';
import { addTo } from '../../grouped.ts';
import type { Form, Line, Side } from '../form.ts';
import type { FormId } from '../forms.ts';
import { wholeItem, type AccountColumn, type Dimensions, type Fact, type Facts, type Flow, type Fund } from './fact.ts';

type Fixed = Partial<Dimensions>;

/** What the title of a form says of all its amounts. */
const ofForm: Partial<Record<FormId, Fixed>> = {
  'income-expenditure-summary': { fund: 'all' },
  'income': { fund: 'all', flow: 'income' },
  'expenditure': { fund: 'all', flow: 'expenditure' },
  'fiscal-summary': { fund: 'fiscal' },
  'general-budget-expenditure': { fund: 'general', flow: 'expenditure' },
  'general-budget-basic-expenditure': { fund: 'general', flow: 'expenditure', part: 'basic' },
  'government-fund': { fund: 'government-fund', flow: 'expenditure' },
  'government-fund-basic-expenditure': { fund: 'government-fund', flow: 'expenditure', part: 'basic' },
  'state-capital': { fund: 'state-capital', flow: 'expenditure' },
  'three-public': { fund: 'fiscal', flow: 'expenditure' },
};

/** The keys of the three budgets in rows and columns, and the sources beside them. */
const funds: Readonly<Record<string, Fund>> = {
  fiscal: 'fiscal',
  general: 'general',
  fund: 'government-fund',
  capital: 'state-capital',
  superior: 'superior',
  undertaking: 'undertaking',
  operating: 'operating',
  subordinate: 'subordinate',
  other: 'other',
};

/** Columns of expenditure and of a fund's year. */
const ofParts: Readonly<Record<string, Fixed>> = {
  'total': {},
  'basic': { part: 'basic' },
  'project': { part: 'project' },
  'to-superior': { part: 'to-superior' },
  'operating': { part: 'operating-business' },
  'to-subordinate': { part: 'to-subordinate' },
  'opening': { flow: 'opening' },
  'income': { flow: 'income' },
  'closing': { flow: 'closing' },
};

const threePublicItems = ['total', 'abroad', 'vehicles', 'purchase', 'operation', 'reception'] as const;

/** What a column's key says; null for a part of another column, another year, or what is not understood. */
function ofMeasure(form: FormId, key: string | null): Fixed | null {
  if (key === null || key === 'part') return null;
  if (form === 'three-public') {
    const of = threePublicItems.find((item) => item === key);
    return of === undefined ? null : { item: { kind: 'three-public', of } };
  }
  if (key === 'amount') return {};
  if (form === 'income' || form === 'fiscal-summary') {
    if (key === 'total') return {};
    const fund = funds[key];
    return fund === undefined ? null : { fund };
  }
  return ofParts[key] ?? null;
}

const flowOfSide = (side: Side): Fixed =>
  side.key === 'income' || side.key === 'expenditure'
    ? { flow: side.key }
    : side.key === 'budget' || side.key === 'outturn'
      ? { stage: side.key }
      : {};

const balances: Readonly<Record<string, Flow>> = {
  'opening-balance': 'opening',
  'closing-balance': 'closing',
  'use-of-surplus': 'surplus-used',
  'surplus-distribution': 'distribution',
};

/** What a row says; null for a part of another row or what is not understood. */
function ofLine({ key, code }: Line, side: Side): Fixed | null {
  if (code !== undefined) return { item: { kind: 'function', code } };
  if (key === null || key === 'part') return null;
  const flow = balances[key];
  if (flow !== undefined) return { flow };
  if (key === 'grand-total') return side.key === 'all' ? {} : { flow: side.key === 'income' ? 'resources' : 'uses' };
  if (key === 'total' || key === 'year-total' || key === 'data') return {};
  if (key === 'personnel-total') return { part: 'personnel' };
  if (key === 'operating-total') return { part: 'operating' };
  const [what = '', name = '', deeper] = key.split(':');
  if (what === 'class') return { item: { kind: 'function', code: name } };
  if (what === 'block') return { item: { kind: 'use', code: name } };
  if (what === 'item') return /^\d+$/.test(deeper ?? '') ? { item: { kind: 'use', code: deeper ?? '' } } : null;
  const fund = funds[name];
  if (fund === undefined) return null;
  if (what === 'source') return { fund };
  return what === 'opening' || what === 'closing' ? { flow: what, fund } : null;
}

/** Every dimension of an amount, what its row says before what its column says; null where whose money or which way is not said, or row and column name different funds. */
function dimensionsOf(column: Fixed, row: Fixed, columnFund: Fund | undefined): Dimensions | null {
  const fund = row.fund ?? column.fund;
  const flow = row.flow ?? column.flow;
  if (fund === undefined || flow === undefined || (columnFund !== undefined && fund !== columnFund)) return null;
  return {
    fund,
    flow,
    item: row.item ?? column.item ?? wholeItem,
    part: row.part ?? column.part ?? 'total',
    stage: row.stage ?? column.stage ?? null,
  };
}

/** The column of accounts that a measure of a side is; null without rows that bear a code. */
function columnOf(form: Form, side: Side, at: number, dimensions: Dimensions): AccountColumn | null {
  const rows = new Map<string, Figure[]>();
  for (const line of side.lines) {
    const code = line.code ?? (line.key?.startsWith('class:') === true ? line.key.slice('class:'.length) : undefined);
    const figure = line.figures[at];
    if (code !== undefined && figure) addTo(rows, code, figure);
  }
  if (rows.size === 0) return null;
  const totals = side.lines.filter(({ key }) => key === 'total' || key === 'year-total');
  return {
    form: form.id,
    table: form.table,
    official: true,
    by: 'function',
    twoCodes: false,
    dimensions,
    total: totals.length === 1 ? (totals[0]?.figures[at] ?? null) : null,
    rows,
    complete: side.lines.some(({ code }) => code?.length === 3),
    unknownRows: side.lines.some(({ key, figures }) => key === null && figures.some(isPrinted)),
  };
}

/**
 * The facts of a form of final accounts: what its title says, then side, row and column. Accounts are the rows of its columns.
 * @param form one of the official forms, with figures
 * @returns none for a form of another kind
 */
export function factsOfAccounts(form: Form): Facts {
  const title = ofForm[form.id];
  const facts: Fact[] = [];
  const columns: AccountColumn[] = [];
  for (const side of title === undefined || form.empty ? [] : form.sides) {
    const rows = side.lines.map((line) => ({ line, row: ofLine(line, side) }));
    for (const [at, { key }] of side.measures.entries()) {
      const measure = ofMeasure(form.id, key);
      if (measure === null) continue;
      const said: Fixed = { ...title, ...flowOfSide(side), ...measure };
      const whole = dimensionsOf(said, {}, undefined);
      const column = whole === null ? null : columnOf(form, side, at, whole);
      if (column) columns.push(column);
      for (const { line, row } of rows) {
        const figure = line.figures[at];
        const dimensions = row && row.item?.kind !== 'function' && dimensionsOf(said, row, measure.fund);
        if (dimensions && figure)
          facts.push({ dimensions, figures: [figure], form: form.id, table: form.table, official: true });
      }
    }
  }
  return { facts, columns };
}

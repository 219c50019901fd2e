import { figureKey, type Figure } from '../document/figure.ts';
import { zero, type Decimal } from '../quantity/decimal.ts';
import { unitFactor, type Unit } from '../quantity/unit.ts';
import { figureOf, linesOf, sideOf, type Form, type FormSet, type Line, type Side } from '../recognise/form.ts';
import type { FormId } from '../recognise/forms.ts';
import { plainLabel } from '../recognise/grid.ts';
import type { Finding, Glance, GlanceChart, GlanceFigure, Report } from './schema.ts';

/** What is said of a figure before it is drawn. */
type StateOf = (figure: Figure) => GlanceFigure['state'];

/** A figure with the item that it is the amount of. */
interface Told {
  readonly item: string;
  readonly label: string;
  readonly figures: readonly { readonly basis?: 'budget' | 'outturn'; readonly figure: Figure }[];
}

type Drawn = Omit<GlanceChart, 'kind'>;

const placeKey = (place: Finding['places'][number]): string => ('table' in place ? `${place.table}:${place.row}:${place.column}` : '');

/** The cells that the inconsistencies put in doubt: those suspected; where none is singled out, all of the equations. */
function doubtedCells(findings: readonly Finding[]): Set<string> {
  const doubted = new Set<string>();
  for (const finding of findings) {
    if (finding.verdict !== 'inconsistent') continue;
    const places = [...finding.places, ...finding.related.flatMap((equation) => equation.places)];
    const suspects = finding.diagnosis?.kind === 'suspect' ? places.filter(({ role }) => role === 'suspect') : [];
    for (const place of suspects.length > 0 ? suspects : places) doubted.add(placeKey(place));
  }
  return doubted;
}

function stateReader({ tables, findings }: Pick<Report, 'tables' | 'findings'>): StateOf {
  const checked = new Set(tables.flatMap(({ id, coverage }) => coverage.checkedCells.map(([row, column]) => `${id}:${row}:${column}`)));
  const doubted = doubtedCells(findings);
  return (figure) => {
    const key = figureKey(figure);
    if (doubted.has(key)) return 'inconsistent';
    return checked.has(key) ? 'checked' : 'unchecked';
  };
}

const valueOf = ({ quantity }: Figure): Decimal | null => (quantity.kind === 'amount' ? quantity.value : null);

/** A figure's value in a unit, exactly; null without an amount, or where only one of the units is known. */
function valueIn(figure: Figure, unit: Unit | null): Decimal | null {
  const value = valueOf(figure);
  if (value === null || figure.unit === unit) return value;
  return unit === null || figure.unit === null ? null : value.times(unitFactor(figure.unit)).div(unitFactor(unit));
}

/** Worth a line: an amount other than zero, digits that can't be told, or whatever is in doubt. */
function isTelling(figure: Figure, state: GlanceFigure['state']): boolean {
  const value = valueOf(figure);
  return state === 'inconsistent' || figure.quantity.kind === 'unreadable' || (value !== null && !value.isZero());
}

function drawnFigure(figure: Figure, unit: Unit | null, longest: Decimal, state: GlanceFigure['state'], basis: GlanceFigure['basis']): GlanceFigure[] {
  const { place, quantity } = figure;
  if (place.in !== 'table') return [];
  const value = valueIn(figure, unit);
  const printed = quantity.kind === 'amount' && figure.unit === unit ? quantity.decimals : undefined;
  return [{
    ...(basis === undefined ? {} : { basis }), ...(value === null ? {} : { amount: value.toFixed(printed) }), text: figure.text.trim(),
    // A figure in another, unknown unit is as long as nobody knows.
    state: value === null && state === 'checked' ? 'unchecked' : state,
    share: value === null || state !== 'checked' || longest.isZero() ? 0 : value.abs().div(longest).toDecimalPlaces(4).toNumber(),
    table: place.table, row: place.row, column: place.column, ...(place.page === undefined ? {} : { page: place.page }),
  }];
}

/** Draws items in one unit; null if not one of them is checked and other than zero. */
function draw(told: readonly Told[], total: Figure | null, stateOf: StateOf): Drawn | null {
  const telling = told.filter(({ figures }) => figures.some(({ figure }) => isTelling(figure, stateOf(figure))));
  const all = telling.flatMap(({ figures }) => figures.map(({ figure }) => figure));
  const unit = (total ?? all[0])?.unit ?? null;
  const lengths = all.filter((figure) => stateOf(figure) === 'checked').flatMap((figure) => valueIn(figure, unit)?.abs() ?? []);
  const longest = lengths.reduce((most, value) => (value.gt(most) ? value : most), zero);
  if (longest.isZero()) return null;
  const draws = (figure: Figure, basis?: 'budget' | 'outturn') => drawnFigure(figure, unit, longest, stateOf(figure), basis);
  const items = telling.map(({ item, label, figures }) => ({
    item, label,
    // Beside a figure its blank neighbour says nothing, unless it is the one in doubt.
    figures: figures.filter(({ figure }) => valueOf(figure) !== null || isTelling(figure, stateOf(figure))).flatMap(({ figure, basis }) => draws(figure, basis)),
  }));
  const [sum] = total === null || valueOf(total) === null ? [] : draws(total);
  return { unit, ...(sum === undefined ? {} : { total: { ...sum, share: 0 } }), items };
}

/** The longest bar first; what has no bar stands last, as printed. */
function byLength(drawn: Drawn | null): Drawn | null {
  const share = ({ figures }: Drawn['items'][number]) => Math.max(...figures.map((figure) => figure.share));
  return drawn && { ...drawn, items: [...drawn.items].sort((a, b) => share(b) - share(a)) };
}

const formOf = (set: FormSet, id: FormId): Form | null => set.forms.find((form) => form.id === id && form.sides.length > 0) ?? null;

function onlyLine(side: Side, key: string): Line | null {
  const [line, ...more] = linesOf(side, key);
  return line && more.length === 0 ? line : null;
}

function toldLine(side: Side, line: Line, measure: string): Told[] {
  const figure = figureOf(side, line, measure);
  return figure === null ? [] : [{ item: line.key ?? '', label: plainLabel(line.label), figures: [{ figure }] }];
}

/** One side of the summary: its lines and the year's total. */
function fromSummary(set: FormSet, key: 'income' | 'expenditure', lines: string, stateOf: StateOf): Drawn | null {
  const form = formOf(set, 'income-expenditure-summary');
  const side = form && sideOf(form, key);
  if (side?.measures.filter((measure) => measure.key === 'amount').length !== 1) return null;
  const total = onlyLine(side, 'year-total');
  return draw(linesOf(side, lines).flatMap((line) => toldLine(side, line, 'amount')), total && figureOf(side, total, 'amount'), stateOf);
}

/** Columns of the total row of a form of accounts. */
function fromTotalRow(set: FormSet, id: FormId, prefix: string, measures: readonly string[], stateOf: StateOf): Drawn | null {
  const side = formOf(set, id)?.sides[0];
  const line = side && onlyLine(side, 'total');
  if (!side || !line) return null;
  const told = measures.flatMap((measure): Told[] => {
    const figure = figureOf(side, line, measure);
    return figure === null ? [] : [{ item: `${prefix}:${measure}`, label: side.measures.find(({ key }) => key === measure)?.label.split('/')[0] ?? '', figures: [{ figure }] }];
  });
  return draw(told, figureOf(side, line, 'total'), stateOf);
}

/** The classes among the rows of the expenditure form, for a set without the summary. */
function classRows(set: FormSet, stateOf: StateOf): Drawn | null {
  const side = formOf(set, 'expenditure')?.sides[0];
  const total = side && onlyLine(side, 'total');
  if (!side || !total) return null;
  const classes = side.lines.filter(({ key }) => /^account:\d{3}$/.test(key ?? ''));
  return draw(classes.flatMap((line) => toldLine(side, line, 'total').map((told) => ({ ...told, item: `class:${line.code ?? ''}` }))), figureOf(side, total, 'total'), stateOf);
}

const threePublicItems = ['total', 'abroad', 'vehicles', 'purchase', 'operation', 'reception'] as const;

/** “三公” budget beside outturn, where the form prints each once. */
function threePublic(set: FormSet, stateOf: StateOf): Drawn | null {
  const form = formOf(set, 'three-public');
  if (!form) return null;
  const sides = (['budget', 'outturn'] as const).map((basis) => ({ basis, found: form.sides.filter(({ key }) => key === basis) }));
  if (sides.some(({ found }) => found.length !== 1 || found[0]?.lines.length !== 1)) return null;
  const hasVehicles = sides.every(({ found }) => found[0]?.measures.some(({ key }) => key === 'vehicles'));
  const items = threePublicItems.filter((item) => (hasVehicles ? item !== 'purchase' && item !== 'operation' : item !== 'vehicles'));
  return draw(items.map((item): Told => ({
    item: `three-public:${item}`,
    label: sides[0]?.found[0]?.measures.find(({ key }) => key === item)?.label.split('/').at(-1) ?? '',
    figures: sides.flatMap(({ basis, found: [side] }) => {
      const [line] = side?.lines ?? [];
      const figure = side && line && figureOf(side, line, item);
      return figure ? [{ basis, figure }] : [];
    }),
  })), null, stateOf);
}

const incomeMeasures = ['fiscal', 'superior', 'undertaking', 'operating', 'subordinate', 'other'] as const;
const expenditureMeasures = ['basic', 'project', 'to-superior', 'operating', 'to-subordinate'] as const;

/**
 * The accounts at a glance: where the money of the year came from, what it went to, basic against project expenditure, the “三公” budget
 * against its outturn. Every chart is of one form; bars are as long as the checked figures, and those in doubt or unchecked have none.
 * @param sets the sets of the document, in order
 * @param report the tables with their coverage, and the findings
 * @returns the charts of each set that has any
 */
export function glanceOf(sets: readonly FormSet[], report: Pick<Report, 'tables' | 'findings'>): Glance {
  const stateOf = stateReader(report);
  return sets.flatMap((set) => {
    const drawn: readonly (readonly [GlanceChart['kind'], Drawn | null])[] = [
      ['sources', byLength(fromSummary(set, 'income', 'source:', stateOf) ?? fromTotalRow(set, 'income', 'source', incomeMeasures, stateOf))],
      ['classes', byLength(fromSummary(set, 'expenditure', 'class:', stateOf) ?? classRows(set, stateOf))],
      ['kinds', fromTotalRow(set, 'expenditure', 'kind', expenditureMeasures, stateOf)],
      ['three-public', threePublic(set, stateOf)],
    ];
    const charts = drawn.flatMap(([kind, chart]) => (chart === null ? [] : [{ kind, ...chart }]));
    return charts.length === 0 ? [] : [{ set: set.id, charts }];
  });
}

import { figureKey, printedAmount, type Figure } from '../../document/figure.ts';
import { zero, type Decimal } from '../../quantity/decimal.ts';
import { unitFactor, type Unit } from '../../quantity/unit.ts';
import type { Finding, GlanceChart, GlanceFigure, Report } from '../schema.ts';

/** What is said of a figure before it is drawn. */
export type StateOf = (figure: Figure) => GlanceFigure['state'];

/** A figure with the item that it is the amount of. */
export interface Told {
  readonly item: string;
  readonly label: string;
  readonly figures: readonly { readonly basis?: 'budget' | 'outturn'; readonly figure: Figure }[];
}

/** A chart without its name. */
export type Drawn = Pick<GlanceChart, 'unit' | 'total' | 'items'>;

/** The charts of a set by their names; null where nothing can be drawn. */
export type Charts = readonly (readonly [GlanceChart['kind'], Drawn | null])[];

const placeKey = (place: Finding['places'][number]): string =>
  'table' in place ? `${place.table}:${place.row}:${place.column}` : '';

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

/**
 * Says of each figure whether it is checked, unchecked, or in doubt.
 * @param report the tables with their coverage, and the findings
 */
export function stateReader({ tables, findings }: Pick<Report, 'tables' | 'findings'>): StateOf {
  const checked = new Set(
    tables.flatMap(({ id, coverage }) => coverage.checkedCells.map(([row, column]) => `${id}:${row}:${column}`)),
  );
  const doubted = doubtedCells(findings);
  return (figure) => {
    const key = figureKey(figure);
    if (doubted.has(key)) return 'inconsistent';
    return checked.has(key) ? 'checked' : 'unchecked';
  };
}

/** A figure's value in a unit, exactly; null without an amount, or where only one of the units is known. */
function valueIn(figure: Figure, unit: Unit | null): Decimal | null {
  const value = printedAmount(figure);
  if (value === null || figure.unit === unit) return value;
  return unit === null || figure.unit === null ? null : value.times(unitFactor(figure.unit)).div(unitFactor(unit));
}

/** Worth a line: an amount other than zero, digits that can't be told, or whatever is in doubt. */
function isTelling(figure: Figure, state: GlanceFigure['state']): boolean {
  const value = printedAmount(figure);
  return state === 'inconsistent' || figure.quantity.kind === 'unreadable' || (value !== null && !value.isZero());
}

function drawnFigure(
  figure: Figure,
  unit: Unit | null,
  longest: Decimal,
  state: GlanceFigure['state'],
  basis: GlanceFigure['basis'],
): GlanceFigure[] {
  const { place, quantity } = figure;
  if (place.in !== 'table') return [];
  const value = valueIn(figure, unit);
  const printed = quantity.kind === 'amount' && figure.unit === unit ? quantity.decimals : undefined;
  return [
    {
      ...(basis === undefined ? {} : { basis }),
      ...(value === null ? {} : { amount: value.toFixed(printed) }),
      text: figure.text.trim(),
      // A figure in another, unknown unit is as long as nobody knows.
      state: value === null && state === 'checked' ? 'unchecked' : state,
      share:
        value === null || state !== 'checked' || longest.isZero()
          ? 0
          : value.abs().div(longest).toDecimalPlaces(4).toNumber(),
      table: place.table,
      row: place.row,
      column: place.column,
      ...(place.page === undefined ? {} : { page: place.page }),
    },
  ];
}

/**
 * Draws items in one unit, with bars as long as the checked figures.
 * @param told what to draw, in order
 * @param total a figure for all of it, without a bar
 * @returns null if not one of the figures is checked and other than zero
 */
export function draw(told: readonly Told[], total: Figure | null, stateOf: StateOf): Drawn | null {
  const telling = told.filter(({ figures }) => figures.some(({ figure }) => isTelling(figure, stateOf(figure))));
  const all = telling.flatMap(({ figures }) => figures.map(({ figure }) => figure));
  const unit = (total ?? all[0])?.unit ?? null;
  const lengths = all
    .filter((figure) => stateOf(figure) === 'checked')
    .flatMap((figure) => valueIn(figure, unit)?.abs() ?? []);
  const longest = lengths.reduce((most, value) => (value.gt(most) ? value : most), zero);
  if (longest.isZero()) return null;
  const draws = (figure: Figure, basis?: 'budget' | 'outturn') =>
    drawnFigure(figure, unit, longest, stateOf(figure), basis);
  const items = telling.map(({ item, label, figures }) => ({
    item,
    label,
    // Beside a figure its blank neighbour says nothing, unless it is the one in doubt.
    figures: figures
      .filter(({ figure }) => printedAmount(figure) !== null || isTelling(figure, stateOf(figure)))
      .flatMap(({ figure, basis }) => draws(figure, basis)),
  }));
  const [sum] = total === null || printedAmount(total) === null ? [] : draws(total);
  return { unit, ...(sum === undefined ? {} : { total: { ...sum, share: 0 } }), items };
}

/** The longest bar first; what has no bar stands last, as printed. */
export function byLength(drawn: Drawn | null): Drawn | null {
  const share = ({ figures }: Drawn['items'][number]) => Math.max(...figures.map((figure) => figure.share));
  return drawn && { ...drawn, items: [...drawn.items].sort((a, b) => share(b) - share(a)) };
}

/** The “三公” expenses as the forms order them. */
export const threePublicItems = ['total', 'abroad', 'vehicles', 'purchase', 'operation', 'reception'] as const;

/** Those of them that are drawn: vehicles as one where the form prints them so, else purchase and operation. */
export const drawnThreePublic = (hasVehicles: boolean): (typeof threePublicItems)[number][] =>
  threePublicItems.filter((item) => (hasVehicles ? item !== 'purchase' && item !== 'operation' : item !== 'vehicles'));

import { figureKey, hostOf, usualDecimals, type Figure, type TablePlace } from '../document/figure.ts';
import type { Cause, Change, Judged } from '../judge/diagnosis.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { units, unitFactor, type Unit } from '../quantity/unit.ts';
import type { Term } from '../relate/relation.ts';
import { inMannerOf, nameOf, shortNameOf } from './names.ts';
import { slipName } from './slip-name.ts';
import type { Instead, Name, OnFigures, Repair, SlipName } from './statement.ts';

/** The slip that is told of figures that became wrong in the same way; undefined for what is no slip that we know. */
function slipNameOf(changes: readonly Change[]): SlipName | undefined {
  const [slip, ...others] = new Set(changes.map((change) => change.slip));
  if (slip === undefined || others.length > 0) return undefined;
  return slipName(slip, changes.map(({ figure }) => figure.text).join(''));
}

/** The name of a changed figure beside the sentence of its finding, which may name it already; a table that was named last is not named again. */
function nameBeside(figure: Figure, main: Judged, named: string): Name | null {
  if (figureKey(main.judgement.terms[0].figure) === figureKey(figure)) return null;
  return hostOf(figure) === named ? shortNameOf(figure) : nameOf(figure);
}

/** The unit with which the same digits are another amount; null if none is. */
function unitMeant(digits: Decimal, likely: Decimal, unit: Unit): Unit | null {
  return (
    units.find((one) =>
      unitFactor(one)
        .times(digits)
        .eq(likely.times(unitFactor(unit))),
    ) ?? null
  );
}

/**
 * The value that a figure was probably meant to have, in the manner of the figures around it.
 * @param change the figure and the value
 * @param terms of the equation that it is told beside
 */
export function likelyText(change: Change, terms: readonly Term[]): string {
  const { figure, likely, slip } = change;
  const own: Term = { figure, weight: 1, role: 'operand' };
  if (slip === 'excess') return `≤ ${likely.toFixed()}`;
  if (figure.quantity.kind === 'percent') return `${inMannerOf(likely, [own])}%`;
  const meant =
    slip === 'unit' && figure.place.in === 'text' && figure.quantity.kind === 'amount' && figure.unit !== null
      ? unitMeant(figure.quantity.value, likely, figure.unit)
      : null;
  if (meant !== null) return `${figure.text.trim()} ${meant}`;
  // A sentence has decimals of its own, and so has a figure that is printed with too many.
  const hasOwn = figure.place.in === 'text' || figure.usual !== undefined;
  return inMannerOf(
    likely,
    hasOwn
      ? [
          {
            ...own,
            figure: { ...figure, quantity: { kind: 'amount', value: likely, decimals: usualDecimals(figure) } },
          },
        ]
      : [own, ...terms],
  );
}

/** 若此处不是 907.54 而是 907.94; several figures of one name together. */
function instead(changes: readonly Change[], main: Judged): Instead[] {
  const alike = new Map<string, { change: Change; times: number }>();
  for (const change of changes) {
    const key = JSON.stringify([nameOf(change.figure), change.figure.text.trim(), change.likely.toFixed()]);
    alike.set(key, { change, times: (alike.get(key)?.times ?? 0) + 1 });
  }
  let named = hostOf(main.judgement.terms[0].figure);
  return [...alike.values()].map(({ change: { figure, likely, slip }, times }) => {
    const at = nameBeside(figure, main, named);
    named = hostOf(figure);
    const text = figure.text.trim();
    // 不是 6.20 万元 而是 6.20 亿元: where the unit is wrong it is told with the amount.
    const unit =
      slip === 'unit' && figure.place.in === 'text' && figure.unit !== null && !/[元万亿]$/.test(text)
        ? ` ${figure.unit}`
        : '';
    return {
      at,
      text: `${text}${unit}`,
      value: likelyText({ figure, likely, slip }, main.judgement.terms),
      places: times,
    };
  });
}

/** Points above their weight, whose weights are borne out: how many were meant nothing tells. */
function tooHigh(changes: readonly Change[]): OnFigures | null {
  const rows = changes.flatMap(({ figure, slip }) =>
    slip === 'excess' && figure.place.in === 'table' ? [figure.place.rowLabel.trim()] : [],
  );
  return rows.length < changes.length ? null : { kind: 'scores-too-high', rows };
}

/** Places one below the other whose amounts belong a row further up or down. */
function shifted(changes: readonly Change[], main: Judged): Repair | null {
  const rows = changes
    .flatMap((change) =>
      change.slip === 'shifted' && change.figure.place.in === 'table' ? [{ change, place: change.figure.place }] : [],
    )
    .sort((a, b) => a.place.row - b.place.row);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < changes.length || rows.length < 2) return null;
  return {
    by: 'shift',
    from: nameOf(first.change.figure),
    last: last.place.rowLabel.trim(),
    values: rows.map(({ change }) => likelyText(change, main.judgement.terms)),
  };
}

/** Two rows, or two columns, each with the amounts of the other. */
function exchanged(changes: readonly Change[]): Repair | null {
  const places = changes.flatMap(({ figure: { place } }) => (place.in === 'table' ? [place] : []));
  const [first] = places;
  if (
    !first ||
    places.length < changes.length ||
    places.length <= 2 ||
    changes.some(({ slip }) => slip !== 'exchanged' && slip !== 'neighbour')
  )
    return null;
  const namesOf = (line: (place: TablePlace) => number, name: (place: TablePlace) => string): string[] => {
    const lines = new Map(places.map((place) => [line(place), name(place)]));
    return lines.size === 2 ? [...lines].sort(([a], [b]) => a - b).map(([, called]) => called) : [];
  };
  const [a, b] = namesOf(
    (place) => place.row,
    (place) => place.rowLabel.trim(),
  );
  if (a !== undefined && b !== undefined) return { by: 'rows', table: first.tableTitle, first: a, second: b };
  const [one, other] = namesOf(
    (place) => place.column,
    (place) => place.columnLabel.split('/').at(-1)?.replace(/\s+/g, '') ?? '',
  );
  return one === undefined || other === undefined
    ? null
    : { by: 'columns', table: first.tableTitle, first: one, second: other };
}

/** All amounts of a table in another unit than it says. */
function inAnotherUnit(changes: readonly Change[]): Repair | null {
  const [first] = changes;
  if (first?.slip !== 'table-unit' || first.figure.place.in !== 'table' || first.figure.quantity.kind !== 'amount')
    return null;
  const { figure, likely } = first;
  const stated = figure.unit;
  const meant = stated === null ? null : unitMeant(first.figure.quantity.value, likely, stated);
  return stated === null || meant === null ? null : { by: 'unit', table: first.figure.place.tableTitle, meant, stated };
}

/**
 * What the equations together say of the figures: which one is wrong and what it was probably meant to be.
 * @param cause the failing relations and what explains them
 * @param main the relation that the finding tells
 */
export function onFiguresOf(cause: Cause, main: Judged): OnFigures {
  const { kind, changes, failing, alongside = [] } = cause;
  const equations = failing.length;
  if (kind === 'too-many') return { kind };
  if (kind === 'undecided' || changes.length === 0) {
    const alike =
      kind === 'undecided' &&
      equations > 1 &&
      main.relation.kind === 'sum' &&
      failing.every(
        ({ relation, judgement }) =>
          relation.kind === 'sum' && judgement.difference.abs().eq(main.judgement.difference.abs()),
      );
    return alike ? { kind: 'one-difference', equations } : { kind: 'undecided' };
  }
  // What another finding tells may have to be put right as well.
  const also = instead(alongside, main);
  if (kind === 'candidates') return { kind, equations, changes: instead(changes, main), also };
  const excess = tooHigh(changes);
  if (excess !== null) return excess;
  const slip = slipNameOf(changes);
  const repair = inAnotherUnit(changes) ??
    exchanged(changes) ??
    shifted(changes, main) ?? { by: 'values', changes: instead(changes, main) };
  return { kind: 'repair', equations, repair, also, ...(slip === undefined ? {} : { slip }) };
}

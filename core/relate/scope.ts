import { type Figure, isPrinted } from '../document/figure.ts';
import { figureOf, type Form, type FormSet, type Line, type Side } from '../recognise/form.ts';
import type { FormId } from '../recognise/forms.ts';
import { addend, left, right, total, type Relation, type UncheckedReason } from './relation.ts';

/** The form of a set, if it has one with figures. */
export function formOf(set: FormSet, id: FormId): Form | null {
  return set.forms.find((form) => form.id === id && form.sides.length > 0) ?? null;
}

/** A column of a side. */
export function columnOf(side: Side, lines: readonly Line[], measure: string): Figure[] {
  return lines.map((line) => figureOf(side, line, measure)).filter((figure) => figure !== null);
}

const codes = new WeakMap<Side, Map<string, Line | null>>();

/** The one line of a code; null if the code is missing or printed twice. */
export function lineOfCode(side: Side | null, code: string): Line | null {
  if (!side) return null;
  let known = codes.get(side);
  if (!known) {
    known = new Map();
    for (const line of side.lines)
      if (line.code !== undefined) known.set(line.code, known.has(line.code) ? null : line);
    codes.set(side, known);
  }
  return known.get(code) ?? null;
}

/** The figure of the one line with this key; null if there is none or more than one. */
export function figureAt(side: Side | null, key: string, measure: string): Figure | null {
  if (!side) return null;
  const lines = side.lines.filter((line) => line.key === key);
  const [line] = lines;
  return line && lines.length === 1 ? figureOf(side, line, measure) : null;
}

/**
 * A footing with closed scope (docs/judging.md, Closed scope): total, addends, and whatever else is printed between them.
 * Where nothing is printed at all there is no relation.
 * @param table for the list of what is unchecked
 * @param sum the total
 * @param addends its parts
 * @param others figures in the same scope that are not understood
 */
export function* footingOf(
  table: string,
  sum: Figure,
  addends: readonly Figure[],
  others: readonly Figure[],
): Generator<Relation> {
  const readings = [[total(sum), ...addends.map(addend)]];
  if (![sum, ...addends, ...others].some(isPrinted)) return;
  const stray = others.some(isPrinted);
  yield stray ? { kind: 'sum', readings, table, unchecked: 'unknown-item' } : { kind: 'sum', readings, table };
}

/** A figure that a form may not have. */
export type MaybeFigure = Figure | null | undefined;

/**
 * One fact in two forms: the figure of the one against the figure, or the figures added up, of the other; none where the other form has
 * no such row. Nothing where a figure is missing or none is printed.
 * @param table for the list of what is unchecked
 * @param unchecked why it cannot be judged, if so
 */
export function* same(
  table: string,
  one: MaybeFigure,
  others: readonly MaybeFigure[],
  unchecked?: UncheckedReason,
): Generator<Relation> {
  const figures = others.filter((figure) => figure !== null && figure !== undefined);
  if (!one || figures.length < others.length || ![one, ...figures].some(isPrinted)) return;
  const relation: Relation = { kind: 'same', readings: [[left(one), ...figures.map(right)]], table };
  yield unchecked === undefined ? relation : { ...relation, unchecked };
}

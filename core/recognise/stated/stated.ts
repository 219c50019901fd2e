import type { Figure } from '../../document/figure.ts';
import type { Unit } from '../../quantity/unit.ts';
import { figureMaker } from '../figures.ts';
import { squash, type ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { isRateRow } from '../measure-words.ts';
import { comparedColumns } from './changes.ts';
import { rollingColumns } from './flows.ts';
import { printedFormulas } from './formula.ts';
import { isRateHead, wordsOver } from './heads.ts';
import { dataRows } from '../data-rows.ts';
import type { ColumnIdentity, StatedIdentity, StatedTable } from './identity.ts';

/** The figures of a percentage, whose sign may stand in the head alone. */
function asPercent(figure: Figure): Figure {
  const { quantity } = figure;
  if (quantity.kind !== 'amount' && quantity.kind !== 'percent') return figure;
  const { text, unit, confidence, place } = figure;
  return {
    text,
    unit,
    confidence,
    place,
    quantity: { kind: 'percent', value: quantity.value, decimals: quantity.decimals },
    decimals: quantity.decimals,
  };
}

/** Whether a column prints percentages: by its head or by its cells. */
const isPercentColumn = (grid: ExpandedGrid, head: Head, column: number): boolean =>
  isRateHead(wordsOver(head.paths[column] ?? [])) ||
  dataRows(grid, head).some((row) => {
    const cell = grid.cellAt(row, column);
    return cell !== null && grid.quantityOf(cell).kind === 'percent';
  });

/** The name of a row: its first words. */
function labelAt(grid: ExpandedGrid, row: number): string {
  const texts = Array.from({ length: grid.table.columns }, (_, column) =>
    grid.ownTextAt(row, column).replace(/\n/g, '').trim(),
  );
  return texts.find((text) => text !== '' && !/^[\d.,%-]+$/u.test(squash(text))) ?? '';
}

const isAmount = (figure: Figure): boolean => figure.quantity.kind === 'amount';

/**
 * What a table, of whatever form, states of its own figures: printed formulas, columns of changes and rates, accounts that roll on.
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns null where it states nothing
 */
export function readStated(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): StatedTable | null {
  const printed = printedFormulas(grid, head).filter(
    ({ target, workings }) => workings.every(({ base }) => base.length === 0) || isPercentColumn(grid, head, target),
  );
  const byHead = [...comparedColumns(grid, head), ...rollingColumns(grid, head)].filter(
    ({ target }) => !printed.some((one) => one.target === target),
  );
  const columns = [...printed, ...byHead];
  if (columns.length === 0) return null;
  const used = [
    ...new Set(
      columns.flatMap(({ target, workings }) => [
        target,
        ...workings.flatMap(({ plus, minus, base }) => [...plus, ...minus, ...base]),
      ]),
    ),
  ];
  const maker = figureMaker(grid, head, title, unit, used);
  const identities = dataRows(grid, head).flatMap((row): StatedIdentity[] => {
    const label = labelAt(grid, row);
    if (isRateRow(label)) return [];
    return columns.flatMap((column) => identityAt(column, (at) => maker.at(row, at, label)) ?? []);
  });
  return identities.length === 0 ? null : { table: grid.table.id, identities };
}

/** The identity of a column in one row; null where it says nothing: its figure or an operand that matters is not printed there. */
function identityAt(
  { by, evidence, build, target, workings }: ColumnIdentity,
  at: (column: number) => Figure,
): StatedIdentity | null {
  const ratio = workings.some(({ base }) => base.length > 0);
  const figure = ratio ? asPercent(at(target)) : at(target);
  if (figure.quantity.kind !== 'amount' && figure.quantity.kind !== 'percent') return null;
  const read = workings.map(({ plus, minus, base }) => ({
    plus: plus.map(at),
    minus: minus.map(at),
    base: base.map(at),
  }));
  // A blank in a difference is not known to be nought; in a sum of parts it is.
  const isKnown = read.every(
    ({ plus, minus, base }) =>
      [...minus, ...base].every(isAmount) &&
      (minus.length + base.length > 0 ? plus.every(isAmount) : plus.some(isAmount)),
  );
  return isKnown ? { by, evidence, build, target: figure, workings: read } : null;
}

import type { FindingPlace, Report, UncoveredReason, Verdict } from '../../../core/report/schema.ts';
import { reasonText } from '../../../core/report/tell.ts';
import { markedPlaces } from './marked-places.ts';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';

/** A figure of the report, and whether it was checked. */
export interface CoveredFigure {
  readonly place: FindingPlace;
  /** Equations in which it stands. */
  readonly relations: number;
  /** Why it was not checked. */
  readonly reason: UncoveredReason | null;
}

/** What there is to say about a figure: checked, or not and why. @param figure as printed */
export function coveredText({ relations, reason }: CoveredFigure, figure: string, language: Language): string {
  const spoken = words[language];
  return reason === null
    ? spoken.checkedMark(figure, relations)
    : spoken.uncheckedMark(figure, reasonText(reason, language));
}

/**
 * Every figure of a report, except those that findings mark.
 * @param shown the verdicts that get marks
 */
export function* coveredFigures(report: Report, shown: readonly Verdict[]): Generator<CoveredFigure> {
  const marked = new Set(
    report.findings
      .filter(({ verdict }) => shown.includes(verdict))
      .flatMap((finding) => markedPlaces(finding).flatMap((index) => finding.places[index] ?? []))
      .map(keyOf),
  );
  for (const covered of everyFigure(report)) if (!marked.has(keyOf(covered.place))) yield covered;
}

function* everyFigure({ tables, coverage: { text } }: Report): Generator<CoveredFigure> {
  const rest = { role: 'operand', text: '' } as const;
  for (const { id, coverage } of tables) {
    const cell = (row: number, column: number): FindingPlace => ({
      ...rest,
      table: id,
      row,
      column,
      rowLabel: '',
      columnLabel: '',
    });
    for (const [row, column, relations] of coverage.checkedCells)
      yield { place: cell(row, column), relations, reason: null };
    for (const { reason, cells } of coverage.uncheckedCells)
      for (const [row, column] of cells) yield { place: cell(row, column), relations: 0, reason };
  }
  for (const [paragraph, start, end, relations] of text.checkedSpans)
    yield { place: { ...rest, paragraph, start, end }, relations, reason: null };
  for (const { reason, spans } of text.uncheckedSpans)
    for (const [paragraph, start, end] of spans)
      yield { place: { ...rest, paragraph, start, end }, relations: 0, reason };
}

function keyOf(place: FindingPlace): string {
  return 'table' in place ? `${place.table} ${place.row} ${place.column}` : `${place.paragraph} ${place.start}`;
}

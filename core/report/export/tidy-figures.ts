import { tablesOf, type Document } from '../../document/document.ts';
import { figureKey, type Figure } from '../../document/figure.ts';
import type { Form, Line } from '../../recognise/form.ts';
import { recognise } from '../../recognise/recognise.ts';
import type { Report, Verdict } from '../schema.ts';
import type { TidyFigure } from './figures.ts';
import type { FigureVerdict } from '../words/export-words.ts';

const gravity: readonly Verdict[] = ['inconsistent', 'rounding', 'notice'];

/** The verdict on each cell: the gravest of its findings, else consistent where it was checked. */
function verdictsOf(report: Report): (key: string) => FigureVerdict {
  const verdicts = new Map<string, FigureVerdict>();
  for (const table of report.tables)
    for (const [row, column] of table.coverage.checkedCells) verdicts.set(`${table.id}:${row}:${column}`, 'consistent');
  for (const verdict of [...gravity].reverse()) {
    for (const finding of report.findings) {
      if (finding.verdict !== verdict) continue;
      for (const place of finding.places)
        if ('table' in place) verdicts.set(`${place.table}:${place.row}:${place.column}`, verdict);
    }
  }
  return (key) => verdicts.get(key) ?? 'unchecked';
}

/** 类款项 code of a row; a summary's rows have the code of the class they name. */
function codeOf({ code, key }: Line): string {
  return code ?? /^class:(\d+)$/.exec(key ?? '')?.[1] ?? '';
}

function* figuresOfForm(form: Form): Generator<{ readonly line: Line; readonly figure: Figure }> {
  for (const side of form.sides)
    for (const line of side.lines) for (const figure of line.figures) yield { line, figure };
}

/**
 * The recognised amounts of a document as one tidy table: a row an amount, each once.
 * @param document as read
 * @param report its report
 */
export function tidyFigures(document: Document, report: Report): TidyFigure[] {
  const recogniser = recognise(document);
  let step = recogniser.next();
  while (step.done !== true) step = recogniser.next();
  const verdictOf = verdictsOf(report);
  const seen = new Set<string>();
  const order = new Map(tablesOf(document).map((table, index) => [table.id, index]));
  return step.value.sets
    .flatMap((set) =>
      set.forms.flatMap((form) =>
        [...figuresOfForm(form)].flatMap(({ line, figure }): TidyFigure[] => {
          const { place, quantity } = figure;
          const key = figureKey(figure);
          if (quantity.kind !== 'amount' || place.in !== 'table' || seen.has(key)) return [];
          seen.add(key);
          return [
            {
              publisher: set.publisher ?? report.document.publisher,
              year: set.year ?? report.document.year,
              scope: set.scope,
              form: form.id,
              title: place.tableTitle,
              page: place.page,
              code: codeOf(line),
              item: line.label.trim(),
              column: place.columnLabel.replace(/\s+/g, ''),
              amount: quantity.value.toFixed(),
              unit: figure.unit,
              text: figure.text.trim(),
              verdict: verdictOf(key),
              place: { table: place.table, row: place.row, column: place.column },
            },
          ];
        }),
      ),
    )
    .sort(
      (a, b) =>
        (order.get(a.place.table) ?? 0) - (order.get(b.place.table) ?? 0) ||
        a.place.row - b.place.row ||
        a.place.column - b.place.column,
    );
}

/** One measurement. */
export interface Row {
  readonly what: string;
  /** The figure, with its unit. */
  readonly measured: string;
  /** What it may be at most, and what it is; neither where nothing is promised. */
  readonly budget?: { readonly most: number; readonly is: number };
  readonly note?: string;
}

/** Chinese characters take two columns of a terminal. */
function width(text: string): number {
  return text.length + (text.match(/[\u1100-\u115F\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0);
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

/** Measurements as a table of plain text. */
export function tableText(rows: readonly Row[]): string {
  const lines = [
    ['what', 'measured', 'budget', 'note'],
    ...rows.map(({ what, measured, budget, note }) => [
      what,
      measured,
      budget === undefined ? '' : `≤ ${String(budget.most)} ${budget.is <= budget.most ? '✓' : '✕'}`,
      note ?? '',
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((text, column) => pad(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

import type { Report } from '../../../../core/report/schema.ts';

/** A chart as a test reads it: each figure as "item basis amount state share". */
export interface ToldChart {
  readonly unit: string | null;
  readonly total: string | undefined;
  readonly lines: readonly string[];
}

/** The charts of a report's set by kind. */
export function chartsIn({ glance = [] }: Report, set = 0): Record<string, ToldChart> {
  return Object.fromEntries(
    (glance[set]?.charts ?? []).map(({ kind, unit, total, items }) => [
      kind,
      {
        unit,
        total: total?.amount,
        lines: items.flatMap(({ item, figures }) =>
          figures.map(({ basis, amount, text, state, share }) =>
            [item, basis ?? '', amount ?? `‹${text}›`, state, share].join(' '),
          ),
        ),
      },
    ]),
  );
}

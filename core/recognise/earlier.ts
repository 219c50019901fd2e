import type { Measure } from './form.ts';
import { squash } from './grid.ts';

const yearsIn = (label: string): number[] => [...label.normalize('NFKC').matchAll(/(?:19|20)\d\d(?=年|$|\D)/g)].map(([year]) => Number(year));

/**
 * Whether a column holds amounts of an earlier year than another column: its rows are those of the later year, and what was given up since may
 * have no row.
 * @param measures the columns of a list
 * @param index which of them
 */
export function isOfEarlierYear(measures: readonly Measure[], index: number): boolean {
  const label = measures[index]?.label ?? '';
  if (/上年|上一年|去年/.test(squash(label))) return true;
  const latest = Math.max(0, ...measures.flatMap((measure) => yearsIn(measure.label)));
  const own = yearsIn(label);
  return own.length > 0 && Math.max(...own) < latest;
}

import type { Measure } from './form.ts';
import { squash } from './grid.ts';

const yearsIn = (label: string): number[] =>
  [...label.normalize('NFKC').matchAll(/(?:19|20)\d\d(?=年|$|\D)/g)].map(([year]) => Number(year));

const isBudget = (label: string): boolean => label.includes('预算') && !label.includes('预算执行');
const isOutturn = (label: string): boolean => /决算数?|执行数?|完成数?|快报数?/.test(label);

/**
 * Whether a column may hold more than its rows do: that of an earlier year than another, since its rows are those of the later year and what was
 * given up has none; and a budget beside the outturn of its year, of which a class may keep back what no section got.
 * @param measures the columns of a list
 * @param index which of them
 */
export function mayExceedItsRows(measures: readonly Measure[], index: number): boolean {
  const label = measures[index]?.label ?? '';
  if (/上年|上一年|去年/.test(squash(label))) return true;
  if (
    isBudget(squash(label)) &&
    measures.some(
      (other) =>
        other !== measures[index] &&
        isOutturn(squash(other.label)) &&
        yearsIn(other.label).join() === yearsIn(label).join(),
    )
  )
    return true;
  const latest = Math.max(0, ...measures.flatMap((measure) => yearsIn(measure.label)));
  const own = yearsIn(label);
  return own.length > 0 && Math.max(...own) < latest;
}

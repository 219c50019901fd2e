import type { Report, Verdict } from '../../../core/report/schema.ts';

/** How many findings of each verdict. */
export function countVerdicts(reports: readonly Report[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { inconsistent: 0, rounding: 0, notice: 0 };
  for (const report of reports) for (const finding of report.findings) counts[finding.verdict] += 1;
  return counts;
}

import type { Finding, Verdict } from '../../../core/report/schema.ts';

/** From the gravest to the mildest. */
export const verdicts: readonly Verdict[] = ['inconsistent', 'rounding', 'notice'];

/** The sign beside the colour: colour is never alone. */
export const verdictGlyph: Readonly<Record<Verdict, string>> = { inconsistent: '✕', rounding: '≈', notice: 'i' };

/**
 * The verdicts that get marks and a line in the lists.
 * @param rounding whether rounding differences do, too
 */
export function shownVerdicts(rounding: boolean): Verdict[] {
  return rounding ? ['inconsistent', 'rounding', 'notice'] : ['inconsistent', 'notice'];
}

/**
 * The gravest verdict among findings.
 * @param findings at least one
 */
export function gravest(findings: readonly Pick<Finding, 'verdict'>[]): Verdict {
  return verdicts.find((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? 'notice';
}

/** Sorts verdicts from the gravest to the mildest. */
export function byGravity(a: Verdict, b: Verdict): number {
  return verdicts.indexOf(a) - verdicts.indexOf(b);
}

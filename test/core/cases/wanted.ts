import { z } from 'zod';
import type { Report } from '../../../core/report/schema.ts';
import { sentence } from '../../../core/report/tell.ts';

/** Figures printed in one place of a case that belong to one contradiction. */
const contradictionSchema = z.object({ texts: z.array(z.string()).min(1), why: z.string() });

/** What a file of test/cases must tell: `alarms` and nothing else, `may` excepted, which follows from the same fault. */
const caseSchema = z.object({
  file: z.string(),
  kind: z.string(),
  about: z.string(),
  alarms: z.array(contradictionSchema),
  silent: z.boolean(),
  may: z.array(contradictionSchema).optional(),
});
export type Case = z.infer<typeof caseSchema>;
export const casesSchema = z.array(caseSchema);

/** A figure without separators, unit and trailing noughts; other text without spaces. */
function plain(text: string): string {
  const squashed = text.normalize('NFKC').replace(/\s/g, '');
  const figure = squashed.replace(/,/g, '').replace(/(?:%|亿元|万元|元)$/, '');
  return /^-?\d+(?:\.\d+)?$/.test(figure) ? String(Number(figure)) : squashed;
}

/**
 * Holds a report against what its case says.
 * @returns the contradictions that it does not tell, and the messages of the 不一致 that are none
 */
export function heldAgainst(
  { alarms, may = [] }: Pick<Case, 'alarms' | 'may'>,
  report: Pick<Report, 'findings'>,
): { missed: string[]; falseAlarms: string[] } {
  const raised = report.findings
    .filter((finding) => finding.verdict === 'inconsistent')
    .map((finding) => {
      const printed = new Set(
        [finding, ...finding.related].flatMap((equation) => equation.places.map((place) => plain(place.text))),
      );
      return {
        message: `[${finding.rule}] ${sentence(finding, 'zh')}`,
        tells: (texts: readonly string[]) => texts.every((text) => printed.has(plain(text))),
      };
    });
  return {
    missed: alarms
      .filter(({ texts }) => !raised.some(({ tells }) => tells(texts)))
      .map(({ texts, why }) => `${texts.join(' ')}: ${why}`),
    falseAlarms: raised
      .filter(({ tells }) => ![...alarms, ...may].some(({ texts }) => tells(texts)))
      .map(({ message }) => message),
  };
}

import type { Language } from './words/language-names.ts';
import type { Diagnosis, Equation, Finding, Report } from './schema.ts';
import { diagnosisText, equationText, sentence } from './tell.ts';

interface InWords {
  readonly message: string;
  readonly equation: string;
}

type ToldEquation = Equation & InWords;

/** A finding with its sentences beside its data. */
export type ToldFinding = Omit<Finding, 'related' | 'diagnosis'> &
  InWords & {
    related: ToldEquation[];
    diagnosis?: Omit<Diagnosis, 'holding'> & { readonly text: string; holding: ToldEquation[] };
  };

/** A report for who has no words of their own: what the command line writes. */
export type ToldReport = Omit<Report, 'findings'> & { findings: ToldFinding[] };

/** The report with every sentence and equation in words beside its data. */
export function told(report: Report, language: Language): ToldReport {
  const inWords = <Told extends Pick<Finding, 'statement' | 'line'>>(one: Told): Told & InWords => ({
    ...one,
    message: sentence(one, language),
    equation: equationText(one, language),
  });
  return {
    ...report,
    findings: report.findings.map(({ related, diagnosis, ...finding }) => ({
      ...inWords(finding),
      related: related.map(inWords),
      ...(diagnosis && {
        diagnosis: {
          ...diagnosis,
          text: diagnosisText(diagnosis, language),
          holding: diagnosis.holding.map(inWords),
        },
      }),
    })),
  };
}

import { languages } from '../../../core/report/words/language-names.ts';
import { z } from 'zod';
import type { Finding, Report, Verdict } from '../../../core/report/schema.ts';
import { equationText, sentence } from '../../../core/report/tell.ts';
import { figureText, tableTitle } from './finding-text.ts';
import type { InterfaceWords } from '../locale/messages.ts';

/** What the reader has made of a list of findings: kept per tab, so that nothing is lost when the popup closes. */
export const listViewSchema = z.object({
  /** The load of the page that it belongs to. */
  navigationId: z.string(),
  search: z.string().max(200),
  /** Verdicts that are not listed, of those that are marked. */
  hidden: z.array(z.enum(['inconsistent', 'rounding', 'notice'])),
  /** Only findings of this family of rules; '' for all. */
  family: z.string().max(40),
  /** Parts of the list that the reader has unfolded. */
  open: z.array(z.string().max(4100)).max(200),
  scroll: z.number().nonnegative(),
});

export type ListView = z.infer<typeof listViewSchema>;

/** A list as it comes. */
export const plainView: ListView = { navigationId: '', search: '', hidden: [], family: '', open: [], scroll: 0 };

/** The family of a rule: the part of its id before the slash. */
export function familyOf({ rule }: Pick<Finding, 'rule'>): string {
  return rule.split('/')[0] ?? rule;
}

/** Does the view leave anything out? */
export function isFiltered({ search, hidden, family }: ListView): boolean {
  return search.trim() !== '' || hidden.length > 0 || family !== '';
}

/** As people type and as tables print: without spaces, thousands separators and case. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
}

/** The report with the findings that a view lets through. */
export function filtered(report: Report, { search, hidden, family }: ListView, spoken: InterfaceWords): Report {
  const sought = search
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '');
  const holds = (finding: Finding) => {
    if (sought.length === 0) return true;
    const text = plain(
      [
        ...languages.flatMap((language) => [sentence(finding, language), equationText(finding, language)]),
        ...finding.places.flatMap((place) => [
          figureText(place.text, spoken),
          ...('table' in place ? [tableTitle(report, place.table, spoken), place.rowLabel, place.columnLabel] : []),
        ]),
      ].join(' '),
    );
    return sought.every((word) => text.includes(word));
  };
  return {
    ...report,
    findings: report.findings.filter(
      (finding) =>
        !hidden.includes(finding.verdict) && (family === '' || familyOf(finding) === family) && holds(finding),
    ),
  };
}

/** The families of rules among findings, in the order of their first finding. */
export function familiesOf(reports: readonly Report[], shown: readonly Verdict[]): string[] {
  return [
    ...new Set(
      reports.flatMap(({ findings }) => findings.filter(({ verdict }) => shown.includes(verdict)).map(familyOf)),
    ),
  ];
}

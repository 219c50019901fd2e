import type { Finding, Report } from '../../../core/report/schema.ts';
import type { FindingGroup } from './finding-text.ts';
import { markedPlaces } from './marked-places.ts';

/** Findings that say the same of one form's figure in several sets: a slip made once, and copied. */
export interface Alike {
  readonly first: Finding;
  /** All but those that are shown in their place, by table. */
  readonly others: readonly FindingGroup[];
  readonly count: number;
}

/** A list of findings, those of one kind said once. */
export interface Folded {
  readonly groups: readonly FindingGroup[];
  readonly alike: readonly Alike[];
}

/** So many sets with the same finding are told one by one. */
const mostAlike = 5;

/** What findings of one kind have in common; null for those in sentences, of which none is like another. */
function kindOf(finding: Finding, report: Report): string | null {
  const place = finding.places[markedPlaces(finding)[0] ?? 0];
  if (place === undefined || !('table' in place)) return null;
  const table = report.tables.find(({ id }) => id === place.table);
  if (table?.form == null) return null;
  return JSON.stringify([
    finding.verdict,
    finding.rule,
    table.form,
    place.rowLabel,
    place.columnLabel,
    finding.diagnosis?.kind,
    finding.diagnosis?.changes.map(({ slip }) => slip),
  ]);
}

/**
 * Folds findings that are of one kind in more than a few sets: five hundred units filled in one copied form.
 * @param groups of a report, in the order of the document
 */
export function foldAlike(groups: readonly FindingGroup[], report: Report): Folded {
  const kinds = new Map<
    string,
    { readonly first: Finding; readonly sets: Set<string>; readonly findings: Set<Finding> }
  >();
  for (const { set, findings } of groups)
    for (const finding of findings) {
      const kind = kindOf(finding, report);
      if (kind === null) continue;
      const known = kinds.get(kind) ?? { first: finding, sets: new Set(), findings: new Set() };
      kinds.set(kind, known);
      known.sets.add(set);
      if (finding !== known.first) known.findings.add(finding);
    }
  const many = [...kinds.values()].filter(({ sets }) => sets.size > mostAlike);
  const only = (keep: (finding: Finding) => boolean) =>
    groups
      .map((group) => ({ ...group, findings: group.findings.filter(keep) }))
      .filter(({ findings }) => findings.length > 0);
  return {
    groups: many.length === 0 ? groups : only((finding) => !many.some(({ findings }) => findings.has(finding))),
    alike: many.map(({ first, findings }) => ({
      first,
      others: only((finding) => findings.has(finding)),
      count: findings.size,
    })),
  };
}

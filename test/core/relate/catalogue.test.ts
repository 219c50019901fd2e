import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../core/relate/catalogue.ts';
import { accounts, withCell } from '../accounts.ts';
import { documentOf, reportOf, rulesWith } from '../build.ts';
import { fixtures } from './fixtures.ts';
import { pairs } from './pairs.ts';
import { rewordings } from './rewordings.ts';

/** Their preconditions do not hold in the accounts: they have tests of their own. */
const elsewhere = [
  'balance/fund-by-fund',
  'footing/basic-total',
  'structure/stray-code',
  'structure/missing-section',
  'structure/malformed-code',
  'structure/repeated-record',
  'structure/misplaced-separator',
  'structure/doubled-row',
  'narrative/balance',
  'narrative/changes',
  'narrative/stated-budget',
  'narrative/stated-budget-account',
  'narrative/evaluation',
  'narrative/score',
  'narrative/tallies',
  'narrative/enumeration',
  'narrative/staff',
  'narrative/stated-twice',
  'narrative/increase',
  // Twins in test/cases.
  'balance/debt-year',
  'narrative/debt-limit',
  'narrative/evaluated-project',
  'narrative/points-within-maximum',
  'narrative/projects-together',
  'narrative/running-costs',
  'narrative/year-change',
  'performance/stated-execution',
  'structure/no-data-note',
  'narrative/stated-sum',
  'narrative/uses',
  'ratio/quotient',
];

describe('the catalogue', () => {
  it('has metadata for every rule, and no id twice', () => {
    expect(new Set(catalogue.map((rule) => rule.id)).size).toBe(catalogue.length);
    for (const rule of catalogue) {
      expect(rule.id.startsWith(`${rule.family}/`)).toBe(true);
      expect(rule.catalogue.length).toBeGreaterThan(0);
    }
  });

  it('has a failing fixture for every rule', () => {
    expect(
      [...new Set([...Object.keys(fixtures), ...Object.keys(rewordings), ...Object.keys(pairs), ...elsewhere])].sort(),
    ).toEqual(catalogue.map((rule) => rule.id).sort());
  });

  it('finds nothing in accounts that agree, and leaves nothing unchecked', () => {
    const report = reportOf(documentOf(accounts));
    expect(report.findings).toEqual([]);
    expect(report.unchecked).toEqual([]);
    expect(report.coverage.recognised).toBe(9);
    expect(report.coverage.checked).toBe(report.coverage.amounts);
  });

  it.each(Object.entries(fixtures).flatMap(([rule, all]) => all.map((fixture) => [rule, fixture] as const)))(
    '%s fails when one of its figures is changed',
    (rule, { form, row, column, text }) => {
      const report = reportOf(documentOf(withCell(form, row, column, text)));
      expect(rulesWith(report, 'inconsistent')).toContain(rule);
      const telling = report.findings.filter(
        (one) => one.rule === rule || one.related.some((other) => other.rule === rule),
      );
      expect(
        telling.some((finding) =>
          finding.places.some((place) => 'row' in place && place.row === row && place.column === column),
        ),
      ).toBe(true);
    },
  );

  it('judges each budget by itself only when no other has money', () => {
    const single = [
      ['fiscal', 4, 2],
      ['fiscal', 5, 5],
      ['fiscal', 5, 7],
      ['fiscal', 6, 7],
      ['fiscal', 11, 7],
    ] as const;
    let base = accounts.map((drawn) => drawn);
    for (const [form, row, column] of single) base = withCell(form, row, column, '', base);
    expect(rulesWith(reportOf(documentOf(base)), 'inconsistent')).not.toContain('balance/fund-by-fund');
    const broken = withCell('fiscal', 8, 2, '9.25', base);
    expect(rulesWith(reportOf(documentOf(broken)), 'inconsistent')).toContain('balance/fund-by-fund');
    expect(rulesWith(reportOf(documentOf(withCell('fiscal', 8, 2, '9.25'))), 'inconsistent')).not.toContain(
      'balance/fund-by-fund',
    );
  });
});

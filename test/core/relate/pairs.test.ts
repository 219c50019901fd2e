import { describe, expect, it } from 'vitest';
import { documentOf, reportOf, rulesWith } from '../build.ts';
import { changed } from './changed.ts';
import { pairs } from './pairs.ts';

describe('the rules on evaluations, budgets and added forms', () => {
  it.each(Object.entries(pairs).flatMap(([rule, own]) => [own].flat().map((pair) => [rule, pair] as const)))(
    '%s holds in tables that agree and fails when one figure is changed',
    (rule, { tables, title, of, row, column, text }) => {
      const before = reportOf(documentOf(tables, title));
      expect(
        before.findings.filter((finding) => finding.verdict !== 'rounding').map((finding) => finding.message),
      ).toEqual([]);
      const after = reportOf(
        documentOf(
          tables.map((drawn) => (drawn === of ? changed(drawn, row, column, text) : drawn)),
          title,
        ),
      );
      expect(rulesWith(after, 'inconsistent')).toContain(rule);
      expect(
        after.findings.some((finding) =>
          finding.places.some((place) => 'row' in place && place.row === row && place.column === column),
        ),
      ).toBe(true);
    },
  );
});

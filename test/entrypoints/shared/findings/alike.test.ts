import { describe, expect, it } from 'vitest';
import { foldAlike } from '../../../../entrypoints/shared/findings/alike.ts';
import { groupFindings } from '../../../../entrypoints/shared/findings/finding-text.ts';
import { words } from '../../../../entrypoints/shared/locale/messages.ts';
import { findingFixture, reportFixture } from '../../report-fixture.ts';

const [table] = reportFixture().tables;

/** As many sets, each with the one form and the same slip in it; and one finding of another kind. */
function copied(sets: number) {
  const places = findingFixture().places.filter((place) => 'table' in place);
  const finding = (set: number, rule: string) =>
    findingFixture({ id: `${rule}-${set}`, rule, places: places.map((place) => ({ ...place, table: `s${set}` })) });
  const indexes = Array.from({ length: sets }, (_, index) => index);
  return reportFixture({
    tables:
      table === undefined ? [] : indexes.map((set) => ({ ...table, form: 'income', id: `s${set}`, set: String(set) })),
    findings: [...indexes.map((set) => finding(set, 'footing/one')), finding(1, 'footing/other')],
  });
}
const folded = (sets: number) => {
  const report = copied(sets);
  const { groups, alike } = foldAlike(groupFindings(report, words.zh, ['inconsistent']), report);
  return {
    shown: groups.flatMap(({ findings }) => findings.map(({ id }) => id)),
    alike: alike.map(({ first, count, others }) => [
      first.id,
      count,
      others.flatMap(({ findings }) => findings).length,
    ]),
  };
};

describe('one slip in many sets', () => {
  it('is told once, with how many more of the kind there are; what is of another kind stays', () => {
    expect(folded(500)).toEqual({ shown: ['footing/one-0', 'footing/other-1'], alike: [['footing/one-0', 499, 499]] });
    expect(words.zh.alike(499, '…')).toContain('499 处同类');
  });

  it('is told one by one in a few', () => {
    expect(folded(5).alike).toEqual([]);
    expect(folded(5).shown).toHaveLength(6);
  });
});

import { describe, expect, it } from 'vitest';
import { accounts, withCell } from '../accounts.ts';
import { documentOf, reportOf, type Drawn } from '../build.ts';

const notices = (drawn: readonly Drawn[]) => reportOf(documentOf(drawn)).findings.filter((finding) => finding.verdict === 'notice').map(({ rule, places }) => [rule, places.map((place) => place.text)]);
/** The accounts without one row of a form. */
const without = (form: number, row: number, base: readonly Drawn[] = accounts): Drawn[] => base.map((drawn, index) => (index !== form ? drawn : { ...drawn, grid: drawn.grid.trim().split('\n').filter((_, at) => at !== row).join('\n') }));

describe('codes', () => {
  it('are in order in the accounts', () => expect(notices(accounts)).toEqual([]));

  it('that stand below another section are told once for all forms', () => {
    const wrong = withCell('income', 6, 0, '2012901', withCell('expenditure', 6, 0, '2012901'));
    expect(notices(wrong)).toEqual([['structure/stray-code', ['2012901', '20103', '2012901', '20103']]]);
  });

  it('without their section are told with their class', () => {
    expect(notices(without(1, 9))).toEqual([['structure/missing-section', ['2080505', '208']]]);
  });

  it('of a form without sections are no matter', () => {
    expect(notices(without(1, 5, without(1, 9, without(1, 12))))).toEqual([]);
  });
});

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

describe('a form with the note that it holds no data', () => {
  const noted = (note: string): Drawn[] => accounts.map((drawn, index) => (index === 6 ? { ...drawn, below: [note] } : drawn));

  it('is remarked on when amounts are printed in it', () => {
    expect(notices(noted('说明：本单位没有政府性基金收入，故本表无数据。'))).toEqual([['structure/data-despite-note', ['40.00', '40.00', '40.00']]]);
  });

  it('is not when the note only says what to do without data', () => {
    expect(notices(noted('注：如本表无数据，请注明“本表无数据”。'))).toEqual([]);
  });
});

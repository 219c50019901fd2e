import { describe, expect, it } from 'vitest';
import { accounts, withCell } from '../accounts.ts';
import { documentOf, reportOf, type Drawn } from '../build.ts';

const notices = (drawn: readonly Drawn[]) =>
  reportOf(documentOf(drawn))
    .findings.filter((finding) => finding.verdict === 'notice')
    .map(({ rule, places }) => [rule, places.map((place) => place.text)]);
/** The accounts without one row of a form. */
const without = (form: number, row: number, base: readonly Drawn[] = accounts): Drawn[] =>
  base.map((drawn, index) =>
    index !== form
      ? drawn
      : {
          ...drawn,
          grid: drawn.grid
            .trim()
            .split('\n')
            .filter((_, at) => at !== row)
            .join('\n'),
        },
  );

describe('codes', () => {
  it('are in order in the accounts', () => expect(notices(accounts)).toEqual([]));

  it('that stand below another section are told once for all forms', () => {
    const wrong = withCell('income', 6, 0, '2012901', withCell('expenditure', 6, 0, '2012901'));
    expect(notices(wrong)).toEqual([['structure/stray-code', ['2012901', '20103', '2012901', '20103']]]);
  });

  it('without their section are told with their class', () => {
    expect(notices(without(1, 9))).toEqual([['structure/missing-section', ['2080505', '208']]]);
  });

  it('of a row that is printed twice running, with the same amounts, are told', () => {
    const doubled = (other = ''): Drawn[] =>
      accounts.map((drawn, index) =>
        index !== 1
          ? drawn
          : {
              ...drawn,
              grid: drawn.grid
                .trim()
                .split('\n')
                .flatMap((line, at) =>
                  at === 6 ? [line, other === '' ? line : line.replace('300.00|', other)] : [line],
                )
                .join('\n'),
            },
      );
    expect(notices(doubled())).toEqual([['structure/doubled-row', ['2010301', '2010301']]]);
    // Rows of one code for several bodies.
    expect(notices(doubled('310.00|'))).toEqual([]);
  });

  it('of a form without sections are no matter', () => {
    expect(notices(without(1, 5, without(1, 9, without(1, 12))))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { familiesOf, filtered, isFiltered, plainView } from '../../../../entrypoints/shared/findings/list-view.ts';
import { words } from '../../../../entrypoints/shared/locale/messages.ts';
import { findingFixture, reportFixture } from '../../report-fixture.ts';

const report = reportFixture({
  findings: [
    findingFixture({ id: 'a' }),
    findingFixture({
      id: 'b',
      rule: 'footing/section',
      verdict: 'notice',
      statement: {
        kind: 'remark',
        remark: 'stray-code',
        values: { code: '2060101', item: '行政运行', section: '20502', sectionItem: '普通教育', own: '20601' },
      },
      line: undefined,
      places: [],
    }),
    findingFixture({ id: 'c', rule: 'tie-out/x', line: { left: '1,164.02', sign: '≠', right: '1,104.02' } }),
  ],
});
const ids = (change: Partial<typeof plainView>) =>
  filtered(report, { ...plainView, ...change }, words.zh).findings.map(({ id }) => id);

describe('a list', () => {
  it('is whole as it comes', () => {
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(isFiltered(plainView)).toBe(false);
  });
  it('leaves out a verdict or all rules but one family', () => {
    expect(ids({ hidden: ['notice'] })).toEqual(['a', 'c']);
    expect(ids({ family: 'tie-out' })).toEqual(['c']);
    expect(isFiltered({ ...plainView, family: 'tie-out' })).toBe(true);
  });
  it('is searched by words, table, row and amount, however the amount is typed', () => {
    expect(ids({ search: '1164.02' })).toEqual(['c']);
    expect(ids({ search: '１,164.02' })).toEqual(['c']);
    expect(ids({ search: '收入决算表 财政拨款' })).toEqual(['a', 'c']);
    expect(ids({ search: 'CODE' })).toEqual(['b']);
    expect(ids({ search: '  ' })).toEqual(['a', 'b', 'c']);
    expect(ids({ search: '没有这个' })).toEqual([]);
  });
  it('offers the families that it holds', () => {
    expect(familiesOf([report], ['inconsistent'])).toEqual(['cross-footing', 'tie-out']);
  });
});

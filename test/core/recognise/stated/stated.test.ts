import { describe, expect, it } from 'vitest';
import { expand } from '../../../../core/recognise/grid.ts';
import { readHead } from '../../../../core/recognise/head.ts';
import type { StatedIdentity } from '../../../../core/recognise/stated/identity.ts';
import { readStated } from '../../../../core/recognise/stated/stated.ts';
import { cellsOf } from '../../build.ts';

const told = ({ by, evidence, target, workings }: StatedIdentity): string =>
  `${by} ${evidence} ${target.text}=${workings.map(({ plus, minus, base }) => `${plus.map(({ text }) => text).join('+')}${minus.map(({ text }) => `-${text}`).join('')}${base.map(({ text }) => `/${text}`).join('')}`).join(' or ')}`;

/** The identities of a drawn table. */
function stated(grid: string): string[] {
  const expanded = expand({
    kind: 'table',
    id: 't1',
    captions: [],
    notes: [],
    ...cellsOf(grid),
    place: {},
    confidence: 1,
  });
  return readStated(expanded, readHead(expanded), '对比表', '万元')?.identities.map(told) ?? [];
}

describe('what a table states of its figures', () => {
  it.each([
    ['numbers', '项目|上年数|本年数|增减额|增减率', '栏次|1|2|3=2-1|4=3/1'],
    [
      'numbers in brackets',
      '项目|上年数|本年数|增减额|增减率',
      '栏次|（1）|（2）|（3）=（2）-（1）|（4）=（3）/（1）×100%',
    ],
    ['numbers in circles', '项目|上年数|本年数|增减额|增减率', '|①|②|③=②－①|④＝③÷①'],
    ['letters', '项目|上年数|本年数|增减额|增减率', '公式|A|B|C=B-A|D=C/A*100%'],
  ])('reads formulas of %s', (_, head, row) => {
    expect(stated(`${head}\n${row}\n会议费|4.00|5.00|1.00|25.00%`)).toEqual([
      'formula printed 1.00=5.00-4.00',
      'formula printed 25.00%=1.00/4.00',
    ]);
  });

  it('reads formulas behind the words of the heads', () => {
    expect(stated('项目|预算数（1）|决算数（2）|差额（3=2-1）\n会议费|4.00|5.00|1.00')).toEqual([
      'formula printed 1.00=5.00-4.00',
    ]);
  });

  it.each([
    ['a product', '栏次|1|2|3=1*2'],
    ['a column that is not there', '栏次|1|2|3=2+7'],
    ['a column of itself', '栏次|1|2|3=3+1'],
    ['a column number that comes twice', '栏次|1|1|3=1+2'],
  ])('takes no formula of %s', (_, row) => {
    expect(stated(`项目|甲|乙|丙\n${row}\n会议费|4.00|5.00|9.00`)).toEqual([]);
  });

  it('takes a quotient for a percentage only where percentages are printed', () => {
    expect(stated('项目|金额|人数|人均\n栏次|1|2|3=1/2\n会议费|40.00|8|5.00')).toEqual([]);
  });

  it('asks nothing of a difference where an amount is blank', () => {
    expect(stated('项目|上年数|本年数|增减额\n栏次|1|2|3=2-1\n会议费||5.00|5.00\n培训费|1.00|2.00|')).toEqual([]);
  });

  const budgets =
    '项目|年初预算数|调整预算数|执行数|为预算%\n教育支出|100|110|99|90.0\n农林水支出|200|240|228|95.0\n交通运输支出|300|310|279|90.0\n住房保障支出|50|50|40|80.0';

  it('finds the columns that a rate compares by the rows that bear them out', () => {
    expect(stated(budgets)).toEqual([
      'rate named 90.0=99/110',
      'rate named 95.0=228/240',
      'rate named 90.0=279/310',
      'rate named 80.0=40/50',
    ]);
  });

  it('keeps two pairs of columns that the rows leave open', () => {
    const same = budgets
      .replace('|100|110|', '|110|110|')
      .replace('|200|240|', '|240|240|')
      .replace('|300|310|', '|310|310|')
      .replace('|50|50|40|', '|60|50|40|');
    expect(stated(same).at(-1)).toBe('rate named 80.0=40/50 or 40/60');
  });

  it('asks nothing where fewer than three rows bear a pair of columns out', () => {
    expect(stated(budgets.split('\n').slice(0, 3).join('\n'))).toEqual([]);
  });

  it('knows rates on a comparable basis for other rates', () => {
    expect(stated(budgets.replace('为预算%', '同口径增长%'))).toEqual([]);
  });

  it('rolls a fund on only where no other money comes in between', () => {
    const fund = '险种|年初结余|本年收入|本年支出|年末结余\n失业保险基金|1840|620|410|2050';
    expect(stated(fund)).toEqual(['flow printed 2050=1840+620-410']);
    expect(stated(fund.replace('|年末结余', '|结余分配|年末结余').replace('|2050', '|15|2035'))).toEqual([]);
  });

  const wholes = (percentages: readonly number[]): string =>
    ['项目|预算数|决算数|决算数为预算数的%']
      .concat(
        percentages.map(
          (percentage, at) =>
            `项目${String.fromCharCode(65 + at)}|${8000 + 37 * at}|${Math.round((8000 + 37 * at) * (percentage + 0.3)) / 100}|${percentage}`,
        ),
      )
      .join('\n');

  it('holds whole percentages against the amounts that their head quotes where many different ones agree', () => {
    expect(stated(wholes([84, 91, 103, 77, 96, 112]))).toContain('rate quoted 84=6744/8000');
    // Four different ones, and one twice, are not enough.
    expect(stated(wholes([84, 91, 103, 77, 77]))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { RawBlock } from '../../../core/read/raw.ts';
import { assemble } from '../../../core/read/assemble.ts';
import { atOnce } from '../../../core/steps.ts';
import { cellsOf, reportOf, rulesWith } from '../build.ts';

type Row = readonly [name: string, amount: string];

const title = '某省2023年财政决算';

function rulesTold(lists: readonly (readonly [title: string, rows: readonly Row[]])[]): string[] {
  const blocks = lists.flatMap(([above, rows]): RawBlock[] => [
    { kind: 'paragraph', text: above, place: {} },
    { kind: 'paragraph', text: '单位：万元', place: {} },
    {
      kind: 'table',
      captions: [],
      ...cellsOf(['项目|决算数', ...rows.map((row) => row.join('|'))].join('\n')),
      place: {},
      confidence: 1,
    },
  ]);
  return rulesWith(
    reportOf(atOnce(assemble({ url: 'http://www.shili.gov.cn/', title, kind: 'html' }, blocks))),
    'inconsistent',
  );
}

/** Classes, sections and items as governments list them, without codes. */
const spending: readonly Row[] = [
  ['教育支出', '91,447'],
  ['教育管理事务', '6,120'],
  ['行政运行', '4,383'],
  ['其他教育管理事务支出', '1,737'],
  ['普通教育', '74,215'],
  ['小学教育', '40,868'],
  ['初中教育', '33,347'],
  ['特殊教育', '11,112'],
  ['特殊学校教育', '10,407'],
  ['其他特殊教育支出', '705'],
  ['科学技术支出', '8,371'],
  ['科学技术管理事务', '2,953'],
  ['行政运行', '2,114'],
  ['一般行政管理事务', '839'],
  ['科学技术普及', '5,418'],
  ['科普活动', '3,276'],
  ['学术交流活动', '2,142'],
  ['交通运输支出', '29,659'],
  ['公路水路运输', '29,659'],
  ['公路建设', '21,064'],
  ['公路养护', '8,595'],
];

/** The rows with one of them printed otherwise, or without it. */
const changed = (rows: readonly Row[], at: number, amount: string | null): Row[] =>
  rows.flatMap(([name, own], index): Row[] => (index !== at ? [[name, own]] : amount === null ? [] : [[name, amount]]));

const otherDigit = (amount: string): string =>
  amount.replace(/\d(?=\d?$)/u, (digit) => String((Number(digit) + 5) % 10));

describe('a list of accounts by name', () => {
  const told = (rows: readonly Row[]): string[] => rulesTold([['2023年全省一般公共预算支出决算表', rows]]);

  it('adds up level by level as its names say', () => {
    expect(told(spending)).toEqual([]);
  });

  const sections = ['教育管理事务', '普通教育', '特殊教育', '科学技术管理事务', '科学技术普及', '公路水路运输'];
  const rows = spending.map(([name], at) => [name, at] as const);

  it.each(rows.filter(([name]) => sections.includes(name)))(
    'tells another amount of %s (row %i), which its own items and its class give away',
    (_, at) => {
      expect(told(changed(spending, at, otherDigit(spending[at]?.[1] ?? '')))).toEqual(['hierarchy/nested-rows']);
    },
  );

  it.each(rows.filter(([name]) => !sections.includes(name)))(
    'says nothing of %s (row %i), in one sum only: a row may have been left out there',
    (_, at) => {
      expect(told(changed(spending, at, otherDigit(spending[at]?.[1] ?? '')))).toEqual([]);
    },
  );

  it('is not judged where it leaves rows out', () => {
    expect(told(changed(changed(spending, 15, null), 8, null))).toEqual([]);
  });

  it('says nothing of an item that bears the name of a section', () => {
    const before = spending.slice(0, 17);
    const rows: Row[] = [
      ...before,
      ['节能环保支出', '5,487'],
      ['超长期特别国债安排的支出', '5,487'],
      ['应对气候变化', '502'],
      ['生态工程建设', '4,645'],
      ['其他节能环保支出', '340'],
      ...spending.slice(17),
    ];
    expect(told(rows)).toEqual([]);
  });

  it('takes a section whose name is not known for none of the items above it', () => {
    expect(
      told(spending.map(([name, amount]): Row => [name === '科学技术普及' ? '科普与学风建设' : name, amount])),
    ).toEqual([]);
  });
});

describe('a list for the whole territory, its own level and those below', () => {
  const part = (share: number): Row[] =>
    spending.map(([name, amount], at) => [name, String(Math.floor(Number(amount.replace(',', '')) / share) + at)]);
  // Parts that add up to nothing else: each row is known by the three lists alone.
  const [own, below] = [part(3), part(7)];
  const whole = own.map(([name, amount], at): Row => [name, String(Number(amount) + Number(below[at]?.[1]))]);
  const told = (a: readonly Row[], b: readonly Row[], c: readonly Row[]): string[] =>
    rulesTold([
      ['2023年全省一般公共预算支出决算表', a],
      ['2023年省本级一般公共预算支出决算表', b],
      ['2023年各市县一般公共预算支出决算表', c],
    ]);

  it('adds up row by row', () => {
    expect(told(whole, own, below)).toEqual([]);
    expect(told(changed(whole, 4, '34000'), own, below)).toEqual(['tie-out/levels-of-government']);
    expect(told(whole, changed(own, 2, '1643'), below)).toEqual(['tie-out/levels-of-government']);
    expect(told(whole, own, changed(below, 20, '1274'))).toEqual(['tie-out/levels-of-government']);
  });

  it('says nothing of an account that one of the lists leaves out, or of transfers', () => {
    expect(told(whole, changed(own, 4, null), below)).toEqual([]);
    const transfers = (rows: readonly Row[]): Row[] => [...rows, ['对下转移支付', '9000']];
    expect(told(whole, transfers(own), transfers(below))).toEqual([]);
    expect(told(transfers(whole), transfers(own), transfers(below))).toEqual([]);
  });

  it('is none among budgets, whose whole is often an estimate', () => {
    const budgets = (['全省', '省本级', '各市县'] as const).map((level) => `2024年${level}一般公共预算支出预算表`);
    const lists = [changed(whole, 4, '34000'), own, below];
    expect(rulesTold(lists.map((rows, at) => [budgets[at] ?? '', rows] as const))).toEqual([]);
  });

  it('is none where too few rows bear it out', () => {
    const few = (rows: readonly Row[]): Row[] => rows.slice(0, 3);
    expect(told(changed(few(whole), 2, '2099'), few(own), few(below))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { documentOf, reportOf, rulesWith, type Drawn } from '../build.ts';

const caption = ['支出决算表', '公开03表', '部门：示例市某馆', '单位：万元'];
const head = '科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出';
const first = `合计|<|46.20|36.20|10.00|||
207|文化旅游体育与传媒支出|40.20|30.20|10.00|||
20701|文化和旅游|40.20|30.20|10.00|||
2070104|图书馆|28.50|20.50|8.00|||`;
const second = `2070109|群众文化|11.70|9.70|2.00|||
221|住房保障支出|6.00|6.00||||
22102|住房改革支出|6.00|6.00||||
2210201|住房公积金|6.00|6.00||||`;
const upper: Drawn = { above: caption, grid: `${head}\n${first}` };

const report = (...drawn: Drawn[]) => reportOf(documentOf(drawn));
const alarms = (...drawn: Drawn[]) => rulesWith(report(...drawn), 'inconsistent');

describe('a table printed in pieces', () => {
  it.each<[string, Drawn]>([
    ['under the same title and head', { above: caption, grid: `${head}\n${second}` }],
    ['without title and head', { grid: second }],
    ['under the head alone', { grid: `${head}\n${second}` }],
    ['with a word that it goes on', { above: ['续表'], grid: second }],
    [
      'with other columns',
      { above: caption, grid: `科目编码|科目名称|本年支出合计|基本支出|项目支出\n${second.replaceAll('|||', '')}` },
    ],
    ['under a page’s head, its codes going on', { above: ['示例市某馆2024年度部门决算'], grid: second }],
  ])('is not judged as a whole: %s', (_name, lower) => {
    expect(alarms(upper, lower)).toEqual([]);
    expect(report(upper, lower).unchecked.map(({ reason }) => reason)).toContain('table-piece');
  });

  it('is judged where its scope has ended, and row by row', () => {
    const lower: Drawn = {
      above: caption,
      grid: `${head}\n${second.replace('22102|住房改革支出|6.00|6.00', '22102|住房改革支出|6.00|9.00')}`,
    };
    expect(alarms(upper, lower)).toContain('cross-footing/account-columns');
    const closed: Drawn = {
      above: caption,
      grid: `${head}\n${first.replace('2070104|图书馆|28.50', '2070104|图书馆|85.20')}\n2070109|群众文化|11.70|9.70|2.00|||\n221|住房保障支出|6.00|6.00||||`,
    };
    expect(
      alarms(closed, {
        above: caption,
        grid: `${head}\n22102|住房改革支出|6.00|6.00||||\n2210201|住房公积金|6.00|6.00||||`,
      }),
    ).toContain('hierarchy/section-of-items');
  });

  // Of one column nothing tells rows that are missing from a wrong total.
  const narrow = '科目编码|科目名称|本年支出合计';
  const alone = `${narrow}
合计|<|46.20
207|文化旅游体育与传媒支出|40.20
20701|文化和旅游|40.20
2070104|图书馆|28.50
2070109|群众文化|11.70`;

  it('is whole where the next table begins anew', () => {
    const whole: Drawn = { above: caption, grid: alone };
    const other: Drawn = {
      above: caption,
      grid: `${narrow}\n合计|<|6.00\n221|住房保障支出|6.00\n22102|住房改革支出|6.00\n2210201|住房公积金|6.00`,
    };
    expect(alarms(whole, other)).toContain('footing/total-of-classes');
    expect(alarms(whole, { above: ['其他情况表'], grid: '事项|说明\n一|无\n二|无' })).toContain(
      'footing/total-of-classes',
    );
  });

  it('is the whole for certain only where something shows its end, if it stands last and has one column', () => {
    expect(alarms({ above: caption, grid: alone })).toEqual([]);
    expect(alarms({ above: caption, grid: alone, below: ['注：本表反映本年支出情况。'] })).toContain(
      'footing/total-of-classes',
    );
    // Parts that exceed their total are no matter of what is missing, and two digits exchanged tell of themselves.
    expect(alarms({ above: caption, grid: alone.replace('46.20', '36.20') })).toContain('footing/total-of-classes');
    expect(alarms({ above: caption, grid: alone.replace('46.20', '42.07').replaceAll('40.20', '40.27') })).toContain(
      'footing/total-of-classes',
    );
  });

  it.each(['上一页 1 2 下一页', '第1页，共3页', '（仅本页）', '未完待续'])(
    'goes on elsewhere where the page says so: %s',
    (line) => {
      const short = first
        .replace('28.50|20.50|8.00', '40.20|30.20|8.00')
        .replace('46.20|36.20|10.00', '40.20|30.20|10.00');
      const lacking: Drawn = { above: caption, grid: `${head}\n${short}` };
      expect(alarms(lacking)).toContain('hierarchy/section-of-items');
      expect(alarms({ ...lacking, below: [line] })).not.toContain('hierarchy/section-of-items');
    },
  );

  it.each(['上一页 1 下一页', '第3页，共3页', '上一篇：2023年度决算 下一篇：2025年预算'])(
    'ends where it ends: %s',
    (line) => {
      const lacking = first
        .replace('28.50|20.50|8.00', '40.20|30.20|8.00')
        .replace('46.20|36.20|10.00', '40.20|30.20|10.00');
      expect(alarms({ above: caption, grid: `${head}\n${lacking}`, below: [line] })).not.toEqual([]);
    },
  );

  it('is not the whole where the page behind it could not be read', () => {
    const document = documentOf([{ above: caption, grid: alone, below: ['注：无。'] }]);
    const onPage = { ...document, blocks: document.blocks.map((block) => ({ ...block, place: { page: 3 } })) };
    expect(rulesWith(reportOf(onPage), 'inconsistent')).toContain('footing/total-of-classes');
    expect(
      rulesWith(reportOf({ ...onPage, unreadPages: [{ page: 4, reason: 'scanned' as const }] }), 'inconsistent'),
    ).toEqual([]);
  });

  it('may go on elsewhere where its rows fall short of the total in several columns', () => {
    const upToClass = first.replace('28.50|20.50|8.00', '40.20|30.20|10.00');
    expect(alarms({ above: caption, grid: `${head}\n${upToClass}` })).toEqual([]);
    // One of them alone is a total that is wrong.
    expect(
      alarms({ above: caption, grid: `${head}\n${upToClass.replace('46.20|36.20|10.00', '46.20|30.20|10.00')}` }),
    ).not.toEqual([]);
  });

  it('keeps the set of forms whole', () => {
    const { sets } = report(upper, { above: caption, grid: `${head}\n${second}` });
    expect(sets).toHaveLength(1);
  });
});

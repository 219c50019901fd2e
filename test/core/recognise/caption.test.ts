import { describe, expect, it } from 'vitest';
import { readCaption } from '../../../core/recognise/caption.ts';

const caption = (lines: readonly string[], notes: readonly string[] = []) =>
  readCaption(
    lines.map((text) => ({ text, place: {} })),
    notes.map((text) => ({ text, place: {} })),
  );
/** title | number | publisher | year | unit */
const brief = (...lines: readonly string[]): string => {
  const { title, formNumber, publisher, year, unit } = caption(lines);
  return [title, formNumber, publisher, year, unit].map((part) => part ?? '').join(' | ');
};
const whole = '收入支出决算总表 | 公开01表 | 示例市政务服务中心 | 2024 | 万元';

describe('readCaption', () => {
  it.each([
    ['all in one line', ['收入支出决算总表 公开01表 部门：示例市政务服务中心 2024年度 单位：万元']],
    ['a line each', ['收入支出决算总表', '公开01表', '部门：示例市政务服务中心', '2024年度', '单位：万元']],
    ['the number above the title', ['公开01表', '收入支出决算总表', '部门：示例市政务服务中心 2024年度 单位：万元']],
    [
      'number and title in one line',
      ['公开01表 收入支出决算总表', '2024年度', '部门：示例市政务服务中心 金额单位：万元'],
    ],
    [
      'the number in brackets behind the title',
      ['收入支出决算总表（公开01表）', '编制单位：示例市政务服务中心 2024年度 （单位：万元）'],
    ],
    [
      'spaces within the words',
      [
        '收入支出决算总表',
        '公开 01 表',
        '部门： 示例市政务服务中心',
        '2024 年度',
        '单 位：万 元'.replace('单 位', '单位'),
      ],
    ],
    [
      'a unit broken over two lines',
      ['收入支出决算总表', '公开01表', '部门：示例市政务服务中心', '2024年度', '金额单位：万\n元'],
    ],
    [
      'publisher named as a unit',
      ['收入支出决算总表', '公开01表', '单位：示例市政务服务中心', '2024年度', '单位：万元'],
    ],
    [
      'publisher and unit both called unit, in one line',
      ['收入支出决算总表 公开01表', '2024年度', '单位：示例市政务服务中心 单位：万元'],
    ],
    [
      'publisher in front of the title in one line',
      ['公开01表 部门：示例市政务服务中心 收入支出决算总表 2024年度 单位：万元'],
    ],
    [
      'unit and number behind each other',
      ['收入支出决算总表', '2024年度', '部门：示例市政务服务中心', '公开01表 单位：万元'],
    ],
    [
      'a chapter above',
      [
        '第二部分 2023年度部门决算表',
        '公开01表',
        '收入支出决算总表',
        '编制单位：示例市政务服务中心',
        '2024年度',
        '单位：万元',
      ],
    ],
    ['no spaces at all', ['收入支出决算总表', '公开01表部门：示例市政务服务中心2024年度单位：万元']],
  ])('reads %s', (_name, lines) => expect(brief(...lines)).toBe(whole));

  it('takes the year from the title', () => {
    expect(brief('示例市政务服务中心2024年度收入支出决算总表', '单位：元')).toBe(
      '示例市政务服务中心2024年度收入支出决算总表 |  |  | 2024 | 元',
    );
    expect(brief('收入决算表（2023年度）')).toBe('收入决算表 |  |  | 2023 | ');
  });

  it('stops at the title nearest to the table', () => {
    expect(brief('收入决算表', '部门：甲局', '单位：元', '支出决算表', '2024年度')).toBe('支出决算表 |  |  | 2024 | ');
  });

  it('finds no unit where a publisher begins like one', () => {
    expect(brief('收入决算表', '单位：元谋县财政局')).toBe('收入决算表 |  | 元谋县财政局 |  | ');
    expect(brief('收入决算表', '单位：元谋县财政局 单位：万元')).toBe('收入决算表 |  | 元谋县财政局 |  | 万元');
    expect(brief('收入决算表', '金额单位：万元 编制单位：元氏县教育局')).toBe('收入决算表 |  | 元氏县教育局 |  | 万元');
    expect(brief('收入决算表', '单位：台')).toBe('收入决算表 |  | 台 |  | ');
  });

  it('takes no sentence for a title, and nothing for nothing', () => {
    expect(brief('本表反映收入，见下表')).toBe(' |  |  |  | ');
    expect(brief()).toBe(' |  |  |  | ');
    expect(brief('表')).toBe(' |  |  |  | ');
  });

  it('keeps a title continued on another page', () => {
    expect(brief('支出决算表（续表）', '单位：万元')).toBe('支出决算表(续表) |  |  |  | 万元');
  });

  it.each([
    '说明：本表无数据',
    '注：我单位没有政府性基金预算收支，故本表无数据。',
    '备注：本 表 为 空',
    '说明：本单位无国有资本经营预算支出，因此本表为空表',
    '本表没有数据',
  ])('sees from %j that there is no data', (note) => {
    expect(caption(['收入决算表'], ['注：一', note])).toMatchObject({ noData: true, notes: `注：一\n${note}` });
  });

  it.each(['注：本表反映部门本年度的总收支和年末结转结余情况。', '说明：本表金额转换时可能存在尾差', ''])(
    'sees nothing of the kind in %j',
    (note) => {
      expect(caption(['收入决算表'], [note]).noData).toBe(false);
    },
  );
});

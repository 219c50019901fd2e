import { describe, expect, it } from 'vitest';
import { readMoneyWord, readUnitStatement, unitFactor } from '../../../core/quantity/unit.ts';

describe('readUnitStatement', () => {
  it.each([
    ['单位：万元', '万元'],
    ['金额单位：万\n元', '万元'],
    ['（单位:元）', '元'],
    ['单位：人民币万元', '万元'],
    ['货币单位：千元', '千元'],
    ['单位： 亿元', '亿元'],
    ['单位：百万元', '百万元'],
    ['部门：示例局 2024年度 单位：万元 公开01表', '万元'],
    ['单位：元部门：示例局', '元'],
    ['单位：万元，%', '万元'],
    ['金额（万元）', '万元'],
    ['单位：元（保留两位小数）', '元'],
  ])('reads %j as %s', (line, unit) => expect(readUnitStatement(line)).toBe(unit));

  it.each([
    '单位：元谋县财政局',
    '单位：元谋县市场监督管理局',
    '编制单位：元氏县教育局',
    '单位：亿元科技园管委会',
    '单位：示例市政务服务中心',
    '单位：台',
    '单位：辆、台（套）',
    '部门：元宝区财政局',
    '',
    '万元',
    '单位：%',
  ])('finds no unit in %j', (line) => expect(readUnitStatement(line)).toBeNull());

  it('finds the unit behind a publisher that begins like one', () => {
    expect(readUnitStatement('单位：元谋县财政局 单位：万元')).toBe('万元');
  });
});

describe('money words', () => {
  it('knows only money words', () => {
    expect(['元', '千元', '万元', '百万元', '亿元', '万', '亿', '人民币万元', '万 元'].map(readMoneyWord)).toEqual([
      '元',
      '千元',
      '万元',
      '百万元',
      '亿元',
      '万元',
      '亿元',
      '万元',
      '万元',
    ]);
    expect(['', '千', '十万元', '美元', '万万元', 'constructor', 'toString', '__proto__'].map(readMoneyWord)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('gives exact powers of ten', () => {
    expect((['元', '千元', '万元', '百万元', '亿元'] as const).map((unit) => unitFactor(unit).toFixed())).toEqual([
      '1',
      '1000',
      '10000',
      '1000000',
      '100000000',
    ]);
  });
});

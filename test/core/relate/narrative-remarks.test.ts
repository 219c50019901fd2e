import { describe, expect, it } from 'vitest';
import { reportOf } from '../build.ts';
import { scoreTable } from '../evaluations.ts';
import { explanations, withText } from '../explanations.ts';

type Tables = Parameters<typeof withText>[1];
const before = explanations.slice(0, explanations.indexOf('第四部分 名词解释'));

/** The rules with a verdict, of the explanations with some lines more. */
function rules(verdict: 'inconsistent' | 'notice', lines: readonly string[], tables?: Tables): string[] {
  return reportOf(withText([...before, ...lines], tables))
    .findings.filter((finding) => finding.verdict === verdict)
    .map((finding) => finding.rule);
}
const notices = (...lines: string[]): string[] => rules('notice', lines);

describe('the score of the whole department', () => {
  const scored = (second: string): string[] =>
    rules('inconsistent', [
      '本部门整体绩效自评得分93.38分，评价等级为优。',
      `依据自评指标体系，2024年我单位整体自评得分为${second}分。`,
    ]);

  it('is the same in two places', () => {
    expect(scored('93.38')).toEqual([]);
    expect(scored('87.50')).toEqual(['narrative/score']);
  });

  it('is told from scores of projects, other years, other bodies and other evaluations', () => {
    expect(
      rules('inconsistent', [
        '本部门整体绩效自评得分93.38分。',
        '甲项目自评得分85.00分。',
        '2023年整体绩效自评得分90.00分。',
        '下属中心整体绩效自评得分91.00分。',
        '财政重点评价得分88.00分。',
      ]),
    ).toEqual([]);
  });

  it('is that of the form', () => {
    const form = (score: string): string[] =>
      rules('inconsistent', [`2024年度部门整体绩效自评得分${score}分。`], [scoreTable]);
    const printed = /合计(?:\|[^|\n]*)*\|(\d+(?:\.\d+)?)/.exec(scoreTable.grid)?.[1];
    expect(printed).toBeDefined();
    expect(form(printed ?? '')).toEqual([]);
    expect(form('12.34')).toEqual(['narrative/score']);
  });
});

describe('numbers beside amounts', () => {
  it('are remarked on where one is zero and the other is not', () => {
    expect(notices('九、“三公”经费支出决算情况说明', '公务用车购置费4.00万元，2024年购置公务用车0辆。')).toEqual([
      'narrative/tallies',
    ]);
    expect(notices('九、“三公”经费支出决算情况说明', '公务用车购置费4.00万元，2024年购置公务用车1辆。')).toEqual([]);
  });

  it('are remarked on where more vehicles are kept than owned', () => {
    const kept = (number: string): string[] =>
      notices('九、“三公”经费支出决算情况说明', `2024年期末，本部门开支财政拨款的公务用车保有量为${number}辆。`);
    expect(kept('6')).toEqual([]);
    expect(kept('7')).toEqual(['narrative/tallies']);
  });
});

describe('what is listed beside a number', () => {
  it.each([
    ['本次自评指标体系包括3个一级指标、7个二级指标。二级指标从管理、产出、效益7个方面进行评价。'],
    ['本单位内设办公室（党建科）、综合科、财务科两个科。'],
    ['本部门内设综合科、财务科、业务科等5个科。'],
    ['本部门包括2个所属单位，即示例市政务服务局本级和示例市政务服务大厅。'],
    ['本部门包括2个所属单位：示例市人力和社会保障局、示例市政务大厅。'],
    ['离退休人员5人，其中：离休0人，退休5人。'],
    ['2024年项目绩效自评个数11个，涉及资金553.86万元：9个项目自评等级为“优”，2个项目自评等级为“良”。'],
  ])('is not remarked on where it fits, or the list is open: %s', (line) => {
    expect(notices(line)).toEqual([]);
  });

  it.each([
    ['本次自评指标体系包括3个一级指标、8个二级指标。二级指标从管理、产出、效益7个方面进行评价。'],
    ['本单位内设综合科、财务科、业务科四个科。'],
    ['本部门包括三个所属单位：示例市甲中心、示例市乙中心。'],
    ['离退休人员5人，其中：离休1人，退休5人。'],
    ['2024年项目绩效自评个数12个，涉及资金553.86万元：9个项目自评等级为“优”，2个项目自评等级为“良”。'],
  ])('is remarked on where it does not: %s', (line) => {
    expect(notices(line)).toEqual(['narrative/enumeration']);
  });

  it('holds people against posts', () => {
    expect(notices('本单位编制50人，实有52人。')).toEqual(['narrative/staff']);
    expect(notices('本单位编制52人，实有49人。', '行政编制27人；事业编制25人；工勤编制0名；实际49人。')).toEqual([]);
  });
});

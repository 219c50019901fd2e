import { describe, expect, it } from 'vitest';
import { documentOf, reportOf } from '../build.ts';

const alarms = (rows: string): string[] =>
  reportOf(
    documentOf([
      {
        above: ['一般公共预算财政拨款支出决算表', '单位：万元'],
        grid: `科目编码|科目名称|本年支出合计|基本支出|项目支出
${rows}`,
      },
    ]),
  )
    .findings.filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ equation }) => equation);

const education = `205|教育支出|1204.10|906.70|297.40
20502|普通教育|1204.10|906.70|297.40
2050202|小学教育|815.90|618.50|197.40`;

describe('a list that may go on', () => {
  it('is not held against its total where rows fall short in several columns', () => {
    expect(alarms(`|合计|1318.70|1021.30|297.40\n${education}\n2050203|初中教育|388.20|288.20|100.00`)).toEqual([]);
  });

  it('is not held against its last section either', () => {
    expect(alarms(`|合计|1204.10|906.70|297.40\n${education}`)).toEqual([]);
  });

  it('is held against it where they exceed it, or fall short in one column', () => {
    const whole = `${education}\n2050203|初中教育|388.20|288.20|100.00`;
    expect(alarms(`|合计|1104.10|806.70|297.40\n${whole}`)).not.toEqual([]);
    expect(alarms(`|合计|1204.10|906.70|397.40\n${whole}`)).not.toEqual([]);
  });

  it('is whole where its total stands at the foot', () => {
    const whole = `${education}\n2050203|初中教育|388.20|288.20|100.00`;
    expect(alarms(`${whole}\n|合计|1318.70|1021.30|297.40`)).not.toEqual([]);
  });
});

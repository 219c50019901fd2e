import { describe, expect, it } from 'vitest';
import { documentOf, reportOf, rulesWith, type Drawn } from './build.ts';

const form = (title: string, grid: string, unit = '单位：万元'): Drawn => ({ above: [title, unit], grid });
const alarms = (...drawn: Drawn[]): string[] => rulesWith(reportOf(documentOf(drawn)), 'inconsistent');
const formsOf = (...drawn: Drawn[]): (string | null)[] => reportOf(documentOf(drawn)).tables.map((table) => table.form);

describe('the “三公” form', () => {
  const beijing = (total: string): Drawn =>
    form(
      '财政拨款“三公”经费支出决算表',
      `
    |“三公”经费财政拨款合计|因公出国（境）费用|公务接待费|公务用车购置及运行维护费|<|<
    ^|^|^|^|小计|公务用车购置费|公务用车运行维护费
    2024年预算|6.000000|1.000000|2.000000|3.000000|0.000000|3.000000
    2024年决算|${total}|0.000000|1.500000|2.250000|0.000000|2.250000`,
    );

  it('is read by its heads, also with receptions second and a row each for budget and outturn', () => {
    expect(formsOf(beijing('3.750000'))).toEqual(['three-public']);
    expect(alarms(beijing('3.750000'))).toEqual([]);
    expect(alarms(beijing('3.570000'))).toEqual(['footing/three-public-total']);
  });

  const interleaved = (vehicles: string): Drawn =>
    form(
      '财政拨款“三公”经费支出决算表',
      `
    财政拨款“三公”经费|<|<|<|<|<|<|<|<|<|<|<
    合计|<|因公出国（境）费|<|公务用车购置及运行费|<|<|<|<|<|公务接待费|<
    ^|^|^|^|小计|<|公务用车购置费|<|公务用车运行费|<|^|^
    预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数
    6.50|5.10|1.00|0.80|4.00|${vehicles}|1.00|1.00|3.00|2.00|1.50|1.30`,
    );

  it('is read with budget and outturn side by side under every item', () => {
    expect(alarms(interleaved('3.00'))).toEqual([]);
    expect(alarms(interleaved('3.30'))).toEqual(['footing/official-vehicles', 'footing/three-public-total']);
  });

  const withMeetings = (total: string): Drawn =>
    form(
      '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表',
      `
    合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|会议费|培训费
    ^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^
    1|2|3|4|5|6|7|8
    ${total}|0.50|2.00|0.00|2.00|1.00|4.00|3.00`,
    );

  it('may hold conferences and training inside or outside the total', () => {
    for (const total of ['3.50', '10.50']) expect(alarms(withMeetings(total))).toEqual([]);
    expect(alarms(withMeetings('7.50'))).toEqual(['footing/three-public-total']);
  });

  it('whose columns are not all understood is not judged', () => {
    const strange = form(
      '财政拨款“三公”经费支出决算表',
      `
      合计|因公出国（境）费|公务用车购置及运行维护费|公务接待费|某项经费
      9.99|1.00|2.00|3.00|4.00`,
    );
    const report = reportOf(documentOf([strange]));
    expect(report.findings).toEqual([]);
    expect(report.unchecked.map((entry) => entry.reason)).toContain('unknown-item');
  });
});

describe('accounts', () => {
  const fiscal = (total: string): Drawn =>
    form(
      '一般公共预算财政拨款支出决算表',
      `
    项目|<|<|<|合计|基本支出|项目支出
    支出功能分类科目编码|<|<|科目名称|^|^|^
    类|款|项|^|^|^|^
    201|||一般公共服务支出|${total}|1,000.00|234.50
    201|06||财政事务|1,234.50|1,000.00|234.50
    201|06|01|行政运行|1,000.00|1,000.00|
    201|06|02|一般行政管理事务|234.50||234.50
    合计|<|<|<|1,234.50|1,000.00|234.50`,
    );

  it('may have class, section and item codes in three columns and the total row at the end', () => {
    expect(alarms(fiscal('1,234.50'))).toEqual([]);
    expect(alarms(fiscal('1,243.50')).sort()).toEqual([
      'cross-footing/account-columns',
      'footing/total-of-classes',
      'hierarchy/class-of-sections',
    ]);
  });

  const leaves = (total: string): Drawn =>
    form(
      '支出决算表',
      `
    科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
    合计|<|${total}|30.00|12.00|||
    2010301|行政运行|30.00|30.00||||
    2010302|一般行政管理事务|12.00||12.00|||`,
    );

  it('may print items only, which then add up to the total', () => {
    expect(alarms(leaves('42.00'))).toEqual([]);
    expect(alarms(leaves('24.00')).sort()).toEqual(['cross-footing/account-columns', 'footing/total-of-classes']);
  });

  const withoutSections = (klass: string): Drawn =>
    form(
      '支出决算表',
      `
    科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
    合计|<|42.00|30.00|12.00|||
    201|一般公共服务支出|${klass}|30.00|12.00|||
    2010301|行政运行|30.00|30.00||||
    2010302|一般行政管理事务|12.00||12.00|||`,
    );

  it('may leave sections out, and a class is then the sum of its items', () => {
    expect(alarms(withoutSections('42.00'))).toEqual([]);
    expect(alarms(withoutSections('24.00'))).toContain('hierarchy/class-of-sections');
  });

  it('with a code printed twice are not added up', () => {
    const twice = form(
      '支出决算表',
      `
      科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
      合计|<|42.00|30.00|12.00|||
      201|一般公共服务支出|30.00|30.00||||
      201|一般公共服务支出|12.00||12.00|||
      208|社会保障和就业支出|5.00|5.00||||`,
    );
    const report = reportOf(documentOf([twice]));
    expect(rulesWith(report, 'inconsistent')).toEqual([]);
    expect(report.unchecked.map((entry) => entry.reason)).toContain('duplicate-code');
  });
});

describe('the summaries', () => {
  const summary = (rows: string): Drawn =>
    form(
      '收入支出决算总表',
      `
    收入|<|支出|<
    项目|决算数|项目（按功能分类）|决算数
    ${rows}`,
    );

  it('may have sides of any length, without line numbers', () => {
    const rows = (income: string): string => `一、一般公共预算财政拨款收入|${income}|一、一般公共服务支出|70.00
      二、事业收入|20.00|二、文化体育与传媒支出|25.00
      三、其他收入|5.00|三、医疗卫生与计划生育支出|6.00
      本年收入合计|105.00|本年支出合计|101.00
      用事业基金弥补收支差额|1.00|结余分配|2.00
      年初结转和结余|4.00|年末结转和结余|7.00
      总计|110.00|总计|110.00`;
    expect(alarms(summary(rows('80.00')))).toEqual([]);
    expect(alarms(summary(rows('81.00')))).toEqual(['footing/income-of-sources']);
  });

  it('may print fiscal income with its funds as parts of it', () => {
    expect(
      alarms(
        summary(`一、财政拨款收入|80.00|一、一般公共服务支出|70.00
      其中：政府性基金预算财政拨款|30.00|二、教育支出|35.00
      二、其他收入|25.00||
      本年收入合计|105.00|本年支出合计|105.00
      总计|105.00|总计|105.00`),
      ),
    ).toEqual([]);
  });
});

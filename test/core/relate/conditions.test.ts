import { describe, expect, it } from 'vitest';
import { accounts, withCell, type formIndex } from '../accounts.ts';
import { documentOf, reportOf, rulesWith, type Drawn } from '../build.ts';

type Change = readonly [form: keyof typeof formIndex, row: number, column: number, text: string];

/** The accounts with several cells changed. */
function withCells(changes: readonly Change[], base: readonly Drawn[] = accounts): readonly Drawn[] {
  return changes.reduce<readonly Drawn[]>(
    (drawn, [form, row, column, text]) => withCell(form, row, column, text, drawn),
    base,
  );
}

const alarms = (drawn: readonly Drawn[]): string[] => rulesWith(reportOf(documentOf(drawn)), 'inconsistent');

/** The accounts without any money but fiscal money: both summaries then agree line by line. */
const fiscalOnly: readonly Change[] = [
  ['summary', 7, 2, ''],
  ['summary', 8, 2, '540.00'],
  ['summary', 9, 2, ''],
  ['summary', 11, 2, '545.25'],
  ['summary', 3, 5, '410.50'],
  ['summary', 8, 5, '510.75'],
  ['summary', 9, 5, ''],
  ['summary', 10, 5, '34.50'],
  ['summary', 11, 5, '545.25'],
  ['income', 3, 2, '540.00'],
  ['income', 3, 8, ''],
  ['income', 4, 2, '435.00'],
  ['income', 4, 8, ''],
  ['income', 5, 2, '435.00'],
  ['income', 5, 8, ''],
  ['income', 7, 2, '135.00'],
  ['income', 7, 8, ''],
  ['expenditure', 3, 2, '510.75'],
  ['expenditure', 3, 4, '130.00'],
  ['expenditure', 4, 2, '410.50'],
  ['expenditure', 4, 4, '90.00'],
  ['expenditure', 5, 2, '410.50'],
  ['expenditure', 5, 4, '90.00'],
  ['expenditure', 7, 2, '90.00'],
  ['expenditure', 7, 4, '90.00'],
];

describe('both summaries with fiscal money only', () => {
  it('agree line by line', () => {
    expect(alarms(withCells(fiscalOnly))).toEqual([]);
    expect(alarms(withCells([...fiscalOnly, ['fiscal', 7, 5, '34.40']]))).toContain('tie-out/one-money');
  });

  it('are not held to agree when the total of other income alone is wanting', () => {
    expect(alarms(withCells([['income', 3, 8, '']]))).not.toContain('tie-out/one-money');
  });

  it('need not agree when there is other income', () => {
    expect(alarms(withCells([['fiscal', 7, 5, '34.40']]))).not.toContain('tie-out/one-money');
  });
});

describe('state capital', () => {
  it('is the same in the fiscal summary and its own form', () => {
    const used: readonly Change[] = [
      ['capital', 3, 2, '3.00'],
      ['capital', 3, 4, '3.00'],
      ['fiscal', 6, 8, '3.00'],
    ];
    expect(alarms(withCells(used))).not.toContain('tie-out/same');
    expect(alarms(withCells([...used, ['capital', 3, 2, '30.00']]))).toContain('tie-out/same');
  });
});

describe('the basic expenditure form', () => {
  const withTotal = (text: string): Drawn[] =>
    accounts.map((drawn, index) =>
      index === 5 ? { ...drawn, grid: `${drawn.grid}\n合计|<|<|<|<|<|<|<|${text}` } : drawn,
    );

  it('adds personnel and operating to the total where one is printed', () => {
    expect(alarms(withTotal('380.75'))).toEqual([]);
    expect(alarms(withTotal('380.57'))).toContain('footing/basic-total');
  });

  it('reads blocks by name where no codes are printed, also when 其他支出 is block and item', () => {
    const uncoded = (wages: string): Drawn[] =>
      accounts.map((drawn, index) =>
        index !== 5
          ? drawn
          : {
              ...drawn,
              grid: `
        科目名称|决算数|科目名称|决算数
        工资福利支出|${wages}|商品和服务支出|60.00
        基本工资|200.00|办公费|56.40
        津贴补贴|100.25|公务接待费|1.50
        对个人和家庭的补助|10.50|公务用车运行维护费|2.10
        退休费|10.50|其他支出|10.00
        ||其他支出|10.00
        人员经费合计|310.75|公用经费合计|70.00`,
            },
      );
    expect(alarms(uncoded('300.25'))).toEqual([]);
    expect(alarms(uncoded('303.25'))).toContain('hierarchy/economic-block');
  });

  it('ties a fund’s basic expenditure to its form', () => {
    const basic = (operating: string): Drawn => ({
      above: ['政府性基金预算财政拨款基本支出决算表', '单位：万元'],
      grid: `
        科目名称|决算数|科目名称|决算数
        工资福利支出||商品和服务支出|${operating}
        基本工资||办公费|${operating}
        人员经费合计|0.00|公用经费合计|${operating}`,
    });
    const used = withCells([
      ['fund', 3, 5, '4.00'],
      ['fund', 3, 6, '36.00'],
      ['fund', 4, 5, '4.00'],
      ['fund', 4, 6, '36.00'],
      ['fund', 5, 5, '4.00'],
      ['fund', 5, 6, '36.00'],
      ['fund', 6, 5, '4.00'],
      ['fund', 6, 6, '36.00'],
    ]);
    expect(alarms([...used, basic('4.00')])).not.toContain('tie-out/basic-expenditure');
    expect(alarms([...used, basic('40.00')])).toContain('tie-out/basic-expenditure');
  });
});

describe('closed scope', () => {
  it('does not judge a sum with a row it does not understand', () => {
    const strange = withCells([
      ['summary', 6, 0, '九、某种新设收入'],
      ['summary', 6, 2, '7.00'],
    ]);
    const report = reportOf(documentOf(strange));
    expect(rulesWith(report, 'inconsistent')).not.toContain('footing/income-of-sources');
    expect(report.unchecked).toContainEqual(
      expect.objectContaining({ rule: 'footing/income-of-sources', reason: 'unknown-item' }),
    );
  });

  it('does not judge a row with a column it does not understand', () => {
    const strange = accounts.map((drawn, index) =>
      index !== 2
        ? drawn
        : {
            ...drawn,
            grid: drawn.grid
              .trim()
              .split('\n')
              .map((line, row) => `${line}|${['某种支出', '^', '7', '1.00'][row] ?? ''}`)
              .join('\n'),
          },
    );
    const report = reportOf(documentOf(strange));
    expect(rulesWith(report, 'inconsistent')).toEqual([]);
    expect(report.unchecked).toContainEqual(
      expect.objectContaining({ rule: 'cross-footing/account-columns', reason: 'unknown-item' }),
    );
  });

  it('takes 其中 for a part, not an addend', () => {
    expect(
      alarms(
        withCells([
          ['summary', 6, 0, '其中：上级财政补助'],
          ['summary', 6, 2, '7.00'],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('sets', () => {
  const renamed = (from: readonly Drawn[], name: string): Drawn[] =>
    from.map((drawn) => ({
      ...drawn,
      above: (drawn.above ?? []).map((line) => line.replace('示例市政务服务中心', name)),
    }));

  it('keeps a department and one of its units apart', () => {
    const unit = withCells(fiscalOnly, renamed(accounts, '示例市政务服务中心（本级）'));
    const report = reportOf(documentOf([...accounts, ...unit]));
    expect(report.sets.map((set) => set.publisher)).toEqual(['示例市政务服务中心', '示例市政务服务中心(本级)']);
    expect(report.findings).toEqual([]);
    const broken = reportOf(documentOf([...accounts, ...withCells([['income', 3, 2, '545.00']], unit)]));
    expect(broken.findings.length).toBeGreaterThan(0);
    for (const finding of broken.findings)
      for (const place of finding.places)
        expect('table' in place && Number(place.table.slice(1)) > accounts.length).toBe(true);
  });

  it('relates nothing between forms when two sets are printed form by form', () => {
    const unit = withCells(fiscalOnly, accounts);
    const interleaved = accounts.flatMap((drawn, index) => [drawn, unit[index] ?? drawn]);
    const report = reportOf(documentOf(interleaved));
    expect(report.findings).toEqual([]);
    expect(report.unchecked.some((entry) => entry.reason === 'unclear-set')).toBe(true);
  });
});

describe('units', () => {
  it('compares forms in 元 with forms in 万元', () => {
    const inYuan = (total: string): Drawn[] =>
      accounts.map((drawn, index) =>
        index !== 4
          ? drawn
          : {
              above: (drawn.above ?? []).map((line) => line.replace('单位：万元', '单位：元')),
              grid: `
        项目|<|本年支出|<|<
        功能分类科目编码|科目名称|小计|基本支出|项目支出
        合计|<|${total}|3,807,500.00|900,000.00
        201|一般公共服务支出|4,105,000.00|3,205,000.00|900,000.00
        208|社会保障和就业支出|602,500.00|602,500.00|`,
            },
      );
    expect(alarms(inYuan('4,707,500.00'))).toEqual([]);
    expect(alarms(inYuan('4,707,700.00'))).toContain('tie-out/same');
  });

  it('says so when a form states no unit', () => {
    const without = accounts.map((drawn, index) =>
      index === 4 ? { ...drawn, above: ['一般公共预算财政拨款支出决算表'] } : drawn,
    );
    const report = reportOf(documentOf(without));
    expect(report.findings).toEqual([]);
    expect(report.unchecked.some((entry) => entry.reason === 'unknown-unit' && entry.rule === 'tie-out/same')).toBe(
      true,
    );
  });
});

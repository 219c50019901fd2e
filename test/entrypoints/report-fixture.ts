import { emptyCoverage, nothingCovered } from '../../core/report/coverage.ts';
import type { Finding, Report } from '../../core/report/schema.ts';

/** A finding about the 合计 row of 收入决算表, as a cross-footing finds it. */
export function findingFixture(change: Partial<Finding> = {}): Finding {
  return {
    id: 'f1',
    rule: 'cross-footing/account-columns',
    verdict: 'inconsistent',
    message: '“合计”行各项相加为 927.31，表中 927.71。',
    messageEn: 'Row “合计” adds up to 927.31, printed 927.71.',
    equation: '907.54 + 19.77 = 927.31 ≠ 927.71',
    equationEn: '907.54 + 19.77 = 927.31 ≠ 927.71',
    terms: [
      { sign: '+', label: '财政拨款收入', text: '907.54', place: 1 },
      { sign: '+', label: '其他收入', text: '19.77', place: 2 },
      { sign: '=', label: '本年收入合计', text: '927.71', place: 0 },
    ],
    reported: '927.71',
    expected: '927.31',
    difference: '0.40',
    likely: '907.94',
    places: [
      { role: 'total', table: 't2', row: 1, column: 1, rowLabel: '合计', columnLabel: '本年收入合计', text: '927.71' },
      {
        role: 'suspect',
        table: 't2',
        row: 1,
        column: 2,
        rowLabel: '合计',
        columnLabel: '财政拨款收入',
        text: '907.54',
      },
      { role: 'addend', table: 't2', row: 1, column: 3, rowLabel: '合计', columnLabel: '其他收入', text: '19.77' },
      { role: 'operand', paragraph: 'p7', start: 9, end: 15, text: '907.94' },
    ],
    related: [],
    diagnosis: {
      kind: 'suspect',
      changes: [{ place: 1, likely: '907.94', likelyText: '907.94', slip: 'digit' }],
      text: '若财政拨款收入不是 907.54 而是 907.94，这个等式就成立（像是一个数字录错）。',
      textEn: 'With 907.94 instead of 907.54, the equation would hold (looks like one digit mistyped).',
      holding: [],
    },
    ...change,
  };
}

/** A report of two tables with one finding. */
export function reportFixture(change: Partial<Report> = {}): Report {
  const table = { set: 's1', unit: '万元', rows: 3, columns: 4, confidence: 1, empty: false, coverage: nothingCovered };
  return {
    schema: 'tieout-report/1',
    source: { url: 'http://www.shili.gov.cn/a.html', title: '示例局 2024 年度部门决算', kind: 'html' },
    document: { kind: 'final-accounts', publisher: '示例局', year: 2024 },
    coverage: { ...emptyCoverage, amounts: 20, checked: 18, relations: 30, tables: 2, recognised: 2 },
    sets: [{ id: 's1', publisher: '示例局', scope: 'department', year: 2024 }],
    paragraphs: [{ id: 'p7', text: '其中：财政拨款收入907.94万元，占97.87%。' }],
    tables: [
      { ...table, id: 't1', form: 'income-expenditure-summary', title: '收入支出决算总表' },
      { ...table, id: 't2', form: 'income', title: '收入决算表' },
    ],
    findings: [findingFixture()],
    unchecked: [],
    ...change,
  };
}

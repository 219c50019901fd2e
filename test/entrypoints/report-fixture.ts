import { emptyCoverage, nothingCovered } from '../../core/report/coverage.ts';
import type { Finding, Report } from '../../core/report/schema.ts';
import { reportVersion } from '../../core/report/version.ts';

/** A finding about the 合计 row of 收入决算表, as a cross-footing finds it. */
export function findingFixture(change: Partial<Finding> = {}): Finding {
  return {
    id: 'f1',
    rule: 'cross-footing/account-columns',
    verdict: 'inconsistent',
    statement: {
      kind: 'sum',
      figure: { name: { table: '收入决算表', row: '合计', column: '本年收入合计' }, text: '927.71' },
      should: '927.31',
      off: '0.40',
    },
    line: { left: '907.54 + 19.77', comes: '927.31', sign: '≠', right: '927.71' },
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
      statement: {
        kind: 'repair',
        equations: 1,
        repair: {
          by: 'values',
          changes: [
            { at: { table: '', row: '合计', column: '财政拨款收入' }, text: '907.54', value: '907.94', places: 1 },
          ],
        },
        also: [],
        slip: 'digit',
      },
      holding: [],
    },
    ...change,
  };
}

/** A report of two tables with one finding. */
export function reportFixture(change: Partial<Report> = {}): Report {
  const table = { set: 's1', unit: '万元', rows: 3, columns: 4, confidence: 1, empty: false, coverage: nothingCovered };
  return {
    schema: reportVersion,
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

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { check } from '../../core/check.ts';
import { catalogue } from '../../core/relate/catalogue.ts';
import { onRuleFailure } from '../../core/relate/failures.ts';
import type { Rule } from '../../core/relate/rule.ts';
import { reportSchema, type Report } from '../../core/report/schema.ts';
import { accounts, formIndex, withCell } from './accounts.ts';
import { documentOf, drain, reportOf, rulesWith, type Drawn } from './build.ts';
import { rethrown } from '../rules-rethrown.ts';

const extra = vi.hoisted((): { rules: Rule[] } => ({ rules: [] }));
vi.mock(import('../../core/relate/catalogue.ts'), async (original) => {
  const { catalogue: rules } = await original();
  // The catalogue as it is, with whatever rule a test puts in front.
  return {
    get catalogue() {
      return [...extra.rules, ...rules];
    },
  };
});
afterEach(() => {
  extra.rules = [];
});

const form = (name: keyof typeof formIndex, tables: readonly Drawn[] = accounts): Drawn => {
  const drawn = tables[formIndex[name]];
  if (!drawn) throw new Error(name);
  return drawn;
};
const textsAt = (report: Report, role: string): string[] =>
  report.findings.flatMap((finding) =>
    finding.places.filter((place) => place.role === role).map((place) => place.text),
  );
const rule = (id: Rule['id'], relations: Rule['relations']): Rule => ({
  id,
  family: 'footing',
  kind: 'hard',
  catalogue: ['X'],
  relations,
});

describe('check', () => {
  it.each([
    ['accounts that agree', accounts],
    ['accounts with mistakes', withCell('income', 3, 3, '504.00', withCell('threePublic', 4, 4, '5.20'))],
    ['nothing', []],
    ['a table of other matters', [{ grid: '索引号|2024-1|日期\n名称|公告|无' }]],
    ['a lone form', [form('income')]],
  ] as const)('reports %s as the schema says', (_name, tables) => {
    const report = drain(check(documentOf(tables)));
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.coverage.checked).toBeLessThanOrEqual(report.coverage.amounts);
    expect(report.tables).toHaveLength(tables.length);
  });

  it('gives findings names of their own that stay the same, whatever stands before the tables', () => {
    const broken = withCell(
      'income',
      3,
      3,
      '504.00',
      withCell('threePublic', 4, 4, '5.20', withCell('general', 8, 2, '62.05')),
    );
    const ids = reportOf(documentOf(broken)).findings.map((finding) => finding.id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(reportOf(documentOf(broken, '另一个标题')).findings.map((finding) => finding.id)).toEqual(ids);
    const longer = broken.map((drawn, index) =>
      index === 0 ? { ...drawn, above: ['第二部分', ...(drawn.above ?? [])] } : drawn,
    );
    expect(reportOf(documentOf(longer)).findings.map((finding) => finding.id)).toEqual(ids);
  });

  it('points every term of an equation at a place, with its text', () => {
    const report = reportOf(
      documentOf(
        withCell('income', 3, 3, '504.00', withCell('threePublic', 4, 4, '5.20', withCell('fiscal', 8, 2, ''))),
      ),
    );
    expect(report.findings.length).toBeGreaterThan(2);
    for (const finding of report.findings) {
      for (const term of finding.terms) {
        expect(term.place).toBeDefined();
        expect(finding.places[term.place ?? -1]?.text).toBe(term.text);
      }
      expect(finding.terms.filter((term) => term.sign === '=')).toHaveLength(1);
    }
  });

  it('gives way at least every hundred relations', () => {
    const relations = 1000;
    let made = 0;
    let since = 0;
    let most = 0;
    extra.rules = [
      rule('footing/many', function* () {
        for (let index = 0; index < relations; index += 1) {
          made += 1;
          since += 1;
          most = Math.max(most, since);
          yield { kind: 'sum', readings: [], table: 't1', unchecked: 'no-breakdown' };
        }
      }),
    ];
    const steps = check(documentOf([form('summary')]));
    for (let step = steps.next(); step.done !== true; step = steps.next()) since = 0;
    expect([made, most]).toEqual([relations, 100]);
  });
});

describe('a rule that fails', () => {
  const outOfOrder = rule('footing/broken', () => {
    throw new Error('out of order');
  });

  beforeEach(() => {
    onRuleFailure(null);
  });
  afterEach(() => {
    onRuleFailure(rethrown);
  });

  it('is told with its name to whoever asked, and thrown again under test', () => {
    const told: unknown[] = [];
    extra.rules = [outOfOrder];
    onRuleFailure((...failure) => told.push(failure));
    reportOf(documentOf([form('summary')]));
    expect(told).toEqual([['footing/broken', new Error('out of order')]]);
    onRuleFailure(rethrown);
    expect(() => reportOf(documentOf([form('summary')]))).toThrow('the rule footing/broken failed');
  });

  it('is unchecked and takes nobody with it', () => {
    const broken = withCell('income', 3, 3, '504.00');
    const before = reportOf(documentOf(broken));
    extra.rules = [outOfOrder];
    const after = reportOf(documentOf(broken));
    expect(after.unchecked).toEqual([
      { rule: 'footing/broken', reason: 'rule-failed', relations: 1 },
      ...before.unchecked,
    ]);
    expect(after.findings).toEqual(before.findings);
    expect(after.coverage).toEqual(before.coverage);
    expect(reportSchema.safeParse(after).success).toBe(true);
  });

  it('keeps what it yielded before', () => {
    extra.rules = [
      rule('footing/half', function* (set) {
        const [first] = catalogue.filter((one) => one.id === 'footing/three-public-total');
        yield* first?.relations(set) ?? [];
        throw new Error('out of order');
      }),
    ];
    const report = reportOf(documentOf(withCell('threePublic', 4, 11, '0.20')));
    expect(rulesWith(report, 'inconsistent')).toContain('footing/half');
    expect(report.unchecked).toContainEqual({ rule: 'footing/half', reason: 'rule-failed', relations: 1 });
  });
});

describe('sets', () => {
  const named = (publisher: string, tables: readonly Drawn[]): Drawn[] =>
    tables.map((drawn) => ({
      ...drawn,
      above: (drawn.above ?? []).map((line) => line.replace('示例市政务服务中心', publisher)),
    }));
  /** The accounts with every amount doubled: agree in themselves, not with the others. */
  const doubled = accounts.map((drawn) => ({
    ...drawn,
    grid: drawn.grid.replace(/\d+\.\d\d/g, (text) => (2 * Number(text)).toFixed(2)),
  }));

  it('are not compared when the forms repeat', () => {
    const report = reportOf(
      documentOf([...named('示例市司法局（汇总）', doubled), ...named('示例市司法局（本级）', accounts)]),
    );
    expect(report.sets).toHaveLength(2);
    expect(report.findings).toEqual([]);
  });

  it('are not compared when the forms repeat without a name', () => {
    const nameless = (tables: readonly Drawn[]): Drawn[] =>
      tables.map((drawn) => ({ ...drawn, above: (drawn.above ?? []).filter((line) => !line.startsWith('部门')) }));
    expect(reportOf(documentOf([...nameless(doubled), ...nameless(accounts)])).findings).toEqual([]);
  });

  it('are not compared when each form comes twice in a row', () => {
    const pairs = accounts.flatMap((drawn, index) => [
      ...named('示例市司法局（汇总）', doubled.slice(index, index + 1)),
      ...named('示例市司法局（本级）', [drawn]),
    ]);
    expect(reportOf(documentOf(pairs)).findings).toEqual([]);
  });

  it('are compared inside', () => {
    const report = reportOf(
      documentOf([...named('甲局', doubled), ...named('乙局', withCell('income', 3, 3, '504.00'))]),
    );
    expect(rulesWith(report, 'inconsistent')).toContain('tie-out/funds-together');
  });
});

describe('figures that are not what they seem', () => {
  it('an amount in the 栏次 row: the cell below is blank, and nothing is claimed of other forms', () => {
    const moved = withCell('summary', 2, 2, '500.00', withCell('summary', 3, 2, ''));
    const report = reportOf(documentOf(moved));
    expect(rulesWith(report, 'inconsistent')).toEqual(['footing/income-of-sources']);
    expect(report.findings[0]?.places[0]).toMatchObject({ role: 'suspect', row: 2, column: 2, text: '500.00' });
    expect(
      report.findings[0]?.places.some(
        (place) => 'row' in place && place.row === 3 && place.column === 2 && place.text === '',
      ),
    ).toBe(true);
    expect(report.unchecked.map((entry) => entry.reason)).toContain('displaced-amount');
  });

  it('a column number in the 栏次 row is never an amount', () => {
    const report = reportOf(documentOf(withCell('summary', 3, 2, '')));
    expect(report.unchecked.map((entry) => entry.reason)).not.toContain('displaced-amount');
    expect(textsAt(report, 'suspect')).not.toContain('1');
  });

  it('a blank total beside printed parts is told as blank', () => {
    const [finding, ...others] = reportOf(documentOf(withCell('fiscal', 7, 2, ''))).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'footing/fiscal-opening-balance',
      reported: '0',
      expected: '5.25',
      difference: '-5.25',
      likely: '5.25',
    });
    expect(finding?.message).toContain('为空');
    expect(finding?.places).toContainEqual(expect.objectContaining({ role: 'suspect', row: 7, column: 2, text: '' }));
    expect(finding?.related.map((other) => other.rule)).toEqual(['balance/fiscal-income-total']);
  });

  it.each(['12 34', '9\ufffd7.54', '100.00①', '0,126.92'])(
    'an unreadable figure stops what it stands in, and is no mistake: %j',
    (text) => {
      const report = reportOf(documentOf(withCell('income', 6, 3, text)));
      expect(report.findings).toEqual([]);
      expect(report.unchecked.map((entry) => entry.reason)).toContain('unreadable-figure');
    },
  );

  it('a row that nobody knows stops its sum, and is no mistake', () => {
    const drawn = form('summary');
    const grid = drawn.grid.replace('八、其他收入|5|10.00|', '九、神秘收入|5|10.00|');
    expect(grid).not.toBe(drawn.grid);
    const report = reportOf(documentOf(accounts.map((one) => (one === drawn ? { ...one, grid } : one))));
    expect(rulesWith(report, 'inconsistent')).toEqual([]);
    expect(report.unchecked).toContainEqual({
      rule: 'footing/income-of-sources',
      reason: 'unknown-item',
      table: 't1',
      relations: 1,
    });
  });

  it('a table read with low confidence is not judged, the others are', () => {
    const broken = withCell('threePublic', 4, 4, '5.20', withCell('income', 6, 3, '303.00'));
    const unsure = broken.map((drawn, index) => (index === formIndex.income ? { ...drawn, confidence: 0.5 } : drawn));
    const report = reportOf(documentOf(unsure));
    expect(rulesWith(report, 'inconsistent')).toEqual(expect.arrayContaining(['footing/official-vehicles']));
    expect(rulesWith(report, 'inconsistent')).not.toContain('cross-footing/account-columns');
    expect(report.unchecked.map((entry) => entry.reason)).toContain('low-confidence');
  });
});

describe('units', () => {
  const inUnit = (name: keyof typeof formIndex, change: (drawn: Drawn) => Drawn): Drawn[] =>
    accounts.map((drawn, index) => (index === formIndex[name] ? change(drawn) : drawn));
  it('a form in 元 agrees with the others in 万元', () => {
    const yuan = inUnit('income', (drawn) => ({
      above: drawn.above?.map((line) => line.replace('万元', '元')) ?? [],
      grid: drawn.grid.replace(/\d+\.\d\d/g, (text) => (10_000 * Number(text)).toFixed(2)),
    }));
    const report = reportOf(documentOf(yuan));
    expect([report.findings, report.unchecked]).toEqual([[], []]);
    expect(report.tables[formIndex.income]?.unit).toBe('元');
  });

  it('without a unit a form is checked in itself, not against the others', () => {
    const report = reportOf(
      documentOf(
        inUnit('income', (drawn) => ({
          ...drawn,
          above: drawn.above?.filter((line) => !line.startsWith('单位')) ?? [],
        })),
      ),
    );
    expect(report.findings).toEqual([]);
    expect([...new Set(report.unchecked.map((entry) => entry.reason))]).toEqual(['unknown-unit']);
    expect(report.unchecked.every((entry) => entry.rule.startsWith('tie-out/'))).toBe(true);
  });

  it('a publisher whose name begins like a unit is none', () => {
    const report = reportOf(
      documentOf(
        inUnit('income', (drawn) => ({
          ...drawn,
          above:
            drawn.above
              ?.map((line) => line.replace('部门：示例市政务服务中心', '单位：元谋县财政局'))
              .filter((line) => line !== '单位：万元') ?? [],
        })),
      ),
    );
    expect(report.tables[formIndex.income]?.unit).toBeNull();
    expect(report.findings).toEqual([]);
  });
});
